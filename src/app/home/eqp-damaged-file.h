/* eqp-damaged-file.h — a file that cannot be opened: why, and the copies that were made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-window.h"

G_BEGIN_DECLS

/* Says why the file at @path could not be opened, and offers its copies where one of them is the cure. */
void eqp_damaged_file_explain (EqpWindow    *window,
                               const char   *path,
                               const GError *error);

G_END_DECLS
