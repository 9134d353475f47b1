/* eqp-search.c — finding rows by the beginnings of their words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-search-private.h"

/* With this few candidates left, their words are looked at instead of the whole list of a short beginning. */
#define FEW_CANDIDATES 128

/* Of one entity, which is a range of the index; of all. */
static const char sql_rows[] = "SELECT entity, rows FROM search_word WHERE word >= ? AND word < ? AND entity = ? ORDER BY word, first";
static const char sql_all_rows[] =
  "SELECT entity, rows FROM search_word WHERE word >= ? AND word < ? AND entity IN (SELECT number FROM search_entity) ORDER BY word, entity, first";
static const char sql_entities[] = "SELECT number, table_name FROM search_entity ORDER BY number";

/* An id as the index writes it: compared, and turned into a number only when it is a hit. */
typedef struct
{
  guint64 head;
  guint32 tail;
  guint32 entity; /* 0: none */
} Key;

/* A set of candidates with open addressing: ids are random, so they are nearly their own hash. */
typedef struct
{
  Key   key;
  guint stage; /* how many words it has been found under */
} Place;

typedef struct
{
  Place *places;
  guint  n_places; /* a power of two */
  guint  n_used;
} HitSet;

typedef struct
{
  EqpStore  *store;
  GPtrArray *entities; /* by number; NULL where unknown */
  guint      only;     /* an entity's number; 0: all */
  guint      limit;    /* G_MAXUINT: none */
  HitSet     set;
  GArray    *candidates; /* Key: found under every word so far, in the order found */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->set.places, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static Key
make_key (guint       entity,
          const char *id)
{
  Key key = { 0, 0, entity };

  memcpy (&key.head, id, 8);
  memcpy (&key.tail, id + 8, EQP_SEARCH_ID_LENGTH - 8);
  return key;
}

static gint64
get_row (const Key *key)
{
  char id[EQP_SEARCH_ID_LENGTH];

  memcpy (id, &key->head, 8);
  memcpy (id + 8, &key->tail, EQP_SEARCH_ID_LENGTH - 8);
  return _eqp_search_decode_id (id);
}

static Place *
find_place (HitSet *set,
            Key     key)
{
  guint mask = set->n_places - 1;
  guint i = (guint)((key.head ^ (guint64)key.tail << 24) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32) & mask;

  while (set->places[i].key.entity != 0 &&
         (set->places[i].key.head != key.head || set->places[i].key.tail != key.tail || set->places[i].key.entity != key.entity))
    i = (i + 1) & mask;
  return &set->places[i];
}

static void
grow (HitSet *set)
{
  HitSet old = *set;

  set->n_places = old.n_places > 0 ? old.n_places * 2 : 256;
  set->places = g_new0 (Place, set->n_places);
  for (guint i = 0; i < old.n_places; i++)
    if (old.places[i].key.entity != 0)
      *find_place (set, old.places[i].key) = old.places[i];
  g_free (old.places);
}

/* Whether the row is a candidate under word number @stage (from 0) and was not yet found under it. */
static gboolean
advance (HitSet *set,
         Key     key,
         guint   stage)
{
  Place *place;

  if (stage == 0 && (set->n_used + 1) * 2 > set->n_places)
    grow (set);
  place = find_place (set, key);
  if (place->key.entity == 0)
    {
      if (stage > 0)
        return FALSE;
      *place = (Place){ key, 0 };
      set->n_used++;
    }
  if (place->stage != stage)
    return FALSE;
  place->stage++;
  return TRUE;
}

static gboolean
read_entities (Search          *self,
               const EqpEntity *only,
               GError         **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql_entities, error);
  gboolean more = FALSE;

  if (statement == NULL || !eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      guint            number = (guint)eqp_statement_get_integer (statement, 0);
      const EqpEntity *entity = _eqp_store_find_entity (self->store, eqp_statement_get_text (statement, 1));

      if (number >= self->entities->len)
        g_ptr_array_set_size (self->entities, (int)number + 1);
      g_ptr_array_index (self->entities, number) = (gpointer)entity;
      if (only != NULL && entity == only)
        self->only = number;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds a chunk's rows to @found; FALSE once there are enough. */
static gboolean
take_rows (Search     *self,
           guint       entity,
           const char *rows,
           guint       stage,
           guint       limit,
           GArray     *found)
{
  for (; *rows != '\0'; rows += EQP_SEARCH_ID_LENGTH)
    {
      Key key = make_key (entity, rows);

      if (!advance (&self->set, key, stage))
        continue;
      g_array_append_val (found, key);
      if (found->len >= limit)
        return FALSE;
    }
  return TRUE;
}

/* Replaces the candidates by those that have a word beginning with @word. */
static gboolean
narrow_by_index (Search     *self,
                 const char *word,
                 guint       stage,
                 guint       limit,
                 GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), self->only != 0 ? sql_rows : sql_all_rows, error);
  g_autofree char *end = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL); /* the last character there is */
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Key));
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, word);
  eqp_statement_bind_text (statement, 1, end);
  if (self->only != 0)
    eqp_statement_bind_integer (statement, 2, self->only);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      guint entity = (guint)eqp_statement_get_integer (statement, 0);

      if (entity < self->entities->len && g_ptr_array_index (self->entities, entity) != NULL &&
          !take_rows (self, entity, eqp_statement_get_text (statement, 1), stage, limit, found))
        break;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  g_array_unref (self->candidates);
  self->candidates = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
narrow_by_rows (Search  *self,
                char   **words,
                GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Key));

  for (guint i = 0; i < self->candidates->len && found->len < self->limit; i++)
    {
      Key             key = g_array_index (self->candidates, Key, i);
      EqpSearchWords *known = _eqp_search_get_words (self->store, g_ptr_array_index (self->entities, key.entity));
      gboolean        matches;

      if (!_eqp_search_words_match (known, get_row (&key), words, &matches, error))
        return FALSE;
      if (matches)
        g_array_append_val (found, key);
    }
  g_array_unref (self->candidates);
  self->candidates = g_steal_pointer (&found);
  return TRUE;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize length_a = strlen (*(char *const *)a);
  gsize length_b = strlen (*(char *const *)b);

  return (length_a < length_b) - (length_a > length_b);
}

static GArray *
dup_hits (Search *self)
{
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (EqpSearchHit), self->candidates->len);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Key   *key = &g_array_index (self->candidates, Key, i);
      EqpSearchHit hit = { g_ptr_array_index (self->entities, key->entity), get_row (key) };

      g_array_append_val (hits, hit);
    }
  return hits;
}

/* Narrows the candidates by the words from number @first on; the last one need only be followed until there are enough. */
static gboolean
narrow (Search  *self,
        char   **words,
        guint    first,
        GError **error)
{
  for (guint i = first; words[i] != NULL && (i == 0 || self->candidates->len > 0); i++)
    {
      if (i > 0 && self->candidates->len <= FEW_CANDIDATES)
        return narrow_by_rows (self, words + i, error);
      if (!narrow_by_index (self, words[i], i, words[i + 1] == NULL ? self->limit : G_MAXUINT, error))
        return FALSE;
    }
  return TRUE;
}

/* Begins with the longest word that not too many rows have; *@broad when there is none. */
static gboolean
narrow_lazily (Search   *self,
               char    **words,
               gboolean *broad,
               GError  **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];

      g_clear_pointer (&self->set.places, g_free);
      self->set = (HitSet){ NULL, 0, 0 };
      if (!narrow_by_index (self, word, 0, EQP_SEARCH_BROAD, error))
        return FALSE;
      *broad = self->candidates->len == EQP_SEARCH_BROAD;
      if (*broad)
        continue;
      words[i] = words[0];
      words[0] = word;
      return narrow (self, words, 1, error);
    }
  return TRUE;
}

/**
 * _eqp_search_run:
 * @self: a store
 * @entity: (nullable): only rows of this one
 * @text: what somebody typed
 * @limit: at most that many, %G_MAXUINT for all
 * @broad: (out) (optional): whether each word is one of very many rows, of which some are returned, whatever the other words are; %NULL
 *   to seek them all
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full) (element-type EqpSearchHit): the rows; %NULL with @error set
 */
GArray *
_eqp_search_run (EqpStore        *self,
                 const EqpEntity *entity,
                 const char      *text,
                 guint            limit,
                 gboolean        *broad,
                 GError         **error)
{
  g_auto (Search) search = { .store = self, .limit = limit };
  g_auto (GStrv) words = eqp_fold_query (text);

  if (broad != NULL)
    *broad = FALSE;
  search.entities = g_ptr_array_new ();
  search.candidates = g_array_new (FALSE, FALSE, sizeof (Key));
  if (!read_entities (&search, entity, error))
    return NULL;
  if (entity != NULL && search.only == 0)
    return dup_hits (&search); /* it has no searched field */
  /* Long beginnings have few rows. */
  qsort (words, g_strv_length (words), sizeof *words, compare_lengths);
  if (!(broad != NULL ? narrow_lazily (&search, words, broad, error) : narrow (&search, words, 0, error)))
    return NULL;
  return dup_hits (&search);
}

/**
 * eqp_store_search:
 * @self: a store
 * @entity: (nullable): only rows of this one
 * @text: what somebody typed, perhaps not to its end
 * @limit: at most that many; 0 for all
 * @error: (nullable): #EqpStoreError
 *
 * Finds the rows which for every word of @text have a word that begins with it. Rows with exactly the word typed come before rows with a
 * longer one (with several words: the shortest decides). A text without letters or digits finds nothing.
 *
 * Returns: (transfer full) (element-type EqpSearchHit): the rows; %NULL with @error set
 */
GArray *
eqp_store_search (EqpStore        *self,
                  const EqpEntity *entity,
                  const char      *text,
                  guint            limit,
                  GError         **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  return _eqp_search_run (self, entity, text, limit > 0 ? limit : G_MAXUINT, NULL, error);
}
