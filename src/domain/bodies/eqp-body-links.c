/* eqp-body-links.c — the mentions and courses that a body is attached to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-body-links"

#include "config.h"

#include "domain/bodies/eqp-body-links.h"

#include "domain/bodies/eqp-body.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-mention.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

#define OWNER (EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER)

static const EqpField eqp_body_mention_fields[] = {
  [EQP_BODY_MENTION_BODY] = { "body", EQP_FIELD_REFERENCE, OWNER, N_ ("Council"), "body;conseil", NULL, &eqp_body_entity },
  [EQP_BODY_MENTION_MENTION] = { "mention", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Mention"), "mention", NULL, &eqp_mention_entity },
};

EQP_DEFINE_ENTITY (eqp_body_mention, "body_mention", N_ ("mention of a council"), N_ ("Mentions of councils"))
EQP_DEFINE_RECORD_TYPE (EqpBodyMention, eqp_body_mention)

static char *
eqp_body_mention_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_BODY_MENTION_BODY, EQP_BODY_MENTION_MENTION, language);
}

static void
eqp_body_mention_class_init (EqpBodyMentionClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &eqp_body_mention_entity);
  EQP_RECORD_CLASS (klass)->dup_title = eqp_body_mention_dup_title;
}

static const EqpField eqp_body_course_fields[] = {
  [EQP_BODY_COURSE_BODY] = { "body", EQP_FIELD_REFERENCE, OWNER, N_ ("Council"), "body;conseil", NULL, &eqp_body_entity },
  [EQP_BODY_COURSE_COURSE] = { "course", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
};

EQP_DEFINE_ENTITY (eqp_body_course, "body_course", N_ ("course of a council"), N_ ("Courses of councils"))
EQP_DEFINE_RECORD_TYPE (EqpBodyCourse, eqp_body_course)

static char *
eqp_body_course_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_BODY_COURSE_BODY, EQP_BODY_COURSE_COURSE, language);
}

static void
eqp_body_course_class_init (EqpBodyCourseClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &eqp_body_course_entity);
  EQP_RECORD_CLASS (klass)->dup_title = eqp_body_course_dup_title;
}
