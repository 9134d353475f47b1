/* eqp-forecast-load.c — what the forecast is made from: this year's months, past years', open requests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-forecast"

#include "config.h"

#include "domain/exchanges/eqp-forecast.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance-private.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-forecast-private.h"
#include "domain/exchanges/eqp-request.h"

#include <glib/gi18n.h>

#define N_MONTHS 12
/* Older years say little about this one. */
#define MAX_PAST 5
/* A ledger that began after this many months of a year does not hold that year whole. */
#define LATE_MONTHS 3

/* Minutes of a request that stand on no line yet. */
static const char requests_sql[] =
  "SELECT r.id, r.code, r.subject, r.training, r.start_date, "
  "       r.minutes - (SELECT coalesce (sum (coalesce (i.requested, i.planned, i.done, i.certified, 0)), 0) FROM intervention i WHERE i.request_id = r.id) "
  "FROM request r WHERE r.state IN ('received', 'qualified', 'routed', 'staffed', 'confirmed')";

typedef gint64 Months[N_MONTHS][EQP_N_TRAININGS];

static gboolean
load_months (EqpStore *store,
             EqpDate   first,
             Months    done,
             Months    planned,
             GError  **error)
{
  for (int i = 0; i < N_MONTHS; i++)
    {
      EqpBalanceRow row = { 0 };

      if (!_eqp_balance_read_total (store, eqp_date_add_months (first, i), eqp_date_add_months (first, i + 1) - 1, &row, error))
        return FALSE;
      done[i][EQP_TRAINING_FC] = row.fc.minutes[EQP_HOURS_DONE];
      done[i][EQP_TRAINING_FI] = row.fi.minutes[EQP_HOURS_DONE];
      if (planned == NULL)
        continue;
      planned[i][EQP_TRAINING_FC] = MAX (0, row.fc.minutes[EQP_HOURS_PLANNED] - row.fc.minutes[EQP_HOURS_DONE]);
      planned[i][EQP_TRAINING_FI] = MAX (0, row.fi.minutes[EQP_HOURS_PLANNED] - row.fi.minutes[EQP_HOURS_DONE]);
    }
  return TRUE;
}

/* The complete years before @year, the last one first. */
static gboolean
load_past (EqpStore *store,
           int       year,
           Months    past[MAX_PAST],
           guint    *n_past,
           GError  **error)
{
  EqpDate began, ended;

  *n_past = 0;
  if (!_eqp_balance_read_extent (store, &began, &ended, error))
    return FALSE;
  for (int back = 1; began != EQP_DATE_NONE && back <= MAX_PAST; back++)
    {
      EqpDate first, last;

      eqp_pole_get_year_period (store, year - back, &first, &last);
      if (began >= eqp_date_add_months (first, LATE_MONTHS))
        break;
      if (!load_months (store, first, past[*n_past], NULL, error))
        return FALSE;
      (*n_past)++;
    }
  return TRUE;
}

static void
add_request (GPtrArray              *requests,
             const EqpForecastInput *input,
             EqpDate                 last,
             EqpQuery               *query)
{
  EqpForecastRequest *request;
  EqpDate             start = eqp_query_get_date (query, 4);
  gint64              minutes = eqp_query_get_integer (query, 5);

  if (minutes <= 0 || start > last)
    return;
  if (start == EQP_DATE_NONE)
    start = input->today + (last - input->today) / 2;
  request = _eqp_forecast_request_new (eqp_query_get_text (query, 1));
  request->request = eqp_query_get_integer (query, 0);
  request->subject = g_strdup (eqp_query_get_text (query, 2));
  request->training = strcmp (eqp_query_get_text (query, 3), "FC") == 0 ? EQP_TRAINING_FC : EQP_TRAINING_FI;
  request->month = _eqp_month_start (MAX (start, input->today));
  request->minutes = minutes;
  g_ptr_array_add (requests, request);
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  return strcmp ((*(EqpForecastRequest *const *)a)->code, (*(EqpForecastRequest *const *)b)->code);
}

static GPtrArray *
load_requests (EqpStore               *store,
               const EqpForecastInput *input,
               EqpDate                 last,
               GError                **error)
{
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify)_eqp_forecast_request_free);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, requests_sql, NULL);
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  while (eqp_query_next (query, &failure))
    add_request (requests, input, last, query);
  g_ptr_array_sort (requests, compare_requests);
  if (failure == NULL)
    return g_steal_pointer (&requests);
  g_propagate_error (error, failure);
  return NULL;
}

/* A request that stands whole on lines already, or begins after the year, may be accepted: it changes nothing. */
static gboolean
check_accepted (EqpStore          *store,
                const char *const *accepted,
                GError           **error)
{
  for (guint i = 0; accepted != NULL && accepted[i] != NULL; i++)
    {
      GError *failure = NULL;
      g_autoptr (EqpRecord) request = eqp_store_find (store, &eqp_request_entity, EQP_REQUEST_CODE, accepted[i], &failure);
      const char *state;

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (request == NULL)
        {
          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("There is no request with the code “%s”."), accepted[i]);
          return FALSE;
        }
      state = eqp_record_get_text (request, EQP_REQUEST_STATE);
      if (strcmp (state, "done") != 0 && strcmp (state, "certified") != 0 && strcmp (state, "closed") != 0 && strcmp (state, "refused") != 0)
        continue;
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN,
                   /* Translators: %s is the code of a request. */
                   _ ("The request “%s” is no longer open: it cannot be accepted."), accepted[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_field (EqpStore    *store,
            EqpForecast *self,
            GError     **error)
{
  g_autoptr (EqpFieldShare) share = eqp_field_share_load (store, self->first, self->last, EQP_HOURS_DONE, EQP_LANGUAGE_EN, error);

  if (share == NULL)
    return FALSE;
  _eqp_forecast_set_field (self, &share->total, share->threshold);
  share->total.code = NULL;
  share->total.label = NULL;
  return TRUE;
}

/**
 * eqp_forecast_load:
 * @store: an open file
 * @today: the day on which the forecast is made; its academic year is the one forecast
 * @accepted: (nullable): the codes of the requests that count, ended by %NULL
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN for an unknown or closed request; #EqpStoreError
 *
 * Reads what eqp_forecast_compute() works on: what is done and planned in the balance by month, at most five complete past years (a year
 * in which the ledger began after three months is not complete), the open requests whose minutes stand on no line yet, what was carried over.
 *
 * Returns: (transfer full): the forecast with its one-third indicator, which counts the field hours done up to now (A8) and what is expected
 *   of initial training; %NULL with @error set
 */
EqpForecast *
eqp_forecast_load (EqpStore          *store,
                   EqpDate            today,
                   const char *const *accepted,
                   GError           **error)
{
  g_autoptr (EqpForecast) self = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  EqpForecastInput input = { .today = today };
  Months           past[MAX_PAST];
  EqpDate          last;
  int              year;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (today != EQP_DATE_NONE, NULL);

  year = eqp_pole_academic_year (store, today);
  eqp_pole_get_year_period (store, year, &input.first, &last);
  input.past = (const gint64 (*)[N_MONTHS][EQP_N_TRAININGS])past;
  if (!check_accepted (store, accepted, error) || !load_months (store, input.first, input.done, input.planned, error) ||
      !load_past (store, year, past, &input.n_past, error) || !eqp_year_read_carried (store, year - 1, &input.carried, error))
    return NULL;
  requests = load_requests (store, &input, last, error);
  if (requests == NULL)
    return NULL;
  self = eqp_forecast_compute (&input, requests);
  if (!load_field (store, self, error))
    return NULL;
  eqp_forecast_accept (self, accepted);
  return g_steal_pointer (&self);
}
