/* eqp-chart-view-input.c — keyboard, pointer and menu of the balance chart in a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-view"

#include "config.h"

#include "app/exchanges/eqp-chart-view-private.h"

#include <glib/gi18n.h>

/* ---- keyboard ---- */

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *steps,
         gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);
  int           x;
  int           y;

  if (_eqp_chart_view_ensure_geometry (self) == NULL || self->data->n_months == 0)
    return FALSE;
  g_variant_get (steps, "(ii)", &x, &y);
  eqp_chart_cursor_move (&self->cursor, self->data, _eqp_chart_view_ensure_geometry (self), x, y);
  _eqp_chart_view_cursor_moved (self);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *to_end,
        gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  if (_eqp_chart_view_ensure_geometry (self) == NULL || self->data->n_months == 0)
    return FALSE;
  eqp_chart_cursor_move_to_end (&self->cursor, self->data, _eqp_chart_view_ensure_geometry (self), g_variant_get_boolean (to_end));
  _eqp_chart_view_cursor_moved (self);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *unused,
             gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  _eqp_chart_view_activate_item (self, self->cursor.item);
  return self->cursor.item.kind != EQP_CHART_ITEM_NONE;
}

/* Space presses what can be switched, and nothing else. */
static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  if (self->cursor.item.kind != EQP_CHART_ITEM_LEGEND)
    return FALSE;
  _eqp_chart_view_activate_item (self, self->cursor.item);
  return TRUE;
}

/* ---- menu and actions ---- */

static void
show_menu (EqpChartView *self,
           double        x,
           double        y)
{
  g_autoptr (GMenu) model = NULL;

  if (self->data == NULL)
    return;
  if (self->menu == NULL)
    {
      model = g_menu_new ();
      g_menu_append (model, _ ("_Copy as a Picture"), "chart.copy");
      g_menu_append (model, _ ("_Save as a Picture…"), "chart.save");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *unused,
         gpointer   user_data)
{
  show_menu (EQP_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  eqp_chart_copy (widget, EQP_CHART_VIEW (widget)->data);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  eqp_chart_save (widget, self->data, self->title);
}

/* ---- pointer ---- */

EqpChartItem
_eqp_chart_view_pick (EqpChartView *self,
                      double        x,
                      double        y)
{
  EqpChartGeometry *geometry = _eqp_chart_view_ensure_geometry (self);

  return geometry != NULL ? eqp_chart_geometry_pick (geometry, x, y) : EQP_CHART_NO_ITEM;
}

static void
set_hover (EqpChartView *self,
           EqpChartItem  item)
{
  if (item.kind == self->hover.kind && item.series == self->hover.series && item.month == self->hover.month)
    return;
  self->hover = item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item.kind != EQP_CHART_ITEM_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (EqpChartView *self,
           double        x,
           double        y)
{
  set_hover (self, _eqp_chart_view_pick (self, x, y));
}

static void
leave_cb (EqpChartView *self)
{
  set_hover (self, EQP_CHART_NO_ITEM);
}

static void
pressed_cb (EqpChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  EqpChartItem item = _eqp_chart_view_pick (self, x, y);

  if (item.kind == EQP_CHART_ITEM_NONE)
    return;
  eqp_chart_cursor_set (&self->cursor, item);
  _eqp_chart_view_cursor_moved (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (EqpChartView *self,
             int           n_press,
             double        x,
             double        y)
{
  EqpChartItem item = _eqp_chart_view_pick (self, x, y);

  /* Pressed here, released elsewhere: thought better of it. */
  if (n_press == 1 && item.kind == self->cursor.item.kind && item.series == self->cursor.item.series && item.month == self->cursor.item.month)
    _eqp_chart_view_activate_item (self, item);
}

static void
menu_pressed_cb (EqpChartView *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  show_menu (self, x, y);
}

/* ---- the class ---- */

void
_eqp_chart_view_add_bindings (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    guint keypad;
    int   x;
    int   y;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (class, moves[i].key, 0, move_cb, "(ii)", moves[i].x, moves[i].y);
      gtk_widget_class_add_binding (class, moves[i].keypad, 0, move_cb, "(ii)", moves[i].x, moves[i].y);
    }
  gtk_widget_class_install_action (class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (class, "chart.save", NULL, save_action);
  gtk_widget_class_add_binding (class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_space, 0, toggle_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

void
_eqp_chart_view_add_controllers (EqpChartView *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu_click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu_click));
}
