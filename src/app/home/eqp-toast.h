/* eqp-toast.h — toasts of a window that stays open beside what it changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/eqp-message.h"

G_BEGIN_DECLS

/* As eqp_feedback_edit() and eqp_feedback_say(), shown in the dialog itself: the main window behind it cannot be clicked. Undo is the
 * main window's. */
void eqp_toast_edit (AdwToastOverlay *overlay,
                     EqpMessage      *label);
void eqp_toast_say (AdwToastOverlay *overlay,
                    const char      *sentence);

G_END_DECLS
