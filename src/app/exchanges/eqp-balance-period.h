/* eqp-balance-period.h — the period that ledger and balance show: an academic year, one of its terms, or any dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Signal "changed" (). Property "allow-all" (boolean, construct only): the list of years begins with all of them. */
#define EQP_TYPE_BALANCE_PERIOD (eqp_balance_period_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalancePeriod, eqp_balance_period, EQP, BALANCE_PERIOD, AdwBin)

/* Starts with the academic year of today. */
void eqp_balance_period_load (EqpBalancePeriod *self,
                              EqpStore         *store);
/* Both EQP_DATE_NONE for all years. */
void eqp_balance_period_get (EqpBalancePeriod *self,
                             EqpDate          *from,
                             EqpDate          *to);
/* The academic year chosen; 0: all of them. */
int  eqp_balance_period_get_year (EqpBalancePeriod *self);
void eqp_balance_period_set_year (EqpBalancePeriod *self,
                                  int               year);
/* The part of the chosen year in view: months from its first one. FALSE: free dates. */
gboolean eqp_balance_period_get_months (EqpBalancePeriod *self,
                                        guint            *first,
                                        guint            *n_months);
/* "2026–2027", "2026–2027, term 1", "1 Sep 2026 – 15 Oct 2026" */
char *eqp_balance_period_dup_label (EqpBalancePeriod *self);

G_END_DECLS
