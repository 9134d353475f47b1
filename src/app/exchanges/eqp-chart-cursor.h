/* eqp-chart-cursor.h — where the keyboard is in a chart, and where its keys lead */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

typedef struct
{
  EqpChartItem item;
  guint        month;  /* to come back to from the legend */
  EqpSeries    series; /* what Left and Right look for in other months; EQP_N_SERIES for the month as a whole */
} EqpChartCursor;

void eqp_chart_cursor_set (EqpChartCursor *self,
                           EqpChartItem    item);
/* On something that is there: a month's first series when it was on nothing. */
void eqp_chart_cursor_ensure (EqpChartCursor         *self,
                              const EqpChartData     *data,
                              const EqpChartGeometry *geometry);
/* @x: -1 to the left, 1 to the right; @y: -1 up, 1 down. @data has months. */
void eqp_chart_cursor_move (EqpChartCursor         *self,
                            const EqpChartData     *data,
                            const EqpChartGeometry *geometry,
                            int                     x,
                            int                     y);
void eqp_chart_cursor_move_to_end (EqpChartCursor         *self,
                                   const EqpChartData     *data,
                                   const EqpChartGeometry *geometry,
                                   gboolean                to_end);

G_END_DECLS
