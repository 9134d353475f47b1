/* test-exchange-values.c — what the exchanges read from parameters and settings, what cannot be read, and the words of their choices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-error.h"
#include "domain/bodies/eqp-snapshot.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-candidates.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-days-off.h"
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define DAY eqp_test_date ("2026-11-21")

static EqpStore *
new_store (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  return store;
}

/* A parameter that somebody wrote and nobody can read counts as the program's own value; one that can be read counts, from its day on. */
static void
test_unreadable_parameters (void)
{
  EqpStore   *store = new_store ();
  EqpFraction share;

  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_REFERENCE_FC, "value", "beaucoup");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_REQUEST_DAYS, "value", "quinze");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_FIELD_SHARE, "value", "1/0");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_REFERENCE_FI, "value", "10h", "from-date", "2026-11-21");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_SCHEMES, "value", "3");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_HETD_LECTURE, "value", "5/4");
  g_assert_cmpint (eqp_exchange_get_duration (store, EQP_PARAMETER_REFERENCE_FC, DAY), ==, 2000 * 60);
  g_assert_cmpint (eqp_exchange_get_number (store, EQP_PARAMETER_REQUEST_DAYS, DAY), ==, 15);
  share = eqp_exchange_get_fraction (store, EQP_PARAMETER_FIELD_SHARE, DAY);
  g_assert_cmpint (share.num, ==, 1);
  g_assert_cmpint (share.den, ==, 3);
  g_assert_cmpint (eqp_exchange_get_duration (store, EQP_PARAMETER_REFERENCE_FI, DAY), ==, 600);
  g_assert_cmpint (eqp_exchange_get_duration (store, EQP_PARAMETER_REFERENCE_FI, DAY - 1), ==, 2000 * 60);
  g_assert_cmpint (eqp_exchange_get_number (store, EQP_PARAMETER_SCHEMES, DAY), ==, 3);
  share = eqp_exchange_get_fraction (store, EQP_PARAMETER_HETD_LECTURE, DAY);
  g_assert_cmpint (share.num, ==, 5);
  eqp_test_pole_free (store);
}

/* The keys of the terms of an academic year, and the day on which the second one begins. */
static void
assert_terms (const char *value,
              guint       expected)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpBalance) balance = NULL;
  g_autoptr (GError) error = NULL;

  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_TERMS, "value", value);
  ADD ("intervention", "code", "L", "date", "2026-10-12", "person", "P1", "host", "ACAD", "training", "FC", "done", "1h");
  balance = eqp_balance_load (store, eqp_test_date ("2026-09-01"), eqp_test_date ("2027-08-31"), EQP_BY_TERM, EQP_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  if (balance->rows->len != expected)
    g_error ("“%s” makes %u terms", value, balance->rows->len);
  eqp_test_pole_free (store);
}

static void
test_terms (void)
{
  assert_terms ("09-01;02-01", 2);
  assert_terms ("09-01; 12-01 ;03-01;06-01", 4);
  /* No days, days that do not follow one another, too many of them: three terms, as the program has it. */
  assert_terms ("09-01;trois", 3);
  assert_terms ("09-01;09-01", 3);
  assert_terms ("09-01;04-01;01-01", 3);
  assert_terms ("09-01;10-01;11-01;12-01;01-01;02-01;03-01;04-01;05-01;06-01;07-01;08-01;08-15", 3);
}

static void
set_year_start (EqpStore   *store,
                const char *value)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Test");
  g_autoptr (GError) error = NULL;

  eqp_pole_set_setting (store, EQP_SETTING_YEAR_START, value, &error);
  g_assert_no_error (error);
}

/* On both sides of the year's first day; a later version may write what this one cannot read. */
static void
test_year_start (void)
{
  EqpStore *store = new_store ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-08-31")), ==, 2025);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-09-01")), ==, 2026);
  set_year_start (store, "10-15");
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-10-14")), ==, 2025);
  g_assert_cmpint (eqp_pole_academic_year (store, eqp_test_date ("2026-10-15")), ==, 2026);
  g_assert_false (eqp_pole_set_setting (store, EQP_SETTING_YEAR_START, "13-01", &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "13-01");
  eqp_test_pole_free (store);
}

/* ---- choices ---- */

static void
test_words (void)
{
  for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
    {
      EqpBreakdown found;

      g_assert_true (eqp_breakdown_from_code (eqp_breakdown_get_code (by), &found));
      g_assert_cmpint (found, ==, by);
    }
  for (EqpHours hours = 0; hours < EQP_N_HOURS; hours++)
    {
      EqpHours found;

      g_assert_true (eqp_hours_from_code (eqp_hours_get_code (hours), &found));
      g_assert_cmpint (found, ==, hours);
    }
  g_assert_cmpstr (eqp_training_get_label (EQP_TRAINING_FC, EQP_LANGUAGE_EN), !=, eqp_training_get_label (EQP_TRAINING_FI, EQP_LANGUAGE_EN));
  g_assert_cmpstr (eqp_side_get_label (EQP_SIDE_OTHER, EQP_LANGUAGE_EN), ==, "Other");
  g_assert_cmpstr (eqp_side_get_label (EQP_SIDE_NONE, EQP_LANGUAGE_EN), ==, "");
  g_assert_cmpstr (eqp_side_get_letter (EQP_SIDE_UNIVERSITY), ==, "U");
  g_assert_cmpstr (eqp_side_get_letter (EQP_SIDE_NONE), ==, "");
}

/* Each zone that is offered is one that the file takes. */
static void
test_zones (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (eqp_school_zone_count (), >=, 3);
  g_assert_cmpstr (eqp_school_zone_get (0), ==, "A");
  for (guint i = 0; i < eqp_school_zone_count (); i++)
    {
      eqp_school_zone_check (eqp_school_zone_get (i), &error);
      g_assert_no_error (error);
    }
  g_assert_false (eqp_school_zone_check ("D", &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "D");
}

/* ---- requests ---- */

static EqpRecord *
get_request (EqpStore *store,
             gint64    id)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *request = eqp_store_get (store, &eqp_request_entity, id, &error);

  g_assert_no_error (error);
  return request;
}

/* A request that names one day asks about that day, whichever end it is. */
static void
assert_availability (EqpStore            *store,
                     const char          *code,
                     const char          *start,
                     const char          *end,
                     EqpAvailabilityState expected)
{
  gint64 id = ADD ("request", "code", code, "training", "FC", "subject", "Atelier", "minutes", "2h", "start-date", start, "end-date", end);
  g_autoptr (EqpRecord) request = get_request (store, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = eqp_candidates_load (store, request, NULL, 0, &error);
  gboolean seen = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < candidates->len; i++)
    {
      const EqpCandidate *candidate = candidates->pdata[i];

      if (strcmp (candidate->code, "P1") != 0)
        continue;
      g_assert_cmpint (candidate->availability, ==, expected);
      seen = TRUE;
    }
  g_assert_true (seen);
}

static void
test_one_day (void)
{
  EqpStore *store = new_store ();

  ADD ("availability", "person", "P1", "kind", "unavailable", "from-date", "2026-12-08", "to-date", "2026-12-08");
  assert_availability (store, "D1", "2026-12-08", "2026-12-08", EQP_AVAILABILITY_BUSY);
  assert_availability (store, "D2", "2026-12-08", "", EQP_AVAILABILITY_BUSY);
  assert_availability (store, "D3", "2026-12-07", "2026-12-08", EQP_AVAILABILITY_PARTLY);
  assert_availability (store, "D4", "2026-12-07", "2026-12-07", EQP_AVAILABILITY_UNKNOWN);
  assert_availability (store, "D5", "", "", EQP_AVAILABILITY_UNKNOWN);
  eqp_test_pole_free (store);
}

/* Up to what it asks for, and not once it is over; a request without a day gives lines of today. */
static void
test_assign (void)
{
  EqpStore *store = new_store ();
  gint64    open = ADD ("request", "code", "D1", "training", "FC", "subject", "Atelier", "minutes", "2h", "state", "routed");
  gint64    over = ADD ("request", "code", "D2", "training", "FC", "subject", "Atelier", "minutes", "2h", "state", "closed");
  g_autoptr (EqpRecord) request = get_request (store, open);
  g_autoptr (EqpRecord) closed = get_request (store, over);
  EqpShareOfRequest share = { eqp_test_find (store, eqp_pole_find_entity ("person"), "P1"), 121, EQP_DATE_NONE };
  g_autofree char  *date = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_request_assign (store, request, &share, 1, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "more than the request still asks for");
  g_clear_error (&error);
  share.minutes = 0;
  g_assert_false (eqp_request_assign (store, request, &share, 1, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "some of its hours");
  g_clear_error (&error);
  share.minutes = 120;
  g_assert_false (eqp_request_assign (store, closed, &share, 1, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_FORBIDDEN, "closed or refused");
  g_clear_error (&error);
  eqp_request_assign (store, request, &share, 1, NULL, &error);
  g_assert_no_error (error);
  date = eqp_test_dup_value (store, &eqp_intervention_entity, eqp_test_find (store, &eqp_intervention_entity, "I-2026-00001"), EQP_INTERVENTION_DATE);
  g_assert_cmpstr (date, ==, "21 Nov 2026");
  g_clear_object (&request);
  g_clear_object (&closed);
  eqp_test_pole_free (store);
}

static void
test_no_line_corrects_itself (void)
{
  EqpStore *store = new_store ();
  gint64    id = ADD ("intervention", "code", "L", "date", "2026-10-12", "person", "P1", "host", "ACAD", "training", "FC", "done", "1h");
  g_autoptr (EqpMessage) label = eqp_message_new ("Test");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) line = eqp_store_get (store, &eqp_intervention_entity, id, &error);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (line);

  eqp_record_set_reference (draft, EQP_INTERVENTION_CORRECTS, id);
  g_assert_false (eqp_store_save_one (store, label, draft, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "A line cannot correct itself.");
  g_clear_object (&draft);
  g_clear_object (&line);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/exchange-values/unreadable-parameters", test_unreadable_parameters);
  g_test_add_func ("/exchange-values/terms", test_terms);
  g_test_add_func ("/exchange-values/year-start", test_year_start);
  g_test_add_func ("/exchange-values/words", test_words);
  g_test_add_func ("/exchange-values/zones", test_zones);
  g_test_add_func ("/exchange-values/one-day", test_one_day);
  g_test_add_func ("/exchange-values/assign", test_assign);
  g_test_add_func ("/exchange-values/no-line-corrects-itself", test_no_line_corrects_itself);
  return g_test_run ();
}
