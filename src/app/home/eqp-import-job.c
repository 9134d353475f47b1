/* eqp-import-job.c — a table imported, or tried, away from the main thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import-job"

#include "config.h"

#include "app/home/eqp-import-job.h"

#include "domain/eqp-pole.h"
#include "interop/eqp-csv-reader.h"

/* ---- what a table holds ---- */

/* How many columns the header names, less those that mean nothing in a table of this kind; negative when a needed one is missing. */
static int
rate_kind (const EqpKind *kind,
           EqpCsvReader  *reader)
{
  gboolean found[EQP_MAX_COLUMNS] = { FALSE };
  int      score = 0;

  for (guint i = 0; i < eqp_csv_reader_get_n_fields (reader); i++)
    {
      int column = eqp_kind_match_header (kind, eqp_csv_reader_get_field (reader, i));

      if (column >= 0)
        found[column] = TRUE;
      score += column >= 0 ? 1 : -1;
    }
  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].required && !found[i])
      return -1;
  return score;
}

static gboolean
is_named_after (const char    *path,
                const EqpKind *kind)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return strstr (lower, kind->name) != NULL;
}

const EqpKind *
eqp_import_job_guess_kind (const char *path)
{
  g_autoptr (EqpCsvReader) reader = eqp_csv_reader_open (path, NULL);
  const EqpKind *best = NULL;
  int            best_score = 0;

  if (reader == NULL || eqp_csv_reader_next (reader, NULL) != EQP_CSV_ROW)
    return NULL;
  for (guint i = 0; i < EQP_N_KINDS; i++)
    {
      const EqpKind *kind = eqp_kind_get (i);
      int            score = rate_kind (kind, reader);

      /* Mentions and bodies have a code and a name alike: the file's name then decides. */
      if (score > 0 && is_named_after (path, kind))
        score += EQP_MAX_COLUMNS;
      if (score > best_score)
        {
          best = kind;
          best_score = score;
        }
    }
  return best;
}

/* ---- the job ---- */

typedef struct
{
  char          *store;
  const EqpKind *kind;
  char          *path;
  EqpImportFlags flags;
  gint          *permille;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->store);
  g_free (job->path);
  g_free (job);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Job *job = user_data;

  if (job->permille != NULL)
    g_atomic_int_set (job->permille, (gint)(fraction * 1000));
}

static EqpImportReport *
run_job (Job          *job,
         GCancellable *cancellable,
         GError      **error)
{
  gboolean         dry_run = (job->flags & EQP_IMPORT_DRY_RUN) != 0;
  EqpImportReport *report;
  g_autoptr (EqpStore) store = NULL;

  /* A trial takes as long as the import; in memory it keeps nobody from writing. */
  if (dry_run)
    store = eqp_store_open_snapshot (job->store, eqp_pole_get_schema (), error);
  else
    store = eqp_store_open (job->store, eqp_pole_get_schema (), EQP_STORE_OPEN_DEFAULT, error);
  if (store == NULL)
    return NULL;
  report = eqp_import_file (store, job->kind, job->path, job->flags, progress_cb, job, cancellable, error);
  eqp_store_close (store);
  return report;
}

static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError          *error = NULL;
  EqpImportReport *report = run_job (task_data, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify)eqp_import_report_free);
  else
    g_task_return_error (task, error);
}

void
eqp_import_job_start (GObject            *owner,
                      EqpSession         *session,
                      const EqpKind      *kind,
                      const char         *path,
                      EqpImportFlags      flags,
                      gint               *permille,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->store = g_strdup (eqp_session_get_path (session));
  job->kind = kind;
  job->path = g_strdup (path);
  job->flags = flags;
  job->permille = permille;
  g_task_set_source_tag (task, eqp_import_job_start);
  g_task_set_task_data (task, job, job_free);
  /* A table that is in although somebody cancelled at the last moment is in. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, job_thread);
}

EqpImportReport *
eqp_import_job_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
