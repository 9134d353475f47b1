/* eqp-session-window.h — a window beside the main one that works on its open file; Escape closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

/* Property "session" (construct only, nullable). */
#define EQP_TYPE_SESSION_WINDOW (eqp_session_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpSessionWindow, eqp_session_window, EQP, SESSION_WINDOW, AdwWindow)

struct _EqpSessionWindowClass
{
  AdwWindowClass parent_class;
};

/* NULL without an open file, and once the window is closed. */
EqpSession *eqp_session_window_get_session (EqpSessionWindow *self);

G_END_DECLS
