/* test-schema.c — creating and migrating files, step by step */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-schema"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-backup.h"
#include "store/eqp-database.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

/* Every table, index and trigger with its SQL, and the version. */
static char *
dup_schema (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", NULL);
  g_autoptr (EqpQuery) version = eqp_store_query (store, &error, "PRAGMA user_version", NULL);
  GString *schema = g_string_new (NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    g_string_append_printf (schema, "%s %s: %s\n", eqp_query_get_text (query, 0), eqp_query_get_text (query, 1), eqp_query_get_text (query, 2));
  g_assert_true (eqp_query_next (version, &error));
  g_assert_no_error (error);
  g_string_append_printf (schema, "%d", (int)eqp_query_get_integer (version, 0));
  return g_string_free (schema, FALSE);
}

static char *
dup_old_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (EqpRecord) named = test_add_house (store, "H1", "One");
  g_autoptr (EqpRecord) nameless = test_add_house (store, "H2", "");

  eqp_store_close (store);
  return path;
}

static void
test_create (void)
{
  g_autofree char *path = test_dup_path ("new.equipole");
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autofree char *schema = dup_schema (store);

  g_assert_cmpstr (eqp_store_get_path (store), ==, path);
  g_assert_true (eqp_store_get_schema (store) == &test_schema);
  g_assert_cmpint (eqp_store_get_version (store), ==, 1);
  g_assert_false (eqp_store_is_read_only (store));
  g_assert_nonnull (strstr (schema, "table house:"));
  g_assert_nonnull (strstr (schema, "table journal_entry:"));
  g_assert_nonnull (strstr (schema, "table meta:"));
  eqp_store_close (store);
}

/* Opening a file that has everything writes nothing. */
static void
test_open_writes_nothing (void)
{
  g_autofree char *path = dup_old_file ("still.equipole");
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (EqpStore) store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  g_autoptr (GBytes) after = NULL;

  eqp_store_close (store);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_migrate (void)
{
  g_autofree char *path = dup_old_file ("old.equipole");
  g_autofree char *new_path = test_dup_path ("fresh.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) fresh = eqp_store_create (new_path, &test_schema_two, &error);
  g_autoptr (EqpStore) store = test_store_open_with (path, &test_schema_two, EQP_STORE_OPEN_NO_BACKUP);
  g_autofree char *schema = dup_schema (store);
  g_autofree char *fresh_schema = dup_schema (fresh);
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H2", &error);
  g_autoptr (EqpRecord) added = NULL;
  g_autoptr (GPtrArray) copies = eqp_backup_list (store, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (schema, ==, fresh_schema);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Nameless");
  g_assert_cmpuint (copies->len, ==, 1);
  /* The step wrote no journal; the journal goes on. */
  entries = eqp_store_list_entries (store, &(EqpHistoryFilter){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  added = test_add_house (store, "H3", "Three");
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_record_is_deleted (added));
  g_assert_true (eqp_store_check_integrity (store, &error));
  eqp_store_close (store);
  eqp_store_close (fresh);
}

/* A step that fails leaves the file at the format it had, with all that was in it. */
static void
test_failing_step (void)
{
  g_autofree char *path = dup_old_file ("failing.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (EqpStore) store = NULL;

  g_assert_null (eqp_store_open (path, &test_schema_wrong, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION);
  g_assert_cmpstr (error->message, ==, "“failing.equipole” could not be brought from format 1 to format 2; its content is unchanged.");
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  eqp_store_close (store);
}

static void
test_failing_creation (void)
{
  g_autofree char *path = test_dup_path ("never.equipole");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_create (path, &test_schema_wrong, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_newer (void)
{
  g_autofree char *path = test_dup_path ("newer.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_create (path, &test_schema_two, &error);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  eqp_store_close (store);
  before = test_read_file (path);
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "number 2"));
  g_assert_nonnull (strstr (error->message, "up to 1"));
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Another process upgrades the file while we have it open. */
static void
test_becomes_newer (void)
{
  g_autofree char *path = dup_old_file ("becomes.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpStore) other = test_store_open_with (path, &test_schema_two, EQP_STORE_OPEN_NO_BACKUP);

  g_assert_false (eqp_store_refresh (store, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
  eqp_store_close (store);
  eqp_store_close (other);
}

static void
test_older_read_only (void)
{
  g_autofree char *path = dup_old_file ("older.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;

  g_assert_null (eqp_store_open (path, &test_schema_two, EQP_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A creation that a power cut ended after its first write: opening completes it. */
static void
test_interrupted_creation (void)
{
  g_autofree char *path = test_dup_path ("interrupted.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) house = NULL;

  eqp_database_free (eqp_database_open (path, EQP_DATABASE_CREATE, 1, &error));
  g_assert_no_error (error);
  store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  house = test_add_house (store, "H1", "One");
  g_assert_cmpint (eqp_record_get_id (house), >, 0);
  eqp_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/schema/create", test_create);
  g_test_add_func ("/schema/open-writes-nothing", test_open_writes_nothing);
  g_test_add_func ("/schema/migrate", test_migrate);
  g_test_add_func ("/schema/failing-step", test_failing_step);
  g_test_add_func ("/schema/failing-creation", test_failing_creation);
  g_test_add_func ("/schema/newer", test_newer);
  g_test_add_func ("/schema/becomes-newer", test_becomes_newer);
  g_test_add_func ("/schema/older-read-only", test_older_read_only);
  g_test_add_func ("/schema/interrupted-creation", test_interrupted_creation);
  return g_test_run ();
}
