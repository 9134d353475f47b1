/* eqp-decision.h — a dated act about a body: proposal, decision, annex, designation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_DECISION_BODY,
  EQP_DECISION_KIND,
  EQP_DECISION_DATE,
  EQP_DECISION_REFERENCE,
  EQP_DECISION_SIGNATORY,
  EQP_DECISION_SIDE,
  EQP_DECISION_N_FIELDS,
} EqpDecisionField;

#define EQP_TYPE_DECISION (eqp_decision_get_type ())
G_DECLARE_FINAL_TYPE (EqpDecision, eqp_decision, EQP, DECISION, EqpRecord)

extern const EqpEntity eqp_decision_entity;

G_END_DECLS
