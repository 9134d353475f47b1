/* eqp-history-record.c — which entries belong to the history of one record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-journal-private.h"

static const char sql_entries_of_row[] =
  "SELECT DISTINCT c.entry FROM journal_row AS r JOIN journal_change AS c ON c.id = r.change WHERE r.row = ? AND c.table_name = ?";

typedef struct
{
  const EqpEntity *entity;
  gint64           row;
} Row;

static void
add_row (GArray          *rows,
         const EqpEntity *entity,
         gint64           id)
{
  Row row = { entity, id };

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Row, i).entity == entity && g_array_index (rows, Row, i).row == id)
      return;
  g_array_append_val (rows, row);
}

/* Runs a SELECT of ids with one parameter. */
static gboolean
add_rows (EqpStore        *self,
          const EqpEntity *entity,
          const char      *sql,
          gint64           owner,
          GArray          *rows,
          GError         **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, owner);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      add_row (rows, entity, eqp_statement_get_integer (statement, 0));
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* The rows of @entity that belong to @owner, or did when they were removed. */
static gboolean
add_owned_of (EqpStore        *self,
              const EqpEntity *entity,
              Row              owner,
              GArray          *rows,
              GError         **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const EqpField  *field = &entity->fields[i];
      g_autofree char *column = NULL;
      g_autofree char *present = NULL;
      g_autofree char *removed = NULL;

      if ((field->flags & EQP_FIELD_OWNER) == 0 || field->target != owner.entity)
        continue;
      column = eqp_field_dup_column (field);
      present = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", entity->table, column);
      removed = g_strdup_printf ("SELECT row FROM journal_change WHERE operation = 2 AND table_name = '%s' AND json_extract(before, '$.%s') = ?",
                                 entity->table, column);
      if (!add_rows (self, entity, present, owner.row, rows, error) || !add_rows (self, entity, removed, owner.row, rows, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_owned (EqpStore *self,
           Row       owner,
           GArray   *rows,
           GError  **error)
{
  const EqpSchema *schema = eqp_store_get_schema (self);

  for (guint i = 0; i < schema->n_entities; i++)
    if (!add_owned_of (self, schema->entities[i], owner, rows, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_entries (EqpStore *self,
             Row       row,
             GArray   *entries,
             GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_entries_of_row, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, row.row);
  eqp_statement_bind_text (statement, 1, row.entity->table);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      gint64 entry = eqp_statement_get_integer (statement, 0);

      g_array_append_val (entries, entry);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 id_a = *(const gint64 *)a;
  gint64 id_b = *(const gint64 *)b;

  return (id_a < id_b) - (id_a > id_b);
}

static void
sort_once (GArray *entries)
{
  gint64 *data = (gint64 *)(gpointer)entries->data;
  guint   kept = 0;

  g_array_sort (entries, compare_newest_first);
  for (guint i = 0; i < entries->len; i++)
    if (kept == 0 || data[kept - 1] != data[i])
      data[kept++] = data[i];
  g_array_set_size (entries, kept);
}

/**
 * _eqp_history_list_of_record:
 * @self: a store
 * @entity: an entity
 * @row: a row's id
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full) (element-type gint64): the ids of the entries that touched the row, or rows that are a part of it, at any
 *   depth, also parts that were removed since; newest first. %NULL with @error set.
 */
GArray *
_eqp_history_list_of_record (EqpStore        *self,
                             const EqpEntity *entity,
                             gint64           row,
                             GError         **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_row (rows, entity, row);
  for (guint i = 0; i < rows->len; i++)
    {
      Row owner = g_array_index (rows, Row, i);

      if (!add_entries (self, owner, entries, error) || !add_owned (self, owner, rows, error))
        return NULL;
    }
  sort_once (entries);
  return g_steal_pointer (&entries);
}
