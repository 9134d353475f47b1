/* eqp-journal.h — what happened to a file: entries, their changes in words, undo, redo, revert */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_ENTRY_EDIT,
  EQP_ENTRY_UNDO,      /* target: the entry it takes back */
  EQP_ENTRY_REDO,      /* target: the undo it takes back */
  EQP_ENTRY_BEGINNING, /* what a file begins with: not an edit, so nothing undoes it */
} EqpEntryKind;

/* One edit of the journal, immutable. Properties for lists: "id", "label", "author", "when" (strings in the interface's language). */
#define EQP_TYPE_ENTRY (eqp_entry_get_type ())
G_DECLARE_FINAL_TYPE (EqpEntry, eqp_entry, EQP, ENTRY, GObject)

gint64       eqp_entry_get_id (EqpEntry *self);
gint64       eqp_entry_get_instant (EqpEntry *self); /* µs since 1970 UTC */
const char  *eqp_entry_get_author (EqpEntry *self);
EqpMessage  *eqp_entry_get_label (EqpEntry *self);
EqpEntryKind eqp_entry_get_kind (EqpEntry *self);
gint64       eqp_entry_get_target (EqpEntry *self);
gboolean     eqp_entry_is_undone (EqpEntry *self);
char        *eqp_entry_dup_sentence (EqpEntry   *self,
                                     EqpLanguage language); /* "Undone: replaced …" */

typedef enum {
  EQP_CHANGE_INSERT,
  EQP_CHANGE_UPDATE,
  EQP_CHANGE_DELETE,
} EqpChangeOperation;

/* One field of one row that an entry changed; an insert or delete of a row is one change with field -1. */
typedef struct
{
  EqpChangeOperation operation;
  const EqpEntity   *entity;
  gint64             row;
  int                field;
  char              *subject; /* title of the row, as it is or was */
  char              *before;  /* as a reader sees it; "" when empty */
  char              *after;
} EqpChange;

void eqp_change_free (EqpChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpChange, eqp_change_free)

/* "Family name: Duval → Durand" */
char *eqp_change_dup_sentence (const EqpChange *self,
                               EqpLanguage      language);

typedef struct
{
  guint            limit;  /* 0: 200 */
  gint64           before; /* entries older than this id; 0: from the newest */
  const EqpEntity *entity; /* with row: entries that touched this record or a record it owns */
  gint64           row;
  const char      *author;
  const char      *text; /* folded match in the sentence */
  EqpDate          since;
  EqpDate          until;
} EqpHistoryFilter;

GPtrArray *eqp_store_list_entries (EqpStore               *self,
                                   const EqpHistoryFilter *filter,
                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT; /* (element-type EqpEntry) */
EqpEntry  *eqp_store_get_entry (EqpStore *self,
                                gint64    id,
                                GError  **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *eqp_store_list_changes (EqpStore   *self,
                                   gint64      entry,
                                   EqpLanguage language,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT; /* (element-type EqpChange) */

/* @entry: 0 = the newest edit not yet undone. An older one is reverted alone when nothing later depends on it; otherwise
 * EQP_STORE_ERROR_CONFLICT, nothing is applied, and the error says, row by row, why.
 * @sentence: (out) (optional) (transfer full) "Undone: …". Nothing to undo: EQP_STORE_ERROR_NOT_FOUND. */
gboolean eqp_store_undo (EqpStore *self,
                         gint64    entry,
                         char    **sentence,
                         GError  **error);
/* Takes back the newest undo, unless an edit was made since. */
gboolean eqp_store_redo (EqpStore *self,
                         char    **sentence,
                         GError  **error);

/* ---- what "changed" carries ---- */

typedef struct _EqpChangeSet EqpChangeSet;
#define EQP_TYPE_CHANGE_SET (eqp_change_set_get_type ())
GType    eqp_change_set_get_type (void);
gint64   eqp_change_set_get_entry (EqpChangeSet *self); /* 0 when several, or another process's */
gboolean eqp_change_set_touches (EqpChangeSet    *self,
                                 const EqpEntity *entity);
gboolean eqp_change_set_has_row (EqpChangeSet    *self,
                                 const EqpEntity *entity,
                                 gint64           id);

G_END_DECLS
