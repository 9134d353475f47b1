/* eqp-undo-later.c — the later edits that rest upon one that is about to be taken back, so that all of them can be taken back too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

static const char sql_later[] = "SELECT id FROM journal_entry WHERE id > ? AND kind = 0 AND undone_by IS NULL LIMIT 1";
static const char sql_referred_since[] =
  "SELECT d.table_name, d.row, max(d.operation) FROM journal_change AS d JOIN journal_entry AS e ON e.id = d.entry, json_each(d.before) AS m"
  " WHERE d.id >= " EQP_UNDO_SINCE " AND d.operation <> 0 AND " EQP_UNDO_STANDS_LATER " AND m.type = 'integer'"
  " AND m.value IN (SELECT row FROM journal_change WHERE id BETWEEN ?1 AND ?2 AND operation = 0) GROUP BY d.row";
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

/**
 * _eqp_undo_find_referred:
 * @self: a store, after the changes were taken back, in the same transaction
 * @edit: the edit that is taken back or done again
 * @first: the id of the first change taken back
 * @last: the id of the last one
 * @conflicts: (element-type EqpConflict): appended to
 * @error: (nullable): #EqpStoreError
 *
 * Finds rows that a younger edit took away from what is no longer there: that referred to a row which is gone now. The younger edit could
 * not be taken back any more.
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_undo_find_referred (EqpStore *self,
                         gint64    edit,
                         gint64    first,
                         gint64    last,
                         GArray   *conflicts,
                         GError  **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self, sql_referred_since, first, last, edit, &more, error);

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
