/* eqp-query-model.c — a list model over a SELECT: ids at once, records a page at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-model.h"

#include "base/eqp-utils.h"
#include "store/eqp-query-private.h"

#define PAGE_SIZE 128
#define MAX_PAGES 64
/* What a first frame can show; the other ids follow when the main loop is idle. */
#define FIRST_SLICE 256

typedef struct
{
  guint      number;
  EqpRecord *items[PAGE_SIZE]; /* NULL behind the end of the list */
  GList      link;             /* in the model's queue, the page used last first */
} Page;

struct _EqpQueryModel
{
  GObject parent_instance;

  EqpStore        *store;
  const EqpEntity *entity;
  char            *where;
  char            *order;
  char            *search;

  GArray     *ids;    /* gint64; NULL until somebody looks */
  guint       idle;   /* source that reads the rest of them; 0: they are complete */
  GHashTable *pages;  /* number -> Page */
  GQueue      recent; /* Page */
};

static void load_first (EqpQueryModel *self);

/* ---- pages ---- */

static void
page_free (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE_SIZE; i++)
    g_clear_object (&page->items[i]);
  g_free (page);
}

static void
drop_page (EqpQueryModel *self,
           Page          *page)
{
  g_queue_unlink (&self->recent, &page->link);
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
}

/* Forgets the pages that hold positions from @position on. */
static void
drop_pages_from (EqpQueryModel *self,
                 guint          position)
{
  for (GList *link = self->recent.head; link != NULL;)
    {
      Page *page = link->data;

      link = link->next;
      if ((page->number + 1) * PAGE_SIZE > position)
        drop_page (self, page);
    }
}

/* There is no caller to hand an error to: the store tells the user. */
static void
report_error (EqpQueryModel *self,
              GError        *error)
{
  g_signal_emit_by_name (self->store, "notice", error->message);
}

static void
fill_page (EqpQueryModel *self,
           Page          *page)
{
  const gint64    *ids = &g_array_index (self->ids, gint64, page->number * PAGE_SIZE);
  guint            n_ids = MIN (PAGE_SIZE, self->ids->len - page->number * PAGE_SIZE);
  g_autofree char *json = _eqp_id_list_dup_json (ids, n_ids);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = eqp_store_select (self->store, self->entity, &error, "WHERE id IN (SELECT value FROM json_each (?))", "s", json);

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_insert (by_id, (gpointer)&ids[i], GUINT_TO_POINTER (i));
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      EqpRecord *record = g_ptr_array_index (records, i);
      gint64     id = eqp_record_get_id (record);
      guint      index = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &id));

      page->items[index] = g_object_ref (record);
    }
  /* A row that another process removed a moment ago: an empty record stands for it until the refresh. */
  for (guint i = 0; i < n_ids; i++)
    if (page->items[i] == NULL)
      page->items[i] = eqp_record_new (self->entity);
  if (error != NULL)
    report_error (self, error);
}

static Page *
get_page (EqpQueryModel *self,
          guint          number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page != NULL)
    {
      g_queue_unlink (&self->recent, &page->link);
      g_queue_push_head_link (&self->recent, &page->link);
      return page;
    }
  if (self->recent.length >= MAX_PAGES)
    drop_page (self, self->recent.tail->data);
  page = g_new0 (Page, 1);
  page->number = number;
  page->link.data = page;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->recent, &page->link);
  fill_page (self, page);
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

  if (self->ids == NULL)
    load_first (self);
  return self->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (model);

  if (position >= get_n_items (model))
    return NULL;
  return g_object_ref (get_page (self, position / PAGE_SIZE)->items[position % PAGE_SIZE]);
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

/* ---- keeping up ---- */

static GArray *
read_ids (EqpQueryModel *self,
          guint          limit,
          gboolean      *complete,
          GError       **error)
{
  EqpIdQuery query = { self->store, self->entity, self->where, self->order, self->search };

  return _eqp_id_query_run (&query, limit, complete, error);
}

/* Takes over @ids, telling exactly the range in which they differ. */
static void
replace_ids (EqpQueryModel *self,
             GArray        *ids)
{
  g_autoptr (GArray) old = self->ids;
  guint shorter = MIN (old->len, ids->len);
  guint before = 0, after = 0;

  while (before < shorter && g_array_index (old, gint64, before) == g_array_index (ids, gint64, before))
    before++;
  while (after < shorter - before && g_array_index (old, gint64, old->len - 1 - after) == g_array_index (ids, gint64, ids->len - 1 - after))
    after++;
  self->ids = ids;
  if (before == old->len && before == ids->len)
    return;
  drop_pages_from (self, before);
  g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after, ids->len - before - after);
  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* An error leaves the list as it is. */
static void
read_rest (EqpQueryModel *self)
{
  g_autoptr (GError) error = NULL;
  gboolean complete;
  GArray  *ids = read_ids (self, G_MAXUINT, &complete, &error);

  if (ids != NULL)
    replace_ids (self, ids);
  else
    report_error (self, error);
}

static gboolean
idle_cb (gpointer user_data)
{
  EqpQueryModel *self = user_data;

  self->idle = 0;
  read_rest (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  return G_SOURCE_REMOVE;
}

/* Reads the first slice, and asks for the rest if there is more. Returns NULL on error. */
static GArray *
read_first (EqpQueryModel *self)
{
  g_autoptr (GError) error = NULL;
  gboolean was_loading = self->idle != 0;
  gboolean complete = TRUE;
  GArray  *ids = read_ids (self, FIRST_SLICE, &complete, &error);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (!complete)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  if (was_loading != (self->idle != 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (error != NULL)
    report_error (self, error);
  return ids;
}

static void
load_first (EqpQueryModel *self)
{
  self->ids = read_first (self);
  if (self->ids == NULL)
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* The query changed. */
static void
reload (EqpQueryModel *self)
{
  GArray *ids;

  if (self->ids == NULL)
    return;
  ids = read_first (self);
  if (ids != NULL)
    replace_ids (self, ids);
}

/* Whether the query reads that table: its own, or one that a sub-query names. */
static gboolean
depends_on (EqpQueryModel   *self,
            const EqpEntity *entity)
{
  return entity == self->entity || (self->where != NULL && strstr (self->where, entity->table) != NULL) ||
         (self->order != NULL && strstr (self->order, entity->table) != NULL);
}

static void
changed_cb (EqpStore      *store,
            EqpChangeSet  *changes,
            EqpQueryModel *self)
{
  const EqpSchema *schema = eqp_store_get_schema (store);
  gboolean         touched = FALSE;

  for (guint i = 0; i < schema->n_entities && !touched; i++)
    touched = eqp_change_set_touches (changes, schema->entities[i]) && depends_on (self, schema->entities[i]);
  if (!touched || self->ids == NULL)
    return;
  if (self->idle != 0)
    reload (self);
  else
    read_rest (self);
}

/* ---- the object ---- */

static void
eqp_query_model_dispose (GObject *object)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop_pages_from (self, 0);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_query_model_parent_class)->dispose (object);
}

static void
eqp_query_model_finalize (GObject *object)
{
  EqpQueryModel *self = EQP_QUERY_MODEL (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
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
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  g_queue_init (&self->recent);
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
  reload (self);
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
 * @order: (nullable): static list of columns; rows that are equal by it are in the order of their ids. An index should have it.
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
find_id (EqpQueryModel *self,
         gint64         id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return (int)i;
  return -1;
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

  if (self->ids == NULL)
    load_first (self);
  position = find_id (self, id);
  if (position >= 0 || self->idle == 0)
    return position;
  g_source_remove (self->idle);
  idle_cb (self);
  return find_id (self, id);
}
