/* test-database.c — the connection: pragmas, statements, transactions, locks, errors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-database"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-database.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char        *path;
  EqpDatabase *database;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("database-%08x.equipole", g_random_int ());
  g_autoptr (GError) error = NULL;

  fixture->path = test_dup_path (name);
  fixture->database = eqp_database_open (fixture->path, EQP_DATABASE_CREATE, 0, &error);
  g_assert_no_error (error);
  eqp_database_exec (fixture->database, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE, b INTEGER REFERENCES t (id)) STRICT", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->database, eqp_database_free);
  g_free (fixture->path);
}

static void
exec (EqpDatabase *database,
      const char  *sql)
{
  g_autoptr (GError) error = NULL;

  eqp_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static gint64
get (EqpDatabase *database,
     const char  *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  eqp_database_get_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_policy (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) mode = eqp_database_prepare (fixture->database, "PRAGMA journal_mode", &error);
  gboolean row;

  g_assert_true (eqp_statement_step (mode, &row, &error));
  g_assert_cmpstr (eqp_statement_get_text (mode, 0), ==, "truncate");
  g_assert_cmpint (get (fixture->database, "PRAGMA synchronous"), ==, 3);
  g_assert_cmpint (get (fixture->database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get (fixture->database, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (get (fixture->database, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (get (fixture->database, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (get (fixture->database, "PRAGMA mmap_size"), ==, 0);
  g_assert_cmpint (get (fixture->database, "PRAGMA application_id"), ==, 0x4571506f);
}

/* Defensive: not even we can write the schema table; and no extension can be loaded. */
static void
test_defensive (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  exec (fixture->database, "PRAGMA writable_schema = ON");
  g_assert_false (eqp_database_exec (fixture->database, "UPDATE sqlite_schema SET sql = ''", &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (eqp_database_exec (fixture->database, "SELECT load_extension ('x')", &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  /* A word in double quotes that is no column is a mistake, not a text. */
  g_assert_false (eqp_database_exec (fixture->database, "SELECT \"nothing\" FROM t", &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
}

static void
test_statements (Fixture      *fixture,
                 gconstpointer data)
{
  static const char sql[] = "SELECT ?, ?, ?";
  g_autoptr (GError) error = NULL;
  EqpStatement *first = eqp_database_prepare (fixture->database, sql, &error);
  EqpStatement *second = eqp_database_prepare (fixture->database, sql, &error);
  EqpStatement *third;
  gboolean      row;

  g_assert_no_error (error);
  g_assert_true (first != second);
  g_assert_cmpuint (eqp_statement_n_columns (first), ==, 3);
  eqp_statement_bind_text (first, 0, "é");
  eqp_statement_bind_integer (first, 1, G_MAXINT64);
  eqp_statement_bind_null (first, 2);
  g_assert_true (eqp_statement_step (first, &row, &error) && row);
  g_assert_cmpstr (eqp_statement_get_text (first, 0), ==, "é");
  g_assert_cmpint (eqp_statement_get_integer (first, 1), ==, G_MAXINT64);
  g_assert_true (eqp_statement_is_null (first, 2));
  g_assert_cmpstr (eqp_statement_get_text (first, 2), ==, "");
  eqp_statement_done (second);
  eqp_statement_done (first);

  /* Given back, it is handed out again, without what was bound. */
  third = eqp_database_prepare (fixture->database, sql, &error);
  g_assert_true (third == first);
  g_assert_true (eqp_statement_step (third, &row, &error) && row);
  g_assert_true (eqp_statement_is_null (third, 0));
  eqp_statement_done (third);
}

/* More texts than are kept: idle ones make room, those in use stay. */
static void
test_many_statements (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) used = eqp_database_prepare (fixture->database, "SELECT 1", &error);
  gboolean row;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i + 2);

      g_assert_cmpint (get (fixture->database, sql), ==, i + 2);
    }
  g_assert_true (eqp_statement_step (used, &row, &error) && row);
  g_assert_cmpint (eqp_statement_get_integer (used, 0), ==, 1);
}

static void
test_transactions (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_database_begin (fixture->database, &error));
  g_assert_true (eqp_database_is_in_transaction (fixture->database));
  exec (fixture->database, "INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', 1)");
  g_assert_cmpint (eqp_database_changes (fixture->database), ==, 2);
  eqp_database_rollback (fixture->database);
  g_assert_false (eqp_database_is_in_transaction (fixture->database));
  eqp_database_rollback (fixture->database);
  g_assert_cmpint (get (fixture->database, "SELECT count(*) FROM t"), ==, 0);

  /* What fails only at the end is rolled back too. */
  g_assert_true (eqp_database_begin (fixture->database, &error));
  exec (fixture->database, "PRAGMA defer_foreign_keys = ON; INSERT INTO t VALUES (1, 'a', 99)");
  g_assert_false (eqp_database_commit (fixture->database, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_false (eqp_database_is_in_transaction (fixture->database));
  g_assert_cmpint (get (fixture->database, "SELECT count(*) FROM t"), ==, 0);
}

static void
assert_constraint (EqpDatabase  *database,
                   const char   *sql,
                   EqpConstraint expected,
                   const char   *expected_detail)
{
  g_autoptr (GError) error = NULL;
  const char *detail;

  g_assert_false (eqp_database_exec (database, sql, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (eqp_database_get_constraint (database, &detail), ==, expected);
  if (expected_detail != NULL)
    g_assert_cmpstr (detail, ==, expected_detail);
}

static void
test_constraints (Fixture      *fixture,
                  gconstpointer data)
{
  exec (fixture->database, "INSERT INTO t VALUES (1, 'a', NULL)");
  assert_constraint (fixture->database, "INSERT INTO t VALUES (2, 'a', NULL)", EQP_CONSTRAINT_UNIQUE, "t.a");
  assert_constraint (fixture->database, "INSERT INTO t VALUES (1, 'b', NULL)", EQP_CONSTRAINT_ID, "t.id");
  assert_constraint (fixture->database, "INSERT INTO t VALUES (2, NULL, NULL)", EQP_CONSTRAINT_NOT_NULL, "t.a");
  assert_constraint (fixture->database, "INSERT INTO t VALUES (2, 'b', 9)", EQP_CONSTRAINT_REFERENCE, NULL);
  assert_constraint (fixture->database, "INSERT INTO t VALUES (2, 5, 'x')", EQP_CONSTRAINT_OTHER, NULL);
}

static void
test_create_refuses_existing (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_database_open (fixture->path, EQP_DATABASE_CREATE, 0, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  exec (fixture->database, "INSERT INTO t VALUES (1, 'still here', NULL)");
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  eqp_database_remove (g_steal_pointer (&fixture->database));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDatabase) reader = eqp_database_open (fixture->path, EQP_DATABASE_READ_ONLY, 0, &error);

  g_assert_no_error (error);
  g_assert_true (eqp_database_is_read_only (reader));
  g_assert_false (eqp_database_is_read_only (fixture->database));
  g_assert_false (eqp_database_begin (reader, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (eqp_database_exec (reader, "INSERT INTO t VALUES (1, 'a', NULL)", &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
}

static void
test_data_version (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDatabase) other = eqp_database_open (fixture->path, EQP_DATABASE_READ_WRITE, 0, &error);
  gint64 mine = eqp_database_data_version (fixture->database);
  gint64 theirs = eqp_database_data_version (other);

  g_assert_no_error (error);
  exec (fixture->database, "INSERT INTO t VALUES (1, 'a', NULL)");
  g_assert_cmpint (eqp_database_data_version (fixture->database), ==, mine);
  g_assert_cmpint (eqp_database_data_version (other), !=, theirs);
}

static void
test_busy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDatabase) other = eqp_database_open (fixture->path, EQP_DATABASE_READ_WRITE, 0, &error);
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_assert_true (eqp_database_begin (other, &error));
  g_assert_false (eqp_database_begin (fixture->database, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >, 4 * G_TIME_SPAN_SECOND);
  eqp_database_rollback (other);
  g_clear_error (&error);
  g_assert_true (eqp_database_begin (fixture->database, &error));
  eqp_database_rollback (fixture->database);
}

/* Whether another process is kept from writing. */
static gboolean
is_locked_for_others (const char *path)
{
  pid_t child = fork ();
  int   status;

  if (child == 0)
    {
      sqlite3 *db;

      if (sqlite3_open (path, &db) != SQLITE_OK)
        _exit (2);
      _exit (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_BUSY ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Closing any descriptor of a file drops the process's locks on it: a second opening must not. */
static void
test_second_opening_keeps_lock (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EqpDatabase *second;

  g_assert_false (is_locked_for_others (fixture->path));
  g_assert_true (eqp_database_begin (fixture->database, &error));
  g_assert_true (is_locked_for_others (fixture->path));
  second = eqp_database_open (fixture->path, EQP_DATABASE_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked_for_others (fixture->path));
  eqp_database_free (second);
  g_assert_true (is_locked_for_others (fixture->path));
  eqp_database_rollback (fixture->database);
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *target_path = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *compact_path = g_strconcat (fixture->path, ".compact", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDatabase) target = eqp_database_open (target_path, EQP_DATABASE_CREATE, 0, &error);
  g_autoptr (EqpDatabase) compact = NULL;

  exec (fixture->database, "INSERT INTO t VALUES (1, 'a', NULL); PRAGMA user_version = 3");
  exec (target, "CREATE TABLE other (x)");
  g_assert_true (eqp_database_copy (fixture->database, target, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get (target, "SELECT count(*) FROM t"), ==, 1);
  g_assert_cmpint (get (target, "SELECT count(*) FROM sqlite_schema WHERE name = 'other'"), ==, 0);
  g_assert_true (eqp_database_copy_into (fixture->database, compact_path, &error));
  compact = eqp_database_open (compact_path, EQP_DATABASE_READ_ONLY, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get (compact, "SELECT count(*) FROM t"), ==, 1);
  g_assert_cmpint (get (compact, "PRAGMA user_version"), ==, 3);
}

static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_limit_files (64 * 1024);
  g_assert_true (eqp_database_begin (fixture->database, &error));
  exec (fixture->database, "INSERT INTO t VALUES (1, 'small', NULL)");
  if (eqp_database_exec (fixture->database, "INSERT INTO t VALUES (2, printf ('%.*c', 20000000, 'x'), NULL)", &error))
    g_assert_false (eqp_database_commit (fixture->database, &error));
  test_limit_files (RLIM_INFINITY);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  eqp_database_rollback (fixture->database);
  g_assert_cmpint (get (fixture->database, "SELECT count(*) FROM t"), ==, 0);
  exec (fixture->database, "INSERT INTO t VALUES (1, 'small', NULL)");
}

static void
assert_json (EqpDatabase *database,
             const char  *value,
             const char  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, "SELECT json_quote (?1), json_extract (json_object ('k', ?1, 'n', 5, 'z', NULL), '$.k')", &error);
  gboolean row;

  g_assert_no_error (error);
  eqp_statement_bind_text (statement, 0, value);
  g_assert_true (eqp_statement_step (statement, &row, &error) && row);
  g_assert_cmpstr (eqp_statement_get_text (statement, 0), ==, expected);
  g_assert_cmpstr (eqp_statement_get_text (statement, 1), ==, value);
}

/* Our own JSON functions, which triggers may call. */
static void
test_json (Fixture      *fixture,
           gconstpointer data)
{
  assert_json (fixture->database, "", "\"\"");
  assert_json (fixture->database, "L’été « 2026 »", "\"L’été « 2026 »\"");
  assert_json (fixture->database, "a\"b\\c", "\"a\\\"b\\\\c\"");
  assert_json (fixture->database, "\b\f\n\r\t\001\037", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\"");
  g_assert_cmpint (get (fixture->database, "SELECT json_object ('a', 1, 'b', NULL, 'c', 'x') = '{\"a\":1,\"b\":null,\"c\":\"x\"}'"), ==, 1);
  g_assert_cmpint (get (fixture->database, "SELECT json_object () = '{}' AND json_quote (-7) = '-7' AND json_quote (NULL) = 'null'"), ==, 1);
}

static void
test_trace (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = test_dup_path ("trace.equipole");
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpDatabase) database = NULL;

      g_setenv ("EQP_DEBUG", "sql", TRUE);
      database = eqp_database_open (path, EQP_DATABASE_CREATE, 0, &error);
      g_assert_no_error (error);
      exec (database, "SELECT 'a traced statement'");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*SELECT 'a traced statement'*");
}

#define ADD(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("policy", test_policy);
  ADD ("defensive", test_defensive);
  ADD ("statements", test_statements);
  ADD ("many-statements", test_many_statements);
  ADD ("transactions", test_transactions);
  ADD ("constraints", test_constraints);
  ADD ("create-refuses-existing", test_create_refuses_existing);
  ADD ("remove", test_remove);
  ADD ("read-only", test_read_only);
  ADD ("data-version", test_data_version);
  ADD ("busy", test_busy);
  ADD ("second-opening-keeps-lock", test_second_opening_keeps_lock);
  ADD ("copy", test_copy);
  ADD ("full", test_full);
  ADD ("json", test_json);
  g_test_add_func ("/database/trace", test_trace);
  return g_test_run ();
}
