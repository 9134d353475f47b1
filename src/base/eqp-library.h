/* eqp-library.h — libraries of the program's own, loaded when they are first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer eqp_library_find (const char *library,
                           const char *symbol,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
