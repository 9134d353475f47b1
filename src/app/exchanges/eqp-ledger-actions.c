/* eqp-ledger-actions.c — what can be done with the lines of the ledger: actions "ledger.*" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-actions"

#include "config.h"

#include "app/exchanges/eqp-ledger-actions.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/directory/eqp-export-job.h"
#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-correct-window.h"
#include "app/exchanges/eqp-ledger-editors.h"
#include "app/exchanges/eqp-ledger-paste-window.h"
#include "app/exchanges/eqp-ledger-papers.h"
#include "app/exchanges/eqp-ledger-records-window.h"
#include "app/exchanges/eqp-ledger-table.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"

static EqpSession *
get_session (EqpLedgerDesk *self)
{
  return eqp_page_get_session (EQP_PAGE (self));
}

static EqpStore *
get_store (EqpLedgerDesk *self)
{
  return eqp_page_get_store (EQP_PAGE (self));
}

static GtkWindow *
get_window (EqpLedgerDesk *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- lines ---- */

static void
certify_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);
  g_autoptr (GPtrArray) lines = eqp_ledger_desk_list_selected (self);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (lines->len == 0)
    return;
  if (eqp_ledger_certify (get_store (self), lines, &label, &error))
    eqp_feedback_edit (widget, label);
  else
    eqp_feedback_error (widget, _ ("The hours were not certified"), error);
}

static void
correct_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);

  if (line != NULL)
    eqp_ledger_correct_window_present (get_window (self), get_session (self), line);
}

static void
override_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);

  if (line != NULL)
    eqp_ledger_override_present (get_window (self), get_session (self), line);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  eqp_ledger_desk_close_line (EQP_LEDGER_DESK (widget));
}

void
eqp_ledger_actions_delete (EqpLedgerDesk *self)
{
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (line == NULL)
    return;
  if (eqp_ledger_delete (get_store (self), line, &label, &error))
    eqp_feedback_edit (GTK_WIDGET (self), label);
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("The line was not deleted"), error);
}

/* ---- paper ---- */

static void
print_of (EqpLedgerDesk *self,
          EqpLedgerPaper first)
{
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);
  EqpDate from, to;

  if (line == NULL)
    return;
  eqp_ledger_desk_get_period (self, &from, &to);
  eqp_ledger_papers_present (get_window (self), get_session (self), line, first, from, to);
}

void
eqp_ledger_actions_print (EqpLedgerDesk *self)
{
  print_of (self, EQP_LEDGER_PAPER_STATEMENT);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);

  if (g_str_equal (action, "ledger.certificate"))
    print_of (self, EQP_LEDGER_PAPER_CERTIFICATE);
  else if (g_str_equal (action, "ledger.institution"))
    print_of (self, EQP_LEDGER_PAPER_INSTITUTION);
  else
    print_of (self, EQP_LEDGER_PAPER_STATEMENT);
}

static void
person_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);
  g_autoptr (EqpRecord) person = NULL;
  g_autofree char *address = NULL;

  if (line != NULL)
    person = eqp_store_get (get_store (self), &eqp_person_entity, eqp_record_get_reference (line, EQP_INTERVENTION_PERSON), NULL);
  if (person == NULL)
    return;
  address = g_strconcat ("directory/", eqp_record_get_text (person, EQP_PERSON_CODE), NULL);
  eqp_feedback_go (widget, address);
}

/* ---- blocks and files ---- */

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EqpLedgerDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  /* A clipboard with a picture, or with nothing, says so by an error that is none. */
  eqp_ledger_paste_window_present (get_window (self), get_session (self), text != NULL ? text : "");
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
export_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  gboolean done = eqp_export_job_finish (result, &error);

  /* Another file took this one's place meanwhile, or the window was closed. */
  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (done)
    eqp_feedback_say (widget, _ ("The list was exported."));
  else
    eqp_feedback_error (widget, _ ("The list was not exported"), error);
}

static void
export_chosen_cb (GFile   *file,
                  gpointer user_data)
{
  g_autoptr (EqpLedgerDesk) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  EqpExportFormat  format = EQP_EXPORT_CSV;

  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  eqp_export_format_from_path (path, &format);
  eqp_export_job_start (G_OBJECT (self), get_session (self), eqp_kind_get (EQP_KIND_INTERVENTIONS), format, path, export_done_cb);
}

void
eqp_ledger_actions_export (EqpLedgerDesk *self)
{
  g_autofree char     *name = g_strconcat (eqp_kind_get (EQP_KIND_INTERVENTIONS)->name, ".xlsx", NULL);
  EqpFileDialogOptions options = {
    .title = _ ("Export the whole ledger"),
    .accept = _ ("_Export"),
    .name = name,
    .filter_name = _ ("Spreadsheets and data (XLSX, CSV, JSON)"),
    .patterns = "*.xlsx;*.csv;*.json",
  };

  eqp_file_dialog_save (get_window (self), &options, export_chosen_cb, g_object_ref (self));
}

/* ---- years and tables ---- */

static void
year_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpSession *session = get_session (EQP_LEDGER_DESK (widget));

  if (g_str_equal (action, "ledger.close-year"))
    eqp_ledger_ask_close_year (widget, session);
  else
    eqp_ledger_ask_reopen_year (widget, session);
}

static void
table_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (widget);

  eqp_ledger_records_window_present (get_window (self), get_session (self), g_variant_get_string (parameter, NULL));
}

void
eqp_ledger_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ledger.certify", NULL, certify_action);
  gtk_widget_class_install_action (widget_class, "ledger.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "ledger.override", NULL, override_action);
  gtk_widget_class_install_action (widget_class, "ledger.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "ledger.statement", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "ledger.certificate", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "ledger.institution", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "ledger.person", NULL, person_action);
  gtk_widget_class_install_action (widget_class, "ledger.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "ledger.close-year", NULL, year_action);
  gtk_widget_class_install_action (widget_class, "ledger.reopen-year", NULL, year_action);
  gtk_widget_class_install_action (widget_class, "ledger.table", "s", table_action);
  /* In the bubble phase: an entry pastes for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "ledger.paste", NULL);
}

static gboolean
can_certify (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      EqpRecord *line = g_ptr_array_index (lines, i);

      if (!eqp_record_is_empty (line, EQP_INTERVENTION_DONE) && eqp_record_is_empty (line, EQP_INTERVENTION_CERTIFIED))
        return TRUE;
    }
  return FALSE;
}

void
eqp_ledger_actions_update (EqpLedgerDesk *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);
  g_autoptr (GPtrArray) lines = eqp_ledger_desk_list_selected (self);
  gboolean    writable = !eqp_store_is_read_only (get_store (self));
  gboolean    locked = line != NULL && eqp_intervention_is_locked (line);
  const char *one[] = { "ledger.statement", "ledger.certificate", "ledger.institution", "ledger.person" };

  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    gtk_widget_action_set_enabled (widget, one[i], line != NULL);
  gtk_widget_action_set_enabled (widget, "ledger.certify", writable && can_certify (lines));
  gtk_widget_action_set_enabled (widget, "ledger.correct", writable && locked && eqp_record_is_empty (line, EQP_INTERVENTION_CORRECTS));
  gtk_widget_action_set_enabled (widget, "ledger.override", writable && line != NULL);
  gtk_widget_action_set_enabled (widget, "ledger.paste", writable);
  gtk_widget_action_set_enabled (widget, "ledger.close-year", writable);
  gtk_widget_action_set_enabled (widget, "ledger.reopen-year", writable);
}
