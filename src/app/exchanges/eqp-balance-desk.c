/* eqp-balance-desk.c — the balance: who owes whom, the chart, the breakdown, what stands beside it, and what if */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-desk"

#include "config.h"

#include "app/exchanges/eqp-balance-desk.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-balance-chart.h"
#include "app/exchanges/eqp-balance-export.h"
#include "app/exchanges/eqp-balance-facts.h"
#include "app/exchanges/eqp-balance-period.h"
#include "app/exchanges/eqp-balance-table.h"
#include "app/exchanges/eqp-forecast-panel.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/bodies/eqp-parameter.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-setting.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"
#include "domain/exchanges/eqp-year-closing.h"
#include "store/eqp-journal.h"

struct _EqpBalanceDesk
{
  EqpExchangeView parent_instance;

  EqpBalanceFigures *figures;  /* (nullable) */
  EqpForecast       *forecast; /* (nullable) */
  gboolean           changing; /* the view itself changes a control */
  gboolean           stale;    /* something that matters was changed while nobody looked */
  guint              source;   /* of the reading to come */

  EqpBalancePeriod *period;
  GtkDropDown      *hours;
  GtkDropDown      *by;
  GtkToggleButton  *what_if;
  AdwBin           *side;
  GtkLabel         *verdict;
  GtkLabel         *details;
  AdwBin           *info;
  EqpBalanceChart  *chart;
  EqpBalanceTable  *table;
  EqpBalanceFacts  *facts;
  EqpForecastPanel *panel;
};

G_DEFINE_FINAL_TYPE (EqpBalanceDesk, eqp_balance_desk, EQP_TYPE_EXCHANGE_VIEW)

static EqpStore *
get_store (EqpBalanceDesk *self)
{
  return eqp_page_get_store (EQP_PAGE (self));
}

const EqpBalanceFigures *
eqp_balance_desk_get_figures (EqpBalanceDesk *self)
{
  g_return_val_if_fail (EQP_IS_BALANCE_DESK (self), NULL);

  return self->figures;
}

/* ---- the headline ---- */

/* "3.1 % of the 805 h exchanged · tolerance 0 h · carried over 12 h" */
static char *
dup_details (const EqpBalanceFigures *figures)
{
  EqpLanguage          language = eqp_language_get_interface ();
  const EqpBalanceRow *total = &figures->balance->total;
  gint64               exchanged = eqp_balance_row_get_exchanged (total, figures->hours);
  gint64               balance = eqp_balance_row_get_minutes (total, figures->hours);
  g_autofree char     *percent = eqp_percent_format (ABS (balance), exchanged, language);
  g_autofree char     *whole = eqp_duration_format (exchanged, language);
  g_autofree char     *fc = eqp_duration_format (total->fc.minutes[figures->hours], language);
  g_autofree char     *fi = eqp_duration_format (total->fi.minutes[figures->hours], language);
  g_autofree char     *tolerance = eqp_duration_format (figures->tolerance, language);
  g_autofree char     *carried = eqp_duration_format (figures->carried, language);
  GString             *text = g_string_new (NULL);

  if (exchanged == 0)
    g_string_append (text, _ ("No hours in this period and state."));
  else
    /* Translators: %1$s and %2$s are durations of continuing and initial training, %3$s a percentage, %4$s a duration */
    g_string_append_printf (text, _ ("FC %1$s by the university − FI %2$s by the rectorat: %3$s of the %4$s exchanged"), fc, fi, percent, whole);
  g_string_append (text, " · ");
  /* Translators: %s is a duration */
  g_string_append_printf (text, _ ("tolerance %s"), tolerance);
  if (figures->carried != 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a duration */
      g_string_append_printf (text, _ ("carried over %s"), carried);
    }
  return g_string_free (text, FALSE);
}

static void
show_headline (EqpBalanceDesk *self)
{
  const EqpBalanceFigures *figures = self->figures;
  gint64                   balance = eqp_balance_row_get_minutes (&figures->balance->total, figures->hours);
  int                      side = eqp_balance_get_creditor_side (balance, figures->tolerance);
  g_autofree char         *verdict = eqp_balance_dup_verdict (balance, figures->tolerance);
  g_autofree char         *details = dup_details (figures);
  g_autofree char         *source = eqp_exchange_dup_parameter_source (figures->store, EQP_PARAMETER_TOLERANCE, figures->balance->to);
  /* Translators: %s is the sentence of a text that the tolerance comes from */
  g_autofree char *text = g_strdup_printf (_ ("Minutes of FC that the university’s people gave, less minutes of FI that the rectorat’s people gave, in the state and period chosen; without shared time and direct contracts. Nothing is rounded: all sums are whole minutes. Within the tolerance nobody owes anything.\n\nSource of the tolerance: %s"), source);

  adw_bin_set_child (self->side, side != EQP_SIDE_NONE ? eqp_side_chip_new (side) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->side), side != EQP_SIDE_NONE);
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->details, details);
  adw_bin_set_child (self->info, eqp_balance_info_new (_ ("Balance"), text));
}

/* ---- everything ---- */

static EqpBalanceFigures *
load_figures (EqpBalanceDesk *self,
              GError        **error)
{
  g_autofree char *period = eqp_balance_period_dup_label (self->period);
  EqpDate          from, to;

  eqp_balance_period_get (self->period, &from, &to);
  return eqp_balance_figures_load (get_store (self), from, to, gtk_drop_down_get_selected (self->hours),
                                   gtk_drop_down_get_selected (self->by), period, error);
}

static int
get_year (EqpBalanceDesk *self)
{
  return eqp_balance_period_get_year (self->period);
}

static void
show_panel (EqpBalanceDesk *self)
{
  gboolean current = get_year (self) == eqp_pole_academic_year (get_store (self), eqp_date_today ());

  gtk_widget_set_sensitive (GTK_WIDGET (self->what_if), current);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), current && gtk_toggle_button_get_active (self->what_if));
  eqp_forecast_panel_show (self->panel, current ? self->forecast : NULL, self->figures->tolerance);
}

static void
refresh (EqpBalanceDesk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpBalanceFigures) figures = load_figures (self, &error);
  EqpForecast *forecast = figures != NULL ? eqp_balance_load_forecast (get_store (self), get_year (self), &error) : NULL;
  guint        first = 0;
  guint        n_months = 12;

  self->stale = FALSE;
  if (forecast == NULL)
    {
      eqp_feedback_say (GTK_WIDGET (self), error->message);
      return;
    }
  eqp_balance_table_show (self->table, figures);
  eqp_balance_facts_show (self->facts, figures);
  g_clear_pointer (&self->figures, eqp_balance_figures_free);
  self->figures = g_steal_pointer (&figures);
  eqp_balance_period_get_months (self->period, &first, &n_months);
  show_headline (self);
  eqp_forecast_panel_show (self->panel, NULL, 0);
  eqp_balance_chart_load (self->chart, get_store (self), forecast, self->figures->tolerance, first, n_months);
  g_clear_pointer (&self->forecast, eqp_forecast_free);
  self->forecast = forecast;
  show_panel (self);
  eqp_balance_chart_refresh (self->chart);
}

static gboolean
refresh_cb (gpointer user_data)
{
  EqpBalanceDesk *self = user_data;

  self->source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Now if somebody looks, else when somebody comes. */
static void
queue_refresh (EqpBalanceDesk *self)
{
  self->stale = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_cb, self, NULL);
}

static void
choice_changed_cb (EqpBalanceDesk *self)
{
  if (!self->changing && eqp_page_get_session (EQP_PAGE (self)) != NULL)
    queue_refresh (self);
}

static void
what_if_toggled_cb (EqpBalanceDesk *self)
{
  if (self->figures != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->panel), gtk_toggle_button_get_active (self->what_if));
}

static void
accepted_cb (EqpBalanceDesk *self)
{
  eqp_balance_chart_refresh (self->chart);
}

static void
store_changed_cb (EqpBalanceDesk *self,
                  EqpChangeSet   *changes)
{
  static const EqpEntity *const entities[] = {
    &eqp_intervention_entity,
    &eqp_request_entity,
    &eqp_unit_entity,
    &eqp_scheme_entity,
    &eqp_year_closing_entity,
    &eqp_parameter_entity,
    &eqp_setting_entity,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (eqp_change_set_touches (changes, entities[i]))
      {
        queue_refresh (self);
        return;
      }
}

/* ---- commands ---- */

static gboolean
eqp_balance_desk_can (EqpPage   *page,
                      EqpCommand command)
{
  return command == EQP_COMMAND_PRINT || command == EQP_COMMAND_EXPORT;
}

static void
eqp_balance_desk_run (EqpPage   *page,
                      EqpCommand command)
{
  if (command == EQP_COMMAND_PRINT)
    eqp_balance_print (EQP_BALANCE_DESK (page));
  else if (command == EQP_COMMAND_EXPORT)
    eqp_balance_export (EQP_BALANCE_DESK (page));
}

static void
eqp_balance_desk_load (EqpPage *page)
{
  EqpBalanceDesk *self = EQP_BALANCE_DESK (page);

  self->changing = TRUE;
  eqp_balance_period_load (self->period, get_store (self));
  self->changing = FALSE;
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/* ---- the class ---- */

static void
eqp_balance_desk_map (GtkWidget *widget)
{
  EqpBalanceDesk *self = EQP_BALANCE_DESK (widget);

  GTK_WIDGET_CLASS (eqp_balance_desk_parent_class)->map (widget);

  if (self->stale)
    queue_refresh (self);
}

static void
eqp_balance_desk_dispose (GObject *object)
{
  EqpBalanceDesk *self = EQP_BALANCE_DESK (object);

  self->changing = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_BALANCE_DESK);
  g_clear_pointer (&self->figures, eqp_balance_figures_free);
  g_clear_pointer (&self->forecast, eqp_forecast_free);

  G_OBJECT_CLASS (eqp_balance_desk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-balance-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, period);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, hours);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, by);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, what_if);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, side);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, verdict);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, details);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, info);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, chart);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, table);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, facts);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceDesk, panel);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_if_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
eqp_balance_desk_class_init (EqpBalanceDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_balance_desk_dispose;
  widget_class->map = eqp_balance_desk_map;
  page_class->load = eqp_balance_desk_load;
  page_class->can = eqp_balance_desk_can;
  page_class->run = eqp_balance_desk_run;

  g_type_ensure (EQP_TYPE_BALANCE_PERIOD);
  g_type_ensure (EQP_TYPE_BALANCE_CHART);
  g_type_ensure (EQP_TYPE_BALANCE_TABLE);
  g_type_ensure (EQP_TYPE_BALANCE_FACTS);
  g_type_ensure (EQP_TYPE_FORECAST_PANEL);
  bind_template (widget_class);
}

static void
eqp_balance_desk_init (EqpBalanceDesk *self)
{
  EqpLanguage language = eqp_language_get_interface ();
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) breakdowns = gtk_string_list_new (NULL);

  self->changing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (EqpHours hours = 0; hours < EQP_N_HOURS; hours++)
    gtk_string_list_append (states, eqp_hours_get_label (hours, language));
  for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
    gtk_string_list_append (breakdowns, eqp_breakdown_get_label (by, language));
  gtk_drop_down_set_model (self->hours, G_LIST_MODEL (states));
  gtk_drop_down_set_selected (self->hours, EQP_HOURS_DONE);
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (breakdowns));
  self->changing = FALSE;
}
