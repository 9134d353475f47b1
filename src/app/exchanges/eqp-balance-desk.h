/* eqp-balance-desk.h — the balance: who owes whom, the chart, the breakdown, what stands beside it, and what if */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-balance-figures.h"
#include "app/exchanges/eqp-exchange-view.h"

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_DESK (eqp_balance_desk_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceDesk, eqp_balance_desk, EQP, BALANCE_DESK, EqpExchangeView)

/* (nullable) What is shown; valid until it is computed again. */
const EqpBalanceFigures *eqp_balance_desk_get_figures (EqpBalanceDesk *self);

G_END_DECLS
