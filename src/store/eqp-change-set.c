/* eqp-change-set.c — which rows an edit changed: what the store's "changed" signal carries */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-private.h"

/* Beyond this many rows of one entity only "any row" is kept: an import of a million rows must not need memory for each. */
#define MAX_ROWS 65536

typedef struct
{
  gint64             row;
  EqpChangeOperation operation;
} RowChange;

typedef struct
{
  const EqpEntity *entity;
  GArray          *rows;   /* RowChange; NULL: any row */
  gboolean         sorted; /* by row, each row once */
} EntityChanges;

struct _EqpChangeSet
{
  gatomicrefcount ref_count;
  gint64          entry;
  gboolean        all;
  GArray         *entities; /* EntityChanges, in order of appearance */
};

G_DEFINE_BOXED_TYPE (EqpChangeSet, eqp_change_set, eqp_change_set_ref, eqp_change_set_unref)

static void
entity_changes_clear (gpointer data)
{
  EntityChanges *changes = data;

  g_clear_pointer (&changes->rows, g_array_unref);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  gint64 row_a = ((const RowChange *)a)->row;
  gint64 row_b = ((const RowChange *)b)->row;

  return (row_a > row_b) - (row_a < row_b);
}

/* What two changes of one row, the earlier first, amount to. A row that came and went counts as deleted: whoever saw it in between
 * must forget it. */
static EqpChangeOperation
combine (EqpChangeOperation first,
         EqpChangeOperation second)
{
  if (second == EQP_CHANGE_DELETE)
    return EQP_CHANGE_DELETE;
  if (first == EQP_CHANGE_INSERT)
    return EQP_CHANGE_INSERT;
  return EQP_CHANGE_UPDATE;
}

/* Sorts by row, keeping the order of the changes of one row, then makes one change of them. */
static void
entity_changes_sort (EntityChanges *changes)
{
  RowChange *rows;
  guint      kept = 0;

  if (changes->sorted || changes->rows == NULL)
    return;
  g_array_sort (changes->rows, compare_rows); /* a stable merge sort */
  rows = (RowChange *)(gpointer)changes->rows->data;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      if (kept > 0 && rows[kept - 1].row == rows[i].row)
        rows[kept - 1].operation = combine (rows[kept - 1].operation, rows[i].operation);
      else
        rows[kept++] = rows[i];
    }
  g_array_set_size (changes->rows, kept);
  changes->sorted = TRUE;
}

static EntityChanges *
find_entity (EqpChangeSet    *self,
             const EqpEntity *entity)
{
  for (guint i = self->entities->len; i > 0; i--)
    {
      EntityChanges *changes = &g_array_index (self->entities, EntityChanges, i - 1);

      if (changes->entity == entity)
        return changes;
    }
  return NULL;
}

/**
 * _eqp_change_set_new:
 * @entry: the journal entry's id; 0 when several, or another process's
 *
 * Returns: (transfer full): an empty set
 */
EqpChangeSet *
_eqp_change_set_new (gint64 entry)
{
  EqpChangeSet *self = g_new0 (EqpChangeSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entry = entry;
  self->entities = g_array_new (FALSE, FALSE, sizeof (EntityChanges));
  g_array_set_clear_func (self->entities, entity_changes_clear);
  return self;
}

/**
 * _eqp_change_set_new_all:
 *
 * Returns: (transfer full): a set that touches every row of every entity
 */
EqpChangeSet *
_eqp_change_set_new_all (void)
{
  EqpChangeSet *self = _eqp_change_set_new (0);

  self->all = TRUE;
  return self;
}

/**
 * eqp_change_set_ref:
 * @self: a change set
 *
 * Returns: (transfer full): @self
 */
EqpChangeSet *
eqp_change_set_ref (EqpChangeSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * eqp_change_set_unref:
 * @self: (transfer full): a change set
 */
void
eqp_change_set_unref (EqpChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->entities);
  g_free (self);
}

/**
 * _eqp_change_set_add:
 * @self: a change set
 * @entity: the changed row's entity
 * @row: the row's id
 * @operation: what was done to it, after everything added before
 */
void
_eqp_change_set_add (EqpChangeSet      *self,
                     const EqpEntity   *entity,
                     gint64             row,
                     EqpChangeOperation operation)
{
  EntityChanges *changes = find_entity (self, entity);
  RowChange      change = { row, operation };

  if (changes == NULL)
    {
      EntityChanges fresh = { entity, g_array_new (FALSE, FALSE, sizeof (RowChange)), TRUE };

      g_array_append_val (self->entities, fresh);
      changes = &g_array_index (self->entities, EntityChanges, self->entities->len - 1);
    }
  if (changes->rows == NULL)
    return;
  g_array_append_val (changes->rows, change);
  changes->sorted = changes->rows->len == 1;
  if (changes->rows->len > MAX_ROWS)
    g_clear_pointer (&changes->rows, g_array_unref);
}

/**
 * _eqp_change_set_foreach:
 * @self: a change set
 * @func: called once a row; see #EqpChangeSetFunc for sets that keep no rows
 * @user_data: for @func
 */
void
_eqp_change_set_foreach (EqpChangeSet    *self,
                         EqpChangeSetFunc func,
                         gpointer         user_data)
{
  if (self->all)
    {
      func (NULL, 0, EQP_CHANGE_UPDATE, user_data);
      return;
    }
  for (guint i = 0; i < self->entities->len; i++)
    {
      EntityChanges *changes = &g_array_index (self->entities, EntityChanges, i);

      if (changes->rows == NULL)
        {
          func (changes->entity, 0, EQP_CHANGE_UPDATE, user_data);
          continue;
        }
      entity_changes_sort (changes);
      for (guint j = 0; j < changes->rows->len; j++)
        {
          const RowChange *change = &g_array_index (changes->rows, RowChange, j);

          func (changes->entity, change->row, change->operation, user_data);
        }
    }
}

/**
 * eqp_change_set_get_entry:
 * @self: a change set
 *
 * Returns: the id of the journal entry, 0 when it was several or another process's
 */
gint64
eqp_change_set_get_entry (EqpChangeSet *self)
{
  return self->entry;
}

/**
 * eqp_change_set_touches:
 * @self: a change set
 * @entity: an entity
 *
 * Returns: whether any row of @entity may have changed
 */
gboolean
eqp_change_set_touches (EqpChangeSet    *self,
                        const EqpEntity *entity)
{
  return self->all || find_entity (self, entity) != NULL;
}

/**
 * eqp_change_set_has_row:
 * @self: a change set
 * @entity: an entity
 * @id: a row's id
 *
 * Returns: whether that row may have changed: an exact answer, except after very large edits and restored copies
 */
gboolean
eqp_change_set_has_row (EqpChangeSet    *self,
                        const EqpEntity *entity,
                        gint64           id)
{
  EntityChanges *changes;
  RowChange      key = { id, EQP_CHANGE_UPDATE };

  if (self->all)
    return TRUE;
  changes = find_entity (self, entity);
  if (changes == NULL)
    return FALSE;
  if (changes->rows == NULL)
    return TRUE;
  entity_changes_sort (changes);
  return g_array_binary_search (changes->rows, &key, compare_rows, NULL);
}
