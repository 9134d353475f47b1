/* eqp-request-findings.c — what the rules say about one request and its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-findings"

#include "config.h"

#include "app/exchanges/eqp-request-findings.h"

#include "domain/bodies/eqp-finding.h"
#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-request.h"

/* Requests are checked whatever the period; one day of the ledger keeps its lines out, which are checked one by one. */
static gboolean
add_of_request (EqpStore  *store,
                EqpRecord *request,
                GPtrArray *findings,
                GError   **error)
{
  EqpDate     today = eqp_date_today ();
  const char *code = eqp_record_get_text (request, EQP_REQUEST_CODE);
  g_autoptr (GPtrArray) all = eqp_exchange_check_run (store, today, today, today, 0, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (all, i);

      if (g_strcmp0 (eqp_finding_get_subject (finding), code) == 0)
        g_ptr_array_add (findings, g_object_ref (finding));
    }
  return all != NULL;
}

GPtrArray *
eqp_request_findings_load (EqpStore  *store,
                           EqpRecord *request,
                           GPtrArray *lines,
                           GError   **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_of_request (store, request, findings, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!eqp_exchange_check_line (store, g_ptr_array_index (lines, i), findings, error))
      return NULL;
  g_ptr_array_sort (findings, eqp_finding_compare);
  return g_steal_pointer (&findings);
}
