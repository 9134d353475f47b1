/* eqp-store-refresh.c — bringing live records up to date after an edit, a rollback, or somebody else's change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-utils.h"
#include "store/eqp-store-internal.h"

/* One SELECT for its row: it is loaded, or found to be gone. */
static gboolean
read_again (EqpStore  *self,
            EqpRecord *record,
            GError   **error)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, _eqp_store_get_sql (self, entity)->get, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, eqp_record_get_id (record));
  if (!eqp_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    _eqp_record_load (record, statement);
  else
    _eqp_record_mark_deleted (record);
  return TRUE;
}

/* All records have their new values before the first of them notifies. */
static void
read_all_again (EqpStore  *self,
                GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  gboolean in_transaction;

  if (records->len == 0)
    return;
  for (guint i = 0; i < records->len; i++)
    g_object_freeze_notify (records->pdata[i]);
  /* One look at the file for all of them, not one lock a row. */
  in_transaction = eqp_database_exec (self->database, "BEGIN", &error);
  for (guint i = 0; error == NULL && i < records->len; i++)
    read_again (self, records->pdata[i], &error);
  if (in_transaction)
    eqp_database_rollback (self->database);
  for (guint i = 0; i < records->len; i++)
    g_object_thaw_notify (records->pdata[i]);
  if (error != NULL)
    _eqp_store_emit_notice (self, error->message);
}

typedef struct
{
  EqpStore  *store;
  GPtrArray *records; /* (element-type EqpRecord) owned */
} Collection;

static void
collect_entity (Collection      *collection,
                const EqpEntity *entity)
{
  GHashTableIter iter;
  gpointer       record;

  g_hash_table_iter_init (&iter, collection->store->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (entity == NULL || eqp_record_get_entity (record) == entity)
      g_ptr_array_add (collection->records, g_object_ref (record));
}

static void
collect_row (const EqpEntity   *entity,
             gint64             row,
             EqpChangeOperation operation,
             gpointer           user_data)
{
  Collection  *collection = user_data;
  EqpRecordKey key = { entity, row };
  EqpRecord   *record;

  if (entity == NULL || row == 0)
    {
      collect_entity (collection, entity);
      return;
    }
  record = g_hash_table_lookup (collection->store->live, &key);
  if (record != NULL)
    g_ptr_array_add (collection->records, g_object_ref (record));
}

/**
 * _eqp_store_apply:
 * @self: a store in no transaction
 * @changes: what was committed
 *
 * Reads the live records among the changed rows again; they notify what is new.
 */
void
_eqp_store_apply (EqpStore     *self,
                  EqpChangeSet *changes)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Collection collection = { self, records };

  _eqp_change_set_foreach (changes, collect_row, &collection);
  read_all_again (self, records);
}

/**
 * _eqp_store_settle:
 * @self: a store whose edit has just ended
 * @committed: how
 *
 * After a rollback, drafts become again what they were before the edit saved them, and live records that were read during the edit
 * are read again.
 */
void
_eqp_store_settle (EqpStore *self,
                   gboolean  committed)
{
  g_autoptr (GPtrArray) stale = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer       record;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      _eqp_record_get_private (record)->is_touched = FALSE;
      _eqp_record_settle (record, committed);
      if (!committed && !eqp_record_is_draft (record))
        g_ptr_array_add (stale, g_object_ref (record));
    }
  g_hash_table_remove_all (self->touched);
  read_all_again (self, stale);
}

gboolean
_eqp_store_has_outside_changes (EqpStore *self)
{
  return eqp_database_data_version (self->database) != self->data_version;
}

/* What other processes did since we last looked; all of it when the file was replaced by a copy. */
static gboolean
read_outside_changes (EqpStore      *self,
                      EqpChangeSet **changes,
                      GError       **error)
{
  g_autofree char *generation = NULL;
  gint64           version;
  gint64           last;

  if (!eqp_database_get_integer (self->database, "PRAGMA user_version", &version, error) ||
      !_eqp_store_get_meta (self, "generation", &generation, error))
    return FALSE;
  if (version > self->schema->n_steps)
    {
      eqp_database_set_too_new (error, self->path, (int)version, (int)self->schema->n_steps);
      return FALSE;
    }
  if (!_eqp_journal_read_since (self, self->last_entry, &last, changes, error))
    return FALSE;
  if (last < self->last_entry || g_strcmp0 (generation, self->generation) != 0)
    {
      g_clear_pointer (changes, eqp_change_set_unref);
      *changes = _eqp_change_set_new_all ();
    }
  self->last_entry = last;
  eqp_set_str (&self->generation, generation);
  return TRUE;
}

/**
 * eqp_store_refresh:
 * @self: a store
 *
 * Looks whether another connection changed the file; if so, live records notify what is new and "changed" is emitted. Cheap when
 * nothing happened. Does nothing during an edit.
 *
 * Returns: whether the file could be read; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_store_refresh (EqpStore *self,
                   GError  **error)
{
  g_autoptr (EqpChangeSet) changes = NULL;
  gint64   version;
  gboolean read;

  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);

  if (!_eqp_store_is_usable (self, error))
    return FALSE;
  if (self->in_edit || !_eqp_store_has_outside_changes (self))
    return TRUE;
  /* Read inside one transaction, so that the version belongs to what is read. */
  if (!eqp_database_exec (self->database, "BEGIN", error))
    return FALSE;
  version = eqp_database_data_version (self->database);
  read = read_outside_changes (self, &changes, error);
  eqp_database_rollback (self->database);
  if (!read)
    return FALSE;
  self->data_version = version;
  if (changes != NULL)
    {
      _eqp_store_apply (self, changes);
      _eqp_store_emit_changed (self, changes);
    }
  return TRUE;
}

/**
 * _eqp_store_reload:
 * @self: a store whose file's content was replaced
 *
 * Every live record is read again, and "changed" says that anything may have.
 */
gboolean
_eqp_store_reload (EqpStore *self,
                   GError  **error)
{
  g_autoptr (EqpChangeSet) changes = _eqp_change_set_new_all ();

  if (!_eqp_store_load_meta (self, error))
    return FALSE;
  _eqp_store_apply (self, changes);
  _eqp_store_emit_changed (self, changes);
  return TRUE;
}
