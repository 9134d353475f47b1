/* eqp-request-steps.c — a request's procedure, step by step: state, due date, whose turn, evidence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-steps"

#include "config.h"

#include "app/exchanges/eqp-request-steps.h"

#include <glib/gi18n.h>

#include "domain/procedures/eqp-agenda.h"

static const struct
{
  const char *icon;
  const char *css;
} looks[] = {
  [EQP_STEP_TO_DO] = { "radio-symbolic", "dim-label" },
  [EQP_STEP_READY] = { "go-next-symbolic", "severity-information" },
  [EQP_STEP_LATE] = { "eqp-warning-symbolic", "severity-error" },
  [EQP_STEP_DONE] = { "eqp-lawful-symbolic", "severity-none" },
  [EQP_STEP_OUT_OF_ORDER] = { "eqp-warning-symbolic", "severity-warning" },
  [EQP_STEP_WAIVED] = { "action-unavailable-symbolic", "dim-label" },
};

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* What happened to the step, or what is awaited. */
static char *
dup_when (const EqpProcedureStepView *step)
{
  EqpLanguage      language = eqp_language_get_interface ();
  const char      *state = eqp_step_state_get_label (step->state, language);
  gboolean         settled = step->state >= EQP_STEP_DONE;
  EqpDate          day = settled ? step->done : step->due;
  g_autofree char *date = day != EQP_DATE_NONE ? eqp_date_format (day, language) : NULL;

  if (date == NULL)
    return g_strdup (state);
  if (!settled)
    /* Translators: %1$s is a state of a step, such as “late”, %2$s a date */
    return g_strdup_printf (_ ("%1$s, due on %2$s"), state, date);
  if (step->done_late)
    /* Translators: %1$s is a state of a step, such as “done”, %2$s a date */
    return g_strdup_printf (_ ("%1$s on %2$s, after its due date"), state, date);
  /* Translators: %1$s is a state of a step, such as “done”, %2$s a date */
  return g_strdup_printf (_ ("%1$s on %2$s"), state, date);
}

static char *
dup_details (const EqpProcedureStepView *step)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *when = dup_when (step);
  GString         *text = g_string_new (when);

  add_part (text, step->person != 0 ? step->person_name : eqp_step_role_get_label (step->role, language));
  add_part (text, step->waived);
  add_part (text, step->recorded != NULL && *step->recorded != '\0' ? step->recorded : step->evidence);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_step (const EqpProcedureStepView *step)
{
  EqpLanguage      language = eqp_language_get_interface ();
  const char      *name = language == EQP_LANGUAGE_FR || *step->name_en == '\0' ? step->name_fr : step->name_en;
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *details = dup_details (step);
  g_autofree char *escaped_details = g_markup_escape_text (details, -1);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *icon = gtk_image_new_from_icon_name (looks[step->state].icon);

  gtk_widget_add_css_class (icon, looks[step->state].css);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eqp_step_state_get_label (step->state, language), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_details);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "step");
  if (step->source != NULL && *step->source != '\0')
    gtk_widget_set_tooltip_text (row, step->source);
  return row;
}

void
eqp_request_steps_show (GtkListBox *list,
                        GPtrArray  *steps)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < steps->len; i++)
    gtk_list_box_append (list, make_step (g_ptr_array_index (steps, i)));
}
