/* test-export-places.c — what cells hold in a spreadsheet, and places where a table cannot be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "interop/eqp-export.h"
#include "interop/eqp-output-file.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* A part of a spreadsheet; (transfer full). */
static char *
dup_part (const char *path,
          const char *name)
{
  zip_t           *archive = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t       stat;
  zip_file_t      *file;
  g_autofree char *text = NULL;

  g_assert_nonnull (archive);
  g_assert_cmpint (zip_stat (archive, name, 0, &stat), ==, 0);
  file = zip_fopen (archive, name, 0);
  text = g_malloc0 (stat.size + 1);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (zip_int64_t)stat.size);
  zip_fclose (file);
  zip_discard (archive);
  return g_steal_pointer (&text);
}

static char *
dup_sheet (EqpTestFile *file,
           EqpKindId    kind)
{
  g_autofree char *path = g_build_filename (file->folder, "table.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_export_file (file->store, eqp_kind_get (kind), EQP_EXPORT_XLSX, path, &error));
  g_assert_no_error (error);
  return dup_part (path, "xl/worksheets/sheet1.xml");
}

/* Numbers are numbers, durations and codes are texts, names have room, and days before spreadsheets count are texts too. */
static void
test_cells (EqpTestFile  *file,
            gconstpointer data)
{
  g_autofree char *categories = NULL;
  g_autofree char *mandates = NULL;
  g_autofree char *units = NULL;

  eqp_test_file_take (file, "mandates", "body;person;category;from;to\nCPER-01;P1;teacher;1895-05-01;1900-01-02\n");
  eqp_test_file_take (file, "units", "code;course;name;hours\nU1;C1;Didactique;7h30\n");
  categories = dup_sheet (file, EQP_KIND_CATEGORIES);
  mandates = dup_sheet (file, EQP_KIND_MANDATES);
  units = dup_sheet (file, EQP_KIND_UNITS);
  g_assert_nonnull (strstr (categories, "<v>1</v>"));
  g_assert_nonnull (strstr (categories, "width=\"36."));
  g_assert_nonnull (strstr (mandates, "<t>1895-05-01</t>"));
  g_assert_nonnull (strstr (mandates, "<v>2</v>"));
  g_assert_nonnull (strstr (units, "<t>7h30</t>"));
}

/* A list of codes is a list. */
static void
test_lists (EqpTestFile  *file,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *sites;

  eqp_test_file_take (file, "sites", "code;name;institution\nS2;Port-Clair;INST\nS1;Valmer;INST\n");
  eqp_test_file_take (file, "courses", "code;name_fr;mention;sites\nC1;Parcours un;M1;S1|S2\n");
  text = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_COURSES), EQP_EXPORT_JSON, &error);
  g_assert_no_error (error);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  sites = json_object_get_array_member (
    json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "rows"), 0), "sites");
  g_assert_cmpuint (json_array_get_length (sites), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (sites, 0), ==, "S1");
  g_assert_cmpstr (json_array_get_string_element (sites, 1), ==, "S2");
}

/* One sentence in each format, nothing half-written, and the old table is still there. */
static void
test_full_disk (EqpTestFile  *file,
                gconstpointer data)
{
  static const EqpExportFormat formats[] = { EQP_EXPORT_CSV, EQP_EXPORT_JSON, EQP_EXPORT_XLSX };
  g_autofree char             *path = eqp_test_file_write (file, "old.xlsx", "old", -1);
  guint                        n_files = test_count_files (file->folder);
  g_autofree char             *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean written;

      test_limit_files (64);
      written = eqp_export_file (file->store, eqp_kind_get (EQP_KIND_CATEGORIES), formats[i], path, &error);
      test_limit_files (RLIM_INFINITY);
      g_assert_false (written);
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
      g_assert_null (strchr (error->message, '\n'));
      if (formats[i] == EQP_EXPORT_XLSX)
        g_assert_nonnull (strstr (error->message, "there is no space left on the disk"));
    }
  g_assert_cmpuint (test_count_files (file->folder), ==, n_files);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

/* From a file that was closed, or of which a row cannot be read: nothing is written either. */
static void
test_unreadable_rows (EqpTestFile  *file,
                      gconstpointer data)
{
  static const char *const statements[] = {
    "ALTER TABLE mention RENAME TO kept",
    "CREATE VIEW mention AS SELECT * FROM kept WHERE abs (-9223372036854775807 - (kept.code > 'M1'))",
  };
  const EqpKind   *kind = eqp_kind_get (EQP_KIND_MENTIONS);
  g_autofree char *path = g_build_filename (file->folder, "mentions.xlsx", NULL);
  guint            n_files;

  eqp_test_file_take (file, "mentions", "code;name_fr\nM2;Mention deux\n");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpQuery) query = eqp_store_query (file->store, &error, statements[i], NULL);

      g_assert_false (eqp_query_next (query, &error));
      g_assert_no_error (error);
    }
  n_files = test_count_files (file->folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) csv = NULL;
      g_autoptr (GError) xlsx = NULL;

      if (i == 1)
        eqp_store_close (file->store);
      g_assert_null (eqp_export_to_text (file->store, kind, EQP_EXPORT_CSV, &csv));
      g_assert_error (csv, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
      g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_XLSX, path, &xlsx));
      g_assert_error (xlsx, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
    }
  g_assert_cmpuint (test_count_files (file->folder), ==, n_files);
}

/* A name without an end, one without a folder, and what is no place for a table. */
static void
test_names (EqpTestFile  *file,
            gconstpointer data)
{
  const EqpKind   *kind = eqp_kind_get (EQP_KIND_PEOPLE);
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *bare = g_build_filename (file->folder, "people", NULL);
  g_autofree char *pipe = g_build_filename (file->folder, "pipe.csv", NULL);
  g_autofree char *below = g_build_filename (bare, "people.csv", NULL);
  g_autoptr (GError) error = NULL;
  guint n_files;

  g_assert_true (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, bare, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_chdir (file->folder), ==, 0);
  g_assert_true (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, "here.csv", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  n_files = test_count_files (file->folder);
  g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, pipe, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "is no ordinary file"));
  g_clear_error (&error);
  g_assert_false (eqp_export_file (file->store, kind, EQP_EXPORT_CSV, below, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_cmpuint (test_count_files (file->folder), ==, n_files);
}

/* What happens to the place while the file is written: the file does not appear, and leaves nothing behind. */
static void
test_commit (EqpTestFile  *file,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (file->folder, "out.txt", NULL);
  guint            n_files = test_count_files (file->folder);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      EqpOutputFile *output = eqp_output_file_new (path, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (eqp_output_file_get_path (output), ".txt"));
      if (i == 0)
        g_assert_cmpint (g_unlink (eqp_output_file_get_path (output)), ==, 0);
      else if (i == 1)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      if (i < 2)
        {
          g_assert_false (eqp_output_file_commit (output, &error));
          g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
          g_assert_nonnull (strstr (error->message, "out.txt” cannot be written: "));
        }
      eqp_output_file_free (output);
      if (i == 1)
        g_assert_cmpint (g_rmdir (path), ==, 0);
      g_assert_cmpuint (test_count_files (file->folder), ==, n_files);
    }
}

#define ADD(name, func) g_test_add ("/export-places/" name, EqpTestFile, NULL, eqp_test_file_set_up, func, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("cells", test_cells);
  ADD ("lists", test_lists);
  ADD ("full-disk", test_full_disk);
  ADD ("unreadable-rows", test_unreadable_rows);
  ADD ("names", test_names);
  ADD ("commit", test_commit);
  return g_test_run ();
}
