/* test-running-balance.c — the balance after each line, against the lines added up one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-running-balance.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

/* All that decides, in the order of the lines; whether one counts is said anew here. */
static const char lines_sql[] =
  "SELECT id, date, training, home_side, shared_time, direct_contract, coalesce (done, 0) FROM intervention "
  "ORDER BY date, coalesce (start_time, -1), id";

/* +1, −1, or 0 for what is outside. */
static int
get_direction (EqpQuery *line)
{
  const char *training = eqp_query_get_text (line, 2);
  const char *side = eqp_query_get_text (line, 3);

  if (eqp_query_get_integer (line, 4) != 0 || eqp_query_get_integer (line, 5) != 0)
    return 0;
  if (g_str_equal (training, "FC"))
    return g_str_equal (side, "university") ? 1 : 0;
  return g_str_equal (side, "rectorat") ? -1 : 0;
}

/* Returns how many lines count. */
static guint
check (EqpStore          *store,
       EqpRunningBalance *running)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) lines = eqp_store_query (store, &error, lines_sql, NULL);
  gint64 balance = 0;
  int    year = 0;
  guint  n_counted = 0;

  g_assert_no_error (error);
  while (eqp_query_next (lines, &error))
    {
      EqpDate  date = eqp_query_get_date (lines, 1);
      int      direction = get_direction (lines);
      gboolean counted = FALSE;
      gint64   minutes = -1;

      if (eqp_pole_academic_year (store, date) != year)
        balance = 0;
      year = eqp_pole_academic_year (store, date);
      balance += direction * eqp_query_get_integer (lines, 6);
      g_assert_true (eqp_running_balance_find (running, eqp_query_get_integer (lines, 0), date, &counted, &minutes));
      g_assert_cmpint (counted, ==, direction != 0);
      g_assert_cmpint (minutes, ==, direction != 0 ? balance : 0);
      n_counted += direction != 0;
    }
  g_assert_no_error (error);
  return n_counted;
}

static gint64
read_line (EqpRunningBalance *running,
           EqpStore          *store,
           const char        *code,
           const char        *date)
{
  gboolean counted = FALSE;
  gint64   minutes = 0;

  g_assert_true (eqp_running_balance_find (running, eqp_test_find (store, &eqp_intervention_entity, code), eqp_test_date (date), &counted, &minutes));
  g_assert_true (counted);
  return minutes;
}

static void
test_every_kind_of_line (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpRunningBalance) running = eqp_running_balance_new (store);

  balance_fixture_fill (store);
  g_assert_cmpuint (check (store, running), ==, 9);
  /* 3 h + 1 h 30 − 5 h − 45 min, then 2 h in the last month of the year. */
  g_assert_cmpint (read_line (running, store, "I04", "2025-12-31"), ==, -75);
  g_assert_cmpint (read_line (running, store, "I10", "2026-08-31"), ==, 45);
  /* A new year begins at nothing; a counter-entry takes away. */
  g_assert_cmpint (read_line (running, store, "I11", "2026-09-01"), ==, -135);
  g_assert_cmpint (read_line (running, store, "I13", "2026-10-12"), ==, -135 - 720);
  g_assert_cmpint (read_line (running, store, "I15", "2026-10-13"), ==, -135 - 720 + 120);
  g_clear_object (&running);
  eqp_test_pole_free (store);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_follows_the_edits (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpRunningBalance) running = eqp_running_balance_new (store);
  g_autoptr (GError) error = NULL;
  guint n_updates = 0;

  balance_fixture_fill (store);
  g_assert_cmpint (read_line (running, store, "I10", "2026-08-31"), ==, 45);
  g_signal_connect_swapped (running, "updated", G_CALLBACK (count_cb), &n_updates);
  balance_fixture_add (store, "N1", "2025-10-01", "person", "P1", "training", "FC", "host", "ACAD", "done", "1h");
  g_assert_cmpuint (n_updates, >, 0);
  g_assert_cmpint (read_line (running, store, "I10", "2026-08-31"), ==, 105);
  check (store, running);
  eqp_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_line (running, store, "I10", "2026-08-31"), ==, 45);
  g_clear_object (&running);
  eqp_test_pole_free (store);
}

/* Same day and same time, no time at all, more months than are kept, and a year that begins within a month. */
static void
test_order_within_a_day (void)
{
  static const char *const starts[] = { "9h", "9h", "14h", NULL, NULL };
  EqpStore                *store = balance_fixture_new ();
  g_autoptr (EqpRunningBalance) running = eqp_running_balance_new (store);
  g_autoptr (GError) error = NULL;
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *code = g_strdup_printf ("X%03u", i);
      g_autofree char *date = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (random, 2025, 2028), g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      g_autofree char *done = g_strdup_printf ("%dh15", g_rand_int_range (random, 1, 9));
      const char      *start = starts[g_rand_int_range (random, 0, G_N_ELEMENTS (starts))];
      gboolean         fc = g_rand_boolean (random);

      if (start != NULL)
        balance_fixture_add (store, code, date, "person", fc ? "P1" : "P3", "training", fc ? "FC" : "FI", "done", done, "start-time", start);
      else
        balance_fixture_add (store, code, date, "person", fc ? "P1" : "P3", "training", fc ? "FC" : "FI", "done", done);
    }
  g_assert_cmpuint (check (store, running), ==, 300);
  g_assert_true (eqp_pole_set_setting (store, EQP_SETTING_YEAR_START, "10-15", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (check (store, running), ==, 300);
  g_rand_free (random);
  g_clear_object (&running);
  eqp_test_pole_free (store);
}

/* More lines than are read at once: who must not wait is told when they are there. */
#define N_LINES 1100

static gint64
add_big_month (EqpStore *store)
{
  gint64 last = 0;

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *code = g_strdup_printf ("Y%04u", i);

      balance_fixture_add (store, code, i < N_LINES - 1 ? "2026-03-02" : "2026-03-30", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U1", "done", "1h");
      last = eqp_test_find (store, &eqp_intervention_entity, code);
    }
  return last;
}

static void
test_nobody_waits (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpRunningBalance) running = eqp_running_balance_new (store);
  gint64   last = add_big_month (store);
  EqpDate  date = eqp_test_date ("2026-03-30");
  gboolean counted = FALSE;
  gint64   minutes = 0;
  guint    n_updates = 0;

  g_signal_connect_swapped (running, "updated", G_CALLBACK (count_cb), &n_updates);
  g_assert_false (eqp_running_balance_find (running, last, date, &counted, &minutes));
  g_assert_false (eqp_running_balance_find (running, last, date, &counted, &minutes));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_true (eqp_running_balance_find (running, last, date, &counted, &minutes));
  g_assert_true (counted);
  g_assert_cmpint (minutes, ==, -60 * N_LINES);

  /* An edit begins anew what was being read; a month with few lines is there at once. */
  balance_fixture_add (store, "Z1", "2026-02-02", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U1", "done", "2h");
  g_assert_false (eqp_running_balance_find (running, last, date, &counted, &minutes));
  balance_fixture_add (store, "Z2", "2026-02-03", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U1", "done", "3h");
  g_assert_true (eqp_running_balance_find (running, eqp_test_find (store, &eqp_intervention_entity, "Z2"), eqp_test_date ("2026-02-03"), &counted, &minutes));
  g_assert_cmpint (minutes, ==, -5 * 60);
  n_updates = 0;
  g_assert_false (eqp_running_balance_find (running, last, date, &counted, &minutes));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_true (eqp_running_balance_find (running, last, date, &counted, &minutes));
  g_assert_cmpint (minutes, ==, -60 * N_LINES - 5 * 60);
  g_clear_object (&running);
  eqp_test_pole_free (store);
}

/* All that is in sight stays, however many months: or they would be read in turn for ever. */
static void
test_many_months_in_sight (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpRunningBalance) running = eqp_running_balance_new (store);
  guint    n_updates = 0;
  gboolean counted = FALSE;
  gint64   minutes = 0;

  g_signal_connect_swapped (running, "updated", G_CALLBACK (count_cb), &n_updates);
  for (guint i = 0; i < 24; i++)
    g_assert_true (eqp_running_balance_find (running, 1, eqp_date_add_months (eqp_test_date ("2026-01-15"), (int)i), &counted, &minutes));
  g_assert_false (counted);
  g_assert_cmpuint (n_updates, ==, 0);
  g_assert_false (g_main_context_pending (NULL));
  g_clear_object (&running);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/running-balance/every-kind-of-line", test_every_kind_of_line);
  g_test_add_func ("/domain/running-balance/follows-the-edits", test_follows_the_edits);
  g_test_add_func ("/domain/running-balance/order-within-a-day", test_order_within_a_day);
  g_test_add_func ("/domain/running-balance/nobody-waits", test_nobody_waits);
  g_test_add_func ("/domain/running-balance/many-months-in-sight", test_many_months_in_sight);
  return g_test_run ();
}
