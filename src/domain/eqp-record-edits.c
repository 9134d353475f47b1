/* eqp-record-edits.c — steps that edits of several records share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-edits"

#include "config.h"

#include "domain/eqp-record-edits.h"

/**
 * eqp_message_title:
 * @self: a message
 * @name: the placeholder, without its braces
 * @record: the record it names
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_title (EqpMessage *self,
                   const char *name,
                   EqpRecord  *record)
{
  g_autofree char *title_fr = eqp_record_dup_title (record, EQP_LANGUAGE_FR);
  g_autofree char *title_en = eqp_record_dup_title (record, EQP_LANGUAGE_EN);

  return eqp_message_names (self, name, title_fr, title_en);
}

/**
 * eqp_edit_run:
 * @store: the file
 * @message: (transfer full): what the edit does
 * @func: the edit
 * @user_data: for @func
 * @label: (out) (optional) (transfer full): @message, once the edit is committed
 * @error: return location for an error
 *
 * Returns: whether the edit was committed
 */
gboolean
eqp_edit_run (EqpStore    *store,
              EqpMessage  *message,
              EqpEditFunc  func,
              gpointer     user_data,
              EqpMessage **label,
              GError     **error)
{
  g_autoptr (EqpMessage) owned = message;

  if (!eqp_store_edit (store, owned, func, user_data, NULL, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&owned);
  return TRUE;
}

/* The rows of @entity whose reference @field is @id. */
static GPtrArray *
select_linked (EqpStore        *store,
               const EqpEntity *entity,
               guint            field,
               gint64           id,
               GError         **error)
{
  g_autofree char *column = eqp_field_dup_column (&entity->fields[field]);
  g_autofree char *clause = g_strdup_printf ("WHERE %s = ?", column);

  /* A dozen different ones at most; the store caches statements by their text and wants it to stay. */
  return eqp_store_select (store, entity, error, g_intern_string (clause), "i", id);
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * eqp_edit_set_links:
 * @store: the file, inside an edit
 * @links: the entity of rows that link an owner to targets
 * @owner_field: its reference to the owner
 * @owner: the owner's id
 * @target_field: its reference to a target
 * @targets: (nullable) (element-type gint64): the targets wanted; %NULL leaves them as they are
 * @error: return location for an error
 *
 * Adds the links that are missing and deletes those that are too many; the others keep their rows.
 *
 * Returns: whether that worked
 */
gboolean
eqp_edit_set_links (EqpStore        *store,
                    const EqpEntity *links,
                    guint            owner_field,
                    gint64           owner,
                    guint            target_field,
                    GArray          *targets,
                    GError         **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (targets == NULL)
    return TRUE;
  rows = select_linked (store, links, owner_field, owner, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 target = eqp_record_get_reference (rows->pdata[i], target_field);

      if (contains (targets, target))
        g_array_append_val (present, target);
      else if (!eqp_store_delete (store, rows->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (EqpRecord) link = NULL;
      gint64 target = g_array_index (targets, gint64, i);

      if (contains (present, target))
        continue;
      link = eqp_record_new (links);
      eqp_record_set_reference (link, owner_field, owner);
      eqp_record_set_reference (link, target_field, target);
      if (!eqp_store_save (store, link, error))
        return FALSE;
      g_array_append_val (present, target);
    }
  return TRUE;
}

/**
 * eqp_edit_delete_linked:
 * @store: the file, inside an edit
 * @entity: an entity
 * @field: one of its references
 * @id: what it refers to
 * @error: return location for an error
 *
 * Deletes every row of @entity whose @field is @id.
 *
 * Returns: whether that worked
 */
gboolean
eqp_edit_delete_linked (EqpStore        *store,
                        const EqpEntity *entity,
                        guint            field,
                        gint64           id,
                        GError         **error)
{
  g_autoptr (GPtrArray) rows = select_linked (store, entity, field, id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!eqp_store_delete (store, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}
