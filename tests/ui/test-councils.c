/* test-councils.c — from an unlawful council to a lawful one and back, through the window's own controls */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-councils"

#include "config.h"

#include "app/bodies/eqp-council-item.h"
#include "app/bodies/eqp-council-view.h"
#include "app/bodies/eqp-councils-page.h"
#include "app/bodies/eqp-seat-picker.h"
#include "app/bodies/eqp-seat-window.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-finding.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-teaching.h"
#include "ui-fixture.h"

static EqpStore *
get_store (UiFixture *fixture)
{
  return eqp_session_get_store (eqp_window_get_session (fixture->window));
}

static gint64
find_id (UiFixture       *fixture,
         const EqpEntity *entity,
         guint            field,
         const char      *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) record = eqp_store_find (get_store (fixture), entity, field, code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return eqp_record_get_id (record);
}

static EqpSnapshot *
get_snapshot (UiFixture  *fixture,
              const char *body)
{
  EqpChecker *checker = eqp_session_get_checker (eqp_window_get_session (fixture->window));

  return eqp_checker_get_snapshot (checker, find_id (fixture, &eqp_body_entity, EQP_BODY_CODE, body));
}

static gint64
find_mandate (UiFixture  *fixture,
              const char *body,
              const char *person)
{
  EqpSnapshot *snapshot = get_snapshot (fixture, body);

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (g_str_equal (seat->person_code, person))
        return seat->mandate;
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_view (UiFixture *fixture)
{
  return ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "view");
}

/* The row of a finding in the council view; NULL when it is not there. */
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

/* The item of the list that shows the council. */
static EqpCouncilItem *
find_item (UiFixture  *fixture,
           const char *code)
{
  GtkWidget  *list = ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "list");
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EqpCouncilItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (eqp_council_item_get_code (item), code))
        return item; /* the model holds it */
    }
  return NULL;
}

static guint
count_items (UiFixture *fixture)
{
  GtkWidget *list = ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

/* ---- the tests ---- */

static void
test_appoint_and_undo (UiFixture    *fixture,
                       gconstpointer data)
{
  EqpFindingRow *row;
  GtkWidget     *dialog;

  eqp_window_go (fixture->window, "councils/CPER-08");
  row = find_finding (get_view (fixture), "CPER-STUDENT-MIN");
  g_assert_nonnull (row);
  g_assert_cmpint (eqp_council_item_get_severity (find_item (fixture, "CPER-08")), ==, EQP_SEVERITY_ERROR);
  ui_wait_for (ui_shows (get_view (fixture), "Vacant seat"));

  press (ui_child (row, EQP_TYPE_FINDING_ROW, "button"));
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  ui_choose (dialog, "kabore");
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_null (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
  g_assert_false (ui_shows (get_view (fixture), "Vacant seat"));
  ui_wait_for (ui_shows (get_view (fixture), "Kabore"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
  ui_wait_for (ui_shows (get_view (fixture), "Vacant seat"));
}

static void
teach (UiFixture  *fixture,
       const char *person,
       const char *course)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_teaching_entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Added {record}");
  g_autoptr (GError) error = NULL;

  eqp_message_text (label, "record", course);
  eqp_record_set_reference (draft, EQP_TEACHING_PERSON, find_id (fixture, &eqp_person_entity, EQP_PERSON_CODE, person));
  eqp_record_set_reference (draft, EQP_TEACHING_COURSE, find_id (fixture, &eqp_course_entity, EQP_COURSE_CODE, course));
  eqp_record_set_integer (draft, EQP_TEACHING_YEAR, 2026);
  eqp_store_save_one (get_store (fixture), label, draft, &error);
  g_assert_no_error (error);
}

static void
test_replace_and_undo (UiFixture    *fixture,
                       gconstpointer data)
{
  GtkWidget *dialog;
  GVariant  *mandate;

  teach (fixture, "P0005", "2D-STMS");
  eqp_window_go (fixture->window, "councils/CPER-14");
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-TEACHER-NOT-INVOLVED"));

  mandate = g_variant_new_int64 (find_mandate (fixture, "CPER-14", "P0210"));
  g_assert_true (gtk_widget_activate_action_variant (get_view (fixture), "council.replace", mandate));
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  ui_choose (dialog, "P0005");
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_null (find_finding (get_view (fixture), "CPER-TEACHER-NOT-INVOLVED"));
  g_assert_cmpint (eqp_council_item_get_severity (find_item (fixture, "CPER-14")), !=, EQP_SEVERITY_ERROR);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-TEACHER-NOT-INVOLVED"));
  g_assert_cmpint (eqp_council_item_get_severity (find_item (fixture, "CPER-14")), ==, EQP_SEVERITY_ERROR);
}

/* Nothing chosen, or a date that is none: the form says so and stays. */
static void
test_form_says_what_is_missing (UiFixture    *fixture,
                                gconstpointer data)
{
  GtkWidget *dialog;

  eqp_window_go (fixture->window, "councils/CPER-08");
  gtk_widget_activate_action (get_view (fixture), "council.appoint", "s", "student");
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_shows (dialog, "Choose a person first."));

  ui_choose (dialog, "kabore");
  gtk_editable_set_text (GTK_EDITABLE (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "from")), "32/13/2026");
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_shows (dialog, "One of the dates cannot be read."));

  /* Until a day before it begins. */
  gtk_editable_set_text (GTK_EDITABLE (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "from")), "01/12/2026");
  gtk_editable_set_text (GTK_EDITABLE (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "to")), "30/11/2026");
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  g_assert_cmpint (ui_count_dialogs (), ==, 1);
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
}

static void
test_end_a_mandate (UiFixture    *fixture,
                    gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *list;

  eqp_window_go (fixture->window, "councils/CPER-15");
  press (ui_child (find_finding (get_view (fixture), "CPER-TEACHER-MAX"), EQP_TYPE_FINDING_ROW, "button"));
  dialog = ui_wait_dialog (EQP_TYPE_SEAT_PICKER);
  list = ui_child (dialog, EQP_TYPE_SEAT_PICKER, "list");
  g_assert_cmpint (ui_count_rows (list), ==, 6);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 5));

  dialog = ui_wait_dialog (EQP_TYPE_SEAT_WINDOW);
  press (ui_child (dialog, EQP_TYPE_SEAT_WINDOW, "accept"));
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_null (find_finding (get_view (fixture), "CPER-TEACHER-MAX"));
}

static void
test_name_the_chair (UiFixture    *fixture,
                     gconstpointer data)
{
  EqpSnapshot *snapshot;
  gint64       mandate = 0;

  eqp_window_go (fixture->window, "councils/CPER-05");
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-CHAIR-NOT-EMPLOYER"));
  snapshot = get_snapshot (fixture, "CPER-05");
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->represents_employer && seat->function == EQP_FUNCTION_NONE)
        mandate = seat->mandate;
    }
  g_assert_cmpint (mandate, !=, 0);
  g_assert_true (gtk_widget_activate_action_variant (get_view (fixture), "council.chair", g_variant_new_int64 (mandate)));
  ui_settle ();
  g_assert_null (find_finding (get_view (fixture), "CPER-CHAIR-NOT-EMPLOYER"));
}

static void
test_list_filters (UiFixture    *fixture,
                   gconstpointer data)
{
  GtkWidget *search;
  GtkWidget *status;
  guint      all;

  eqp_window_go (fixture->window, "councils");
  all = count_items (fixture);
  g_assert_cmpint (all, >=, 21);
  status = ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "status_filter");
  search = ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "search");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (status), 1);
  ui_settle ();
  g_assert_cmpint (count_items (fixture), ==, 5);
  g_assert_nonnull (find_item (fixture, "CPER-11"));
  g_assert_null (find_item (fixture, "CPER-07"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (status), 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "MATHEMATICS");
  ui_wait_for (count_items (fixture) < all);
  g_assert_nonnull (find_item (fixture, "CPER-07"));
  g_assert_null (find_item (fixture, "CPER-08"));
}

static void
test_as_of_turns_the_page (UiFixture    *fixture,
                           gconstpointer data)
{
  GtkWidget *as_of;

  eqp_window_go (fixture->window, "councils/CPER-08");
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
  as_of = ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "as_of");
  gtk_editable_set_text (GTK_EDITABLE (as_of), "15/01/2026");
  ui_settle ();
  g_assert_null (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (ui_child (ui_page (fixture), EQP_TYPE_COUNCILS_PAGE, "as_of_revealer"))));

  gtk_editable_set_text (GTK_EDITABLE (as_of), "");
  ui_settle ();
  g_assert_nonnull (find_finding (get_view (fixture), "CPER-STUDENT-MIN"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/councils/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("appoint-and-undo", test_appoint_and_undo);
  ADD ("replace-and-undo", test_replace_and_undo);
  ADD ("form-says-what-is-missing", test_form_says_what_is_missing);
  ADD ("end-a-mandate", test_end_a_mandate);
  ADD ("name-the-chair", test_name_the_chair);
  ADD ("list-filters", test_list_filters);
  ADD ("as-of", test_as_of_turns_the_page);
#undef ADD
  return g_test_run ();
}
