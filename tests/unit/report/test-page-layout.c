/* test-page-layout.c — where blocks fall on pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-geometry.h"
#include "report-sample.h"
#include "report/layout/eqp-page-layout.h"
#include "tests/test-folder.h"

#define MARGIN EQP_MM (20)

static const char long_text[] = "Le conseil examine le bilan de l’année, entend les représentants des étudiants et formule ses propositions. ";

static EqpPageLayout *
lay_out (EqpDocument *document)
{
  g_autoptr (EqpDocument) owned = document;

  return eqp_page_layout_new (owned, NULL);
}

static void
assert_sound (EqpPageLayout *layout)
{
  const EqpPaperPage *page;

  for (guint i = 0; (page = eqp_page_layout_get_page (layout, i)) != NULL; i++)
    {
      report_geometry_assert_inside (page, MARGIN);
      report_geometry_assert_apart (page);
      report_geometry_assert_nested (page);
    }
}

static void
test_full_roster_fits_one_page (void)
{
  const ReportSample sample = { .n_members = 17, .fits_one_page = TRUE };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  g_autoptr (EqpPageLayout) layout = NULL;

  report_sample_add_roster (document, "Mathématiques", &sample);
  layout = lay_out (document);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 1);
  assert_sound (layout);
}

static void
test_long_names_wrap_and_stay_apart (void)
{
  const ReportSample sample = { .n_members = 30, .has_long_names = TRUE };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  g_autoptr (EqpPageLayout) layout = NULL;
  const EqpPageItem *name;

  report_sample_add_roster (document, "Mathématiques", &sample);
  layout = lay_out (document);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), >, 1);
  assert_sound (layout);
  name = report_geometry_find (eqp_page_layout_get_page (layout, 0), "Mme Marie-Antoinette");
  g_assert_nonnull (name);
  g_assert_cmpint (pango_layout_get_line_count (name->layout), >, 1);
  for (int i = 1; i < pango_layout_get_line_count (name->layout); i++)
    {
      int start = pango_layout_get_line_readonly (name->layout, i)->start_index;

      g_assert_cmpint (pango_layout_get_text (name->layout)[start - 1], ==, ' ');
    }
}

static void
test_header_is_repeated_and_groups_keep_their_row (void)
{
  const ReportSample sample = { .n_members = 120 };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  g_autoptr (EqpPageLayout) layout = NULL;
  guint n_pages;

  report_sample_add_roster (document, "Mathématiques", &sample);
  layout = lay_out (document);
  n_pages = eqp_page_layout_get_n_pages (layout);
  g_assert_cmpuint (n_pages, >, 2);
  assert_sound (layout);
  for (guint i = 0; i < n_pages; i++)
    {
      const EqpPaperPage *page = eqp_page_layout_get_page (layout, i);
      double              group = 0;
      double              member = 0;

      g_assert_cmpuint (report_geometry_count (page, "Nom"), ==, 1);
      g_assert_cmpuint (page->number, ==, i + 1);
      g_assert_cmpuint (page->of, ==, n_pages);
      for (guint j = 0; j < page->items->len; j++)
        {
          const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, j);

          if (item->type == EQP_ITEM_TEXT && item->role == EQP_ROLE_CELL)
            {
              if (g_str_has_prefix (pango_layout_get_text (item->layout), "Enseignants intervenant"))
                group = item->y;
              else
                member = MAX (member, item->y);
            }
        }
      g_assert_cmpfloat (group, <, member);
    }
}

static void
test_tall_row_is_parted (void)
{
  EqpDocument         *document = report_sample_new (EQP_LANGUAGE_FR);
  EqpSection          *section = eqp_document_add_section (document, "Tall");
  const EqpTableColumn columns[] = { { "Sujet", 80 }, { "Texte", 1, TRUE } };
  EqpTable            *table = eqp_section_add_table (section, columns, 2, EQP_TABLE_GRID);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EqpPageLayout) layout = NULL;
  guint lines = 0;

  for (guint i = 0; i < 120; i++)
    g_string_append (text, long_text);
  eqp_section_add_row (section, table, EQP_ROW_NORMAL, (EqpTableCell[]){ { "Bilan" }, { text->str } }, 2);
  layout = lay_out (document);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), >, 1);
  assert_sound (layout);
  for (guint i = 0; i < eqp_page_layout_get_n_pages (layout); i++)
    {
      const EqpPageItem *item = report_geometry_find (eqp_page_layout_get_page (layout, i), "Le conseil examine");

      g_assert_nonnull (item);
      g_assert_cmpuint (item->first_line, ==, lines);
      lines += item->n_lines;
      g_assert_cmpuint (lines, <=, (guint)pango_layout_get_line_count (item->layout));
      if (i + 1 == eqp_page_layout_get_n_pages (layout))
        g_assert_cmpuint (lines, ==, (guint)pango_layout_get_line_count (item->layout));
    }
}

static void
test_signatures_stay_with_their_text (void)
{
  /* Whatever stands above, the boxes share a page with the sentence they sign. */
  for (guint n = 0; n < 60; n++)
    {
      EqpDocument *document = report_sample_new (EQP_LANGUAGE_FR);
      EqpSection  *section = eqp_document_add_section (document, "Signed");
      g_autoptr (EqpPageLayout) layout = NULL;
      const EqpPaperPage *last;
      const EqpPageItem  *label;

      for (guint i = 0; i < n; i++)
        eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, "Une ligne.");
      eqp_section_begin_keep (section);
      eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, "Fait à Exempleville.");
      eqp_section_add_signature (section, "La présidente", "Mme Anne Arnaud");
      eqp_section_add_signature (section, "Le secrétaire", NULL);
      eqp_section_end_keep (section);
      layout = lay_out (document);
      assert_sound (layout);
      last = eqp_page_layout_get_page (layout, eqp_page_layout_get_n_pages (layout) - 1);
      g_assert_cmpuint (report_geometry_count (last, "Fait à"), ==, 1);
      label = report_geometry_find (last, "La présidente");
      g_assert_nonnull (label);
      g_assert_cmpfloat_with_epsilon (label->y, report_geometry_find (last, "Le secrétaire")->y, 0.01);
      g_assert_cmpfloat (report_geometry_find (last, "Mme Anne Arnaud")->y, >, label->y);
    }
}

static void
test_paragraph_leaves_no_single_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    g_string_append (text, long_text);
  for (guint n = 20; n < 45; n++)
    {
      EqpDocument *document = report_sample_new (EQP_LANGUAGE_FR);
      EqpSection  *section = eqp_document_add_section (document, "Text");
      g_autoptr (EqpPageLayout) layout = NULL;

      for (guint i = 0; i < n; i++)
        eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, "Une ligne.");
      eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, text->str);
      layout = lay_out (document);
      assert_sound (layout);
      for (guint i = 0; i < eqp_page_layout_get_n_pages (layout); i++)
        {
          const EqpPageItem *item = report_geometry_find (eqp_page_layout_get_page (layout, i), "Le conseil examine");

          g_assert_true (item == NULL || item->n_lines != 1);
        }
    }
}

static void
test_wide_word_shrinks_into_its_column (void)
{
  EqpDocument         *document = report_sample_new (EQP_LANGUAGE_FR);
  EqpSection          *section = eqp_document_add_section (document, "Words");
  const EqpTableColumn columns[] = { { "Nom", 72 }, { "Nom", 72 }, { "Reste", 1, TRUE } };
  EqpTable            *table = eqp_section_add_table (section, columns, 3, EQP_TABLE_PLAIN);
  g_autoptr (EqpPageLayout) layout = NULL;

  eqp_section_add_row (section, table, EQP_ROW_NORMAL,
                       (EqpTableCell[]){ { "Villeneuve-Bargemont" }, { "Anticonstitutionnellementissimement" }, { "…" } }, 3);
  layout = lay_out (document);
  assert_sound (layout);
  g_assert_cmpint (pango_layout_get_line_count (report_geometry_find (eqp_page_layout_get_page (layout, 0), "Villeneuve")->layout), ==, 1);
}

static void
test_labels_keep_to_their_grid (void)
{
  const EqpLabelGrid grid = { .columns = 2, .rows = 7, .width = 280, .height = 108, .left = 13, .top = 43, .column_step = 288, .row_step = 108 };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  EqpSection        *section = eqp_document_add_section (document, NULL);
  g_autoptr (EqpPageLayout) layout = NULL;
  const EqpPaperPage *page;

  eqp_section_set_footer (section, "");
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nom %u", i + 1);

      eqp_section_add_label (section, &grid, name, i == 3 ? long_text : "Rue\nVille");
    }
  layout = lay_out (document);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 2);
  page = eqp_page_layout_get_page (layout, 0);
  report_geometry_assert_apart (page);
  g_assert_cmpuint (report_geometry_count (page, "Nom"), ==, 14);
  g_assert_cmpuint (report_geometry_count (page, "Page"), ==, 0);
  g_assert_cmpfloat_with_epsilon (report_geometry_find (page, "Nom 2")->x - report_geometry_find (page, "Nom 1")->x, 288, 0.01);
  g_assert_cmpfloat_with_epsilon (report_geometry_find (page, "Nom 3")->y - report_geometry_find (page, "Nom 1")->y, 108, 0.01);
  g_assert_cmpuint (report_geometry_count (eqp_page_layout_get_page (layout, 1), "Nom 15"), ==, 1);
}

static void
test_sections_are_numbered_apart (void)
{
  const ReportSample short_one = { .n_members = 5 };
  const ReportSample long_one = { .n_members = 60 };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  g_autoptr (EqpPageLayout) layout = NULL;
  guint n_pages;

  eqp_document_set_numbering (document, EQP_NUMBERING_SECTION);
  report_sample_add_roster (document, "Un", &short_one);
  report_sample_add_roster (document, "Deux", &long_one);
  report_sample_add_roster (document, "Trois", &short_one);
  layout = lay_out (document);
  n_pages = eqp_page_layout_get_n_pages (layout);
  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (eqp_page_layout_get_page (layout, 0)->of, ==, 1);
  g_assert_cmpuint (eqp_page_layout_get_page (layout, 1)->number, ==, 1);
  g_assert_cmpuint (eqp_page_layout_get_page (layout, 1)->of, ==, n_pages - 2);
  g_assert_cmpuint (eqp_page_layout_get_page (layout, n_pages - 2)->number, ==, n_pages - 2);
  g_assert_cmpuint (eqp_page_layout_get_page (layout, n_pages - 1)->number, ==, 1);
  g_assert_null (eqp_page_layout_get_page (layout, n_pages));
}

static void
count_builds_cb (EqpSection *section,
                 gpointer    data)
{
  const ReportSample sample = { .n_members = 12 };

  (*(guint *)data)++;
  report_sample_fill_roster (section, "Paresseux", &sample);
}

static void
test_lazy_sections_are_built_in_turn (void)
{
  EqpDocument *document = report_sample_new (EQP_LANGUAGE_FR);
  g_autoptr (EqpPageLayout) layout = NULL;
  guint builds = 0;

  eqp_document_set_numbering (document, EQP_NUMBERING_SECTION);
  for (guint i = 0; i < 100; i++)
    eqp_document_add_lazy_section (document, "Paresseux", count_builds_cb, &builds, NULL);
  layout = lay_out (document);
  g_assert_cmpuint (builds, ==, 0);
  g_assert_nonnull (eqp_page_layout_get_page (layout, 2));
  g_assert_cmpuint (builds, ==, 3);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 100);
  g_assert_cmpuint (builds, ==, 100);
  /* The first page was dropped meanwhile and is made again. */
  g_assert_cmpuint (report_geometry_count (eqp_page_layout_get_page (layout, 0), "Paresseux"), ==, 1);
  g_assert_cmpuint (builds, ==, 101);
  g_assert_cmpuint (eqp_section_get_n_blocks (eqp_document_get_section (eqp_page_layout_get_document (layout), 0)), ==, 0);
}

static void
test_contents_name_the_pages (void)
{
  const ReportSample sample = { .n_members = 60 };
  EqpDocument       *document = report_sample_new (EQP_LANGUAGE_FR);
  EqpSection        *cover = eqp_document_add_section (document, NULL);
  g_autoptr (EqpPageLayout) layout = NULL;
  guint               second = 2;
  g_autofree char    *number = NULL;
  const EqpPaperPage *page;

  eqp_section_add_contents (cover);
  report_sample_add_roster (document, "Premier", &sample);
  report_sample_add_roster (document, "Second", &sample);
  eqp_document_set_numbering (document, EQP_NUMBERING_SECTION);
  layout = lay_out (document);
  while (report_geometry_count (eqp_page_layout_get_page (layout, second), "Second") == 0)
    second++;
  g_assert_cmpuint (second, >, 2);
  number = g_strdup_printf ("%u", second + 1);
  page = eqp_page_layout_get_page (layout, 0);
  g_assert_cmpfloat_with_epsilon (report_geometry_find (page, "2")->y, report_geometry_find (page, "Premier")->y, 0.01);
  g_assert_cmpfloat_with_epsilon (report_geometry_find (page, number)->y, report_geometry_find (page, "Second")->y, 0.01);
}

static void
test_empty_document_has_no_page (void)
{
  g_autoptr (EqpPageLayout) layout = lay_out (report_sample_new (EQP_LANGUAGE_FR));

  g_assert_null (eqp_page_layout_get_page (layout, 0));
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  eqp_language_init ();

  g_test_add_func ("/page-layout/full-roster-fits-one-page", test_full_roster_fits_one_page);
  g_test_add_func ("/page-layout/long-names-wrap-and-stay-apart", test_long_names_wrap_and_stay_apart);
  g_test_add_func ("/page-layout/header-is-repeated", test_header_is_repeated_and_groups_keep_their_row);
  g_test_add_func ("/page-layout/tall-row-is-parted", test_tall_row_is_parted);
  g_test_add_func ("/page-layout/signatures-stay-with-their-text", test_signatures_stay_with_their_text);
  g_test_add_func ("/page-layout/paragraph-leaves-no-single-lines", test_paragraph_leaves_no_single_lines);
  g_test_add_func ("/page-layout/wide-word-shrinks", test_wide_word_shrinks_into_its_column);
  g_test_add_func ("/page-layout/labels-keep-to-their-grid", test_labels_keep_to_their_grid);
  g_test_add_func ("/page-layout/sections-are-numbered-apart", test_sections_are_numbered_apart);
  g_test_add_func ("/page-layout/lazy-sections-are-built-in-turn", test_lazy_sections_are_built_in_turn);
  g_test_add_func ("/page-layout/contents-name-the-pages", test_contents_name_the_pages);
  g_test_add_func ("/page-layout/empty-document-has-no-page", test_empty_document_has_no_page);

  return g_test_run ();
}
