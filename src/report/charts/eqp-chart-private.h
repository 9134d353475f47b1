/* eqp-chart-private.h — what scale, geometry, picking, words and drawing of a chart share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "report/charts/eqp-chart.h"
#include "report/layout/eqp-palette.h"

G_BEGIN_DECLS

#define EQP_CHART_SHOWS(data, series) (((data)->hidden & 1u << (series)) == 0)

/* ---- scale ---- */

/* Minutes; low ≤ 0 ≤ high, both multiples of step. */
typedef struct
{
  gint64 low;
  gint64 high;
  gint64 step;
} EqpChartScale;

void _eqp_chart_data_get_range (const EqpChartData *data,
                                gint64             *low,
                                gint64             *high);
void _eqp_chart_scale_init (EqpChartScale *self,
                            gint64         low,
                            gint64         high,
                            guint          most_intervals);

/* ---- geometry ---- */

typedef struct
{
  PangoLayout *layout;
  double       x;
  double       y;
  double       width;
} EqpChartText;

/* Whole pixels; a part of no height is not drawn. */
typedef struct
{
  EqpRectangle whole;
  EqpRectangle done;
  EqpRectangle coming; /* what is forecast above it */
} EqpChartBar;

typedef struct
{
  EqpSeries    series;
  EqpRectangle bounds; /* takes clicks */
  EqpRectangle swatch;
  EqpChartText text;
} EqpChartLegend;

/* What a line covers of a column of pixels; nothing when its top is below its bottom. */
typedef struct
{
  double top;
  double bottom;
} EqpChartSpan;

struct _EqpChartGeometry
{
  EqpChartData *data;
  double        width;
  double        height;

  PangoContext         *context;
  PangoFontDescription *font;
  double                font_size;
  double                line_height;

  EqpRectangle   plot;
  EqpChartScale  scale;
  gint64        *ticks;
  guint          n_ticks;
  EqpChartBar   *bars;                 /* two a month; NULL when the columns are too narrow */
  int            anchor;               /* the month from which the forecast leaves, or -1 */
  double         bar_width;            /* 0 when bars is NULL */
  EqpChartSpan  *traces[EQP_N_SERIES]; /* of lines, when months outnumber pixels: n_traced columns of them */
  EqpChartSpan  *traced_band;
  guint          n_traced; /* 0 when lines go from point to point */
  EqpChartText  *tick_texts;
  GArray        *month_texts; /* EqpChartText: months, and years below */
  EqpChartText   empty;       /* layout NULL unless there is nothing to show */
  EqpChartLegend legend[EQP_N_SERIES];
  guint          n_legend;
};

/* The middle of a month's column, a whole pixel. */
double _eqp_chart_geometry_get_center (const EqpChartGeometry *self,
                                       guint                   month);
/* As eqp_chart_geometry_get_point(); the forecast also has one where the known balance ends. */
gboolean     _eqp_chart_geometry_get_joint (const EqpChartGeometry *self,
                                            guint                   month,
                                            EqpSeries               series,
                                            double                 *x,
                                            double                 *y);
PangoLayout *_eqp_chart_geometry_set_text (const EqpChartGeometry *self,
                                           const char             *text,
                                           double                 *width);
double       _eqp_chart_geometry_place_legend (EqpChartGeometry *self);
void         _eqp_chart_geometry_place_months (EqpChartGeometry *self);
void         _eqp_chart_geometry_place_ticks (EqpChartGeometry *self);
void         _eqp_chart_geometry_place_traces (EqpChartGeometry *self);
void         _eqp_chart_geometry_clear_traces (EqpChartGeometry *self);

/* ---- palette ---- */

typedef enum {
  EQP_INK_GROUND, /* behind the chart, where something must stand off from it */
  EQP_INK_TEXT,
  EQP_INK_FAINT,
  EQP_INK_GRID,
  EQP_INK_ZERO,
  EQP_INK_UNIVERSITY,
  EQP_INK_UNIVERSITY_SOFT, /* the part still to come */
  EQP_INK_RECTORAT,
  EQP_INK_RECTORAT_SOFT, /* under the hatching */
  EQP_INK_LINE,
  EQP_INK_BAND,
  EQP_INK_COMPARISON,
  EQP_INK_TOLERANCE,
  EQP_INK_TOLERANCE_EDGE,
  EQP_INK_FOCUS,
  EQP_N_INKS,
} EqpInk;

const EqpRgb *_eqp_chart_palette_get (EqpPaletteId palette,
                                      EqpInk       ink);

/* ---- words ---- */

char *_eqp_chart_dup_month (EqpDate     month,
                            EqpLanguage language,
                            gboolean    is_short);
char *_eqp_chart_dup_legend (const EqpChartData *data,
                             EqpSeries           series);

G_END_DECLS
