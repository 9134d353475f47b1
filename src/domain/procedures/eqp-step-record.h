/* eqp-step-record.h — that a step was done, or waived with a reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_STEP_RECORD_REQUEST,
  EQP_STEP_RECORD_STEP,
  EQP_STEP_RECORD_DATE,
  EQP_STEP_RECORD_PERSON,
  EQP_STEP_RECORD_EVIDENCE,
  EQP_STEP_RECORD_WAIVED,
  EQP_STEP_RECORD_N_FIELDS,
} EqpStepRecordField;

#define EQP_TYPE_STEP_RECORD (eqp_step_record_get_type ())
G_DECLARE_FINAL_TYPE (EqpStepRecord, eqp_step_record, EQP, STEP_RECORD, EqpRecord)

extern const EqpEntity eqp_step_record_entity;

G_END_DECLS
