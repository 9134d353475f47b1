/* eqp-ledger-cell.h — a cell of the ledger: a sign, then one line of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-ledger-findings.h"
#include "domain/exchanges/eqp-running-balance.h"

G_BEGIN_DECLS

typedef enum {
  EQP_LEDGER_WHEN,
  EQP_LEDGER_PERSON,
  EQP_LEDGER_WHAT,
  EQP_LEDGER_HOURS,
  EQP_LEDGER_BALANCE, /* of the hours done, up to and including the line */
  EQP_LEDGER_NOTES,
  EQP_LEDGER_N_COLUMNS,
} EqpLedgerColumn;

#define EQP_TYPE_LEDGER_CELL (eqp_ledger_cell_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerCell, eqp_ledger_cell, EQP, LEDGER_CELL, GtkBox)

GtkWidget *eqp_ledger_cell_new (EqpLedgerColumn    column,
                                EqpLedgerFindings *findings,
                                EqpRunningBalance *running);
/* @line: (nullable) */
void eqp_ledger_cell_set_line (EqpLedgerCell *self,
                               EqpRecord     *line);

G_END_DECLS
