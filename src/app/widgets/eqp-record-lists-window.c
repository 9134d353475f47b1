/* eqp-record-lists-window.c — a window over one chosen record (a statute, a procedure) with the lists of what belongs to it, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-lists-window"

#include "config.h"

#include "app/widgets/eqp-record-lists-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-window.h"

typedef struct
{
  GPtrArray *owners; /* (nullable) (element-type EqpRecord) in the order of the chooser */
  gboolean   filling;

  GtkDropDown        *chooser;
  GtkLabel           *source;
  AdwPreferencesPage *page;
} EqpRecordListsWindowPrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (EqpRecordListsWindow, eqp_record_lists_window, EQP_TYPE_SESSION_WINDOW, G_ADD_PRIVATE (EqpRecordListsWindow) G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

#define RECORD_KEY "record"

static void
eqp_record_lists_window_add_child (GtkBuildable *buildable,
                                   GtkBuilder   *builder,
                                   GObject      *child,
                                   const char   *type)
{
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (EQP_RECORD_LISTS_WINDOW (buildable));

  if (ADW_IS_PREFERENCES_GROUP (child) && priv->page != NULL)
    adw_preferences_page_add (priv->page, ADW_PREFERENCES_GROUP (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = eqp_record_lists_window_add_child;
}

/* ---- the chosen record ---- */

static void
refresh (EqpRecordListsWindow *self)
{
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (self);
  EqpRecordListsWindowClass   *klass = EQP_RECORD_LISTS_WINDOW_GET_CLASS (self);
  EqpRecord                   *owner;

  if (priv->filling || eqp_session_window_get_session (EQP_SESSION_WINDOW (self)) == NULL)
    return;
  owner = eqp_record_lists_window_get_owner (self);
  gtk_label_set_label (priv->source, owner != NULL ? eqp_record_get_text (owner, klass->source_field) : "");
  klass->fill (self, owner);
}

static void
list_owners (EqpRecordListsWindow *self)
{
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  priv->filling = TRUE;
  priv->owners = eqp_store_select (eqp_record_lists_window_get_store (self), EQP_RECORD_LISTS_WINDOW_GET_CLASS (self)->owner, NULL,
                                   "ORDER BY id", NULL);
  for (guint i = 0; priv->owners != NULL && i < priv->owners->len; i++)
    {
      g_autofree char *title = eqp_record_dup_title (g_ptr_array_index (priv->owners, i), eqp_language_get_interface ());

      gtk_string_list_append (names, title);
    }
  gtk_drop_down_set_model (priv->chooser, G_LIST_MODEL (names));
  priv->filling = FALSE;
  refresh (self);
}

/* ---- rows ---- */

static void
activated_cb (AdwActionRow         *row,
              EqpRecordListsWindow *self)
{
  EQP_RECORD_LISTS_WINDOW_GET_CLASS (self)->edit (self, g_object_get_data (G_OBJECT (row), RECORD_KEY));
}

static void
delete_cb (GtkButton            *button,
           EqpRecordListsWindow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  eqp_feedback_delete (GTK_WIDGET (self), eqp_record_lists_window_get_store (self), g_object_get_data (G_OBJECT (row), RECORD_KEY));
}

/* ---- the class ---- */

static void
eqp_record_lists_window_constructed (GObject *object)
{
  EqpRecordListsWindow        *self = EQP_RECORD_LISTS_WINDOW (object);
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (self);

  G_OBJECT_CLASS (eqp_record_lists_window_parent_class)->constructed (object);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (EQP_RECORD_LISTS_WINDOW_GET_CLASS (self)->owner_label), -1);
  if (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)) == NULL) /* only in tests */
    return;
  list_owners (self);
  g_signal_connect_object (eqp_record_lists_window_get_store (self), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
eqp_record_lists_window_dispose (GObject *object)
{
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (EQP_RECORD_LISTS_WINDOW (object));

  /* Its own template goes with the window: gtk_widget_dispose_template() knows the most derived class's alone (GTK 4.8). */
  priv->filling = TRUE;
  g_clear_pointer (&priv->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_record_lists_window_parent_class)->dispose (object);
}

static void
eqp_record_lists_window_class_init (EqpRecordListsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eqp_record_lists_window_constructed;
  object_class->dispose = eqp_record_lists_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-record-lists-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, EqpRecordListsWindow, chooser);
  gtk_widget_class_bind_template_child_private (widget_class, EqpRecordListsWindow, source);
  gtk_widget_class_bind_template_child_private (widget_class, EqpRecordListsWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
eqp_record_lists_window_init (EqpRecordListsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

EqpStore *
eqp_record_lists_window_get_store (EqpRecordListsWindow *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_LISTS_WINDOW (self), NULL);

  return eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
}

gboolean
eqp_record_lists_window_is_writable (EqpRecordListsWindow *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_LISTS_WINDOW (self), FALSE);

  return !eqp_store_is_read_only (eqp_record_lists_window_get_store (self));
}

EqpRecord *
eqp_record_lists_window_get_owner (EqpRecordListsWindow *self)
{
  EqpRecordListsWindowPrivate *priv = eqp_record_lists_window_get_instance_private (self);
  guint                        selected = gtk_drop_down_get_selected (priv->chooser);

  return priv->owners != NULL && selected < priv->owners->len ? g_ptr_array_index (priv->owners, selected) : NULL;
}

void
eqp_record_lists_window_fill_list (EqpRecordListsWindow *self,
                                   GtkListBox           *list,
                                   GPtrArray            *records,
                                   EqpRecordListsFunc    add)
{
  GtkWidget *child;

  g_return_if_fail (EQP_IS_RECORD_LISTS_WINDOW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add (self, list, g_ptr_array_index (records, i));
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL);
}

AdwActionRow *
eqp_record_lists_window_add_row (EqpRecordListsWindow *self,
                                 GtkListBox           *list,
                                 EqpRecord            *record,
                                 const char           *title,
                                 const char           *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  gtk_list_box_append (list, row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), eqp_record_lists_window_is_writable (self));
  return ADW_ACTION_ROW (row);
}

void
eqp_record_lists_window_add_delete_button (EqpRecordListsWindow *self,
                                           AdwActionRow         *row)
{
  EqpRecord       *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
  GtkWidget       *button;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (!eqp_record_lists_window_is_writable (self))
    return;
  title = eqp_record_dup_title (record, eqp_language_get_interface ());
  /* Translators: %s is a record of the file, such as a step of a procedure */
  label = g_strdup_printf (_ ("Delete “%s”"), title);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  adw_action_row_add_suffix (row, button);
}

void
eqp_record_lists_window_present_editor (EqpRecordListsWindow *self,
                                        const char           *title,
                                        EqpRecord            *draft,
                                        const int            *fields)
{
  EqpRecordWindow *window = eqp_record_window_new (GTK_WINDOW (self), title, eqp_record_lists_window_get_store (self), draft, fields,
                                                   NULL, NULL, NULL);

  gtk_window_present (GTK_WINDOW (window));
}
