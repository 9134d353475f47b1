/* bench-ledger-file.h — a file with very many lines in its ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-common.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define BENCH_LINES 1000000

/* Ends the program unless @code is a good one. */
void bench_sqlite_check (sqlite3 *database,
                         int      code);
/* Takes away what @types name in SQL, "'trigger', 'index'"; returns the statements that make it again. */
GPtrArray *bench_sqlite_drop (sqlite3    *database,
                              const char *types);
/* The path of a new file, closed. */
char     *bench_ledger_new (const char *folder,
                            const char *name,
                            guint       n_lines);
EqpStore *bench_ledger_open (const char *path);

G_END_DECLS
