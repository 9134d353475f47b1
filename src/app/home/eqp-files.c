/* eqp-files.c — the files that live in the application's data folder, and copies in and out of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-files"

#include "config.h"

#include "app/home/eqp-files.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/eqp-feedback.h"
#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-new-file.h"
#include "store/eqp-backup.h"

#define SUFFIX ".equipole"

/* ---- the folder ---- */

char *
eqp_files_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "equipole", "files", NULL);
}

static gint64
get_modification_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64)info.st_mtime : 0;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const char *left = *(const char *const *)a;
  const char *right = *(const char *const *)b;
  gint64      difference = get_modification_time (right) - get_modification_time (left);

  return difference != 0 ? (difference > 0 ? 1 : -1) : strcmp (left, right);
}

GPtrArray *
eqp_files_list (void)
{
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = eqp_files_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  return paths;
}

char *
eqp_files_dup_title (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_filename_display_name (name);

  if (g_str_has_suffix (title, SUFFIX))
    title[strlen (title) - strlen (SUFFIX)] = '\0';
  return g_steal_pointer (&title);
}

/* "Pôle.equipole", else "Pôle 2.equipole", "Pôle 3.equipole" … */
static char *
dup_free_path (const char *title)
{
  g_autofree char *folder = eqp_files_dup_folder ();
  g_autofree char *name = g_strconcat (title, SUFFIX, NULL);
  char            *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u" SUFFIX, title, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }
  return path;
}

static gboolean
ensure_folder (GError **error)
{
  g_autofree char *folder = eqp_files_dup_folder ();
  int              saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved_errno = errno;
  /* Translators: a path, and what the system says, such as “Permission denied” */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("The folder “%s” cannot be created: %s"), folder, g_strerror (saved_errno));
  return FALSE;
}

/* ---- opening ---- */

static EqpWindow *
find_other_window (EqpWindow  *window,
                   const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    if (EQP_IS_WINDOW (l->data) && l->data != window)
      {
        EqpSession *session = eqp_window_get_session (l->data);

        if (session != NULL && g_str_equal (eqp_session_get_origin (session), path))
          return l->data;
      }
  return NULL;
}

gboolean
eqp_files_open (EqpWindow  *window,
                const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  EqpWindow      *other = find_other_window (window, path);
  EqpSession     *session = eqp_window_get_session (window);

  if (other != NULL)
    gtk_window_present (GTK_WINDOW (other));
  else if (session != NULL && g_str_equal (eqp_session_get_origin (session), path))
    eqp_window_show_file (window);
  else if (!eqp_window_open (window, path))
    return FALSE;
  if (EQP_IS_APPLICATION (application))
    g_settings_set_string (eqp_application_get_settings (EQP_APPLICATION (application)), "last-file", path);
  return TRUE;
}

void
eqp_files_open_original (EqpWindow *window)
{
  EqpSession      *session;
  g_autofree char *origin = NULL;
  g_autofree char *title = NULL;
  g_autofree char *target = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (EQP_IS_WINDOW (window));

  session = eqp_window_get_session (window);
  if (session == NULL || eqp_session_get_working_copy (session) == NULL)
    return;
  origin = g_strdup (eqp_session_get_origin (session));
  title = eqp_files_dup_title (origin);
  target = dup_free_path (title);
  if (!ensure_folder (&error) || !eqp_backup_copy_to (eqp_session_get_store (session), target, &error))
    {
      eqp_feedback_error (GTK_WIDGET (window), _ ("The copy was not made"), error);
      return;
    }
  eqp_working_copy_give_up (eqp_session_get_working_copy (session));
  /* The copy is gone: where the original is too by now, ours is all there is to show. */
  if (!eqp_window_open (window, origin))
    {
      eqp_window_open (window, target);
      return;
    }
  name = eqp_files_dup_title (target);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Your version is kept as “%s”, among the files on this computer."), name);
  eqp_feedback_say (GTK_WIDGET (window), sentence);
}

/* ---- making a file, away from the main thread ---- */

typedef struct
{
  char    *source; /* (nullable) the file to copy; NULL: a new one */
  char    *target;
  gboolean sample;
  gboolean open;   /* in the window, when it is there */
  gboolean import; /* then a table into it */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->source);
  g_free (job->target);
  g_free (job);
}

static gboolean
run_job (const Job *job,
         GError   **error)
{
  g_autoptr (EqpStore) store = NULL;
  gboolean done = TRUE;

  if (job->open && !ensure_folder (error))
    return FALSE;
  if (job->source == NULL)
    store = eqp_pole_create (job->target, job->sample, error);
  else
    store = eqp_store_open (job->source, eqp_pole_get_schema (), EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  if (job->source != NULL)
    done = eqp_backup_copy_to (store, job->target, error);
  eqp_store_close (store);
  return done;
}

static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_busy (EqpWindow *window,
          gboolean   busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (window), !busy);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), busy ? "progress" : NULL);
}

static void
job_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  EqpWindow *window = EQP_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  set_busy (window, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    eqp_feedback_error (GTK_WIDGET (window), job->source != NULL ? _ ("The copy was not made") : _ ("The file was not created"), error);
  else if (job->open)
    {
      if (eqp_files_open (window, job->target) && job->import)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
    }
  else
    {
      g_autofree char *title = eqp_files_dup_title (job->target);
      /* Translators: %s is the name of a file */
      g_autofree char *sentence = g_strdup_printf (_ ("A copy was saved as “%s”"), title);

      eqp_feedback_say (GTK_WIDGET (window), sentence);
    }
}

static void
start_job (EqpWindow *window,
           Job       *job)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, job_done_cb, NULL);

  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  set_busy (window, TRUE);
  g_task_run_in_thread (task, job_thread);
}

/* ---- what the window asks for ---- */

/* The sample made before, under the name it has in either language. */
static char *
find_sample (void)
{
  static const EqpLanguage languages[] = { EQP_LANGUAGE_EN, EQP_LANGUAGE_FR };
  g_autofree char         *folder = eqp_files_dup_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat (eqp_tr (languages[i], "Sample"), SUFFIX, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

void
eqp_files_create (EqpWindow *window,
                  gboolean   sample)
{
  g_autofree char *existing = sample ? find_sample () : NULL;
  Job             *job;

  g_return_if_fail (EQP_IS_WINDOW (window));

  if (existing != NULL)
    {
      eqp_files_open (window, existing);
      return;
    }
  job = g_new0 (Job, 1);
  /* Translators: name of a file: the fictional Pôle that comes with the program */
  job->target = dup_free_path (sample ? _ ("Sample") : _ ("Pôle"));
  job->sample = sample;
  job->open = TRUE;
  start_job (window, job);
}

void
eqp_files_create_to_import (EqpWindow *window)
{
  Job *job;

  g_return_if_fail (EQP_IS_WINDOW (window));

  job = g_new0 (Job, 1);
  /* Translators: name of a new file */
  job->target = dup_free_path (_ ("Pôle"));
  job->open = TRUE;
  job->import = TRUE;
  start_job (window, job);
}

/* A file system that only GVfs reaches has no paths, and SQLite could not lock a file there. */
static char *
dup_local_path (EqpWindow *window,
                GFile     *file)
{
  g_autoptr (GError) error = NULL;
  char *path = g_file_get_path (file);

  if (path != NULL)
    return path;
  g_set_error_literal (&error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("Choose a file in a folder of this computer."));
  eqp_feedback_error (GTK_WIDGET (window), _ ("The copy was not made"), error);
  return NULL;
}

static void
open_copy_cb (GFile   *file,
              gpointer user_data)
{
  g_autoptr (EqpWindow) window = user_data;
  g_autofree char *source = file != NULL ? dup_local_path (window, file) : NULL;
  g_autofree char *title = source != NULL ? eqp_files_dup_title (source) : NULL;
  Job             *job;

  if (source == NULL)
    return;
  job = g_new0 (Job, 1);
  job->source = g_steal_pointer (&source);
  job->target = dup_free_path (title);
  job->open = TRUE;
  start_job (window, job);
}

void
eqp_files_open_copy (EqpWindow *window)
{
  EqpFileDialogOptions options = {
    .title = _ ("Open a copy of a file"),
    .accept = _ ("_Open a copy"),
    .filter_name = _ ("Équipôle files"),
    .patterns = "*" SUFFIX,
  };

  g_return_if_fail (EQP_IS_WINDOW (window));

  eqp_file_dialog_open (GTK_WINDOW (window), &options, open_copy_cb, g_object_ref (window));
}

/* Unless that names a file which nobody agreed to replace. */
static char *
add_suffix (const char *path)
{
  g_autofree char *full = g_strconcat (path, SUFFIX, NULL);

  return g_str_has_suffix (path, SUFFIX) || g_file_test (full, G_FILE_TEST_EXISTS) ? g_strdup (path) : g_steal_pointer (&full);
}

static void
save_copy_cb (GFile   *file,
              gpointer user_data)
{
  g_autoptr (EqpWindow) window = user_data;
  EqpSession      *session = eqp_window_get_session (window);
  g_autofree char *target = file != NULL ? dup_local_path (window, file) : NULL;
  Job             *job;

  if (target == NULL || session == NULL)
    return;
  job = g_new0 (Job, 1);
  job->source = g_strdup (eqp_session_get_path (session));
  job->target = add_suffix (target);
  start_job (window, job);
}

void
eqp_files_save_copy (EqpWindow *window)
{
  EqpSession          *session;
  g_autofree char     *title = NULL;
  g_autofree char     *day = NULL;
  g_autofree char     *name = NULL;
  EqpFileDialogOptions options;

  g_return_if_fail (EQP_IS_WINDOW (window));

  session = eqp_window_get_session (window);
  g_return_if_fail (session != NULL);
  title = eqp_files_dup_title (eqp_session_get_origin (session));
  day = eqp_date_dup_iso (eqp_date_today ());
  name = g_strdup_printf ("%s %s" SUFFIX, title, day);
  options = (EqpFileDialogOptions){
    .title = _ ("Save a copy"),
    .accept = _ ("_Save"),
    .name = name,
    .filter_name = _ ("Équipôle files"),
    .patterns = "*" SUFFIX,
  };
  eqp_file_dialog_save (GTK_WINDOW (window), &options, save_copy_cb, g_object_ref (window));
}
