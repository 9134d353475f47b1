/* test-balance-plans.c — no figure reads the whole ledger or sorts in a temporary table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-forecast.h"
#include "domain/exchanges/eqp-statement.h"
#include "tests/test-folder.h"

#define D(iso) eqp_test_date (iso)

/* Every statement that the store runs, as EQP_DEBUG=sql traces it. */
static GPtrArray *traced;

static GLogWriterOutput
trace (GLogLevelFlags   level,
       const GLogField *fields,
       gsize            n_fields,
       gpointer         user_data)
{
  for (gsize i = 0; traced != NULL && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "SELECT"))
      g_ptr_array_add (traced, g_strdup (fields[i].value));
  return (level & G_LOG_LEVEL_MESSAGE) != 0 ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, user_data);
}

static void
assert_plan (EqpStore   *store,
             const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, explain, NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    {
      const char *detail = eqp_query_get_text (query, 3);

      if (g_str_has_prefix (detail, "SCAN intervention") || g_str_has_prefix (detail, "SCAN i ") || g_str_equal (detail, "SCAN i") ||
          g_str_has_prefix (detail, "SCAN l") || g_str_has_prefix (detail, "SCAN exchange_total") || strstr (detail, "TEMP B-TREE") != NULL)
        g_error ("%s: %s", sql, detail);
    }
  g_assert_no_error (error);
}

/* Stops tracing, looks at what was run, and starts anew. */
static void
check_traced (EqpStore *store,
              guint     least)
{
  g_autoptr (GPtrArray) statements = g_steal_pointer (&traced);

  g_assert_cmpuint (statements->len, >=, least);
  for (guint i = 0; i < statements->len; i++)
    assert_plan (store, g_ptr_array_index (statements, i));
  traced = g_ptr_array_new_with_free_func (g_free);
}

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
  traced = g_ptr_array_new_with_free_func (g_free);
  load_balances (store);
  check_traced (store, 2 * EQP_N_BREAKDOWNS);
  g_clear_pointer (&traced, g_ptr_array_unref);
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
  traced = g_ptr_array_new_with_free_func (g_free);
  share = eqp_field_share_load (store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  check_traced (store, 3);
  forecast = eqp_forecast_load (store, D ("2026-11-21"), NULL, &error);
  g_assert_no_error (error);
  check_traced (store, 24);
  person = eqp_statement_load (store, eqp_test_find (store, eqp_pole_find_entity ("person"), "P1"), 0, D ("2025-09-01"), D ("2026-08-31"),
                               EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  institution = eqp_statement_load (store, 0, eqp_test_find (store, eqp_pole_find_entity ("institution"), "INSPE"), D ("2025-09-01"), D ("2026-08-31"),
                                    EQP_HOURS_DONE, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  check_traced (store, 2);
  g_clear_pointer (&traced, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("EQP_DEBUG", "sql", TRUE);
  test_init (&argc, &argv);
  g_log_set_writer_func (trace, NULL, NULL);
  g_test_add_func ("/domain/balance/plans/balance", test_balance);
  g_test_add_func ("/domain/balance/plans/other-figures", test_other_figures);
  return g_test_run ();
}
