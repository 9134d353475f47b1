/* eqp-import-job.h — a table imported, or tried, away from the main thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "interop/eqp-import.h"

G_BEGIN_DECLS

/* The kind whose columns the table's header names, or whose name its file has; NULL when none fits. */
const EqpKind *eqp_import_job_guess_kind (const char *path);
/* @owner lives until @callback was called. @permille: (nullable) of @owner; how far the job is, to be read with g_atomic_int_get(). */
void             eqp_import_job_start (GObject            *owner,
                                       EqpSession         *session,
                                       const EqpKind      *kind,
                                       const char         *path,
                                       EqpImportFlags      flags,
                                       gint               *permille,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback);
EqpImportReport *eqp_import_job_finish (GAsyncResult *result,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
