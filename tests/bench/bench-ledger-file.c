/* bench-ledger-file.c — files with very many lines in their ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-ledger-file.h"

#include "domain/eqp-pole.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Bytes: the large file beside its copy. */
#define ROOM_NEEDED (G_GUINT64_CONSTANT (3) << 30)

/* Where people work: two institutions a side are not enough for a balance by institution. */
static const char institutions_sql[] =
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
  "INSERT INTO institution (id, code, name, side) SELECT i, 'E' || i, 'Établissement ' || i, iif (i % 2 = 0, 'university', 'rectorat') FROM n;";

/* Everybody but the people of the sample, numbered, with an institution for all time: even ones at the university. */
static const char people_sql[] =
  "CREATE TEMP TABLE speaker (n INTEGER PRIMARY KEY, id INTEGER, home INTEGER, university INTEGER);"
  "INSERT INTO speaker SELECT row_number () OVER (ORDER BY code) - 1, id, 0, 0 FROM person WHERE id NOT IN (SELECT person_id FROM affiliation);"
  "UPDATE speaker SET university = n % 2 = 0, home = 1 + 2 * (n * 31 % 20) + (n % 2 = 0);"
  "INSERT INTO affiliation (id, person_id, institution_id, side) SELECT n + 1, id, home, iif (university, 'university', 'rectorat') FROM speaker;"
  "CREATE TEMP TABLE offer AS SELECT row_number () OVER (ORDER BY code) - 1 AS n, id FROM unit;"
  "CREATE TEMP TABLE plan AS SELECT row_number () OVER (ORDER BY code) - 1 AS n, id FROM scheme;"
  "CREATE UNIQUE INDEX temp.offer_n ON offer (n); CREATE UNIQUE INDEX temp.plan_n ON plan (n);";

/* Lines of three academic years, both ways: done up to today, certified in the years that are over but for some. */
static const char lines_sql[] =
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u), "
  "line AS (SELECT i, i * 48271 %% 2147483647 %% 1095 AS day, 60 + i %% 120 AS minutes, 480 + i %% 20 * 30 AS start, "
  "                i * 7919 %% (SELECT count (*) FROM speaker) AS who FROM n) "
  "INSERT INTO intervention (id, code, date, start_time, end_time, person_id, home_id, home_side, host_id, training, unit_id, scheme_id, "
  "                          requested, planned, done, certified, shared_time, direct_contract, subject) "
  "SELECT i, printf ('L%%07d', i), date ('2024-09-01', '+' || day || ' days'), start, start + minutes, s.id, home, iif (university, 'university', 'rectorat'), "
  "       1 + 2 * (i %% 20) + NOT university, iif (university, 'FC', 'FI'), "
  "       iif (university, NULL, (SELECT id FROM offer o WHERE o.n = i %% (SELECT count (*) FROM offer))), "
  "       iif (university, (SELECT id FROM plan p WHERE p.n = i %% (SELECT count (*) FROM plan)), NULL), "
  "       minutes, minutes, iif (day < 811, minutes, NULL), iif (day < 730 AND i %% 10 > 0, minutes, NULL), i %% 50 = 7, i %% 90 = 11, 'Groupe ' || i %% 30 "
  "FROM line JOIN speaker s ON s.n = who";

/* What the triggers would have made, in a tenth of the time. */
static const char sums_sql[] =
  "DELETE FROM exchange_total;"
  "INSERT INTO exchange_total "
  "SELECT d.column1, CASE d.column1 WHEN 'unit' THEN unit WHEN 'scheme' THEN scheme WHEN 'institution' THEN institution WHEN 'person' THEN person ELSE 0 END AS k, "
  "       month, training, home_side, outside, count (*), sum (requested), sum (planned), sum (done), sum (certified) "
  "FROM exchange_line, (VALUES ('all'), ('unit'), ('scheme'), ('institution'), ('person')) AS d GROUP BY d.column1, k, month, training, home_side, outside "
  "ORDER BY 1, 3, 2, 4, 5, 6;";

static const char quick[] = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;";

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

void
bench_sqlite_run (sqlite3    *database,
                  const char *sql)
{
  bench_sqlite_check (database, sqlite3_exec (database, sql, NULL, NULL, NULL));
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
    bench_sqlite_run (database, g_ptr_array_index (names, i));
  return statements;
}

/* The lines of the sample make room for as many as are asked for. */
static void
fill (sqlite3 *database,
      guint    n_lines)
{
  g_autofree char *lines = g_strdup_printf (lines_sql, n_lines);
  g_autoptr (GPtrArray) made = NULL;

  bench_sqlite_run (database, quick);
  bench_sqlite_run (database, "BEGIN EXCLUSIVE");
  made = bench_sqlite_drop (database, "'trigger', 'index'");
  bench_sqlite_run (database, "DELETE FROM intervention");
  bench_sqlite_run (database, institutions_sql);
  bench_sqlite_run (database, people_sql);
  bench_sqlite_run (database, lines);
  bench_sqlite_run (database, sums_sql);
  for (guint i = 0; i < made->len; i++)
    bench_sqlite_run (database, g_ptr_array_index (made, i));
  /* The store then makes the word index again when it opens the file. */
  bench_sqlite_run (database, "UPDATE search_entity SET columns = ''");
  bench_sqlite_run (database, "COMMIT");
}

/* Every change of a file waits for the disk, but not in memory. */
static char *
dup_work_folder (const char *path)
{
  g_autoptr (GFile) memory = g_file_new_for_path ("/dev/shm");
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (memory, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  gboolean         has_room = info != NULL && g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) > ROOM_NEEDED;
  g_autofree char *parent = has_room ? g_strdup ("/dev/shm") : g_path_get_dirname (path);
  char            *folder = g_build_filename (parent, "bench-XXXXXX", NULL);

  bench_check (g_mkdtemp (folder) != NULL, NULL);
  return folder;
}

void
bench_ledger_make (const char *path,
                   const char *people,
                   guint       n_lines)
{
  char            *folder = dup_work_folder (path);
  EqpStore        *store = bench_create (folder, "made.equipole", TRUE);
  g_autofree char *made = g_strdup (eqp_store_get_path (store));
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = NULL;
  sqlite3         *database;
  double           start = bench_wall ();

  bench_import_people (store, people);
  eqp_store_close (store);
  g_object_unref (store);
  bench_sqlite_check (NULL, sqlite3_open (made, &database));
  fill (database, n_lines);
  sqlite3_close (database);
  store = bench_ledger_open (made);
  eqp_store_close (store);
  g_object_unref (store);
  copy = bench_ledger_copy (parent, name, made);
  bench_folder_free (folder);
  bench_note ("%s: %u lines made in %.1f s", name, n_lines, (bench_wall () - start) / 1e3);
}

char *
bench_ledger_copy (const char *folder,
                   const char *name,
                   const char *from)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  bench_check (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error), error);
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
