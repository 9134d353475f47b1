/* migration-deaths.h — every state in which kill -9 can leave a file that is being migrated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes  *file;
  GBytes  *journal;  /* (nullable) */
  gboolean at_write; /* rather than after a statement */
} Death;

/* What is to be interrupted; TRUE when it came to its end. */
typedef gboolean (*DeathsFunc) (const char *path);

/* Before anything of SQLite is used. */
void deaths_install (void);
/* (element-type Death): runs @func once; what kill -9 would leave after each statement, and at each write, in order. What a dead process
 * has written stays, and half of the writes at which it dies are torn. */
GPtrArray *deaths_collect (const char *path,
                           DeathsFunc  func) G_GNUC_WARN_UNUSED_RESULT;
/* Runs @func in a process that does die after @statements statements, or at the write number @writes; below 0: not so. Whether it came
 * to its end. */
gboolean deaths_die (const char *path,
                     DeathsFunc  func,
                     int         statements,
                     int         writes);

G_END_DECLS
