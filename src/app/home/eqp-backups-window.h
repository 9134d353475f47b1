/* eqp-backups-window.h — the copies kept of the file, and taking one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"
#include "app/eqp-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_BACKUPS_WINDOW (eqp_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpBackupsWindow, eqp_backups_window, EQP, BACKUPS_WINDOW, EqpSessionWindow)

/* For a file that cannot be opened: one of the copies made of it takes its place, and is opened in @window. */
void eqp_backups_window_present_for_path (EqpWindow  *window,
                                          const char *path);

G_END_DECLS
