/* eqp-ledger-paste-window.h — what is about to be pasted: the rows, and which of them are refused and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_PASTE_WINDOW (eqp_ledger_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerPasteWindow, eqp_ledger_paste_window, EQP, LEDGER_PASTE_WINDOW, EqpSessionWindow)

/* @text: from the clipboard. */
void eqp_ledger_paste_window_present (GtkWindow  *parent,
                                      EqpSession *session,
                                      const char *text);

G_END_DECLS
