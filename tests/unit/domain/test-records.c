/* test-records.c — what records refuse, on both sides of each boundary, and how they are named */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-parameter.h"
#include "domain/bodies/eqp-statute.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-enrolment.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-teaching.h"
#include "domain/eqp-setting.h"
#include "tests/test-folder.h"

static void
assert_valid (EqpRecord *draft)
{
  g_autoptr (GError) error = NULL;

  eqp_record_validate (draft, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (EqpRecord  *draft,
                guint       field,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  guint at_fault = 0;

  g_assert_false (eqp_record_validate (draft, &at_fault, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, part);
  g_assert_cmpuint (at_fault, ==, field);
}

static void
assert_title (EqpRecord  *record,
              EqpLanguage language,
              const char *expected)
{
  g_autofree char *title = eqp_record_dup_title (record, language);

  g_assert_cmpstr (title, ==, expected);
}

/* A period of one day is the shortest there is. */
static void
check_period (const EqpEntity *entity,
              guint            from,
              guint            to,
              EqpRecord       *draft)
{
  eqp_record_set_date (draft, from, eqp_test_date ("2026-09-01"));
  assert_valid (draft);
  eqp_record_set_date (draft, to, eqp_test_date ("2026-09-01"));
  assert_valid (draft);
  eqp_record_set_date (draft, to, eqp_test_date ("2026-08-31"));
  assert_refused (draft, to, "comes before the first day");
  eqp_record_clear (draft, from);
  assert_valid (draft);
}

static void
test_periods (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) affiliation = NULL;
  g_autoptr (EqpRecord) course = NULL;
  g_autoptr (EqpRecord) statute = NULL;
  g_autoptr (EqpRecord) parameter = NULL;
  g_autoptr (EqpRecord) body = NULL;
  g_autoptr (EqpRecord) mandate = NULL;

  eqp_test_fill (store);
  affiliation = eqp_test_draft (store, &eqp_affiliation_entity, "person", "P1", NULL);
  course = eqp_test_draft (store, &eqp_course_entity, "code", "C9", "name-fr", "Neuf", "mention", "M1", NULL);
  statute = eqp_test_draft (store, &eqp_statute_entity, "code", "S", "name-fr", "Statut", NULL);
  parameter = eqp_test_draft (store, &eqp_parameter_entity, "statute", "CPER", "name", "total-min", NULL);
  body = eqp_test_draft (store, &eqp_body_entity, "code", "K9", "name-fr", "Neuf", "statute", "CPER", NULL);
  mandate = eqp_test_draft (store, &eqp_mandate_entity, "body", "K1", "person", "P1", "category", "head", NULL);
  check_period (&eqp_affiliation_entity, EQP_AFFILIATION_FROM_DATE, EQP_AFFILIATION_TO_DATE, affiliation);
  check_period (&eqp_course_entity, EQP_COURSE_FROM_DATE, EQP_COURSE_TO_DATE, course);
  check_period (&eqp_statute_entity, EQP_STATUTE_FROM_DATE, EQP_STATUTE_TO_DATE, statute);
  check_period (&eqp_parameter_entity, EQP_PARAMETER_FROM_DATE, EQP_PARAMETER_TO_DATE, parameter);
  check_period (&eqp_body_entity, EQP_BODY_FROM_DATE, EQP_BODY_TO_DATE, body);
  check_period (&eqp_mandate_entity, EQP_MANDATE_FROM_DATE, EQP_MANDATE_TO_DATE, mandate);
  eqp_test_pole_free (store);
}

static EqpRecord *
edit (EqpStore        *store,
      const EqpEntity *entity,
      const char      *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) record = eqp_store_get (store, entity, eqp_test_find (store, entity, code), &error);

  g_assert_no_error (error);
  return eqp_record_dup_draft (record);
}

static void
test_institution (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  guint field = 0;

  draft = eqp_test_draft (store, &eqp_institution_entity, "code", "LYC", "name", "Lycée des Deux-Rives", NULL);
  assert_valid (draft);
  eqp_record_set_text (draft, EQP_INSTITUTION_UAI, "0750001A");
  g_assert_false (eqp_record_validate (draft, &field, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_cmpuint (field, ==, EQP_INSTITUTION_UAI);
  g_clear_error (&error);
  /* 750001 leaves 17 when divided by 23: the eighteenth letter that a key can be, U. */
  eqp_record_set_text (draft, EQP_INSTITUTION_UAI, "0750001U");
  assert_valid (draft);
  eqp_record_set_text (draft, EQP_INSTITUTION_SIRET, "12345678200011");
  g_assert_false (eqp_record_validate (draft, &field, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_cmpuint (field, ==, EQP_INSTITUTION_SIRET);
  /* Luhn's sum of these fourteen digits is 40. */
  eqp_record_set_text (draft, EQP_INSTITUTION_SIRET, "12345678200010");
  assert_valid (draft);
  eqp_record_set_text (draft, EQP_INSTITUTION_KIND, "castle");
  assert_refused (draft, EQP_INSTITUTION_KIND, "castle");
  g_clear_object (&draft);
  eqp_test_add (store, &eqp_institution_entity, "code", "A", "name", "A", NULL);
  draft = edit (store, &eqp_institution_entity, "A");
  eqp_record_set_reference (draft, EQP_INSTITUTION_PARENT, eqp_record_get_id (draft));
  assert_refused (draft, EQP_INSTITUTION_PARENT, "part of itself");
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_category (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;

  eqp_test_fill (store);
  draft = eqp_test_draft (store, &eqp_category_entity, "statute", "CPER", "code", "x", "name-fr", "X", "min", "2", NULL);
  assert_valid (draft);
  eqp_record_set_integer (draft, EQP_CATEGORY_MAX, 2);
  assert_valid (draft);
  eqp_record_set_integer (draft, EQP_CATEGORY_MAX, 1);
  assert_refused (draft, EQP_CATEGORY_MAX, "The maximum, 1, is smaller than the minimum, 2.");
  eqp_record_set_integer (draft, EQP_CATEGORY_MIN, 0);
  assert_valid (draft);
  eqp_record_set_integer (draft, EQP_CATEGORY_MIN, -1);
  assert_refused (draft, EQP_CATEGORY_MIN, "negative");
  eqp_test_pole_free (store);
}

static void
test_year (void)
{
  static const struct
  {
    gint64   year;
    gboolean valid;
  } cases[] = { { 1899, FALSE }, { 1900, TRUE }, { 2999, TRUE }, { 3000, FALSE } };
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) teaching = NULL;
  g_autoptr (EqpRecord) enrolment = NULL;

  eqp_test_fill (store);
  teaching = eqp_test_draft (store, &eqp_teaching_entity, "person", "P1", "course", "C1", NULL);
  enrolment = eqp_test_draft (store, &eqp_enrolment_entity, "person", "P4", "course", "C1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      eqp_record_set_integer (teaching, EQP_TEACHING_YEAR, cases[i].year);
      eqp_record_set_integer (enrolment, EQP_ENROLMENT_YEAR, cases[i].year);
      if (cases[i].valid)
        {
          assert_valid (teaching);
          assert_valid (enrolment);
        }
      else
        {
          assert_refused (teaching, EQP_TEACHING_YEAR, "is not an academic year");
          assert_refused (enrolment, EQP_ENROLMENT_YEAR, "is not an academic year");
        }
    }
  eqp_test_pole_free (store);
}

static void
test_body_parent (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  gint64 sub;

  eqp_test_fill (store);
  eqp_test_add (store, &eqp_body_entity, "code", "K1N", "name-fr", "Nord", "statute", "CPER", "parent", "K1", "site", "NORTH", NULL);
  sub = eqp_test_add (store, &eqp_body_entity, "code", "K1NN", "name-fr", "Nord-nord", "statute", "CPER", "parent", "K1N", NULL);
  draft = edit (store, &eqp_body_entity, "K1");
  assert_valid (draft);
  eqp_record_set_reference (draft, EQP_BODY_PARENT, eqp_record_get_id (draft));
  assert_refused (draft, EQP_BODY_PARENT, "its own sub-council");
  eqp_record_set_reference (draft, EQP_BODY_PARENT, sub);
  assert_refused (draft, EQP_BODY_PARENT, "its own sub-council");
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

/* Seats are of the statute of their council: neither may move away under the other. */
static void
test_mandate_statute (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Appointed");
  g_autoptr (GError) error = NULL;

  eqp_test_fill (store);
  eqp_test_add (store, &eqp_statute_entity, "code", "COPIL", "name-fr", "Comité de pilotage", NULL);
  eqp_test_add (store, &eqp_category_entity, "statute", "COPIL", "code", "delegate", "name-fr", "Délégués", NULL);
  draft = eqp_test_draft (store, &eqp_mandate_entity, "body", "K1", "person", "P1", "category", "delegate", NULL);
  g_assert_false (eqp_store_save_one (store, label, draft, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "“Délégués” is not a category of seats in the statute of “Mathematics council”.");
  g_clear_object (&draft);

  draft = edit (store, &eqp_body_entity, "K1");
  eqp_record_set_reference (draft, EQP_BODY_STATUTE, eqp_test_find (store, &eqp_statute_entity, "COPIL"));
  assert_valid (draft);
  eqp_test_add (store, &eqp_mandate_entity, "body", "K1", "person", "P1", "category", "head", NULL);
  assert_refused (draft, EQP_BODY_STATUTE, "Its statute cannot be changed");
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *name;
    const char *value;
    gboolean    valid;
  } cases[] = {
    { EQP_SETTING_YEAR_START, "08-15", TRUE },
    { EQP_SETTING_YEAR_START, "12-31", TRUE },
    { EQP_SETTING_YEAR_START, "02-28", TRUE },
    { EQP_SETTING_YEAR_START, "02-29", FALSE },
    { EQP_SETTING_YEAR_START, "13-01", FALSE },
    { EQP_SETTING_YEAR_START, "00-01", FALSE },
    { EQP_SETTING_YEAR_START, "09-00", FALSE },
    { EQP_SETTING_YEAR_START, "9-1", FALSE },
    { EQP_SETTING_YEAR_START, "09/01", FALSE },
    { EQP_SETTING_INCLUSIVE, "both", TRUE },
    { EQP_SETTING_INCLUSIVE, "neither", FALSE },
    { EQP_SETTING_POLE_NAME, "Pôle de Valmont", TRUE },
  };
  EqpStore *store = eqp_test_pole_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = eqp_pole_dup_setting (store, cases[i].name);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean saved = eqp_pole_set_setting (store, cases[i].name, cases[i].value, &error);

      g_test_message ("%s = %s", cases[i].name, cases[i].value);
      if (cases[i].valid)
        g_assert_no_error (error);
      g_assert_cmpint (saved, ==, cases[i].valid);
      if (!cases[i].valid)
        eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, cases[i].value);
      after = eqp_pole_dup_setting (store, cases[i].name);
      g_assert_cmpstr (after, ==, cases[i].valid ? cases[i].value : before);
    }
  eqp_test_pole_free (store);
}

static void
test_academic_year (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;
  EqpDate first, last;

  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-08-31")), ==, 2025);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-09-01")), ==, 2026);
  eqp_pole_set_setting (store, EQP_SETTING_YEAR_START, "08-15", &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-08-14")), ==, 2025);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-08-15")), ==, 2026);
  eqp_pole_get_year_period (store, 2026, &first, &last);
  g_assert_cmpint (first, ==, eqp_test_date ("2026-08-15"));
  g_assert_cmpint (last, ==, eqp_test_date ("2027-08-14"));
  /* Set back to its default. */
  eqp_pole_set_setting (store, EQP_SETTING_YEAR_START, "", &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-08-31")), ==, 2025);
  eqp_test_pole_free (store);
}

static void
test_titles (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) person = NULL;
  g_autoptr (EqpRecord) nameless = NULL;
  g_autoptr (EqpRecord) course = NULL;
  g_autoptr (EqpRecord) mandate = NULL;
  g_autoptr (EqpRecord) teaching = NULL;
  g_autoptr (EqpRecord) decision = NULL;
  g_autofree char *ms_fr = g_strdup_printf ("%s Éloïse Aubrac", eqp_tr (EQP_LANGUAGE_FR, "Ms"));
  g_autofree char *display = NULL;
  g_autofree char *sort = NULL;
  gint64           id;

  eqp_test_fill (store);
  person = edit (store, &eqp_person_entity, "P1");
  assert_title (person, EQP_LANGUAGE_EN, "Ms Éloïse Aubrac");
  assert_title (person, EQP_LANGUAGE_FR, ms_fr);
  g_object_get (person, "display-name", &display, "family-name", &sort, NULL);
  g_assert_cmpstr (display, ==, "Aubrac Éloïse");
  g_assert_cmpstr (sort, ==, "Aubrac");
  nameless = edit (store, &eqp_person_entity, "P6");
  assert_title (nameless, EQP_LANGUAGE_EN, "Fontbrune");
  g_clear_pointer (&display, g_free);
  g_object_get (nameless, "display-name", &display, NULL);
  g_assert_cmpstr (display, ==, "Fontbrune");
  course = edit (store, &eqp_course_entity, "C1");
  assert_title (course, EQP_LANGUAGE_EN, "Parcours un");

  id = eqp_test_add (store, &eqp_mandate_entity, "body", "K1", "person", "P1", "category", "teacher", NULL);
  mandate = eqp_store_get (store, &eqp_mandate_entity, id, NULL);
  assert_title (mandate, EQP_LANGUAGE_EN, "Ms Éloïse Aubrac, Teachers (Mathematics council)");
  id = eqp_test_add (store, &eqp_teaching_entity, "person", "P4", "course", "C2", "year", "2026", NULL);
  teaching = eqp_store_get (store, &eqp_teaching_entity, id, NULL);
  assert_title (teaching, EQP_LANGUAGE_EN, "Sacha Dorval, Course two (2026–2027)");
  id = eqp_test_add (store, &eqp_decision_entity, "body", "K1", "kind", "decision", "date", "2026-09-12", NULL);
  decision = eqp_store_get (store, &eqp_decision_entity, id, NULL);
  assert_title (decision, EQP_LANGUAGE_EN, "Decision of the director, 12 Sep 2026 (Mathematics council)");

  g_clear_object (&person);
  g_clear_object (&nameless);
  g_clear_object (&course);
  g_clear_object (&mandate);
  g_clear_object (&teaching);
  g_clear_object (&decision);
  eqp_test_pole_free (store);
}

/* A new draft belongs to no file yet and names what it can. */
static void
test_detached_titles (void)
{
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < schema->n_entities; i++)
    {
      g_autoptr (EqpRecord) record = eqp_record_new (schema->entities[i]);
      g_autofree char *title = NULL;

      for (guint j = 0; j < schema->entities[i]->n_fields; j++)
        if (schema->entities[i]->fields[j].type == EQP_FIELD_REFERENCE)
          eqp_record_set_reference (record, j, 4711);
      title = eqp_record_dup_title (record, EQP_LANGUAGE_FR);
      g_assert_nonnull (title);
    }
}

/* Renaming a person tells whoever shows the derived name. */
static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  (*(guint *)user_data)++;
}

static void
test_display_name_notify (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) live = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Renamed");
  g_autoptr (GError) error = NULL;
  g_autofree char *display = NULL;
  guint            n = 0;

  eqp_test_fill (store);
  live = eqp_store_get (store, &eqp_person_entity, eqp_test_find (store, &eqp_person_entity, "P1"), &error);
  g_signal_connect (live, "notify::display-name", G_CALLBACK (notify_cb), &n);
  draft = eqp_record_dup_draft (live);
  eqp_record_set_text (draft, EQP_PERSON_FAMILY_NAME, "Zoltan");
  eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (live, "display-name", &display, NULL);
  g_assert_cmpstr (display, ==, "Zoltan Éloïse");
  g_clear_object (&draft);
  g_clear_object (&live);
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/records/periods", test_periods);
  g_test_add_func ("/domain/records/institution", test_institution);
  g_test_add_func ("/domain/records/category", test_category);
  g_test_add_func ("/domain/records/year", test_year);
  g_test_add_func ("/domain/records/body-parent", test_body_parent);
  g_test_add_func ("/domain/records/mandate-statute", test_mandate_statute);
  g_test_add_func ("/domain/records/settings", test_settings);
  g_test_add_func ("/domain/records/academic-year", test_academic_year);
  g_test_add_func ("/domain/records/titles", test_titles);
  g_test_add_func ("/domain/records/detached-titles", test_detached_titles);
  g_test_add_func ("/domain/records/display-name-notify", test_display_name_notify);
  return g_test_run ();
}
