/* eqp-search-index.c — the word index: sorted lists of rows a word, cut into chunks, written word by word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-search-private.h"

/* A chunk must fit beside others in a page of the file (a longer one would need pages of its own). Chunks are written three quarters
 * full, so that most later additions find room. */
#define CHUNK_MAX 72
#define CHUNK_FILL 54
/* What is gathered before it is written: bounds the memory of a large import. */
#define BATCH_MAX 100000
#define BULK_MIN 1000
/* Names and places repeat: what their words are is remembered; of longer texts it is not. */
#define MEMO_TEXT_MAX 64

static const char sql_insert[] = "INSERT INTO search_word (word, entity, first, rows) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
static const char sql_chunk[] = "SELECT first, rows FROM search_word WHERE word = ? AND entity = ? AND first <= ? ORDER BY first DESC LIMIT 1";
static const char sql_next[] = "SELECT first FROM search_word WHERE word = ? AND entity = ? AND first > ? ORDER BY first LIMIT 1";
static const char sql_update[] = "UPDATE search_word SET rows = ? WHERE word = ? AND entity = ? AND first = ?";
static const char sql_delete[] = "DELETE FROM search_word WHERE word = ? AND entity = ? AND first = ?";

/* In ASCII order, so that encoded ids sort like the ids. */
static const char digits[] = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

typedef struct
{
  guint   word;
  guint16 entity;
  guint16 add;
  gint64  row;
} Posting;

struct _EqpSearchBatch
{
  EqpDatabase  *database;
  GHashTable   *numbers; /* word -> its index in names, plus 1 */
  GPtrArray    *names;   /* borrowed from chunk */
  GStringChunk *chunk;
  GHashTable   *memo; /* text -> GArray of guint */
  GArray       *postings;
  gboolean      in_order; /* they came by entity and row */
};

static void
encode_id (gint64 id,
           char   text[EQP_SEARCH_ID_LENGTH])
{
  guint64 rest = (guint64)id;

  for (int i = EQP_SEARCH_ID_LENGTH - 1; i >= 0; i--)
    {
      text[i] = digits[rest & 63];
      rest >>= 6;
    }
}

static guint
decode_digit (char c)
{
  if (c >= 'a')
    return 38 + (guint)(c - 'a');
  if (c == '_')
    return 37;
  if (c >= 'A')
    return 11 + (guint)(c - 'A');
  return c == '-' ? 0 : 1 + (guint)(c - '0');
}

/**
 * _eqp_search_decode_id:
 * @text: %EQP_SEARCH_ID_LENGTH characters of the index
 *
 * Returns: the row's id
 */
gint64
_eqp_search_decode_id (const char *text)
{
  guint64 id = 0;

  for (int i = 0; i < EQP_SEARCH_ID_LENGTH; i++)
    id = id << 6 | decode_digit (text[i]);
  return (gint64)id;
}

/**
 * _eqp_search_batch_new:
 * @database: a connection, inside a transaction
 *
 * Returns: (transfer full): an empty batch of changes of the index
 */
EqpSearchBatch *
_eqp_search_batch_new (EqpDatabase *database)
{
  EqpSearchBatch *self = g_new0 (EqpSearchBatch, 1);

  self->database = database;
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new ();
  self->chunk = g_string_chunk_new (4096);
  self->memo = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  self->in_order = TRUE;
  return self;
}

/**
 * _eqp_search_batch_free:
 * @self: (transfer full): a batch; what was not flushed is forgotten
 */
void
_eqp_search_batch_free (EqpSearchBatch *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->memo);
  g_array_unref (self->postings);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static guint
get_number (EqpSearchBatch *self,
            const char     *word)
{
  gpointer number = g_hash_table_lookup (self->numbers, word);
  char    *name;

  if (number != NULL)
    return GPOINTER_TO_UINT (number) - 1;
  name = g_string_chunk_insert (self->chunk, word);
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->numbers, name, GUINT_TO_POINTER (self->names->len));
  return self->names->len - 1;
}

static void
fold_into (EqpSearchBatch *self,
           const char     *text,
           GArray         *words)
{
  g_auto (GStrv) folded = eqp_fold_words (text);

  for (char **word = folded; *word != NULL; word++)
    {
      guint number = get_number (self, *word);

      g_array_append_val (words, number);
    }
}

/* The words of a piece of text, remembered. */
static void
fold_piece (EqpSearchBatch *self,
            const char     *text,
            GArray         *words)
{
  GArray *known = g_hash_table_lookup (self->memo, text);

  if (known == NULL)
    {
      known = g_array_new (FALSE, FALSE, sizeof (guint));
      fold_into (self, text, known);
      g_hash_table_insert (self->memo, g_string_chunk_insert (self->chunk, text), known);
    }
  g_array_append_vals (words, known->data, known->len);
}

/* Where nothing but letters and spaces is in a text, as in most names, its words are those of its pieces: an inclusive spelling, which
 * may join words, needs some sign in between. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ' ' && !g_ascii_isalnum ((char)c) && (c < 0xc0 || c > 0x17f))
        return FALSE;
    }
  return TRUE;
}

/* A code or a number, of ASCII and with a digit at its end, has no other gender: it is its own word in small letters. In an import these
 * are the words that never come again, for which neither folding nor remembering is worth while. */
static gboolean
fold_code (EqpSearchBatch *self,
           const char     *text,
           gsize           length,
           GArray         *words)
{
  char  word[MEMO_TEXT_MAX + 1];
  guint number;

  if (!g_ascii_isdigit (text[length - 1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]))
        return FALSE;
      word[i] = g_ascii_tolower (text[i]);
    }
  word[length] = '\0';
  number = get_number (self, word);
  g_array_append_val (words, number);
  return TRUE;
}

/* @text has no @. */
static void
fold_half (EqpSearchBatch *self,
           char           *text,
           GArray         *words)
{
  if (!is_plain (text))
    {
      fold_piece (self, text, words);
      return;
    }
  while (*text != '\0')
    {
      gsize n = strcspn (text, " ");
      char *end = text + n;
      char *next = end + (*end != '\0');

      *end = '\0';
      if (n > 0 && !fold_code (self, text, n, words))
        fold_piece (self, text, words);
      text = next;
    }
}

/**
 * _eqp_search_batch_fold:
 * @self: a batch
 * @text: (nullable): a column's value
 * @words: (element-type guint): the numbers of its words are appended; they hold until the next _eqp_search_batch_replace()
 */
void
_eqp_search_batch_fold (EqpSearchBatch *self,
                        const char     *text,
                        GArray         *words)
{
  char  copy[MEMO_TEXT_MAX + 1];
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    return;
  if (length > MEMO_TEXT_MAX || !g_utf8_validate_len (text, length, NULL))
    {
      fold_into (self, text, words);
      return;
    }
  memcpy (copy, text, length + 1);
  /* The name and the host of an address are words apart, and the host is the same for many. */
  for (char *half = copy; half != NULL;)
    {
      char *at = strchr (half, '@');

      if (at != NULL)
        *at = '\0';
      fold_half (self, half, words);
      half = at != NULL ? at + 1 : NULL;
    }
}

/**
 * _eqp_search_batch_get_word:
 * @self: a batch
 * @number: of a word that _eqp_search_batch_fold() told of
 *
 * Returns: (transfer none): the word
 */
const char *
_eqp_search_batch_get_word (EqpSearchBatch *self,
                            guint           number)
{
  return g_ptr_array_index (self->names, number);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  guint word_a = *(const guint *)a;
  guint word_b = *(const guint *)b;

  return (word_a > word_b) - (word_a < word_b);
}

static void
sort_once (GArray *words)
{
  guint *data = (guint *)(gpointer)words->data;
  guint  kept = 0;

  if (words->len < 2)
    return;
  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    if (kept == 0 || data[kept - 1] != data[i])
      data[kept++] = data[i];
  g_array_set_size (words, kept);
}

static int
compare_postings (gconstpointer a,
                  gconstpointer b)
{
  const Posting *posting_a = a;
  const Posting *posting_b = b;

  if (posting_a->entity != posting_b->entity)
    return posting_a->entity < posting_b->entity ? -1 : 1;
  return (posting_a->row > posting_b->row) - (posting_a->row < posting_b->row);
}

static void
add_posting (EqpSearchBatch *self,
             const Posting  *posting)
{
  guint n = self->postings->len;

  if (n > 0 && compare_postings (&g_array_index (self->postings, Posting, n - 1), posting) > 0)
    self->in_order = FALSE;
  g_array_append_val (self->postings, *posting);
}

/**
 * _eqp_search_batch_replace:
 * @self: a batch
 * @entity: the entity's number in the index
 * @row: a row's id
 * @before: (element-type guint): the words it had
 * @after: (element-type guint): the words it has
 * @error: (nullable): #EqpStoreError
 *
 * Gathers the difference. Each row may be given once a batch.
 *
 * Returns: %FALSE with @error set when what was gathered could not be written
 */
gboolean
_eqp_search_batch_replace (EqpSearchBatch *self,
                           guint           entity,
                           gint64          row,
                           GArray         *before,
                           GArray         *after,
                           GError        **error)
{
  guint i = 0, j = 0;

  sort_once (before);
  sort_once (after);
  while (i < before->len || j < after->len)
    {
      guint   old_word = i < before->len ? g_array_index (before, guint, i) : G_MAXUINT;
      guint   new_word = j < after->len ? g_array_index (after, guint, j) : G_MAXUINT;
      Posting posting = { MIN (old_word, new_word), (guint16)entity, new_word < old_word, row };

      if (old_word != new_word)
        add_posting (self, &posting);
      i += old_word <= new_word;
      j += new_word <= old_word;
    }
  return (self->postings->len < BATCH_MAX && self->names->len < BATCH_MAX) || _eqp_search_batch_flush (self, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GPtrArray *names = user_data;

  return strcmp (g_ptr_array_index (names, *(const guint *)a), g_ptr_array_index (names, *(const guint *)b));
}

/* Sorts the postings by word, entity and row: first each word's into its place by counting, which keeps their order, then each word's own
 * if need be. */
static Posting *
sort_postings (EqpSearchBatch *self)
{
  guint             n_words = self->names->len;
  g_autofree guint *order = g_new (guint, n_words);
  g_autofree guint *starts = g_new0 (guint, n_words + 1); /* by word number */
  g_autofree guint *counts = g_new0 (guint, n_words);
  Posting          *sorted = g_new (Posting, self->postings->len);
  guint             start = 0;

  for (guint i = 0; i < n_words; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n_words, sizeof *order, compare_names, self->names);
  for (guint i = 0; i < self->postings->len; i++)
    counts[g_array_index (self->postings, Posting, i).word]++;
  for (guint i = 0; i < n_words; i++)
    {
      starts[order[i]] = start;
      start += counts[order[i]];
    }
  for (guint i = 0; i < self->postings->len; i++)
    {
      const Posting *posting = &g_array_index (self->postings, Posting, i);

      sorted[starts[posting->word]++] = *posting;
    }
  for (guint i = 0; i < n_words && !self->in_order; i++)
    if (counts[i] > 1)
      qsort (sorted + starts[i] - counts[i], counts[i], sizeof *sorted, compare_postings);
  return sorted;
}

/* One word's postings of one entity: what follows works on these. */
typedef struct
{
  EqpDatabase   *database;
  const char    *word;
  guint          entity;
  const Posting *postings;
  guint          n_postings;
  gboolean       bulk; /* one of very many */
} Run;

static gboolean
write_chunk (const Run  *run,
             const char *sql,
             gint64      first,
             const char *rows,
             GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (run->database, sql, error);
  guint index = 0;

  if (statement == NULL)
    return FALSE;
  if (sql == sql_update)
    eqp_statement_bind_text (statement, index++, rows);
  eqp_statement_bind_text (statement, index++, run->word);
  eqp_statement_bind_integer (statement, index++, run->entity);
  eqp_statement_bind_integer (statement, index++, first);
  if (sql == sql_insert)
    eqp_statement_bind_text (statement, index, rows);
  return eqp_statement_step (statement, NULL, error);
}

/* Writes @rows as the chunk @first, cut into several where they are too many. */
static gboolean
write_rows (const Run *run,
            gint64     first,
            GString   *rows,
            gboolean   exists,
            GError   **error)
{
  guint            n_rows = (guint)(rows->len / EQP_SEARCH_ID_LENGTH);
  guint            done = n_rows <= CHUNK_MAX ? n_rows : CHUNK_FILL;
  g_autofree char *head = NULL;

  if (n_rows == 0)
    return !exists || write_chunk (run, sql_delete, first, NULL, error);
  head = g_strndup (rows->str, done * EQP_SEARCH_ID_LENGTH);
  if (!write_chunk (run, exists ? sql_update : sql_insert, first, head, error))
    return FALSE;
  while (done < n_rows)
    {
      guint            n = MIN (n_rows - done, CHUNK_FILL);
      const char      *start = rows->str + (gsize)done * EQP_SEARCH_ID_LENGTH;
      g_autofree char *piece = g_strndup (start, (gsize)n * EQP_SEARCH_ID_LENGTH);

      if (!write_chunk (run, sql_insert, _eqp_search_decode_id (start), piece, error))
        return FALSE;
      done += n;
    }
  return TRUE;
}

/* Merges postings, sorted by row, into the sorted @old rows. */
static GString *
merge_rows (const char    *old,
            const Posting *postings,
            guint          n_postings)
{
  GString *rows = g_string_sized_new (strlen (old) + (gsize)n_postings * EQP_SEARCH_ID_LENGTH);
  char     id[EQP_SEARCH_ID_LENGTH];

  for (guint i = 0; i < n_postings; i++)
    {
      encode_id (postings[i].row, id);
      while (*old != '\0' && memcmp (old, id, sizeof id) < 0)
        {
          g_string_append_len (rows, old, sizeof id);
          old += sizeof id;
        }
      if (*old != '\0' && memcmp (old, id, sizeof id) == 0)
        old += sizeof id;
      if (postings[i].add)
        g_string_append_len (rows, id, sizeof id);
    }
  g_string_append (rows, old);
  return rows;
}

/* Finds the chunk in which @row belongs: *exists, *first, *rows. */
static gboolean
find_chunk (const Run *run,
            gint64     row,
            gboolean  *exists,
            gint64    *first,
            char     **rows,
            GError   **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (run->database, sql_chunk, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, run->word);
  eqp_statement_bind_integer (statement, 1, run->entity);
  eqp_statement_bind_integer (statement, 2, row);
  if (!eqp_statement_step (statement, exists, error))
    return FALSE;
  *first = *exists ? eqp_statement_get_integer (statement, 0) : 0;
  *rows = g_strdup (*exists ? eqp_statement_get_text (statement, 1) : "");
  return TRUE;
}

/* Where the chunk behind that which begins at @first begins. */
static gboolean
find_end (const Run *run,
          gint64     first,
          gint64    *end,
          GError   **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (run->database, sql_next, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, run->word);
  eqp_statement_bind_integer (statement, 1, run->entity);
  eqp_statement_bind_integer (statement, 2, first);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  *end = found ? eqp_statement_get_integer (statement, 0) : G_MAXINT64;
  return TRUE;
}

static gboolean
merge_run (const Run *run,
           GError   **error)
{
  for (guint done = 0; done < run->n_postings;)
    {
      const Posting   *postings = run->postings + done;
      g_autofree char *old = NULL;
      GString         *rows;
      gboolean         exists, written;
      gint64           first, end = G_MAXINT64;
      guint            n = 1;

      if (!find_chunk (run, postings[0].row, &exists, &first, &old, error) ||
          (done + 1 < run->n_postings && !find_end (run, first, &end, error)))
        return FALSE;
      while (done + n < run->n_postings && postings[n].row < end)
        n++;
      rows = merge_rows (old, postings, n);
      written = write_rows (run, first, rows, exists, error);
      g_string_free (rows, TRUE);
      if (!written)
        return FALSE;
      done += n;
    }
  return TRUE;
}

/* Most words of an import are new to the file: those are written without looking first. */
static gboolean
write_run (const Run *run,
           GError   **error)
{
  char text[CHUNK_MAX * EQP_SEARCH_ID_LENGTH + 1];

  if (!run->bulk || run->n_postings > CHUNK_MAX)
    return merge_run (run, error);
  for (guint i = 0; i < run->n_postings; i++)
    {
      if (!run->postings[i].add)
        return merge_run (run, error);
      encode_id (run->postings[i].row, text + i * EQP_SEARCH_ID_LENGTH);
    }
  text[run->n_postings * EQP_SEARCH_ID_LENGTH] = '\0';
  if (!write_chunk (run, sql_insert, 0, text, error))
    return FALSE;
  return eqp_database_changes (run->database) > 0 || merge_run (run, error);
}

/**
 * _eqp_search_batch_flush:
 * @self: a batch; empty afterwards, its word numbers void
 * @error: (nullable): #EqpStoreError
 *
 * Writes what was gathered in the order of the index.
 *
 * Returns: %FALSE with @error set when it could not be written
 */
gboolean
_eqp_search_batch_flush (EqpSearchBatch *self,
                         GError        **error)
{
  guint               n_postings = self->postings->len;
  g_autofree Posting *sorted = n_postings > 0 ? sort_postings (self) : NULL;

  for (guint i = 0; i < n_postings;)
    {
      Run run = { self->database, g_ptr_array_index (self->names, sorted[i].word), sorted[i].entity, sorted + i, 1, n_postings >= BULK_MIN };

      while (i + run.n_postings < n_postings && sorted[i + run.n_postings].word == sorted[i].word &&
             sorted[i + run.n_postings].entity == sorted[i].entity)
        run.n_postings++;
      if (!write_run (&run, error))
        return FALSE;
      i += run.n_postings;
    }
  g_array_set_size (self->postings, 0);
  self->in_order = TRUE;
  g_hash_table_remove_all (self->memo);
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->names, 0);
  g_string_chunk_clear (self->chunk);
  return TRUE;
}
