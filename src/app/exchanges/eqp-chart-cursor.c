/* eqp-chart-cursor.c — where the keyboard is in a chart, and where its keys lead */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-cursor"

#include "config.h"

#include "app/exchanges/eqp-chart-cursor.h"

static gboolean
has_item (const EqpChartData     *data,
          const EqpChartGeometry *geometry,
          EqpChartItem            item)
{
  EqpRectangle rectangle;
  double       x;
  double       y;

  switch (item.kind)
    {
    case EQP_CHART_ITEM_BAR:
      return eqp_chart_geometry_get_bar (geometry, item.month, item.series, &rectangle);
    case EQP_CHART_ITEM_POINT:
      return eqp_chart_geometry_get_point (geometry, item.month, item.series, &x, &y);
    case EQP_CHART_ITEM_LEGEND:
      return eqp_chart_geometry_get_legend (geometry, item.series, &rectangle);
    case EQP_CHART_ITEM_MONTH:
      return item.month < data->n_months;
    case EQP_CHART_ITEM_NONE:
      break;
    }
  return FALSE;
}

static EqpChartItem
make_item (EqpSeries series,
           guint     month)
{
  if (series == EQP_N_SERIES)
    return (EqpChartItem){ EQP_CHART_ITEM_MONTH, series, month };
  return (EqpChartItem){ series <= EQP_SERIES_FI ? EQP_CHART_ITEM_BAR : EQP_CHART_ITEM_POINT, series, month };
}

static void
put (EqpChartCursor *self,
     EqpChartItem    item)
{
  self->item = item;
  if (item.kind != EQP_CHART_ITEM_LEGEND)
    self->month = item.month;
}

/* The same series in another month; the month as a whole where it has none. */
static void
go_to_month (EqpChartCursor         *self,
             const EqpChartData     *data,
             const EqpChartGeometry *geometry,
             guint                   month)
{
  EqpChartItem item = make_item (self->series, month);

  put (self, has_item (data, geometry, item) ? item : make_item (EQP_N_SERIES, month));
}

static void
move_along_legend (EqpChartCursor         *self,
                   const EqpChartData     *data,
                   const EqpChartGeometry *geometry,
                   int                     from,
                   int                     step)
{
  for (int series = from; series >= 0 && series < EQP_N_SERIES; series += step)
    {
      EqpChartItem item = { EQP_CHART_ITEM_LEGEND, (EqpSeries)series, 0 };

      if (!has_item (data, geometry, item))
        continue;
      put (self, item);
      return;
    }
}

/* Up and down: the series of the month in the legend's order, then the month as a whole; above them, the legend. */
static void
move_through_month (EqpChartCursor         *self,
                    const EqpChartData     *data,
                    const EqpChartGeometry *geometry,
                    int                     step)
{
  for (int series = (int)self->item.series + step; series >= 0 && series <= EQP_N_SERIES; series += step)
    {
      EqpChartItem item = make_item ((EqpSeries)series, self->month);

      if (!has_item (data, geometry, item))
        continue;
      eqp_chart_cursor_set (self, item);
      return;
    }
  if (step < 0)
    move_along_legend (self, data, geometry, 0, 1);
}

/* The month at hand: the last one with a balance. */
static guint
find_first_month (const EqpChartData *data)
{
  guint month = 0;

  for (guint i = 0; i < data->n_months; i++)
    if (data->months[i].has_cumulative)
      month = i;
  return month;
}

void
eqp_chart_cursor_set (EqpChartCursor *self,
                      EqpChartItem    item)
{
  put (self, item);
  if (item.kind != EQP_CHART_ITEM_LEGEND)
    self->series = item.series;
}

void
eqp_chart_cursor_ensure (EqpChartCursor         *self,
                         const EqpChartData     *data,
                         const EqpChartGeometry *geometry)
{
  if (has_item (data, geometry, self->item))
    return;
  if (data->n_months == 0)
    self->item = (EqpChartItem){ EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0 };
  else if (self->item.kind == EQP_CHART_ITEM_NONE)
    go_to_month (self, data, geometry, find_first_month (data));
  else
    go_to_month (self, data, geometry, MIN (self->month, data->n_months - 1));
}

void
eqp_chart_cursor_move (EqpChartCursor         *self,
                       const EqpChartData     *data,
                       const EqpChartGeometry *geometry,
                       int                     x,
                       int                     y)
{
  eqp_chart_cursor_ensure (self, data, geometry);
  if (self->item.kind == EQP_CHART_ITEM_LEGEND)
    {
      if (y > 0)
        go_to_month (self, data, geometry, MIN (self->month, data->n_months - 1));
      else if (x != 0)
        move_along_legend (self, data, geometry, (int)self->item.series + x, x);
    }
  else if (y != 0)
    move_through_month (self, data, geometry, y);
  else if (x < 0 ? self->month > 0 : self->month + 1 < data->n_months)
    go_to_month (self, data, geometry, x < 0 ? self->month - 1 : self->month + 1);
}

void
eqp_chart_cursor_move_to_end (EqpChartCursor         *self,
                              const EqpChartData     *data,
                              const EqpChartGeometry *geometry,
                              gboolean                to_end)
{
  if (self->item.kind == EQP_CHART_ITEM_LEGEND)
    move_along_legend (self, data, geometry, to_end ? EQP_N_SERIES - 1 : 0, to_end ? -1 : 1);
  else
    go_to_month (self, data, geometry, to_end ? data->n_months - 1 : 0);
}
