/* eqp-forecast-panel.c — what if these requests were accepted: tick them and see balance and one-third move */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-forecast-panel"

#include "config.h"

#include "app/exchanges/eqp-forecast-panel.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-figures.h"
#include "app/exchanges/eqp-balance-gauge.h"

struct _EqpForecastPanel
{
  AdwBin parent_instance;

  EqpForecast *forecast; /* borrowed: the view's */
  gint64       tolerance;
  gboolean     changing; /* the panel itself ticks */
  GHashTable  *ticked;   /* codes */
  GPtrArray   *buttons;  /* borrowed: of the list's rows */

  GtkLabel        *title;
  GtkLabel        *verdict;
  GtkLabel        *range;
  EqpBalanceGauge *gauge;
  GtkLabel        *field;
  GtkLabel        *none;
  GtkWidget       *commands;
  GtkListBox      *list;
};

G_DEFINE_FINAL_TYPE (EqpForecastPanel, eqp_forecast_panel, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what follows ---- */

static void
show_field (EqpForecastPanel *self)
{
  const EqpFieldShareRow *field = &self->forecast->field;
  EqpLanguage             language = eqp_language_get_interface ();
  g_autofree char        *percent = eqp_percent_format (field->field, field->potential, language);
  g_autofree char        *threshold = eqp_fraction_dup_text (self->forecast->threshold);
  g_autofree char        *missing = eqp_duration_format (field->missing, language);
  g_autofree char        *text = NULL;
  double                  whole = field->potential > 0 ? (double)field->potential : 1;

  if (field->potential == 0)
    text = g_strdup (_ ("No teaching unit offers hours this year."));
  else if (field->reached)
    /* Translators: %1$s is a percentage, %2$s a fraction such as 1/3 */
    text = g_strdup_printf (_ ("%1$s by field trainers: %2$s is reached"), percent, threshold);
  else
    /* Translators: %1$s is a percentage, %2$s a duration, %3$s a fraction such as 1/3 */
    text = g_strdup_printf (_ ("%1$s by field trainers: %2$s short of %3$s"), percent, missing, threshold);
  gtk_label_set_label (self->field, text);
  eqp_balance_gauge_set (self->gauge, 0, (double)field->field / whole, (double)self->forecast->threshold.num / (double)self->forecast->threshold.den,
                         field->reached ? "reached" : "missing", text);
}

static void
show_effect (EqpForecastPanel *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *last = eqp_date_format (self->forecast->last, language);
  g_autofree char *verdict = eqp_balance_dup_verdict (self->forecast->balance, self->tolerance);
  g_autofree char *low = eqp_duration_format (self->forecast->low, language);
  g_autofree char *high = eqp_duration_format (self->forecast->high, language);
  /* Translators: %s is a date */
  g_autofree char *title = g_strdup_printf (_ ("Expected on %s"), last);
  /* Translators: two durations, the ends of what the forecast holds for likely */
  g_autofree char *range = g_strdup_printf (_ ("Balance between %1$s and %2$s"), low, high);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->range, range);
  gtk_widget_set_visible (GTK_WIDGET (self->range), self->forecast->low != self->forecast->high);
  show_field (self);
}

/* ---- ticking ---- */

static const EqpForecastRequest *
get_request (EqpForecastPanel *self,
             guint             index)
{
  return g_ptr_array_index (self->forecast->requests, index);
}

static void
accept_ticked (EqpForecastPanel *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->forecast->requests->len; i++)
    if (g_hash_table_contains (self->ticked, get_request (self, i)->code))
      g_ptr_array_add (codes, get_request (self, i)->code);
  g_ptr_array_add (codes, NULL);
  eqp_forecast_accept (self->forecast, (const char *const *)codes->pdata);
  show_effect (self);
}

static void
toggled_cb (EqpForecastPanel *self)
{
  if (self->changing || self->forecast == NULL)
    return;
  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_hash_table_add (self->ticked, g_strdup (get_request (self, i)->code));
  accept_ticked (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tick_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpForecastPanel *self = EQP_FORECAST_PANEL (widget);

  self->changing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), g_str_equal (action, "forecast.all"));
  self->changing = FALSE;
  toggled_cb (self);
}

static void
add_request (EqpForecastPanel         *self,
             const EqpForecastRequest *request)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *title = g_markup_escape_text (request->subject, -1);
  g_autofree char *hours = eqp_duration_format (request->minutes, language);
  g_autofree char *subtitle = NULL;
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_check_button_new ();
  int              year, month;

  eqp_date_get_ymd (request->month, &year, &month, NULL);
  subtitle = g_markup_printf_escaped ("%s · %s · %02d/%04d · %s", eqp_training_get_code (request->training), hours, month, year, request->code);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_hash_table_contains (self->ticked, request->code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, request->subject, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_list_box_append (self->list, row);
}

/* ---- the class ---- */

static void
eqp_forecast_panel_dispose (GObject *object)
{
  EqpForecastPanel *self = EQP_FORECAST_PANEL (object);

  self->forecast = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_FORECAST_PANEL);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_forecast_panel_parent_class)->dispose (object);
}

static void
eqp_forecast_panel_class_init (EqpForecastPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_forecast_panel_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (EQP_TYPE_BALANCE_GAUGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-forecast-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, title);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, verdict);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, range);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, gauge);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, field);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, none);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, commands);
  gtk_widget_class_bind_template_child (widget_class, EqpForecastPanel, list);
  gtk_widget_class_install_action (widget_class, "forecast.all", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "forecast.nothing", NULL, tick_action);
}

static void
eqp_forecast_panel_init (EqpForecastPanel *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_forecast_panel_show (EqpForecastPanel *self,
                         EqpForecast      *forecast,
                         gint64            tolerance)
{
  GtkWidget *child;

  g_return_if_fail (EQP_IS_FORECAST_PANEL (self));

  self->forecast = forecast;
  self->tolerance = tolerance;
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (forecast == NULL)
    return;
  self->changing = TRUE;
  for (guint i = 0; i < forecast->requests->len; i++)
    add_request (self, get_request (self, i));
  self->changing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), forecast->requests->len > 0);
  gtk_widget_set_visible (self->commands, forecast->requests->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->none), forecast->requests->len == 0);
  accept_ticked (self);
}
