/* eqp-duration.c — durations in whole minutes and times of the day: what people type and what they read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-duration"
#include "config.h"

#include "base/eqp-duration.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define NBSP "\302\240"
#define MINUS "\342\210\222"
#define HOUR 60
#define MAX_HOURS 100000
#define MAX_DIGITS 9

/* What is left to read of a text without blanks, in lower case. */
typedef struct
{
  const char *p;
} Cursor;

static char *
dup_compact (const char *text)
{
  GString *compact = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return g_string_free (compact, FALSE);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        c = '-';
      if (!g_unichar_isspace (c) && c != 0x202f && c != 0x2009)
        g_string_append_unichar (compact, g_unichar_tolower (c));
    }
  return g_string_free (compact, FALSE);
}

static gboolean
read_digits (Cursor *cursor,
             gint64 *value,
             guint  *n_digits)
{
  guint n = 0;

  for (*value = 0; g_ascii_isdigit (*cursor->p) && n < MAX_DIGITS; n++)
    *value = *value * 10 + g_ascii_digit_value (*cursor->p++);
  if (n_digits != NULL)
    *n_digits = n;
  return n > 0 && !g_ascii_isdigit (*cursor->p);
}

/* The longest of the words of @words (separated by '|') that comes next. */
static gboolean
read_word (Cursor     *cursor,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (cursor->p, list[i]))
      {
        cursor->p += strlen (list[i]);
        return TRUE;
      }
  return FALSE;
}

/* ",5" of @hours hours: exact, or refused. */
static gboolean
read_decimals (Cursor *cursor,
               gint64 *minutes)
{
  gint64 decimals;
  gint64 scale = 1;
  guint  n_digits;

  cursor->p++;
  if (!read_digits (cursor, &decimals, &n_digits))
    return FALSE;
  for (guint i = 0; i < n_digits; i++)
    scale *= 10;
  if (decimals * HOUR % scale != 0)
    return FALSE;
  *minutes += decimals * HOUR / scale;
  return TRUE;
}

/* "h30", "h", ":30", "h30min" after the hours. */
static gboolean
read_minutes_after (Cursor  *cursor,
                    gboolean needed,
                    gint64  *minutes)
{
  gint64 rest;

  if (*cursor->p == '\0')
    return !needed;
  if (!read_digits (cursor, &rest, NULL) || rest >= HOUR)
    return FALSE;
  *minutes += rest;
  read_word (cursor, "minutes|minute|min|mn|m|'|’");
  return TRUE;
}

static gboolean
read_duration (Cursor *cursor,
               gint64 *minutes)
{
  gint64 number;

  if (!read_digits (cursor, &number, NULL) || number > (gint64)MAX_HOURS * HOUR)
    return FALSE;
  if (read_word (cursor, "minutes|minute|min|mn"))
    {
      *minutes = number;
      return TRUE;
    }
  *minutes = number * HOUR;
  if (*cursor->p == '\0')
    return TRUE;
  if (*cursor->p == ',' || *cursor->p == '.')
    {
      if (!read_decimals (cursor, minutes))
        return FALSE;
      read_word (cursor, "heures|heure|hours|hour|h");
      return TRUE;
    }
  if (read_word (cursor, ":"))
    return read_minutes_after (cursor, TRUE, minutes);
  return read_word (cursor, "heures|heure|hours|hour|h") && read_minutes_after (cursor, FALSE, minutes);
}

/**
 * eqp_duration_parse:
 * @text: what somebody typed: "7h30", "7,5", "7:30", "450 min" …
 * @minutes: (out): the duration, in minutes
 * @error: %EQP_INPUT_ERROR_INVALID
 *
 * A number alone is hours. Hours and half hours in decimals are exact or refused: "0,33" is no whole number of minutes, and no
 * rounding is done behind anybody's back.
 *
 * Returns: whether @text is a duration of at most 100,000 hours
 */
gboolean
eqp_duration_parse (const char *text,
                    gint64     *minutes,
                    GError    **error)
{
  g_autofree char *compact = dup_compact (text);
  g_autofree char *excerpt = NULL;
  Cursor           cursor = { compact };
  gint64           value = 0;
  gboolean         is_negative = read_word (&cursor, "-");

  if (read_duration (&cursor, &value) && *cursor.p == '\0' && value <= (gint64)MAX_HOURS * HOUR)
    {
      *minutes = is_negative ? -value : value;
      return TRUE;
    }
  excerpt = eqp_error_excerpt (text);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a duration in whole minutes; expected hours such as 7h30, 7.5, 7:30 or 450 min."), excerpt);
  return FALSE;
}

/**
 * eqp_duration_format:
 * @minutes: a duration
 * @language: the reader's language
 *
 * Returns: (transfer full): "1 234 h 30" in French, "1,234 h 30" in English, "45 min" below one hour; it does not break over lines
 */
char *
eqp_duration_format (gint64      minutes,
                     EqpLanguage language)
{
  gint64           absolute = ABS (minutes);
  const char      *sign = minutes < 0 ? MINUS : "";
  g_autofree char *hours = eqp_format_number (language, absolute / HOUR);

  if (absolute > 0 && absolute < HOUR)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT NBSP "min", sign, absolute);
  if (absolute % HOUR == 0)
    return g_strdup_printf ("%s%s" NBSP "h", sign, hours);
  return g_strdup_printf ("%s%s" NBSP "h" NBSP "%02" G_GINT64_FORMAT, sign, hours, absolute % HOUR);
}

/**
 * eqp_duration_dup_plain:
 * @minutes: a duration
 *
 * Returns: (transfer full): as it is typed and exported, "7h30", "12h", "-0h45"
 */
char *
eqp_duration_dup_plain (gint64 minutes)
{
  gint64      absolute = ABS (minutes);
  const char *sign = minutes < 0 ? "-" : "";

  if (absolute % HOUR == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "h", sign, absolute / HOUR);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "h%02" G_GINT64_FORMAT, sign, absolute / HOUR, absolute % HOUR);
}

/**
 * eqp_time_parse:
 * @text: what somebody typed: "9h", "9:30", "09h30"
 * @minutes: (out): minutes after midnight, 1440 for the end of the day
 * @error: %EQP_INPUT_ERROR_INVALID
 *
 * Returns: whether @text is a time of the day
 */
gboolean
eqp_time_parse (const char *text,
                gint64     *minutes,
                GError    **error)
{
  g_autofree char *compact = dup_compact (text);
  g_autofree char *excerpt = NULL;
  Cursor           cursor = { compact };
  gint64           value;

  if (read_digits (&cursor, &value, NULL) && value <= 24)
    {
      value *= HOUR;
      if ((read_word (&cursor, ":") ? read_minutes_after (&cursor, TRUE, &value)
                                    : read_word (&cursor, "heures|heure|h") && read_minutes_after (&cursor, FALSE, &value)) &&
          *cursor.p == '\0' && value <= 24 * HOUR)
        {
          *minutes = value;
          return TRUE;
        }
    }
  excerpt = eqp_error_excerpt (text);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a time of the day; expected one such as 9:30 or 9h30."), excerpt);
  return FALSE;
}

/**
 * eqp_time_format:
 * @minutes: minutes after midnight
 *
 * Returns: (transfer full): "09:30"
 */
char *
eqp_time_format (gint64 minutes)
{
  return g_strdup_printf ("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, minutes / HOUR, minutes % HOUR);
}
