/* eqp-body-links.h — the mentions and courses that a body is attached to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_BODY_MENTION_BODY,
  EQP_BODY_MENTION_MENTION,
  EQP_BODY_MENTION_N_FIELDS,
} EqpBodyMentionField;

#define EQP_TYPE_BODY_MENTION (eqp_body_mention_get_type ())
G_DECLARE_FINAL_TYPE (EqpBodyMention, eqp_body_mention, EQP, BODY_MENTION, EqpRecord)

extern const EqpEntity eqp_body_mention_entity;

typedef enum {
  EQP_BODY_COURSE_BODY,
  EQP_BODY_COURSE_COURSE,
  EQP_BODY_COURSE_N_FIELDS,
} EqpBodyCourseField;

#define EQP_TYPE_BODY_COURSE (eqp_body_course_get_type ())
G_DECLARE_FINAL_TYPE (EqpBodyCourse, eqp_body_course, EQP, BODY_COURSE, EqpRecord)

extern const EqpEntity eqp_body_course_entity;

G_END_DECLS
