/* bench-common.c — what the benchmarks share: clocks, medians, files to measure on, the line that says how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "interop/eqp-import.h"
#include "interop/eqp-new-file.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
read_clock (clockid_t clock)
{
  struct timespec instant;

  clock_gettime (clock, &instant);
  return (double)instant.tv_sec * 1e3 + (double)instant.tv_nsec / 1e6;
}

double
bench_wall (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

double
bench_cpu (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

double
bench_quantile (GArray *values,
                double  fraction)
{
  g_autoptr (GArray) sorted = g_array_copy (values);

  g_assert (sorted->len > 0);
  g_array_sort (sorted, compare_doubles);
  return g_array_index (sorted, double, MIN ((guint)(fraction * sorted->len), sorted->len - 1));
}

void
bench_pairs_init (BenchPairs *self)
{
  self->ours = g_array_new (FALSE, FALSE, sizeof (double));
  self->bare = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_pairs_clear (BenchPairs *self)
{
  g_clear_pointer (&self->ours, g_array_unref);
  g_clear_pointer (&self->bare, g_array_unref);
}

void
bench_pairs_add (BenchPairs *self,
                 double      ours,
                 double      bare)
{
  g_array_append_val (self->ours, ours);
  g_array_append_val (self->bare, bare);
}

double
bench_pairs_ratio (BenchPairs *self)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->ours->len; i++)
    {
      double ratio = g_array_index (self->ours, double, i) / g_array_index (self->bare, double, i);

      g_array_append_val (ratios, ratio);
    }
  return bench_quantile (ratios, 0.5);
}

void
bench_report (const char *id,
              double      ratio,
              double      target)
{
  printf ("%s ratio %.3f target %.3f %s\n", id, ratio, target, ratio <= target ? "met" : "missed");
  fflush (stdout);
}

void
bench_note (const char *format,
            ...)
{
  g_autofree char *note = NULL;
  va_list          arguments;

  va_start (arguments, format);
  note = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "  %s\n", note);
}

void
bench_check (gboolean good,
             GError  *error)
{
  if (good)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "A step of the benchmark failed.");
  exit (EXIT_FAILURE);
}

char *
bench_folder_new (void)
{
  char *folder = g_strdup ("bench-XXXXXX");

  bench_check (g_mkdtemp (folder) != NULL, NULL);
  return folder;
}

void
bench_folder_free (char *folder)
{
  test_remove_tree (folder);
  g_free (folder);
}

EqpStore *
bench_create (const char *folder,
              const char *name,
              gboolean    sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  EqpStore        *store = eqp_pole_create (path, sample, &error);

  bench_check (store != NULL, error);
  return store;
}

void
bench_import_people (EqpStore   *store,
                     const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = NULL;

  report = eqp_import_file (store, eqp_kind_find ("people"), csv, EQP_IMPORT_STRICT, NULL, NULL, NULL, &error);
  bench_check (report != NULL && report->refused->len == 0, error);
  bench_note ("%u people", report->added);
}

EqpStore *
bench_create_people (const char *folder,
                     const char *name,
                     const char *csv)
{
  EqpStore *store = bench_create (folder, name, FALSE);

  bench_import_people (store, csv);
  return store;
}
