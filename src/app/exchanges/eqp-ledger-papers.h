/* eqp-ledger-papers.h — statements, certificates and the balance report, in the window that prints */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "domain/exchanges/eqp-exchange.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  EQP_LEDGER_PAPER_STATEMENT,   /* of the line's person */
  EQP_LEDGER_PAPER_CERTIFICATE, /* of the line's person */
  EQP_LEDGER_PAPER_INSTITUTION, /* of where the line's person came */
} EqpLedgerPaper;

/* @from, @to: EQP_DATE_NONE: the academic year of today. */
void eqp_ledger_papers_present (GtkWindow     *parent,
                                EqpSession    *session,
                                EqpRecord     *line,
                                EqpLedgerPaper first,
                                EqpDate        from,
                                EqpDate        to);
void eqp_ledger_papers_present_balance (GtkWindow  *parent,
                                        EqpSession *session,
                                        EqpDate     from,
                                        EqpDate     to,
                                        EqpHours    hours);

G_END_DECLS
