/* test-balance-plans.c — no figure reads the whole ledger or sorts in a temporary table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-forecast.h"
#include "domain/exchanges/eqp-statement.h"
#include "tests/test-folder.h"
#include "tests/test-plans.h"

#define D(iso) eqp_test_date (iso)

static const char *const refused[] = { "SCAN intervention", "SCAN i ", "SCAN l", "SCAN exchange_total", NULL };

static void
load_balances (EqpStore *store)
{
  for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpBalance) open = eqp_balance_load (store, EQP_DATE_NONE, EQP_DATE_NONE, by, EQP_LANGUAGE_FR, &error);
      g_autoptr (EqpBalance) partial = NULL;

      g_assert_no_error (error);
      partial = eqp_balance_load (store, D ("2025-10-10"), D ("2026-10-12"), by, EQP_LANGUAGE_EN, &error);
      g_assert_no_error (error);
    }
}

static void
test_balance (void)
{
  EqpStore *store = balance_fixture_new ();

  balance_fixture_fill (store);
  test_plans_begin ();
  load_balances (store);
  test_plans_end (store, 2 * EQP_N_BREAKDOWNS, refused);
  eqp_test_pole_free (store);
}

static void
test_other_figures (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpFieldShare) share = NULL;
  g_autoptr (EqpForecast) forecast = NULL;
  g_autoptr (EqpStatement) person = NULL;
  g_autoptr (EqpStatement) institution = NULL;

  balance_fixture_fill (store);
  test_plans_begin ();
  share = eqp_field_share_load (store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  test_plans_end (store, 3, refused);
  test_plans_begin ();
  forecast = eqp_forecast_load (store, D ("2026-11-21"), NULL, &error);
  g_assert_no_error (error);
  test_plans_end (store, 24, refused);
  test_plans_begin ();
  person = eqp_statement_load (store, eqp_test_find (store, eqp_pole_find_entity ("person"), "P1"), 0, D ("2025-09-01"), D ("2026-08-31"),
                               EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  institution = eqp_statement_load (store, 0, eqp_test_find (store, eqp_pole_find_entity ("institution"), "INSPE"), D ("2025-09-01"), D ("2026-08-31"),
                                    EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  test_plans_end (store, 2, refused);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  test_plans_init ("");
  g_test_add_func ("/domain/balance/plans/balance", test_balance);
  g_test_add_func ("/domain/balance/plans/other-figures", test_other_figures);
  return g_test_run ();
}
