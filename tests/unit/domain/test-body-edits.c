/* test-body-edits.c — appointing, replacing, ending, naming chair, saving and deleting: each one edit that can be undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body-links.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-site.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define FIND(table, code) eqp_test_find (store, eqp_pole_find_entity (table), code)

/* Takes the label that an edit handed out. */
static void
assert_label (EqpMessage *label,
              const char *expected)
{
  g_autoptr (EqpMessage) owned = label;
  g_autofree char *text = eqp_message_render (owned, EQP_LANGUAGE_EN);

  g_assert_cmpstr (text, ==, expected);
}

/* "P1 teacher 2026-09-01..2027-08-31" of every mandate of K1, in the order of their beginning, then of their holder. */
static char *
describe_mandates (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error,
                                                "SELECT p.code, c.code, m.from_date, m.to_date, m.function, m.represents_employer, "
                                                "       COALESCE (i.code, ''), COALESCE (q.code, '') "
                                                "FROM mandate m JOIN person p ON p.id = m.person_id JOIN category c ON c.id = m.category_id "
                                                "LEFT JOIN institution i ON i.id = m.institution_id "
                                                "LEFT JOIN mandate r ON r.id = m.replaces_id LEFT JOIN person q ON q.id = r.person_id "
                                                "ORDER BY m.from_date, p.code",
                                                "");

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    {
      g_string_append_printf (text, "%s%s %s %s..%s", text->len > 0 ? "; " : "", eqp_query_get_text (query, 0), eqp_query_get_text (query, 1),
                              eqp_query_get_text (query, 2), eqp_query_get_text (query, 3));
      if (*eqp_query_get_text (query, 4) != '\0')
        g_string_append_printf (text, " %s", eqp_query_get_text (query, 4));
      if (eqp_query_get_integer (query, 5) != 0)
        g_string_append (text, " employer");
      if (*eqp_query_get_text (query, 6) != '\0')
        g_string_append_printf (text, " of %s", eqp_query_get_text (query, 6));
      if (*eqp_query_get_text (query, 7) != '\0')
        g_string_append_printf (text, " after %s", eqp_query_get_text (query, 7));
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_mandates (EqpStore   *store,
                 const char *expected)
{
  g_autofree char *mandates = describe_mandates (store);

  g_assert_cmpstr (mandates, ==, expected);
}

static void
undo (EqpStore *store)
{
  g_autoptr (GError) error = NULL;

  eqp_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_rows (EqpStore        *store,
            const EqpEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = eqp_store_select (store, entity, &error, NULL, NULL);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_appoint (void)
{
  EqpStore      *store = eqp_test_pole_new ();
  EqpAppointment appointment = { 0 };
  EqpMessage    *label = NULL;
  g_autoptr (GError) error = NULL;
  gint64 mandate = 0;

  eqp_test_fill (store);
  appointment.body = FIND ("body", "K1");
  appointment.person = FIND ("person", "P3");
  appointment.category = FIND ("category", "employer");
  appointment.institution = FIND ("institution", "INSPE");
  appointment.represents_employer = TRUE;
  appointment.from = eqp_test_date ("2026-09-01");
  appointment.to = eqp_test_date ("2026-09-01");
  eqp_body_appoint (store, &appointment, &mandate, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Appointed Ms Inès Cazenave to “Mathematics council” as Employeurs");
  assert_mandates (store, "P3 employer 2026-09-01..2026-09-01 employer of INSPE");
  g_assert_cmpint (mandate, !=, 0);
  undo (store);
  assert_mandates (store, "");

  appointment.to = eqp_test_date ("2026-08-31");
  label = NULL;
  g_assert_false (eqp_body_appoint (store, &appointment, NULL, &label, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "comes before the first day");
  g_assert_null (label);
  g_clear_error (&error);
  appointment.person = 4711;
  g_assert_false (eqp_body_appoint (store, &appointment, NULL, &label, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  assert_mandates (store, "");
  eqp_test_pole_free (store);
}

static void
test_replace (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  EqpMessage *label = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = "P3 employer 2026-09-01..2027-08-31 chair employer of ACAD";
  gint64      mandate;

  eqp_test_fill (store);
  mandate = ADD ("mandate", "body", "K1", "person", "P3", "category", "employer", "function", "chair", "represents-employer", "yes",
                 "institution", "ACAD", "from-date", "2026-09-01", "to-date", "2027-08-31");
  assert_mandates (store, before);
  eqp_body_replace (store, mandate, FIND ("person", "P2"), eqp_test_date ("2026-12-01"), &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Replaced Ms Inès Cazenave by Mr Luc Bréval in “Mathematics council”");
  /* The seat goes over with the rest of its time; the function stays behind. */
  assert_mandates (store, "P3 employer 2026-09-01..2026-11-30 chair employer of ACAD; "
                          "P2 employer 2026-12-01..2027-08-31 employer of ACAD after P3");
  undo (store);
  assert_mandates (store, before);

  /* On the second day the first is all that remains of the old mandate; on the first day nothing does. */
  eqp_body_replace (store, mandate, FIND ("person", "P2"), eqp_test_date ("2026-09-02"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P3 employer 2026-09-01..2026-09-01 chair employer of ACAD; "
                          "P2 employer 2026-09-02..2027-08-31 employer of ACAD after P3");
  undo (store);
  eqp_body_replace (store, mandate, FIND ("person", "P2"), eqp_test_date ("2026-09-01"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P2 employer 2026-09-01..2027-08-31 employer of ACAD");
  undo (store);
  assert_mandates (store, before);

  /* After its end the old mandate stays as it was. */
  eqp_body_replace (store, mandate, FIND ("person", "P2"), eqp_test_date ("2027-08-31"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P3 employer 2026-09-01..2027-08-30 chair employer of ACAD; "
                          "P2 employer 2027-08-31..2027-08-31 employer of ACAD after P3");
  undo (store);
  eqp_body_replace (store, mandate, FIND ("person", "P2"), eqp_test_date ("2027-09-01"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P3 employer 2026-09-01..2027-08-31 chair employer of ACAD; "
                          "P2 employer 2027-09-01.. employer of ACAD after P3");
  undo (store);

  g_assert_false (eqp_body_replace (store, mandate, FIND ("person", "P3"), EQP_DATE_NONE, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "already holds this seat");
  assert_mandates (store, before);
  eqp_test_pole_free (store);
}

/* Whoever replaced somebody who will never have sat replaces the one before. */
static void
test_replace_chain (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  eqp_test_fill (store);
  first = ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher");
  eqp_body_replace (store, first, FIND ("person", "P5"), eqp_test_date ("2026-12-01"), NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GPtrArray) rows = eqp_store_select (store, &eqp_mandate_entity, &error, "WHERE replaces_id = ?", "i", first);

    g_assert_cmpuint (rows->len, ==, 1);
    second = eqp_record_get_id (rows->pdata[0]);
  }
  eqp_body_replace (store, second, FIND ("person", "P6"), eqp_test_date ("2027-01-01"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P4 teacher ..2026-11-30; P5 teacher 2026-12-01..2026-12-31 after P4; P6 teacher 2027-01-01.. after P5");
  eqp_body_vacate (store, second, eqp_test_date ("2026-11-30"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P4 teacher ..2026-11-30; P6 teacher 2027-01-01.. after P4");
  undo (store);
  undo (store);
  undo (store);
  assert_mandates (store, "P4 teacher ..");
  eqp_test_pole_free (store);
}

static void
test_vacate (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  EqpMessage *label = NULL;
  g_autoptr (GError) error = NULL;
  gint64 mandate;

  eqp_test_fill (store);
  mandate = ADD ("mandate", "body", "K1", "person", "P1", "category", "head", "from-date", "2026-09-01");
  eqp_body_vacate (store, mandate, eqp_test_date ("2026-09-01"), &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Ended the mandate of Ms Éloïse Aubrac in “Mathematics council”");
  assert_mandates (store, "P1 head 2026-09-01..2026-09-01");
  undo (store);
  eqp_body_vacate (store, mandate, eqp_test_date ("2026-08-31"), NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "");
  undo (store);
  assert_mandates (store, "P1 head 2026-09-01..");
  eqp_body_vacate (store, mandate, EQP_DATE_NONE, NULL, &error);
  g_assert_no_error (error);
  assert_mandates (store, "P1 head 2026-09-01..2026-11-21");
  eqp_test_pole_free (store);
}

static void
test_set_chair (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  EqpMessage *label = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = "P4 employer ..2025-08-31 chair; P5 employer 2025-09-01.. chair; P3 employer 2026-09-01..";
  gint64      mandate;

  eqp_test_fill (store);
  ADD ("mandate", "body", "K1", "person", "P4", "category", "employer", "function", "chair", "to-date", "2025-08-31");
  ADD ("mandate", "body", "K1", "person", "P5", "category", "employer", "function", "chair", "from-date", "2025-09-01");
  mandate = ADD ("mandate", "body", "K1", "person", "P3", "category", "employer", "from-date", "2026-09-01");
  assert_mandates (store, before);
  eqp_body_set_chair (store, mandate, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Named Ms Inès Cazenave chair of “Mathematics council”");
  assert_mandates (store, "P4 employer ..2025-08-31 chair; P5 employer 2025-09-01..; P3 employer 2026-09-01.. chair");
  undo (store);
  assert_mandates (store, before);
  eqp_test_pole_free (store);
}

static GArray *
new_ids (gint64 first,
         gint64 second)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (first != 0)
    g_array_append_val (ids, first);
  if (second != 0)
    g_array_append_val (ids, second);
  return ids;
}

static void
assert_scope (EqpStore *store,
              gint64    body,
              guint     n_mentions,
              guint     n_courses)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mentions = eqp_store_select (store, &eqp_body_mention_entity, &error, "WHERE body_id = ?", "i", body);
  g_autoptr (GPtrArray) courses = eqp_store_select (store, &eqp_body_course_entity, &error, "WHERE body_id = ?", "i", body);

  g_assert_no_error (error);
  g_assert_cmpuint (mentions->len, ==, n_mentions);
  g_assert_cmpuint (courses->len, ==, n_courses);
}

static void
test_save (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GArray) none = new_ids (0, 0);
  g_autoptr (GError) error = NULL;
  EqpMessage *label = NULL;
  gint64      body;

  eqp_test_fill (store);
  mentions = new_ids (FIND ("mention", "M1"), 0);
  both = new_ids (FIND ("course", "C1"), FIND ("course", "C2"));
  second = new_ids (FIND ("course", "C2"), 0);
  draft = eqp_test_draft (store, &eqp_body_entity, "code", "K2", "name-fr", "Lettres", "statute", "CPER", NULL);
  eqp_body_save (store, draft, mentions, both, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Created the council “Lettres”");
  body = FIND ("body", "K2");
  g_assert_cmpint (eqp_record_get_id (draft), ==, body);
  assert_scope (store, body, 1, 2);

  eqp_record_set_text (draft, EQP_BODY_NAME_EN, "Literature");
  eqp_body_save (store, draft, NULL, second, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Changed the council “Literature”");
  assert_scope (store, body, 1, 1);
  eqp_body_save (store, draft, none, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_scope (store, body, 0, 1);
  undo (store);
  assert_scope (store, body, 1, 1);
  undo (store);
  assert_scope (store, body, 1, 2);
  undo (store);
  assert_scope (store, body, 0, 0);
  g_assert_cmpuint (count_rows (store, &eqp_body_entity), ==, 1);

  /* A code that is taken: nothing of the edit remains. */
  g_clear_object (&draft);
  draft = eqp_test_draft (store, &eqp_body_entity, "code", "K1", "name-fr", "Lettres", "statute", "CPER", NULL);
  label = NULL;
  g_assert_false (eqp_body_save (store, draft, mentions, both, &label, &error));
  g_assert_nonnull (error);
  g_assert_null (label);
  g_assert_cmpuint (count_rows (store, &eqp_body_course_entity), ==, 0);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_delete (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  EqpMessage *label = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = "P4 teacher ..2026-11-30; P5 teacher 2026-12-01.. after P4";
  gint64      body, sub;

  eqp_test_fill (store);
  eqp_body_replace (store, ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher"),
                    FIND ("person", "P5"), eqp_test_date ("2026-12-01"), NULL, &error);
  g_assert_no_error (error);
  ADD ("decision", "body", "K1", "kind", "decision", "date", "2026-09-12");
  ADD ("body_course", "body", "K1", "course", "C1");
  body = FIND ("body", "K1");
  sub = ADD ("body", "code", "K1N", "name-fr", "Nord", "statute", "CPER", "parent", "K1");
  g_assert_false (eqp_body_delete (store, body, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  assert_mandates (store, before);

  eqp_body_delete (store, sub, NULL, &error);
  g_assert_no_error (error);
  eqp_body_delete (store, body, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Deleted the council “Mathematics council”");
  assert_mandates (store, "");
  g_assert_cmpuint (count_rows (store, &eqp_body_entity), ==, 0);
  g_assert_cmpuint (count_rows (store, &eqp_decision_entity), ==, 0);
  assert_scope (store, body, 0, 0);
  undo (store);
  assert_mandates (store, before);
  assert_scope (store, body, 1, 1);
  g_assert_cmpuint (count_rows (store, &eqp_decision_entity), ==, 1);
  eqp_test_pole_free (store);
}

static void
test_record_annex (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  EqpMessage *label = NULL;
  g_autoptr (GError) error = NULL;

  eqp_test_fill (store);
  ADD ("body", "code", "K2", "name-fr", "Fini", "statute", "CPER", "to-date", "2026-10-31");
  ADD ("body", "code", "K3", "name-fr", "À venir", "statute", "CPER", "from-date", "2026-11-02");
  eqp_bodies_record_annex (store, eqp_test_date ("2026-11-01"), "RI-2026", &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Recorded the annex of 1 Nov 2026");
  g_assert_cmpuint (count_rows (store, &eqp_decision_entity), ==, 1);
  eqp_bodies_record_annex (store, eqp_test_date ("2026-11-01"), "RI-2026-2", NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GPtrArray) rows = eqp_store_select (store, &eqp_decision_entity, &error, NULL, NULL);

    g_assert_cmpuint (rows->len, ==, 1);
    g_assert_cmpstr (eqp_record_get_text (rows->pdata[0], EQP_DECISION_REFERENCE), ==, "RI-2026-2");
    g_assert_cmpstr (eqp_record_get_text (rows->pdata[0], EQP_DECISION_KIND), ==, "annex");
    g_assert_cmpint (eqp_record_get_reference (rows->pdata[0], EQP_DECISION_BODY), ==, FIND ("body", "K1"));
  }
  eqp_bodies_record_annex (store, eqp_test_date ("2026-11-02"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (store, &eqp_decision_entity), ==, 3);
  undo (store);
  g_assert_cmpuint (count_rows (store, &eqp_decision_entity), ==, 1);
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/body-edits/appoint", test_appoint);
  g_test_add_func ("/domain/body-edits/replace", test_replace);
  g_test_add_func ("/domain/body-edits/replace-chain", test_replace_chain);
  g_test_add_func ("/domain/body-edits/vacate", test_vacate);
  g_test_add_func ("/domain/body-edits/set-chair", test_set_chair);
  g_test_add_func ("/domain/body-edits/save", test_save);
  g_test_add_func ("/domain/body-edits/delete", test_delete);
  g_test_add_func ("/domain/body-edits/record-annex", test_record_annex);
  return g_test_run ();
}
