/* eqp-query-pages.c — the rows of a list that were looked at last, a page at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-private.h"

#define MAX_PAGES 64

struct _EqpQueryPages
{
  EqpStore        *store; /* (owned) */
  const EqpEntity *entity;
  GQueue           recent; /* EqpQueryPage, the one used last first */
};

static void
page_free (EqpQueryPage *page)
{
  g_ptr_array_unref (page->items);
  g_array_unref (page->ids);
  g_free (page);
}

static void
drop (EqpQueryPages *self,
      EqpQueryPage  *page)
{
  g_queue_unlink (&self->recent, &page->link);
  page_free (page);
}

EqpQueryPages *
_eqp_query_pages_new (EqpStore        *store,
                      const EqpEntity *entity)
{
  EqpQueryPages *self = g_new0 (EqpQueryPages, 1);

  self->store = g_object_ref (store);
  self->entity = entity;
  g_queue_init (&self->recent);
  return self;
}

void
_eqp_query_pages_free (EqpQueryPages *self)
{
  while (self->recent.head != NULL)
    drop (self, self->recent.head->data);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * _eqp_query_pages_find:
 * @self: pages
 * @number: which one
 *
 * Returns: (transfer none) (nullable): the page, if it is held; it counts as used
 */
EqpQueryPage *
_eqp_query_pages_find (EqpQueryPages *self,
                       guint          number)
{
  for (GList *link = self->recent.head; link != NULL; link = link->next)
    {
      EqpQueryPage *page = link->data;

      if (page->number != number)
        continue;
      if (link != self->recent.head)
        {
          g_queue_unlink (&self->recent, link);
          g_queue_push_head_link (&self->recent, link);
        }
      return page;
    }
  return NULL;
}

static gboolean
fill (EqpQueryPages *self,
      EqpQueryPage  *page,
      guint          n_items,
      GError       **error)
{
  const gint64    *ids = (const gint64 *)(gpointer)page->ids->data;
  g_autofree char *json = _eqp_id_list_dup_json (ids, page->ids->len);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) records = eqp_store_select (self->store, self->entity, error, "WHERE id IN (SELECT value FROM json_each (?))", "s", json);

  g_ptr_array_set_size (page->items, (int)n_items);
  for (guint i = 0; i < page->ids->len; i++)
    g_hash_table_insert (by_id, (gpointer)&ids[i], GUINT_TO_POINTER (i));
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      EqpRecord *record = g_ptr_array_index (records, i);
      gint64     id = eqp_record_get_id (record);

      g_ptr_array_index (page->items, GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &id))) = g_object_ref (record);
    }
  /* A row that another process removed a moment ago: an empty record stands for it until the refresh. */
  for (guint i = 0; i < n_items; i++)
    if (g_ptr_array_index (page->items, i) == NULL)
      g_ptr_array_index (page->items, i) = eqp_record_new (self->entity);
  return records != NULL;
}

/**
 * _eqp_query_pages_add:
 * @self: pages
 * @number: which one, not held yet
 * @ids: (transfer full) (element-type gint64): of its rows
 * @n_items: how many rows it has, perhaps more than @ids
 * @error: (nullable): #EqpStoreError; the page then has empty records
 *
 * Returns: (transfer none): the page
 */
EqpQueryPage *
_eqp_query_pages_add (EqpQueryPages *self,
                      guint          number,
                      GArray        *ids,
                      guint          n_items,
                      GError       **error)
{
  EqpQueryPage *page = g_new0 (EqpQueryPage, 1);

  if (self->recent.length >= MAX_PAGES)
    drop (self, self->recent.tail->data);
  page->number = number;
  page->ids = ids;
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  page->link.data = page;
  g_queue_push_head_link (&self->recent, &page->link);
  fill (self, page, n_items, error);
  return page;
}

/**
 * _eqp_query_pages_replace:
 * @self: pages
 * @first: a page
 * @n_before: how many pages from there on are to be forgotten
 * @n_after: how many will be in their place
 *
 * Those behind get other numbers.
 */
void
_eqp_query_pages_replace (EqpQueryPages *self,
                          guint          first,
                          guint          n_before,
                          guint          n_after)
{
  for (GList *link = self->recent.head; link != NULL;)
    {
      EqpQueryPage *page = link->data;

      link = link->next;
      if (page->number < first)
        continue;
      if (page->number - first < n_before)
        drop (self, page);
      else
        page->number += n_after - n_before; /* modulo 2³² */
    }
}
