/* test-balance.c — the balance: its headline, the figures that open their lines, the chart as a table, what if, the gauges at home */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-balance"

#include "config.h"

#include "app/exchanges/eqp-balance-chart.h"
#include "app/exchanges/eqp-balance-desk.h"
#include "app/exchanges/eqp-balance-export.h"
#include "app/exchanges/eqp-balance-facts.h"
#include "app/exchanges/eqp-balance-period.h"
#include "app/exchanges/eqp-chart-view.h"
#include "app/exchanges/eqp-forecast-panel.h"
#include "app/exchanges/eqp-ledger-desk.h"
#include "app/exchanges/eqp-ledger-table.h"
#include "app/home/eqp-gauge-row.h"
#include "app/printing/eqp-preview-window.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "ui-fixture.h"

static EqpStore *
get_store (UiFixture *fixture)
{
  return eqp_session_get_store (eqp_window_get_session (fixture->window));
}

static void
set_up (UiFixture    *fixture,
        gconstpointer data)
{
  ui_fixture_set_up (fixture, data);
  eqp_window_go (fixture->window, "exchanges/balance");
  ui_settle ();
}

static EqpBalanceDesk *
get_desk (UiFixture *fixture)
{
  GtkWidget *desk = ui_find (ui_page (fixture), EQP_TYPE_BALANCE_DESK, NULL);

  g_assert_nonnull (desk);
  return EQP_BALANCE_DESK (desk);
}

static GtkWidget *
get_part (UiFixture  *fixture,
          const char *name)
{
  return ui_child (get_desk (fixture), EQP_TYPE_BALANCE_DESK, name);
}

static gint64
get_balance (UiFixture *fixture)
{
  const EqpBalanceFigures *figures = eqp_balance_desk_get_figures (get_desk (fixture));

  return eqp_balance_row_get_minutes (&figures->balance->total, figures->hours);
}

/* One hour of FC more on a day of the period, as another window would add it. */
static void
add_hour (UiFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (fixture), &error,
                                                "SELECT person_id FROM intervention WHERE home_side = 'university' AND shared_time = 0 AND direct_contract = 0 "
                                                "AND date >= '2026-09-01' ORDER BY date, id LIMIT 1",
                                                NULL);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_intervention_entity);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, NULL));
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, eqp_query_get_integer (query, 0));
  g_clear_pointer (&query, eqp_query_free);
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, eqp_date_from_ymd (2026, 9, 2));
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, "FC");
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 60);
  eqp_ledger_save (get_store (fixture), draft, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_headline_says_who_owes (UiFixture    *fixture,
                                 gconstpointer data)
{
  g_autofree char *verdict = eqp_balance_dup_verdict (get_balance (fixture), 0);

  g_assert_cmpint (get_balance (fixture), !=, 0);
  ui_wait_for (ui_shows (get_desk (fixture), verdict));
  ui_wait_for (ui_shows (get_desk (fixture), "tolerance"));
}

static void
test_it_follows_the_ledger (UiFixture    *fixture,
                            gconstpointer data)
{
  gint64 before = get_balance (fixture);

  add_hour (fixture);
  ui_wait_for (get_balance (fixture) == before + 60);
  /* While somebody looks elsewhere nothing is computed; coming back is enough. */
  eqp_window_go (fixture->window, "home");
  ui_settle ();
  add_hour (fixture);
  ui_settle ();
  eqp_window_go (fixture->window, "exchanges/balance");
  ui_wait_for (get_balance (fixture) == before + 120);
}

static void
test_breakdown_and_state (UiFixture    *fixture,
                          gconstpointer data)
{
  gint64 total = get_balance (fixture);

  for (guint by = 0; by < EQP_N_BREAKDOWNS; by++)
    {
      const EqpBalanceFigures *figures;
      gint64                   sum = 0;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (fixture, "by")), by);
      ui_settle ();
      ui_wait_for (eqp_balance_desk_get_figures (get_desk (fixture))->by == by);
      figures = eqp_balance_desk_get_figures (get_desk (fixture));
      for (guint i = 0; i < figures->balance->rows->len; i++)
        sum += eqp_balance_row_get_minutes (g_ptr_array_index (figures->balance->rows, i), figures->hours);
      g_assert_cmpint (sum, ==, total);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (fixture, "hours")), EQP_HOURS_CERTIFIED);
  ui_wait_for (eqp_balance_desk_get_figures (get_desk (fixture))->hours == EQP_HOURS_CERTIFIED);
}

/* The button's target is the condition: the ledger lists as many lines as the figure adds up. */
static void
test_a_figure_opens_its_lines (UiFixture    *fixture,
                               gconstpointer data)
{
  const EqpBalanceFigures *figures = eqp_balance_desk_get_figures (get_desk (fixture));
  const char              *condition = eqp_balance_get_condition (get_store (fixture), figures->from, figures->to, figures->by, NULL, EQP_TRAINING_FC, EQP_LINES_COUNTED);
  gint64                   lines = figures->balance->total.fc.lines;
  GtkWidget               *ledger;
  GtkWidget               *table;

  eqp_exchange_view_open_lines (GTK_WIDGET (get_desk (fixture)), condition, "FC");
  ui_settle ();
  ledger = ui_find (ui_page (fixture), EQP_TYPE_LEDGER_DESK, NULL);
  g_assert_nonnull (ledger);
  table = ui_child (ledger, EQP_TYPE_LEDGER_DESK, "table");
  ui_wait_for (eqp_ledger_table_count (EQP_LEDGER_TABLE (table)) == lines);
}

static void
test_terms_and_free_dates (UiFixture    *fixture,
                           gconstpointer data)
{
  GtkWidget *period = get_part (fixture, "period");
  GtkWidget *parts = ui_child (period, EQP_TYPE_BALANCE_PERIOD, "parts");
  EqpDate    from, to;
  guint      first, n_months;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (parts), 2);
  ui_settle ();
  eqp_balance_period_get (EQP_BALANCE_PERIOD (period), &from, &to);
  g_assert_cmpint (from, ==, eqp_date_from_ymd (2027, 1, 1));
  g_assert_cmpint (to, ==, eqp_date_from_ymd (2027, 3, 31));
  g_assert_true (eqp_balance_period_get_months (EQP_BALANCE_PERIOD (period), &first, &n_months));
  g_assert_cmpuint (first, ==, 4);
  g_assert_cmpuint (n_months, ==, 3);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (parts), 4);
  ui_settle ();
  gtk_editable_set_text (GTK_EDITABLE (ui_child (period, EQP_TYPE_BALANCE_PERIOD, "to")), "30/09/2026");
  ui_settle ();
  ui_wait_for (eqp_balance_desk_get_figures (get_desk (fixture))->to == eqp_date_from_ymd (2026, 9, 30));
  gtk_widget_activate_action (period, "period.previous", NULL);
  ui_settle ();
  g_assert_cmpint (eqp_balance_period_get_year (EQP_BALANCE_PERIOD (period)), ==, 2025);
}

static void
test_the_chart_as_a_table (UiFixture    *fixture,
                           gconstpointer data)
{
  GtkWidget *chart = get_part (fixture, "chart");

  g_assert_false (ui_shows (chart, "10/2026"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_child (chart, EQP_TYPE_BALANCE_CHART, "as_table")), TRUE);
  ui_settle ();
  ui_wait_for (ui_shows (chart, "10/2026"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_child (chart, EQP_TYPE_BALANCE_CHART, "compare")), TRUE);
  ui_settle ();
  /* A month that is clicked opens its lines. */
  g_signal_emit_by_name (ui_child (chart, EQP_TYPE_BALANCE_CHART, "view"), "item-activated", 1u, (int)EQP_SERIES_FC);
  ui_settle ();
  g_assert_nonnull (ui_find (ui_page (fixture), EQP_TYPE_LEDGER_DESK, NULL));
}

static void
test_what_if (UiFixture    *fixture,
              gconstpointer data)
{
  GtkWidget *panel = get_part (fixture, "panel");
  GtkLabel  *verdict;
  char      *before;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (fixture, "what_if")), TRUE);
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (panel));
  verdict = GTK_LABEL (ui_child (panel, EQP_TYPE_FORECAST_PANEL, "verdict"));
  before = g_strdup (gtk_label_get_label (verdict));
  gtk_widget_activate_action (panel, "forecast.all", NULL);
  ui_settle ();
  g_assert_cmpstr (gtk_label_get_label (verdict), !=, before);
  gtk_widget_activate_action (panel, "forecast.nothing", NULL);
  ui_settle ();
  g_assert_cmpstr (gtk_label_get_label (verdict), ==, before);
  g_free (before);
}

/* each family of direct contracts opens its lines. */
static void
test_direct_contracts_by_family (UiFixture    *fixture,
                                 gconstpointer data)
{
  const EqpBalanceFigures *figures = eqp_balance_desk_get_figures (get_desk (fixture));
  const EqpDirectFamily   *family;
  GtkWidget               *row, *link;
  guint                    n;

  g_assert_cmpuint (figures->families->len, >, 0);
  family = g_ptr_array_index (figures->families, 0);
  n = (guint)family->sum.lines;
  row = ui_find (get_desk (fixture), ADW_TYPE_ACTION_ROW, family->label);
  g_assert_nonnull (row);
  link = ui_find (row, GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  ui_settle ();
  g_assert_nonnull (ui_find (ui_page (fixture), EQP_TYPE_LEDGER_TABLE, NULL));
  g_assert_cmpuint (eqp_ledger_table_count (EQP_LEDGER_TABLE (ui_find (ui_page (fixture), EQP_TYPE_LEDGER_TABLE, NULL))), <=, n);
  g_assert_cmpuint (eqp_ledger_table_count (EQP_LEDGER_TABLE (ui_find (ui_page (fixture), EQP_TYPE_LEDGER_TABLE, NULL))), >, 0);
}

static void
test_print_and_export (UiFixture    *fixture,
                       gconstpointer data)
{
  const char *names[] = { "balance.csv", "balance.odt", "balance.pdf" };
  GtkWidget  *preview;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      eqp_balance_export_as (get_desk (fixture), path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  gtk_widget_activate_action (GTK_WIDGET (get_desk (fixture)), "win.print", NULL);
  preview = ui_wait_dialog (EQP_TYPE_PREVIEW_WINDOW);
  ui_settle ();
  ui_wait_for (ui_shows (preview, "Balance report"));
  g_assert_true (ui_action_enabled (preview, "preview.print"));
  g_assert_true (ui_action_enabled (preview, "preview.save-odt"));
}

static void
test_gauges_at_home (UiFixture    *fixture,
                     gconstpointer data)
{
  g_autofree char *verdict = eqp_balance_dup_verdict (get_balance (fixture), 0);

  eqp_window_go (fixture->window, "home");
  ui_wait_for (ui_find (ui_page (fixture), EQP_TYPE_GAUGE_ROW, verdict) != NULL);
  ui_wait_for (ui_shows (ui_page (fixture), "One third by field trainers"));
}

/* 1000 × 640 is the smallest window, of which the sidebar takes a part. */
static void
test_fits_a_small_window (UiFixture    *fixture,
                          gconstpointer data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (get_desk (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 760);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/exchanges/balance/" name, UiFixture, NULL, set_up, func, ui_fixture_tear_down)
  ADD ("the-headline-says-who-owes", test_the_headline_says_who_owes);
  ADD ("it-follows-the-ledger", test_it_follows_the_ledger);
  ADD ("breakdown-and-state", test_breakdown_and_state);
  ADD ("a-figure-opens-its-lines", test_a_figure_opens_its_lines);
  ADD ("terms-and-free-dates", test_terms_and_free_dates);
  ADD ("the-chart-as-a-table", test_the_chart_as_a_table);
  ADD ("what-if", test_what_if);
  ADD ("direct-contracts-by-family", test_direct_contracts_by_family);
  ADD ("print-and-export", test_print_and_export);
  ADD ("gauges-at-home", test_gauges_at_home);
  ADD ("fits-a-small-window", test_fits_a_small_window);
#undef ADD
  return g_test_run ();
}
