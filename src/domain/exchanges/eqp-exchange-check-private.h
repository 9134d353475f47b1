/* eqp-exchange-check-private.h — which rules of the exchanges apply, how severely, and what they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange-check.h"

G_BEGIN_DECLS

typedef enum {
  EQP_EXCHANGE_PAYER,
  EQP_EXCHANGE_DIRECT,
  EQP_EXCHANGE_SERVICE,
  EQP_EXCHANGE_NO_SIDE,
  EQP_EXCHANGE_TWO_SIDES,
  EQP_EXCHANGE_LINE_SIDE,
  EQP_EXCHANGE_CONFLICT,
  EQP_EXCHANGE_UNAVAILABLE,
  EQP_EXCHANGE_OVERDUE,
  EQP_EXCHANGE_RESOURCE,
  EQP_EXCHANGE_SCOPE,
  EQP_EXCHANGE_OWNER,
  EQP_EXCHANGE_SCHEMES,
  EQP_EXCHANGE_UNIT_CLOSED,
  EQP_EXCHANGE_PRINCIPLE,
  EQP_EXCHANGE_THIRD,
  EQP_EXCHANGE_UNEVEN,
  EQP_EXCHANGE_N_RULES,
} EqpExchangeRule;

/* The rules as the file has them; the program's own where it says nothing. */
typedef struct
{
  EqpSeverity severity;
  char       *source;
} EqpExchangeRuleState;

typedef struct
{
  EqpExchangeRuleState states[EQP_EXCHANGE_N_RULES];
  GPtrArray           *findings; /* not owned */
  guint                counts[EQP_EXCHANGE_N_RULES];
  guint                limit; /* of each; 0: none */
  EqpDate              from;
  EqpDate              to;
  EqpDate              as_of;
  gint64               request; /* the only one to look at; 0: all */
} EqpExchangeCheck;

void     _eqp_exchange_check_init (EqpExchangeCheck *self,
                                   GPtrArray        *findings);
gboolean _eqp_exchange_check_read_rules (EqpExchangeCheck *self,
                                         EqpStore         *store,
                                         GError          **error);
void     _eqp_exchange_check_clear (EqpExchangeCheck *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EqpExchangeCheck, _eqp_exchange_check_clear)

/* Whether @rule is on and may still report. */
gboolean _eqp_exchange_check_wants (const EqpExchangeCheck *self,
                                    EqpExchangeRule         rule);
/* The end of the period, which may be open. */
EqpDate _eqp_exchange_check_get_last_day (const EqpExchangeCheck *self);
/* @message: transfer full. The finding, borrowed; NULL when the rule is off or has reported enough. */
EqpFinding *_eqp_exchange_check_report (EqpExchangeCheck *self,
                                        EqpExchangeRule   rule,
                                        const char       *subject,
                                        EqpMessage       *message);

void _eqp_ledger_check_payer (EqpExchangeCheck    *self,
                              const EqpLedgerLine *line);
void _eqp_ledger_check_direct (EqpExchangeCheck    *self,
                               const EqpLedgerLine *line);
void _eqp_ledger_check_service (EqpExchangeCheck    *self,
                                const EqpLedgerLine *line);
void _eqp_ledger_check_side (EqpExchangeCheck    *self,
                             const EqpLedgerLine *line);
void _eqp_ledger_check_conflict (EqpExchangeCheck *self,
                                 GPtrArray        *lines);
void _eqp_ledger_check_available (EqpExchangeCheck            *self,
                                  const EqpLedgerLine         *line,
                                  const EqpAvailabilityPeriod *periods,
                                  guint                        n_periods);

/* The parts of eqp_exchange_check_run(). */
gboolean _eqp_exchange_check_lines (EqpExchangeCheck *self,
                                    EqpStore         *store,
                                    GError          **error);
gboolean _eqp_exchange_check_people (EqpExchangeCheck *self,
                                     EqpStore         *store,
                                     GError          **error);
gboolean _eqp_exchange_check_requests (EqpExchangeCheck *self,
                                       EqpStore         *store,
                                       GError          **error);
gboolean _eqp_exchange_check_offer (EqpExchangeCheck *self,
                                    EqpStore         *store,
                                    GError          **error);
gboolean _eqp_exchange_check_sums (EqpExchangeCheck *self,
                                   EqpStore         *store,
                                   GError          **error);

G_END_DECLS
