/* eqp-undo-private.h — what taking back shares: queries over an entry's changes, the later edits that rest upon it */
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
