/* eqp-backups-window.c — the copies kept of the file, and taking one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-backups-window"

#include "config.h"

#include "app/home/eqp-backups-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/home/eqp-files.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-toast.h"
#include "domain/eqp-pole.h"
#include "store/eqp-backup.h"

struct _EqpBackupsWindow
{
  EqpSessionWindow parent_instance;

  GCancellable *cancellable;
  char         *path; /* (nullable) the file that cannot be opened, when there is no session */

  AdwToastOverlay *toasts;
  GtkButton       *make;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkRevealer     *problem_revealer;
  GtkLabel        *problem;
};

G_DEFINE_FINAL_TYPE (EqpBackupsWindow, eqp_backups_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpBackupsWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

static void
show_problem (EqpBackupsWindow *self,
              const GError     *error)
{
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
  gtk_revealer_set_reveal_child (self->problem_revealer, error != NULL);
}

/* ---- the list ---- */

static void
add_copy (EqpBackupsWindow *self,
          const EqpBackup  *backup)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_label (_ ("Restore…"));
  g_autofree char *when = eqp_date_format_instant (backup->instant, eqp_language_get_interface ());
  g_autofree char *size = g_format_size ((guint64)backup->size);
  /* Translators: %s is a date and time; read out for the button beside it */
  g_autofree char *label = g_strdup_printf (_ ("Restore the copy of %s"), when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", backup->path, backup->instant);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
refresh (EqpBackupsWindow *self)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->path != NULL)
    backups = eqp_backup_list_of_path (self->path, &error);
  else
    backups = eqp_backup_list (eqp_session_get_store (get_session (self)), &error);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    add_copy (self, g_ptr_array_index (backups, i));
  gtk_stack_set_visible_child_name (self->stack, backups != NULL && backups->len > 0 ? "list" : "empty");
  show_problem (self, error);
}

/* ---- one more copy, away from the main thread ---- */

static void
back_up_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (task_data, eqp_pole_get_schema (), EQP_STORE_OPEN_READ_ONLY, &error);
  gboolean done = store != NULL && eqp_backup_make (store, NULL, &error);

  if (store != NULL)
    eqp_store_close (store);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
back_up_done_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean          done = g_task_propagate_boolean (G_TASK (result), &error);
  EqpBackupsWindow *self;

  /* The window was closed meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = EQP_BACKUPS_WINDOW (source);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", TRUE);
  refresh (self);
  if (done)
    eqp_toast_say (self->toasts, _ ("A copy was made."));
  else
    show_problem (self, error);
}

static void
make_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpBackupsWindow *self = EQP_BACKUPS_WINDOW (widget);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, back_up_done_cb, NULL);

  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  g_task_set_source_tag (task, make_action);
  g_task_set_task_data (task, g_strdup (eqp_session_get_path (get_session (self))), g_free);
  g_task_run_in_thread (task, back_up_thread);
}

/* ---- taking one back ---- */

typedef struct
{
  EqpBackupsWindow *window;
  char             *path; /* of the copy */
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_object_unref (restore->window);
  g_free (restore->path);
  g_free (restore);
}

/* In the place of the file that cannot be opened, which stays beside it. */
static void
restore_file_cb (gpointer user_data)
{
  Restore         *restore = user_data;
  EqpWindow       *window = EQP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (restore->window)));
  g_autofree char *path = g_strdup (restore->window->path);
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  /* The window was closed while the question stood before it. */
  if (path == NULL || window == NULL)
    return;
  if (!eqp_backup_restore_file (restore->path, path, eqp_pole_get_schema (), &kept, &error))
    {
      show_problem (restore->window, error);
      return;
    }
  gtk_window_close (GTK_WINDOW (restore->window));
  if (!eqp_files_open (window, path))
    return;
  name = kept != NULL ? g_filename_display_basename (kept) : NULL;
  /* Translators: %s is the name of a file */
  sentence = name != NULL ? g_strdup_printf (_ ("The copy was restored; the damaged file is kept as “%s”."), name)
                          : g_strdup (_ ("The copy was restored."));
  eqp_feedback_say (GTK_WIDGET (window), sentence);
}

/* On the window's own store: everything on screen follows. */
static void
restore_cb (gpointer user_data)
{
  Restore          *restore = user_data;
  EqpBackupsWindow *self = restore->window;
  g_autoptr (GError) error = NULL;

  if (get_session (self) == NULL)
    return;
  if (eqp_backup_restore (eqp_session_get_store (get_session (self)), restore->path, &error))
    {
      refresh (self);
      eqp_toast_say (self->toasts, _ ("The copy was restored."));
    }
  else
    show_problem (self, error);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpBackupsWindow *self = EQP_BACKUPS_WINDOW (widget);
  Restore          *restore = g_new0 (Restore, 1);
  g_autofree char  *when = NULL;
  g_autofree char  *body = NULL;
  gint64            instant;

  g_variant_get (parameter, "(sx)", &restore->path, &instant);
  restore->window = g_object_ref (self);
  when = eqp_date_format_instant (instant, eqp_language_get_interface ());
  if (self->path != NULL && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    /* Translators: %s is a date and time */
    body = g_strdup_printf (_ ("The file will hold what it held on %s."), when);
  else if (self->path != NULL)
    /* Translators: %s is a date and time */
    body = g_strdup_printf (_ ("The file will hold what it held on %s. The damaged one stays beside it under another name."), when);
  else
    /* Translators: %s is a date and time */
    body = g_strdup_printf (_ ("The file will hold what it held on %s. A copy of what it holds now is kept first, so that you can come back."), when);
  eqp_message_window_ask (GTK_WINDOW (self), _ ("Restore this copy?"), body, _ ("_Restore"), self->path == NULL,
                          self->path != NULL ? restore_file_cb : restore_cb, restore, restore_free);
}

/* ---- the class ---- */

static void
eqp_backups_window_constructed (GObject *object)
{
  EqpBackupsWindow *self = EQP_BACKUPS_WINDOW (object);

  G_OBJECT_CLASS (eqp_backups_window_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->make), get_session (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", get_session (self) != NULL);
  if (get_session (self) == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.restore", !eqp_store_is_read_only (eqp_session_get_store (get_session (self))));
  refresh (self);
}

static void
eqp_backups_window_dispose (GObject *object)
{
  EqpBackupsWindow *self = EQP_BACKUPS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_BACKUPS_WINDOW);

  G_OBJECT_CLASS (eqp_backups_window_parent_class)->dispose (object);
}

static void
eqp_backups_window_finalize (GObject *object)
{
  g_clear_object (&EQP_BACKUPS_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (eqp_backups_window_parent_class)->finalize (object);
}

static void
eqp_backups_window_class_init (EqpBackupsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eqp_backups_window_constructed;
  object_class->dispose = eqp_backups_window_dispose;
  object_class->finalize = eqp_backups_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, make);
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpBackupsWindow, problem);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "backups.restore", "(sx)", restore_action);
}

static void
eqp_backups_window_init (EqpBackupsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_backups_window_present_for_path (EqpWindow  *window,
                                     const char *path)
{
  EqpBackupsWindow *self;
  g_autofree char  *name = NULL;
  g_autofree char  *title = NULL;

  g_return_if_fail (EQP_IS_WINDOW (window));
  g_return_if_fail (path != NULL);

  self = g_object_new (EQP_TYPE_BACKUPS_WINDOW, "transient-for", window, NULL);
  self->path = g_strdup (path);
  name = eqp_files_dup_title (path);
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_ ("Backups of “%s”"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
