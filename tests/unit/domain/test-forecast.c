/* test-forecast.c — where the balance will stand: from what is planned, from past years, from requests ticked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "base/eqp-error.h"
#include "domain/exchanges/eqp-forecast.h"
#include "tests/test-folder.h"

#define FC EQP_TRAINING_FC
#define FI EQP_TRAINING_FI

typedef gint64 Months[12][EQP_N_TRAININGS];

static EqpForecastInput
make_input (const char *today)
{
  return (EqpForecastInput){ .first = eqp_test_date ("2026-09-01"), .today = eqp_test_date (today) };
}

/* The same minutes in every month. */
static void
set_even (Months      months,
          EqpTraining training,
          guint       from,
          guint       to,
          gint64      minutes)
{
  for (guint i = from; i < to; i++)
    months[i][training] = minutes;
}

static const EqpForecastMonth *
get_month (EqpForecast *forecast,
           guint        index)
{
  return g_ptr_array_index (forecast->months, index);
}

static void
test_planned_only (void)
{
  EqpForecastInput input = make_input ("2026-11-21");
  g_autoptr (EqpForecast) forecast = NULL;
  g_autofree char *method = NULL;

  input.done[0][FC] = 600;
  input.done[1][FI] = 300;
  input.planned[1][FC] = 7000; /* over, and not done: not counted */
  input.planned[2][FC] = 100;
  input.planned[4][FI] = 500;
  input.carried = 30;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (forecast->method, ==, EQP_METHOD_PLANNED_ONLY);
  g_assert_cmpuint (forecast->past_years, ==, 0);
  g_assert_cmpuint (forecast->months->len, ==, 12);
  g_assert_cmpint (forecast->last, ==, eqp_test_date ("2027-08-31"));
  g_assert_cmpint (forecast->balance, ==, 30 + 600 - 300 + 100 - 500);
  g_assert_cmpint (forecast->low, ==, forecast->balance);
  g_assert_cmpint (forecast->high, ==, forecast->balance);
  g_assert_cmpint (get_month (forecast, 2)->cumulative, ==, 330);
  g_assert_cmpint (get_month (forecast, 2)->cumulative_expected, ==, 430);
  g_assert_true (get_month (forecast, 2)->is_past);
  g_assert_false (get_month (forecast, 3)->is_past);
  method = eqp_forecast_dup_method (forecast, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (method, "no complete past year"));
  g_assert_nonnull (strstr (method, "116\u00a0h\u00a040"));
  g_assert_nonnull (strstr (method, "No open request"));
}

/* Four months of twelve are over; by then the one past year had done 400 of its 1,200, the other 800. */
static void
test_seasonal (void)
{
  EqpForecastInput input = make_input ("2026-12-31");
  Months           past[2] = { 0 };
  g_autoptr (EqpForecast) forecast = NULL;
  g_autofree char *method = NULL;

  set_even (input.done, FC, 0, 4, 150);
  set_even (past[0], FC, 0, 12, 100);
  set_even (past[1], FC, 0, 4, 200);
  set_even (past[1], FC, 4, 12, 50);
  input.planned[6][FC] = 1000;
  input.planned[7][FI] = 80;
  input.past = (const Months *)past;
  input.n_past = 2;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (forecast->method, ==, EQP_METHOD_SEASONAL);
  g_assert_cmpuint (forecast->past_years, ==, 2);
  g_assert_cmpint (get_month (forecast, 3)->expected[FC], ==, 150);
  g_assert_cmpint (get_month (forecast, 4)->expected[FC], ==, 75);
  g_assert_cmpint (get_month (forecast, 4)->low[FC], ==, 38);
  g_assert_cmpint (get_month (forecast, 4)->high[FC], ==, 150);
  g_assert_cmpint (get_month (forecast, 6)->expected[FC], ==, 1000);
  g_assert_cmpint (get_month (forecast, 6)->low[FC], ==, 1000);
  /* No past year says anything of FI: what is planned counts. */
  g_assert_cmpint (get_month (forecast, 7)->expected[FI], ==, 80);
  g_assert_cmpint (forecast->balance, ==, 600 + 7 * 75 + 1000 - 80);
  g_assert_cmpint (forecast->low, ==, 600 + 7 * 38 + 1000 - 80);
  g_assert_cmpint (forecast->high, ==, 600 + 7 * 150 + 1000 - 80);
  method = eqp_forecast_dup_method (forecast, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (method, "The 2 complete past years"));
  g_assert_nonnull (strstr (method, "50.0"));
}

static void
test_single_year (void)
{
  EqpForecastInput input = make_input ("2026-12-31");
  Months           past[1] = { 0 };
  g_autoptr (EqpForecast) forecast = NULL;

  set_even (input.done, FI, 0, 4, 150);
  set_even (past[0], FI, 0, 12, 100);
  input.past = (const Months *)past;
  input.n_past = 1;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (get_month (forecast, 5)->expected[FI], ==, 150);
  g_assert_cmpint (get_month (forecast, 5)->low[FI], ==, 113);
  g_assert_cmpint (get_month (forecast, 5)->high[FI], ==, 187);
  /* What the rectorat's people give takes the balance down. */
  g_assert_cmpint (forecast->low, ==, -(600 + 8 * 187));
  g_assert_cmpint (forecast->high, ==, -(600 + 8 * 113));
}

/* Half of November is over: so is half of what November usually brings. */
static void
test_within_month (void)
{
  EqpForecastInput input = make_input ("2026-11-15");
  Months           past[1] = { 0 };
  g_autoptr (EqpForecast) forecast = NULL;

  set_even (past[0], FC, 0, 12, 100);
  set_even (input.done, FC, 0, 2, 100);
  input.done[2][FC] = 50;
  input.past = (const Months *)past;
  input.n_past = 1;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (get_month (forecast, 2)->expected[FC], ==, 100);
  g_assert_cmpint (forecast->balance, ==, 1200);
  g_assert_cmpint (forecast->usual_part[FC], ==, 250);
}

/* On the third day of the year its pace says nothing: the average of past years stands in. */
static void
test_early (void)
{
  EqpForecastInput input = make_input ("2026-09-03");
  Months           past[2] = { 0 };
  g_autoptr (EqpForecast) forecast = NULL;
  g_autofree char *method = NULL;

  set_even (past[0], FC, 0, 12, 100);
  set_even (past[1], FC, 0, 12, 300);
  input.done[0][FC] = 5000;
  input.past = (const Months *)past;
  input.n_past = 2;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_true (forecast->is_early[FC]);
  g_assert_cmpint (get_month (forecast, 1)->expected[FC], ==, 200);
  g_assert_cmpint (get_month (forecast, 1)->low[FC], ==, 100);
  g_assert_cmpint (get_month (forecast, 1)->high[FC], ==, 300);
  g_assert_cmpint (get_month (forecast, 0)->expected[FC], ==, 5000 + 180);
  method = eqp_forecast_dup_method (forecast, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (method, "below a tenth"));
}

static void
test_last_day (void)
{
  EqpForecastInput input = make_input ("2027-08-31");
  Months           past[1] = { 0 };
  g_autoptr (EqpForecast) forecast = NULL;

  set_even (past[0], FC, 0, 12, 100);
  set_even (input.done, FC, 0, 12, 70);
  input.past = (const Months *)past;
  input.n_past = 1;
  forecast = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (forecast->balance, ==, 12 * 70);
  g_assert_cmpint (forecast->low, ==, forecast->high);
}

/* A ledger of a century's hours, and one that counter-entries made negative. */
static void
test_extremes (void)
{
  EqpForecastInput input = make_input ("2026-12-31");
  Months           past[1] = { 0 };
  g_autoptr (EqpForecast) huge = NULL;
  g_autoptr (EqpForecast) negative = NULL;

  set_even (past[0], FC, 0, 12, G_GINT64_CONSTANT (1000000000000));
  set_even (input.done, FC, 0, 4, G_GINT64_CONSTANT (1000000000000));
  input.past = (const Months *)past;
  input.n_past = 1;
  huge = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (huge->balance, ==, G_GINT64_CONSTANT (12000000000000));
  set_even (input.done, FC, 0, 4, -10);
  set_even (past[0], FC, 3, 5, -50);
  negative = eqp_forecast_compute (&input, NULL);
  g_assert_cmpint (negative->balance, ==, -40);
}

static EqpForecastRequest requests[] = {
  { .request = 1, .code = (char *)"D1", .training = FC, .minutes = 240 },
  { .request = 2, .code = (char *)"D2", .training = FI, .minutes = 100 },
};

static void
test_what_if (void)
{
  EqpForecastInput  input = make_input ("2026-11-21");
  const char *const both[] = { "D1", "D2", "D9", NULL };
  const char *const second[] = { "D2", NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (EqpForecast) forecast = NULL;

  requests[0].month = eqp_test_date ("2027-02-01");
  requests[0].accepted = TRUE;
  requests[1].month = eqp_test_date ("2026-09-01"); /* over: counts in today's month */
  g_ptr_array_add (open, &requests[0]);
  g_ptr_array_add (open, &requests[1]);
  forecast = eqp_forecast_compute (&input, open);
  g_assert_cmpint (forecast->balance, ==, 240);
  g_assert_cmpint (get_month (forecast, 5)->expected[FC], ==, 240);
  g_assert_cmpint (get_month (forecast, 4)->cumulative_expected, ==, 0);
  eqp_forecast_accept (forecast, both);
  g_assert_cmpint (forecast->balance, ==, 140);
  g_assert_cmpint (forecast->low, ==, 140);
  g_assert_cmpint (get_month (forecast, 0)->expected[FI], ==, 0);
  g_assert_cmpint (get_month (forecast, 2)->expected[FI], ==, 100);
  eqp_forecast_accept (forecast, second);
  g_assert_cmpint (forecast->balance, ==, -100);
  eqp_forecast_accept (forecast, NULL);
  g_assert_cmpint (forecast->balance, ==, 0);
  g_assert_false (requests[1].accepted);
}

/* ---- from a file ---- */

#define TODAY "2026-11-21"

static void
add_request (EqpStore   *store,
             const char *code,
             const char *training,
             const char *minutes,
             const char *start,
             const char *state)
{
  eqp_test_add (store, eqp_pole_find_entity ("request"), "code", code, "training", training, "subject", "Demande", "minutes", minutes,
                "start-date", start, "state", state, NULL);
}

static EqpStore *
make_file (void)
{
  EqpStore *store = balance_fixture_new ();

  balance_fixture_fill (store);
  eqp_test_add (store, eqp_pole_find_entity ("unit"), "code", "U9", "course", "C1", "name", "Stage", "hours", "90h", NULL);
  eqp_test_add (store, eqp_pole_find_entity ("year_closing"), "year", "2024", "date", "2025-09-30", "carried", "9h", NULL);
  eqp_test_add (store, eqp_pole_find_entity ("year_closing"), "year", "2025", "date", "2026-09-30", "carried", "2h", NULL);
  add_request (store, "D1", "FC", "10h", "2027-01-10", "received");
  add_request (store, "D2", "FI", "3h", "", "confirmed");
  add_request (store, "D3", "FC", "10h", "2027-01-10", "closed");
  add_request (store, "D4", "FC", "10h", "2027-09-01", "received");
  add_request (store, "D5", "FC", "4h", "2026-10-01", "staffed");
  add_request (store, "D6", "FC", "1h", "2027-03-01", "staffed");
  balance_fixture_add (store, "I50", "2027-03-02", "person", "P1", "training", "FC", "request", "D5", "requested", "1h30");
  balance_fixture_add (store, "I51", "2027-03-02", "person", "P1", "training", "FC", "request", "D6", "planned", "1h");
  return store;
}

static void
test_load (void)
{
  EqpStore *store = make_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpForecast) forecast = eqp_forecast_load (store, eqp_test_date (TODAY), NULL, &error);
  const EqpForecastRequest *request;

  g_assert_no_error (error);
  g_assert_cmpint (forecast->year, ==, 2026);
  g_assert_cmpuint (forecast->past_years, ==, 1);
  g_assert_cmpint (forecast->carried, ==, 120);
  g_assert_cmpint (get_month (forecast, 0)->done[FI], ==, 135);
  g_assert_cmpint (get_month (forecast, 1)->done[FI], ==, 720 - 120);
  g_assert_cmpint (get_month (forecast, 2)->planned[FC], ==, 1080);
  g_assert_cmpint (get_month (forecast, 6)->planned[FC], ==, 60);
  g_assert_cmpint (get_month (forecast, 1)->planned[FI], ==, 120); /* 12 h planned; 12 h done and 2 h taken back */
  /* D1, D2 in the middle of what is left, D5 with what is on no line, now; D3 is closed, D4 next year's, D6 on a line. */
  g_assert_cmpuint (forecast->requests->len, ==, 3);
  request = g_ptr_array_index (forecast->requests, 1);
  g_assert_cmpstr (request->code, ==, "D2");
  g_assert_cmpint (request->month, ==, eqp_test_date ("2027-04-01"));
  request = g_ptr_array_index (forecast->requests, 2);
  g_assert_cmpint (request->minutes, ==, 150);
  g_assert_cmpint (request->month, ==, eqp_test_date ("2026-11-01"));
  g_assert_false (request->accepted);
  g_clear_pointer (&forecast, eqp_forecast_free);
  eqp_test_pole_free (store);
}

static void
test_load_accept (void)
{
  EqpStore         *store = make_file ();
  const char *const two[] = { "D1", "D2", NULL };
  const char *const known[] = { "D4", "D6", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpForecast) plain = eqp_forecast_load (store, eqp_test_date (TODAY), NULL, &error);
  g_autoptr (EqpForecast) accepted = eqp_forecast_load (store, eqp_test_date (TODAY), two, &error);
  g_autoptr (EqpForecast) same = eqp_forecast_load (store, eqp_test_date (TODAY), known, &error);

  g_assert_no_error (error);
  g_assert_cmpint (accepted->balance - plain->balance, ==, 600 - 180);
  g_assert_cmpint (accepted->field.field - plain->field.field, ==, 180);
  g_assert_cmpint (plain->field.missing - accepted->field.missing, ==, 180);
  g_assert_cmpint (same->balance, ==, plain->balance);
  eqp_forecast_accept (accepted, NULL);
  g_assert_cmpint (accepted->balance, ==, plain->balance);
  g_assert_cmpint (accepted->field.missing, ==, plain->field.missing);
  eqp_test_pole_free (store);
}

static void
assert_refused (EqpStore   *store,
                const char *code)
{
  const char *const codes[] = { "D1", code, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpForecast) forecast = eqp_forecast_load (store, eqp_test_date (TODAY), codes, &error);

  g_assert_null (forecast);
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_UNKNOWN, code);
}

static void
test_refused (void)
{
  EqpStore *store = make_file ();

  assert_refused (store, "D3");
  assert_refused (store, "D99");
  eqp_test_pole_free (store);
}

/* A year in which the ledger began in December is not complete, and is nothing to learn from. */
static void
test_first_year (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpForecast) empty = eqp_forecast_load (store, eqp_test_date (TODAY), NULL, &error);
  g_autoptr (EqpForecast) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (empty->method, ==, EQP_METHOD_PLANNED_ONLY);
  g_assert_cmpint (empty->balance, ==, 0);
  balance_fixture_add (store, "I1", "2025-12-01", "person", "P1", "training", "FC", "done", "10h");
  balance_fixture_add (store, "I2", "2026-10-01", "person", "P1", "training", "FC", "done", "1h");
  second = eqp_forecast_load (store, eqp_test_date (TODAY), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->method, ==, EQP_METHOD_PLANNED_ONLY);
  g_assert_cmpint (second->balance, ==, 60);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/forecast/planned-only", test_planned_only);
  g_test_add_func ("/domain/forecast/seasonal", test_seasonal);
  g_test_add_func ("/domain/forecast/single-year", test_single_year);
  g_test_add_func ("/domain/forecast/within-month", test_within_month);
  g_test_add_func ("/domain/forecast/early", test_early);
  g_test_add_func ("/domain/forecast/last-day", test_last_day);
  g_test_add_func ("/domain/forecast/extremes", test_extremes);
  g_test_add_func ("/domain/forecast/what-if", test_what_if);
  g_test_add_func ("/domain/forecast/load", test_load);
  g_test_add_func ("/domain/forecast/load-accept", test_load_accept);
  g_test_add_func ("/domain/forecast/refused", test_refused);
  g_test_add_func ("/domain/forecast/first-year", test_first_year);
  return g_test_run ();
}
