/* eqp-search-words.c — the words of the rows looked at last: which of them match what is typed, without folding them again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-search-private.h"
#include "store/eqp-store-internal.h"

/* Folding a row takes longer than looking at a hundred folded ones, and somebody who types has the same first rows looked at with each
 * key. Of longer lists than this the last rows are remembered: about half a megabyte. */
#define MAX_ROWS 4096

typedef struct
{
  gint64 id;
  char   words[]; /* a space before each */
} RowWords;

struct _EqpSearchWords
{
  EqpStore       *store; /* which owns us */
  char           *sql;
  GHashTable     *rows;   /* RowWords, by id */
  EqpSearchBatch *folder; /* nothing is written by it */

  /* What the rows are as of. */
  gint64 last_entry;
  char  *generation;
};

static void
words_free (gpointer data)
{
  EqpSearchWords *self = data;

  g_hash_table_unref (self->rows);
  _eqp_search_batch_free (self->folder);
  g_free (self->sql);
  g_free (self->generation);
  g_free (self);
}

static void
forget (EqpSearchWords *self)
{
  g_hash_table_remove_all (self->rows);
  _eqp_search_batch_free (self->folder);
  self->folder = _eqp_search_batch_new (_eqp_store_get_database (self->store));
}

static EqpSearchWords *
words_new (EqpStore        *store,
           const EqpEntity *entity)
{
  EqpSearchWords  *self = g_new0 (EqpSearchWords, 1);
  g_autofree char *columns = _eqp_search_dup_columns (entity, entity->table);

  self->store = store;
  self->sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?", columns != NULL ? columns : "''", entity->table);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->folder = _eqp_search_batch_new (_eqp_store_get_database (store));
  return self;
}

/* Whatever is written, here or elsewhere, has an entry of its own before anybody is told; of an edit under way nothing is known. */
static void
forget_old (EqpSearchWords *self)
{
  const EqpStore *store = self->store;

  if (!store->in_edit && self->last_entry == store->last_entry && g_strcmp0 (self->generation, store->generation) == 0)
    return;
  forget (self);
  self->last_entry = store->in_edit ? -1 : store->last_entry;
  g_free (self->generation);
  self->generation = g_strdup (store->generation);
}

/**
 * _eqp_search_get_words:
 * @store: a store
 * @entity: an entity
 *
 * Returns: (transfer none): the words of its rows, for as long as nothing else is asked of @store
 */
EqpSearchWords *
_eqp_search_get_words (EqpStore        *store,
                       const EqpEntity *entity)
{
  GQuark          quark = g_quark_from_static_string ("eqp-search-words");
  GHashTable     *known = g_object_get_qdata (G_OBJECT (store), quark);
  EqpSearchWords *self;

  if (known == NULL)
    {
      known = g_hash_table_new_full (NULL, NULL, NULL, words_free);
      g_object_set_qdata_full (G_OBJECT (store), quark, known, (GDestroyNotify)g_hash_table_unref);
    }
  self = g_hash_table_lookup (known, entity);
  if (self == NULL)
    {
      self = words_new (store, entity);
      g_hash_table_insert (known, (gpointer)entity, self);
    }
  forget_old (self);
  return self;
}

/* Folds a row of the file; "" when there is none. */
static RowWords *
read_row (EqpSearchWords *self,
          gint64          id,
          GError        **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), self->sql, error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean  found = FALSE;
  RowWords *row;

  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &found, error))
    return NULL;
  for (guint i = 0; found && i < eqp_statement_n_columns (statement); i++)
    _eqp_search_batch_fold (self->folder, eqp_statement_get_text (statement, i), numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      g_string_append_c (words, ' ');
      g_string_append (words, _eqp_search_batch_get_word (self->folder, g_array_index (numbers, guint, i)));
    }
  row = g_malloc (sizeof *row + words->len + 1);
  row->id = id;
  memcpy (row->words, words->str, words->len + 1);
  return row;
}

/* Whether one of @words, with a space before each, begins with @beginning. */
static gboolean
has_beginning (const char *words,
               const char *beginning)
{
  gsize length = strlen (beginning);

  for (const char *space = strchr (words, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (strncmp (space + 1, beginning, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * _eqp_search_words_match:
 * @self: the words of an entity's rows
 * @id: a row
 * @sought: folded words, as eqp_fold_query() gives them
 * @matches: (out): whether the row's words hold a beginning for each of @sought
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_search_words_match (EqpSearchWords *self,
                         gint64          id,
                         char          **sought,
                         gboolean       *matches,
                         GError        **error)
{
  RowWords *row = g_hash_table_lookup (self->rows, &id);

  *matches = FALSE;
  if (row == NULL)
    {
      row = read_row (self, id, error);
      if (row == NULL)
        return FALSE;
      if (g_hash_table_size (self->rows) >= MAX_ROWS)
        forget (self);
      g_hash_table_add (self->rows, row);
    }
  *matches = TRUE;
  for (; *matches && *sought != NULL; sought++)
    *matches = has_beginning (row->words, *sought);
  return TRUE;
}
