/* eqp-formats.h — what only an export needs of other libraries: they are loaded by the first one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>
#include <zip.h>

G_BEGIN_DECLS

/* The library that holds "eqp_formats". */
#define EQP_FORMATS_LIBRARY "libequipole-formats.so"

/* Functions of libzip and libxlsxwriter under their own names. */
typedef struct
{
  __typeof__ (zip_close)                *zip_close;
  __typeof__ (zip_discard)              *zip_discard;
  __typeof__ (zip_error_code_system)    *zip_error_code_system;
  __typeof__ (zip_error_fini)           *zip_error_fini;
  __typeof__ (zip_error_init_with_code) *zip_error_init_with_code;
  __typeof__ (zip_error_strerror)       *zip_error_strerror;
  __typeof__ (zip_error_system_type)    *zip_error_system_type;
  __typeof__ (zip_file_add)             *zip_file_add;
  __typeof__ (zip_file_set_mtime)       *zip_file_set_mtime;
  __typeof__ (zip_get_error)            *zip_get_error;
  __typeof__ (zip_open)                 *zip_open;
  __typeof__ (zip_set_file_compression) *zip_set_file_compression;
  __typeof__ (zip_source_buffer)        *zip_source_buffer;
  __typeof__ (zip_source_free)          *zip_source_free;

  __typeof__ (format_set_bold)          *format_set_bold;
  __typeof__ (format_set_num_format)    *format_set_num_format;
  __typeof__ (lxw_strerror)             *lxw_strerror;
  __typeof__ (workbook_add_format)      *workbook_add_format;
  __typeof__ (workbook_add_worksheet)   *workbook_add_worksheet;
  __typeof__ (workbook_close)           *workbook_close;
  __typeof__ (workbook_new_opt)         *workbook_new_opt;
  __typeof__ (worksheet_autofilter)     *worksheet_autofilter;
  __typeof__ (worksheet_freeze_panes)   *worksheet_freeze_panes;
  __typeof__ (worksheet_set_column)     *worksheet_set_column;
  __typeof__ (worksheet_write_datetime) *worksheet_write_datetime;
  __typeof__ (worksheet_write_number)   *worksheet_write_number;
  __typeof__ (worksheet_write_string)   *worksheet_write_string;
} EqpFormats;

extern const EqpFormats eqp_formats;

G_END_DECLS
