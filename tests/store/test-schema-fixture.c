/* test-schema-fixture.c — two small entities, houses and their tenants, on which the store is tested */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-schema-fixture"
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

static const EqpChoice house_kinds[] = {
  { "house", N_ ("House") },
  { "tower", N_ ("Tower") },
  { "barn", N_ ("Barn") },
  { NULL, NULL },
};

static const EqpField house_fields[] = {
  [TEST_HOUSE_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Code"), NULL, NULL, NULL },
  [TEST_HOUSE_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Name"), "nom", NULL, NULL },
  [TEST_HOUSE_KIND] = { "kind", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Kind"), NULL, house_kinds, NULL },
  [TEST_HOUSE_OPENED] = { "opened", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Opened"), NULL, NULL, NULL },
  [TEST_HOUSE_FLOORS] = { "floors", EQP_FIELD_INTEGER, EQP_FIELD_OPTIONAL, N_ ("Floors"), NULL, NULL, NULL },
  [TEST_HOUSE_LISTED] = { "listed", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("Listed"), NULL, NULL, NULL },
};

static const EqpField tenant_fields[] = {
  [TEST_TENANT_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Code"), NULL, NULL, NULL },
  [TEST_TENANT_FAMILY_NAME] = { "family-name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED | EQP_FIELD_PERSONAL, N_ ("Family name"), "nom", NULL, NULL },
  [TEST_TENANT_HOUSE] = { "house", EQP_FIELD_REFERENCE, EQP_FIELD_OWNER, N_ ("House"), "maison", NULL, &test_house_entity },
  [TEST_TENANT_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), NULL, NULL, NULL },
  [TEST_TENANT_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("To"), NULL, NULL, NULL },
};

const EqpEntity test_house_entity = {
  "house",
  N_ ("house"),
  N_ ("Houses"),
  house_fields,
  G_N_ELEMENTS (house_fields),
  test_house_get_type,
};

const EqpEntity test_tenant_entity = {
  "tenant",
  N_ ("tenant"),
  N_ ("Tenants"),
  tenant_fields,
  G_N_ELEMENTS (tenant_fields),
  test_tenant_get_type,
};

#define STEP_ONE                                                                    \
  "CREATE TABLE house ("                                                            \
  "  id INTEGER PRIMARY KEY,"                                                       \
  "  code TEXT NOT NULL UNIQUE CHECK (code <> ''),"                                 \
  "  name TEXT NOT NULL DEFAULT '',"                                                \
  "  kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'house', 'tower', 'barn'))," \
  "  opened TEXT NOT NULL DEFAULT '' CHECK (length (opened) IN (0, 10)),"           \
  "  floors INTEGER CHECK (floors IS NULL OR floors < 1000),"                       \
  "  listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1))"                    \
  ") STRICT;"                                                                       \
  "CREATE TABLE tenant ("                                                           \
  "  id INTEGER PRIMARY KEY,"                                                       \
  "  code TEXT NOT NULL UNIQUE CHECK (code <> ''),"                                 \
  "  family_name TEXT NOT NULL CHECK (family_name <> ''),"                          \
  "  house_id INTEGER REFERENCES house (id),"                                       \
  "  from_date TEXT NOT NULL DEFAULT '' CHECK (length (from_date) IN (0, 10)),"     \
  "  to_date TEXT NOT NULL DEFAULT '' CHECK (length (to_date) IN (0, 10))"          \
  ") STRICT;"                                                                       \
  "CREATE INDEX tenant_house ON tenant (house_id);"

static const char *const steps[] = {
  STEP_ONE,
  "CREATE INDEX house_name ON house (name);"
  "UPDATE house SET name = 'Nameless' WHERE name = '';",
};

static const char *const wrong_steps[] = {
  STEP_ONE,
  "CREATE INDEX house_name ON house (name);"
  "CREATE INDEX house_name ON house (name);",
};

static const EqpEntity *const entities[] = { &test_house_entity, &test_tenant_entity };

const EqpSchema test_schema = { steps, 1, entities, G_N_ELEMENTS (entities) };
const EqpSchema test_schema_two = { steps, 2, entities, G_N_ELEMENTS (entities) };
const EqpSchema test_schema_wrong = { wrong_steps, 2, entities, G_N_ELEMENTS (entities) };

struct _TestHouse
{
  EqpRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TestHouse, test_house, EQP_TYPE_RECORD)

struct _TestTenant
{
  EqpRecord parent_instance;

  guint n_refreshes;
};

G_DEFINE_FINAL_TYPE (TestTenant, test_tenant, EQP_TYPE_RECORD)

static void
test_house_class_init (TestHouseClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &test_house_entity);
}

static void
test_house_init (TestHouse *self)
{
}

static char *
test_tenant_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  return g_strdup (eqp_record_get_text (record, TEST_TENANT_FAMILY_NAME));
}

static gboolean
test_tenant_validate (EqpRecord *record,
                      guint     *field,
                      GError   **error)
{
  EqpDate from = eqp_record_get_date (record, TEST_TENANT_FROM_DATE);
  EqpDate to = eqp_record_get_date (record, TEST_TENANT_TO_DATE);

  if (to == EQP_DATE_NONE || to >= from)
    return TRUE;
  *field = TEST_TENANT_TO_DATE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, "The tenancy ends before it begins.");
  return FALSE;
}

static void
test_tenant_refreshed (EqpRecord *record)
{
  TEST_TENANT (record)->n_refreshes++;
}

static void
test_tenant_class_init (TestTenantClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  record_class->dup_title = test_tenant_dup_title;
  record_class->validate = test_tenant_validate;
  record_class->refreshed = test_tenant_refreshed;
  eqp_record_class_set_entity (record_class, &test_tenant_entity);
}

static void
test_tenant_init (TestTenant *self)
{
}

guint
test_tenant_get_n_refreshes (TestTenant *self)
{
  return self->n_refreshes;
}

EqpStore *
test_store_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_create (path, &test_schema, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

EqpStore *
test_store_open_with (const char       *path,
                      const EqpSchema  *schema,
                      EqpStoreOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, schema, flags, &error);

  g_assert_no_error (error);
  return store;
}

EqpStore *
test_store_open (const char *path)
{
  return test_store_open_with (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP);
}

static EqpRecord *
test_save_new (EqpStore   *store,
               EqpRecord  *draft,
               const char *label)
{
  g_autoptr (EqpMessage) message = eqp_message_text (eqp_message_new (label), "code", eqp_record_get_text (draft, 0));
  g_autoptr (GError) error = NULL;
  EqpRecord *live;

  eqp_store_save_one (store, message, draft, &error);
  g_assert_no_error (error);
  live = eqp_store_get (store, eqp_record_get_entity (draft), eqp_record_get_id (draft), &error);
  g_assert_no_error (error);
  return live;
}

EqpRecord *
test_add_house (EqpStore   *store,
                const char *code,
                const char *name)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);

  eqp_record_set_text (draft, TEST_HOUSE_CODE, code);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
  return test_save_new (store, draft, N_ ("Added house {code}"));
}

EqpRecord *
test_add_tenant (EqpStore   *store,
                 const char *code,
                 const char *family_name,
                 gint64      house)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_tenant_entity);

  eqp_record_set_text (draft, TEST_TENANT_CODE, code);
  eqp_record_set_text (draft, TEST_TENANT_FAMILY_NAME, family_name);
  eqp_record_set_reference (draft, TEST_TENANT_HOUSE, house);
  return test_save_new (store, draft, N_ ("Added tenant {code}"));
}

void
test_write_sql (const char *path,
                const char *sql,
                gboolean    triggers)
{
  char    *message = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, (int)triggers, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

gboolean
test_store_was_checked (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT value > '1700000000000000' FROM meta WHERE key = 'last_integrity_check'", NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0) == 1;
}

GBytes *
test_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}
