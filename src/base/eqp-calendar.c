/* eqp-calendar.c — French public holidays, computed, and working days */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-calendar"
#include "config.h"

#include "base/eqp-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

#define EVERYWHERE EQP_N_REGIONS
#define FRIDAY 4 /* days after Monday */

static const struct
{
  const char *code;
  const char *label;
} regions[EQP_N_REGIONS] = {
  [EQP_REGION_METROPOLE] = { "metropole", N_ ("Metropolitan France") },
  [EQP_REGION_ALSACE_MOSELLE] = { "alsace-moselle", N_ ("Alsace and Moselle") },
  [EQP_REGION_GUADELOUPE] = { "guadeloupe", N_ ("Guadeloupe") },
  [EQP_REGION_MARTINIQUE] = { "martinique", N_ ("Martinique") },
  [EQP_REGION_GUYANE] = { "guyane", N_ ("French Guiana") },
  [EQP_REGION_REUNION] = { "reunion", N_ ("Réunion") },
  [EQP_REGION_MAYOTTE] = { "mayotte", N_ ("Mayotte") },
};

/* Labour code L.3133-1, and what the law adds in some places. */
static const struct
{
  int         month;
  int         day;
  EqpRegion   region;
  const char *name;
} fixed[] = {
  { 1, 1, EVERYWHERE, N_ ("New Year’s Day") },
  { 5, 1, EVERYWHERE, N_ ("Labour Day") },
  { 5, 8, EVERYWHERE, N_ ("Victory in Europe Day") },
  { 7, 14, EVERYWHERE, N_ ("National Day") },
  { 8, 15, EVERYWHERE, N_ ("Assumption") },
  { 11, 1, EVERYWHERE, N_ ("All Saints’ Day") },
  { 11, 11, EVERYWHERE, N_ ("Armistice Day") },
  { 12, 25, EVERYWHERE, N_ ("Christmas Day") },
  { 12, 26, EQP_REGION_ALSACE_MOSELLE, N_ ("St Stephen’s Day") },
  { 5, 27, EQP_REGION_GUADELOUPE, N_ ("Abolition of slavery") },
  { 5, 22, EQP_REGION_MARTINIQUE, N_ ("Abolition of slavery") },
  { 6, 10, EQP_REGION_GUYANE, N_ ("Abolition of slavery") },
  { 12, 20, EQP_REGION_REUNION, N_ ("Abolition of slavery") },
  { 4, 27, EQP_REGION_MAYOTTE, N_ ("Abolition of slavery") },
};

static const struct
{
  int         after_easter;
  EqpRegion   region;
  const char *name;
} movable[] = {
  { -2, EQP_REGION_ALSACE_MOSELLE, N_ ("Good Friday") },
  { 1, EVERYWHERE, N_ ("Easter Monday") },
  { 39, EVERYWHERE, N_ ("Ascension Day") },
  { 50, EVERYWHERE, N_ ("Whit Monday") },
};

/**
 * eqp_region_get_code:
 * @region: a region
 *
 * Returns: (transfer none): its word in the file's settings
 */
const char *
eqp_region_get_code (EqpRegion region)
{
  g_return_val_if_fail (region < EQP_N_REGIONS, NULL);

  return regions[region].code;
}

/**
 * eqp_region_get_label:
 * @region: a region
 * @language: the reader's language
 *
 * Returns: (transfer none): its name
 */
const char *
eqp_region_get_label (EqpRegion   region,
                      EqpLanguage language)
{
  g_return_val_if_fail (region < EQP_N_REGIONS, NULL);

  return eqp_tr (language, regions[region].label);
}

/**
 * eqp_region_from_code:
 * @code: a word of the file's settings
 *
 * Returns: the region, metropolitan France for an unknown word
 */
EqpRegion
eqp_region_from_code (const char *code)
{
  for (guint i = 0; i < EQP_N_REGIONS; i++)
    if (strcmp (regions[i].code, code) == 0)
      return i;
  return EQP_REGION_METROPOLE;
}

/**
 * eqp_calendar_easter:
 * @year: a year of the Gregorian calendar
 *
 * The Sunday after the first full moon of spring, by the rule of the ecclesiastical moon: the golden number places the year in the
 * cycle of nineteen, two corrections keep the moon and the calendar together over the centuries.
 *
 * Returns: Easter Sunday
 */
EqpDate
eqp_calendar_easter (int year)
{
  int     golden = year % 19;
  int     century = year / 100;
  int     leap_days_left_out = century - century / 4;
  int     moon_correction = (8 * century + 13) / 25;
  int     moon = (19 * golden + leap_days_left_out - moon_correction + 15) % 30;
  EqpDate full_moon;

  /* Two of the thirty ages would put the full moon on 19 April, or twice on the 18th in one cycle. */
  moon -= moon == 29 || (moon == 28 && golden > 10) ? 1 : 0;
  full_moon = eqp_date_from_ymd (year, 3, 21) + moon;
  return full_moon + 7 - full_moon % 7;
}

/**
 * eqp_calendar_get_holiday:
 * @date: a day
 * @region: where
 *
 * Returns: (transfer none) (nullable): the msgid of the public holiday's name; %NULL on any other day
 */
const char *
eqp_calendar_get_holiday (EqpDate   date,
                          EqpRegion region)
{
  int year, month, day, after_easter;

  if (date == EQP_DATE_NONE)
    return NULL;
  eqp_date_get_ymd (date, &year, &month, &day);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].day == day && (fixed[i].region == EVERYWHERE || fixed[i].region == region))
      return fixed[i].name;
  after_easter = date - eqp_calendar_easter (year);
  for (guint i = 0; i < G_N_ELEMENTS (movable); i++)
    if (movable[i].after_easter == after_easter && (movable[i].region == EVERYWHERE || movable[i].region == region))
      return movable[i].name;
  return NULL;
}

/**
 * eqp_calendar_is_working_day:
 * @date: a day
 * @region: where
 *
 * Returns: whether it is a Monday to Friday and no public holiday
 */
gboolean
eqp_calendar_is_working_day (EqpDate   date,
                             EqpRegion region)
{
  return (date - 1) % 7 <= FRIDAY && eqp_calendar_get_holiday (date, region) == NULL;
}

/**
 * eqp_calendar_add_working_days:
 * @date: a day
 * @days: so many working days later, or earlier when negative
 * @region: where
 *
 * The day itself does not count: one working day after a Friday, or after the Saturday that follows it, is Monday.
 *
 * Returns: the day; @date for 0
 */
EqpDate
eqp_calendar_add_working_days (EqpDate   date,
                               int       days,
                               EqpRegion region)
{
  int step = days < 0 ? -1 : 1;

  while (days != 0)
    {
      date += step;
      if (eqp_calendar_is_working_day (date, region))
        days -= step;
    }
  return date;
}

/**
 * eqp_calendar_previous_working_day:
 * @date: a day
 * @region: where
 *
 * A due date is never moved (A13); this is the hint beside one that falls on a day off.
 *
 * Returns: @date if it is a working day, else the last one before it
 */
EqpDate
eqp_calendar_previous_working_day (EqpDate   date,
                                   EqpRegion region)
{
  while (!eqp_calendar_is_working_day (date, region))
    date--;
  return date;
}
