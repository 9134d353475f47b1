/* eqp-journal-private.h — what the files of the journal share: ranges of changes, and rows kept as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/eqp-store-private.h"

G_BEGIN_DECLS

/* ---- eqp-journal-tables.c ---- */
gboolean _eqp_journal_create_tables (EqpStore *self,
                                     GError  **error);
gboolean _eqp_journal_create_triggers (EqpStore *self,
                                       GError  **error);
gboolean _eqp_journal_drop_triggers (EqpStore *self,
                                     GError  **error);

/* ---- eqp-journal.c ---- */
/* SELECT of @column ("id" or "label") of the undo that would be done again: the newest that stands, unless something was edited after it.
 * Found from the end through journal_entry_stands, not by going through all that was undone. */
#define EQP_JOURNAL_NEWEST_UNDO(column)                                                                                             \
  "SELECT " column " FROM (SELECT id, label FROM journal_entry WHERE kind = 1 AND undone_by IS NULL ORDER BY id DESC LIMIT 1) AS u" \
  " WHERE NOT EXISTS (SELECT 1 FROM journal_entry AS e WHERE e.id > u.id AND e.kind = 0)"

/* Runs a SELECT of one integer; NULL or no row gives @fallback. */
gboolean _eqp_journal_read_integer (EqpDatabase *database,
                                    const char  *sql,
                                    gint64       parameter,
                                    gint64       fallback,
                                    gint64      *value,
                                    GError     **error);
gboolean _eqp_journal_run (EqpDatabase *database,
                           const char  *sql,
                           gint64       parameter,
                           GError     **error);
/* (transfer full): an entry's title, or one that says that it cannot be read: what else the history tells is not lost with it. */
EqpMessage *_eqp_journal_read_label (const char *json);
/* The changes of one entry have the ids first … last, and nobody else's lie between. */
gboolean _eqp_journal_get_range (EqpStore *self,
                                 gint64    entry,
                                 gint64   *first,
                                 gint64   *last,
                                 GError  **error);

/* ---- eqp-journal-row.c: rows and parts of rows as the journal keeps them ---- */
JsonObject *_eqp_journal_row_parse (const char *json,
                                    GError    **error);
/* The whole row as it is now, keyed by column; *row is NULL when there is none. */
gboolean _eqp_journal_row_read (EqpStore        *self,
                                const EqpEntity *entity,
                                gint64           id,
                                JsonObject     **row,
                                GError         **error);
gboolean _eqp_journal_row_equal (JsonObject *a,
                                 JsonObject *b);
void     _eqp_journal_row_overlay (JsonObject *row,
                                   JsonObject *changes);
void     _eqp_journal_bind_member (EqpStatement *statement,
                                   guint         index,
                                   JsonObject   *row,
                                   const char   *column);
/* A detached record of that row, for its title and words. */
EqpRecord *_eqp_journal_row_to_record (const EqpEntity *entity,
                                       JsonObject      *row) G_GNUC_WARN_UNUSED_RESULT;
/* Goes back in time: from the present row @row (nullable) to what it was right after the change @after. (out) may be NULL: no row. */
gboolean _eqp_journal_row_rewind (EqpStore        *self,
                                  const EqpEntity *entity,
                                  gint64           id,
                                  gint64           after,
                                  JsonObject     **row,
                                  GError         **error);

/* How a reader knows a row: its title now, or when it was last there. */
char *_eqp_journal_dup_subject (EqpStore        *self,
                                const EqpEntity *entity,
                                gint64           id,
                                EqpLanguage      language);

/* ---- eqp-entry.c ---- */
/* @label: (transfer full) */
EqpEntry *_eqp_entry_new (gint64       id,
                          gint64       instant,
                          const char  *author,
                          EqpMessage  *label,
                          EqpEntryKind kind,
                          gint64       target,
                          gboolean     undone) G_GNUC_WARN_UNUSED_RESULT;

/* What an entry did, in words: its label, or "Undone: …" */
char *_eqp_journal_dup_sentence (EqpEntryKind kind,
                                 EqpMessage  *label,
                                 EqpLanguage  language);

/* ---- eqp-history-record.c ---- */
/* The entries that touched a row, or a row that it owns or owned when that was removed: ids, newest first. */
GArray *_eqp_history_list_of_record (EqpStore        *self,
                                     const EqpEntity *entity,
                                     gint64           row,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- eqp-undo-conflict.c: why an entry cannot be taken back ---- */
typedef enum {
  EQP_CONFLICT_CHANGED,  /* @field of the row is no longer what the entry wrote */
  EQP_CONFLICT_EDITED,   /* a row that the entry added was changed since */
  EQP_CONFLICT_REMOVED,  /* the row is no longer there */
  EQP_CONFLICT_PRESENT,  /* a row that the entry removed is there again */
  EQP_CONFLICT_USED,     /* a row that the entry added is now referred to by @other */
  EQP_CONFLICT_DANGLING, /* the row would refer to @other, which is no longer there */
  EQP_CONFLICT_REFUSED,  /* the file refuses it, for @reason */
} EqpConflictKind;

typedef struct
{
  EqpConflictKind  kind;
  const EqpEntity *entity;
  gint64           row;
  int              field; /* CHANGED; else -1 */
  const EqpEntity *other_entity;
  gint64           other_row;
  char            *reason; /* (nullable) REFUSED */
} EqpConflict;

void  _eqp_conflict_clear (EqpConflict *self);
char *_eqp_conflict_dup_sentence (const EqpConflict *self,
                                  EqpStore          *store,
                                  EqpLanguage        language);
/* Before anything is taken back: rows that the entry added and that were changed, or are referred to, since. */
gboolean _eqp_conflict_find_before (EqpStore *self,
                                    gint64    first,
                                    gint64    last,
                                    GArray   *conflicts,
                                    GError  **error);
/* Afterwards, still in the transaction: rows that would refer to something that is not there. */
gboolean _eqp_conflict_find_dangling (EqpStore *self,
                                      gint64    first,
                                      gint64    last,
                                      GArray   *conflicts,
                                      GError  **error);

G_END_DECLS
