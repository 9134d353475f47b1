/* eqp-date.c — calendar dates and academic years, in the proleptic Gregorian calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-date"

#include "config.h"

#include "base/eqp-date.h"

#include "base/eqp-clock.h"

#include <string.h>

#define MAX_YEAR 9999

/**
 * eqp_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, or %EQP_DATE_NONE when there is no such day
 */
EqpDate
eqp_date_from_ymd (int year,
                   int month,
                   int day)
{
  GDate date;

  if (year < 1 || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return EQP_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (EqpDate)g_date_get_julian (&date);
}

/**
 * eqp_date_get_ymd:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month
 *
 * Takes @date apart; all three are 0 for %EQP_DATE_NONE.
 */
void
eqp_date_get_ymd (EqpDate date,
                  int    *year,
                  int    *month,
                  int    *day)
{
  GDate    gdate;
  gboolean valid = date > EQP_DATE_NONE;

  g_date_clear (&gdate, 1);
  if (valid)
    g_date_set_julian (&gdate, date);
  if (year != NULL)
    *year = valid ? g_date_get_year (&gdate) : 0;
  if (month != NULL)
    *month = valid ? (int)g_date_get_month (&gdate) : 0;
  if (day != NULL)
    *day = valid ? g_date_get_day (&gdate) : 0;
}

/**
 * eqp_date_today:
 *
 * Returns: the present day in the local time zone (see eqp_clock_now_us())
 */
EqpDate
eqp_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (eqp_clock_now_us () / G_USEC_PER_SEC);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return eqp_date_from_ymd (year, month, day);
}

/**
 * eqp_date_from_iso:
 * @text: (nullable): a date as the file stores it, YYYY-MM-DD and nothing else
 *
 * Returns: the date, or %EQP_DATE_NONE when @text is %NULL, empty or no such date
 */
EqpDate
eqp_date_from_iso (const char *text)
{
  int parts[3] = { 0, 0, 0 };
  int part = 0;

  if (text == NULL || strlen (text) != EQP_DATE_ISO_SIZE - 1)
    return EQP_DATE_NONE;
  for (int i = 0; text[i] != '\0'; i++)
    if (i == 4 || i == 7)
      {
        if (text[i] != '-')
          return EQP_DATE_NONE;
        part++;
      }
    else if (!g_ascii_isdigit (text[i]))
      return EQP_DATE_NONE;
    else
      parts[part] = parts[part] * 10 + (text[i] - '0');
  return eqp_date_from_ymd (parts[0], parts[1], parts[2]);
}

/**
 * eqp_date_to_iso:
 * @date: a date
 * @buffer: (out caller-allocates): room for %EQP_DATE_ISO_SIZE bytes
 *
 * Writes @date as YYYY-MM-DD, or the empty string for %EQP_DATE_NONE.
 *
 * Returns: (transfer none): @buffer
 */
char *
eqp_date_to_iso (EqpDate date,
                 char    buffer[EQP_DATE_ISO_SIZE])
{
  int year, month, day;

  eqp_date_get_ymd (date, &year, &month, &day);
  buffer[0] = '\0';
  if (year != 0)
    g_snprintf (buffer, EQP_DATE_ISO_SIZE, "%04d-%02d-%02d", year, month, day);
  return buffer;
}

/**
 * eqp_date_dup_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): @date as YYYY-MM-DD, or %NULL for %EQP_DATE_NONE, as the file stores an open end
 */
char *
eqp_date_dup_iso (EqpDate date)
{
  char buffer[EQP_DATE_ISO_SIZE];

  return date == EQP_DATE_NONE ? NULL : g_strdup (eqp_date_to_iso (date, buffer));
}

/**
 * eqp_date_add_months:
 * @date: a date
 * @months: how many months later (earlier when negative)
 *
 * The same day of another month, or that month's last day when it has no such day.
 *
 * Returns: the date; %EQP_DATE_NONE for %EQP_DATE_NONE and for what falls outside the years 1 to 9999
 */
EqpDate
eqp_date_add_months (EqpDate date,
                     int     months)
{
  int    year, month, day;
  gint64 count;

  if (date == EQP_DATE_NONE)
    return EQP_DATE_NONE;
  eqp_date_get_ymd (date, &year, &month, &day);
  count = (gint64)year * 12 + (month - 1) + months;
  if (count < 12 || count >= (MAX_YEAR + 1) * 12)
    return EQP_DATE_NONE;
  year = (int)(count / 12);
  month = (int)(count % 12) + 1;
  return eqp_date_from_ymd (year, month, MIN (day, g_date_get_days_in_month (month, year)));
}

/**
 * eqp_date_is_within:
 * @date: the day asked about
 * @from: first day, or %EQP_DATE_NONE for an open beginning
 * @to: last day (included), or %EQP_DATE_NONE for an open end
 *
 * Returns: whether @date lies between @from and @to, both included; never true of %EQP_DATE_NONE itself
 */
gboolean
eqp_date_is_within (EqpDate date,
                    EqpDate from,
                    EqpDate to)
{
  return date != EQP_DATE_NONE && (from == EQP_DATE_NONE || date >= from) && (to == EQP_DATE_NONE || date <= to);
}

/**
 * eqp_academic_year:
 * @date: a date
 * @start_month: month in which academic years begin, 1 to 12
 * @start_day: day of that month on which they begin
 *
 * Returns: the civil year in which the academic year containing @date began (2026 stands for 2026–2027), or 0 for
 *   %EQP_DATE_NONE
 */
int
eqp_academic_year (EqpDate date,
                   int     start_month,
                   int     start_day)
{
  int year, month, day;

  if (date == EQP_DATE_NONE)
    return 0;
  eqp_date_get_ymd (date, &year, &month, &day);
  return month > start_month || (month == start_month && day >= start_day) ? year : year - 1;
}
