/* eqp-chart-scale.c — round steps of the axis */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-scale"

#include "config.h"

#include "report/charts/eqp-chart-private.h"

#define MINUTES_AN_HOUR 60

static gint64
round_down (gint64 value,
            gint64 step)
{
  gint64 quotient = value / step;

  return (quotient - (value % step < 0)) * step;
}

static gint64
round_up (gint64 value,
          gint64 step)
{
  return -round_down (-value, step);
}

/* Steps are 1, 2 or 5 × 10ⁿ hours: the smallest that needs no more than @most_intervals (at least 2) of them from the multiple at or
 * below @low to the one at or above @high. Zero is always a multiple; a range of nothing still gets one step. */
void
_eqp_chart_scale_init (EqpChartScale *self,
                       gint64         low,
                       gint64         high,
                       guint          most_intervals)
{
  static const gint64 mantissas[] = { 1, 2, 5 };
  gint64              power = MINUTES_AN_HOUR;

  most_intervals = MAX (most_intervals, 2);
  low = MIN (low, 0);
  high = MAX (high, 0);
  if (low == 0 && high == 0)
    high = MINUTES_AN_HOUR;
  for (guint i = 0;; i++)
    {
      self->step = mantissas[i % G_N_ELEMENTS (mantissas)] * power;
      self->low = round_down (low, self->step);
      self->high = round_up (high, self->step);
      if ((self->high - self->low) / self->step <= most_intervals)
        return;
      if (i % G_N_ELEMENTS (mantissas) == G_N_ELEMENTS (mantissas) - 1)
        power *= 10;
    }
}
