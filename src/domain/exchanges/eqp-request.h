/* eqp-request.h — what one institution asks of the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_REQUEST_CODE,
  EQP_REQUEST_REQUESTER,
  EQP_REQUEST_CONTACT,
  EQP_REQUEST_TRAINING,
  EQP_REQUEST_UNIT,
  EQP_REQUEST_SCHEME,
  EQP_REQUEST_SCOPE,
  EQP_REQUEST_SUBJECT,
  EQP_REQUEST_MINUTES,
  EQP_REQUEST_RECEIVED,
  EQP_REQUEST_START_DATE,
  EQP_REQUEST_END_DATE,
  EQP_REQUEST_PLACE,
  EQP_REQUEST_LEVEL,
  EQP_REQUEST_SKILLS,
  EQP_REQUEST_COMPLEX,
  EQP_REQUEST_ROUTE,
  EQP_REQUEST_RESOURCE,
  EQP_REQUEST_STATE,
  EQP_REQUEST_REASON,
  EQP_REQUEST_COORDINATOR,
  EQP_REQUEST_REMARKS,
  EQP_REQUEST_N_FIELDS,
} EqpRequestField;

#define EQP_TYPE_REQUEST (eqp_request_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequest, eqp_request, EQP, REQUEST, EqpRecord)

extern const EqpEntity eqp_request_entity;

/* The states a request goes through, in order, then "refused". */
#define EQP_REQUEST_N_STATES 9
const char *eqp_request_get_state_code (guint state); /* "received" … "closed", "refused" */
const char *eqp_request_get_state_label (guint       state,
                                         EqpLanguage language);
guint       eqp_request_get_state (EqpRecord *request); /* index */

G_END_DECLS
