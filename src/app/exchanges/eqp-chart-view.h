/* eqp-chart-view.h — the balance chart in a window: hovered, focused, clicked, copied, saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

/* Properties: "title" (string), "hidden" (uint, bits 1 << EqpSeries; the legend toggles them).
 * Signal "item-activated" (uint month, int series) on click or Enter; series EQP_N_SERIES: the whole month.
 * Actions "chart.copy" and "chart.save", also in its context menu. */
#define EQP_TYPE_CHART_VIEW (eqp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (EqpChartView, eqp_chart_view, EQP, CHART_VIEW, GtkWidget)

GtkWidget  *eqp_chart_view_new (void);
const char *eqp_chart_view_get_title (EqpChartView *self);
void        eqp_chart_view_set_title (EqpChartView *self,
                                      const char   *title);
/* @data: (nullable) copied; what the user has hidden stays hidden whatever @data says. */
void  eqp_chart_view_set_chart (EqpChartView       *self,
                                const EqpChartData *data);
guint eqp_chart_view_get_hidden (EqpChartView *self);
void  eqp_chart_view_set_hidden (EqpChartView *self,
                                 guint         hidden);

/* (nullable) As laid out last; valid until the next size or chart. */
const EqpChartGeometry *eqp_chart_view_get_geometry (EqpChartView *self);
/* What the keyboard is on; EQP_CHART_ITEM_NONE before it came here. */
EqpChartItem eqp_chart_view_get_focus_item (EqpChartView *self);

G_END_DECLS
