/* eqp-clock.c — the one place where the time and random ids come from, so that tests can freeze them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-clock"

#include "config.h"

#include "base/eqp-clock.h"

#include <sys/random.h>

/* Steele, Lea and Flood's SplitMix64: a counter turned into numbers that look random and do not repeat. */
#define SEED_STEP G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

static guint64
next_seeded (const char *seed)
{
  static GMutex   lock;
  static guint64  state;
  static gboolean started;
  guint64         value;

  g_mutex_lock (&lock);
  if (!started)
    state = mix (g_ascii_strtoull (seed, NULL, 10));
  started = TRUE;
  state += SEED_STEP;
  value = mix (state);
  g_mutex_unlock (&lock);
  return value;
}

static guint64
next_random (void)
{
  guint64 value;

  if (getrandom (&value, sizeof value, 0) == (gssize)sizeof value)
    return value;
  return (guint64)g_random_int () << 32 | g_random_int ();
}

/**
 * eqp_clock_now_us:
 *
 * The present instant; tests freeze it with the environment variable EQUIPOLE_NOW (ISO 8601, UTC when it names no zone).
 *
 * Returns: microseconds since 1970-01-01T00:00:00Z
 */
gint64
eqp_clock_now_us (void)
{
  const char *frozen = g_getenv ("EQUIPOLE_NOW");

  if (frozen != NULL && *frozen != '\0')
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (frozen, utc);

      if (instant != NULL)
        return g_date_time_to_unix (instant) * G_USEC_PER_SEC + g_date_time_get_microsecond (instant);
      g_warning ("EQUIPOLE_NOW is not an ISO 8601 instant: %s", frozen);
    }
  return g_get_real_time ();
}

/**
 * eqp_clock_random_id:
 *
 * A new record id: random, so that two copies of a file can be merged. (The other rows of the same edit have those that follow.) With the
 * environment variable EQUIPOLE_SEED set to a number, every process draws the same sequence.
 *
 * Returns: a number from 1 to %G_MAXINT64
 */
gint64
eqp_clock_random_id (void)
{
  const char *seed = g_getenv ("EQUIPOLE_SEED");
  gint64      id;

  do
    id = (gint64)((seed != NULL && *seed != '\0' ? next_seeded (seed) : next_random ()) & G_MAXINT64);
  while (id == 0);
  return id;
}
