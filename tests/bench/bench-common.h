/* bench-common.h — what the benchmarks share: clocks, medians, files to measure on, the line that says how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Every measure is taken beside its bare measure, in pairs, so that what else the machine does falls on both. */
typedef struct
{
  GArray *ours; /* (element-type double) milliseconds */
  GArray *bare;
} BenchPairs;

void bench_pairs_init (BenchPairs *self);
void bench_pairs_clear (BenchPairs *self);
void bench_pairs_add (BenchPairs *self,
                      double      ours,
                      double      bare);
/* The median of ours / bare, pair by pair. */
double bench_pairs_ratio (BenchPairs *self);

double bench_wall (void); /* milliseconds since some instant */
double bench_cpu (void);  /* milliseconds this process has computed */
/* @fraction: 0.5 is the median. */
double bench_quantile (GArray *values,
                       double  fraction);

/* The one line of a benchmark, on the standard output: "D1 ratio 1.234 target 1.600 met". */
void bench_report (const char *id,
                   double      ratio,
                   double      target);
/* What helps to understand it, on the standard error. */
void bench_note (const char *format,
                 ...) G_GNUC_PRINTF (1, 2);
/* A benchmark that cannot measure is no benchmark: ends the program. */
void bench_check (gboolean good,
                  GError  *error);

/* A folder beside the build's other files, to be removed with what is in it. */
char     *bench_folder_new (void);
void      bench_folder_free (char *folder);
EqpStore *bench_create (const char *folder,
                        const char *name,
                        gboolean    sample);
void      bench_import_people (EqpStore   *store,
                               const char *csv);
/* A file with the people of the table @csv. */
EqpStore *bench_create_people (const char *folder,
                               const char *name,
                               const char *csv);

G_END_DECLS
