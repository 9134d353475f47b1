/* bench-recheck.c — the computing time of one re-check of every council after an edit: the numerator of F2 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "base/eqp-language.h"
#include "domain/bodies/eqp-checker.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/eqp-pole.h"
#include "store/eqp-journal.h"

#include <stdio.h>

#define N_WARM_UP 3
#define N_EDITS 30

typedef struct
{
  double  start;
  GArray *times; /* (element-type double) */
} Watch;

/* Connected before the checker is: whatever was done for the edit itself is over. */
static void
changed_cb (EqpStore     *store,
            EqpChangeSet *changes,
            gpointer      user_data)
{
  ((Watch *)user_data)->start = bench_cpu ();
}

static void
updated_cb (EqpChecker *checker,
            gpointer    user_data)
{
  Watch *watch = user_data;
  double time = bench_cpu () - watch->start;

  g_array_append_val (watch->times, time);
}

/* The last day of a mandate moves: the composition changes, and with it what the rules find. */
static void
edit (EqpStore  *store,
      EqpRecord *mandate,
      guint      round)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Mandate changed");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (mandate);
  g_autoptr (GError) error = NULL;

  eqp_record_set_date (draft, EQP_MANDATE_TO_DATE, eqp_date_from_ymd (2030, 1, 1) + (EqpDate)round);
  bench_check (eqp_store_save_one (store, label, draft, &error), error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpChecker) checker = NULL;
  g_autoptr (GPtrArray) mandates = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-recheck FILE\n");
      return 2;
    }
  eqp_language_init ();
  watch.times = g_array_new (FALSE, FALSE, sizeof (double));
  store = eqp_store_open (argv[1], eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);
  bench_check (store != NULL, error);
  mandates = eqp_store_select (store, &eqp_mandate_entity, &error, "ORDER BY id", NULL);
  bench_check (mandates != NULL && mandates->len > 0, error);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &watch);
  checker = eqp_checker_new (store);
  g_signal_connect (checker, "updated", G_CALLBACK (updated_cb), &watch);
  bench_note ("%u bodies, %u findings", eqp_checker_get_snapshots (checker)->len, eqp_checker_get_findings (checker)->len);
  for (guint i = 0; i < N_WARM_UP + N_EDITS; i++)
    edit (store, g_ptr_array_index (mandates, (i * 7) % mandates->len), i);
  bench_check (watch.times->len == N_WARM_UP + N_EDITS, NULL);
  g_array_remove_range (watch.times, 0, N_WARM_UP);
  printf ("%.4f\n", bench_quantile (watch.times, 0.5));
  g_array_unref (watch.times);
  eqp_store_close (store);
  return 0;
}
