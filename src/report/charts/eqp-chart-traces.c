/* eqp-chart-traces.c — lines of more months than there are pixels: from the lowest to the highest of each column of pixels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-traces"

#include "config.h"

#include <math.h>

#include "report/charts/eqp-chart-draw-private.h"

static EqpChartSpan *
new_spans (guint n)
{
  EqpChartSpan *spans = g_new (EqpChartSpan, n);

  for (guint i = 0; i < n; i++)
    spans[i] = (EqpChartSpan){ G_MAXDOUBLE, -G_MAXDOUBLE };
  return spans;
}

static void
add (EqpChartSpan *span,
     double        y)
{
  span->top = MIN (span->top, y);
  span->bottom = MAX (span->bottom, y);
}

static guint
get_column (const EqpChartGeometry *self,
            guint                   month)
{
  return (guint)((guint64)month * self->n_traced / self->data->n_months);
}

/* Months that follow each other are joined, as a line would be, also from one column to the next. */
static EqpChartSpan *
trace_series (const EqpChartGeometry *self,
              EqpSeries               series)
{
  EqpChartSpan *spans = new_spans (self->n_traced);
  gboolean      is_joined = FALSE;
  double        last = 0;

  for (guint i = 0; i < self->data->n_months; i++)
    {
      EqpChartSpan *span = &spans[get_column (self, i)];
      double        x;
      double        y;

      if (!_eqp_chart_geometry_get_joint (self, i, series, &x, &y))
        {
          is_joined = FALSE;
          continue;
        }
      if (is_joined)
        add (span, last);
      add (span, y);
      last = y;
      is_joined = TRUE;
    }
  return spans;
}

static EqpChartSpan *
trace_band (const EqpChartGeometry *self)
{
  EqpChartSpan *spans = new_spans (self->n_traced);

  for (guint i = 0; i < self->data->n_months; i++)
    if (self->data->months[i].has_expected && EQP_CHART_SHOWS (self->data, EQP_SERIES_FORECAST))
      {
        add (&spans[get_column (self, i)], eqp_chart_geometry_get_y (self, self->data->months[i].high));
        add (&spans[get_column (self, i)], eqp_chart_geometry_get_y (self, self->data->months[i].low));
      }
  return spans;
}

/**
 * _eqp_chart_geometry_place_traces:
 * @self: a geometry whose plot and axis are placed
 *
 * Where months outnumber pixels, finds once what each column of pixels shows, so that drawing does not depend on their number. Otherwise
 * there are no traces, and lines are drawn from point to point.
 */
void
_eqp_chart_geometry_place_traces (EqpChartGeometry *self)
{
  static const EqpSeries lines[] = { EQP_SERIES_CUMULATIVE, EQP_SERIES_FORECAST, EQP_SERIES_COMPARISON };

  if (self->plot.width < 1 || self->data->n_months <= self->plot.width)
    return;
  self->n_traced = (guint)self->plot.width;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    self->traces[lines[i]] = trace_series (self, lines[i]);
  self->traced_band = trace_band (self);
}

void
_eqp_chart_geometry_clear_traces (EqpChartGeometry *self)
{
  for (guint i = 0; i < EQP_N_SERIES; i++)
    g_clear_pointer (&self->traces[i], g_free);
  g_clear_pointer (&self->traced_band, g_free);
}

/* On whole pixels: the cheapest there is to fill. */
static void
fill_spans (const EqpChartPainter *self,
            const EqpChartSpan    *spans,
            double                 width,
            const double           pattern[2])
{
  const EqpChartGeometry *geometry = self->geometry;
  double                  left = floor (geometry->plot.x);

  for (guint i = 0; i < geometry->n_traced; i++)
    {
      double top = floor (spans[i].top - width / 2 + 0.5);
      double bottom = floor (spans[i].bottom + width / 2 + 0.5);

      if (spans[i].top <= spans[i].bottom && (pattern == NULL || fmod (i, pattern[0] + pattern[1]) < pattern[0]))
        cairo_rectangle (self->cr, left + i, top, 1, MAX (bottom - top, 1));
    }
  cairo_fill (self->cr);
}

/**
 * _eqp_chart_draw_traces:
 * @self: what paints, with the colour and the line width to take
 * @series: a line
 * @pattern: (nullable): columns drawn and left out, so that lines differ without colour here too
 */
void
_eqp_chart_draw_traces (const EqpChartPainter *self,
                        EqpSeries              series,
                        const double           pattern[2])
{
  fill_spans (self, self->geometry->traces[series], cairo_get_line_width (self->cr), pattern);
}

void
_eqp_chart_draw_traced_band (const EqpChartPainter *self)
{
  fill_spans (self, self->geometry->traced_band, 0, NULL);
}
