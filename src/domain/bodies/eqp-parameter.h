/* eqp-parameter.h — a number that a rule of a statute reads, for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_PARAMETER_STATUTE,
  EQP_PARAMETER_NAME,
  EQP_PARAMETER_VALUE,
  EQP_PARAMETER_FROM_DATE,
  EQP_PARAMETER_TO_DATE,
  EQP_PARAMETER_SOURCE,
  EQP_PARAMETER_N_FIELDS,
} EqpParameterField;

#define EQP_TYPE_PARAMETER (eqp_parameter_get_type ())
G_DECLARE_FINAL_TYPE (EqpParameter, eqp_parameter, EQP, PARAMETER, EqpRecord)

extern const EqpEntity eqp_parameter_entity;

const char *eqp_parameter_get_label (const char *name,
                                     EqpLanguage language);

G_END_DECLS
