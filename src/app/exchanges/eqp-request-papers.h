/* eqp-request-papers.h — the letter, the orders and the e-mail that a confirmed request leads to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"
#include "store/eqp-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  EQP_REQUEST_PAPER_LETTER, /* confirmation, to the requester */
  EQP_REQUEST_PAPER_ORDERS, /* to each person */
} EqpRequestPaper;

void eqp_request_papers_present (GtkWindow      *parent,
                                 EqpSession     *session,
                                 EqpRecord      *request,
                                 EqpRequestPaper first);
/* The confirmation as an e-mail, in the desktop's own program. */
void eqp_request_papers_mail (GtkWidget  *widget,
                              EqpSession *session,
                              EqpRecord  *request);

G_END_DECLS
