/* eqp-forecast.c — where the balance will stand on the last day of the academic year: pure, in whole minutes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-forecast"

#include "config.h"

#include "domain/exchanges/eqp-forecast.h"

#include "domain/exchanges/eqp-forecast-private.h"

#define N_MONTHS 12
/* Below this part of the year's hours, this year's pace is noise: the past years' volume stands in for it. */
#define EARLY_PARTS 10
/* With one past year there is no spread: a quarter of the estimate, either way. */
#define SINGLE_YEAR_PARTS 4

/* Where in the year today is. */
typedef struct
{
  guint month; /* index of today's month */
  int   days;  /* of it that have passed, today included */
  int   length;
} Clock;

typedef struct
{
  gint64 expected;
  gint64 low;
  gint64 high;
} Estimate;

EqpForecastRequest *
_eqp_forecast_request_new (const char *code)
{
  EqpForecastRequest *request = g_new0 (EqpForecastRequest, 1);

  request->code = g_strdup (code);
  return request;
}

void
_eqp_forecast_request_free (EqpForecastRequest *request)
{
  g_free (request->code);
  g_free (request->subject);
  g_free (request);
}

static Clock
read_clock (EqpDate first,
            EqpDate today)
{
  Clock clock = { 0 };

  while (clock.month < N_MONTHS - 1 && eqp_date_add_months (first, (int)clock.month + 1) <= today)
    clock.month++;
  clock.length = eqp_date_add_months (first, (int)clock.month + 1) - eqp_date_add_months (first, (int)clock.month);
  clock.days = CLAMP (today - eqp_date_add_months (first, (int)clock.month) + 1, 0, clock.length);
  return clock;
}

/* @a × @b ÷ @c, rounded half up, without overflow on the way; none is negative. */
static gint64
scale (gint64 a,
       gint64 b,
       gint64 c)
{
  G_GNUC_EXTENSION __int128 product = (__int128)a * b;

  return (gint64)((product + c / 2) / c);
}

/* Counter-entries can make a month negative; a share cannot be. */
static gint64
get_past (const gint64 months[N_MONTHS][EQP_N_TRAININGS],
          guint        month,
          EqpTraining  training)
{
  return MAX (0, months[month][training]);
}

/* What a year gave by the same day, × the days of the month. */
static gint64
get_part (const gint64 months[N_MONTHS][EQP_N_TRAININGS],
          EqpTraining  training,
          Clock        clock)
{
  gint64 part = get_past (months, clock.month, training) * clock.days;

  for (guint i = 0; i < clock.month; i++)
    part += get_past (months, i, training) * clock.length;
  return part;
}

static gint64
get_whole (const gint64 months[N_MONTHS][EQP_N_TRAININGS],
           EqpTraining  training)
{
  gint64 whole = 0;

  for (guint i = 0; i < N_MONTHS; i++)
    whole += get_past (months, i, training);
  return whole;
}

/* What a year still gave in @month after the same day, × the days of today's month. */
static gint64
get_rest (const gint64 months[N_MONTHS][EQP_N_TRAININGS],
          EqpTraining  training,
          guint        month,
          Clock        clock)
{
  return get_past (months, month, training) * (month == clock.month ? clock.length - clock.days : clock.length);
}

/* @pattern: one past year, or the sum of @n of them. FALSE: it says nothing. */
static gboolean
estimate_from (const gint64 pattern[N_MONTHS][EQP_N_TRAININGS],
               guint        n,
               EqpTraining  training,
               guint        month,
               Clock        clock,
               gint64       done,
               gboolean     is_early,
               gint64      *minutes)
{
  gint64 part = get_part (pattern, training, clock);
  gint64 rest = get_rest (pattern, training, month, clock);

  if (!is_early && part == 0)
    return FALSE;
  *minutes = is_early ? scale (rest, 1, (gint64)clock.length * n) : scale (rest, done, part);
  return TRUE;
}

typedef struct
{
  const EqpForecastInput *input;
  Clock                   clock;
  gint64                  sum[N_MONTHS][EQP_N_TRAININGS]; /* of the past years that have hours of the direction */
  guint                   n[EQP_N_TRAININGS];
  gint64                  done[EQP_N_TRAININGS]; /* this year, up to today */
  gboolean                is_early[EQP_N_TRAININGS];
} Season;

static void
read_season (const EqpForecastInput *input,
             Season                 *season)
{
  *season = (Season){ .input = input, .clock = read_clock (input->first, input->today) };
  for (EqpTraining t = 0; t < EQP_N_TRAININGS; t++)
    {
      for (guint y = 0; y < input->n_past; y++)
        {
          if (get_whole (input->past[y], t) == 0)
            continue;
          season->n[t]++;
          for (guint m = 0; m < N_MONTHS; m++)
            season->sum[m][t] += get_past (input->past[y], m, t);
        }
      for (guint m = 0; m <= season->clock.month; m++)
        season->done[t] += input->done[m][t];
      season->done[t] = MAX (0, season->done[t]);
      season->is_early[t] = get_part (season->sum, t, season->clock) / season->clock.length * EARLY_PARTS < get_whole (season->sum, t);
    }
}

/* What @month still brings: by all past years together, and by the least and the most of them. */
static Estimate
estimate (const Season *season,
          EqpTraining   training,
          guint         month)
{
  const EqpForecastInput *input = season->input;
  Estimate                result = { 0 };

  if (season->n[training] == 0 ||
      !estimate_from (season->sum, season->n[training], training, month, season->clock, season->done[training],
                      season->is_early[training], &result.expected))
    return result;
  result.low = result.high = result.expected;
  for (guint y = 0; y < input->n_past; y++)
    {
      gint64 minutes;

      if (get_whole (input->past[y], training) == 0 ||
          !estimate_from (input->past[y], 1, training, month, season->clock, season->done[training], season->is_early[training], &minutes))
        continue;
      result.low = MIN (result.low, minutes);
      result.high = MAX (result.high, minutes);
    }
  if (season->n[training] == 1)
    {
      result.low -= result.expected / SINGLE_YEAR_PARTS;
      result.high += result.expected / SINGLE_YEAR_PARTS;
    }
  return result;
}

static EqpForecastMonth *
new_month (const Season *season,
           guint         index)
{
  const EqpForecastInput *input = season->input;
  EqpForecastMonth       *month = g_new0 (EqpForecastMonth, 1);

  month->month = eqp_date_add_months (input->first, (int)index);
  month->is_past = index <= season->clock.month;
  for (EqpTraining t = 0; t < EQP_N_TRAININGS; t++)
    {
      Estimate to_come = { 0 };

      month->done[t] = input->done[index][t];
      month->planned[t] = input->planned[index][t];
      if (index >= season->clock.month)
        {
          to_come = estimate (season, t, index);
          to_come.expected = MAX (to_come.expected, month->planned[t]);
          to_come.low = MAX (to_come.low, month->planned[t]);
          to_come.high = MAX (to_come.high, month->planned[t]);
        }
      month->expected[t] = month->done[t] + to_come.expected;
      month->low[t] = month->done[t] + to_come.low;
      month->high[t] = month->done[t] + to_come.high;
    }
  return month;
}

/* Balances from the months; the band takes each direction at its worst. */
static void
accumulate (EqpForecast *self)
{
  gint64 done = self->carried;

  self->balance = self->low = self->high = self->carried;
  for (guint i = 0; i < self->months->len; i++)
    {
      EqpForecastMonth *month = g_ptr_array_index (self->months, i);

      done += month->done[EQP_TRAINING_FC] - month->done[EQP_TRAINING_FI];
      self->balance += month->expected[EQP_TRAINING_FC] - month->expected[EQP_TRAINING_FI];
      self->low += month->low[EQP_TRAINING_FC] - month->high[EQP_TRAINING_FI];
      self->high += month->high[EQP_TRAINING_FC] - month->low[EQP_TRAINING_FI];
      month->cumulative = done;
      month->cumulative_expected = self->balance;
      month->cumulative_low = self->low;
      month->cumulative_high = self->high;
    }
  if (self->threshold.den > 0)
    eqp_field_share_compute (&self->field, self->threshold);
}

/* The month in which an accepted request counts: never one that is over. */
static EqpForecastMonth *
find_month (EqpForecast *self,
            EqpDate      date)
{
  for (guint i = self->months->len; i > 0; i--)
    {
      EqpForecastMonth *month = g_ptr_array_index (self->months, i - 1);

      if (month->is_past || month->month <= date)
        return month;
    }
  return g_ptr_array_index (self->months, 0);
}

/* @sign: 1 to count the request, −1 to leave it out again. */
static void
count_request (EqpForecast              *self,
               const EqpForecastRequest *request,
               int                       sign)
{
  EqpForecastMonth *month = find_month (self, request->month);

  month->expected[request->training] += sign * request->minutes;
  month->low[request->training] += sign * request->minutes;
  month->high[request->training] += sign * request->minutes;
  if (request->training == EQP_TRAINING_FI)
    self->field.field += sign * request->minutes;
}

/**
 * eqp_forecast_compute:
 * @input: the year at hand and the complete past years, in minutes
 * @requests: (nullable) (element-type EqpForecastRequest): open requests; those accepted count
 *
 * A month that is over counts what was done. Today's month and those to come count the larger of what is planned and of what the past
 * years make expect, and on top the accepted requests. The past years make expect their share of the month, at the pace of what this
 * year did up to today against the share that they had done by the same day; when that share is below a tenth, their average instead.
 * The band goes from the past year that leaves the least to the one that leaves the most; with a single one it is a quarter either way;
 * with none only what is planned counts, and the band is empty. The indicator of X-03 is left at 0.
 *
 * Returns: (transfer full): the forecast, which keeps a reference on @requests
 */
EqpForecast *
eqp_forecast_compute (const EqpForecastInput *input,
                      GPtrArray              *requests)
{
  EqpForecast *self = g_new0 (EqpForecast, 1);
  Season       season;

  g_return_val_if_fail (input != NULL, NULL);

  read_season (input, &season);
  eqp_date_get_ymd (input->first, &self->year, NULL, NULL);
  self->first = input->first;
  self->last = eqp_date_add_months (input->first, N_MONTHS) - 1;
  self->today = input->today;
  self->past_years = MAX (season.n[EQP_TRAINING_FC], season.n[EQP_TRAINING_FI]);
  self->method = self->past_years > 0 ? EQP_METHOD_SEASONAL : EQP_METHOD_PLANNED_ONLY;
  self->carried = input->carried;
  for (EqpTraining t = 0; t < EQP_N_TRAININGS; t++)
    {
      self->usual_part[t] = get_part (season.sum, t, season.clock) / season.clock.length;
      self->usual_whole[t] = get_whole (season.sum, t);
      self->is_early[t] = season.is_early[t];
    }
  self->months = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_MONTHS; i++)
    g_ptr_array_add (self->months, new_month (&season, i));
  self->requests = requests != NULL ? g_ptr_array_ref (requests) : g_ptr_array_new ();
  for (guint i = 0; i < self->requests->len; i++)
    {
      EqpForecastRequest *request = g_ptr_array_index (self->requests, i);

      if (request->accepted)
        count_request (self, request, 1);
    }
  accumulate (self);
  return self;
}

void
_eqp_forecast_set_field (EqpForecast      *self,
                         EqpFieldShareRow *field,
                         EqpFraction       threshold)
{
  self->field = *field;
  self->threshold = threshold;
  for (guint i = 0; i < self->months->len; i++)
    {
      const EqpForecastMonth *month = g_ptr_array_index (self->months, i);

      self->field.field += month->expected[EQP_TRAINING_FI] - month->done[EQP_TRAINING_FI];
    }
  eqp_field_share_compute (&self->field, threshold);
}

/**
 * eqp_forecast_accept:
 * @self: a forecast
 * @accepted: (nullable): the codes of the requests that count from now on, ended by %NULL
 *
 * Asks “what if”: the same figures with other requests ticked. Codes that @self does not list change nothing.
 */
void
eqp_forecast_accept (EqpForecast       *self,
                     const char *const *accepted)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->requests->len; i++)
    {
      EqpForecastRequest *request = g_ptr_array_index (self->requests, i);
      gboolean            counts = accepted != NULL && g_strv_contains (accepted, request->code);

      if (counts != request->accepted)
        count_request (self, request, counts ? 1 : -1);
      request->accepted = counts;
    }
  accumulate (self);
}

/**
 * eqp_forecast_free:
 * @self: (nullable): a forecast
 */
void
eqp_forecast_free (EqpForecast *self)
{
  if (self == NULL)
    return;
  g_free (self->field.code);
  g_free (self->field.label);
  g_ptr_array_unref (self->months);
  g_ptr_array_unref (self->requests);
  g_free (self);
}
