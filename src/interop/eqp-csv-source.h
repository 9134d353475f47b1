/* eqp-csv-source.h — the bytes of a text file in pieces, and their decoding. Private to the CSV reader. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EqpCsvSource EqpCsvSource;

EqpCsvSource *eqp_csv_source_open (const char *path,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_csv_source_free (EqpCsvSource *self);
const char   *eqp_csv_source_peek (EqpCsvSource *self,
                                   gsize         wanted,
                                   const char  **end,
                                   gboolean     *eof,
                                   GError      **error);
void          eqp_csv_source_skip (EqpCsvSource *self,
                                   gsize         n_bytes);
void          eqp_csv_source_seek (EqpCsvSource *self,
                                   goffset       offset);
goffset       eqp_csv_source_get_offset (EqpCsvSource *self);
double        eqp_csv_source_get_fraction (EqpCsvSource *self);
const char   *eqp_csv_source_get_encoding (EqpCsvSource *self);
void          eqp_csv_source_decode (EqpCsvSource *self,
                                     const char   *bytes,
                                     gsize         n_bytes,
                                     GString      *text);

G_END_DECLS
