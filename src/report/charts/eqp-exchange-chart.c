/* eqp-exchange-chart.c — a forecast (and another year beside it) as the series of a chart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-exchange-chart"

#include "config.h"

#include "report/charts/eqp-exchange-chart.h"

/* Whether what will be is worth a point: every month to come, and the one that is not over. */
static gboolean
is_open (const EqpForecastMonth *month,
         EqpDate                 today)
{
  return !month->is_past || eqp_date_add_months (month->month, 1) > today;
}

static EqpChartMonth
make_month (const EqpForecastMonth *month,
            EqpDate                 today)
{
  EqpChartMonth made = {
    .month = month->month,
    .fc = month->done[EQP_TRAINING_FC],
    .fi = month->done[EQP_TRAINING_FI],
    .fc_expected = MAX (month->expected[EQP_TRAINING_FC], month->done[EQP_TRAINING_FC]),
    .fi_expected = MAX (month->expected[EQP_TRAINING_FI], month->done[EQP_TRAINING_FI]),
    .cumulative = month->cumulative,
    .has_cumulative = month->is_past,
    .expected = month->cumulative_expected,
    .low = month->cumulative_low,
    .high = month->cumulative_high,
    .has_expected = is_open (month, today),
  };

  return made;
}

/* The other year's balance in the same month of its course; done while it is past, forecast after. */
static void
add_comparison (EqpChartMonth          *month,
                const EqpForecastMonth *other)
{
  month->comparison = other->is_past ? other->cumulative : other->cumulative_expected;
  month->has_comparison = TRUE;
}

/**
 * eqp_exchange_chart_new:
 * @forecast: the year drawn
 * @other: (nullable): the year to compare with
 * @tolerance: minutes either way of zero within which nobody owes, 0 for none
 * @from_month: the first month drawn, 0 for the year's first
 * @n_months: how many are drawn, 12 for the whole year; fewer where the year ends
 * @language: the reader's language
 *
 * Series of the hours done, with what is forecast above them. The month at hand has both: its balance so far, and the one expected at its
 * end. Nothing of @forecast and @other is kept.
 *
 * Returns: (transfer full): the chart, nothing hidden
 */
EqpExchangeChart *
eqp_exchange_chart_new (EqpForecast *forecast,
                        EqpForecast *other,
                        gint64       tolerance,
                        guint        from_month,
                        guint        n_months,
                        EqpLanguage  language)
{
  EqpExchangeChart *self = g_new0 (EqpExchangeChart, 1);
  guint             first = MIN (from_month, forecast->months->len);
  guint             count = MIN (n_months, forecast->months->len - first);
  EqpChartMonth    *months = g_new0 (EqpChartMonth, count);

  for (guint i = 0; i < count; i++)
    {
      months[i] = make_month (g_ptr_array_index (forecast->months, first + i), forecast->today);
      if (other != NULL && first + i < other->months->len)
        add_comparison (&months[i], g_ptr_array_index (other->months, first + i));
    }
  if (other != NULL)
    self->comparison_label = g_strdup_printf ("%d–%d", other->year, other->year + 1);
  self->data = (EqpChartData){
    .language = language,
    .months = months,
    .n_months = count,
    .tolerance = tolerance,
    .comparison_label = self->comparison_label,
  };
  return self;
}

/**
 * eqp_exchange_chart_free:
 * @self: (transfer full): a chart's series
 */
void
eqp_exchange_chart_free (EqpExchangeChart *self)
{
  g_free ((gpointer)self->data.months);
  g_free (self->comparison_label);
  g_free (self);
}
