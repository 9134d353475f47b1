/* eqp-mandate.h — that a person holds a seat of a body for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_MANDATE_BODY,
  EQP_MANDATE_PERSON,
  EQP_MANDATE_CATEGORY,
  EQP_MANDATE_FUNCTION,
  EQP_MANDATE_REPRESENTS_EMPLOYER,
  EQP_MANDATE_INSTITUTION,
  EQP_MANDATE_FROM_DATE,
  EQP_MANDATE_TO_DATE,
  EQP_MANDATE_REPLACES,
  EQP_MANDATE_MEETING, /* of an occasional guest */
  EQP_MANDATE_N_FIELDS,
} EqpMandateField;

#define EQP_TYPE_MANDATE (eqp_mandate_get_type ())
G_DECLARE_FINAL_TYPE (EqpMandate, eqp_mandate, EQP, MANDATE, EqpRecord)

extern const EqpEntity eqp_mandate_entity;

G_END_DECLS
