/* eqp-record-live.c — a record and its row: loaded, deleted, saved, taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record"
#include "config.h"

#include "store/eqp-record-private.h"
#include "store/eqp-store-private.h"

void
_eqp_record_clear_undo (EqpRecordPrivate *priv)
{
  if (priv->undo == NULL)
    return;
  _eqp_values_free (priv->key.entity, priv->undo->originals);
  g_clear_pointer (&priv->undo, g_free);
}

void
_eqp_record_set_store (EqpRecord *self,
                       EqpStore  *store)
{
  g_set_object (&_eqp_record_get_private (self)->store, store);
}

/**
 * _eqp_record_attach:
 * @record: one just made
 * @store: the store it is from
 * @id: its row
 *
 * Makes it the live record of a row; _eqp_record_load() gives it its values.
 */
void
_eqp_record_attach (EqpRecord *record,
                    EqpStore  *store,
                    gint64     id)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (record);

  _eqp_record_set_store (record, store);
  priv->key.id = id;
  priv->is_draft = FALSE;
}

static void
set_deleted (EqpRecord *self,
             gboolean   deleted)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (self);

  if (priv->is_deleted == (guint)deleted)
    return;
  priv->is_deleted = deleted;
  g_object_notify (G_OBJECT (self), "deleted");
}

/**
 * _eqp_record_load:
 * @record: a live record
 * @row: a row whose columns are its id, then the fields in order
 *
 * Takes over the values that differ and notifies them, once all are in place. A deleted record is back.
 */
void
_eqp_record_load (EqpRecord    *record,
                  EqpStatement *row)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (record);
  EqpRecordClass   *klass = EQP_RECORD_GET_CLASS (record);
  const EqpEntity  *entity = priv->key.entity;
  gboolean          changed = priv->is_deleted;

  if (!priv->is_loaded)
    {
      for (guint i = 0; i < entity->n_fields; i++)
        _eqp_value_load (&entity->fields[i], &priv->values[i], row, i + 1);
      priv->is_loaded = TRUE;
      return;
    }
  g_object_freeze_notify (G_OBJECT (record));
  set_deleted (record, FALSE);
  for (guint i = 0; i < entity->n_fields; i++)
    if (_eqp_value_load (&entity->fields[i], &priv->values[i], row, i + 1))
      {
        g_object_notify_by_pspec (G_OBJECT (record), klass->properties[i]);
        changed = TRUE;
      }
  if (changed)
    {
      g_object_notify_by_pspec (G_OBJECT (record), klass->properties[entity->n_fields]);
      if (klass->refreshed != NULL)
        klass->refreshed (record);
    }
  g_object_thaw_notify (G_OBJECT (record));
}

/**
 * _eqp_record_mark_deleted:
 * @record: a live record whose row is gone
 *
 * It keeps its last values, for whoever still shows it.
 */
void
_eqp_record_mark_deleted (EqpRecord *record)
{
  EqpRecordClass *klass = EQP_RECORD_GET_CLASS (record);

  if (eqp_record_is_deleted (record))
    return;
  g_object_freeze_notify (G_OBJECT (record));
  set_deleted (record, TRUE);
  if (klass->refreshed != NULL)
    klass->refreshed (record);
  g_object_thaw_notify (G_OBJECT (record));
}

void
_eqp_record_saved (EqpRecord *self,
                   gint64     id)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (self);

  /* Saved twice in one edit: what counts is the state before the first time. */
  if (priv->undo == NULL)
    {
      priv->undo = g_new0 (EqpRecordUndo, 1);
      priv->undo->originals = g_steal_pointer (&priv->originals);
      priv->undo->id = priv->key.id;
    }
  _eqp_values_free (priv->key.entity, priv->originals);
  priv->originals = _eqp_values_copy (priv->key.entity, priv->values);
  priv->key.id = id;
}

void
_eqp_record_settle (EqpRecord *self,
                    gboolean   committed)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (self);

  if (priv->undo != NULL && !committed)
    {
      _eqp_values_free (priv->key.entity, priv->originals);
      priv->originals = g_steal_pointer (&priv->undo->originals);
      priv->key.id = priv->undo->id;
    }
  _eqp_record_clear_undo (priv);
}
