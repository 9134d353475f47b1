/* eqp-search.c — finding rows by the beginnings of their words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-search-private.h"

/* With this few candidates left, their words are looked at instead of the whole list of a short beginning. */
#define FEW_CANDIDATES 48

static const char sql_rows[] = "SELECT entity, rows FROM search_word WHERE word >= ? AND word < ? ORDER BY word, entity, first";
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
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql_rows, error);
  g_autofree char *end = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL); /* the last character there is */
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Key));
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, word);
  eqp_statement_bind_text (statement, 1, end);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      guint entity = (guint)eqp_statement_get_integer (statement, 0);

      if (entity < self->entities->len && g_ptr_array_index (self->entities, entity) != NULL && (self->only == 0 || entity == self->only) &&
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
begins (char      **words,
        const char *beginning)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, beginning))
      return TRUE;
  return FALSE;
}

/**
 * _eqp_search_row_matches:
 * @row: a statement at a row
 * @first: the column from which on it has the searched columns, and nothing else
 * @sought: folded words
 *
 * Returns: whether the row's words hold a beginning for each of @sought
 */
gboolean
_eqp_search_row_matches (EqpStatement *row,
                         guint         first,
                         char        **sought)
{
  guint                n_sought = g_strv_length (sought);
  g_autofree gboolean *seen = g_new0 (gboolean, n_sought);
  guint                n_seen = 0;

  for (guint i = first; n_seen < n_sought && i < eqp_statement_n_columns (row); i++)
    {
      g_auto (GStrv) words = eqp_fold_words (eqp_statement_get_text (row, i));

      for (guint j = 0; j < n_sought; j++)
        if (!seen[j] && begins (words, sought[j]))
          {
            seen[j] = TRUE;
            n_seen++;
          }
    }
  return n_seen == n_sought;
}

static char *
dup_row_sql (const EqpEntity *entity)
{
  g_autofree char *columns = _eqp_search_dup_columns (entity, entity->table);

  return g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?", columns, entity->table);
}

static gboolean
row_matches (Search     *self,
             const char *sql,
             const Key  *key,
             char      **sought,
             gboolean   *matches,
             GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, get_row (key));
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  *matches = found && _eqp_search_row_matches (statement, 0, sought);
  return TRUE;
}

static gboolean
narrow_by_rows (Search  *self,
                char   **words,
                GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autofree char *sql = NULL;
  guint            entity = 0;

  for (guint i = 0; i < self->candidates->len && found->len < self->limit; i++)
    {
      Key      key = g_array_index (self->candidates, Key, i);
      gboolean matches;

      if (key.entity != entity)
        {
          entity = key.entity;
          g_free (sql);
          sql = dup_row_sql (g_ptr_array_index (self->entities, entity));
        }
      if (!row_matches (self, sql, &key, words, &matches, error))
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
  g_auto (Search) search = { .store = self, .limit = limit > 0 ? limit : G_MAXUINT };
  g_auto (GStrv) words = eqp_fold_query (text);
  guint n_words = g_strv_length (words);

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  search.entities = g_ptr_array_new ();
  search.candidates = g_array_new (FALSE, FALSE, sizeof (Key));
  if (!read_entities (&search, entity, error))
    return NULL;
  if (entity != NULL && search.only == 0)
    return dup_hits (&search); /* it has no searched field */
  /* Long beginnings have few rows; the last word need only be followed until there are enough. */
  qsort (words, n_words, sizeof *words, compare_lengths);
  for (guint i = 0; i < n_words && (i == 0 || search.candidates->len > 0); i++)
    {
      if (i > 0 && search.candidates->len <= FEW_CANDIDATES)
        {
          if (!narrow_by_rows (&search, words + i, error))
            return NULL;
          break;
        }
      if (!narrow_by_index (&search, words[i], i, i + 1 == n_words ? search.limit : G_MAXUINT, error))
        return NULL;
    }
  return dup_hits (&search);
}
