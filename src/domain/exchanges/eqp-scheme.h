/* eqp-scheme.h — a scheme of the academy training plan (PAF) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SCHEME_CODE,
  EQP_SCHEME_NAME,
  EQP_SCHEME_FAMILY,
  EQP_SCHEME_LEAD,
  EQP_SCHEME_CONDITIONS,
  EQP_SCHEME_FROM_DATE,
  EQP_SCHEME_TO_DATE,
  EQP_SCHEME_N_FIELDS,
} EqpSchemeField;

#define EQP_TYPE_SCHEME (eqp_scheme_get_type ())
G_DECLARE_FINAL_TYPE (EqpScheme, eqp_scheme, EQP, SCHEME, EqpRecord)

extern const EqpEntity eqp_scheme_entity;

/* Who should lead the delivery of a scheme of @family: the Pôle for local subject actions and the follow-up of pre-professional assistants, the rectorat
 * otherwise (G-06). Returns "pole" or "rectorat". */
const char *eqp_scheme_expected_lead (const char *family);

G_END_DECLS
