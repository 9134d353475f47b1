/* eqp-balance-item.h — a row of the balance, for a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_ITEM (eqp_balance_item_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceItem, eqp_balance_item, EQP, BALANCE_ITEM, GObject)

/* @total: the row of all the others. */
EqpBalanceItem *eqp_balance_item_new (const EqpBalanceRow *row,
                                      EqpHours             hours,
                                      gboolean             total) G_GNUC_WARN_UNUSED_RESULT;
const char     *eqp_balance_item_get_label (EqpBalanceItem *self);
const char     *eqp_balance_item_get_key (EqpBalanceItem *self); /* (nullable) NULL: the total */
/* EQP_N_TRAININGS: the balance. */
gint64 eqp_balance_item_get_minutes (EqpBalanceItem *self,
                                     EqpTraining     training);

G_END_DECLS
