/* eqp-balance-table.h — the balance broken down: a row a month, scheme, person …; every figure opens its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-balance-figures.h"

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_TABLE (eqp_balance_table_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceTable, eqp_balance_table, EQP, BALANCE_TABLE, AdwBin)

/* @figures: borrowed until the next call. */
void eqp_balance_table_show (EqpBalanceTable         *self,
                             const EqpBalanceFigures *figures);

G_END_DECLS
