/* eqp-course-links.c — where a course is held, and the components engaged in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-course-links"

#include "config.h"

#include "domain/directory/eqp-course-links.h"

#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-site.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

#define OWNER (EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER)

static const EqpField eqp_course_site_fields[] = {
  [EQP_COURSE_SITE_COURSE] = { "course", EQP_FIELD_REFERENCE, OWNER, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
  [EQP_COURSE_SITE_SITE] = { "site", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Site"), "site", NULL, &eqp_site_entity },
};

EQP_DEFINE_ENTITY (eqp_course_site, "course_site", N_ ("site of a course"), N_ ("Sites of courses"))
EQP_DEFINE_RECORD_TYPE (EqpCourseSite, eqp_course_site)

static char *
eqp_course_site_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_COURSE_SITE_COURSE, EQP_COURSE_SITE_SITE, language);
}

static void
eqp_course_site_class_init (EqpCourseSiteClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &eqp_course_site_entity);
  EQP_RECORD_CLASS (klass)->dup_title = eqp_course_site_dup_title;
}

static const EqpField eqp_course_component_fields[] = {
  [EQP_COURSE_COMPONENT_COURSE] = { "course", EQP_FIELD_REFERENCE, OWNER, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
  [EQP_COURSE_COMPONENT_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Component"), "institution;component;composante", NULL, &eqp_institution_entity },
};

EQP_DEFINE_ENTITY (eqp_course_component, "course_component", N_ ("component engaged in a course"), N_ ("Components engaged in courses"))
EQP_DEFINE_RECORD_TYPE (EqpCourseComponent, eqp_course_component)

static char *
eqp_course_component_dup_title (EqpRecord  *record,
                                EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_COURSE_COMPONENT_COURSE, EQP_COURSE_COMPONENT_INSTITUTION, language);
}

static void
eqp_course_component_class_init (EqpCourseComponentClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &eqp_course_component_entity);
  EQP_RECORD_CLASS (klass)->dup_title = eqp_course_component_dup_title;
}
