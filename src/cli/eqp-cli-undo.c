/* eqp-cli-undo.c — equipole undo and redo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "store/eqp-journal.h"

#include <glib/gi18n.h>

/**
 * eqp_cli_undo:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Takes an entry of the journal back.
 *
 * Returns: the exit status
 */
int
eqp_cli_undo (const EqpCommand *command,
              int               argc,
              char            **argv,
              GError          **error)
{
  g_autoptr (EqpStore) store = NULL;
  g_autofree char *sentence = NULL;
  gint64           entry = 0;

  if (!eqp_cli_parse (command, NULL, &argc, &argv, 1, 2, error))
    return EQP_CLI_FAILED;
  if (argc > 2 && !g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT64, &entry, NULL))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   _ ("“%s” is not the number of an entry; “equipole history” lists them."), argv[2]);
      return EQP_CLI_FAILED;
    }
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_DEFAULT, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  if (!eqp_store_undo (store, entry, &sentence, error))
    return EQP_CLI_FAILED;
  eqp_cli_print_line ("%s", sentence);
  return EQP_CLI_DONE;
}

/**
 * eqp_cli_redo:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Does again what was taken back last.
 *
 * Returns: the exit status
 */
int
eqp_cli_redo (const EqpCommand *command,
              int               argc,
              char            **argv,
              GError          **error)
{
  g_autoptr (EqpStore) store = NULL;
  g_autofree char *sentence = NULL;

  if (!eqp_cli_parse (command, NULL, &argc, &argv, 1, 1, error))
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_DEFAULT, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  if (!eqp_store_redo (store, &sentence, error))
    return EQP_CLI_FAILED;
  eqp_cli_print_line ("%s", sentence);
  return EQP_CLI_DONE;
}
