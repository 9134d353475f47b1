/* eqp-preferences-window.h — language, colours, the file's own settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_PREFERENCES_WINDOW (eqp_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpPreferencesWindow, eqp_preferences_window, EQP, PREFERENCES_WINDOW, EqpSessionWindow)

G_END_DECLS
