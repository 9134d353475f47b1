/* eqp-import.h — a CSV table into the file: one edit, each row checked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "interop/eqp-import-report.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_IMPORT_DEFAULT = 0,
  EQP_IMPORT_STRICT = 1 << 0,  /* one bad row refuses the whole table */
  EQP_IMPORT_DRY_RUN = 1 << 1, /* says what would happen, changes nothing */
} EqpImportFlags;

/* @fraction: 0 to 1 */
typedef void (*EqpImportProgress) (double   fraction,
                                   gpointer user_data);

EqpImportReport *eqp_import_file (EqpStore         *store,
                                  const EqpKind    *kind,
                                  const char       *path,
                                  EqpImportFlags    flags,
                                  EqpImportProgress progress,
                                  gpointer          user_data,
                                  GCancellable     *cancellable,
                                  GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same inside an edit of the caller's, which rolls back when it is not pleased with the report. */
EqpImportReport *eqp_import_in_edit (EqpStore      *store,
                                     const EqpKind *kind,
                                     const char    *path,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
