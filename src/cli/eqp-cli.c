/* eqp-cli.c — the command line: every sub-command, without a display */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli.h"

#include "cli/eqp-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const EqpCommand commands[] = {
  { "new", "FILE", N_ ("Create a file with the statutes and councils that every Pôle has"), eqp_cli_new },
  { "info", "FILE", N_ ("Say what a file holds and whether it is sound"), eqp_cli_info },
  { "import", "FILE KIND SOURCE", N_ ("Take a CSV table in"), eqp_cli_import },
  { "export", "FILE KIND", N_ ("Write a table as CSV, JSON or a spreadsheet"), eqp_cli_export },
  { "check", "FILE", N_ ("Check every council against its statute"), eqp_cli_check },
  { "agenda", "FILE", N_ ("List the steps that are late or due soon, and whose turn it is"), eqp_cli_agenda },
  { "balance", "FILE", N_ ("Say who owes hours to whom, and whether people from the field give a third of initial training"), eqp_cli_balance },
  { "forecast", "FILE", N_ ("Say where the balance will stand at the end of the academic year"), eqp_cli_forecast },
  { "print", "FILE DOCUMENT [CODE]", N_ ("Print rosters, their annex, labels or an attendance sheet to PDF"), eqp_cli_print },
  { "history", "FILE", N_ ("List what was changed, when and by whom"), eqp_cli_history },
  { "undo", "FILE [ID]", N_ ("Take the last change back, or the one with that number"), eqp_cli_undo },
  { "redo", "FILE", N_ ("Do again what was taken back last"), eqp_cli_redo },
};

static const EqpCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static gboolean
is_help (const char *argument)
{
  return strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0;
}

/* A word that is no command, no option and no file was most likely meant as a command. */
static gboolean
is_mistyped (const char *argument)
{
  return *argument != '-' && strpbrk (argument, "./") == NULL && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

static void
print_help (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  eqp_cli_print_line ("%s", _ ("Équipôle keeps the councils, people and rules of a Pôle de professionnalisation in one file."));
  eqp_cli_print_line ("%s", "");
  eqp_cli_print_line ("  equipole [%s]", _ ("FILE"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      char **cells = g_new0 (char *, 3);

      cells[0] = g_strdup_printf ("  equipole %s %s", commands[i].name, commands[i].usage);
      cells[1] = g_strdup (_ (commands[i].summary));
      g_ptr_array_add (rows, cells);
    }
  eqp_cli_print_table (rows);
  eqp_cli_print_line ("%s", "");
  eqp_cli_print_line ("%s", _ ("“equipole COMMAND --help” lists the options of a command. Without one, the window opens."));
}

static int
run_command (const EqpCommand *command,
             int               argc,
             char            **argv)
{
  g_autoptr (GError) error = NULL;
  int status = command->run (command, argc, argv, &error);

  if (error == NULL)
    eqp_cli_flush (&error);
  if (error == NULL)
    return status;
  g_printerr ("equipole: %s\n", error->message);
  return EQP_CLI_FAILED;
}

/**
 * eqp_cli_handles:
 * @argc: how many arguments
 * @argv: (array length=argc): the program's name and its arguments
 *
 * Returns: whether they ask for a sub-command, for help or for the version; otherwise the window opens
 */
gboolean
eqp_cli_handles (int    argc,
                 char **argv)
{
  if (argc < 2)
    return FALSE;
  return find_command (argv[1]) != NULL || is_help (argv[1]) || strcmp (argv[1], "--version") == 0 || is_mistyped (argv[1]);
}

/**
 * eqp_cli_run:
 * @argc: how many arguments
 * @argv: (array length=argc): the program's name and its arguments, for which eqp_cli_handles() is true
 *
 * Runs a sub-command: results on stdout, errors on stderr as one sentence in the interface's language.
 *
 * Returns: the exit status
 */
int
eqp_cli_run (int    argc,
             char **argv)
{
  const EqpCommand *command = find_command (argv[1]);

  if (command != NULL)
    return run_command (command, argc - 1, argv + 1);
  if (strcmp (argv[1], "--version") == 0)
    {
      eqp_cli_print_line ("equipole %s", EQP_VERSION);
      return EQP_CLI_DONE;
    }
  if (is_help (argv[1]))
    {
      print_help ();
      return EQP_CLI_DONE;
    }
  /* Translators: %s is a word that somebody typed after the program's name. */
  g_printerr (_ ("equipole: “%s” is neither a command nor a file; “equipole --help” lists the commands.\n"), argv[1]);
  return EQP_CLI_FAILED;
}
