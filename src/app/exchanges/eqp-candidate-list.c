/* eqp-candidate-list.c — who could answer a request, the likeliest first, with a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-candidate-list"

#include "config.h"

#include "app/exchanges/eqp-candidate-list.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-finding-row.h"
#include "domain/exchanges/eqp-candidates.h"
#include "domain/exchanges/eqp-request.h"

/* Whoever is further down is found by typing. */
#define MAX_CANDIDATES 20

struct _EqpCandidateList
{
  AdwBin parent_instance;

  EqpStore  *store;
  EqpRecord *request; /* (nullable) */

  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *nobody;
};

G_DEFINE_FINAL_TYPE (EqpCandidateList, eqp_candidate_list, ADW_TYPE_BIN)

static const char *
get_availability (EqpAvailabilityState state)
{
  switch (state)
    {
    case EQP_AVAILABILITY_FREE:
      return _ ("free during the period");
    case EQP_AVAILABILITY_PARTLY:
      return _ ("free on some days");
    case EQP_AVAILABILITY_BUSY:
      return _ ("not available");
    case EQP_AVAILABILITY_UNKNOWN:
    default:
      return _ ("availability not known");
    }
}

/* "+12 h": what the balance becomes is said with its sign. */
static char *
dup_effect (gint64 minutes)
{
  g_autofree char *duration = eqp_duration_format (minutes, eqp_language_get_interface ());
  g_autofree char *signed_duration = g_strconcat (minutes > 0 ? "+" : "", duration, NULL);

  /* Translators: %s is a duration with its sign, such as “+12 h”: what the balance gains if this person takes the request */
  return g_strdup_printf (_ ("balance %s"), signed_duration);
}

static char *
dup_details (const EqpCandidate *candidate)
{
  g_autofree char *load = eqp_duration_format (candidate->load, eqp_language_get_interface ());
  /* Translators: %s is a duration: the hours that this person has in the academic year */
  g_autofree char *year = g_strdup_printf (_ ("%s this year"), load);
  g_autofree char *effect = dup_effect (candidate->effect);
  GString         *text = g_string_new (candidate->institution);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (!candidate->right_side)
    g_string_append_printf (text, "%s · ", _ ("not of the partner’s side"));
  if (candidate->teaches)
    g_string_append_printf (text, "%s · ", _ ("teaches in it"));
  g_string_append_printf (text, "%s · %s · %s", get_availability (candidate->availability), year, effect);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_button (const EqpCandidate *candidate)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Assign…"));
  /* Translators: %s is a person */
  g_autofree char *label = g_strdup_printf (_ ("Assign to %s"), candidate->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", candidate->person);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "requests.assign");
  return button;
}

static GtkWidget *
make_row (const EqpCandidate *candidate)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (candidate->name, -1);
  g_autofree char *details = dup_details (candidate);
  g_autofree char *escaped = g_markup_escape_text (details, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eqp_side_chip_new (candidate->side));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (candidate));
  gtk_widget_set_focusable (row, FALSE);
  if (candidate->disciplines != NULL && *candidate->disciplines != '\0')
    gtk_widget_set_tooltip_text (row, candidate->disciplines);
  return row;
}

static void
show_candidates (EqpCandidateList *self)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->request == NULL)
    return;
  candidates = eqp_candidates_load (self->store, self->request, gtk_editable_get_text (GTK_EDITABLE (self->search)), MAX_CANDIDATES, &error);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (candidates, i)));
  gtk_label_set_label (self->nobody, error != NULL ? error->message : _ ("Nobody of that name could come."));
  gtk_stack_set_visible_child_name (self->stack, candidates != NULL && candidates->len > 0 ? "list" : "nobody");
}

/* ---- the class ---- */

static void
eqp_candidate_list_dispose (GObject *object)
{
  EqpCandidateList *self = EQP_CANDIDATE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_CANDIDATE_LIST);
  g_clear_object (&self->request);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_candidate_list_parent_class)->dispose (object);
}

static void
eqp_candidate_list_class_init (EqpCandidateListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_candidate_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-candidate-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpCandidateList, search);
  gtk_widget_class_bind_template_child (widget_class, EqpCandidateList, stack);
  gtk_widget_class_bind_template_child (widget_class, EqpCandidateList, list);
  gtk_widget_class_bind_template_child (widget_class, EqpCandidateList, nobody);
  gtk_widget_class_bind_template_callback (widget_class, show_candidates);
}

static void
eqp_candidate_list_init (EqpCandidateList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_candidate_list_show (EqpCandidateList *self,
                         EqpStore         *store,
                         EqpRecord        *request)
{
  g_return_if_fail (EQP_IS_CANDIDATE_LIST (self));

  if (self->request != request)
    {
      /* Cleared first: what was searched was meant for the other request. */
      g_clear_object (&self->request);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    }
  g_set_object (&self->store, store);
  g_set_object (&self->request, request);
  show_candidates (self);
}
