/* test-date-parse.c — dates as files hold them and as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-date.h"

#include "base/eqp-error.h"
#include "tests/test-folder.h"

static void
assert_parse (const char *text,
              const char *iso)
{
  g_autoptr (GError) error = NULL;
  EqpDate date = EQP_DATE_NONE;

  g_assert_true (eqp_date_parse (text, &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (date, ==, eqp_date_from_iso (iso));
}

static void
test_parse_exact (void)
{
  assert_parse ("2026-09-01", "2026-09-01");
  assert_parse ("01/09/2026", "2026-09-01");
  assert_parse ("  01/09/2026\t", "2026-09-01");
  assert_parse ("\u00a02026-09-01\u202f", "2026-09-01");
  assert_parse ("29/02/2028", "2028-02-29");
  g_assert_true (eqp_date_parse ("2026-09-01", NULL, NULL));
}

static void
assert_refused (const char *text,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  EqpDate date = 5;

  g_assert_false (eqp_date_parse (text, &date, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_cmpint (date, ==, 5);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_parse_refused (void)
{
  assert_refused ("31/02/2026", "“31/02/2026” is not a date: write it as 2026-09-01 or 01/09/2026.");
  assert_refused (" soon\n", "“soon” is not a date: write it as 2026-09-01 or 01/09/2026.");
  assert_refused ("\xff", "“\xef\xbf\xbd” is not a date: write it as 2026-09-01 or 01/09/2026.");
  assert_refused ("1/9/2026", NULL);
  assert_refused ("01/09/26", NULL);
  assert_refused ("01-09-2026", NULL);
  assert_refused ("2026/09/01", NULL);
  assert_refused ("2026-09-01T00:00", NULL);
  assert_refused ("29/02/2026", NULL);
  assert_refused ("00/09/2026", NULL);
  assert_refused ("01/13/2026", NULL);
  assert_refused ("01/09/20267", NULL);
  assert_refused ("20260901", NULL);
  assert_refused ("+3w", NULL);
}

static void
test_parse_long_excerpt (void)
{
  g_autofree char *shown = g_strnfill (59, 'x');
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *longer = g_strnfill (61, 'x');
  g_autofree char *whole = g_strdup_printf ("“%s” is not a date: write it as 2026-09-01 or 01/09/2026.", sixty);
  g_autofree char *cut = g_strdup_printf ("“%s…” is not a date: write it as 2026-09-01 or 01/09/2026.", shown);

  assert_refused (sixty, whole);
  assert_refused (longer, cut);
}

static void
test_parse_missing (void)
{
  static const char *const empty[] = { NULL, "", "  \t", "\u00a0" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) typed_error = NULL;

      g_assert_false (eqp_date_parse (empty[i], NULL, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING);
      g_assert_false (eqp_date_parse_typed (empty[i], 1, NULL, &typed_error));
      g_assert_error (typed_error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING);
    }
}

/* The reference is a Saturday. */
static void
assert_typed (const char *text,
              const char *iso)
{
  g_autoptr (GError) error = NULL;
  EqpDate reference = eqp_date_from_iso ("2026-11-21");
  EqpDate date = EQP_DATE_NONE;
  char    got[EQP_DATE_ISO_SIZE];

  eqp_date_parse_typed (text, reference, &date, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eqp_date_to_iso (date, got), ==, iso);
}

static void
test_typed_dates (void)
{
  assert_typed ("2026-09-01", "2026-09-01");
  assert_typed ("01/09/2026", "2026-09-01");
  assert_typed ("1/9/2026", "2026-09-01");
  assert_typed ("1/9", "2026-09-01");
  assert_typed (" 12/10 ", "2026-10-12");
  assert_typed ("31/12", "2026-12-31");
  assert_typed ("12/10/26", "2026-10-12");
  assert_typed ("12/10/99", "2099-10-12");
  assert_typed ("12/10/00", "2000-10-12");
}

static void
test_typed_offsets (void)
{
  assert_typed ("+3w", "2026-12-12");
  assert_typed ("+3s", "2026-12-12");
  assert_typed ("+3 S", "2026-12-12");
  assert_typed ("+10j", "2026-12-01");
  assert_typed ("+10d", "2026-12-01");
  assert_typed ("-21j", "2026-10-31");
  assert_typed ("+0d", "2026-11-21");
  assert_typed ("+2m", "2027-01-21");
  assert_typed ("-9m", "2026-02-21");
  assert_typed ("+1a", "2027-11-21");
  assert_typed ("+1y", "2027-11-21");
}

static void
test_typed_words (void)
{
  assert_typed ("today", "2026-11-21");
  assert_typed ("Aujourd’hui", "2026-11-21");
  assert_typed ("aujourd'hui", "2026-11-21");
  assert_typed ("demain", "2026-11-22");
  assert_typed ("Tomorrow", "2026-11-22");
  assert_typed ("hier", "2026-11-20");
  assert_typed ("yesterday", "2026-11-20");
  assert_typed ("dimanche", "2026-11-22");
  assert_typed ("lundi", "2026-11-23");
  assert_typed ("Monday", "2026-11-23");
  assert_typed ("mar", "2026-11-24");
  assert_typed ("wed", "2026-11-25");
  assert_typed ("jeudi", "2026-11-26");
  assert_typed ("friday", "2026-11-27");
  assert_typed ("samedi", "2026-11-28");
  assert_typed ("SAT", "2026-11-28");
}

static void
test_typed_refused (void)
{
  static const char *const wrong[] = { "lu", "lundis", "29/02", "31/4", "1/13", "12/10/", "12/10/202", "12/10/20266", "/10", "1//9", "123/1",
                                       "+", "+w", "+3", "+3x", "+3ww", "3w", "+12345d", "-9999y", "+9999y", "soon", "!!!" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      EqpDate date = 5;

      g_assert_false (eqp_date_parse_typed (wrong[i], eqp_date_from_iso ("2026-11-21"), &date, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
      g_assert_cmpint (date, ==, 5);
    }
}

static void
test_typed_edges (void)
{
  EqpDate date = EQP_DATE_NONE;

  g_assert_true (eqp_date_parse_typed ("demain", eqp_date_from_iso ("9999-12-30"), &date, NULL));
  g_assert_cmpint (date, ==, eqp_date_from_iso ("9999-12-31"));
  g_assert_false (eqp_date_parse_typed ("demain", eqp_date_from_iso ("9999-12-31"), &date, NULL));
  g_assert_true (eqp_date_parse_typed ("hier", 2, &date, NULL));
  g_assert_cmpint (date, ==, 1);
  g_assert_false (eqp_date_parse_typed ("hier", 1, &date, NULL));
  /* Without a reference only whole dates can be understood. */
  g_assert_true (eqp_date_parse_typed ("1/9/26", EQP_DATE_NONE, &date, NULL));
  g_assert_false (eqp_date_parse_typed ("1/9", EQP_DATE_NONE, &date, NULL));
  g_assert_false (eqp_date_parse_typed ("lundi", EQP_DATE_NONE, &date, NULL));
  g_assert_false (eqp_date_parse_typed ("today", EQP_DATE_NONE, &date, NULL));
  g_assert_false (eqp_date_parse_typed ("+3w", EQP_DATE_NONE, &date, NULL));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/base/date/parse/exact", test_parse_exact);
  g_test_add_func ("/base/date/parse/refused", test_parse_refused);
  g_test_add_func ("/base/date/parse/long-excerpt", test_parse_long_excerpt);
  g_test_add_func ("/base/date/parse/missing", test_parse_missing);
  g_test_add_func ("/base/date/typed/dates", test_typed_dates);
  g_test_add_func ("/base/date/typed/offsets", test_typed_offsets);
  g_test_add_func ("/base/date/typed/words", test_typed_words);
  g_test_add_func ("/base/date/typed/refused", test_typed_refused);
  g_test_add_func ("/base/date/typed/edges", test_typed_edges);
  return g_test_run ();
}
