/* eqp-export.h — tables out of the file, as CSV, JSON or a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-kind.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_EXPORT_CSV,
  EQP_EXPORT_JSON,
  EQP_EXPORT_XLSX,
} EqpExportFormat;

/* "people.csv", ".json", ".xlsx", in any case. */
gboolean eqp_export_format_from_path (const char      *path,
                                      EqpExportFormat *format);
gboolean eqp_export_file (EqpStore       *store,
                          const EqpKind  *kind,
                          EqpExportFormat format,
                          const char     *path,
                          GError        **error);
/* CSV or JSON. */
char *eqp_export_to_text (EqpStore       *store,
                          const EqpKind  *kind,
                          EqpExportFormat format,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
