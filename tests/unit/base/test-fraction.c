/* test-fraction.c — exact shares: one third of 45,000 hours is 15,000 hours, to the minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/eqp-fraction.h"

#include "base/eqp-error.h"
#include "tests/test-folder.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      num;
    gint64      den;
  } cases[] = {
    { "1/3", 1, 3 },
    { "2/6", 1, 3 },
    { " 3 / 2 ", 3, 2 },
    { "0,5", 1, 2 },
    { "1.5", 3, 2 },
    { "50 %", 1, 2 },
    { "33,3%", 333, 1000 },
    { "2", 2, 1 },
    { "0", 0, 1 },
  };
  static const char *const bad[] = { "", "1/0", "-1/3", "a", "1/3/5", "%", "0,1234567", "1,,5" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EqpFraction value;

      g_test_message ("%s", cases[i].text);
      g_assert_true (eqp_fraction_parse (cases[i].text, &value, NULL));
      g_assert_cmpint (value.num, ==, cases[i].num);
      g_assert_cmpint (value.den, ==, cases[i].den);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      EqpFraction value;

      g_test_message ("%s", bad[i]);
      g_assert_false (eqp_fraction_parse (bad[i], &value, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
    }
}

static void
test_arithmetic (void)
{
  EqpFraction third = { 1, 3 };
  EqpFraction share = eqp_fraction_multiply (eqp_fraction_make (45000 * 60, 1), third);
  EqpFraction sum = eqp_fraction_add (third, eqp_fraction_make (-1, 6));

  g_assert_cmpint (share.num, ==, 15000 * 60);
  g_assert_cmpint (share.den, ==, 1);
  g_assert_cmpint (sum.num, ==, 1);
  g_assert_cmpint (sum.den, ==, 6);
  g_assert_cmpint (eqp_fraction_compare (third, eqp_fraction_make (15000, 45000)), ==, 0);
  g_assert_cmpint (eqp_fraction_compare (third, eqp_fraction_make (15000 * 60 - 1, 45000 * 60)), >, 0);
  g_assert_cmpint (eqp_fraction_ceil (eqp_fraction_make (10, 3)), ==, 4);
  g_assert_cmpint (eqp_fraction_ceil (eqp_fraction_make (9, 3)), ==, 3);
  g_assert_cmpint (eqp_fraction_ceil (eqp_fraction_make (-10, 3)), ==, -3);
  g_assert_cmpint (eqp_fraction_round (eqp_fraction_make (5, 2)), ==, 3);
  g_assert_cmpint (eqp_fraction_round (eqp_fraction_make (-5, 2)), ==, -3);
  g_assert_cmpint (eqp_fraction_round (eqp_fraction_make (7, 3)), ==, 2);
}

static void
test_text (void)
{
  g_autofree char *third = eqp_fraction_dup_text (eqp_fraction_make (2, 6));
  g_autofree char *two = eqp_fraction_dup_text (eqp_fraction_make (4, 2));
  g_autofree char *reached = eqp_percent_format (1, 3, EQP_LANGUAGE_FR);
  g_autofree char *short_of_all = eqp_percent_format (999999, 1000000, EQP_LANGUAGE_EN);
  g_autofree char *negative = eqp_percent_format (-5, 200, EQP_LANGUAGE_EN);
  g_autofree char *nothing = eqp_percent_format (0, 0, EQP_LANGUAGE_FR);

  g_assert_cmpstr (third, ==, "1/3");
  g_assert_cmpstr (two, ==, "2");
  g_assert_cmpstr (reached, ==, "33,3\302\240%");
  g_assert_cmpstr (short_of_all, ==, "99.9%");
  g_assert_cmpstr (negative, ==, "\342\210\2222.5%");
  g_assert_cmpstr (nothing, ==, "—");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/fraction/parse", test_parse);
  g_test_add_func ("/fraction/arithmetic", test_arithmetic);
  g_test_add_func ("/fraction/text", test_text);
  return g_test_run ();
}
