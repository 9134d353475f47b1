/* test-migration.c — R4: files of every released schema become files of the present one, also when killed on the way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/eqp-pole.h"
#include "migration-deaths.h"
#include "proof-amount.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Every state that kill -9 leaves is looked at. A release also kills after every statement and at every write; CI at one in as many. */
#define STRIDE 25

/* ---- files ---- */

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
write_file (const char *path,
            GBytes     *bytes)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  gsize         length;
  gconstpointer content = g_bytes_get_data (bytes, &length);

  g_unlink (journal);
  g_file_set_contents_full (path, content, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The rows of @sql, which has one column, a line each. */
static char *
dup_rows (const char *path,
          const char *sql)
{
  sqlite3      *db;
  sqlite3_stmt *statement;
  GString      *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (text, FALSE);
}

/* The file of released schema @version as its program left it. */
static GBytes *
build_released (int version)
{
  g_autofree char *name = g_strdup_printf ("%03d.sql", version);
  g_autofree char *source = g_build_filename (g_getenv ("EQP_TEST_DATA"), "schemas", name, NULL);
  g_autofree char *path = test_dup_path ("released.equipole");
  g_autoptr (GBytes) sql = read_file (source);
  g_autofree char *text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));

  g_unlink (path);
  run_sql (path, text);
  return read_file (path);
}

/* (element-type int): the released schemas that are kept */
static GArray *
list_released (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("EQP_TEST_DATA"), "schemas", NULL);
  GArray          *versions = g_array_new (FALSE, FALSE, sizeof (int));

  for (int version = 1; version < (int)eqp_pole_get_schema ()->n_steps; version++)
    {
      g_autofree char *name = g_strdup_printf ("%03d.sql", version);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_array_append_val (versions, version);
    }
  return versions;
}

/* ---- what must be the same ---- */

static const char sql_schema[] = "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce (sql, '') FROM sqlite_schema ORDER BY type, name";

/* SQL that lists every value of the record tables of the file at @path, with the columns that it has. */
static char *
dup_data_sql (const char *path)
{
  const EqpSchema *schema = eqp_pole_get_schema ();
  GString         *sql = g_string_new (NULL);

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const char      *table = schema->entities[i]->table;
      g_autofree char *columns_sql = g_strdup_printf ("SELECT group_concat ('quote (\"' || name || '\")', ' || '','' || ') FROM pragma_table_info ('%s')", table);
      g_autofree char *columns = dup_rows (path, columns_sql);

      if (g_str_equal (columns, "(null)\n"))
        continue;
      g_string_append_printf (sql, "%sSELECT '%s: ' || %s FROM \"%s\"", sql->len > 0 ? " UNION ALL " : "", table, columns, table);
    }
  g_string_append (sql, " ORDER BY 1");
  return g_string_free (sql, FALSE);
}

typedef struct
{
  GBytes *file;   /* of the old schema */
  char   *sql;    /* lists its data */
  char   *data;   /* that list */
  char   *schema; /* of a new file */
  char   *history;
} Released;

/* Every column of the journal, except who took back what: that changes. */
static const char sql_history[] =
  "SELECT quote (id) || quote (instant) || quote (author) || quote (label) || quote (kind) || quote (target) || quote (undone_by) FROM journal_entry"
  " UNION ALL SELECT quote (id) || quote (entry) || quote (table_name) || quote (row) || quote (operation) || quote (before) || quote (after)"
  " FROM journal_change";

static EqpStore *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_file (EqpStore *store)
{
  eqp_store_close (store);
  g_assert_finalize_object (store);
}

static char *
dup_new_schema (void)
{
  g_autofree char *path = test_dup_path ("new.equipole");
  g_autoptr (GError) error = NULL;
  EqpStore *store;
  char     *schema;

  g_unlink (path);
  store = eqp_store_create (path, eqp_pole_get_schema (), &error);
  g_assert_no_error (error);
  close_file (store);
  schema = dup_rows (path, sql_schema);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return schema;
}

static void
released_init (Released *self,
               int       version)
{
  g_autofree char *path = test_dup_path ("released.equipole");

  self->file = build_released (version);
  self->sql = dup_data_sql (path);
  self->data = dup_rows (path, self->sql);
  self->history = dup_rows (path, sql_history);
  self->schema = dup_new_schema ();
  g_assert_cmpuint (strlen (self->data), >, 1000);
  g_assert_cmpuint (strlen (self->history), >, 1000);
}

static void
released_clear (Released *self)
{
  g_bytes_unref (self->file);
  g_free (self->sql);
  g_free (self->data);
  g_free (self->schema);
  g_free (self->history);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Released, released_clear)

static void
assert_rows (const char *path,
             const char *sql,
             const char *expected)
{
  g_autofree char *rows = dup_rows (path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* A step may add rows of its own, such as the rules of a statute. */
static void
assert_kept (const char *path,
             const char *sql,
             const char *expected)
{
  g_autofree char *rows = dup_rows (path, sql);
  char           **lines = g_strsplit (expected, "\n", -1);
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  char **present_lines = g_strsplit (rows, "\n", -1);

  for (guint i = 0; present_lines[i] != NULL; i++)
    g_hash_table_add (present, present_lines[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_hash_table_contains (present, lines[i]))
      g_error ("This row is lost: %s", lines[i]);
  g_strfreev (present_lines);
  g_strfreev (lines);
}

static void
assert_migrated (const Released *self,
                 const char     *path)
{
  assert_rows (path, sql_schema, self->schema);
  assert_kept (path, self->sql, self->data);
  assert_rows (path, sql_history, self->history);
  assert_rows (path, "PRAGMA integrity_check", "ok\n");
  assert_rows (path, "PRAGMA foreign_key_check", "");
}

/* ---- migrating ---- */

static void
test_migrate (gconstpointer data)
{
  g_auto (Released) released;
  g_autofree char *path = test_dup_path ("old.equipole");

  released_init (&released, GPOINTER_TO_INT (data));
  write_file (path, released.file);
  close_file (open_file (path));
  assert_migrated (&released, path);
  /* A second opening finds nothing to do. */
  close_file (open_file (path));
  assert_migrated (&released, path);
}

static void
assert_readable (EqpStore *store,
                 gint64    entry,
                 guint    *n_changes)
{
  g_autoptr (GError) error = NULL;

  for (EqpLanguage language = EQP_LANGUAGE_EN; language <= EQP_LANGUAGE_FR; language++)
    {
      g_autoptr (GPtrArray) changes = eqp_store_list_changes (store, entry, language, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < changes->len; i++)
        {
          g_autofree char *sentence = eqp_change_dup_sentence (g_ptr_array_index (changes, i), language);

          g_assert_cmpuint (strlen (sentence), >, 3);
        }
      *n_changes += changes->len;
    }
}

/* Takes back every edit that stands, then every undo that this made: all is as it was. */
static guint
undo_and_redo (EqpStore *store)
{
  guint n_undone = 0;
  g_autoptr (GError) error = NULL;

  while (eqp_store_undo (store, 0, NULL, &error))
    n_undone++;
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (guint i = 0; i < n_undone; i++)
    {
      eqp_store_redo (store, NULL, &error);
      g_assert_no_error (error);
    }
  return n_undone;
}

static void
test_history (gconstpointer data)
{
  g_auto (Released) released;
  g_autofree char *path = test_dup_path ("history.equipole");
  g_autofree char *standing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint     n_changes = 0;
  guint     n_undone;
  EqpStore *store;

  released_init (&released, GPOINTER_TO_INT (data));
  write_file (path, released.file);
  standing = dup_rows (path, "SELECT count (*) FROM journal_entry WHERE kind = 0 AND undone_by IS NULL");
  store = open_file (path);
  entries = eqp_store_list_entries (store, &(EqpHistoryFilter){ .limit = 10000 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 5);
  for (guint i = 0; i < entries->len; i++)
    {
      EqpEntry        *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = eqp_entry_dup_sentence (entry, EQP_LANGUAGE_FR);

      g_assert_cmpuint (strlen (sentence), >, 3);
      assert_readable (store, eqp_entry_get_id (entry), &n_changes);
    }
  g_assert_cmpuint (n_changes, >, 50);
  n_undone = undo_and_redo (store);
  g_assert_cmpuint (n_undone, ==, g_ascii_strtoull (standing, NULL, 10));
  g_assert_true (eqp_store_check_integrity (store, &error));
  close_file (store);
  assert_kept (path, released.sql, released.data);
}

/* Each edit that stands is taken back alone, or the reasons why not are said and nothing is changed. */
static void
test_revert (gconstpointer data)
{
  g_auto (Released) released;
  g_autofree char *path = test_dup_path ("revert.equipole");
  g_autofree char *entries = NULL;
  char           **ids;
  guint            n_reverted = 0;
  EqpStore        *store;

  released_init (&released, GPOINTER_TO_INT (data));
  write_file (path, released.file);
  entries = dup_rows (path, "SELECT id FROM journal_entry WHERE kind = 0 AND undone_by IS NULL");
  ids = g_strsplit (g_strchomp (entries), "\n", -1);
  store = open_file (path);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!eqp_store_undo (store, g_ascii_strtoll (ids[i], NULL, 10), NULL, &error))
        {
          g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
          g_assert_true (g_str_has_prefix (error->message, "This cannot be taken back any more:"));
          continue;
        }
      n_reverted++;
      eqp_store_redo (store, NULL, &error);
      g_assert_no_error (error);
    }
  g_strfreev (ids);
  g_assert_cmpuint (n_reverted, >, 3);
  close_file (store);
  assert_kept (path, released.sql, released.data);
}

/* ---- killed on the way ---- */

static gboolean
migrate (const char *path)
{
  g_autoptr (EqpStore) store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_DEFAULT, NULL);

  if (store != NULL)
    eqp_store_close (store);
  return store != NULL;
}

/* The version of the file at @path, once SQLite has rolled back what was not committed. Files of one version are alike. */
static int
assert_between (const Released *released,
                GHashTable     *schemas,
                const char     *path)
{
  g_autofree char *version = dup_rows (path, "PRAGMA user_version");
  g_autofree char *schema = dup_rows (path, sql_schema);
  int              number = (int)g_ascii_strtoll (version, NULL, 10);
  const char      *seen = g_hash_table_lookup (schemas, GINT_TO_POINTER (number));

  if (seen != NULL)
    g_assert_cmpstr (schema, ==, seen);
  assert_kept (path, released->sql, released->data);
  assert_rows (path, sql_history, released->history);
  if (seen == NULL)
    g_hash_table_insert (schemas, GINT_TO_POINTER (number), g_steal_pointer (&schema));
  return number;
}

/* What was seen of files that were left behind. */
typedef struct
{
  const Released *released;
  char           *path;
  GHashTable     *schemas; /* version → schema */
  GHashTable     *judged;  /* (element-type GBytes) files, rolled back → version + 1 */
  int             last;    /* version */
} Judge;

/* The file has one of the formats on the way, and the next opening finishes it. Once rolled back, most files are the same to the byte. */
static void
judge (Judge *self)
{
  g_autofree char *version = dup_rows (self->path, "SELECT user_version FROM pragma_user_version, sqlite_schema LIMIT 1");
  GBytes          *file = read_file (self->path);
  int              number = (int)g_ascii_strtoll (version, NULL, 10);

  if (g_hash_table_contains (self->judged, file))
    {
      g_bytes_unref (file);
    }
  else
    {
      g_assert_cmpint (assert_between (self->released, self->schemas, self->path), ==, number);
      close_file (open_file (self->path));
      assert_migrated (self->released, self->path);
      g_hash_table_add (self->judged, file);
    }
  g_assert_cmpint (number, >=, self->last);
  self->last = number;
}

static void
lay_out (Judge       *self,
         const Death *death)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  write_file (self->path, death->file);
  if (death->journal != NULL)
    g_file_set_contents_full (journal, g_bytes_get_data (death->journal, NULL), (gssize)g_bytes_get_size (death->journal),
                              G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Every state that kill -9 can leave. */
static void
judge_states (Judge     *self,
              GPtrArray *deaths)
{
  self->last = -1;
  for (guint i = 0; i < deaths->len; i++)
    {
      const Death *death = g_ptr_array_index (deaths, i);
      const Death *before = i > 0 ? g_ptr_array_index (deaths, i - 1) : NULL;

      if (before != NULL && before->file == death->file && before->journal == death->journal)
        continue;
      lay_out (self, death);
      judge (self);
    }
}

/* And the real thing. */
static guint
judge_kills (Judge   *self,
             gboolean at_writes)
{
  gboolean finished = FALSE;
  guint    n_deaths = 0;

  self->last = -1;
  for (guint i = 0; !finished; i += proof_is_soak () ? 1 : STRIDE)
    {
      write_file (self->path, self->released->file);
      finished = deaths_die (self->path, migrate, at_writes ? -1 : (int)i, at_writes ? (int)i : -1);
      judge (self);
      n_deaths += !finished;
    }
  return n_deaths;
}

static void
test_killed (gconstpointer data)
{
  g_auto (Released) released;
  g_autoptr (GHashTable) schemas = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) judged = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  g_autofree char *path = test_dup_path ("killed.equipole");
  g_autoptr (GPtrArray) deaths = NULL;
  Judge self = { &released, path, schemas, judged, -1 };
  guint n_writes = 0;
  guint n_kills;

  released_init (&released, GPOINTER_TO_INT (data));
  write_file (path, released.file);
  deaths = deaths_collect (path, migrate);
  judge_states (&self, deaths);
  n_kills = judge_kills (&self, FALSE) + judge_kills (&self, TRUE);
  for (guint i = 0; i < deaths->len; i++)
    n_writes += ((const Death *)g_ptr_array_index (deaths, i))->at_write;
  g_test_message ("schema %d: as killed after %u statements and at %u writes, really killed %u times; %u different files, of %u formats",
                  GPOINTER_TO_INT (data), deaths->len - n_writes, n_writes, n_kills, g_hash_table_size (judged), g_hash_table_size (schemas));
  proof_report ("R4", deaths->len + n_kills, "ends of a migration");
  g_assert_cmpuint (deaths->len - n_writes, >, 50);
  g_assert_cmpuint (n_writes, >, 50);
  g_assert_cmpuint (n_kills, >, 5);
  g_assert_cmpuint (g_hash_table_size (schemas), >, 1);
}

/* ---- refused ---- */

static void
assert_untouched (const char *path,
                  GBytes     *before)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GBytes) after = read_file (path);

  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_newer (gconstpointer data)
{
  const int        versions[] = { (int)eqp_pole_get_schema ()->n_steps + 1, 999, G_MAXINT32 };
  g_autofree char *path = test_dup_path ("newer.equipole");
  g_auto (Released) released;

  released_init (&released, GPOINTER_TO_INT (data));
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", versions[i]);
      g_autoptr (GBytes) before = NULL;

      write_file (path, released.file);
      run_sql (path, sql);
      before = read_file (path);
      for (guint flags = 0; flags < 4; flags++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (eqp_store_open (path, eqp_pole_get_schema (), flags, &error));
          g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
          assert_untouched (path, before);
        }
    }
}

static void
test_read_only (gconstpointer data)
{
  g_autofree char *path = test_dup_path ("read-only.equipole");
  g_auto (Released) released;
  g_autoptr (GError) error = NULL;

  released_init (&released, GPOINTER_TO_INT (data));
  write_file (path, released.file);
  g_assert_null (eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  assert_untouched (path, released.file);
}

static void
add (int           version,
     const char   *name,
     GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/migration/%d/%s", version, name);

  g_test_add_data_func (path, GINT_TO_POINTER (version), func);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GArray) versions = NULL;

  test_init (&argc, &argv);
  deaths_install ();
  versions = list_released ();
  g_assert_cmpuint (versions->len, >, 0);
  for (guint i = 0; i < versions->len; i++)
    {
      int version = g_array_index (versions, int, i);

      add (version, "migrate", test_migrate);
      add (version, "history", test_history);
      add (version, "revert", test_revert);
      add (version, "killed", test_killed);
      add (version, "newer", test_newer);
      add (version, "read-only", test_read_only);
    }
  return g_test_run ();
}
