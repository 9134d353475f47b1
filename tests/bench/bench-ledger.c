/* bench-ledger.c — D2: figures over a ledger of a million lines, against the same SELECT over the lines and against a tenth of them; one line entered */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-ledger-file.h"

#include "base/eqp-language.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-forecast.h"
#include "domain/exchanges/eqp-intervention.h"

#include <stdio.h>
#include <string.h>

#define N_PAIRS 15
#define N_ENTRIES 60

/* Entering a line keeps a journal, an index and the sums of five breakdowns: more than an edit (D1, 1.6). */
#define TARGET_SELECT 0.1
#define TARGET_SCALE 1.5
#define TARGET_ENTRY 2.0

static const char policy[] = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                             "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;";

/* What the balance by month is without the sums. */
static const char bare_sql[] =
  "SELECT substr (date, 1, 7), training, home_side, shared_time, direct_contract, count (*), sum (requested), sum (planned), sum (done), sum (certified) "
  "FROM intervention WHERE date BETWEEN '2024-09-01' AND '2027-08-31' GROUP BY 1, 2, 3, 4, 5";

static double
time_balance (EqpStore *store)
{
  double start = bench_wall ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpBalance) balance = eqp_balance_load (store, eqp_date_from_ymd (2024, 9, 1), eqp_date_from_ymd (2027, 8, 31), EQP_BY_MONTH, EQP_LANGUAGE_FR, &error);

  bench_check (balance != NULL && balance->rows->len == 36 && balance->total.fc.lines > 0, error);
  return bench_wall () - start;
}

/* All that the chart draws. */
static double
time_chart (EqpStore *store)
{
  double start = bench_wall ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpForecast) forecast = eqp_forecast_load (store, eqp_date_from_ymd (2026, 11, 21), NULL, &error);

  bench_check (forecast != NULL && forecast->past_years == 2, error);
  return bench_wall () - start;
}

static double
time_select (sqlite3 *database)
{
  double        start = bench_wall ();
  sqlite3_stmt *query;
  guint         n_rows = 0;

  bench_sqlite_check (database, sqlite3_prepare_v2 (database, bare_sql, -1, &query, NULL));
  while (sqlite3_step (query) == SQLITE_ROW)
    n_rows++;
  bench_sqlite_check (database, sqlite3_finalize (query));
  bench_check (n_rows > 36, NULL);
  return bench_wall () - start;
}

static void
finish (const char *id,
        BenchPairs *pairs,
        double      target)
{
  bench_note ("%s: %.3f ms against %.3f ms", id, bench_quantile (pairs->ours, 0.5), bench_quantile (pairs->bare, 0.5));
  bench_report (id, bench_pairs_ratio (pairs), target);
  bench_pairs_clear (pairs);
}

static void
measure_select (const char *path)
{
  g_autoptr (EqpStore) store = bench_ledger_open (path);
  sqlite3   *database;
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  bench_sqlite_check (NULL, sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL));
  time_balance (store);
  for (guint i = 0; i < 5; i++)
    bench_pairs_add (&pairs, time_balance (store), time_select (database));
  sqlite3_close (database);
  finish ("D2-select", &pairs, TARGET_SELECT);
  eqp_store_close (store);
}

/* Ten million lines take ten minutes to make: a million against a tenth of that stands for them. */
static void
measure_scale (const char *large_path,
               const char *small_path)
{
  g_autoptr (EqpStore) large = bench_ledger_open (large_path);
  g_autoptr (EqpStore) small = bench_ledger_open (small_path);
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  time_chart (large);
  time_chart (small);
  for (guint i = 0; i < N_PAIRS; i++)
    bench_pairs_add (&pairs, time_chart (large) + time_balance (large), time_chart (small) + time_balance (small));
  finish ("D2-scale", &pairs, TARGET_SCALE);
  eqp_store_close (large);
  eqp_store_close (small);
}

/* (element-type gint64): of the large file's people, who all have an institution. */
static GArray *
list_people (sqlite3 *database)
{
  GArray       *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *query;

  bench_sqlite_check (database, sqlite3_prepare_v2 (database, "SELECT person_id FROM affiliation ORDER BY id LIMIT ?", -1, &query, NULL));
  sqlite3_bind_int (query, 1, N_ENTRIES + 1);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      gint64 person = sqlite3_column_int64 (query, 0);

      g_array_append_val (people, person);
    }
  bench_sqlite_check (database, sqlite3_finalize (query));
  bench_check (people->len == N_ENTRIES + 1, NULL);
  return people;
}

static double
enter_line (EqpStore *store,
            gint64    person,
            guint     n)
{
  double start = bench_wall ();
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_intervention_entity);
  g_autoptr (GError) error = NULL;

  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, eqp_date_from_ymd (2026, 11, 1 + (int)(n % 20)));
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, person);
  eqp_record_set_reference (draft, EQP_INTERVENTION_HOST, 2);
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, "FI");
  eqp_record_set_integer (draft, EQP_INTERVENTION_PLANNED, 120);
  bench_check (eqp_ledger_save (store, draft, NULL, &error), error);
  return bench_wall () - start;
}

static double
enter_bare (sqlite3 *database,
            gint64   person,
            guint    n)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; INSERT INTO intervention (code, date, person_id, home_id, home_side, host_id, training, planned) "
                                          "VALUES ('X%u', '2026-11-%02u', %" G_GINT64_FORMAT ", 1, 'rectorat', 2, 'FI', 120); COMMIT",
                                          n, 1 + n % 20, person);
  double           start = bench_wall ();

  bench_sqlite_check (database, sqlite3_exec (database, sql, NULL, NULL, NULL));
  return bench_wall () - start;
}

/* Into one file of a million lines each, commit included. */
static void
measure_entry (const char *from)
{
  char            *folder = bench_folder_new ();
  g_autofree char *path = bench_ledger_copy (folder, "ours.equipole", from);
  g_autofree char *bare_path = bench_ledger_copy (folder, "bare.equipole", from);
  g_autoptr (GArray) people = NULL;
  g_autoptr (EqpStore) store = bench_ledger_open (path);
  sqlite3   *database;
  BenchPairs pairs;

  bench_pairs_init (&pairs);
  bench_sqlite_check (NULL, sqlite3_open (bare_path, &database));
  bench_sqlite_check (database, sqlite3_exec (database, policy, NULL, NULL, NULL));
  g_ptr_array_unref (bench_sqlite_drop (database, "'trigger'"));
  people = list_people (database);
  enter_line (store, g_array_index (people, gint64, N_ENTRIES), N_ENTRIES);
  enter_bare (database, g_array_index (people, gint64, N_ENTRIES), N_ENTRIES);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gint64 person = g_array_index (people, gint64, i);

      bench_pairs_add (&pairs, enter_line (store, person, i), enter_bare (database, person, i));
    }
  sqlite3_close (database);
  finish ("D2-entry", &pairs, TARGET_ENTRY);
  eqp_store_close (store);
  bench_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 4)
    {
      fprintf (stderr, "usage: bench-ledger D2-select|D2-scale|D2-entry LARGE.equipole SMALLER.equipole\n");
      return 2;
    }
  eqp_language_init ();
  if (strcmp (argv[1], "D2-select") == 0)
    measure_select (argv[2]);
  else if (strcmp (argv[1], "D2-scale") == 0)
    measure_scale (argv[2], argv[3]);
  else
    measure_entry (argv[2]);
  return 0;
}
