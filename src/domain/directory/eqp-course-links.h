/* eqp-course-links.h — where a course is held, and the components engaged in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_COURSE_SITE_COURSE,
  EQP_COURSE_SITE_SITE,
  EQP_COURSE_SITE_N_FIELDS,
} EqpCourseSiteField;

#define EQP_TYPE_COURSE_SITE (eqp_course_site_get_type ())
G_DECLARE_FINAL_TYPE (EqpCourseSite, eqp_course_site, EQP, COURSE_SITE, EqpRecord)

extern const EqpEntity eqp_course_site_entity;

typedef enum {
  EQP_COURSE_COMPONENT_COURSE,
  EQP_COURSE_COMPONENT_INSTITUTION,
  EQP_COURSE_COMPONENT_N_FIELDS,
} EqpCourseComponentField;

#define EQP_TYPE_COURSE_COMPONENT (eqp_course_component_get_type ())
G_DECLARE_FINAL_TYPE (EqpCourseComponent, eqp_course_component, EQP, COURSE_COMPONENT, EqpRecord)

extern const EqpEntity eqp_course_component_entity;

G_END_DECLS
