/* eqp-procedure-step.h — one step of a procedure: whose turn, due when, what proves it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_PROCEDURE_STEP_PROCEDURE,
  EQP_PROCEDURE_STEP_POSITION,
  EQP_PROCEDURE_STEP_CODE,
  EQP_PROCEDURE_STEP_NAME_FR,
  EQP_PROCEDURE_STEP_NAME_EN,
  EQP_PROCEDURE_STEP_ROLE,
  EQP_PROCEDURE_STEP_ANCHOR,
  EQP_PROCEDURE_STEP_DELAY,
  EQP_PROCEDURE_STEP_DAYS,
  EQP_PROCEDURE_STEP_EVIDENCE,
  EQP_PROCEDURE_STEP_BLOCKING,
  EQP_PROCEDURE_STEP_SOURCE,
  EQP_PROCEDURE_STEP_N_FIELDS,
} EqpProcedureStepField;

#define EQP_TYPE_PROCEDURE_STEP (eqp_procedure_step_get_type ())
G_DECLARE_FINAL_TYPE (EqpProcedureStep, eqp_procedure_step, EQP, PROCEDURE_STEP, EqpRecord)

extern const EqpEntity eqp_procedure_step_entity;

G_END_DECLS
