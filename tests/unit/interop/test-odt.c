/* test-odt.c — OpenDocument texts: every kind of block, and whatever somebody typed, gives well-formed XML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interop/eqp-odt.h"

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

static void
test_unwritable (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Title", EQP_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;

  eqp_section_add_paragraph (eqp_document_add_section (document, "One"), EQP_PARAGRAPH_NORMAL, "Text");
  g_assert_false (eqp_document_write_odt (document, "/no/such/folder/x.odt", &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS);
  g_assert_nonnull (strstr (error->message, "/no/such/folder/x.odt"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/odt/everything", test_everything);
  g_test_add_func ("/odt/unwritable", test_unwritable);
  return g_test_run ();
}
