/* test-checker.c — the findings of a real file: what no body shows, days, and the checker that keeps them true */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "eqp-test-pole.h"

#include "domain/bodies/eqp-checker.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <stdio.h>

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static EqpStore *
new_pole (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("statute_rule", "statute", "CPER", "rule", "scope", "severity", "warning", "source", "Un cursus identifié.");
  return store;
}

/* "body/CODE(subject) …" */
static char *
dup_codes (GPtrArray *findings)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);
      const char *subject = eqp_finding_get_subject (finding);

      g_string_append_printf (codes, "%s%s/%s", i > 0 ? " " : "", eqp_finding_get_body_code (finding), eqp_finding_get_code (finding));
      if (*subject != '\0')
        g_string_append_printf (codes, "(%s)", subject);
    }
  return g_string_free (codes, FALSE);
}

static void
assert_found (EqpStore   *store,
              const char *body,
              const char *as_of,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  gint64 id = *body != '\0' ? eqp_test_find (store, eqp_pole_find_entity ("body"), body) : 0;
  g_autoptr (GPtrArray) findings = eqp_check_run (store, id, eqp_date_from_iso (as_of), NULL, &error);
  g_autofree char *codes = NULL;

  g_assert_no_error (error);
  codes = dup_codes (findings);
  g_assert_cmpstr (codes, ==, expected);
}

static void
test_course_orphan (void)
{
  EqpStore *store = new_pole ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *source = NULL;
  EqpFinding      *finding;

  assert_found (store, "", "2026-11-21", "");
  ADD ("mention", "code", "M2", "name-fr", "Arts");
  ADD ("course", "code", "C3", "name-fr", "Parcours trois", "name-en", "Course three", "mention", "M2", "from-date", "2026-09-01", "to-date", "2027-08-31");
  assert_found (store, "", "2026-11-21", "/CPER-COURSE-ORPHAN(C3)");
  /* Only a course in force needs a council. */
  assert_found (store, "", "2026-08-31", "");
  assert_found (store, "", "2026-09-01", "/CPER-COURSE-ORPHAN(C3)");
  assert_found (store, "", "2027-08-31", "/CPER-COURSE-ORPHAN(C3)");
  assert_found (store, "", "2027-09-01", "");
  /* The check of one body is about that body. */
  assert_found (store, "K1", "2026-11-21", "");

  eqp_check_file (store, eqp_test_date ("2026-11-21"), findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (eqp_finding_get_severity (finding), ==, EQP_SEVERITY_WARNING);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (message, ==, "No council has the course Course three.");
  source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (source, ==, "C-02: “Un cursus identifié.”");

  /* A council that is closed, or has no scope to have, does not count. */
  ADD ("statute", "code", "COPIL", "name-fr", "Comité");
  ADD ("body", "code", "K2", "name-fr", "Ancien conseil", "statute", "CPER", "to-date", "2026-06-30");
  ADD ("body_course", "body", "K2", "course", "C3");
  ADD ("body", "code", "K3", "name-fr", "Comité", "statute", "COPIL");
  ADD ("body_course", "body", "K3", "course", "C3");
  assert_found (store, "", "2026-11-21", "/CPER-COURSE-ORPHAN(C3)");
  ADD ("body_course", "body", "K1", "course", "C3");
  assert_found (store, "", "2026-11-21", "");
  eqp_test_pole_free (store);
}

static void
test_course_multi (void)
{
  EqpStore *store = new_pole ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const EqpFindingValue *values;
  guint                  n_values;

  ADD ("statute", "code", "CPER-SITE", "name-fr", "Sous-conseil");
  ADD ("statute_rule", "statute", "CPER-SITE", "rule", "scope", "severity", "error");
  ADD ("body", "code", "K1-N", "name-fr", "Sous-conseil nord", "statute", "CPER-SITE", "parent", "K1", "site", "NORTH");
  ADD ("body_course", "body", "K1-N", "course", "C1");
  ADD ("body", "code", "K2", "name-fr", "Conseil deux", "statute", "CPER");
  /* Neither what a sub-council attaches, nor what another attaches directly, leaves the mention's council with company. */
  assert_found (store, "", "2026-11-21", "K2/CPER-EMPTY-SCOPE");
  ADD ("body_course", "body", "K2", "course", "C1");
  assert_found (store, "", "2026-11-21", "");
  ADD ("body_course", "body", "K1", "course", "C1");
  assert_found (store, "", "2026-11-21", "/CPER-COURSE-MULTI(C1)");

  eqp_check_file (store, eqp_test_date ("2026-11-21"), findings, &error);
  g_assert_no_error (error);
  values = eqp_finding_get_values (g_ptr_array_index (findings, 0), &n_values);
  g_assert_cmpuint (n_values, ==, 3);
  g_assert_cmpint (values[0].number, ==, 2);
  g_assert_cmpstr (values[2].text, ==, "K1, K2");

  /* Two councils with the same mention share all of its courses that nobody attaches directly. */
  ADD ("body", "code", "K4", "name-fr", "Conseil quatre", "statute", "CPER");
  ADD ("body_mention", "body", "K4", "mention", "M1");
  assert_found (store, "", "2026-11-21", "/CPER-COURSE-MULTI(C1) /CPER-COURSE-MULTI(C2)");
  eqp_test_pole_free (store);
}

static void
test_scope_off (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mention", "code", "M2", "name-fr", "Arts");
  ADD ("course", "code", "C3", "name-fr", "Parcours trois", "mention", "M2");
  assert_found (store, "", "2026-11-21", "");
  ADD ("statute_rule", "statute", "CPER", "rule", "scope", "severity", "off");
  assert_found (store, "", "2026-11-21", "");
  eqp_test_pole_free (store);
}

static void
test_person_without_institution (void)
{
  EqpStore *store = new_pole ();

  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher", "from-date", "2026-01-01");
  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "from-date", "2026-09-01", "to-date", "2027-08-31");
  assert_found (store, "", "2026-11-21", "/PERSON-SIDE-UNDEFINED(P4)");
  /* Two mandates, one finding; and no mandate, none. */
  ADD ("mandate", "body", "K1", "person", "P4", "category", "guest", "from-date", "2026-09-01");
  assert_found (store, "", "2026-11-21", "/PERSON-SIDE-UNDEFINED(P4)");
  assert_found (store, "", "2026-08-31", "");
  ADD ("affiliation", "person", "P4", "side", "rectorat");
  assert_found (store, "", "2026-11-21", "/PERSON-SIDE-UNDEFINED(P4)");
  ADD ("affiliation", "person", "P4", "institution", "ACAD", "side", "rectorat", "from-date", "2026-11-21");
  assert_found (store, "", "2026-11-20", "/PERSON-SIDE-UNDEFINED(P4)");
  assert_found (store, "", "2026-11-21", "");
  eqp_test_pole_free (store);
}

/* Teaching and parameters are those of the day: of its academic year, of its rules. */
static void
test_as_of (void)
{
  EqpStore *store = new_pole ();

  ADD ("statute_rule", "statute", "CPER", "rule", "teacher-involved", "severity", "error");
  ADD ("statute_rule", "statute", "CPER", "rule", "total", "severity", "error");
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "1", "to-date", "2026-08-31");
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "2", "from-date", "2026-09-01");
  ADD ("mandate", "body", "K1", "person", "P1", "category", "teacher", "from-date", "2025-09-01");
  ADD ("teaching", "person", "P1", "course", "C1", "year", "2025");
  assert_found (store, "", "2025-08-31", "K1/CPER-TOTAL-MIN");
  assert_found (store, "", "2025-09-01", "");
  assert_found (store, "", "2026-08-31", "");
  assert_found (store, "", "2026-09-01", "K1/CPER-TEACHER-NOT-INVOLVED(P1) K1/CPER-TOTAL-MIN");
  ADD ("teaching", "person", "P1", "course", "C2", "year", "2026");
  assert_found (store, "", "2026-09-01", "K1/CPER-TOTAL-MIN");
  /* No day is today. */
  assert_found (store, "", "", "K1/CPER-TOTAL-MIN");
  eqp_test_pole_free (store);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
keep_cb (EqpChecker *checker,
         const char *sentence,
         char      **kept)
{
  g_assert_null (*kept);
  *kept = g_strdup (sentence);
}

static void
test_checker (void)
{
  EqpStore   *store = new_pole ();
  EqpChecker *checker = eqp_checker_new (store);
  gint64      body = eqp_test_find (store, eqp_pole_find_entity ("body"), "K1");
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) general = NULL;
  g_autoptr (GError) error = NULL;
  guint updated = 0;

  g_signal_connect_swapped (checker, "updated", G_CALLBACK (count_cb), &updated);
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 0);
  g_assert_cmpuint (eqp_checker_get_snapshots (checker)->len, ==, 1);
  g_assert_cmpint (eqp_checker_get_snapshot (checker, body)->id, ==, body);
  g_assert_null (eqp_checker_get_snapshot (checker, body + 1));
  g_assert_cmpuint (updated, ==, 0);

  ADD ("statute_rule", "statute", "CPER", "rule", "teacher-involved", "severity", "error");
  g_assert_cmpuint (updated, ==, 1);
  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "from-date", "2026-09-01");
  g_assert_cmpuint (updated, ==, 2);
  g_assert_cmpuint (eqp_checker_get_snapshot (checker, body)->seats->len, ==, 1);
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 2);
  g_assert_cmpuint (eqp_checker_count (checker, 0, EQP_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (eqp_checker_count (checker, body, EQP_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (eqp_checker_count (checker, 0, EQP_SEVERITY_INFORMATION), ==, 1);
  g_assert_cmpuint (eqp_checker_count (checker, body, EQP_SEVERITY_INFORMATION), ==, 0);
  own = eqp_checker_list_findings (checker, body);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (eqp_finding_get_code (g_ptr_array_index (own, 0)), ==, "CPER-TEACHER-NOT-INVOLVED");
  general = eqp_checker_list_findings (checker, 0);
  g_assert_cmpuint (general->len, ==, 1);
  g_assert_cmpstr (eqp_finding_get_code (g_ptr_array_index (general, 0)), ==, "PERSON-SIDE-UNDEFINED");

  /* The finding vanishes with its cause, and comes back with it. */
  ADD ("teaching", "person", "P4", "course", "C1", "year", "2026");
  g_assert_cmpuint (eqp_checker_count (checker, 0, EQP_SEVERITY_ERROR), ==, 0);
  eqp_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (eqp_checker_count (checker, 0, EQP_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (updated, ==, 4);

  g_assert_finalize_object (checker);
  eqp_test_pole_free (store);
}

static void
test_checker_as_of (void)
{
  EqpStore   *store = new_pole ();
  EqpChecker *checker = eqp_checker_new (store);
  guint       notified = 0;
  guint       updated = 0;
  int         as_of;

  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "from-date", "2026-09-01");
  g_signal_connect_swapped (checker, "updated", G_CALLBACK (count_cb), &updated);
  g_signal_connect_swapped (checker, "notify::as-of", G_CALLBACK (count_cb), &notified);
  g_assert_true (eqp_checker_is_today (checker));
  g_assert_cmpint (eqp_checker_get_as_of (checker), ==, eqp_test_date ("2026-11-21"));
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 1);

  eqp_checker_set_as_of (checker, eqp_test_date ("2026-08-31"));
  g_assert_cmpuint (updated, ==, 1);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_false (eqp_checker_is_today (checker));
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 0);
  eqp_checker_set_as_of (checker, eqp_test_date ("2026-08-31"));
  g_assert_cmpuint (updated, ==, 1);

  g_object_set (checker, "as-of", EQP_DATE_NONE, NULL);
  g_object_get (checker, "as-of", &as_of, NULL);
  g_assert_cmpint (as_of, ==, EQP_DATE_NONE);
  g_assert_true (eqp_checker_is_today (checker));
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 1);
  eqp_checker_set_as_of (checker, eqp_test_date ("2026-11-21"));
  g_assert_true (eqp_checker_is_today (checker));

  g_assert_finalize_object (checker);
  eqp_test_pole_free (store);
}

/* Something else wrote over the file: what was found before stays, and the reason is told. */
static void
test_checker_failure (void)
{
  EqpStore        *store = new_pole ();
  EqpChecker      *checker = eqp_checker_new (store);
  g_autofree char *kept = NULL;
  g_autofree char *garbage = g_strnfill (4096, '?');
  guint            updated = 0;
  FILE            *file;

  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "from-date", "2026-09-01");
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 1);
  g_signal_connect_swapped (checker, "updated", G_CALLBACK (count_cb), &updated);
  g_signal_connect (checker, "failed", G_CALLBACK (keep_cb), &kept);

  file = fopen (eqp_store_get_path (store), "r+");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (garbage, 1, 4096, file), ==, 4096);
  g_assert_cmpint (fclose (file), ==, 0);
  eqp_checker_set_as_of (checker, eqp_test_date ("2026-10-01"));

  g_assert_cmpstr (kept, !=, NULL);
  g_assert_cmpstr (kept, !=, "");
  g_assert_cmpuint (updated, ==, 0);
  g_assert_cmpuint (eqp_checker_get_findings (checker)->len, ==, 1);
  g_assert_finalize_object (checker);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/check/course-orphan", test_course_orphan);
  g_test_add_func ("/check/course-multi", test_course_multi);
  g_test_add_func ("/check/scope-off", test_scope_off);
  g_test_add_func ("/check/person-without-institution", test_person_without_institution);
  g_test_add_func ("/check/as-of", test_as_of);
  g_test_add_func ("/checker/changes", test_checker);
  g_test_add_func ("/checker/as-of", test_checker_as_of);
  g_test_add_func ("/checker/failure", test_checker_failure);
  return g_test_run ();
}
