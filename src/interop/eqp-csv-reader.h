/* eqp-csv-reader.h — rows of a CSV file as spreadsheets write them, one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads in pieces: memory does not grow with the file. Encoding (UTF-8 with or without BOM, else Windows-1252) and separator
 * (';', ',' or tab, whichever the first line holds most of) are recognised; lines end in CRLF, LF or CR. */
typedef struct _EqpCsvReader EqpCsvReader;

typedef enum {
  EQP_CSV_ROW,
  EQP_CSV_BAD_ROW, /* quotes that do not match: the row is skipped, the next call goes on after it */
  EQP_CSV_END,
  EQP_CSV_FAILED, /* the file cannot be read any further */
} EqpCsvResult;

EqpCsvReader *eqp_csv_reader_open (const char *path,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_csv_reader_free (EqpCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpCsvReader, eqp_csv_reader_free)

EqpCsvResult eqp_csv_reader_next (EqpCsvReader *self,
                                  GError      **error);
guint        eqp_csv_reader_get_n_fields (EqpCsvReader *self);
const char  *eqp_csv_reader_get_field (EqpCsvReader *self,
                                       guint         index);
guint        eqp_csv_reader_get_line (EqpCsvReader *self);
goffset      eqp_csv_reader_get_offset (EqpCsvReader *self);
double       eqp_csv_reader_get_fraction (EqpCsvReader *self);
const char  *eqp_csv_reader_get_encoding (EqpCsvReader *self);
char         eqp_csv_reader_get_separator (EqpCsvReader *self);
/* Where the next row begins, for eqp_csv_reader_seek(). */
void eqp_csv_reader_tell (EqpCsvReader *self,
                          goffset      *offset,
                          guint        *line);
/* Back to a row that was read before, by what get_offset() and get_line() said of it. */
void eqp_csv_reader_seek (EqpCsvReader *self,
                          goffset       offset,
                          guint         line);

G_END_DECLS
