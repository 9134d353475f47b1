/* bench-ledger-file.h — files with very many lines in their ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-common.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Of the large file. */
#define BENCH_LINES 1000000

/* Ends the program unless @code is a good one. */
void bench_sqlite_check (sqlite3 *database,
                         int      code);
void bench_sqlite_run (sqlite3    *database,
                       const char *sql);
/* Takes away what @types name in SQL, "'trigger', 'index'"; returns the statements that make it again. */
GPtrArray *bench_sqlite_drop (sqlite3    *database,
                              const char *types);
/* A new file: the sample Pôle with the people of the table @people too and @n_lines lines instead of its own, the same bytes each time. */
void bench_ledger_make (const char *path,
                        const char *people,
                        guint       n_lines);
/* One of its own for a benchmark that writes. */
char     *bench_ledger_copy (const char *folder,
                             const char *name,
                             const char *from);
EqpStore *bench_ledger_open (const char *path);

G_END_DECLS
