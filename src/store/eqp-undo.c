/* eqp-undo.c — taking an entry back, newest change first, only where its changes still stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"
#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

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
  EqpStore        *store;
  gint64           entry; /* the one taken back */
  gint64           edit;  /* itself, or the edit that it had taken back */
  EqpEntryKind     kind;  /* what taking it back is */
  gint64           first; /* its changes */
  gint64           last;
  GArray          *conflicts; /* EqpConflict */
  gboolean         deferred;  /* foreign keys wait for the end of the transaction */
  gboolean         retry;     /* the last change was refused for a foreign key that might wait */
  const EqpEntity *entity;    /* of the statements below */
  char            *delete_sql;
  char            *restore_sql;
} Undo;

static void
undo_clear (Undo *self)
{
  g_clear_pointer (&self->conflicts, g_array_unref);
  g_clear_pointer (&self->delete_sql, g_free);
  g_clear_pointer (&self->restore_sql, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_clear)

static void
add_conflict (Undo           *self,
              EqpConflictKind kind,
              gint64          row,
              int             field)
{
  EqpConflict conflict = { kind, self->entity, row, field };

  g_array_append_val (self->conflicts, conflict);
}

/* What to say when the file refuses @wanted: which row has the same code, where it is that. */
static char *
dup_reason (Undo       *self,
            JsonObject *wanted,
            GError     *cause)
{
  g_autoptr (EqpRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const char      *name;
  EqpConstraint    constraint = eqp_database_get_constraint (_eqp_store_get_database (self->store), &name);
  g_autofree char *detail = g_strdup (name);

  if (constraint != EQP_CONSTRAINT_UNIQUE)
    return g_strdup (cause->message);
  record = _eqp_journal_row_to_record (self->entity, wanted);
  _eqp_store_explain (self->store, record, constraint, detail, g_error_copy (cause), &error);
  return g_strdup (error->message);
}

/* A statement that the file refuses is a conflict of its row, any other failure is an error. Consumes @cause. @wanted: what the row was
 * to become. */
static gboolean
refused (Undo       *self,
         gint64      row,
         JsonObject *wanted,
         GError     *cause,
         GError    **error)
{
  EqpConflict conflict = { EQP_CONFLICT_REFUSED, self->entity, row, -1 };
  const char *name;

  if (!g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (!self->deferred && eqp_database_get_constraint (_eqp_store_get_database (self->store), &name) == EQP_CONSTRAINT_REFERENCE)
    {
      g_error_free (cause);
      self->retry = TRUE;
      return TRUE;
    }
  conflict.reason = dup_reason (self, wanted, cause);
  g_error_free (cause);
  g_array_append_val (self->conflicts, conflict);
  return TRUE;
}

/* Whether the row already stands in the way, so that it is not reported twice. */
static gboolean
has_conflict (Undo  *self,
              gint64 row)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    if (g_array_index (self->conflicts, EqpConflict, i).row == row)
      return TRUE;
  return FALSE;
}

static char *
dup_restore_sql (const EqpEntity *entity)
{
  GString *sql = g_string_new ("INSERT INTO ");
  GString *values = g_string_new (NULL);

  g_string_append_printf (sql, "\"%s\" (id", entity->table);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);
      EqpFieldType     type = entity->fields[i].type;

      g_string_append_printf (sql, ", \"%s\"", column);
      /* A column younger than the journal's row gets what is empty for its type. */
      if (type == EQP_FIELD_INTEGER || type == EQP_FIELD_REFERENCE)
        g_string_append_printf (values, ", json_extract(before, '$.%s')", column);
      else
        g_string_append_printf (values, ", coalesce(json_extract(before, '$.%s'), %s)", column, type == EQP_FIELD_BOOLEAN ? "0" : "''");
    }
  g_string_append_printf (sql, ") SELECT row%s FROM journal_change WHERE id = ?", values->str);
  g_string_free (values, TRUE);
  return g_string_free (sql, FALSE);
}

static void
set_entity (Undo            *self,
            const EqpEntity *entity)
{
  if (self->entity == entity)
    return;
  self->entity = entity;
  g_free (self->delete_sql);
  self->delete_sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", entity->table);
  g_free (self->restore_sql);
  self->restore_sql = dup_restore_sql (entity);
}

/* Runs @sql with one parameter; *changed says whether it changed a row. */
static gboolean
run (EqpStore   *store,
     const char *sql,
     gint64      parameter,
     gboolean   *changed,
     GError    **error)
{
  EqpDatabase *database = _eqp_store_get_database (store);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, parameter);
  if (!eqp_statement_step (statement, NULL, error))
    return FALSE;
  if (changed != NULL)
    *changed = eqp_database_changes (database) > 0;
  return TRUE;
}

static gboolean
remove_row (Undo    *self,
            gint64   row,
            GError **error)
{
  GError  *cause = NULL;
  gboolean changed = FALSE;

  if (!run (self->store, self->delete_sql, row, &changed, &cause))
    return refused (self, row, NULL, cause, error);
  if (!changed && !has_conflict (self, row))
    add_conflict (self, EQP_CONFLICT_REMOVED, row, -1);
  return TRUE;
}

static gboolean
restore_row (Undo       *self,
             gint64      row,
             gint64      change,
             const char *before_json,
             GError    **error)
{
  g_autoptr (JsonObject) before = NULL;
  GError     *cause = NULL;
  const char *name;

  if (run (self->store, self->restore_sql, change, NULL, &cause))
    return TRUE;
  if (g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT) &&
      eqp_database_get_constraint (_eqp_store_get_database (self->store), &name) == EQP_CONSTRAINT_ID)
    {
      g_error_free (cause);
      add_conflict (self, EQP_CONFLICT_PRESENT, row, -1);
      return TRUE;
    }
  before = _eqp_journal_row_parse (before_json, NULL);
  return refused (self, row, before, cause, error);
}

/* Sets the columns back if, and only if, each is still what the entry wrote. */
static char *
dup_update_sql (const EqpEntity *entity,
                JsonObject      *before,
                GPtrArray       *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", entity->table);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      if (!json_object_has_member (before, column))
        continue;
      g_string_append_printf (sql, "%s\"%s\" = ?", columns->len > 0 ? ", " : "", column);
      g_ptr_array_add (columns, g_steal_pointer (&column));
    }
  g_string_append (sql, " WHERE id = ?");
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, " AND \"%s\" IS ?", (char *)g_ptr_array_index (columns, i));
  return g_string_free (sql, FALSE);
}

/* Says which columns are no longer what the entry wrote. */
static gboolean
explain_update (Undo       *self,
                gint64      row,
                JsonObject *after,
                GError    **error)
{
  g_autoptr (JsonObject) present = NULL;

  if (!_eqp_journal_row_read (self->store, self->entity, row, &present, error))
    return FALSE;
  if (present == NULL)
    {
      add_conflict (self, EQP_CONFLICT_REMOVED, row, -1);
      return TRUE;
    }
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&self->entity->fields[i]);
      JsonNode        *value = json_object_get_member (after, column);

      if (value != NULL && !json_node_equal (value, json_object_get_member (present, column)))
        add_conflict (self, EQP_CONFLICT_CHANGED, row, (int)i);
    }
  return TRUE;
}

static gboolean
update_row (Undo       *self,
            gint64      row,
            const char *before_json,
            const char *after_json,
            GError    **error)
{
  EqpDatabase *database = _eqp_store_get_database (self->store);
  g_autoptr (JsonObject) before = _eqp_journal_row_parse (before_json, error);
  g_autoptr (JsonObject) after = before != NULL ? _eqp_journal_row_parse (after_json, error) : NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *sql = NULL;
  GError          *cause = NULL;

  if (after == NULL)
    return FALSE;
  sql = dup_update_sql (self->entity, before, columns);
  if (columns->len == 0)
    return TRUE; /* all its columns have since left the schema */
  statement = eqp_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      _eqp_journal_bind_member (statement, i, before, g_ptr_array_index (columns, i));
      _eqp_journal_bind_member (statement, columns->len + 1 + i, after, g_ptr_array_index (columns, i));
    }
  eqp_statement_bind_integer (statement, columns->len, row);
  if (!eqp_statement_step (statement, NULL, &cause))
    return refused (self, row, before, cause, error);
  return eqp_database_changes (database) > 0 || explain_update (self, row, after, error);
}

static gboolean
try_inverse (Undo         *self,
             EqpStatement *change,
             GError      **error)
{
  const EqpEntity *entity = _eqp_store_find_entity (self->store, eqp_statement_get_text (change, 0));
  gint64           row = eqp_statement_get_integer (change, 1);

  if (entity == NULL)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED,
                           _ ("This entry changed something that this version of the program does not know."));
      return FALSE;
    }
  set_entity (self, entity);
  switch ((EqpChangeOperation)eqp_statement_get_integer (change, 2))
    {
    case EQP_CHANGE_INSERT:
      return remove_row (self, row, error);
    case EQP_CHANGE_UPDATE:
      return update_row (self, row, eqp_statement_get_text (change, 3), eqp_statement_get_text (change, 4), error);
    case EQP_CHANGE_DELETE:
      return restore_row (self, row, eqp_statement_get_integer (change, 5), eqp_statement_get_text (change, 3), error);
    default:
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT,
                           _ ("The history of this file is damaged: one of its entries cannot be read."));
      return FALSE;
    }
}

/* Foreign keys wait only when one has to: the pragma makes SQLite prepare every statement again. */
static gboolean
apply_inverse (Undo         *self,
               EqpStatement *change,
               GError      **error)
{
  if (!try_inverse (self, change, error))
    return FALSE;
  if (!self->retry)
    return TRUE;
  self->retry = FALSE;
  self->deferred = TRUE;
  return eqp_database_exec (_eqp_store_get_database (self->store), "PRAGMA defer_foreign_keys = ON", error) &&
         try_inverse (self, change, error);
}

static gboolean
apply_all (Undo    *self,
           GError **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->store, sql_changes, self->first, self->last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!apply_inverse (self, statement, error) || !eqp_statement_step (statement, &more, error))
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
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->store, sql_later_changes, self->first, self->last, self->edit, &more, error);

  if (statement == NULL)
    return FALSE;
  *any = more;
  while (more)
    {
      if (!has_conflict (self, eqp_statement_get_integer (statement, 1)) && !apply_inverse (self, statement, error))
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
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      EqpConflict *conflict = &g_array_index (self->conflicts, EqpConflict, i);

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
  EqpDatabase *database = _eqp_store_get_database (self->store);
  gboolean     later = FALSE;
  gboolean     any = FALSE;

  if (!_eqp_undo_has_later (self->store, self->edit, &later, error))
    return FALSE;
  if (!later)
    return TRUE;
  if (!_eqp_undo_find_rested (self->store, self->edit, self->first, self->last, self->conflicts, error))
    return FALSE;
  if (self->conflicts->len > 0)
    return TRUE;
  if (!eqp_database_exec (database, "SAVEPOINT later", error) || !rewind_later (self, &any, error))
    return FALSE;
  reword_conflicts (self);
  /* The rows as they were right after this edit, or would have been. */
  if (any && self->conflicts->len == 0 &&
      !_eqp_undo_find_rested (self->store, self->edit, self->first, self->last, self->conflicts, error))
    return FALSE;
  return eqp_database_exec (database, "ROLLBACK TO later", error) && eqp_database_exec (database, "RELEASE later", error);
}

/* An EqpEditFunc: fails with CONFLICT, and nothing is kept, when self->conflicts is not empty. */
static gboolean
take_back_cb (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  Undo *self = user_data;

  if (!_eqp_journal_get_range (store, self->entry, &self->first, &self->last, error))
    return FALSE;
  /* The range of the newest entry ends where our own, still empty, begins. */
  if (!_eqp_conflict_find_before (store, self->first, self->last, self->conflicts, error) ||
      !apply_all (self, error) ||
      !_eqp_conflict_find_dangling (store, self->first, self->last, self->conflicts, error) ||
      (self->conflicts->len == 0 && !check_later (self, error)))
    return FALSE;
  if (self->conflicts->len > 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT, "");
      return FALSE;
    }
  if (!run (store, sql_mark_undone, self->entry, NULL, error))
    return FALSE;
  return self->kind != EQP_ENTRY_REDO || run (store, sql_mark_standing, self->entry, NULL, error);
}

/* Replaces @error by a sentence, now that the transaction is over and titles can be asked for. */
static void
explain (Undo       *self,
         GPtrArray **conflicts,
         GError    **error)
{
  EqpLanguage language = eqp_language_get_interface ();
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const EqpConflict *conflict = &g_array_index (self->conflicts, EqpConflict, i);
      char              *sentence = _eqp_conflict_dup_sentence (conflict, self->store, language);

      g_ptr_array_add (sentences, _eqp_undo_dup_advice (self->store, self->edit, conflict, sentence, language));
    }
  /* What the file refused only at its COMMIT. */
  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup ((*error)->message));
  g_clear_error (error);
  /* Translators: the placeholder is a full sentence, the first of the reasons. */
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT, _ ("This cannot be taken back any more: %s"),
               (const char *)g_ptr_array_index (sentences, 0));
  if (conflicts != NULL)
    *conflicts = g_steal_pointer (&sentences);
}

static gboolean
take_back (EqpStore    *store,
           gint64       entry,
           gint64       edit,
           EqpEntryKind kind,
           EqpMessage  *label,
           GPtrArray  **conflicts,
           GError     **error)
{
  g_auto (Undo) self = { .store = store, .entry = entry, .edit = edit, .kind = kind };
  GError *cause = NULL;

  self.conflicts = g_array_new (FALSE, FALSE, sizeof (EqpConflict));
  g_array_set_clear_func (self.conflicts, (GDestroyNotify)_eqp_conflict_clear);
  if (_eqp_store_transact (store, label, kind, entry, take_back_cb, &self, NULL, &cause))
    return TRUE;
  if (g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT) ||
      g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    explain (&self, conflicts, &cause);
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
take_back_entry (EqpStore    *store,
                 gint64       entry,
                 EqpMessage **label,
                 GPtrArray  **conflicts,
                 GError     **error)
{
  g_auto (Head) head = { 0 };
  gboolean is_undo;

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
  if (!take_back (store, entry, is_undo ? head.target : entry, is_undo ? EQP_ENTRY_REDO : EQP_ENTRY_UNDO, head.label, conflicts, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&head.label);
  return TRUE;
}

static void
clear_results (EqpMessage **label,
               GPtrArray  **conflicts)
{
  if (label != NULL)
    *label = NULL;
  if (conflicts != NULL)
    *conflicts = NULL;
}

/**
 * eqp_store_undo:
 * @self: a store
 * @entry: the entry to take back; 0 for the newest edit not yet undone. Taking an undo back does its edit again.
 * @label: (out) (optional) (transfer full): what was undone; %NULL on failure
 * @conflicts: (out) (optional) (transfer full) (element-type utf8): with %EQP_STORE_ERROR_CONFLICT the reasons, in the interface's
 *   language; else %NULL
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND when there is nothing to undo, or @entry is taken back already;
 *   %EQP_STORE_ERROR_CONFLICT when something later depends on it; any other #EqpStoreError
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
eqp_store_undo (EqpStore    *self,
                gint64       entry,
                EqpMessage **label,
                GPtrArray  **conflicts,
                GError     **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);

  clear_results (label, conflicts);
  if (entry == 0 && !_eqp_journal_read_integer (_eqp_store_get_database (self), sql_newest_edit, 0, 0, &entry, error))
    return FALSE;
  if (entry == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
      return FALSE;
    }
  return take_back_entry (self, entry, label, conflicts, error);
}

/**
 * eqp_store_redo:
 * @self: a store
 * @label: (out) (optional) (transfer full): what was done again; %NULL on failure
 * @conflicts: (out) (optional) (transfer full) (element-type utf8): as for eqp_store_undo()
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND when nothing was undone, or an edit was made since; else as for eqp_store_undo()
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
eqp_store_redo (EqpStore    *self,
                EqpMessage **label,
                GPtrArray  **conflicts,
                GError     **error)
{
  gint64 entry;

  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);

  clear_results (label, conflicts);
  if (!_eqp_journal_read_integer (_eqp_store_get_database (self), sql_newest_undo, 0, 0, &entry, error))
    return FALSE;
  if (entry == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
      return FALSE;
    }
  return take_back_entry (self, entry, label, conflicts, error);
}
