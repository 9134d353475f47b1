/* eqp-ledger-findings.h — which lines of a period the rules find fault with; one for a session */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "domain/bodies/eqp-finding.h"

G_BEGIN_DECLS

/* Signal "updated" () after the lines were checked again, which happens when the main loop is idle. */
#define EQP_TYPE_LEDGER_FINDINGS (eqp_ledger_findings_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerFindings, eqp_ledger_findings, EQP, LEDGER_FINDINGS, GObject)

EqpLedgerFindings *eqp_ledger_findings_new (EqpStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Both EQP_DATE_NONE: the whole ledger. */
void eqp_ledger_findings_set_period (EqpLedgerFindings *self,
                                     EqpDate            from,
                                     EqpDate            to);
/* The gravest of the line @code; EQP_N_SEVERITIES: none. */
EqpSeverity eqp_ledger_findings_get_severity (EqpLedgerFindings *self,
                                              const char        *code);
/* Interned condition on these lines; "0" when there are none. */
const char *eqp_ledger_findings_get_condition (EqpLedgerFindings *self);

G_END_DECLS
