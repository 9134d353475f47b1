/* eqp-clock.h — the one place where the time and random ids come from, so that tests can freeze them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 eqp_clock_now_us (void);
gint64 eqp_clock_random_id (void);

G_END_DECLS
