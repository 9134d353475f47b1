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
/* When they are, and an index has the order: reading it from its beginning costs little, and soon finds enough of many hits. */
#define MAX_FIRST_HITS_BY_ID 256
/* Microseconds after which the first rows of a search are those found until then, or are sought otherwise if there are none. */
#define FIRST_TIME 1000
#define PATIENCE 10000
/* Rows between two looks at the clock. */
#define STRIDE 16

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

/* How a list is read. */
typedef enum {
  WHOLE,
  FIRST_ROWS,          /* some of the first */
  FIRST_ROWS_IN_ORDER, /* likewise, and an index has the order */
} Aim;

/* Finds the rows that match the search, all of them unless only the first ones of the list are wanted. */
static gboolean
find_hits (const EqpIdQuery *self,
           Aim               aim,
           Way              *way,
           GArray          **hits,
           GError          **error)
{
  g_auto (GStrv) words = eqp_fold_query (self->search);
  gboolean broad = FALSE;

  *way = ALL_ROWS;
  if (*words == NULL)
    return TRUE;
  *hits = _eqp_search_run (self->store, self->entity, self->search, aim == FIRST_ROWS ? MANY_HITS : G_MAXUINT,
                           aim == FIRST_ROWS_IN_ORDER ? &broad : NULL, error);
  if (*hits == NULL)
    return FALSE;
  if (broad || (aim == FIRST_ROWS && (*hits)->len == MANY_HITS))
    *way = BY_WORDS;
  else
    *way = (*hits)->len > (aim == FIRST_ROWS_IN_ORDER ? MAX_FIRST_HITS_BY_ID : MAX_HITS_BY_ID) ? BY_SET : BY_ID;
  return TRUE;
}

static char *
dup_sql (const EqpIdQuery *self,
         EqpIdOrder       *order,
         Way               way,
         gboolean          limited)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE (%s)", self->entity->table, _eqp_id_order_get_where (order));
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

/* Which of a statement's rows are wanted. */
typedef struct
{
  IdSet           hits;  /* no places: all */
  EqpSearchWords *words; /* (nullable) where they are looked up */
  char          **sought;
  guint           limit;
  gint64          deadline; /* 0: none */
  gint64          patience; /* until when the first of them is looked for */
} Filter;

static gboolean
is_wanted (const Filter *self,
           gint64        id,
           gboolean     *wanted,
           GError      **error)
{
  *wanted = self->hits.places == NULL || *find_place (&self->hits, id) != 0;
  return !*wanted || self->words == NULL || _eqp_search_words_match (self->words, id, self->sought, wanted, error);
}

/* Appends the ids of the statement's rows that are wanted. */
static gboolean
collect (EqpStatement *statement,
         const Filter *filter,
         GArray       *ids,
         gboolean     *complete,
         GError      **error)
{
  gboolean more = FALSE;
  gboolean late = FALSE;

  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  for (guint n = 1; more && ids->len < filter->limit && !late; n++)
    {
      gint64   id = eqp_statement_get_integer (statement, 0);
      gboolean wanted;

      if (!is_wanted (filter, id, &wanted, error))
        return FALSE;
      if (wanted)
        g_array_append_val (ids, id);
      late = filter->deadline != 0 && n % STRIDE == 0 && g_get_monotonic_time () > (ids->len > 0 ? filter->deadline : filter->patience);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  *complete = !more;
  return TRUE;
}

static GArray *
run (const EqpIdQuery *self,
     EqpIdOrder       *order,
     Aim               aim,
     guint             limit,
     gboolean         *complete,
     GError          **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *places = NULL;
  g_auto (GStrv) sought = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *sql = NULL;
  Filter           filter = { .limit = limit };
  Way              way;

  if (!find_hits (self, aim, &way, &hits, error))
    return NULL;
  sql = dup_sql (self, order, way, aim != WHOLE);
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
      id_set_fill (&filter.hits, hits);
      places = filter.hits.places;
    }
  else if (way == BY_WORDS)
    {
      filter.words = _eqp_search_get_words (self->store, self->entity);
      filter.sought = sought = eqp_fold_query (self->search);
    }
  else if (aim != WHOLE)
    eqp_statement_bind_integer (statement, 0, (gint64)limit + 1);
  if (aim == FIRST_ROWS_IN_ORDER && (way == BY_SET || way == BY_WORDS))
    {
      filter.deadline = start + FIRST_TIME;
      filter.patience = start + PATIENCE;
    }
  return collect (statement, &filter, ids, complete, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * _eqp_id_query_run:
 * @self: a query
 * @order: its order
 * @limit: at most so many, and of a search only those found soon; %G_MAXUINT: all
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
  GArray *ids;

  if (limit == G_MAXUINT)
    return run (self, order, WHOLE, limit, complete, error);
  if (self->search == NULL || *self->search == '\0' || !_eqp_id_order_is_indexed (order))
    return run (self, order, FIRST_ROWS, limit, complete, error);
  ids = run (self, order, FIRST_ROWS_IN_ORDER, limit, complete, error);
  if (ids == NULL || ids->len > 0 || *complete)
    return ids;
  /* Many rows have each of the words, but few or none have all of them, or meet the condition. */
  g_array_unref (ids);
  return run (self, order, WHOLE, limit, complete, error);
}
