/* eqp-undo.c — taking an entry back, newest change first, only where its changes still stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"
#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

/* Reasons told of a refusal: each is looked for by its row. */
#define MAX_REASONS 8

static const char sql_entry[] = "SELECT kind, target, undone_by, label FROM journal_entry WHERE id = ?";
static const char sql_newest_edit[] = "SELECT id FROM journal_entry WHERE kind = 0 AND undone_by IS NULL AND ? = 0 ORDER BY id DESC LIMIT 1";
static const char sql_newest_undo[] = EQP_JOURNAL_NEWEST_UNDO ("id") " AND ? = 0";
static const char sql_changes[] =
  "SELECT table_name, row, operation, before, after, id FROM journal_change WHERE id BETWEEN ? AND ? ORDER BY id DESC";
static const char sql_later_changes[] =
  "SELECT c.table_name, c.row, c.operation, c.before, c.after, c.id FROM (SELECT DISTINCT row FROM journal_change WHERE id BETWEEN ?1 AND ?2) AS o"
  " JOIN journal_row AS r ON r.row = o.row AND r.change >= (SELECT first_change FROM journal_entry WHERE id = ?3)"
  " JOIN journal_change AS c ON c.id = r.change JOIN journal_entry AS e ON e.id = c.entry"
  " WHERE e.id > ?3 AND e.kind = 0 AND e.undone_by IS NULL ORDER BY c.id DESC";
static const char sql_mark_undone[] =
  "UPDATE journal_entry SET undone_by = (SELECT id FROM journal_entry WHERE open = 1 ORDER BY id DESC LIMIT 1) WHERE id = ?";
static const char sql_mark_standing[] = "UPDATE journal_entry SET undone_by = NULL WHERE id = (SELECT target FROM journal_entry WHERE id = ?)";

typedef struct
{
  EqpInverse   inverse; /* of one change after the other, with the conflicts of all */
  gint64       entry;   /* the one taken back */
  gint64       edit;    /* itself, or the edit that it had taken back */
  EqpEntryKind kind;    /* what taking it back is */
  gint64       first;   /* its changes */
  gint64       last;
} Undo;

static void
undo_clear (Undo *self)
{
  _eqp_inverse_clear (&self->inverse);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_clear)

static gboolean
apply_all (Undo    *self,
           GError **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->inverse.store, sql_changes, self->first, self->last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!_eqp_inverse_apply (&self->inverse, statement, error) || !eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes back what younger edits that stand did to the same rows, newest first; of each row, until it resists. */
static gboolean
rewind_later (Undo     *self,
              gboolean *any,
              GError  **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->inverse.store, sql_later_changes, self->first, self->last, self->edit, &more, error);

  if (statement == NULL)
    return FALSE;
  *any = more;
  while (more)
    {
      if (!_eqp_inverse_has_conflict (&self->inverse, eqp_statement_get_integer (statement, 1)) && !_eqp_inverse_apply (&self->inverse, statement, error))
        return FALSE;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* What was tried did not happen: a row that is not there for it was changed since, no more. */
static void
reword_conflicts (Undo *self)
{
  for (guint i = 0; i < self->inverse.conflicts->len; i++)
    {
      EqpConflict *conflict = &g_array_index (self->inverse.conflicts, EqpConflict, i);

      if (conflict->kind == EQP_CONFLICT_CHANGED)
        continue;
      _eqp_conflict_clear (conflict);
      conflict->kind = EQP_CONFLICT_EDITED;
    }
}

/* Nothing may become impossible to take back: younger edits must still go, newest first, once this one is gone from under them. That
 * is tried with the rows they share, and asked about others. */
static gboolean
check_later (Undo    *self,
             GError **error)
{
  EqpDatabase *database = _eqp_store_get_database (self->inverse.store);
  gboolean     later = FALSE;
  gboolean     any = FALSE;

  if (!_eqp_undo_has_later (self->inverse.store, self->edit, &later, error))
    return FALSE;
  if (!later)
    return TRUE;
  if (!_eqp_undo_find_referred (self->inverse.store, self->edit, self->first, self->last, self->inverse.conflicts, error) ||
      !_eqp_undo_find_keys (self->inverse.store, self->edit, self->first, self->last, self->inverse.conflicts, error))
    return FALSE;
  if (self->inverse.conflicts->len > 0)
    return TRUE;
  if (!eqp_database_exec (database, "SAVEPOINT later", error) || !rewind_later (self, &any, error))
    return FALSE;
  reword_conflicts (self);
  /* The rows as they were right after this edit, or would have been. */
  if (any && self->inverse.conflicts->len == 0 &&
      !_eqp_undo_find_referred (self->inverse.store, self->edit, self->first, self->last, self->inverse.conflicts, error))
    return FALSE;
  return eqp_database_exec (database, "ROLLBACK TO later", error) && eqp_database_exec (database, "RELEASE later", error);
}

/* An EqpEditFunc: fails with CONFLICT, and nothing is kept, when self->inverse.conflicts is not empty. */
static gboolean
take_back_cb (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  Undo        *self = user_data;
  EqpDatabase *database = _eqp_store_get_database (store);

  if (!_eqp_journal_get_range (store, self->entry, &self->first, &self->last, error))
    return FALSE;
  /* The range of the newest entry ends where our own, still empty, begins. */
  if (!_eqp_conflict_find_before (store, self->first, self->last, self->inverse.conflicts, error) ||
      !apply_all (self, error) ||
      !_eqp_conflict_find_dangling (store, self->first, self->last, self->inverse.conflicts, error) ||
      (self->inverse.conflicts->len == 0 && !check_later (self, error)))
    return FALSE;
  if (self->inverse.conflicts->len > 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT, "");
      return FALSE;
    }
  if (!_eqp_journal_run (database, sql_mark_undone, self->entry, error))
    return FALSE;
  return self->kind != EQP_ENTRY_REDO || _eqp_journal_run (database, sql_mark_standing, self->entry, error);
}

/* "… any more: reason", or a list of the first ones: an import may have thousands. */
static char *
dup_refusal (GPtrArray *reasons,
             guint      n_more)
{
  GString *text;

  if (reasons->len == 1)
    /* Translators: the placeholder is a full sentence, the only reason. */
    return g_strdup_printf (_ ("This cannot be taken back any more: %s"), (const char *)g_ptr_array_index (reasons, 0));
  text = g_string_new (_ ("This cannot be taken back any more:"));
  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text, "\n• %s", (const char *)g_ptr_array_index (reasons, i));
  if (n_more > 0)
    {
      g_string_append (text, "\n• ");
      /* Translators: the end of a list of reasons. */
      g_string_append_printf (text, ngettext ("and %u other reason", "and %u other reasons", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/* Replaces @error by sentences, now that the transaction is over and titles can be asked for. */
static void
explain (Undo    *self,
         GError **error)
{
  EqpLanguage language = eqp_language_get_interface ();
  guint       n_told = MIN (self->inverse.conflicts->len, MAX_REASONS);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *refusal = NULL;

  for (guint i = 0; i < n_told; i++)
    {
      const EqpConflict *conflict = &g_array_index (self->inverse.conflicts, EqpConflict, i);
      char              *sentence = _eqp_conflict_dup_sentence (conflict, self->inverse.store, language);

      g_ptr_array_add (reasons, _eqp_undo_dup_advice (self->inverse.store, self->edit, conflict, sentence, language));
    }
  /* What the file refused only at its COMMIT. */
  if (reasons->len == 0)
    g_ptr_array_add (reasons, g_strdup ((*error)->message));
  g_clear_error (error);
  refusal = dup_refusal (reasons, self->inverse.conflicts->len - n_told);
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT, refusal);
}

static gboolean
take_back (EqpStore    *store,
           gint64       entry,
           gint64       edit,
           EqpEntryKind kind,
           EqpMessage  *label,
           GError     **error)
{
  g_auto (Undo) self = { .entry = entry, .edit = edit, .kind = kind };
  GError *cause = NULL;

  _eqp_inverse_init (&self.inverse, store);
  if (_eqp_store_transact (store, label, kind, entry, take_back_cb, &self, NULL, &cause))
    return TRUE;
  if (g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT) ||
      g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    explain (&self, &cause);
  g_propagate_error (error, cause);
  return FALSE;
}

typedef struct
{
  EqpEntryKind kind;
  gint64       target;
  gboolean     undone;
  EqpMessage  *label;
} Head;

static void
head_clear (Head *self)
{
  g_clear_pointer (&self->label, eqp_message_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static gboolean
read_head (EqpStore *store,
           gint64    entry,
           Head     *head,
           GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (store), sql_entry, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, entry);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("The history has no such entry."));
      return FALSE;
    }
  head_clear (head);
  head->kind = eqp_statement_get_integer (statement, 0);
  head->target = eqp_statement_get_integer (statement, 1);
  head->undone = !eqp_statement_is_null (statement, 2);
  head->label = _eqp_journal_read_label (eqp_statement_get_text (statement, 3));
  return TRUE;
}

static gboolean
take_back_entry (EqpStore *store,
                 gint64    entry,
                 char    **sentence,
                 GError  **error)
{
  g_auto (Head) head = { 0 };
  gboolean     is_undo;
  EqpEntryKind kind;

  if (!read_head (store, entry, &head, error))
    return FALSE;
  /* Taking a redo back is taking back what it did again: the edit that its undo had taken back. */
  if (head.kind == EQP_ENTRY_REDO)
    {
      if (!read_head (store, head.target, &head, error))
        return FALSE;
      entry = head.target;
      if (!read_head (store, entry, &head, error))
        return FALSE;
    }
  if (head.kind == EQP_ENTRY_BEGINNING)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("This is what the file began with: it cannot be undone."));
      return FALSE;
    }
  if (head.undone)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("This is taken back already."));
      return FALSE;
    }
  is_undo = head.kind == EQP_ENTRY_UNDO;
  kind = is_undo ? EQP_ENTRY_REDO : EQP_ENTRY_UNDO;
  if (!take_back (store, entry, is_undo ? head.target : entry, kind, head.label, error))
    return FALSE;
  if (sentence != NULL)
    *sentence = _eqp_journal_dup_sentence (kind, head.label, eqp_language_get_interface ());
  return TRUE;
}

/**
 * eqp_store_undo:
 * @self: a store
 * @entry: the entry to take back; 0 for the newest edit not yet undone. Taking an undo back does its edit again.
 * @sentence: (out) (optional) (transfer full): "Undone: …" or "Redone: …", in the interface's language; %NULL on failure
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND when there is nothing to undo, or @entry is taken back already;
 *   %EQP_STORE_ERROR_CONFLICT when something later depends on it, with the reasons in the interface's language, one a line, the first
 *   eight; any other #EqpStoreError
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
eqp_store_undo (EqpStore *self,
                gint64    entry,
                char    **sentence,
                GError  **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);

  if (sentence != NULL)
    *sentence = NULL;
  if (entry == 0 && !_eqp_journal_read_integer (_eqp_store_get_database (self), sql_newest_edit, 0, 0, &entry, error))
    return FALSE;
  if (entry == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
      return FALSE;
    }
  return take_back_entry (self, entry, sentence, error);
}

/**
 * eqp_store_redo:
 * @self: a store
 * @sentence: (out) (optional) (transfer full): as for eqp_store_undo()
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND when nothing was undone, or an edit was made since; else as for eqp_store_undo()
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
eqp_store_redo (EqpStore *self,
                char    **sentence,
                GError  **error)
{
  gint64 entry;

  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);

  if (sentence != NULL)
    *sentence = NULL;
  if (!_eqp_journal_read_integer (_eqp_store_get_database (self), sql_newest_undo, 0, 0, &entry, error))
    return FALSE;
  if (entry == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
      return FALSE;
    }
  return take_back_entry (self, entry, sentence, error);
}
