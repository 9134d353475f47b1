/* eqp-request-findings.h — what the rules say about one request and its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* @lines: (element-type EqpIntervention) of the request. (element-type EqpFinding) */
GPtrArray *eqp_request_findings_load (EqpStore  *store,
                                      EqpRecord *request,
                                      GPtrArray *lines,
                                      GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
