/* eqp-query-model.c — a list model over a SELECT: where each row is at once, records a page at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-model.h"

#include "base/eqp-fold.h"
#include "base/eqp-utils.h"
#include "store/eqp-query-private.h"

/* What a first frame can show; the rest follows when the main loop is idle. */
#define FIRST_SLICE 256
/* The same while somebody types. */
#define FIRST_FOUND 40
/* Microseconds for the rest at a time. */
#define SLICE_TIME 6000
#define UNKNOWN G_MAXINT64

struct _EqpQueryModel
{
  GObject parent_instance;

  EqpStore        *store;
  const EqpEntity *entity;
  char            *where;
  char            *order;
  char            *search;

  /* One of the first two is NULL; both are until somebody looks. */
  GArray        *ids;        /* gint64: a list that is short, searched, or in an order that no index has */
  EqpIdBlocks   *blocks;     /* a long one */
  EqpIdBlocks   *coming;     /* the blocks while they are being read */
  EqpIdOrder    *id_order;   /* of the ids or blocks */
  gboolean       is_indexed; /* whether they might be blocks */
  gint64         change;     /* the last one in the journal that they know of */
  guint          idle;       /* source that reads the rest of them; 0: they are complete */
  EqpQueryPages *pages;      /* of EQP_ID_BLOCK ids, or one a block */
};

static void load (EqpQueryModel *self);

/* ---- what is read ---- */

/* There is no caller to hand an error to: the store tells the user. */
static void
report_error (EqpQueryModel *self,
              GError        *error)
{
  g_signal_emit_by_name (self->store, "notice", error->message);
}

static gboolean
is_loaded (EqpQueryModel *self)
{
  return self->ids != NULL || self->blocks != NULL;
}

static guint
count (EqpQueryModel *self)
{
  if (self->blocks != NULL)
    return _eqp_id_blocks_get_n_ids (self->blocks);
  return self->ids != NULL ? self->ids->len : 0;
}

/* ---- pages ---- */

static guint
find_page (EqpQueryModel *self,
           guint          position)
{
  return self->blocks != NULL ? _eqp_id_blocks_find_position (self->blocks, position) : position / EQP_ID_BLOCK;
}

static guint
get_start (EqpQueryModel *self,
           guint          number)
{
  return self->blocks != NULL ? _eqp_id_blocks_get_start (self->blocks, number) : MIN (number * EQP_ID_BLOCK, self->ids->len);
}

static GArray *
read_page (EqpQueryModel *self,
           guint          number,
           GError       **error)
{
  GArray *ids;

  if (self->blocks != NULL)
    {
      ids = _eqp_id_blocks_read (self->blocks, number, error);
      return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (ids, &g_array_index (self->ids, gint64, number * EQP_ID_BLOCK), get_start (self, number + 1) - get_start (self, number));
  return ids;
}

static EqpQueryPage *
get_page (EqpQueryModel *self,
          guint          number)
{
  EqpQueryPage *page = _eqp_query_pages_find (self->pages, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) read_error = NULL;

  if (page != NULL)
    return page;
  page = _eqp_query_pages_add (self->pages, number, read_page (self, number, &read_error), get_start (self, number + 1) - get_start (self, number), &error);
  if (read_error != NULL || error != NULL)
    report_error (self, read_error != NULL ? read_error : error);
  return page;
}

/* ---- the list model ---- */

static GType
get_item_type (GListModel *model)
{
  return EQP_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (model);

  if (!is_loaded (self))
    load (self);
  return count (self);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (model);
  guint          number;

  if (position >= get_n_items (model))
    return NULL;
  number = find_page (self, position);
  return g_object_ref (g_ptr_array_index (get_page (self, number)->items, position - get_start (self, number)));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EqpQueryModel, eqp_query_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum {
  PROP_WHERE = 1,
  PROP_ORDER,
  PROP_SEARCH,
  PROP_LOADING,
  PROP_N_ITEMS,
} Property;

static GParamSpec *properties[PROP_N_ITEMS + 1];

/* ---- reading ---- */

static EqpIdQuery
get_query (EqpQueryModel *self)
{
  return (EqpIdQuery){ self->store, self->entity, self->where, self->order, self->search };
}

static gboolean
has_search (EqpQueryModel *self)
{
  g_auto (GStrv) words = eqp_fold_query (self->search);

  return *words != NULL;
}

static void
emit_changed (EqpQueryModel *self,
              guint          position,
              guint          removed,
              guint          added)
{
  if (removed == 0 && added == 0)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* How many ids both have in common at their beginnings, and at their ends. */
static void
compare_ids (GArray *old,
             GArray *ids,
             guint  *before,
             guint  *after)
{
  guint shorter = MIN (old->len, ids->len);

  *before = *after = 0;
  while (*before < shorter && g_array_index (old, gint64, *before) == g_array_index (ids, gint64, *before))
    ++*before;
  while (*after < shorter - *before && g_array_index (old, gint64, old->len - 1 - *after) == g_array_index (ids, gint64, ids->len - 1 - *after))
    ++*after;
}

/* Takes over @ids, telling exactly the range in which they differ. */
static void
take_ids (EqpQueryModel *self,
          GArray        *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  g_autoptr (EqpIdBlocks) old_blocks = g_steal_pointer (&self->blocks);
  guint n_old = old_blocks != NULL ? _eqp_id_blocks_get_n_ids (old_blocks) : old->len;
  guint before = 0, after = 0;

  if (old != NULL)
    compare_ids (old, ids, &before, &after);
  self->ids = ids;
  if (before < n_old || before < ids->len)
    _eqp_query_pages_replace (self->pages, before / EQP_ID_BLOCK, G_MAXUINT, 0);
  emit_changed (self, before, n_old - before - after, ids->len - before - after);
}

/* Takes over the blocks that were coming, in place of the ids of the first rows. */
static void
take_blocks (EqpQueryModel *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint    n_ids;
  gboolean same;

  self->blocks = g_steal_pointer (&self->coming);
  n_ids = count (self);
  same = old->len <= n_ids && old->len % EQP_ID_BLOCK == 0;
  for (guint i = 0; i < old->len && same; i += EQP_ID_BLOCK)
    same = g_array_index (old, gint64, i) == _eqp_id_blocks_get_first (self->blocks, i / EQP_ID_BLOCK);
  if (same)
    {
      emit_changed (self, old->len, 0, n_ids - old->len);
      return;
    }
  _eqp_query_pages_replace (self->pages, 0, G_MAXUINT, 0);
  emit_changed (self, 0, old->len, n_ids);
}

/* At once, unless they are so many that they are to be read bit by bit. An error leaves the list as it is. */
static gboolean
read_all (EqpQueryModel *self)
{
  EqpIdQuery query = get_query (self);
  g_autoptr (GError) error = NULL;
  gboolean complete;
  g_autoptr (GArray) ids = _eqp_id_query_run (&query, self->id_order, self->is_indexed ? EQP_ID_LIST_MAX : G_MAXUINT, &complete, &error);

  if (ids == NULL)
    {
      report_error (self, error);
      return TRUE;
    }
  if (complete)
    take_ids (self, g_steal_pointer (&ids));
  return complete;
}

/* Reads on until @deadline (0: to the end). Returns whether there is more. */
static gboolean
read_on (EqpQueryModel *self,
         gint64         deadline)
{
  g_autoptr (GError) error = NULL;
  gboolean complete;
  GArray  *ids;

  if (!self->is_indexed)
    {
      self->idle = 0;
      read_all (self);
      return FALSE;
    }
  if (self->coming == NULL)
    self->coming = _eqp_id_blocks_new (self->id_order);
  if (!_eqp_id_blocks_read_on (self->coming, deadline, &complete, &error))
    {
      g_clear_pointer (&self->coming, _eqp_id_blocks_free);
      self->idle = 0;
      report_error (self, error);
      return FALSE;
    }
  if (!complete)
    return TRUE;
  self->idle = 0;
  ids = _eqp_id_blocks_steal_ids (self->coming);
  if (ids == NULL)
    {
      take_blocks (self);
      return FALSE;
    }
  g_clear_pointer (&self->coming, _eqp_id_blocks_free);
  take_ids (self, ids);
  return FALSE;
}

static gboolean
idle_cb (gpointer user_data)
{
  EqpQueryModel *self = user_data;

  if (read_on (self, g_get_monotonic_time () + SLICE_TIME))
    return G_SOURCE_CONTINUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  return G_SOURCE_REMOVE;
}

static void
set_complete (EqpQueryModel *self,
              gboolean       complete)
{
  gboolean was_loading = self->idle != 0;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->coming, _eqp_id_blocks_free);
  if (!complete)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  if (was_loading != (self->idle != 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Reads the first slice, and asks for the rest if there is more. */
static void
load (EqpQueryModel *self)
{
  EqpIdQuery query = get_query (self);
  g_autoptr (EqpIdOrder) order = _eqp_id_order_new (&query, self->id_order);
  g_autoptr (EqpIdBlocks) old_blocks = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete = TRUE;
  GArray  *ids = _eqp_id_query_run (&query, order, has_search (self) ? FIRST_FOUND : FIRST_SLICE, &complete, &error);

  set_complete (self, complete);
  if (ids == NULL)
    report_error (self, error);
  if (ids == NULL && is_loaded (self))
    return;
  if (ids == NULL)
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_clear_pointer (&self->id_order, _eqp_id_order_unref);
  self->id_order = g_steal_pointer (&order);
  self->is_indexed = !has_search (self) && _eqp_id_order_is_indexed (self->id_order);
  if (!_eqp_id_order_get_change (self->id_order, &self->change, NULL))
    self->change = UNKNOWN;
  if (is_loaded (self))
    take_ids (self, ids);
  else
    self->ids = ids;
}

/* ---- keeping up ---- */

/* The ids that the pages of some blocks were filled with; NULL when one of them is not held. */
static GArray *
dup_held_ids (EqpQueryModel *self,
              guint          first,
              guint          n_blocks)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < first + n_blocks; i++)
    {
      EqpQueryPage *page = _eqp_query_pages_find (self->pages, i);

      if (page == NULL || page->ids->len != page->items->len)
        return NULL;
      g_array_append_vals (ids, page->ids->data, page->ids->len);
    }
  return g_steal_pointer (&ids);
}

/* Of blocks that nobody looked at, all rows count as new. The others stay held: the next change is to be as exact. */
static void
apply_dirty (EqpQueryModel    *self,
             const EqpIdDirty *dirty)
{
  g_autoptr (GArray) held = dup_held_ids (self, dirty->first, dirty->n_blocks);
  guint start = get_start (self, dirty->first);
  guint n_old = get_start (self, dirty->first + dirty->n_blocks) - start;
  guint before = 0, after = 0;
  guint n_blocks;

  if (held != NULL)
    compare_ids (held, dirty->ids, &before, &after);
  if (held != NULL && before == held->len && before == dirty->ids->len)
    return;
  n_blocks = _eqp_id_blocks_replace (self->blocks, dirty);
  _eqp_query_pages_replace (self->pages, dirty->first, dirty->n_blocks, n_blocks);
  for (guint i = 0; held != NULL && i < n_blocks; i++)
    get_page (self, dirty->first + i);
  emit_changed (self, start + before, n_old - before - after, dirty->ids->len - before - after);
}

static gboolean
move_in_blocks (EqpQueryModel *self,
                GArray        *moves,
                GError       **error)
{
  g_autoptr (EqpIdOrder) order = _eqp_id_order_ref (self->id_order);
  g_autoptr (GArray) dirty = NULL;

  if (!_eqp_id_blocks_list_dirty (self->blocks, moves, &dirty, error) || dirty == NULL)
    return FALSE;
  /* From the end, so that what is still to be done has its numbers. Whoever is told may ask for another list. */
  for (guint i = 0; i < dirty->len && self->id_order == order; i++)
    apply_dirty (self, &g_array_index (dirty, EqpIdDirty, i));
  return self->id_order != order || count (self) > EQP_ID_BLOCK_MAX;
}

static gboolean
move_in_ids (EqpQueryModel *self,
             GArray        *moves,
             GError       **error)
{
  GArray *ids = _eqp_id_order_apply_moves (self->id_order, self->ids, moves, error);

  if (ids != NULL)
    take_ids (self, ids);
  return ids != NULL;
}

/* Whether the list could be brought up to date by the changed rows alone. */
static gboolean
follow (EqpQueryModel *self,
        EqpChangeSet  *changes)
{
  g_autoptr (GArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  gint64   known = self->change;
  gboolean done;

  if (known == UNKNOWN || !_eqp_id_order_get_change (self->id_order, &self->change, NULL) ||
      !_eqp_id_order_list_moves (self->id_order, changes, known, &moves, &error) || moves == NULL)
    done = FALSE;
  else if (self->blocks != NULL)
    done = move_in_blocks (self, moves, &error);
  else
    done = move_in_ids (self, moves, &error);
  if (error != NULL)
    g_debug ("a list is read again: %s", error->message);
  return done;
}

static void
read_again (EqpQueryModel *self)
{
  if (self->idle != 0 || self->blocks != NULL || !_eqp_id_order_get_change (self->id_order, &self->change, NULL) || !read_all (self))
    load (self);
}

static void
changed_cb (EqpStore      *store,
            EqpChangeSet  *changes,
            EqpQueryModel *self)
{
  EqpIdQuery       query = get_query (self);
  const EqpSchema *schema = eqp_store_get_schema (store);
  gboolean         touched = FALSE;
  gboolean         alone = self->idle == 0 && !has_search (self) && !_eqp_id_query_reads_itself (&query);

  for (guint i = 0; i < schema->n_entities; i++)
    if (eqp_change_set_touches (changes, schema->entities[i]) && _eqp_id_query_reads (&query, schema->entities[i]))
      {
        touched = TRUE;
        alone = alone && schema->entities[i] == self->entity;
      }
  if (is_loaded (self) && touched && !(alone && follow (self, changes)))
    read_again (self);
}

/* ---- the object ---- */

static void
eqp_query_model_dispose (GObject *object)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->coming, _eqp_id_blocks_free);
  g_clear_pointer (&self->blocks, _eqp_id_blocks_free);
  g_clear_pointer (&self->id_order, _eqp_id_order_unref);
  g_clear_pointer (&self->pages, _eqp_query_pages_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_query_model_parent_class)->dispose (object);
}

static void
eqp_query_model_finalize (GObject *object)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (eqp_query_model_parent_class)->finalize (object);
}

static void
eqp_query_model_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  switch ((Property)prop_id)
    {
    case PROP_WHERE:
      g_value_set_string (value, self->where);
      break;
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->idle != 0);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_n_items (G_LIST_MODEL (self)));
      break;
    }
}

static void
eqp_query_model_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  switch ((Property)prop_id)
    {
    case PROP_WHERE:
      eqp_query_model_set_where (self, g_value_get_string (value));
      break;
    case PROP_ORDER:
      eqp_query_model_set_order (self, g_value_get_string (value));
      break;
    case PROP_SEARCH:
      eqp_query_model_set_search (self, g_value_get_string (value));
      break;
    case PROP_LOADING:
    case PROP_N_ITEMS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
eqp_query_model_class_init (EqpQueryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   read_flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags   write_flags = G_PARAM_WRITABLE | read_flags;

  object_class->dispose = eqp_query_model_dispose;
  object_class->finalize = eqp_query_model_finalize;
  object_class->get_property = eqp_query_model_get_property;
  object_class->set_property = eqp_query_model_set_property;

  properties[PROP_WHERE] = g_param_spec_string ("where", NULL, NULL, NULL, write_flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, write_flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, write_flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, read_flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
eqp_query_model_init (EqpQueryModel *self)
{
}

/**
 * eqp_query_model_new:
 * @store: a store
 * @entity: whose rows
 *
 * Nothing is read before somebody asks for the number of items. A long list has its first rows at once and the others when the main
 * loop is idle; "loading" is %TRUE until then.
 *
 * Returns: (transfer full): a model of all rows
 */
EqpQueryModel *
eqp_query_model_new (EqpStore        *store,
                     const EqpEntity *entity)
{
  EqpQueryModel *self;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (EQP_TYPE_QUERY_MODEL, NULL);
  self->store = g_object_ref (store);
  self->entity = entity;
  self->pages = _eqp_query_pages_new (store, entity);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

static void
set_text (EqpQueryModel *self,
          char         **field,
          const char    *value,
          Property       property)
{
  if (!eqp_set_str (field, value))
    return;
  if (is_loaded (self))
    load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * eqp_query_model_set_where:
 * @self: a model
 * @where: (nullable): static SQL condition without parameters
 */
void
eqp_query_model_set_where (EqpQueryModel *self,
                           const char    *where)
{
  g_return_if_fail (EQP_IS_QUERY_MODEL (self));

  set_text (self, &self->where, where, PROP_WHERE);
}

/**
 * eqp_query_model_set_order:
 * @self: a model
 * @order: (nullable): static list of columns or expressions, each perhaps with DESC, without NULLS FIRST or LAST; rows that are equal by
 *   it are in the order of their ids, backwards if it ends with DESC. If an index has it, a long list costs little memory.
 */
void
eqp_query_model_set_order (EqpQueryModel *self,
                           const char    *order)
{
  g_return_if_fail (EQP_IS_QUERY_MODEL (self));

  set_text (self, &self->order, order, PROP_ORDER);
}

/**
 * eqp_query_model_set_search:
 * @self: a model
 * @text: (nullable): only rows that match, see eqp_store_search(); all when it has no letter or digit
 */
void
eqp_query_model_set_search (EqpQueryModel *self,
                            const char    *text)
{
  g_return_if_fail (EQP_IS_QUERY_MODEL (self));

  set_text (self, &self->search, text, PROP_SEARCH);
}

static int
find_in_ids (GArray *ids,
             gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int)i;
  return -1;
}

static int
find_in_blocks (EqpQueryModel *self,
                gint64         id)
{
  EqpIdRow row = { id, NULL };
  g_autoptr (GError) error = NULL;
  gboolean listed;
  guint    block;
  int      position;

  if (!_eqp_id_order_is_listed (self->id_order, &row, &listed, &error) ||
      (listed && !_eqp_id_blocks_find_row (self->blocks, &row, &block, &error)))
    {
      report_error (self, error);
      return -1;
    }
  position = listed ? find_in_ids (get_page (self, block)->ids, id) : -1;
  return position >= 0 ? (int)get_start (self, block) + position : -1;
}

static int
find_id (EqpQueryModel *self,
         gint64         id)
{
  return self->blocks != NULL ? find_in_blocks (self, id) : find_in_ids (self->ids, id);
}

/**
 * eqp_query_model_find:
 * @self: a model
 * @id: a row's id
 *
 * Returns: its position, -1 when it is not in the list. Reads the rest of the list if it must.
 */
int
eqp_query_model_find (EqpQueryModel *self,
                      gint64         id)
{
  int position;

  g_return_val_if_fail (EQP_IS_QUERY_MODEL (self), -1);

  if (!is_loaded (self))
    load (self);
  position = find_id (self, id);
  if (position >= 0 || self->idle == 0)
    return position;
  g_clear_handle_id (&self->idle, g_source_remove);
  while (read_on (self, 0))
    continue;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  return find_id (self, id);
}
