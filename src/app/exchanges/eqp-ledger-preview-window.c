/* eqp-ledger-preview-window.c — a statement, certificate, letter or balance report as it will be printed, then the printer or a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-preview-window"

#include "config.h"

#include "app/exchanges/eqp-ledger-preview-window.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/eqp-feedback.h"
#include "app/printing/eqp-paper-list.h"
#include "app/printing/eqp-print-operation.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-odt.h"
#include "report/layout/eqp-pdf.h"

struct _EqpLedgerPreviewWindow
{
  EqpSessionWindow parent_instance;

  EqpLedgerPrint print;
  EqpRecord     *subject; /* (nullable) */
  EqpDate        from;
  EqpDate        to;
  EqpHours       hours;
  EqpDocument   *document; /* (nullable) as shown */

  GtkDropDown  *language;
  EqpPaperList *pages;
  GtkLabel     *position;
  GtkRevealer  *problem_revealer;
  GtkLabel     *problem;
};

G_DEFINE_FINAL_TYPE (EqpLedgerPreviewWindow, eqp_ledger_preview_window, EQP_TYPE_SESSION_WINDOW)

static void
show_problem (EqpLedgerPreviewWindow *self,
              const GError           *error)
{
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
  gtk_revealer_set_reveal_child (self->problem_revealer, error != NULL);
}

static EqpDocument *
make_document (EqpLedgerPreviewWindow *self,
               GError                **error)
{
  EqpStore                        *store = eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
  g_autofree char                 *left = eqp_pole_dup_setting (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char                 *right = eqp_pole_dup_setting (store, EQP_SETTING_RECTORAT_NAME);
  const EqpExchangeDocumentOptions options = {
    .language = gtk_drop_down_get_selected (self->language) == 1 ? EQP_LANGUAGE_EN : EQP_LANGUAGE_FR,
    .left = left,
    .right = right,
    .from = self->from,
    .to = self->to,
    .hours = self->hours,
  };

  switch (self->print)
    {
    case EQP_LEDGER_PRINT_STATEMENT:
      return eqp_person_statement_new (store, self->subject, &options, error);
    case EQP_LEDGER_PRINT_CERTIFICATE:
      return eqp_hours_certificate_new (store, self->subject, &options, error);
    case EQP_LEDGER_PRINT_INSTITUTION:
      return eqp_institution_statement_new (store, self->subject, &options, error);
    case EQP_LEDGER_PRINT_LETTER:
      return eqp_confirmation_letter_new (store, self->subject, &options, error);
    case EQP_LEDGER_PRINT_ORDER:
      return eqp_intervention_order_new (store, self->subject, &options, error);
    case EQP_LEDGER_PRINT_BALANCE:
    default:
      return eqp_balance_report_new (store, &options, error);
    }
}

static void
show_position (EqpLedgerPreviewWindow *self)
{
  guint page = eqp_paper_list_get_page (self->pages);
  guint n_pages = eqp_paper_list_get_n_pages (self->pages);
  /* Translators: %1$u is the number of a page, %2$u how many there are */
  g_autofree char *text = n_pages > 0 ? g_strdup_printf (_ ("Page %1$u of %2$u"), page, n_pages) : NULL;

  gtk_label_set_label (self->position, text != NULL ? text : "");
}

static void
rebuild (EqpLedgerPreviewWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)) == NULL || self->pages == NULL)
    return;
  g_clear_pointer (&self->document, eqp_document_unref);
  self->document = make_document (self, &error);
  eqp_paper_list_set_document (self->pages, self->document, TRUE);
  show_problem (self, error);
  show_position (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", self->document != NULL);
}

/* ---- going out ---- */

static void
print_done_cb (EqpLedgerPreviewWindow *self,
               GtkPrintOperationResult result,
               GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  show_problem (self, error);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpLedgerPreviewWindow *self = EQP_LEDGER_PREVIEW_WINDOW (widget);
  g_autoptr (EqpPrintOperation) operation = NULL;

  if (self->document == NULL)
    return;
  operation = eqp_print_operation_new (self->document);
  show_problem (self, NULL);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
save_cb (GFile   *file,
         gpointer user_data)
{
  g_autoptr (EqpLedgerPreviewWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->document == NULL)
    return;
  if (!eqp_ledger_write_document (self->document, path, &error))
    {
      show_problem (self, error);
      return;
    }
  show_problem (self, NULL);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Saved as “%s”"), name);
  eqp_feedback_say (GTK_WIDGET (self), sentence);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpLedgerPreviewWindow *self = EQP_LEDGER_PREVIEW_WINDOW (widget);
  g_autofree char        *stem = NULL;
  g_autofree char        *name = NULL;
  EqpFileDialogOptions    options;

  if (self->document == NULL)
    return;
  stem = g_strdelimit (g_strdup (eqp_document_get_title (self->document)), "/:", '-');
  name = g_strconcat (stem, ".pdf", NULL);
  options = (EqpFileDialogOptions){
    .title = _ ("Save the document"),
    .accept = _ ("_Save"),
    .name = name,
    .filter_name = _ ("Documents (PDF, ODT)"),
    .patterns = "*.pdf;*.odt",
  };
  eqp_file_dialog_save (GTK_WINDOW (self), &options, save_cb, g_object_ref (self));
}

/* ---- the class ---- */

static void
eqp_ledger_preview_window_dispose (GObject *object)
{
  EqpLedgerPreviewWindow *self = EQP_LEDGER_PREVIEW_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_PREVIEW_WINDOW);
  g_clear_pointer (&self->document, eqp_document_unref);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (eqp_ledger_preview_window_parent_class)->dispose (object);
}

static void
eqp_ledger_preview_window_class_init (EqpLedgerPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_preview_window_dispose;

  g_type_ensure (EQP_TYPE_PAPER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPreviewWindow, language);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPreviewWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPreviewWindow, position);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPreviewWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPreviewWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, show_position);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
}

static void
eqp_ledger_preview_window_init (EqpLedgerPreviewWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "document-language");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->language, g_str_equal (language, "en") ? 1 : 0);
}

void
eqp_ledger_preview_window_present (GtkWindow     *parent,
                                   EqpSession    *session,
                                   EqpLedgerPrint print,
                                   EqpRecord     *subject,
                                   EqpDate        from,
                                   EqpDate        to,
                                   EqpHours       hours)
{
  EqpLedgerPreviewWindow *self = g_object_new (EQP_TYPE_LEDGER_PREVIEW_WINDOW, "transient-for", parent, "session", session, NULL);

  self->print = print;
  g_set_object (&self->subject, subject);
  self->from = from;
  self->to = to;
  self->hours = hours;
  rebuild (self);
  if (self->document != NULL)
    gtk_window_set_title (GTK_WINDOW (self), eqp_document_get_title (self->document));
  gtk_window_present (GTK_WINDOW (self));
}

gboolean
eqp_ledger_write_document (EqpDocument *document,
                           const char  *path,
                           GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".odt") ? eqp_document_write_odt (document, path, error) : eqp_document_write_pdf (document, path, error);
}
