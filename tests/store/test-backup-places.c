/* test-backup-places.c — the folder of copies over the years, and places where no copy can be made or taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup-places"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-backup.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A file with one house, open; @path: (out) (transfer full). */
static EqpStore *
new_store (const char *name,
           char      **path)
{
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) house = NULL;

  *path = test_dup_path (name);
  store = test_store_create (*path);
  house = test_add_house (store, "H1", "One");
  eqp_store_close (store);
  return test_store_open (*path);
}

static char *
make (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  g_assert_true (eqp_backup_make (store, &path, &error));
  g_assert_no_error (error);
  return path;
}

static guint
count_of_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = eqp_backup_list_of_path (path, &error);

  g_assert_no_error (error);
  return copies->len;
}

static gboolean
has_house (EqpStore   *store,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, &error);

  g_assert_no_error (error);
  return house != NULL;
}

/* A file that is moved about: copies are found by its last 32 places, the latest last; one it returns to is not noted twice. */
static void
test_moved_about (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("moved.equipole", &path);
  g_autofree char *first = g_strdup (path);
  g_autofree char *copy = make (store);
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autofree char *index = g_build_filename (folder, "paths", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 34; i++)
    {
      g_autofree char *name = g_strdup_printf ("moved-%u.equipole", i % 33);
      g_autofree char *next = test_dup_path (name);
      g_autofree char *made = NULL;

      eqp_store_close (store);
      g_clear_object (&store);
      g_assert_cmpint (g_rename (path, next), ==, 0);
      g_free (path);
      path = g_steal_pointer (&next);
      store = test_store_open (path);
      made = make (store);
    }
  g_assert_cmpuint (count_of_path (first), ==, 0);
  g_assert_cmpuint (count_of_path (path), ==, 35);
  g_assert_true (g_file_get_contents (index, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 32);
  g_assert_cmpstr (lines[31], ==, path);
  for (guint i = 0; i < 31; i++)
    g_assert_cmpstr (lines[i], !=, path);
  eqp_store_close (store);
}

/* Of a place that one line cannot say, or that cannot be noted, the copy is made all the same. */
static void
test_unnoted (void)
{
  g_autofree char *plain = NULL;
  g_autoptr (EqpStore) noted = new_store ("unnoted.equipole", &plain);
  g_autofree char *copy = make (noted);
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autofree char *index = g_build_filename (folder, "paths", NULL);
  g_autofree char *odd = test_dup_path ("two\nlines.equipole");
  g_autofree char *again = NULL;
  g_autofree char *last = NULL;
  g_autoptr (EqpStore) store = NULL;

  eqp_store_close (noted);
  g_assert_cmpint (g_rename (plain, odd), ==, 0);
  store = test_store_open (odd);
  again = make (store);
  g_assert_cmpuint (count_of_path (plain), ==, 2);
  g_assert_cmpuint (count_of_path (odd), ==, 0);
  eqp_store_close (store);
  g_clear_object (&store);
  /* A folder where the note should be. */
  g_assert_cmpint (g_unlink (index), ==, 0);
  g_assert_cmpint (g_mkdir (index, 0700), ==, 0);
  g_assert_cmpint (g_rename (odd, plain), ==, 0);
  store = test_store_open (plain);
  last = make (store);
  g_assert_true (g_file_test (last, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_of_path (plain), ==, 0);
  eqp_store_close (store);
}

/* Copies that have had their time go with the next one; what is no copy of ours is neither listed nor touched. */
static void
test_rotation (void)
{
  static const char *const strangers[] = {
    "notes.txt",
    "20251121T090000.000000Z.equipole.old",
    "20251321T090000.000000Z.equipole",
    "20251121T0900.equipole",
  };
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("years.equipole", &path);
  g_autofree char *first = make (store);
  g_autofree char *folder = g_path_get_dirname (first);
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *stranger = g_build_filename (folder, strangers[i], NULL);

      g_assert_true (g_file_set_contents (stranger, "", 0, NULL));
    }
  /* One every day of January 2025: twelve days, the Sundays and the last of the month may stay. */
  for (guint day = 1; day <= 31; day++)
    {
      g_autofree char *name = g_strdup_printf ("202501%02uT120000.000000Z.equipole", day);
      g_autofree char *copy = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (copy, "copy", -1, NULL));
    }
  second = make (store);
  copies = eqp_backup_list (store, &error);
  g_assert_no_error (error);
  /* Today's two; with today, twelve days: from the 21st; the Sundays before: 5, 12 and 19. */
  g_assert_cmpuint (copies->len, ==, 2 + 11 + 3);
  g_assert_cmpstr (((EqpBackup *)copies->pdata[0])->path, ==, second);
  g_assert_cmpstr (((EqpBackup *)copies->pdata[1])->path, ==, first);
  g_assert_true (g_str_has_suffix (((EqpBackup *)copies->pdata[2])->path, "20250131T120000.000000Z.equipole"));
  g_assert_true (g_str_has_suffix (((EqpBackup *)copies->pdata[15])->path, "20250105T120000.000000Z.equipole"));
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *stranger = g_build_filename (folder, strangers[i], NULL);

      g_assert_true (g_file_test (stranger, G_FILE_TEST_EXISTS));
    }
  eqp_store_close (store);
}

/* A file where the folder of this file's copies should be. */
static void
test_no_folder (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("folder.equipole", &path);
  g_autoptr (EqpQuery) query = NULL;
  g_autofree char *all = g_build_filename (g_get_user_data_dir (), "equipole", "backups", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  query = eqp_store_query (store, &error, "SELECT value FROM meta WHERE key = 'uuid'", NULL);
  g_assert_true (eqp_query_next (query, &error));
  folder = g_build_filename (all, eqp_query_get_text (query, 0), NULL);
  g_clear_pointer (&query, eqp_query_free);
  g_assert_cmpint (g_mkdir_with_parents (all, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_null (eqp_backup_list (store, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The folder of copies cannot be read: "));
  g_clear_error (&error);
  g_assert_false (eqp_backup_make (store, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "could not be written"));
  eqp_store_close (store);
}

/* Nothing half-written stays, and what was there before is still there. */
static void
test_full_disk (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("full.equipole", &path);
  g_autofree char *copy = make (store);
  g_autofree char *folder = g_path_get_dirname (copy);
  guint            n_files = test_count_files (folder);
  g_autofree char *other = test_dup_path ("elsewhere.equipole");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (other, "old", -1, NULL));
  test_limit_files (16 * 1024);
  g_assert_false (eqp_backup_make (store, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (eqp_backup_copy_to (store, other, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (eqp_backup_restore (store, copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  test_limit_files (RLIM_INFINITY);
  g_assert_cmpuint (test_count_files (folder), ==, n_files);
  g_assert_true (g_file_get_contents (other, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_true (has_house (store, "H1"));
  eqp_store_close (store);
}

static void
count_notices (EqpStore   *store,
               const char *sentence,
               gpointer    user_data)
{
  (*(guint *)user_data)++;
}

/* A copy of an older format whose way to the present one fails: the file gets back what it had. */
static void
test_restore_put_back (void)
{
  g_autofree char *old_path = NULL;
  g_autoptr (EqpStore) old = new_store ("old-format.equipole", &old_path);
  g_autofree char *copy = make (old);
  g_autofree char *path = test_dup_path ("new-format.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) created = eqp_store_create (path, &test_schema_two, &error);
  g_autoptr (EqpRecord) house = test_add_house (created, "H2", "Two");
  g_autoptr (EqpRecord) later = NULL;
  g_autoptr (EqpStore) store = NULL;
  guint n_notices = 0;

  eqp_store_close (old);
  eqp_store_close (created);
  store = test_store_open_with (path, &test_schema_wrong, EQP_STORE_OPEN_NO_BACKUP);
  g_signal_connect (store, "notice", G_CALLBACK (count_notices), &n_notices);
  g_assert_false (eqp_backup_restore (store, copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION);
  g_assert_cmpstr (error->message, ==, "“new-format.equipole” could not be brought from format 1 to format 2; its content is unchanged.");
  g_clear_error (&error);
  g_assert_cmpuint (n_notices, ==, 0);
  g_assert_true (has_house (store, "H2"));
  g_assert_false (has_house (store, "H1"));
  later = test_add_house (store, "H3", "Three");
  g_assert_true (eqp_store_check_integrity (store, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
}

static void
test_refusals (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("refusals.equipole", &path);
  g_autofree char *copy = make (store);
  g_autofree char *folder = test_dup_path ("a-folder");
  g_autofree char *inside = g_build_filename (folder, "thing", NULL);
  g_autoptr (EqpStore) reader = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_backup_restore (reader, copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, "The file is read-only: the copy was not taken back.");
  g_clear_error (&error);
  /* A folder does not give way to a copy. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "", 0, NULL));
  g_assert_false (eqp_backup_copy_to (store, folder, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  eqp_store_close (reader);
  eqp_store_close (store);
  g_assert_false (eqp_backup_make (store, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (eqp_backup_restore (store, copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (eqp_backup_copy_to (store, inside, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
}

/* Holds the right to write for a moment, as another program may. */
static gpointer
write_for_a_moment (gpointer db)
{
  g_usleep (200 * 1000);
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  return NULL;
}

/* A copy is taken back as soon as another program lets go of the file. */
static void
test_restore_waits (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("waits.equipole", &path);
  g_autofree char *copy = make (store);
  g_autoptr (EqpRecord) later = test_add_house (store, "H2", "Two");
  g_autoptr (GError) error = NULL;
  sqlite3 *db;
  GThread *thread;
  gboolean restored;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("other", write_for_a_moment, db);
  restored = eqp_backup_restore (store, copy, &error);
  g_thread_join (thread);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_no_error (error);
  g_assert_true (restored);
  g_assert_true (eqp_record_is_deleted (later));
  eqp_store_close (store);
}

/* Somebody deleted the file while it was open: what it held can still be saved. */
static void
test_deleted_while_open (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("deleted.equipole", &path);
  g_autofree char *rescue = test_dup_path ("rescue.equipole");
  g_autoptr (EqpStore) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (eqp_backup_copy_to (store, rescue, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  saved = test_store_open (rescue);
  g_assert_true (has_house (saved, "H1"));
  eqp_store_close (saved);
}

/* A damaged file whose journal cannot be moved aside with it stays where it is, and so does the journal. */
static void
test_damaged_stays (void)
{
  g_autofree char *path = NULL;
  g_autoptr (EqpStore) store = new_store ("stays.equipole", &path);
  g_autofree char *copy = make (store);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *blocker = g_strconcat (path, ".damaged-journal", NULL);
  g_autofree char *inside = g_build_filename (blocker, "thing", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  eqp_store_close (store);
  g_assert_true (g_file_set_contents (path, "spoilt", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "its journal", -1, NULL));
  g_assert_cmpint (g_mkdir (blocker, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "", 0, NULL));
  n_files = test_count_files (folder);
  g_assert_false (eqp_backup_restore_file (copy, path, &test_schema, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_cmpuint (test_count_files (folder), ==, n_files);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "spoilt");
  g_assert_true (g_file_test (journal, G_FILE_TEST_IS_REGULAR));
  /* Out of the way, it goes. */
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (inside), ==, 0);
  g_assert_cmpint (g_rmdir (blocker), ==, 0);
  g_assert_true (eqp_backup_restore_file (copy, path, &test_schema, NULL, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/backup-places/moved-about", test_moved_about);
  g_test_add_func ("/backup-places/unnoted", test_unnoted);
  g_test_add_func ("/backup-places/rotation", test_rotation);
  g_test_add_func ("/backup-places/no-folder", test_no_folder);
  g_test_add_func ("/backup-places/full-disk", test_full_disk);
  g_test_add_func ("/backup-places/restore-put-back", test_restore_put_back);
  g_test_add_func ("/backup-places/restore-waits", test_restore_waits);
  g_test_add_func ("/backup-places/refusals", test_refusals);
  g_test_add_func ("/backup-places/deleted-while-open", test_deleted_while_open);
  g_test_add_func ("/backup-places/damaged-stays", test_damaged_stays);
  return g_test_run ();
}
