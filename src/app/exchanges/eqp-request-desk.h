/* eqp-request-desk.h — the requests: board or table at the left, one of them at the right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-exchange-view.h"

G_BEGIN_DECLS

/* Actions for whatever is inside: "requests.open" (s: code), "requests.close", "requests.more" (s: state: all of it, in the table), "requests.move"
 * (ss: code, state), "requests.assign" (x: person, or 0). */
#define EQP_TYPE_REQUEST_DESK (eqp_request_desk_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestDesk, eqp_request_desk, EQP, REQUEST_DESK, EqpExchangeView)

/* The request in sight at the right. */
EqpRecord *eqp_request_desk_get_request (EqpRequestDesk *self); /* (nullable) borrowed */

G_END_DECLS
