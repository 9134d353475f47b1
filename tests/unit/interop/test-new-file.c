/* test-new-file.c — new files: reference data, the sample, and what is left when it fails */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "interop/eqp-new-file.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>

static void
test_reference (EqpTestFile  *file,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EqpHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (file->store, &filter, &error);
  g_autofree char *sentence = NULL;

  g_assert_no_error (error);
  sentence = eqp_entry_dup_sentence (g_ptr_array_index (entries, entries->len - 1), EQP_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "Reference data");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM body"), ==, 21);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM category c JOIN statute s ON s.id = c.statute_id WHERE s.code = 'CPER'"), ==, 9);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT value FROM parameter WHERE name = 'total-max'"), ==, 17);
}

static void
test_sample (EqpTestFile  *file,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (file->folder, "sample.eqp", NULL);
  EqpTestFile      sample = { file->folder, eqp_pole_create (path, TRUE, &error) };

  g_assert_no_error (error);
  g_assert_cmpint (eqp_test_file_count (&sample, "SELECT count(*) FROM body WHERE parent_id IS NULL AND degree || number <> ''"), ==, 21);
  g_assert_cmpint (eqp_test_file_count (&sample, "SELECT count(*) FROM person"), >=, 400);
  g_assert_cmpint (eqp_test_file_count (&sample, "SELECT count(*) FROM journal_entry"), ==, 1);
  eqp_store_close (sample.store);
  g_object_unref (sample.store);
}

static void
test_existing (EqpTestFile  *file,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = eqp_test_file_write (file, "precious.eqp", "precious", -1);
  g_autofree char *text = NULL;

  g_assert_null (eqp_pole_create (path, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "precious");
}

/* Tables of the program that are missing or damaged leave nothing behind. */
static void
test_damaged (EqpTestFile  *file,
              gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("EQUIPOLE_DATADIR"));
  g_autofree char *path = g_build_filename (file->folder, "new.eqp", NULL);
  g_autofree char *reference = g_build_filename (file->folder, "reference", NULL);
  g_autofree char *table = g_build_filename (reference, "bodies.csv", NULL);
  g_autofree char *statutes = g_build_filename (reference, "statutes.csv", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) damaged = NULL;

  g_setenv ("EQUIPOLE_DATADIR", file->folder, TRUE);
  g_assert_null (eqp_pole_create (path, FALSE, &missing));
  g_assert_error (missing, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir (reference, 0700), ==, 0);
  g_assert_true (g_file_set_contents (statutes, "code;name_fr\nX;\n", -1, NULL));
  g_assert_null (eqp_pole_create (path, FALSE, &damaged));
  g_assert_error (damaged, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_setenv ("EQUIPOLE_DATADIR", before, TRUE);
  g_unlink (statutes);
  g_unlink (table);
  g_rmdir (reference);
}

#define ADD(name, func) g_test_add ("/new-file/" name, EqpTestFile, NULL, eqp_test_file_set_up, func, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("reference", test_reference);
  ADD ("sample", test_sample);
  ADD ("existing", test_existing);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
