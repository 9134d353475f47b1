/* eqp-query-blocks.c — a long list in blocks: of each only the first id is held, the others are sought from there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-private.h"

/* How many ids are read between two looks at the clock, at most. */
#define CHUNK (32 * EQP_ID_BLOCK)

typedef struct
{
  gint64 first; /* the id */
  guint  start; /* its position */
} Block;

struct _EqpIdBlocks
{
  EqpIdOrder *order;
  GArray     *blocks;
  GArray     *ids; /* (nullable) all of them, while they are few */
  guint       n_ids;
  gint64      last; /* the last id read; 0 before the first */
};

EqpIdBlocks *
_eqp_id_blocks_new (EqpIdOrder *order)
{
  EqpIdBlocks *self = g_new0 (EqpIdBlocks, 1);

  self->order = _eqp_id_order_ref (order);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
_eqp_id_blocks_free (EqpIdBlocks *self)
{
  _eqp_id_order_unref (self->order);
  g_array_unref (self->blocks);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static Block *
get_block (EqpIdBlocks *self,
           guint        block)
{
  return &g_array_index (self->blocks, Block, block);
}

/* ---- reading all of it once ---- */

static void
append (EqpIdBlocks *self,
        GArray      *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      Block block = { g_array_index (ids, gint64, i), self->n_ids };

      if (self->n_ids++ % EQP_ID_BLOCK == 0)
        g_array_append_val (self->blocks, block);
    }
  if (ids->len > 0)
    self->last = g_array_index (ids, gint64, ids->len - 1);
  if (self->n_ids > EQP_ID_LIST_MAX)
    g_clear_pointer (&self->ids, g_array_unref);
  if (self->ids != NULL)
    g_array_append_vals (self->ids, ids->data, ids->len);
}

/**
 * _eqp_id_blocks_read_on:
 * @self: blocks that are being read
 * @deadline: when to stop, by g_get_monotonic_time(); 0: at the end of the list
 * @complete: (out): whether that was the end
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_blocks_read_on (EqpIdBlocks *self,
                        gint64       deadline,
                        gboolean    *complete,
                        GError     **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), CHUNK);

  *complete = FALSE;
  do
    {
      EqpIdRange range = { self->last, TRUE, CHUNK, 0, deadline };

      g_array_set_size (ids, 0);
      if (!_eqp_id_order_read (self->order, &range, ids, complete, error))
        return FALSE;
      append (self, ids);
    }
  while (!*complete && (deadline == 0 || g_get_monotonic_time () < deadline));
  return TRUE;
}

/**
 * _eqp_id_blocks_steal_ids:
 * @self: blocks that were read to the end
 *
 * Returns: (transfer full) (nullable) (element-type gint64): all ids, if they are few
 */
GArray *
_eqp_id_blocks_steal_ids (EqpIdBlocks *self)
{
  return g_steal_pointer (&self->ids);
}

/* ---- where is what ---- */

guint
_eqp_id_blocks_get_n_ids (EqpIdBlocks *self)
{
  return self->n_ids;
}

guint
_eqp_id_blocks_get_n_blocks (EqpIdBlocks *self)
{
  return self->blocks->len;
}

guint
_eqp_id_blocks_get_start (EqpIdBlocks *self,
                          guint        block)
{
  return block < self->blocks->len ? get_block (self, block)->start : self->n_ids;
}

gint64
_eqp_id_blocks_get_first (EqpIdBlocks *self,
                          guint        block)
{
  return get_block (self, block)->first;
}

guint
_eqp_id_blocks_find_position (EqpIdBlocks *self,
                              guint        position)
{
  guint low = 0, high = self->blocks->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_block (self, middle)->start <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Among the blocks numbered in @usable, the index of the last one whose first row is not behind @row. */
static gboolean
locate (EqpIdBlocks    *self,
        GArray         *usable,
        const EqpIdRow *row,
        guint          *index,
        GError        **error)
{
  guint low = 0, high = usable->len;

  while (high - low > 1)
    {
      guint    middle = low + (high - low) / 2;
      gint64   first = get_block (self, g_array_index (usable, guint, middle))->first;
      gboolean before;

      if (!_eqp_id_order_is_before (self->order, row, first, &before, error))
        return FALSE;
      if (before)
        high = middle;
      else
        low = middle;
    }
  *index = low;
  return TRUE;
}

/* The blocks whose first row is where it was: only these can be compared with. The first block needs none. */
static GArray *
list_usable (EqpIdBlocks *self,
             GArray      *moves)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *usable = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->blocks->len);

  for (guint i = 0; moves != NULL && i < moves->len; i++)
    g_hash_table_add (moved, &g_array_index (moves, EqpIdMove, i).id);
  for (guint i = 0; i < self->blocks->len; i++)
    if (i == 0 || !g_hash_table_contains (moved, &get_block (self, i)->first))
      g_array_append_val (usable, i);
  return usable;
}

/**
 * _eqp_id_blocks_find_row:
 * @self: blocks
 * @row: a row
 * @block: (out): in which of them it is, if it is in the list
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_blocks_find_row (EqpIdBlocks    *self,
                         const EqpIdRow *row,
                         guint          *block,
                         GError        **error)
{
  g_autoptr (GArray) all = list_usable (self, NULL);

  return locate (self, all, row, block, error);
}

/**
 * _eqp_id_blocks_read:
 * @self: blocks
 * @block: one of them
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full) (element-type gint64): its ids, fewer than they should be if another process took rows away; %NULL with
 *   @error set
 */
GArray *
_eqp_id_blocks_read (EqpIdBlocks *self,
                     guint        block,
                     GError     **error)
{
  guint      n_ids = _eqp_id_blocks_get_start (self, block + 1) - get_block (self, block)->start;
  EqpIdRange range = { block > 0 ? get_block (self, block)->first : 0, FALSE, n_ids, 0, 0 };
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  gboolean complete;

  return _eqp_id_order_read (self->order, &range, ids, &complete, error) ? g_steal_pointer (&ids) : NULL;
}

/* ---- an edit ---- */

static void
dirty_clear (gpointer data)
{
  EqpIdDirty *dirty = data;

  g_clear_pointer (&dirty->ids, g_array_unref);
}

/* Notes between which usable blocks the row was and is. */
static gboolean
mark (EqpIdBlocks     *self,
      GArray          *usable,
      const EqpIdMove *move,
      gboolean        *marked,
      GError         **error)
{
  EqpIdRow past = { move->id, move->was };
  EqpIdRow now = { move->id, NULL };
  guint    index = 0;

  if (move->was != NULL)
    {
      if (!locate (self, usable, &past, &index, error))
        return FALSE;
      marked[index] = TRUE;
    }
  if (move->is)
    {
      if (!locate (self, usable, &now, &index, error))
        return FALSE;
      marked[index] = TRUE;
    }
  return TRUE;
}

/* Reads the blocks [@first, @end) as they are now. *known: they hold what the moves make believe. */
static gboolean
read_dirty (EqpIdBlocks *self,
            guint        first,
            guint        end,
            guint        n_moves,
            GArray      *result,
            gboolean    *known,
            GError     **error)
{
  guint      n_ids = _eqp_id_blocks_get_start (self, end) - _eqp_id_blocks_get_start (self, first);
  EqpIdDirty dirty = { first, end - first, g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids + n_moves) };
  EqpIdRange range = { first > 0 ? get_block (self, first)->first : 0, FALSE, n_ids + n_moves + 1, 0, 0 };

  if (end < self->blocks->len)
    range.until = get_block (self, end)->first;
  g_array_append_val (result, dirty);
  return _eqp_id_order_read (self->order, &range, dirty.ids, known, error);
}

/**
 * _eqp_id_blocks_list_dirty:
 * @self: blocks
 * @moves: (element-type EqpIdMove): what became of some rows
 * @dirty: (out) (transfer full) (nullable) (element-type EqpIdDirty): the blocks in which these rows were or are, read again; %NULL when
 *   other rows changed as well, so that all must be read again
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_blocks_list_dirty (EqpIdBlocks *self,
                           GArray      *moves,
                           GArray     **dirty,
                           GError     **error)
{
  g_autoptr (GArray) usable = list_usable (self, moves);
  g_autoptr (GArray) result = g_array_new (FALSE, FALSE, sizeof (EqpIdDirty));
  g_autofree gboolean *marked = g_new0 (gboolean, usable->len + 1);
  guint                end = self->blocks->len;
  gboolean             known = TRUE;

  *dirty = NULL;
  g_array_set_clear_func (result, dirty_clear);
  for (guint i = 0; i < moves->len; i++)
    if (!mark (self, usable, &g_array_index (moves, EqpIdMove, i), marked, error))
      return FALSE;
  for (guint i = usable->len; i > 0 && known; i--)
    {
      guint first = g_array_index (usable, guint, i - 1);

      if (marked[i - 1] && !read_dirty (self, first, end, moves->len, result, &known, error))
        return FALSE;
      end = first;
    }
  if (known)
    *dirty = g_steal_pointer (&result);
  return TRUE;
}

/**
 * _eqp_id_blocks_replace:
 * @self: blocks
 * @dirty: some of them, and what they hold now
 *
 * Returns: how many blocks there are now in their place
 */
guint
_eqp_id_blocks_replace (EqpIdBlocks      *self,
                        const EqpIdDirty *dirty)
{
  guint start = _eqp_id_blocks_get_start (self, dirty->first);
  guint n_before = _eqp_id_blocks_get_start (self, dirty->first + dirty->n_blocks) - start;
  guint n_after = dirty->ids->len;
  guint size = n_after <= EQP_ID_BLOCK_MAX ? EQP_ID_BLOCK_MAX : EQP_ID_BLOCK;
  guint n_blocks = (n_after + size - 1) / size;

  g_array_remove_range (self->blocks, dirty->first, dirty->n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      Block block = { g_array_index (dirty->ids, gint64, i * size), start + i * size };

      g_array_insert_val (self->blocks, dirty->first + i, block);
    }
  for (guint i = dirty->first + n_blocks; i < self->blocks->len; i++)
    get_block (self, i)->start += n_after - n_before; /* modulo 2³² */
  self->n_ids += n_after - n_before;
  return n_blocks;
}
