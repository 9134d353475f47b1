/* eqp-formats.c — what only an export needs of other libraries: a library of its own, loaded by the first one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libzip and libxlsxwriter bring libcrypto: linked with the program, the three were a sixth of what its start took beyond a bare window. */

#include "config.h"

#include "interop/eqp-formats.h"

const EqpFormats eqp_formats = {
  .zip_close = zip_close,
  .zip_discard = zip_discard,
  .zip_error_code_system = zip_error_code_system,
  .zip_error_fini = zip_error_fini,
  .zip_error_init_with_code = zip_error_init_with_code,
  .zip_error_strerror = zip_error_strerror,
  .zip_error_system_type = zip_error_system_type,
  .zip_file_add = zip_file_add,
  .zip_file_set_mtime = zip_file_set_mtime,
  .zip_get_error = zip_get_error,
  .zip_open = zip_open,
  .zip_set_file_compression = zip_set_file_compression,
  .zip_source_buffer = zip_source_buffer,
  .zip_source_free = zip_source_free,

  .format_set_bold = format_set_bold,
  .format_set_num_format = format_set_num_format,
  .lxw_strerror = lxw_strerror,
  .workbook_add_format = workbook_add_format,
  .workbook_add_worksheet = workbook_add_worksheet,
  .workbook_close = workbook_close,
  .workbook_new_opt = workbook_new_opt,
  .worksheet_autofilter = worksheet_autofilter,
  .worksheet_freeze_panes = worksheet_freeze_panes,
  .worksheet_set_column = worksheet_set_column,
  .worksheet_write_datetime = worksheet_write_datetime,
  .worksheet_write_number = worksheet_write_number,
  .worksheet_write_string = worksheet_write_string,
};
