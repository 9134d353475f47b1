/* eqp-away-file.h — what the window says about a file on a network or in a synchronised folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-window.h"

G_BEGIN_DECLS

/* When its file was just opened: where the work is done, and what is left of another time. */
void eqp_away_file_greet (EqpWindow *window);
/* Before it closes: FALSE when changes could not be written to the file; the user is asked then, and the window closes on their word. */
gboolean eqp_away_file_leave (EqpWindow *window);

G_END_DECLS
