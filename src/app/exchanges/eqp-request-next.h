/* eqp-request-next.h — what to do next with a request, and what else can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/eqp-record.h"

G_BEGIN_DECLS

/* Makes @button the one step that is suggested; hidden when the request has come to its end. @lines: (element-type EqpIntervention) of the request;
 * @assigned: minutes on them. */
void eqp_request_next_set_up (GtkButton *button,
                              EqpRecord *request,
                              GPtrArray *lines,
                              gint64     assigned);
/* Everything else, for the menu beside it. */
GMenuModel *eqp_request_next_make_menu (EqpRecord *request) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there are hours to certify: done, and not certified yet. */
gboolean eqp_request_next_can_certify (GPtrArray *lines);

G_END_DECLS
