/* eqp-csv-writer.h — rows as CSV that French spreadsheets open as it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EQP_CSV_BOM "\xef\xbb\xbf"

/* Appends one row to @text: fields between ';', quoted where needed, CRLF at the end. A file begins with EQP_CSV_BOM. */
void eqp_csv_append_row (GString           *text,
                         const char *const *fields,
                         guint              n_fields);

G_END_DECLS
