/* test-chart-geometry.c — where everything of a chart is, in numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-sample.h"
#include "report/charts/eqp-chart-private.h"
#include "tests/test-folder.h"

#include <math.h>

#define FONT_SIZE 11

static const struct
{
  double width;
  double height;
} sizes[] = { { 1200, 500 }, { 600, 400 }, { 400, 300 }, { 1920, 900 }, { 320, 200 } };

typedef void (*Check) (const ChartSample      *sample,
                       const EqpChartGeometry *geometry);

/* Every size, 1 to 60 months, balances above and below zero, both languages. */
static void
for_each_geometry (Check check)
{
  static const guint counts[] = { 1, 3, 12, 24, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      for (int sign = -1; sign <= 1; sign += 2)
        {
          ChartSample sample;
          g_autoptr (EqpChartGeometry) geometry = NULL;

          chart_sample_init (&sample, counts[j], (counts[j] + 1) / 2, sign, j % 2 == 0 ? EQP_LANGUAGE_FR : EQP_LANGUAGE_EN);
          geometry = eqp_chart_geometry_new (&sample.data, sizes[i].width, sizes[i].height, FONT_SIZE);
          check (&sample, geometry);
        }
}

/* ---- scale ---- */

static gboolean
is_round (gint64 step)
{
  if (step % 60 != 0)
    return FALSE;
  step /= 60;
  while (step % 10 == 0)
    step /= 10;
  return step == 1 || step == 2 || step == 5;
}

static void
test_scale_steps (void)
{
  static const gint64 ranges[][2] = {
    { 0, 0 },
    { 0, 1 },
    { -1, 0 },
    { 0, 59 },
    { 0, 3600 },
    { -125 * 60, 43 * 60 },
    { -7, 999 * 60 },
    { 0, G_GINT64_CONSTANT (60000000000) },
    { -G_GINT64_CONSTANT (123456789012), 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (guint most = 0; most <= 12; most++)
      {
        EqpChartScale scale;

        _eqp_chart_scale_init (&scale, ranges[i][0], ranges[i][1], most);
        g_assert_true (is_round (scale.step));
        g_assert_cmpint (scale.low, <=, MIN (ranges[i][0], 0));
        g_assert_cmpint (scale.high, >=, MAX (ranges[i][1], 0));
        g_assert_cmpint (scale.low % scale.step, ==, 0);
        g_assert_cmpint (scale.high % scale.step, ==, 0);
        g_assert_cmpint (scale.high, >, scale.low);
        g_assert_cmpint ((scale.high - scale.low) / scale.step, <=, MAX (most, 2));
        /* No tick lies wholly beyond the values. */
        if (ranges[i][1] > 0)
          g_assert_cmpint (scale.high - scale.step, <, ranges[i][1]);
        if (ranges[i][0] < 0)
          g_assert_cmpint (scale.low + scale.step, >, ranges[i][0]);
      }
}

static void
test_scale_examples (void)
{
  EqpChartScale scale;

  _eqp_chart_scale_init (&scale, 0, 310 * 60, 10);
  g_assert_cmpint (scale.step, ==, 50 * 60);
  g_assert_cmpint (scale.high, ==, 350 * 60);
  _eqp_chart_scale_init (&scale, -1440 * 60, 660 * 60, 5);
  g_assert_cmpint (scale.step, ==, 500 * 60);
  g_assert_cmpint (scale.low, ==, -1500 * 60);
  g_assert_cmpint (scale.high, ==, 1000 * 60);
}

static void
check_ticks (const ChartSample      *sample,
             const EqpChartGeometry *geometry)
{
  EqpRectangle  plot = eqp_chart_geometry_get_plot (geometry);
  guint         n_ticks;
  const gint64 *ticks = eqp_chart_geometry_get_ticks (geometry, &n_ticks);
  gboolean      has_zero = FALSE;

  g_assert_cmpuint (n_ticks, >=, 2);
  for (guint i = 0; i < n_ticks; i++)
    {
      double y = eqp_chart_geometry_get_y (geometry, ticks[i]);

      g_assert_cmpfloat (y, ==, floor (y));
      has_zero |= ticks[i] == 0;
      if (i > 0)
        g_assert_cmpint (ticks[i] - ticks[i - 1], ==, ticks[1] - ticks[0]);
    }
  g_assert_true (has_zero);
  g_assert_true (is_round (ticks[1] - ticks[0]));
  g_assert_cmpfloat (eqp_chart_geometry_get_y (geometry, ticks[0]), ==, plot.y + plot.height);
  g_assert_cmpfloat (eqp_chart_geometry_get_y (geometry, ticks[n_ticks - 1]), ==, plot.y);
  for (guint i = 0; i < sample->data.n_months; i++)
    {
      g_assert_cmpint (sample->months[i].fc_expected, <=, ticks[n_ticks - 1]);
      g_assert_cmpint (sample->months[i].low, >=, ticks[0]);
      g_assert_cmpint (sample->months[i].comparison, >=, ticks[0]);
    }
  g_assert_cmpint (-sample->data.tolerance, >=, ticks[0]);
}

static void
test_ticks (void)
{
  for_each_geometry (check_ticks);
}

/* ---- bars ---- */

static gboolean
contains (const EqpRectangle *outer,
          const EqpRectangle *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

static void
check_bars (const ChartSample      *sample,
            const EqpChartGeometry *geometry)
{
  EqpRectangle plot = eqp_chart_geometry_get_plot (geometry);
  double       zero = eqp_chart_geometry_get_y (geometry, 0);
  double       right = plot.x;

  for (guint i = 0; i < sample->data.n_months; i++)
    {
      EqpRectangle column = eqp_chart_geometry_get_month (geometry, i);

      g_assert_cmpfloat (column.x, >=, plot.x);
      g_assert_cmpfloat (column.x + column.width, <=, plot.x + plot.width);
      for (EqpSeries series = EQP_SERIES_FC; series <= EQP_SERIES_FI; series++)
        {
          gint64       minutes = series == EQP_SERIES_FC ? sample->months[i].fc_expected : sample->months[i].fi_expected;
          EqpRectangle bar;

          g_assert_true (eqp_chart_geometry_get_bar (geometry, i, series, &bar));
          g_assert_true (contains (&plot, &bar));
          g_assert_true (contains (&column, &bar));
          g_assert_cmpfloat (bar.x, >=, right);
          g_assert_cmpfloat (bar.width, >=, 1);
          g_assert_cmpfloat (bar.x, ==, floor (bar.x));
          g_assert_cmpfloat (bar.width, ==, floor (bar.width));
          g_assert_cmpfloat (bar.y + bar.height, ==, zero);
          /* Exact to the pixel. */
          g_assert_cmpfloat (bar.height, ==, zero - floor (eqp_chart_geometry_get_y (geometry, minutes) + 0.5));
          right = bar.x + bar.width;
        }
    }
}

static void
test_bars (void)
{
  for_each_geometry (check_bars);
}

static void
test_bar_parts (void)
{
  ChartSample sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  EqpRectangle       bar;
  const EqpChartBar *parts;

  chart_sample_init (&sample, 12, 4, 1, EQP_LANGUAGE_EN);
  sample.months[0].fc = -90 * 60; /* counter-entries */
  sample.months[0].fc_expected = -90 * 60;
  sample.months[1].fi = -30 * 60;
  sample.months[1].fi_expected = 60 * 60;
  geometry = eqp_chart_geometry_new (&sample.data, 1200, 500, FONT_SIZE);
  /* Below zero. */
  g_assert_true (eqp_chart_geometry_get_bar (geometry, 0, EQP_SERIES_FC, &bar));
  g_assert_cmpfloat (bar.y, ==, eqp_chart_geometry_get_y (geometry, 0));
  g_assert_cmpfloat (bar.y + bar.height, ==, floor (eqp_chart_geometry_get_y (geometry, -90 * 60) + 0.5));
  /* Both sides of zero. */
  parts = &geometry->bars[3];
  g_assert_cmpfloat (parts->done.y, ==, parts->coming.y + parts->coming.height);
  g_assert_cmpfloat (parts->whole.height, ==, parts->done.height + parts->coming.height);
  /* Half done: the part to come stands on the other. */
  parts = &geometry->bars[6];
  g_assert_cmpfloat (parts->coming.height, >, 0);
  g_assert_cmpfloat (parts->coming.y + parts->coming.height, ==, parts->done.y);
  g_assert_cmpfloat (parts->coming.y, ==, parts->whole.y);
  /* Nothing at all. */
  g_assert_false (eqp_chart_geometry_get_bar (geometry, 12, EQP_SERIES_FC, &bar));
  g_assert_false (eqp_chart_geometry_get_bar (geometry, 0, EQP_SERIES_CUMULATIVE, &bar));
}

/* ---- points ---- */

static void
check_points (const ChartSample      *sample,
              const EqpChartGeometry *geometry)
{
  guint half = (sample->data.n_months + 1) / 2;

  for (guint i = 0; i < sample->data.n_months; i++)
    {
      EqpRectangle column = eqp_chart_geometry_get_month (geometry, i);
      double       x;
      double       y;

      g_assert_cmpint (eqp_chart_geometry_get_point (geometry, i, EQP_SERIES_CUMULATIVE, &x, &y), ==, i < half);
      if (i < half)
        {
          g_assert_cmpfloat (y, ==, eqp_chart_geometry_get_y (geometry, sample->months[i].cumulative));
          g_assert_cmpfloat (fabs (x - column.x - column.width / 2), <, 1);
        }
      g_assert_cmpint (eqp_chart_geometry_get_point (geometry, i, EQP_SERIES_FORECAST, &x, &y), ==, i + 1 >= half);
      g_assert_true (eqp_chart_geometry_get_point (geometry, i, EQP_SERIES_COMPARISON, &x, &y));
      g_assert_false (eqp_chart_geometry_get_point (geometry, i, EQP_SERIES_TOLERANCE, &x, &y));
    }
  g_assert_cmpint (geometry->anchor, ==, (int)half - 2);
}

static void
test_points (void)
{
  for_each_geometry (check_points);
}

/* ---- picking ---- */

static void
assert_picks (const EqpChartGeometry *geometry,
              double                  x,
              double                  y,
              EqpChartItemKind        kind,
              EqpSeries               series,
              guint                   month)
{
  EqpChartItem item = eqp_chart_geometry_pick (geometry, x, y);

  g_assert_cmpint (item.kind, ==, kind);
  g_assert_cmpint (item.series, ==, series);
  g_assert_cmpuint (item.month, ==, month);
}

static void
check_pick (const ChartSample      *sample,
            const EqpChartGeometry *geometry)
{
  EqpRectangle plot = eqp_chart_geometry_get_plot (geometry);

  for (guint i = 0; i < sample->data.n_months; i++)
    for (EqpSeries series = EQP_SERIES_FC; series <= EQP_SERIES_FI; series++)
      {
        EqpRectangle bar;

        g_assert_true (eqp_chart_geometry_get_bar (geometry, i, series, &bar));
        if (bar.height > 0)
          assert_picks (geometry, bar.x + bar.width / 2, bar.y + bar.height / 2, EQP_CHART_ITEM_BAR, series, i);
      }
  for (EqpSeries series = 0; series < EQP_N_SERIES; series++)
    {
      EqpRectangle entry;

      if (eqp_chart_geometry_get_legend (geometry, series, &entry))
        assert_picks (geometry, entry.x + entry.width / 2, entry.y + entry.height / 2, EQP_CHART_ITEM_LEGEND, series, 0);
    }
  assert_picks (geometry, plot.x - 1, plot.y + 10, EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0);
  assert_picks (geometry, plot.x + 10, plot.y + plot.height, EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0);
}

static void
test_pick (void)
{
  for_each_geometry (check_pick);
}

static void
test_pick_points_and_months (void)
{
  ChartSample sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  EqpRectangle column;
  double       x;
  double       y;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  geometry = eqp_chart_geometry_new (&sample.data, 1200, 500, FONT_SIZE);
  for (guint i = 0; i < 12; i++)
    {
      EqpSeries series = i < 6 ? EQP_SERIES_CUMULATIVE : EQP_SERIES_FORECAST;

      g_assert_true (eqp_chart_geometry_get_point (geometry, i, series, &x, &y));
      assert_picks (geometry, x, y, EQP_CHART_ITEM_POINT, series, i);
      column = eqp_chart_geometry_get_month (geometry, i);
      assert_picks (geometry, column.x + 1, column.y + column.height - 1, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, i);
      assert_picks (geometry, column.x + column.width - 0.5, column.y + 1, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, i);
    }
}

/* ---- hidden, empty, narrow ---- */

static void
test_hidden (void)
{
  ChartSample sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  EqpRectangle  rectangle;
  guint         n_ticks;
  const gint64 *ticks;
  double        x;
  double        y;

  chart_sample_init (&sample, 12, 6, -1, EQP_LANGUAGE_EN);
  sample.data.hidden = 1u << EQP_SERIES_FC | 1u << EQP_SERIES_CUMULATIVE | 1u << EQP_SERIES_FORECAST;
  geometry = eqp_chart_geometry_new (&sample.data, 1200, 500, FONT_SIZE);
  g_assert_false (eqp_chart_geometry_get_bar (geometry, 3, EQP_SERIES_FC, &rectangle));
  g_assert_true (eqp_chart_geometry_get_bar (geometry, 3, EQP_SERIES_FI, &rectangle));
  g_assert_false (eqp_chart_geometry_get_point (geometry, 3, EQP_SERIES_CUMULATIVE, &x, &y));
  g_assert_false (eqp_chart_geometry_get_point (geometry, 9, EQP_SERIES_FORECAST, &x, &y));
  /* What is to come is the forecast's. */
  g_assert_true (eqp_chart_geometry_get_bar (geometry, 9, EQP_SERIES_FI, &rectangle));
  g_assert_cmpfloat (rectangle.height, ==, 0);
  /* The axis no longer goes down to balances that are not shown. */
  ticks = eqp_chart_geometry_get_ticks (geometry, &n_ticks);
  g_assert_cmpint (ticks[0], >=, -100 * 60);
  /* The legend keeps what it can bring back. */
  for (EqpSeries series = 0; series < EQP_N_SERIES; series++)
    g_assert_true (eqp_chart_geometry_get_legend (geometry, series, &rectangle));
}

static void
test_empty (void)
{
  const EqpChartData nothing = { .language = EQP_LANGUAGE_EN, .tolerance = 600 };
  ChartSample        sample;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_FR);
  for (guint i = 0; i < 12; i++)
    sample.months[i] = (EqpChartMonth){ .month = sample.months[i].month, .has_cumulative = TRUE };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EqpChartGeometry) geometry = eqp_chart_geometry_new (i == 0 ? &nothing : &sample.data, 600, 400, FONT_SIZE);
      EqpRectangle  plot = eqp_chart_geometry_get_plot (geometry);
      guint         n_ticks;
      const gint64 *ticks = eqp_chart_geometry_get_ticks (geometry, &n_ticks);

      g_assert_cmpuint (n_ticks, >=, 2);
      g_assert_cmpint (ticks[0], ==, 0);
      g_assert_nonnull (geometry->empty.layout);
      g_assert_cmpfloat (geometry->empty.x, >=, plot.x);
      g_assert_cmpfloat (geometry->empty.x + geometry->empty.width, <=, plot.x + plot.width);
      g_assert_cmpfloat (geometry->empty.y, >, plot.y);
      g_assert_cmpfloat (geometry->empty.y + geometry->line_height, <, plot.y + plot.height);
      g_assert_cmpuint (geometry->month_texts->len, ==, i == 0 ? 0 : 12 + 2);
    }
}

static void
check_texts (const ChartSample      *sample,
             const EqpChartGeometry *geometry)
{
  double right[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double bottom = 0;

  for (guint i = 0; i < geometry->month_texts->len; i++)
    {
      const EqpChartText *text = &g_array_index (geometry->month_texts, EqpChartText, i);
      guint               row = text->y > geometry->plot.y + geometry->plot.height + geometry->line_height / 2;

      g_assert_cmpfloat (text->x, >, right[row]);
      g_assert_cmpfloat (text->x, >=, 0);
      g_assert_cmpfloat (text->x + text->width, <=, geometry->width);
      g_assert_cmpfloat (text->y + geometry->line_height, <=, geometry->height);
      right[row] = text->x + text->width;
    }
  for (guint i = 0; i < geometry->n_ticks; i++)
    {
      g_assert_cmpfloat (geometry->tick_texts[i].x, >=, 0);
      g_assert_cmpfloat (geometry->tick_texts[i].x + geometry->tick_texts[i].width, <, geometry->plot.x);
    }
  for (guint i = 0; i < geometry->n_legend; i++)
    {
      const EqpRectangle *entry = &geometry->legend[i].bounds;

      g_assert_cmpfloat (entry->x + entry->width, <=, geometry->width);
      g_assert_cmpfloat (entry->y + entry->height, <, geometry->plot.y);
      if (i > 0 && entry->y == geometry->legend[i - 1].bounds.y)
        g_assert_cmpfloat (entry->x, >=, geometry->legend[i - 1].bounds.x + geometry->legend[i - 1].bounds.width);
      else
        g_assert_cmpfloat (entry->y, >=, bottom);
      bottom = entry->y + entry->height;
    }
}

static void
test_texts_do_not_touch (void)
{
  for_each_geometry (check_texts);
}

/* Sizes that a window passes through, and far more months than pixels. */
static void
test_extremes (void)
{
  static const double small[] = { 1, 20, 60, 120 };
  ChartSample         sample;

  chart_sample_init (&sample, 120, 60, 1, EQP_LANGUAGE_FR);
  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    for (guint j = 0; j < G_N_ELEMENTS (small); j++)
      {
        g_autoptr (EqpChartGeometry) geometry = eqp_chart_geometry_new (&sample.data, small[i], small[j], FONT_SIZE);
        EqpRectangle plot = eqp_chart_geometry_get_plot (geometry);
        EqpRectangle bar;
        EqpRectangle last = eqp_chart_geometry_get_month (geometry, 119);

        g_assert_cmpfloat (plot.width, >=, 1);
        g_assert_cmpfloat (plot.height, >=, 1);
        g_assert_cmpfloat (last.x + last.width, ==, plot.x + plot.width);
        g_assert_false (eqp_chart_geometry_get_bar (geometry, 0, EQP_SERIES_FC, &bar));
        eqp_chart_geometry_pick (geometry, plot.x, plot.y);
      }
}

static void
test_copy (void)
{
  ChartSample sample;
  g_autoptr (EqpChartData) copy = NULL;
  g_autofree char *label = g_strdup ("2025–2026");

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_FR);
  sample.data.comparison_label = label;
  copy = eqp_chart_data_copy (&sample.data);
  sample.months[3].fc = 1;
  label[0] = 'x';
  g_assert_cmpint (copy->months[3].fc, ==, 190 * 60 + 30);
  g_assert_cmpstr (copy->comparison_label, ==, "2025–2026");
  g_assert_cmpuint (copy->n_months, ==, 12);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  eqp_language_init ();

  g_test_add_func ("/chart-geometry/scale-steps", test_scale_steps);
  g_test_add_func ("/chart-geometry/scale-examples", test_scale_examples);
  g_test_add_func ("/chart-geometry/ticks", test_ticks);
  g_test_add_func ("/chart-geometry/bars", test_bars);
  g_test_add_func ("/chart-geometry/bar-parts", test_bar_parts);
  g_test_add_func ("/chart-geometry/points", test_points);
  g_test_add_func ("/chart-geometry/pick", test_pick);
  g_test_add_func ("/chart-geometry/pick-points-and-months", test_pick_points_and_months);
  g_test_add_func ("/chart-geometry/hidden", test_hidden);
  g_test_add_func ("/chart-geometry/empty", test_empty);
  g_test_add_func ("/chart-geometry/texts-do-not-touch", test_texts_do_not_touch);
  g_test_add_func ("/chart-geometry/extremes", test_extremes);
  g_test_add_func ("/chart-geometry/copy", test_copy);

  return g_test_run ();
}
