/* bench-chart.c — drawing the balance chart, against filling its area: K1 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "report/charts/eqp-chart.h"

#include <stdio.h>
#include <stdlib.h>

#define WIDTH 1200
#define HEIGHT 700
#define FONT_SIZE 11
#define N_WARM_UP 20
#define N_ROUNDS 200
/* A chart of very many points may take seconds. */
#define MANY_MONTHS 1000
#define N_LONG_ROUNDS 3
#define TARGET 25

/* Half of the months past, half to come; hours of both sides that differ from month to month. */
static EqpChartData *
make_data (guint n_months)
{
  g_autofree EqpChartMonth *months = g_new0 (EqpChartMonth, n_months);
  EqpChartData              data = { EQP_LANGUAGE_FR, months, n_months, 50 * 60, 0, "2025–2026" };
  gint64                    balance = 0;

  for (guint i = 0; i < n_months; i++)
    {
      EqpChartMonth *month = &months[i];

      month->month = eqp_date_add_months (eqp_date_from_ymd (2026, 9, 1), (int)i);
      month->fc_expected = 6000 + (gint64)(i * 7919 % 12000);
      month->fi_expected = 6000 + (gint64)(i * 104729 % 12000);
      balance += month->fc_expected - month->fi_expected;
      month->fc = i < n_months / 2 ? month->fc_expected : month->fc_expected / 3;
      month->fi = i < n_months / 2 ? month->fi_expected : month->fi_expected / 3;
      month->has_cumulative = i < n_months / 2;
      month->cumulative = month->expected = balance;
      month->has_expected = !month->has_cumulative;
      month->low = balance - 3000;
      month->high = balance + 3000;
      month->has_comparison = TRUE;
      month->comparison = -balance / 2;
    }
  return eqp_chart_data_copy (&data);
}

static double
fill (cairo_t *cr)
{
  double start = bench_cpu ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return bench_cpu () - start;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EqpChartData) data = NULL;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  cairo_surface_t *surface;
  cairo_t         *cr;
  BenchPairs       pairs;
  guint            n_warm_up;
  guint            n_rounds;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-chart ID MONTHS\n");
      return 2;
    }
  eqp_language_init ();
  data = make_data ((guint)atoi (argv[2]));
  geometry = eqp_chart_geometry_new (data, WIDTH, HEIGHT, FONT_SIZE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cr = cairo_create (surface);
  n_warm_up = data->n_months > MANY_MONTHS ? 1 : N_WARM_UP;
  n_rounds = data->n_months > MANY_MONTHS ? N_LONG_ROUNDS : N_ROUNDS;
  bench_pairs_init (&pairs);
  for (guint i = 0; i < n_warm_up + n_rounds; i++)
    {
      double bare = fill (cr);
      double start = bench_cpu ();
      double ours;

      fill (cr);
      eqp_chart_draw (cr, geometry, EQP_PALETTE_LIGHT, NULL);
      ours = bench_cpu () - start;
      if (i >= n_warm_up)
        bench_pairs_add (&pairs, ours, bare);
    }
  bench_note ("fill %.4f ms, chart %.4f ms", bench_quantile (pairs.bare, 0.5), bench_quantile (pairs.ours, 0.5));
  bench_report (argv[1], bench_pairs_ratio (&pairs), TARGET);
  bench_pairs_clear (&pairs);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
