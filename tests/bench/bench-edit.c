/* bench-edit.c — D1: one edit with its journal, against the same UPDATE by bare SQLite under the same file policy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-common.h"

#include "base/eqp-language.h"
#include "domain/directory/eqp-person.h"

#include <gio/gio.h>
#include <sqlite3.h>

#define TARGET 1.6
#define N_WARM_UP 5
#define N_PAIRS 200

/* DESIGN §5: what the store opens a file with. */
static const char policy[] = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                             "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;";

typedef struct
{
  const char *id;
  guint       field; /* of a person: the telephone is in no index, the email in that of the search */
  const char *sql;
} Edit;

static const Edit plain = { "D1", EQP_PERSON_PHONE, "UPDATE person SET phone = ? WHERE id = ?" };
static const Edit searched = { NULL, EQP_PERSON_EMAIL, "UPDATE person SET email = ? WHERE id = ?" };

static void
check_sqlite (sqlite3 *database,
              int      code)
{
  g_autoptr (GError) error = NULL;

  if (code == SQLITE_OK || code == SQLITE_DONE)
    return;
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, sqlite3_errmsg (database));
  bench_check (FALSE, error);
}

/* A file's copy without the triggers that write the journal. */
static sqlite3 *
open_bare (const char *path)
{
  static const char sql[] = "SELECT 'DROP TRIGGER \"' || name || '\"' FROM sqlite_schema WHERE type = 'trigger'";
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  sqlite3      *database;
  sqlite3_stmt *statement;

  check_sqlite (NULL, sqlite3_open (path, &database));
  check_sqlite (database, sqlite3_exec (database, policy, NULL, NULL, NULL));
  check_sqlite (database, sqlite3_prepare_v2 (database, sql, -1, &statement, NULL));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (drops, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  for (guint i = 0; i < drops->len; i++)
    check_sqlite (database, sqlite3_exec (database, g_ptr_array_index (drops, i), NULL, NULL, NULL));
  return database;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  bench_check (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
}

static double
edit_by_store (EqpStore   *store,
               const Edit *edit,
               EqpRecord  *person,
               const char *value)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Person changed");
  g_autoptr (GError) error = NULL;
  double start = bench_wall ();
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (person);

  eqp_record_set_text (draft, edit->field, value);
  bench_check (eqp_store_save_one (store, label, draft, &error), error);
  return bench_wall () - start;
}

static double
edit_bare (sqlite3      *database,
           sqlite3_stmt *update,
           gint64        id,
           const char   *value)
{
  double start = bench_wall ();

  check_sqlite (database, sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  sqlite3_bind_text (update, 1, value, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (update, 2, id);
  check_sqlite (database, sqlite3_step (update));
  check_sqlite (database, sqlite3_reset (update));
  check_sqlite (database, sqlite3_exec (database, "COMMIT", NULL, NULL, NULL));
  return bench_wall () - start;
}

static void
measure (const Edit *edit,
         EqpStore   *store,
         GPtrArray  *people,
         sqlite3    *database)
{
  BenchPairs    pairs;
  sqlite3_stmt *update;

  bench_pairs_init (&pairs);
  check_sqlite (database, sqlite3_prepare_v2 (database, edit->sql, -1, &update, NULL));
  for (guint i = 0; i < N_WARM_UP + N_PAIRS; i++)
    {
      EqpRecord       *person = g_ptr_array_index (people, i % people->len);
      g_autofree char *value = g_strdup_printf ("05 %08u", i);
      double           ours = edit_by_store (store, edit, person, value);
      double           bare = edit_bare (database, update, eqp_record_get_id (person), value);

      if (i >= N_WARM_UP)
        bench_pairs_add (&pairs, ours, bare);
    }
  sqlite3_finalize (update);
  bench_note ("%s: with its journal %.3f ms, bare %.3f ms, ratio %.3f", eqp_person_entity.fields[edit->field].name,
              bench_quantile (pairs.ours, 0.5), bench_quantile (pairs.bare, 0.5), bench_pairs_ratio (&pairs));
  if (edit->id != NULL)
    bench_report (edit->id, bench_pairs_ratio (&pairs), TARGET);
  bench_pairs_clear (&pairs);
}

int
main (void)
{
  char            *folder = bench_folder_new ();
  g_autofree char *path = g_build_filename (folder, "sample.equipole", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.equipole", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  eqp_language_init ();
  store = bench_create (folder, "sample.equipole", TRUE);
  copy_file (path, bare_path);
  people = eqp_store_select (store, &eqp_person_entity, &error, "ORDER BY code", NULL);
  bench_check (people != NULL && people->len > 0, error);
  database = open_bare (bare_path);
  measure (&searched, store, people, database);
  measure (&plain, store, people, database);
  sqlite3_close (database);
  eqp_store_close (store);
  bench_folder_free (folder);
  return 0;
}
