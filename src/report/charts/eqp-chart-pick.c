/* eqp-chart-pick.c — what of a chart lies at a place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-pick"

#include "config.h"

#include <math.h>

#include "report/charts/eqp-chart-private.h"

/* How near a marker is near enough, beside bars; on a bar it may not reach the bar's middle. */
#define REACH 7.0

static gboolean
is_inside (const EqpRectangle *rectangle,
           double              x,
           double              y)
{
  return x >= rectangle->x && x < rectangle->x + rectangle->width && y >= rectangle->y && y < rectangle->y + rectangle->height;
}

static gboolean
find_month (const EqpChartGeometry *self,
            double                  x,
            double                  y,
            guint                  *month)
{
  if (self->data->n_months == 0 || !is_inside (&self->plot, x, y))
    return FALSE;
  *month = MIN ((guint)((x - self->plot.x) * self->data->n_months / self->plot.width), self->data->n_months - 1);
  /* Edges are rounded. */
  if (*month > 0 && x < eqp_chart_geometry_get_month (self, *month).x)
    *month -= 1;
  else if (*month + 1 < self->data->n_months && x >= eqp_chart_geometry_get_month (self, *month + 1).x)
    *month += 1;
  return TRUE;
}

/* The nearest point of the month within @reach. */
static gboolean
find_point (const EqpChartGeometry *self,
            guint                   month,
            double                  x,
            double                  y,
            double                  reach,
            EqpChartItem           *item)
{
  static const EqpSeries series[] = { EQP_SERIES_CUMULATIVE, EQP_SERIES_FORECAST, EQP_SERIES_COMPARISON };
  gboolean               found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      double point_x;
      double point_y;
      double distance;

      if (!eqp_chart_geometry_get_point (self, month, series[i], &point_x, &point_y))
        continue;
      distance = hypot (x - point_x, y - point_y);
      if (distance >= reach)
        continue;
      *item = (EqpChartItem){ EQP_CHART_ITEM_POINT, series[i], month };
      reach = distance;
      found = TRUE;
    }
  return found;
}

static gboolean
find_bar (const EqpChartGeometry *self,
          guint                   month,
          double                  x,
          double                  y,
          EqpChartItem           *item)
{
  for (EqpSeries series = EQP_SERIES_FC; series <= EQP_SERIES_FI; series++)
    {
      EqpRectangle bar;

      if (!eqp_chart_geometry_get_bar (self, month, series, &bar) || !is_inside (&bar, x, y))
        continue;
      *item = (EqpChartItem){ EQP_CHART_ITEM_BAR, series, month };
      return TRUE;
    }
  return FALSE;
}

/**
 * eqp_chart_geometry_pick:
 * @self: a geometry
 * @x: a place, in the geometry's unit
 * @y: the same
 *
 * Returns: what lies there: a marker or a bar, an entry of the legend, else the month's column, or %EQP_CHART_ITEM_NONE. The middle of
 *   a bar is the bar's even where a marker covers it.
 */
EqpChartItem
eqp_chart_geometry_pick (const EqpChartGeometry *self,
                         double                  x,
                         double                  y)
{
  EqpChartItem item = { EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0 };
  guint        month;

  for (guint i = 0; i < self->n_legend; i++)
    if (is_inside (&self->legend[i].bounds, x, y))
      return (EqpChartItem){ EQP_CHART_ITEM_LEGEND, self->legend[i].series, 0 };
  if (!find_month (self, x, y, &month))
    return item;
  if (find_point (self, month, x, y, MIN (REACH, self->bar_width / 2), &item) || find_bar (self, month, x, y, &item) ||
      find_point (self, month, x, y, REACH, &item))
    return item;
  return (EqpChartItem){ EQP_CHART_ITEM_MONTH, EQP_N_SERIES, month };
}
