/* test-working-copy-places.c — working copies that are damaged, that cannot be kept or written back, several of them, and their ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-working-copy-places"
#include "config.h"

#include "working-copy-fixture.h"

#include "store/eqp-working-copy.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static guint
count_files (const char *folder,
             const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;
  return n;
}

static void
assert_no_copy (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_working_copy_open (path, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, code);
  g_assert_null (strchr (error->message, '\n'));
}

/* A copy that waits and cannot be read is kept beside a fresh one. */
static void
test_damaged_copy (void)
{
  static const char *const spoilt[] = { "no file of ours at all", "SQLite format 3" };
  g_autofree char         *path = test_dup_cloud_file ("damaged");

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      EqpWorkingCopy  *copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
      g_autofree char *mine = g_strdup (eqp_working_copy_get_path (copy));
      g_autofree char *folder = g_path_get_dirname (mine);

      g_assert_null (eqp_working_copy_get_aside (copy));
      test_add_house_to (mine, "MINE");
      eqp_working_copy_close (copy);
      eqp_working_copy_unref (copy);
      /* With the zero that ends it, the second is the beginning of one of ours. */
      g_assert_true (g_file_set_contents (mine, spoilt[i], (gssize)strlen (spoilt[i]) + 1, NULL));
      copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
      g_assert_true (test_has_house (mine, "H1"));
      g_assert_false (test_has_house (mine, "MINE"));
      g_assert_true (g_file_test (eqp_working_copy_get_aside (copy), G_FILE_TEST_IS_REGULAR));
      g_assert_cmpuint (count_files (folder, ".damaged"), ==, i + 1);
      eqp_working_copy_close (copy);
      eqp_working_copy_unref (copy);
      /* Nobody takes it for a copy that waits, nor throws it away. */
      g_assert_cmpuint (count_files (folder, ".damaged"), ==, i + 1);
    }
}

/* A copy written by a newer version: it is not touched, and the sentence is that of the file. */
static void
test_newer_copy (void)
{
  g_autofree char *path = test_dup_cloud_file ("newer");
  EqpWorkingCopy  *copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autofree char *mine = g_strdup (eqp_working_copy_get_path (copy));
  g_autofree char *folder = g_path_get_dirname (mine);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (mine, &test_schema_two, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) house = NULL;

  g_assert_no_error (error);
  house = test_add_house (store, "MINE", "Name");
  eqp_store_close (store);
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
  assert_no_copy (path, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
  g_assert_cmpuint (count_files (folder, ".damaged"), ==, 0);
  copy = eqp_working_copy_open (path, &test_schema_two, &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_working_copy_get_beginning (copy), ==, EQP_WORKING_COPY_RESUMED);
  eqp_working_copy_give_up (copy);
  eqp_working_copy_unref (copy);
}

/* The copy is gone, its note is still there: nothing waits. */
static void
test_lost_copy (void)
{
  g_autofree char *path = test_dup_cloud_file ("lost");
  EqpWorkingCopy  *copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autofree char *mine = g_strdup (eqp_working_copy_get_path (copy));

  test_add_house_to (mine, "MINE");
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
  g_assert_cmpint (g_unlink (mine), ==, 0);
  copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_assert_true (test_has_house (mine, "H1"));
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
}

/* Opened again with nothing to write back: taken anew, with what the original holds by then. */
static void
test_nothing_waits (void)
{
  g_autofree char *path = test_dup_cloud_file ("nothing");
  EqpWorkingCopy  *copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);

  /* As after a crash: neither closed nor given up. */
  eqp_working_copy_unref (copy);
  test_add_house_to (path, "THEIRS");
  copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_assert_true (test_has_house (eqp_working_copy_get_path (copy), "THEIRS"));
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
}

/* Several wait, and are listed by name; what lies beside them is none. */
static void
test_list (void)
{
  g_autofree char *first = test_dup_cloud_file ("b");
  g_autofree char *second = test_dup_cloud_file ("a");
  g_autofree char *all = g_build_filename (g_get_user_data_dir (), "equipole", "working", NULL);
  g_autofree char *stranger = g_build_filename (all, "stranger", NULL);
  g_autofree char *odd = g_build_filename (stranger, "state.ini", NULL);
  g_autoptr (EqpWorkingCopy) one = test_open_copy (first, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) two = test_open_copy (second, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpWorkingCopy) again = eqp_working_copy_ref (one);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (again == one);
  g_assert_cmpint (g_mkdir (stranger, 0700), ==, 0);
  g_assert_true (g_file_set_contents (odd, "[working copy]\norigin=not an address\n", -1, NULL));
  list = eqp_working_copy_list ();
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (list->pdata[0], ==, second);
  g_assert_cmpstr (list->pdata[1], ==, first);
  eqp_working_copy_close (one);
  eqp_working_copy_give_up (two);
  none = eqp_working_copy_list ();
  g_assert_cmpuint (none->len, ==, 0);
}

/* Whether a copy waits decides, when the folder looks like any other. */
static void
test_wanted_again (void)
{
  g_autofree char *path = test_dup_cloud_file ("wanted");
  g_autofree char *cloud = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (cloud);
  g_autofree char *link = g_build_filename (parent, "plain", NULL);
  g_autofree char *linked = g_build_filename (link, "pole.equipole", NULL);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);

  g_assert_cmpint (symlink ("Nextcloud", link), ==, 0);
  g_assert_true (eqp_working_copy_is_wanted (linked));
  eqp_working_copy_close (copy);
  g_assert_false (eqp_working_copy_is_wanted (linked));
}

/* A closed or given up copy has nothing more to say, to nobody's harm. */
static void
test_after_the_end (void)
{
  g_autofree char *path = test_dup_cloud_file ("ended");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (EqpStore) store = test_store_open (eqp_working_copy_get_path (copy));
  g_autoptr (EqpRecord) house = test_add_house (store, "MINE", "Name");
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_working_copy_is_ahead (copy, store));
  eqp_working_copy_give_up (copy);
  eqp_working_copy_give_up (copy);
  g_assert_false (eqp_working_copy_is_ahead (copy, store));
  eqp_store_close (store);
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  eqp_working_copy_close (copy);
  g_assert_false (test_has_house (path, "MINE"));
}

/* The copy itself was removed behind our back: closing is no reason to end badly, writing back says it. */
static void
test_removed_while_open (void)
{
  g_autofree char *path = test_dup_cloud_file ("removed");
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (eqp_working_copy_get_path (copy)), ==, 0);
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  eqp_working_copy_close (copy);
  g_assert_true (test_has_house (path, "H1"));
}

/* Where copies lie, there is a file, or no lock can be made: no copy, and no trace of one. */
static void
test_no_place (void)
{
  g_autofree char *path = test_dup_cloud_file ("place");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "equipole", NULL);
  g_autofree char *all = g_build_filename (own, "working", NULL);
  EqpWorkingCopy  *copy;
  g_autofree char *folder = NULL;
  g_autofree char *lock = NULL;

  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (all, "", 0, NULL));
  assert_no_copy (path, EQP_STORE_ERROR_FAILED);
  g_assert_cmpint (g_unlink (all), ==, 0);
  copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  folder = g_path_get_dirname (eqp_working_copy_get_path (copy));
  lock = g_build_filename (folder, "lock", NULL);
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
  g_assert_cmpint (g_mkdir_with_parents (lock, 0700), ==, 0);
  assert_no_copy (path, EQP_STORE_ERROR_FAILED);
  g_assert_cmpint (g_rmdir (lock), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* No room here: no copy. No room there: the original is as it was, and the edit waits. */
static void
test_full_disk (void)
{
  g_autofree char *path = test_dup_cloud_file ("full");
  g_autofree char *cloud = g_path_get_dirname (path);
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  EqpWorkingCopy *copy;
  g_autoptr (GError) error = NULL;

  test_limit_files (16 * 1024);
  assert_no_copy (path, EQP_STORE_ERROR_FULL);
  test_limit_files (RLIM_INFINITY);
  copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  test_add_house_to (eqp_working_copy_get_path (copy), "MINE");
  test_limit_files (16 * 1024);
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  test_limit_files (RLIM_INFINITY);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (cloud, ".tmp"), ==, 0);
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
  copy = test_open_copy (path, EQP_WORKING_COPY_RESUMED);
  g_clear_error (&error);
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "MINE"));
  eqp_working_copy_close (copy);
  eqp_working_copy_unref (copy);
}

/* Something else bears the original's name when the edits come back. */
static void
test_folder_instead (void)
{
  g_autofree char *path = test_dup_cloud_file ("instead");
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  g_autoptr (EqpWorkingCopy) copy = test_open_copy (path, EQP_WORKING_COPY_FRESH);
  g_autoptr (GError) error = NULL;

  test_add_house_to (eqp_working_copy_get_path (copy), "MINE");
  g_assert_cmpint (g_rename (path, away), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (eqp_working_copy_write_back (copy, &error));
  g_assert_cmpuint (error->domain, ==, EQP_STORE_ERROR);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (g_rename (away, path), ==, 0);
  g_clear_error (&error);
  g_assert_true (eqp_working_copy_write_back (copy, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_house (path, "MINE"));
  eqp_working_copy_close (copy);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/working-copy-places/damaged-copy", test_damaged_copy);
  g_test_add_func ("/working-copy-places/newer-copy", test_newer_copy);
  g_test_add_func ("/working-copy-places/lost-copy", test_lost_copy);
  g_test_add_func ("/working-copy-places/nothing-waits", test_nothing_waits);
  g_test_add_data_func ("/working-copy-places/list", test_list, test_alone);
  g_test_add_func ("/working-copy-places/wanted-again", test_wanted_again);
  g_test_add_func ("/working-copy-places/after-the-end", test_after_the_end);
  g_test_add_func ("/working-copy-places/removed-while-open", test_removed_while_open);
  g_test_add_data_func ("/working-copy-places/no-place", test_no_place, test_alone);
  g_test_add_func ("/working-copy-places/full-disk", test_full_disk);
  g_test_add_func ("/working-copy-places/folder-instead", test_folder_instead);
  return g_test_run ();
}
