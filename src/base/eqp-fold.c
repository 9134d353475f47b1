/* eqp-fold.c — text as a search compares it: no case, accents, ligatures or inclusive points (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-fold"

#include "config.h"

#include "base/eqp-fold.h"

#include "base/eqp-inclusive.h"

#include <string.h>

/* Letters that stand for two, or that Unicode does not decompose. */
static const struct
{
  gunichar    letter;
  const char *folded;
} special_letters[] = {
  { 0x00df, "ss" },
  { 0x00e6, "ae" },
  { 0x0153, "oe" },
  { 0x00f8, "o" },
  { 0x0142, "l" },
  { 0x0111, "d" },
  { 0x00f0, "d" },
  { 0x00fe, "th" },
  { 0x0131, "i" },
  { 0x0127, "h" },
  { 0x014b, "n" },
  { 0x03c2, "σ" },
};

/* A run of letters and digits, folded, and what folding forgets. */
typedef struct
{
  GString *text;
  gboolean acute; /* ends with é or és */
  gboolean starts_upper;
  gboolean ends_lower;
} Segment;

/* A word of the text; an ordinary one has only its masculine. */
typedef struct
{
  EqpInclusive spelling;
  gboolean     inclusive;
  gboolean     acute;
  char        *extra; /* one more word that the spelling holds, or NULL */
} Word;

typedef struct
{
  const char *p;
  gboolean    typing; /* the end of the text may be unfinished */
} Scanner;

static void
segment_clear (Segment *segment)
{
  if (segment->text != NULL)
    g_string_free (g_steal_pointer (&segment->text), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Segment, segment_clear)

static void
word_clear (Word *word)
{
  eqp_inclusive_clear (&word->spelling);
  g_clear_pointer (&word->extra, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Word, word_clear)

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static void
append_folded (GString *text,
               gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts;

  if (c < 0x80)
    {
      g_string_append_c (text, g_ascii_tolower ((char)c));
      return;
    }
  c = g_unichar_tolower (c);
  for (gsize i = 0; i < G_N_ELEMENTS (special_letters); i++)
    if (special_letters[i].letter == c)
      {
        g_string_append (text, special_letters[i].folded);
        return;
      }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_isalnum (parts[i]))
      g_string_append_unichar (text, g_unichar_tolower (parts[i]));
}

/* é in one character, or the accent alone behind its e. */
static gboolean
is_acute (gunichar c,
          GString *before)
{
  return c == 0x00e9 || c == 0x00c9 || (c == 0x0301 && before->len > 0 && before->str[before->len - 1] == 'e');
}

static void
read_segment (const char **p,
              Segment     *segment)
{
  segment->text = g_string_new (NULL);
  segment->acute = FALSE;
  segment->starts_upper = g_unichar_isupper (g_utf8_get_char (*p));
  segment->ends_lower = FALSE;
  for (; **p != '\0' && is_word_char (g_utf8_get_char (*p)); *p = g_utf8_next_char (*p))
    {
      gunichar c = g_utf8_get_char (*p);

      gboolean last_s = (c == 's' || c == 'S') && !is_word_char (g_utf8_get_char (*p + 1));

      segment->acute = is_acute (c, segment->text) || (segment->acute && last_s);
      segment->ends_lower = g_unichar_islower (c) || (segment->ends_lower && g_unichar_ismark (c));
      append_folded (segment->text, c);
    }
}

static gboolean
read_joiner (const char **p,
             EqpJoiner   *joiner,
             gboolean    *parenthesis)
{
  gunichar c = g_utf8_get_char (*p);

  *parenthesis = c == '(';
  switch (c)
    {
    case '(':
    case 0x00b7: /* · middle dot */
    case 0x2022: /* • bullet */
    case 0x2027: /* ‧ hyphenation point */
    case 0x22c5: /* ⋅ dot operator */
      *joiner = EQP_JOINER_POINT;
      break;
    case '.':
    case '/':
      *joiner = EQP_JOINER_COMMON;
      break;
    case '-':
    case 0x2010: /* ‐ hyphen */
    case 0x2011: /* ‑ no-break hyphen */
      *joiner = EQP_JOINER_HYPHEN;
      break;
    default:
      return FALSE;
    }
  *p = g_utf8_next_char (*p);
  return TRUE;
}

/* A joiner and the letters behind it, with the closing parenthesis if there is an opening one. */
static gboolean
read_half (const Scanner *scanner,
           const char   **p,
           EqpJoiner     *joiner,
           Segment       *half,
           gboolean      *unfinished)
{
  gboolean parenthesis;

  if (!read_joiner (p, joiner, &parenthesis))
    return FALSE;
  read_segment (p, half);
  *unfinished = scanner->typing && **p == '\0';
  if (!parenthesis)
    return TRUE;
  if (**p == ')')
    {
      (*p)++;
      *unfinished = FALSE;
      return TRUE;
    }
  return *unfinished;
}

/* The “·s” of “enseignant·e·s”, or the “s” of “enseignant(e)s”. */
static void
read_plural_mark (Scanner *scanner,
                  Word    *word)
{
  g_auto (Segment) mark = { NULL };
  EqpJoiner   joiner;
  gboolean    unfinished;
  const char *p = scanner->p;

  if (p[-1] == ')')
    read_segment (&p, &mark);
  if (mark.text == NULL || mark.text->len == 0)
    {
      segment_clear (&mark);
      if (!read_half (scanner, &p, &joiner, &mark, &unfinished))
        return;
    }
  if (strcmp (mark.text->str, "s") != 0)
    return;
  eqp_inclusive_make_plural (&word->spelling);
  scanner->p = p;
}

/* “le.la”, “du.de la”: both genders are written out, and the contracted article's feminine is two words. */
static gboolean
read_both_genders (Scanner       *scanner,
                   const Segment *base,
                   const Segment *half,
                   const char    *after,
                   Word          *word)
{
  g_auto (EqpInclusive) spelling = { NULL };

  if (!eqp_inclusive_join_full (base->text->str, half->text->str, &spelling))
    return FALSE;
  if (strcmp (base->text->str, "du") == 0 || strcmp (base->text->str, "au") == 0)
    {
      g_auto (Segment) article = { NULL };

      if (!g_unichar_isspace (g_utf8_get_char (after)))
        return FALSE;
      after = g_utf8_next_char (after);
      read_segment (&after, &article);
      if (strcmp (article.text->str, "la") != 0)
        return FALSE;
      word->extra = g_strdup ("la");
    }
  word->spelling = spelling;
  spelling = (EqpInclusive){ NULL };
  scanner->p = after;
  return TRUE;
}

static gboolean
read_inclusive (Scanner       *scanner,
                const Segment *base,
                Word          *word)
{
  g_auto (Segment) half = { NULL };
  EqpJoiner   joiner;
  gboolean    unfinished;
  const char *p = scanner->p;

  if (!read_half (scanner, &p, &joiner, &half, &unfinished))
    return FALSE;
  if (joiner != EQP_JOINER_HYPHEN && read_both_genders (scanner, base, &half, p, word))
    return TRUE;
  /* “… du conseil.Le recteur …”: a sentence that begins without a space. */
  if (joiner == EQP_JOINER_COMMON && half.starts_upper && base->ends_lower)
    return FALSE;
  if (!eqp_inclusive_join (base->text->str, base->acute, joiner, half.text->str, unfinished, &word->spelling))
    return FALSE;
  /* A compound name after all? Its second half must be found. */
  if (joiner == EQP_JOINER_HYPHEN && half.text->len > 1)
    word->extra = g_strdup (half.text->str);
  scanner->p = p;
  read_plural_mark (scanner, word);
  return TRUE;
}

static gboolean
read_word (Scanner *scanner,
           Word    *word)
{
  g_auto (Segment) base = { NULL };

  while (*scanner->p != '\0' && !is_word_char (g_utf8_get_char (scanner->p)))
    scanner->p = g_utf8_next_char (scanner->p);
  if (*scanner->p == '\0')
    return FALSE;
  read_segment (&scanner->p, &base);
  word->acute = base.acute;
  word->inclusive = base.text->len > 0 && read_inclusive (scanner, &base, word);
  if (!word->inclusive)
    word->spelling.masculine = g_strdup (base.text->str);
  return TRUE;
}

static void
add_once (GPtrArray *words,
          char      *word)
{
  if (*word == '\0' || g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (words, word);
}

static char **
end_words (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (words, FALSE);
}

/**
 * eqp_fold:
 * @text: (nullable): any text
 *
 * Makes texts comparable: lower case, no accents, œ as oe, one space for whatever is not a letter or digit, none at either
 * end; an inclusive spelling becomes its masculine, so that “directeur·rice”, “directeur.rice” and “directeur” are one.
 *
 * Returns: (transfer full): the folded text
 */
char *
eqp_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  Scanner          scanner = { valid, FALSE };
  g_autoptr (GString) folded = g_string_sized_new (strlen (valid));

  while (*scanner.p != '\0')
    {
      g_auto (Word) word = { 0 };

      if (!read_word (&scanner, &word) || *word.spelling.masculine == '\0')
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, word.spelling.masculine);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * eqp_fold_words:
 * @text: (nullable): any text
 *
 * The words under which @text is to be found: every word folded, an inclusive spelling in both genders, and for a word
 * with a regular other gender that one too, so that “directrice” finds “directeur”, “directeur·rice” and itself. This is
 * what the search index stores (see eqp-fold.h for the rule).
 *
 * Returns: (transfer full): the words, each once, ended by %NULL
 */
char **
eqp_fold_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  Scanner          scanner = { valid, FALSE };
  GPtrArray       *words = g_ptr_array_new ();

  while (*scanner.p != '\0')
    {
      g_auto (Word) word = { 0 };
      g_autoptr (GPtrArray) counterparts = g_ptr_array_new ();

      if (!read_word (&scanner, &word))
        continue;
      add_once (words, g_strdup (word.spelling.masculine));
      if (word.spelling.feminine != NULL)
        add_once (words, g_strdup (word.spelling.feminine));
      if (word.extra != NULL)
        add_once (words, g_strdup (word.extra));
      eqp_inclusive_add_counterparts (word.spelling.masculine, word.acute, counterparts);
      for (guint i = 0; i < counterparts->len; i++)
        add_once (words, g_ptr_array_index (counterparts, i));
    }
  return end_words (words);
}

/**
 * eqp_fold_query:
 * @text: (nullable): what somebody typed to search, perhaps not to its end
 *
 * The folded words to look for. Ordinary words are as typed, so that the beginning of a word finds it; an inclusive
 * spelling, even an unfinished one (“enseignant.e.s”, “directeur·r”), is its masculine singular, under which every text
 * with any of its forms is listed.
 *
 * Returns: (transfer full): the words, each once, ended by %NULL; none means that everything matches
 */
char **
eqp_fold_query (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  Scanner          scanner = { valid, TRUE };
  GPtrArray       *words = g_ptr_array_new ();

  while (*scanner.p != '\0')
    {
      g_auto (Word) word = { 0 };

      if (read_word (&scanner, &word))
        add_once (words, g_strdup (word.inclusive ? word.spelling.singular : word.spelling.masculine));
    }
  return end_words (words);
}

static gboolean
has_word_beginning_with (char      **words,
                         const char *beginning)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, beginning))
      return TRUE;
  return FALSE;
}

/**
 * eqp_fold_matches:
 * @text: (nullable): any text
 * @query: (nullable): what somebody typed to search
 *
 * Returns: whether for each word of @query some word of @text begins with it
 */
gboolean
eqp_fold_matches (const char *text,
                  const char *query)
{
  g_auto (GStrv) sought = eqp_fold_query (query);
  g_auto (GStrv) words = NULL;

  if (*sought == NULL)
    return TRUE;
  words = eqp_fold_words (text);
  for (char **word = sought; *word != NULL; word++)
    if (!has_word_beginning_with (words, *word))
      return FALSE;
  return TRUE;
}
