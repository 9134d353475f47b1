/* eqp-request-card.h — a request on the board: what, for whom, how many hours, how late */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-request-late.h"
#include "store/eqp-record.h"

G_BEGIN_DECLS

/* Follows its record. Enter and a click open it ("requests.open"), Ctrl+→ and Ctrl+← move it ("requests.move"), and it can be dragged. */
#define EQP_TYPE_REQUEST_CARD (eqp_request_card_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestCard, eqp_request_card, EQP, REQUEST_CARD, GtkListBoxRow)

GtkWidget *eqp_request_card_new (EqpRecord      *request,
                                 EqpRequestLate *late);
EqpRecord *eqp_request_card_get_request (EqpRequestCard *self); /* borrowed */

/* "7 days late", for cards and rows; "" when it is not. */
char *eqp_request_dup_delay (EqpRequestLate *late,
                             EqpRecord      *request);
/* The short name of who asks, "" when that is not said. */
char *eqp_request_dup_requester (EqpRecord *request);
/* "12 h 30", "" when no hours are said. */
char *eqp_request_dup_hours (EqpRecord *request);

G_END_DECLS
