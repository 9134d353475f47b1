/* eqp-exchange-edits.h — everything a coordinator does with requests and the ledger: each one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* @label: (out) (optional) what was done, for the toast. Every refusal is a sentence under EQP_INPUT_ERROR or EQP_STORE_ERROR. */

/* ---- codes ---- */
char *eqp_request_dup_next_code (EqpStore *store,
                                 EqpDate   received); /* "D-2026-014": academic year, number */
char *eqp_intervention_dup_next_code (EqpStore *store,
                                      EqpDate   date); /* "I-2026-01234" */

/* ---- ledger ---- */
/* A new or changed line: gives it a code if it has none, the person's home on the date, shared time when the person holds a shared post then. */
gboolean eqp_ledger_save (EqpStore    *store,
                          EqpRecord   *draft,
                          EqpMessage **label,
                          GError     **error);
/* Many at once: the block pasted from a spreadsheet. (element-type EqpRecord) */
gboolean eqp_ledger_save_all (EqpStore    *store,
                              GPtrArray   *drafts,
                              EqpMessage **label,
                              GError     **error);
/* certified = done, for each line that has minutes done and is not certified yet; locks them. */
gboolean eqp_ledger_certify (EqpStore    *store,
                             GPtrArray   *lines,
                             EqpMessage **label,
                             GError     **error);
/* A counter-entry linked to @line, dated @date: takes away @minutes of each figure that @line has (all of it when 0), never more. */
gboolean eqp_ledger_correct (EqpStore    *store,
                             EqpRecord   *line,
                             gint64       minutes,
                             EqpDate      date,
                             const char  *reason,
                             EqpMessage **label,
                             GError     **error);
gboolean eqp_ledger_delete (EqpStore    *store,
                            EqpRecord   *line,
                            EqpMessage **label,
                            GError     **error);
/* Two people's lines in one place are a conflict with a reason: stays visible, no more a finding. */
gboolean eqp_ledger_override (EqpStore    *store,
                              EqpRecord   *line,
                              const char  *reason,
                              EqpMessage **label,
                              GError     **error);

/* Lines of the year are final afterwards; the certified balance is carried over if the parameter says so. Refused when closed already, when an
 * earlier year is open and has lines, or when the year has not ended on @date. */
gboolean eqp_year_close (EqpStore    *store,
                         int          year,
                         EqpDate      date,
                         EqpMessage **label,
                         GError     **error);
/* Refused when a later year is closed. */
gboolean eqp_year_reopen (EqpStore    *store,
                          int          year,
                          EqpMessage **label,
                          GError     **error);
gboolean eqp_year_is_closed (EqpStore *store,
                             int       year);
/* What the balance of @year handed on to the next year, in minutes; 0 when it is open. */
gboolean eqp_year_read_carried (EqpStore *store,
                                int       year,
                                gint64   *carried,
                                GError  **error);

/* ---- requests ---- */
gboolean eqp_request_save (EqpStore    *store,
                           EqpRecord   *draft,
                           EqpMessage **label,
                           GError     **error);
/* Goes on (or back) to @state; steps passed get @date in their record, steps gone back over lose it. "refused" needs a reason; "staffed" needs lines that
 * cover the request's minutes, "certified" that all its lines are certified. */
gboolean eqp_request_move (EqpStore    *store,
                           EqpRecord   *request,
                           guint        state,
                           EqpDate      date,
                           const char  *reason,
                           EqpMessage **label,
                           GError     **error);
/* Saves @draft, which says who deals with the request, and goes on to "routed": one edit. */
gboolean eqp_request_route (EqpStore    *store,
                            EqpRecord   *draft,
                            EqpDate      date,
                            EqpMessage **label,
                            GError     **error);
/* Minutes of the request on lines (requested, else planned), counter-entries included. */
gboolean eqp_request_get_assigned (EqpStore  *store,
                                   EqpRecord *request,
                                   gint64    *minutes,
                                   GError   **error);
typedef struct
{
  gint64  person;
  gint64  minutes;
  EqpDate date;
} EqpShareOfRequest;
/* One planned line a share: splits the request between several people. More than the request's hours is refused. */
gboolean eqp_request_assign (EqpStore                *store,
                             EqpRecord               *request,
                             const EqpShareOfRequest *shares,
                             guint                    n_shares,
                             EqpMessage             **label,
                             GError                 **error);
gboolean eqp_request_delete (EqpStore    *store,
                             EqpRecord   *request,
                             EqpMessage **label,
                             GError     **error);

G_END_DECLS
