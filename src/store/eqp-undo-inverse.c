/* eqp-undo-inverse.c — one change taken back: a row removed, put back, or set to what it was, only where it is still what the change made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"
#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

/**
 * _eqp_inverse_init:
 * @self: uninitialised
 * @store: (borrowed): a store
 */
void
_eqp_inverse_init (EqpInverse *self,
                   EqpStore   *store)
{
  *self = (EqpInverse){ .store = store };
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (EqpConflict));
  g_array_set_clear_func (self->conflicts, (GDestroyNotify)_eqp_conflict_clear);
}

/**
 * _eqp_inverse_clear:
 * @self: what was taken back
 */
void
_eqp_inverse_clear (EqpInverse *self)
{
  g_clear_pointer (&self->conflicts, g_array_unref);
  g_clear_pointer (&self->delete_sql, g_free);
  g_clear_pointer (&self->restore_sql, g_free);
}

static void
add_conflict (EqpInverse     *self,
              EqpConflictKind kind,
              gint64          row,
              int             field)
{
  EqpConflict conflict = { kind, self->entity, row, field };

  g_array_append_val (self->conflicts, conflict);
}

/* What to say when the file refuses @wanted: which row has the same code, where it is that. */
static char *
dup_reason (EqpInverse *self,
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
refused (EqpInverse *self,
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

/**
 * _eqp_inverse_has_conflict:
 * @self: what was taken back so far
 * @row: a record's id
 *
 * Returns: whether the row already stands in the way, so that it is not reported twice
 */
gboolean
_eqp_inverse_has_conflict (EqpInverse *self,
                           gint64      row)
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
set_entity (EqpInverse      *self,
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

static gboolean
remove_row (EqpInverse *self,
            gint64      row,
            GError    **error)
{
  EqpDatabase *database = _eqp_store_get_database (self->store);
  GError      *cause = NULL;

  if (!_eqp_journal_run (database, self->delete_sql, row, &cause))
    return refused (self, row, NULL, cause, error);
  if (eqp_database_changes (database) == 0 && !_eqp_inverse_has_conflict (self, row))
    add_conflict (self, EQP_CONFLICT_REMOVED, row, -1);
  return TRUE;
}

static gboolean
restore_row (EqpInverse *self,
             gint64      row,
             gint64      change,
             const char *before_json,
             GError    **error)
{
  g_autoptr (JsonObject) before = NULL;
  GError     *cause = NULL;
  const char *name;

  if (_eqp_journal_run (_eqp_store_get_database (self->store), self->restore_sql, change, &cause))
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
explain_update (EqpInverse *self,
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
update_row (EqpInverse *self,
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
try_inverse (EqpInverse   *self,
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

/**
 * _eqp_inverse_apply:
 * @self: what was taken back so far
 * @change: a row of (table, row, operation, before, after, id of the change)
 * @error: (nullable): #EqpStoreError
 *
 * Takes one change back, in the transaction that is open. That its row is no longer what the change made of it is no error but one of
 * @self's conflicts. Foreign keys wait only when one has to: the pragma makes SQLite prepare every statement again.
 *
 * Returns: %FALSE with @error set when it could not be tried
 */
gboolean
_eqp_inverse_apply (EqpInverse   *self,
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
