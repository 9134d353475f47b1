/* test-date.c — calendar dates: conversions, arithmetic, what people read, academic years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-date.h"

#include "base/eqp-clock.h"
#include "tests/test-folder.h"

static void
test_ymd_bounds (void)
{
  g_assert_cmpint (eqp_date_from_ymd (1, 1, 1), ==, 1);
  g_assert_cmpint (eqp_date_from_ymd (9999, 12, 31), ==, 3652059);
  g_assert_cmpint (eqp_date_from_ymd (0, 12, 31), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (10000, 1, 1), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 0, 1), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 13, 1), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 1, 0), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 4, 30), !=, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 4, 31), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2028, 2, 29), !=, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2026, 2, 29), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (2000, 2, 29), !=, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_from_ymd (1900, 2, 29), ==, EQP_DATE_NONE);
}

static void
test_ymd_round_trip (void)
{
  for (EqpDate date = 1; date <= 3652059; date += 97)
    {
      int  year, month, day;
      char iso[EQP_DATE_ISO_SIZE];

      eqp_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (eqp_date_from_ymd (year, month, day), ==, date);
      g_assert_cmpint (eqp_date_from_iso (eqp_date_to_iso (date, iso)), ==, date);
    }
}

static void
test_ymd_none (void)
{
  int  year = 7, month = 7, day = 7;
  char iso[EQP_DATE_ISO_SIZE] = "x";

  eqp_date_get_ymd (EQP_DATE_NONE, &year, &month, &day);
  g_assert_cmpint (year + month + day, ==, 0);
  eqp_date_get_ymd (eqp_date_from_ymd (2026, 9, 1), NULL, &month, NULL);
  g_assert_cmpint (month, ==, 9);
  g_assert_cmpstr (eqp_date_to_iso (EQP_DATE_NONE, iso), ==, "");
  g_assert_null (eqp_date_dup_iso (EQP_DATE_NONE));
}

static void
test_iso (void)
{
  static const char *const wrong[] = { "", "2026-9-1", "2026-09-1", "2026-09-011", "2026/09/01", "2026-09-31", "202a-09-01", " 2026-09-01", "0000-01-01", "２026-09-01" };
  g_autofree char         *text = eqp_date_dup_iso (eqp_date_from_ymd (2026, 9, 1));

  g_assert_cmpstr (text, ==, "2026-09-01");
  g_assert_cmpint (eqp_date_from_iso (text), ==, eqp_date_from_ymd (2026, 9, 1));
  g_assert_cmpint (eqp_date_from_iso (NULL), ==, EQP_DATE_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (eqp_date_from_iso (wrong[i]), ==, EQP_DATE_NONE);
}

static void
test_today (void)
{
  g_setenv ("EQUIPOLE_NOW", "2026-11-21T23:59:59Z", TRUE);
  g_assert_cmpint (eqp_date_today (), ==, eqp_date_from_ymd (2026, 11, 21));
  g_setenv ("EQUIPOLE_NOW", "2026-11-22T00:00:00Z", TRUE);
  g_assert_cmpint (eqp_date_today (), ==, eqp_date_from_ymd (2026, 11, 22));
}

static void
assert_months (const char *from,
               int         months,
               const char *to)
{
  g_assert_cmpint (eqp_date_add_months (eqp_date_from_iso (from), months), ==, eqp_date_from_iso (to));
}

static void
test_add_months (void)
{
  assert_months ("2026-09-01", 0, "2026-09-01");
  assert_months ("2026-09-01", 3, "2026-12-01");
  assert_months ("2026-09-01", 4, "2027-01-01");
  assert_months ("2026-01-01", -1, "2025-12-01");
  assert_months ("2026-09-15", -21, "2024-12-15");
  assert_months ("2026-01-31", 1, "2026-02-28");
  assert_months ("2028-01-31", 1, "2028-02-29");
  assert_months ("2026-03-31", 1, "2026-04-30");
  assert_months ("2028-02-29", 12, "2029-02-28");
  assert_months ("2028-02-29", 48, "2032-02-29");
  assert_months ("9999-11-30", 1, "9999-12-30");
  assert_months ("0001-02-01", -1, "0001-01-01");
  g_assert_cmpint (eqp_date_add_months (eqp_date_from_iso ("9999-12-01"), 1), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_add_months (eqp_date_from_iso ("0001-01-01"), -1), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_add_months (eqp_date_from_iso ("2026-01-01"), G_MAXINT), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_add_months (eqp_date_from_iso ("2026-01-01"), G_MININT), ==, EQP_DATE_NONE);
  g_assert_cmpint (eqp_date_add_months (EQP_DATE_NONE, 1), ==, EQP_DATE_NONE);
}

static void
assert_formats (const char *iso,
                const char *fr,
                const char *en,
                const char *long_fr,
                const char *long_en)
{
  EqpDate          date = eqp_date_from_iso (iso);
  g_autofree char *got_fr = eqp_date_format (date, EQP_LANGUAGE_FR);
  g_autofree char *got_en = eqp_date_format (date, EQP_LANGUAGE_EN);
  g_autofree char *got_long_fr = eqp_date_format_long (date, EQP_LANGUAGE_FR);
  g_autofree char *got_long_en = eqp_date_format_long (date, EQP_LANGUAGE_EN);

  g_assert_cmpstr (got_fr, ==, fr);
  g_assert_cmpstr (got_en, ==, en);
  g_assert_cmpstr (got_long_fr, ==, long_fr);
  g_assert_cmpstr (got_long_en, ==, long_en);
}

static void
test_formats (void)
{
  assert_formats ("2026-10-12", "12\u00a0oct. 2026", "12 Oct 2026", "lundi 12\u00a0octobre 2026", "Monday 12 October 2026");
  assert_formats ("2026-09-01", "1er\u00a0sept. 2026", "1 Sep 2026", "mardi 1er\u00a0septembre 2026", "Tuesday 1 September 2026");
  assert_formats ("2026-08-02", "2\u00a0août 2026", "2 Aug 2026", "dimanche 2\u00a0août 2026", "Sunday 2 August 2026");
  assert_formats ("2028-02-29", "29\u00a0févr. 2028", "29 Feb 2028", "mardi 29\u00a0février 2028", "Tuesday 29 February 2028");
  assert_formats ("2026-12-31", "31\u00a0déc. 2026", "31 Dec 2026", "jeudi 31\u00a0décembre 2026", "Thursday 31 December 2026");
  assert_formats ("2026-01-21", "21\u00a0janv. 2026", "21 Jan 2026", "mercredi 21\u00a0janvier 2026", "Wednesday 21 January 2026");
  assert_formats ("", "", "", "", "");
}

static void
test_format_instant (void)
{
  g_autofree char *fr = NULL;
  g_autofree char *en = NULL;
  g_autofree char *before_1970 = eqp_date_format_instant (-1, EQP_LANGUAGE_EN);
  g_autofree char *nothing = eqp_date_format_instant (G_MAXINT64, EQP_LANGUAGE_EN);

  g_setenv ("EQUIPOLE_NOW", "2026-11-01T09:05:59Z", TRUE);
  fr = eqp_date_format_instant (eqp_clock_now_us (), EQP_LANGUAGE_FR);
  en = eqp_date_format_instant (eqp_clock_now_us (), EQP_LANGUAGE_EN);
  g_assert_cmpstr (fr, ==, "1er\u00a0nov. 2026, 09:05");
  g_assert_cmpstr (en, ==, "1 Nov 2026, 09:05");
  g_assert_cmpstr (before_1970, ==, "31 Dec 1969, 23:59");
  g_assert_cmpstr (nothing, ==, "");
}

static void
assert_period (const char *from,
               const char *to,
               const char *expected)
{
  g_autofree char *text = eqp_date_format_period (eqp_date_from_iso (from), eqp_date_from_iso (to), EQP_LANGUAGE_EN);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format_period (void)
{
  g_autofree char *french = eqp_date_format_period (eqp_date_from_iso ("2026-10-01"), eqp_date_from_iso ("2026-11-03"), EQP_LANGUAGE_FR);

  g_assert_cmpstr (french, ==, "1er\u00a0oct. 2026 – 3\u00a0nov. 2026");
  assert_period ("2026-10-01", "2026-11-03", "1 Oct 2026 – 3 Nov 2026");
  assert_period ("2026-10-01", "2026-10-01", "1 Oct 2026");
  assert_period ("2026-10-01", "", "since 1 Oct 2026");
  assert_period ("", "2026-11-03", "until 3 Nov 2026");
  assert_period ("", "", "");
}

static void
test_weekday_name (void)
{
  g_assert_cmpstr (eqp_date_get_weekday_name (1, EQP_LANGUAGE_FR), ==, "lundi");
  g_assert_cmpstr (eqp_date_get_weekday_name (7, EQP_LANGUAGE_EN), ==, "Sunday");
  g_assert_cmpstr (eqp_date_get_weekday_name (0, EQP_LANGUAGE_EN), ==, "");
  g_assert_cmpstr (eqp_date_get_weekday_name (8, EQP_LANGUAGE_EN), ==, "");
}

static void
test_within (void)
{
  EqpDate from = eqp_date_from_ymd (2026, 9, 1);
  EqpDate to = eqp_date_from_ymd (2027, 8, 31);

  g_assert_false (eqp_date_is_within (from - 1, from, to));
  g_assert_true (eqp_date_is_within (from, from, to));
  g_assert_true (eqp_date_is_within (to, from, to));
  g_assert_false (eqp_date_is_within (to + 1, from, to));
  g_assert_true (eqp_date_is_within (from, from, from));
  g_assert_true (eqp_date_is_within (1, EQP_DATE_NONE, to));
  g_assert_false (eqp_date_is_within (to + 1, EQP_DATE_NONE, to));
  g_assert_true (eqp_date_is_within (to + 1, from, EQP_DATE_NONE));
  g_assert_false (eqp_date_is_within (from - 1, from, EQP_DATE_NONE));
  g_assert_true (eqp_date_is_within (from, EQP_DATE_NONE, EQP_DATE_NONE));
  g_assert_false (eqp_date_is_within (EQP_DATE_NONE, EQP_DATE_NONE, EQP_DATE_NONE));
}

static void
test_academic_year (void)
{
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-08-31"), 9, 1), ==, 2025);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-09-01"), 9, 1), ==, 2026);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2027-01-01"), 9, 1), ==, 2026);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-08-14"), 8, 15), ==, 2025);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-08-15"), 8, 15), ==, 2026);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-09-14"), 8, 15), ==, 2026);
  g_assert_cmpint (eqp_academic_year (eqp_date_from_iso ("2026-01-01"), 1, 1), ==, 2026);
  g_assert_cmpint (eqp_academic_year (EQP_DATE_NONE, 9, 1), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/base/date/ymd/bounds", test_ymd_bounds);
  g_test_add_func ("/base/date/ymd/round-trip", test_ymd_round_trip);
  g_test_add_func ("/base/date/ymd/none", test_ymd_none);
  g_test_add_func ("/base/date/iso", test_iso);
  g_test_add_func ("/base/date/today", test_today);
  g_test_add_func ("/base/date/add-months", test_add_months);
  g_test_add_func ("/base/date/formats", test_formats);
  g_test_add_func ("/base/date/format-instant", test_format_instant);
  g_test_add_func ("/base/date/format-period", test_format_period);
  g_test_add_func ("/base/date/weekday-name", test_weekday_name);
  g_test_add_func ("/base/date/within", test_within);
  g_test_add_func ("/base/date/academic-year", test_academic_year);
  return g_test_run ();
}
