/* eqp-candidates.h — who could answer a request: side, availability, load, effect on the balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

typedef enum {
  EQP_AVAILABILITY_UNKNOWN,
  EQP_AVAILABILITY_FREE,
  EQP_AVAILABILITY_PARTLY, /* some days of the request's period */
  EQP_AVAILABILITY_BUSY,
} EqpAvailabilityState;

typedef struct
{
  gint64               person;
  char                *code;
  char                *name; /* "Mme Anne Duval" */
  char                *institution;
  char                *disciplines;
  EqpSide              side;
  EqpAvailabilityState availability;
  gboolean             teaches;    /* already gives lines in the request's unit, its course, or its scheme */
  gint64               load;       /* minutes planned or done in the academic year */
  gint64               effect;     /* on the balance, in minutes, signed, if the person takes the request */
  gboolean             right_side; /* the partner's side: rectorat for FI, university for FC */
} EqpCandidate;

/* Ranked: right side first, then who already teaches it, then availability, then the smaller load, then name; at most @limit.
 * @text: (nullable) folded search on name, institution, discipline. (element-type EqpCandidate) */
GPtrArray *eqp_candidates_load (EqpStore   *store,
                                EqpRecord  *request,
                                const char *text,
                                guint       limit,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
