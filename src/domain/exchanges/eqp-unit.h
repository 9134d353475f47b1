/* eqp-unit.h — a teaching unit (UE) of a course and the hours that it offers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_UNIT_CODE,
  EQP_UNIT_COURSE,
  EQP_UNIT_NAME,
  EQP_UNIT_HOURS,
  EQP_UNIT_OPEN,
  EQP_UNIT_CONDITIONS,
  EQP_UNIT_FROM_DATE,
  EQP_UNIT_TO_DATE,
  EQP_UNIT_N_FIELDS,
} EqpUnitField;

#define EQP_TYPE_UNIT (eqp_unit_get_type ())
G_DECLARE_FINAL_TYPE (EqpUnit, eqp_unit, EQP, UNIT, EqpRecord)

extern const EqpEntity eqp_unit_entity;

G_END_DECLS
