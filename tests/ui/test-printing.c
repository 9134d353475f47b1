/* test-printing.c — a roster on its way to paper where there is no printer: the dialog offers a file, and nothing is lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/printing/eqp-preview-window.h"
#include "app/printing/eqp-print-operation.h"
#include "base/eqp-language.h"
#include "ui-fixture.h"

#include <string.h>

static GtkWidget *
open_preview (UiFixture *fixture)
{
  eqp_window_go (fixture->window, "councils/CPER-08");
  ui_settle ();
  gtk_widget_activate_action (ui_page (fixture), "win.print", NULL);
  return ui_wait_dialog (EQP_TYPE_PREVIEW_WINDOW);
}

/* The toolkit's own; its type is there once it was opened. */
static GtkWidget *
wait_for_print_dialog (void)
{
  ui_wait_for (g_type_from_name ("GtkPrintUnixDialog") != 0);
  return ui_wait_dialog (g_type_from_name ("GtkPrintUnixDialog"));
}

static void
test_no_printer (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *preview = open_preview (fixture);
  GtkWidget *dialog;

  gtk_widget_activate_action (preview, "preview.print", NULL);
  dialog = wait_for_print_dialog ();
  ui_wait_for (ui_shows (dialog, "Print to File"));

  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_for (ui_count_dialogs () == 1);
  g_assert_true (gtk_widget_get_mapped (preview));
  g_assert_true (ui_action_enabled (preview, "preview.print"));
  g_assert_true (ui_action_enabled (preview, "preview.save"));
}

static void
note_done_cb (GtkPrintOperation      *operation,
              GtkPrintOperationResult result,
              gpointer                user_data)
{
  *(GtkPrintOperationResult *)user_data = result;
}

/* A job that cannot be written ends with a sentence; the next one goes through. */
static void
test_a_job_that_fails (UiFixture    *fixture,
                       gconstpointer data)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Roster", EQP_LANGUAGE_EN);
  g_autofree char *missing = g_build_filename (fixture->folder, "nowhere", "roster.pdf", NULL);
  g_autofree char *written = g_build_filename (fixture->folder, "roster.pdf", NULL);
  const char      *paths[] = { missing, written };

  eqp_section_add_paragraph (eqp_document_add_section (document, "Roster"), EQP_PARAGRAPH_NORMAL, "Nobody yet.");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (EqpPrintOperation) operation = eqp_print_operation_new (document);
      g_autoptr (GError) error = NULL;
      GtkPrintOperationResult result = GTK_PRINT_OPERATION_RESULT_IN_PROGRESS;

      g_signal_connect (operation, "done", G_CALLBACK (note_done_cb), &result);
      gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), paths[i]);
      gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error);
      ui_wait_for (result != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS);
      g_assert_cmpint (result, ==, i == 0 ? GTK_PRINT_OPERATION_RESULT_ERROR : GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_true ((error != NULL) == (i == 0));
      g_assert_true (error == NULL || strlen (error->message) > 0);
      g_assert_true (g_file_test (paths[i], G_FILE_TEST_EXISTS) == (i == 1));
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/printing/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("no-printer", test_no_printer);
  ADD ("a-job-that-fails", test_a_job_that_fails);
#undef ADD
  return g_test_run ();
}
