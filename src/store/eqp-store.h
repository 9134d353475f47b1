/* eqp-store.h — one file: its records, and the edits that change them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-message.h"
#include "store/eqp-record.h"

G_BEGIN_DECLS

#define EQP_STORE_ERROR (eqp_store_error_quark ())

typedef enum {
  EQP_STORE_ERROR_OPEN,     /* missing, unreadable, a folder … */
  EQP_STORE_ERROR_NOT_OURS, /* not a database, or another program's */
  EQP_STORE_ERROR_CORRUPT,
  EQP_STORE_ERROR_SCHEMA_TOO_NEW,
  EQP_STORE_ERROR_MIGRATION,
  EQP_STORE_ERROR_READ_ONLY,
  EQP_STORE_ERROR_CONSTRAINT, /* still referenced, duplicate key … */
  EQP_STORE_ERROR_CONFLICT,   /* undo of something changed since; draft edited elsewhere meanwhile */
  EQP_STORE_ERROR_NOT_FOUND,
  EQP_STORE_ERROR_BUSY,
  EQP_STORE_ERROR_FULL,
  EQP_STORE_ERROR_FAILED,
} EqpStoreError;

GQuark eqp_store_error_quark (void);

/* What the domain hands over: the store itself knows no entity. */
typedef struct
{
  const char *const      *steps; /* SQL of step 1, 2 … n_steps; user_version is the number of the last one applied */
  guint                   n_steps;
  const EqpEntity *const *entities; /* in an order in which references point backwards */
  guint                   n_entities;
} EqpSchema;

typedef enum {
  EQP_STORE_OPEN_DEFAULT = 0,
  EQP_STORE_OPEN_READ_ONLY = 1 << 0,   /* never writes, not even a migration; an older schema is then refused */
  EQP_STORE_OPEN_NO_BACKUP = 1 << 1,   /* for tests and bulk tools: no daily backup */
  EQP_STORE_OPEN_CHECK_LATER = 1 << 2, /* to be read at once: its pages are checked meanwhile, and the first edit waits for that */
} EqpStoreOpenFlags;

#define EQP_TYPE_STORE (eqp_store_get_type ())
G_DECLARE_FINAL_TYPE (EqpStore, eqp_store, EQP, STORE, GObject)

/* Signals:
 *   "changed" (EqpChangeSet *changes)  after every committed edit, undo, redo, and after another process's were noticed.
 *   "damaged" (const GError *error)    the check that was left for later found that the file is not sound: it takes no edit.
 *   "notice"  (const char *sentence)   something the user should know that stopped nothing (a backup that failed …).
 * Properties (read-only, notify): "undo-label", "redo-label" (string, nullable, interface language). */

EqpStore *eqp_store_create (const char      *path,
                            const EqpSchema *schema,
                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
EqpStore *eqp_store_open (const char       *path,
                          const EqpSchema  *schema,
                          EqpStoreOpenFlags flags,
                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The whole file in memory, for a job that takes long: no lock is held, and edits of it end with it. */
EqpStore        *eqp_store_open_snapshot (const char      *path,
                                          const EqpSchema *schema,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void             eqp_store_close (EqpStore *self);
const char      *eqp_store_get_path (EqpStore *self);
const EqpSchema *eqp_store_get_schema (EqpStore *self);
gboolean         eqp_store_is_read_only (EqpStore *self);
int              eqp_store_get_version (EqpStore *self);
gboolean         eqp_store_check_integrity (EqpStore *self,
                                            GError  **error);
/* Looks whether another process changed the file (PRAGMA data_version) and refreshes from its journal entries. */
gboolean eqp_store_refresh (EqpStore *self,
                            GError  **error);

/* ---- reading ---- */

EqpRecord *eqp_store_get (EqpStore        *self,
                          const EqpEntity *entity,
                          gint64           id,
                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* The record whose text field @field is exactly @value; NULL without error when there is none. */
EqpRecord *eqp_store_find (EqpStore        *self,
                           const EqpEntity *entity,
                           guint            field,
                           const char      *value,
                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* @clause: static SQL after FROM table, such as "WHERE body_id = ? ORDER BY from_date"; NULL = all.
 * @bind: one letter a '?': 's' const char *, 'i' gint64, 'd' EqpDate (bound as ISO text). (element-type EqpRecord) */
GPtrArray *eqp_store_select (EqpStore        *self,
                             const EqpEntity *entity,
                             GError         **error,
                             const char      *clause,
                             const char      *bind,
                             ...) G_GNUC_WARN_UNUSED_RESULT;

/* A prepared SELECT for what records cannot say (counts, joins). Statements are cached by their text: keep @sql static. */
typedef struct _EqpQuery EqpQuery;

EqpQuery   *eqp_store_query (EqpStore   *self,
                             GError    **error,
                             const char *sql,
                             const char *bind,
                             ...) G_GNUC_WARN_UNUSED_RESULT;
gboolean    eqp_query_next (EqpQuery *query,
                            GError  **error);
const char *eqp_query_get_text (EqpQuery *query,
                                guint     column);
gint64      eqp_query_get_integer (EqpQuery *query,
                                   guint     column);
EqpDate     eqp_query_get_date (EqpQuery *query,
                                guint     column);
gboolean    eqp_query_is_null (EqpQuery *query,
                               guint     column);
void        eqp_query_free (EqpQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpQuery, eqp_query_free)

/* ---- editing ---- */

/* Runs in one transaction: TRUE commits, FALSE rolls back and hands @error to the caller. */
typedef gboolean (*EqpEditFunc) (EqpStore *store,
                                 gpointer  user_data,
                                 GError  **error);

/* @label: what the edit does, for history and the Undo toast (transfer none). @entry: (out) (optional) id of its journal
 * entry, 0 when nothing changed. Edits do not nest. */
gboolean eqp_store_edit (EqpStore   *self,
                         EqpMessage *label,
                         EqpEditFunc func,
                         gpointer    user_data,
                         gint64     *entry,
                         GError    **error);
/* The same for the rows that a new file begins with: undo does not go behind them. */
gboolean eqp_store_begin_with (EqpStore   *self,
                               EqpMessage *label,
                               EqpEditFunc func,
                               gpointer    user_data,
                               GError    **error);
/* Inside an edit only. Saving validates the draft (new drafts get their id), writes only changed columns, and refuses with
 * EQP_STORE_ERROR_CONFLICT if a column it writes was changed since the draft was taken. */
gboolean eqp_store_save (EqpStore  *self,
                         EqpRecord *draft,
                         GError   **error);
gboolean eqp_store_delete (EqpStore  *self,
                           EqpRecord *record,
                           GError   **error);
/* Shorthand: one edit that saves, or deletes, one record. */
gboolean eqp_store_save_one (EqpStore   *self,
                             EqpMessage *label,
                             EqpRecord  *draft,
                             GError    **error);
gboolean eqp_store_delete_one (EqpStore   *self,
                               EqpMessage *label,
                               EqpRecord  *record,
                               GError    **error);

/* ---- search ---- */

typedef struct
{
  const EqpEntity *entity;
  gint64           id;
} EqpSearchHit;

/* Rows whose index holds, for every word of @text, a word that starts with it (C-33). @entity: (nullable) all of them.
 * (element-type EqpSearchHit) (transfer full) */
GArray *eqp_store_search (EqpStore        *self,
                          const EqpEntity *entity,
                          const char      *text,
                          guint            limit,
                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
