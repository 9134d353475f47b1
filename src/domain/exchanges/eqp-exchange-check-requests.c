/* eqp-exchange-check-requests.c — requests that wait too long, or are none of the Pôle's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#include <glib/gi18n.h>

/* Nobody has looked after it until it is routed. */
static const char overdue_sql[] =
  "SELECT code, subject, received, julianday (?) - julianday (received) AS days FROM request "
  "WHERE state IN ('received', 'qualified') AND received <> '' AND days > ? ORDER BY received, code";

static const char resource_sql[] =
  "SELECT code, subject FROM request "
  "WHERE state NOT IN ('closed', 'refused') AND complex = 1 AND route <> 'collective' ORDER BY code";

/* A unit is one of the Pôle's initial training (G-04), a scheme one of the training plan (G-05). */
static const char scope_sql[] =
  "SELECT code, subject, training FROM request WHERE state NOT IN ('closed', 'refused') AND scope IN ('', 'other') "
  "AND ((training = 'FI' AND unit_id IS NULL) OR (training = 'FC' AND scheme_id IS NULL)) ORDER BY code";

/* The message of a row whose first columns are a request's code and subject. */
static EqpMessage *
describe (EqpQuery   *row,
          const char *msgid)
{
  EqpMessage *message = eqp_message_new (msgid);

  eqp_message_text (message, "request", eqp_query_get_text (row, 0));
  return eqp_message_text (message, "subject", eqp_query_get_text (row, 1));
}

static void
report_overdue (EqpExchangeCheck *self,
                EqpQuery         *row,
                gint64            days)
{
  EqpMessage *message;
  EqpFinding *finding;

  /* Translators: {request} is a code, {subject} what is asked for, {n} a number of days. */
  message = eqp_message_new_n ("The request {request}, “{subject}”, has waited for {n} day.", "The request {request}, “{subject}”, has waited for {n} days.",
                               eqp_query_get_integer (row, 3));
  eqp_message_text (message, "request", eqp_query_get_text (row, 0));
  eqp_message_text (message, "subject", eqp_query_get_text (row, 1));
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_OVERDUE, eqp_query_get_text (row, 0), message);
  if (finding == NULL)
    return;
  eqp_finding_add_number (finding, "days", eqp_query_get_integer (row, 3));
  eqp_finding_add_number (finding, "max", days);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Route the request, or refuse it with a reason.")));
}

static gboolean
check_overdue (EqpExchangeCheck *self,
               EqpStore         *store,
               GError          **error)
{
  gint64  days = eqp_exchange_get_number (store, EQP_PARAMETER_REQUEST_DAYS, self->as_of);
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, overdue_sql, "di", self->as_of, days);

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_OVERDUE) && eqp_query_next (query, &failure))
    report_overdue (self, query, days);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

static gboolean
check_resource (EqpExchangeCheck *self,
                EqpStore         *store,
                GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, resource_sql, "");

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_RESOURCE) && eqp_query_next (query, &failure))
    {
      EqpFinding *finding;

      finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_RESOURCE, eqp_query_get_text (query, 0),
                                            /* Translators: {request} is a code, {subject} what is asked for. */
                                            describe (query, N_ ("The request {request}, “{subject}”, is complex and no collective deals with it.")));
      if (finding != NULL)
        eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Route the request to a collective.")));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

static void
report_out_of_scope (EqpExchangeCheck *self,
                     EqpQuery         *row)
{
  gboolean    is_initial = strcmp (eqp_query_get_text (row, 2), "FI") == 0;
  EqpFinding *finding;

  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_SCOPE, eqp_query_get_text (row, 0),
                                        is_initial
                                          /* Translators: {request} is a code, {subject} what is asked for. */
                                          ? describe (row, N_ ("The request {request}, “{subject}”, is about no initial training of the Pôle."))
                                          : describe (row, N_ ("The request {request}, “{subject}”, is about no scheme of the training plan.")));
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "training", eqp_query_get_text (row, 2));
  eqp_finding_set_cure (finding, EQP_CURE_NONE,
                        eqp_message_new (is_initial ? N_ ("Name the teaching unit or the scope, or refuse the request.") : N_ ("Name the scheme, or refuse the request.")));
}

static gboolean
check_scope (EqpExchangeCheck *self,
             EqpStore         *store,
             GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, scope_sql, "");

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_SCOPE) && eqp_query_next (query, &failure))
    report_out_of_scope (self, query);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

gboolean
_eqp_exchange_check_requests (EqpExchangeCheck *self,
                              EqpStore         *store,
                              GError          **error)
{
  return check_overdue (self, store, error) && check_resource (self, store, error) && check_scope (self, store, error);
}
