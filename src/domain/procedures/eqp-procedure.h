/* eqp-procedure.h — an ordered list of steps that something goes through */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_PROCEDURE_CODE,
  EQP_PROCEDURE_NAME_FR,
  EQP_PROCEDURE_NAME_EN,
  EQP_PROCEDURE_SUBJECT,
  EQP_PROCEDURE_SOURCE,
  EQP_PROCEDURE_FROM_DATE,
  EQP_PROCEDURE_TO_DATE,
  EQP_PROCEDURE_N_FIELDS,
} EqpProcedureField;

#define EQP_TYPE_PROCEDURE (eqp_procedure_get_type ())
G_DECLARE_FINAL_TYPE (EqpProcedure, eqp_procedure, EQP, PROCEDURE, EqpRecord)

extern const EqpEntity eqp_procedure_entity;

G_END_DECLS
