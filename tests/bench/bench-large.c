/* bench-large.c — makes the large file of the benchmarks, and its smaller ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-ledger-file.h"

#include "base/eqp-language.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

int
main (int   argc,
      char *argv[])
{
  if (argc != 4)
    {
      fprintf (stderr, "usage: bench-large LINES PEOPLE.csv FILE.equipole\n");
      return 2;
    }
  /* Random ids and instants are part of a file. */
  g_setenv ("EQUIPOLE_NOW", "2026-11-21T09:00:00Z", TRUE);
  g_setenv ("EQUIPOLE_SEED", "2026", TRUE);
  eqp_language_init ();
  g_remove (argv[3]);
  bench_ledger_make (argv[3], argv[2], (guint)atoi (argv[1]));
  return 0;
}
