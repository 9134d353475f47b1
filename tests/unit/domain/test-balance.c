/* test-balance.c — who owes hours to whom: what counts, periods, breakdowns, the lines behind a figure, and how they are read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-query-model.h"
#include "tests/test-folder.h"

#define D(iso) ((iso) != NULL ? eqp_test_date (iso) : EQP_DATE_NONE)

/* Open at both ends, an academic year, partial months at both ends, within one month, a day, whole months, open at one end, before the ledger. */
static const char *const periods[][2] = {
  { NULL, NULL },
  { "2025-09-01", "2026-08-31" },
  { "2025-10-10", "2026-10-12" },
  { "2026-01-02", "2026-01-20" },
  { "2026-01-20", "2026-01-20" },
  { "2025-10-01", "2025-12-31" },
  { "2025-10-31", NULL },
  { NULL, "2026-01-01" },
  { "2020-01-01", "2020-12-31" },
  { "2025-10-31", "2025-11-01" },
};

static EqpBalance *
load (EqpStore    *store,
      const char  *from,
      const char  *to,
      EqpBreakdown by)
{
  g_autoptr (GError) error = NULL;
  EqpBalance *balance = eqp_balance_load (store, D (from), D (to), by, EQP_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return balance;
}

static char *
dup_keys (const EqpBalance *balance)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < balance->rows->len; i++)
    {
      const EqpBalanceRow *row = g_ptr_array_index (balance->rows, i);

      g_string_append_printf (keys, "%s%s=%s", i > 0 ? "|" : "", row->key, row->label);
    }
  return g_string_free (keys, FALSE);
}

static void
assert_keys (EqpStore    *store,
             const char  *from,
             const char  *to,
             EqpBreakdown by,
             const char  *expected)
{
  g_autoptr (EqpBalance) balance = load (store, from, to, by);
  g_autofree char *keys = dup_keys (balance);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_creditor (void)
{
  EqpBalanceRow row = { .fc.minutes = { 1, 2, 300, 4 }, .fi.minutes = { 5, 2, 100, 9 } };

  g_assert_cmpint (eqp_balance_row_get_minutes (&row, EQP_HOURS_REQUESTED), ==, -4);
  g_assert_cmpint (eqp_balance_row_get_minutes (&row, EQP_HOURS_DONE), ==, 200);
  g_assert_cmpint (eqp_balance_row_get_exchanged (&row, EQP_HOURS_DONE), ==, 400);
  g_assert_cmpstr (eqp_balance_get_creditor (1, 0), ==, "university");
  g_assert_cmpstr (eqp_balance_get_creditor (-1, 0), ==, "rectorat");
  g_assert_cmpstr (eqp_balance_get_creditor (0, 0), ==, "none");
  g_assert_cmpstr (eqp_balance_get_creditor (60, 60), ==, "none");
  g_assert_cmpstr (eqp_balance_get_creditor (-61, 60), ==, "rectorat");
  g_assert_cmpstr (eqp_balance_get_creditor (G_MININT64 + 1, 60), ==, "rectorat");
}

static void
test_total (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpBalance) balance = NULL;

  balance_fixture_fill (store);
  balance = load (store, "2025-09-01", "2026-08-31", EQP_BY_MONTH);
  g_assert_cmpint (balance->total.fc.minutes[EQP_HOURS_DONE], ==, 180 + 90 + 120);
  g_assert_cmpint (balance->total.fi.minutes[EQP_HOURS_DONE], ==, 300 + 45);
  g_assert_cmpint (balance->total.shared.minutes[EQP_HOURS_DONE], ==, 360);
  g_assert_cmpint (balance->total.direct.minutes[EQP_HOURS_DONE], ==, 420 + 480);
  g_assert_cmpint (balance->total.field.minutes[EQP_HOURS_DONE], ==, 300 + 45 + 360 + 420);
  g_assert_cmpint (balance->total.field_direct.minutes[EQP_HOURS_DONE], ==, 420);
  g_assert_cmpint (balance->total.fc_all.minutes[EQP_HOURS_DONE], ==, 180 + 90 + 480 + 600 + 120);
  g_assert_cmpint (balance->total.internal.minutes[EQP_HOURS_DONE], ==, 540 + 600);
  g_assert_cmpint (eqp_balance_row_get_minutes (&balance->total, EQP_HOURS_REQUESTED), ==, 240 + 120 - 300);
  g_assert_cmpint (eqp_balance_row_get_minutes (&balance->total, EQP_HOURS_CERTIFIED), ==, 180 - 300);
  eqp_test_pole_free (store);
}

static void
test_breakdowns (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (BalanceLines) lines = NULL;

  balance_fixture_fill (store);
  lines = balance_lines_read (store);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
      {
        g_autoptr (EqpBalance) balance = load (store, periods[i][0], periods[i][1], by);

        balance_lines_check (lines, balance);
      }
  eqp_test_pole_free (store);
}

static void
test_rows (void)
{
  EqpStore *store = balance_fixture_new ();

  balance_fixture_fill (store);
  assert_keys (store, "2025-12-31", "2026-02-01", EQP_BY_MONTH, "2025-12=Dec 2025|2026-01=Jan 2026|2026-02=Feb 2026");
  assert_keys (store, "2026-03-31", "2026-09-01", EQP_BY_TERM, "2025-T2=Term 2 of 2025–2026|2025-T3=Term 3 of 2025–2026|2026-T1=Term 1 of 2026–2027");
  assert_keys (store, "2025-08-31", "2026-09-01", EQP_BY_YEAR, "2024=2024–2025|2025=2025–2026|2026=2026–2027");
  assert_keys (store, NULL, NULL, EQP_BY_DISCIPLINE, "lettres=lettres|mathématiques=mathématiques|=Without a discipline");
  assert_keys (store, NULL, NULL, EQP_BY_SCHEME, "S'2=Aide à la décision|S1=Formation d’initiative locale|=Without a scheme");
  assert_keys (store, NULL, NULL, EQP_BY_COURSE, "C2=Course two|C1=Parcours un|=Without a course");
  assert_keys (store, "2025-09-01", "2025-12-31", EQP_BY_INSTITUTION, "INSPE=Inspé de Valmont|UNIV=Université de Valmont");
  assert_keys (store, "2025-09-01", "2025-10-31", EQP_BY_PERSON, "P1=Aubrac Éloïse|P2=Bréval Luc|P3=Cazenave Inès");
  eqp_test_pole_free (store);
}

/* Terms that begin within a month are added up to the day. */
static void
test_terms (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpBalance) balance = NULL;
  const EqpBalanceRow *row;

  eqp_test_add (store, eqp_pole_find_entity ("statute"), "code", EQP_EXCHANGE_STATUTE, "name-fr", "Pôle", NULL);
  eqp_test_add (store, eqp_pole_find_entity ("parameter"), "statute", EQP_EXCHANGE_STATUTE, "name", EQP_PARAMETER_TERMS, "value", "09-15;01-21", NULL);
  balance_fixture_fill (store);
  balance = load (store, "2025-09-01", "2026-08-31", EQP_BY_TERM);
  g_assert_cmpuint (balance->rows->len, ==, 3);
  row = g_ptr_array_index (balance->rows, 0);
  g_assert_cmpstr (row->key, ==, "2024-T2");
  g_assert_cmpint (row->fc.lines, ==, 0);
  row = g_ptr_array_index (balance->rows, 1);
  g_assert_cmpstr (row->key, ==, "2025-T1");
  g_assert_cmpint (row->fc.lines, ==, 2);
  g_assert_cmpint (row->direct.minutes[EQP_HOURS_DONE], ==, 420);
  row = g_ptr_array_index (balance->rows, 2);
  g_assert_cmpstr (row->key, ==, "2025-T2");
  g_assert_cmpint (row->direct.minutes[EQP_HOURS_DONE], ==, 480);
  eqp_test_pole_free (store);
}

/* The terms that begin in an academic year; the program's own when the file has none. */
static void
test_term_days (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GArray) days = eqp_balance_list_terms (store, eqp_test_date ("2025-09-01"), eqp_test_date ("2026-08-31"));

  g_assert_cmpuint (days->len, ==, 3);
  g_assert_cmpint (g_array_index (days, EqpDate, 0), ==, eqp_test_date ("2025-09-01"));
  g_assert_cmpint (g_array_index (days, EqpDate, 2), ==, eqp_test_date ("2026-04-01"));
  eqp_test_add (store, eqp_pole_find_entity ("statute"), "code", EQP_EXCHANGE_STATUTE, "name-fr", "Pôle", NULL);
  eqp_test_add (store, eqp_pole_find_entity ("parameter"), "statute", EQP_EXCHANGE_STATUTE, "name", EQP_PARAMETER_TERMS, "value", "09-15;01-21", NULL);
  g_clear_pointer (&days, g_array_unref);
  days = eqp_balance_list_terms (store, eqp_test_date ("2025-09-01"), eqp_test_date ("2026-08-31"));
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, EqpDate, 0), ==, eqp_test_date ("2025-09-15"));
  g_assert_cmpint (g_array_index (days, EqpDate, 1), ==, eqp_test_date ("2026-01-21"));
  eqp_test_pole_free (store);
}

static void
test_open_period (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpBalance) empty = load (store, NULL, NULL, EQP_BY_MONTH);
  g_autoptr (EqpBalance) full = NULL;
  g_autoptr (EqpBalance) after = NULL;

  /* The clock of the tests stands on 21 November 2026. */
  g_assert_cmpint (empty->from, ==, eqp_test_date ("2026-09-01"));
  g_assert_cmpint (empty->to, ==, eqp_test_date ("2027-08-31"));
  g_assert_cmpuint (empty->rows->len, ==, 12);
  balance_fixture_fill (store);
  full = load (store, NULL, NULL, EQP_BY_MONTH);
  g_assert_cmpint (full->from, ==, eqp_test_date ("2025-09-01"));
  g_assert_cmpint (full->to, ==, eqp_test_date ("2026-11-30"));
  g_assert_cmpuint (full->rows->len, ==, 15);
  after = load (store, "2030-05-10", NULL, EQP_BY_MONTH);
  g_assert_cmpint (after->to, ==, eqp_test_date ("2030-05-31"));
  g_assert_cmpint (after->total.fc_all.lines, ==, 0);
  eqp_test_pole_free (store);
}

/* Adds up the lines that a condition names. */
static void
sum_condition (EqpStore   *store,
               const char *condition,
               EqpSum     *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT sum (requested), sum (planned), sum (done), sum (certified), count (*) FROM intervention WHERE %s", condition);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  for (guint i = 0; i < EQP_N_HOURS; i++)
    sum->minutes[i] = eqp_query_get_integer (query, i);
  sum->lines = eqp_query_get_integer (query, EQP_N_HOURS);
}

static void
assert_condition (EqpStore         *store,
                  const EqpBalance *balance,
                  const char       *key,
                  EqpTraining       training,
                  EqpLines          lines,
                  const EqpSum     *expected)
{
  const char *condition = eqp_balance_get_condition (store, balance->from, balance->to, balance->by, key, training, lines);
  EqpSum      sum;

  sum_condition (store, condition, &sum);
  g_assert_cmpmem (&sum, sizeof sum, expected, sizeof *expected);
}

static void
assert_row_conditions (EqpStore            *store,
                       const EqpBalance    *balance,
                       const EqpBalanceRow *row,
                       const char          *key)
{
  EqpSum counted = row->fc;

  for (guint i = 0; i < EQP_N_HOURS; i++)
    counted.minutes[i] += row->fi.minutes[i];
  counted.lines += row->fi.lines;
  assert_condition (store, balance, key, EQP_N_TRAININGS, EQP_LINES_COUNTED, &counted);
  assert_condition (store, balance, key, EQP_TRAINING_FC, EQP_LINES_COUNTED, &row->fc);
  assert_condition (store, balance, key, EQP_TRAINING_FI, EQP_LINES_COUNTED, &row->fi);
  assert_condition (store, balance, key, EQP_N_TRAININGS, EQP_LINES_SHARED, &row->shared);
  assert_condition (store, balance, key, EQP_N_TRAININGS, EQP_LINES_DIRECT, &row->direct);
  assert_condition (store, balance, key, EQP_N_TRAININGS, EQP_LINES_FIELD, &row->field);
  assert_condition (store, balance, key, EQP_TRAINING_FC, EQP_LINES_ALL, &row->fc_all);
}

static void
test_conditions (void)
{
  EqpStore *store = balance_fixture_new ();

  balance_fixture_fill (store);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
      {
        g_autoptr (EqpBalance) balance = load (store, periods[i][0], periods[i][1], by);

        assert_row_conditions (store, balance, &balance->total, NULL);
        for (guint j = 0; j < balance->rows->len; j++)
          {
            const EqpBalanceRow *row = g_ptr_array_index (balance->rows, j);

            assert_row_conditions (store, balance, row, row->key);
          }
      }
  eqp_test_pole_free (store);
}

static guint
count_listed (EqpStore   *store,
              const char *condition)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (store, &eqp_intervention_entity);

  eqp_query_model_set_where (model, condition);
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
test_condition_lists (void)
{
  EqpStore *store = balance_fixture_new ();

  balance_fixture_fill (store);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_MONTH, NULL, EQP_N_TRAININGS, EQP_LINES_ALL)), ==, 15);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_SCHEME, "S'2", EQP_N_TRAININGS, EQP_LINES_COUNTED)), ==, 1);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_PERSON, "P9", EQP_N_TRAININGS, EQP_LINES_ALL)), ==, 0);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_MONTH, "2025-13", EQP_N_TRAININGS, EQP_LINES_ALL)), ==, 0);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_TERM, "2025-T4", EQP_N_TRAININGS, EQP_LINES_ALL)), ==, 0);
  g_assert_cmpuint (count_listed (store, eqp_balance_get_condition (store, 0, 0, EQP_BY_TERM, "soon", EQP_N_TRAININGS, EQP_LINES_ALL)), ==, 0);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/balance/creditor", test_creditor);
  g_test_add_func ("/domain/balance/total", test_total);
  g_test_add_func ("/domain/balance/breakdowns", test_breakdowns);
  g_test_add_func ("/domain/balance/rows", test_rows);
  g_test_add_func ("/domain/balance/terms", test_terms);
  g_test_add_func ("/domain/balance/term-days", test_term_days);
  g_test_add_func ("/domain/balance/open-period", test_open_period);
  g_test_add_func ("/domain/balance/conditions", test_conditions);
  g_test_add_func ("/domain/balance/condition-lists", test_condition_lists);
  return g_test_run ();
}
