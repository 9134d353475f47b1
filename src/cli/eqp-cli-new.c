/* eqp-cli-new.c — equipole new: a new file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "interop/eqp-new-file.h"

#include <glib/gi18n.h>

/**
 * eqp_cli_new:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Creates a file with reference data, and with the fictional Pôle if --sample is given.
 *
 * Returns: the exit status
 */
int
eqp_cli_new (const EqpCommand *command,
             int               argc,
             char            **argv,
             GError          **error)
{
  gboolean           sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("With the fictional Pôle that shows what the program does"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error))
    return EQP_CLI_FAILED;
  store = eqp_pole_create (argv[1], sample, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  eqp_store_close (store);
  eqp_cli_print_line (_ ("Created “%s”."), argv[1]);
  return EQP_CLI_DONE;
}
