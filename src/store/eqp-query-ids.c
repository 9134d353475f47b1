/* eqp-query-ids.c — the ids of a list, in its order: a condition, an order and a search made one SELECT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-query-private.h"

/* Up to this many, the rows found by a search are asked for by id; beyond, the list is read in its order and the others are skipped. */
#define MAX_HITS_BY_ID 2000

/**
 * _eqp_id_list_dup_json:
 * @ids: ids
 * @n_ids: how many
 *
 * Returns: (transfer full): a JSON array
 */
char *
_eqp_id_list_dup_json (const gint64 *ids,
                       guint         n_ids)
{
  GString *json = g_string_sized_new ((gsize)n_ids * 20 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The ids of the rows that match the search, or NULL when there is none. */
static gboolean
read_hits (const EqpIdQuery *self,
           GArray          **hits,
           GError          **error)
{
  g_auto (GStrv) words = eqp_fold_query (self->search);

  *hits = NULL;
  if (*words == NULL)
    return TRUE;
  *hits = eqp_store_search (self->store, self->entity, self->search, 0, error);
  return *hits != NULL;
}

static char *
dup_sql (const EqpIdQuery *self,
         gboolean          by_id)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT id FROM \"%s\"", self->entity->table);
  if (by_id)
    g_string_append (sql, " WHERE id IN (SELECT value FROM json_each (?))");
  if (is_set (self->where))
    g_string_append_printf (sql, " %s (%s)", by_id ? "AND" : "WHERE", self->where);
  g_string_append (sql, " ORDER BY ");
  if (is_set (self->order))
    g_string_append_printf (sql, "%s, ", self->order);
  g_string_append (sql, "id");
  return g_string_free (sql, FALSE);
}

static char *
dup_json_hits (GArray *hits)
{
  g_autofree gint64 *ids = g_new (gint64, hits->len);

  for (guint i = 0; i < hits->len; i++)
    ids[i] = g_array_index (hits, EqpSearchHit, i).id;
  return _eqp_id_list_dup_json (ids, hits->len);
}

static GHashTable *
new_hit_set (GArray *hits)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (set, &g_array_index (hits, EqpSearchHit, i).id);
  return set;
}

/**
 * _eqp_id_query_run:
 * @self: a query
 * @limit: at most so many
 * @complete: (out): whether that was all
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full) (element-type gint64): the ids in their order; %NULL with @error set
 */
GArray *
_eqp_id_query_run (const EqpIdQuery *self,
                   guint             limit,
                   gboolean         *complete,
                   GError          **error)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) hit_set = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean         by_id;
  gboolean         more = FALSE;

  if (!read_hits (self, &hits, error))
    return NULL;
  by_id = hits != NULL && hits->len <= MAX_HITS_BY_ID;
  if (hits != NULL && !by_id)
    hit_set = new_hit_set (hits);
  sql = dup_sql (self, by_id);
  statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql, error);
  if (statement == NULL)
    return NULL;
  if (by_id)
    {
      g_autofree char *json = dup_json_hits (hits);

      eqp_statement_bind_text (statement, 0, json);
    }
  if (!eqp_statement_step (statement, &more, error))
    return NULL;
  while (more && ids->len < limit)
    {
      gint64 id = eqp_statement_get_integer (statement, 0);

      if (hit_set == NULL || g_hash_table_contains (hit_set, &id))
        g_array_append_val (ids, id);
      if (!eqp_statement_step (statement, &more, error))
        return NULL;
    }
  *complete = !more;
  return g_steal_pointer (&ids);
}
