/* eqp-meeting-list.c — the meetings of a council, the last one first, with what they dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting-list"

#include "config.h"

#include "app/bodies/eqp-meeting-list.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-meeting-group.h"
#include "app/bodies/eqp-meeting-window.h"
#include "app/eqp-feedback.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"

struct _EqpMeetingList
{
  AdwBin parent_instance;

  EqpSession *session;
  gint64      body;
  gboolean    is_stale; /* what it shows is only read while somebody sees it */

  GtkStack *root;
  GtkBox   *groups;
};

G_DEFINE_FINAL_TYPE (EqpMeetingList, eqp_meeting_list, ADW_TYPE_BIN)

static EqpStore *
get_store (EqpMeetingList *self)
{
  return eqp_session_get_store (self->session);
}

static GtkWindow *
get_window (EqpMeetingList *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- what is shown ---- */

static void
add_groups (EqpMeetingList *self,
            GPtrArray      *meetings,
            GPtrArray      *items)
{
  gboolean writable = !eqp_store_is_read_only (get_store (self));
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      EqpRecord *meeting = g_ptr_array_index (meetings, i);
      GtkWidget *group = eqp_meeting_group_new (meeting, writable);
      gint64     id = eqp_record_get_id (meeting);

      g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), group);
      gtk_box_append (self->groups, group);
    }
  for (guint i = 0; i < items->len; i++)
    {
      EqpRecord       *item = g_ptr_array_index (items, i);
      gint64           id = eqp_record_get_reference (item, EQP_MEETING_ITEM_MEETING);
      EqpMeetingGroup *group = g_hash_table_lookup (groups, &id);

      if (group != NULL)
        eqp_meeting_group_add_item (group, item, writable);
    }
}

static void
fill (EqpMeetingList *self)
{
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  self->is_stale = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  meetings = eqp_store_select (get_store (self), &eqp_meeting_entity, &error, "WHERE body_id = ? ORDER BY date DESC, id DESC", "i", self->body);
  if (meetings != NULL)
    items = eqp_store_select (get_store (self), &eqp_meeting_item_entity, &error,
                              "WHERE meeting_id IN (SELECT id FROM meeting WHERE body_id = ?) ORDER BY meeting_id, position", "i", self->body);
  if (items == NULL)
    {
      eqp_feedback_error (GTK_WIDGET (self), _ ("The meetings cannot be read"), error);
      return;
    }
  add_groups (self, meetings, items);
  gtk_stack_set_visible_child_name (self->root, meetings->len > 0 ? "list" : "empty");
}

static void
eqp_meeting_list_map (GtkWidget *widget)
{
  EqpMeetingList *self = EQP_MEETING_LIST (widget);

  if (self->is_stale)
    fill (self);

  GTK_WIDGET_CLASS (eqp_meeting_list_parent_class)->map (widget);
}

/* ---- actions ---- */

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpMeetingList *self = EQP_MEETING_LIST (widget);
  gint64          id = parameter != NULL ? g_variant_get_int64 (parameter) : 0;

  if (g_str_equal (action, "meeting.add-item"))
    eqp_meeting_item_window_present (get_window (self), self->session, id, 0);
  else if (g_str_equal (action, "meeting.change-item"))
    eqp_meeting_item_window_present (get_window (self), self->session, 0, id);
  else
    eqp_meeting_window_present (get_window (self), self->session, self->body, id);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpMeetingList *self = EQP_MEETING_LIST (widget);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_meeting_delete (get_store (self), g_variant_get_int64 (parameter), &label, &error))
    eqp_feedback_edit (widget, label);
  else
    eqp_feedback_error (widget, _ ("The meeting was not deleted"), error);
}

static void
delete_item_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EqpStore *store = get_store (EQP_MEETING_LIST (widget));
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Deleted {record}"));
  g_autoptr (EqpRecord) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  item = eqp_store_get (store, &eqp_meeting_item_entity, g_variant_get_int64 (parameter), &error);
  if (item != NULL)
    {
      title = eqp_record_dup_title (item, eqp_language_get_interface ());
      eqp_message_text (label, "record", title);
      if (eqp_store_delete_one (store, label, item, &error))
        {
          eqp_feedback_edit (widget, label);
          return;
        }
    }
  eqp_feedback_error (widget, _ ("The item was not deleted"), error);
}

/* ---- the class ---- */

static void
eqp_meeting_list_dispose (GObject *object)
{
  EqpMeetingList *self = EQP_MEETING_LIST (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_MEETING_LIST);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_meeting_list_parent_class)->dispose (object);
}

static void
eqp_meeting_list_class_init (EqpMeetingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_meeting_list_dispose;
  widget_class->map = eqp_meeting_list_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-meeting-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingList, root);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingList, groups);
  gtk_widget_class_install_action (widget_class, "meeting.add", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.change", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "meeting.add-item", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.change-item", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.delete-item", "x", delete_item_action);
}

static void
eqp_meeting_list_init (EqpMeetingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_meeting_list_show (EqpMeetingList *self,
                       EqpSession     *session,
                       gint64          body)
{
  static const char *const writing_actions[] = { "meeting.add", "meeting.change", "meeting.delete",
                                                 "meeting.add-item", "meeting.change-item", "meeting.delete-item" };

  g_return_if_fail (EQP_IS_MEETING_LIST (self));

  if (g_set_object (&self->session, session))
    for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), writing_actions[i], !eqp_store_is_read_only (get_store (self)));
  self->body = body;
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}
