/* eqp-store-internal.h — the store itself, for the eqp-store*.c files, eqp-record.c and eqp-backup.c */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record-private.h"
#include "store/eqp-store-private.h"

G_BEGIN_DECLS

/* The statements of one entity, made from its field table. */
typedef struct
{
  char **columns; /* one a field, NULL-terminated */
  char  *select;  /* SELECT id, … FROM table */
  char  *get;     /* … WHERE id = ? */
  char  *insert;  /* (nullable) see _eqp_store_get_insert() */
  char  *remove;  /* DELETE … WHERE id = ? */
} EqpEntitySql;

/* See eqp-store-check.c. */
typedef struct _EqpStoreCheck EqpStoreCheck;

struct _EqpStore
{
  GObject parent_instance;

  char             *path;
  const EqpSchema  *schema;
  EqpStoreOpenFlags flags;
  EqpDatabase      *database;   /* (nullable) NULL once closed */
  EqpStoreCheck    *check;      /* (nullable) NULL when all was checked at opening */
  char             *uuid;       /* of the file: its copies are kept under this name */
  GHashTable       *tables;     /* table name → EqpEntity */
  GHashTable       *statements; /* EqpEntity → EqpEntitySql */
  GHashTable       *live;       /* the live records, by EqpRecordKey; not owned */
  GHashTable       *touched;    /* records read or saved by the edit under way; not owned */
  gboolean          in_edit;
  gint64            last_id;           /* of the rows that the edit under way added, 0 before the first */
  GError           *fatal;             /* (nullable) why SQLite ended the transaction under way by itself */
  gint64            last_entry;        /* the newest journal entry that the live records know of */
  gint64            data_version;      /* see eqp_database_data_version() */
  char             *generation;        /* changes when a copy is restored: the journal then starts again from elsewhere */
  EqpDate           backup_day;        /* the last day for which nothing more is to be copied */
  gboolean          is_backup_unnoted; /* made, but the file does not say so yet */
  char             *undo_label;        /* (nullable) */
  char             *redo_label;        /* (nullable) */
  gboolean          labels_known;
};

/* ---- eqp-store.c ---- */
EqpStore *_eqp_store_new (const char       *path,
                          const EqpSchema  *schema,
                          EqpStoreOpenFlags flags,
                          EqpDatabase      *database);
gboolean  _eqp_store_is_usable (EqpStore *self,
                                GError  **error);
void      _eqp_store_emit_changed (EqpStore     *self,
                                   EqpChangeSet *changes);
void      _eqp_store_emit_notice (EqpStore   *self,
                                  const char *sentence);
void      _eqp_store_emit_damaged (EqpStore     *self,
                                   const GError *error);

/* ---- eqp-store-check.c ---- */
void     _eqp_store_check_later (EqpStore *self);
gboolean _eqp_store_check_whole_later (EqpStore *self);
gboolean _eqp_store_await_check (EqpStore *self,
                                 GError  **error);
void     _eqp_store_end_check (EqpStore *self);

/* ---- eqp-store-read.c ---- */
const EqpEntitySql *_eqp_store_get_sql (EqpStore        *self,
                                        const EqpEntity *entity);
/* Parameters: the fields, then the id. */
const char *_eqp_store_get_insert (EqpStore        *self,
                                   const EqpEntity *entity);
void        _eqp_entity_sql_free (EqpEntitySql *self);
/* The live record of a row of a SELECT that lists the entity's columns. (transfer full) */
EqpRecord *_eqp_store_take_row (EqpStore        *self,
                                const EqpEntity *entity,
                                EqpStatement    *row);
void       _eqp_store_touch (EqpStore  *self,
                             EqpRecord *record);
void       _eqp_store_forget (EqpStore  *self,
                              EqpRecord *record);

/* ---- eqp-query.c ---- */
/* Binds @values by their letters: 's', 'i', 'd'. */
void _eqp_statement_bind_list (EqpStatement *statement,
                               const char   *letters,
                               va_list       values);

/* ---- eqp-store-refresh.c ---- */
/* The live records that @changes names, and those touched by an edit that was rolled back, are read again. */
void     _eqp_store_apply (EqpStore     *self,
                           EqpChangeSet *changes);
void     _eqp_store_settle (EqpStore *self,
                            gboolean  committed);
gboolean _eqp_store_has_outside_changes (EqpStore *self);
/* Everything is to be read again: a copy was restored. */
gboolean _eqp_store_reload (EqpStore *self,
                            GError  **error);

/* ---- eqp-store-foreign.c ---- */
gboolean _eqp_store_check_foreign (EqpStore *self,
                                   GError  **error);

/* ---- eqp-store-meta.c ---- */
gboolean _eqp_store_get_meta (EqpStore   *self,
                              const char *key,
                              char      **value,
                              GError    **error);
gboolean _eqp_store_set_meta (EqpStore   *self,
                              const char *key,
                              const char *value,
                              GError    **error);
gboolean _eqp_store_create_meta (EqpStore *self,
                                 GError  **error);
gboolean _eqp_store_load_uuid (EqpStore *self,
                               GError  **error);
gboolean _eqp_store_load_meta (EqpStore *self,
                               GError  **error);
/* A file that was not closed properly, or not looked through for a week. */
gboolean _eqp_store_check_if_due (EqpStore *self,
                                  GError  **error);

void _eqp_store_note_check (EqpStore *self);

/* With the first edit after the day's copy was made: the file notes it. */
gboolean _eqp_store_note_backup (EqpStore *self,
                                 GError  **error);

/* ---- eqp-store-open.c ---- */
gboolean _eqp_store_migrate (EqpStore *self,
                             gint64    version,
                             GError  **error);

/* ---- eqp-store-constraint.c ---- */
/* What to say when writing @record failed on a constraint; other errors are handed on. Consumes @cause. */
void _eqp_store_explain (EqpStore     *self,
                         EqpRecord    *record,
                         EqpConstraint constraint,
                         const char   *detail,
                         GError       *cause,
                         GError      **error);
void _eqp_store_explain_delete (EqpStore     *self,
                                EqpRecord    *record,
                                EqpConstraint constraint,
                                GError       *cause,
                                GError      **error);

/* ---- eqp-backup.c ---- */
/* Before an edit: the day's copy, if it is not made yet. A failure is told, and stops nothing. */
void _eqp_backup_make_daily (EqpStore *self);
/* A copy that is complete under another name beside @path; FALSE and NULL with a sentence about @path. */
char    *_eqp_backup_write_beside (EqpDatabase *source,
                                   int          newest,
                                   const char  *path,
                                   int          mode,
                                   GError     **error);
gboolean _eqp_backup_sync (const char *path,
                           GError    **error);
gboolean _eqp_backup_set_error (GError    **error,
                                const char *path,
                                int         saved_errno);
gboolean _eqp_backup_list_folder (const char *folder,
                                  GPtrArray  *copies,
                                  GError    **error);

/* ---- eqp-backup-path.c ---- */
void _eqp_backup_note_path (EqpStore   *self,
                            const char *folder);

/* ---- eqp-working-copy.c ---- */
/* The file that a working copy stands for; NULL: @path is none. */
char *_eqp_working_copy_dup_origin (const char *path);
/* Without symbolic links, even when the file itself is not there. */
char *_eqp_working_copy_dup_real_path (const char *path);

G_END_DECLS
