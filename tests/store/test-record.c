/* test-record.c — fields, properties, drafts, parsing, display and validation of a record without a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-record"
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-error.h"
#include "store/eqp-store-private.h"
#include "tests/test-folder.h"

static EqpRecord *
new_house (void)
{
  return eqp_record_new (&test_house_entity);
}

static void
test_field_table (void)
{
  g_autofree char *plain = eqp_field_dup_column (&test_tenant_entity.fields[TEST_TENANT_FAMILY_NAME]);
  g_autofree char *reference = eqp_field_dup_column (&test_tenant_entity.fields[TEST_TENANT_HOUSE]);
  g_autofree char *columns = _eqp_entity_dup_columns (&test_tenant_entity);

  g_assert_cmpstr (plain, ==, "family_name");
  g_assert_cmpstr (reference, ==, "house_id");
  g_assert_cmpstr (columns, ==, "id, code, family_name, house_id, from_date, to_date");
  g_assert_cmpint (eqp_entity_find_field (&test_tenant_entity, "to-date"), ==, TEST_TENANT_TO_DATE);
  g_assert_cmpint (eqp_entity_find_field (&test_tenant_entity, "to_date"), ==, -1);
}

static void
test_new_is_empty (void)
{
  g_autoptr (EqpRecord) house = new_house ();

  g_assert_true (eqp_record_is_draft (house));
  g_assert_false (eqp_record_is_changed (house));
  g_assert_cmpint (eqp_record_get_id (house), ==, 0);
  g_assert_null (eqp_record_get_store (house));
  g_assert_true (eqp_record_get_entity (house) == &test_house_entity);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "");
  g_assert_cmpint (eqp_record_get_date (house, TEST_HOUSE_OPENED), ==, EQP_DATE_NONE);
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
  g_assert_cmpint (eqp_record_get_integer (house, TEST_HOUSE_FLOORS), ==, 0);
  g_assert_false (eqp_record_is_empty (house, TEST_HOUSE_LISTED));
  g_assert_false (eqp_record_get_boolean (house, TEST_HOUSE_LISTED));
}

/* Zero is a value, and no value is none. */
static void
test_integer_zero (void)
{
  g_autoptr (EqpRecord) house = new_house ();

  eqp_record_set_integer (house, TEST_HOUSE_FLOORS, 0);
  g_assert_false (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
  eqp_record_clear (house, TEST_HOUSE_FLOORS);
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  GString *names = user_data;

  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_properties (void)
{
  g_autoptr (EqpRecord) house = new_house ();
  g_autoptr (EqpRecord) tenant = eqp_record_new (&test_tenant_entity);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *title = NULL;
  gint64           floors, reference;
  gboolean         listed, deleted;

  g_signal_connect (house, "notify", G_CALLBACK (count_cb), names);
  g_object_set (house, "code", "H1", "name", "Les Tilleuls", "opened", "2020-02-29", "floors", G_GINT64_CONSTANT (4), "listed", TRUE, "name", "Les Tilleuls", NULL);
  g_assert_cmpstr (names->str, ==, "listed floors opened name code ");
  g_object_get (house, "name", &name, "opened", &opened, "floors", &floors, "listed", &listed, "title", &title, "deleted", &deleted, NULL);
  g_assert_cmpstr (name, ==, "Les Tilleuls");
  g_assert_cmpstr (opened, ==, "2020-02-29");
  g_assert_cmpint (floors, ==, 4);
  g_assert_true (listed);
  g_assert_false (deleted);
  g_assert_cmpstr (title, ==, "H1");
  g_assert_cmpint (eqp_record_get_date (house, TEST_HOUSE_OPENED), ==, eqp_date_from_ymd (2020, 2, 29));
  g_object_set (tenant, "house", G_GINT64_CONSTANT (77), NULL);
  g_object_get (tenant, "house", &reference, NULL);
  g_assert_cmpint (reference, ==, 77);
  g_assert_cmpint (eqp_record_get_reference (tenant, TEST_TENANT_HOUSE), ==, 77);
}

static void
assert_parses (EqpRecord  *house,
               guint       field,
               const char *text)
{
  g_autoptr (GError) error = NULL;

  eqp_record_parse (house, field, text, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (EqpRecord  *house,
                guint       field,
                const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_record_parse (house, field, text, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, text));
}

static void
test_parse_boolean (void)
{
  static const char *const yes[] = { "yes", "OUI", "1", "true", "Vrai", " oui " };
  static const char *const no[] = { "no", "Non", "0", "false", "faux", "" };
  g_autoptr (EqpRecord) house = new_house ();

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      eqp_record_set_boolean (house, TEST_HOUSE_LISTED, FALSE);
      assert_parses (house, TEST_HOUSE_LISTED, yes[i]);
      g_assert_true (eqp_record_get_boolean (house, TEST_HOUSE_LISTED));
      assert_parses (house, TEST_HOUSE_LISTED, no[i]);
      g_assert_false (eqp_record_get_boolean (house, TEST_HOUSE_LISTED));
    }
  assert_refuses (house, TEST_HOUSE_LISTED, "maybe");
}

static void
test_parse_numbers_and_dates (void)
{
  g_autoptr (EqpRecord) house = new_house ();

  assert_parses (house, TEST_HOUSE_FLOORS, " 12\302\240500 ");
  g_assert_cmpint (eqp_record_get_integer (house, TEST_HOUSE_FLOORS), ==, 12500);
  assert_parses (house, TEST_HOUSE_FLOORS, "-3");
  g_assert_cmpint (eqp_record_get_integer (house, TEST_HOUSE_FLOORS), ==, -3);
  assert_refuses (house, TEST_HOUSE_FLOORS, "3.5");
  assert_refuses (house, TEST_HOUSE_FLOORS, "99999999999999999999");
  g_assert_cmpint (eqp_record_get_integer (house, TEST_HOUSE_FLOORS), ==, -3);
  assert_parses (house, TEST_HOUSE_FLOORS, "");
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
  assert_parses (house, TEST_HOUSE_OPENED, "01/09/2026");
  g_assert_cmpint (eqp_record_get_date (house, TEST_HOUSE_OPENED), ==, eqp_date_from_ymd (2026, 9, 1));
  assert_refuses (house, TEST_HOUSE_OPENED, "31/02/2026");
  assert_parses (house, TEST_HOUSE_OPENED, "");
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_OPENED));
}

static void
test_parse_choice (void)
{
  g_autoptr (EqpRecord) house = new_house ();

  assert_parses (house, TEST_HOUSE_KIND, "TOWER");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_KIND), ==, "tower");
  assert_parses (house, TEST_HOUSE_KIND, "Barn");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_KIND), ==, "barn");
  assert_refuses (house, TEST_HOUSE_KIND, "castle");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_KIND), ==, "barn");
  assert_parses (house, TEST_HOUSE_KIND, "  ");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_KIND), ==, "");
}

static void
assert_display (EqpRecord  *record,
                guint       field,
                EqpLanguage language,
                const char *expected)
{
  g_autofree char *display = eqp_record_dup_display (record, field, language);

  g_assert_cmpstr (display, ==, expected);
}

static void
test_display (void)
{
  g_autoptr (EqpRecord) house = new_house ();
  g_autofree char *date = NULL;

  assert_display (house, TEST_HOUSE_KIND, EQP_LANGUAGE_EN, "");
  assert_display (house, TEST_HOUSE_FLOORS, EQP_LANGUAGE_EN, "");
  assert_display (house, TEST_HOUSE_LISTED, EQP_LANGUAGE_EN, "No");
  eqp_record_set_text (house, TEST_HOUSE_KIND, "tower");
  eqp_record_set_integer (house, TEST_HOUSE_FLOORS, 2026);
  eqp_record_set_date (house, TEST_HOUSE_OPENED, eqp_date_from_ymd (2026, 9, 1));
  date = eqp_date_format (eqp_date_from_ymd (2026, 9, 1), EQP_LANGUAGE_FR);
  assert_display (house, TEST_HOUSE_KIND, EQP_LANGUAGE_EN, "Tower");
  assert_display (house, TEST_HOUSE_FLOORS, EQP_LANGUAGE_FR, "2026");
  assert_display (house, TEST_HOUSE_OPENED, EQP_LANGUAGE_FR, date);
}

static void
assert_invalid (EqpRecord *draft,
                guint      expected_field,
                int        code)
{
  g_autoptr (GError) error = NULL;
  guint field = G_MAXUINT;

  g_assert_false (eqp_record_validate (draft, &field, &error));
  g_assert_error (error, EQP_INPUT_ERROR, code);
  g_assert_cmpuint (field, ==, expected_field);
}

static void
test_validate (void)
{
  g_autoptr (EqpRecord) house = new_house ();
  g_autoptr (EqpRecord) tenant = eqp_record_new (&test_tenant_entity);
  g_autoptr (GError) error = NULL;

  assert_invalid (house, TEST_HOUSE_CODE, EQP_INPUT_ERROR_MISSING);
  eqp_record_set_text (house, TEST_HOUSE_CODE, "H1");
  eqp_record_set_text (house, TEST_HOUSE_KIND, "castle");
  assert_invalid (house, TEST_HOUSE_KIND, EQP_INPUT_ERROR_INVALID);
  eqp_record_set_text (house, TEST_HOUSE_KIND, "barn");
  g_assert_true (eqp_record_validate (house, NULL, &error));
  g_assert_no_error (error);

  eqp_record_set_text (tenant, TEST_TENANT_CODE, "T1");
  eqp_record_set_text (tenant, TEST_TENANT_FAMILY_NAME, "Duval");
  eqp_record_set_date (tenant, TEST_TENANT_FROM_DATE, eqp_date_from_ymd (2026, 9, 1));
  eqp_record_set_date (tenant, TEST_TENANT_TO_DATE, eqp_date_from_ymd (2026, 8, 31));
  assert_invalid (tenant, TEST_TENANT_TO_DATE, EQP_INPUT_ERROR_INVALID);
  eqp_record_set_date (tenant, TEST_TENANT_TO_DATE, eqp_date_from_ymd (2026, 9, 1));
  g_assert_true (eqp_record_validate (tenant, NULL, &error));
  g_assert_no_error (error);
}

static void
test_copy_of_new_draft (void)
{
  g_autoptr (EqpRecord) house = new_house ();
  g_autoptr (EqpRecord) copy = NULL;

  eqp_record_set_text (house, TEST_HOUSE_CODE, "H1");
  copy = eqp_record_dup_draft (house);
  eqp_record_set_text (house, TEST_HOUSE_CODE, "H2");
  g_assert_cmpstr (eqp_record_get_text (copy, TEST_HOUSE_CODE), ==, "H1");
  g_assert_cmpint (eqp_record_get_id (copy), ==, 0);
  g_assert_true (eqp_record_is_changed (copy));
  eqp_record_clear (copy, TEST_HOUSE_CODE);
  g_assert_false (eqp_record_is_changed (copy));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/record/field-table", test_field_table);
  g_test_add_func ("/record/new-is-empty", test_new_is_empty);
  g_test_add_func ("/record/integer-zero", test_integer_zero);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/parse-boolean", test_parse_boolean);
  g_test_add_func ("/record/parse-numbers-and-dates", test_parse_numbers_and_dates);
  g_test_add_func ("/record/parse-choice", test_parse_choice);
  g_test_add_func ("/record/display", test_display);
  g_test_add_func ("/record/validate", test_validate);
  g_test_add_func ("/record/copy-of-new-draft", test_copy_of_new_draft);
  return g_test_run ();
}
