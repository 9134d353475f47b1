/* eqp-export-job.c — a table out of the open file, away from the main thread and from the file's locks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-export-job"

#include "config.h"

#include "app/directory/eqp-export-job.h"

#include "domain/eqp-pole.h"

typedef struct
{
  char           *store;
  const EqpKind  *kind;
  EqpExportFormat format;
  char           *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->store);
  g_free (job->path);
  g_free (job);
}

/* From a snapshot: who edits meanwhile need not wait, and the table is of one moment. */
static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  const Job *job = task_data;
  GError    *error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open_snapshot (job->store, eqp_pole_get_schema (), &error);
  gboolean done = store != NULL && eqp_export_file (store, job->kind, job->format, job->path, &error);

  if (store != NULL)
    eqp_store_close (store);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
eqp_export_job_start (GObject            *owner,
                      EqpSession         *session,
                      const EqpKind      *kind,
                      EqpExportFormat     format,
                      const char         *path,
                      GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (owner, NULL, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->store = g_strdup (eqp_session_get_path (session));
  job->kind = kind;
  job->format = format;
  job->path = g_strdup (path);
  g_task_set_source_tag (task, eqp_export_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

gboolean
eqp_export_job_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
