/* main.c — the command line or the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "equipole"
#include "config.h"

#include "base/eqp-language.h"
#include "base/eqp-library.h"
#include "cli/eqp-cli.h"

#define APP_LIBRARY "libequipole-app.so"

/* The window's library brings GTK, which a sub-command starts without. */
static int
open_window (int    argc,
             char **argv)
{
  g_autoptr (GError) error = NULL;
  int (*run) (int argc, char **argv) = eqp_library_find (APP_LIBRARY, "eqp_app_run", &error);

  if (run != NULL)
    return run (argc, argv);
  g_printerr ("equipole: %s\n", error->message);
  return 2;
}

int
main (int   argc,
      char *argv[])
{
  eqp_language_init ();
  if (eqp_cli_handles (argc, argv))
    return eqp_cli_run (argc, argv);
  return open_window (argc, argv);
}
