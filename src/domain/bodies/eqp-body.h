/* eqp-body.h — a council, committee or sub-council */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_BODY_CODE,
  EQP_BODY_NUMBER,
  EQP_BODY_DEGREE,
  EQP_BODY_NAME_FR,
  EQP_BODY_NAME_EN,
  EQP_BODY_STATUTE,
  EQP_BODY_PARENT,
  EQP_BODY_SITE,
  EQP_BODY_FROM_DATE,
  EQP_BODY_TO_DATE,
  EQP_BODY_N_FIELDS,
} EqpBodyField;

#define EQP_TYPE_BODY (eqp_body_get_type ())
G_DECLARE_FINAL_TYPE (EqpBody, eqp_body, EQP, BODY, EqpRecord)

extern const EqpEntity eqp_body_entity;

G_END_DECLS
