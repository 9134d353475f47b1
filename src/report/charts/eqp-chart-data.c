/* eqp-chart-data.c — the series of a chart: a copy to keep, and what they hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-data"

#include "config.h"

#include <string.h>

#include "report/charts/eqp-chart-private.h"

/**
 * eqp_chart_data_copy:
 * @self: the series of a chart
 *
 * Returns: (transfer full): a copy that owns its months and its label, free with eqp_chart_data_free()
 */
EqpChartData *
eqp_chart_data_copy (const EqpChartData *self)
{
  gsize          months = sizeof (EqpChartMonth) * self->n_months;
  gsize          label = self->comparison_label != NULL ? strlen (self->comparison_label) + 1 : 0;
  EqpChartData  *copy = g_malloc (sizeof *copy + months + label);
  EqpChartMonth *copied_months = (EqpChartMonth *)(copy + 1);

  *copy = *self;
  copy->months = copied_months;
  if (months > 0)
    memcpy (copied_months, self->months, months);
  if (label > 0)
    copy->comparison_label = memcpy ((char *)copied_months + months, self->comparison_label, label);
  return copy;
}

/**
 * eqp_chart_data_free:
 * @self: (transfer full): what eqp_chart_data_copy() returned
 */
void
eqp_chart_data_free (EqpChartData *self)
{
  g_free (self);
}

static gboolean
has_minutes (const EqpChartMonth *month,
             EqpSeries            series)
{
  switch (series)
    {
    case EQP_SERIES_FC:
    case EQP_SERIES_FI:
      return TRUE;
    case EQP_SERIES_CUMULATIVE:
      return month->has_cumulative;
    case EQP_SERIES_FORECAST:
      return month->has_expected || month->fc_expected > month->fc || month->fi_expected > month->fi;
    case EQP_SERIES_COMPARISON:
      return month->has_comparison;
    case EQP_SERIES_TOLERANCE:
    case EQP_N_SERIES:
      break;
    }
  return FALSE;
}

/**
 * eqp_chart_data_has_series:
 * @self: the series of a chart
 * @series: one of them
 *
 * Returns: whether any month has a value of @series; the two directions always have, be it zero
 */
gboolean
eqp_chart_data_has_series (const EqpChartData *self,
                           EqpSeries           series)
{
  if (series == EQP_SERIES_FC || series == EQP_SERIES_FI)
    return TRUE;
  if (series == EQP_SERIES_TOLERANCE)
    return self->tolerance > 0;
  for (guint i = 0; i < self->n_months; i++)
    if (has_minutes (&self->months[i], series))
      return TRUE;
  return FALSE;
}

/**
 * eqp_chart_data_is_empty:
 * @self: the series of a chart
 *
 * Returns: whether no series, hidden or not, has a minute in any month
 */
gboolean
eqp_chart_data_is_empty (const EqpChartData *self)
{
  for (guint i = 0; i < self->n_months; i++)
    {
      const EqpChartMonth *month = &self->months[i];

      if (month->fc != 0 || month->fi != 0 || month->fc_expected != 0 || month->fi_expected != 0 ||
          (month->has_cumulative && month->cumulative != 0) || (month->has_comparison && month->comparison != 0) ||
          (month->has_expected && (month->expected != 0 || month->low != 0 || month->high != 0)))
        return FALSE;
    }
  return TRUE;
}

static void
include (gint64  value,
         gint64 *low,
         gint64 *high)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* The least and greatest minutes of what is shown, with zero between them; both zero for an empty chart, whatever its tolerance. */
void
_eqp_chart_data_get_range (const EqpChartData *data,
                           gint64             *low,
                           gint64             *high)
{
  gboolean with_forecast = EQP_CHART_SHOWS (data, EQP_SERIES_FORECAST);

  *low = *high = 0;
  if (eqp_chart_data_is_empty (data))
    return;
  for (guint i = 0; i < data->n_months; i++)
    {
      const EqpChartMonth *month = &data->months[i];

      if (EQP_CHART_SHOWS (data, EQP_SERIES_FC))
        include (month->fc, low, high);
      if (EQP_CHART_SHOWS (data, EQP_SERIES_FI))
        include (month->fi, low, high);
      if (EQP_CHART_SHOWS (data, EQP_SERIES_FC) && with_forecast)
        include (month->fc_expected, low, high);
      if (EQP_CHART_SHOWS (data, EQP_SERIES_FI) && with_forecast)
        include (month->fi_expected, low, high);
      if (EQP_CHART_SHOWS (data, EQP_SERIES_CUMULATIVE) && month->has_cumulative)
        include (month->cumulative, low, high);
      if (EQP_CHART_SHOWS (data, EQP_SERIES_COMPARISON) && month->has_comparison)
        include (month->comparison, low, high);
      if (with_forecast && month->has_expected)
        {
          include (month->expected, low, high);
          include (month->low, low, high);
          include (month->high, low, high);
        }
    }
  if (EQP_CHART_SHOWS (data, EQP_SERIES_TOLERANCE) && data->tolerance > 0)
    {
      include (-data->tolerance, low, high);
      include (data->tolerance, low, high);
    }
}
