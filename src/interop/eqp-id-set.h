/* eqp-id-set.h — a set of record ids that takes little memory, for imports of many rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EqpIdSet EqpIdSet;

EqpIdSet *eqp_id_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      eqp_id_set_free (EqpIdSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpIdSet, eqp_id_set_free)
/* FALSE when @id, which is not 0, was there already. */
gboolean eqp_id_set_add (EqpIdSet *self,
                         gint64    id);

G_END_DECLS
