/* eqp-request-findings.c — what the rules say about one request and its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-findings"

#include "config.h"

#include "app/exchanges/eqp-request-findings.h"

#include "domain/bodies/eqp-finding.h"
#include "domain/exchanges/eqp-exchange-check.h"

GPtrArray *
eqp_request_findings_load (EqpStore  *store,
                           EqpRecord *request,
                           GPtrArray *lines,
                           GError   **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  if (!eqp_exchange_check_request (store, request, findings, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!eqp_exchange_check_line (store, g_ptr_array_index (lines, i), findings, error))
      return NULL;
  g_ptr_array_sort (findings, eqp_finding_compare);
  return g_steal_pointer (&findings);
}
