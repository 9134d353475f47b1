/* test-chart.c — the chart's widget: what keys, clicks and the legend do, what a screen reader is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chart"

#include "config.h"

#include <adwaita.h>

#include "app/exchanges/eqp-chart-cursor.h"
#include "app/exchanges/eqp-chart-export.h"
#include "app/exchanges/eqp-chart-view.h"
#include "app/widgets/eqp-message-window.h"
#include "ui-fixture.h"

#define N_MONTHS 12
#define N_PAST 5

typedef struct
{
  UiFixture     ui;
  EqpChartMonth months[N_MONTHS];
  EqpChartData  data;
  GtkWindow    *window;
  EqpChartView *view;
  guint         n_activated;
  guint         month; /* of the last activation */
  int           series;
} Fixture;

static void
activated_cb (EqpChartView *view,
              guint         month,
              int           series,
              Fixture      *fixture)
{
  fixture->n_activated++;
  fixture->month = month;
  fixture->series = series;
}

static void
make_data (Fixture *fixture)
{
  for (int i = 0; i < N_MONTHS; i++)
    fixture->months[i] = (EqpChartMonth){
      .month = eqp_date_add_months (eqp_date_from_ymd (2026, 9, 1), i),
      .fc = i < N_PAST ? 6000 + i * 600 : 0,
      .fi = i < N_PAST ? 5000 + i * 300 : 0,
      .fc_expected = 6000 + i * 600,
      .fi_expected = 5000 + i * 300,
      .cumulative = 1000 * (i + 1),
      .has_cumulative = i < N_PAST,
      .expected = 1000 * (i + 1),
      .low = 900 * (i + 1),
      .high = 1100 * (i + 1),
      .has_expected = i >= N_PAST,
    };
  fixture->data = (EqpChartData){ eqp_language_get_interface (), fixture->months, N_MONTHS, 600, 0, NULL };
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  ui_fixture_set_up_closed (&fixture->ui, NULL);
  make_data (fixture);
  fixture->view = EQP_CHART_VIEW (eqp_chart_view_new ());
  eqp_chart_view_set_title (fixture->view, "Balance");
  eqp_chart_view_set_chart (fixture->view, &fixture->data);
  g_signal_connect (fixture->view, "item-activated", G_CALLBACK (activated_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_transient_for (fixture->window, GTK_WINDOW (fixture->ui.window));
  gtk_window_set_default_size (fixture->window, 800, 450);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  ui_wait_for (gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ui_wait_for (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  ui_close_dialogs ();
  ui_fixture_tear_down (&fixture->ui, NULL);
}

/* Presses a key as the widget's own bindings take it. */
static gboolean
press (Fixture *fixture,
       guint    key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                                 GTK_WIDGET (fixture->view), gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static void
assert_focus (Fixture         *fixture,
              EqpChartItemKind kind,
              EqpSeries        series,
              guint            month)
{
  EqpChartItem item = eqp_chart_view_get_focus_item (fixture->view);

  g_assert_cmpint (item.kind, ==, kind);
  g_assert_cmpint (item.series, ==, series);
  g_assert_cmpuint (item.month, ==, month);
}

static void
assert_told (Fixture    *fixture,
             const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
test_arrows (Fixture      *fixture,
             gconstpointer data)
{
  /* It begins with the month at hand. */
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, N_PAST - 1);
  press (fixture, GDK_KEY_Home);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, 0);
  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, 0);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 0);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, 0);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, 1);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 1);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 1);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, 1);
  /* There is no balance in the months to come, but coming back there is. */
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, N_MONTHS - 1);
  press (fixture, GDK_KEY_Home);
  assert_focus (fixture, EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, 0);
}

static void
test_legend_by_keyboard (Fixture      *fixture,
                         gconstpointer data)
{
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, EQP_CHART_ITEM_LEGEND, EQP_SERIES_FC, 0);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, EQP_CHART_ITEM_LEGEND, EQP_SERIES_FI, 0);
  assert_told (fixture, "Balance – FI by the rectorat (R): shown");
  g_assert_true (press (fixture, GDK_KEY_space));
  g_assert_cmpuint (eqp_chart_view_get_hidden (fixture->view), ==, 1u << EQP_SERIES_FI);
  assert_told (fixture, "Balance – FI by the rectorat (R): hidden");
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, N_PAST - 1);
  /* What is hidden is passed over. */
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, N_PAST - 1);
  /* Space does nothing elsewhere. */
  g_assert_false (press (fixture, GDK_KEY_space));
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  /* Other figures leave hidden what is hidden. */
  eqp_chart_view_set_chart (fixture->view, &fixture->data);
  g_assert_cmpuint (eqp_chart_view_get_hidden (fixture->view), ==, 1u << EQP_SERIES_FI);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, N_PAST - 1);
}

static void
test_activate (Fixture      *fixture,
               gconstpointer data)
{
  press (fixture, GDK_KEY_Home);
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->month, ==, 0);
  g_assert_cmpint (fixture->series, ==, EQP_SERIES_FC);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_KP_Enter);
  g_assert_cmpuint (fixture->n_activated, ==, 2);
  g_assert_cmpuint (fixture->month, ==, 1);
  g_assert_cmpint (fixture->series, ==, EQP_SERIES_FI);
}

/* The gesture's signals, as a click gives them; nothing is synthesized below them. */
static void
click (Fixture *fixture,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller) || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_PRIMARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static void
test_click (Fixture      *fixture,
            gconstpointer data)
{
  EqpRectangle bar;
  EqpRectangle entry;
  EqpRectangle month;

  g_assert_true (eqp_chart_geometry_get_bar (eqp_chart_view_get_geometry (fixture->view), 2, EQP_SERIES_FI, &bar));
  click (fixture, bar.x + bar.width / 2, bar.y + bar.height / 2);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->month, ==, 2);
  g_assert_cmpint (fixture->series, ==, EQP_SERIES_FI);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 2);
  month = eqp_chart_geometry_get_month (eqp_chart_view_get_geometry (fixture->view), 7);
  click (fixture, month.x + 1, month.y + month.height - 1);
  g_assert_cmpuint (fixture->month, ==, 7);
  g_assert_cmpint (fixture->series, ==, EQP_N_SERIES);
  g_assert_true (eqp_chart_geometry_get_legend (eqp_chart_view_get_geometry (fixture->view), EQP_SERIES_FORECAST, &entry));
  click (fixture, entry.x + 2, entry.y + 2);
  g_assert_cmpuint (eqp_chart_view_get_hidden (fixture->view), ==, 1u << EQP_SERIES_FORECAST);
  click (fixture, entry.x + 2, entry.y + 2);
  g_assert_cmpuint (eqp_chart_view_get_hidden (fixture->view), ==, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 2);
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *description = eqp_chart_dup_description (&fixture->data);
  g_autofree char *problem = NULL;
  g_autofree char *item = NULL;
  g_autofree char *label = NULL;

  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_IMG));
  problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_cmpstr (problem, ==, NULL);
  press (fixture, GDK_KEY_Home);
  item = eqp_chart_dup_item_text (&fixture->data, eqp_chart_view_get_focus_item (fixture->view));
  label = g_strconcat ("Balance – ", item, NULL);
  assert_told (fixture, label);
  /* Without a chart there is nothing to do. */
  eqp_chart_view_set_chart (fixture->view, NULL);
  assert_told (fixture, "Balance");
  g_assert_false (press (fixture, GDK_KEY_Right));
  g_assert_null (eqp_chart_view_get_geometry (fixture->view));
  g_assert_false (ui_action_enabled (fixture->view, "chart.copy"));
  g_assert_false (ui_action_enabled (fixture->view, "chart.save"));
  ui_settle ();
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GdkTexture **)user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL, texture_cb, &texture);
  ui_wait_for (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1600);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 800);
}

static void
test_save (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->ui.folder, "chart.svg", NULL);
  g_autofree char *bare = g_build_filename (fixture->ui.folder, "chart", NULL);
  g_autofree char *completed = g_strconcat (bare, ".png", NULL);
  g_autofree char *wrong = g_build_filename (fixture->ui.folder, "chart.doc", NULL);

  eqp_chart_save_as (GTK_WIDGET (fixture->view), &fixture->data, "Balance", path);
  ui_wait_for (ui_shows (fixture->ui.window, "Saved as “chart.svg”"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  eqp_chart_save_as (GTK_WIDGET (fixture->view), &fixture->data, "Balance", bare);
  ui_wait_for (g_file_test (completed, G_FILE_TEST_IS_REGULAR));
  eqp_chart_save_as (GTK_WIDGET (fixture->view), &fixture->data, "Balance", wrong);
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "“chart.doc” is no name for a picture: let it end in .png, .svg or .pdf."));
}

/* Every look of the desktop, a change of size, and a chart that shrinks below the keyboard. */
static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_settle ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  ui_settle ();
  press (fixture, GDK_KEY_End);
  fixture->data.n_months = 3;
  eqp_chart_view_set_chart (fixture->view, &fixture->data);
  assert_focus (fixture, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, 2);
  fixture->data.n_months = 0;
  eqp_chart_view_set_chart (fixture->view, &fixture->data);
  g_assert_cmpint (eqp_chart_view_get_focus_item (fixture->view).kind, ==, EQP_CHART_ITEM_NONE);
  ui_settle ();
}

#define add(name, function) g_test_add ("/chart/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  add ("arrows", test_arrows);
  add ("legend-by-keyboard", test_legend_by_keyboard);
  add ("activate", test_activate);
  add ("click", test_click);
  add ("accessible", test_accessible);
  add ("copy", test_copy);
  add ("save", test_save);
  add ("looks", test_looks);
  return g_test_run ();
}
