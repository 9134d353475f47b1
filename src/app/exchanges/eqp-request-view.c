/* eqp-request-view.c — one request: its facts, procedure, next step, lines, findings, and who could answer it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-view"

#include "config.h"

#include "app/exchanges/eqp-request-view.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-candidate-list.h"
#include "app/exchanges/eqp-request-card.h"
#include "app/exchanges/eqp-request-facts.h"
#include "app/exchanges/eqp-request-filter.h"
#include "app/exchanges/eqp-request-findings.h"
#include "app/exchanges/eqp-request-layout.h"
#include "app/exchanges/eqp-request-next.h"
#include "app/exchanges/eqp-request-steps.h"
#include "app/history/eqp-history-list.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-institution.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-step-record.h"
#include "store/eqp-journal.h"

struct _EqpRequestView
{
  AdwBin parent_instance;

  EqpSession *session;
  EqpRecord  *request; /* (nullable) */
  guint       findings_source;

  GtkLabel          *code;
  GtkLabel          *training;
  GtkLabel          *state;
  GtkLabel          *subject;
  AdwBin            *side;
  GtkLabel          *requester;
  GtkButton         *next;
  GtkMenuButton     *more;
  GtkStack          *tabs;
  GtkScrolledWindow *scroller;
  GtkBox            *findings;
  GtkGrid           *facts;
  GtkWidget         *steps_box;
  GtkListBox        *steps;
  GtkWidget         *people_box;
  GtkWidget         *lines_box;
  GtkListBox        *lines;
  GtkWidget         *candidates_box;
  EqpCandidateList  *candidates;
  EqpHistoryList    *history;
};

G_DEFINE_FINAL_TYPE (EqpRequestView, eqp_request_view, ADW_TYPE_BIN)

static EqpStore *
get_store (EqpRequestView *self)
{
  return eqp_session_get_store (self->session);
}

/* ---- the heading ---- */

static void
show_requester (EqpRequestView *self)
{
  gint64           id = eqp_record_get_reference (self->request, EQP_REQUEST_REQUESTER);
  g_autofree char *name = NULL;
  g_autoptr (EqpRecord) institution = id != 0 ? eqp_store_get (get_store (self), &eqp_institution_entity, id, NULL) : NULL;
  EqpSide side;

  gtk_widget_set_visible (GTK_WIDGET (self->side), institution != NULL);
  if (institution == NULL)
    {
      gtk_label_set_label (self->requester, _ ("Nobody is named as the requester."));
      return;
    }
  name = eqp_record_dup_title (institution, eqp_language_get_interface ());
  side = eqp_side_from_code (eqp_record_get_text (institution, EQP_INSTITUTION_SIDE));
  adw_bin_set_child (self->side, eqp_side_chip_new (side));
  gtk_label_set_label (self->requester, name);
}

static void
show_heading (EqpRequestView *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *training = eqp_record_dup_display (self->request, EQP_REQUEST_TRAINING, language);

  gtk_label_set_label (self->code, eqp_record_get_text (self->request, EQP_REQUEST_CODE));
  gtk_label_set_label (self->training, eqp_record_get_text (self->request, EQP_REQUEST_TRAINING));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->training), training);
  gtk_label_set_label (self->state, eqp_request_get_state_label (eqp_request_get_state (self->request), language));
  gtk_label_set_label (self->subject, eqp_record_get_text (self->request, EQP_REQUEST_SUBJECT));
  show_requester (self);
}

/* ---- what is below it ---- */

static void
show_steps (EqpRequestView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = eqp_procedure_load_for_request (get_store (self), self->request, eqp_date_today (), &error);

  if (steps != NULL)
    eqp_request_steps_show (self->steps, steps);
  else
    eqp_feedback_say (GTK_WIDGET (self), error->message);
  gtk_widget_set_visible (self->steps_box, steps != NULL && steps->len > 0);
}

static GPtrArray *
load_lines (EqpRequestView *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = eqp_store_select (get_store (self), &eqp_intervention_entity, &error, "WHERE request_id = ? ORDER BY date, start_time, id",
                                       "i", eqp_record_get_id (self->request));

  if (lines == NULL)
    {
      eqp_feedback_say (GTK_WIDGET (self), error->message);
      lines = g_ptr_array_new ();
    }
  return lines;
}

static void
clear_findings (EqpRequestView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
}

static void
show_findings_cb (gpointer user_data)
{
  EqpRequestView *self = user_data;
  g_autoptr (GPtrArray) lines = load_lines (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = eqp_request_findings_load (get_store (self), self->request, lines, &error);

  self->findings_source = 0;
  clear_findings (self);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    gtk_box_append (self->findings, eqp_finding_row_new (g_ptr_array_index (findings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings != NULL && findings->len > 0);
  if (error != NULL)
    eqp_feedback_say (GTK_WIDGET (self), error->message);
}

/* Each line is checked against its day: walking down the table must not wait for that. */
static void
show_findings_soon (EqpRequestView *self)
{
  if (self->findings_source == 0)
    self->findings_source = g_idle_add_once (show_findings_cb, self);
}

/* Who comes, and who could: that is asked for while there are hours to give. */
static void
show_people (EqpRequestView *self,
             GPtrArray      *lines,
             gint64          assigned)
{
  guint    state = eqp_request_get_state (self->request);
  gboolean wanted = state < EQP_REQUEST_STATE_DONE && assigned < eqp_record_get_integer (self->request, EQP_REQUEST_MINUTES);

  gtk_widget_set_visible (self->lines_box, eqp_request_lines_show (self->lines, lines) > 0);
  gtk_widget_set_visible (self->candidates_box, wanted);
  gtk_widget_set_visible (self->people_box, wanted || lines->len > 0);
  eqp_candidate_list_show (self->candidates, get_store (self), wanted ? self->request : NULL);
}

static gboolean
has_focus (EqpRequestView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && gtk_widget_get_mapped (focus);
}

static void
refresh (EqpRequestView *self)
{
  gboolean focused = has_focus (self);
  g_autoptr (GPtrArray) lines = load_lines (self);
  g_autoptr (GMenuModel) menu = eqp_request_next_make_menu (self->request);
  g_autoptr (GError) error = NULL;
  gint64 assigned = 0;

  if (!eqp_request_get_assigned (get_store (self), self->request, &assigned, &error))
    eqp_feedback_say (GTK_WIDGET (self), error->message);
  show_heading (self);
  eqp_request_next_set_up (self->next, self->request, lines, assigned);
  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "requests.certify", eqp_request_next_can_certify (lines));
  eqp_request_facts_show (self->facts, self->request, assigned);
  show_steps (self);
  show_findings_soon (self);
  show_people (self, lines, assigned);
  /* What had the keyboard may be gone: a candidate's button, or the way out of the last state. */
  if (focused && !has_focus (self))
    eqp_request_view_focus (self);
}

static gboolean
concerns (EqpRequestView *self,
          EqpChangeSet   *changes)
{
  static const EqpEntity *const entities[] = { &eqp_intervention_entity, &eqp_step_record_entity, &eqp_institution_entity,
                                               &eqp_affiliation_entity, &eqp_availability_entity };

  if (eqp_change_set_has_row (changes, &eqp_request_entity, eqp_record_get_id (self->request)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (eqp_change_set_touches (changes, entities[i]))
      return TRUE;
  return FALSE;
}

static void
store_changed_cb (EqpRequestView *self,
                  EqpChangeSet   *changes)
{
  if (self->request != NULL && !eqp_record_is_deleted (self->request) && concerns (self, changes))
    refresh (self);
}

/* "requests.certify": the hours done of all its lines, which become final. */
static void
certify_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpRequestView *self = EQP_REQUEST_VIEW (widget);
  g_autoptr (GPtrArray) lines = load_lines (self);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_ledger_certify (get_store (self), lines, &label, &error))
    eqp_feedback_edit (widget, label);
  else
    eqp_feedback_error (widget, _ ("The lines were not certified"), error);
}

/* ---- the class ---- */

static void
eqp_request_view_dispose (GObject *object)
{
  EqpRequestView *self = EQP_REQUEST_VIEW (object);

  g_clear_handle_id (&self->findings_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_VIEW);
  g_clear_object (&self->request);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_request_view_parent_class)->dispose (object);
}

static void
eqp_request_view_class_init (EqpRequestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_view_dispose;

  g_type_ensure (EQP_TYPE_CANDIDATE_LIST);
  g_type_ensure (EQP_TYPE_HISTORY_LIST);
  g_type_ensure (EQP_TYPE_REQUEST_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, code);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, training);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, state);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, subject);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, side);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, requester);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, next);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, more);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, tabs);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, scroller);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, findings);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, facts);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, steps_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, steps);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, people_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, lines_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, lines);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, candidates_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, candidates);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestView, history);
  gtk_widget_class_install_action (widget_class, "requests.certify", NULL, certify_action);
}

static void
eqp_request_view_init (EqpRequestView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_request_view_set_session (EqpRequestView *self,
                              EqpSession     *session)
{
  g_return_if_fail (EQP_IS_REQUEST_VIEW (self));

  self->session = g_object_ref (session);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_request_view_show (EqpRequestView *self,
                       EqpRecord      *request)
{
  g_return_if_fail (EQP_IS_REQUEST_VIEW (self));

  if (!g_set_object (&self->request, request))
    return;
  g_clear_handle_id (&self->findings_source, g_source_remove);
  clear_findings (self);
  if (request == NULL)
    {
      eqp_candidate_list_show (self->candidates, get_store (self), NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->tabs, "request");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  eqp_history_list_set_record (self->history, get_store (self), &eqp_request_entity, eqp_record_get_id (request));
  refresh (self);
}

void
eqp_request_view_focus (EqpRequestView *self)
{
  g_return_if_fail (EQP_IS_REQUEST_VIEW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->next)) || !gtk_widget_grab_focus (GTK_WIDGET (self->next)))
    gtk_widget_child_focus (GTK_WIDGET (self->more), GTK_DIR_TAB_FORWARD);
}

EqpRecord *
eqp_request_view_get_request (EqpRequestView *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_VIEW (self), NULL);

  return self->request;
}
