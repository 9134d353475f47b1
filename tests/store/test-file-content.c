/* test-file-content.c — what a file may hold that somebody else put there: instructions, another identity, another format, odd pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-file-content"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-backup.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The fixture's step one, then two more: the last has a view and a trigger of its own. */
static const char *steps[3] = {
  NULL,
  "CREATE INDEX house_name ON house (name);",
  "CREATE VIEW big_house AS SELECT id FROM house WHERE floors > 9;"
  "CREATE TRIGGER house_small AFTER UPDATE ON house WHEN NEW.floors < 0 BEGIN UPDATE house SET floors = 0 WHERE id = NEW.id; END;",
};
static const EqpEntity *const entities[] = { &test_house_entity, &test_tenant_entity };
static const EqpSchema        three_steps = { steps, 3, entities, G_N_ELEMENTS (entities) };

/* With house H1, "One". */
static char *
dup_file (const char      *name,
          const EqpSchema *schema)
{
  char *path = test_dup_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_create (path, schema, &error);
  g_autoptr (EqpRecord) house = NULL;

  g_assert_no_error (error);
  house = test_add_house (store, "H1", "One");
  eqp_store_close (store);
  return path;
}

static char *
dup_answer (const char *path,
            const char *sql)
{
  sqlite3_stmt *stmt;
  sqlite3      *db;
  char         *text;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  text = sqlite3_step (stmt) == SQLITE_ROW ? g_strdup ((const char *)sqlite3_column_text (stmt, 0)) : NULL;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return text;
}

/* Refused with one code and one sentence, and untouched. */
static void
assert_refused (const char      *path,
                const EqpSchema *schema,
                int              code,
                const char      *sentence)
{
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_open (path, schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_has_house (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);

  g_assert_no_error (error);
  g_assert_nonnull (house);
}

/* Views, triggers and virtual tables that we did not write. */
static void
test_foreign_instructions (void)
{
  static const char *const statements[] = {
    "CREATE TRIGGER bomb AFTER UPDATE ON house BEGIN DELETE FROM tenant; END",
    "CREATE VIEW mirror AS SELECT * FROM house",
    "CREATE VIRTUAL TABLE trap USING fts5 (text)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *name = g_strdup_printf ("instructions-%u.equipole", i);
      g_autofree char *path = dup_file (name, &test_schema);
      g_autofree char *sentence = g_strdup_printf ("“%s” is not opened: somebody has added instructions to it that Équipôle did not write.", name);

      test_write_sql (path, statements[i], TRUE);
      assert_refused (path, &test_schema, EQP_STORE_ERROR_NOT_OURS, sentence);
    }
}

/* Those of a step are ours, word for word; and a trigger of the journal that was tampered with is written anew. */
static void
test_own_instructions (void)
{
  g_autofree char *path = dup_file ("own.equipole", &three_steps);
  g_autoptr (EqpStore) store = NULL;
  g_autofree char *before = dup_answer (path, "SELECT sql FROM sqlite_schema WHERE name = 'journal_house_insert'");
  g_autofree char *after = NULL;

  test_write_sql (path, "DROP TRIGGER journal_house_insert;"
                        "CREATE TRIGGER journal_house_insert AFTER INSERT ON house BEGIN DELETE FROM tenant; END",
                  TRUE);
  store = test_store_open_with (path, &three_steps, EQP_STORE_OPEN_NO_BACKUP);
  assert_has_house (store);
  eqp_store_close (store);
  after = dup_answer (path, "SELECT sql FROM sqlite_schema WHERE name = 'journal_house_insert'");
  g_assert_nonnull (before);
  g_assert_cmpstr (before, ==, after);
  test_write_sql (path, "DROP VIEW big_house; CREATE VIEW big_house AS SELECT id FROM tenant", TRUE);
  assert_refused (path, &three_steps, EQP_STORE_ERROR_NOT_OURS,
                  "“own.equipole” is not opened: somebody has added instructions to it that Équipôle did not write.");
}

/* While a window has the file open, its first bytes are not read again, yet its identity is asked for. */
static void
test_changed_while_open (void)
{
  g_autofree char *path = dup_file ("identity.equipole", &test_schema);
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (GError) error = NULL;

  test_write_sql (path, "PRAGMA user_version = 7", TRUE);
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "its format is number 7, and this version reads formats up to 1"));
  g_clear_error (&error);
  test_write_sql (path, "PRAGMA user_version = 1; PRAGMA application_id = 42", TRUE);
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS);
  g_assert_cmpstr (error->message, ==, "“identity.equipole” is not an Équipôle file.");
  eqp_store_close (store);
}

/* A number of a format that never was would lead before the first step. */
static void
test_negative_version (void)
{
  g_autofree char *path = dup_file ("negative.equipole", &test_schema);

  test_write_sql (path, "PRAGMA user_version = -5", TRUE);
  assert_refused (path, &test_schema, EQP_STORE_ERROR_NOT_OURS, "“negative.equipole” is not an Équipôle file.");
}

/* The name of a folder of copies is made of what a file calls itself: only if it can lead nowhere else. */
static void
test_odd_identity (void)
{
  static const char *const statements[] = {
    "UPDATE meta SET value = '../../elsewhere' WHERE key = 'uuid'",
    "UPDATE meta SET value = '' WHERE key = 'uuid'",
    "DELETE FROM meta WHERE key = 'uuid'",
  };
  g_autofree char *path = dup_file ("odd.equipole", &test_schema);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (EqpStore) store = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = NULL;
      g_autofree char *folder = NULL;
      g_autofree char *name = NULL;

      test_write_sql (path, statements[i], TRUE);
      store = test_store_open (path);
      g_assert_true (eqp_backup_make (store, &copy, &error));
      g_assert_no_error (error);
      folder = g_path_get_dirname (copy);
      name = g_path_get_basename (folder);
      g_assert_cmpstr (name, ==, "unknown");
      eqp_store_close (store);
    }
}

/* A file that says nothing of its last check, or that it comes from the future, is looked through, and says so then: if it may. */
static void
test_unknown_check (void)
{
  static const char *const statements[] = {
    "DELETE FROM meta WHERE key = 'last_integrity_check'",
    "INSERT OR REPLACE INTO meta (key, value) VALUES ('last_integrity_check', '9000000000000000000')",
  };
  const char      *question = "SELECT value FROM meta WHERE key = 'last_integrity_check'";
  g_autofree char *path = dup_file ("future.equipole", &test_schema);
  g_autofree char *usual = dup_answer (path, question);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpStore) reader = NULL;
      g_autoptr (EqpStore) writer = NULL;
      g_autofree char *untouched = NULL;
      g_autofree char *noted = NULL;

      test_write_sql (path, statements[i], TRUE);
      reader = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      eqp_store_close (reader);
      untouched = dup_answer (path, question);
      g_assert_cmpstr (untouched, ==, i == 0 ? NULL : "9000000000000000000");
      writer = test_store_open (path);
      eqp_store_close (writer);
      noted = dup_answer (path, question);
      g_assert_cmpstr (noted, ==, usual);
    }
}

/* References to nothing would be carried over: the format stays, and so does the content, but for a copy of it. */
static void
test_migration_loses_references (void)
{
  g_autofree char *path = dup_file ("lost.equipole", &test_schema);
  g_autofree char *version = NULL;
  g_autofree char *tenants = NULL;
  g_autoptr (GError) error = NULL;

  test_write_sql (path, "DROP TRIGGER journal_tenant_insert; INSERT INTO tenant (id, code, family_name, house_id) VALUES (5, 'T1', 'Duval', 99)", TRUE);
  g_assert_null (eqp_store_open (path, &test_schema_two, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION);
  g_assert_cmpstr (error->message, ==, "“lost.equipole” could not be brought from format 1 to format 2; its content is unchanged.");
  version = dup_answer (path, "PRAGMA user_version");
  tenants = dup_answer (path, "SELECT house_id FROM tenant");
  g_assert_cmpstr (version, ==, "1");
  g_assert_cmpstr (tenants, ==, "99");
}

/* Without its copy, an older file is not brought to the present format. */
static void
test_migration_without_copy (void)
{
  g_autofree char *path = dup_file ("uncopied.equipole", &test_schema);
  g_autofree char *blocker = g_build_filename (g_get_user_data_dir (), "equipole", NULL);
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (blocker, "", 0, NULL));
  g_assert_null (eqp_store_open (path, &three_steps, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "could not be written"));
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (g_unlink (blocker), ==, 0);
  /* Two steps at once. */
  store = test_store_open_with (path, &three_steps, EQP_STORE_OPEN_NO_BACKUP);
  g_assert_cmpint (eqp_store_get_version (store), ==, 3);
  assert_has_house (store);
  eqp_store_close (store);
}

/* The largest pages of all, in the file and in memory. */
static void
test_large_pages (void)
{
  g_autofree char *path = dup_file ("pages.equipole", &test_schema);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpStore) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  test_write_sql (path, "PRAGMA page_size = 65536; VACUUM", TRUE);
  store = test_store_open (path);
  assert_has_house (store);
  eqp_store_close (store);
  snapshot = eqp_store_open_snapshot (path, &test_schema, &error);
  g_assert_no_error (error);
  assert_has_house (snapshot);
  eqp_store_close (snapshot);
  g_clear_object (&snapshot);
  g_unlink (path);
  snapshot = eqp_store_open_snapshot (path, &test_schema, &error);
  g_assert_null (snapshot);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
}

/* Another program keeps it in a mode of its own: it is not worked in beside that. */
static void
test_other_journal (void)
{
  g_autofree char *path = dup_file ("wal.equipole", &test_schema);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; SELECT count (*) FROM house", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Another program is writing to “wal.equipole”."));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  store = test_store_open (path);
  assert_has_house (store);
  eqp_store_close (store);
}

/* A child dies in the middle of a transaction of which pages are in the file already. */
static void
die_while_writing (const char *path)
{
  pid_t child = fork ();
  int   status;

  if (child == 0)
    {
      sqlite3 *db;

      if (sqlite3_open (path, &db) == SQLITE_OK)
        sqlite3_exec (db, "PRAGMA cache_size = 5; BEGIN IMMEDIATE; UPDATE house SET name = printf ('%.*c', 300000, 'y')", NULL, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* What was not closed properly must be put right by somebody who may write. */
static void
test_unclean_to_a_reader (void)
{
  g_autofree char *path = dup_file ("unclean.equipole", &test_schema);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  test_write_sql (path, "DROP TRIGGER journal_house_update", TRUE);
  die_while_writing (path);
  g_assert_cmpint (g_stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 0);
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, "“unclean.equipole” was not closed properly and must be opened for writing once to put it right.");
  store = test_store_open (path);
  assert_has_house (store);
  eqp_store_close (store);
}

/* A file cut short beside a journal that does not bring its end back. */
static void
test_cut_short_beside_journal (void)
{
  g_autofree char *path = dup_file ("cut.equipole", &test_schema);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GBytes) whole = test_read_file (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (whole, NULL), 3 * 4096, NULL));
  g_assert_true (g_file_set_contents (journal, "no journal at all", -1, NULL));
  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (error->message, ==, "“cut.equipole” is incomplete: its end is missing. Go back to one of its copies.");
}

/* Places that cannot be, in words. */
static void
test_impossible_places (void)
{
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *path = test_dup_path (long_name);
  g_autofree char *loop = test_dup_path ("loop.equipole");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("loop.equipole", loop), ==, 0);
  g_assert_null (eqp_store_open (loop, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "loop.equipole” cannot be opened: "));
  g_clear_error (&error);
  g_assert_null (eqp_store_create (path, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "” cannot be created: "));
}

/* EQP_DEBUG=sql says every statement, with its values, once. */
static void
test_trace (void)
{
  g_setenv ("EQP_DEBUG", "sql", TRUE);
  g_test_trap_subprocess ("/file-content/trace/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("EQP_DEBUG");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*INTO house (*'H1'*");
  g_test_trap_assert_stderr_unmatched ("*-- *");
}

static void
test_trace_subprocess (void)
{
  g_autofree char *path = dup_file ("trace.equipole", &test_schema);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  steps[0] = test_schema.steps[0];
  g_test_add_func ("/file-content/foreign-instructions", test_foreign_instructions);
  g_test_add_func ("/file-content/own-instructions", test_own_instructions);
  g_test_add_func ("/file-content/changed-while-open", test_changed_while_open);
  g_test_add_func ("/file-content/negative-version", test_negative_version);
  g_test_add_func ("/file-content/odd-identity", test_odd_identity);
  g_test_add_func ("/file-content/unknown-check", test_unknown_check);
  g_test_add_func ("/file-content/migration-loses-references", test_migration_loses_references);
  g_test_add_data_func ("/file-content/migration-without-copy", test_migration_without_copy, test_alone);
  g_test_add_func ("/file-content/large-pages", test_large_pages);
  g_test_add_func ("/file-content/other-journal", test_other_journal);
  g_test_add_func ("/file-content/unclean-to-a-reader", test_unclean_to_a_reader);
  g_test_add_func ("/file-content/cut-short-beside-journal", test_cut_short_beside_journal);
  g_test_add_func ("/file-content/impossible-places", test_impossible_places);
  g_test_add_func ("/file-content/trace", test_trace);
  g_test_add_func ("/file-content/trace/subprocess", test_trace_subprocess);
  return g_test_run ();
}
