/* test-direct-contract.c — hours past the Pôle by family: the sums, and the lines behind them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-direct-contract.h"
#include "tests/test-folder.h"

static GPtrArray *
load (EqpStore   *store,
      const char *from,
      const char *to)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *families = eqp_direct_contract_load (store, from != NULL ? eqp_test_date (from) : EQP_DATE_NONE, to != NULL ? eqp_test_date (to) : EQP_DATE_NONE,
                                                  EQP_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return families;
}

static void
assert_family (GPtrArray  *families,
               guint       index,
               const char *key,
               const char *label,
               gint64      done)
{
  const EqpDirectFamily *family = g_ptr_array_index (families, index);

  g_assert_cmpstr (family->key, ==, key);
  g_assert_cmpstr (family->label, ==, label);
  g_assert_cmpint (family->sum.minutes[EQP_HOURS_DONE], ==, done);
}

/* The lines behind each family add up to it, and all families to the balance's own figure. */
static void
check_lines (EqpStore   *store,
             const char *from,
             const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = load (store, from, to);
  g_autoptr (EqpBalance) balance = eqp_balance_load (store, eqp_test_date (from), eqp_test_date (to), EQP_BY_YEAR, EQP_LANGUAGE_EN, &error);
  gint64 total = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < families->len; i++)
    {
      const EqpDirectFamily *family = g_ptr_array_index (families, i);
      g_autofree char       *sql = g_strdup_printf ("SELECT count (*), coalesce (sum (done), 0) FROM intervention WHERE %s",
                                                    eqp_direct_contract_get_condition (store, eqp_test_date (from), eqp_test_date (to), family->key));
      g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, NULL);

      g_assert_no_error (error);
      g_assert_true (eqp_query_next (query, &error));
      g_assert_cmpint (eqp_query_get_integer (query, 0), ==, family->sum.lines);
      g_assert_cmpint (eqp_query_get_integer (query, 1), ==, family->sum.minutes[EQP_HOURS_DONE]);
      total += family->sum.minutes[EQP_HOURS_DONE];
    }
  g_assert_cmpint (total, ==, balance->total.direct.minutes[EQP_HOURS_DONE]);
}

static void
test_families (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GPtrArray) families = NULL;

  eqp_test_add (store, eqp_pole_find_entity ("scheme"), "code", "S3", "name", "Agrégation interne", "family", "COMPETITION", NULL);
  balance_fixture_fill (store);
  balance_fixture_add (store, "D1", "2026-02-10", "person", "P1", "training", "FC", "scheme", "S3", "done", "4h", "direct-contract", "yes");
  balance_fixture_add (store, "D2", "2026-02-11", "person", "P1", "training", "FC", "scheme", "S1", "done", "2h", "direct-contract", "yes");
  balance_fixture_add (store, "D3", "2026-02-12", "person", "P1", "training", "FC", "scheme", "S'2", "planned", "2h", "direct-contract", "yes");
  families = load (store, NULL, NULL);
  g_assert_cmpuint (families->len, ==, 4);
  assert_family (families, 0, "préparation concours internes", "Preparation of internal competitions", 240);
  assert_family (families, 1, "FI universités", "Initial training in the universities", 420);
  assert_family (families, 2, "FIL", "Local training of common interest (FIL)", 120);
  /* Without a scheme, and with one that has no family. */
  assert_family (families, 3, "", "Other continuing training", 480);
  check_lines (store, "2025-09-01", "2026-08-31");
  check_lines (store, "2026-01-21", "2026-02-11");
  eqp_test_pole_free (store);
}

static void
test_nothing (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GPtrArray) families = load (store, "2025-09-01", "2026-08-31");

  g_assert_cmpuint (families->len, ==, 0);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/direct-contract/families", test_families);
  g_test_add_func ("/domain/direct-contract/nothing", test_nothing);
  return g_test_run ();
}
