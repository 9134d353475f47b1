/* eqp-import-window.c — a spreadsheet into the file, row by row accounted for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import-window"

#include "config.h"

#include "app/home/eqp-import-window.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/eqp-feedback.h"
#include "app/home/eqp-import-job.h"
#include "store/eqp-journal.h"

/* Refused rows beyond this number are only counted: the spreadsheet is put right a few at a time. */
#define MAX_REFUSALS 100
#define PROGRESS_MS 100

struct _EqpImportWindow
{
  EqpSessionWindow parent_instance;

  char         *path;        /* (nullable) */
  GCancellable *cancellable; /* (nullable) of the job that runs */
  gboolean      importing;   /* it is not only a trial */
  gint          permille;
  guint         progress_source;

  GtkRevealer         *problem_revealer;
  GtkLabel            *problem;
  GtkRevealer         *progress_revealer;
  GtkProgressBar      *progress;
  AdwPreferencesGroup *source_group;
  AdwActionRow        *file_row;
  GtkButton           *choose;
  AdwComboRow         *kind;
  AdwPreferencesGroup *result_group;
  GtkLabel            *added;
  GtkLabel            *updated;
  GtkLabel            *unchanged;
  GtkLabel            *refused;
  AdwActionRow        *unknown_row;
  AdwPreferencesGroup *refusals_group;
  GtkListBox          *refusals;
};

G_DEFINE_FINAL_TYPE (EqpImportWindow, eqp_import_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpImportWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

static void
show_problem (EqpImportWindow *self,
              const char      *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, sentence != NULL);
}

/* ---- what a trial said ---- */

static void
show_count (GtkLabel *label,
            guint     n)
{
  g_autofree char *text = n > 0 ? eqp_format_number (eqp_language_get_interface (), n) : g_strdup ("—");

  gtk_label_set_label (label, text);
}

static void
add_refusal (EqpImportWindow  *self,
             const EqpRefusal *refusal)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *escaped_title = NULL;
  g_autofree char *escaped = g_markup_escape_text (refusal->message, -1);

  if (*refusal->column == '\0')
    title = g_strdup_printf (_ ("Line %u"), refusal->line);
  else
    /* Translators: the line of a table, then the header of a column */
    title = g_strdup_printf (_ ("Line %u, column “%s”"), refusal->line, refusal->column);
  escaped_title = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_append (self->refusals, row);
}

static void
show_refusals (EqpImportWindow *self,
               GPtrArray       *refused)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->refusals))) != NULL)
    gtk_list_box_remove (self->refusals, child);
  for (guint i = 0; i < MIN (refused->len, MAX_REFUSALS); i++)
    add_refusal (self, g_ptr_array_index (refused, i));
  if (refused->len > MAX_REFUSALS)
    {
      guint            rest = refused->len - MAX_REFUSALS;
      g_autofree char *sentence = g_strdup_printf (ngettext ("… and %u more row", "… and %u more rows", rest), rest);
      GtkWidget       *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
      gtk_list_box_append (self->refusals, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_group), refused->len > 0);
}

static void
show_report (EqpImportWindow *self,
             EqpImportReport *report)
{
  show_count (self->added, report->added);
  show_count (self->updated, report->updated);
  show_count (self->unchanged, report->unchanged);
  show_count (self->refused, report->refused->len);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_row), report->unknown_columns->len > 0);
  if (report->unknown_columns->len > 0)
    {
      g_autofree char *names = NULL;
      g_autofree char *escaped = NULL;

      g_ptr_array_add (report->unknown_columns, NULL);
      names = g_strjoinv (" · ", (char **)report->unknown_columns->pdata);
      escaped = g_markup_escape_text (names, -1);
      adw_action_row_set_subtitle (self->unknown_row, escaped);
    }
  show_refusals (self, report->refused);
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", report->added + report->updated > 0);
}

/* ---- jobs ---- */

static gboolean
progress_cb (gpointer user_data)
{
  EqpImportWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->permille) / 1000.0);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
set_running (EqpImportWindow *self,
             gboolean         running)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (running)
    self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  else
    gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->source_group), !running || !self->importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
}

static void
start_job (EqpImportWindow    *self,
           gboolean            importing,
           GAsyncReadyCallback callback)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->importing = importing;
  g_atomic_int_set (&self->permille, 0);
  show_problem (self, NULL);
  set_running (self, TRUE);
  eqp_import_job_start (G_OBJECT (self), get_session (self), eqp_kind_get (selected), self->path,
                        importing ? EQP_IMPORT_DEFAULT : EQP_IMPORT_DRY_RUN, &self->permille, self->cancellable, callback);
}

/* FALSE: the window was closed, or another job took this one's place. */
static gboolean
job_ended (EqpImportWindow *self,
           GAsyncResult    *result)
{
  if (get_session (self) == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return FALSE;
  g_clear_object (&self->cancellable);
  set_running (self, FALSE);
  self->importing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->source_group), TRUE);
  return TRUE;
}

static void
trial_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  EqpImportWindow *self = EQP_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = eqp_import_job_finish (result, &error);

  if (!job_ended (self, result))
    return;
  if (report != NULL)
    show_report (self, report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
try_table (EqpImportWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_group), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  if (get_session (self) == NULL || self->path == NULL || adw_combo_row_get_selected (self->kind) >= EQP_N_KINDS)
    return;
  start_job (self, FALSE, trial_done_cb);
}

/* The table came in through another connection: the window's store takes note of it, and can undo it. */
static void
announce (EqpImportWindow *self,
          gint64           entry)
{
  EqpStore *store = eqp_session_get_store (get_session (self));
  g_autoptr (EqpEntry) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!eqp_store_refresh (store, &error))
    {
      show_problem (self, error->message);
      return;
    }
  record = entry != 0 ? eqp_store_get_entry (store, entry, NULL) : NULL;
  if (record != NULL)
    eqp_feedback_edit (GTK_WIDGET (self), eqp_entry_get_label (record));
  else
    eqp_feedback_say (GTK_WIDGET (self), _ ("The file already held all of it: nothing was changed."));
  gtk_window_close (GTK_WINDOW (self));
}

static void
import_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  EqpImportWindow *self = EQP_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = eqp_import_job_finish (result, &error);

  if (!job_ended (self, result))
    return;
  if (report != NULL)
    announce (self, report->entry);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    try_table (self);
  else
    show_problem (self, error->message);
}

/* ---- choosing ---- */

static void
kind_selected_cb (EqpImportWindow *self)
{
  if (self->path != NULL)
    try_table (self);
}

static void
choose_cb (GFile   *file,
           gpointer user_data)
{
  g_autoptr (EqpImportWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  const EqpKind   *kind;

  if (path == NULL || get_session (self) == NULL)
    return;
  kind = eqp_import_job_guess_kind (path);
  name = g_filename_display_basename (path);
  escaped = g_markup_escape_text (name, -1);
  adw_action_row_set_subtitle (self->file_row, escaped);
  /* Not tried twice when the guess changes the kind. */
  g_clear_pointer (&self->path, g_free);
  if (kind != NULL)
    adw_combo_row_set_selected (self->kind, kind->id);
  self->path = g_steal_pointer (&path);
  try_table (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpFileDialogOptions options = {
    .title = _ ("Import a spreadsheet"),
    .accept = _ ("_Choose"),
    .filter_name = _ ("Tables (CSV)"),
    .patterns = "*.csv;*.CSV;*.tsv;*.txt",
  };

  eqp_file_dialog_open (GTK_WINDOW (widget), &options, choose_cb, g_object_ref (widget));
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  start_job (EQP_IMPORT_WINDOW (widget), TRUE, import_done_cb);
}

/* ---- the class ---- */

/* Closing while an import runs stops the import: what it did is rolled back, and the window says so. */
static gboolean
eqp_import_window_close_request (GtkWindow *window)
{
  EqpImportWindow *self = EQP_IMPORT_WINDOW (window);

  if (self->importing && self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (eqp_import_window_parent_class)->close_request (window);
}

static void
eqp_import_window_dispose (GObject *object)
{
  EqpImportWindow *self = EQP_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_IMPORT_WINDOW);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (eqp_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, source_group);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, result_group);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, added);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, updated);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, unchanged);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, refused);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, unknown_row);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, refusals_group);
  gtk_widget_class_bind_template_child (widget_class, EqpImportWindow, refusals);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
}

static void
eqp_import_window_class_init (EqpImportWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eqp_import_window_close_request;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
}

static void
eqp_import_window_init (EqpImportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < EQP_N_KINDS; i++)
    gtk_string_list_append (names, _ (eqp_kind_get (i)->entity->plural));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind, EQP_KIND_PEOPLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->choose));
}
