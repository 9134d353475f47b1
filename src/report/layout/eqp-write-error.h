/* eqp-write-error.h — why a file could not be written, in a sentence (private to what writes documents) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-report-error.h"

G_BEGIN_DECLS

void _eqp_set_write_error (GError    **error,
                           int         number,
                           const char *path);

G_END_DECLS
