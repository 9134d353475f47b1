/* eqp-fraction.c — exact fractions: shares and coefficients that must not be rounded on the way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-fraction"
#include "config.h"

#include "base/eqp-fraction.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define NBSP "\302\240"
#define NNBSP "\342\200\257"

static gint64
get_divisor (gint64 a,
             gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

/**
 * eqp_fraction_make:
 * @num: any number
 * @den: any number but 0
 *
 * Returns: @num / @den in lowest terms, with a positive denominator
 */
EqpFraction
eqp_fraction_make (gint64 num,
                   gint64 den)
{
  gint64 divisor;

  g_return_val_if_fail (den != 0, ((EqpFraction){ 0, 1 }));

  divisor = get_divisor (num, den);
  if (den < 0)
    divisor = -divisor;
  return (EqpFraction){ num / divisor, den / divisor };
}

/* "0,25" or "50": at most six decimals. */
static gboolean
read_decimal (const char  *text,
              EqpFraction *value)
{
  g_autofree char *number = g_strdelimit (g_strdup (text), ",", '.');
  char            *point = strchr (number, '.');
  gint64           whole;
  gint64           part = 0;
  gint64           scale = 1;

  if (point != NULL)
    {
      *point++ = '\0';
      if (strlen (point) > 6 || !g_ascii_string_to_signed (point, 10, 0, G_MAXINT32, &part, NULL))
        return FALSE;
      for (const char *p = point; *p != '\0'; p++)
        scale *= 10;
    }
  if (!g_ascii_string_to_signed (number, 10, 0, G_MAXINT32, &whole, NULL))
    return FALSE;
  *value = eqp_fraction_make (whole * scale + part, scale);
  return TRUE;
}

static gboolean
read_fraction (char        *text,
               EqpFraction *value)
{
  char  *slash = strchr (text, '/');
  gsize  length = strlen (text);
  gint64 num, den;

  if (slash != NULL)
    {
      *slash++ = '\0';
      if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &num, NULL) ||
          !g_ascii_string_to_signed (slash, 10, 1, G_MAXINT32, &den, NULL))
        return FALSE;
      *value = eqp_fraction_make (num, den);
      return TRUE;
    }
  if (length > 0 && text[length - 1] == '%')
    {
      text[length - 1] = '\0';
      if (!read_decimal (text, value))
        return FALSE;
      *value = eqp_fraction_multiply (*value, (EqpFraction){ 1, 100 });
      return TRUE;
    }
  return read_decimal (text, value);
}

/**
 * eqp_fraction_parse:
 * @text: "1/3", "0,5", "2", "50 %"
 * @value: (out): the fraction, zero or more
 * @error: %EQP_INPUT_ERROR_INVALID
 *
 * Returns: whether @text is a fraction
 */
gboolean
eqp_fraction_parse (const char  *text,
                    EqpFraction *value,
                    GError     **error)
{
  g_autoptr (GString) compact = g_string_new (text);
  g_autofree char *excerpt = NULL;

  g_string_replace (compact, NNBSP, "", 0);
  g_string_replace (compact, NBSP, "", 0);
  g_string_replace (compact, " ", "", 0);
  if (read_fraction (compact->str, value))
    return TRUE;
  excerpt = eqp_error_excerpt (text);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a share; expected one such as 1/3, 0.5 or 50 %%."), excerpt);
  return FALSE;
}

/**
 * eqp_fraction_multiply:
 * @a: a fraction
 * @b: another one
 *
 * Common factors go first, so that minutes of a whole Pôle times a share stay far from the limits of 64 bits.
 *
 * Returns: their product
 */
EqpFraction
eqp_fraction_multiply (EqpFraction a,
                       EqpFraction b)
{
  EqpFraction left = eqp_fraction_make (a.num, b.den);
  EqpFraction right = eqp_fraction_make (b.num, a.den);

  return eqp_fraction_make (left.num * right.num, left.den * right.den);
}

/**
 * eqp_fraction_add:
 * @a: a fraction
 * @b: another one
 *
 * Returns: their sum
 */
EqpFraction
eqp_fraction_add (EqpFraction a,
                  EqpFraction b)
{
  return eqp_fraction_make (a.num * b.den + b.num * a.den, a.den * b.den);
}

/**
 * eqp_fraction_compare:
 * @a: a fraction
 * @b: another one
 *
 * Returns: negative, 0 or positive, as @a is less than, equal to or more than @b
 */
int
eqp_fraction_compare (EqpFraction a,
                      EqpFraction b)
{
  gint64 left = a.num * b.den;
  gint64 right = b.num * a.den;

  return (left > right) - (left < right);
}

/**
 * eqp_fraction_ceil:
 * @a: a fraction
 *
 * Returns: the least whole number that is not below it
 */
gint64
eqp_fraction_ceil (EqpFraction a)
{
  gint64 whole = a.num / a.den;

  return a.num > 0 && a.num % a.den != 0 ? whole + 1 : whole;
}

/**
 * eqp_fraction_round:
 * @a: a fraction
 *
 * Returns: the nearest whole number; a half goes away from zero
 */
gint64
eqp_fraction_round (EqpFraction a)
{
  gint64 rest = ABS (a.num % a.den);
  gint64 whole = a.num / a.den;

  if (2 * rest < a.den)
    return whole;
  return a.num < 0 ? whole - 1 : whole + 1;
}

/**
 * eqp_fraction_dup_text:
 * @a: a fraction
 *
 * Returns: (transfer full): "1/3", or "2" for a whole number
 */
char *
eqp_fraction_dup_text (EqpFraction a)
{
  if (a.den == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, a.num);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, a.num, a.den);
}

/**
 * eqp_percent_format:
 * @part: so many
 * @whole: of so many
 * @language: the reader's language
 *
 * One decimal, cut: a share that falls short by one minute never reads as if it were reached.
 *
 * Returns: (transfer full): "33,3 %" in French, "33.3%" in English, "—" of nothing
 */
char *
eqp_percent_format (gint64      part,
                    gint64      whole,
                    EqpLanguage language)
{
  gint64           thousandths;
  g_autofree char *number = NULL;

  if (whole == 0)
    return g_strdup ("—");
  thousandths = part / whole * 1000 + part % whole * 1000 / whole;
  number = eqp_format_number (language, ABS (thousandths) / 10);
  return g_strdup_printf (language == EQP_LANGUAGE_FR ? "%s%s,%d" NBSP "%%" : "%s%s.%d%%", thousandths < 0 ? "\342\210\222" : "", number,
                          (int)(ABS (thousandths) % 10));
}
