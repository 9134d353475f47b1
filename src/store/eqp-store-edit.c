/* eqp-store-edit.c — edits: one transaction each, and the saving and deleting of records inside one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-clock.h"
#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

/* Ids are drawn from 63 bits: two that meet are a repeated seed, in tests, and then many in a row do. */
#define MAX_ID_DRAWS 1000000

/* How often somebody else may be quicker than us between looking at the file and getting the right to write. */
#define MAX_BEGINNINGS 10

/* What an import deserves: it comes back to the pages of several indexes at every row. */
#define EDIT_CACHE_KIB 6144

static void
set_cache_size (EqpStore *self,
                int       kib)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = -%d", kib);
  g_autoptr (GError) error = NULL;

  if (!eqp_database_exec (self->database, sql, &error))
    g_debug ("%s", error->message);
}

/* The right to write, with live records that know all that was written before. */
static gboolean
begin (EqpStore *self,
       GError  **error)
{
  for (guint i = 0; i < MAX_BEGINNINGS; i++)
    {
      if (!eqp_store_refresh (self, error) || !eqp_database_begin (self->database, error))
        return FALSE;
      if (!_eqp_store_has_outside_changes (self))
        return TRUE;
      eqp_database_rollback (self->database);
    }
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY,
                       _ ("Another program keeps writing to the file. Try again in a moment."));
  return FALSE;
}

/* A full disk or a lack of memory makes SQLite roll back by itself, whatever was made of the error: nothing may then be written outside a
 * transaction. */
static gboolean
is_transaction_alive (EqpStore *self,
                      GError  **error)
{
  if (eqp_database_is_in_transaction (self->database))
    return TRUE;
  if (error != NULL && *error == NULL)
    {
      if (self->fatal != NULL)
        *error = g_error_copy (self->fatal);
      else
        g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, _ ("The file could not be written: nothing was changed."));
    }
  return FALSE;
}

static void
remember_fatal (EqpStore     *self,
                const GError *error)
{
  if (self->fatal == NULL && !eqp_database_is_in_transaction (self->database))
    self->fatal = g_error_copy (error);
}

static gboolean
run (EqpStore      *self,
     EqpMessage    *label,
     EqpEntryKind   kind,
     gint64         target,
     EqpEditFunc    func,
     gpointer       user_data,
     gint64        *entry,
     EqpChangeSet **changes,
     GError       **error)
{
  return _eqp_journal_begin (self, label, kind, target, entry, error) &&
         func (self, user_data, error) && is_transaction_alive (self, error) &&
         _eqp_journal_finish (self, entry, changes, error) && _eqp_store_note_backup (self, error) &&
         eqp_database_commit (self->database, error);
}

gboolean
_eqp_store_transact (EqpStore    *self,
                     EqpMessage  *label,
                     EqpEntryKind kind,
                     gint64       target,
                     EqpEditFunc  func,
                     gpointer     user_data,
                     gint64      *entry,
                     GError     **error)
{
  g_autoptr (EqpStore) keep = g_object_ref (self);
  g_autoptr (EqpChangeSet) changes = NULL;
  gint64   id = 0;
  gboolean committed;

  g_return_val_if_fail (!self->in_edit, FALSE);

  if (!_eqp_store_is_usable (self, error) || !_eqp_store_await_check (self, error))
    return FALSE;
  _eqp_backup_make_daily (self);
  if (!begin (self, error))
    return FALSE;
  set_cache_size (self, EDIT_CACHE_KIB);
  self->in_edit = TRUE;
  self->last_id = 0;
  committed = run (self, label, kind, target, func, user_data, &id, &changes, error);
  if (!committed)
    eqp_database_rollback (self->database);
  self->in_edit = FALSE;
  set_cache_size (self, EQP_DATABASE_CACHE_KIB);
  g_clear_error (&self->fatal);
  if (committed)
    self->is_backup_unnoted = FALSE;
  if (committed && id != 0)
    self->last_entry = id;
  _eqp_store_settle (self, committed);
  if (committed && changes != NULL)
    {
      _eqp_store_apply (self, changes);
      _eqp_store_emit_changed (self, changes);
    }
  if (entry != NULL)
    *entry = committed ? id : 0;
  return committed;
}

/**
 * eqp_store_edit:
 * @self: a store
 * @label: (transfer none): what the edit does, for history and the Undo toast
 * @func: what saves and deletes; %FALSE with its error set to take all back
 * @user_data: for @func
 * @entry: (out) (optional): the id of the journal entry, 0 when nothing changed
 *
 * Runs @func in one transaction. %TRUE is returned only once everything is on the disk; the live records then are up to date and
 * "changed" was emitted. On %FALSE nothing was written: drafts that @func saved are what they were before, new ones new again.
 * Edits do not nest: @func must not start another.
 *
 * Returns: whether it was committed; @func's error, or %EQP_STORE_ERROR READ_ONLY, BUSY, FULL …
 */
gboolean
eqp_store_edit (EqpStore   *self,
                EqpMessage *label,
                EqpEditFunc func,
                gpointer    user_data,
                gint64     *entry,
                GError    **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  return _eqp_store_transact (self, label, EQP_ENTRY_EDIT, 0, func, user_data, entry, error);
}

/**
 * eqp_store_begin_with:
 * @self: a new store
 * @label: (transfer none): how the history names what the file begins with
 * @func: (scope call): writes it
 * @user_data: for @func
 * @error: (nullable): as for eqp_store_edit()
 *
 * As eqp_store_edit(), for the rows that a new file begins with: they stand in the history, and undo does not go behind them.
 *
 * Returns: %FALSE with @error set, and nothing written
 */
gboolean
eqp_store_begin_with (EqpStore   *self,
                      EqpMessage *label,
                      EqpEditFunc func,
                      gpointer    user_data,
                      GError    **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  return _eqp_store_transact (self, label, EQP_ENTRY_BEGINNING, 0, func, user_data, NULL, error);
}

/* Steps a statement that writes @record. *@constraint: what was broken when the error is a CONSTRAINT. */
static gboolean
write_record (EqpStore      *self,
              EqpStatement  *statement,
              EqpConstraint *constraint,
              char         **detail,
              GError       **error)
{
  GError     *local_error = NULL;
  const char *name;

  if (!is_transaction_alive (self, error))
    return FALSE;
  if (eqp_statement_step (statement, NULL, &local_error))
    return TRUE;
  if (g_error_matches (local_error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    {
      *constraint = eqp_database_get_constraint (self->database, &name);
      *detail = g_strdup (name);
    }
  remember_fatal (self, local_error);
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
insert_with_id (EqpStore      *self,
                EqpRecord     *draft,
                gint64         id,
                EqpConstraint *constraint,
                char         **detail,
                GError       **error)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (draft);
  const EqpEntity  *entity = priv->key.entity;
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, _eqp_store_get_insert (self, entity), error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    _eqp_value_bind (&entity->fields[i], priv->values[i], statement, i);
  eqp_statement_bind_integer (statement, entity->n_fields, id);
  return write_record (self, statement, constraint, detail, error);
}

/* The rows of an edit have ids in a row, from a random one on: two copies of a file give the same ones no sooner than if each were random,
 * and what is added together lies together in the file, where an import would else touch a page of every index at every row. */
static gint64
draw_id (EqpStore *self)
{
  if (self->last_id == 0 || self->last_id == G_MAXINT64)
    self->last_id = eqp_clock_random_id ();
  else
    self->last_id++;
  return self->last_id;
}

static gboolean
insert (EqpStore  *self,
        EqpRecord *draft,
        GError   **error)
{
  for (guint i = 0; i < MAX_ID_DRAWS; i++)
    {
      gint64           id = draw_id (self);
      EqpConstraint    constraint = EQP_CONSTRAINT_OTHER;
      g_autofree char *detail = NULL;
      GError          *local_error = NULL;

      if (insert_with_id (self, draft, id, &constraint, &detail, &local_error))
        {
          _eqp_record_saved (draft, id);
          return TRUE;
        }
      if (constraint == EQP_CONSTRAINT_ID)
        {
          g_clear_error (&local_error);
          self->last_id = 0;
          continue;
        }
      _eqp_store_explain (self, draft, constraint, detail, local_error, error);
      return FALSE;
    }
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, _ ("No free number was found for the new record."));
  return FALSE;
}

/* UPDATE of the changed columns, of a row that still has in them what the draft was taken with. */
static char *
dup_update (EqpStore  *self,
            EqpRecord *draft)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (draft);
  const EqpEntity  *entity = priv->key.entity;
  char            **columns = _eqp_store_get_sql (self, entity)->columns;
  g_autoptr (GString) set = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (_eqp_value_is_equal (&entity->fields[i], priv->values[i], priv->originals[i]))
        continue;
      g_string_append_printf (set, "%s%s = ?", set->len > 0 ? ", " : "", columns[i]);
      g_string_append_printf (where, " AND %s IS ?", columns[i]);
    }
  if (set->len == 0)
    return NULL;
  return g_strdup_printf ("UPDATE %s SET %s WHERE id = ?%s", entity->table, set->str, where->str);
}

static void
bind_update (EqpRecord    *draft,
             EqpStatement *statement)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (draft);
  const EqpEntity  *entity = priv->key.entity;
  const EqpValue   *lists[] = { priv->values, priv->originals };
  guint             parameter = 0;

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      for (guint i = 0; i < entity->n_fields; i++)
        if (!_eqp_value_is_equal (&entity->fields[i], priv->values[i], priv->originals[i]))
          _eqp_value_bind (&entity->fields[i], lists[list][i], statement, parameter++);
      if (list == 0)
        eqp_statement_bind_integer (statement, parameter++, priv->key.id);
    }
}

/* The row was not as the draft remembers it: it is gone, or a field the draft changes was changed. */
static void
set_conflict (EqpStore  *self,
              EqpRecord *draft,
              GError   **error)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (draft);
  const EqpEntity  *entity = priv->key.entity;
  g_autoptr (EqpRecord) live = eqp_store_get (self, entity, priv->key.id, error);
  EqpRecordPrivate *now;
  g_autofree char  *title = NULL;

  if (live == NULL)
    return;
  now = _eqp_record_get_private (live);
  title = eqp_record_dup_title (live, eqp_language_get_interface ());
  for (guint i = 0; i < entity->n_fields; i++)
    if (!_eqp_value_is_equal (&entity->fields[i], priv->values[i], priv->originals[i]) &&
        !_eqp_value_is_equal (&entity->fields[i], now->values[i], priv->originals[i]))
      {
        g_autofree char *value = eqp_record_dup_display (live, i, eqp_language_get_interface ());

        g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT,
                     /* Translators: the label of a field, the title of a record, the value the field has now. */
                     _ ("“%s” of “%s” was changed meanwhile: it is now “%s”."), _ (entity->fields[i].label), title, value);
        return;
      }
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT,
               /* Translators: the title of a record. */
               _ ("“%s” was changed meanwhile."), title);
}

static gboolean
update (EqpStore  *self,
        EqpRecord *draft,
        GError   **error)
{
  g_autofree char *sql = dup_update (self, draft);
  g_autofree char *detail = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  EqpConstraint constraint = EQP_CONSTRAINT_OTHER;
  GError       *local_error = NULL;

  if (sql == NULL)
    return TRUE;
  statement = eqp_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;
  bind_update (draft, statement);
  if (!write_record (self, statement, &constraint, &detail, &local_error))
    {
      g_clear_pointer (&statement, eqp_statement_done);
      _eqp_store_explain (self, draft, constraint, detail, local_error, error);
      return FALSE;
    }
  if (eqp_database_changes (self->database) == 0)
    {
      g_clear_pointer (&statement, eqp_statement_done);
      set_conflict (self, draft, error);
      return FALSE;
    }
  _eqp_record_saved (draft, eqp_record_get_id (draft));
  return TRUE;
}

/**
 * eqp_store_save:
 * @self: a store, in an edit
 * @draft: a draft
 *
 * Validates the draft, then writes it: a new one under a new id, another one's changed columns. It stays a draft, now of the row as
 * written; eqp_store_get() gives the live record.
 *
 * Returns: whether it did; %EQP_INPUT_ERROR, or %EQP_STORE_ERROR CONFLICT, CONSTRAINT, NOT_FOUND, FULL …
 */
gboolean
eqp_store_save (EqpStore  *self,
                EqpRecord *draft,
                GError   **error)
{
  EqpRecordClass *klass;
  gboolean        is_new;

  g_return_val_if_fail (EQP_IS_STORE (self) && self->in_edit, FALSE);
  g_return_val_if_fail (EQP_IS_RECORD (draft) && eqp_record_is_draft (draft), FALSE);

  if (!is_transaction_alive (self, error))
    return FALSE;
  klass = EQP_RECORD_GET_CLASS (draft);
  is_new = _eqp_record_get_private (draft)->key.id == 0;
  _eqp_record_set_store (draft, self);
  if (klass->prepare != NULL && !klass->prepare (draft, self, error))
    return FALSE;
  if (!_eqp_record_validate (draft, FALSE, NULL, error))
    return FALSE;
  _eqp_store_touch (self, draft);
  if (!(is_new ? insert (self, draft, error) : update (self, draft, error)))
    return FALSE;
  return klass->written == NULL || klass->written (draft, self, error);
}

/**
 * eqp_store_delete:
 * @self: a store, in an edit
 * @record: a live record, or a draft of one
 *
 * Returns: whether it was deleted; %EQP_STORE_ERROR_CONSTRAINT says what still refers to it, %EQP_STORE_ERROR_NOT_FOUND …
 */
gboolean
eqp_store_delete (EqpStore  *self,
                  EqpRecord *record,
                  GError   **error)
{
  EqpRecordClass *klass;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *detail = NULL;
  EqpConstraint    constraint = EQP_CONSTRAINT_OTHER;
  GError          *local_error = NULL;

  g_return_val_if_fail (EQP_IS_STORE (self) && self->in_edit, FALSE);
  g_return_val_if_fail (EQP_IS_RECORD (record), FALSE);

  if (!is_transaction_alive (self, error))
    return FALSE;
  klass = EQP_RECORD_GET_CLASS (record);
  if (klass->may_delete != NULL && !klass->may_delete (record, self, error))
    return FALSE;
  statement = eqp_database_prepare (self->database, _eqp_store_get_sql (self, eqp_record_get_entity (record))->remove, error);
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, eqp_record_get_id (record));
  if (!write_record (self, statement, &constraint, &detail, &local_error))
    {
      g_clear_pointer (&statement, eqp_statement_done);
      _eqp_store_explain_delete (self, record, constraint, local_error, error);
      return FALSE;
    }
  if (eqp_database_changes (self->database) > 0)
    {
      g_clear_pointer (&statement, eqp_statement_done);
      return klass->written == NULL || klass->written (record, self, error);
    }
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND,
               /* Translators: %s is the kind of record, such as "person" or "body". */
               _ ("This record (%s) is no longer in the file."), _ (eqp_record_get_entity (record)->label));
  return FALSE;
}

static gboolean
save_func (EqpStore *self,
           gpointer  user_data,
           GError  **error)
{
  return eqp_store_save (self, user_data, error);
}

static gboolean
delete_func (EqpStore *self,
             gpointer  user_data,
             GError  **error)
{
  return eqp_store_delete (self, user_data, error);
}

/**
 * eqp_store_save_one:
 * @self: a store
 * @label: what the edit does
 * @draft: a draft
 *
 * One edit that saves one record.
 *
 * Returns: see eqp_store_edit() and eqp_store_save()
 */
gboolean
eqp_store_save_one (EqpStore   *self,
                    EqpMessage *label,
                    EqpRecord  *draft,
                    GError    **error)
{
  return eqp_store_edit (self, label, save_func, draft, NULL, error);
}

/**
 * eqp_store_delete_one:
 * @self: a store
 * @label: what the edit does
 * @record: a record
 *
 * One edit that deletes one record.
 *
 * Returns: see eqp_store_edit() and eqp_store_delete()
 */
gboolean
eqp_store_delete_one (EqpStore   *self,
                      EqpMessage *label,
                      EqpRecord  *record,
                      GError    **error)
{
  return eqp_store_edit (self, label, delete_func, record, NULL, error);
}
