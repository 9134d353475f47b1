/* eqp-ledger-correct-window.h — a counter-entry: how much of a locked line was wrong, since when, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_CORRECT_WINDOW (eqp_ledger_correct_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerCorrectWindow, eqp_ledger_correct_window, EQP, LEDGER_CORRECT_WINDOW, EqpSessionWindow)

void eqp_ledger_correct_window_present (GtkWindow  *parent,
                                        EqpSession *session,
                                        EqpRecord  *line);

G_END_DECLS
