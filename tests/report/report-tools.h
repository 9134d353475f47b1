/* report-tools.h — what other programs make of a PDF that was written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

char    *report_tools_write (EqpDocument *document,
                             const char  *name) G_GNUC_WARN_UNUSED_RESULT;
char    *report_tools_run (const char *const *command) G_GNUC_WARN_UNUSED_RESULT;
gboolean report_tools_have (const char *program);

#define report_tools_read(...) report_tools_run ((const char *const[]){ __VA_ARGS__, NULL })

G_END_DECLS
