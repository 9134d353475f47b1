/* test-body-documents.c — rosters, annex, labels and attendance sheet of councils */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-bodies.h"
#include "report-geometry.h"
#include "report-tools.h"
#include "report/bodies/eqp-body-documents.h"
#include "report/layout/eqp-page-layout.h"
#include "tests/test-folder.h"

#include <string.h>

#define MARGIN EQP_MM (20)

static const EqpBodyDocumentOptions english = { .language = EQP_LANGUAGE_EN };

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
test_long_names_fit_one_page (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, TRUE);
  g_autoptr (EqpPageLayout) layout = lay_out (eqp_roster_document_new (body, &english));
  const EqpPaperPage *page = eqp_page_layout_get_page (layout, 0);

  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 1);
  assert_sound (layout);
  g_assert_cmpuint (report_geometry_count (page, "Mr Marie-Antoinette") + report_geometry_count (page, "Ms Marie-Antoinette"), ==, 19);
}

static void
test_roster_says_what_it_must (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 15, FALSE);
  g_autoptr (EqpPageLayout) layout = lay_out (eqp_roster_document_new (body, &english));
  const EqpPaperPage *page = eqp_page_layout_get_page (layout, 0);

  assert_sound (layout);
  g_assert_cmpuint (report_geometry_count (page, "[Name of the university]"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "7. Programme improvement council for mathematics"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "15 members on 21\u00a0Nov\u00a02026; the statute requires 9 to 17."), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Décision n° 2026-014, 3\u00a0Sep\u00a02026, la directrice"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "1 / 2–4"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "4 / ≥ 1"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Chair, IA-IPR"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Vacant seat"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "1\u00a0Sep\u00a02025 – 31\u00a0Aug\u00a02028"), ==, 17);
  g_assert_cmpuint (report_geometry_count (page, "Page 1 of 1"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Summary of the composition"), ==, 0);
  /* Categories in the statute's order. */
  g_assert_cmpfloat (report_geometry_find (page, "Head of mention")->y, <, report_geometry_find (page, "Course heads")->y);
  g_assert_cmpfloat (report_geometry_find (page, "Course heads")->y, <, report_geometry_find (page, "Student representatives")->y);
  g_assert_cmpfloat (report_geometry_find (page, "Student representatives")->y, <, report_geometry_find (page, "Vacant seat")->y);
}

static EqpFinding *
new_finding (const char *body)
{
  EqpFinding *finding = eqp_finding_new ("CPER-STUDENT-MIN", EQP_SEVERITY_ERROR, eqp_message_new ("One student is missing."));

  eqp_finding_set_body (finding, 7, body);
  eqp_finding_set_source (finding, "C-17", "2 à 4 représentants des étudiants");
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_message_new ("Appoint one more student."));
  return finding;
}

static void
test_summary_and_findings (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 15, FALSE);
  g_autoptr (EqpSnapshot) other = report_bodies_new (8, 17, FALSE);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  const EqpBodyDocumentOptions options = { .language = EQP_LANGUAGE_EN, .left = "A", .right = "B", .with_summary = TRUE, .findings = findings };
  g_autoptr (EqpPageLayout) layout = NULL;
  g_autoptr (EqpPageLayout) lawful = NULL;
  const EqpPaperPage *page;

  g_ptr_array_add (findings, new_finding ("CPER-07"));
  g_ptr_array_add (findings, new_finding ("CPER-09"));
  layout = lay_out (eqp_roster_document_new (body, &options));
  page = eqp_page_layout_get_page (layout, 0);
  assert_sound (layout);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Too few"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Within bounds"), ==, 6);
  g_assert_cmpuint (report_geometry_count (page, "One student is missing."), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Appoint one more student.\nC-17"), ==, 1);
  lawful = lay_out (eqp_roster_document_new (other, &options));
  g_assert_cmpuint (report_geometry_count (eqp_page_layout_get_page (lawful, 0), "Lawful"), ==, 1);
}

static void
test_rosters_in_one_run (void)
{
  g_autoptr (GPtrArray) bodies = report_bodies_list (21);
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;
  g_autofree char *outline = NULL;

  if (!report_tools_have ("pdfinfo") || !report_tools_have ("qpdf"))
    return;
  path = report_tools_write (eqp_rosters_document_new (bodies, &english), "rosters.pdf");
  info = report_tools_read ("pdfinfo", path);
  g_assert_nonnull (strstr (info, "Pages:           21\n"));
  g_assert_nonnull (strstr (info, "Title:           Rosters of all councils\n"));
  outline = report_tools_read ("qpdf", "--json", "--json-key=outlines", path);
  g_assert_nonnull (strstr (outline, "\"title\": \"21. Programme improvement council for mathematics\""));
  g_assert_nonnull (strstr (outline, "\"destpageposfrom1\": 21"));
}

static void
test_annex_lists_all (void)
{
  g_autoptr (GPtrArray) bodies = report_bodies_list (21);
  g_autoptr (EqpPageLayout) layout = lay_out (eqp_annex_document_new (bodies, &english, "Version 3"));
  const EqpPaperPage *cover = eqp_page_layout_get_page (layout, 0);
  guint               n_pages = eqp_page_layout_get_n_pages (layout);
  guint               headings = 0;

  assert_sound (layout);
  g_assert_cmpuint (report_geometry_count (cover, "Composition of 21 councils on"), ==, 1);
  g_assert_cmpuint (report_geometry_count (cover, "Version 3"), ==, 1);
  for (guint i = 1; i < n_pages; i++)
    {
      const EqpPaperPage *page = eqp_page_layout_get_page (layout, i);

      for (guint n = 1; n <= 21; n++)
        {
          g_autofree char *title = g_strdup_printf ("%u. Programme", n);

          headings += report_geometry_count (page, title);
        }
      g_assert_cmpuint (page->of, ==, n_pages);
    }
  g_assert_cmpuint (headings, ==, 21);
  g_assert_cmpuint (report_geometry_count (eqp_page_layout_get_page (layout, n_pages - 1), "The director of the institute"), ==, 1);
}

static void
test_annex_links_and_text (void)
{
  g_autoptr (GPtrArray) bodies = report_bodies_list (3);
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  if (!report_tools_have ("qpdf"))
    return;
  path = report_tools_write (eqp_annex_document_new (bodies, &english, NULL), "annex.pdf");
  json = report_tools_read ("qpdf", "--json", path);
  g_assert_nonnull (strstr (json, "\"/Subtype\": \"/Link\""));
}

static void
test_labels (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, TRUE);
  g_autoptr (EqpPageLayout) large = lay_out (eqp_labels_document_new (body, &english, NULL));
  g_autoptr (EqpPageLayout) small = lay_out (eqp_labels_document_new (body, &english, &eqp_label_grid_24));

  g_assert_cmpuint (eqp_page_layout_get_n_pages (large), ==, 2);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (small), ==, 1);
  report_geometry_assert_apart (eqp_page_layout_get_page (large, 0));
  report_geometry_assert_apart (eqp_page_layout_get_page (small, 0));
}

/* Who sits in two capacities has one place at the table. */
static void
test_one_label_a_person (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, FALSE);
  EqpSeat *first = g_ptr_array_index (body->seats, 0);
  EqpSeat *second = g_ptr_array_index (body->seats, 1);
  g_autoptr (EqpPageLayout) before = lay_out (eqp_labels_document_new (body, &english, &eqp_label_grid_24));
  g_autoptr (EqpPageLayout) after = NULL;
  guint texts = eqp_page_layout_get_page (before, 0)->items->len;

  second->person = first->person;
  after = lay_out (eqp_labels_document_new (body, &english, &eqp_label_grid_24));
  g_assert_cmpuint (eqp_page_layout_get_page (after, 0)->items->len, <, texts);
  g_assert_cmpuint (body->seats->len, ==, 19);
}

/* A seat since a day, until a day, and without either. */
static void
test_open_periods (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, FALSE);
  g_autoptr (EqpPageLayout) layout = NULL;
  EqpSeat           **seats = (EqpSeat **)body->seats->pdata;
  const EqpPaperPage *page;

  seats[0]->to = EQP_DATE_NONE;
  seats[1]->from = EQP_DATE_NONE;
  seats[2]->from = seats[2]->to = EQP_DATE_NONE;
  layout = lay_out (eqp_roster_document_new (body, &english));
  page = eqp_page_layout_get_page (layout, 0);
  g_assert_cmpuint (report_geometry_count (page, "since 1\u00a0Sep\u00a02025"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "until 31\u00a0Aug\u00a02028"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "—"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "1\u00a0Sep\u00a02025 – 31\u00a0Aug\u00a02028"), ==, 16);
}

static void
test_attendance_parts_guests (void)
{
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, FALSE);
  g_autoptr (EqpPageLayout) layout = lay_out (eqp_attendance_document_new (body, &english, eqp_date_from_ymd (2026, 12, 3), NULL));
  guint               n_pages = eqp_page_layout_get_n_pages (layout);
  const EqpPaperPage *last = eqp_page_layout_get_page (layout, n_pages - 1);

  assert_sound (layout);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpuint (report_geometry_count (last, "Guests"), ==, 1);
  g_assert_cmpuint (report_geometry_count (last, "Permanent guests"), ==, 2);
  g_assert_cmpfloat (report_geometry_find (last, "Guests")->y, <, report_geometry_find (last, "Permanent guests")->y);
  g_assert_cmpuint (report_geometry_count (last, "Secretary"), ==, 1);
  g_assert_cmpuint (report_geometry_count (eqp_page_layout_get_page (layout, 0), "Permanent guests"), ==, 0);
}

static void
test_french (void)
{
  const EqpBodyDocumentOptions french = { .language = EQP_LANGUAGE_FR };
  g_autoptr (EqpSnapshot) body = report_bodies_new (7, 17, FALSE);
  g_autoptr (EqpPageLayout) layout = lay_out (eqp_roster_document_new (body, &french));
  const EqpPaperPage *page = eqp_page_layout_get_page (layout, 0);

  g_assert_cmpuint (report_geometry_count (page, "7. Conseil de perfectionnement de mathématiques"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "Responsables de parcours"), ==, 1);
  g_assert_cmpuint (report_geometry_count (page, "1er\u00a0sept.\u00a02025 – 31\u00a0août\u00a02028"), ==, 19);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  eqp_language_init ();

  g_test_add_func ("/body-documents/long-names-fit-one-page", test_long_names_fit_one_page);
  g_test_add_func ("/body-documents/roster-says-what-it-must", test_roster_says_what_it_must);
  g_test_add_func ("/body-documents/summary-and-findings", test_summary_and_findings);
  g_test_add_func ("/body-documents/rosters-in-one-run", test_rosters_in_one_run);
  g_test_add_func ("/body-documents/annex-lists-all", test_annex_lists_all);
  g_test_add_func ("/body-documents/annex-links", test_annex_links_and_text);
  g_test_add_func ("/body-documents/labels", test_labels);
  g_test_add_func ("/body-documents/one-label-a-person", test_one_label_a_person);
  g_test_add_func ("/body-documents/open-periods", test_open_periods);
  g_test_add_func ("/body-documents/attendance-parts-guests", test_attendance_parts_guests);
  g_test_add_func ("/body-documents/french", test_french);

  return g_test_run ();
}
