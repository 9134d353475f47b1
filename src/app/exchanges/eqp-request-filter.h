/* eqp-request-filter.h — which requests the desk shows: direction, state, coordinator, late ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-request.h"

G_BEGIN_DECLS

/* Besides the number of a state: */
#define EQP_REQUEST_FILTER_GOING (-1) /* all but the refused ones */
#define EQP_REQUEST_FILTER_ANY (-2)

/* The states that the desk treats in a way of their own. */
#define EQP_REQUEST_STATE_RECEIVED 0
#define EQP_REQUEST_STATE_QUALIFIED 1
#define EQP_REQUEST_STATE_ROUTED 2
#define EQP_REQUEST_STATE_DONE 5
#define EQP_REQUEST_STATE_REFUSED (EQP_REQUEST_N_STATES - 1)

typedef struct
{
  const char *training;    /* (nullable) "FC", "FI" */
  int         state;       /* a state, or one of the above */
  gint64      coordinator; /* 0: whoever it is */
  const char *late;        /* (nullable) condition on late ones, see eqp_request_late_dup_condition() */
} EqpRequestFilter;

/* Whether a column of the board has a place: the refused ones have theirs when they are asked for. */
gboolean eqp_request_filter_has_state (const EqpRequestFilter *filter,
                                       guint                   state);
/* SQL on the columns of "request"; @state: of one column, or -1 for all that the filter lets through. */
char *eqp_request_filter_dup_condition (const EqpRequestFilter *filter,
                                        int                     state);

G_END_DECLS
