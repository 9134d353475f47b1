/* eqp-affiliation.h — the home institution and side of a person for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_AFFILIATION_PERSON,
  EQP_AFFILIATION_INSTITUTION,
  EQP_AFFILIATION_SIDE,
  EQP_AFFILIATION_FROM_DATE,
  EQP_AFFILIATION_TO_DATE,
  EQP_AFFILIATION_N_FIELDS,
} EqpAffiliationField;

#define EQP_TYPE_AFFILIATION (eqp_affiliation_get_type ())
G_DECLARE_FINAL_TYPE (EqpAffiliation, eqp_affiliation, EQP, AFFILIATION, EqpRecord)

extern const EqpEntity eqp_affiliation_entity;

G_END_DECLS
