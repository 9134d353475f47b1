/* test-odt.c — OpenDocument texts: every kind of block, and whatever somebody typed, gives well-formed XML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interop/eqp-odt.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#define NASTY "A <b> & \"c\" 'd' \001\033 é\nsecond  line\tend \xff"

static char *
dup_member (const char *path,
            const char *name)
{
  zip_t           *archive = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t       stat;
  zip_file_t      *file;
  g_autofree char *text = NULL;

  g_assert_nonnull (archive);
  g_assert_cmpint (zip_stat (archive, name, 0, &stat), ==, 0);
  file = zip_fopen (archive, name, 0);
  g_assert_nonnull (file);
  text = g_malloc0 (stat.size + 1);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (zip_int64_t)stat.size);
  zip_fclose (file);
  zip_discard (archive);
  return g_steal_pointer (&text);
}

static void
assert_well_formed (const char *xml)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
add_everything (EqpSection *section)
{
  const EqpTableColumn columns[] = { { "First " NASTY, 1, TRUE }, { "Second", 60, FALSE, EQP_ALIGN_END } };
  const EqpTableCell   cells[] = { { NASTY, .chip = EQP_CHIP_UNIVERSITY }, { "2", .sign = EQP_SIGN_CHECK } };
  EqpTable            *table;

  eqp_section_add_letterhead (section, NASTY, "Right");
  eqp_section_add_heading (section, 1, NASTY);
  eqp_section_add_heading (section, 2, "Second level");
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, NASTY);
  eqp_section_add_key_value (section, "Key", NASTY);
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  eqp_section_add_row (section, table, EQP_ROW_GROUP, cells, 2);
  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, 2);
  eqp_section_add_row (section, table, EQP_ROW_VACANT, cells, 1);
  eqp_section_add_row (section, table, EQP_ROW_NORMAL, NULL, 0);
  eqp_section_add_finding (section, EQP_SIGN_ERROR, "Error", NASTY, "Why");
  eqp_section_add_signature (section, "The chair", NASTY);
  eqp_section_add_contents (section);
  eqp_section_add_page_break (section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, "After the break");
}

static char *
write_document (EqpDocument *document,
                char       **folder)
{
  g_autoptr (GError) error = NULL;
  char *path;

  *folder = g_dir_make_tmp ("odt-XXXXXX", NULL);
  path = g_build_filename (*folder, "x.odt", NULL);
  g_assert_true (eqp_document_write_odt (document, path, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_everything (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new (NASTY, EQP_LANGUAGE_FR);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autofree char *styles = NULL;
  g_autofree char *meta = NULL;

  add_everything (eqp_document_add_section (document, NASTY));
  add_everything (eqp_document_add_section (document, "Second"));
  eqp_document_set_author (document, NASTY);
  path = write_document (document, &folder);
  content = dup_member (path, "content.xml");
  styles = dup_member (path, "styles.xml");
  meta = dup_member (path, "meta.xml");
  assert_well_formed (content);
  assert_well_formed (styles);
  assert_well_formed (meta);
  g_assert_null (strchr (content, '\001'));
  g_assert_null (strchr (content, '\033'));
  g_assert_cmpuint (count (content, "<table:table-header-rows>"), ==, 2);
  g_assert_cmpuint (count (content, "text:outline-level=\"1\""), ==, 2);
  g_assert_cmpuint (count (content, "\"PageBreak\""), >=, 2);
  g_assert_nonnull (strstr (content, "second <text:s/>line<text:tab/>end"));
  g_assert_nonnull (strstr (styles, "fo:language=\"fr\""));
  g_assert_nonnull (strstr (meta, "<dc:language>fr-FR</dc:language>"));
  g_unlink (path);
  g_rmdir (folder);
}

/* What is in the parts of a document, which is written and removed again; (transfer full). */
static char *
dup_part (EqpDocument *document,
          const char  *part)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = write_document (document, &folder);
  char            *text = dup_member (path, part);

  g_unlink (path);
  g_rmdir (folder);
  assert_well_formed (text);
  return text;
}

/* Labels lie in a grid as wide as the page, row by row, the last one filled up. */
static void
test_labels (void)
{
  const EqpLabelGrid grid = { .columns = 3, .rows = 8, .width = 180, .height = 100 };
  g_autoptr (EqpDocument) document = eqp_document_new ("Labels", EQP_LANGUAGE_EN);
  EqpSection      *section = eqp_document_add_section (document, NULL);
  g_autofree char *content = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Person %u", i);

      eqp_section_add_label (section, &grid, title, i == 4 ? NULL : "Street\nTown");
    }
  content = dup_part (document, "content.xml");
  g_assert_cmpuint (count (content, "<table:table-row "), ==, 2);
  g_assert_cmpuint (count (content, "<table:table-cell "), ==, 6);
  g_assert_cmpuint (count (content, "Person 1<text:line-break/>Street<text:line-break/>Town"), ==, 1);
  g_assert_cmpuint (count (content, "Person 4</text:p>"), ==, 1);
}

/* A chart is a picture with a name of its own and its description; a title stands above it. */
static void
test_charts (void)
{
  const EqpChartMonth months[] = { { .month = eqp_date_from_ymd (2026, 9, 1), .fc = 600, .fi = 300 } };
  const EqpChartData  data = { .language = EQP_LANGUAGE_EN, .months = months, .n_months = 1 };
  g_autoptr (EqpDocument) document = eqp_document_new ("Charts", EQP_LANGUAGE_EN);
  EqpSection      *section = eqp_document_add_section (document, "Only one");
  g_autofree char *content = NULL;
  g_autofree char *manifest = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  eqp_section_add_chart (section, &data, "Hours <by> month", "Ten hours & five", 200);
  eqp_section_add_chart (section, &data, NULL, "The same again", 150);
  content = dup_part (document, "content.xml");
  manifest = dup_part (document, "META-INF/manifest.xml");
  g_assert_cmpuint (count (content, "text:outline-level=\"3\">Hours &lt;by&gt; month</text:h>"), ==, 1);
  g_assert_cmpuint (count (content, "<svg:title>Hours &lt;by&gt; month</svg:title><svg:desc>Ten hours &amp; five</svg:desc>"), ==, 1);
  g_assert_cmpuint (count (content, "<svg:title>The same again</svg:title><svg:desc>The same again</svg:desc>"), ==, 1);
  g_assert_cmpuint (count (content, "svg:height=\"150.0pt\""), ==, 1);
  g_assert_cmpuint (count (manifest, "full-path=\"Pictures/chart1.png\" manifest:media-type=\"image/png\""), ==, 1);
  g_assert_cmpuint (count (manifest, "full-path=\"Pictures/chart2.png\""), ==, 1);
  path = write_document (document, &folder);
  picture = dup_member (path, "Pictures/chart2.png");
  g_assert_cmpmem (picture, 4, "\211PNG", 4);
  g_unlink (path);
  g_rmdir (folder);
}

/* Only a heading of the first level carries the break itself; the third is the deepest there is; a section may go on a page. */
static void
test_pages (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Pages", EQP_LANGUAGE_EN);
  EqpSection      *first = eqp_document_add_section (document, "First");
  EqpSection      *second = eqp_document_add_section (document, "Second");
  EqpSection      *third = eqp_document_add_section (document, NULL);
  g_autofree char *content = NULL;

  eqp_section_add_contents (first);
  eqp_section_set_starts_page (second, TRUE);
  eqp_section_add_heading (second, 1, "Own page");
  eqp_section_add_page_break (second);
  eqp_section_add_heading (second, 2, "Broken before");
  eqp_section_set_starts_page (third, FALSE);
  eqp_section_add_heading (third, 3, "Deep");
  eqp_section_add_heading (third, 1, "Same page");
  content = dup_part (document, "content.xml");
  g_assert_nonnull (strstr (content, "<text:h text:style-name=\"Heading1Page\" text:outline-level=\"1\">Own page</text:h>"
                                     "<text:p text:style-name=\"PageBreak\"></text:p>"
                                     "<text:h text:style-name=\"Heading2\" text:outline-level=\"2\">Broken before</text:h>"
                                     "<text:h text:style-name=\"Heading3\" text:outline-level=\"3\">Deep</text:h>"
                                     "<text:h text:style-name=\"Heading1\" text:outline-level=\"1\">Same page</text:h>"));
  /* The contents name the sections that have a title. */
  g_assert_cmpuint (count (content, "\"Contents\""), ==, 2);
}

static void
test_tables (void)
{
  const EqpTableColumn bare[] = { { NULL, 2, TRUE, EQP_ALIGN_CENTER }, { "", 1, TRUE, EQP_ALIGN_START }, { NULL, 90, FALSE, EQP_ALIGN_END } };
  const EqpTableColumn one[] = { { NULL, 1, TRUE, EQP_ALIGN_START } };
  const EqpTableCell   cells[] = { { "North", .sign = EQP_SIGN_WARNING }, { "12", .chip = EQP_CHIP_RECTORAT }, { NULL } };
  g_autoptr (EqpDocument) document = eqp_document_new ("Tables", EQP_LANGUAGE_EN);
  EqpSection      *section = eqp_document_add_section (document, "One");
  EqpTable        *table = eqp_section_add_table (section, bare, G_N_ELEMENTS (bare), EQP_TABLE_GRID);
  g_autofree char *content = NULL;

  eqp_section_add_row (section, table, EQP_ROW_GROUP, cells, 1);
  eqp_section_add_row (section, table, EQP_ROW_VACANT, cells, 3);
  table = eqp_section_add_table (section, one, G_N_ELEMENTS (one), EQP_TABLE_PLAIN);
  eqp_section_add_row (section, table, EQP_ROW_GROUP, cells, 2);
  eqp_section_add_row (section, table, EQP_ROW_GROUP, NULL, 0);
  eqp_section_add_finding (section, EQP_SIGN_WARNING, "Warning", "Nobody there", NULL);
  eqp_section_add_signature (section, "The chair", NULL);
  content = dup_part (document, "content.xml");
  /* No column has a title: no row of titles. */
  g_assert_null (strstr (content, "<table:table-header-rows>"));
  g_assert_cmpuint (count (content, "number-columns-spanned=\"3\""), ==, 1);
  g_assert_cmpuint (count (content, "<table:covered-table-cell/>"), ==, 2);
  g_assert_cmpuint (count (content, "table:style-name=\"CellGrid\""), ==, 3);
  g_assert_nonnull (strstr (content, "\"TableCenter\">▲ North"));
  g_assert_nonnull (strstr (content, "[R] 12"));
  g_assert_nonnull (strstr (content, "▲ Warning — Nobody there"));
  g_assert_nonnull (strstr (content, ">The chair</text:p>"));
}

/* Who, when, in which language; a document that wants no foot has none. */
static void
test_properties (void)
{
  g_autoptr (EqpDocument) dated = eqp_document_new ("Dated", EQP_LANGUAGE_EN);
  g_autoptr (EqpDocument) bare = eqp_document_new ("Bare", EQP_LANGUAGE_EN);
  g_autoptr (EqpDocument) empty = eqp_document_new ("Empty", EQP_LANGUAGE_EN);
  g_autofree char *meta = NULL;
  g_autofree char *with_foot = NULL;
  g_autofree char *without = NULL;
  g_autofree char *nothing = NULL;

  eqp_document_set_date (dated, eqp_date_from_ymd (2026, 11, 21));
  eqp_document_set_reference (dated, "R-7");
  eqp_document_set_subject (dated, "On <things>");
  eqp_section_add_paragraph (eqp_document_add_section (dated, "One"), EQP_PARAGRAPH_SMALL, "\357\277\277 stray");
  meta = dup_part (dated, "meta.xml");
  with_foot = dup_part (dated, "styles.xml");
  g_assert_nonnull (strstr (meta, "<dc:date>2026-11-21T00:00:00</dc:date>"));
  g_assert_nonnull (strstr (meta, "<dc:subject>On &lt;things&gt;</dc:subject>"));
  g_assert_nonnull (strstr (meta, "<dc:language>en-GB</dc:language>"));
  g_assert_null (strstr (meta, "<dc:creator>"));
  g_assert_nonnull (strstr (with_foot, "Dated · R-7 · "));
  eqp_section_set_footer (eqp_document_add_section (bare, "One"), "");
  without = dup_part (bare, "styles.xml");
  g_assert_null (strstr (without, "<style:footer>"));
  nothing = dup_part (empty, "styles.xml");
  g_assert_null (strstr (nothing, "<style:footer>"));
}

/* What was there stays when there is no room for the new one; a folder is no place for a document. */
static void
test_no_room (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Title", EQP_LANGUAGE_EN);
  g_autofree char *folder = g_dir_make_tmp ("odt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.odt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  eqp_section_add_paragraph (eqp_document_add_section (document, "One"), EQP_PARAGRAPH_NORMAL, "Text");
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  test_limit_files (512);
  written = eqp_document_write_odt (document, path, &full);
  test_limit_files (RLIM_INFINITY);
  g_assert_false (written);
  g_assert_error (full, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FULL);
  g_assert_cmpstr (full->message, ==, "“x.odt” could not be written: there is no space left on the disk.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_unlink (path);
  g_assert_false (eqp_document_write_odt (document, folder, &error));
  g_assert_cmpuint (error->domain, ==, EQP_REPORT_ERROR);
  g_assert_nonnull (strstr (error->message, folder));
  g_rmdir (folder);
}

static void
test_unwritable (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Title", EQP_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;

  eqp_section_add_paragraph (eqp_document_add_section (document, "One"), EQP_PARAGRAPH_NORMAL, "Text");
  g_assert_false (eqp_document_write_odt (document, "/no/such/folder/x.odt", &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS);
  g_assert_cmpstr (error->message, ==, "“x.odt” could not be written: its folder does not exist.");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/odt/everything", test_everything);
  g_test_add_func ("/odt/labels", test_labels);
  g_test_add_func ("/odt/charts", test_charts);
  g_test_add_func ("/odt/pages", test_pages);
  g_test_add_func ("/odt/tables", test_tables);
  g_test_add_func ("/odt/properties", test_properties);
  g_test_add_func ("/odt/no-room", test_no_room);
  g_test_add_func ("/odt/unwritable", test_unwritable);
  return g_test_run ();
}
