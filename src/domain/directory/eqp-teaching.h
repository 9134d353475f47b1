/* eqp-teaching.h — that a person teaches in a course in an academic year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_TEACHING_PERSON,
  EQP_TEACHING_COURSE,
  EQP_TEACHING_YEAR,
  EQP_TEACHING_N_FIELDS,
} EqpTeachingField;

#define EQP_TYPE_TEACHING (eqp_teaching_get_type ())
G_DECLARE_FINAL_TYPE (EqpTeaching, eqp_teaching, EQP, TEACHING, EqpRecord)

extern const EqpEntity eqp_teaching_entity;

G_END_DECLS
