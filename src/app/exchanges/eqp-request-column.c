/* eqp-request-column.c — one state on the board: its name, how many requests it has, the first of them as cards */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-column"

#include "config.h"

#include "app/exchanges/eqp-request-column.h"

#include <glib/gi18n.h>

#include "domain/exchanges/eqp-request.h"
#include "store/eqp-query-model.h"

struct _EqpRequestColumn
{
  AdwBin parent_instance;

  guint           state;
  EqpQueryModel  *model;
  EqpRequestLate *late; /* borrowed: the session's */

  GtkLabel   *name;
  GtkLabel   *count;
  GtkWidget  *scroller;
  GtkListBox *cards;
  GtkButton  *more;
};

G_DEFINE_FINAL_TYPE (EqpRequestColumn, eqp_request_column, ADW_TYPE_BIN)

static void
show_count (EqpRequestColumn *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  const char      *state = eqp_request_get_state_label (self->state, language);
  guint            n = eqp_request_column_get_n_requests (self);
  guint            hidden = n > EQP_REQUEST_COLUMN_CARDS ? n - EQP_REQUEST_COLUMN_CARDS : 0;
  g_autofree char *number = eqp_format_number (language, n);
  g_autofree char *further = eqp_format_number (language, hidden);
  /* Translators: %1$s is a state, such as “Received”, %2$s a number */
  g_autofree char *speech = g_strdup_printf (ngettext ("%1$s, %2$s request", "%1$s, %2$s requests", n), state, number);
  /* Translators: %s is how many requests of a column have no card; the button lists them all */
  g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", hidden), further);

  gtk_label_set_label (self->count, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
  /* Without a card it would take the keyboard itself, and have no name. */
  gtk_widget_set_can_focus (self->scroller, n > 0);
  if (n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static GtkWidget *
make_card (gpointer item,
           gpointer user_data)
{
  EqpRequestColumn *self = user_data;

  return eqp_request_card_new (item, self->late);
}

/* ---- dropping a card ---- */

static EqpRecord *
get_dropped (const GValue *value)
{
  GObject *object = value != NULL && G_VALUE_HOLDS (value, EQP_TYPE_REQUEST) ? g_value_get_object (value) : NULL;

  return object != NULL ? EQP_RECORD (object) : NULL;
}

static GdkDragAction
drag_motion_cb (EqpRequestColumn *self,
                double            x,
                double            y,
                GtkDropTarget    *target)
{
  EqpRecord *request = get_dropped (gtk_drop_target_get_value (target));

  return request != NULL && eqp_request_get_state (request) == self->state ? 0 : GDK_ACTION_MOVE;
}

static gboolean
drop_cb (EqpRequestColumn *self,
         const GValue     *value,
         double            x,
         double            y,
         GtkDropTarget    *target)
{
  EqpRecord *request = get_dropped (value);

  if (request == NULL || eqp_request_get_state (request) == self->state)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "requests.move", "(ss)", eqp_record_get_text (request, EQP_REQUEST_CODE),
                                     eqp_request_get_state_code (self->state));
}

static void
add_drop_target (EqpRequestColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (EQP_TYPE_REQUEST, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- the class ---- */

static void
eqp_request_column_dispose (GObject *object)
{
  EqpRequestColumn *self = EQP_REQUEST_COLUMN (object);

  if (self->cards != NULL)
    gtk_list_box_bind_model (self->cards, NULL, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_COLUMN);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (eqp_request_column_parent_class)->dispose (object);
}

static void
eqp_request_column_class_init (EqpRequestColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_column_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-column.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestColumn, name);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestColumn, count);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestColumn, cards);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestColumn, more);
}

static void
eqp_request_column_init (EqpRequestColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self);
}

GtkWidget *
eqp_request_column_new (guint state)
{
  EqpRequestColumn *self = g_object_new (EQP_TYPE_REQUEST_COLUMN, NULL);

  self->state = state;
  gtk_label_set_label (self->name, eqp_request_get_state_label (state, eqp_language_get_interface ()));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more), "s", eqp_request_get_state_code (state));
  return GTK_WIDGET (self);
}

void
eqp_request_column_load (EqpRequestColumn *self,
                         EqpStore         *store,
                         EqpRequestLate   *late)
{
  g_autoptr (GtkSliceListModel) slice = NULL;

  g_return_if_fail (EQP_IS_REQUEST_COLUMN (self));
  g_return_if_fail (self->model == NULL);

  self->late = late;
  self->model = eqp_query_model_new (store, &eqp_request_entity);
  eqp_query_model_set_where (self->model, "0");
  /* Who waits longest comes first. */
  eqp_query_model_set_order (self->model, "received, code");
  slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), 0, EQP_REQUEST_COLUMN_CARDS);
  gtk_list_box_bind_model (self->cards, G_LIST_MODEL (slice), make_card, self, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);
}

void
eqp_request_column_set_filter (EqpRequestColumn *self,
                               const char       *condition,
                               const char       *search)
{
  g_return_if_fail (EQP_IS_REQUEST_COLUMN (self));

  eqp_query_model_set_where (self->model, condition);
  eqp_query_model_set_search (self->model, search);
  show_count (self);
}

guint
eqp_request_column_get_state (EqpRequestColumn *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_COLUMN (self), 0);

  return self->state;
}

guint
eqp_request_column_get_n_requests (EqpRequestColumn *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_COLUMN (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

GtkWidget *
eqp_request_column_get_card (EqpRequestColumn *self,
                             guint             index)
{
  guint n;

  g_return_val_if_fail (EQP_IS_REQUEST_COLUMN (self), NULL);

  n = MIN (eqp_request_column_get_n_requests (self), EQP_REQUEST_COLUMN_CARDS);
  return n > 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->cards, (int)MIN (index, n - 1))) : NULL;
}

GtkWidget *
eqp_request_column_find_card (EqpRequestColumn *self,
                              gint64            request)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (EQP_IS_REQUEST_COLUMN (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    if (eqp_record_get_id (eqp_request_card_get_request (EQP_REQUEST_CARD (row))) == request)
      return GTK_WIDGET (row);
  return NULL;
}
