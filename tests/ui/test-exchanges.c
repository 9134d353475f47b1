/* test-exchanges.c — a request from its receipt to its people, on the board and in the table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-exchanges"

#include "config.h"

#include "app/exchanges/eqp-exchanges-page.h"
#include "app/exchanges/eqp-request-assign-window.h"
#include "app/exchanges/eqp-request-board.h"
#include "app/exchanges/eqp-request-card.h"
#include "app/exchanges/eqp-request-column.h"
#include "app/exchanges/eqp-request-desk.h"
#include "app/exchanges/eqp-request-share.h"
#include "app/exchanges/eqp-request-table.h"
#include "app/exchanges/eqp-request-toolbar.h"
#include "app/exchanges/eqp-request-view.h"
#include "app/printing/eqp-preview-window.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "ui-fixture.h"

#define CODE "T-001"
#define SUBJECT "Zoological gardens as classrooms"

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
  return record != NULL ? eqp_record_get_id (record) : 0;
}

static EqpRecord *
get_request (UiFixture  *fixture,
             const char *code)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *request = eqp_store_find (get_store (fixture), &eqp_request_entity, EQP_REQUEST_CODE, code, &error);

  g_assert_no_error (error);
  return request;
}

static const char *
get_state (UiFixture  *fixture,
           const char *code)
{
  g_autoptr (EqpRecord) request = get_request (fixture, code);

  g_assert_nonnull (request);
  return eqp_request_get_state_code (eqp_request_get_state (request));
}

/* Ten hours of continuing training that the rectorat's side asks for. */
static void
add_request (UiFixture  *fixture,
             const char *code,
             const char *subject)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_request_entity);
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, EQP_REQUEST_CODE, code);
  eqp_record_set_text (draft, EQP_REQUEST_SUBJECT, subject);
  eqp_record_set_text (draft, EQP_REQUEST_TRAINING, "FC");
  eqp_record_set_integer (draft, EQP_REQUEST_MINUTES, 600);
  eqp_record_set_date (draft, EQP_REQUEST_RECEIVED, eqp_date_today ());
  eqp_record_set_date (draft, EQP_REQUEST_START_DATE, eqp_date_today () + 30);
  eqp_request_save (get_store (fixture), draft, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
get_desk (UiFixture *fixture)
{
  GtkWidget *desk = ui_find (ui_page (fixture), EQP_TYPE_REQUEST_DESK, NULL);

  g_assert_nonnull (desk);
  return desk;
}

static GtkWidget *
get_part (UiFixture  *fixture,
          const char *name)
{
  return ui_child (get_desk (fixture), EQP_TYPE_REQUEST_DESK, name);
}

static GtkWidget *
get_control (UiFixture  *fixture,
             const char *name)
{
  return ui_child (get_part (fixture, "toolbar"), EQP_TYPE_REQUEST_TOOLBAR, name);
}

static GtkWidget *
find_card (UiFixture  *fixture,
           const char *subject)
{
  return ui_find (get_part (fixture, "board"), EQP_TYPE_REQUEST_CARD, subject);
}

static void
set_up (UiFixture    *fixture,
        gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);

  /* The choice of the table outlives a window. */
  g_settings_reset (settings, "requests-as-table");
  ui_fixture_set_up (fixture, data);
  add_request (fixture, CODE, SUBJECT);
  eqp_window_go (fixture->window, "exchanges/requests");
  ui_wait_for (find_card (fixture, SUBJECT) != NULL);
}

static GtkWidget *
get_column (GtkWidget *card)
{
  return gtk_widget_get_ancestor (card, EQP_TYPE_REQUEST_COLUMN);
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
undo (UiFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
}

/* ---- the board ---- */

static void
test_a_card_moves_and_comes_back (UiFixture    *fixture,
                                  gconstpointer data)
{
  GtkWidget *card = find_card (fixture, SUBJECT);

  g_assert_cmpint (eqp_request_column_get_state (EQP_REQUEST_COLUMN (get_column (card))), ==, 0);
  gtk_widget_grab_focus (card);
  g_assert_true (gtk_widget_activate_action (card, "card.step", "i", 1));
  ui_settle ();
  g_assert_cmpstr (get_state (fixture, CODE), ==, "qualified");
  card = find_card (fixture, SUBJECT);
  g_assert_cmpint (eqp_request_column_get_state (EQP_REQUEST_COLUMN (get_column (card))), ==, 1);
  /* The keyboard follows the card. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == card);

  undo (fixture);
  g_assert_cmpstr (get_state (fixture, CODE), ==, "received");
  card = find_card (fixture, SUBJECT);
  g_assert_cmpint (eqp_request_column_get_state (EQP_REQUEST_COLUMN (get_column (card))), ==, 0);
  /* There is nothing before the first column. */
  gtk_widget_activate_action (card, "card.step", "i", -1);
  ui_settle ();
  g_assert_cmpstr (get_state (fixture, CODE), ==, "received");
}

static void
test_arrows_walk_between_columns (UiFixture    *fixture,
                                  gconstpointer data)
{
  GtkWidget *card = find_card (fixture, SUBJECT);
  GtkWidget *focus;

  gtk_widget_grab_focus (card);
  gtk_widget_activate_action (card, "board.walk", "i", 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (EQP_IS_REQUEST_CARD (focus));
  g_assert_true (get_column (focus) != get_column (card));
  gtk_widget_activate_action (focus, "board.walk", "i", -1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (get_column (focus) == get_column (card));
}

static void
test_a_column_says_what_it_holds (UiFixture    *fixture,
                                  gconstpointer data)
{
  GtkWidget       *column = get_column (find_card (fixture, SUBJECT));
  guint            n = eqp_request_column_get_n_requests (EQP_REQUEST_COLUMN (column));
  GtkWidget       *list = ui_child (column, EQP_TYPE_REQUEST_COLUMN, "cards");
  g_autofree char *speech = g_strdup_printf ("Received, %u requests", n);
  g_autofree char *found = NULL;

  g_assert_cmpint (n, >, 1);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, speech);
  g_assert_null (found);
}

/* No column grows without end: the rest is a list away. */
static void
test_a_long_column_leads_to_the_table (UiFixture    *fixture,
                                       gconstpointer data)
{
  GtkWidget *column = get_column (find_card (fixture, SUBJECT));
  guint      before = eqp_request_column_get_n_requests (EQP_REQUEST_COLUMN (column));

  for (guint i = 0; i < EQP_REQUEST_COLUMN_CARDS; i++)
    {
      g_autofree char *code = g_strdup_printf ("U-%03u", i);

      add_request (fixture, code, "One of many");
    }
  ui_settle ();
  g_assert_cmpint (ui_count_rows (ui_child (column, EQP_TYPE_REQUEST_COLUMN, "cards")), ==, EQP_REQUEST_COLUMN_CARDS);
  press (ui_child (column, EQP_TYPE_REQUEST_COLUMN, "more"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_control (fixture, "table_button"))));
  g_assert_cmpint (eqp_request_table_count (EQP_REQUEST_TABLE (get_part (fixture, "table"))), ==, before + EQP_REQUEST_COLUMN_CARDS);
}

/* ---- the table ---- */

static GListModel *
show_table (UiFixture *fixture)
{
  GtkWidget *view;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_control (fixture, "table_button")), TRUE);
  ui_settle ();
  view = ui_child (get_part (fixture, "table"), EQP_TYPE_REQUEST_TABLE, "view");
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static char *
dup_subject (GListModel *rows,
             guint       position)
{
  g_autoptr (EqpRecord) request = g_list_model_get_item (rows, position);

  return g_strdup (eqp_record_get_text (request, EQP_REQUEST_SUBJECT));
}

static void
test_search_and_filters_narrow (UiFixture    *fixture,
                                gconstpointer data)
{
  GListModel      *rows = show_table (fixture);
  guint            all = g_list_model_get_n_items (rows);
  guint            fc;
  g_autofree char *subject = NULL;

  g_assert_cmpint (all, >, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_control (fixture, "training")), 1);
  ui_settle ();
  fc = g_list_model_get_n_items (rows);
  g_assert_cmpint (fc, >, 0);
  g_assert_cmpint (fc, <, all);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_control (fixture, "training")), 2);
  ui_settle ();
  g_assert_cmpint (fc + g_list_model_get_n_items (rows), ==, all);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_control (fixture, "training")), 0);
  gtk_editable_set_text (GTK_EDITABLE (get_control (fixture, "search")), "ZOÖLOGICAL");
  ui_wait_for (g_list_model_get_n_items (rows) == 1);
  subject = dup_subject (rows, 0);
  g_assert_cmpstr (subject, ==, SUBJECT);

  gtk_editable_set_text (GTK_EDITABLE (get_control (fixture, "search")), "nothing is called xylophagous");
  ui_wait_for (g_list_model_get_n_items (rows) == 0);
  ui_settle ();
  ui_wait_for (ui_shows (get_desk (fixture), "No such request"));
}

static void
test_a_column_sorts (UiFixture    *fixture,
                     gconstpointer data)
{
  GListModel *rows = show_table (fixture);
  GtkWidget  *view = ui_child (get_part (fixture, "table"), EQP_TYPE_REQUEST_TABLE, "view");
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0); /* the code: ours comes last */
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_DESCENDING);
  ui_settle ();
  first = dup_subject (rows, 0);
  g_assert_cmpstr (first, ==, SUBJECT);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_ASCENDING);
  ui_settle ();
  last = dup_subject (rows, g_list_model_get_n_items (rows) - 1);
  g_assert_cmpstr (last, ==, SUBJECT);
}

/* ---- one request ---- */

static void
open_request (UiFixture *fixture)
{
  eqp_window_go (fixture->window, "exchanges/" CODE);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "view")));
}

static GtkWidget *
get_next (UiFixture *fixture)
{
  return ui_child (get_part (fixture, "view"), EQP_TYPE_REQUEST_VIEW, "next");
}

static void
test_an_address_opens_it (UiFixture    *fixture,
                          gconstpointer data)
{
  open_request (fixture);
  ui_wait_for (ui_shows (get_part (fixture, "view"), SUBJECT));
  g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, CODE);
  g_assert_true (ui_action_enabled (fixture->window, "win.delete"));

  gtk_widget_activate_action (get_desk (fixture), "requests.close", NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "view")));
  g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, "requests");
  g_assert_false (ui_action_enabled (fixture->window, "win.delete"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  ui_settle ();
  ui_wait_for (ui_shows (get_part (fixture, "view"), SUBJECT));
}

static void
test_next_step_and_route (UiFixture    *fixture,
                          gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *combo;

  open_request (fixture);
  press (get_next (fixture));
  g_assert_cmpstr (get_state (fixture, CODE), ==, "qualified");

  press (get_next (fixture));
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  combo = ui_find (dialog, ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 1);
  gtk_widget_activate_action (dialog, "record.save", NULL);
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_cmpstr (get_state (fixture, CODE), ==, "routed");
  ui_wait_for (ui_shows (get_part (fixture, "view"), "Directly"));
  /* Nobody was found yet: that is what comes next. */
  ui_wait_for (ui_shows (get_next (fixture), "Assign"));
}

static void
test_a_refusal_needs_a_reason (UiFixture    *fixture,
                               gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  open_request (fixture);
  gtk_widget_activate_action (get_part (fixture, "view"), "requests.move", "(ss)", CODE, "refused");
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  gtk_widget_activate_action (dialog, "record.save", NULL);
  ui_settle ();
  ui_wait_for (ui_shows (dialog, "Say why the request is refused."));
  g_assert_cmpstr (get_state (fixture, CODE), ==, "received");

  entry = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Not a matter for the Pôle");
  gtk_widget_activate_action (dialog, "record.save", NULL);
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_cmpstr (get_state (fixture, CODE), ==, "refused");
  /* Off the board, until refused ones are asked for. */
  ui_wait_for (find_card (fixture, SUBJECT) == NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_control (fixture, "state")), 1);
  ui_settle ();
  ui_wait_for (find_card (fixture, SUBJECT) != NULL);
}

static void
test_what_cannot_be_is_said (UiFixture    *fixture,
                             gconstpointer data)
{
  open_request (fixture);
  gtk_widget_activate_action (get_part (fixture, "view"), "requests.move", "(ss)", CODE, "staffed");
  ui_wait_for (ui_shows (ui_wait_dialog (GTK_TYPE_WINDOW), "not staffed yet"));
  g_assert_cmpstr (get_state (fixture, CODE), ==, "received");
}

static void
test_delete_and_undo (UiFixture    *fixture,
                      gconstpointer data)
{
  open_request (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete", NULL);
  ui_settle ();
  g_assert_cmpint (find_id (fixture, &eqp_request_entity, EQP_REQUEST_CODE, CODE), ==, 0);
  g_assert_null (eqp_request_desk_get_request (EQP_REQUEST_DESK (get_desk (fixture))));
  ui_wait_for (find_card (fixture, SUBJECT) == NULL);
  undo (fixture);
  ui_wait_for (find_card (fixture, SUBJECT) != NULL);
}

static void
test_new_request_with_hours_as_typed (UiFixture    *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Subject")), "Xylophone workshop");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Hours wanted")), "7h30");
  gtk_widget_activate_action (dialog, "record.save", NULL);
  ui_wait_for (ui_count_dialogs () == 0);
  ui_wait_for (find_card (fixture, "Xylophone workshop") != NULL);
  ui_wait_for (ui_shows (find_card (fixture, "Xylophone workshop"), "7\u00a0h\u00a030"));
}

static void
test_print_the_letter (UiFixture    *fixture,
                       gconstpointer data)
{
  GtkWidget *dialog;

  eqp_window_go (fixture->window, "exchanges/D-2026-003");
  ui_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  dialog = ui_wait_dialog (EQP_TYPE_PREVIEW_WINDOW);
  ui_wait_for (ui_shows (dialog, "Confirmation letter"));
  ui_wait_for (ui_shows (dialog, "Intervention orders"));
  g_assert_false (ui_shows (dialog, "All rosters"));
  g_assert_true (ui_action_enabled (dialog, "preview.print"));
}

/* A window of 1000 pixels leaves 760 of them beside the areas. */
static void
test_fits_a_small_window (UiFixture    *fixture,
                          gconstpointer data)
{
  int minimum;

  open_request (fixture);
  gtk_widget_measure (ui_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 760);
}

/* ---- people ---- */

static GtkWidget *
open_assign (UiFixture *fixture)
{
  gint64 person = find_id (fixture, &eqp_person_entity, EQP_PERSON_CODE, "P0005");

  g_assert_cmpint (person, !=, 0);
  open_request (fixture);
  gtk_widget_activate_action (get_part (fixture, "view"), "requests.assign", "x", person);
  return ui_wait_dialog (EQP_TYPE_REQUEST_ASSIGN_WINDOW);
}

static void
type_hours (GtkWidget  *share,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_child (share, EQP_TYPE_REQUEST_SHARE, "hours")), text);
  ui_settle ();
}

static GtkWidget *
find_last_share (GtkWidget *first)
{
  return gtk_widget_get_last_child (gtk_widget_get_parent (first));
}

static void
test_split_between_two (UiFixture    *fixture,
                        gconstpointer data)
{
  GtkWidget *dialog = open_assign (fixture);
  GtkWidget *share = ui_find (dialog, EQP_TYPE_REQUEST_SHARE, NULL);
  GtkWidget *second;

  ui_wait_for (ui_shows (dialog, "Nothing is left to assign."));
  /* More than is asked for is refused while it is typed. */
  type_hours (share, "10h01");
  ui_wait_for (ui_shows (dialog, "1\u00a0min more than the request still needs"));
  g_assert_false (ui_action_enabled (dialog, "assign.accept"));

  type_hours (share, "7h30");
  ui_wait_for (ui_shows (dialog, "2\u00a0h\u00a030 left to assign"));
  gtk_widget_activate_action (dialog, "assign.add", NULL);
  ui_settle ();
  second = find_last_share (share);
  g_assert_true (second != share && EQP_IS_REQUEST_SHARE (second));
  ui_wait_for (ui_shows (dialog, "Nothing is left to assign."));
  gtk_widget_activate_action (dialog, "assign.accept", NULL);
  ui_settle ();
  ui_wait_for (ui_shows (dialog, "Choose a person first."));

  ui_choose (second, "P0006");
  gtk_widget_activate_action (dialog, "assign.accept", NULL);
  ui_wait_for (ui_count_dialogs () == 0);
  ui_wait_for (ui_shows (get_part (fixture, "view"), "10\u00a0h, of which 10\u00a0h assigned"));
  g_assert_cmpint (ui_count_rows (ui_child (get_part (fixture, "view"), EQP_TYPE_REQUEST_VIEW, "lines")), ==, 2);

  undo (fixture);
  ui_wait_for (ui_shows (get_part (fixture, "view"), "10\u00a0h, of which 0\u00a0h assigned"));
}

static void
test_a_share_can_be_taken_away (UiFixture    *fixture,
                                gconstpointer data)
{
  GtkWidget *dialog = open_assign (fixture);
  GtkWidget *share = ui_find (dialog, EQP_TYPE_REQUEST_SHARE, NULL);

  g_signal_emit_by_name (share, "removed");
  ui_settle ();
  g_assert_null (ui_find (dialog, EQP_TYPE_REQUEST_SHARE, NULL));
  ui_wait_for (ui_shows (dialog, "10\u00a0h left to assign"));
  g_assert_false (ui_action_enabled (dialog, "assign.accept"));
}

static void
test_candidates_are_offered (UiFixture    *fixture,
                             gconstpointer data)
{
  GtkWidget *candidates;

  open_request (fixture);
  candidates = ui_child (get_part (fixture, "view"), EQP_TYPE_REQUEST_VIEW, "candidates");
  ui_wait_for (ui_shows (candidates, "balance +10\u00a0h"));
  press (ui_find (candidates, GTK_TYPE_BUTTON, "Assign"));
  g_assert_nonnull (ui_wait_dialog (EQP_TYPE_REQUEST_ASSIGN_WINDOW));
}

/* ---- late ---- */

static void
test_late_ones_stand_out (UiFixture    *fixture,
                          gconstpointer data)
{
  EqpRequestLate *late = eqp_request_late_get (eqp_window_get_session (fixture->window));
  guint           before = eqp_request_late_count (late);
  g_autoptr (EqpRecord) request = get_request (fixture, CODE);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (request);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eqp_request_late_get_days (late, CODE), ==, 0);
  eqp_record_set_date (draft, EQP_REQUEST_RECEIVED, eqp_date_today () - 200);
  eqp_request_save (get_store (fixture), draft, NULL, &error);
  g_assert_no_error (error);
  ui_wait_for (eqp_request_late_count (late) > before);
  ui_settle ();
  ui_wait_for (ui_shows (find_card (fixture, SUBJECT), "days late"));
  /* The rule says so too, beside the request. */
  open_request (fixture);
  ui_wait_for (ui_find (get_part (fixture, "view"), EQP_TYPE_FINDING_ROW, "has waited") != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_control (fixture, "late_button")), TRUE);
  ui_settle ();
  ui_wait_for (find_card (fixture, SUBJECT) != NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/exchanges/requests/" name, UiFixture, NULL, set_up, func, ui_fixture_tear_down)
  ADD ("a-card-moves-and-comes-back", test_a_card_moves_and_comes_back);
  ADD ("arrows-walk-between-columns", test_arrows_walk_between_columns);
  ADD ("a-column-says-what-it-holds", test_a_column_says_what_it_holds);
  ADD ("a-long-column-leads-to-the-table", test_a_long_column_leads_to_the_table);
  ADD ("search-and-filters-narrow", test_search_and_filters_narrow);
  ADD ("a-column-sorts", test_a_column_sorts);
  ADD ("an-address-opens-it", test_an_address_opens_it);
  ADD ("next-step-and-route", test_next_step_and_route);
  ADD ("a-refusal-needs-a-reason", test_a_refusal_needs_a_reason);
  ADD ("what-cannot-be-is-said", test_what_cannot_be_is_said);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("new-request-with-hours-as-typed", test_new_request_with_hours_as_typed);
  ADD ("print-the-letter", test_print_the_letter);
  ADD ("fits-a-small-window", test_fits_a_small_window);
  ADD ("split-between-two", test_split_between_two);
  ADD ("a-share-can-be-taken-away", test_a_share_can_be_taken_away);
  ADD ("candidates-are-offered", test_candidates_are_offered);
  ADD ("late-ones-stand-out", test_late_ones_stand_out);
#undef ADD
  return g_test_run ();
}
