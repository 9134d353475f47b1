/* test-export.c — tables that go out, and come back the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "interop/eqp-export.h"
#include "interop/eqp-new-file.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Every kind, exported from the sample into a new file and exported again. */
static void
test_round_trip (EqpTestFile  *file,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (file->folder, "sample.eqp", NULL);
  g_autofree char *copy_path = g_build_filename (file->folder, "copy.eqp", NULL);
  g_autoptr (EqpStore) sample = eqp_pole_create (path, TRUE, &error);
  g_autoptr (EqpStore) store = NULL;
  EqpTestFile copy = { file->folder, NULL };

  g_assert_no_error (error);
  store = copy.store = eqp_pole_create (copy_path, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < EQP_N_KINDS; i++)
    {
      g_autofree char *text = eqp_export_to_text (sample, eqp_kind_get (i), EQP_EXPORT_CSV, &error);

      g_assert_no_error (error);
      eqp_test_file_take (&copy, eqp_kind_get (i)->name, text);
    }
  for (guint i = 0; i < EQP_N_KINDS; i++)
    {
      g_autofree char *before = eqp_export_to_text (sample, eqp_kind_get (i), EQP_EXPORT_CSV, &error);
      g_autofree char *after = eqp_export_to_text (store, eqp_kind_get (i), EQP_EXPORT_CSV, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (before, ==, after);
    }
  eqp_store_close (sample);
  eqp_store_close (store);
}

static void
test_csv (EqpTestFile  *file,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (EqpImportReport) again = NULL;

  eqp_test_file_take (file, "people", "code;family_name;given_name;phone;disciplines\nP1;=1+1;\"Anne \"\"Nan\"\"\";+33 4;\"a;b\nc\"\n");
  text = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_PEOPLE), EQP_EXPORT_CSV, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf"
                   "code;family_name;given_name;civility;email;phone;institution;corps;disciplines;side\r\n"
                   "P1;\"=1+1\";\"Anne \"\"Nan\"\"\";;;\"+33 4\";INST;;\"a;b\nc\";university\r\n"
                   "P2;Morel;Marc;;;;INST;;;university\r\n");
  again = eqp_test_file_import (file, "people", text, EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (again->unchanged, ==, 2);
}

static void
test_json (EqpTestFile  *file,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *courses = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_COURSES), EQP_EXPORT_JSON, &error);
  g_autofree char *categories = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_CATEGORIES), EQP_EXPORT_JSON, &error);
  g_autofree char *mandates = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_MANDATES), EQP_EXPORT_JSON, &error);
  g_autoptr (JsonNode) root = json_from_string (courses, &error);
  g_autoptr (JsonNode) empty = json_from_string (mandates, &error);
  g_autoptr (JsonNode) seats = json_from_string (categories, &error);
  JsonObject *row;

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "kind"), ==, "courses");
  row = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "rows"), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "mention"), ==, "M1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "sites")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (empty), "rows")), ==, 0);
  row = json_array_get_object_element (json_object_get_array_member (json_node_get_object (seats), "rows"), 0);
  g_assert_cmpint (json_object_get_int_member (row, "min"), ==, 1);
  g_assert_true (json_object_get_boolean_member (row, "counts"));
}

/* The parts of a spreadsheet, unzipped. */
static char *
unzip (const char *path,
       const char *part)
{
  const char *const argv[] = { "unzip", "-p", path, part, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int   status = 0;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
test_xlsx (EqpTestFile  *file,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tool = g_find_program_in_path ("unzip");
  g_autofree char *path = g_build_filename (file->folder, "mandates.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *styles = NULL;

  if (tool == NULL)
    {
      g_test_skip ("unzip is not there");
      return;
    }
  eqp_test_file_take (file, "people", "code;family_name;given_name\n=P5;Leroy;Ève\n");
  eqp_test_file_take (file, "mandates", "body;person;category;represents_employer;from\nCPER-01;=P5;employer;yes;2026-09-01\n");
  g_assert_true (eqp_export_file (file->store, eqp_kind_get (EQP_KIND_MANDATES), EQP_EXPORT_XLSX, path, &error));
  g_assert_no_error (error);
  sheet = unzip (path, "xl/worksheets/sheet1.xml");
  styles = unzip (path, "xl/styles.xml");
  /* 1 September 2026 is day 46266; the code is a text, not a formula; the header is bold, fixed and filters. */
  g_assert_nonnull (strstr (sheet, "<v>46266</v>"));
  g_assert_nonnull (strstr (sheet, "<t>=P5</t>"));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (sheet, "autoFilter ref=\"A1:J2\""));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  g_assert_nonnull (strstr (styles, "<b/>"));
  g_assert_nonnull (strstr (styles, "yyyy\\-mm\\-dd") != NULL ? styles : strstr (styles, "yyyy-mm-dd"));
}

/* A file that cannot be written is not begun; one that is there stays until the new one is whole. */
static void
test_targets (EqpTestFile  *file,
              gconstpointer data)
{
  const EqpKind   *kind = eqp_kind_get (EQP_KIND_PEOPLE);
  g_autofree char *existing = eqp_test_file_write (file, "old.csv", "old", -1);
  g_autofree char *nowhere = g_build_filename (file->folder, "no", "such", "people.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) itself = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) missing = NULL;
  guint    n_files = test_count_files (file->folder);
  GStatBuf info;

  g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, eqp_store_get_path (file->store), &itself));
  g_assert_error (itself, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_XLSX, file->folder, &folder));
  g_assert_error (folder, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_JSON, nowhere, &missing));
  g_assert_error (missing, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_cmpint (g_chmod (existing, 0640), ==, 0);
  g_assert_true (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, existing, NULL));
  g_assert_true (g_file_get_contents (existing, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "P1;Duval"));
  g_assert_cmpint (g_stat (existing, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (test_count_files (file->folder), ==, n_files);
}

static void
test_formats (void)
{
  EqpExportFormat format = EQP_EXPORT_CSV;

  g_assert_true (eqp_export_format_from_path ("a/B.XLSX", &format));
  g_assert_cmpint (format, ==, EQP_EXPORT_XLSX);
  g_assert_true (eqp_export_format_from_path ("people.json", &format));
  g_assert_cmpint (format, ==, EQP_EXPORT_JSON);
  g_assert_false (eqp_export_format_from_path ("people.ods", &format));
}

#define ADD(name, func) g_test_add ("/export/" name, EqpTestFile, NULL, eqp_test_file_set_up, func, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/export/formats", test_formats);
  ADD ("round-trip", test_round_trip);
  ADD ("csv", test_csv);
  ADD ("json", test_json);
  ADD ("xlsx", test_xlsx);
  ADD ("targets", test_targets);
  return g_test_run ();
}
