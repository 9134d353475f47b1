/* eqp-ledger-toolbar.c — search, period and filters of the ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-toolbar"

#include "config.h"

#include "app/exchanges/eqp-ledger-toolbar.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-period.h"

struct _EqpLedgerToolbar
{
  AdwBin parent_instance;

  EqpLedgerFindings *findings; /* borrowed: the view's */
  gboolean           changing; /* the toolbar itself changes a control */

  EqpBalancePeriod *period;
  GtkSearchEntry   *search;
  GtkMenuButton    *filters;
  GtkDropDown      *training;
  GtkDropDown      *state;
  GtkDropDown      *only;
  GtkToggleButton  *entry_button;
};

G_DEFINE_FINAL_TYPE (EqpLedgerToolbar, eqp_ledger_toolbar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ENTRY_SHOWN,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* How many filters are set is said on the button that hides them. */
static void
show_filters (EqpLedgerToolbar *self)
{
  guint            n = (gtk_drop_down_get_selected (self->training) > 0) + (gtk_drop_down_get_selected (self->state) > 0) + (gtk_drop_down_get_selected (self->only) > 0);
  g_autofree char *label = n > 0 ? /* Translators: %u is how many filters are set */
                             g_strdup_printf (_ ("Filters (%u)"), n)
                                 : g_strdup (_ ("Filters"));

  gtk_menu_button_set_label (self->filters, label);
}

static void
changed_cb (EqpLedgerToolbar *self)
{
  if (self->changing)
    return;
  show_filters (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
findings_updated_cb (EqpLedgerToolbar *self)
{
  if (gtk_drop_down_get_selected (self->only) == EQP_LEDGER_WITH_FINDINGS)
    changed_cb (self);
}

static void
entry_toggled_cb (EqpLedgerToolbar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY_SHOWN]);
}

static void
reset_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpLedgerToolbar *self = EQP_LEDGER_TOOLBAR (widget);

  self->changing = TRUE;
  gtk_drop_down_set_selected (self->training, 0);
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->only, 0);
  self->changing = FALSE;
  changed_cb (self);
}

/* ---- the class ---- */

static void
eqp_ledger_toolbar_dispose (GObject *object)
{
  EqpLedgerToolbar *self = EQP_LEDGER_TOOLBAR (object);

  self->changing = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_TOOLBAR);

  G_OBJECT_CLASS (eqp_ledger_toolbar_parent_class)->dispose (object);
}

static void
eqp_ledger_toolbar_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY_SHOWN:
      g_value_set_boolean (value, gtk_toggle_button_get_active (EQP_LEDGER_TOOLBAR (object)->entry_button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_ledger_toolbar_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY_SHOWN:
      gtk_toggle_button_set_active (EQP_LEDGER_TOOLBAR (object)->entry_button, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_ledger_toolbar_class_init (EqpLedgerToolbarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_ledger_toolbar_dispose;
  object_class->get_property = eqp_ledger_toolbar_get_property;
  object_class->set_property = eqp_ledger_toolbar_set_property;

  properties[PROP_ENTRY_SHOWN] = g_param_spec_boolean ("entry-shown", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (EQP_TYPE_BALANCE_PERIOD);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, period);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, search);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, filters);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, training);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, state);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, only);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerToolbar, entry_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_toggled_cb);
  gtk_widget_class_install_action (widget_class, "filters.reset", NULL, reset_action);
}

static void
eqp_ledger_toolbar_init (EqpLedgerToolbar *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) restrictions = gtk_string_list_new (NULL);

  self->changing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (EqpLedgerState state = 0; state < EQP_LEDGER_N_STATES; state++)
    gtk_string_list_append (states, eqp_ledger_state_get_label (state));
  for (EqpLedgerOnly only = 0; only < EQP_LEDGER_N_ONLY; only++)
    gtk_string_list_append (restrictions, eqp_ledger_only_get_label (only));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->only, G_LIST_MODEL (restrictions));
  show_filters (self);
  self->changing = FALSE;
}

void
eqp_ledger_toolbar_load (EqpLedgerToolbar  *self,
                         EqpStore          *store,
                         EqpLedgerFindings *findings)
{
  g_return_if_fail (EQP_IS_LEDGER_TOOLBAR (self));

  self->findings = findings;
  self->changing = TRUE;
  eqp_balance_period_load (self->period, store);
  self->changing = FALSE;
  g_signal_connect_object (findings, "updated", G_CALLBACK (findings_updated_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_ledger_toolbar_get_filter (EqpLedgerToolbar *self,
                               EqpLedgerFilter  *filter)
{
  static const EqpTraining trainings[] = { EQP_N_TRAININGS, EQP_TRAINING_FC, EQP_TRAINING_FI };

  g_return_if_fail (EQP_IS_LEDGER_TOOLBAR (self));

  *filter = (EqpLedgerFilter){
    .training = trainings[MIN (gtk_drop_down_get_selected (self->training), G_N_ELEMENTS (trainings) - 1)],
    .state = MIN (gtk_drop_down_get_selected (self->state), EQP_LEDGER_N_STATES - 1),
    .only = MIN (gtk_drop_down_get_selected (self->only), EQP_LEDGER_N_ONLY - 1),
    .findings = eqp_ledger_findings_get_condition (self->findings),
  };
  eqp_balance_period_get (self->period, &filter->from, &filter->to);
}

const char *
eqp_ledger_toolbar_get_search (EqpLedgerToolbar *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_TOOLBAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

void
eqp_ledger_toolbar_set_period_sensitive (EqpLedgerToolbar *self,
                                         gboolean          sensitive)
{
  g_return_if_fail (EQP_IS_LEDGER_TOOLBAR (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->period), sensitive);
}

void
eqp_ledger_toolbar_reset (EqpLedgerToolbar *self)
{
  g_return_if_fail (EQP_IS_LEDGER_TOOLBAR (self));

  self->changing = TRUE;
  eqp_balance_period_set_year (self->period, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->changing = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "filters.reset", NULL);
}

void
eqp_ledger_toolbar_focus_search (EqpLedgerToolbar *self)
{
  g_return_if_fail (EQP_IS_LEDGER_TOOLBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
