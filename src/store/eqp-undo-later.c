/* eqp-undo-later.c — the later edits that rest upon one that is about to be taken back, so that all of them can be taken back too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

/* The edits that stand always are a chain in the order of their ids: each could be taken back to what the one before it left. What has
 * to be seen is what the present no longer shows: a value that was there in between. */
#define STANDS_LATER "e.id > ?3 AND e.kind = 0 AND e.undone_by IS NULL"
#define SINCE "(SELECT first_change FROM journal_entry WHERE id = ?3)"

static const char sql_later[] = "SELECT id FROM journal_entry WHERE id > ? AND kind = 0 AND undone_by IS NULL LIMIT 1";
static const char sql_referred_since[] =
  "SELECT d.table_name, d.row, max(d.operation) FROM journal_change AS d JOIN journal_entry AS e ON e.id = d.entry, json_each(d.before) AS m"
  " WHERE d.id >= " SINCE " AND d.operation <> 0 AND " STANDS_LATER " AND m.type = 'integer'"
  " AND m.value IN (SELECT row FROM journal_change WHERE id BETWEEN ?1 AND ?2 AND operation = 0) GROUP BY d.row";
static const char sql_keys[] =
  "SELECT i.name, c.name FROM pragma_index_list(?) AS i JOIN pragma_index_info(i.name) AS c WHERE i.\"unique\" = 1 ORDER BY i.name, c.seqno";
static const char sql_tables[] = "SELECT DISTINCT table_name FROM journal_change WHERE id BETWEEN ? AND ? AND operation <> 0";
static const char sql_blocker[] =
  "SELECT e.label, e.instant FROM journal_row AS r JOIN journal_change AS c ON c.id = r.change JOIN journal_entry AS e ON e.id = c.entry"
  " WHERE r.row = ?1 AND e.id > ?2 AND e.kind = 0 AND e.undone_by IS NULL ORDER BY e.id DESC LIMIT 1";

/**
 * _eqp_undo_has_later:
 * @self: a store
 * @edit: an edit's id
 * @later: (out): whether an edit younger than @edit stands
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_undo_has_later (EqpStore *self,
                     gint64    edit,
                     gboolean *later,
                     GError  **error)
{
  gint64 id;

  if (!_eqp_journal_read_integer (_eqp_store_get_database (self), sql_later, edit, 0, &id, error))
    return FALSE;
  *later = id != 0;
  return TRUE;
}

/* Runs a query of (table, row, the last thing done to it) over @edit and its changes, and makes a conflict of each answer. */
static gboolean
collect (EqpStore   *self,
         const char *sql,
         gint64      edit,
         gint64      first,
         gint64      last,
         GArray     *conflicts,
         GError    **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self, sql, first, last, edit, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      gboolean    removed = eqp_statement_get_integer (statement, 2) == EQP_CHANGE_DELETE;
      EqpConflict conflict = { removed ? EQP_CONFLICT_REMOVED : EQP_CONFLICT_EDITED,
                               _eqp_store_find_entity (self, eqp_statement_get_text (statement, 0)),
                               eqp_statement_get_integer (statement, 1), -1 };

      if (conflict.entity != NULL)
        g_array_append_val (conflicts, conflict);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* The value of a key's column when the change "d" was made: in the change, or before the next one that changed it, or still there. */
static void
append_value (GString    *sql,
              const char *table,
              const char *column)
{
  g_string_append_printf (sql,
                          "coalesce(json_extract(d.before, '$.%s'),"
                          " (SELECT json_extract(x.before, '$.%s') FROM journal_row AS r JOIN journal_change AS x ON x.id = r.change"
                          " WHERE r.row = d.row AND r.change > d.id AND json_type(x.before, '$.%s') IS NOT NULL ORDER BY r.change LIMIT 1),"
                          " (SELECT s.\"%s\" FROM \"%s\" AS s WHERE s.id = d.row))",
                          column, column, column, column, table);
}

/* SQL of the rows of @table that had, for a while, the key that a row of the entry has now: the file could not hold both. */
static char *
dup_key_sql (const char *table,
             GPtrArray  *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT d.table_name, d.row, max(d.operation) FROM journal_change AS d JOIN journal_entry AS e ON e.id = d.entry"
                               " JOIN \"%s\" AS t ON ",
                          table);
  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append_printf (sql, "%st.\"%s\" = ", i > 0 ? " AND " : "", (char *)g_ptr_array_index (columns, i));
      append_value (sql, table, g_ptr_array_index (columns, i));
    }
  g_string_append_printf (sql, " WHERE d.id >= " SINCE " AND d.table_name = '%s' AND d.operation <> 0 AND " STANDS_LATER " AND (", table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%sjson_type(d.before, '$.%s') IS NOT NULL", i > 0 ? " OR " : "", (char *)g_ptr_array_index (columns, i));
  g_string_append_printf (sql,
                          ") AND t.id <> d.row AND t.id IN (SELECT row FROM journal_change WHERE id BETWEEN ?1 AND ?2"
                          " AND operation <> 0 AND table_name = '%s') GROUP BY d.row",
                          table);
  return g_string_free (sql, FALSE);
}

/* (transfer full) (element-type GPtrArray): the columns of each key of @table */
static GPtrArray *
list_keys (EqpStore   *self,
           const char *table,
           GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_keys, error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autofree char *present = NULL;
  gboolean         more = FALSE;

  if (statement == NULL)
    return NULL;
  eqp_statement_bind_text (statement, 0, table);
  if (!eqp_statement_step (statement, &more, error))
    return NULL;
  while (more)
    {
      const char *name = eqp_statement_get_text (statement, 0);

      if (g_strcmp0 (name, present) != 0)
        {
          g_free (present);
          present = g_strdup (name);
          g_ptr_array_add (keys, g_ptr_array_new_with_free_func (g_free));
        }
      g_ptr_array_add (g_ptr_array_index (keys, keys->len - 1), g_strdup (eqp_statement_get_text (statement, 1)));
      if (!eqp_statement_step (statement, &more, error))
        return NULL;
    }
  return g_steal_pointer (&keys);
}

/* The rows of the entry that were changed, or removed, and are back: did others bear their keys meanwhile? */
static gboolean
find_keys (EqpStore *self,
           gint64    edit,
           gint64    first,
           gint64    last,
           GArray   *conflicts,
           GError  **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self, sql_tables, first, last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      const char *table = eqp_statement_get_text (statement, 0);
      g_autoptr (GPtrArray) keys = list_keys (self, table, error);

      if (keys == NULL)
        return FALSE;
      for (guint i = 0; i < keys->len; i++)
        {
          g_autofree char *sql = dup_key_sql (table, g_ptr_array_index (keys, i));

          if (!collect (self, sql, edit, first, last, conflicts, error))
            return FALSE;
        }
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _eqp_undo_find_rested:
 * @self: a store, after the changes were taken back, in the same transaction
 * @edit: the edit that is taken back or done again
 * @first: the id of the first change taken back
 * @last: the id of the last one
 * @conflicts: (element-type EqpConflict): appended to
 * @error: (nullable): #EqpStoreError
 *
 * Finds rows that a younger edit took away from what is no longer there: that referred to a row which is gone now, or bore the key of
 * one which is back. The younger edit could not be taken back any more. Rows of the entry itself are not looked at.
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_undo_find_rested (EqpStore *self,
                       gint64    edit,
                       gint64    first,
                       gint64    last,
                       GArray   *conflicts,
                       GError  **error)
{
  return collect (self, sql_referred_since, edit, first, last, conflicts, error) &&
         find_keys (self, edit, first, last, conflicts, error);
}

/* "… Undo “…” first."; NULL when nothing younger touched the row, or it cannot be read. */
static char *
dup_blocker (EqpStore   *self,
             gint64      edit,
             gint64      row,
             const char *reason,
             EqpLanguage language)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_blocker, NULL);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (EqpMessage) message = NULL;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  gboolean         found = FALSE;

  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, row);
  eqp_statement_bind_integer (statement, 1, edit);
  if (!eqp_statement_step (statement, &found, NULL) || !found)
    return NULL;
  label = _eqp_journal_read_label (eqp_statement_get_text (statement, 0));
  what = eqp_message_render (label, language);
  when = eqp_date_format_instant (eqp_statement_get_integer (statement, 1), language);
  /* Translators: {reason} is a full sentence, {edit} the title of an entry of the history, {when} its day and hour. */
  message = eqp_message_new (N_ ("{reason} Undo “{edit}” ({when}) first."));
  eqp_message_text (message, "reason", reason);
  eqp_message_text (message, "edit", what);
  eqp_message_text (message, "when", when);
  return eqp_message_render (message, language);
}

/**
 * _eqp_undo_dup_advice:
 * @self: a store, outside the transaction that failed
 * @edit: the edit that could not be taken back or done again
 * @conflict: why
 * @reason: (transfer full): the same as a sentence
 * @language: the reader's
 *
 * Returns: (transfer full): the sentence; with the youngest edit that stands in the way, if there is one, and that it goes first
 */
char *
_eqp_undo_dup_advice (EqpStore          *self,
                      gint64             edit,
                      const EqpConflict *conflict,
                      char              *reason,
                      EqpLanguage        language)
{
  char *advice = dup_blocker (self, edit, conflict->other_entity != NULL ? conflict->other_row : conflict->row, reason, language);

  if (advice == NULL)
    return reason;
  g_free (reason);
  return advice;
}
