/* eqp-exchange-check.h — what is wrong with the exchanges: the ledger's lines, the requests, the schemes, the balance itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* A line as its rules read it. */
typedef struct
{
  gint64      id;
  const char *code;
  EqpDate     date;
  gint64      start; /* minutes after midnight; -1: not said */
  gint64      end;
  gint64      person;
  const char *person_code;
  const char *person_name;
  EqpSide     side;       /* of the person, as the line has it */
  EqpSide     today_side; /* of the person on that date, as the directory has it */
  gint64      home;
  gint64      host;
  const char *host_name;
  EqpTraining training;
  gint64      payer;
  gboolean    shared;
  gboolean    direct;
  gboolean    in_service;
  gboolean    has_request;
  const char *family; /* of the scheme */
  const char *override;
} EqpLedgerLine;

/* Pure rules; each appends findings (subject: the line's code). Codes: LEDGER-PAYER, DIRECT-CONTRACT (X-09, X-10: values family),
 * SERVICE-NOT-INCLUDED, PERSON-SIDE-UNDEFINED, LEDGER-SIDE, SCHED-CONFLICT (X-12: two lines of one person, the later is the subject). */
void eqp_ledger_rule_payer (const EqpLedgerLine *line,
                            GPtrArray           *findings);
void eqp_ledger_rule_direct (const EqpLedgerLine *line,
                             GPtrArray           *findings);
void eqp_ledger_rule_service (const EqpLedgerLine *line,
                              GPtrArray           *findings);
void eqp_ledger_rule_side (const EqpLedgerLine *line,
                           GPtrArray           *findings);
/* @lines: (element-type EqpLedgerLine) sorted by person, date, start. Two lines of one day conflict when their times overlap, or when one of them
 * has no times and they have different hosts; a line with an override is left alone. */
void eqp_ledger_rule_conflict (GPtrArray *lines,
                               GPtrArray *findings);
/* SCHED-UNAVAILABLE: @periods: what the person of the line said; a line with an override is left alone. */
void eqp_ledger_rule_available (const EqpLedgerLine         *line,
                                const EqpAvailabilityPeriod *periods,
                                guint                        n_periods,
                                GPtrArray                   *findings);

/* Everything, for the lines of @from … @to: also PERSON-SIDE-TWICE (X-15, subject: the person's code), REQ-OVERDUE, REQ-NO-RESOURCE, POLE-OUT-OF-SCOPE, POLE-OWNER, POLE-SCHEMES, UNIT-CLOSED (X-04, information),
 * SERVICE-PRINCIPLE, FI-THIRD, BAL-UNEVEN. Sorted with eqp_finding_compare(). At most @limit findings a code (0: all), so that
 * a file of a million lines answers at once. (element-type EqpFinding) */
GPtrArray *eqp_exchange_check_run (EqpStore *store,
                                   EqpDate   from,
                                   EqpDate   to,
                                   EqpDate   as_of,
                                   guint     limit,
                                   GError  **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong with one line about to be saved, or just saved: for beside the entry. */
gboolean eqp_exchange_check_line (EqpStore  *store,
                                  EqpRecord *line,
                                  GPtrArray *findings,
                                  GError   **error);
/* What is wrong with one request as it is in the file, without its lines: for beside it. */
gboolean eqp_exchange_check_request (EqpStore  *store,
                                     EqpRecord *request,
                                     GPtrArray *findings,
                                     GError   **error);

G_END_DECLS
