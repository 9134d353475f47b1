/* eqp-pdf.h — a document as a tagged PDF file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/layout/eqp-paper-page.h"
#include "report/layout/eqp-document.h"
#include "report/layout/eqp-report-error.h"

G_BEGIN_DECLS

typedef enum {
  EQP_PDF_DEFAULT = 0,
  EQP_PDF_UNTAGGED = 1 << 0, /* without the structure that screen readers use */
} EqpPdfFlags;

/* Called after each page with the number written so far. */
typedef void (*EqpPdfProgress) (guint    n_pages,
                                gpointer user_data);

gboolean eqp_document_write_pdf (EqpDocument *self,
                                 const char  *path,
                                 GError     **error);
gboolean eqp_document_write_pdf_full (EqpDocument         *self,
                                      const char          *path,
                                      const EqpPageFormat *format,
                                      EqpPdfFlags          flags,
                                      GCancellable        *cancellable,
                                      EqpPdfProgress       progress,
                                      gpointer             user_data,
                                      GError             **error);
GBytes  *eqp_document_to_pdf (EqpDocument *self,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
