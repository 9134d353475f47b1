/* eqp-request-facts.c — what a request says, and the lines of the ledger that answer it, as rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-facts"

#include "config.h"

#include "app/exchanges/eqp-request-facts.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-finding-row.h"
#include "domain/exchanges/eqp-exchange.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"

/* ---- facts ---- */

static void
add_fact (GtkGrid    *grid,
          int        *row,
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
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, *row, 1, 1);
  gtk_grid_attach (grid, text, 1, *row, 1, 1);
  (*row)++;
}

static void
add_field (GtkGrid   *grid,
           int       *row,
           EqpRecord *request,
           guint      field)
{
  g_autofree char *value = NULL;

  if (eqp_record_is_empty (request, field))
    return;
  value = eqp_record_dup_display (request, field, eqp_language_get_interface ());
  add_fact (grid, row, _ (eqp_request_entity.fields[field].label), value);
}

static char *
dup_hours (EqpRecord *request,
           gint64     assigned)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *wanted = eqp_duration_format (eqp_record_get_integer (request, EQP_REQUEST_MINUTES), language);
  g_autofree char *found = eqp_duration_format (assigned, language);

  /* Translators: %1$s is a request's duration, %2$s how much of it somebody was found for */
  return g_strdup_printf (_ ("%1$s, of which %2$s assigned"), wanted, found);
}

void
eqp_request_facts_show (GtkGrid   *grid,
                        EqpRecord *request,
                        gint64     assigned)
{
  static const guint fields[] = { EQP_REQUEST_PLACE, EQP_REQUEST_LEVEL, EQP_REQUEST_SKILLS, EQP_REQUEST_ROUTE, EQP_REQUEST_RESOURCE,
                                  EQP_REQUEST_COORDINATOR, EQP_REQUEST_CONTACT, EQP_REQUEST_REMARKS, EQP_REQUEST_REASON };
  g_autofree char   *hours = dup_hours (request, assigned);
  g_autofree char   *period = eqp_date_format_period (eqp_record_get_date (request, EQP_REQUEST_START_DATE),
                                                      eqp_record_get_date (request, EQP_REQUEST_END_DATE), eqp_language_get_interface ());
  GtkWidget         *child;
  int                row = 0;

  g_return_if_fail (GTK_IS_GRID (grid));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  add_fact (grid, &row, _ ("Hours"), hours);
  add_fact (grid, &row, _ ("Period"), period);
  add_field (grid, &row, request, EQP_REQUEST_UNIT);
  add_field (grid, &row, request, EQP_REQUEST_SCHEME);
  add_field (grid, &row, request, EQP_REQUEST_SCOPE);
  add_field (grid, &row, request, EQP_REQUEST_RECEIVED);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (grid, &row, request, fields[i]);
  if (eqp_record_get_boolean (request, EQP_REQUEST_COMPLEX))
    add_field (grid, &row, request, EQP_REQUEST_COMPLEX);
}

/* ---- lines ---- */

/* The furthest that a line has come, in words: certified, done, planned or only requested. */
static char *
dup_progress (EqpRecord *line)
{
  static const guint    fields[] = { EQP_INTERVENTION_CERTIFIED, EQP_INTERVENTION_DONE, EQP_INTERVENTION_PLANNED, EQP_INTERVENTION_REQUESTED };
  static const EqpHours hours[] = { EQP_HOURS_CERTIFIED, EQP_HOURS_DONE, EQP_HOURS_PLANNED, EQP_HOURS_REQUESTED };
  EqpLanguage           language = eqp_language_get_interface ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!eqp_record_is_empty (line, fields[i]))
      {
        g_autofree char *duration = eqp_duration_format (eqp_record_get_integer (line, fields[i]), language);

        return g_strdup_printf ("%s · %s", duration, eqp_hours_get_label (hours[i], language));
      }
  return g_strdup ("");
}

static GtkWidget *
make_line (EqpRecord *line)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *person = eqp_record_dup_display (line, EQP_INTERVENTION_PERSON, language);
  g_autofree char *date = eqp_date_format (eqp_record_get_date (line, EQP_INTERVENTION_DATE), language);
  g_autofree char *progress = dup_progress (line);
  g_autofree char *subtitle = g_markup_printf_escaped ("%s · %s", date, progress);
  g_autofree char *escaped = g_markup_escape_text (person, -1);
  g_autofree char *address = g_strconcat ("exchanges/", eqp_record_get_text (line, EQP_INTERVENTION_CODE), NULL);
  GtkWidget       *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             eqp_side_chip_new (eqp_side_from_code (eqp_record_get_text (line, EQP_INTERVENTION_HOME_SIDE))));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
  return row;
}

guint
eqp_request_lines_show (GtkListBox *list,
                        GPtrArray  *lines)
{
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (list, make_line (g_ptr_array_index (lines, i)));
  return lines->len;
}
