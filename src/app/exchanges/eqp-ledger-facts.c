/* eqp-ledger-facts.c — what a line of the ledger says, as names and values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-facts"

#include "config.h"

#include "app/exchanges/eqp-ledger-facts.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-ledger-words.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-statement.h"

typedef struct
{
  GtkGrid   *grid;
  EqpRecord *line;
  int        row;
} Facts;

static void
add_fact (Facts      *facts,
          const char *name,
          const char *value)
{
  GtkWidget *label;
  GtkWidget *text;

  if (value == NULL || *value == '\0')
    return;
  label = gtk_label_new (name);
  text = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (text), FALSE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "figure");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (facts->grid, label, 0, facts->row, 1, 1);
  gtk_grid_attach (facts->grid, text, 1, facts->row, 1, 1);
  facts->row++;
}

static void
add_field (Facts *facts,
           guint  field)
{
  g_autofree char *value = NULL;

  if (eqp_record_is_empty (facts->line, field))
    return;
  value = eqp_record_dup_display (facts->line, field, eqp_language_get_interface ());
  add_fact (facts, _ (eqp_intervention_entity.fields[field].label), value);
}

/* Only where it is not as usual. */
static void
add_flag (Facts   *facts,
          guint    field,
          gboolean usual)
{
  if (eqp_record_get_boolean (facts->line, field) != usual)
    add_field (facts, field);
}

/* An information, exact, never in a balance. */
static void
add_hetd (Facts    *facts,
          EqpStore *store)
{
  EqpLanguage      language = eqp_language_get_interface ();
  EqpDate          date = eqp_record_get_date (facts->line, EQP_INTERVENTION_DATE);
  EqpFraction      lecture = eqp_exchange_get_fraction (store, EQP_PARAMETER_HETD_LECTURE, date);
  EqpFraction      practical = eqp_exchange_get_fraction (store, EQP_PARAMETER_HETD_PRACTICAL, date);
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;
  EqpHours         hours;
  EqpFraction      hetd;
  gint64           minutes;

  if (!eqp_ledger_get_hours (facts->line, &hours, &minutes))
    return;
  hetd = eqp_hetd_compute (minutes, eqp_record_get_text (facts->line, EQP_INTERVENTION_KIND), lecture, practical);
  duration = eqp_duration_format (eqp_fraction_round (hetd), language);
  /* Translators: %s is a duration; HETD are equivalent hours of tutorials, by which teaching is counted in a service */
  text = g_strdup_printf (_ ("%s, for information"), duration);
  add_fact (facts, _ ("HETD"), text);
}

void
eqp_ledger_facts_show (GtkGrid   *grid,
                       EqpStore  *store,
                       EqpRecord *line)
{
  Facts            facts = { grid, line, 0 };
  g_autofree char *when = eqp_ledger_dup_when (line);
  GtkWidget       *child;

  g_return_if_fail (GTK_IS_GRID (grid));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  add_fact (&facts, _ ("Date"), when);
  add_field (&facts, EQP_INTERVENTION_TRAINING);
  add_field (&facts, EQP_INTERVENTION_UNIT);
  add_field (&facts, EQP_INTERVENTION_SCHEME);
  add_field (&facts, EQP_INTERVENTION_SUBJECT);
  for (EqpHours hours = EQP_HOURS_REQUESTED; hours < EQP_N_HOURS; hours++)
    add_field (&facts, eqp_ledger_get_field (hours));
  add_hetd (&facts, store);
  add_field (&facts, EQP_INTERVENTION_KIND);
  add_field (&facts, EQP_INTERVENTION_HOME);
  add_field (&facts, EQP_INTERVENTION_HOST);
  add_field (&facts, EQP_INTERVENTION_PAYER);
  add_field (&facts, EQP_INTERVENTION_REQUEST);
  add_flag (&facts, EQP_INTERVENTION_SHARED_TIME, FALSE);
  add_flag (&facts, EQP_INTERVENTION_DIRECT_CONTRACT, FALSE);
  add_flag (&facts, EQP_INTERVENTION_IN_SERVICE, TRUE);
  add_field (&facts, EQP_INTERVENTION_CORRECTS);
  add_field (&facts, EQP_INTERVENTION_OVERRIDE);
}
