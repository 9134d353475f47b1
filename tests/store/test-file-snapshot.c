/* test-file-snapshot.c — the whole file in memory: no lock on it, nothing seen of later edits, nothing written to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-file-snapshot"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-backup.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

static char *
dup_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (EqpRecord) house = test_add_house (store, "H1", "One");

  eqp_store_close (store);
  return path;
}

static EqpStore *
open_snapshot (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open_snapshot (path, &test_schema, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
has_house (EqpStore   *store,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, &error);

  g_assert_no_error (error);
  return house != NULL;
}

static void
test_no_lock (void)
{
  g_autofree char *path = dup_file ("lock.equipole");
  g_autoptr (EqpStore) snapshot = open_snapshot (path);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpQuery) query = NULL;
  g_autoptr (EqpRecord) second = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  /* In the middle of reading, as a long export is. */
  query = eqp_store_query (snapshot, &error, "SELECT code FROM house", NULL);
  g_assert_true (eqp_query_next (query, &error));
  /* Another program takes the whole file for itself at once. */
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpstr (eqp_query_get_text (query, 0), ==, "H1");
  g_assert_false (eqp_query_next (query, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_clear_pointer (&query, eqp_query_free);
  /* And what the window edits meanwhile is not in it. */
  store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  second = test_add_house (store, "H2", "Two");
  g_assert_true (eqp_store_refresh (snapshot, &error));
  g_assert_true (has_house (store, "H2"));
  g_assert_false (has_house (snapshot, "H2"));
  eqp_store_close (store);
  eqp_store_close (snapshot);
}

/* As a trial import does. */
static void
test_edits_end_with_it (void)
{
  g_autofree char *path = dup_file ("edits.equipole");
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (EqpStore) snapshot = open_snapshot (path);
  g_autoptr (EqpRecord) second = test_add_house (snapshot, "H2", "Two");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_store_is_read_only (snapshot));
  g_assert_cmpstr (eqp_store_get_path (snapshot), ==, path);
  g_assert_true (has_house (snapshot, "H2"));
  g_assert_true (eqp_store_undo (snapshot, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (has_house (snapshot, "H2"));
  /* No daily copy of what is no file. */
  copies = eqp_backup_list (snapshot, &error);
  g_assert_cmpuint (copies->len, ==, 0);
  /* Nor is the file to be overwritten by its own snapshot. */
  g_assert_false (eqp_backup_copy_to (snapshot, path, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  eqp_store_close (snapshot);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Memory has its own page size until it is told. */
static void
test_page_size (void)
{
  g_autofree char *path = dup_file ("pages.equipole");
  g_autoptr (EqpStore) snapshot = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA page_size = 16384; VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  snapshot = open_snapshot (path);
  g_assert_true (has_house (snapshot, "H1"));
  eqp_store_close (snapshot);
}

/* A file of an older format: brought up in memory, where eqp_store_open() would have to write. */
static void
test_older_format (void)
{
  g_autofree char *path = dup_file ("older.equipole");
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) snapshot = eqp_store_open_snapshot (path, &test_schema_two, &error);
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_no_error (error);
  g_assert_true (has_house (snapshot, "H1"));
  copies = eqp_backup_list (snapshot, &error);
  g_assert_cmpuint (copies->len, ==, 0);
  eqp_store_close (snapshot);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_refusals (void)
{
  g_autofree char *none = test_dup_path ("none.equipole");
  g_autofree char *junk = test_dup_path ("junk.equipole");
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_open_snapshot (none, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (junk, "junk", -1, NULL));
  g_assert_null (eqp_store_open_snapshot (junk, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/file-snapshot/no-lock", test_no_lock);
  g_test_add_func ("/file-snapshot/edits", test_edits_end_with_it);
  g_test_add_func ("/file-snapshot/page-size", test_page_size);
  g_test_add_func ("/file-snapshot/older-format", test_older_format);
  g_test_add_func ("/file-snapshot/refusals", test_refusals);
  return g_test_run ();
}
