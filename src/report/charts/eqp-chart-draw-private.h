/* eqp-chart-draw-private.h — what the parts of drawing share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/charts/eqp-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t                *cr;
  const EqpChartGeometry *geometry;
  EqpPaletteId            palette;
} EqpChartPainter;

void _eqp_chart_use (const EqpChartPainter *self,
                     EqpInk                 ink);
void _eqp_chart_draw_bars (const EqpChartPainter *self);
void _eqp_chart_draw_traces (const EqpChartPainter *self,
                             EqpSeries              series,
                             const double           pattern[2]);
void _eqp_chart_draw_traced_band (const EqpChartPainter *self);
void _eqp_chart_draw_swatch (const EqpChartPainter *self,
                             const EqpRectangle    *swatch,
                             EqpSeries              series);

G_END_DECLS
