/* test-duration.c — durations and times of the day, as typed and as read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/eqp-duration.h"

#include "base/eqp-error.h"
#include "tests/test-folder.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      minutes;
  } cases[] = {
    { "7h30", 450 },
    { "7 h 30", 450 },
    { "7\302\240h\302\24030", 450 },
    { "7,5", 450 },
    { "7.5", 450 },
    { "7,50 h", 450 },
    { "7:30", 450 },
    { "7h30min", 450 },
    { "7 heures 30", 450 },
    { "450min", 450 },
    { "450 MIN", 450 },
    { "2h", 120 },
    { "2", 120 },
    { "0,25", 15 },
    { "0,75", 45 },
    { "0", 0 },
    { "0h45", 45 },
    { "-1h30", -90 },
    { "\342\210\2222", -120 },
    { "1\342\200\257234h30", 74070 },
    { "1,05", 63 },
    { "100000", 6000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minutes = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_true (eqp_duration_parse (cases[i].text, &minutes, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = { "", " ", "h", "7h60", "7:60", "7:", "7,", "0,33", "7h30x", "abc", "1e3", "--2", "7h-30", "100001",
                                       "6000001min", "99999999999999999999", "7,5,5", "12:30:00", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64           minutes = 42;
      g_autofree char *shown = g_strescape (cases[i], NULL);

      g_test_message ("%s", shown);
      g_assert_false (eqp_duration_parse (cases[i], &minutes, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
      g_assert_cmpint (minutes, ==, 42);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64      minutes;
    const char *french;
    const char *english;
    const char *plain;
  } cases[] = {
    { 74070, "1\342\200\257234\302\240h\302\24030", "1,234\302\240h\302\24030", "1234h30" },
    { 0, "0\302\240h", "0\302\240h", "0h" },
    { 45, "45\302\240min", "45\302\240min", "0h45" },
    { 60, "1\302\240h", "1\302\240h", "1h" },
    { 65, "1\302\240h\302\24005", "1\302\240h\302\24005", "1h05" },
    { -90, "\342\210\2221\302\240h\302\24030", "\342\210\2221\302\240h\302\24030", "-1h30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *french = eqp_duration_format (cases[i].minutes, EQP_LANGUAGE_FR);
      g_autofree char *english = eqp_duration_format (cases[i].minutes, EQP_LANGUAGE_EN);
      g_autofree char *plain = eqp_duration_dup_plain (cases[i].minutes);
      gint64           back = -1;

      g_assert_cmpstr (french, ==, cases[i].french);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_true (eqp_duration_parse (plain, &back, NULL));
      g_assert_cmpint (back, ==, cases[i].minutes);
      if (strchr (english, ',') == NULL) /* English groups by commas, which are decimals here */
        {
          g_assert_true (eqp_duration_parse (french, &back, NULL));
          g_assert_cmpint (back, ==, cases[i].minutes);
        }
    }
}

static void
test_time (void)
{
  static const char *const good[] = { "9h", "09:00", "9:00", "9h30", "9 h 30", "00:00", "24:00", NULL };
  static const gint64      minutes[] = { 540, 540, 540, 570, 570, 0, 1440 };
  static const char *const bad[] = { "", "9", "24:01", "25h", "9:60", "-1h", "9h30x", "9,5", NULL };
  g_autofree char         *text = eqp_time_format (570);

  for (guint i = 0; good[i] != NULL; i++)
    {
      gint64 value = -1;

      g_assert_true (eqp_time_parse (good[i], &value, NULL));
      g_assert_cmpint (value, ==, minutes[i]);
    }
  for (guint i = 0; bad[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value;

      g_assert_false (eqp_time_parse (bad[i], &value, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
    }
  g_assert_cmpstr (text, ==, "09:30");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/duration/parse", test_parse);
  g_test_add_func ("/duration/refused", test_refused);
  g_test_add_func ("/duration/format", test_format);
  g_test_add_func ("/duration/time", test_time);
  return g_test_run ();
}
