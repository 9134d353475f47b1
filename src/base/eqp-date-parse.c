/* eqp-date-parse.c — dates as files hold them and as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-date"

#include "config.h"

#include "base/eqp-date.h"

#include "base/eqp-error.h"
#include "base/eqp-fold.h"

#include <glib/gi18n.h>
#include <string.h>

#define LAST_DAY 3652059 /* 9999-12-31 */
#define MIN_ABBREVIATION 3

static const struct
{
  const char *word; /* folded */
  int         days;
} day_words[] = {
  { "today", 0 },
  { "aujourd hui", 0 },
  { "demain", 1 },
  { "tomorrow", 1 },
  { "hier", -1 },
  { "yesterday", -1 },
};

/* Monday first, as (julian - 1) % 7 counts. */
static const char *const weekday_words[][7] = {
  { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
  { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
};

/* Spreadsheets also leave no-break spaces around a cell. */
static char *
dup_trimmed (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char      *start = valid;
  const char      *end = valid + strlen (valid);

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, end - start);
}

static gboolean
take_digits (const char **p,
             int          min_digits,
             int          max_digits,
             int         *value)
{
  int digits = 0;

  *value = 0;
  for (; g_ascii_isdigit (**p) && digits < max_digits; (*p)++, digits++)
    *value = *value * 10 + (**p - '0');
  return digits >= min_digits && !g_ascii_isdigit (**p);
}

static EqpDate
parse_exact (const char *text)
{
  int         day, month, year;
  const char *p = text;

  if (take_digits (&p, 2, 2, &day) && *p++ == '/' && take_digits (&p, 2, 2, &month) && *p++ == '/' &&
      take_digits (&p, 4, 4, &year) && *p == '\0')
    return eqp_date_from_ymd (year, month, day);
  return eqp_date_from_iso (text);
}

/* 1/9, 12/10/26 and 1/9/2026: a two-digit year is of this century. */
static EqpDate
parse_slashes (const char *text,
               EqpDate     reference)
{
  int         day, month, year;
  const char *p = text;
  const char *digits;

  if (!take_digits (&p, 1, 2, &day) || *p++ != '/' || !take_digits (&p, 1, 2, &month))
    return EQP_DATE_NONE;
  if (*p == '\0')
    {
      eqp_date_get_ymd (reference, &year, NULL, NULL);
      return eqp_date_from_ymd (year, month, day);
    }
  if (*p++ != '/')
    return EQP_DATE_NONE;
  digits = p;
  if (!take_digits (&p, 2, 4, &year) || *p != '\0' || p - digits == 3)
    return EQP_DATE_NONE;
  return eqp_date_from_ymd (p - digits == 2 ? 2000 + year : year, month, day);
}

static EqpDate
add_days (EqpDate date,
          int     days)
{
  gint64 sum = (gint64)date + days;

  return date == EQP_DATE_NONE || sum < 1 || sum > LAST_DAY ? EQP_DATE_NONE : (EqpDate)sum;
}

/* +10j +10d +3s +3w +2m +1a +1y, and the same backwards with a minus. */
static EqpDate
parse_offset (const char *text,
              EqpDate     reference)
{
  const char *p = text;
  int         sign, count;

  if (*p != '+' && *p != '-')
    return EQP_DATE_NONE;
  sign = *p++ == '-' ? -1 : 1;
  if (!take_digits (&p, 1, 4, &count))
    return EQP_DATE_NONE;
  while (*p == ' ')
    p++;
  if (*p == '\0' || p[1] != '\0')
    return EQP_DATE_NONE;
  switch (g_ascii_tolower (*p))
    {
    case 'd':
    case 'j':
      return add_days (reference, sign * count);
    case 'w':
    case 's':
      return add_days (reference, sign * count * 7);
    case 'm':
      return eqp_date_add_months (reference, sign * count);
    case 'y':
    case 'a':
      return eqp_date_add_months (reference, sign * count * 12);
    default:
      return EQP_DATE_NONE;
    }
}

static EqpDate
parse_word (const char *text,
            EqpDate     reference)
{
  g_autofree char *word = eqp_fold (text);

  if (reference == EQP_DATE_NONE)
    return EQP_DATE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (strcmp (word, day_words[i].word) == 0)
      return add_days (reference, day_words[i].days);
  if (strlen (word) < MIN_ABBREVIATION)
    return EQP_DATE_NONE;
  for (gsize table = 0; table < G_N_ELEMENTS (weekday_words); table++)
    for (int weekday = 0; weekday < 7; weekday++)
      if (g_str_has_prefix (weekday_words[table][weekday], word))
        return add_days (reference, 7 - (reference - 1 - weekday) % 7);
  return EQP_DATE_NONE;
}

static gboolean
fail_missing (GError **error)
{
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING,
                       _ ("The date is missing: write it as 2026-09-01 or 01/09/2026."));
  return FALSE;
}

/**
 * eqp_date_parse:
 * @text: (nullable): a date from a file, YYYY-MM-DD or DD/MM/YYYY, with or without spaces around it
 * @date: (out) (optional): the date, untouched on failure
 * @error: return location
 *
 * Reads one of the two ways in which tables write a date; nothing is guessed.
 *
 * Returns: %TRUE, or %FALSE with %EQP_INPUT_ERROR_MISSING when there is nothing or %EQP_INPUT_ERROR_INVALID
 */
gboolean
eqp_date_parse (const char *text,
                EqpDate    *date,
                GError    **error)
{
  g_autofree char *trimmed = dup_trimmed (text);
  g_autofree char *excerpt = NULL;
  EqpDate          found;

  if (*trimmed == '\0')
    return fail_missing (error);
  found = parse_exact (trimmed);
  if (found != EQP_DATE_NONE)
    {
      if (date != NULL)
        *date = found;
      return TRUE;
    }
  excerpt = eqp_error_excerpt (trimmed);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was written instead of a date */
               _ ("“%s” is not a date: write it as 2026-09-01 or 01/09/2026."), excerpt);
  return FALSE;
}

/**
 * eqp_date_parse_typed:
 * @text: (nullable): what somebody typed into a date field
 * @reference: the day that short forms start from, usually today
 * @date: (out) (optional): the date, untouched on failure
 * @error: return location
 *
 * Reads what eqp_date_parse() reads and, in either language whatever the interface's: 1/9 (in the civil year of
 * @reference), 1/9/26 and 1/9/2026; +10j +10d (days), +3s +3w (weeks), +2m (months), +1a +1y (years) and the same with a
 * minus, counted from @reference; the name of a weekday or its first three letters (the next such day after @reference);
 * aujourd’hui, demain, hier, today, tomorrow, yesterday.
 *
 * Returns: %TRUE, or %FALSE with %EQP_INPUT_ERROR_MISSING when there is nothing or %EQP_INPUT_ERROR_INVALID
 */
gboolean
eqp_date_parse_typed (const char *text,
                      EqpDate     reference,
                      EqpDate    *date,
                      GError    **error)
{
  static EqpDate (*const parsers[]) (const char *, EqpDate) = { parse_slashes, parse_offset, parse_word };
  g_autofree char *trimmed = dup_trimmed (text);
  g_autofree char *excerpt = NULL;
  EqpDate          found;

  if (*trimmed == '\0')
    return fail_missing (error);
  found = parse_exact (trimmed);
  for (gsize i = 0; i < G_N_ELEMENTS (parsers) && found == EQP_DATE_NONE; i++)
    found = parsers[i](trimmed, reference);
  if (found != EQP_DATE_NONE)
    {
      if (date != NULL)
        *date = found;
      return TRUE;
    }
  excerpt = eqp_error_excerpt (trimmed);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was typed instead of a date; “+3w” is three weeks from now (“+3s” is understood too) */
               _ ("“%s” is not a date: write 01/09/2026, 1/9, +3w or the name of a day."), excerpt);
  return FALSE;
}
