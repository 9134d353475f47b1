/* eqp-balance-figures.c — everything that the balance view shows of one period, read once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-figures"

#include "config.h"

#include "app/exchanges/eqp-balance-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-exchange-edits.h"

EqpBalanceFigures *
eqp_balance_figures_load (EqpStore    *store,
                          EqpDate      from,
                          EqpDate      to,
                          EqpHours     hours,
                          EqpBreakdown by,
                          const char  *period,
                          GError     **error)
{
  EqpLanguage language = eqp_language_get_interface ();
  g_autoptr (EqpBalanceFigures) self = g_new0 (EqpBalanceFigures, 1);

  self->store = store;
  self->from = from;
  self->to = to;
  self->hours = hours;
  self->by = by;
  self->period = g_strdup (period);
  self->balance = eqp_balance_load (store, from, to, by, language, error);
  if (self->balance == NULL)
    return NULL;
  self->share = eqp_field_share_load (store, from, to, hours, language, error);
  if (self->share == NULL)
    return NULL;
  self->families = eqp_direct_contract_load (store, from, to, language, error);
  if (self->families == NULL)
    return NULL;
  self->tolerance = eqp_exchange_get_duration (store, EQP_PARAMETER_TOLERANCE, self->balance->to);
  self->reference[EQP_TRAINING_FC] = eqp_exchange_get_duration (store, EQP_PARAMETER_REFERENCE_FC, self->balance->to);
  self->reference[EQP_TRAINING_FI] = eqp_exchange_get_duration (store, EQP_PARAMETER_REFERENCE_FI, self->balance->to);
  if (!eqp_year_read_carried (store, eqp_pole_academic_year (store, self->balance->from) - 1, &self->carried, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
eqp_balance_figures_free (EqpBalanceFigures *self)
{
  g_clear_pointer (&self->balance, eqp_balance_free);
  g_clear_pointer (&self->share, eqp_field_share_free);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_free (self->period);
  g_free (self);
}

/* ---- words ---- */

int
eqp_balance_get_creditor_side (gint64 balance,
                               gint64 tolerance)
{
  const char *creditor = eqp_balance_get_creditor (balance, tolerance);

  return strcmp (creditor, "none") != 0 ? (int)eqp_side_from_code (creditor) : (int)EQP_SIDE_NONE;
}

char *
eqp_balance_dup_verdict (gint64 balance,
                         gint64 tolerance)
{
  g_autofree char *hours = eqp_duration_format (ABS (balance), eqp_language_get_interface ());

  switch (eqp_balance_get_creditor_side (balance, tolerance))
    {
    case EQP_SIDE_UNIVERSITY:
      /* Translators: %s is a duration */
      return g_strdup_printf (_ ("The rectorat owes the university %s"), hours);
    case EQP_SIDE_RECTORAT:
      /* Translators: %s is a duration */
      return g_strdup_printf (_ ("The university owes the rectorat %s"), hours);
    default:
      break;
    }
  if (balance == 0)
    return g_strdup (_ ("The balance is even"));
  /* Translators: %s is a duration */
  return g_strdup_printf (_ ("The balance is even within the tolerance, %s apart"), hours);
}

char *
eqp_balance_dup_hours (gint64 minutes)
{
  return minutes != 0 ? eqp_duration_format (minutes, eqp_language_get_interface ()) : g_strdup ("—");
}

const char *
eqp_balance_figures_get_lines (const EqpBalanceFigures *self,
                               const char              *key,
                               EqpTraining              training,
                               EqpLines                 lines)
{
  const char      *condition = eqp_balance_get_condition (self->store, self->from, self->to, self->by, key, training, lines);
  g_autofree char *both = g_strdup_printf ("%s AND %s IS NOT NULL", condition, eqp_hours_get_code (self->hours));

  return g_intern_string (both);
}

const char *
eqp_balance_figures_get_direct_lines (const EqpBalanceFigures *self,
                                      const char              *family)
{
  const char      *condition = eqp_direct_contract_get_condition (self->store, self->from, self->to, family);
  g_autofree char *both = g_strdup_printf ("%s AND %s IS NOT NULL", condition, eqp_hours_get_code (self->hours));

  return g_intern_string (both);
}

/* ---- widgets ---- */

GtkWidget *
eqp_balance_link_new (void)
{
  GtkWidget *link = gtk_button_new ();

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "figure");
  gtk_widget_add_css_class (link, "balance-link");
  gtk_widget_set_halign (link, GTK_ALIGN_END);
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  return link;
}

void
eqp_balance_link_show (GtkWidget  *link,
                       const char *text,
                       const char *condition,
                       const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", title, text);

  gtk_button_set_label (GTK_BUTTON (link), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "(ss)", condition, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "exchanges.lines");
  gtk_widget_set_tooltip_text (link, _ ("Open the lines of this figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
eqp_balance_info_new (const char *heading,
                      const char *text)
{
  GtkWidget       *button = gtk_menu_button_new ();
  GtkWidget       *popover = gtk_popover_new ();
  GtkWidget       *label = gtk_label_new (text);
  g_autofree char *name = NULL;

  /* Translators: %s is the name of a figure */
  name = g_strdup_printf (_ ("%s: how is this computed?"), heading);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
