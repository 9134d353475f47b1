/* eqp-identifiers.c — the check keys of the identifiers that French institutions carry */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-identifiers"

#include "config.h"

#include "base/eqp-identifiers.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define UAI_DIGITS 7
#define SIREN_DIGITS 9
#define SIRET_DIGITS 14
#define LA_POSTE "356000000"

/* No I, O or Q, which read like digits. */
static const char uai_keys[] = "ABCDEFGHJKLMNPRSTUVWXYZ";

/* The digits of @text without its spaces (of any kind), or NULL when it holds anything else. */
static char *
dup_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (!g_unichar_isspace (g_utf8_get_char (p)))
      return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* Every second digit from the right counts double, 10 to 18 as the sum of its two digits: the total ends in 0. */
static gboolean
passes_luhn (const char *digits,
             gsize       length)
{
  int sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      int value = (digits[length - 1 - i] - '0') * (i % 2 == 0 ? 1 : 2);

      sum += value > 9 ? value - 9 : value;
    }
  return sum % 10 == 0;
}

/* All zeros satisfy every key and identify nobody. */
static gboolean
is_siren (const char *digits)
{
  return strspn (digits, "0") < SIREN_DIGITS && passes_luhn (digits, SIREN_DIGITS);
}

/* La Poste has had more establishments than Luhn's key leaves numbers for. */
static gboolean
is_siret (const char *digits)
{
  int sum = 0;

  if (!is_siren (digits))
    return FALSE;
  if (passes_luhn (digits, SIRET_DIGITS))
    return TRUE;
  for (const char *p = digits; *p != '\0'; p++)
    sum += *p - '0';
  return g_str_has_prefix (digits, LA_POSTE) && sum % 5 == 0;
}

/**
 * eqp_uai_check:
 * @text: (nullable): the code of a school or institution, with or without spaces around it, in either case
 * @error: return location
 *
 * Checks that a UAI is seven digits and the key letter that they call for.
 *
 * Returns: %TRUE, or %FALSE with %EQP_INPUT_ERROR_INVALID
 */
gboolean
eqp_uai_check (const char *text,
               GError    **error)
{
  g_autofree char *uai = eqp_error_excerpt (text);
  gsize            digits = strspn (uai, "0123456789");
  char             key;

  if (digits != UAI_DIGITS || !g_ascii_isalpha (uai[digits]) || uai[digits + 1] != '\0')
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is what was written instead of a UAI, the code of a French school */
                   _ ("“%s” is not a UAI: it takes seven digits and a key letter, such as 0999999F."), uai);
      return FALSE;
    }
  key = uai_keys[g_ascii_strtoull (uai, NULL, 10) % strlen (uai_keys)];
  if (g_ascii_toupper (uai[digits]) == key)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is a UAI such as 0999999F, %c the letter that it ought to end with */
               _ ("The UAI “%s” has a wrong key: its last letter should be %c, or one of its digits is wrong."), uai, key);
  return FALSE;
}

/**
 * eqp_siret_check:
 * @text: (nullable): the number of an establishment; spaces do not count
 * @error: return location
 *
 * Checks that a SIRET is 14 digits, that their Luhn key is right (or, for La Poste, that their sum is a multiple of 5) and
 * that the first nine are a SIREN.
 *
 * Returns: %TRUE, or %FALSE with %EQP_INPUT_ERROR_INVALID
 */
gboolean
eqp_siret_check (const char *text,
                 GError    **error)
{
  g_autofree char *excerpt = eqp_error_excerpt (text);
  g_autofree char *digits = dup_digits (text != NULL ? text : "");

  if (digits == NULL || strlen (digits) != SIRET_DIGITS)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is what was written instead of a SIRET, the number of a French establishment */
                   _ ("“%s” is not a SIRET: it takes 14 digits."), excerpt);
      return FALSE;
    }
  if (is_siret (digits))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is a SIRET of 14 digits */
               _ ("The SIRET “%s” fails its check key: one of its digits is wrong."), excerpt);
  return FALSE;
}

/**
 * eqp_siren_check:
 * @text: (nullable): the number of an organisation; spaces do not count
 * @error: return location
 *
 * Checks that a SIREN is nine digits and that their Luhn key is right.
 *
 * Returns: %TRUE, or %FALSE with %EQP_INPUT_ERROR_INVALID
 */
gboolean
eqp_siren_check (const char *text,
                 GError    **error)
{
  g_autofree char *excerpt = eqp_error_excerpt (text);
  g_autofree char *digits = dup_digits (text != NULL ? text : "");

  if (digits == NULL || strlen (digits) != SIREN_DIGITS)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is what was written instead of a SIREN, the number of a French organisation */
                   _ ("“%s” is not a SIREN: it takes 9 digits."), excerpt);
      return FALSE;
    }
  if (is_siren (digits))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is a SIREN of 9 digits */
               _ ("The SIREN “%s” fails its check key: one of its digits is wrong."), excerpt);
  return FALSE;
}
