/* eqp-cli-print-bodies.c — the documents of councils that `equipole print` knows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-print-private.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* (element-type EqpSnapshot) never empty; the findings go with them when they are wanted. */
static GPtrArray *
load (EqpPrintJob *job,
      GError     **error)
{
  gint64     body = job->subject != NULL ? eqp_record_get_id (job->subject) : 0;
  GPtrArray *snapshots = NULL;

  if (job->with_findings)
    job->bodies.findings = eqp_check_run (job->store, body, job->as_of, &snapshots, error);
  else
    snapshots = eqp_snapshot_load (job->store, body, job->as_of, error);
  if (snapshots == NULL || snapshots->len > 0)
    return snapshots;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("No council exists on this date."));
  g_ptr_array_unref (snapshots);
  return NULL;
}

static EqpDocument *
build_roster (EqpPrintJob *job,
              GError     **error)
{
  g_autoptr (GPtrArray) snapshots = load (job, error);

  return snapshots == NULL ? NULL : eqp_roster_document_new (g_ptr_array_index (snapshots, 0), &job->bodies);
}

static EqpDocument *
build_rosters (EqpPrintJob *job,
               GError     **error)
{
  g_autoptr (GPtrArray) snapshots = load (job, error);

  return snapshots == NULL ? NULL : eqp_rosters_document_new (snapshots, &job->bodies);
}

static gboolean
has_annex_rule (const EqpSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->rules->len; i++)
    if (strcmp (((const EqpSnapshotRule *)g_ptr_array_index (snapshot->rules, i))->rule, "annex") == 0)
      return TRUE;
  return FALSE;
}

/* The annex lists the councils whose statute asks for it, with their sub-councils: not a steering committee. */
static EqpDocument *
build_annex (EqpPrintJob *job,
             GError     **error)
{
  g_autoptr (GPtrArray) snapshots = load (job, error);
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (snapshots == NULL)
    return NULL;
  for (guint i = 0; i < snapshots->len; i++)
    {
      EqpSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      if (!has_annex_rule (snapshot) && !g_hash_table_contains (ids, &snapshot->parent))
        continue;
      g_hash_table_add (ids, &snapshot->id);
      g_ptr_array_add (listed, snapshot);
    }
  return eqp_annex_document_new (listed->len > 0 ? listed : snapshots, &job->bodies, job->reference);
}

static EqpDocument *
build_labels (EqpPrintJob *job,
              GError     **error)
{
  g_autoptr (GPtrArray) snapshots = load (job, error);

  return snapshots == NULL ? NULL : eqp_labels_document_new (g_ptr_array_index (snapshots, 0), &job->bodies, &eqp_label_grid_14);
}

static EqpDocument *
build_attendance (EqpPrintJob *job,
                  GError     **error)
{
  g_autoptr (GPtrArray) snapshots = load (job, error);

  return snapshots == NULL ? NULL : eqp_attendance_document_new (g_ptr_array_index (snapshots, 0), &job->bodies, job->as_of, job->place);
}

static const EqpPrintKind kinds[] = {
  { "roster", &eqp_body_entity, build_roster },
  { "rosters", NULL, build_rosters },
  { "annex", NULL, build_annex },
  { "labels", &eqp_body_entity, build_labels },
  { "attendance", &eqp_body_entity, build_attendance },
};

/**
 * eqp_cli_get_body_documents:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none): the documents of councils
 */
const EqpPrintKind *
eqp_cli_get_body_documents (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
