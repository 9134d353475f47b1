/* eqp-ledger-records-window.h — the small tables beside the ledger: units, schemes, shared posts, availability, agreements */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_RECORDS_WINDOW (eqp_ledger_records_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerRecordsWindow, eqp_ledger_records_window, EQP, LEDGER_RECORDS_WINDOW, EqpSessionWindow)

/* @table: "unit", "scheme", "shared_post", "availability" or "service_agreement". */
void eqp_ledger_records_window_present (GtkWindow  *parent,
                                        EqpSession *session,
                                        const char *table);

G_END_DECLS
