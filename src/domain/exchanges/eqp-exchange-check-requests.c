/* eqp-exchange-check-requests.c — requests that wait too long, or are none of the Pôle's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#include <glib/gi18n.h>

/* Of all requests, and of the one whose id is bound last. */
#define OF_ALL_AND_ONE(select, order)      \
  {                                        \
    select " " order, select " AND id = ?" \
  }

/* Nobody has looked after it until it is routed. */
static const char *const overdue_sql[] = OF_ALL_AND_ONE (
  "SELECT code, subject, received FROM request WHERE state IN ('received', 'qualified') AND received <> '' AND received < ?",
  "ORDER BY received, code");

static const char *const resource_sql[] = OF_ALL_AND_ONE (
  "SELECT code, subject FROM request WHERE state NOT IN ('closed', 'refused') AND complex = 1 AND route <> 'collective'",
  "ORDER BY code");

/* A unit is one of the Pôle's initial training (G-04), a scheme one of the training plan (G-05). */
static const char *const scope_sql[] = OF_ALL_AND_ONE (
  "SELECT code, subject, training FROM request WHERE state NOT IN ('closed', 'refused') AND scope IN ('', 'other') "
  "AND ((training = 'FI' AND unit_id IS NULL) OR (training = 'FC' AND scheme_id IS NULL))",
  "ORDER BY code");

static EqpQuery *
query_requests (EqpExchangeCheck  *self,
                EqpStore          *store,
                const char *const *sql,
                GError           **error)
{
  return eqp_store_query (store, error, sql[self->request != 0], self->request != 0 ? "i" : "", self->request);
}

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
  gint64      waited = self->as_of - eqp_query_get_date (row, 2);
  EqpMessage *message;
  EqpFinding *finding;

  /* Translators: {request} is a code, {subject} what is asked for, {n} a number of days. */
  message = eqp_message_new_n ("The request {request}, “{subject}”, has waited for {n} day.", "The request {request}, “{subject}”, has waited for {n} days.",
                               waited);
  eqp_message_text (message, "request", eqp_query_get_text (row, 0));
  eqp_message_text (message, "subject", eqp_query_get_text (row, 1));
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_OVERDUE, eqp_query_get_text (row, 0), message);
  if (finding == NULL)
    return;
  eqp_finding_add_number (finding, "days", waited);
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
  EqpDate before = CLAMP (self->as_of - days, 1, self->as_of);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, overdue_sql[self->request != 0], self->request != 0 ? "di" : "d", before, self->request);

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
  g_autoptr (EqpQuery) query = query_requests (self, store, resource_sql, error);

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
  g_autoptr (EqpQuery) query = query_requests (self, store, scope_sql, error);

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

/**
 * eqp_exchange_check_request:
 * @store: the file
 * @request: a request of it, as saved
 * @findings: (element-type EqpFinding): where to append
 * @error: return location for an error
 *
 * What eqp_exchange_check_run() finds about this request today; its lines are checked by eqp_exchange_check_line() (X-02, G-04).
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_exchange_check_request (EqpStore  *store,
                            EqpRecord *request,
                            GPtrArray *findings,
                            GError   **error)
{
  g_auto (EqpExchangeCheck) self = { 0 };

  g_return_val_if_fail (EQP_IS_STORE (store), FALSE);
  g_return_val_if_fail (eqp_record_get_id (request) != 0, FALSE);

  _eqp_exchange_check_init (&self, findings);
  self.request = eqp_record_get_id (request);
  return _eqp_exchange_check_read_rules (&self, store, error) && _eqp_exchange_check_requests (&self, store, error);
}
