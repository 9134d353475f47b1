/* eqp-language.c — the interface's language, and any document's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-language"

#include "config.h"

#include "base/eqp-language.h"

#include "base/eqp-catalogue.h"
#include "base/eqp-fold.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define NNBSP "\u202f"
#define GROUP_DIGITS 3

static const char *const codes[] = { [EQP_LANGUAGE_EN] = "en", [EQP_LANGUAGE_FR] = "fr" };

static EqpLanguage interface_language = EQP_LANGUAGE_EN;

static const char *
get_locale_dir (void)
{
  const char *dir = g_getenv ("EQUIPOLE_LOCALEDIR");

  return dir != NULL && *dir != '\0' ? dir : EQP_LOCALEDIR;
}

static EqpCatalogue *
open_french (void)
{
  g_autofree char *path = g_build_filename (get_locale_dir (), "fr", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GError) error = NULL;
  EqpCatalogue *catalogue = eqp_catalogue_open (path, &error);

  if (catalogue == NULL)
    g_debug ("No French catalogue, French documents will be in English: %s", error->message);
  return catalogue;
}

/* Opened at the first need and kept: the strings handed out live in it. */
static const EqpCatalogue *
get_catalogue (EqpLanguage language)
{
  static gsize         opened;
  static EqpCatalogue *french;

  if (language != EQP_LANGUAGE_FR)
    return NULL;
  if (g_once_init_enter (&opened))
    {
      french = open_french ();
      g_once_init_leave (&opened, 1);
    }
  return french;
}

/**
 * eqp_language_init:
 *
 * Sets up the locale and gettext from the environment; to be called first thing in main(). Catalogues are looked for in
 * the folder that EQUIPOLE_LOCALEDIR names, else where the program was installed.
 */
void
eqp_language_init (void)
{
  const char *dir = get_locale_dir ();

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_debug ("The locale of the environment is not installed");
      setlocale (LC_ALL, "C.UTF-8");
    }
  else if (g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    {
      /* No locale was asked for: that is no reason to print names without their accents. */
      setlocale (LC_CTYPE, "C.UTF-8");
    }
  bindtextdomain (GETTEXT_PACKAGE, dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Translators: the code of the language you translate into, such as “fr”. */
  if (!eqp_language_from_code (C_ ("language code of this translation", "en"), &interface_language))
    interface_language = EQP_LANGUAGE_EN;
}

/**
 * eqp_language_get_interface:
 *
 * Returns: the language that _() really speaks, found by eqp_language_init(); English before it is called
 */
EqpLanguage
eqp_language_get_interface (void)
{
  return interface_language;
}

/**
 * eqp_language_get_code:
 * @language: a language
 *
 * Returns: (transfer none): its ISO 639 code, “en” or “fr”
 */
const char *
eqp_language_get_code (EqpLanguage language)
{
  return codes[language];
}

/**
 * eqp_language_from_code:
 * @code: (nullable): “en” or “fr”, in either case
 * @language: (out) (optional): the language, untouched when there is no such one
 *
 * Returns: whether the program knows that language
 */
gboolean
eqp_language_from_code (const char  *code,
                        EqpLanguage *language)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (code, codes[i]) == 0)
      {
        if (language != NULL)
          *language = (EqpLanguage)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * eqp_tr:
 * @language: the reader's language
 * @msgid: a source string, in English
 *
 * Translates into a chosen language, whatever the interface's.
 *
 * Returns: (transfer none): the translation, which lives as long as the program, or @msgid itself when there is none
 */
const char *
eqp_tr (EqpLanguage language,
        const char *msgid)
{
  const EqpCatalogue *catalogue = get_catalogue (language);
  const char         *found = NULL;

  /* The entry of the empty string is the catalogue's header. */
  if (catalogue != NULL && *msgid != '\0')
    found = eqp_catalogue_lookup (catalogue, msgid, 0);
  return found != NULL ? found : msgid;
}

/**
 * eqp_tr_c:
 * @language: the reader's language
 * @context: what tells @msgid from the same word elsewhere, as in C_()
 * @msgid: a source string, in English
 *
 * Like eqp_tr(), for a string marked with C_() or NC_().
 *
 * Returns: (transfer none): the translation, which lives as long as the program, or @msgid itself when there is none
 */
const char *
eqp_tr_c (EqpLanguage language,
          const char *context,
          const char *msgid)
{
  const EqpCatalogue *catalogue = get_catalogue (language);
  g_autofree char    *key = NULL;
  const char         *found;

  if (catalogue == NULL)
    return msgid;
  key = g_strconcat (context, "\004", msgid, NULL);
  found = eqp_catalogue_lookup (catalogue, key, 0);
  return found != NULL ? found : msgid;
}

/**
 * eqp_tr_n:
 * @language: the reader's language
 * @singular: a source string, in English, for one
 * @plural: the same for several
 * @n: how many
 *
 * Like eqp_tr(), for a string marked with ngettext(). French takes the plural from two on, English for all but one.
 *
 * Returns: (transfer none): the translation, which lives as long as the program, or one of the source strings themselves
 */
const char *
eqp_tr_n (EqpLanguage language,
          const char *singular,
          const char *plural,
          gulong      n)
{
  const EqpCatalogue *catalogue = get_catalogue (language);
  const char         *found = NULL;

  if (catalogue != NULL && *singular != '\0')
    found = eqp_catalogue_lookup (catalogue, singular, n > 1 ? 1 : 0);
  if (found != NULL)
    return found;
  return n == 1 ? singular : plural;
}

/**
 * eqp_format_number:
 * @language: the reader's language
 * @number: a whole number
 *
 * Writes a number in groups of three digits: 12 345 in French (with narrow no-break spaces), 12,345 in English.
 *
 * Returns: (transfer full): the text
 */
char *
eqp_format_number (EqpLanguage language,
                   gint64      number)
{
  char        digits[24];
  const char *p = digits;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize left;

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  if (*p == '-')
    g_string_append_c (text, *p++);
  for (left = strlen (p); *p != '\0'; left--)
    {
      g_string_append_c (text, *p++);
      if (left > 1 && (left - 1) % GROUP_DIGITS == 0)
        g_string_append (text, language == EQP_LANGUAGE_FR ? NNBSP : ",");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_accented (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
}

/**
 * eqp_collate:
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Alphabetical order as a French directory has it, on every machine the same: first without case, accents and
 * punctuation, then by accents, at last byte by byte, so that only equal texts are equal. %NULL sorts as an empty text.
 *
 * Returns: a number below, equal to or above 0
 */
int
eqp_collate (const char *a,
             const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;
  g_autofree char *accented_a = NULL;
  g_autofree char *accented_b = NULL;
  int              order;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  if (strcmp (a, b) == 0)
    return 0;
  folded_a = eqp_fold (a);
  folded_b = eqp_fold (b);
  order = strcmp (folded_a, folded_b);
  if (order != 0)
    return order;
  accented_a = dup_accented (a);
  accented_b = dup_accented (b);
  order = strcmp (accented_a, accented_b);
  return order != 0 ? order : strcmp (a, b);
}
