/* test-exchange-documents.c — statements, the balance report, letters and orders: what they say of each kind of line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../unit/domain/eqp-test-pole.h"
#include "base/eqp-error.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-request.h"
#include "report-geometry.h"
#include "report/charts/eqp-exchange-chart.h"
#include "report/exchanges/eqp-exchange-documents.h"
#include "report/layout/eqp-page-layout.h"
#include "tests/test-folder.h"

#include <string.h>

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static const EqpExchangeDocumentOptions english = { .language = EQP_LANGUAGE_EN, .hours = EQP_HOURS_DONE };

static EqpStore *
new_store (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("request", "code", "D1", "requester", "ACAD", "training", "FC", "subject", "Observation de classe", "minutes", "4h", "state", "routed",
       "contact", "Service de formation (formation@valmont.example), bureau 12");
#define LINE(code_, date_, person_, host_, training_, ...) \
  ADD ("intervention", "code", code_, "date", date_, "person", person_, "host", host_, "training", training_, __VA_ARGS__)
  LINE ("L1", "2026-10-12", "P1", "ACAD", "FC", "requested", "4h", "planned", "3h", "done", "2h30", "request", "D1", "start-time", "9h", "end-time", "11h30");
  LINE ("L2", "2026-10-13", "P1", "ACAD", "FC", "done", "1h15", "direct-contract", "yes", "subject", "Jury");
  LINE ("L3", "2026-10-14", "P1", "ACAD", "FC", "done", "1h20", "shared-time", "yes");
  LINE ("L4", "2026-10-15", "P1", "UNIV", "FI", "done", "1h25");
  LINE ("L5", "2026-10-16", "P3", "UNIV", "FI", "done", "6h", "start-time", "14h");
  ADD ("intervention", "code", "L6", "date", "2026-10-17", "person", "P1", "host", "ACAD", "training", "FC", "done", "-30min", "corrects", "L1");
#undef LINE
  return store;
}

static EqpRecord *
get (EqpStore        *store,
     const EqpEntity *entity,
     const char      *code)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *record = eqp_store_get (store, entity, eqp_test_find (store, entity, code), &error);

  g_assert_no_error (error);
  return record;
}

/* On how many texts of the document these words stand. */
static guint
count (EqpDocument *document,
       const char  *text)
{
  g_autoptr (EqpPageLayout) layout = eqp_page_layout_new (document, NULL);
  const EqpPaperPage *page;
  guint               n = 0;

  for (guint i = 0; (page = eqp_page_layout_get_page (layout, i)) != NULL; i++)
    n += report_geometry_count (page, text);
  return n;
}

static EqpDocument *
new_statement (EqpStore                         *store,
               const char                       *person,
               const EqpExchangeDocumentOptions *options)
{
  g_autoptr (EqpRecord) record = get (store, &eqp_person_entity, person);
  g_autoptr (GError) error = NULL;
  EqpDocument *document = eqp_person_statement_new (store, record, options, &error);

  g_assert_no_error (error);
  return document;
}

/* What stays outside the balance says why, and has a sum of its own. */
static void
test_lines_of_a_statement (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpDocument) document = new_statement (store, "P1", &english);

  g_assert_cmpuint (count (document, "12 Oct 2026\n09:00–11:30"), ==, 1);
  g_assert_cmpuint (count (document, "Académie de Valmont, corrects L1"), ==, 1);
  g_assert_cmpuint (count (document, "Jury, Académie de Valmont, direct contract: outside the balance"), ==, 1);
  g_assert_cmpuint (count (document, "Académie de Valmont, shared-time post: outside the balance"), ==, 1);
  g_assert_cmpuint (count (document, "Shared-time posts, outside the balance"), ==, 1);
  g_assert_cmpuint (count (document, "Direct contracts, outside the balance"), ==, 1);
  g_assert_cmpuint (count (document, "In one’s own institution, outside the balance"), ==, 1);
  /* Requested, planned, done; certified, and a running balance outside it, are a dash. */
  g_assert_cmpuint (count (document, "4\u00a0h"), ==, 1);
  g_assert_cmpuint (count (document, "3\u00a0h"), ==, 1);
  g_assert_cmpuint (count (document, "1\u00a0h\u00a015"), ==, 2);
  g_assert_cmpuint (count (document, "1\u00a0h\u00a020"), ==, 2);
  g_assert_cmpuint (count (document, "1\u00a0h\u00a025"), ==, 2);
  g_clear_pointer (&document, eqp_document_unref);
  eqp_test_pole_free (store);
}

static void
test_statement_without_lines (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpDocument) document = new_statement (store, "P4", &english);

  g_assert_cmpuint (count (document, "No intervention in this period."), ==, 1);
  g_assert_cmpuint (count (document, "Shared-time posts, outside the balance"), ==, 0);
  g_assert_cmpuint (count (document, "Direct contracts, outside the balance"), ==, 0);
  g_assert_cmpuint (count (document, "In one’s own institution, outside the balance"), ==, 0);
  g_clear_pointer (&document, eqp_document_unref);
  eqp_test_pole_free (store);
}

/* An institution's lines name the people; a beginning without an end is said alone. */
static void
test_statement_of_an_institution (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpRecord) institution = get (store, &eqp_institution_entity, "UNIV");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDocument) document = eqp_institution_statement_new (store, institution, &english, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count (document, "Ms Inès Cazenave"), ==, 1);
  g_assert_cmpuint (count (document, "16 Oct 2026\n14:00"), ==, 1);
  g_assert_cmpuint (count (document, "Ms Éloïse Aubrac, corrects L1"), ==, 1);
  g_clear_pointer (&document, eqp_document_unref);
  g_clear_object (&institution);
  eqp_test_pole_free (store);
}

static void
assert_period (EqpStore   *store,
               const char *from,
               const char *to,
               const char *expected)
{
  EqpExchangeDocumentOptions options = english;
  g_autoptr (EqpDocument) document = NULL;

  options.from = from != NULL ? eqp_test_date (from) : EQP_DATE_NONE;
  options.to = to != NULL ? eqp_test_date (to) : EQP_DATE_NONE;
  document = new_statement (store, "P1", &options);
  if (count (document, expected) == 0)
    g_error ("“%s” is not there", expected);
}

static void
test_periods (void)
{
  EqpStore *store = new_store ();

  assert_period (store, NULL, NULL, "1 Sep 2026 to 31 Aug 2027");
  assert_period (store, "2026-10-13", NULL, "Since 13 Oct 2026");
  assert_period (store, NULL, "2026-10-13", "Until 13 Oct 2026");
  assert_period (store, "2026-10-13", "2026-10-14", "13 Oct 2026 to 14 Oct 2026");
  eqp_test_pole_free (store);
}

/* Both creditors, and nobody within the tolerance. */
static void
test_verdict (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpDocument) owes_rectorat = NULL;
  g_autoptr (EqpDocument) owes_university = NULL;
  g_autoptr (EqpDocument) balanced = NULL;
  g_autoptr (GError) error = NULL;

  owes_rectorat = eqp_balance_report_new (store, &english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (owes_rectorat, "The university owes the education authority 4\u00a0h"), ==, 1);
  ADD ("intervention", "code", "L7", "date", "2026-10-18", "person", "P1", "host", "ACAD", "training", "FC", "done", "4h");
  balanced = eqp_balance_report_new (store, &english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (balanced, "The exchanges are balanced"), ==, 1);
  ADD ("intervention", "code", "L8", "date", "2026-10-19", "person", "P1", "host", "ACAD", "training", "FC", "done", "1min");
  owes_university = eqp_balance_report_new (store, &english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (owes_university, "The education authority owes the university 1\u00a0min"), ==, 1);
  eqp_test_pole_free (store);
}

/* The message that a mail program is handed: to whom, about what, and each line of the request. */
static void
test_mail (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpRecord) request = get (store, &eqp_request_entity, "D1");
  g_autoptr (GError) error = NULL;
  g_autofree char *mail = eqp_confirmation_dup_mailto (store, request, EQP_LANGUAGE_EN, &error);
  g_autofree char *nobody = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) parts = NULL;

  g_assert_no_error (error);
  uri = g_uri_parse (mail, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_QUERY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "mailto");
  g_assert_cmpstr (g_uri_get_path (uri), ==, "formation@valmont.example");
  parts = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (parts, "subject"), ==, "Confirmation of the request D1");
  g_assert_cmpstr (g_hash_table_lookup (parts, "body"), ==,
                   "The Pôle de professionnalisation confirms the following intervention, which answers your request.\r\n\r\n"
                   "D1 — Observation de classe\r\n\r\nMonday 12 October 2026, 09:00–11:30\r\nMs Éloïse Aubrac (UV), 3\u00a0h\r\n");

  /* Nobody to write to, and no line to confirm. */
  ADD ("request", "code", "D2", "training", "FI", "subject", "Visites", "state", "routed", "contact", "Bureau 12");
  ADD ("intervention", "code", "L9", "date", "2026-10-20", "person", "P3", "host", "UNIV", "training", "FI", "requested", "2h", "request", "D2");
  g_clear_object (&request);
  request = get (store, &eqp_request_entity, "D2");
  nobody = eqp_confirmation_dup_mailto (store, request, EQP_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (nobody, "mailto:?subject="));
  g_clear_object (&request);
  ADD ("request", "code", "D3", "training", "FI", "subject", "Rien", "state", "routed");
  request = get (store, &eqp_request_entity, "D3");
  g_assert_null (eqp_confirmation_dup_mailto (store, request, EQP_LANGUAGE_EN, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_MISSING, "D3");
  g_clear_object (&request);
  eqp_test_pole_free (store);
}

/* ---- the chart of two years ---- */

static EqpForecast *
new_forecast (const char *first,
              const char *today,
              gint64      a_month)
{
  EqpForecastInput input = { .first = eqp_test_date (first), .today = eqp_test_date (today) };

  for (guint i = 0; i < 12; i++)
    input.done[i][EQP_TRAINING_FC] = a_month;
  return eqp_forecast_compute (&input, NULL);
}

/* The other year's balance beside each month: what was, and in a year at hand what is expected. */
static void
test_chart_of_two_years (void)
{
  g_autoptr (EqpForecast) now = new_forecast ("2026-09-01", "2026-11-21", 60);
  g_autoptr (EqpForecast) past = new_forecast ("2025-09-01", "2026-08-31", 30);
  g_autoptr (EqpExchangeChart) alone = eqp_exchange_chart_new (now, NULL, 0, 0, 12, EQP_LANGUAGE_EN);
  g_autoptr (EqpExchangeChart) both = eqp_exchange_chart_new (now, past, 0, 10, 12, EQP_LANGUAGE_EN);
  g_autoptr (EqpExchangeChart) ahead = eqp_exchange_chart_new (past, now, 0, 0, 12, EQP_LANGUAGE_EN);

  g_assert_cmpuint (alone->data.n_months, ==, 12);
  g_assert_false (alone->data.months[0].has_comparison);
  g_assert_null (alone->data.comparison_label);
  g_assert_cmpuint (both->data.n_months, ==, 2);
  g_assert_cmpstr (both->data.comparison_label, ==, "2025–2026");
  g_assert_true (both->data.months[1].has_comparison);
  g_assert_cmpint (both->data.months[0].comparison, ==, 11 * 30);
  g_assert_cmpint (both->data.months[1].comparison, ==, 12 * 30);
  g_assert_cmpint (ahead->data.months[2].comparison, ==, 3 * 60);
  g_assert_cmpint (ahead->data.months[3].comparison, ==, ((EqpForecastMonth *)now->months->pdata[3])->cumulative_expected);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/exchange-documents/lines", test_lines_of_a_statement);
  g_test_add_func ("/exchange-documents/no-lines", test_statement_without_lines);
  g_test_add_func ("/exchange-documents/institution", test_statement_of_an_institution);
  g_test_add_func ("/exchange-documents/periods", test_periods);
  g_test_add_func ("/exchange-documents/verdict", test_verdict);
  g_test_add_func ("/exchange-documents/mail", test_mail);
  g_test_add_func ("/exchange-documents/two-years", test_chart_of_two_years);
  return g_test_run ();
}
