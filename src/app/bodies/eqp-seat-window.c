/* eqp-seat-window.c — appointing, replacing, ending a mandate, inviting a guest: one small form for all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-seat-window"

#include "config.h"

#include "app/bodies/eqp-seat-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-record-chooser.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"

typedef enum {
  MODE_APPOINT,
  MODE_REPLACE,
  MODE_VACATE,
  MODE_INVITE,
} Mode;

struct _EqpSeatWindow
{
  AdwWindow parent_instance;

  Mode              mode;
  EqpStore         *store;
  EqpSnapshot      *snapshot;
  gint64            mandate; /* 0 when appointing */
  EqpRecordChooser *person;
  EqpRecordChooser *institution;
  EqpRecordChooser *meeting;

  AdwPreferencesGroup *group;
  AdwActionRow        *person_row;
  AdwComboRow         *category;
  AdwActionRow        *institution_row;
  AdwActionRow        *employer_row;
  GtkSwitch           *employer;
  AdwActionRow        *meeting_row;
  EqpDateRow          *from;
  EqpDateRow          *to;
  GtkButton           *accept;
  GtkRevealer         *problem_revealer;
  GtkLabel            *problem;
};

G_DEFINE_FINAL_TYPE (EqpSeatWindow, eqp_seat_window, ADW_TYPE_WINDOW)

static const EqpSeat *
find_seat (EqpSnapshot *snapshot,
           gint64       mandate)
{
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->mandate == mandate)
        return seat;
    }
  return NULL;
}

/* Said beside a candidate who already sits in this council. */
static char *
note_seat_cb (gint64   person,
              gpointer user_data)
{
  EqpSeatWindow *self = user_data;

  for (guint i = 0; i < self->snapshot->seats->len; i++)
    {
      const EqpSeat             *seat = g_ptr_array_index (self->snapshot->seats, i);
      const EqpSnapshotCategory *category = g_ptr_array_index (self->snapshot->categories, seat->category);

      if (seat->person == person)
        /* Translators: %s is a seat category, such as “Students” */
        return g_strdup_printf (_ ("already sits here: %s"), eqp_category_get_name (category, eqp_language_get_interface ()));
    }
  return NULL;
}

/* What a meeting was about: its title says the day alone. */
static char *
note_meeting_cb (gint64   meeting,
                 gpointer user_data)
{
  EqpSeatWindow *self = user_data;
  g_autoptr (EqpRecord) record = eqp_store_get (self->store, &eqp_meeting_entity, meeting, NULL);

  return record == NULL || eqp_record_is_empty (record, EQP_MEETING_TITLE) ? NULL : g_strdup (eqp_record_get_text (record, EQP_MEETING_TITLE));
}

/* ---- saving ---- */

static gboolean
is_guest (const EqpSnapshotCategory *category)
{
  return g_str_equal (category->code, EQP_CATEGORY_GUEST_OCCASIONAL);
}

static gboolean
appoint (EqpSeatWindow *self,
         EqpMessage   **label,
         GError       **error)
{
  const EqpSnapshotCategory *category = g_ptr_array_index (self->snapshot->categories, adw_combo_row_get_selected (self->category));
  EqpAppointment             appointment = {
                .body = self->snapshot->id,
                .person = eqp_record_chooser_get_id (self->person),
                .category = category->id,
                .institution = eqp_record_chooser_get_id (self->institution),
                .represents_employer = category->may_chair && gtk_switch_get_active (self->employer),
                .from = eqp_date_row_get_date (self->from),
                .to = eqp_date_row_get_date (self->to),
                .meeting = is_guest (category) ? eqp_record_chooser_get_id (self->meeting) : 0,
  };

  return eqp_body_appoint (self->store, &appointment, NULL, label, error);
}

static const char *
find_problem (EqpSeatWindow *self)
{
  if (self->mode == MODE_INVITE)
    return NULL;
  if (self->mode != MODE_VACATE && eqp_record_chooser_get_id (self->person) == 0)
    return _ ("Choose a person first.");
  if (!eqp_date_row_is_valid (self->from) || !eqp_date_row_is_valid (self->to))
    return _ ("One of the dates cannot be read.");
  if (self->mode != MODE_APPOINT && eqp_date_row_get_date (self->mode == MODE_VACATE ? self->to : self->from) == EQP_DATE_NONE)
    return _ ("Say from which day.");
  return NULL;
}

static void
show_problem (EqpSeatWindow *self,
              const char    *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpSeatWindow *self = EQP_SEAT_WINDOW (widget);
  const char    *problem = find_problem (self);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (problem != NULL)
    {
      show_problem (self, problem);
      return;
    }
  switch (self->mode)
    {
    case MODE_APPOINT:
      done = appoint (self, &label, &error);
      break;
    case MODE_REPLACE:
      done = eqp_body_replace (self->store, self->mandate, eqp_record_chooser_get_id (self->person),
                               eqp_date_row_get_date (self->from), &label, &error);
      break;
    case MODE_INVITE:
      done = eqp_body_set_meeting (self->store, self->mandate, eqp_record_chooser_get_id (self->meeting), &label, &error);
      break;
    case MODE_VACATE:
    default:
      done = eqp_body_vacate (self->store, self->mandate, eqp_date_row_get_date (self->to), &label, &error);
      break;
    }
  if (!done)
    {
      show_problem (self, error->message);
      return;
    }
  eqp_feedback_edit (widget, label);
  gtk_window_close (GTK_WINDOW (self));
}

static void
category_changed_cb (EqpSeatWindow *self)
{
  guint                      selected = adw_combo_row_get_selected (self->category);
  const EqpSnapshotCategory *category;

  if (self->snapshot == NULL || selected >= self->snapshot->categories->len)
    return;
  category = g_ptr_array_index (self->snapshot->categories, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->employer_row), self->mode == MODE_APPOINT && category->may_chair);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_row), self->mode == MODE_APPOINT && is_guest (category));
}

/* Somebody invited to a meeting is a guest of the council on that day. */
static void
meeting_chosen_cb (EqpSeatWindow *self)
{
  gint64 id = eqp_record_chooser_get_id (self->meeting);
  g_autoptr (EqpRecord) meeting = id != 0 ? eqp_store_get (self->store, &eqp_meeting_entity, id, NULL) : NULL;

  if (self->mode != MODE_APPOINT || meeting == NULL)
    return;
  eqp_date_row_set_date (self->from, eqp_record_get_date (meeting, EQP_MEETING_DATE));
  eqp_date_row_set_date (self->to, eqp_record_get_date (meeting, EQP_MEETING_DATE));
}

/* ---- the class ---- */

static void
eqp_seat_window_dispose (GObject *object)
{
  EqpSeatWindow *self = EQP_SEAT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_SEAT_WINDOW);
  g_clear_pointer (&self->snapshot, eqp_snapshot_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_seat_window_parent_class)->dispose (object);
}

static void
eqp_seat_window_class_init (EqpSeatWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_seat_window_dispose;

  g_type_ensure (EQP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-seat-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, group);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, person_row);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, category);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, institution_row);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, employer_row);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, employer);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, from);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, to);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpSeatWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, category_changed_cb);
  gtk_widget_class_install_action (widget_class, "seat.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "seat.accept", NULL);
}

static void
eqp_seat_window_init (EqpSeatWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The meetings of this council, the last one first. */
static GArray *
list_meetings (EqpSeatWindow *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) meetings = eqp_store_select (self->store, &eqp_meeting_entity, NULL, "WHERE body_id = ? ORDER BY date DESC, id DESC",
                                                     "i", self->snapshot->id);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      gint64 id = eqp_record_get_id (g_ptr_array_index (meetings, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
add_meeting_chooser (EqpSeatWindow *self)
{
  GtkWidget *meeting = eqp_record_chooser_new (self->store, &eqp_meeting_entity);
  g_autoptr (GArray) meetings = list_meetings (self);

  self->meeting = EQP_RECORD_CHOOSER (meeting);
  g_object_set (meeting, "allow-none", TRUE, NULL);
  eqp_record_chooser_set_among (self->meeting, meetings);
  eqp_record_chooser_set_note (self->meeting, note_meeting_cb, self, NULL);
  gtk_widget_set_valign (meeting, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->meeting_row, meeting);
  g_signal_connect_object (meeting, "notify::record-id", G_CALLBACK (meeting_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
add_choosers (EqpSeatWindow *self)
{
  GtkWidget *person = eqp_record_chooser_new (self->store, &eqp_person_entity);
  GtkWidget *institution = eqp_record_chooser_new (self->store, &eqp_institution_entity);

  self->person = EQP_RECORD_CHOOSER (person);
  self->institution = EQP_RECORD_CHOOSER (institution);
  g_object_set (person, "allow-new", TRUE, NULL);
  g_object_set (institution, "allow-none", TRUE, NULL);
  eqp_record_chooser_set_note (self->person, note_seat_cb, self, NULL);
  gtk_widget_set_valign (person, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (institution, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->person_row, person);
  adw_action_row_add_suffix (self->institution_row, institution);
}

static void
fill_categories (EqpSeatWindow *self,
                 const char    *code)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = g_ptr_array_index (self->snapshot->categories, i);

      gtk_string_list_append (names, eqp_category_get_name (category, eqp_language_get_interface ()));
      if (g_strcmp0 (category->code, code) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->category, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->category, selected);
}

static EqpSeatWindow *
seat_window_new (GtkWindow   *parent,
                 EqpStore    *store,
                 EqpSnapshot *snapshot,
                 Mode         mode,
                 gint64       mandate,
                 const char  *title,
                 const char  *accept)
{
  EqpSeatWindow   *self = g_object_new (EQP_TYPE_SEAT_WINDOW, "transient-for", parent, "title", title, NULL);
  const EqpSeat   *seat = find_seat (snapshot, mandate);
  g_autofree char *name = seat != NULL ? eqp_seat_dup_name (seat, eqp_language_get_interface ()) : NULL;

  self->mode = mode;
  self->store = g_object_ref (store);
  self->snapshot = eqp_snapshot_ref (snapshot);
  self->mandate = mandate;
  add_choosers (self);
  add_meeting_chooser (self);
  gtk_button_set_label (self->accept, accept);
  adw_preferences_group_set_title (self->group, name != NULL ? name : eqp_snapshot_get_name (snapshot, eqp_language_get_interface ()));
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), mode == MODE_APPOINT || mode == MODE_REPLACE);
  gtk_widget_set_visible (GTK_WIDGET (self->category), mode == MODE_APPOINT);
  gtk_widget_set_visible (GTK_WIDGET (self->institution_row), mode == MODE_APPOINT);
  gtk_widget_set_visible (GTK_WIDGET (self->employer_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_row), mode == MODE_INVITE);
  gtk_widget_set_visible (GTK_WIDGET (self->from), mode == MODE_APPOINT || mode == MODE_REPLACE);
  gtk_widget_set_visible (GTK_WIDGET (self->to), mode == MODE_APPOINT || mode == MODE_VACATE);
  return self;
}

void
eqp_seat_window_appoint (GtkWindow   *parent,
                         EqpStore    *store,
                         EqpSnapshot *snapshot,
                         const char  *category)
{
  EqpSeatWindow *self = seat_window_new (parent, store, snapshot, MODE_APPOINT, 0, _ ("Appoint a member"), _ ("_Appoint"));

  fill_categories (self, category);
  /* A3: a seat of the employer's category represents the employer unless somebody says otherwise. */
  gtk_switch_set_active (self->employer, TRUE);
  eqp_date_row_set_date (self->from, snapshot->as_of);
  category_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->person), GTK_DIR_TAB_FORWARD);
}

void
eqp_seat_window_replace (GtkWindow   *parent,
                         EqpStore    *store,
                         EqpSnapshot *snapshot,
                         gint64       mandate)
{
  EqpSeatWindow *self = seat_window_new (parent, store, snapshot, MODE_REPLACE, mandate, _ ("Replace a member"), _ ("_Replace"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), _ ("Replaced by"));
  eqp_date_row_set_date (self->from, snapshot->as_of);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->person), GTK_DIR_TAB_FORWARD);
}

void
eqp_seat_window_vacate (GtkWindow   *parent,
                        EqpStore    *store,
                        EqpSnapshot *snapshot,
                        gint64       mandate)
{
  EqpSeatWindow *self = seat_window_new (parent, store, snapshot, MODE_VACATE, mandate, _ ("End a mandate"), _ ("_End the mandate"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->to), _ ("Last day"));
  eqp_date_row_set_date (self->to, snapshot->as_of - 1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->to));
}

void
eqp_seat_window_invite (GtkWindow   *parent,
                        EqpStore    *store,
                        EqpSnapshot *snapshot,
                        gint64       mandate)
{
  EqpSeatWindow *self = seat_window_new (parent, store, snapshot, MODE_INVITE, mandate, _ ("Choose the meeting"), _ ("_Save"));
  const EqpSeat *seat = find_seat (snapshot, mandate);

  eqp_record_chooser_set_id (self->meeting, seat != NULL ? seat->meeting : 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->meeting), GTK_DIR_TAB_FORWARD);
}
