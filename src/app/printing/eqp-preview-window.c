/* eqp-preview-window.c — a document as it will be printed, then the printer or a file: PDF or ODT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-preview-window"

#include "config.h"

#include "app/printing/eqp-preview-window.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/printing/eqp-paper-list.h"
#include "app/printing/eqp-preview-document.h"
#include "app/printing/eqp-print-operation.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-toast.h"
#include "domain/bodies/eqp-body-edits.h"
#include "interop/eqp-odt.h"
#include "report/layout/eqp-pdf.h"

/* Typing in a field draws the pages again when it pauses. */
#define TYPING_PAUSE_MS 150

struct _EqpPreviewWindow
{
  EqpSessionWindow parent_instance;

  gint64       body;
  EqpPrintKind kind;
  EqpDocument *document; /* (nullable) as shown */
  guint        rebuild_source;

  const EqpPreviewOffer *offers; /* (nullable) instead of the documents about councils; kind is then an index among them */
  guint                  n_offers;
  gpointer               offer_data;
  GDestroyNotify         offer_destroy;

  AdwToastOverlay *toasts;
  GtkRevealer     *problem_revealer;
  GtkLabel        *problem;
  GtkRevealer     *record_revealer;
  GtkListBox      *kinds;
  AdwComboRow     *language;
  AdwActionRow    *summary_row;
  GtkSwitch       *summary;
  AdwActionRow    *findings_row;
  GtkSwitch       *findings;
  AdwComboRow     *sheet;
  EqpDateRow      *meeting;
  AdwEntryRow     *place;
  AdwEntryRow     *reference;
  EqpPaperList    *pages;
  GtkLabel        *position;
};

G_DEFINE_FINAL_TYPE (EqpPreviewWindow, eqp_preview_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpPreviewWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

static const struct
{
  EqpPrintKind kind;
  const char  *label;
  gboolean     one_body;
} documents[] = {
  { EQP_PRINT_ROSTER, N_ ("Roster"), TRUE },
  { EQP_PRINT_ATTENDANCE, N_ ("Attendance sheet"), TRUE },
  { EQP_PRINT_LABELS, N_ ("Labels"), TRUE },
  { EQP_PRINT_ROSTERS, N_ ("All rosters"), FALSE },
  { EQP_PRINT_ANNEX, N_ ("Annex to the rules of procedure"), FALSE },
};

/* ---- the document ---- */

static void
show_problem (EqpPreviewWindow *self,
              const GError     *error)
{
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
  gtk_revealer_set_reveal_child (self->problem_revealer, error != NULL);
}

static void
show_position (EqpPreviewWindow *self)
{
  guint page = eqp_paper_list_get_page (self->pages);
  guint n_pages = eqp_paper_list_get_n_pages (self->pages);
  /* Translators: %1$u is the number of a page, %2$u how many there are */
  g_autofree char *text = n_pages > 0 ? g_strdup_printf (_ ("Page %1$u of %2$u"), page, n_pages) : NULL;

  gtk_label_set_label (self->position, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", page > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", page < n_pages);
}

static void
rebuild (EqpPreviewWindow *self,
         gboolean          keep_place)
{
  EqpPreviewChoice choice = {
    .kind = self->kind,
    .body = self->body,
    .language = adw_combo_row_get_selected (self->language) == 1 ? EQP_LANGUAGE_EN : EQP_LANGUAGE_FR,
    .with_summary = gtk_switch_get_active (self->summary),
    .with_findings = gtk_switch_get_active (self->findings),
    .sheet = adw_combo_row_get_selected (self->sheet),
    .meeting = eqp_date_row_get_date (self->meeting),
    .place = gtk_editable_get_text (GTK_EDITABLE (self->place)),
    .reference = gtk_editable_get_text (GTK_EDITABLE (self->reference)),
  };
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  g_clear_pointer (&self->document, eqp_document_unref);
  if (self->offers != NULL)
    self->document = self->offers[self->kind].make (get_session (self), choice.language, self->offer_data, &error);
  else
    self->document = eqp_preview_document_new (get_session (self), &choice, &error);
  eqp_paper_list_set_document (self->pages, self->document, keep_place);
  show_problem (self, error);
  show_position (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-odt", self->document != NULL);
}

static void
rebuild_cb (gpointer user_data)
{
  EqpPreviewWindow *self = user_data;

  self->rebuild_source = 0;
  rebuild (self, TRUE);
}

static void
choice_changed_cb (EqpPreviewWindow *self)
{
  /* Nothing is shown before a document is chosen. */
  if (self->kinds == NULL || gtk_list_box_get_selected_row (self->kinds) == NULL)
    return;
  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  self->rebuild_source = g_timeout_add_once (TYPING_PAUSE_MS, rebuild_cb, self);
}

static void
show_options (EqpPreviewWindow *self)
{
  gboolean council = self->offers == NULL;
  gboolean rosters = council && (self->kind == EQP_PRINT_ROSTER || self->kind == EQP_PRINT_ROSTERS);

  gtk_widget_set_visible (GTK_WIDGET (self->summary_row), rosters);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_row), rosters);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), council && self->kind == EQP_PRINT_LABELS);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting), council && self->kind == EQP_PRINT_ATTENDANCE);
  gtk_widget_set_visible (GTK_WIDGET (self->place), council && self->kind == EQP_PRINT_ATTENDANCE);
  gtk_widget_set_visible (GTK_WIDGET (self->reference), council && self->kind == EQP_PRINT_ANNEX);
}

static void
kind_selected_cb (EqpPreviewWindow *self,
                  GtkListBoxRow    *row)
{
  if (row == NULL)
    return;
  self->kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));
  gtk_revealer_set_reveal_child (self->record_revealer, FALSE);
  show_options (self);
  rebuild (self, FALSE);
}

/* ---- going out ---- */

/* An annex that left the program is most likely the one that will be signed. */
static void
document_went_out (EqpPreviewWindow *self)
{
  if (self->offers == NULL && self->kind == EQP_PRINT_ANNEX && !eqp_store_is_read_only (eqp_session_get_store (get_session (self))))
    gtk_revealer_set_reveal_child (self->record_revealer, TRUE);
}

static void
print_done_cb (EqpPreviewWindow       *self,
               GtkPrintOperationResult result,
               GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_problem (self, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    document_went_out (self);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpPreviewWindow *self = EQP_PREVIEW_WINDOW (widget);
  g_autoptr (EqpPrintOperation) operation = NULL;

  if (self->rebuild_source != 0)
    rebuild (self, TRUE);
  if (self->document == NULL)
    return;
  operation = eqp_print_operation_new (self->document);
  show_problem (self, NULL);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

gboolean
eqp_preview_write (EqpDocument *document,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".odt") ? eqp_document_write_odt (document, path, error) : eqp_document_write_pdf (document, path, error);
}

static void
save_cb (GFile   *file,
         gpointer user_data)
{
  g_autoptr (EqpPreviewWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->document == NULL)
    return;
  if (!eqp_preview_write (self->document, path, &error))
    {
      show_problem (self, error);
      return;
    }
  show_problem (self, NULL);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Saved as “%s”"), name);
  eqp_toast_say (self->toasts, sentence);
  document_went_out (self);
}

/* The ending is asked for by the command: nobody has to type it. */
static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpPreviewWindow    *self = EQP_PREVIEW_WINDOW (widget);
  gboolean             odt = g_str_equal (action, "preview.save-odt");
  g_autofree char     *stem = NULL;
  g_autofree char     *name = NULL;
  EqpFileDialogOptions options;

  if (self->rebuild_source != 0)
    rebuild (self, TRUE);
  if (self->document == NULL)
    return;
  stem = g_strdelimit (g_strdup (eqp_document_get_title (self->document)), "/:", '-');
  name = g_strconcat (stem, odt ? ".odt" : ".pdf", NULL);
  options = (EqpFileDialogOptions){
    .title = odt ? _ ("Save as ODT") : _ ("Save as PDF"),
    .accept = _ ("_Save"),
    .name = name,
    .filter_name = odt ? _ ("OpenDocument texts") : _ ("PDF documents"),
    .patterns = odt ? "*.odt" : "*.pdf",
  };
  eqp_file_dialog_save (GTK_WINDOW (self), &options, save_cb, g_object_ref (self));
}

static void
record_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpPreviewWindow *self = EQP_PREVIEW_WINDOW (widget);
  EqpDate           date = eqp_checker_get_as_of (eqp_session_get_checker (get_session (self)));
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  gtk_revealer_set_reveal_child (self->record_revealer, FALSE);
  if (eqp_bodies_record_annex (eqp_session_get_store (get_session (self)), date, gtk_editable_get_text (GTK_EDITABLE (self->reference)), &label, &error))
    eqp_toast_edit (self->toasts, label);
  else
    show_problem (self, error);
}

static void
turn_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  eqp_paper_list_turn (EQP_PREVIEW_WINDOW (widget)->pages, g_str_equal (action, "preview.previous") ? -1 : 1);
}

/* ---- the class ---- */

static void
add_kind (EqpPreviewWindow *self,
          const char       *name,
          guint             kind,
          gboolean          visible)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_visible (row, visible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  gtk_list_box_append (self->kinds, row);
}

static void
add_kinds (EqpPreviewWindow *self)
{
  for (guint i = 0; self->offers == NULL && i < G_N_ELEMENTS (documents); i++)
    add_kind (self, _ (documents[i].label), documents[i].kind, self->body != 0 || !documents[i].one_body);
  for (guint i = 0; i < self->n_offers; i++)
    add_kind (self, _ (self->offers[i].label), i, TRUE);
}

static void
eqp_preview_window_dispose (GObject *object)
{
  EqpPreviewWindow *self = EQP_PREVIEW_WINDOW (object);
  GDestroyNotify    destroy = g_steal_pointer (&self->offer_destroy);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  if (destroy != NULL)
    destroy (self->offer_data);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_PREVIEW_WINDOW);
  g_clear_pointer (&self->document, eqp_document_unref);

  G_OBJECT_CLASS (eqp_preview_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, record_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, language);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, summary_row);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, findings_row);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, meeting);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, place);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, reference);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EqpPreviewWindow, position);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_position);
}

static void
eqp_preview_window_class_init (EqpPreviewWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_preview_window_dispose;

  g_type_ensure (EQP_TYPE_DATE_ROW);
  g_type_ensure (EQP_TYPE_PAPER_LIST);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "preview.save-odt", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "preview.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preview.save-odt", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_S, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preview.save-odt", NULL);
}

static void
eqp_preview_window_init (EqpPreviewWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "document-language");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->language, g_str_equal (language, "en") ? 1 : 0);
}

static void
present (EqpPreviewWindow *self,
         guint             first)
{
  GtkListBoxRow *row;

  add_kinds (self);
  row = gtk_list_box_get_row_at_index (self->kinds, (int)first);
  gtk_list_box_select_row (self->kinds, row);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (self));
}

void
eqp_preview_window_present (GtkWindow   *parent,
                            EqpSession  *session,
                            EqpPrintKind kind,
                            gint64       body)
{
  EqpPreviewWindow *self = g_object_new (EQP_TYPE_PREVIEW_WINDOW, "transient-for", parent, "session", session, NULL);
  EqpChecker       *checker = eqp_session_get_checker (session);
  EqpSnapshot      *snapshot = body != 0 ? eqp_checker_get_snapshot (checker, body) : NULL;
  g_autofree char  *title = snapshot != NULL ? g_strdup_printf (_ ("Print: %s"), eqp_snapshot_get_name (snapshot, eqp_language_get_interface ()))
                                             : g_strdup (_ ("Print"));

  self->body = snapshot != NULL ? body : 0;
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->body == 0 && kind < EQP_PRINT_ROSTERS)
    kind = EQP_PRINT_ROSTERS;
  present (self, kind);
  /* Something undone in the window behind, or changed by another process. */
  g_signal_connect_object (checker, "updated", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_preview_window_present_offers (GtkWindow             *parent,
                                   EqpSession            *session,
                                   const char            *title,
                                   const EqpPreviewOffer *offers,
                                   guint                  n_offers,
                                   guint                  first,
                                   gpointer               user_data,
                                   GDestroyNotify         destroy)
{
  EqpPreviewWindow *self = g_object_new (EQP_TYPE_PREVIEW_WINDOW, "transient-for", parent, "session", session, "title", title, NULL);

  self->offers = offers;
  self->n_offers = n_offers;
  self->offer_data = user_data;
  self->offer_destroy = destroy;
  present (self, first);
  g_signal_connect_object (eqp_session_get_store (session), "changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
}
