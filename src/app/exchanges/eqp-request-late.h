/* eqp-request-late.h — which requests wait longer than their procedure allows; one for a session */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"

G_BEGIN_DECLS

/* Reads the agenda when the window has nothing else to do, and again after each edit that concerns it. Signal "updated" after each reading. */
#define EQP_TYPE_REQUEST_LATE (eqp_request_late_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestLate, eqp_request_late, EQP, REQUEST_LATE, GObject)

/* Of @session, which keeps it. (transfer none) */
EqpRequestLate *eqp_request_late_get (EqpSession *session);
/* Steps of requests that are late. */
guint eqp_request_late_count (EqpRequestLate *self);
/* How many days the request's worst step is late, 0 when none is. */
int eqp_request_late_get_days (EqpRequestLate *self,
                               const char     *code);
/* An SQL condition on the requests that are late. */
char *eqp_request_late_dup_condition (EqpRequestLate *self);

G_END_DECLS
