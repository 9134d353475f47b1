/* bench-ledger-file.c — a file with very many lines in its ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-ledger-file.h"

#include "domain/eqp-pole.h"

#include <gio/gio.h>

/* Forty institutions and two thousand people, lines over three academic years, both ways. */
static const char fill_sql[] =
  "BEGIN;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
  "INSERT INTO institution (id, code, name, side) SELECT i, 'E' || i, 'Établissement ' || i, CASE i %% 2 WHEN 0 THEN 'university' ELSE 'rectorat' END FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
  "INSERT INTO person (id, code, family_name) SELECT i, 'B' || i, 'Nom ' || i FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
  "INSERT INTO intervention (id, code, date, start_time, person_id, home_id, home_side, host_id, training, planned, done, certified, shared_time, direct_contract) "
  "SELECT i, 'L' || i, date ('2024-09-01', '+' || (i * 7919 %% 1095) || ' days'), CASE WHEN i %% 3 > 0 THEN 480 + i %% 20 * 30 END, 1 + i * 31 %% 2000, 1 + i %% 40, "
  "       CASE i %% 2 WHEN 1 THEN 'university' ELSE 'rectorat' END, 1 + (i + 1) %% 40, CASE i %% 2 WHEN 1 THEN 'FC' ELSE 'FI' END, "
  "       60 + i %% 180, 60 + i %% 120, CASE i %% 3 WHEN 0 THEN 60 + i %% 120 END, i %% 50 = 7, i %% 90 = 11 FROM n;"
  "INSERT INTO exchange_total "
  "SELECT d.column1, CASE d.column1 WHEN 'unit' THEN unit WHEN 'scheme' THEN scheme WHEN 'institution' THEN institution WHEN 'person' THEN person ELSE 0 END AS k, "
  "       month, training, home_side, outside, count (*), sum (requested), sum (planned), sum (done), sum (certified) "
  "FROM exchange_line, (VALUES ('all'), ('unit'), ('scheme'), ('institution'), ('person')) AS d GROUP BY d.column1, k, month, training, home_side, outside;"
  "COMMIT;";

void
bench_sqlite_check (sqlite3 *database,
                    int      code)
{
  g_autoptr (GError) error = NULL;

  if (code == SQLITE_OK || code == SQLITE_DONE)
    return;
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, sqlite3_errmsg (database));
  bench_check (FALSE, error);
}

GPtrArray *
bench_sqlite_drop (sqlite3    *database,
                   const char *types)
{
  g_autofree char *sql = g_strdup_printf ("SELECT type, name, sql FROM sqlite_schema WHERE type IN (%s) AND sql IS NOT NULL", types);
  GPtrArray       *statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *query;

  bench_sqlite_check (database, sqlite3_prepare_v2 (database, sql, -1, &query, NULL));
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      g_ptr_array_add (names, g_strdup_printf ("DROP %s \"%s\"", (const char *)sqlite3_column_text (query, 0), (const char *)sqlite3_column_text (query, 1)));
      g_ptr_array_add (statements, g_strdup ((const char *)sqlite3_column_text (query, 2)));
    }
  sqlite3_finalize (query);
  for (guint i = 0; i < names->len; i++)
    bench_sqlite_check (database, sqlite3_exec (database, g_ptr_array_index (names, i), NULL, NULL, NULL));
  return statements;
}

/* Lines by plain SQL, their sums by one SELECT: what the triggers would have made, in a tenth of the time. */
char *
bench_ledger_new (const char *folder,
                  const char *name,
                  guint       n_lines)
{
  EqpStore        *store = bench_create (folder, name, FALSE);
  g_autofree char *sql = g_strdup_printf (fill_sql, n_lines);
  char            *path = g_strdup (eqp_store_get_path (store));
  g_autoptr (GPtrArray) made = NULL;
  sqlite3 *database;
  double   start = bench_wall ();

  eqp_store_close (store);
  g_object_unref (store);
  bench_sqlite_check (NULL, sqlite3_open (path, &database));
  bench_sqlite_check (database, sqlite3_exec (database, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000", NULL, NULL, NULL));
  made = bench_sqlite_drop (database, "'trigger', 'index'");
  bench_sqlite_check (database, sqlite3_exec (database, sql, NULL, NULL, NULL));
  for (guint i = 0; i < made->len; i++)
    bench_sqlite_check (database, sqlite3_exec (database, g_ptr_array_index (made, i), NULL, NULL, NULL));
  sqlite3_close (database);
  bench_note ("%s: %u lines made in %.1f s", name, n_lines, (bench_wall () - start) / 1e3);
  return path;
}

EqpStore *
bench_ledger_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);

  bench_check (store != NULL, error);
  return store;
}
