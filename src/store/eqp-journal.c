/* eqp-journal.c — opening and closing the journal entry of an edit, and reading what entries changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-clock.h"
#include "store/eqp-journal-private.h"

#include <glib/gi18n.h>

static const char sql_begin[] =
  "INSERT INTO journal_entry (instant, author, label, kind, target, first_change, open)"
  " VALUES (?, ?, ?, ?, ?, coalesce((SELECT max(id) FROM journal_change), 0) + 1, 1)";
static const char sql_open_entry[] = "SELECT id FROM journal_entry WHERE open = 1 AND ? = 0 ORDER BY id DESC LIMIT 1";
static const char sql_forget[] = "DELETE FROM journal_entry WHERE id = ?";
static const char sql_close[] = "UPDATE journal_entry SET open = NULL WHERE id = ?";
static const char sql_index_rows[] = "INSERT INTO journal_row (row, change) SELECT row, id FROM journal_change WHERE id BETWEEN ? AND ?";
static const char sql_first_change[] = "SELECT first_change FROM journal_entry WHERE id = ?";
static const char sql_end_change[] = "SELECT first_change - 1 FROM journal_entry WHERE id > ? ORDER BY id LIMIT 1";
static const char sql_last_change[] = "SELECT max(id) FROM journal_change WHERE ? = 0";
static const char sql_last_entry[] = "SELECT max(id) FROM journal_entry WHERE ? = 0";
static const char sql_since[] = "SELECT first_change FROM journal_entry WHERE id > ? ORDER BY id LIMIT 1";
static const char sql_changes[] = "SELECT table_name, row, operation FROM journal_change WHERE id BETWEEN ? AND ? ORDER BY id";
static const char sql_peek_undo[] = "SELECT label FROM journal_entry WHERE kind = 0 AND undone_by IS NULL ORDER BY id DESC LIMIT 1";
static const char sql_peek_redo[] = EQP_JOURNAL_NEWEST_UNDO ("label");

/**
 * _eqp_journal_read_integer:
 * @database: a connection
 * @sql: static SELECT of one integer with one parameter
 * @parameter: its value
 * @fallback: the answer when there is no row, or NULL in it
 * @value: (out): the answer
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_read_integer (EqpDatabase *database,
                           const char  *sql,
                           gint64       parameter,
                           gint64       fallback,
                           gint64      *value,
                           GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, parameter);
  if (!eqp_statement_step (statement, &row, error))
    return FALSE;
  *value = row && !eqp_statement_is_null (statement, 0) ? eqp_statement_get_integer (statement, 0) : fallback;
  return TRUE;
}

/**
 * _eqp_journal_run:
 * @database: a connection
 * @sql: static statement with one parameter, without an answer
 * @parameter: its value
 * @error: (nullable): #EqpStoreError
 *
 * Returns: whether it could be run
 */
gboolean
_eqp_journal_run (EqpDatabase *database,
                  const char  *sql,
                  gint64       parameter,
                  GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, parameter);
  return eqp_statement_step (statement, NULL, error);
}

static gboolean
index_rows (EqpDatabase *database,
            gint64       first,
            gint64       last,
            GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_index_rows, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  return eqp_statement_step (statement, NULL, error);
}

static gboolean
read_changes (EqpStore     *self,
              gint64        first,
              gint64        last,
              EqpChangeSet *changes,
              GError      **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_changes, error);
  const EqpEntity *entity = NULL;
  gboolean         row = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  if (!eqp_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      const char *table = eqp_statement_get_text (statement, 0);

      if (entity == NULL || strcmp (entity->table, table) != 0)
        entity = _eqp_store_find_entity (self, table);
      if (entity != NULL)
        _eqp_change_set_add (changes, entity, eqp_statement_get_integer (statement, 1), eqp_statement_get_integer (statement, 2));
      if (!eqp_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _eqp_journal_install:
 * @self: a store, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Creates what the journal and the search index need and the file lacks, and makes the triggers those of the field tables.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_install (EqpStore *self,
                      GError  **error)
{
  return _eqp_journal_create_tables (self, error) && _eqp_journal_create_triggers (self, error) && _eqp_search_install (self, error);
}

/**
 * _eqp_journal_suspend:
 * @self: a store, inside the transaction of a migration
 * @error: (nullable): #EqpStoreError
 *
 * Drops the triggers and the search index; _eqp_journal_install() brings both back.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_suspend (EqpStore *self,
                      GError  **error)
{
  return _eqp_journal_drop_triggers (self, error) && _eqp_search_drop (_eqp_store_get_database (self), error);
}

static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && strcmp (name, "Unknown") != 0 ? name : g_get_user_name ();
}

/**
 * _eqp_journal_begin:
 * @self: a store, inside a transaction
 * @label: what is about to be done
 * @kind: an edit, an undo or a redo
 * @target: the entry taken back; 0 for an edit
 * @entry: (out): the new entry's id
 * @error: (nullable): #EqpStoreError
 *
 * Opens a journal entry: the changes of record tables belong to it until _eqp_journal_finish().
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_journal_begin (EqpStore    *self,
                    EqpMessage  *label,
                    EqpEntryKind kind,
                    gint64       target,
                    gint64      *entry,
                    GError     **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_begin, error);
  g_autofree char *json = eqp_message_to_json (label);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, eqp_clock_now_us ());
  eqp_statement_bind_text (statement, 1, get_author ());
  eqp_statement_bind_text (statement, 2, json);
  eqp_statement_bind_integer (statement, 3, kind);
  if (target != 0)
    eqp_statement_bind_integer (statement, 4, target);
  else
    eqp_statement_bind_null (statement, 4);
  return eqp_statement_step (statement, NULL, error) && _eqp_journal_read_integer (database, sql_open_entry, 0, 0, entry, error);
}

/**
 * _eqp_journal_get_range:
 * @self: a store
 * @entry: a journal entry's id
 * @first: (out): the id of its first change
 * @last: (out): the id of its last change, less than @first when it has none
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND, or any other #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_get_range (EqpStore *self,
                        gint64    entry,
                        gint64   *first,
                        gint64   *last,
                        GError  **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);

  if (!_eqp_journal_read_integer (database, sql_first_change, entry, 0, first, error) ||
      !_eqp_journal_read_integer (database, sql_end_change, entry, -1, last, error))
    return FALSE;
  if (*first == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("The history has no such entry."));
      return FALSE;
    }
  return *last >= 0 || _eqp_journal_read_integer (database, sql_last_change, 0, 0, last, error);
}

/**
 * _eqp_journal_finish:
 * @self: a store, before COMMIT
 * @entry: (inout): the open entry; set to 0 when it changed nothing and was removed
 * @changes: (out) (transfer full) (nullable): what it changed
 * @error: (nullable): #EqpStoreError
 *
 * Closes the entry and brings the search index up to date with it.
 *
 * Returns: %FALSE with @error set: the transaction must be rolled back
 */
gboolean
_eqp_journal_finish (EqpStore      *self,
                     gint64        *entry,
                     EqpChangeSet **changes,
                     GError       **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);
  g_autoptr (EqpChangeSet) set = NULL;
  gint64 first, last;

  *changes = NULL;
  if (!_eqp_journal_get_range (self, *entry, &first, &last, error))
    return FALSE;
  if (last < first)
    {
      if (!_eqp_journal_run (database, sql_forget, *entry, error))
        return FALSE;
      *entry = 0;
      return TRUE;
    }
  set = _eqp_change_set_new (*entry);
  if (!_eqp_journal_run (database, sql_close, *entry, error) ||
      !index_rows (database, first, last, error) ||
      !read_changes (self, first, last, set, error) ||
      !_eqp_search_update (self, first, last, set, error))
    return FALSE;
  *changes = g_steal_pointer (&set);
  return TRUE;
}

/**
 * _eqp_journal_read_since:
 * @self: a store
 * @after: a journal entry's id, 0 for all
 * @last: (out): the newest entry's id, 0 when there is none
 * @changes: (out) (optional) (transfer full) (nullable): what the entries newer than @after changed; %NULL when there are none
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_read_since (EqpStore      *self,
                         gint64         after,
                         gint64        *last,
                         EqpChangeSet **changes,
                         GError       **error)
{
  EqpDatabase *database = _eqp_store_get_database (self);
  g_autoptr (EqpChangeSet) set = NULL;
  gint64 first;

  if (changes != NULL)
    *changes = NULL;
  if (!_eqp_journal_read_integer (database, sql_last_entry, 0, 0, last, error))
    return FALSE;
  if (*last <= after || changes == NULL)
    return TRUE;
  set = _eqp_change_set_new (0);
  if (!_eqp_journal_read_integer (database, sql_since, after, 1, &first, error) ||
      !read_changes (self, first, G_MAXINT64, set, error))
    return FALSE;
  *changes = g_steal_pointer (&set);
  return TRUE;
}

/**
 * _eqp_journal_read_label:
 * @json: the title of an entry as the file has it
 *
 * Returns: (transfer full): the title; another that says so when somebody else wrote there what cannot be read
 */
EqpMessage *
_eqp_journal_read_label (const char *json)
{
  g_autoptr (GError) error = NULL;
  EqpMessage *label = eqp_message_from_json (json, &error);

  if (label != NULL)
    return label;
  g_debug ("%s", error->message);
  /* Translators: stands in the history for the title of an edit. */
  return eqp_message_new (N_ ("An edit whose title cannot be read"));
}

static gboolean
peek (EqpStore    *self,
      const char  *sql,
      EqpMessage **label,
      GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql, error);
  gboolean row = FALSE;

  *label = NULL;
  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *label = _eqp_journal_read_label (eqp_statement_get_text (statement, 0));
  return TRUE;
}

/**
 * _eqp_journal_peek_undo:
 * @self: a store
 * @label: (out) (transfer full) (nullable): what eqp_store_undo() of 0 would take back
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_peek_undo (EqpStore    *self,
                        EqpMessage **label,
                        GError     **error)
{
  return peek (self, sql_peek_undo, label, error);
}

/**
 * _eqp_journal_peek_redo:
 * @self: a store
 * @label: (out) (transfer full) (nullable): what eqp_store_redo() would do again
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_peek_redo (EqpStore    *self,
                        EqpMessage **label,
                        GError     **error)
{
  return peek (self, sql_peek_redo, label, error);
}
