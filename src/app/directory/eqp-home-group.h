/* eqp-home-group.h — where a person belongs, in an editor: institution, side, from when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/directory/eqp-directory-edits.h"

G_BEGIN_DECLS

#define EQP_TYPE_HOME_GROUP (eqp_home_group_get_type ())
G_DECLARE_FINAL_TYPE (EqpHomeGroup, eqp_home_group, EQP, HOME_GROUP, AdwPreferencesGroup)

/* @person: 0 = a new one. */
GtkWidget *eqp_home_group_new (EqpStore *store,
                               gint64    person);
gboolean   eqp_home_group_read (EqpHomeGroup *self,
                                EqpHome      *home,
                                GError      **error);

G_END_DECLS
