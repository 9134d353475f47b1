/* eqp-meeting-window.h — recording a meeting of a council, and the items that it dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

/* @meeting: 0 = a new one of @body. */
void eqp_meeting_window_present (GtkWindow  *parent,
                                 EqpSession *session,
                                 gint64      body,
                                 gint64      meeting);
/* @item: 0 = a new one, after the others of @meeting. */
void eqp_meeting_item_window_present (GtkWindow  *parent,
                                      EqpSession *session,
                                      gint64      meeting,
                                      gint64      item);

G_END_DECLS
