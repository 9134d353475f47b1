/* eqp-window.h — the main window: areas at the left, one page at the right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-application.h"
#include "app/eqp-session.h"

G_BEGIN_DECLS

#define EQP_TYPE_WINDOW (eqp_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpWindow, eqp_window, EQP, WINDOW, AdwApplicationWindow)

EqpWindow *eqp_window_new (EqpApplication *application);
/* Opens @path in this window; on failure shows why and stays on what it showed. */
gboolean eqp_window_open (EqpWindow  *self,
                          const char *path);
/* The same as soon as the window, which must be presented, has been drawn once: it is in sight while a large file is read. */
void        eqp_window_open_when_drawn (EqpWindow  *self,
                                        const char *path);
const char *eqp_window_get_awaited (EqpWindow *self); /* (nullable) the path of the latter, as long as it is not open */
EqpSession *eqp_window_get_session (EqpWindow *self); /* (nullable) before a file is open */
/* Back from the start page to the file that is open. */
void             eqp_window_show_file (EqpWindow *self);
void             eqp_window_go (EqpWindow  *self,
                                const char *address);
AdwToastOverlay *eqp_window_get_toasts (EqpWindow *self);

G_END_DECLS
