/* eqp-intervention.h — a line of the ledger: hours that a person gives in the other institution */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_INTERVENTION_CODE,
  EQP_INTERVENTION_DATE,
  EQP_INTERVENTION_START_TIME,
  EQP_INTERVENTION_END_TIME,
  EQP_INTERVENTION_PERSON,
  EQP_INTERVENTION_HOME,
  EQP_INTERVENTION_HOME_SIDE,
  EQP_INTERVENTION_HOST,
  EQP_INTERVENTION_TRAINING,
  EQP_INTERVENTION_UNIT,
  EQP_INTERVENTION_SCHEME,
  EQP_INTERVENTION_REQUEST,
  EQP_INTERVENTION_REQUESTED,
  EQP_INTERVENTION_PLANNED,
  EQP_INTERVENTION_DONE,
  EQP_INTERVENTION_CERTIFIED,
  EQP_INTERVENTION_KIND,
  EQP_INTERVENTION_SHARED_TIME,
  EQP_INTERVENTION_DIRECT_CONTRACT,
  EQP_INTERVENTION_PAYER,
  EQP_INTERVENTION_IN_SERVICE,
  EQP_INTERVENTION_CORRECTS,
  EQP_INTERVENTION_OVERRIDE,
  EQP_INTERVENTION_SUBJECT,
  EQP_INTERVENTION_N_FIELDS,
} EqpInterventionField;

#define EQP_TYPE_INTERVENTION (eqp_intervention_get_type ())
G_DECLARE_FINAL_TYPE (EqpIntervention, eqp_intervention, EQP, INTERVENTION, EqpRecord)

extern const EqpEntity eqp_intervention_entity;

/* Certified, or in a closed year: only a counter-entry can correct it. (A draft: as the file has it.) */
gboolean eqp_intervention_is_locked (EqpRecord *record);

G_END_DECLS
