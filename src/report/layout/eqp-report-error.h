/* eqp-report-error.h — why a document could not be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EQP_REPORT_ERROR (eqp_report_error_quark ())

typedef enum {
  EQP_REPORT_ERROR_FULL,   /* no space left where the file goes */
  EQP_REPORT_ERROR_ACCESS, /* the folder cannot be written, or what bears the name is no file */
  EQP_REPORT_ERROR_FAILED, /* anything else */
} EqpReportError;

GQuark eqp_report_error_quark (void);

G_END_DECLS
