/* eqp-balance-chart.c — the chart of the balance with what belongs to it: another year beside it, its figures as a table, its method */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-chart"

#include "config.h"

#include "app/exchanges/eqp-balance-chart.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-balance-figures.h"
#include "app/exchanges/eqp-chart-view.h"
#include "app/exchanges/eqp-exchange-view.h"
#include "app/exchanges/eqp-ledger-words.h"
#include "domain/eqp-pole.h"
#include "report/charts/eqp-exchange-chart.h"

struct _EqpBalanceChart
{
  AdwBin parent_instance;

  EqpStore         *store;    /* borrowed: the session's */
  EqpForecast      *forecast; /* borrowed: the view's */
  EqpForecast      *other;    /* (nullable) the year before */
  gint64            tolerance;
  guint             first_month;
  guint             n_months;
  EqpExchangeChart *chart;

  GtkToggleButton *compare;
  GtkToggleButton *as_table;
  GtkStack        *stack;
  EqpChartView    *view;
  GtkGrid         *table;
  GtkLabel        *method;
};

G_DEFINE_FINAL_TYPE (EqpBalanceChart, eqp_balance_chart, ADW_TYPE_BIN)

EqpForecast *
eqp_balance_load_forecast (EqpStore *store,
                           int       year,
                           GError  **error)
{
  EqpDate today = eqp_date_today ();
  EqpDate first, last;

  eqp_pole_get_year_period (store, year, &first, &last);
  return eqp_forecast_load (store, CLAMP (today, first, last), NULL, error);
}

/* ---- the figures as a table ---- */

static void
add_cell (EqpBalanceChart *self,
          int              column,
          int              row,
          const char      *text,
          gboolean         heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0.0f : 1.0f);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, heading ? "heading" : "figure");
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

static void
add_minutes (EqpBalanceChart *self,
             int              column,
             int              row,
             gint64           minutes,
             gboolean         known)
{
  g_autofree char *text = known ? eqp_balance_dup_hours (minutes) : g_strdup ("");

  add_cell (self, column, row, text, FALSE);
}

static void
show_table (EqpBalanceChart *self)
{
  const EqpChartData *data = &self->chart->data;
  const char         *titles[] = { _ ("Month"), eqp_training_get_code (EQP_TRAINING_FC), eqp_training_get_code (EQP_TRAINING_FI),
                                   _ ("Balance"), _ ("Forecast") };
  GtkWidget          *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (self, (int)i, 0, titles[i], TRUE);
  for (guint i = 0; i < data->n_months; i++)
    {
      const EqpChartMonth *month = &data->months[i];
      int                  year, number;
      g_autofree char     *name = NULL;

      eqp_date_get_ymd (month->month, &year, &number, NULL);
      name = g_strdup_printf ("%02d/%04d", number, year);
      add_cell (self, 0, (int)i + 1, name, FALSE);
      add_minutes (self, 1, (int)i + 1, month->fc, TRUE);
      add_minutes (self, 2, (int)i + 1, month->fi, TRUE);
      add_minutes (self, 3, (int)i + 1, month->cumulative, month->has_cumulative);
      add_minutes (self, 4, (int)i + 1, month->expected, month->has_expected);
    }
}

/* ---- the chart ---- */

static void
load_other (EqpBalanceChart *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->other, eqp_forecast_free);
  if (!gtk_toggle_button_get_active (self->compare))
    return;
  self->other = eqp_balance_load_forecast (self->store, self->forecast->year - 1, &error);
  if (self->other == NULL)
    eqp_feedback_say (GTK_WIDGET (self), error->message);
}

void
eqp_balance_chart_refresh (EqpBalanceChart *self)
{
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;
  g_autofree char *method = NULL;

  g_return_if_fail (EQP_IS_BALANCE_CHART (self));

  if (self->forecast == NULL)
    return;
  g_clear_pointer (&self->chart, eqp_exchange_chart_free);
  self->chart = eqp_exchange_chart_new (self->forecast, self->other, self->tolerance, self->first_month, self->n_months,
                                        eqp_language_get_interface ());
  year = eqp_ledger_dup_year (self->forecast->year);
  /* Translators: %s is an academic year */
  title = g_strdup_printf (_ ("Exchanges of %s, hours done"), year);
  eqp_chart_view_set_title (self->view, title);
  eqp_chart_view_set_chart (self->view, &self->chart->data);
  method = eqp_forecast_dup_method (self->forecast, eqp_language_get_interface ());
  gtk_label_set_label (self->method, method);
  gtk_widget_set_visible (GTK_WIDGET (self->method), self->forecast->last > eqp_date_today ());
  if (gtk_toggle_button_get_active (self->as_table))
    show_table (self);
}

static void
compare_toggled_cb (EqpBalanceChart *self)
{
  if (self->forecast == NULL)
    return;
  load_other (self);
  eqp_balance_chart_refresh (self);
}

static void
as_table_toggled_cb (EqpBalanceChart *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->as_table);

  if (as_table && self->chart != NULL)
    show_table (self);
  gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "chart");
}

/* A month, or one direction of it, opens its lines. */
static void
activated_cb (EqpBalanceChart *self,
              guint            month,
              int              series)
{
  EqpLanguage             language = eqp_language_get_interface ();
  EqpTraining             training = series == EQP_SERIES_FC ? EQP_TRAINING_FC : series == EQP_SERIES_FI ? EQP_TRAINING_FI
                                                                                                         : EQP_N_TRAININGS;
  const EqpForecastMonth *shown;
  g_autofree char        *key = NULL;
  g_autofree char        *title = NULL;
  int                     year, number;

  if (self->first_month + month >= self->forecast->months->len)
    return;
  shown = g_ptr_array_index (self->forecast->months, self->first_month + month);
  eqp_date_get_ymd (shown->month, &year, &number, NULL);
  key = g_strdup_printf ("%04d-%02d", year, number);
  title = g_strdup_printf ("%s · %02d/%04d", training < EQP_N_TRAININGS ? eqp_training_get_label (training, language) : _ ("Balance"), number, year);
  eqp_exchange_view_open_lines (GTK_WIDGET (self),
                                eqp_balance_get_condition (self->store, self->forecast->first, self->forecast->last, EQP_BY_MONTH, key, training, EQP_LINES_COUNTED),
                                title);
}

/* ---- the class ---- */

static void
eqp_balance_chart_dispose (GObject *object)
{
  EqpBalanceChart *self = EQP_BALANCE_CHART (object);

  self->forecast = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_BALANCE_CHART);
  g_clear_pointer (&self->other, eqp_forecast_free);
  g_clear_pointer (&self->chart, eqp_exchange_chart_free);

  G_OBJECT_CLASS (eqp_balance_chart_parent_class)->dispose (object);
}

static void
eqp_balance_chart_class_init (EqpBalanceChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_balance_chart_dispose;

  g_type_ensure (EQP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-balance-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, compare);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, as_table);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, stack);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, view);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, table);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceChart, method);
  gtk_widget_class_bind_template_callback (widget_class, compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
eqp_balance_chart_init (EqpBalanceChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_balance_chart_load (EqpBalanceChart *self,
                        EqpStore        *store,
                        EqpForecast     *forecast,
                        gint64           tolerance,
                        guint            first_month,
                        guint            n_months)
{
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (EQP_IS_BALANCE_CHART (self));

  self->store = store;
  self->forecast = forecast;
  self->tolerance = tolerance;
  self->first_month = first_month;
  self->n_months = n_months;
  before = eqp_ledger_dup_year (forecast->year - 1);
  /* Translators: %s is an academic year */
  label = g_strdup_printf (_ ("Compare with %s"), before);
  gtk_button_set_label (GTK_BUTTON (self->compare), label);
  load_other (self);
  eqp_balance_chart_refresh (self);
}
