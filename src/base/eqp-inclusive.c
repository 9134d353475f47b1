/* eqp-inclusive.c — French genders: inclusive spellings joined, the other gender of a word found (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-fold"

#include "config.h"

#include "base/eqp-inclusive.h"

#include <string.h>

#define MIN_BASE 3         /* letters before an inclusive suffix */
#define MIN_ACUTE_LENGTH 6 /* délégué has a feminine worth indexing, René has not */

/* Everything below is folded: ère is “ere”. Regular genders, for the words that a Pôle uses. They serve both ways, so a
 * row that fires on a surname costs the index one more word and never takes one away; endings that would confuse common
 * first names (Daniel and Danielle, Pascal and Pascale, Julien and Julienne) are narrowed to the nouns. */
static const struct
{
  const char *masculine;
  const char *feminine;
  gsize       min_length; /* of the word that fires it, singular */
} endings[] = {
  { "teur", "trice", 6 },
  { "eur", "euse", 5 },
  { "eur", "eure", 5 },
  { "nt", "nte", 5 },
  { "at", "ate", 6 },
  { "er", "ere", 6 },
  { "if", "ive", 5 },
  { "nnel", "nnelle", 6 },
  { "tuel", "tuelle", 6 },
  { "pal", "pale", 6 },
  { "ral", "rale", 6 },
  { "tal", "tale", 6 },
  { "nal", "nale", 6 },
  { "cial", "ciale", 6 },
  { "icien", "icienne", 6 },
  { "torien", "torienne", 8 },
  { "gien", "gienne", 7 },
  { "yen", "yenne", 5 },
};

/* Function words and irregular nouns. */
static const struct
{
  const char *masculine;
  const char *feminine;
} irregulars[] = {
  { "le", "la" },
  { "un", "une" },
  { "du", "de" },
  { "au", "a" },
  { "ce", "cette" },
  { "il", "elle" },
  { "ils", "elles" },
  { "celui", "celle" },
  { "ceux", "celles" },
  { "tous", "toutes" },
  { "elu", "elue" },
  { "elus", "elues" },
  { "expert", "experte" },
  { "experts", "expertes" },
  { "chef", "cheffe" },
  { "chefs", "cheffes" },
  { "maitre", "maitresse" },
  { "maitres", "maitresses" },
  { "nouveau", "nouvelle" },
  { "nouveaux", "nouvelles" },
};

/* How an inclusive suffix completes a masculine: the base loses its masculine ending and takes the feminine one. */
static const struct
{
  const char *suffix;
  const char *masculine;
  const char *feminine;
} suffixes[] = {
  { "rice", "teur", "trice" },
  { "trice", "teur", "trice" },
  { "ice", "teur", "trice" },
  { "euse", "eur", "euse" },
  { "teuse", "teur", "teuse" },
  { "se", "eur", "euse" },
  { "eure", "eur", "eure" },
  { "re", "eur", "eure" },
  { "euse", "eux", "euse" },
  { "se", "x", "se" },
  { "ere", "er", "ere" },
  { "iere", "ier", "iere" },
  { "lere", "ler", "lere" },
  { "gere", "ger", "gere" },
  { "re", "er", "ere" },
  { "ne", "n", "nne" },
  { "enne", "en", "enne" },
  { "ienne", "ien", "ienne" },
  { "onne", "on", "onne" },
  { "le", "l", "lle" },
  { "elle", "el", "elle" },
  { "nelle", "nel", "nelle" },
  { "elle", "eau", "elle" },
  { "ale", "al", "ale" },
  { "ante", "ant", "ante" },
  { "ente", "ent", "ente" },
  { "te", "t", "te" },
  { "fe", "f", "ffe" },
  { "ve", "f", "ve" },
  { "ive", "if", "ive" },
  { "esse", "e", "esse" },
  { "sse", "e", "esse" },
};

static char *
replace_ending (const char *word,
                const char *ending,
                const char *with)
{
  g_autofree char *stem = g_strndup (word, strlen (word) - strlen (ending));

  return g_strconcat (stem, with, NULL);
}

static gboolean
is_plural (const char *word)
{
  return g_str_has_suffix (word, "s") || g_str_has_suffix (word, "x");
}

static char *
pluralise (const char *word)
{
  if (g_str_has_suffix (word, "al"))
    return replace_ending (word, "al", "aux");
  return g_strconcat (word, is_plural (word) ? "" : "s", NULL);
}

/* A final e is a feminine mark after a consonant, é, i or u: not after a plain e, which is already one. */
static gboolean
takes_e (const char *base,
         gboolean    acute)
{
  char last = base[strlen (base) - 1];

  return last == 'e' ? acute : last != 'a' && last != 'o' && g_ascii_isalpha (last);
}

static gboolean
is_suffix (const char *suffix,
           const char *candidate,
           gboolean    unfinished)
{
  return unfinished ? g_str_has_prefix (candidate, suffix) : strcmp (candidate, suffix) == 0;
}

/* The feminine of a singular @base, or NULL when @suffix does not complete it. */
static char *
join_singular (const char *base,
               gboolean    acute,
               const char *suffix,
               gboolean    unfinished)
{
  if (*base == '\0')
    return NULL;
  if (is_suffix (suffix, "e", unfinished) && takes_e (base, acute))
    return g_strconcat (base, "e", NULL);
  if (is_suffix (suffix, "ee", unfinished) && acute)
    return g_strconcat (base, "e", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (is_suffix (suffix, suffixes[i].suffix, unfinished) && g_str_has_suffix (base, suffixes[i].masculine))
      return replace_ending (base, suffixes[i].masculine, suffixes[i].feminine);
  return NULL;
}

static gboolean
join_plural (const char   *base,
             gboolean      acute,
             const char   *suffix,
             EqpInclusive *spelling)
{
  g_autofree char *singular = NULL;
  g_autofree char *suffix_singular = NULL;
  g_autofree char *feminine = NULL;

  if (!g_str_has_suffix (suffix, "s") || suffix[1] == '\0')
    return FALSE;
  suffix_singular = g_strndup (suffix, strlen (suffix) - 1);
  if (g_str_has_suffix (base, "aux") && g_str_has_suffix ("ale", suffix_singular))
    singular = replace_ending (base, "aux", "al");
  else
    singular = g_strndup (base, strlen (base) - (g_str_has_suffix (base, "s") ? 1 : 0));
  feminine = join_singular (singular, acute, suffix_singular, FALSE);
  if (feminine == NULL)
    return FALSE;
  spelling->masculine = pluralise (singular);
  spelling->feminine = g_strconcat (feminine, "s", NULL);
  spelling->singular = g_steal_pointer (&singular);
  return TRUE;
}

/* After a hyphen only a word that has two genders anyway may be completed: Anne-Élise, Aix-les-Bains are left alone. */
static gboolean
has_gender (const char *base,
            gboolean    acute)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  eqp_inclusive_add_counterparts (base, acute, words);
  return words->len > 0;
}

/*
 * eqp_inclusive_join_full:
 * @one: a folded word
 * @other: the folded word behind the joiner
 * @spelling: (out caller-allocates): the two genders
 *
 * Reads a function word or irregular noun of which both genders are written out, either first: “le.la”, “une/un”.
 *
 * Returns: whether it is one; if not, @spelling is untouched
 */
gboolean
eqp_inclusive_join_full (const char   *one,
                         const char   *other,
                         EqpInclusive *spelling)
{
  for (gsize i = 0; i < G_N_ELEMENTS (irregulars); i++)
    {
      const char *masculine = irregulars[i].masculine;
      const char *feminine = irregulars[i].feminine;

      if ((strcmp (one, masculine) == 0 && strcmp (other, feminine) == 0) ||
          (strcmp (one, feminine) == 0 && strcmp (other, masculine) == 0))
        {
          spelling->masculine = g_strdup (masculine);
          spelling->feminine = g_strdup (feminine);
          spelling->singular = g_strdup (masculine);
          return TRUE;
        }
    }
  return FALSE;
}

/*
 * eqp_inclusive_join:
 * @base: the folded word before the joiner
 * @acute: whether it ends with é or és before folding
 * @joiner: what stands between
 * @suffix: the folded letters after it
 * @unfinished: whether @suffix is still being typed
 * @spelling: (out caller-allocates): the two genders
 *
 * Reads an inclusive spelling: “directeur” and “rice”, “enseignant” and “es”.
 *
 * Returns: whether it is one; if not, @spelling is untouched
 */
gboolean
eqp_inclusive_join (const char   *base,
                    gboolean      acute,
                    EqpJoiner     joiner,
                    const char   *suffix,
                    gboolean      unfinished,
                    EqpInclusive *spelling)
{
  g_autofree char *feminine = NULL;

  if (*suffix == '\0' || (strlen (base) < MIN_BASE && strcmp (base, "un") != 0))
    return FALSE;
  if (joiner == EQP_JOINER_HYPHEN && !has_gender (base, acute))
    return FALSE;
  feminine = join_singular (base, acute, suffix, unfinished);
  if (feminine == NULL && join_plural (base, acute, suffix, spelling))
    return TRUE;
  if (feminine == NULL && joiner == EQP_JOINER_POINT && strcmp (suffix, "s") == 0)
    feminine = pluralise (base); /* membre·s, mandat(s): the other number, for want of another gender */
  if (feminine == NULL)
    return FALSE;
  spelling->masculine = g_strdup (base);
  spelling->singular = g_strdup (base);
  spelling->feminine = g_steal_pointer (&feminine);
  return TRUE;
}

/*
 * eqp_inclusive_make_plural:
 * @spelling: an inclusive spelling, of which “·s” has been read as well
 */
void
eqp_inclusive_make_plural (EqpInclusive *spelling)
{
  g_autofree char *masculine = g_steal_pointer (&spelling->masculine);
  g_autofree char *feminine = g_steal_pointer (&spelling->feminine);

  spelling->masculine = pluralise (masculine);
  spelling->feminine = pluralise (feminine);
}

/*
 * eqp_inclusive_clear:
 * @spelling: an inclusive spelling to empty
 */
void
eqp_inclusive_clear (EqpInclusive *spelling)
{
  g_clear_pointer (&spelling->masculine, g_free);
  g_clear_pointer (&spelling->feminine, g_free);
  g_clear_pointer (&spelling->singular, g_free);
}

/* The masculine of a singular word with two regular genders, or NULL. */
static char *
find_masculine (const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length >= endings[i].min_length && g_str_has_suffix (word, endings[i].feminine))
      return replace_ending (word, endings[i].feminine, endings[i].masculine);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length >= endings[i].min_length && g_str_has_suffix (word, endings[i].masculine))
      return g_strdup (word);
  return NULL;
}

/* A word that another one begins with need not be listed: a search looks for beginnings. */
static void
add_word (GPtrArray  *words,
          const char *word,
          char       *found)
{
  if (g_str_has_prefix (word, found))
    g_free (found);
  else
    g_ptr_array_add (words, found);
}

static void
add_regular (const char *word,
             gboolean    plural,
             GPtrArray  *words)
{
  g_autofree char *singular = NULL;
  g_autofree char *masculine = NULL;

  if (plural && g_str_has_suffix (word, "aux"))
    singular = replace_ending (word, "aux", "al");
  else
    singular = g_strndup (word, strlen (word) - (plural ? 1 : 0));
  masculine = find_masculine (singular);
  if (masculine == NULL)
    return;
  add_word (words, word, plural ? pluralise (masculine) : g_strdup (masculine));
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (masculine, endings[i].masculine))
      {
        g_autofree char *feminine = replace_ending (masculine, endings[i].masculine, endings[i].feminine);

        add_word (words, word, plural ? g_strconcat (feminine, "s", NULL) : g_strdup (feminine));
      }
}

/*
 * eqp_inclusive_add_counterparts:
 * @word: a folded word
 * @acute: whether it ends with é or és before folding
 * @words: (element-type utf8): takes the same word in the other gender, in all its usual forms
 *
 * Adds nothing for a word without a known other gender, nor forms that @word itself begins with.
 */
void
eqp_inclusive_add_counterparts (const char *word,
                                gboolean    acute,
                                GPtrArray  *words)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (irregulars); i++)
    if (strcmp (word, irregulars[i].masculine) == 0)
      add_word (words, word, g_strdup (irregulars[i].feminine));
    else if (strcmp (word, irregulars[i].feminine) == 0)
      add_word (words, word, g_strdup (irregulars[i].masculine));
  /* The contracted articles hold an article: “du directeur” is “de la directrice”. */
  if (strcmp (word, "du") == 0 || strcmp (word, "au") == 0)
    g_ptr_array_add (words, g_strdup ("la"));
  if (acute && length >= MIN_ACUTE_LENGTH)
    {
      if (word[length - 1] == 's')
        g_ptr_array_add (words, replace_ending (word, "s", "es"));
      else
        g_ptr_array_add (words, g_strconcat (word, "e", NULL));
    }
  else if (length > 1)
    add_regular (word, is_plural (word), words);
}
