/* eqp-undo-private.h — what taking back shares: queries over an entry's changes, one change's inverse, the later edits that rest upon it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-journal-private.h"

G_BEGIN_DECLS

/* A query over the changes ?1 … ?2 of the edit ?3 (0: it has no such parameter), at its first row; *@more: whether there is one. */
EqpStatement *_eqp_undo_select (EqpStore   *self,
                                const char *sql,
                                gint64      first,
                                gint64      last,
                                gint64      edit,
                                gboolean   *more,
                                GError    **error);

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

/* ---- eqp-undo-later.c ---- */
/* Whether any edit younger than @edit stands: without one, nothing rests upon it. */
gboolean _eqp_undo_has_later (EqpStore *self,
                              gint64    edit,
                              gboolean *later,
                              GError  **error);
/* What the younger edits could not be taken back to, once the changes first … last of @edit are taken back. */
gboolean _eqp_undo_find_rested (EqpStore *self,
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
