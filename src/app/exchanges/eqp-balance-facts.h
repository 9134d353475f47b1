/* eqp-balance-facts.h — what stands beside the balance: hours outside it, the share of FC, the one-third indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-balance-figures.h"

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_FACTS (eqp_balance_facts_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceFacts, eqp_balance_facts, EQP, BALANCE_FACTS, AdwBin)

void eqp_balance_facts_show (EqpBalanceFacts         *self,
                             const EqpBalanceFigures *figures);

G_END_DECLS
