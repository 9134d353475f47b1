/* test-calendar.c — public holidays of known years, and working days around them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/eqp-calendar.h"
#include "tests/test-folder.h"

static void
test_easter (void)
{
  static const char *const sundays[] = { "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
                                         "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19" };

  for (guint i = 0; i < G_N_ELEMENTS (sundays); i++)
    {
      char iso[EQP_DATE_ISO_SIZE];
      int  year = atoi (sundays[i]);

      g_assert_cmpstr (eqp_date_to_iso (eqp_calendar_easter (year), iso), ==, sundays[i]);
    }
}

static void
assert_holidays (EqpRegion          region,
                 int                year,
                 const char *const *expected)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (EqpDate date = eqp_date_from_ymd (year, 1, 1); date <= eqp_date_from_ymd (year, 12, 31); date++)
    if (eqp_calendar_get_holiday (date, region) != NULL)
      g_ptr_array_add (found, eqp_date_dup_iso (date));
  g_assert_cmpint (found->len, ==, g_strv_length ((char **)expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, expected[i]);
}

static void
test_holidays (void)
{
  static const char *const metropole[] = { "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                                           "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", NULL };
  static const char *const alsace[] = { "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
                                        "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2026-12-26", NULL };
  static const char *const reunion[] = { "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                                         "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-20", "2026-12-25", NULL };

  assert_holidays (EQP_REGION_METROPOLE, 2026, metropole);
  assert_holidays (EQP_REGION_ALSACE_MOSELLE, 2026, alsace);
  assert_holidays (EQP_REGION_REUNION, 2026, reunion);
}

static void
assert_added (const char *from,
              int         days,
              const char *expected)
{
  char iso[EQP_DATE_ISO_SIZE];

  g_assert_cmpstr (eqp_date_to_iso (eqp_calendar_add_working_days (eqp_date_from_iso (from), days, EQP_REGION_METROPOLE), iso), ==, expected);
}

static void
test_working_days (void)
{
  char iso[EQP_DATE_ISO_SIZE];

  assert_added ("2026-11-20", 0, "2026-11-20");
  assert_added ("2026-11-20", 1, "2026-11-23");  /* Friday to Monday */
  assert_added ("2026-11-21", 1, "2026-11-23");  /* Saturday to Monday */
  assert_added ("2026-11-10", 1, "2026-11-12");  /* over 11 November */
  assert_added ("2026-05-13", 1, "2026-05-15");  /* over Ascension */
  assert_added ("2026-05-12", -5, "2026-05-04"); /* back over 8 May */
  assert_added ("2026-12-24", 5, "2027-01-04");
  g_assert_cmpstr (eqp_date_to_iso (eqp_calendar_previous_working_day (eqp_date_from_iso ("2026-04-06"), EQP_REGION_METROPOLE), iso), ==, "2026-04-03");
  g_assert_cmpstr (eqp_date_to_iso (eqp_calendar_previous_working_day (eqp_date_from_iso ("2026-04-06"), EQP_REGION_ALSACE_MOSELLE), iso), ==, "2026-04-02");
}

static void
test_regions (void)
{
  for (EqpRegion region = 0; region < EQP_N_REGIONS; region++)
    {
      g_assert_cmpint (eqp_region_from_code (eqp_region_get_code (region)), ==, region);
      g_assert_cmpstr (eqp_region_get_label (region, EQP_LANGUAGE_EN), !=, "");
    }
  g_assert_cmpint (eqp_region_from_code ("elsewhere"), ==, EQP_REGION_METROPOLE);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/calendar/easter", test_easter);
  g_test_add_func ("/calendar/holidays", test_holidays);
  g_test_add_func ("/calendar/working-days", test_working_days);
  g_test_add_func ("/calendar/regions", test_regions);
  return g_test_run ();
}
