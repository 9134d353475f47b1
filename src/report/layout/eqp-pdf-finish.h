/* eqp-pdf-finish.h — what a finished PDF tells readers and cairo cannot write (private to the layout) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _eqp_pdf_make_update (const char *data,
                               gsize       length,
                               const char *language,
                               const char *seed,
                               GPtrArray  *descriptions,
                               GString    *update);

G_END_DECLS
