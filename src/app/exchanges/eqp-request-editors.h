/* eqp-request-editors.h — the editors of a request: all of it, its route, the reason of a refusal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "store/eqp-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @request: (nullable) a new one */
/* A new request that is saved is opened by @widget's action "requests.created". */
void eqp_request_editor_present (GtkWidget  *widget,
                                 EqpSession *session,
                                 EqpRecord  *request);
/* Who handles it, then the state "routed". */
void eqp_request_route_present (GtkWindow  *parent,
                                EqpSession *session,
                                EqpRecord  *request);
/* Why it is refused, then the state "refused". */
void eqp_request_refusal_present (GtkWindow  *parent,
                                  EqpSession *session,
                                  EqpRecord  *request);

G_END_DECLS
