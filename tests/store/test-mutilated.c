/* test-mutilated.c — a file of which a table is lost, or cannot be read or written, while it is open: every call says so or goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-mutilated"
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-error.h"
#include "store/eqp-backup.h"
#include "store/eqp-journal.h"
#include "store/eqp-query-model.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* An overflow is an error of the row at hand. */
static const struct
{
  const char *name;
  const char *sql;
  const char *mend;
} ways[] = {
  { "lost", "ALTER TABLE {table} RENAME TO kept", "ALTER TABLE kept RENAME TO {table}" },
  { "unreadable",
    "ALTER TABLE {table} RENAME TO kept;"
    "CREATE VIEW {table} AS SELECT * FROM kept WHERE abs (-9223372036854775807 - 1 + (kept.{column} IS NULL))",
    "DROP VIEW {table}; ALTER TABLE kept RENAME TO {table}" },
  { "unreadable from the second row",
    "ALTER TABLE {table} RENAME TO kept;"
    "CREATE VIEW {table} AS SELECT * FROM kept WHERE abs (-9223372036854775807 - (kept.{column} > (SELECT min ({column}) FROM kept)))",
    "DROP VIEW {table}; ALTER TABLE kept RENAME TO {table}" },
  { "not to be written",
    "CREATE TRIGGER no_insert BEFORE INSERT ON {table} BEGIN SELECT raise (ABORT, 'no'); END;"
    "CREATE TRIGGER no_update BEFORE UPDATE ON {table} BEGIN SELECT raise (ABORT, 'no'); END;"
    "CREATE TRIGGER no_delete BEFORE DELETE ON {table} BEGIN SELECT raise (ABORT, 'no'); END",
    "DROP TRIGGER no_insert; DROP TRIGGER no_update; DROP TRIGGER no_delete" },
};

static void
run_sql (const char *path,
         const char *sql,
         const char *table,
         const char *column)
{
  g_autoptr (GString) text = g_string_new (sql);
  char    *message = NULL;
  sqlite3 *db;

  g_string_replace (text, "{table}", table, 0);
  g_string_replace (text, "{column}", column, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  /* What stands in triggers and is not there any more is the point. */
  sqlite3_exec (db, "PRAGMA legacy_alter_table = ON", NULL, NULL, NULL);
  sqlite3_exec (db, text->str, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* ---- what is asked of it ---- */

static gboolean
keep (gpointer result) /* transfer full, an object or NULL */
{
  if (result != NULL)
    g_object_unref (result);
  return result != NULL;
}

static gboolean
keep_list (GPtrArray *result)
{
  if (result != NULL)
    g_ptr_array_unref (result);
  return result != NULL;
}

static gboolean
find_house (EqpStore *store,
            GError  **error)
{
  return keep (eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H2", error));
}

static gboolean
select_houses (EqpStore *store,
               GError  **error)
{
  return keep_list (eqp_store_select (store, &test_house_entity, error, "ORDER BY code", NULL));
}

static gboolean
select_tenants (EqpStore *store,
                GError  **error)
{
  return keep_list (eqp_store_select (store, &test_tenant_entity, error, NULL, NULL));
}

static gboolean
search_for (EqpStore        *store,
            const EqpEntity *entity,
            const char      *text,
            GError         **error)
{
  GArray *hits = eqp_store_search (store, entity, text, 10, error);

  if (hits != NULL)
    g_array_unref (hits);
  return hits != NULL;
}

static gboolean
search_all (EqpStore *store,
            GError  **error)
{
  return search_for (store, NULL, "two", error);
}

static gboolean
search_houses (EqpStore *store,
               GError  **error)
{
  return search_for (store, &test_house_entity, "tow two", error);
}

static gboolean
list_entries (EqpStore *store,
              GError  **error)
{
  return keep_list (eqp_store_list_entries (store, NULL, error));
}

static gboolean
list_entries_of_house (EqpStore *store,
                       GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "SELECT id FROM house WHERE code = 'H2'", NULL);
  EqpHistoryFilter filter = { .entity = &test_house_entity };

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  filter.row = eqp_query_get_integer (query, 0);
  g_clear_pointer (&query, eqp_query_free);
  return keep_list (eqp_store_list_entries (store, &filter, error));
}

static gboolean
get_entry (EqpStore *store,
           GError  **error)
{
  return keep (eqp_store_get_entry (store, 3, error));
}

static gboolean
list_changes (EqpStore *store,
              GError  **error)
{
  for (gint64 entry = 1; entry < 9; entry++)
    if (!keep_list (eqp_store_list_changes (store, entry, EQP_LANGUAGE_EN, error)))
      return FALSE;
  return TRUE;
}

static gboolean
refresh (EqpStore *store,
         GError  **error)
{
  return eqp_store_refresh (store, error);
}

static gboolean
check (EqpStore *store,
       GError  **error)
{
  return eqp_store_check_integrity (store, error);
}

static gboolean
back_up (EqpStore *store,
         GError  **error)
{
  return eqp_backup_make (store, NULL, error);
}

static gboolean
add_house (EqpStore *store,
           GError  **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);

  eqp_record_set_text (draft, TEST_HOUSE_CODE, "H9");
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Nine");
  return eqp_store_save_one (store, label, draft, error);
}

static gboolean
change_house (EqpStore *store,
              GError  **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H3", error);
  g_autoptr (EqpRecord) draft = house != NULL ? eqp_record_dup_draft (house) : NULL;

  if (draft == NULL)
    return FALSE;
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Trois");
  return eqp_store_save_one (store, label, draft, error);
}

static gboolean
delete_house (EqpStore *store,
              GError  **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H4", error);

  return house != NULL && eqp_store_delete_one (store, label, house, error);
}

static gboolean
undo (EqpStore *store,
      GError  **error)
{
  return eqp_store_undo (store, 0, NULL, error);
}

static gboolean
redo (EqpStore *store,
      GError  **error)
{
  return eqp_store_redo (store, NULL, error);
}

/* The adding of tenant T1, whom nothing refers to. */
static gboolean
undo_older (EqpStore *store,
            GError  **error)
{
  return eqp_store_undo (store, 5, NULL, error);
}

typedef struct
{
  const char *name;
  gboolean (*func) (EqpStore *store,
                    GError  **error);
  const char *needs; /* the tables without which it cannot be done */
} Call;

/* Those that only read come first. */
static const Call calls[] = {
  { "find", find_house, "house" },
  { "select houses", select_houses, "house" },
  { "select tenants", select_tenants, "tenant" },
  { "search all", search_all, "search_word search_entity" },
  { "search houses", search_houses, "search_entity" },
  { "list entries", list_entries, "journal_entry" },
  { "list entries of a house", list_entries_of_house, "house journal_entry journal_change" },
  { "get an entry", get_entry, "journal_entry" },
  { "list changes", list_changes, "journal_change" },
  { "refresh", refresh, "meta journal_entry" },
  { "check", check, "" },
  { "back up", back_up, "" },
  { "add", add_house, "house journal_entry journal_change" },
  { "change", change_house, "house journal_entry journal_change search_entity" },
  { "delete", delete_house, "house journal_entry journal_change" },
  { "undo", undo, "journal_entry journal_change" },
  { "redo", redo, "journal_entry journal_change" },
  { "undo an older one", undo_older, "journal_entry journal_change tenant" },
};

/* ---- the file ---- */

static char *
dup_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (GError) error = NULL;
  gint64 house = 0;

  for (guint i = 1; i <= 4; i++)
    {
      static const char *const names[] = { "One", "Two Towers", "Three", "Four" };
      g_autofree char         *code = g_strdup_printf ("H%u", i);
      g_autoptr (EqpRecord) added = test_add_house (store, code, names[i - 1]);

      house = i == 1 ? eqp_record_get_id (added) : house;
    }
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("T%u", i);
      g_autoptr (EqpRecord) tenant = test_add_tenant (store, code, "Duval", i == 1 ? 0 : house);

      g_assert_cmpint (eqp_record_get_id (tenant), >, 0);
    }
  g_assert_true (change_house (store, &error));
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  return path;
}

static void
count_notices (EqpStore   *store,
               const char *sentence,
               gpointer    user_data)
{
  g_assert_null (strchr (sentence, '\n'));
  (*(guint *)user_data)++;
}

/* A list shows what there is to see, or goes on showing what it did, and says why. */
static void
show_lists (EqpStore *store)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (store, &test_house_entity);
  guint n_notices = 0;

  g_signal_connect (store, "notice", G_CALLBACK (count_notices), &n_notices);
  eqp_query_model_set_order (model, "name, code");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (item == NULL || TEST_IS_HOUSE (item));
    }
  eqp_query_model_set_search (model, "two");
  g_assert_true (g_list_model_get_n_items (G_LIST_MODEL (model)) <= 1 || n_notices > 0);
  g_signal_handlers_disconnect_by_func (store, count_notices, &n_notices);
}

static gboolean
must_fail (const Call *call,
           const char *table)
{
  g_auto (GStrv) names = g_strsplit (call->needs, " ", -1);

  return g_strv_contains ((const char *const *)names, table);
}

/* Each call works or gives one sentence; @lost: the table that is not there at all. */
static void
run_calls (EqpStore   *store,
           const char *lost)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = calls[i].func (store, &error);

      if (good ? error != NULL : error == NULL)
        g_error ("%s: %s", calls[i].name, good ? error->message : "no sentence");
      if (good && lost != NULL && must_fail (&calls[i], lost))
        g_error ("%s worked without %s", calls[i].name, lost);
      if (good)
        continue;
      g_assert_true (error->domain == EQP_STORE_ERROR || error->domain == EQP_INPUT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_table (gconstpointer data)
{
  const char *const *table = data; /* its name, then a column that tells rows apart */
  g_autofree char   *base = g_strdup_printf ("%s.equipole", table[0]);
  g_autofree char   *path = dup_file (base);
  g_autoptr (GBytes) whole = test_read_file (path);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpStore) store = NULL;
      g_autoptr (EqpStore) again = NULL;

      g_test_message ("%s is %s", table[0], ways[i].name);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (whole, NULL), (gssize)g_bytes_get_size (whole), NULL));
      store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
      g_assert_no_error (error);
      run_sql (path, ways[i].sql, table[0], table[1]);
      run_calls (store, i == 0 ? table[0] : NULL);
      show_lists (store);
      eqp_store_close (store);
      /* What could not be reached is still whole. */
      run_sql (path, ways[i].mend, table[0], table[1]);
      again = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
      g_assert_no_error (error);
      g_assert_true (eqp_store_check_integrity (again, &error));
      g_assert_true (find_house (again, &error));
      g_assert_true (search_all (again, &error));
      g_assert_no_error (error);
      eqp_store_close (again);
    }
}

/* The same calls on a file to which nothing was done: each works. */
static void
test_whole (void)
{
  g_autofree char *path = dup_file ("whole.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (!calls[i].func (store, &error))
      g_error ("%s: %s", calls[i].name, error->message);
  show_lists (store);
  eqp_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const tables[][2] = {
    { "house", "id" },
    { "tenant", "id" },
    { "meta", "key" },
    { "journal_entry", "id" },
    { "journal_change", "id" },
    { "journal_row", "row" },
    { "search_word", "first" },
    { "search_entity", "number" },
  };

  test_init (&argc, &argv);
  g_test_add_func ("/mutilated/whole", test_whole);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strdup_printf ("/mutilated/%s", tables[i][0]);

      g_test_add_data_func (name, tables[i], test_table);
    }
  return g_test_run ();
}
