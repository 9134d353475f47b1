/* eqp-new-file.h — a new file, with what every Pôle has, or a whole fictional one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

EqpStore *eqp_pole_create (const char *path,
                           gboolean    sample,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
