/* eqp-inclusive-style.c — writing « directeur·rice » as the file's setting wants it (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-base"

#include "config.h"

#include "base/eqp-inclusive-style.h"

#include <string.h>

#define MEDIAN_POINT "·"

/* How a feminine ending changes the end of its masculine: « direct-eur » + « rice ». An ending that is not here is added: « doyen » + « ne ». */
static const struct
{
  const char *suffix;
  const char *masculine;
  const char *feminine;
} endings[] = {
  { "rice", "eur", "rice" },
  { "se", "eur", "euse" },
  { "euse", "eur", "euse" },
  { "ère", "er", "ère" },
  { "ve", "f", "ve" },
  { "trice", "teur", "trice" },
};

/**
 * eqp_inclusive_style_from_code:
 * @code: (nullable): the setting: "median", "both", "masculine"
 *
 * Returns: the style; #EQP_INCLUSIVE_MEDIAN for anything else
 */
EqpInclusiveStyle
eqp_inclusive_style_from_code (const char *code)
{
  if (g_strcmp0 (code, "both") == 0)
    return EQP_INCLUSIVE_BOTH;
  return g_strcmp0 (code, "masculine") == 0 ? EQP_INCLUSIVE_MASCULINE : EQP_INCLUSIVE_MEDIAN;
}

static char *
make_feminine (const char *stem,
               const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (endings[i].suffix, suffix) && g_str_has_suffix (stem, endings[i].masculine))
      return g_strdup_printf ("%.*s%s", (int)(strlen (stem) - strlen (endings[i].masculine)), stem, endings[i].feminine);
  return g_strconcat (stem, suffix, NULL);
}

/* One word with its points: « adjoint·es », « élu·e·s », « le·la ». */
static char *
restyle_word (const char       *word,
              EqpInclusiveStyle style)
{
  g_auto (GStrv) parts = g_strsplit (word, MEDIAN_POINT, -1);
  g_autofree char *suffix = g_strdup (parts[1]);
  g_autofree char *masculine = NULL;
  g_autofree char *feminine = NULL;
  gboolean         plural = g_strcmp0 (parts[2], "s") == 0;

  if (!plural && strlen (suffix) > 1 && g_str_has_suffix (suffix, "s"))
    {
      plural = TRUE;
      suffix[strlen (suffix) - 1] = '\0';
    }
  masculine = g_strconcat (parts[0], plural ? "s" : "", NULL);
  if (style == EQP_INCLUSIVE_MASCULINE)
    return g_steal_pointer (&masculine);
  /* An article stands whole on either side of the point. */
  if (g_str_equal (suffix, "la") || g_str_equal (suffix, "une"))
    feminine = g_strdup (suffix);
  else
    {
      g_autofree char *singular = make_feminine (parts[0], suffix);

      feminine = g_strconcat (singular, plural ? "s" : "", NULL);
    }
  return g_strdup_printf ("%s ou %s", masculine, feminine);
}

/**
 * eqp_inclusive_restyle:
 * @text: French text that writes both genders with a median point, as our own tables do
 * @style: how it shall be written
 *
 * Returns: (transfer full): @text with each such word in @style; the rest as it is
 */
char *
eqp_inclusive_restyle (const char       *text,
                       EqpInclusiveStyle style)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (style == EQP_INCLUSIVE_MEDIAN || strstr (text, MEDIAN_POINT) == NULL)
    return g_strdup (text);
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *point = strstr (words[i], MEDIAN_POINT);

      /* « a · b » separates, it does not join. */
      if (point != NULL && point != words[i] && point[strlen (MEDIAN_POINT)] != '\0')
        {
          char *styled = restyle_word (words[i], style);

          g_free (words[i]);
          words[i] = styled;
        }
    }
  return g_strjoinv (" ", words);
}
