/* bench-list.c — L1: opening the list of 100,000 people, in time and memory, against that of 1,000 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "base/eqp-language.h"
#include "domain/directory/eqp-person.h"
#include "store/eqp-query-model.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* As the Directory page sorts them. */
#define ORDER "family_name COLLATE NOCASE, given_name COLLATE NOCASE"
/* What a list view of GTK asks for before its first frame, whatever its height. */
#define FIRST_ROWS 205
#define N_WARM_UP 5
#define N_PAIRS 101
#define TIME_TARGET 1.1
/* Bytes that a list may take beyond those of a list of 1,000 rows. */
#define MEMORY_LIMIT (2.0 * 1024 * 1024)

static EqpQueryModel *
open_list (EqpStore *store)
{
  EqpQueryModel *model = eqp_query_model_new (store, &eqp_person_entity);
  GListModel    *list = G_LIST_MODEL (model);
  guint          n_rows;

  eqp_query_model_set_order (model, ORDER);
  n_rows = MIN (g_list_model_get_n_items (list), FIRST_ROWS);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (EqpRecord) person = g_list_model_get_item (list, i);

      bench_check (*eqp_record_get_text (person, EQP_PERSON_FAMILY_NAME) != '\0', NULL);
    }
  return model;
}

static double
time_opening (EqpStore *store)
{
  double start = bench_cpu ();
  g_autoptr (EqpQueryModel) model = open_list (store);

  return bench_cpu () - start;
}

/* What comes after the first rows is read when nothing else is to be done. */
static double
time_rest (EqpQueryModel *model)
{
  double start = bench_cpu ();

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return bench_cpu () - start;
}

static void
measure_time (EqpStore *store,
              EqpStore *small)
{
  g_autoptr (EqpQueryModel) model = NULL;
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  for (guint i = 0; i < N_WARM_UP + N_PAIRS; i++)
    {
      double ours = time_opening (store);
      double bare = time_opening (small);

      if (i >= N_WARM_UP)
        bench_pairs_add (&pairs, ours, bare);
    }
  model = open_list (store);
  bench_note ("first %d rows of 100,000 people %.3f ms, of 1,000 %.3f ms; the other ids, when idle: %.1f ms", FIRST_ROWS,
              bench_quantile (pairs.ours, 0.5), bench_quantile (pairs.bare, 0.5), time_rest (model));
  bench_report ("L1-time", bench_pairs_ratio (&pairs), TIME_TARGET);
  bench_pairs_clear (&pairs);
}

static double
get_allocated (void)
{
  struct mallinfo2 memory = mallinfo2 ();

  return (double)(memory.uordblks + memory.hblkhd);
}

static void
look_at_all (EqpQueryModel *model)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n_rows; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), i));
}

/* Bytes for an open list; *scrolled: the same once every row was looked at. */
static double
measure_opened (EqpStore *store,
                double   *scrolled)
{
  double start = get_allocated ();
  double opened;
  g_autoptr (EqpQueryModel) model = open_list (store);

  time_rest (model);
  opened = get_allocated () - start;
  look_at_all (model);
  *scrolled = get_allocated () - start;
  return opened;
}

/* Bytes when every row is held as a record: the naive list. */
static double
measure_held (EqpStore *store)
{
  double start = get_allocated ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = eqp_store_select (store, &eqp_person_entity, &error, NULL, NULL);

  bench_check (people != NULL, error);
  return get_allocated () - start;
}

static void
measure_memory (EqpStore *store,
                EqpStore *small)
{
  double small_scrolled;
  double scrolled;
  double small_opened = measure_opened (small, &small_scrolled);
  double opened = measure_opened (store, &scrolled);

  bench_note ("opened: %.0f KiB more than for 1,000 rows, %.1f bytes a row", (opened - small_opened) / 1024, (opened - small_opened) / 99000);
  bench_note ("every row looked at: %.0f KiB, %.1f bytes a row", scrolled / 1024, scrolled / 100000);
  bench_note ("every row held as a record: %.1f bytes a row", measure_held (store) / 100000);
  bench_report ("L1-memory", (opened - small_opened) / MEMORY_LIMIT, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  char *folder;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpStore) small = NULL;

  if (argc != 4)
    {
      fprintf (stderr, "usage: bench-list L1-time|L1-memory PEOPLE.csv FEW-PEOPLE.csv\n");
      return 2;
    }
  eqp_language_init ();
  folder = bench_folder_new ();
  store = bench_create_people (folder, "people.equipole", argv[2]);
  small = bench_create_people (folder, "few.equipole", argv[3]);
  if (strcmp (argv[1], "L1-time") == 0)
    measure_time (store, small);
  else
    measure_memory (store, small);
  eqp_store_close (store);
  eqp_store_close (small);
  bench_folder_free (folder);
  return 0;
}
