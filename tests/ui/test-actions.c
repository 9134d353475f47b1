/* test-actions.c — what the window's commands allow: nothing to undo in a fresh file, nothing to change in a read-only one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-actions"

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "app/eqp-feedback.h"
#include "app/history/eqp-entry-row.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body.h"
#include "domain/directory/eqp-person.h"
#include "ui-fixture.h"

static EqpRecord *
find (UiFixture       *fixture,
      const EqpEntity *entity,
      guint            field,
      const char      *code)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *record = eqp_store_find (eqp_session_get_store (eqp_window_get_session (fixture->window)), entity, field, code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
appoint_a_student (UiFixture *fixture)
{
  EqpSession *session = eqp_window_get_session (fixture->window);
  g_autoptr (EqpRecord) body = find (fixture, &eqp_body_entity, EQP_BODY_CODE, "CPER-08");
  g_autoptr (EqpRecord) person = find (fixture, &eqp_person_entity, EQP_PERSON_CODE, "P0144");
  EqpSnapshot   *snapshot = eqp_checker_get_snapshot (eqp_session_get_checker (session), eqp_record_get_id (body));
  EqpAppointment appointment = {
    .body = eqp_record_get_id (body),
    .person = eqp_record_get_id (person),
    .category = eqp_snapshot_find_category (snapshot, "student")->id,
    .from = snapshot->as_of,
  };
  g_autoptr (GError) error = NULL;

  eqp_body_appoint (eqp_session_get_store (session), &appointment, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_undo_follows_the_journal (UiFixture    *fixture,
                               gconstpointer data)
{
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.undo"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.redo"));

  appoint_a_student (fixture);
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.undo"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.redo"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.undo"));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.redo"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.undo"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.redo"));
}

/* The history's newest entry is opened, and the row in it that undoes it pressed. */
static void
undo_newest (UiFixture *fixture)
{
  GtkWidget *row, *undo;

  eqp_window_go (fixture->window, "history");
  ui_wait_for (ui_find (ui_page (fixture), EQP_TYPE_ENTRY_ROW, NULL) != NULL);
  row = ui_find (ui_page (fixture), EQP_TYPE_ENTRY_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_wait_for (ui_shows (row, "Undo this"));
  undo = gtk_widget_get_ancestor (ui_find (row, GTK_TYPE_LABEL, "Undo this"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_activate (undo));
}

static void
test_undo_this (UiFixture    *fixture,
                gconstpointer data)
{
  appoint_a_student (fixture);
  undo_newest (fixture);
  ui_wait_for (ui_shows (fixture->window, "Undone: "));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.redo"));

  /* To undo an undo is to do it again, and is called so. */
  undo_newest (fixture);
  ui_wait_for (ui_shows (fixture->window, "Redone: "));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.undo"));
}

/* "Undo" beside a sentence never is another edit's: what is said of one goes when there is a younger one. */
static void
test_newest_edit_is_told (UiFixture    *fixture,
                          gconstpointer data)
{
  GtkWidget *toasts = GTK_WIDGET (eqp_window_get_toasts (fixture->window));
  g_autoptr (EqpMessage) first = eqp_message_new ("The first edit");
  g_autoptr (EqpMessage) second = eqp_message_new ("The second edit");

  eqp_feedback_say (GTK_WIDGET (fixture->window), "A notice");
  eqp_feedback_edit (GTK_WIDGET (fixture->window), first);
  ui_wait_for (ui_shows (toasts, "The first edit"));
  eqp_feedback_edit (GTK_WIDGET (fixture->window), second);
  ui_wait_for (ui_shows (toasts, "The second edit") && !ui_shows (toasts, "The first edit"));
  eqp_feedback_undone (GTK_WIDGET (fixture->window), "It was undone");
  ui_wait_for (ui_shows (toasts, "It was undone") && !ui_shows (toasts, "The second edit"));
  g_assert_false (ui_shows (toasts, "The first edit"));
  /* The notice waits its turn, as it is not about an edit. */
  ui_wait_for (ui_shows (toasts, "A notice"));
}

static void
test_start_page_has_no_file_commands (UiFixture    *fixture,
                                      gconstpointer data)
{
  static const char *const off[] = { "win.undo", "win.redo", "win.search", "win.find", "win.back", "win.forward", "win.new", "win.edit",
                                     "win.delete", "win.print", "win.export", "win.import", "win.save-copy", "win.backups", "win.statutes" };
  GtkWidget               *start;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.start", NULL);
  start = gtk_stack_get_visible_child (GTK_STACK (ui_child (fixture->window, EQP_TYPE_WINDOW, "root")));
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    {
      g_test_message ("%s", off[i]);
      g_assert_false (ui_action_enabled (start, off[i]));
    }
  g_assert_true (ui_action_enabled (start, "win.new-file"));
  g_assert_true (ui_action_enabled (start, "win.open-sample"));
  g_assert_true (ui_action_enabled (start, "win.open-copy"));
}

static void
test_page_decides_its_commands (UiFixture    *fixture,
                                gconstpointer data)
{
  static const struct
  {
    const char *address;
    gboolean    new_, edit, print, export;
  } pages[] = {
    { "home", FALSE, FALSE, FALSE, FALSE },
    { "councils/CPER-08", TRUE, TRUE, TRUE, FALSE },
    { "directory/P0144", TRUE, TRUE, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i].address);
      eqp_window_go (fixture->window, pages[i].address);
      g_assert_cmpint (ui_action_enabled (ui_page (fixture), "win.new"), ==, pages[i].new_);
      g_assert_cmpint (ui_action_enabled (ui_page (fixture), "win.edit"), ==, pages[i].edit);
      g_assert_cmpint (ui_action_enabled (ui_page (fixture), "win.delete"), ==, pages[i].edit);
      g_assert_cmpint (ui_action_enabled (ui_page (fixture), "win.print"), ==, pages[i].print);
      g_assert_cmpint (ui_action_enabled (ui_page (fixture), "win.export"), ==, pages[i].export);
    }
}

static void
test_back_and_forward (UiFixture    *fixture,
                       gconstpointer data)
{
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.back"));
  eqp_window_go (fixture->window, "councils/CPER-05");
  eqp_window_go (fixture->window, "directory/P0144");
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.back"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.forward"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, "CPER-05");
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.forward"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);
  g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, "P0144");
}

static void
test_read_only_file (UiFixture    *fixture,
                     gconstpointer data)
{
  /* The superuser may write what is read-only; access() asks about the real user, who for a moment is somebody else. */
  uid_t    user = getuid ();
  gboolean opened;

  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  if (user == 0)
    g_assert_cmpint (setreuid (65534, (uid_t)-1), ==, 0);
  opened = eqp_window_open (fixture->window, fixture->path);
  if (user == 0)
    g_assert_cmpint (setreuid (user, (uid_t)-1), ==, 0);
  g_assert_true (opened);
  g_assert_true (eqp_store_is_read_only (eqp_session_get_store (eqp_window_get_session (fixture->window))));
  eqp_window_go (fixture->window, "councils/CPER-08");
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.undo"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.new"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.edit"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.delete"));
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.import"));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.print"));
  g_assert_true (ui_action_enabled (ui_page (fixture), "win.search"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/actions/undo-this", UiFixture, NULL, ui_fixture_set_up, test_undo_this, ui_fixture_tear_down);
  g_test_add ("/actions/newest-edit-is-told", UiFixture, NULL, ui_fixture_set_up, test_newest_edit_is_told, ui_fixture_tear_down);
  g_test_add ("/actions/undo-follows-the-journal", UiFixture, NULL, ui_fixture_set_up, test_undo_follows_the_journal, ui_fixture_tear_down);
  g_test_add ("/actions/start-page", UiFixture, NULL, ui_fixture_set_up_closed, test_start_page_has_no_file_commands, ui_fixture_tear_down);
  g_test_add ("/actions/pages", UiFixture, NULL, ui_fixture_set_up, test_page_decides_its_commands, ui_fixture_tear_down);
  g_test_add ("/actions/back-and-forward", UiFixture, NULL, ui_fixture_set_up, test_back_and_forward, ui_fixture_tear_down);
  g_test_add ("/actions/read-only", UiFixture, NULL, ui_fixture_set_up_closed, test_read_only_file, ui_fixture_tear_down);
  return g_test_run ();
}
