/* eqp-ledger-line-view.h — one line of the ledger: its facts, what the rules say, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_LINE_VIEW (eqp_ledger_line_view_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerLineView, eqp_ledger_line_view, EQP, LEDGER_LINE_VIEW, AdwBin)

void eqp_ledger_line_view_set_session (EqpLedgerLineView *self,
                                       EqpSession        *session);
/* @line: (nullable) */
void       eqp_ledger_line_view_show (EqpLedgerLineView *self,
                                      EqpRecord         *line);
EqpRecord *eqp_ledger_line_view_get_line (EqpLedgerLineView *self); /* (nullable) borrowed */

G_END_DECLS
