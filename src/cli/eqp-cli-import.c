/* eqp-cli-import.c — equipole import: a CSV table into a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "interop/eqp-import.h"

#include <glib/gi18n.h>

/* More sentences than this help nobody; the JSON report has them all. */
#define MAX_SENTENCES 50

static const EqpKind *
find_kind (const char *name,
           GError    **error)
{
  const EqpKind   *kind = eqp_kind_find (name);
  g_autofree char *names = NULL;

  if (kind != NULL)
    return kind;
  names = eqp_kind_dup_names ();
  /* Translators: a word that was typed, then the list of those that there are. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no table of “%s”; the tables are: %s."), name, names);
  return NULL;
}

static void
print_refusals (const EqpImportReport *report)
{
  for (guint i = 0; i < report->refused->len && i < MAX_SENTENCES; i++)
    {
      g_autofree char *sentence = eqp_refusal_dup_sentence (g_ptr_array_index (report->refused, i));

      g_printerr ("equipole: %s\n", sentence);
    }
  if (report->refused->len > MAX_SENTENCES)
    {
      guint left = report->refused->len - MAX_SENTENCES;

      g_printerr (ngettext ("equipole: %u more row was refused.\n", "equipole: %u more rows were refused.\n", left), left);
    }
}

static void
print_text (const EqpImportReport *report,
            gboolean               dry_run)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < report->unknown_columns->len; i++)
    g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index (report->unknown_columns, i));
  if (columns->len > 0)
    eqp_cli_print_line (_ ("Columns that mean nothing here and were left out: %s"), columns->str);
  /* Translators: what became of the rows of a table. */
  eqp_cli_print_line (_ ("Added: %u, updated: %u, unchanged: %u, refused: %u"),
                      report->added, report->updated, report->unchanged, report->refused->len);
  if (dry_run)
    eqp_cli_print_line ("%s", _ ("This was a trial: nothing was changed."));
}

/* Refused rows are a failure when nothing went in, otherwise something to see to. */
static int
get_status (const EqpImportReport *report)
{
  if (report->refused->len == 0)
    return EQP_CLI_DONE;
  return report->added + report->updated > 0 ? EQP_CLI_ATTENTION : EQP_CLI_FAILED;
}

/**
 * eqp_cli_import:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Takes a table in. Sentences about refused rows go to stderr, the counts or the JSON report to stdout.
 *
 * Returns: the exit status: 1 when some rows were refused, 2 when all that could have changed anything were
 */
int
eqp_cli_import (const EqpCommand *command,
                int               argc,
                char            **argv,
                GError          **error)
{
  gboolean           dry_run = FALSE;
  gboolean           strict = FALSE;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would happen, change nothing"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Refuse the whole table if one row is bad"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpImportReport) report = NULL;
  const EqpKind *kind;
  gboolean       json = FALSE;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 3, 3, error) || !eqp_cli_wants_json (format, &json, error) ||
      (kind = find_kind (argv[2], error)) == NULL)
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_DEFAULT, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  report = eqp_import_file (store, kind, argv[3],
                            (strict ? EQP_IMPORT_STRICT : 0) | (dry_run ? EQP_IMPORT_DRY_RUN : 0), NULL, NULL, NULL, error);
  if (report == NULL)
    return EQP_CLI_FAILED;
  if (json)
    {
      g_autofree char *text = eqp_import_report_to_json (report);

      eqp_cli_print_raw (text);
      eqp_cli_print_raw ("\n");
    }
  else
    print_text (report, dry_run);
  print_refusals (report);
  return get_status (report);
}
