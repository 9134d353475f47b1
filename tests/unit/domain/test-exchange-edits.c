/* test-exchange-edits.c — requests, lines, counter-entries, closed years: each as one edit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-error.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-year-closing.h"
#include "eqp-test-pole.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define DRAFT(table, ...) eqp_test_draft (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

#define assert_refusal(call, code, part)               \
  G_STMT_START                                         \
  {                                                    \
    g_autoptr (GError) refusal = NULL;                 \
    GError **error = &refusal;                         \
    g_assert_false (call);                             \
    eqp_test_assert_input_error (refusal, code, part); \
  }                                                    \
  G_STMT_END

#define assert_done(call)              \
  G_STMT_START                         \
  {                                    \
    g_autoptr (GError) failure = NULL; \
    GError **error = &failure;         \
    gboolean done = (call);            \
    g_assert_no_error (failure);       \
    g_assert_true (done);              \
  }                                    \
  G_STMT_END

static EqpRecord *
get (EqpStore   *store,
     const char *table,
     const char *code)
{
  const EqpEntity *entity = eqp_pole_find_entity (table);
  g_autoptr (GError) error = NULL;
  EqpRecord *record = eqp_store_find (store, entity, eqp_entity_find_field (entity, "code"), code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static gint64
count (EqpStore   *store,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0);
}

static void
test_codes (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *request = NULL;

  eqp_test_fill (store);
  first = eqp_intervention_dup_next_code (store, eqp_test_date ("2026-10-12"));
  g_assert_cmpstr (first, ==, "I-2026-00001");
  ADD ("intervention", "code", "I-2026-00041", "date", "2026-10-12", "person", "P1", "training", "FC");
  ADD ("intervention", "code", "I-2026-AB", "date", "2026-10-12", "person", "P1", "training", "FC");
  second = eqp_intervention_dup_next_code (store, eqp_test_date ("2027-08-31"));
  g_assert_cmpstr (second, ==, "I-2026-00042");
  /* Not in five digits: the number by spelling is not the highest, nor free. */
  ADD ("intervention", "code", "I-2026-00300", "date", "2026-10-12", "person", "P1", "training", "FC");
  ADD ("intervention", "code", "I-2026-299", "date", "2026-10-12", "person", "P1", "training", "FC");
  third = eqp_intervention_dup_next_code (store, eqp_test_date ("2026-10-12"));
  g_assert_cmpstr (third, ==, "I-2026-00301");
  ADD ("intervention", "code", "I-2026-100000", "date", "2026-10-12", "person", "P1", "training", "FC");
  ADD ("intervention", "code", "I-2026-99999", "date", "2026-10-12", "person", "P1", "training", "FC");
  wide = eqp_intervention_dup_next_code (store, eqp_test_date ("2026-10-12"));
  g_assert_cmpstr (wide, ==, "I-2026-100001");
  request = eqp_request_dup_next_code (store, eqp_test_date ("2026-08-31"));
  g_assert_cmpstr (request, ==, "D-2025-001");
  eqp_test_pole_free (store);
}

static void
test_save (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) shared = NULL;
  g_autoptr (EqpRecord) live = NULL;
  g_autoptr (EqpMessage) label = NULL;
  g_autofree char *text = NULL;

  eqp_test_fill (store);
  ADD ("shared_post", "person", "P3", "institution", "UNIV", "from-date", "2026-09-01");
  draft = DRAFT ("intervention", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "2h");
  assert_done (eqp_ledger_save (store, draft, &label, error));
  text = eqp_message_render (label, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (text, "Aubrac"));
  g_assert_cmpstr (eqp_record_get_text (draft, EQP_INTERVENTION_CODE), ==, "I-2026-00001");
  g_assert_false (eqp_record_get_boolean (draft, EQP_INTERVENTION_SHARED_TIME));

  shared = DRAFT ("intervention", "date", "2026-09-01", "person", "P3", "training", "FI");
  assert_done (eqp_ledger_save (store, shared, NULL, error));
  g_assert_true (eqp_record_get_boolean (shared, EQP_INTERVENTION_SHARED_TIME));
  /* The mark can be taken away again. */
  eqp_record_set_boolean (shared, EQP_INTERVENTION_SHARED_TIME, FALSE);
  assert_done (eqp_ledger_save (store, shared, NULL, error));
  g_assert_false (eqp_record_get_boolean (shared, EQP_INTERVENTION_SHARED_TIME));
  g_clear_object (&shared);
  shared = DRAFT ("intervention", "date", "2026-08-31", "person", "P3", "training", "FI");
  assert_done (eqp_ledger_save (store, shared, NULL, error));
  g_assert_false (eqp_record_get_boolean (shared, EQP_INTERVENTION_SHARED_TIME));

  live = get (store, "intervention", "I-2026-00001");
  assert_done (eqp_ledger_delete (store, live, NULL, error));
  g_assert_true (eqp_record_is_deleted (live));
  g_clear_object (&live);
  g_clear_object (&draft);
  g_clear_object (&shared);
  eqp_test_pole_free (store);
}

/* One row of a block is wrong: nothing of it is kept. */
static void
test_save_all (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  eqp_test_fill (store);
  g_ptr_array_add (drafts, DRAFT ("intervention", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "2h"));
  g_ptr_array_add (drafts, DRAFT ("intervention", "date", "2026-10-13", "person", "P1", "training", "FC", "done", "-2h"));
  assert_refusal (eqp_ledger_save_all (store, drafts, NULL, error), EQP_INPUT_ERROR_INVALID, "Row 2: ");
  g_assert_cmpint (count (store, "SELECT count (*) FROM intervention"), ==, 0);
  g_ptr_array_set_size (drafts, 0);
  g_ptr_array_add (drafts, DRAFT ("intervention", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "2h"));
  g_ptr_array_add (drafts, DRAFT ("intervention", "date", "2026-10-13", "person", "P1", "training", "FC", "done", "2h"));
  assert_done (eqp_ledger_save_all (store, drafts, NULL, error));
  g_assert_cmpint (count (store, "SELECT count (DISTINCT code) FROM intervention"), ==, 2);
  assert_done (eqp_store_undo (store, 0, NULL, error));
  g_assert_cmpint (count (store, "SELECT count (*) FROM intervention"), ==, 0);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

static void
test_certify (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EqpMessage) label = NULL;
  g_autofree char *text = NULL;

  eqp_test_fill (store);
  ADD ("intervention", "code", "L1", "date", "2026-10-12", "person", "P1", "training", "FC", "planned", "3h", "done", "2h");
  ADD ("intervention", "code", "L2", "date", "2026-10-13", "person", "P1", "training", "FC", "planned", "3h");
  g_ptr_array_add (lines, get (store, "intervention", "L1"));
  g_ptr_array_add (lines, get (store, "intervention", "L2"));
  assert_done (eqp_ledger_certify (store, lines, &label, error));
  text = eqp_message_render (label, EQP_LANGUAGE_EN);
  g_assert_cmpstr (text, ==, "Certified 1 line of the ledger");
  g_assert_cmpint (eqp_record_get_integer (lines->pdata[0], EQP_INTERVENTION_CERTIFIED), ==, 120);
  g_assert_true (eqp_record_is_empty (lines->pdata[1], EQP_INTERVENTION_CERTIFIED));
  assert_refusal (eqp_ledger_certify (store, lines, NULL, error), EQP_INPUT_ERROR_INVALID, "nothing to certify");
  assert_refusal (eqp_ledger_delete (store, lines->pdata[0], NULL, error), EQP_INPUT_ERROR_FORBIDDEN, "counter-entry");

  /* A reason for a conflict changes no hour. */
  assert_refusal (eqp_ledger_override (store, lines->pdata[0], "", NULL, error), EQP_INPUT_ERROR_MISSING, "why");
  assert_done (eqp_ledger_override (store, lines->pdata[0], "One room", NULL, error));
  g_assert_cmpstr (eqp_record_get_text (lines->pdata[0], EQP_INTERVENTION_OVERRIDE), ==, "One room");
  assert_done (eqp_store_undo (store, 0, NULL, error));
  assert_done (eqp_store_undo (store, 0, NULL, error));
  g_assert_false (eqp_intervention_is_locked (lines->pdata[0]));
  g_clear_pointer (&lines, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

static void
test_correct (void)
{
  EqpStore *store = eqp_test_pole_new ();
  EqpDate   date = eqp_test_date ("2026-11-12");
  g_autoptr (EqpRecord) line = NULL;

  eqp_test_fill (store);
  ADD ("intervention", "code", "L1", "date", "2026-08-12", "person", "P2", "host", "ACAD", "training", "FC", "planned", "2h", "done", "3h", "certified", "3h");
  line = get (store, "intervention", "L1");
  assert_refusal (eqp_ledger_correct (store, line, 60, date, "", NULL, error), EQP_INPUT_ERROR_MISSING, "why");
  assert_refusal (eqp_ledger_correct (store, line, 181, date, "A slip", NULL, error), EQP_INPUT_ERROR_INVALID, "3 h");
  assert_refusal (eqp_ledger_correct (store, line, -1, date, "A slip", NULL, error), EQP_INPUT_ERROR_INVALID, "3 h");
  assert_done (eqp_ledger_correct (store, line, 150, date, "A slip", NULL, error));
  /* No figure below what it has; counted where the line was, though P2 has changed sides. */
  g_assert_cmpint (count (store, "SELECT planned FROM intervention WHERE corrects_id IS NOT NULL"), ==, -120);
  g_assert_cmpint (count (store, "SELECT certified FROM intervention WHERE corrects_id IS NOT NULL"), ==, -150);
  g_assert_cmpint (count (store, "SELECT requested IS NULL FROM intervention WHERE corrects_id IS NOT NULL"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count (*) FROM intervention WHERE home_side = 'university'"), ==, 2);
  assert_refusal (eqp_ledger_correct (store, line, 31, date, "A slip", NULL, error), EQP_INPUT_ERROR_INVALID, "30 min");
  assert_done (eqp_ledger_correct (store, line, 0, date, "All of it", NULL, error));
  g_assert_cmpint (count (store, "SELECT sum (certified) = 0 AND sum (done) = 0 AND sum (planned) = 0 FROM intervention"), ==, 1);
  g_assert_cmpint (count (store, "SELECT sum (certified) FROM exchange_total WHERE dimension = 'all'"), ==, 0);
  assert_refusal (eqp_ledger_correct (store, line, 0, date, "Once more", NULL, error), EQP_INPUT_ERROR_INVALID, "no hours left");
  g_clear_object (&line);
  eqp_test_pole_free (store);
}

static void
test_years (void)
{
  EqpStore *store = eqp_test_pole_new ();
  EqpDate   date = eqp_test_date ("2026-09-01");
  g_autoptr (EqpMessage) label = NULL;
  g_autofree char *text = NULL;

  eqp_test_fill (store);
  ADD ("intervention", "code", "L1", "date", "2024-10-12", "person", "P1", "host", "ACAD", "training", "FC", "done", "5h", "certified", "4h");
  ADD ("intervention", "code", "L2", "date", "2025-10-12", "person", "P3", "host", "UNIV", "training", "FI", "done", "1h", "certified", "1h");
  assert_refusal (eqp_year_close (store, 2026, date, NULL, error), EQP_INPUT_ERROR_INVALID, "2026–2027");
  assert_refusal (eqp_year_close (store, 2025, eqp_test_date ("2026-08-31"), NULL, error), EQP_INPUT_ERROR_INVALID, "2025–2026");
  assert_refusal (eqp_year_close (store, 2025, date, NULL, error), EQP_INPUT_ERROR_FORBIDDEN, "2024–2025");
  assert_refusal (eqp_year_reopen (store, 2024, NULL, error), EQP_INPUT_ERROR_INVALID, "not closed");

  assert_done (eqp_year_close (store, 2024, date, &label, error));
  text = eqp_message_render (label, EQP_LANGUAGE_EN);
  g_assert_cmpstr (text, ==, "Closed the academic year 2024–2025");
  g_assert_true (eqp_year_is_closed (store, 2024));
  g_assert_false (eqp_year_is_closed (store, 2025));
  assert_refusal (eqp_year_close (store, 2024, date, NULL, error), EQP_INPUT_ERROR_DUPLICATE, "closed already");
  g_assert_cmpint (count (store, "SELECT carried FROM year_closing WHERE year = 2024"), ==, 240);

  assert_done (eqp_year_close (store, 2025, date, NULL, error));
  g_assert_cmpint (count (store, "SELECT balance FROM year_closing WHERE year = 2025"), ==, -60);
  g_assert_cmpint (count (store, "SELECT carried FROM year_closing WHERE year = 2025"), ==, 180);
  assert_refusal (eqp_year_reopen (store, 2024, NULL, error), EQP_INPUT_ERROR_FORBIDDEN, "2025–2026");
  assert_done (eqp_year_reopen (store, 2025, NULL, error));
  assert_done (eqp_year_reopen (store, 2024, NULL, error));
  g_assert_false (eqp_year_is_closed (store, 2024));

  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  ADD ("parameter", "statute", "POLE", "name", "carry-over", "value", "no");
  assert_done (eqp_year_close (store, 2024, date, NULL, error));
  g_assert_cmpint (count (store, "SELECT carried FROM year_closing WHERE year = 2024"), ==, 0);
  eqp_test_pole_free (store);
}

static void
test_assign (void)
{
  EqpStore         *store = eqp_test_pole_new ();
  gint64            minutes = 0;
  EqpShareOfRequest shares[2] = { { 0, 360, EQP_DATE_NONE }, { 0, 241, EQP_DATE_NONE } };
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) request = NULL;

  eqp_test_fill (store);
  draft = DRAFT ("request", "requester", "ACAD", "training", "FC", "subject", "Observation", "minutes", "10h", "start-date", "2026-12-01");
  assert_done (eqp_request_save (store, draft, NULL, error));
  g_assert_cmpstr (eqp_record_get_text (draft, EQP_REQUEST_CODE), ==, "D-2026-001");
  g_assert_cmpint (eqp_record_get_date (draft, EQP_REQUEST_RECEIVED), ==, eqp_date_today ());
  request = get (store, "request", "D-2026-001");
  shares[0].person = eqp_test_find (store, eqp_pole_find_entity ("person"), "P1");
  shares[1].person = eqp_test_find (store, eqp_pole_find_entity ("person"), "P2");
  assert_refusal (eqp_request_assign (store, request, shares, 2, NULL, error), EQP_INPUT_ERROR_INVALID, "10 h 01");
  shares[1].minutes = 0;
  assert_refusal (eqp_request_assign (store, request, shares, 2, NULL, error), EQP_INPUT_ERROR_INVALID, "some of its hours");
  g_assert_cmpint (count (store, "SELECT count (*) FROM intervention"), ==, 0);
  shares[1].minutes = 240;
  assert_done (eqp_request_assign (store, request, shares, 2, NULL, error));
  assert_done (eqp_request_get_assigned (store, request, &minutes, error));
  g_assert_cmpint (minutes, ==, 600);
  g_assert_cmpint (count (store, "SELECT count (*) FROM intervention WHERE date = '2026-12-01' AND host_id IS NOT NULL AND planned = requested"), ==, 2);
  shares[0].minutes = 1;
  assert_refusal (eqp_request_assign (store, request, shares, 1, NULL, error), EQP_INPUT_ERROR_INVALID, "1 min");
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (eqp_request_delete (store, request, NULL, &error));
    g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  }
  assert_done (eqp_store_undo (store, 0, NULL, error));
  assert_done (eqp_request_delete (store, request, NULL, error));
  g_clear_object (&request);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

/* A procedure with one step a state, so that its records can be counted. */
static void
add_procedure (EqpStore *store)
{
  ADD ("procedure", "code", "request", "name-fr", "Demande", "subject", "request");
  for (guint i = 0; i < EQP_REQUEST_N_STATES - 1; i++)
    ADD ("procedure_step", "procedure", "request", "code", eqp_request_get_state_code (i), "name-fr", "Étape");
}

#define N_RECORDS count (store, "SELECT count (*) FROM step_record")

static void
test_move (void)
{
  EqpStore *store = eqp_test_pole_new ();
  EqpDate   date = eqp_test_date ("2026-11-20");
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) request = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  eqp_test_fill (store);
  add_procedure (store);
  draft = DRAFT ("request", "code", "D1", "requester", "ACAD", "training", "FC", "subject", "Observation", "minutes", "2h", "received", "2026-11-02");
  assert_done (eqp_request_save (store, draft, NULL, error));
  request = get (store, "request", "D1");
  g_assert_cmpint (N_RECORDS, ==, 1);
  assert_done (eqp_request_move (store, request, 2, date, NULL, NULL, error));
  g_assert_cmpuint (eqp_request_get_state (request), ==, 2);
  g_assert_cmpint (N_RECORDS, ==, 3);
  g_assert_cmpint (count (store, "SELECT count (*) FROM step_record WHERE date = '2026-11-20'"), ==, 2);

  assert_refusal (eqp_request_move (store, request, 8, date, "", NULL, error), EQP_INPUT_ERROR_MISSING, "refused");
  assert_refusal (eqp_request_move (store, request, 3, date, NULL, NULL, error), EQP_INPUT_ERROR_INVALID, "staffed");
  ADD ("intervention", "code", "L1", "date", "2026-11-12", "person", "P1", "host", "ACAD", "training", "FC", "request", "D1", "planned", "1h59", "done", "2h");
  assert_refusal (eqp_request_move (store, request, 4, date, NULL, NULL, error), EQP_INPUT_ERROR_INVALID, "1 h 59");
  ADD ("intervention", "code", "L2", "date", "2026-11-13", "person", "P1", "host", "ACAD", "training", "FC", "request", "D1", "planned", "0h01", "done", "0h01");
  assert_done (eqp_request_move (store, request, 5, date, NULL, NULL, error));
  g_assert_cmpint (N_RECORDS, ==, 6);

  g_ptr_array_add (lines, get (store, "intervention", "L1"));
  assert_done (eqp_ledger_certify (store, lines, NULL, error));
  assert_refusal (eqp_request_move (store, request, 6, date, NULL, NULL, error), EQP_INPUT_ERROR_INVALID, "1 line of the request");
  g_ptr_array_add (lines, get (store, "intervention", "L2"));
  assert_done (eqp_ledger_certify (store, lines, NULL, error));
  assert_done (eqp_request_move (store, request, 7, date, NULL, NULL, error));
  g_assert_cmpint (N_RECORDS, ==, 8);

  /* Back, refused with what was done kept, and on again. */
  assert_done (eqp_request_move (store, request, 1, date, NULL, NULL, error));
  g_assert_cmpint (N_RECORDS, ==, 2);
  assert_done (eqp_request_move (store, request, 8, date, "Outside the plan", NULL, error));
  g_assert_cmpstr (eqp_record_get_text (request, EQP_REQUEST_REASON), ==, "Outside the plan");
  g_assert_cmpint (N_RECORDS, ==, 2);
  assert_done (eqp_request_move (store, request, 2, date, NULL, NULL, error));
  g_assert_cmpstr (eqp_record_get_text (request, EQP_REQUEST_REASON), ==, "");
  g_assert_cmpint (N_RECORDS, ==, 3);
  assert_done (eqp_store_undo (store, 0, NULL, error));
  g_assert_cmpint (N_RECORDS, ==, 2);
  g_clear_pointer (&lines, g_ptr_array_unref);
  g_clear_object (&request);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

/* How it is handled and the new state: one entry, undone as one. */
static void
test_route (void)
{
  EqpStore *store = eqp_test_pole_new ();
  EqpDate   date = eqp_test_date ("2026-11-20");
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) request = NULL;

  eqp_test_fill (store);
  add_procedure (store);
  draft = DRAFT ("request", "code", "D1", "requester", "ACAD", "training", "FC", "subject", "Observation", "minutes", "2h", "received", "2026-11-02");
  assert_done (eqp_request_save (store, draft, NULL, error));
  request = get (store, "request", "D1");
  assert_done (eqp_request_move (store, request, 1, date, NULL, NULL, error));
  g_clear_object (&draft);

  draft = eqp_record_dup_draft (request);
  assert_refusal (eqp_request_route (store, draft, date, NULL, error), EQP_INPUT_ERROR_MISSING, "handled");
  g_assert_cmpuint (eqp_request_get_state (request), ==, 1);
  eqp_record_set_text (draft, EQP_REQUEST_ROUTE, "collective");
  eqp_record_set_text (draft, EQP_REQUEST_RESOURCE, "Mathematics");
  assert_done (eqp_request_route (store, draft, date, NULL, error));
  g_assert_cmpuint (eqp_request_get_state (request), ==, 2);
  g_assert_cmpstr (eqp_record_get_text (request, EQP_REQUEST_RESOURCE), ==, "Mathematics");
  g_assert_cmpint (N_RECORDS, ==, 3);

  assert_done (eqp_store_undo (store, 0, NULL, error));
  g_assert_cmpuint (eqp_request_get_state (request), ==, 1);
  g_assert_true (eqp_record_is_empty (request, EQP_REQUEST_ROUTE));
  g_assert_cmpint (N_RECORDS, ==, 2);
  g_clear_object (&request);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/exchange-edits/codes", test_codes);
  g_test_add_func ("/domain/exchange-edits/save", test_save);
  g_test_add_func ("/domain/exchange-edits/save-all", test_save_all);
  g_test_add_func ("/domain/exchange-edits/certify", test_certify);
  g_test_add_func ("/domain/exchange-edits/correct", test_correct);
  g_test_add_func ("/domain/exchange-edits/years", test_years);
  g_test_add_func ("/domain/exchange-edits/assign", test_assign);
  g_test_add_func ("/domain/exchange-edits/move", test_move);
  g_test_add_func ("/domain/exchange-edits/route", test_route);
  return g_test_run ();
}
