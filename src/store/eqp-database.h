/* eqp-database.h — one SQLite connection under our file policy: the only room that speaks SQLite. Private to store/. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* The pages that a connection keeps, SQLite's default: the system keeps what was read, and an edit asks for more. */
#define EQP_DATABASE_CACHE_KIB 2000

typedef struct _EqpDatabase  EqpDatabase;
typedef struct _EqpStatement EqpStatement;

typedef enum {
  EQP_DATABASE_READ_WRITE,
  EQP_DATABASE_READ_ONLY,
  EQP_DATABASE_CREATE, /* refuses an existing file */
} EqpDatabaseMode;

/* Opens, sets every pragma of DESIGN §5 and reads it back, checks application_id and quick_check. Every error of this room is an
 * EQP_STORE_ERROR whose message is a sentence for a coordinator; SQLite's own words go to the debug log. A file or folder that cannot
 * be written opens read-only. @newest: the highest user_version to accept; on any refusal the file is as it was, to the byte. */
EqpDatabase *eqp_database_open (const char     *path,
                                EqpDatabaseMode mode,
                                int             newest,
                                GError        **error);
/* The same without quick_check, to be read at once; whoever writes to it calls eqp_database_quick_check() first. */
EqpDatabase *eqp_database_open_unchecked (const char     *path,
                                          EqpDatabaseMode mode,
                                          int             newest,
                                          GError        **error);
/* The whole of @source in memory, to be read (or written to, in vain) while no lock is held on its file. */
EqpDatabase *eqp_database_dup_in_memory (EqpDatabase *source,
                                         GError     **error);
void         eqp_database_free (EqpDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpDatabase, eqp_database_free)
void        eqp_database_remove (EqpDatabase *self); /* closes a file just created, and removes it */
const char *eqp_database_get_path (EqpDatabase *self);
gboolean    eqp_database_is_read_only (EqpDatabase *self);
gboolean    eqp_database_is_in_memory (EqpDatabase *self);
gboolean    eqp_database_is_unclean (EqpDatabase *self); /* a hot journal lay beside the file at opening */
gboolean    eqp_database_exec (EqpDatabase *self,
                               const char  *sql,
                               GError     **error);
/* The first column of the first row of a query that has one. */
gboolean eqp_database_get_integer (EqpDatabase *self,
                                   const char  *sql,
                                   gint64      *value,
                                   GError     **error);
/* Every page, but not what the indexes say. */
gboolean eqp_database_quick_check (EqpDatabase *self,
                                   GError     **error);
void     eqp_database_interrupt (EqpDatabase *self); /* from any thread: the call under way fails */
/* A technical detail, for the debug log only; a hostile file's words may be no text at all. */
void eqp_database_debug (EqpDatabase *self,
                         const char  *what,
                         const char  *answer);
/* integrity_check and foreign_key_check. */
gboolean eqp_database_check (EqpDatabase *self,
                             GError     **error);
gboolean eqp_database_begin (EqpDatabase *self,
                             GError     **error); /* BEGIN IMMEDIATE */
gboolean eqp_database_commit (EqpDatabase *self,
                              GError     **error); /* on failure the transaction is rolled back */
void     eqp_database_rollback (EqpDatabase *self);
gint64   eqp_database_changes (EqpDatabase *self); /* rows changed by the last statement */
gint64   eqp_database_data_version (EqpDatabase *self);
gboolean eqp_database_is_in_transaction (EqpDatabase *self);

/* What the constraint was that made the last call fail with EQP_STORE_ERROR_CONSTRAINT. @detail: (out) (transfer none) SQLite's name
 * of it, "table.column, table.column" for the first two. */
typedef enum {
  EQP_CONSTRAINT_UNIQUE,
  EQP_CONSTRAINT_NOT_NULL,
  EQP_CONSTRAINT_ID,
  EQP_CONSTRAINT_REFERENCE,
  EQP_CONSTRAINT_OTHER,
} EqpConstraint;

EqpConstraint eqp_database_get_constraint (EqpDatabase *self,
                                           const char **detail);
/* SQLite's backup API, whole file: replaces @target's content by @self's. */
gboolean eqp_database_copy (EqpDatabase *self,
                            EqpDatabase *target,
                            GError     **error);

/* VACUUM INTO @path, which may be an existing empty file. Not synced. */
gboolean eqp_database_copy_into (EqpDatabase *self,
                                 const char  *path,
                                 GError     **error);

void eqp_database_set_too_new (GError    **error,
                               const char *path,
                               int         version,
                               int         newest);

/* Cached by SQL text for the connection's life; borrowed until eqp_statement_done(), which resets it and clears its bindings. A
 * statement asked for while in use is prepared anew. Columns and parameters count from 0. */
EqpStatement *eqp_database_prepare (EqpDatabase *self,
                                    const char  *sql,
                                    GError     **error);
void          eqp_statement_bind_text (EqpStatement *self,
                                       guint         index,
                                       const char   *value); /* copied; NULL binds NULL */
void          eqp_statement_bind_integer (EqpStatement *self,
                                          guint         index,
                                          gint64        value);
void          eqp_statement_bind_null (EqpStatement *self,
                                       guint         index);
/* TRUE with *row TRUE: a row; TRUE with *row FALSE: finished; FALSE: error. @row: (nullable) when no row is expected. */
gboolean    eqp_statement_step (EqpStatement *self,
                                gboolean     *row,
                                GError      **error);
const char *eqp_statement_get_text (EqpStatement *self,
                                    guint         column);
gint64      eqp_statement_get_integer (EqpStatement *self,
                                       guint         column);
gboolean    eqp_statement_is_null (EqpStatement *self,
                                   guint         column);
guint       eqp_statement_n_columns (EqpStatement *self);
void        eqp_statement_done (EqpStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpStatement, eqp_statement_done)

G_END_DECLS
