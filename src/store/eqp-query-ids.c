/* eqp-query-ids.c — the ids of a list, in its order: a condition, an order and a search made one SELECT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-query-private.h"
#include "store/eqp-search-private.h"

/* Up to this many, the rows found by a search are asked for by id; beyond, the list is read in its order and the others are skipped. */
#define MAX_HITS_BY_ID 2000
/* When the first rows are wanted, no more hits than this are sought. */
#define MANY_HITS 40000

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

/* How the rows of a search are told from the others. */
typedef enum {
  ALL_ROWS,
  BY_ID,    /* they are few: asked for by id */
  BY_SET,   /* the list is read in its order, and the others are skipped */
  BY_WORDS, /* likewise, but the words of each row are looked at: so many match that their first ones are soon found */
} Way;

/* Finds the rows that match the search, all of them unless only the first ones of the list are wanted. */
static gboolean
find_hits (const EqpIdQuery *self,
           gboolean          limited,
           Way              *way,
           GArray          **hits,
           GError          **error)
{
  g_auto (GStrv) words = eqp_fold_query (self->search);

  *way = ALL_ROWS;
  if (*words == NULL)
    return TRUE;
  *hits = eqp_store_search (self->store, self->entity, self->search, limited ? MANY_HITS : 0, error);
  if (*hits == NULL)
    return FALSE;
  if (limited && (*hits)->len == MANY_HITS)
    *way = BY_WORDS;
  else
    *way = (*hits)->len > MAX_HITS_BY_ID ? BY_SET : BY_ID;
  return TRUE;
}

static char *
dup_sql (const EqpIdQuery *self,
         EqpIdOrder       *order,
         Way               way,
         gboolean          limited)
{
  g_autofree char *columns = way == BY_WORDS ? _eqp_search_dup_columns (self->entity, self->entity->table) : NULL;
  GString         *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT id%s%s FROM \"%s\" WHERE (%s)", columns != NULL ? ", " : "", columns != NULL ? columns : "",
                          self->entity->table, _eqp_id_order_get_where (order));
  if (way == BY_ID)
    g_string_append (sql, " AND id IN (SELECT value FROM json_each (?1))");
  _eqp_id_order_append (order, sql, 0);
  /* Sorting need not go to the end. */
  if (limited && way == ALL_ROWS)
    g_string_append (sql, " LIMIT ?1");
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

/* Ids with open addressing: they are random, so they are nearly their own hash. A GHashTable takes ten times as long to fill. */
typedef struct
{
  gint64 *places; /* 0: none */
  guint   mask;
} IdSet;

static gint64 *
find_place (const IdSet *self,
            gint64       id)
{
  guint i = (guint)((guint64)id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32) & self->mask;

  while (self->places[i] != 0 && self->places[i] != id)
    i = (i + 1) & self->mask;
  return &self->places[i];
}

static void
id_set_fill (IdSet  *self,
             GArray *hits)
{
  gsize n_places = 16;

  while (n_places < (gsize)hits->len * 2)
    n_places *= 2;
  self->mask = (guint)n_places - 1;
  self->places = g_new0 (gint64, n_places);
  for (guint i = 0; i < hits->len; i++)
    {
      gint64 id = g_array_index (hits, EqpSearchHit, i).id;

      *find_place (self, id) = id;
    }
}

/* Appends the ids of the statement's rows that are found, up to @limit of them. */
static gboolean
collect (EqpStatement *statement,
         const IdSet  *hit_set,
         char        **sought,
         guint         limit,
         GArray       *ids,
         gboolean     *complete,
         GError      **error)
{
  gboolean more = FALSE;

  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more && ids->len < limit)
    {
      gint64 id = eqp_statement_get_integer (statement, 0);

      if ((hit_set->places == NULL || *find_place (hit_set, id) != 0) && (sought == NULL || _eqp_search_row_matches (statement, 1, sought)))
        g_array_append_val (ids, id);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  *complete = !more;
  return TRUE;
}

/**
 * _eqp_id_query_run:
 * @self: a query
 * @order: its order
 * @limit: at most so many; %G_MAXUINT: all
 * @complete: (out): whether that was all
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full) (element-type gint64): the ids in their order; %NULL with @error set
 */
GArray *
_eqp_id_query_run (const EqpIdQuery *self,
                   EqpIdOrder       *order,
                   guint             limit,
                   gboolean         *complete,
                   GError          **error)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *places = NULL;
  g_auto (GStrv) sought = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean         limited = limit < G_MAXUINT;
  IdSet            hit_set = { NULL, 0 };
  Way              way;

  if (!find_hits (self, limited, &way, &hits, error))
    return NULL;
  sql = dup_sql (self, order, way, limited);
  statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql, error);
  if (statement == NULL)
    return NULL;
  if (way == BY_ID)
    {
      g_autofree char *json = dup_json_hits (hits);

      eqp_statement_bind_text (statement, 0, json);
    }
  else if (way == BY_SET)
    {
      id_set_fill (&hit_set, hits);
      places = hit_set.places;
    }
  else if (way == BY_WORDS)
    sought = eqp_fold_query (self->search);
  else if (limited)
    eqp_statement_bind_integer (statement, 0, (gint64)limit + 1);
  return collect (statement, &hit_set, sought, limit, ids, complete, error) ? g_steal_pointer (&ids) : NULL;
}
