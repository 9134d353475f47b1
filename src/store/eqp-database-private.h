/* eqp-database-private.h — what the eqp-database*.c files share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-database.h"

G_BEGIN_DECLS

/* sqlite3.h stays in the .c files. */
typedef struct sqlite3      sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

#define EQP_APPLICATION_ID 0x4571506F /* "EqPo" */

/* How long to wait for somebody else's write. */
#define EQP_BUSY_TIMEOUT_MS 5000

/* The file below a connection, as it was found. */
typedef struct
{
  char    *path;       /* without symbolic links: SQLite puts its journal beside the real file */
  char    *key;        /* device and inode */
  gboolean unclean;    /* a journal with something in it lay beside it */
  gboolean incomplete; /* shorter than its header says: SQLite will tell, this chooses the words */
  gboolean writable;   /* the file and its folder: a journal must be written there */
} EqpDatabaseFile;

/* ---- eqp-database-file.c ---- */
gboolean _eqp_database_file_claim (EqpDatabaseFile *self,
                                   const char      *path,
                                   EqpDatabaseMode  mode,
                                   int              newest,
                                   GError         **error);
void     _eqp_database_file_release (EqpDatabaseFile *self,
                                     gboolean         unlink_it);

/* ---- eqp-database-journal.c ---- */
gboolean _eqp_database_journal_read_header (const char *journal,
                                            guint8     *header,
                                            gsize       size);

/* ---- eqp-database.c ---- */
struct _EqpDatabase
{
  sqlite3        *db;
  sqlite3_stmt   *rollback; /* ready before it is needed: there may be no memory then */
  EqpDatabaseFile file;
  char           *name;       /* what sentences call the file */
  GHashTable     *statements; /* SQL text (owned by the value) → EqpStatement */
  GThread        *thread;     /* the only one that may use it */
  gboolean        read_only;
};

void _eqp_database_set_error (EqpDatabase *self,
                              int          code,
                              const char  *sql,
                              GError     **error);

/* The first column of the first row, NULL when there is none. */
gboolean _eqp_database_get_answer (EqpDatabase *self,
                                   const char  *sql,
                                   char       **answer,
                                   GError     **error);

/* ---- eqp-database-json.c ---- */
gboolean _eqp_database_add_json (EqpDatabase *self);

/* ---- eqp-database-statement.c ---- */
void _eqp_statement_free (EqpStatement *self);

G_END_DECLS
