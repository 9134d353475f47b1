/* eqp-request-board.h — the requests as cards, one column a state */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-request-filter.h"
#include "app/exchanges/eqp-request-late.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* ↑ and ↓ walk through a column, ← and → between the columns. */
#define EQP_TYPE_REQUEST_BOARD (eqp_request_board_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestBoard, eqp_request_board, EQP, REQUEST_BOARD, AdwBin)

void eqp_request_board_load (EqpRequestBoard *self,
                             EqpStore        *store,
                             EqpRequestLate  *late);
void eqp_request_board_set_filter (EqpRequestBoard        *self,
                                   const EqpRequestFilter *filter,
                                   const char             *search);
/* Marks the card of the request that is shown beside the board; 0: none. */
void eqp_request_board_mark (EqpRequestBoard *self,
                             gint64           request);
/* Moves the focus to the card of @request; FALSE when it has none. */
gboolean eqp_request_board_focus (EqpRequestBoard *self,
                                  gint64           request);
/* Requests in all columns. */
guint eqp_request_board_count (EqpRequestBoard *self);

G_END_DECLS
