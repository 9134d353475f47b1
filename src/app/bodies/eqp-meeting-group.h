/* eqp-meeting-group.h — one meeting of a council: its day, and the items that it dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Its buttons call the actions meeting.* of the list around it, with the id of the meeting or of the item. */
#define EQP_TYPE_MEETING_GROUP (eqp_meeting_group_get_type ())
G_DECLARE_FINAL_TYPE (EqpMeetingGroup, eqp_meeting_group, EQP, MEETING_GROUP, AdwBin)

GtkWidget *eqp_meeting_group_new (EqpRecord *meeting,
                                  gboolean   writable);
void       eqp_meeting_group_add_item (EqpMeetingGroup *self,
                                       EqpRecord       *item,
                                       gboolean         writable);

G_END_DECLS
