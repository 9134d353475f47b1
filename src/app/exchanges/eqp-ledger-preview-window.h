/* eqp-ledger-preview-window.h — a statement, certificate, letter or balance report as it will be printed, then the printer or a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"
#include "report/exchanges/eqp-exchange-documents.h"

G_BEGIN_DECLS

#define EQP_TYPE_LEDGER_PREVIEW_WINDOW (eqp_ledger_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerPreviewWindow, eqp_ledger_preview_window, EQP, LEDGER_PREVIEW_WINDOW, EqpSessionWindow)

typedef enum {
  EQP_LEDGER_PRINT_STATEMENT,   /* of a person */
  EQP_LEDGER_PRINT_CERTIFICATE, /* of a person */
  EQP_LEDGER_PRINT_INSTITUTION, /* of an institution */
  EQP_LEDGER_PRINT_BALANCE,
  EQP_LEDGER_PRINT_LETTER, /* of a request */
  EQP_LEDGER_PRINT_ORDER,  /* of a request */
} EqpLedgerPrint;

/* @subject: (nullable) whose; @from, @to: EQP_DATE_NONE: the academic year of today. */
void eqp_ledger_preview_window_present (GtkWindow     *parent,
                                        EqpSession    *session,
                                        EqpLedgerPrint print,
                                        EqpRecord     *subject,
                                        EqpDate        from,
                                        EqpDate        to,
                                        EqpHours       hours);
/* By the name's end: ".odt", ".pdf" and everything else. */
gboolean eqp_ledger_write_document (EqpDocument *document,
                                    const char  *path,
                                    GError     **error);

G_END_DECLS
