/* test-meetings.c — the meetings of a council in its page, and the checks and guests that follow them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-meetings"

#include "config.h"

#include "app/bodies/eqp-council-view.h"
#include "app/bodies/eqp-councils-page.h"
#include "app/bodies/eqp-meeting-group.h"
#include "app/bodies/eqp-meeting-list.h"
#include "app/bodies/eqp-seat-window.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-record-window.h"
#include "ui-fixture.h"

static GtkWidget *
get_view (UiFixture *fixture)
{
  return ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "view");
}

static GtkWidget *
get_list (UiFixture *fixture)
{
  return ui_child (get_view (fixture), EQP_TYPE_COUNCIL_VIEW, "meetings");
}

/* Goes to a council and turns to its meetings. */
static GtkWidget *
show_meetings (UiFixture  *fixture,
               const char *address)
{
  eqp_window_go (fixture->window, address);
  gtk_stack_set_visible_child_name (GTK_STACK (ui_child (get_view (fixture), EQP_TYPE_COUNCIL_VIEW, "tabs")), "meetings");
  ui_settle ();
  return get_list (fixture);
}

static guint
count_meetings (GtkWidget *list)
{
  return ui_count_rows (ui_child (list, EQP_TYPE_MEETING_LIST, "groups"));
}

static GtkWidget *
find_meeting (GtkWidget  *list,
              const char *text)
{
  GtkWidget *group = ui_find (list, EQP_TYPE_MEETING_GROUP, text);

  g_assert_nonnull (group);
  return group;
}

static EqpFindingRow *
find_finding (GtkWidget  *widget,
              const char *code)
{
  EqpFindingRow *found = NULL;

  if (EQP_IS_FINDING_ROW (widget))
    return g_str_equal (eqp_finding_get_code (eqp_finding_row_get_finding (EQP_FINDING_ROW (widget))), code) ? EQP_FINDING_ROW (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_finding (child, code);
  return found;
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static void
press_in (GtkWidget  *group,
          const char *name)
{
  press (ui_child (group, EQP_TYPE_MEETING_GROUP, name));
}

static void
undo (UiFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
}

/* The row of a form whose title is @title. */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static void
save (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "record.save", NULL);
  ui_settle ();
}

static void
set_as_of (UiFixture  *fixture,
           const char *day)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "as_of")), day);
  ui_settle ();
}

/* ---- the tests ---- */

static void
test_list (UiFixture    *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *label;
  } buttons[] = {
    { "add", "Add an item to the meeting of 12 Mar 2026" },
    { "change", "Change the meeting of 12 Mar 2026" },
    { "delete", "Delete the meeting of 12 Mar 2026" },
  };
  GtkWidget *list = show_meetings (fixture, "councils/CPER-05");
  GtkWidget *group;

  g_assert_cmpuint (count_meetings (list), ==, 4);
  /* The last one first; what is not held says so. */
  group = gtk_widget_get_first_child (ui_child (list, EQP_TYPE_MEETING_LIST, "groups"));
  ui_wait_for (ui_shows (group, "Thursday 18 March 2027"));
  ui_wait_for (ui_shows (group, "Scheduled"));
  group = find_meeting (list, "12 March 2026");
  g_assert_false (ui_shows (group, "Held"));
  ui_wait_for (ui_shows (group, "advice sent directly to CCI, OAF, COSP, CI"));
  g_assert_cmpuint (ui_count_rows (ui_child (group, EQP_TYPE_MEETING_GROUP, "items")), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_child (group, EQP_TYPE_MEETING_GROUP, buttons[i].name)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, buttons[i].label);

  eqp_window_go (fixture->window, "councils/CPER-01-VAL");
  ui_settle ();
  g_assert_cmpuint (count_meetings (list), ==, 2);
}

static void
test_record_change_delete (UiFixture    *fixture,
                           gconstpointer data)
{
  GtkWidget *list = show_meetings (fixture, "councils/CPER-08");
  guint      before = count_meetings (list);
  GtkWidget *dialog;

  press (ui_find (list, GTK_TYPE_BUTTON, "Record a meeting…"));
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Subject")), "Extraordinary meeting");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Date")), "");
  save (dialog);
  g_assert_cmpuint (ui_count_dialogs (), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Date")), "20/11/2026");
  save (dialog);
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_cmpuint (count_meetings (list), ==, before + 1);
  ui_wait_for (ui_shows (find_meeting (list, "20 November 2026"), "Extraordinary meeting"));

  press_in (find_meeting (list, "20 November 2026"), "change");
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Date")), "19/11/2026");
  save (dialog);
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_null (ui_find (list, EQP_TYPE_MEETING_GROUP, "20 November 2026"));

  press_in (find_meeting (list, "19 November 2026"), "delete");
  g_assert_cmpuint (count_meetings (list), ==, before);
  undo (fixture);
  g_assert_cmpuint (count_meetings (list), ==, before + 1);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_meetings (list), ==, before);
}

/* A sub-council that adopts a general item is found out at once, and the finding leads to its meetings. */
static void
test_sub_council (UiFixture    *fixture,
                  gconstpointer data)
{
  GtkWidget *list = show_meetings (fixture, "councils/CPER-13-VAL");
  GtkWidget *group = find_meeting (list, "4 November 2026");
  GtkWidget *tabs = ui_child (get_view (fixture), EQP_TYPE_COUNCIL_VIEW, "tabs");
  GtkWidget *dialog;

  g_assert_cmpuint (ui_count_rows (ui_child (group, EQP_TYPE_MEETING_GROUP, "items")), ==, 3);
  press_in (group, "add");
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Position"))), ==, "4");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Subject")), "New plan");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Scope")), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Outcome")), 2);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Advice sent directly to")), "nobody");
  save (dialog);
  ui_wait_for (ui_shows (dialog, "“nobody” is none of CCI, OAF, COSP and CI."));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Advice sent directly to")), "");
  save (dialog);
  ui_wait_for (ui_count_dialogs () == 0);
  ui_wait_for (ui_shows (find_meeting (list, "4 November 2026"), "4. New plan"));

  gtk_stack_set_visible_child_name (GTK_STACK (tabs), "composition");
  ui_settle ();
  press (ui_child (find_finding (get_view (fixture), "CPER-SUB-SCOPE"), EQP_TYPE_FINDING_ROW, "button"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (tabs)), ==, "meetings");

  press (ui_find (ui_find (list, ADW_TYPE_ACTION_ROW, "New plan"), GTK_TYPE_BUTTON, NULL));
  g_assert_false (ui_shows (list, "New plan"));
  g_assert_null (find_finding (get_view (fixture), "CPER-SUB-SCOPE"));
  undo (fixture);
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-SUB-SCOPE"));
}

/* A guest whose meeting is deleted is asked for another. */
static void
test_guest (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *list = show_meetings (fixture, "councils/CPER-05");
  GtkWidget *dialog;

  set_as_of (fixture, "12/03/2026");
  g_assert_null (find_finding (get_view (fixture), "CPER-GUEST-NO-MEETING"));
  press_in (find_meeting (list, "12 March 2026"), "delete");
  press (ui_child (find_finding (get_view (fixture), "CPER-GUEST-NO-MEETING"), EQP_TYPE_FINDING_ROW, "button"));
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  g_assert_false (gtk_widget_get_visible (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "person_row")));
  ui_choose (dialog, "");
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_null (find_finding (get_view (fixture), "CPER-GUEST-NO-MEETING"));
  undo (fixture);
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-GUEST-NO-MEETING"));
}

static void
test_invite_to_a_meeting (UiFixture    *fixture,
                          gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  eqp_window_go (fixture->window, "councils/CPER-05");
  gtk_widget_activate_action (get_view (fixture), "council.appoint", "s", "teacher");
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  row = ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "meeting_row");
  g_assert_false (gtk_widget_get_visible (row));
  ui_close_dialogs ();

  gtk_widget_activate_action (get_view (fixture), "council.appoint", "s", "guest-occasional");
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  row = ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "meeting_row");
  g_assert_true (gtk_widget_get_visible (row));
  ui_choose (dialog, "P0005");
  ui_choose (row, "");
  g_assert_cmpint (eqp_date_row_get_date (EQP_DATE_ROW (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "from"))), ==, eqp_date_from_iso ("2027-03-18"));
  g_assert_cmpint (eqp_date_row_get_date (EQP_DATE_ROW (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "to"))), ==, eqp_date_from_iso ("2027-03-18"));
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_count_dialogs () == 0);
  set_as_of (fixture, "18/03/2027");
  g_assert_null (find_finding (get_view (fixture), "CPER-GUEST-NO-MEETING"));
  g_assert_nonnull (ui_find (get_view (fixture), ADW_TYPE_ACTION_ROW, "18 Mar 2027"));
}

/* Where no meeting is recorded the page offers the first. */
static void
test_empty (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *list = show_meetings (fixture, "councils/COPIL");

  for (guint i = 0; i < 3; i++)
    press_in (find_meeting (list, NULL), "delete");
  ui_wait_for (ui_shows (list, "No meeting yet"));
  g_assert_true (ui_action_enabled (list, "meeting.add"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/meetings/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("list", test_list);
  ADD ("record-change-delete", test_record_change_delete);
  ADD ("sub-council", test_sub_council);
  ADD ("guest", test_guest);
  ADD ("invite-to-a-meeting", test_invite_to_a_meeting);
  ADD ("empty", test_empty);
#undef ADD
  return g_test_run ();
}
