/* test-clock.c — frozen time, random and repeatable ids */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-clock.h"
#include "tests/test-folder.h"

#include <stdlib.h>

#define NOVEMBER_2026 G_GINT64_CONSTANT (1795251600) /* 2026-11-21T09:00:00Z */

static void
test_now_frozen (void)
{
  g_setenv ("EQUIPOLE_NOW", "2026-11-21T09:00:00Z", TRUE);
  g_assert_cmpint (eqp_clock_now_us (), ==, NOVEMBER_2026 * G_USEC_PER_SEC);
  g_setenv ("EQUIPOLE_NOW", "2026-11-21T09:00:00", TRUE);
  g_assert_cmpint (eqp_clock_now_us (), ==, NOVEMBER_2026 * G_USEC_PER_SEC);
  g_setenv ("EQUIPOLE_NOW", "2026-11-21T10:00:00.250+01:00", TRUE);
  g_assert_cmpint (eqp_clock_now_us (), ==, NOVEMBER_2026 * G_USEC_PER_SEC + 250000);
}

static void
test_now_running (void)
{
  gint64 before, now;

  g_unsetenv ("EQUIPOLE_NOW");
  before = g_get_real_time ();
  now = eqp_clock_now_us ();
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_setenv ("EQUIPOLE_NOW", "", TRUE);
  g_assert_cmpint (eqp_clock_now_us (), >=, before);
}

static void
test_now_malformed (void)
{
  gint64 before = g_get_real_time ();

  g_setenv ("EQUIPOLE_NOW", "tomorrow", TRUE);
  g_test_expect_message ("eqp-clock", G_LOG_LEVEL_WARNING, "*not an ISO 8601 instant: tomorrow*");
  g_assert_cmpint (eqp_clock_now_us (), >=, before);
  g_test_assert_expected_messages ();
}

static void
test_ids_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 all_bits = 0;

  g_unsetenv ("EQUIPOLE_SEED");
  for (int i = 0; i < 10000; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = eqp_clock_random_id ();
      g_assert_cmpint (*id, >, 0);
      all_bits |= *id;
      g_assert_true (g_hash_table_add (seen, id));
    }
  g_assert_cmpint (all_bits, ==, G_MAXINT64);
}

static void
print_ids (void)
{
  for (int i = 0; i < 5; i++)
    g_print ("id=%" G_GINT64_FORMAT "\n", eqp_clock_random_id ());
}

static char *
run_seeded (const char *self,
            const char *seed)
{
  const char *argv[] = { self, "--print-ids", NULL };
  g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "EQUIPOLE_SEED", seed, TRUE);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **)argv, env, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&out);
}

static void
test_ids_seeded (gconstpointer self)
{
  g_autofree char *first = run_seeded (self, "7");
  g_autofree char *again = run_seeded (self, "7");
  g_autofree char *other = run_seeded (self, "8");
  g_auto (GStrv) lines = g_strsplit (first, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[0], !=, lines[1]);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (g_ascii_strtoll (lines[i] + 3, NULL, 10), >, 0);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *self = NULL;

  if (argc == 2 && g_str_equal (argv[1], "--print-ids"))
    {
      print_ids ();
      return EXIT_SUCCESS;
    }
  self = g_file_read_link ("/proc/self/exe", NULL);
  test_init (&argc, &argv);
  g_test_add_func ("/base/clock/now/frozen", test_now_frozen);
  g_test_add_func ("/base/clock/now/running", test_now_running);
  g_test_add_func ("/base/clock/now/malformed", test_now_malformed);
  g_test_add_func ("/base/clock/ids/random", test_ids_random);
  g_test_add_data_func ("/base/clock/ids/seeded", self, test_ids_seeded);
  return g_test_run ();
}
