/* eqp-chart-geometry.c — where everything of a chart is: plot, columns, bars and points */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-geometry"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "report/charts/eqp-chart-private.h"

/* The documents' typeface. */
#define FONT_FAMILIES "Liberation Sans,Arial,Nimbus Sans,Noto Sans,Cantarell,Sans"

#define PADDING 4.0
#define LABEL_GAP 8.0 /* between the axis and its labels */

/* Shares of the column that a pair of bars takes, and the widest bar in lines of text: one month alone is no wall. */
#define PAIR_SHARE 0.68
#define NARROW_PAIR_SHARE 0.8
#define WIDEST_BAR 3.0
#define NARROW_COLUMN 10.0
#define GAP 2.0

/* Lines of text from one tick to the next, at least. */
#define TICK_DISTANCE 2.3
#define MOST_INTERVALS 10

static void
init_font (EqpChartGeometry *self,
           const char       *families)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontMetrics     *metrics;

  /* The same widths on the screen, in PDF and on paper. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (eqp_language_get_code (self->data->language)));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, families);
  pango_font_description_set_absolute_size (self->font, self->font_size * PANGO_SCALE);
  metrics = pango_context_get_metrics (self->context, self->font, NULL);
  self->line_height = ceil ((double)(pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / PANGO_SCALE);
  pango_font_metrics_unref (metrics);
}

/* One line of text, and how wide it is. */
PangoLayout *
_eqp_chart_geometry_set_text (const EqpChartGeometry *self,
                              const char             *text,
                              double                 *width)
{
  PangoLayout   *layout = pango_layout_new (self->context);
  PangoRectangle extents;

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  *width = (double)extents.width / PANGO_SCALE;
  return layout;
}

/* The plot's height is a whole number of pixels a step: every tick and the zero line fall on a pixel, at even distances. */
static void
place_plot (EqpChartGeometry *self,
            double            top)
{
  double bottom = floor (self->height - PADDING - 2 * self->line_height - 4);
  double room = MAX (bottom - top, 2);
  gint64 low;
  gint64 high;
  gint64 n_intervals;
  double step;

  _eqp_chart_data_get_range (self->data, &low, &high);
  _eqp_chart_scale_init (&self->scale, low, high, (guint)CLAMP (room / (self->line_height * TICK_DISTANCE), 2, MOST_INTERVALS));
  n_intervals = (self->scale.high - self->scale.low) / self->scale.step;
  step = MAX (floor (room / (double)n_intervals), 1);
  self->plot.height = step * (double)n_intervals;
  self->plot.y = bottom - self->plot.height;
  self->n_ticks = (guint)n_intervals + 1;
  self->ticks = g_new (gint64, self->n_ticks);
  for (guint i = 0; i < self->n_ticks; i++)
    self->ticks[i] = self->scale.low + self->scale.step * (gint64)i;
}

static void
place_columns (EqpChartGeometry *self)
{
  double axis = 0;
  double right = floor (self->width - PADDING);

  for (guint i = 0; i < self->n_ticks; i++)
    axis = MAX (axis, self->tick_texts[i].width);
  self->plot.x = MIN (ceil (PADDING + axis + LABEL_GAP), right - 1);
  self->plot.width = MAX (right - self->plot.x, 1);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      EqpChartText *text = &self->tick_texts[i];

      text->x = self->plot.x - LABEL_GAP - text->width;
      text->y = eqp_chart_geometry_get_y (self, self->ticks[i]) - floor (self->line_height / 2);
    }
}

/* What a value takes from @from to @to, in whole pixels. */
static EqpRectangle
make_part (const EqpChartGeometry *self,
           double                  x,
           gint64                  from,
           gint64                  to)
{
  double y1 = floor (eqp_chart_geometry_get_y (self, MAX (from, to)) + 0.5);
  double y2 = floor (eqp_chart_geometry_get_y (self, MIN (from, to)) + 0.5);

  return (EqpRectangle){ x, y1, self->bar_width, y2 - y1 };
}

static EqpChartBar
make_bar (const EqpChartGeometry *self,
          double                  x,
          gint64                  minutes,
          gint64                  expected)
{
  gint64      base = MAX (minutes, 0);
  gint64      top = EQP_CHART_SHOWS (self->data, EQP_SERIES_FORECAST) ? MAX (expected, base) : base;
  EqpChartBar bar = {
    .whole = make_part (self, x, MIN (minutes, 0), top),
    .done = make_part (self, x, 0, minutes),
    .coming = make_part (self, x, base, top),
  };

  return bar;
}

static void
place_bars (EqpChartGeometry *self)
{
  const EqpChartData *data = self->data;
  double              column = data->n_months > 0 ? floor (self->plot.width / data->n_months) : 0;
  double              gap = column < NARROW_COLUMN ? 0 : GAP;
  double              share = column < NARROW_COLUMN ? NARROW_PAIR_SHARE : PAIR_SHARE;

  if (column < 2)
    return;
  self->bar_width = CLAMP (floor ((column * share - gap) / 2), 1, floor (self->line_height * WIDEST_BAR));
  self->bars = g_new (EqpChartBar, 2 * data->n_months);
  for (guint i = 0; i < data->n_months; i++)
    {
      const EqpChartMonth *month = &data->months[i];
      double               x = _eqp_chart_geometry_get_center (self, i);

      self->bars[2 * i] = make_bar (self, x - gap / 2 - self->bar_width, month->fc, month->fc_expected);
      self->bars[2 * i + 1] = make_bar (self, x + gap / 2, month->fi, month->fi_expected);
    }
}

/* The forecast leaves from the last balance that is known before it. */
static int
find_anchor (const EqpChartData *data)
{
  for (guint i = 0; i < data->n_months; i++)
    if (data->months[i].has_expected)
      return i > 0 && data->months[i - 1].has_cumulative ? (int)i - 1 : -1;
  return -1;
}

static void
place_sentence (EqpChartGeometry *self)
{
  EqpChartText *text = &self->empty;

  if (!eqp_chart_data_is_empty (self->data))
    return;
  text->layout = _eqp_chart_geometry_set_text (self, eqp_tr (self->data->language, "No hours in this period."), &text->width);
  text->x = floor (self->plot.x + (self->plot.width - text->width) / 2);
  text->y = floor (self->plot.y + (self->plot.height - self->line_height) / 2);
}

/**
 * eqp_chart_geometry_new:
 * @data: what is drawn, copied
 * @width: of the whole chart, in points or logical pixels
 * @height: the same
 * @font_size: of its texts, in the same unit
 *
 * As eqp_chart_geometry_new_with_font() in the documents' typeface.
 *
 * Returns: (transfer full): the geometry
 */
EqpChartGeometry *
eqp_chart_geometry_new (const EqpChartData *data,
                        double              width,
                        double              height,
                        double              font_size)
{
  return eqp_chart_geometry_new_with_font (data, width, height, FONT_FAMILIES, font_size);
}

/**
 * eqp_chart_geometry_new_with_font:
 * @data: what is drawn, copied
 * @width: of the whole chart, in points or logical pixels
 * @height: the same
 * @families: names of typefaces, the first that is installed is taken
 * @font_size: of the texts, in the same unit
 *
 * Lays a chart out: the legend above, wrapped; the axis at the left; months below; the plot in what is left. Bars, ticks and the zero
 * line lie on whole units. A series that is hidden counts neither for the axis nor for picking. Texts are laid out here, once.
 *
 * Returns: (transfer full): the geometry
 */
EqpChartGeometry *
eqp_chart_geometry_new_with_font (const EqpChartData *data,
                                  double              width,
                                  double              height,
                                  const char         *families,
                                  double              font_size)
{
  EqpChartGeometry *self = g_new0 (EqpChartGeometry, 1);

  self->data = eqp_chart_data_copy (data);
  self->width = width;
  self->height = height;
  self->font_size = font_size;
  self->month_texts = g_array_new (FALSE, FALSE, sizeof (EqpChartText));
  init_font (self, families);
  place_plot (self, PADDING + _eqp_chart_geometry_place_legend (self) + ceil (self->line_height / 2));
  _eqp_chart_geometry_place_ticks (self);
  place_columns (self);
  place_bars (self);
  self->anchor = find_anchor (self->data);
  _eqp_chart_geometry_place_traces (self);
  _eqp_chart_geometry_place_months (self);
  place_sentence (self);
  return self;
}

/**
 * eqp_chart_geometry_free:
 * @self: (transfer full): a geometry
 */
void
eqp_chart_geometry_free (EqpChartGeometry *self)
{
  for (guint i = 0; i < self->n_ticks; i++)
    g_object_unref (self->tick_texts[i].layout);
  for (guint i = 0; i < self->month_texts->len; i++)
    g_object_unref (g_array_index (self->month_texts, EqpChartText, i).layout);
  for (guint i = 0; i < self->n_legend; i++)
    g_object_unref (self->legend[i].text.layout);
  g_clear_object (&self->empty.layout);
  g_array_unref (self->month_texts);
  g_free (self->tick_texts);
  g_free (self->ticks);
  g_free (self->bars);
  _eqp_chart_geometry_clear_traces (self);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  eqp_chart_data_free (self->data);
  g_free (self);
}

double
_eqp_chart_geometry_get_center (const EqpChartGeometry *self,
                                guint                   month)
{
  EqpRectangle column = eqp_chart_geometry_get_month (self, month);

  return floor (column.x + column.width / 2);
}

/**
 * eqp_chart_geometry_get_bar:
 * @self: a geometry
 * @month: the month's place among those drawn
 * @series: %EQP_SERIES_FC or %EQP_SERIES_FI
 * @rectangle: (out): the bar with the part still to come; of no height if it has no minutes, or less than half a pixel's worth
 *
 * Returns: whether there is such a bar: not when the series is hidden, nor when a column has less than two pixels
 */
gboolean
eqp_chart_geometry_get_bar (const EqpChartGeometry *self,
                            guint                   month,
                            EqpSeries               series,
                            EqpRectangle           *rectangle)
{
  if ((series != EQP_SERIES_FC && series != EQP_SERIES_FI) || self->bars == NULL || month >= self->data->n_months || !EQP_CHART_SHOWS (self->data, series))
    return FALSE;
  *rectangle = self->bars[2 * month + (series == EQP_SERIES_FI)].whole;
  return TRUE;
}

/**
 * eqp_chart_geometry_get_point:
 * @self: a geometry
 * @month: the month's place among those drawn
 * @series: %EQP_SERIES_CUMULATIVE, %EQP_SERIES_FORECAST or %EQP_SERIES_COMPARISON
 * @x: (out): the middle of the month
 * @y: (out): where its value lies
 *
 * Returns: whether the series is shown and has a value in that month
 */
gboolean
eqp_chart_geometry_get_point (const EqpChartGeometry *self,
                              guint                   month,
                              EqpSeries               series,
                              double                 *x,
                              double                 *y)
{
  const EqpChartMonth *values;
  gint64               minutes;

  if (month >= self->data->n_months || !EQP_CHART_SHOWS (self->data, series))
    return FALSE;
  values = &self->data->months[month];
  if (series == EQP_SERIES_CUMULATIVE && values->has_cumulative)
    minutes = values->cumulative;
  else if (series == EQP_SERIES_FORECAST && values->has_expected)
    minutes = values->expected;
  else if (series == EQP_SERIES_COMPARISON && values->has_comparison)
    minutes = values->comparison;
  else
    return FALSE;
  *x = _eqp_chart_geometry_get_center (self, month);
  *y = eqp_chart_geometry_get_y (self, minutes);
  return TRUE;
}

gboolean
_eqp_chart_geometry_get_joint (const EqpChartGeometry *self,
                               guint                   month,
                               EqpSeries               series,
                               double                 *x,
                               double                 *y)
{
  if (series != EQP_SERIES_FORECAST || (int)month != self->anchor)
    return eqp_chart_geometry_get_point (self, month, series, x, y);
  *x = _eqp_chart_geometry_get_center (self, month);
  *y = eqp_chart_geometry_get_y (self, self->data->months[month].cumulative);
  return EQP_CHART_SHOWS (self->data, series);
}

/**
 * eqp_chart_geometry_get_legend:
 * @self: a geometry
 * @series: a series
 * @rectangle: (out): the part of the legend that stands for it
 *
 * Returns: whether the legend lists it
 */
gboolean
eqp_chart_geometry_get_legend (const EqpChartGeometry *self,
                               EqpSeries               series,
                               EqpRectangle           *rectangle)
{
  for (guint i = 0; i < self->n_legend; i++)
    if (self->legend[i].series == series)
      {
        *rectangle = self->legend[i].bounds;
        return TRUE;
      }
  return FALSE;
}

/**
 * eqp_chart_geometry_get_plot:
 * @self: a geometry
 *
 * Returns: the area between the lowest and the highest tick
 */
EqpRectangle
eqp_chart_geometry_get_plot (const EqpChartGeometry *self)
{
  return self->plot;
}

/**
 * eqp_chart_geometry_get_month:
 * @self: a geometry
 * @month: the month's place among those drawn
 *
 * Returns: its column, from edge to edge of its neighbours'
 */
EqpRectangle
eqp_chart_geometry_get_month (const EqpChartGeometry *self,
                              guint                   month)
{
  double width = self->plot.width / MAX (self->data->n_months, 1);
  double left = floor (self->plot.x + month * width + 0.5);
  double right = floor (self->plot.x + (month + 1) * width + 0.5);

  return (EqpRectangle){ left, self->plot.y, right - left, self->plot.height };
}

/**
 * eqp_chart_geometry_get_y:
 * @self: a geometry
 * @minutes: a value
 *
 * Returns: where it lies, not rounded
 */
double
eqp_chart_geometry_get_y (const EqpChartGeometry *self,
                          gint64                  minutes)
{
  return self->plot.y + (double)(self->scale.high - minutes) * self->plot.height / (double)(self->scale.high - self->scale.low);
}

/**
 * eqp_chart_geometry_get_ticks:
 * @self: a geometry
 * @n_ticks: (out): how many
 *
 * Returns: (transfer none) (array length=n_ticks): the values of the axis, in minutes, from low to high
 */
const gint64 *
eqp_chart_geometry_get_ticks (const EqpChartGeometry *self,
                              guint                  *n_ticks)
{
  *n_ticks = self->n_ticks;
  return self->ticks;
}
