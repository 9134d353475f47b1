/* eqp-ledger-toolbar.h — search, period and filters of the ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-ledger-filter.h"
#include "app/exchanges/eqp-ledger-findings.h"

G_BEGIN_DECLS

/* Signal "changed" () when other lines are asked for; property "entry-shown" (boolean): the toggle of the entry line. */
#define EQP_TYPE_LEDGER_TOOLBAR (eqp_ledger_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerToolbar, eqp_ledger_toolbar, EQP, LEDGER_TOOLBAR, AdwBin)

void        eqp_ledger_toolbar_load (EqpLedgerToolbar  *self,
                                     EqpStore          *store,
                                     EqpLedgerFindings *findings);
void        eqp_ledger_toolbar_get_filter (EqpLedgerToolbar *self,
                                           EqpLedgerFilter  *filter);
const char *eqp_ledger_toolbar_get_search (EqpLedgerToolbar *self);
/* Lines of a figure: the period is theirs. */
void eqp_ledger_toolbar_set_period_sensitive (EqpLedgerToolbar *self,
                                              gboolean          sensitive);
/* All lines of all years, without a search. */
void eqp_ledger_toolbar_reset (EqpLedgerToolbar *self);
void eqp_ledger_toolbar_focus_search (EqpLedgerToolbar *self);

G_END_DECLS
