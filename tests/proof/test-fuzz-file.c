/* test-fuzz-file.c — R5: a file made to harm is refused or read, soon and in little memory, and never leads outside itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "domain/bodies/eqp-check.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-export.h"
#include "interop/eqp-new-file.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE_SIZE 4096

typedef struct
{
  char   *path;
  GBytes *valid;
} Hostile;

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

/* A small file in which something was undone. */
static void
hostile_init (Hostile *self)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store;

  self->path = test_dup_path ("hostile.equipole");
  g_unlink (self->path);
  store = eqp_pole_create (self->path, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_new (eqp_pole_find_entity ("person"));
      g_autoptr (EqpMessage) label = eqp_message_new ("Added somebody");
      g_autofree char *code = g_strdup_printf ("P%u", i);

      eqp_record_set_text (draft, 0, code);
      eqp_record_set_text (draft, (guint)eqp_entity_find_field (eqp_pole_find_entity ("person"), "family-name"), "Aubrac");
      g_assert_true (eqp_store_save_one (store, label, draft, &error));
    }
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  eqp_store_close (store);
  g_assert_finalize_object (store);
  self->valid = read_file (self->path);
}

static void
hostile_clear (Hostile *self)
{
  g_free (self->path);
  g_bytes_unref (self->valid);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hostile, hostile_clear)

static void
write_bytes (const Hostile *self,
             gconstpointer  data,
             gsize          length)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (journal);
  g_file_set_contents_full (self->path, data, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* ---- everything that a person could do with it ---- */

static void
check_error (GError **error)
{
  if (*error == NULL)
    return;
  g_assert_cmpuint (strlen ((*error)->message), >, 5);
  g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
  g_clear_error (error);
}

static void
read_records (EqpStore *store)
{
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < schema->n_entities; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = eqp_store_select (store, schema->entities[i], &error, NULL, NULL);

      for (guint j = 0; records != NULL && j < MIN (records->len, 50); j++)
        {
          EqpRecord       *record = g_ptr_array_index (records, j);
          g_autofree char *title = eqp_record_dup_title (record, EQP_LANGUAGE_FR);

          for (guint field = 0; field < schema->entities[i]->n_fields; field++)
            g_free (eqp_record_dup_display (record, field, EQP_LANGUAGE_FR));
        }
      check_error (&error);
    }
}

static void
read_history (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (store, &(EqpHistoryFilter){ 0 }, &error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      EqpEntry        *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = eqp_entry_dup_sentence (entry, EQP_LANGUAGE_FR);
      g_autoptr (GPtrArray) changes = NULL;

      if (i > 25)
        continue;
      changes = eqp_store_list_changes (store, eqp_entry_get_id (entry), EQP_LANGUAGE_FR, &error);
      for (guint j = 0; changes != NULL && j < changes->len; j++)
        g_free (eqp_change_dup_sentence (g_ptr_array_index (changes, j), EQP_LANGUAGE_FR));
      check_error (&error);
    }
  check_error (&error);
}

static void
read_rest (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = eqp_store_search (store, NULL, "aubrac", 100, &error);
  g_autoptr (GPtrArray) findings = NULL;

  check_error (&error);
  findings = eqp_check_run (store, 0, eqp_date_from_ymd (2026, 11, 21), NULL, &error);
  check_error (&error);
  g_free (eqp_export_to_text (store, eqp_kind_get (EQP_KIND_PEOPLE), EQP_EXPORT_CSV, &error));
  check_error (&error);
  g_free (eqp_export_to_text (store, eqp_kind_get (EQP_KIND_INSTITUTIONS), EQP_EXPORT_JSON, &error));
  check_error (&error);
}

static void
edit (EqpStore *store)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (eqp_pole_find_entity ("person"));
  g_autoptr (EqpMessage) label = eqp_message_new ("Added somebody");
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, 0, "NEW");
  eqp_record_set_text (draft, (guint)eqp_entity_find_field (eqp_pole_find_entity ("person"), "family-name"), "Bréval");
  eqp_store_save_one (store, label, draft, &error);
  check_error (&error);
  for (guint i = 0; i < 4; i++)
    {
      eqp_store_undo (store, 0, NULL, &error);
      check_error (&error);
    }
  eqp_store_undo (store, 10, NULL, &error);
  check_error (&error);
  eqp_store_redo (store, NULL, &error);
  check_error (&error);
}

typedef void (*UseFunc) (EqpStore *store);

static void
use (const char *path,
     const char *name)
{
  static const struct
  {
    const char *what;
    UseFunc     func;
  } uses[] = { { "records", read_records }, { "history", read_history }, { "search, check and export", read_rest }, { "edits", edit } };
  g_autoptr (GError) error = NULL;
  gint64    start = fuzz_get_time ();
  EqpStore *store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_DEFAULT, &error);

  fuzz_assert_quick (start, "opening");
  check_error (&error);
  for (guint i = 0; store != NULL && i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s: %s", name, uses[i].what);

      start = fuzz_get_time ();
      uses[i].func (store);
      fuzz_assert_quick (start, what);
    }
  if (store != NULL)
    eqp_store_close (store);
  g_clear_object (&store);
}

/* In a process of its own, which may neither grow nor go on for ever. */
static void
use_in_child (const Hostile *self,
              const char    *name)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fuzz_limit_memory ();
      alarm (60);
      use (self->path, name);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (status != 0)
    g_error ("%s: the process ended with %d", name, status);
}

/* ---- mutated bytes ---- */

static void
mutate_bytes (Fuzz   *fuzz,
              guint8 *bytes,
              gsize   length)
{
  gint32 n = g_rand_int_range (fuzz->rand, 1, 12);

  for (gint32 i = 0; i < n; i++)
    {
      gsize page = (gsize)g_rand_int_range (fuzz->rand, 0, (gint32)(length / PAGE_SIZE)) * PAGE_SIZE;
      gsize other = (gsize)g_rand_int_range (fuzz->rand, 0, (gint32)(length / PAGE_SIZE)) * PAGE_SIZE;
      gsize place = page + (gsize)g_rand_int_range (fuzz->rand, 0, g_rand_boolean (fuzz->rand) ? 100 : PAGE_SIZE);

      switch (g_rand_int_range (fuzz->rand, 0, 10))
        {
        case 0: /* pages in each other's place */
          memcpy (bytes + page, bytes + other, PAGE_SIZE);
          break;
        case 1:
          memset (bytes + place, g_rand_int_range (fuzz->rand, 0, 2) * 255, MIN (length - place, 64));
          break;
        default:
          bytes[place] = (guint8)g_rand_int (fuzz->rand);
        }
    }
  /* What says that it is ours stays: the rest would never be read. */
  memcpy (bytes, "SQLite format 3", 16);
}

static void
fuzz_bytes (Fuzz    *fuzz,
            gpointer user_data)
{
  const Hostile     *self = user_data;
  gsize              length;
  gconstpointer      valid = g_bytes_get_data (self->valid, &length);
  g_autofree guint8 *bytes = g_memdup2 (valid, length);

  mutate_bytes (fuzz, bytes, length);
  memcpy (bytes + 60, (const guint8 *)valid + 60, 12);
  write_bytes (self, bytes, g_rand_int_range (fuzz->rand, 0, 20) == 0 ? length / 2 : length);
  use_in_child (self, "bytes");
}

static void
test_bytes (void)
{
  g_auto (Hostile) self;

  hostile_init (&self);
  fuzz_run ("hostile files", FUZZ_A_MINUTE, NULL, fuzz_bytes, &self);
}

/* ---- SQL that lies in wait ---- */

#define ENDLESS "(WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count (*) FROM c)"

static const struct
{
  const char *name;
  const char *sql;
} attacks[] = {
  { "trigger-insert", "CREATE TRIGGER harm AFTER INSERT ON journal_entry BEGIN DELETE FROM meta WHERE key <> " ENDLESS "; END" },
  { "trigger-update", "CREATE TRIGGER harm BEFORE UPDATE ON person BEGIN SELECT " ENDLESS "; END" },
  { "trigger-silent", "CREATE TRIGGER harm AFTER INSERT ON person BEGIN DELETE FROM institution; DELETE FROM journal_change; END" },
  { "trigger-name", "CREATE TRIGGER \"journal_\"\"; DROP TABLE person; --\" AFTER INSERT ON person BEGIN SELECT 1; END" },
  { "trigger-named-ours", "DROP TRIGGER journal_person_insert; CREATE TRIGGER journal_person_insert AFTER INSERT ON person BEGIN SELECT " ENDLESS "; END" },
  { "view-for-table", "PRAGMA foreign_keys = OFF; DROP TABLE person; CREATE VIEW person AS SELECT " ENDLESS " AS id, 'a' AS code, 'm' AS civility, 'n' AS family_name,"
                      " '' AS given_name, '' AS corps, '' AS disciplines, '' AS email, '' AS phone" },
  { "view-of-itself", "PRAGMA foreign_keys = OFF; DROP TABLE site; CREATE VIEW site AS SELECT * FROM site" },
  { "virtual-table", "PRAGMA foreign_keys = OFF; DROP TABLE site; CREATE VIRTUAL TABLE site USING fts5 (id, code, name, institution_id)" },
  { "generated", "ALTER TABLE person ADD COLUMN z TEXT GENERATED ALWAYS AS (hex (zeroblob (400000000))) VIRTUAL" },
  { "huge-check", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'given_name TEXT', 'given_name TEXT CHECK (length (hex (zeroblob (400000000))) > 0)')"
                  " WHERE name = 'person'" },
  { "slow-check", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'given_name TEXT', 'given_name TEXT CHECK (NOT replace (hex (zeroblob (40)), ''0'', ''a'')"
                  " GLOB ''*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b'')') WHERE name = 'person'" },
  { "expression-index", "CREATE INDEX harm ON person (hex (zeroblob (1000000)))" },
  { "huge-text", "DROP TRIGGER journal_person_update; UPDATE person SET family_name = replace (hex (zeroblob (30000000)), '00', 'ab ') WHERE code = 'P3'" },
  { "large-text", "DROP TRIGGER journal_person_update; UPDATE person SET family_name = replace (hex (zeroblob (4000000)), '00', 'ab ') WHERE code = 'P3'" },
  { "huge-label", "UPDATE journal_entry SET label = replace (hex (zeroblob (20000000)), '00', '[[') WHERE id = 12" },
  { "wrong-types", "DROP TRIGGER journal_person_update; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (replace (sql, 'STRICT', ''), 'NOT NULL', '')"
                   " WHERE name = 'person'; PRAGMA writable_schema = RESET; UPDATE person SET family_name = NULL, given_name = x'ff00ff', code = NULL, corps = 12.5" },
  { "invalid-utf8", "DROP TRIGGER journal_person_update; UPDATE person SET family_name = CAST (x'c3ff80fe41' AS TEXT), given_name = CAST (x'4100420a' AS TEXT)" },
  { "operation", "UPDATE journal_change SET operation = 7" },
  { "change-table", "UPDATE journal_change SET table_name = 'sqlite_schema'" },
  { "nested-label", "UPDATE journal_entry SET label = replace (hex (zeroblob (1000000)), '00', '[[') WHERE id > 10" },
  { "change-nested", "UPDATE journal_change SET operation = 1, before = replace (hex (zeroblob (500000)), '00', '[[')" },
  { "change-json", "UPDATE journal_change SET operation = 1, before = '{\"family_name\": {\"a\": [1, 2]}, \"code\": [[]]}', after = '{\"family_name\": null, \"code\": 1e999}'" },
  { "change-not-json", "UPDATE journal_change SET operation = 2, before = 'not JSON', after = '{'" },
  { "change-types", "UPDATE journal_change SET operation = 2, before = '{\"code\": true, \"family_name\": 3}'" },
  { "change-range", "UPDATE journal_entry SET first_change = -9223372036854775808" },
  { "entry-ids", "UPDATE journal_entry SET id = id + 9223372036854775000 - 100" },
  { "entry-label", "UPDATE journal_entry SET label = '{\"msgid\": 4, \"n\": []}', author = CAST (x'ff' AS TEXT), instant = 9223372036854775807" },
  { "entry-open", "UPDATE journal_entry SET open = 1" },
  { "entry-target", "UPDATE journal_entry SET kind = 1, target = id, undone_by = id" },
  { "uuid", "UPDATE meta SET value = '../../../../escaped' WHERE key = 'uuid'; DELETE FROM meta WHERE key = 'last_backup_day'" },
  { "uuid-empty", "UPDATE meta SET value = '' WHERE key = 'uuid'; DELETE FROM meta WHERE key = 'last_backup_day'" },
  { "meta", "UPDATE meta SET value = '999999999999999999999999' WHERE key <> 'uuid'" },
  { "no-meta", "DROP TABLE meta" },
  { "no-journal", "DROP TABLE journal_change; DROP TABLE journal_row" },
  { "no-table", "PRAGMA foreign_keys = OFF; DROP TABLE institution" },
  { "search", "UPDATE search_entity SET rowid = rowid + 1000" },
  { "search-blobs", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE search_word (word, hits, a, b)' WHERE name = 'search_word'" },
  { "cycle", "DROP TRIGGER journal_institution_insert; INSERT INTO institution (id, code, name, parent_id) VALUES (1, 'A', 'A', 2), (2, 'B', 'B', 1), (3, 'C', 'C', 3)" },
  { "cycle-of-bodies", "DROP TRIGGER journal_body_update; UPDATE body SET parent_id = coalesce ((SELECT min (b.id) FROM body AS b WHERE b.id > body.id), (SELECT min (b.id) FROM body AS b))" },
  { "setting", "DROP TRIGGER journal_setting_insert; INSERT INTO setting (id, name, value) VALUES (1, 'academic-year-start', '99-99'), (2, 'region', '%s%n')" },
  { "parameter", "DROP TRIGGER journal_parameter_update; UPDATE parameter SET value = '-9223372036854775808'" },
  { "statistics", "PRAGMA foreign_keys = OFF; ANALYZE; UPDATE sqlite_stat1 SET stat = '-1 99999999999999999999 x', idx = NULL" },
  { "version", "PRAGMA user_version = 1" },
  { "version-negative", "PRAGMA user_version = -5" },
};

static void
attack (const char *path,
        const char *name,
        const char *sql)
{
  sqlite3 *db;
  char    *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("The attack %s itself is wrong: %s", name, message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_sql (gconstpointer data)
{
  guint            number = GPOINTER_TO_UINT (data);
  g_autofree char *outside = g_build_filename (g_get_user_data_dir (), "..", "..", "escaped", NULL);
  g_auto (Hostile) self;
  gsize         length;
  gconstpointer valid;

  hostile_init (&self);
  valid = g_bytes_get_data (self.valid, &length);
  write_bytes (&self, valid, length);
  attack (self.path, attacks[number].name, attacks[number].sql);
  use_in_child (&self, attacks[number].name);
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  fuzz_init ();
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/sql/%s", attacks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sql);
    }
  g_test_add_func ("/hostile/bytes", test_bytes);
  return g_test_run ();
}
