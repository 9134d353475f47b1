/* eqp-chart-view-private.h — what the files of the chart in a window share: its picture, its input. Private to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-chart-cursor.h"
#include "app/exchanges/eqp-chart-export.h"
#include "app/exchanges/eqp-chart-view.h"

G_BEGIN_DECLS

#define EQP_CHART_NO_ITEM ((EqpChartItem){ EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0 })

/* What the picture that is kept was drawn for. */
typedef struct
{
  EqpPaletteId palette;
  int          scale;
  EqpChartItem focus; /* NONE when it is not shown */
} EqpChartLook;

struct _EqpChartView
{
  GtkWidget parent_instance;

  char             *title;
  EqpChartData     *data;     /* (nullable) with what is hidden */
  EqpChartGeometry *geometry; /* (nullable) of the size at hand */
  GdkTexture       *texture;  /* (nullable) as drawn last: pointing at a month does not draw the chart again */
  EqpChartLook      look;
  guint             hidden;
  EqpChartCursor    cursor; /* the keyboard's */
  EqpChartItem      hover;
  GtkWidget        *menu;
};

/* ---- eqp-chart-view.c ---- */

/* The keyboard went elsewhere, or what it was on did. */
void _eqp_chart_view_cursor_moved (EqpChartView *self);
/* The keyboard's item is one of the chart that is shown now. */
void _eqp_chart_view_keep_cursor (EqpChartView *self);
/* As if it was clicked: a series of the legend is hidden or shown, a bar tells its month. */
void _eqp_chart_view_activate_item (EqpChartView *self,
                                    EqpChartItem  item);

/* ---- eqp-chart-view-picture.c ---- */

/* NULL without a chart, or before the widget has a size. */
EqpChartGeometry *_eqp_chart_view_ensure_geometry (EqpChartView *self);
void              _eqp_chart_view_forget_picture (EqpChartView *self);
void              _eqp_chart_view_forget_geometry (EqpChartView *self);
void              _eqp_chart_view_draw (EqpChartView *self,
                                        GtkSnapshot  *snapshot);

/* ---- eqp-chart-view-input.c ---- */

/* For class_init: keys and actions. */
void _eqp_chart_view_add_bindings (GtkWidgetClass *class);
/* For init: what the pointer does. */
void         _eqp_chart_view_add_controllers (EqpChartView *self);
EqpChartItem _eqp_chart_view_pick (EqpChartView *self,
                                   double        x,
                                   double        y);

G_END_DECLS
