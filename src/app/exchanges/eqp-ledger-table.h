/* eqp-ledger-table.h — the lines of the ledger as a table, however many there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-ledger-findings.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Signals "selection-changed" () and "items-changed" () (other lines are listed). A line is opened by "win.edit". */
#define EQP_TYPE_LEDGER_TABLE (eqp_ledger_table_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerTable, eqp_ledger_table, EQP, LEDGER_TABLE, AdwBin)

/* More lines than that are not taken at once. */
#define EQP_LEDGER_MAX_SELECTED 5000

void eqp_ledger_table_load (EqpLedgerTable    *self,
                            EqpStore          *store,
                            EqpLedgerFindings *findings);
/* @condition: (nullable) on the columns of "intervention". */
void eqp_ledger_table_set_filter (EqpLedgerTable *self,
                                  const char     *condition,
                                  const char     *search);
/* Leaves the notes out, which the line in sight beside the table says in full. */
void eqp_ledger_table_set_narrow (EqpLedgerTable *self,
                                  gboolean        narrow);
/* Scrolls to the first line on or before today, with the next ones still in sight above it; not in a search. */
void     eqp_ledger_table_show_today (EqpLedgerTable *self);
gboolean eqp_ledger_table_select (EqpLedgerTable *self,
                                  gint64          line);
guint    eqp_ledger_table_count (EqpLedgerTable *self);
guint    eqp_ledger_table_count_selected (EqpLedgerTable *self);
/* The one line that is selected; NULL when none or several are. */
EqpRecord *eqp_ledger_table_dup_line (EqpLedgerTable *self) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type EqpRecord) At most EQP_LEDGER_MAX_SELECTED. */
GPtrArray *eqp_ledger_table_list_selected (EqpLedgerTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
