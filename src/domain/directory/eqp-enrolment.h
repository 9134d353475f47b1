/* eqp-enrolment.h — that a student is enrolled in a course in an academic year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_ENROLMENT_PERSON,
  EQP_ENROLMENT_COURSE,
  EQP_ENROLMENT_YEAR,
  EQP_ENROLMENT_N_FIELDS,
} EqpEnrolmentField;

#define EQP_TYPE_ENROLMENT (eqp_enrolment_get_type ())
G_DECLARE_FINAL_TYPE (EqpEnrolment, eqp_enrolment, EQP, ENROLMENT, EqpRecord)

extern const EqpEntity eqp_enrolment_entity;

G_END_DECLS
