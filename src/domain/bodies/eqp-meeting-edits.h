/* eqp-meeting-edits.h — recording and deleting the meetings of a body, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* @label: (out) (optional) (transfer full) for the Undo toast. */

/* Saves @draft (a meeting); a new one gets its code from its body and date. */
gboolean eqp_meeting_save (EqpStore    *store,
                           EqpRecord   *draft,
                           EqpMessage **label,
                           GError     **error);
/* Deletes a meeting with its items; guests invited to it stay, tied to none. */
gboolean eqp_meeting_delete (EqpStore    *store,
                             gint64       meeting,
                             EqpMessage **label,
                             GError     **error);
/* The position after the last item of @meeting; 1 when it has none. */
gboolean eqp_meeting_get_next_position (EqpStore *store,
                                        gint64    meeting,
                                        gint64   *position,
                                        GError  **error);

/* Inside an edit only: every meeting of @body. */
gboolean eqp_edit_delete_meetings (EqpStore *store,
                                   gint64    body,
                                   GError  **error);

G_END_DECLS
