/* eqp-chart-labels.c — the texts around a chart: legend, axis, months */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-labels"

#include "config.h"

#include <math.h>

#include "base/eqp-duration.h"
#include "report/charts/eqp-chart-private.h"

#define PADDING 4.0
#define SWATCH_WIDTH 1.7 /* lines of text */
#define SWATCH_GAP 6.0
#define ENTRY_PADDING 4.0
#define ENTRY_GAP 8.0
#define ROW_GAP 2.0

/* A legend that took more of a small chart would leave nothing to explain. */
#define MOST_LEGEND 0.4

static void
make_entry (EqpChartGeometry *self,
            EqpSeries         series)
{
  EqpChartLegend  *entry = &self->legend[self->n_legend];
  g_autofree char *label = _eqp_chart_dup_legend (self->data, series);
  double           swatch = floor (self->line_height * SWATCH_WIDTH);
  double           most = MAX (self->width - 2 * PADDING - 2 * ENTRY_PADDING - swatch - SWATCH_GAP, 1);

  if (!eqp_chart_data_has_series (self->data, series))
    return;
  entry->series = series;
  entry->text.layout = _eqp_chart_geometry_set_text (self, label, &entry->text.width);
  if (entry->text.width > most)
    {
      pango_layout_set_width (entry->text.layout, (int)(most * PANGO_SCALE));
      pango_layout_set_ellipsize (entry->text.layout, PANGO_ELLIPSIZE_END);
      entry->text.width = most;
    }
  entry->bounds.width = ceil (2 * ENTRY_PADDING + swatch + SWATCH_GAP + entry->text.width);
  entry->bounds.height = self->line_height + ENTRY_PADDING;
  entry->swatch.width = swatch;
  entry->swatch.height = floor (self->line_height * 0.75);
  self->n_legend++;
}

static void
move_entry (EqpChartGeometry *self,
            EqpChartLegend   *entry,
            double            x,
            double            y)
{
  entry->bounds.x = x;
  entry->bounds.y = y;
  entry->swatch.x = x + ENTRY_PADDING;
  entry->swatch.y = floor (y + (entry->bounds.height - entry->swatch.height) / 2);
  entry->text.x = entry->swatch.x + entry->swatch.width + SWATCH_GAP;
  entry->text.y = floor (y + (entry->bounds.height - self->line_height) / 2);
}

/* The legend's entries from left to right, line after line; returns the height they take. */
double
_eqp_chart_geometry_place_legend (EqpChartGeometry *self)
{
  double x = PADDING;
  double y = PADDING;
  double height;

  for (EqpSeries series = 0; series < EQP_N_SERIES; series++)
    make_entry (self, series);
  height = self->legend[0].bounds.height;
  for (guint i = 0; i < self->n_legend; i++)
    {
      EqpChartLegend *entry = &self->legend[i];

      if (x > PADDING && x + entry->bounds.width > self->width - PADDING)
        {
          x = PADDING;
          y += height + ROW_GAP;
        }
      move_entry (self, entry, x, y);
      x += entry->bounds.width + ENTRY_GAP;
    }
  if (y + height <= self->height * MOST_LEGEND)
    return y + height - PADDING;
  while (self->n_legend > 0)
    g_object_unref (self->legend[--self->n_legend].text.layout);
  return 0;
}

/* Texts of the axis; they are put in their place once the plot's is known. */
void
_eqp_chart_geometry_place_ticks (EqpChartGeometry *self)
{
  self->tick_texts = g_new0 (EqpChartText, self->n_ticks);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      g_autofree char *label = eqp_duration_format (self->ticks[i], self->data->language);

      self->tick_texts[i].layout = _eqp_chart_geometry_set_text (self, label, &self->tick_texts[i].width);
    }
}

/* The smallest stride of months with which labels of @width do not touch. */
static guint
choose_stride (const EqpChartGeometry *self,
               double                  width)
{
  static const guint strides[] = { 1, 2, 3, 4, 6, 12, 24, 36, 60, 120 };
  double             column = self->plot.width / self->data->n_months;
  guint              stride = self->data->n_months;

  for (guint i = G_N_ELEMENTS (strides); i-- > 0;)
    if (strides[i] * column >= width + self->font_size * 0.7)
      stride = strides[i];
  return stride;
}

static void
add_month_text (EqpChartGeometry *self,
                const char       *label,
                double            center,
                guint             row)
{
  EqpChartText text = { 0 };

  text.layout = _eqp_chart_geometry_set_text (self, label, &text.width);
  text.x = floor (center - text.width / 2);
  text.y = self->plot.y + self->plot.height + 4 + row * self->line_height;
  g_array_append_val (self->month_texts, text);
}

static double
measure_months (const EqpChartGeometry *self)
{
  guint  n_months = MIN (self->data->n_months, 12);
  double widest = 0;

  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *label = _eqp_chart_dup_month (self->data->months[i].month, self->data->language, TRUE);
      g_autoptr (PangoLayout) layout = NULL;
      double width;

      layout = _eqp_chart_geometry_set_text (self, label, &width);
      widest = MAX (widest, width);
    }
  return widest;
}

/* Months below their columns, as many as there is room for; the year under the first one that shows it. */
void
_eqp_chart_geometry_place_months (EqpChartGeometry *self)
{
  const EqpChartData *data = self->data;
  double              widest = data->n_months > 0 ? measure_months (self) : 0;
  guint               stride = data->n_months > 0 ? choose_stride (self, MAX (widest, self->font_size * 2.4)) : 1;
  int                 shown_year = 0;

  for (guint i = 0; i < data->n_months; i += stride)
    {
      g_autofree char *label = _eqp_chart_dup_month (data->months[i].month, data->language, TRUE);
      char             year_label[12];
      double           center = _eqp_chart_geometry_get_center (self, i);
      int              year;
      int              month;
      int              day;

      if (i > 0 && center + widest / 2 > self->width)
        break;
      add_month_text (self, label, center, 0);
      eqp_date_get_ymd (data->months[i].month, &year, &month, &day);
      if (year == shown_year)
        continue;
      g_snprintf (year_label, sizeof year_label, "%d", year);
      add_month_text (self, year_label, center, 1);
      shown_year = year;
    }
}
