/* eqp-resolver.h — which record a code in a table means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Codes are compared exactly; failing that, codes and names are compared as a search does (no case, accents, inclusive endings),
 * and count when only one record answers to them. Lives within one import; what the import saves is told to it. */
typedef struct _EqpResolver EqpResolver;

EqpResolver *eqp_resolver_new (EqpStore *store) G_GNUC_WARN_UNUSED_RESULT;
void         eqp_resolver_free (EqpResolver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpResolver, eqp_resolver_free)

gboolean eqp_resolver_find (EqpResolver     *self,
                            const EqpEntity *entity,
                            const char      *text,
                            gint64          *id,
                            GError         **error);
gboolean eqp_resolver_find_category (EqpResolver *self,
                                     gint64       body,
                                     const char  *text,
                                     gint64      *id,
                                     GError     **error);
gboolean eqp_resolver_find_replaced (EqpResolver *self,
                                     EqpRecord   *mandate,
                                     gint64       person,
                                     gint64      *id,
                                     GError     **error);
void     eqp_resolver_add (EqpResolver *self,
                           EqpRecord   *record);

G_END_DECLS
