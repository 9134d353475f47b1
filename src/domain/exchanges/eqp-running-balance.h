/* eqp-running-balance.h — the balance after each line of the ledger, whatever the order in which the lines are listed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* Reads a month when one of its lines is asked about, and keeps the last few. Signal "updated" () after an edit: every balance may be another;
 * and when a month that was being read is there. */
#define EQP_TYPE_RUNNING_BALANCE (eqp_running_balance_get_type ())
G_DECLARE_FINAL_TYPE (EqpRunningBalance, eqp_running_balance, EQP, RUNNING_BALANCE, GObject)

EqpRunningBalance *eqp_running_balance_new (EqpStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Minutes done of all counted lines of the academic year of @date up to and including @line, by date, time and id; positive: the rectorat owes
 * them. @counted: whether the line is in the balance; @minutes is 0 if not. FALSE while the month is still being read. */
gboolean eqp_running_balance_find (EqpRunningBalance *self,
                                   gint64             line,
                                   EqpDate            date,
                                   gboolean          *counted,
                                   gint64            *minutes);

G_END_DECLS
