/* eqp-council-view.c — one council: its composition by category with findings beside the seats, decisions, history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-council-view"

#include "config.h"

#include "app/bodies/eqp-council-view.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-body-window.h"
#include "app/bodies/eqp-category-group.h"
#include "app/bodies/eqp-decision-list.h"
#include "app/bodies/eqp-meeting-list.h"
#include "app/bodies/eqp-seat-picker.h"
#include "app/bodies/eqp-seat-window.h"
#include "app/eqp-feedback.h"
#include "app/history/eqp-history-list.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body.h"

struct _EqpCouncilView
{
  AdwBin parent_instance;

  EqpSession *session;
  gint64      body;

  GtkStack        *root;
  GtkLabel        *name;
  GtkLabel        *details;
  GtkBox          *status;
  GtkLabel        *summary;
  GtkLabel        *decision;
  GtkButton       *first; /* the gravest finding beside a seat: leads to it */
  GtkLabel        *first_label;
  GtkWidget       *first_row; /* borrowed: its row in groups */
  GtkStack        *tabs;
  GtkBox          *groups;
  EqpDecisionList *decisions;
  EqpMeetingList  *meetings;
  EqpHistoryList  *history;
};

G_DEFINE_FINAL_TYPE (EqpCouncilView, eqp_council_view, ADW_TYPE_BIN)

static EqpSnapshot *
get_snapshot (EqpCouncilView *self)
{
  if (self->session == NULL || self->body == 0)
    return NULL;
  return eqp_checker_get_snapshot (eqp_session_get_checker (self->session), self->body);
}

static EqpStore *
get_store (EqpCouncilView *self)
{
  return eqp_session_get_store (self->session);
}

static GtkWindow *
get_window (EqpCouncilView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- the head of the page ---- */

static char *
describe_members (EqpSnapshot *snapshot)
{
  guint  count = eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES);
  gint64 min = 0;
  gint64 max = 0;

  if (eqp_snapshot_get_number (snapshot, "total-min", &min) && eqp_snapshot_get_number (snapshot, "total-max", &max))
    /* Translators: members that sit, the least and the most there may be */
    return g_strdup_printf (ngettext ("%u member, of %d to %d", "%u members, of %d to %d", count), count, (int)min, (int)max);
  return g_strdup_printf (ngettext ("%u member", "%u members", count), count);
}

static char *
describe_decision (EqpSnapshot *snapshot)
{
  for (guint i = snapshot->decisions->len; i > 0; i--)
    {
      const EqpSnapshotDecision *decision = g_ptr_array_index (snapshot->decisions, i - 1);
      g_autofree char           *date = eqp_date_format (decision->date, eqp_language_get_interface ());

      if (decision->kind != EQP_DECISION_DECISION)
        continue;
      if (*decision->reference != '\0')
        /* Translators: reference and date of the director's decision */
        return g_strdup_printf (_ ("Decision %s of %s"), decision->reference, date);
      return g_strdup_printf (_ ("Decision of %s"), date);
    }
  return g_strdup (_ ("No decision recorded"));
}

static char *
describe_body (EqpSnapshot *snapshot)
{
  EqpLanguage language = eqp_language_get_interface ();
  const char *statute = language == EQP_LANGUAGE_FR ? snapshot->statute_name_fr : snapshot->statute_name_en;
  GString    *text = g_string_new (snapshot->code);

  if (*snapshot->degree != '\0')
    g_string_append_printf (text, " · %s", g_str_equal (snapshot->degree, "1D") ? _ ("primary") : _ ("secondary"));
  g_string_append_printf (text, " · %s", statute);
  if (*snapshot->site_name != '\0')
    g_string_append_printf (text, " · %s", snapshot->site_name);
  return g_string_free (text, FALSE);
}

static void
show_status (EqpCouncilView *self)
{
  EqpChecker *checker = eqp_session_get_checker (self->session);
  gboolean    lawful = TRUE;
  GtkWidget  *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->status))) != NULL)
    gtk_box_remove (self->status, child);
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_N_SEVERITIES; severity++)
    {
      guint            n = eqp_checker_count (checker, self->body, severity);
      g_autofree char *text = g_strdup_printf ("%u", n);
      GtkWidget       *label = gtk_label_new (text);

      if (n == 0)
        continue;
      lawful = lawful && severity == EQP_SEVERITY_INFORMATION;
      gtk_widget_add_css_class (label, "figure");
      gtk_box_append (self->status, eqp_severity_icon_new (severity));
      gtk_box_append (self->status, label);
    }
  if (lawful)
    {
      gtk_box_append (self->status, eqp_severity_icon_new (EQP_N_SEVERITIES));
      gtk_box_append (self->status, gtk_label_new (_ ("lawful")));
    }
}

/* ---- the composition ---- */

static void
open_person (EqpCouncilView *self,
             gint64          mandate)
{
  EqpSnapshot     *snapshot = get_snapshot (self);
  const char      *code = NULL;
  g_autofree char *address = NULL;

  for (guint i = 0; code == NULL && i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->mandate == mandate)
        code = seat->person_code;
    }
  if (code == NULL)
    return;
  address = g_strconcat ("directory/", code, NULL);
  eqp_feedback_go (GTK_WIDGET (self), address);
}

static void
name_chair (EqpCouncilView *self,
            gint64          mandate)
{
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_body_set_chair (get_store (self), mandate, &label, &error))
    eqp_feedback_edit (GTK_WIDGET (self), label);
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("The chair was not named"), error);
}

static void
name_chair_cb (gint64   mandate,
               gpointer user_data)
{
  name_chair (user_data, mandate);
}

static void
vacate_cb (gint64   mandate,
           gpointer user_data)
{
  EqpCouncilView *self = user_data;

  eqp_seat_window_vacate (get_window (self), get_store (self), get_snapshot (self), mandate);
}

static void
cure_cb (EqpCouncilView *self,
         EqpFindingRow  *row)
{
  EqpFinding *finding = eqp_finding_row_get_finding (row);
  const char *category = eqp_finding_get_category (finding);
  gint64      mandate = eqp_finding_get_mandate (finding);

  switch (eqp_finding_get_cure_kind (finding))
    {
    case EQP_CURE_APPOINT:
      eqp_seat_window_appoint (get_window (self), get_store (self), get_snapshot (self), category);
      break;
    case EQP_CURE_END_SEAT:
      if (mandate != 0)
        eqp_seat_window_vacate (get_window (self), get_store (self), get_snapshot (self), mandate);
      else
        eqp_seat_picker_present (get_window (self), _ ("Whose mandate ends?"), get_snapshot (self), category, FALSE, vacate_cb, self);
      break;
    case EQP_CURE_CHAIR:
      eqp_seat_picker_present (get_window (self), _ ("Who chairs the council?"), get_snapshot (self), NULL, TRUE, name_chair_cb, self);
      break;
    case EQP_CURE_DECISION:
      gtk_stack_set_visible_child_name (self->tabs, "decisions");
      eqp_decision_window_present (get_window (self), self->session, self->body, NULL, 0);
      break;
    case EQP_CURE_PERSON:
      open_person (self, mandate);
      break;
    case EQP_CURE_INVITE:
      eqp_seat_window_invite (get_window (self), get_store (self), get_snapshot (self), mandate);
      break;
    case EQP_CURE_MEETINGS:
      gtk_stack_set_visible_child_name (self->tabs, "meetings");
      break;
    case EQP_CURE_SCOPE:
    case EQP_CURE_BODY:
      eqp_body_window_present (get_window (self), self->session, self->body);
      break;
    case EQP_CURE_NONE:
    default:
      break;
    }
}

static GtkWidget *
make_finding_row (EqpCouncilView *self,
                  EqpFinding     *finding)
{
  GtkWidget *row = eqp_finding_row_new (finding);

  g_signal_connect_object (row, "cure", G_CALLBACK (cure_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* The seats may be far down the page: the head says what is wrong there, and leads to it. */
static void
note_first (EqpCouncilView *self,
            EqpFinding     *finding,
            GtkWidget      *row)
{
  g_autofree char *message = NULL;

  if (self->first_row != NULL || eqp_finding_get_severity (finding) >= EQP_SEVERITY_INFORMATION)
    return;
  message = eqp_finding_dup_message (finding, eqp_language_get_interface ());
  gtk_label_set_label (self->first_label, message);
  self->first_row = row;
}

static void
first_clicked_cb (EqpCouncilView *self)
{
  gtk_stack_set_visible_child_name (self->tabs, "composition");
  /* The scrolled window follows the focus. */
  if (self->first_row != NULL)
    gtk_widget_child_focus (self->first_row, GTK_DIR_TAB_FORWARD);
}

/* A category without seats and minimum is not shown for itself: an appointment can name it. */
static gboolean
is_shown (EqpSnapshot *snapshot,
          guint        category)
{
  const EqpSnapshotCategory *values = g_ptr_array_index (snapshot->categories, category);

  return values->min > 0 || values->counts || eqp_snapshot_count (snapshot, category) > 0;
}

static void
show_composition (EqpCouncilView *self,
                  EqpSnapshot    *snapshot)
{
  g_autoptr (GPtrArray) findings = eqp_checker_list_findings (eqp_session_get_checker (self->session), self->body);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean   writable = !eqp_store_is_read_only (get_store (self));
  GtkWidget *child;
  GtkWidget *general = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->first_row = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  gtk_box_append (self->groups, general);
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = g_ptr_array_index (snapshot->categories, i);

      if (is_shown (snapshot, i))
        {
          child = eqp_category_group_new (snapshot, i, writable);
          gtk_box_append (self->groups, child);
          g_hash_table_insert (groups, category->code, child);
        }
    }
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);
      const char *category = eqp_finding_get_category (finding);

      GtkWidget *row = make_finding_row (self, finding);

      child = category != NULL ? g_hash_table_lookup (groups, category) : NULL;
      if (child != NULL)
        {
          eqp_category_group_add_finding (EQP_CATEGORY_GROUP (child), row);
          note_first (self, finding, row);
        }
      else
        gtk_box_append (GTK_BOX (general), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->first), self->first_row != NULL);
  gtk_widget_set_visible (general, gtk_widget_get_first_child (general) != NULL);
}

static void
refresh (EqpCouncilView *self)
{
  EqpSnapshot     *snapshot = get_snapshot (self);
  g_autofree char *members = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *details = NULL;

  gtk_stack_set_visible_child_name (self->root, snapshot != NULL ? "council" : "nothing");
  if (snapshot == NULL)
    return;
  members = describe_members (snapshot);
  decision = describe_decision (snapshot);
  details = describe_body (snapshot);
  gtk_label_set_label (self->name, eqp_snapshot_get_name (snapshot, eqp_language_get_interface ()));
  gtk_label_set_label (self->details, details);
  gtk_label_set_label (self->summary, members);
  gtk_label_set_label (self->decision, decision);
  show_status (self);
  show_composition (self, snapshot);
  eqp_decision_list_show (self->decisions, self->session, snapshot);
  eqp_meeting_list_show (self->meetings, self->session, self->body);
}

/* ---- actions ---- */

static void
appoint_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpCouncilView *self = EQP_COUNCIL_VIEW (widget);
  const char     *category = g_variant_get_string (parameter, NULL);

  if (get_snapshot (self) != NULL)
    eqp_seat_window_appoint (get_window (self), get_store (self), get_snapshot (self), *category != '\0' ? category : NULL);
}

static void
seat_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpCouncilView *self = EQP_COUNCIL_VIEW (widget);
  gint64          mandate = g_variant_get_int64 (parameter);

  if (g_str_equal (action, "council.replace"))
    eqp_seat_window_replace (get_window (self), get_store (self), get_snapshot (self), mandate);
  else if (g_str_equal (action, "council.vacate"))
    eqp_seat_window_vacate (get_window (self), get_store (self), get_snapshot (self), mandate);
  else if (g_str_equal (action, "council.invite"))
    eqp_seat_window_invite (get_window (self), get_store (self), get_snapshot (self), mandate);
  else if (g_str_equal (action, "council.person"))
    open_person (self, mandate);
  else
    name_chair (self, mandate);
}

static void
body_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpCouncilView *self = EQP_COUNCIL_VIEW (widget);

  if (g_str_equal (action, "council.scope"))
    eqp_body_window_present (get_window (self), self->session, self->body);
  else
    eqp_decision_window_present (get_window (self), self->session, self->body, g_variant_get_string (parameter, NULL), 0);
}

/* ---- the class ---- */

static void
eqp_council_view_dispose (GObject *object)
{
  EqpCouncilView *self = EQP_COUNCIL_VIEW (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_COUNCIL_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_council_view_parent_class)->dispose (object);
}

static void
eqp_council_view_class_init (EqpCouncilViewClass *klass)
{
  static const char *const seat_actions[] = { "council.replace", "council.vacate", "council.chair", "council.invite", "council.person" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_council_view_dispose;

  g_type_ensure (EQP_TYPE_DECISION_LIST);
  g_type_ensure (EQP_TYPE_MEETING_LIST);
  g_type_ensure (EQP_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-council-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, root);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, name);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, details);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, status);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, summary);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, decision);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, first);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, first_label);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, tabs);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, groups);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, decisions);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, meetings);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilView, history);
  gtk_widget_class_bind_template_callback (widget_class, first_clicked_cb);
  gtk_widget_class_install_action (widget_class, "council.appoint", "s", appoint_action);
  for (guint i = 0; i < G_N_ELEMENTS (seat_actions); i++)
    gtk_widget_class_install_action (widget_class, seat_actions[i], "x", seat_action);
  gtk_widget_class_install_action (widget_class, "council.scope", NULL, body_action);
  gtk_widget_class_install_action (widget_class, "council.decide", "s", body_action);
}

static void
eqp_council_view_init (EqpCouncilView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a file that cannot be written does not offer. */
static const char *const writing_actions[] = {
  "council.appoint",
  "council.replace",
  "council.vacate",
  "council.chair",
  "council.invite",
  "council.scope",
  "council.decide",
};

void
eqp_council_view_set_session (EqpCouncilView *self,
                              EqpSession     *session)
{
  g_return_if_fail (EQP_IS_COUNCIL_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_connect_object (eqp_session_get_checker (session), "updated", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing_actions[i], !eqp_store_is_read_only (eqp_session_get_store (session)));
}

void
eqp_council_view_show (EqpCouncilView *self,
                       gint64          body)
{
  g_return_if_fail (EQP_IS_COUNCIL_VIEW (self));

  if (self->body == body && body != 0)
    return;
  self->body = body;
  refresh (self);
  if (body != 0)
    eqp_history_list_set_record (self->history, get_store (self), &eqp_body_entity, body);
}

gint64
eqp_council_view_get_body (EqpCouncilView *self)
{
  g_return_val_if_fail (EQP_IS_COUNCIL_VIEW (self), 0);

  return self->body;
}
