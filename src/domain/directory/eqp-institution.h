/* eqp-institution.h — a university, a component, the education authority, a school, a company */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_INSTITUTION_CODE,
  EQP_INSTITUTION_NAME,
  EQP_INSTITUTION_SHORT_NAME,
  EQP_INSTITUTION_KIND,
  EQP_INSTITUTION_SIDE,
  EQP_INSTITUTION_UAI,
  EQP_INSTITUTION_SIRET,
  EQP_INSTITUTION_PARENT,
  EQP_INSTITUTION_N_FIELDS,
} EqpInstitutionField;

#define EQP_TYPE_INSTITUTION (eqp_institution_get_type ())
G_DECLARE_FINAL_TYPE (EqpInstitution, eqp_institution, EQP, INSTITUTION, EqpRecord)

extern const EqpEntity eqp_institution_entity;

G_END_DECLS
