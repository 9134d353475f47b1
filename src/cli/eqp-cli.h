/* eqp-cli.h — the command line: every sub-command, without a display */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the arguments are for eqp_cli_run() rather than for the window. */
gboolean eqp_cli_handles (int    argc,
                          char **argv);
/* The exit status: 0 done, 1 done but there is something to see to, 2 failed. */
int eqp_cli_run (int    argc,
                 char **argv);

G_END_DECLS
