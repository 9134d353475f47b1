/* eqp-undo-private.h — what taking back shares: queries over an entry's changes, one change's inverse, the later edits that rest upon it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-journal-private.h"

G_BEGIN_DECLS

/* The edits that stand always are a chain in the order of their ids: each could be taken back to what the one before it left. What has
 * to be seen is what the present no longer shows: a value that was there in between. In SQL, of an entry "e" and the edit ?3. */
#define EQP_UNDO_STANDS_LATER "e.id > ?3 AND e.kind = 0 AND e.undone_by IS NULL"
#define EQP_UNDO_SINCE "(SELECT first_change FROM journal_entry WHERE id = ?3)"

/* A query over the changes ?1 … ?2 of the edit ?3 (0: it has no such parameter), at its first row; *@more: whether there is one. */
EqpStatement *_eqp_undo_select (EqpStore   *self,
                                const char *sql,
                                gint64      first,
                                gint64      last,
                                gint64      edit,
                                gboolean   *more,
                                GError    **error);

typedef gboolean (*EqpUndoEntityFunc) (EqpStore        *self,
                                       const EqpEntity *entity,
                                       gint64           first,
                                       gint64           last,
                                       gpointer         user_data,
                                       GError         **error);

/* Each entity of which the changes first … last hold an insert (@inserts), or anything else. */
gboolean _eqp_undo_foreach_entity (EqpStore         *self,
                                   gint64            first,
                                   gint64            last,
                                   gboolean          inserts,
                                   EqpUndoEntityFunc func,
                                   gpointer          user_data,
                                   GError          **error);

/* ---- eqp-undo-inverse.c ---- */
typedef struct
{
  EqpStore        *store;
  GArray          *conflicts; /* EqpConflict: what stands in the way so far */
  gboolean         deferred;  /* foreign keys wait for the end of the transaction */
  gboolean         retry;     /* the last change was refused for a foreign key that might wait */
  const EqpEntity *entity;    /* of the statements below */
  char            *delete_sql;
  char            *restore_sql;
} EqpInverse;

void     _eqp_inverse_init (EqpInverse *self,
                            EqpStore   *store);
void     _eqp_inverse_clear (EqpInverse *self);
gboolean _eqp_inverse_apply (EqpInverse   *self,
                             EqpStatement *change,
                             GError      **error);
gboolean _eqp_inverse_has_conflict (EqpInverse *self,
                                    gint64      row);

/* ---- eqp-undo-keys.c ---- */
/* The same of keys: rows that would have the key of one that the changes gave it back to, at the same time. */
gboolean _eqp_undo_find_keys (EqpStore *self,
                              gint64    edit,
                              gint64    first,
                              gint64    last,
                              GArray   *conflicts,
                              GError  **error);

/* ---- eqp-undo-later.c ---- */
/* Whether any edit younger than @edit stands: without one, nothing rests upon it. */
gboolean _eqp_undo_has_later (EqpStore *self,
                              gint64    edit,
                              gboolean *later,
                              GError  **error);
/* Rows that the younger edits could not be taken back to, once the changes first … last of @edit are: what they referred to is gone. */
gboolean _eqp_undo_find_referred (EqpStore *self,
                                  gint64    edit,
                                  gint64    first,
                                  gint64    last,
                                  GArray   *conflicts,
                                  GError  **error);
/* @reason: (transfer full): what stands in the way; with the younger edit that is to be undone first, if there is one */
char *_eqp_undo_dup_advice (EqpStore          *self,
                            gint64             edit,
                            const EqpConflict *conflict,
                            char              *reason,
                            EqpLanguage        language);

G_END_DECLS
