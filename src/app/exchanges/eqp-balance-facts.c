/* eqp-balance-facts.c — what stands beside the balance: hours outside it, the share of FC, the one-third indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-facts"

#include "config.h"

#include "app/exchanges/eqp-balance-facts.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-gauge.h"
#include "app/exchanges/eqp-ledger-words.h"

struct _EqpBalanceFacts
{
  AdwBin parent_instance;

  const EqpBalanceFigures *figures; /* borrowed: the view's */
  GPtrArray               *rows;    /* borrowed: of the expander */

  GtkListBox      *list;
  GtkLabel        *field_title;
  AdwBin          *field_info;
  EqpBalanceGauge *gauge;
  GtkLabel        *field;
  AdwExpanderRow  *courses;
};

G_DEFINE_FINAL_TYPE (EqpBalanceFacts, eqp_balance_facts, ADW_TYPE_BIN)

/* ---- rows ---- */

static void
add_row (EqpBalanceFacts *self,
         const char      *title,
         const char      *subtitle,
         GtkWidget       *figure,
         const char      *explanation)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), eqp_balance_info_new (title, explanation));
  gtk_list_box_append (self->list, row);
}

static GtkWidget *
make_link (EqpBalanceFacts *self,
           gint64           minutes,
           const char      *title,
           const char      *lines)
{
  GtkWidget       *link = eqp_balance_link_new ();
  g_autofree char *hours = eqp_balance_dup_hours (minutes);
  g_autofree char *full = g_strdup_printf ("%s · %s", title, self->figures->period);

  eqp_balance_link_show (link, hours, lines, full);
  return link;
}

/* The sentence that a parameter comes from, after the rule. */
static char *
dup_explanation (EqpBalanceFacts *self,
                 const char      *rule,
                 const char      *parameter)
{
  g_autofree char *value = NULL;
  g_autofree char *source = NULL;

  if (parameter == NULL)
    return g_strdup (rule);
  value = eqp_exchange_dup_parameter (self->figures->store, parameter, self->figures->balance->to);
  source = eqp_exchange_dup_parameter_source (self->figures->store, parameter, self->figures->balance->to);
  /* Translators: %1$s is a rule, %2$s the value of a parameter, %3$s the sentence of a text that it comes from */
  return g_strdup_printf (_ ("%1$s\n\nParameter: %2$s. Source: %3$s"), rule, value, source);
}

static GtkWidget *
make_total (EqpBalanceFacts *self,
            gint64           minutes,
            const char      *title,
            EqpLines         lines)
{
  return make_link (self, minutes, title, eqp_balance_figures_get_lines (self->figures, NULL, EQP_N_TRAININGS, lines));
}

/* what went past the Pôle, by family. */
static void
show_families (EqpBalanceFacts *self)
{
  for (guint i = 0; i < self->figures->families->len; i++)
    {
      const EqpDirectFamily *family = g_ptr_array_index (self->figures->families, i);
      /* Translators: %s is a family of training under direct contract */
      g_autofree char *title = g_strdup_printf (_ ("Direct contracts: %s"), family->label);
      GtkWidget       *row = adw_action_row_new ();
      GtkWidget       *link = make_link (self, family->sum.minutes[self->figures->hours], title, eqp_balance_figures_get_direct_lines (self->figures, family->key));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), family->label);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), link);
      gtk_widget_add_css_class (row, "balance-part");
      gtk_list_box_append (self->list, row);
    }
}

static void
show_outside (EqpBalanceFacts *self)
{
  const EqpBalanceRow *total = &self->figures->balance->total;
  EqpHours             hours = self->figures->hours;

  add_row (self, _ ("Shared-time posts"), _ ("Outside the balance"), make_total (self, total->shared.minutes[hours], _ ("Shared-time posts"), EQP_LINES_SHARED),
           _ ("Hours of people whose post both institutions share, on the dates of the post. They are counted, to the minute, but owed by nobody."));
  add_row (self, _ ("Direct contracts"), _ ("Outside the balance"), make_total (self, total->direct.minutes[hours], _ ("Direct contracts"), EQP_LINES_DIRECT),
           _ ("Hours that an institution pays by a contract of its own with the person. They are counted, to the minute, but owed by nobody."));
  show_families (self);
}

static void
show_share (EqpBalanceFacts *self)
{
  const EqpBalanceRow *total = &self->figures->balance->total;
  EqpLanguage          language = eqp_language_get_interface ();
  EqpHours             hours = self->figures->hours;
  g_autofree char     *percent = total->fc_all.minutes[hours] != 0 ? eqp_percent_format (total->fc.minutes[hours], total->fc_all.minutes[hours], language) : g_strdup ("—");
  g_autofree char     *part = eqp_balance_dup_hours (total->fc.minutes[hours]);
  g_autofree char     *whole = eqp_balance_dup_hours (total->fc_all.minutes[hours]);
  /* Translators: two durations */
  g_autofree char *subtitle = g_strdup_printf (_ ("%1$s of %2$s"), part, whole);
  GtkWidget       *label = gtk_label_new (percent);

  gtk_widget_add_css_class (label, "figure");
  add_row (self, _ ("Continuing training given by the university"), subtitle, label,
           _ ("FC hours of the university’s people divided by all FC hours of the ledger. The percentage is cut after one decimal, never rounded up."));
}

static void
show_reference (EqpBalanceFacts *self)
{
  g_autofree char *fc = eqp_balance_dup_hours (self->figures->reference[EQP_TRAINING_FC]);
  g_autofree char *fi = eqp_balance_dup_hours (self->figures->reference[EQP_TRAINING_FI]);
  g_autofree char *carried = eqp_balance_dup_hours (self->figures->carried);
  g_autofree char *explanation = dup_explanation (self, _ ("The yearly hours of each direction from which the exchanges started: to compare with, added to nothing."),
                                                  EQP_PARAMETER_REFERENCE_FC);
  g_autofree char *carry = dup_explanation (self, _ ("The certified balance with which the year before was closed. It is not in the balance above, which is that of the period alone; the curve starts from it."),
                                            EQP_PARAMETER_CARRY_OVER);
  /* Translators: two durations, of continuing and of initial training */
  g_autofree char *text = g_strdup_printf (_ ("FC %1$s, FI %2$s"), fc, fi);
  GtkWidget       *reference = gtk_label_new (text);
  GtkWidget       *label = gtk_label_new (carried);

  gtk_widget_add_css_class (reference, "figure");
  gtk_widget_add_css_class (label, "figure");
  add_row (self, _ ("Reference opening state"), "", reference, explanation);
  add_row (self, _ ("Carried over from the year before"), "", label, carry);
}

/* ---- the one-third indicator ---- */

static void
add_course (EqpBalanceFacts        *self,
            const EqpFieldShareRow *course)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *title = g_markup_escape_text (course->label, -1);
  g_autofree char *field = eqp_balance_dup_hours (course->field);
  g_autofree char *potential = eqp_balance_dup_hours (course->potential);
  g_autofree char *missing = eqp_duration_format (course->missing, language);
  g_autofree char *part = g_strdup_printf (_ ("%1$s of %2$s"), field, potential);
  /* Translators: %1$s says how many hours of how many, %2$s is a duration */
  g_autofree char *short_of = g_strdup_printf (_ ("%1$s, %2$s missing"), part, missing);
  g_autofree char *percent = course->potential > 0 ? eqp_percent_format (course->field, course->potential, language) : g_strdup ("—");
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (percent);
  GtkWidget       *icon = gtk_image_new_from_icon_name (course->reached ? "eqp-lawful-symbolic" : "eqp-information-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), course->reached ? part : short_of);
  gtk_widget_add_css_class (icon, course->reached ? "severity-none" : "severity-information");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, course->reached ? _ ("reached") : _ ("not reached"), -1);
  gtk_widget_add_css_class (label, "figure");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (self->courses, row);
  g_ptr_array_add (self->rows, row);
}

static char *
dup_field_sentence (const EqpFieldShare *share)
{
  const EqpFieldShareRow *total = &share->total;
  EqpLanguage             language = eqp_language_get_interface ();
  g_autofree char        *percent = eqp_percent_format (total->field, total->potential, language);
  g_autofree char        *field = eqp_balance_dup_hours (total->field);
  g_autofree char        *potential = eqp_balance_dup_hours (total->potential);
  g_autofree char        *direct = eqp_balance_dup_hours (total->direct);
  g_autofree char        *missing = eqp_duration_format (total->missing, language);
  g_autofree char        *sum = NULL;

  if (total->potential == 0)
    return g_strdup (_ ("No teaching unit offers hours this year."));
  /* Translators: %1$s is a percentage, the others are durations */
  sum = g_strdup_printf (_ ("%1$s: %2$s of %3$s, of which %4$s under direct contract."), percent, field, potential, direct);
  if (total->reached)
    return g_steal_pointer (&sum);
  /* Translators: %1$s is a sentence, %2$s a duration */
  return g_strdup_printf (_ ("%1$s %2$s are missing."), sum, missing);
}

static void
show_field (EqpBalanceFacts *self)
{
  const EqpFieldShare *share = self->figures->share;
  g_autofree char     *threshold = eqp_fraction_dup_text (share->threshold);
  g_autofree char     *year = eqp_ledger_dup_year (share->year);
  g_autofree char     *sentence = dup_field_sentence (share);
  /* Translators: %1$s is a fraction such as 1/3, %2$s an academic year */
  g_autofree char *title = g_strdup_printf (_ ("Initial training by field trainers: %1$s in %2$s"), threshold, year);
  g_autofree char *explanation = dup_explanation (self, _ ("FI hours of the rectorat’s people divided by the FI hours that the teaching units offer in the academic year; shared time and direct contracts included. Compared exactly, as a fraction: one minute less is not reached."),
                                                  EQP_PARAMETER_FIELD_SHARE);
  double           whole = share->total.potential > 0 ? (double)share->total.potential : 1;

  gtk_label_set_label (self->field_title, title);
  gtk_label_set_label (self->field, sentence);
  adw_bin_set_child (self->field_info, eqp_balance_info_new (title, explanation));
  eqp_balance_gauge_set (self->gauge, 0, (double)share->total.field / whole, (double)share->threshold.num / (double)share->threshold.den,
                         share->total.reached ? "reached" : "missing", sentence);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->courses, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < share->courses->len; i++)
    add_course (self, g_ptr_array_index (share->courses, i));
  gtk_widget_set_visible (GTK_WIDGET (self->courses), share->courses->len > 0);
}

/* ---- the class ---- */

static void
eqp_balance_facts_dispose (GObject *object)
{
  EqpBalanceFacts *self = EQP_BALANCE_FACTS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_BALANCE_FACTS);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_balance_facts_parent_class)->dispose (object);
}

static void
eqp_balance_facts_class_init (EqpBalanceFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_balance_facts_dispose;

  g_type_ensure (EQP_TYPE_BALANCE_GAUGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-balance-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, list);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, field_title);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, field_info);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, gauge);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, field);
  gtk_widget_class_bind_template_child (widget_class, EqpBalanceFacts, courses);
}

static void
eqp_balance_facts_init (EqpBalanceFacts *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_balance_facts_show (EqpBalanceFacts         *self,
                        const EqpBalanceFigures *figures)
{
  GtkWidget *child;

  g_return_if_fail (EQP_IS_BALANCE_FACTS (self));

  self->figures = figures;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  show_outside (self);
  show_share (self);
  show_reference (self);
  show_field (self);
}
