/* eqp-shortcuts-window.h — the keyboard, from the table of accelerators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_SHORTCUTS_WINDOW (eqp_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpShortcutsWindow, eqp_shortcuts_window, EQP, SHORTCUTS_WINDOW, EqpSessionWindow)

G_END_DECLS
