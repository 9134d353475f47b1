/* test-agenda.c — the home page's steps by date and by person, and the window that edits procedures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-agenda"

#include "config.h"

#include "app/home/eqp-agenda-list.h"
#include "app/home/eqp-home-page.h"
#include "app/procedures/eqp-procedures-window.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-school-holiday.h"
#include "store/eqp-journal.h"
#include "ui-fixture.h"

/* More than are shown at first. */
#define N_LATE 9

static EqpStore *
get_store (UiFixture *fixture)
{
  return eqp_session_get_store (eqp_window_get_session (fixture->window));
}

static GtkWidget *
get_child (UiFixture  *fixture,
           const char *name)
{
  return ui_child (ui_page (fixture), EQP_TYPE_HOME_PAGE, name);
}

static void
run_edit (UiFixture  *fixture,
          EqpEditFunc func,
          gpointer    data)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;

  eqp_store_edit (get_store (fixture), label, func, data, NULL, &error);
  g_assert_no_error (error);
}

/* Of the sample's requests none is left open. */
static gboolean
close_all (EqpStore *store,
           gpointer  data,
           GError  **error)
{
  g_autoptr (GPtrArray) requests = eqp_store_select (store, &eqp_request_entity, error, "WHERE state NOT IN ('closed', 'refused')", NULL);

  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (g_ptr_array_index (requests, i));

      eqp_record_set_text (draft, EQP_REQUEST_STATE, "closed");
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return requests != NULL;
}

static gboolean
add_request (EqpStore   *store,
             const char *code,
             EqpDate     received,
             gint64      coordinator,
             GError    **error)
{
  g_autoptr (EqpRecord) request = eqp_record_new (&eqp_request_entity);

  eqp_record_set_text (request, EQP_REQUEST_CODE, code);
  eqp_record_set_text (request, EQP_REQUEST_TRAINING, "FI");
  eqp_record_set_text (request, EQP_REQUEST_SUBJECT, "Géométrie & mesures");
  eqp_record_set_date (request, EQP_REQUEST_RECEIVED, received);
  eqp_record_set_reference (request, EQP_REQUEST_COORDINATOR, coordinator);
  return eqp_store_save (store, request, error);
}

/* Nine late requests of two people in turn, and one to come. */
static gboolean
add_requests (EqpStore *store,
              gpointer  data,
              GError  **error)
{
  g_autoptr (GPtrArray) people = eqp_store_select (store, &eqp_person_entity, error, "ORDER BY family_name, given_name LIMIT 2", NULL);

  if (!close_all (store, data, error) || people == NULL)
    return FALSE;
  for (guint i = 0; i < N_LATE; i++)
    {
      g_autofree char *code = g_strdup_printf ("T-%u", i);

      if (!add_request (store, code, eqp_date_from_iso ("2026-10-01") + (int)i, eqp_record_get_id (g_ptr_array_index (people, i % 2)), error))
        return FALSE;
    }
  return add_request (store, "T-NEXT", eqp_date_from_iso ("2026-11-20"), 0, error);
}

static GtkWidget *
get_list (GtkWidget *agenda_list)
{
  return ui_find (agenda_list, GTK_TYPE_LIST_BOX, NULL);
}

/* ---- home ---- */

static void
test_steps (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *late, *coming;

  run_edit (fixture, add_requests, NULL);
  eqp_window_go (fixture->window, "home");
  late = get_child (fixture, "late_steps");
  coming = get_child (fixture, "coming_steps");
  ui_wait_for (gtk_widget_get_visible (late) && gtk_widget_get_visible (coming) && ui_shows (late, "T-0"));
  ui_wait_for (ui_shows (late, "Qualify the request"));
  ui_wait_for (ui_shows (late, "T-0 · Géométrie & mesures"));
  ui_wait_for (ui_shows (late, "44 days late"));
  g_assert_false (ui_shows (late, "T-NEXT"));
  ui_wait_for (ui_shows (coming, "T-NEXT"));
  ui_wait_for (ui_shows (coming, "in 6 days"));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "no_coming_steps")));
}

static void
test_more (UiFixture    *fixture,
           gconstpointer data)
{
  GtkWidget *late, *list, *more;

  run_edit (fixture, add_requests, NULL);
  late = get_child (fixture, "late_steps");
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "T-0"));
  list = get_list (late);
  g_assert_cmpuint (ui_count_rows (list), ==, 7);
  more = ui_find (list, GTK_TYPE_LIST_BOX_ROW, "and 3 others");
  g_assert_nonnull (more);
  g_signal_emit_by_name (list, "row-activated", more);
  g_assert_cmpuint (ui_count_rows (list), ==, N_LATE);
  ui_wait_for (ui_shows (list, "T-8"));
}

static void
test_by_person (UiFixture    *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GtkWidget       *late;

  run_edit (fixture, add_requests, NULL);
  people = eqp_store_select (get_store (fixture), &eqp_person_entity, NULL, "ORDER BY family_name, given_name LIMIT 2", NULL);
  first = eqp_record_dup_title (g_ptr_array_index (people, 0), EQP_LANGUAGE_EN);
  second = eqp_record_dup_title (g_ptr_array_index (people, 1), EQP_LANGUAGE_EN);
  late = get_child (fixture, "late_steps");
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "T-0"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_child (fixture, "by_person")), TRUE);
  g_signal_emit_by_name (get_list (late), "row-activated", ui_find (get_list (late), GTK_TYPE_LIST_BOX_ROW, "others"));
  ui_settle ();
  text = ui_dup_text (late);
  /* Each name stands once, above her steps. */
  for (guint i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? first : second;
      const char *found = strstr (text, name);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, name));
    }
  g_assert_true ((strstr (text, "T-0 ") < strstr (text, "T-1 ")) == (strstr (text, "T-8 ") < strstr (text, "T-1 ")));
}

/* A row leads to the request, or nowhere as long as no page shows requests; it never harms. */
static void
test_link (UiFixture    *fixture,
           gconstpointer data)
{
  GtkWidget *late, *row;

  run_edit (fixture, add_requests, NULL);
  late = get_child (fixture, "late_steps");
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "T-0"));
  row = ui_find (get_list (late), GTK_TYPE_LIST_BOX_ROW, "T-0");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.go");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==, "exchanges/T-0");
  gtk_widget_activate (row);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
test_live (UiFixture    *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *late;

  run_edit (fixture, add_requests, NULL);
  late = get_child (fixture, "late_steps");
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "T-0"));
  run_edit (fixture, close_all, NULL);
  ui_wait_for (!gtk_widget_get_visible (late));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "no_coming_steps")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "grouping")));
  g_assert_true (eqp_store_undo (get_store (fixture), 0, NULL, &error));
  g_assert_no_error (error);
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "T-0"));
}

/* ---- the window of procedures ---- */

static GtkWidget *
open_procedures (UiFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.procedures", NULL);
  return ui_wait_dialog (EQP_TYPE_PROCEDURES_WINDOW);
}

static void
test_procedures (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *window = open_procedures (fixture);
  GtkWidget *steps = ui_child (window, EQP_TYPE_PROCEDURES_WINDOW, "steps");

  g_assert_cmpuint (ui_count_rows (steps), ==, 8);
  ui_wait_for (ui_shows (steps, "5 working days after the reception · Coordination"));
  ui_wait_for (ui_shows (steps, "21 days before the beginning"));
  ui_wait_for (ui_shows (steps, "on the day of the end · Speaker"));
  ui_wait_for (ui_shows (steps, "Règle locale"));
}

/* A delay is changed in its form, and the agenda follows. */
static void
test_change_delay (UiFixture    *fixture,
                   gconstpointer data)
{
  GtkWidget *window, *steps, *row, *editor, *late;

  run_edit (fixture, add_requests, NULL);
  late = get_child (fixture, "late_steps");
  ui_wait_for (gtk_widget_get_visible (late) && ui_shows (late, "44 days late"));
  window = open_procedures (fixture);
  steps = ui_child (window, EQP_TYPE_PROCEDURES_WINDOW, "steps");
  row = ui_find (steps, GTK_TYPE_LIST_BOX_ROW, "Qualify the request");
  g_signal_emit_by_name (steps, "row-activated", row);
  editor = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  row = ui_find (editor, ADW_TYPE_ENTRY_ROW, "Delay in days");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "5");
  gtk_editable_set_text (GTK_EDITABLE (row), "6");
  gtk_widget_activate_action (editor, "record.save", NULL);
  ui_wait_for (ui_shows (steps, "6 working days after the reception"));
  ui_wait_for (ui_shows (late, "43 days late"));
}

static void
test_holidays (UiFixture    *fixture,
               gconstpointer data)
{
  GtkWidget *window = open_procedures (fixture);
  GtkWidget *holidays = ui_child (window, EQP_TYPE_PROCEDURES_WINDOW, "holidays");
  GtkWidget *none = ui_child (window, EQP_TYPE_PROCEDURES_WINDOW, "no_holidays");
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_school_holiday_entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_get_visible (none));
  g_assert_false (gtk_widget_get_visible (holidays));
  eqp_record_set_text (draft, EQP_SCHOOL_HOLIDAY_ZONE, "B");
  eqp_record_set_text (draft, EQP_SCHOOL_HOLIDAY_NAME, "Noël");
  eqp_record_set_date (draft, EQP_SCHOOL_HOLIDAY_FROM_DATE, eqp_date_from_iso ("2026-12-19"));
  eqp_record_set_date (draft, EQP_SCHOOL_HOLIDAY_TO_DATE, eqp_date_from_iso ("2027-01-03"));
  eqp_store_save_one (get_store (fixture), label, draft, &error);
  g_assert_no_error (error);
  ui_wait_for (ui_shows (holidays, "Noël (zone B)"));
  g_assert_false (gtk_widget_get_visible (none));
  gtk_widget_activate (ui_find (holidays, GTK_TYPE_BUTTON, NULL));
  ui_wait_for (gtk_widget_get_visible (none));
}

static void
test_new_step (UiFixture    *fixture,
               gconstpointer data)
{
  GtkWidget *window = open_procedures (fixture);
  GtkWidget *steps = ui_child (window, EQP_TYPE_PROCEDURES_WINDOW, "steps");
  GtkWidget *editor;

  gtk_widget_activate_action (window, "procedure.add-step", NULL);
  editor = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (editor, ADW_TYPE_ENTRY_ROW, "Name in French")), "Visite");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (editor, ADW_TYPE_ENTRY_ROW, "Code")), "visited");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (editor, ADW_TYPE_ENTRY_ROW, "Counted from")), "step:staffed");
  gtk_widget_activate_action (editor, "record.save", NULL);
  ui_wait_for (ui_shows (steps, "on the day of “Find the speakers”"));
  g_assert_cmpuint (ui_count_rows (steps), ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("/agenda/steps", test_steps);
  ADD ("/agenda/more", test_more);
  ADD ("/agenda/by-person", test_by_person);
  ADD ("/agenda/link", test_link);
  ADD ("/agenda/live", test_live);
  ADD ("/agenda/procedures", test_procedures);
  ADD ("/agenda/change-delay", test_change_delay);
  ADD ("/agenda/holidays", test_holidays);
  ADD ("/agenda/new-step", test_new_step);
  return g_test_run ();
}
