/* eqp-export.c — tables out of the file, as CSV, JSON or a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-export"
#include "config.h"
#include "interop/eqp-export.h"

#include "base/eqp-error.h"
#include "interop/eqp-csv-writer.h"
#include "interop/eqp-export-private.h"
#include "interop/eqp-output-file.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static void
append_csv_header (GString       *text,
                   const EqpKind *kind)
{
  const char *headers[EQP_MAX_COLUMNS];

  for (guint i = 0; i < kind->n_columns; i++)
    headers[i] = kind->columns[i].header;
  g_string_append (text, EQP_CSV_BOM);
  eqp_csv_append_row (text, headers, kind->n_columns);
}

static void
add_json_list (JsonBuilder *builder,
               const char  *joined)
{
  g_auto (GStrv) codes = g_strsplit (joined, "|", -1);

  json_builder_begin_array (builder);
  for (guint i = 0; codes[i] != NULL; i++)
    json_builder_add_string_value (builder, codes[i]);
  json_builder_end_array (builder);
}

static void
add_json_value (JsonBuilder *builder,
                EqpCellType  type,
                const char  *value)
{
  switch (type)
    {
    case EQP_CELL_LIST:
      add_json_list (builder, value);
      break;
    case EQP_CELL_BOOLEAN:
      json_builder_add_boolean_value (builder, g_str_equal (value, "yes"));
      break;
    case EQP_CELL_NUMBER:
      if (*value == '\0')
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
      break;
    case EQP_CELL_TEXT:
    case EQP_CELL_DATE:
    default:
      json_builder_add_string_value (builder, value);
      break;
    }
}

/* Row by row: a tree of the whole table would take many times its size. */
static void
append_json_row (GString           *text,
                 const EqpKind     *kind,
                 const char *const *values,
                 gboolean           first)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *row = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < kind->n_columns; i++)
    {
      json_builder_set_member_name (builder, kind->columns[i].header);
      add_json_value (builder, _eqp_export_get_cell_type (kind, &kind->columns[i]), values[i]);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  row = json_to_string (root, FALSE);
  g_string_append_printf (text, "%s\n    %s", first ? "" : ",", row);
}

static gboolean
write_text (const char *path,
            const char *text,
            GError    **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &failure))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("The table cannot be written: %s."), failure->message);
  return FALSE;
}

/**
 * eqp_export_format_from_path:
 * @path: the name of a file
 * @format: (out): what its ending asks for
 *
 * Returns: %FALSE when it asks for none that is known
 */
gboolean
eqp_export_format_from_path (const char      *path,
                             EqpExportFormat *format)
{
  static const char *const endings[] = { ".csv", ".json", ".xlsx" };
  g_autofree char         *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (EqpExportFormat)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * eqp_export_to_text:
 * @store: a store
 * @kind: what to write
 * @format: EQP_EXPORT_CSV (UTF-8 with byte order mark, ';', CRLF) or EQP_EXPORT_JSON
 * @error: (out) (optional): #EqpStoreError
 *
 * Writes a table with the columns that its import takes: imported into an empty file it gives the same rows.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
eqp_export_to_text (EqpStore       *store,
                    const EqpKind  *kind,
                    EqpExportFormat format,
                    GError        **error)
{
  g_autoptr (EqpExportRows) rows = _eqp_export_rows_new (store, kind, error);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  if (format == EQP_EXPORT_CSV)
    append_csv_header (text, kind);
  else
    g_string_append_printf (text, "{\n  \"kind\": \"%s\",\n  \"rows\": [", kind->name);
  for (gboolean first = TRUE; _eqp_export_rows_next (rows, &failure); first = FALSE)
    if (format == EQP_EXPORT_CSV)
      eqp_csv_append_row (text, rows->values, kind->n_columns);
    else
      append_json_row (text, kind, rows->values, first);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (format == EQP_EXPORT_JSON)
    g_string_append (text, "\n  ]\n}\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * eqp_export_file:
 * @store: a store
 * @kind: what to write
 * @format: how
 * @path: where; a file that is there is replaced once the new one is complete
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE or #EqpStoreError
 *
 * Returns: %FALSE with @error set
 */
gboolean
eqp_export_file (EqpStore       *store,
                 const EqpKind  *kind,
                 EqpExportFormat format,
                 const char     *path,
                 GError        **error)
{
  g_autoptr (EqpOutputFile) output = eqp_output_file_new (path, eqp_store_get_path (store), error);
  g_autofree char *text = NULL;

  if (output == NULL)
    return FALSE;
  if (format == EQP_EXPORT_XLSX)
    {
      if (!_eqp_export_write_xlsx (store, kind, eqp_output_file_get_path (output), error))
        return FALSE;
    }
  else if ((text = eqp_export_to_text (store, kind, format, error)) == NULL ||
           !write_text (eqp_output_file_get_path (output), text, error))
    return FALSE;
  return eqp_output_file_commit (output, error);
}
