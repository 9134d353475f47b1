/* eqp-query-moves.c — which rows of a list an edit moved, by what the journal says they were */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-journal-private.h"
#include "store/eqp-query-private.h"
#include "store/eqp-store-internal.h"

#include <json-glib/json-glib.h>

/* Beyond this many changed rows, reading the list again is no dearer. */
#define MAX_MOVES 1024

static void
move_clear (gpointer data)
{
  EqpIdMove *move = data;

  g_free (move->was);
}

/* ---- what a query reads ---- */

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Whether the SQL names the table, other than before a column. */
static gboolean
names_table (const char *sql,
             const char *table)
{
  gsize length = strlen (table);

  for (const char *p = sql != NULL ? strstr (sql, table) : NULL; p != NULL; p = strstr (p + 1, table))
    if ((p == sql || !is_word_character (p[-1])) && !is_word_character (p[length]) && p[length] != '.')
      return TRUE;
  return FALSE;
}

/**
 * _eqp_id_query_reads:
 * @self: a query
 * @entity: an entity
 *
 * Returns: whether a change of its rows may change the list
 */
gboolean
_eqp_id_query_reads (const EqpIdQuery *self,
                     const EqpEntity  *entity)
{
  return entity == self->entity || names_table (self->where, entity->table) || names_table (self->order, entity->table);
}

/**
 * _eqp_id_query_reads_itself:
 * @self: a query
 *
 * Returns: whether a sub-query reads the list's own table, so that a changed row may move others
 */
gboolean
_eqp_id_query_reads_itself (const EqpIdQuery *self)
{
  return names_table (self->where, self->entity->table) || names_table (self->order, self->entity->table);
}

/* ---- what was and what is ---- */

typedef struct
{
  const EqpEntity *entity;
  GArray          *rows; /* gint64 */
  gboolean         too_many;
} Gathering;

static void
gather_cb (const EqpEntity   *entity,
           gint64             row,
           EqpChangeOperation operation,
           gpointer           user_data)
{
  Gathering *self = user_data;

  if (entity == NULL || (entity == self->entity && (row == 0 || self->rows->len >= MAX_MOVES)))
    self->too_many = TRUE;
  else if (entity == self->entity)
    g_array_append_val (self->rows, row);
}

/* The columns of a row as they were, in JSON; NULL when there was none. */
static gboolean
read_past (EqpIdOrder *self,
           gint64      row,
           gint64      after,
           char      **json,
           GError    **error)
{
  EqpStore        *store = _eqp_id_order_get_store (self);
  const EqpEntity *entity = _eqp_id_order_get_entity (self);
  g_autoptr (JsonObject) columns = NULL;
  g_autoptr (JsonNode) node = NULL;

  *json = NULL;
  if (!_eqp_journal_row_read (store, entity, row, &columns, error) || !_eqp_journal_row_rewind (store, entity, row, after, &columns, error))
    return FALSE;
  if (columns == NULL)
    return TRUE;
  node = json_node_init_object (json_node_alloc (), columns);
  *json = json_to_string (node, FALSE);
  return TRUE;
}

/* Appends what became of one row, if it is of any consequence. */
static gboolean
add_move (EqpIdOrder *self,
          gint64      id,
          gint64      after,
          GArray     *moves,
          GError    **error)
{
  g_autofree char *json = NULL;
  EqpIdRow         now = { id, NULL };
  EqpIdRow         past = { id, NULL };
  EqpIdMove        move = { id, NULL, FALSE };
  gboolean         was = FALSE;
  gboolean         same = FALSE;

  if (!read_past (self, id, after, &json, error))
    return FALSE;
  past.json = json;
  if ((json != NULL && !_eqp_id_order_is_listed (self, &past, &was, error)) ||
      !_eqp_id_order_is_listed (self, &now, &move.is, error) ||
      (was && move.is && !_eqp_id_order_is_same (self, &past, &same, error)))
    return FALSE;
  if (same || (!was && !move.is))
    return TRUE;
  if (was)
    move.was = g_steal_pointer (&json);
  g_array_append_val (moves, move);
  return TRUE;
}

/**
 * _eqp_id_order_get_change:
 * @self: an order
 * @change: (out): the last change in the journal that the store's live records know of
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_get_change (EqpIdOrder *self,
                          gint64     *change,
                          GError    **error)
{
  EqpStore *store = _eqp_id_order_get_store (self);
  gint64    first;

  *change = 0;
  return store->last_entry == 0 || _eqp_journal_get_range (store, store->last_entry, &first, change, error);
}

/* The last change before what @changes tells of. */
static gboolean
get_change_before (EqpIdOrder   *self,
                   EqpChangeSet *changes,
                   gint64        known,
                   gint64       *before,
                   GError      **error)
{
  gint64 entry = eqp_change_set_get_entry (changes);
  gint64 last;

  *before = known;
  if (entry == 0)
    return TRUE;
  if (!_eqp_journal_get_range (_eqp_id_order_get_store (self), entry, before, &last, error))
    return FALSE;
  *before -= 1;
  return TRUE;
}

/**
 * _eqp_id_order_list_moves:
 * @self: an order
 * @changes: what was changed
 * @known: the last change that the list knows of
 * @moves: (out) (element-type EqpIdMove) (transfer full) (nullable): what became of the rows whose place changed; %NULL when they are
 *   too many, or not known
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_list_moves (EqpIdOrder   *self,
                          EqpChangeSet *changes,
                          gint64        known,
                          GArray      **moves,
                          GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EqpIdMove));
  Gathering gathering = { _eqp_id_order_get_entity (self), rows, FALSE };
  gint64    before;

  *moves = NULL;
  _eqp_change_set_foreach (changes, gather_cb, &gathering);
  if (gathering.too_many)
    return TRUE;
  if (!get_change_before (self, changes, known, &before, error))
    return FALSE;
  g_array_set_clear_func (found, move_clear);
  for (guint i = 0; i < rows->len; i++)
    if (!add_move (self, g_array_index (rows, gint64, i), before, found, error))
      return FALSE;
  *moves = g_steal_pointer (&found);
  return TRUE;
}

/* ---- a list of ids ---- */

static GArray *
dup_without (GArray *ids,
             GArray *moves)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len + moves->len);

  for (guint i = 0; i < moves->len; i++)
    g_hash_table_add (moved, &g_array_index (moves, EqpIdMove, i).id);
  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (moved, &g_array_index (ids, gint64, i)))
      g_array_append_val (kept, g_array_index (ids, gint64, i));
  return kept;
}

static gboolean
insert_in_order (EqpIdOrder *self,
                 GArray     *ids,
                 gint64      id,
                 GError    **error)
{
  EqpIdRow row = { id, NULL };
  guint    low = 0, high = ids->len;

  while (low < high)
    {
      guint    middle = low + (high - low) / 2;
      gboolean before;

      if (!_eqp_id_order_is_before (self, &row, g_array_index (ids, gint64, middle), &before, error))
        return FALSE;
      if (before)
        high = middle;
      else
        low = middle + 1;
    }
  g_array_insert_val (ids, low, id);
  return TRUE;
}

/**
 * _eqp_id_order_apply_moves:
 * @self: an order
 * @ids: (element-type gint64): the ids in this order as they were
 * @moves: (element-type EqpIdMove): what became of some of them
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full): the ids as they are; %NULL with @error set
 */
GArray *
_eqp_id_order_apply_moves (EqpIdOrder *self,
                           GArray     *ids,
                           GArray     *moves,
                           GError    **error)
{
  g_autoptr (GArray) result = dup_without (ids, moves);

  for (guint i = 0; i < moves->len; i++)
    {
      const EqpIdMove *move = &g_array_index (moves, EqpIdMove, i);

      if (move->is && !insert_in_order (self, result, move->id, error))
        return NULL;
    }
  return g_steal_pointer (&result);
}
