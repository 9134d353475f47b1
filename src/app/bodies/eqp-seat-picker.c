/* eqp-seat-picker.c — which of a council's members an act is about, when a finding names no one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-seat-picker"

#include "config.h"

#include "app/bodies/eqp-seat-picker.h"

#include "app/widgets/eqp-finding-row.h"

struct _EqpSeatPicker
{
  AdwWindow parent_instance;

  EqpSeatPickerFunc func;
  gpointer          user_data;

  GtkStack   *root;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EqpSeatPicker, eqp_seat_picker, ADW_TYPE_WINDOW)

static void
row_activated_cb (EqpSeatPicker *self,
                  GtkListBoxRow *row)
{
  const gint64     *mandate = g_object_get_data (G_OBJECT (row), "mandate");
  gint64            chosen = *mandate;
  EqpSeatPickerFunc func = g_steal_pointer (&self->func);
  gpointer          user_data = self->user_data;

  gtk_window_destroy (GTK_WINDOW (self));
  if (func != NULL)
    func (chosen, user_data);
}

static GtkWidget *
make_row (const EqpSeat             *seat,
          const EqpSnapshotCategory *category)
{
  GtkWidget       *row = adw_action_row_new ();
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *name = eqp_seat_dup_name (seat, language);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_printf_escaped ("%s%s%s", eqp_category_get_name (category, language),
                                                       *seat->institution_name != '\0' ? " · " : "", seat->institution_name);
  gint64           mandate = seat->mandate;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eqp_side_chip_new (seat->side));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "mandate", g_memdup2 (&mandate, sizeof mandate), g_free);
  return row;
}

static void
eqp_seat_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_SEAT_PICKER);

  G_OBJECT_CLASS (eqp_seat_picker_parent_class)->dispose (object);
}

static void
eqp_seat_picker_class_init (EqpSeatPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_seat_picker_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-seat-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpSeatPicker, root);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eqp_seat_picker_init (EqpSeatPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_seat_picker_present (GtkWindow        *parent,
                         const char       *title,
                         EqpSnapshot      *snapshot,
                         const char       *category,
                         gboolean          chairs,
                         EqpSeatPickerFunc func,
                         gpointer          user_data)
{
  EqpSeatPicker *self = g_object_new (EQP_TYPE_SEAT_PICKER, "transient-for", parent, "title", title, NULL);

  self->func = func;
  self->user_data = user_data;
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat             *seat = g_ptr_array_index (snapshot->seats, i);
      const EqpSnapshotCategory *of = g_ptr_array_index (snapshot->categories, seat->category);

      if ((category == NULL || g_str_equal (of->code, category)) && (!chairs || of->may_chair))
        gtk_list_box_append (self->list, make_row (seat, of));
    }
  gtk_stack_set_visible_child_name (self->root, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "list" : "empty");
  gtk_window_present (GTK_WINDOW (self));
}
