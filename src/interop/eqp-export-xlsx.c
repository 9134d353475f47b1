/* eqp-export-xlsx.c — a table as a spreadsheet: dates are dates, numbers are numbers, nothing is a formula */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-export"
#include "config.h"
#include "interop/eqp-export-private.h"

#include "base/eqp-error.h"
#include "base/eqp-library.h"
#include "interop/eqp-formats.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define COLUMN_WIDTH 16
#define NAME_WIDTH 36

typedef struct
{
  const EqpFormats *formats;
  lxw_workbook     *workbook;
  lxw_worksheet    *sheet;
  lxw_format       *date_format;
  lxw_row_t         n_rows;
} Sheet;

static gboolean
set_write_error (const Sheet *self,
                 const char  *path,
                 lxw_error    code,
                 GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (code == LXW_ERROR_ZIP_FILE_OPERATION && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
    /* Translators: %s is the name of a file. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” could not be written: there is no space left on the disk."), name);
  else
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” cannot be written: %s."), name, self->formats->lxw_strerror (code));
  return FALSE;
}

/* The library says on stderr what it also returns: a coordinator reads one sentence, ours. */
static lxw_error
close_quietly (Sheet *self)
{
  int       nowhere = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  int       kept = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
  int       saved_errno;
  lxw_error code;

  if (nowhere >= 0 && kept >= 0)
    dup2 (nowhere, STDERR_FILENO);
  code = self->formats->workbook_close (self->workbook);
  saved_errno = errno;
  if (nowhere >= 0 && kept >= 0)
    dup2 (kept, STDERR_FILENO);
  if (nowhere >= 0)
    close (nowhere);
  if (kept >= 0)
    close (kept);
  errno = saved_errno;
  return code;
}

static void
write_header (Sheet         *self,
              const EqpKind *kind)
{
  const EqpFormats *formats = self->formats;
  lxw_format       *bold = formats->workbook_add_format (self->workbook);

  formats->format_set_bold (bold);
  for (guint i = 0; i < kind->n_columns; i++)
    {
      gboolean is_name = g_str_has_prefix (kind->columns[i].header, "name") || g_str_equal (kind->columns[i].header, "source");

      formats->worksheet_set_column (self->sheet, i, i, is_name ? NAME_WIDTH : COLUMN_WIDTH, NULL);
      formats->worksheet_write_string (self->sheet, 0, i, kind->columns[i].header, bold);
    }
  formats->worksheet_freeze_panes (self->sheet, 1, 0);
  self->n_rows = 1;
}

static lxw_error
write_date (Sheet      *self,
            lxw_col_t   column,
            const char *iso)
{
  lxw_datetime datetime = { 0 };

  eqp_date_get_ymd (eqp_date_from_iso (iso), &datetime.year, &datetime.month, &datetime.day);
  /* Spreadsheets count days from 1900. */
  if (datetime.year < 1900)
    return self->formats->worksheet_write_string (self->sheet, self->n_rows, column, iso, NULL);
  return self->formats->worksheet_write_datetime (self->sheet, self->n_rows, column, &datetime, self->date_format);
}

static lxw_error
write_cell (Sheet      *self,
            lxw_col_t   column,
            EqpCellType type,
            const char *value)
{
  if (*value == '\0')
    return LXW_NO_ERROR;
  if (type == EQP_CELL_NUMBER)
    return self->formats->worksheet_write_number (self->sheet, self->n_rows, column, g_ascii_strtod (value, NULL), NULL);
  if (type == EQP_CELL_DATE)
    return write_date (self, column, value);
  return self->formats->worksheet_write_string (self->sheet, self->n_rows, column, value, NULL);
}

static gboolean
write_rows (Sheet         *self,
            EqpStore      *store,
            const EqpKind *kind,
            const char    *path,
            GError       **error)
{
  g_autoptr (EqpExportRows) rows = _eqp_export_rows_new (store, kind, error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (_eqp_export_rows_next (rows, &failure))
    {
      for (guint i = 0; i < kind->n_columns; i++)
        {
          lxw_error code = write_cell (self, i, _eqp_export_get_cell_type (kind, &kind->columns[i]), rows->values[i]);

          if (code != LXW_NO_ERROR)
            return set_write_error (self, path, code, error);
        }
      self->n_rows++;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * _eqp_export_write_xlsx:
 * @store: a store
 * @kind: what to write
 * @path: where to write it
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE or #EqpStoreError
 *
 * Writes a spreadsheet with a bold, fixed header that filters.
 *
 * Returns: %FALSE with @error set
 */
gboolean
_eqp_export_write_xlsx (EqpStore      *store,
                        const EqpKind *kind,
                        const char    *path,
                        GError       **error)
{
  /* Rows go to the disk as they come: memory does not grow with the table. */
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  const EqpFormats    *formats = eqp_library_find (EQP_FORMATS_LIBRARY, "eqp_formats", error);
  Sheet                sheet = { .formats = formats };
  gboolean             good = FALSE;
  lxw_error            code;

  if (formats == NULL)
    return FALSE;
  sheet.workbook = formats->workbook_new_opt (path, &options);
  if (sheet.workbook == NULL)
    return set_write_error (&sheet, path, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  sheet.sheet = formats->workbook_add_worksheet (sheet.workbook, kind->name);
  if (sheet.sheet == NULL)
    set_write_error (&sheet, path, LXW_ERROR_CREATING_TMPFILE, error);
  else
    {
      sheet.date_format = formats->workbook_add_format (sheet.workbook);
      formats->format_set_num_format (sheet.date_format, "yyyy-mm-dd");
      write_header (&sheet, kind);
      good = write_rows (&sheet, store, kind, path, error);
      formats->worksheet_autofilter (sheet.sheet, 0, 0, sheet.n_rows - 1, kind->n_columns - 1);
    }
  /* Closing frees the workbook whatever happened. */
  code = close_quietly (&sheet);
  return good && (code == LXW_NO_ERROR || set_write_error (&sheet, path, code, error));
}
