/* eqp-toast.h — sentences at the foot of a window, which go by themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/eqp-message.h"

G_BEGIN_DECLS

/* What an edit did, at once, with an Undo button; of the main window, when @overlay is a dialog's. */
void eqp_toast_edit (AdwToastOverlay *overlay,
                     EqpMessage      *label);
/* What undo or redo did. This and eqp_toast_edit() take each other's place: Undo always is that of the edit which is spoken of. */
void eqp_toast_replace (AdwToastOverlay *overlay,
                        const char      *sentence);
/* A sentence after those that are shown. */
void eqp_toast_say (AdwToastOverlay *overlay,
                    const char      *sentence);

G_END_DECLS
