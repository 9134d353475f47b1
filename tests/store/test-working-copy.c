/* test-working-copy.c — a file in a synchronised folder: copied, worked on, written back, and never at somebody else's cost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-working-copy"
#include "config.h"

#include "working-copy-fixture.h"

#include "store/eqp-backup.h"
#include "store/eqp-journal.h"
#include "store/eqp-working-copy.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
assert_only_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "pole.equipole") && !g_str_has_suffix (name, ".tmp"));
}

static void
assert_bytes (const char *path,
              GBytes     *before)
{
  g_autoptr (GBytes) after = test_read_file (path);

  g_assert_true (g_bytes_equal (before, after));
}

static void
test_wanted (void)
{
  g_autofree char *cloud = test_dup_cloud_file ("wanted");
  g_autofree char *plain = test_dup_path ("plain.equipole");

  g_assert_true (eqp_working_copy_is_wanted (cloud));
  g_assert_false (eqp_working_copy_is_wanted (plain));
}

static void
test_copy (void)
{
  g_autofree char *path = test_dup_cloud_file ("copy");
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpStore) store = test_store_open (eqp_working_copy_get_path (copy));
  g_autoptr (GPtrArray) origins = eqp_working_copy_list ();
  g_autofree char *name = g_path_get_basename (eqp_working_copy_get_path (copy));
  g_autofree char *folder = g_path_get_dirname (eqp_working_copy_get_path (copy));
  g_autoptr (GError) error = NULL;

  /* It has the file's name, and lies in our own folder. */
  g_assert_cmpstr (name, ==, "pole.equipole");
  g_assert_true (g_str_has_prefix (folder, g_get_user_data_dir ()));
  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_cmpstr (origins->pdata[0], ==, path);
  g_assert_false (eqp_working_copy_is_read_only (copy));
  /* Looked at only: nothing to write back, and nothing stays. */
  g_assert_false (eqp_working_copy_is_ahead (copy, store));
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  eqp_working_copy_close (copy);
  eqp_working_copy_close (copy);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  assert_bytes (path, before);
}

static void
test_write_back (void)
{
  g_autofree char *path = test_dup_cloud_file ("write");
  g_autoptr (EqpWorkingCopy) copy = NULL;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) second = NULL;
  g_autoptr (EqpRecord) third = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  store = test_store_open (eqp_working_copy_get_path (copy));
  second = test_add_house (store, "H2", "Two");
  g_assert_true (eqp_working_copy_is_ahead (copy, store));
  g_assert_false (test_has_house (path, "H2"));
  /* The store stays open meanwhile. */
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_false (eqp_working_copy_is_ahead (copy, store));
  g_assert_true (test_has_house (path, "H2"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
  assert_only_file (path);
  /* Again and again; taking an edit back is one too. */
  third = test_add_house (store, "H3", "Three");
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_true (test_has_house (path, "H3"));
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_true (eqp_working_copy_is_ahead (copy, store));
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_false (test_has_house (path, "H3"));
  eqp_store_close (store);
  eqp_working_copy_close (copy);
}

/* A symbolic link to the file stays one. */
static void
test_link (void)
{
  g_autofree char *path = test_dup_cloud_file ("link");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_build_filename (folder, "link.equipole", NULL);
  g_autoptr (EqpWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("pole.equipole", link), ==, 0);
  copy = test_open_copy (link, EQP_WORKING_COPY_FRESH);
  g_assert_cmpstr (eqp_working_copy_get_origin (copy), ==, path);
  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (test_has_house (path, "H2"));
  eqp_working_copy_close (copy);
}

/* Neither side is lost; the next opening says so again; "the other version" is there once ours is given up. */
static void
test_conflict (void)
{
  g_autofree char *path = test_dup_cloud_file ("conflict");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) later = NULL;
  g_autoptr (EqpWorkingCopy) other = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GError) error = NULL;

  test_add_house_to (eqp_working_copy_get_path (copy), "MINE");
  test_add_house_to (path, "THEIRS");
  theirs = test_read_file (path);
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  assert_bytes (path, theirs);
  assert_only_file (path);
  eqp_working_copy_close (copy);
  g_assert_true (test_has_house (eqp_working_copy_get_path (copy), "MINE"));

  later = test_open_copy (path, EQP_WORKING_COPY_CONFLICT);
  g_assert_true (test_has_house (eqp_working_copy_get_path (later), "MINE"));
  g_clear_error (&error);
  g_assert_false (eqp_working_copy_write_back (later, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  assert_bytes (path, theirs);
  eqp_working_copy_give_up (later);

  other = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_assert_true (test_has_house (eqp_working_copy_get_path (other), "THEIRS"));
  g_assert_false (test_has_house (eqp_working_copy_get_path (other), "MINE"));
  eqp_working_copy_close (other);
}

/* A time stamp is no edit: what synchronises folders changes it at will. */
static void
test_touched (void)
{
  g_autofree char *path = test_dup_cloud_file ("touched");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "H2"));
  eqp_working_copy_close (copy);
}

/* In a process that is killed with an edit that nobody wrote back. */
static void
crash (const char *path)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
      g_autoptr (EqpStore) store = test_store_open (eqp_working_copy_get_path (copy));
      g_autoptr (EqpRecord) house = test_add_house (store, "KEPT", "Kept");

      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_crash (void)
{
  g_autofree char *path = test_dup_cloud_file ("crash");
  g_autoptr (EqpWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  crash (path);
  g_assert_false (test_has_house (path, "KEPT"));
  copy = test_open_copy (path, EQP_WORKING_COPY_RESUMED);
  g_assert_true (test_has_house (eqp_working_copy_get_path (copy), "KEPT"));
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "KEPT"));
  eqp_working_copy_close (copy);
}

static void
test_crash_then_conflict (void)
{
  g_autofree char *path = test_dup_cloud_file ("crash-conflict");
  g_autoptr (EqpWorkingCopy) copy = NULL;

  crash (path);
  test_add_house_to (path, "THEIRS");
  copy = test_open_copy (path, EQP_WORKING_COPY_CONFLICT);
  g_assert_true (test_has_house (eqp_working_copy_get_path (copy), "KEPT"));
  g_assert_false (test_has_house (eqp_working_copy_get_path (copy), "THEIRS"));
  eqp_working_copy_give_up (copy);
}

/* The power fails after the original was replaced, before that is noted: the edit is not taken for somebody else's. */
static void
test_crash_while_noting (void)
{
  g_autofree char *path = test_dup_cloud_file ("noting");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autofree char *folder = g_path_get_dirname (eqp_working_copy_get_path (copy));
  g_autofree char *state = g_build_filename (folder, "state.ini", NULL);
  g_autoptr (GKeyFile) before = g_key_file_new ();
  g_autoptr (GKeyFile) after = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_key_file_load_from_file (before, state, G_KEY_FILE_NONE, NULL));
  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  /* What stood there between the two notes. */
  g_assert_true (g_key_file_load_from_file (after, state, G_KEY_FILE_NONE, NULL));
  for (guint i = 0; i < 2; i++)
    {
      const char      *key = i == 0 ? "digest" : "edition";
      g_autofree char *old = g_key_file_get_string (before, "working copy", key, NULL);

      g_assert_nonnull (old);
      g_key_file_set_string (after, "working copy", key, old);
    }
  g_assert_true (g_key_file_save_to_file (after, state, NULL));
  test_add_house_to (eqp_working_copy_get_path (copy), "H3");
  eqp_working_copy_unref (g_steal_pointer (&copy));

  copy = test_open_copy (path, EQP_WORKING_COPY_RESUMED);
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "H3"));
  eqp_working_copy_close (copy);
}

/* Only one at a time; the second hears why. */
static void
test_open_twice (void)
{
  g_autofree char *path = test_dup_cloud_file ("twice");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_working_copy_open (path, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY);
  eqp_working_copy_close (copy);
  again = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  eqp_working_copy_close (again);
}

/* The folder goes away with edits waiting, and comes back. */
static void
test_folder_gone (void)
{
  g_autofree char *path = test_dup_cloud_file ("gone");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *away = g_strconcat (folder, ".away", NULL);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) offline = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) error = NULL;

  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  eqp_working_copy_close (copy);
  waiting = eqp_working_copy_list ();
  g_assert_cmpuint (waiting->len, ==, 1);
  /* One can go on working. */
  offline = test_open_copy (path, EQP_WORKING_COPY_RESUMED);
  g_assert_false (eqp_working_copy_is_read_only (offline));
  test_add_house_to (eqp_working_copy_get_path (offline), "H3");
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  g_clear_error (&error);
  g_assert_true (eqp_working_copy_write_back (offline, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "H2"));
  g_assert_true (test_has_house (path, "H3"));
  eqp_working_copy_close (offline);
}

/* Permissions stop nobody who is root: as another user, in a process that ends with the test. */
static void
test_unwritable (void)
{
  g_autofree char *path = test_dup_cloud_file ("unwritable");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) later = NULL;
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GError) error = NULL;
  uid_t    user = getuid ();
  gboolean written;

  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  /* access() asks about the real user, who for a moment is somebody else. */
  if (user == 0)
    g_assert_cmpint (setreuid (65534, (uid_t)-1), ==, 0);
  written = eqp_working_copy_write_back (copy, &error);
  if (user == 0)
    g_assert_cmpint (setreuid (user, (uid_t)-1), ==, 0);
  g_assert_false (written);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  assert_bytes (path, before);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  eqp_working_copy_close (copy);
  later = test_open_copy (path, EQP_WORKING_COPY_RESUMED);
  g_clear_error (&error);
  g_assert_true (eqp_working_copy_write_back (later, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "H2"));
  eqp_working_copy_close (later);
}

static void
test_read_only_from_the_start (void)
{
  g_autofree char *path = test_dup_cloud_file ("read-only");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  uid_t    user = getuid ();
  gboolean read_only;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  if (user == 0)
    g_assert_cmpint (setreuid (65534, (uid_t)-1), ==, 0);
  read_only = eqp_working_copy_is_read_only (copy);
  if (user == 0)
    g_assert_cmpint (setreuid (user, (uid_t)-1), ==, 0);
  g_assert_true (read_only);
  eqp_working_copy_close (copy);
}

/* Somebody's journal would be applied to the file that takes the original's place. */
static void
test_journal_beside (void)
{
  g_autofree char *path = test_dup_cloud_file ("journal");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GError) error = NULL;

  test_add_house_to (eqp_working_copy_get_path (copy), "H2");
  g_assert_true (g_file_set_contents (journal, "busy", -1, NULL));
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY);
  assert_bytes (path, before);
  g_unlink (journal);
  g_clear_error (&error);
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  eqp_working_copy_close (copy);
}

static void
test_refusals (void)
{
  g_autofree char *path = test_dup_cloud_file ("refusals");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *none = g_build_filename (folder, "none.equipole", NULL);
  g_autofree char *junk = g_build_filename (folder, "junk.equipole", NULL);
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_working_copy_open (none, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (junk, "junk", -1, NULL));
  g_assert_null (eqp_working_copy_open (junk, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS);
  waiting = eqp_working_copy_list ();
  g_assert_cmpuint (waiting->len, ==, 0);
}

/* The daily copies of a working copy are found by the path of the original. */
static void
test_backups_know_the_original (void)
{
  g_autofree char *path = test_dup_cloud_file ("backups");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpStore) store = test_store_open (eqp_working_copy_get_path (copy));
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_backup_make (store, NULL, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  there = eqp_backup_list_of_path (path, &error);
  g_assert_cmpuint (there->len, ==, 1);
  here = eqp_backup_list_of_path (eqp_working_copy_get_path (copy), &error);
  g_assert_cmpuint (here->len, ==, 0);
  eqp_working_copy_close (copy);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/working-copy/wanted", test_wanted);
  g_test_add_func ("/working-copy/copy", test_copy);
  g_test_add_func ("/working-copy/write-back", test_write_back);
  g_test_add_func ("/working-copy/link", test_link);
  g_test_add_func ("/working-copy/conflict", test_conflict);
  g_test_add_func ("/working-copy/touched", test_touched);
  g_test_add_func ("/working-copy/crash", test_crash);
  g_test_add_func ("/working-copy/crash-then-conflict", test_crash_then_conflict);
  g_test_add_func ("/working-copy/crash-while-noting", test_crash_while_noting);
  g_test_add_func ("/working-copy/open-twice", test_open_twice);
  g_test_add_func ("/working-copy/folder-gone", test_folder_gone);
  g_test_add_func ("/working-copy/unwritable", test_unwritable);
  g_test_add_func ("/working-copy/read-only", test_read_only_from_the_start);
  g_test_add_func ("/working-copy/journal-beside", test_journal_beside);
  g_test_add_func ("/working-copy/refusals", test_refusals);
  g_test_add_func ("/working-copy/backups", test_backups_know_the_original);
  return g_test_run ();
}
