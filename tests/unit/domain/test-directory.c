/* test-directory.c — homes by period, courses with their sites, and all that one person is on a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"

#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-course-links.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-directory-edits.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-roles.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define FIND(table, code) eqp_test_find (store, eqp_pole_find_entity (table), code)

static void
assert_label (EqpMessage *label,
              const char *expected)
{
  g_autoptr (EqpMessage) owned = label;
  g_autofree char *text = eqp_message_render (owned, EQP_LANGUAGE_EN);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (EqpStore *store)
{
  g_autoptr (GError) error = NULL;

  eqp_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
}

/* "ACAD rectorat 2026-09-01..", the newest first. */
static void
assert_homes (EqpStore   *store,
              gint64      person,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = eqp_person_list_affiliations (store, person, &error);
  GString         *text = g_string_new (NULL);
  g_autofree char *actual = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      char   from[EQP_DATE_ISO_SIZE], to[EQP_DATE_ISO_SIZE];
      gint64 id = eqp_record_get_reference (list->pdata[i], EQP_AFFILIATION_INSTITUTION);
      g_autoptr (EqpRecord) institution = id != 0 ? eqp_store_get (store, &eqp_institution_entity, id, &error) : NULL;

      g_assert_no_error (error);
      g_string_append_printf (text, "%s%s %s %s..%s", i > 0 ? "; " : "",
                              institution != NULL ? eqp_record_get_text (institution, EQP_INSTITUTION_CODE) : "-",
                              eqp_record_get_text (list->pdata[i], EQP_AFFILIATION_SIDE),
                              eqp_date_to_iso (eqp_record_get_date (list->pdata[i], EQP_AFFILIATION_FROM_DATE), from),
                              eqp_date_to_iso (eqp_record_get_date (list->pdata[i], EQP_AFFILIATION_TO_DATE), to));
    }
  actual = g_string_free (text, FALSE);
  g_assert_cmpstr (actual, ==, expected);
}

static void
assert_side_on (EqpStore   *store,
                gint64      person,
                const char *iso,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) found = eqp_person_find_affiliation (store, person, eqp_test_date (iso), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found != NULL ? eqp_record_get_text (found, EQP_AFFILIATION_SIDE) : NULL, ==, expected);
}

static void
test_find_affiliation (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    person;

  eqp_test_fill (store);
  person = FIND ("person", "P2");
  assert_side_on (store, person, "2026-08-31", "university");
  assert_side_on (store, person, "2026-09-01", "rectorat");
  assert_side_on (store, FIND ("person", "P4"), "2026-09-01", NULL);
  /* Of two at once, the one that began last. */
  ADD ("affiliation", "person", "P2", "side", "other", "from-date", "2026-10-01", "to-date", "2026-10-31");
  assert_side_on (store, person, "2026-09-30", "rectorat");
  assert_side_on (store, person, "2026-10-01", "other");
  assert_side_on (store, person, "2026-10-31", "other");
  assert_side_on (store, person, "2026-11-01", "rectorat");
  eqp_test_pole_free (store);
}

static EqpRecord *
edit_person (EqpStore   *store,
             const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_person_entity, FIND ("person", code), &error);

  g_assert_no_error (error);
  return eqp_record_dup_draft (record);
}

static void
move (EqpStore   *store,
      const char *code,
      const char *institution,
      const char *side,
      const char *from)
{
  g_autoptr (EqpRecord) draft = edit_person (store, code);
  g_autoptr (GError) error = NULL;
  EqpHome home = { FIND ("institution", institution), side, from != NULL ? eqp_test_date (from) : EQP_DATE_NONE };

  eqp_person_save (store, draft, &home, NULL, &error);
  g_assert_no_error (error);
}

static void
test_new_person (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  EqpMessage *label = NULL;
  EqpHome     home;

  eqp_test_fill (store);
  home = (EqpHome){ FIND ("institution", "UNIV"), "university", EQP_DATE_NONE };
  draft = eqp_test_draft (store, &eqp_person_entity, "code", "P9", "civility", "m", "family-name", "Igny", NULL);
  eqp_person_save (store, draft, &home, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Added Mr Igny");
  assert_homes (store, FIND ("person", "P9"), "UNIV university ..");
  eqp_record_set_text (draft, EQP_PERSON_CORPS, "MCF");
  eqp_person_save (store, draft, NULL, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Changed Mr Igny");
  assert_homes (store, FIND ("person", "P9"), "UNIV university ..");

  /* A side that does not exist: the person is not saved either. */
  eqp_record_set_text (draft, EQP_PERSON_CORPS, "PR");
  home.side = "north";
  home.from = eqp_test_date ("2026-09-01");
  g_assert_false (eqp_person_save (store, draft, &home, NULL, &error));
  g_assert_nonnull (error);
  {
    g_autofree char *corps = eqp_test_dup_value (store, &eqp_person_entity, FIND ("person", "P9"), EQP_PERSON_CORPS);

    g_assert_cmpstr (corps, ==, "MCF");
  }
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_move (void)
{
  EqpStore   *store = eqp_test_pole_new ();
  const char *before = "ACAD rectorat 2026-09-01..; UNIV university ..2026-08-31";
  gint64      person;

  eqp_test_fill (store);
  person = FIND ("person", "P2");
  assert_homes (store, person, before);
  move (store, "P2", "INSPE", "university", "2027-01-01");
  assert_homes (store, person, "INSPE university 2027-01-01..; ACAD rectorat 2026-09-01..2026-12-31; UNIV university ..2026-08-31");
  undo (store);
  assert_homes (store, person, before);
  /* Where the person is already. */
  move (store, "P2", "ACAD", "rectorat", "2027-01-01");
  assert_homes (store, person, before);
  /* On the very day on which an affiliation began it is corrected. */
  move (store, "P2", "INSPE", "university", "2026-09-01");
  assert_homes (store, person, "INSPE university 2026-09-01..; UNIV university ..2026-08-31");
  undo (store);
  /* In the past: until the next one begins. */
  move (store, "P2", "INSPE", "university", "2026-01-01");
  assert_homes (store, person, "ACAD rectorat 2026-09-01..; INSPE university 2026-01-01..2026-08-31; UNIV university ..2025-12-31");
  undo (store);
  assert_homes (store, person, before);
  /* Without a day: from today for whoever has a home already. */
  move (store, "P2", "UNIV", "university", NULL);
  assert_homes (store, person, "UNIV university 2026-11-21..; ACAD rectorat 2026-09-01..2026-11-20; UNIV university ..2026-08-31");
  eqp_test_pole_free (store);
}

static void
test_delete_person (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;
  EqpMessage *label = NULL;
  gint64      person;

  eqp_test_fill (store);
  person = FIND ("person", "P3");
  ADD ("mandate", "body", "K1", "person", "P3", "category", "employer");
  g_assert_false (eqp_person_delete (store, person, &label, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (label);
  assert_homes (store, person, "ACAD rectorat ..");
  undo (store);
  eqp_person_delete (store, person, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Deleted Ms Inès Cazenave");
  assert_homes (store, person, "");
  undo (store);
  assert_homes (store, person, "ACAD rectorat ..");
  g_assert_cmpint (FIND ("person", "P3"), ==, person);
  eqp_test_pole_free (store);
}

static guint
count_links (EqpStore        *store,
             const EqpEntity *entity,
             gint64           course)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = eqp_store_select (store, entity, &error, "WHERE course_id = ?", "i", course);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_course (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) components = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  EqpMessage *label = NULL;
  gint64      id, course;

  eqp_test_fill (store);
  id = FIND ("site", "NORTH");
  g_array_append_val (sites, id);
  g_array_append_val (sites, id); /* twice is once */
  id = FIND ("site", "SOUTH");
  g_array_append_val (sites, id);
  id = FIND ("institution", "INSPE");
  g_array_append_val (components, id);
  draft = eqp_test_draft (store, &eqp_course_entity, "code", "C9", "name-fr", "Neuf", "mention", "M1", NULL);
  eqp_course_save (store, draft, sites, components, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Created the course “Neuf”");
  course = FIND ("course", "C9");
  g_assert_cmpuint (count_links (store, &eqp_course_site_entity, course), ==, 2);
  g_assert_cmpuint (count_links (store, &eqp_course_component_entity, course), ==, 1);
  g_array_set_size (sites, 1);
  eqp_course_save (store, draft, sites, NULL, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Changed the course “Neuf”");
  g_assert_cmpuint (count_links (store, &eqp_course_site_entity, course), ==, 1);
  g_assert_cmpuint (count_links (store, &eqp_course_component_entity, course), ==, 1);

  ADD ("enrolment", "person", "P5", "course", "C9", "year", "2026");
  g_assert_false (eqp_course_delete (store, course, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  undo (store);
  eqp_course_delete (store, course, &label, &error);
  g_assert_no_error (error);
  assert_label (label, "Deleted the course “Neuf”");
  g_assert_cmpuint (count_links (store, &eqp_course_site_entity, course), ==, 0);
  undo (store);
  g_assert_cmpuint (count_links (store, &eqp_course_site_entity, course), ==, 1);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
assert_roles (EqpStore   *store,
              const char *code,
              const char *iso,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  GString         *text = g_string_new (NULL);
  g_autofree char *actual = NULL;

  roles = eqp_person_list_roles (store, FIND ("person", code), iso != NULL ? eqp_test_date (iso) : EQP_DATE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < roles->len; i++)
    {
      EqpRole         *role = roles->pdata[i];
      g_autofree char *sentence = eqp_message_render (role->text, EQP_LANGUAGE_EN);
      char             from[EQP_DATE_ISO_SIZE], to[EQP_DATE_ISO_SIZE];

      g_assert_cmpint (role->record, !=, 0);
      g_assert_true ((role->entity == NULL) == (role->id == 0));
      g_string_append_printf (text, "%s %s..%s\n", sentence, eqp_date_to_iso (role->from, from), eqp_date_to_iso (role->to, to));
    }
  actual = g_string_free (text, FALSE);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_roles (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mention", "code", "M2", "name-fr", "Lettres", "head-deputy", "P2");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "employer", "function", "chair", "from-date", "2026-09-01", "to-date", "2027-08-31");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher", "to-date", "2026-08-31");
  ADD ("teaching", "person", "P2", "course", "C2", "year", "2026");
  ADD ("enrolment", "person", "P2", "course", "C1", "year", "2025");
  ADD ("course", "code", "C3", "name-fr", "Fermé", "mention", "M1", "head", "P2", "to-date", "2026-08-31");
  assert_roles (store, "P2", "2026-08-31",
                "Belongs to Université de Valmont (University) ..2026-08-31\n"
                "Member of “Mathematics council”: Teachers ..2026-08-31\n"
                "Represents the head of the mention “Lettres” ..\n"
                "Head of the course “Parcours un” ..\n"
                "Head of the course “Fermé” ..\n"
                "Enrolled in “Parcours un”, 2025–2026 2025-09-01..2026-08-31\n");
  assert_roles (store, "P2", "2026-09-01",
                "Belongs to Académie de Valmont (Education authority) 2026-09-01..\n"
                "Chair of “Mathematics council”: Employeurs 2026-09-01..2027-08-31\n"
                "Represents the head of the mention “Lettres” ..\n"
                "Head of the course “Parcours un” ..\n"
                "Teaches in “Course two”, 2026–2027 2026-09-01..2027-08-31\n");
  assert_roles (store, "P2", NULL,
                "Belongs to Académie de Valmont (Education authority) 2026-09-01..\n"
                "Belongs to Université de Valmont (University) ..2026-08-31\n"
                "Chair of “Mathematics council”: Employeurs 2026-09-01..2027-08-31\n"
                "Member of “Mathematics council”: Teachers ..2026-08-31\n"
                "Represents the head of the mention “Lettres” ..\n"
                "Head of the course “Parcours un” ..\n"
                "Head of the course “Fermé” ..\n"
                "Teaches in “Course two”, 2026–2027 2026-09-01..2027-08-31\n"
                "Enrolled in “Parcours un”, 2025–2026 2025-09-01..2026-08-31\n");
  assert_roles (store, "P1", "2026-09-01",
                "Belongs to Université de Valmont (University) ..\n"
                "Head of the mention “Mathematics” ..\n");
  assert_roles (store, "P6", NULL, "");
  ADD ("affiliation", "person", "P6", "side", "other");
  ADD ("mandate", "body", "K1", "person", "P6", "category", "guest", "function", "secretary");
  assert_roles (store, "P6", "2026-09-01",
                "No home institution (Other) ..\n"
                "Secretary of “Mathematics council”: Guests ..\n");
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/directory/find-affiliation", test_find_affiliation);
  g_test_add_func ("/domain/directory/new-person", test_new_person);
  g_test_add_func ("/domain/directory/move", test_move);
  g_test_add_func ("/domain/directory/delete-person", test_delete_person);
  g_test_add_func ("/domain/directory/course", test_course);
  g_test_add_func ("/domain/directory/roles", test_roles);
  return g_test_run ();
}
