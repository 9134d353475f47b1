/* main.c — the command line or the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "equipole"
#include "config.h"

#include "app/eqp-application.h"
#include "base/eqp-language.h"
#include "cli/eqp-cli.h"

int
main (int   argc,
      char *argv[])
{
  eqp_language_init ();
  if (eqp_cli_handles (argc, argv))
    return eqp_cli_run (argc, argv);
  return eqp_app_run (argc, argv);
}
