/* eqp-ledger-entry.h — a new line of the ledger, typed without leaving the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

/* Enter saves, and the next line keeps date, host, unit and scheme. Signal "saved" (int64 line). */
#define EQP_TYPE_LEDGER_ENTRY (eqp_ledger_entry_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerEntry, eqp_ledger_entry, EQP, LEDGER_ENTRY, AdwBin)

void eqp_ledger_entry_load (EqpLedgerEntry *self,
                            EqpSession     *session);
/* Into the first field. */
void eqp_ledger_entry_focus (EqpLedgerEntry *self);

G_END_DECLS
