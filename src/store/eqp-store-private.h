/* eqp-store-private.h — what the files of store/ share about a store */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-database.h"
#include "store/eqp-journal.h"

G_BEGIN_DECLS

/* ---- eqp-store.c ---- */
EqpDatabase     *_eqp_store_get_database (EqpStore *self);
const EqpEntity *_eqp_store_find_entity (EqpStore   *self,
                                         const char *table);
/* Runs like eqp_store_edit() with the journal entry's kind and target: the one way in which anything is written. */
gboolean _eqp_store_transact (EqpStore    *self,
                              EqpMessage  *label,
                              EqpEntryKind kind,
                              gint64       target,
                              EqpEditFunc  func,
                              gpointer     user_data,
                              gint64      *entry,
                              GError     **error);

/* ---- eqp-journal.c, eqp-journal-tables.c: called by the store ---- */
/* Creates journal_entry, journal_change, search tables where missing, and (re)creates the record tables' triggers if they differ from
 * what the field tables ask for. Inside the caller's transaction, after the schema steps. */
gboolean _eqp_journal_install (EqpStore *self,
                               GError  **error);
gboolean _eqp_journal_begin (EqpStore    *self,
                             EqpMessage  *label,
                             EqpEntryKind kind,
                             gint64       target,
                             gint64      *entry,
                             GError     **error);
/* Before COMMIT: reads the entry's changes, brings the search index up to date, removes an entry that changed nothing (*entry = 0).
 * @changes: (out) (transfer full) (nullable) */
gboolean _eqp_journal_finish (EqpStore      *self,
                              gint64        *entry,
                              EqpChangeSet **changes,
                              GError       **error);
/* The changes of every entry newer than @after (another process's): for eqp_store_refresh(). *last: the id of the newest entry in the
 * file, 0 when there is none. @changes: (out) (optional) (nullable) NULL: only *last is wanted, nothing else is read. */
gboolean _eqp_journal_read_since (EqpStore      *self,
                                  gint64         after,
                                  gint64        *last,
                                  EqpChangeSet **changes,
                                  GError       **error);

/* Before the schema steps of a migration, inside the same transaction: drops the triggers and forgets the search index, so that a
 * step may alter tables and rows; _eqp_journal_install() afterwards creates them anew. */
gboolean _eqp_journal_suspend (EqpStore *self,
                               GError  **error);
/* What eqp_store_undo() of 0, and eqp_store_redo(), would take back: *label is NULL when there is nothing. */
gboolean _eqp_journal_peek_undo (EqpStore    *self,
                                 EqpMessage **label,
                                 GError     **error);
gboolean _eqp_journal_peek_redo (EqpStore    *self,
                                 EqpMessage **label,
                                 GError     **error);

/* Triggers may call json_quote() on texts, integers and NULL under trusted_schema=OFF: every connection has an innocuous one
 * (eqp-database-json.c), because SQLite 3.40 does not count its own as such. */
/* Every opening runs _eqp_journal_install() in a deferred transaction: it must not write when nothing differs. */

/* ---- eqp-change-set.c (boxed, reference counted) ---- */
EqpChangeSet *_eqp_change_set_new (gint64 entry);
/* Everything may have changed (a copy was restored): touches every entity, has every row. */
EqpChangeSet *_eqp_change_set_new_all (void);
void          _eqp_change_set_add (EqpChangeSet      *self,
                                   const EqpEntity   *entity,
                                   gint64             row,
                                   EqpChangeOperation operation);
/* A set of very many rows of one entity keeps no rows: @func is then called once for that entity with row 0 ("any row of it"). A set
 * made by _eqp_change_set_new_all() calls it once with entity NULL and row 0. has_row() answers rightly in both cases. */
typedef void (*EqpChangeSetFunc) (const EqpEntity   *entity,
                                  gint64             row,
                                  EqpChangeOperation operation,
                                  gpointer           user_data);
void          _eqp_change_set_foreach (EqpChangeSet    *self,
                                       EqpChangeSetFunc func,
                                       gpointer         user_data);
EqpChangeSet *eqp_change_set_ref (EqpChangeSet *self);
void          eqp_change_set_unref (EqpChangeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpChangeSet, eqp_change_set_unref)

/* ---- eqp-search.c: called by the journal ---- */
/* Creates the index where it is missing or of another version, and fills it where an entity's searched fields are not those it was filled with. */
gboolean _eqp_search_install (EqpStore *self,
                              GError  **error);
/* Drops it, for _eqp_search_install() to make it anew. */
gboolean _eqp_search_drop (EqpDatabase *database,
                           GError     **error);
/* Brings the index up to date with the changes whose ids are in [first, last]; @changes says which entities they touch. */
gboolean _eqp_search_update (EqpStore     *self,
                             gint64        first,
                             gint64        last,
                             EqpChangeSet *changes,
                             GError      **error);

/* ---- eqp-record.c: called by the store ---- */
/* Fills @record from a row whose columns are id, then the fields in order (as eqp_entity_dup_select() lists them). */
void  _eqp_record_load (EqpRecord    *record,
                        EqpStatement *row);
void  _eqp_record_attach (EqpRecord *record,
                          EqpStore  *store,
                          gint64     id);
void  _eqp_record_mark_deleted (EqpRecord *record);
char *_eqp_entity_dup_columns (const EqpEntity *entity); /* "id, code, name, parent_id" */

G_END_DECLS
