/* eqp-meeting-list.h — the meetings of a council, the last one first, with what they dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EQP_TYPE_MEETING_LIST (eqp_meeting_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpMeetingList, eqp_meeting_list, EQP, MEETING_LIST, AdwBin)

/* Shows every meeting of @body, those to come too; call again when something changed. */
void eqp_meeting_list_show (EqpMeetingList *self,
                            EqpSession     *session,
                            gint64          body);

G_END_DECLS
