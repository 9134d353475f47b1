/* eqp-teaching.c — that a person teaches in a course in an academic year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-teaching"

#include "config.h"

#include "domain/directory/eqp-teaching.h"

#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_teaching_fields[] = {
  [EQP_TEACHING_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL | EQP_FIELD_OWNER, N_ ("Person"), "person;personne", NULL, &eqp_person_entity },
  [EQP_TEACHING_COURSE] = { "course", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
  [EQP_TEACHING_YEAR] = { "year", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("Academic year (the year in which it starts)"), "year;année;année universitaire" },
};

EQP_DEFINE_ENTITY (eqp_teaching, "teaching", N_ ("teaching"), N_ ("Teaching"))
EQP_DEFINE_RECORD_TYPE (EqpTeaching, eqp_teaching)

static char *
eqp_teaching_dup_title (EqpRecord  *record,
                        EqpLanguage language)
{
  g_autofree char *names = eqp_record_dup_joined_titles (record, EQP_TEACHING_PERSON, EQP_TEACHING_COURSE, language);

  return eqp_academic_year_dup_title (names, eqp_record_get_integer (record, EQP_TEACHING_YEAR));
}

static gboolean
eqp_teaching_validate (EqpRecord *record,
                       guint     *field,
                       GError   **error)
{
  *field = EQP_TEACHING_YEAR;
  return eqp_academic_year_check (eqp_record_get_integer (record, EQP_TEACHING_YEAR), error);
}

static void
eqp_teaching_class_init (EqpTeachingClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_teaching_entity);
  record_class->dup_title = eqp_teaching_dup_title;
  record_class->validate = eqp_teaching_validate;
}
