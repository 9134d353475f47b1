/* eqp-course.h — a course (parcours) of a mention */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_COURSE_CODE,
  EQP_COURSE_NAME_FR,
  EQP_COURSE_NAME_EN,
  EQP_COURSE_MENTION,
  EQP_COURSE_HEAD,
  EQP_COURSE_FROM_DATE,
  EQP_COURSE_TO_DATE,
  EQP_COURSE_N_FIELDS,
} EqpCourseField;

#define EQP_TYPE_COURSE (eqp_course_get_type ())
G_DECLARE_FINAL_TYPE (EqpCourse, eqp_course, EQP, COURSE, EqpRecord)

extern const EqpEntity eqp_course_entity;

G_END_DECLS
