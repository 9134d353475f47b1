/* test-statement.c — dated lines with a running balance, and tutorial equivalents as exact fractions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-statement.h"
#include "tests/test-folder.h"

static void
assert_hetd (gint64      minutes,
             const char *kind,
             gint64      num,
             gint64      den)
{
  EqpFraction hetd = eqp_hetd_compute (minutes, kind, eqp_fraction_make (3, 2), eqp_fraction_make (2, 3));

  g_assert_cmpint (hetd.num, ==, num);
  g_assert_cmpint (hetd.den, ==, den);
}

static void
test_hetd (void)
{
  assert_hetd (60, "lecture", 90, 1);
  assert_hetd (45, "lecture", 135, 2);
  assert_hetd (60, "tutorial", 60, 1);
  assert_hetd (60, "", 60, 1);
  assert_hetd (50, "practical", 100, 3);
  assert_hetd (-60, "lecture", -90, 1);
}

static EqpStatement *
load (EqpStore   *store,
      const char *table,
      const char *code,
      const char *from,
      const char *to,
      EqpHours    hours)
{
  g_autoptr (GError) error = NULL;
  gint64        id = eqp_test_find (store, eqp_pole_find_entity (table), code);
  gboolean      is_person = g_str_equal (table, "person");
  EqpStatement *statement = eqp_statement_load (store, is_person ? id : 0, is_person ? 0 : id, eqp_date_from_iso (from), eqp_date_from_iso (to),
                                                hours, EQP_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return statement;
}

/* "I03 -300; I04 -345" */
static void
assert_lines (const EqpStatement *statement,
              const char         *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (statement->lines, i);

      g_string_append_printf (text, "%s%s%s %" G_GINT64_FORMAT, i > 0 ? "; " : "", line->code, line->counted ? "" : "*", line->running);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_person (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpStatement) done = NULL;
  g_autoptr (EqpStatement) certified = NULL;
  g_autoptr (EqpStatement) open = NULL;
  const EqpStatementLine *line;

  balance_fixture_fill (store);
  done = load (store, "person", "P3", "2025-09-01", "2026-08-31", EQP_HOURS_DONE);
  assert_lines (done, "I03 -300; I04 -345; I05* -345; I06* -345");
  g_assert_cmpint (eqp_balance_row_get_minutes (&done->total, EQP_HOURS_DONE), ==, -345);
  g_assert_cmpint (done->total.shared.minutes[EQP_HOURS_DONE], ==, 360);
  g_assert_cmpint (done->opening, ==, 0);
  line = g_ptr_array_index (done->lines, 1);
  g_assert_true (line->has[EQP_HOURS_PLANNED]);
  g_assert_false (line->has[EQP_HOURS_REQUESTED]);
  g_assert_cmpint (line->start, ==, -1);
  g_assert_cmpstr (line->person_name, ==, "Ms Inès Cazenave");
  g_assert_cmpstr (line->home_name, ==, "Académie de Valmont");
  g_assert_cmpstr (line->host_name, ==, "UV");
  g_assert_cmpstr (line->what, ==, "L’école d’aujourd’hui");
  certified = load (store, "person", "P3", "2025-09-01", "2026-08-31", EQP_HOURS_CERTIFIED);
  assert_lines (certified, "I03 -300; I04 -300; I05* -300; I06* -300");
  open = load (store, "person", "P3", NULL, NULL, EQP_HOURS_DONE);
  assert_lines (open, "I03 -300; I04 -345; I05* -345; I06* -345; I13 -1065; I15 -945");
  line = g_ptr_array_index (open->lines, 5);
  g_assert_cmpstr (line->corrects_code, ==, "I03");
  eqp_test_pole_free (store);
}

/* An institution's lines are those it gives and those it receives, each once. */
static void
test_institution (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpStatement) statement = NULL;

  balance_fixture_fill (store);
  statement = load (store, "institution", "UNIV", "2025-09-01", "2026-08-31", EQP_HOURS_DONE);
  assert_lines (statement, "I01 180; I02 270; I04 225; I05* 225; I06* 225; I07* 225; I08* 225; I10 345");
  eqp_test_pole_free (store);
}

static void
test_order_and_hetd (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpStatement) statement = NULL;

  balance_fixture_add (store, "I2", "2026-10-05", "person", "P3", "training", "FI", "start-time", "14:00", "end-time", "16:00", "done", "2h", "kind", "lecture", "subject", "Jeux");
  balance_fixture_add (store, "I1", "2026-10-05", "person", "P3", "training", "FI", "start-time", "8:00", "end-time", "8:45", "done", "0h45", "kind", "lecture", "unit", "U1", "subject", "Nombres");
  balance_fixture_add (store, "I3", "2026-10-05", "person", "P3", "training", "FI", "done", "1h", "kind", "practical");
  statement = load (store, "person", "P3", "2026-10-05", "2026-10-05", EQP_HOURS_DONE);
  assert_lines (statement, "I3 -60; I1 -105; I2 -225");
  g_assert_cmpstr (((EqpStatementLine *)g_ptr_array_index (statement->lines, 1))->what, ==, "Didactique — Nombres");
  g_assert_cmpstr (((EqpStatementLine *)g_ptr_array_index (statement->lines, 2))->what, ==, "Jeux");
  /* 60 + 45 × 3/2 + 120 × 3/2 */
  g_assert_cmpint (statement->hetd.num, ==, 615);
  g_assert_cmpint (statement->hetd.den, ==, 2);
  eqp_test_pole_free (store);
}

static void
test_request (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) request = NULL;
  g_autoptr (EqpStatement) none = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  gint64 id;

  id = eqp_test_add (store, &eqp_request_entity, "code", "D1", "training", "FC", "subject", "Lecture", "minutes", "6h", NULL);
  request = eqp_store_get (store, &eqp_request_entity, id, &error);
  g_assert_no_error (error);
  none = eqp_statement_load_request (store, request, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->lines->len, ==, 0);
  balance_fixture_add (store, "I2", "2026-12-05", "person", "P1", "training", "FC", "request", "D1", "planned", "2h");
  balance_fixture_add (store, "I1", "2026-11-05", "person", "P1", "training", "FC", "request", "D1", "planned", "4h");
  statement = eqp_statement_load_request (store, request, EQP_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  assert_lines (statement, "I1 240; I2 360");
  g_assert_cmpint (statement->from, ==, eqp_test_date ("2026-11-05"));
  g_assert_cmpint (statement->to, ==, eqp_test_date ("2026-12-05"));
  g_assert_cmpstr (((EqpStatementLine *)g_ptr_array_index (statement->lines, 0))->request_code, ==, "D1");
  g_clear_object (&request);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/statement/hetd", test_hetd);
  g_test_add_func ("/domain/statement/person", test_person);
  g_test_add_func ("/domain/statement/institution", test_institution);
  g_test_add_func ("/domain/statement/order-and-hetd", test_order_and_hetd);
  g_test_add_func ("/domain/statement/request", test_request);
  return g_test_run ();
}
