/* bench-ledger-list.c — L1: a ledger of a million lines opened, scrolled, filtered and sorted, against one of 1,000 or the bare SELECT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-ledger-file.h"

#include "base/eqp-language.h"
#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-query-model.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* As the page sorts them. */
#define BY_DATE "date DESC, start_time DESC"
#define BY_HOURS "coalesce (certified, done, planned, requested), date"
#define TO_CERTIFY "done IS NOT NULL AND certified IS NULL"
/* What a list view of GTK asks for before its first frame, and for a jump, whatever its height. */
#define FIRST_ROWS 205
#define N_OPENINGS 51
#define N_JUMPS 400
#define N_PAIRS 5
#define SEED 2026

/* Milliseconds: one frame at 60 Hz. */
#define FRAME 16.7
/* Bytes that a list may take beyond those of a list of 1,000 rows. */
#define MEMORY_LIMIT (2.0 * 1024 * 1024)
#define OPEN_TARGET 1.1
/* The first screen, then all of it: the SELECT may be run twice. */
#define SELECT_TARGET 2.0

static void
show_rows (EqpQueryModel *model,
           guint          position)
{
  GListModel *list = G_LIST_MODEL (model);
  guint       end = MIN (g_list_model_get_n_items (list), position + FIRST_ROWS);

  for (guint i = position; i < end; i++)
    {
      g_autoptr (EqpRecord) line = g_list_model_get_item (list, i);

      bench_check (eqp_record_get_date (line, EQP_INTERVENTION_DATE) != EQP_DATE_NONE, NULL);
    }
}

static EqpQueryModel *
open_list (EqpStore *store)
{
  EqpQueryModel *model = eqp_query_model_new (store, &eqp_intervention_entity);

  eqp_query_model_set_order (model, BY_DATE);
  show_rows (model, 0);
  return model;
}

/* What comes after the first rows is read when nothing else is to be done. *longest: (optional): the longest that it kept the loop. */
static double
time_rest (double *longest)
{
  double start = bench_cpu ();
  double last = start;
  double most = 0.0;

  while (g_main_context_iteration (NULL, FALSE))
    {
      double now = bench_cpu ();

      most = MAX (most, now - last);
      last = now;
    }
  if (longest != NULL)
    *longest = most;
  return bench_cpu () - start;
}

static double
time_opening (EqpStore *store)
{
  double start = bench_cpu ();
  g_autoptr (EqpQueryModel) model = open_list (store);

  return bench_cpu () - start;
}

static void
measure_open (EqpStore *store,
              EqpStore *small)
{
  g_autoptr (EqpQueryModel) model = NULL;
  BenchPairs pairs;
  double     longest;
  double     rest;

  bench_pairs_init (&pairs);
  for (guint i = 0; i < N_OPENINGS; i++)
    bench_pairs_add (&pairs, time_opening (store), time_opening (small));
  model = open_list (store);
  rest = time_rest (&longest);
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (model)) == BENCH_LINES, NULL);
  bench_note ("first %d rows of a million %.3f ms, of 1,000 %.3f ms; the rest, when idle: %.0f ms, %.1f ms at a time at most", FIRST_ROWS,
              bench_quantile (pairs.ours, 0.5), bench_quantile (pairs.bare, 0.5), rest, longest);
  bench_report ("L1-ledger-open", bench_pairs_ratio (&pairs), OPEN_TARGET);
  bench_pairs_clear (&pairs);
}

static double
get_allocated (void)
{
  struct mallinfo2 memory = mallinfo2 ();

  return (double)(memory.uordblks + memory.hblkhd);
}

/* Bytes for an open list. It is opened once before, so that SQLite's pages, as many for any list, are there. */
static double
measure_opened (EqpStore *store)
{
  double start = 0.0;
  double opened = 0.0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EqpQueryModel) model = NULL;

      start = get_allocated ();
      model = open_list (store);
      time_rest (NULL);
      opened = get_allocated () - start;
    }
  return opened;
}

static void
measure_memory (EqpStore *store,
                EqpStore *small)
{
  double few = measure_opened (small);
  double many = measure_opened (store);

  bench_note ("a million lines: %.0f KiB; 1,000: %.0f KiB", many / 1024, few / 1024);
  bench_report ("L1-ledger-memory", (many - few) / MEMORY_LIMIT, 1.0);
}

static double
time_select (sqlite3    *database,
             const char *sql)
{
  double        start = bench_cpu ();
  sqlite3_stmt *query;
  guint         n_rows = 0;

  bench_sqlite_check (database, sqlite3_prepare_v2 (database, sql, -1, &query, NULL));
  while (sqlite3_step (query) == SQLITE_ROW)
    n_rows++;
  bench_sqlite_check (database, sqlite3_finalize (query));
  bench_check (n_rows > 0, NULL);
  return bench_cpu () - start;
}

static void
measure_scroll (EqpStore *store,
                sqlite3  *database)
{
  g_autoptr (EqpQueryModel) model = open_list (store);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  time_rest (NULL);
  for (guint i = 0; i < N_JUMPS; i++)
    {
      guint            position = (guint)g_rand_int_range (random, 0, BENCH_LINES - FIRST_ROWS);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM intervention ORDER BY " BY_DATE ", id DESC LIMIT %d OFFSET %u", FIRST_ROWS, position);
      double           start = bench_cpu ();

      show_rows (model, position);
      bench_pairs_add (&pairs, bench_cpu () - start, i < N_PAIRS ? time_select (database, sql) : FRAME);
    }
  bench_note ("a jump: median %.2f ms, p95 %.2f ms, p99 %.2f ms; by OFFSET %.0f ms", bench_quantile (pairs.ours, 0.5),
              bench_quantile (pairs.ours, 0.95), bench_quantile (pairs.ours, 0.99), bench_quantile (pairs.bare, 1.0));
  bench_report ("L1-ledger-scroll", bench_quantile (pairs.ours, 0.95) / FRAME, 1.0);
  bench_pairs_clear (&pairs);
}

/* The list asked for otherwise, until all of it is there. */
static void
measure_query (const char *id,
               EqpStore   *store,
               sqlite3    *database,
               const char *where,
               const char *order)
{
  g_autoptr (EqpQueryModel) model = open_list (store);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM intervention WHERE %s ORDER BY %s", where, order);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  double     longest = 0.0;
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      double start;
      double shown;

      eqp_query_model_set_where (model, "1");
      eqp_query_model_set_order (model, BY_DATE);
      time_rest (NULL);
      start = bench_cpu ();
      if (strcmp (order, BY_DATE) == 0)
        eqp_query_model_set_where (model, where);
      else
        eqp_query_model_set_order (model, order);
      show_rows (model, 0);
      shown = bench_cpu () - start;
      g_array_append_val (first, shown);
      bench_pairs_add (&pairs, shown + time_rest (&longest), time_select (database, sql));
    }
  bench_note ("first screen %.1f ms, all of it %.0f ms (%.0f ms at a time at most); the SELECT %.0f ms", bench_quantile (first, 0.5),
              bench_quantile (pairs.ours, 0.5), longest, bench_quantile (pairs.bare, 0.5));
  bench_report (id, bench_pairs_ratio (&pairs), SELECT_TARGET);
  bench_pairs_clear (&pairs);
}

static void
measure (const char *id,
         EqpStore   *store,
         EqpStore   *small,
         sqlite3    *database)
{
  if (strcmp (id, "L1-ledger-open") == 0)
    measure_open (store, small);
  else if (strcmp (id, "L1-ledger-memory") == 0)
    measure_memory (store, small);
  else if (strcmp (id, "L1-ledger-scroll") == 0)
    measure_scroll (store, database);
  else if (strcmp (id, "L1-ledger-filter") == 0)
    measure_query (id, store, database, TO_CERTIFY, BY_DATE);
  else
    measure_query (id, store, database, "1", BY_HOURS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpStore) small = NULL;
  sqlite3 *database;

  if (argc != 4)
    {
      fprintf (stderr, "usage: bench-ledger-list L1-ledger-open|-memory|-scroll|-filter|-sort LARGE.equipole SMALL.equipole\n");
      return 2;
    }
  eqp_language_init ();
  store = bench_ledger_open (argv[2]);
  small = bench_ledger_open (argv[3]);
  bench_sqlite_check (NULL, sqlite3_open_v2 (argv[2], &database, SQLITE_OPEN_READONLY, NULL));
  measure (argv[1], store, small, database);
  sqlite3_close (database);
  eqp_store_close (store);
  eqp_store_close (small);
  return 0;
}
