/* eqp-date-format.c — dates as people read them, in either language, whatever locales the machine has */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-date"

#include "config.h"

#include "base/eqp-date.h"
#include "base/eqp-language.h"

#define NBSP "\u00a0"

static const char *const months[][12] = {
  [EQP_LANGUAGE_EN] = { "January", "February", "March", "April", "May", "June",
                        "July", "August", "September", "October", "November", "December" },
  [EQP_LANGUAGE_FR] = { "janvier", "février", "mars", "avril", "mai", "juin",
                        "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
};

static const char *const short_months[][12] = {
  [EQP_LANGUAGE_EN] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  [EQP_LANGUAGE_FR] = { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." },
};

static const char *const weekdays[][7] = {
  [EQP_LANGUAGE_EN] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  [EQP_LANGUAGE_FR] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
};

/* French keeps a number and its noun on one line, and counts the first of a month: 1er. */
static char *
format_parts (EqpDate            date,
              EqpLanguage        language,
              const char *const *names)
{
  int year, month, day;

  eqp_date_get_ymd (date, &year, &month, &day);
  if (language == EQP_LANGUAGE_FR)
    return g_strdup_printf ("%d%s" NBSP "%s %d", day, day == 1 ? "er" : "", names[month - 1], year);
  return g_strdup_printf ("%d %s %d", day, names[month - 1], year);
}

/**
 * eqp_date_format:
 * @date: a date
 * @language: the reader's language
 *
 * The date as a table shows it: “12 oct. 2026” (with a no-break space after the day), “12 Oct 2026”.
 *
 * Returns: (transfer full): the text, empty for %EQP_DATE_NONE
 */
char *
eqp_date_format (EqpDate     date,
                 EqpLanguage language)
{
  return date == EQP_DATE_NONE ? g_strdup ("") : format_parts (date, language, short_months[language]);
}

/**
 * eqp_date_format_long:
 * @date: a date
 * @language: the reader's language
 *
 * The date as a letter says it: “lundi 12 octobre 2026” (with a no-break space after the day), “Monday 12 October 2026”.
 *
 * Returns: (transfer full): the text, empty for %EQP_DATE_NONE
 */
char *
eqp_date_format_long (EqpDate     date,
                      EqpLanguage language)
{
  g_autofree char *text = NULL;

  if (date == EQP_DATE_NONE)
    return g_strdup ("");
  text = format_parts (date, language, months[language]);
  return g_strconcat (weekdays[language][(date - 1) % 7], " ", text, NULL);
}

/**
 * eqp_date_format_period:
 * @from: the first day; %EQP_DATE_NONE: not known
 * @to: the last day; %EQP_DATE_NONE: not known
 * @language: the reader's language
 *
 * “12 oct. 2026 – 3 nov. 2026”, “depuis le 12 oct. 2026”, “jusqu’au 3 nov. 2026”; one day alone when both are the same.
 *
 * Returns: (transfer full): the text, empty when neither day is known
 */
char *
eqp_date_format_period (EqpDate     from,
                        EqpDate     to,
                        EqpLanguage language)
{
  g_autofree char *first = eqp_date_format (from, language);
  g_autofree char *last = eqp_date_format (to, language);

  if (from == to)
    return g_steal_pointer (&first);
  if (to == EQP_DATE_NONE)
    /* Translators: a period without an end, such as a mandate; %s is a date. */
    return g_strdup_printf (eqp_tr (language, "since %s"), first);
  if (from == EQP_DATE_NONE)
    /* Translators: a period whose beginning is unknown; %s is a date. */
    return g_strdup_printf (eqp_tr (language, "until %s"), last);
  return g_strdup_printf ("%s – %s", first, last);
}

/**
 * eqp_date_get_weekday_name:
 * @weekday: 1, Monday, to 7, Sunday
 * @language: the reader's language
 *
 * Returns: (transfer none): “lundi”, “Monday”; "" for any other number
 */
const char *
eqp_date_get_weekday_name (gint64      weekday,
                           EqpLanguage language)
{
  return weekday >= 1 && weekday <= 7 ? weekdays[language][weekday - 1] : "";
}

/**
 * eqp_date_format_instant:
 * @instant_us: microseconds since 1970 (UTC), as eqp_clock_now_us() gives them
 * @language: the reader's language
 *
 * An instant in the local time zone: “12 oct. 2026, 14:05”.
 *
 * Returns: (transfer full): the text, empty for an instant outside the years 1 to 9999
 */
char *
eqp_date_format_instant (gint64      instant_us,
                         EqpLanguage language)
{
  gint64 seconds = instant_us / G_USEC_PER_SEC - (instant_us % G_USEC_PER_SEC < 0);
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_local (seconds);
  g_autofree char *day = NULL;
  int              year, month, day_of_month;

  if (instant == NULL)
    return g_strdup ("");
  g_date_time_get_ymd (instant, &year, &month, &day_of_month);
  day = eqp_date_format (eqp_date_from_ymd (year, month, day_of_month), language);
  return g_strdup_printf ("%s, %02d:%02d", day, g_date_time_get_hour (instant), g_date_time_get_minute (instant));
}
