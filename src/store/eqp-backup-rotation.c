/* eqp-backup-rotation.c — which copies to keep: 12 daily, 10 weekly, 9 monthly ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-backup"
#include "config.h"

#include "store/eqp-backup.h"

typedef struct
{
  guint  index; /* in the caller's list */
  gint64 instant;
  guint  day;   /* Julian day, in local time: a day as its user lived it */
  guint  week;  /* days before its Monday, in weeks */
  guint  month; /* since year 0 */
} Copy;

static const struct
{
  gsize period; /* where a Copy holds it */
  guint kept;
} rules[] = {
  { G_STRUCT_OFFSET (Copy, day), 12 },
  { G_STRUCT_OFFSET (Copy, week), 10 },
  { G_STRUCT_OFFSET (Copy, month), 9 },
};

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 first = ((const Copy *)a)->instant;
  gint64 second = ((const Copy *)b)->instant;

  return (first < second) - (first > second);
}

static Copy
place (guint  index,
       gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  GDate date;
  int   year, month, day;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (Copy){
    .index = index,
    .instant = instant,
    .day = g_date_get_julian (&date),
    /* Julian day 1 is a Monday. */
    .week = (g_date_get_julian (&date) - 1) / 7,
    .month = (guint)(year * 12 + month),
  };
}

/* Marks the newest copy of each of the newest @kept periods. */
static void
mark_kept (GArray   *copies,
           gsize     period,
           guint     kept,
           gboolean *keep)
{
  guint last = 0;
  guint n = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      guint value = G_STRUCT_MEMBER (guint, &g_array_index (copies, Copy, i), period);

      if (i > 0 && value == last)
        continue;
      last = value;
      if (n++ == kept)
        return;
      keep[i] = TRUE;
    }
}

/**
 * eqp_backup_select_expired:
 * @instants: (array length=n): when copies were made, µs since 1970 UTC, in any order
 * @n: how many
 *
 * Keeps every copy of the newest day, and the newest one of each of the 12 newest days, 10 newest weeks (from Monday) and 9 newest
 * months that have any. Days are local.
 *
 * Returns: (transfer full) (element-type guint): the indexes of the others
 */
GArray *
eqp_backup_select_expired (const gint64 *instants,
                           guint         n)
{
  GArray *expired = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (Copy));
  g_autofree gboolean *keep = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      Copy copy = place (i, instants[i]);

      g_array_append_val (copies, copy);
    }
  g_array_sort (copies, compare_newest_first);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    mark_kept (copies, rules[i].period, rules[i].kept, keep);
  for (guint i = 0; i < n; i++)
    if (!keep[i] && g_array_index (copies, Copy, i).day != g_array_index (copies, Copy, 0).day)
      g_array_append_val (expired, g_array_index (copies, Copy, i).index);
  return expired;
}
