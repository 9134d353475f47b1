/* eqp-journal-tables.c — the journal's tables, and the triggers by which every record table writes its changes there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-journal-private.h"

/* "open" is 1 while the entry's transaction runs, NULL afterwards: a trigger that finds no open entry fails on NOT NULL, so another
 * program cannot write rows past the journal. first_change makes an entry's changes one range of ids, hence no index on "entry".
 * journal_row finds the changes of a row; it is filled once an entry is complete, which for an import costs a fraction of what an
 * index would. */
static const char *const tables[] = {
  "CREATE TABLE IF NOT EXISTS journal_entry ("
  " id INTEGER PRIMARY KEY,"
  " instant INTEGER NOT NULL,"
  " author TEXT NOT NULL,"
  " label TEXT NOT NULL,"
  " kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2, 3)),"
  " target INTEGER,"
  " undone_by INTEGER,"
  " first_change INTEGER NOT NULL,"
  " open INTEGER CHECK (open = 1)"
  ") STRICT",

  /* By which the newest edit that stands is found, however many were taken back after it: undoing everything is no scan a step. */
  "CREATE INDEX IF NOT EXISTS journal_entry_stands ON journal_entry (kind) WHERE undone_by IS NULL",

  "CREATE TABLE IF NOT EXISTS journal_change ("
  " id INTEGER PRIMARY KEY,"
  " entry INTEGER NOT NULL,"
  " table_name TEXT NOT NULL,"
  " row INTEGER NOT NULL,"
  " operation INTEGER NOT NULL,"
  " before TEXT,"
  " after TEXT"
  ") STRICT",

  /* By which the history of a record finds the rows it once owned. */
  "CREATE INDEX IF NOT EXISTS journal_change_deleted ON journal_change (table_name) WHERE operation = 2",

  "CREATE TABLE IF NOT EXISTS journal_row ("
  " row INTEGER NOT NULL,"
  " change INTEGER NOT NULL,"
  " PRIMARY KEY (row, change)"
  ") STRICT, WITHOUT ROWID",
};

#define OPEN_ENTRY "(SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1)"

static const char sql_triggers[] = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'";

static char *
dup_insert_trigger (const EqpEntity *entity)
{
  return g_strdup_printf ("CREATE TRIGGER \"journal_%s_insert\" AFTER INSERT ON \"%s\" BEGIN "
                          "INSERT INTO journal_change (entry, table_name, row, operation) VALUES (" OPEN_ENTRY ", '%s', NEW.id, %d); END",
                          entity->table, entity->table, entity->table, EQP_CHANGE_INSERT);
}

/* One JSON object of the values in the row called @version: of the changed columns, or of all. json_quote() is our own, see
 * eqp-database-json.c. */
static void
append_object (GString         *sql,
               const EqpEntity *entity,
               const char      *version,
               gboolean         changed)
{
  g_string_append (sql, "'{' || substr(");
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append (sql, i > 0 ? " || " : "");
      if (changed)
        g_string_append_printf (sql, "iif(OLD.\"%s\" IS NOT NEW.\"%s\", ',\"%s\":' || json_quote(%s.\"%s\"), '')", column, column, column, version, column);
      else
        g_string_append_printf (sql, "',\"%s\":' || json_quote(%s.\"%s\")", column, version, column);
    }
  g_string_append (sql, ", 2) || '}'");
}

static char *
dup_update_trigger (const EqpEntity *entity)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TRIGGER \"journal_%s_update\" AFTER UPDATE ON \"%s\" WHEN OLD.id IS NOT NEW.id",
                          entity->table, entity->table);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (sql, " OR OLD.\"%s\" IS NOT NEW.\"%s\"", column, column);
    }
  g_string_append_printf (sql, " BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES (" OPEN_ENTRY ", '%s', NEW.id, %d, ",
                          entity->table, EQP_CHANGE_UPDATE);
  append_object (sql, entity, "OLD", TRUE);
  g_string_append (sql, ", ");
  append_object (sql, entity, "NEW", TRUE);
  g_string_append (sql, "); END");
  return g_string_free (sql, FALSE);
}

static char *
dup_delete_trigger (const EqpEntity *entity)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TRIGGER \"journal_%s_delete\" AFTER DELETE ON \"%s\" BEGIN "
                               "INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES (" OPEN_ENTRY ", '%s', OLD.id, %d, ",
                          entity->table, entity->table, entity->table, EQP_CHANGE_DELETE);
  append_object (sql, entity, "OLD", FALSE);
  g_string_append (sql, "); END");
  return g_string_free (sql, FALSE);
}

/* (transfer full): trigger name -> the SQL that creates it */
static GHashTable *
list_wanted_triggers (EqpStore *self)
{
  const EqpSchema *schema = eqp_store_get_schema (self);
  GHashTable      *wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];

      g_hash_table_insert (wanted, g_strdup_printf ("journal_%s_insert", entity->table), dup_insert_trigger (entity));
      g_hash_table_insert (wanted, g_strdup_printf ("journal_%s_update", entity->table), dup_update_trigger (entity));
      g_hash_table_insert (wanted, g_strdup_printf ("journal_%s_delete", entity->table), dup_delete_trigger (entity));
    }
  return wanted;
}

/* (out) (transfer full): trigger name -> SQL, as the file has them */
static GHashTable *
list_present_triggers (EqpDatabase *database,
                       GError     **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_triggers, error);
  gboolean row = FALSE;

  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_hash_table_insert (present, g_strdup (eqp_statement_get_text (statement, 0)), g_strdup (eqp_statement_get_text (statement, 1)));
      if (!eqp_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&present);
}

static gboolean
drop_trigger (EqpDatabase *database,
              const char  *name,
              GError     **error)
{
  char           **parts = g_strsplit (name, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", quoted);

  g_strfreev (parts);
  return eqp_database_exec (database, sql, error);
}

/**
 * _eqp_journal_create_tables:
 * @self: a store, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Creates the journal's own tables where they are missing.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_create_tables (EqpStore *self,
                            GError  **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!eqp_database_exec (database, tables[i], error))
      return FALSE;
  return TRUE;
}

/**
 * _eqp_journal_create_triggers:
 * @self: a store, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Makes the record tables' triggers those that the field tables ask for. A file that has them already is not written to.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_create_triggers (EqpStore *self,
                              GError  **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);
  g_autoptr (GHashTable) wanted = list_wanted_triggers (self);
  g_autoptr (GHashTable) present = list_present_triggers (database, error);
  GHashTableIter iter;
  gpointer       name, sql;

  if (present == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (wanted, name), sql) == 0)
        g_hash_table_remove (wanted, name);
      else if (!drop_trigger (database, name, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (!eqp_database_exec (database, sql, error))
      return FALSE;
  return TRUE;
}

/**
 * _eqp_journal_drop_triggers:
 * @self: a store, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_drop_triggers (EqpStore *self,
                            GError  **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);
  g_autoptr (GHashTable) present = list_present_triggers (database, error);
  GHashTableIter iter;
  gpointer       name;

  if (present == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!drop_trigger (database, name, error))
      return FALSE;
  return TRUE;
}
