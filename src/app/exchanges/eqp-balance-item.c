/* eqp-balance-item.c — a row of the balance, for a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-item"

#include "config.h"

#include "app/exchanges/eqp-balance-item.h"

struct _EqpBalanceItem
{
  GObject parent_instance;

  char  *label;
  char  *key; /* (nullable) */
  gint64 minutes[EQP_N_TRAININGS];
};

G_DEFINE_FINAL_TYPE (EqpBalanceItem, eqp_balance_item, G_TYPE_OBJECT)

static void
eqp_balance_item_finalize (GObject *object)
{
  EqpBalanceItem *self = EQP_BALANCE_ITEM (object);

  g_free (self->label);
  g_free (self->key);

  G_OBJECT_CLASS (eqp_balance_item_parent_class)->finalize (object);
}

static void
eqp_balance_item_class_init (EqpBalanceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eqp_balance_item_finalize;
}

static void
eqp_balance_item_init (EqpBalanceItem *self)
{
}

EqpBalanceItem *
eqp_balance_item_new (const EqpBalanceRow *row,
                      EqpHours             hours,
                      gboolean             total)
{
  EqpBalanceItem *self = g_object_new (EQP_TYPE_BALANCE_ITEM, NULL);

  self->label = g_strdup (row->label);
  self->key = total ? NULL : g_strdup (row->key);
  self->minutes[EQP_TRAINING_FC] = row->fc.minutes[hours];
  self->minutes[EQP_TRAINING_FI] = row->fi.minutes[hours];
  return self;
}

const char *
eqp_balance_item_get_label (EqpBalanceItem *self)
{
  g_return_val_if_fail (EQP_IS_BALANCE_ITEM (self), "");

  return self->label;
}

const char *
eqp_balance_item_get_key (EqpBalanceItem *self)
{
  g_return_val_if_fail (EQP_IS_BALANCE_ITEM (self), NULL);

  return self->key;
}

gint64
eqp_balance_item_get_minutes (EqpBalanceItem *self,
                              EqpTraining     training)
{
  g_return_val_if_fail (EQP_IS_BALANCE_ITEM (self), 0);

  return training < EQP_N_TRAININGS ? self->minutes[training] : self->minutes[EQP_TRAINING_FC] - self->minutes[EQP_TRAINING_FI];
}
