/* eqp-ledger-desk.h — the ledger: the entry line, the lines, one of them at the right, and their sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-exchange-view.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_DESK (eqp_ledger_desk_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerDesk, eqp_ledger_desk, EQP, LEDGER_DESK, EqpExchangeView)

/* (nullable) (transfer full) The one line that is selected. */
EqpRecord *eqp_ledger_desk_dup_line (EqpLedgerDesk *self) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type EqpRecord) (transfer full) */
GPtrArray *eqp_ledger_desk_list_selected (EqpLedgerDesk *self) G_GNUC_WARN_UNUSED_RESULT;
/* The period in sight; EQP_DATE_NONE: open. */
void eqp_ledger_desk_get_period (EqpLedgerDesk *self,
                                 EqpDate       *from,
                                 EqpDate       *to);
void eqp_ledger_desk_close_line (EqpLedgerDesk *self);

G_END_DECLS
