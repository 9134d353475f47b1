/* test-chart-traces.c — a chart of more months than pixels: each column of pixels shows all that its months reach */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/charts/eqp-chart-private.h"
#include "tests/test-folder.h"

#include <math.h>

#define WIDTH 600
#define HEIGHT 400
#define N_MONTHS 9000
#define N_KNOWN 4500
#define PEAK 1234

/* A balance that turns around zero, one month that stands out, a forecast for the second half. */
static EqpChartGeometry *
make_geometry (guint n_months,
               guint hidden)
{
  g_autofree EqpChartMonth *months = g_new0 (EqpChartMonth, n_months);
  EqpChartData              data = { EQP_LANGUAGE_EN, months, n_months, 0, hidden, NULL };

  for (guint i = 0; i < n_months; i++)
    {
      months[i].month = eqp_date_add_months (eqp_date_from_ymd (2026, 9, 1), (int)i);
      months[i].has_cumulative = i < N_KNOWN;
      months[i].cumulative = i == PEAK ? 90000 : i % 2 == 0 ? 600
                                                            : -600;
      months[i].has_expected = !months[i].has_cumulative;
      months[i].expected = 1200;
      months[i].low = -6000;
      months[i].high = 6000;
    }
  return eqp_chart_geometry_new (&data, WIDTH, HEIGHT, 11);
}

static guint
get_column (const EqpChartGeometry *geometry,
            guint                   month)
{
  return month * geometry->n_traced / N_MONTHS;
}

static void
test_spans (void)
{
  g_autoptr (EqpChartGeometry) geometry = make_geometry (N_MONTHS, 0);
  const EqpChartSpan *balance = geometry->traces[EQP_SERIES_CUMULATIVE];
  const EqpChartSpan *forecast = geometry->traces[EQP_SERIES_FORECAST];
  guint               last = get_column (geometry, N_KNOWN - 1);
  guint               first = get_column (geometry, N_KNOWN);

  g_assert_cmpuint (geometry->n_traced, ==, (guint)geometry->plot.width);
  for (guint i = 0; i < geometry->n_traced; i++)
    {
      g_assert_true ((balance[i].top <= balance[i].bottom) == (i <= last));
      /* Where the balance that is known ends, the forecast begins. */
      g_assert_true ((forecast[i].top <= forecast[i].bottom) == (i >= last));
      g_assert_true ((geometry->traced_band[i].top <= geometry->traced_band[i].bottom) == (i >= first));
    }
  g_assert_cmpfloat (balance[get_column (geometry, PEAK)].top, ==, eqp_chart_geometry_get_y (geometry, 90000));
  g_assert_cmpfloat (balance[1].top, ==, eqp_chart_geometry_get_y (geometry, 600));
  g_assert_cmpfloat (balance[1].bottom, ==, eqp_chart_geometry_get_y (geometry, -600));
  g_assert_cmpfloat (forecast[first + 1].top, ==, eqp_chart_geometry_get_y (geometry, 1200));
  g_assert_cmpfloat (geometry->traced_band[first + 1].top, ==, eqp_chart_geometry_get_y (geometry, 6000));
  g_assert_cmpfloat (geometry->traced_band[first + 1].bottom, ==, eqp_chart_geometry_get_y (geometry, -6000));
}

/* A month a pixel is still a line from point to point; a hidden series covers nothing. */
static void
test_only_where_needed (void)
{
  g_autoptr (EqpChartGeometry) few = make_geometry (60, 0);
  g_autoptr (EqpChartGeometry) hidden = make_geometry (N_MONTHS, 1u << EQP_SERIES_FORECAST);

  g_assert_cmpuint (few->n_traced, ==, 0);
  g_assert_null (few->traces[EQP_SERIES_CUMULATIVE]);
  for (guint i = 0; i < hidden->n_traced; i++)
    {
      g_assert_cmpfloat (hidden->traces[EQP_SERIES_FORECAST][i].top, >, hidden->traces[EQP_SERIES_FORECAST][i].bottom);
      g_assert_cmpfloat (hidden->traced_band[i].top, >, hidden->traced_band[i].bottom);
    }
}

static guint32
get_pixel (cairo_surface_t *surface,
           guint            x,
           guint            y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gsize)cairo_image_surface_get_stride (surface) * y;

  return ((const guint32 *)(gconstpointer)row)[x];
}

/* The line covers its span in every column of the half that is known, and the band its own behind the forecast's dashes. */
static void
test_pixels (void)
{
  g_autoptr (EqpChartGeometry) geometry = make_geometry (N_MONTHS, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  guint            left = (guint)geometry->plot.x;
  guint            zero = (guint)eqp_chart_geometry_get_y (geometry, 300);
  guint            dashes = (guint)floor (eqp_chart_geometry_get_y (geometry, 1200));
  guint32          ink;
  guint            n_dashed = 0;

  eqp_chart_draw (cr, geometry, EQP_PALETTE_LIGHT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  ink = get_pixel (surface, left + 1, zero);
  g_assert_cmphex (ink, !=, 0);
  for (guint i = 0; i < geometry->n_traced / 2; i++)
    g_assert_cmphex (get_pixel (surface, left + i, zero), ==, ink);
  for (guint i = geometry->n_traced / 2; i < geometry->n_traced; i++)
    {
      g_assert_cmphex (get_pixel (surface, left + i, dashes), !=, 0);
      n_dashed += get_pixel (surface, left + i, dashes) == ink;
    }
  g_assert_cmpuint (n_dashed, >, geometry->n_traced / 4);
  g_assert_cmpuint (n_dashed, <, geometry->n_traced / 2 - 10);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/chart-traces/spans", test_spans);
  g_test_add_func ("/chart-traces/only-where-needed", test_only_where_needed);
  g_test_add_func ("/chart-traces/pixels", test_pixels);
  return g_test_run ();
}
