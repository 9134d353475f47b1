/* eqp-catalogue.h — a gettext catalogue read directly, without any locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EqpCatalogue EqpCatalogue;

EqpCatalogue *eqp_catalogue_open (const char *path,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_catalogue_free (EqpCatalogue *self);
const char   *eqp_catalogue_lookup (const EqpCatalogue *self,
                                    const char         *msgid,
                                    guint               form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpCatalogue, eqp_catalogue_free)

G_END_DECLS
