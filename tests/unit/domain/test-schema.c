/* test-schema.c — every field table says what the schema says */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

static const char *
get_sql_type (EqpFieldType type)
{
  return type == EQP_FIELD_TEXT || type == EQP_FIELD_CHOICE || type == EQP_FIELD_DATE ? "TEXT" : "INTEGER";
}

/* Text is never NULL, "" says that it is not known; a number or reference is NULL unless it is required. */
static gboolean
may_be_null (const EqpField *field)
{
  return (field->type == EQP_FIELD_INTEGER || field->type == EQP_FIELD_REFERENCE) && (field->flags & EQP_FIELD_REQUIRED) == 0;
}

static void
check_columns (EqpStore        *store,
               const EqpEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT name, type, \"notnull\" FROM pragma_table_info (?)", "s", entity->table);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  g_assert_cmpstr (eqp_query_get_text (query, 0), ==, "id");
  while (eqp_query_next (query, &error))
    {
      const EqpField  *field = &entity->fields[n++];
      g_autofree char *column = NULL;

      g_assert_cmpuint (n, <=, entity->n_fields);
      column = eqp_field_dup_column (field);
      g_test_message ("%s.%s", entity->table, column);
      g_assert_cmpstr (eqp_query_get_text (query, 0), ==, column);
      g_assert_cmpstr (eqp_query_get_text (query, 1), ==, get_sql_type (field->type));
      g_assert_cmpint (eqp_query_get_integer (query, 2), ==, !may_be_null (field));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, entity->n_fields);
}

static void
test_columns (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < schema->n_entities; i++)
    check_columns (store, schema->entities[i]);
  eqp_test_pole_free (store);
}

/* A table without an entity would be stored but never journalled. The sums of the ledger need no journal: its triggers follow every change
 * of a line, an undo too. */
static void
test_tables (void)
{
  const EqpSchema *schema = eqp_pole_get_schema ();
  guint            n_tables = 0;

  for (guint i = 0; i < schema->n_steps; i++)
    for (const char *at = schema->steps[i]; (at = strstr (at, "CREATE TABLE ")) != NULL; at++)
      n_tables += !g_str_has_prefix (at, "CREATE TABLE exchange_total ");
  g_assert_cmpuint (n_tables, ==, schema->n_entities);
}

static void
check_references (EqpStore        *store,
                  const EqpEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list (?)", "s", entity->table);
  guint n_references = 0;
  guint n_keys = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_assert_true ((entity->fields[i].type == EQP_FIELD_REFERENCE) == (entity->fields[i].target != NULL));
      n_references += entity->fields[i].target != NULL;
    }
  while (eqp_query_next (query, &error))
    {
      g_autofree char *column = g_strdup (eqp_query_get_text (query, 0));
      int              field;

      g_assert_true (g_str_has_suffix (column, "_id"));
      column[strlen (column) - 3] = '\0';
      g_strdelimit (column, "_", '-');
      field = eqp_entity_find_field (entity, column);
      g_assert_cmpint (field, >=, 0);
      g_assert_cmpstr (eqp_query_get_text (query, 1), ==, entity->fields[field].target->table);
      g_assert_cmpstr (eqp_query_get_text (query, 2), ==, "id");
      n_keys++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_keys, ==, n_references);
}

static void
test_references (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpSchema *schema = eqp_pole_get_schema ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];

      g_hash_table_add (seen, (gpointer)entity);
      check_references (store, entity);
      for (guint j = 0; j < entity->n_fields; j++)
        if (entity->fields[j].target != NULL)
          g_assert_true (g_hash_table_contains (seen, entity->fields[j].target));
    }
  eqp_test_pole_free (store);
}

/* "'a', 'b'" as the schema lists the choices of a column, out of "column IN ('a', 'b')". */
static char *
dup_schema_choices (const char *sql,
                    const char *column)
{
  g_autofree char *start = g_strdup_printf ("(%s IN (", column);
  const char      *found = strstr (sql, start);

  g_assert_nonnull (found);
  found += strlen (start);
  return g_strndup (found, strcspn (found, ")"));
}

static void
check_choices (const char     *sql,
               const EqpField *field)
{
  g_autofree char *column = eqp_field_dup_column (field);
  g_autofree char *expected = dup_schema_choices (sql, column);
  GString         *choices = g_string_new (NULL);
  g_autofree char *actual = NULL;

  for (const EqpChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_string_append_printf (choices, "%s'%s'", choices->len > 0 ? ", " : "", choice->value);
      g_assert_cmpstr (choice->label, !=, "");
    }
  actual = g_string_free (choices, FALSE);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_choices (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpSchema *schema = eqp_pole_get_schema ();
  guint            n_choices = 0;

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", "s", entity->table);

      g_assert_no_error (error);
      g_assert_true (eqp_query_next (query, &error));
      for (guint j = 0; j < entity->n_fields; j++)
        {
          g_assert_true ((entity->fields[j].type == EQP_FIELD_CHOICE) == (entity->fields[j].choices != NULL));
          if (entity->fields[j].choices == NULL)
            continue;
          check_choices (eqp_query_get_text (query, 0), &entity->fields[j]);
          n_choices++;
        }
    }
  g_assert_cmpuint (n_choices, ==, 27);
  eqp_test_pole_free (store);
}

static char *
dup_initial (EqpRecord *record,
             guint      field)
{
  switch (eqp_record_get_entity (record)->fields[field].type)
    {
    case EQP_FIELD_BOOLEAN:
      return g_strdup (eqp_record_get_boolean (record, field) ? "1" : "0");
    case EQP_FIELD_INTEGER:
      return eqp_record_is_empty (record, field) ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, eqp_record_get_integer (record, field));
    case EQP_FIELD_REFERENCE:
      return eqp_record_is_empty (record, field) ? NULL : g_strdup ("a reference");
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      return g_strdup_printf ("'%s'", eqp_record_get_text (record, field));
    case EQP_FIELD_DATE:
    default:
      return g_strdup (eqp_record_is_empty (record, field) ? "''" : "a date");
    }
}

/* What a new record starts with is what a row inserted without the column would hold. */
static void
test_defaults (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];
      g_autoptr (EqpRecord) record = eqp_record_new (entity);
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpQuery) query = NULL;
      guint field = 0;

      query = eqp_store_query (store, &error, "SELECT name, dflt_value FROM pragma_table_info (?) WHERE name <> 'id'", "s", entity->table);
      g_assert_no_error (error);
      for (; eqp_query_next (query, &error); field++)
        {
          g_autofree char *initial = dup_initial (record, field);

          g_test_message ("%s.%s", entity->table, eqp_query_get_text (query, 0));
          if (!eqp_query_is_null (query, 1))
            g_assert_cmpstr (initial, ==, eqp_query_get_text (query, 1));
        }
      g_assert_no_error (error);
    }
  eqp_test_pole_free (store);
}

/* The first UNIQUE of a table names its natural key. */
static void
test_keys (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpSchema *schema = eqp_pole_get_schema ();
  guint            n_unique = 0;

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpQuery) query = NULL;
      guint n_keys = 0;
      guint n_columns = 0;

      for (guint j = 0; j < entity->n_fields; j++)
        n_keys += (entity->fields[j].flags & EQP_FIELD_KEY) != 0;
      g_assert_cmpuint (n_keys, >, 0);
      query = eqp_store_query (store, &error,
                               "SELECT i.cid FROM pragma_index_list (?) l JOIN pragma_index_info (l.name) i WHERE l.origin = 'u'",
                               "s", entity->table);
      g_assert_no_error (error);
      while (eqp_query_next (query, &error))
        {
          g_assert_true (entity->fields[eqp_query_get_integer (query, 0) - 1].flags & EQP_FIELD_KEY);
          n_columns++;
        }
      g_assert_no_error (error);
      if (n_columns > 0)
        g_assert_cmpuint (n_columns, ==, n_keys);
      n_unique += n_columns > 0;
    }
  g_assert_cmpuint (n_unique, ==, 29);
  eqp_test_pole_free (store);
}

static void
test_find_entity (void)
{
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < schema->n_entities; i++)
    g_assert_true (eqp_pole_find_entity (schema->entities[i]->table) == schema->entities[i]);
  g_assert_cmpstr (eqp_pole_find_entity ("people")->table, ==, "person");
  g_assert_cmpstr (eqp_pole_find_entity ("bodies")->table, ==, "body");
  g_assert_cmpstr (eqp_pole_find_entity ("enrolments")->table, ==, "enrolment");
  g_assert_cmpstr (eqp_pole_find_entity ("categories")->table, ==, "category");
  g_assert_null (eqp_pole_find_entity ("peoples"));
  g_assert_null (eqp_pole_find_entity (""));
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/schema/columns", test_columns);
  g_test_add_func ("/domain/schema/tables", test_tables);
  g_test_add_func ("/domain/schema/references", test_references);
  g_test_add_func ("/domain/schema/choices", test_choices);
  g_test_add_func ("/domain/schema/defaults", test_defaults);
  g_test_add_func ("/domain/schema/keys", test_keys);
  g_test_add_func ("/domain/schema/find-entity", test_find_entity);
  return g_test_run ();
}
