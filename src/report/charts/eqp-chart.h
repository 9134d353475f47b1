/* eqp-chart.h — the balance chart: series → scale → geometry → drawing; the same code for window, paper, PNG, SVG and tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "base/eqp-date.h"

G_BEGIN_DECLS

/* ---- series: what is drawn, in minutes; no GTK, no store ---- */

typedef enum {
  EQP_SERIES_FC,         /* bars: hours of the university's people in FC */
  EQP_SERIES_FI,         /* bars: hours of the rectorat's people in FI */
  EQP_SERIES_CUMULATIVE, /* line: balance since the year's first day */
  EQP_SERIES_FORECAST,   /* dashed line with its band, and the part of the bars still to come */
  EQP_SERIES_TOLERANCE,  /* band around zero */
  EQP_SERIES_COMPARISON, /* thin line: the cumulative balance of another year, month by month */
  EQP_N_SERIES,
} EqpSeries;

typedef struct
{
  EqpDate  month; /* its first day */
  gint64   fc;
  gint64   fi;
  gint64   fc_expected; /* ≥ fc: with what is to come */
  gint64   fi_expected;
  gint64   cumulative;
  gboolean has_cumulative; /* the month is past or at hand */
  gint64   expected;       /* cumulative, forecast */
  gint64   low;
  gint64   high;
  gboolean has_expected;
  gint64   comparison;
  gboolean has_comparison;
} EqpChartMonth;

typedef struct
{
  EqpLanguage          language;
  const EqpChartMonth *months; /* in order */
  guint                n_months;
  gint64               tolerance;
  guint                hidden;           /* bits 1 << EqpSeries */
  const char          *comparison_label; /* (nullable) "2025–2026" */
} EqpChartData;

/* In one piece with its months and label. */
EqpChartData *eqp_chart_data_copy (const EqpChartData *self) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_chart_data_free (EqpChartData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpChartData, eqp_chart_data_free)

/* Whether a series has anything to show, hidden or not: what the legend lists. */
gboolean eqp_chart_data_has_series (const EqpChartData *self,
                                    EqpSeries           series);
/* No minute anywhere: a sentence takes the place of the series. */
gboolean eqp_chart_data_is_empty (const EqpChartData *self);

/* ---- palette ---- */

typedef enum {
  EQP_PALETTE_LIGHT,
  EQP_PALETTE_DARK,
  EQP_PALETTE_HIGH_CONTRAST,
  EQP_PALETTE_HIGH_CONTRAST_DARK,
  EQP_PALETTE_PAPER, /* black and white legible: hatching, dashes, markers */
  EQP_N_PALETTES,
} EqpPaletteId;

/* ---- geometry: where everything is; pure ---- */

typedef struct
{
  double x, y, width, height;
} EqpRectangle;

typedef enum {
  EQP_CHART_ITEM_NONE,
  EQP_CHART_ITEM_BAR,    /* month, series FC or FI */
  EQP_CHART_ITEM_POINT,  /* month, series CUMULATIVE, FORECAST or COMPARISON */
  EQP_CHART_ITEM_LEGEND, /* series */
  EQP_CHART_ITEM_MONTH,  /* the month's column, outside every bar */
} EqpChartItemKind;

typedef struct
{
  EqpChartItemKind kind;
  EqpSeries        series;
  guint            month;
} EqpChartItem;

typedef struct _EqpChartGeometry EqpChartGeometry;

/* @data: copied. Sizes in points or logical pixels. */
EqpChartGeometry *eqp_chart_geometry_new (const EqpChartData *data,
                                          double              width,
                                          double              height,
                                          double              font_size) G_GNUC_WARN_UNUSED_RESULT;
/* With another typeface than the documents': the window's. */
EqpChartGeometry *eqp_chart_geometry_new_with_font (const EqpChartData *data,
                                                    double              width,
                                                    double              height,
                                                    const char         *families,
                                                    double              font_size) G_GNUC_WARN_UNUSED_RESULT;
void              eqp_chart_geometry_free (EqpChartGeometry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpChartGeometry, eqp_chart_geometry_free)

/* What lies at a place: bars and points first, then the legend, then the month's column. */
EqpChartItem eqp_chart_geometry_pick (const EqpChartGeometry *self,
                                      double                  x,
                                      double                  y);
gboolean     eqp_chart_geometry_get_bar (const EqpChartGeometry *self,
                                         guint                   month,
                                         EqpSeries               series,
                                         EqpRectangle           *rectangle);
gboolean     eqp_chart_geometry_get_point (const EqpChartGeometry *self,
                                           guint                   month,
                                           EqpSeries               series,
                                           double                 *x,
                                           double                 *y);
/* The clickable part of the legend; FALSE for a series that is not in it. */
gboolean     eqp_chart_geometry_get_legend (const EqpChartGeometry *self,
                                            EqpSeries               series,
                                            EqpRectangle           *rectangle);
EqpRectangle eqp_chart_geometry_get_plot (const EqpChartGeometry *self);
EqpRectangle eqp_chart_geometry_get_month (const EqpChartGeometry *self,
                                           guint                   month);
double       eqp_chart_geometry_get_y (const EqpChartGeometry *self,
                                       gint64                  minutes);
/* Round steps of the axis, in minutes, from low to high; zero is always one of them. */
const gint64 *eqp_chart_geometry_get_ticks (const EqpChartGeometry *self,
                                            guint                  *n_ticks);

/* ---- drawing ---- */

/* @focus: (nullable) drawn with a frame. Nothing is drawn behind the chart. */
void eqp_chart_draw (cairo_t                *cr,
                     const EqpChartGeometry *geometry,
                     EqpPaletteId            palette,
                     const EqpChartItem     *focus);

/* ---- words ---- */

/* "October 2026: FC by the university 123 h 30, FI by the rectorat 98 h; balance +25 h 30" — what hovering, the focus and a screen reader get. */
char *eqp_chart_dup_item_text (const EqpChartData *data,
                               EqpChartItem        item);
/* The whole chart in a few sentences with its figures. */
char       *eqp_chart_dup_description (const EqpChartData *data);
const char *eqp_chart_series_get_label (EqpSeries   series,
                                        EqpLanguage language);

/* ---- files ---- */

/* By the name's end: .png, .svg, .pdf. @scale: pixels a point, for PNG. */
gboolean eqp_chart_write_file (const EqpChartData *data,
                               const char         *title,
                               const char         *path,
                               double              width,
                               double              height,
                               double              scale,
                               EqpPaletteId        palette,
                               GError            **error);

G_END_DECLS
