/* eqp-request-filter.c — which requests the desk shows: direction, state, coordinator, late ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-filter"

#include "config.h"

#include "app/exchanges/eqp-request-filter.h"

gboolean
eqp_request_filter_has_state (const EqpRequestFilter *filter,
                              guint                   state)
{
  switch (filter->state)
    {
    case EQP_REQUEST_FILTER_GOING:
      return state != EQP_REQUEST_STATE_REFUSED;
    case EQP_REQUEST_FILTER_ANY:
      return TRUE;
    default:
      return filter->state == (int)state;
    }
}

char *
eqp_request_filter_dup_condition (const EqpRequestFilter *filter,
                                  int                     state)
{
  GString *sql = g_string_new ("1");

  if (state < 0)
    state = filter->state;
  if (state >= 0)
    g_string_append_printf (sql, " AND state = '%s'", eqp_request_get_state_code ((guint)state));
  else if (state == EQP_REQUEST_FILTER_GOING)
    g_string_append_printf (sql, " AND state <> '%s'", eqp_request_get_state_code (EQP_REQUEST_STATE_REFUSED));
  if (filter->training != NULL)
    g_string_append_printf (sql, " AND training = '%s'", filter->training);
  if (filter->coordinator != 0)
    g_string_append_printf (sql, " AND coordinator_id = %" G_GINT64_FORMAT, filter->coordinator);
  if (filter->late != NULL)
    g_string_append_printf (sql, " AND %s", filter->late);
  return g_string_free (sql, FALSE);
}
