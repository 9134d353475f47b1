/* test-files.c — files that are spoilt, and files that stand where they cannot be worked on: what the window does for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-files"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/directory/eqp-export-job.h"
#include "app/home/eqp-backups-window.h"
#include "app/home/eqp-files.h"
#include "app/home/eqp-start-page.h"
#include "app/widgets/eqp-message-window.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"
#include "store/eqp-backup.h"
#include "ui-fixture.h"

static EqpStore *
get_store (UiFixture *fixture)
{
  return eqp_session_get_store (eqp_window_get_session (fixture->window));
}

static void
add_person (EqpStore   *store,
            const char *code)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_person_entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Test");
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, EQP_PERSON_CODE, code);
  eqp_record_set_text (draft, EQP_PERSON_FAMILY_NAME, code);
  eqp_record_set_text (draft, EQP_PERSON_GIVEN_NAME, code);
  eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);
}

static gboolean
store_has (EqpStore   *store,
           const char *code)
{
  g_autoptr (EqpRecord) person = eqp_store_find (store, &eqp_person_entity, EQP_PERSON_CODE, code, NULL);

  return person != NULL;
}

static EqpStore *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  return store;
}

/* As another computer would see it. */
static gboolean
file_has (const char *path,
          const char *code)
{
  g_autoptr (EqpStore) store = open_file (path);
  gboolean found = store_has (store, code);

  eqp_store_close (store);
  return found;
}

static void
press (gpointer    root,
       const char *label)
{
  GtkWidget *button = ui_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

/* ---- spoilt files ---- */

static void
test_damaged_file (UiFixture    *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpStore) store = open_file (fixture->path);
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_assert_true (eqp_backup_make (store, NULL, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  g_assert_true (g_file_set_contents (fixture->path, "spoilt", -1, NULL));

  g_assert_false (eqp_window_open (fixture->window, fixture->path));
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "is not an Équipôle file"));
  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Restore a backup…");
  window = ui_wait_dialog (EQP_TYPE_BACKUPS_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Backups of “pole”");
  g_assert_cmpuint (ui_count_rows (ui_child (window, EQP_TYPE_BACKUPS_WINDOW, "list")), ==, 1);
  /* There is nothing to copy. */
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Back up now"));
  press (window, "Restore…");
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "The damaged one stays beside it"));
  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Restore");
  ui_wait_for (eqp_window_get_session (fixture->window) != NULL);
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_true (store_has (get_store (fixture), "P0144"));
  ui_wait_for (ui_shows (fixture->window, "pole.equipole.damaged"));
  g_assert_true (g_file_get_contents (damaged, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "spoilt");
}

/* Without a copy there is nothing to offer; another kind of trouble is not cured by one. */
static void
test_nothing_to_offer (UiFixture    *fixture,
                       gconstpointer data)
{
  g_autofree char *junk = g_build_filename (fixture->folder, "junk.equipole", NULL);
  GtkWidget       *message;

  g_assert_true (g_file_set_contents (junk, "spoilt", -1, NULL));
  g_assert_false (eqp_window_open (fixture->window, junk));
  message = ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW);
  g_assert_null (ui_find (message, GTK_TYPE_BUTTON, "Restore a backup…"));
  g_assert_nonnull (ui_find (message, GTK_TYPE_BUTTON, "Close"));
}

/* ---- files elsewhere ---- */

/* Moves the sample into a folder whose name says that a program copies it about, and opens it there. */
static void
open_away (UiFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "Nextcloud", NULL);
  g_autofree char *path = g_build_filename (folder, "pole.equipole", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  g_assert_true (eqp_window_open (fixture->window, fixture->path));
  ui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
test_written_back (UiFixture    *fixture,
                   gconstpointer data)
{
  EqpSession *session;

  open_away (fixture);
  session = eqp_window_get_session (fixture->window);
  ui_wait_for (ui_shows (fixture->window, "You work on a copy"));
  g_assert_cmpstr (eqp_session_get_origin (session), ==, fixture->path);
  g_assert_cmpstr (eqp_session_get_path (session), !=, fixture->path);
  /* Asking for the file again is asking for this window. */
  g_assert_true (eqp_files_open (fixture->window, fixture->path));
  g_assert_true (eqp_window_get_session (fixture->window) == session);

  add_person (get_store (fixture), "FIRST");
  g_assert_false (file_has (fixture->path, "FIRST"));
  ui_wait_for (!eqp_working_copy_is_ahead (eqp_session_get_working_copy (session), get_store (fixture)));
  g_assert_true (file_has (fixture->path, "FIRST"));
  /* What is not written yet is when the window closes. */
  add_person (get_store (fixture), "SECOND");
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  ui_settle ();
  g_assert_true (file_has (fixture->path, "SECOND"));
}

static guint
count_waiting (void)
{
  g_autoptr (GPtrArray) waiting = eqp_working_copy_list ();

  return waiting->len;
}

static void
test_conflict (UiFixture    *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (EqpStore) theirs = NULL;

  open_away (fixture);
  theirs = open_file (fixture->path);
  add_person (theirs, "THEIRS");
  eqp_store_close (theirs);
  add_person (get_store (fixture), "MINE");
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Somebody else has changed this file"));
  g_assert_true (file_has (fixture->path, "THEIRS"));
  g_assert_false (file_has (fixture->path, "MINE"));
  g_assert_true (store_has (get_store (fixture), "MINE"));

  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Open the other version");
  g_assert_cmpstr (eqp_session_get_origin (eqp_window_get_session (fixture->window)), ==, fixture->path);
  g_assert_true (store_has (get_store (fixture), "THEIRS"));
  g_assert_false (store_has (get_store (fixture), "MINE"));
  files = eqp_files_list ();
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (file_has (files->pdata[0], "MINE"));
  g_unlink (files->pdata[0]);
}

static void
test_folder_gone (UiFixture    *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autofree char *away = NULL;
  GtkWidget       *start;

  open_away (fixture);
  folder = g_path_get_dirname (fixture->path);
  away = g_strconcat (folder, ".away", NULL);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  add_person (get_store (fixture), "KEPT");
  /* Said, without stopping anybody. */
  ui_wait_for (ui_shows (fixture->window, "kept on this computer until"));
  g_assert_cmpuint (ui_count_dialogs (), ==, 0);
  /* Closing asks. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Your changes are not in the file yet"));
  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Cancel");
  g_assert_true (store_has (get_store (fixture), "KEPT"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Close all the same");
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_cmpuint (count_waiting (), ==, 1);

  /* The start page knows of it, although the file dialog could not find it. */
  fixture->window = eqp_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.start", NULL);
  ui_settle ();
  start = ui_find (fixture->window, EQP_TYPE_START_PAGE, NULL);
  ui_wait_for (ui_shows (start, "With changes that are not in"));
  g_signal_emit_by_name (ui_child (start, EQP_TYPE_START_PAGE, "files"), "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_child (start, EQP_TYPE_START_PAGE, "files")), 0));
  ui_settle ();
  g_assert_true (store_has (get_store (fixture), "KEPT"));
  ui_wait_for (ui_shows (fixture->window, "Changes of last time"));
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  ui_settle ();
  g_assert_true (file_has (fixture->path, "KEPT"));
  g_assert_cmpuint (count_waiting (), ==, 0);
}

/* Changes that wait on this computer, in a copy that can no longer be read: said, and what the file holds is there. */
static void
test_spoilt_copy (UiFixture    *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autofree char *away = NULL;
  g_autofree char *mine = NULL;

  open_away (fixture);
  mine = g_strdup (eqp_session_get_path (eqp_window_get_session (fixture->window)));
  folder = g_path_get_dirname (fixture->path);
  away = g_strconcat (folder, ".away", NULL);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  add_person (get_store (fixture), "LOST");
  gtk_window_close (GTK_WINDOW (fixture->window));
  press (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Close all the same");
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_true (g_file_set_contents (mine, "no file of ours at all", -1, NULL));
  g_assert_cmpint (g_rename (away, folder), ==, 0);

  fixture->window = eqp_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (eqp_window_open (fixture->window, fixture->path));
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "Changes of last time could not be read"));
  g_assert_true (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), ".damaged"));
  g_assert_false (store_has (get_store (fixture), "LOST"));
}

/* ---- jobs ---- */

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_export_job_finish (result, &error));
  g_assert_no_error (error);
  g_object_set_data (source, "exported", GINT_TO_POINTER (TRUE));
}

/* While the window reads or writes its own store, on a working copy as on a file. */
static void
test_export (UiFixture    *fixture,
             gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "people.csv", NULL);
  g_autofree char *text = NULL;

  open_away (fixture);
  add_person (get_store (fixture), "BEFORE");
  eqp_export_job_start (G_OBJECT (fixture->window), eqp_window_get_session (fixture->window), eqp_kind_get (EQP_KIND_PEOPLE), EQP_EXPORT_CSV, target,
                        exported_cb);
  ui_wait_for (g_object_get_data (G_OBJECT (fixture->window), "exported") != NULL);
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "BEFORE"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/files/damaged", UiFixture, NULL, ui_fixture_set_up_closed, test_damaged_file, ui_fixture_tear_down);
  g_test_add ("/files/nothing-to-offer", UiFixture, NULL, ui_fixture_set_up_closed, test_nothing_to_offer, ui_fixture_tear_down);
  g_test_add ("/files/written-back", UiFixture, NULL, ui_fixture_set_up_closed, test_written_back, ui_fixture_tear_down);
  g_test_add ("/files/conflict", UiFixture, NULL, ui_fixture_set_up_closed, test_conflict, ui_fixture_tear_down);
  g_test_add ("/files/folder-gone", UiFixture, NULL, ui_fixture_set_up_closed, test_folder_gone, ui_fixture_tear_down);
  g_test_add ("/files/spoilt-copy", UiFixture, NULL, ui_fixture_set_up_closed, test_spoilt_copy, ui_fixture_tear_down);
  g_test_add ("/files/export", UiFixture, NULL, ui_fixture_set_up_closed, test_export, ui_fixture_tear_down);
  return g_test_run ();
}
