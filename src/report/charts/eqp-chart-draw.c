/* eqp-chart-draw.c — paints a chart: the same for the window, paper and files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-draw"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "report/charts/eqp-chart-draw-private.h"

#define LINE_WIDTH 2.2
#define HALO_WIDTH 5.0
#define THIN_HALO_WIDTH 3.2
#define THIN_WIDTH 1.6
#define DOT 2.0
#define DOT_STEP 5.0
#define MARKER 3.4
#define SMALL_MARKER 2.0
#define SMALL_MARKER_COLUMN 14.0 /* narrower columns have small markers */
#define FRAME_WIDTH 2.0

static const double dashes[] = { 6, 4 };
static const double dots[] = { DOT, DOT_STEP - DOT };

typedef struct
{
  double x;
  double y;
} Point;

void
_eqp_chart_use (const EqpChartPainter *self,
                EqpInk                 ink)
{
  const EqpRgb *rgb = _eqp_chart_palette_get (self->palette, ink);

  cairo_set_source_rgb (self->cr, rgb->red, rgb->green, rgb->blue);
}

static gboolean
shows (const EqpChartPainter *self,
       EqpSeries              series)
{
  return EQP_CHART_SHOWS (self->geometry->data, series);
}

/* ---- ground: band of tolerance, lines of the axis ---- */

/* The lines of the axis lie between the band and its edges. */
static void
draw_tolerance (const EqpChartPainter *self,
                gboolean               is_edge)
{
  const EqpChartGeometry *geometry = self->geometry;
  gint64                  tolerance = geometry->data->tolerance;
  double                  top;
  double                  bottom;

  if (tolerance <= 0 || geometry->empty.layout != NULL || !shows (self, EQP_SERIES_TOLERANCE))
    return;
  top = floor (eqp_chart_geometry_get_y (geometry, tolerance) + 0.5);
  bottom = floor (eqp_chart_geometry_get_y (geometry, -tolerance) + 0.5);
  if (is_edge)
    {
      _eqp_chart_use (self, EQP_INK_TOLERANCE_EDGE);
      cairo_rectangle (self->cr, geometry->plot.x, top, geometry->plot.width, 1);
      cairo_rectangle (self->cr, geometry->plot.x, bottom, geometry->plot.width, 1);
    }
  else
    {
      _eqp_chart_use (self, EQP_INK_TOLERANCE);
      cairo_rectangle (self->cr, geometry->plot.x, top, geometry->plot.width, bottom - top);
    }
  cairo_fill (self->cr);
}

/* Hairlines are filled rectangles on whole pixels: never blurred, and cheaper than strokes. */
static void
draw_grid (const EqpChartPainter *self)
{
  const EqpChartGeometry *geometry = self->geometry;

  _eqp_chart_use (self, EQP_INK_GRID);
  for (guint i = 0; i < geometry->n_ticks; i++)
    if (geometry->ticks[i] != 0)
      cairo_rectangle (self->cr, geometry->plot.x, eqp_chart_geometry_get_y (geometry, geometry->ticks[i]), geometry->plot.width, 1);
  cairo_fill (self->cr);
}

static void
draw_zero (const EqpChartPainter *self)
{
  const EqpChartGeometry *geometry = self->geometry;

  _eqp_chart_use (self, EQP_INK_ZERO);
  cairo_rectangle (self->cr, geometry->plot.x, floor (eqp_chart_geometry_get_y (geometry, 0) + 0.5), geometry->plot.width, 1);
  cairo_fill (self->cr);
}

/* ---- lines ---- */

/* What joins two months that follow each other. */
typedef struct
{
  guint    month; /* the next to look at */
  gboolean is_joined;
  Point    from;
  Point    to;
  double   start; /* how long the line is before it */
  double   length;
} Segment;

/* Goes on to the next segment of a series; all zero before the first. */
static gboolean
next_segment (const EqpChartPainter *self,
              EqpSeries              series,
              Segment               *segment)
{
  while (segment->month < self->geometry->data->n_months)
    {
      gboolean was_joined = segment->is_joined;

      segment->from = segment->to;
      segment->is_joined = _eqp_chart_geometry_get_joint (self->geometry, segment->month++, series, &segment->to.x, &segment->to.y);
      if (!was_joined || !segment->is_joined)
        continue;
      segment->start += segment->length;
      segment->length = hypot (segment->to.x - segment->from.x, segment->to.y - segment->from.y);
      return TRUE;
    }
  return FALSE;
}

/* The points of a series, joined where months follow each other. Segment by segment: one stroke of them all would be looked through
 * over its whole height for every row of pixels. */
static void
stroke_line (const EqpChartPainter *self,
             EqpSeries              series,
             const double           pattern[2])
{
  Segment segment = { 0 };

  if (self->geometry->n_traced > 0)
    {
      _eqp_chart_draw_traces (self, series, pattern);
      return;
    }
  while (next_segment (self, series, &segment))
    {
      if (pattern != NULL)
        cairo_set_dash (self->cr, pattern, 2, segment.start);
      cairo_move_to (self->cr, segment.from.x, segment.from.y);
      cairo_line_to (self->cr, segment.to.x, segment.to.y);
      cairo_stroke (self->cr);
    }
  if (pattern != NULL)
    cairo_set_dash (self->cr, NULL, 0, 0);
}

/* A dotted line: squares, which are cheaper than dashes. */
static void
fill_dots (const EqpChartPainter *self,
           EqpSeries              series)
{
  Segment segment = { 0 };

  while (next_segment (self, series, &segment))
    for (double along = ceil (segment.start / DOT_STEP) * DOT_STEP - segment.start; along < segment.length; along += DOT_STEP)
      {
        double share = along / segment.length;

        cairo_rectangle (self->cr, segment.from.x + (segment.to.x - segment.from.x) * share - DOT / 2,
                         segment.from.y + (segment.to.y - segment.from.y) * share - DOT / 2, DOT, DOT);
      }
  cairo_fill (self->cr);
}

static double
get_marker (const EqpChartPainter *self)
{
  const EqpChartGeometry *geometry = self->geometry;

  return geometry->plot.width / MAX (geometry->data->n_months, 1) < SMALL_MARKER_COLUMN ? SMALL_MARKER : MARKER;
}

static void
add_markers (const EqpChartPainter *self,
             EqpSeries              series,
             double                 radius)
{
  /* Where months outnumber pixels a marker has no room. */
  if (self->geometry->n_traced > 0)
    return;
  for (guint i = 0; i < self->geometry->data->n_months; i++)
    {
      double x;
      double y;

      if (!eqp_chart_geometry_get_point (self->geometry, i, series, &x, &y))
        continue;
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
    }
}

static void
draw_band (const EqpChartPainter *self)
{
  const EqpChartGeometry *geometry = self->geometry;
  const EqpChartMonth    *months = geometry->data->months;
  const EqpRgb           *rgb = _eqp_chart_palette_get (self->palette, EQP_INK_BAND);
  guint                   n_points = 0;
  Point                   point;

  if (!shows (self, EQP_SERIES_FORECAST))
    return;
  /* The band of tolerance stays visible below. */
  cairo_set_source_rgba (self->cr, rgb->red, rgb->green, rgb->blue, 0.65);
  if (geometry->n_traced > 0)
    {
      _eqp_chart_draw_traced_band (self);
      return;
    }
  for (guint i = 0; i < geometry->data->n_months; i++)
    if (_eqp_chart_geometry_get_joint (geometry, i, EQP_SERIES_FORECAST, &point.x, &point.y))
      {
        cairo_line_to (self->cr, point.x, (int)i == geometry->anchor ? point.y : eqp_chart_geometry_get_y (geometry, months[i].high));
        n_points++;
      }
  for (guint i = geometry->data->n_months; i-- > 0;)
    if (_eqp_chart_geometry_get_joint (geometry, i, EQP_SERIES_FORECAST, &point.x, &point.y))
      cairo_line_to (self->cr, point.x, (int)i == geometry->anchor ? point.y : eqp_chart_geometry_get_y (geometry, months[i].low));
  cairo_close_path (self->cr);
  if (n_points < 2)
    {
      cairo_new_path (self->cr);
      return;
    }
  cairo_fill (self->cr);
}

/* In the ground's colour below a line, so that it stands off from the bars. */
static void
draw_halo (const EqpChartPainter *self,
           EqpSeries              series,
           double                 width)
{
  /* Lines of so many months have no bars to stand off from. */
  if (self->geometry->n_traced > 0)
    return;
  _eqp_chart_use (self, EQP_INK_GROUND);
  cairo_set_line_width (self->cr, width);
  stroke_line (self, series, NULL);
}

static void
draw_forecast (const EqpChartPainter *self)
{
  double marker = get_marker (self);

  if (!shows (self, EQP_SERIES_FORECAST))
    return;
  draw_halo (self, EQP_SERIES_FORECAST, THIN_HALO_WIDTH);
  _eqp_chart_use (self, EQP_INK_LINE);
  cairo_set_line_width (self->cr, THIN_WIDTH);
  stroke_line (self, EQP_SERIES_FORECAST, dashes);
  /* Rings: a disc on a disc, as stroking circles takes longer. */
  add_markers (self, EQP_SERIES_FORECAST, marker + 0.2);
  cairo_fill (self->cr);
  add_markers (self, EQP_SERIES_FORECAST, marker - 1.2);
  _eqp_chart_use (self, EQP_INK_GROUND);
  cairo_fill (self->cr);
}

static void
draw_comparison (const EqpChartPainter *self)
{
  if (!shows (self, EQP_SERIES_COMPARISON))
    return;
  _eqp_chart_use (self, EQP_INK_COMPARISON);
  cairo_set_line_width (self->cr, DOT);
  if (self->geometry->n_traced > 0)
    _eqp_chart_draw_traces (self, EQP_SERIES_COMPARISON, dots);
  else
    fill_dots (self, EQP_SERIES_COMPARISON);
}

static void
draw_balance (const EqpChartPainter *self)
{
  double marker = get_marker (self);

  if (!shows (self, EQP_SERIES_CUMULATIVE))
    return;
  draw_halo (self, EQP_SERIES_CUMULATIVE, HALO_WIDTH);
  _eqp_chart_use (self, EQP_INK_LINE);
  cairo_set_line_width (self->cr, LINE_WIDTH);
  stroke_line (self, EQP_SERIES_CUMULATIVE, NULL);
  add_markers (self, EQP_SERIES_CUMULATIVE, marker + 1.2);
  _eqp_chart_use (self, EQP_INK_GROUND);
  cairo_fill (self->cr);
  add_markers (self, EQP_SERIES_CUMULATIVE, marker);
  _eqp_chart_use (self, EQP_INK_LINE);
  cairo_fill (self->cr);
}

/* ---- texts ---- */

static void
draw_text (const EqpChartPainter *self,
           const EqpChartText    *text)
{
  cairo_move_to (self->cr, text->x, text->y);
  pango_cairo_show_layout (self->cr, text->layout);
}

static void
draw_texts (const EqpChartPainter *self)
{
  const EqpChartGeometry *geometry = self->geometry;

  _eqp_chart_use (self, EQP_INK_TEXT);
  for (guint i = 0; i < geometry->n_ticks; i++)
    draw_text (self, &geometry->tick_texts[i]);
  for (guint i = 0; i < geometry->month_texts->len; i++)
    draw_text (self, &g_array_index (geometry->month_texts, EqpChartText, i));
  if (geometry->empty.layout != NULL)
    draw_text (self, &geometry->empty);
}

/* ---- legend ---- */

static void
draw_line_swatch (const EqpChartPainter *self,
                  const EqpRectangle    *swatch,
                  EqpSeries              series)
{
  double y = floor (swatch->y + swatch->height / 2) + 0.5;

  if (series == EQP_SERIES_FORECAST)
    {
      _eqp_chart_use (self, EQP_INK_BAND);
      cairo_rectangle (self->cr, swatch->x, swatch->y, swatch->width, swatch->height);
      cairo_fill (self->cr);
    }
  _eqp_chart_use (self, series == EQP_SERIES_COMPARISON ? EQP_INK_COMPARISON : EQP_INK_LINE);
  cairo_set_line_width (self->cr, series == EQP_SERIES_CUMULATIVE ? LINE_WIDTH : THIN_WIDTH);
  if (series == EQP_SERIES_FORECAST)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  else if (series == EQP_SERIES_COMPARISON)
    {
      cairo_set_line_width (self->cr, DOT);
      cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), -1);
    }
  cairo_move_to (self->cr, swatch->x + 1, y);
  cairo_line_to (self->cr, swatch->x + swatch->width - 1, y);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  if (series != EQP_SERIES_CUMULATIVE)
    return;
  cairo_arc (self->cr, swatch->x + swatch->width / 2, y, MARKER, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
draw_swatch (const EqpChartPainter *self,
             const EqpChartLegend  *entry)
{
  const EqpRectangle *swatch = &entry->swatch;

  switch (entry->series)
    {
    case EQP_SERIES_FC:
    case EQP_SERIES_FI:
      _eqp_chart_draw_swatch (self, swatch, entry->series);
      break;
    case EQP_SERIES_TOLERANCE:
      _eqp_chart_use (self, EQP_INK_TOLERANCE_EDGE);
      cairo_rectangle (self->cr, swatch->x, swatch->y, swatch->width, swatch->height);
      cairo_fill (self->cr);
      _eqp_chart_use (self, EQP_INK_TOLERANCE);
      cairo_rectangle (self->cr, swatch->x, swatch->y + 1, swatch->width, swatch->height - 2);
      cairo_fill (self->cr);
      break;
    case EQP_SERIES_CUMULATIVE:
    case EQP_SERIES_FORECAST:
    case EQP_SERIES_COMPARISON:
      draw_line_swatch (self, swatch, entry->series);
      break;
    case EQP_N_SERIES:
      break;
    }
}

/* A hidden series keeps its words, struck out beside an empty box. */
static void
draw_legend (const EqpChartPainter *self)
{
  for (guint i = 0; i < self->geometry->n_legend; i++)
    {
      const EqpChartLegend *entry = &self->geometry->legend[i];

      if (shows (self, entry->series))
        {
          draw_swatch (self, entry);
          _eqp_chart_use (self, EQP_INK_TEXT);
          draw_text (self, &entry->text);
          continue;
        }
      _eqp_chart_use (self, EQP_INK_FAINT);
      cairo_set_line_width (self->cr, 1);
      cairo_rectangle (self->cr, entry->swatch.x + 0.5, entry->swatch.y + 0.5, entry->swatch.width - 1, entry->swatch.height - 1);
      cairo_stroke (self->cr);
      draw_text (self, &entry->text);
      cairo_rectangle (self->cr, entry->text.x, floor (entry->text.y + self->geometry->line_height * 0.58), entry->text.width, 1);
      cairo_fill (self->cr);
    }
}

/* ---- focus ---- */

static gboolean
get_focus_frame (const EqpChartPainter *self,
                 const EqpChartItem    *item,
                 EqpRectangle          *frame)
{
  const EqpChartGeometry *geometry = self->geometry;
  double                  x;
  double                  y;

  switch (item->kind)
    {
    case EQP_CHART_ITEM_BAR:
      return eqp_chart_geometry_get_bar (geometry, item->month, item->series, frame);
    case EQP_CHART_ITEM_POINT:
      if (!eqp_chart_geometry_get_point (geometry, item->month, item->series, &x, &y))
        return FALSE;
      *frame = (EqpRectangle){ x - MARKER, y - MARKER, 2 * MARKER, 2 * MARKER };
      return TRUE;
    case EQP_CHART_ITEM_LEGEND:
      return eqp_chart_geometry_get_legend (geometry, item->series, frame);
    case EQP_CHART_ITEM_MONTH:
      *frame = eqp_chart_geometry_get_month (geometry, item->month);
      return item->month < geometry->data->n_months;
    case EQP_CHART_ITEM_NONE:
      break;
    }
  return FALSE;
}

static void
draw_focus (const EqpChartPainter *self,
            const EqpChartItem    *item)
{
  EqpRectangle frame;
  double       margin = item->kind == EQP_CHART_ITEM_LEGEND ? -1 : 3;

  if (!get_focus_frame (self, item, &frame))
    return;
  _eqp_chart_use (self, EQP_INK_GROUND);
  cairo_rectangle (self->cr, frame.x - margin, frame.y - margin, frame.width + 2 * margin, frame.height + 2 * margin);
  cairo_set_line_width (self->cr, FRAME_WIDTH + 2);
  cairo_stroke_preserve (self->cr);
  _eqp_chart_use (self, EQP_INK_FOCUS);
  cairo_set_line_width (self->cr, FRAME_WIDTH);
  cairo_stroke (self->cr);
}

/**
 * eqp_chart_draw:
 * @cr: where to paint, its user unit being the geometry's and its origin the chart's corner
 * @geometry: where everything is
 * @palette: the colours, for the ground that is there already
 * @focus: (nullable): an item to frame
 *
 * Paints from the ground up: bands, axis, bars, lines, texts. Drawing measures no text and leaves @cr as it was.
 */
void
eqp_chart_draw (cairo_t                *cr,
                const EqpChartGeometry *geometry,
                EqpPaletteId            palette,
                const EqpChartItem     *focus)
{
  const EqpChartPainter self = { cr, geometry, palette };

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_tolerance (&self, FALSE);
  if (geometry->empty.layout == NULL)
    draw_band (&self);
  draw_grid (&self);
  draw_tolerance (&self, TRUE);
  _eqp_chart_draw_bars (&self);
  draw_zero (&self);
  if (geometry->empty.layout == NULL)
    {
      draw_comparison (&self);
      draw_forecast (&self);
      draw_balance (&self);
    }
  draw_texts (&self);
  draw_legend (&self);
  if (focus != NULL)
    draw_focus (&self, focus);
  cairo_restore (cr);
}
