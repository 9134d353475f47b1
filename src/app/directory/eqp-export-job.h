/* eqp-export-job.h — a table out of the open file, away from the main thread and from the file's locks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "interop/eqp-export.h"

G_BEGIN_DECLS

/* @owner is kept until @callback. */
void     eqp_export_job_start (GObject            *owner,
                               EqpSession         *session,
                               const EqpKind      *kind,
                               EqpExportFormat     format,
                               const char         *path,
                               GAsyncReadyCallback callback);
gboolean eqp_export_job_finish (GAsyncResult *result,
                                GError      **error);

G_END_DECLS
