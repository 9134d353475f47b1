/* eqp-history-list.c — entries of the journal in words, the newest first, of the file or of one record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-history-list"

#include "config.h"

#include "app/history/eqp-history-list.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/history/eqp-entry-row.h"
#include "base/eqp-utils.h"

/* Entries fetched at a time: more come with "Show older". */
#define PAGE 100

struct _EqpHistoryList
{
  AdwBin parent_instance;

  EqpStore        *store;
  const EqpEntity *entity;
  gint64           row;
  char            *text;
  char            *author;
  EqpDate          since;
  EqpDate          until;
  gint64           oldest; /* id of the last entry shown */

  GtkStack      *root;
  GtkListBox    *list;
  GtkButton     *more;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (EqpHistoryList, eqp_history_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
append_entries (EqpHistoryList *self,
                gint64          before)
{
  EqpHistoryFilter filter = {
    .limit = PAGE,
    .before = before,
    .entity = self->entity,
    .row = self->row,
    .author = self->author,
    .text = self->text,
    .since = self->since,
    .until = self->until,
  };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  entries = eqp_store_list_entries (self->store, &filter, &error);
  if (entries == NULL)
    {
      adw_status_page_set_description (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->root, "empty");
      return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      EqpEntry *entry = g_ptr_array_index (entries, i);

      gtk_list_box_append (self->list, eqp_entry_row_new (self->store, entry));
      self->oldest = eqp_entry_get_id (entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), entries->len == PAGE);
  return TRUE;
}

static void
refill (EqpHistoryList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->oldest = 0;
  if (append_entries (self, 0))
    gtk_stack_set_visible_child_name (self->root, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "list" : "empty");
}

/* A list that nobody looks at is filled when it is looked at. */
static void
store_changed_cb (EqpHistoryList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refill (self);
}

static void
mapped_cb (EqpHistoryList *self)
{
  if (self->store != NULL)
    refill (self);
}

static void
more_cb (EqpHistoryList *self)
{
  append_entries (self, self->oldest);
}

static void
row_selected_cb (EqpHistoryList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/* Undoes one entry alone, whatever came after it. */
static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpHistoryList  *self = EQP_HISTORY_LIST (widget);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_store_undo (self->store, g_variant_get_int64 (parameter), &sentence, &error))
    eqp_feedback_undone (widget, sentence);
  else
    eqp_feedback_error (widget, _ ("This cannot be undone alone"), error);
}

static void
eqp_history_list_dispose (GObject *object)
{
  EqpHistoryList *self = EQP_HISTORY_LIST (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_HISTORY_LIST);
  g_clear_object (&self->store);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (eqp_history_list_parent_class)->dispose (object);
}

static void
eqp_history_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_int64 (value, eqp_history_list_get_entry (EQP_HISTORY_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_history_list_class_init (EqpHistoryListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_history_list_dispose;
  object_class->get_property = eqp_history_list_get_property;

  properties[PROP_ENTRY] = g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryList, root);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryList, list);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryList, more);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryList, empty);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "history.undo", "x", undo_action);
}

static void
eqp_history_list_init (EqpHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_history_list_set_record (EqpHistoryList  *self,
                             EqpStore        *store,
                             const EqpEntity *entity,
                             gint64           row)
{
  g_return_if_fail (EQP_IS_HISTORY_LIST (self));

  if (g_set_object (&self->store, store))
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->entity = entity;
  self->row = row;
  store_changed_cb (self);
}

void
eqp_history_list_set_filter (EqpHistoryList *self,
                             const char     *text,
                             const char     *author,
                             EqpDate         since,
                             EqpDate         until)
{
  g_return_if_fail (EQP_IS_HISTORY_LIST (self));

  eqp_set_str (&self->text, text != NULL && *text != '\0' ? text : NULL);
  eqp_set_str (&self->author, author != NULL && *author != '\0' ? author : NULL);
  self->since = since;
  self->until = until;
  if (self->store != NULL)
    refill (self);
}

gboolean
eqp_history_list_select (EqpHistoryList *self,
                         gint64          entry)
{
  g_return_val_if_fail (EQP_IS_HISTORY_LIST (self), FALSE);

  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        return FALSE;
      if (eqp_entry_row_get_id (EQP_ENTRY_ROW (row)) == entry)
        {
          gtk_list_box_select_row (self->list, row);
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return TRUE;
        }
    }
}

gint64
eqp_history_list_get_entry (EqpHistoryList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (EQP_IS_HISTORY_LIST (self), 0);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? eqp_entry_row_get_id (EQP_ENTRY_ROW (row)) : 0;
}
