/* test-pdf.c — PDF files: what readers find in them, and what happens when they cannot be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-sample.h"
#include "report-tools.h"
#include "report/layout/eqp-pdf-finish.h"
#include "report/layout/eqp-pdf.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <string.h>

static const ReportSample full = { .n_members = 17, .fits_one_page = TRUE };

static EqpDocument *
new_document (EqpLanguage language)
{
  EqpDocument *document = report_sample_new (language);

  report_sample_add_roster (document, "Mathématiques", &full);
  report_sample_add_roster (document, "Physique-chimie", &full);
  return document;
}

#define assert_contains(text, part)                \
  G_STMT_START                                     \
  {                                                \
    if (strstr (text, part) == NULL)               \
      g_error ("“%s” is not in:\n%s", part, text); \
  }                                                \
  G_STMT_END

static void
test_properties (void)
{
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  if (!report_tools_have ("pdfinfo"))
    return;
  path = report_tools_write (new_document (EQP_LANGUAGE_FR), "properties.pdf");
  info = report_tools_read ("pdfinfo", path);
  assert_contains (info, "Title:           Composition du conseil de mathématiques\n");
  assert_contains (info, "Subject:         Conseils de perfectionnement\n");
  assert_contains (info, "Author:          Pôle d’exemple\n");
  assert_contains (info, "CreationDate:    Sat Nov 21 09:00:00 2026 UTC\n");
  assert_contains (info, "Tagged:          yes\n");
  assert_contains (info, "Pages:           2\n");
  assert_contains (info, "(A4)\n");
  assert_contains (info, "PDF version:     1.7\n");
}

static void
test_structure (void)
{
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *text = NULL;

  if (!report_tools_have ("pdfinfo"))
    return;
  path = report_tools_write (new_document (EQP_LANGUAGE_FR), "structure.pdf");
  structure = report_tools_read ("pdfinfo", "-struct-text", path);
  assert_contains (structure, "H1 (block)\n    \"Mathématiques\"\n");
  assert_contains (structure, "Table (block)\n    TR\n      TH\n        \"Nom\"\n");
  assert_contains (structure, "TD\n        \"M. Anne Arnaud\"\n");
  assert_contains (structure, "Lbl (block)\n        \"Décision\"\n");
  /* Decoration is not read aloud. */
  g_assert_null (strstr (structure, "CPER-07"));
  text = report_tools_read ("pdftotext", "-layout", path, "-");
  assert_contains (text, "CPER-07");
  assert_contains (text, "Siège vacant — minimum non atteint");
}

static void
test_catalogue (void)
{
  g_autofree char *path = NULL;
  g_autofree char *english = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *json = NULL;
  g_autofree char *english_json = NULL;

  if (!report_tools_have ("qpdf"))
    return;
  path = report_tools_write (new_document (EQP_LANGUAGE_FR), "catalogue.pdf");
  english = report_tools_write (new_document (EQP_LANGUAGE_EN), "english.pdf");
  checked = report_tools_read ("qpdf", "--check", path);
  assert_contains (checked, "No syntax or stream encoding errors found");
  json = report_tools_read ("qpdf", "--json", path);
  assert_contains (json, "\"/Lang\": \"u:fr-FR\"");
  assert_contains (json, "\"/DisplayDocTitle\": true");
  assert_contains (json, "\"/Marked\": true");
  assert_contains (json, "\"/Title\": \"u:Physique-chimie\"");
  assert_contains (json, "\"/ID\"");
  english_json = report_tools_read ("qpdf", "--json", english);
  assert_contains (english_json, "\"/Lang\": \"u:en-GB\"");
}

static void
test_untagged (void)
{
  g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
  g_autofree char *path = test_dup_path ("untagged.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;

  if (!report_tools_have ("pdfinfo"))
    return;
  eqp_document_write_pdf_full (document, path, NULL, EQP_PDF_UNTAGGED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  info = report_tools_read ("pdfinfo", path);
  assert_contains (info, "Tagged:          no\n");
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
  g_autoptr (EqpDocument) again = new_document (EQP_LANGUAGE_FR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = eqp_document_to_pdf (document, &error);
  g_autoptr (GBytes) second = eqp_document_to_pdf (document, &error);
  g_autoptr (GBytes) third = eqp_document_to_pdf (again, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
  g_assert_cmpmem (g_bytes_get_data (first, NULL), 5, "%PDF-", 5);
}

/* ---- the update behind a file ---- */

/* A file as cairo writes it: a catalogue with @keys, an information dictionary, and a figure. */
static char *
dup_file (const char *keys)
{
  GString *file = g_string_new ("%PDF-1.4\n");
  gsize    offsets[3];
  gsize    xref;

  offsets[0] = file->len;
  g_string_append_printf (file, "1 0 obj\n<< /Type /Catalog\n%s>>\nendobj\n", keys);
  offsets[1] = file->len;
  g_string_append (file, "2 0 obj\n<< /Producer (test)\n>>\nendobj\n");
  offsets[2] = file->len;
  g_string_append (file, "3 0 obj\n<< /Type /StructElem\n   /S /Figure\n>>\nendobj\n");
  xref = file->len;
  g_string_append (file, "xref\n0 4\n0000000000 65535 f \n");
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (file, "trailer\n<< /Size 4\n   /Root 1 0 R\n   /Info 2 0 R\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);
  return g_string_free (file, FALSE);
}

/* NULL when the file was not understood. */
static char *
dup_update (const char *file,
            gsize       length)
{
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new ();
  g_autoptr (GString) update = g_string_new (NULL);

  g_ptr_array_add (descriptions, (char *)"Été");
  if (!_eqp_pdf_make_update (file, length, "fr-FR", "seed", descriptions, update))
    return NULL;
  return g_strdup (update->str);
}

/* What the catalogue lacks is added, what it has is left as it is; the figure gets its description. */
static void
test_update (void)
{
  g_autofree char *bare = dup_file ("");
  g_autofree char *tagged = dup_file ("   /StructTreeRoot 9 0 R\n");
  g_autofree char *full_one = dup_file ("   /StructTreeRoot 9 0 R\n   /MarkInfo 8 0 R\n   /Lang (de)\n   /Version /1.5\n   /ViewerPreferences 7 0 R\n");
  g_autofree char *of_bare = dup_update (bare, strlen (bare));
  g_autofree char *of_tagged = dup_update (tagged, strlen (tagged));
  g_autofree char *of_full_one = dup_update (full_one, strlen (full_one));

  assert_contains (of_bare, "1 0 obj\n<< /Type /Catalog\n   /Version /1.7\n   /Lang (fr-FR)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n");
  assert_contains (of_bare, "3 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /Alt <FEFF00C9007400E9>\n>>\nendobj\n");
  assert_contains (of_bare, "\n   /Root 1 0 R\n   /Info 2 0 R\n   /Prev ");
  g_assert_null (strstr (of_bare, "/MarkInfo"));
  assert_contains (of_tagged, "   /MarkInfo << /Marked true >>\n");
  g_assert_null (strstr (of_full_one, "/Marked"));
  g_assert_null (strstr (of_full_one, "fr-FR"));
  g_assert_null (strstr (of_full_one, "/1.7"));
  g_assert_null (strstr (of_full_one, "DisplayDocTitle"));
}

/* A file that lacks any of what the update leans on is not understood; neither is one that is cut short, wherever. */
static void
test_not_understood (void)
{
  static const char *const words[] = { "/Catalog\n>>\nendobj", "xref\n0 4", "trailer", "startxref", "/Size", "/Root", "/Info" };
  g_autofree char         *file = dup_file ("");
  gsize                    length = strlen (file);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *damaged = g_strdup (file);
      char            *at = g_strrstr (damaged, words[i]);

      memset (at, '?', strlen (words[i]));
      if (strstr (words[i], "endobj") != NULL) /* Nor in the objects behind it. */
        for (char *next = at; (next = strstr (next, "endobj")) != NULL;)
          *next = '?';
      g_assert_null (dup_update (damaged, length));
    }
  for (gsize i = 0; i < length - 6; i++) /* All but "%%EOF" and what ends the line before it. */
    {
      g_autofree char *shorter = g_strndup (file, i);
      g_autofree char *update = dup_update (shorter, i);

      if (update != NULL && strstr (shorter, "startxref\n") == NULL)
        g_error ("%" G_GSIZE_FORMAT " bytes were understood", i);
    }
}

/* A figure that is no structure element, or not in the table, stays without a description. */
static void
test_unknown_figure (void)
{
  g_autofree char *file = dup_file ("");
  g_autofree char *strange = g_strdup (file);
  g_autofree char *missing = g_strdup (file);
  g_autofree char *of_strange = NULL;
  g_autofree char *of_missing = NULL;

  strstr (strange, "/StructElem")[1] = 'T';
  of_strange = dup_update (strange, strlen (strange));
  g_assert_nonnull (of_strange);
  g_assert_null (strstr (of_strange, "/Alt"));
  strstr (missing, "3 0 obj")[0] = '9';
  of_missing = dup_update (missing, strlen (missing));
  g_assert_nonnull (of_missing);
  g_assert_null (strstr (of_missing, "/Alt"));
}

/* ---- files that cannot be written ---- */

static void
test_missing_folder (void)
{
  g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
  g_autofree char *path = test_dup_path ("nowhere/file.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_document_write_pdf (document, path, &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS);
  assert_contains (error->message, "file.pdf");
}

static void
test_folder_is_not_replaced (void)
{
  g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
  g_autofree char *folder = test_dup_path ("taken");
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_false (eqp_document_write_pdf (document, path, &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS);
  g_assert_cmpuint (test_count_files (folder), ==, 1);
}

static void
test_full_disk_leaves_nothing (void)
{
  /* A limit on the size of files stands in for a full disk; it needs its own process. */
  if (g_test_subprocess ())
    {
      g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
      g_autofree char *folder = test_dup_path ("full");
      g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      test_limit_files (4096);
      g_assert_false (eqp_document_write_pdf (document, path, &error));
      g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FULL);
      g_assert_cmpuint (test_count_files (folder), ==, 1);
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "before");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

static void
cancel_cb (guint    n_pages,
           gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled_leaves_nothing (void)
{
  g_autoptr (EqpDocument) document = new_document (EQP_LANGUAGE_FR);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = test_dup_path ("cancelled");
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_false (eqp_document_write_pdf_full (document, path, NULL, EQP_PDF_DEFAULT, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_count_files (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  eqp_language_init ();

  g_test_add_func ("/pdf/properties", test_properties);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/catalogue", test_catalogue);
  g_test_add_func ("/pdf/untagged", test_untagged);
  g_test_add_func ("/pdf/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/pdf/update", test_update);
  g_test_add_func ("/pdf/not-understood", test_not_understood);
  g_test_add_func ("/pdf/unknown-figure", test_unknown_figure);
  g_test_add_func ("/pdf/missing-folder", test_missing_folder);
  g_test_add_func ("/pdf/folder-is-not-replaced", test_folder_is_not_replaced);
  g_test_add_func ("/pdf/full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  g_test_add_func ("/pdf/cancelled-leaves-nothing", test_cancelled_leaves_nothing);

  return g_test_run ();
}
