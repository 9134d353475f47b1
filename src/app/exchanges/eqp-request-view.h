/* eqp-request-view.h — one request: its facts, procedure, next step, lines, findings, and who could answer it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"
#include "store/eqp-record.h"

G_BEGIN_DECLS

/* Its buttons are the actions of the desk around it ("requests.move", "requests.assign" …). Follows the file. */
#define EQP_TYPE_REQUEST_VIEW (eqp_request_view_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestView, eqp_request_view, EQP, REQUEST_VIEW, AdwBin)

void eqp_request_view_set_session (EqpRequestView *self,
                                   EqpSession     *session);
/* @request: (nullable) */
void       eqp_request_view_show (EqpRequestView *self,
                                  EqpRecord      *request);
EqpRecord *eqp_request_view_get_request (EqpRequestView *self);
/* The keyboard goes to what is to be done next. */
void eqp_request_view_focus (EqpRequestView *self); /* (nullable) borrowed */

G_END_DECLS
