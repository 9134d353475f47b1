/* bench-recheck.c — edits of the composition of a council, with or without a re-check after each: F2 is the difference */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "base/eqp-language.h"
#include "domain/bodies/eqp-checker.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/eqp-pole.h"
#include "store/eqp-journal.h"

#include <stdio.h>

/* bench-count.py divides by it. */
#define N_EDITS 5

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

static void
count_cb (EqpChecker *checker,
          gpointer    user_data)
{
  (*(guint *)user_data)++;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpChecker) checker = NULL;
  g_autoptr (GPtrArray) mandates = NULL;
  g_autoptr (GError) error = NULL;
  gboolean with_checker;
  guint    n_checks = 0;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-recheck FILE with|without\n");
      return 2;
    }
  eqp_language_init ();
  with_checker = g_str_equal (argv[2], "with");
  store = eqp_store_open (argv[1], eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);
  bench_check (store != NULL, error);
  mandates = eqp_store_select (store, &eqp_mandate_entity, &error, "ORDER BY id", NULL);
  bench_check (mandates != NULL && mandates->len > 0, error);
  /* Both ways the first check is made. */
  checker = eqp_checker_new (store);
  g_signal_connect (checker, "updated", G_CALLBACK (count_cb), &n_checks);
  if (!with_checker)
    g_clear_object (&checker);
  for (guint i = 0; i < N_EDITS; i++)
    edit (store, g_ptr_array_index (mandates, (i * 7) % mandates->len), i);
  bench_check (n_checks == (with_checker ? N_EDITS : 0), NULL);
  eqp_store_close (store);
  return 0;
}
