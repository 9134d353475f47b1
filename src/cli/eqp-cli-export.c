/* eqp-cli-export.c — equipole export: a table out of a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "interop/eqp-export.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
choose_format (const char      *name,
               const char      *output,
               EqpExportFormat *format,
               GError         **error)
{
  static const char *const names[] = { "csv", "json", "xlsx" };

  *format = EQP_EXPORT_CSV;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *format = (EqpExportFormat)i;
        return TRUE;
      }
  if (name != NULL)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no format “%s”: it can be csv, json or xlsx."), name);
      return FALSE;
    }
  if (output == NULL || eqp_export_format_from_path (output, format))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               _ ("The name “%s” does not say what to write: end it with .csv, .json or .xlsx."), output);
  return FALSE;
}

static int
write_out (EqpStore       *store,
           const EqpKind  *kind,
           EqpExportFormat format,
           const char     *output,
           GError        **error)
{
  g_autofree char *text = NULL;

  if (output != NULL)
    return eqp_export_file (store, kind, format, output, error) ? EQP_CLI_DONE : EQP_CLI_FAILED;
  if (format == EQP_EXPORT_XLSX)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("A spreadsheet needs a name: give it with -o."));
      return EQP_CLI_FAILED;
    }
  text = eqp_export_to_text (store, kind, format, error);
  if (text == NULL)
    return EQP_CLI_FAILED;
  eqp_cli_print_raw (text);
  return EQP_CLI_DONE;
}

/**
 * eqp_cli_export:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Writes a table: to a file, or CSV or JSON to stdout.
 *
 * Returns: the exit status
 */
int
eqp_cli_export (const EqpCommand *command,
                int               argc,
                char            **argv,
                GError          **error)
{
  g_autofree char   *output = NULL;
  g_autofree char   *format_name = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write it: a name that ends with .csv, .json or .xlsx"), N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("csv, json or xlsx, whatever the name"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  const EqpKind  *kind;
  EqpExportFormat format = EQP_EXPORT_CSV;
  int             status;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 2, 2, error) || !choose_format (format_name, output, &format, error))
    return EQP_CLI_FAILED;
  kind = eqp_kind_find (argv[2]);
  if (kind == NULL)
    {
      g_autofree char *names = eqp_kind_dup_names ();

      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no table of “%s”; the tables are: %s."), argv[2], names);
      return EQP_CLI_FAILED;
    }
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  status = write_out (store, kind, format, output, error);
  eqp_store_close (store);
  return status;
}
