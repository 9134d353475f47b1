/* eqp-print-operation.h — a document on its way to the printer, with the settings of last time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

/* Run it with gtk_print_operation_run() and take the result from its "done". The settings of a job that was sent are kept for the
 * next one. Works without a display for GTK_PRINT_OPERATION_ACTION_EXPORT. */
#define EQP_TYPE_PRINT_OPERATION (eqp_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (EqpPrintOperation, eqp_print_operation, EQP, PRINT_OPERATION, GtkPrintOperation)

EqpPrintOperation *eqp_print_operation_new (EqpDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
