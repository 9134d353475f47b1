/* eqp-gauge-row.c — a figure of the exchanges on the home page: a bar, a sentence, and the way to the balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-gauge-row"

#include "config.h"

#include "app/home/eqp-gauge-row.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-gauge.h"

struct _EqpGaugeRow
{
  AdwActionRow parent_instance;

  EqpGauge         gauge;
  EqpBalanceGauge *bar; /* borrowed: in the row */
};

G_DEFINE_FINAL_TYPE (EqpGaugeRow, eqp_gauge_row, ADW_TYPE_ACTION_ROW)

/* From the middle to the side that is owed hours, against the hours exchanged. */
static void
show_balance (EqpGaugeRow             *self,
              const EqpBalanceFigures *figures)
{
  gint64           minutes = eqp_balance_row_get_minutes (&figures->balance->total, figures->hours);
  gint64           exchanged = eqp_balance_row_get_exchanged (&figures->balance->total, figures->hours);
  g_autofree char *verdict = eqp_balance_dup_verdict (minutes, figures->tolerance);
  double           end = 0.5 - (exchanged > 0 ? (double)minutes / (double)exchanged : 0) / 2;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Hour balance"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), verdict);
  eqp_balance_gauge_set (self->bar, 0.5, end, 0.5, minutes > 0 ? "university" : "rectorat", verdict);
}

static void
show_field_share (EqpGaugeRow             *self,
                  const EqpBalanceFigures *figures)
{
  const EqpFieldShareRow *total = &figures->share->total;
  EqpLanguage             language = eqp_language_get_interface ();
  double                  whole = total->potential > 0 ? (double)total->potential : 1;
  g_autofree char        *percent = eqp_percent_format (total->field, total->potential, language);
  g_autofree char        *missing = eqp_duration_format (total->missing, language);
  g_autofree char        *text = NULL;

  if (total->potential == 0)
    text = g_strdup (_ ("No teaching unit offers hours this year."));
  else if (total->reached)
    /* Translators: %s is a percentage */
    text = g_strdup_printf (_ ("%s: reached"), percent);
  else
    /* Translators: %1$s is a percentage, %2$s a duration */
    text = g_strdup_printf (_ ("%1$s: %2$s missing"), percent, missing);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("One third by field trainers"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  eqp_balance_gauge_set (self->bar, 0, (double)total->field / whole, (double)figures->share->threshold.num / (double)figures->share->threshold.den,
                         total->reached ? "reached" : "missing", text);
}

static void
eqp_gauge_row_class_init (EqpGaugeRowClass *klass)
{
}

static void
eqp_gauge_row_init (EqpGaugeRow *self)
{
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "exchanges/balance");
  self->bar = EQP_BALANCE_GAUGE (eqp_balance_gauge_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 72, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->bar));
}

GtkWidget *
eqp_gauge_row_new (EqpGauge gauge)
{
  EqpGaugeRow *self = g_object_new (EQP_TYPE_GAUGE_ROW, NULL);

  self->gauge = gauge;
  return GTK_WIDGET (self);
}

void
eqp_gauge_row_show (EqpGaugeRow             *self,
                    const EqpBalanceFigures *figures)
{
  g_return_if_fail (EQP_IS_GAUGE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), figures != NULL && (figures->balance->total.fc.lines + figures->balance->total.fi.lines > 0 || figures->share->total.potential > 0));
  if (figures == NULL)
    return;
  if (self->gauge == EQP_GAUGE_BALANCE)
    show_balance (self, figures);
  else
    show_field_share (self, figures);
}
