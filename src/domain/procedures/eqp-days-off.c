/* eqp-days-off.c — days on which nobody is there: weekends, public holidays, school holidays of the file's zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-days-off"

#include "config.h"

#include "domain/procedures/eqp-days-off.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"

#include <glib/gi18n.h>

static const char sql_holidays[] = "SELECT from_date, to_date, name FROM school_holiday WHERE zone = ? ORDER BY from_date";

static const char *const zones[] = { "A", "B", "C", "Corse", "Guadeloupe", "Guyane", "Martinique", "Mayotte", "Réunion", NULL };

typedef struct
{
  EqpDate from;
  EqpDate to;
  char   *name;
} Holiday;

struct _EqpDaysOff
{
  EqpRegion region;
  GArray   *holidays; /* (element-type Holiday) by their first day */
};

/**
 * eqp_school_zone_count:
 *
 * Returns: how many zones there are
 */
guint
eqp_school_zone_count (void)
{
  return G_N_ELEMENTS (zones) - 1;
}

/**
 * eqp_school_zone_get:
 * @index: less than eqp_school_zone_count()
 *
 * Returns: (transfer none): a zone as it is stored, which is also its name in both languages
 */
const char *
eqp_school_zone_get (guint index)
{
  g_return_val_if_fail (index < eqp_school_zone_count (), NULL);

  return zones[index];
}

/**
 * eqp_school_zone_check:
 * @zone: what somebody typed
 * @error: return location for an error
 *
 * Returns: whether it is a zone; %FALSE with %EQP_INPUT_ERROR_INVALID, which lists them
 */
gboolean
eqp_school_zone_check (const char *zone,
                       GError    **error)
{
  g_autofree char *all = NULL;

  if (g_strv_contains (zones, zone))
    return TRUE;
  all = g_strjoinv (", ", (char **)zones);
  /* Translators: first what was typed, then the list of all zones. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” is no zone of school holidays. It is one of %s."), zone, all);
  return FALSE;
}

static void
clear_holiday (gpointer data)
{
  g_free (((Holiday *)data)->name);
}

/**
 * eqp_days_off_load:
 * @store: the file, whose settings name a region and a zone
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the days off; %NULL with #EqpStoreError
 */
EqpDaysOff *
eqp_days_off_load (EqpStore *store,
                   GError  **error)
{
  g_autoptr (EqpDaysOff) self = g_new0 (EqpDaysOff, 1);
  g_autofree char *zone = eqp_pole_dup_setting (store, EQP_SETTING_HOLIDAY_ZONE);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, sql_holidays, "s", zone);
  GError *failure = NULL;

  self->region = eqp_pole_get_region (store);
  self->holidays = g_array_new (FALSE, FALSE, sizeof (Holiday));
  g_array_set_clear_func (self->holidays, clear_holiday);
  if (query == NULL)
    return NULL;
  while (eqp_query_next (query, &failure))
    {
      Holiday holiday = { eqp_query_get_date (query, 0), eqp_query_get_date (query, 1), g_strdup (eqp_query_get_text (query, 2)) };

      g_array_append_val (self->holidays, holiday);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * eqp_days_off_free:
 * @self: (nullable) (transfer full): what eqp_days_off_load() gave
 */
void
eqp_days_off_free (EqpDaysOff *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->holidays, g_array_unref);
  g_free (self);
}

static const Holiday *
find_holiday (EqpDaysOff *self,
              EqpDate     date)
{
  for (guint i = 0; i < self->holidays->len; i++)
    {
      const Holiday *holiday = &g_array_index (self->holidays, Holiday, i);

      if (eqp_date_is_within (date, holiday->from, holiday->to))
        return holiday;
    }
  return NULL;
}

/**
 * eqp_days_off_has:
 * @self: days off
 * @date: a day
 *
 * Returns: whether @date is a Saturday, a Sunday, a public holiday or in the school holidays
 */
gboolean
eqp_days_off_has (EqpDaysOff *self,
                  EqpDate     date)
{
  return !eqp_calendar_is_working_day (date, self->region) || find_holiday (self, date) != NULL;
}

/**
 * eqp_days_off_get_previous:
 * @self: days off
 * @date: a day
 *
 * Returns: @date, or the last day before it that is not off
 */
EqpDate
eqp_days_off_get_previous (EqpDaysOff *self,
                           EqpDate     date)
{
  const Holiday *holiday;

  for (;;)
    if ((holiday = find_holiday (self, date)) != NULL)
      date = holiday->from - 1;
    else if (!eqp_calendar_is_working_day (date, self->region))
      date--;
    else
      return date;
}

/* The public holiday before the school holidays it falls in: it is the better reason. */
static char *
dup_reason (EqpDaysOff *self,
            EqpDate     date,
            EqpLanguage language)
{
  const char    *holiday = eqp_calendar_get_holiday (date, self->region);
  const Holiday *school = find_holiday (self, date);

  if (holiday != NULL)
    return g_strdup (eqp_tr (language, holiday));
  if (school == NULL)
    return g_strdup (eqp_tr (language, "Weekend"));
  if (*school->name == '\0')
    return g_strdup (eqp_tr (language, "School holidays"));
  /* Translators: %s is the name of the holidays, as somebody typed it. */
  return g_strdup_printf (eqp_tr (language, "School holidays (%s)"), school->name);
}

/**
 * eqp_days_off_dup_hint:
 * @self: days off
 * @date: a due date
 * @language: the reader's language
 *
 * A due date is never moved (A13): what stands beside one that falls on a day off.
 *
 * Returns: (transfer full) (nullable): "Christmas Day: last working day before, 24 Dec 2026"; %NULL on a day that is not off
 */
char *
eqp_days_off_dup_hint (EqpDaysOff *self,
                       EqpDate     date,
                       EqpLanguage language)
{
  g_autofree char *reason = NULL;
  g_autofree char *previous = NULL;

  if (date == EQP_DATE_NONE || !eqp_days_off_has (self, date))
    return NULL;
  reason = dup_reason (self, date, language);
  previous = eqp_date_format (eqp_days_off_get_previous (self, date), language);
  /* Translators: first why a due date is no working day (“Christmas Day”, “Weekend”), then a date. */
  return g_strdup_printf (eqp_tr (language, "%s: last working day before, %s"), reason, previous);
}
