/* eqp-balance-table.c — the balance broken down: a row a month, scheme, person …; every figure opens its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-table"

#include "config.h"

#include "app/exchanges/eqp-balance-table.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-item.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-table-columns.h"

#define WHEEL_STEPS_A_PAGE 8
/* Rows in sight without scrolling inside the page, and their height as the style has it. */
#define MAX_ROWS 14
#define ROW_HEIGHT 33

struct _EqpBalanceTable
{
  AdwBin parent_instance;

  const EqpBalanceFigures *figures; /* borrowed: the view's */
  GListStore              *items;

  GtkScrolledWindow   *scroller;
  GtkColumnView       *view;
  GtkColumnViewColumn *label_column;
};

G_DEFINE_FINAL_TYPE (EqpBalanceTable, eqp_balance_table, ADW_TYPE_BIN)

static EqpTraining
get_training (gpointer object)
{
  return (EqpTraining)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), "training"));
}

/* "FC · October 2026 (done)" */
static char *
dup_title (EqpBalanceTable *self,
           EqpBalanceItem  *item,
           EqpTraining      training)
{
  EqpLanguage language = eqp_language_get_interface ();
  const char *what = training < EQP_N_TRAININGS ? eqp_training_get_label (training, language) : _ ("Balance");
  gboolean    total = eqp_balance_item_get_key (item) == NULL;

  return g_strdup_printf ("%s · %s%s%s (%s)", what, total ? "" : eqp_balance_item_get_label (item), total ? "" : " · ", self->figures->period,
                          eqp_hours_get_label (self->figures->hours, language));
}

/* ---- cells ---- */

static void
set_up_label_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item,
                 EqpBalanceTable          *self)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  eqp_table_add_tooltip (GTK_INSCRIPTION (cell));
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 14);
  gtk_list_item_set_child (list_item, cell);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               EqpBalanceTable          *self)
{
  EqpBalanceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget      *cell = gtk_list_item_get_child (list_item);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), eqp_balance_item_get_label (item));
  if (eqp_balance_item_get_key (item) == NULL)
    gtk_widget_add_css_class (cell, "heading");
  else
    gtk_widget_remove_css_class (cell, "heading");
}

static void
set_up_figure_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  EqpBalanceTable          *self)
{
  gtk_list_item_set_child (list_item, eqp_balance_link_new ());
}

static void
bind_figure_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                EqpBalanceTable          *self)
{
  EqpBalanceItem  *item = gtk_list_item_get_item (list_item);
  EqpTraining      training = get_training (factory);
  gint64           minutes = eqp_balance_item_get_minutes (item, training);
  g_autofree char *hours = eqp_balance_dup_hours (minutes);
  g_autofree char *text = g_strdup_printf ("%s%s", training == EQP_N_TRAININGS && minutes > 0 ? "+" : "", hours);
  g_autofree char *title = dup_title (self, item, training);

  eqp_balance_link_show (gtk_list_item_get_child (list_item), text,
                         eqp_balance_figures_get_lines (self->figures, eqp_balance_item_get_key (item), training, EQP_LINES_COUNTED), title);
}

static GtkColumnViewColumn *
add_column (EqpBalanceTable *self,
            const char      *title,
            EqpTraining      training,
            gboolean         label)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "training", GUINT_TO_POINTER (training));
  g_signal_connect_object (factory, "setup", label ? G_CALLBACK (set_up_label_cb) : G_CALLBACK (set_up_figure_cb), self, 0);
  g_signal_connect_object (factory, "bind", label ? G_CALLBACK (bind_label_cb) : G_CALLBACK (bind_figure_cb), self, 0);
  gtk_column_view_column_set_expand (column, label);
  if (!label)
    gtk_column_view_column_set_fixed_width (column, 120);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
  return column;
}

/* ---- the class ---- */

static void
eqp_balance_table_dispose (GObject *object)
{
  EqpBalanceTable *self = EQP_BALANCE_TABLE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  self->scroller = NULL;
  g_clear_object (&self->items);

  G_OBJECT_CLASS (eqp_balance_table_parent_class)->dispose (object);
}

static void
eqp_balance_table_class_init (EqpBalanceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_balance_table_dispose;
}

static gboolean
can_move (GtkAdjustment *adjustment,
          double         step)
{
  double value = gtk_adjustment_get_value (adjustment);

  return step < 0 ? value > gtk_adjustment_get_lower (adjustment)
                  : value < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* A scrolled window keeps the wheel even when it has nothing to scroll (GTK 4.8): what the table cannot use moves the page. */
static gboolean
wheel_cb (EqpBalanceTable          *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GtkWidget     *page = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (page == NULL || can_move (gtk_scrolled_window_get_vadjustment (self->scroller), dy))
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    dy *= gtk_adjustment_get_page_increment (adjustment) / WHEEL_STEPS_A_PAGE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy);
  return TRUE;
}

static void
eqp_balance_table_init (EqpBalanceTable *self)
{
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);

  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  self->items = g_list_store_new (EQP_TYPE_BALANCE_ITEM);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Breakdown of the balance"), -1);
  eqp_list_leave_on_tab (GTK_WIDGET (self->view));
  self->label_column = add_column (self, "", EQP_N_TRAININGS, TRUE);
  add_column (self, eqp_training_get_code (EQP_TRAINING_FC), EQP_TRAINING_FC, FALSE);
  add_column (self, eqp_training_get_code (EQP_TRAINING_FI), EQP_TRAINING_FI, FALSE);
  add_column (self, C_ ("hours", "Balance"), EQP_N_TRAININGS, FALSE);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
eqp_balance_table_show (EqpBalanceTable         *self,
                        const EqpBalanceFigures *figures)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const EqpBalance *balance = figures->balance;

  g_return_if_fail (EQP_IS_BALANCE_TABLE (self));

  self->figures = figures;
  gtk_column_view_column_set_title (self->label_column, eqp_breakdown_get_label (figures->by, eqp_language_get_interface ()));
  for (guint i = 0; i < balance->rows->len; i++)
    g_ptr_array_add (items, eqp_balance_item_new (g_ptr_array_index (balance->rows, i), figures->hours, FALSE));
  g_ptr_array_add (items, eqp_balance_item_new (&balance->total, figures->hours, TRUE));
  /* A table that is whole leaves the wheel to the page. */
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, items->len > MAX_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  /* A list says nothing of its natural height: the header, then a row each. */
  gtk_scrolled_window_set_min_content_height (self->scroller, ((int)MIN (items->len, MAX_ROWS) + 1) * ROW_HEIGHT);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}
