/* eqp-enrolment.c — that a student is enrolled in a course in an academic year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-enrolment"

#include "config.h"

#include "domain/directory/eqp-enrolment.h"

#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_enrolment_fields[] = {
  [EQP_ENROLMENT_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL | EQP_FIELD_OWNER, N_ ("Person"), "person;personne", NULL, &eqp_person_entity },
  [EQP_ENROLMENT_COURSE] = { "course", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
  [EQP_ENROLMENT_YEAR] = { "year", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("Academic year (the year in which it starts)"), "year;année;année universitaire" },
};

EQP_DEFINE_ENTITY (eqp_enrolment, "enrolment", N_ ("enrolment"), N_ ("Enrolments"))
EQP_DEFINE_RECORD_TYPE (EqpEnrolment, eqp_enrolment)

static char *
eqp_enrolment_dup_title (EqpRecord  *record,
                         EqpLanguage language)
{
  g_autofree char *names = eqp_record_dup_joined_titles (record, EQP_ENROLMENT_PERSON, EQP_ENROLMENT_COURSE, language);

  return eqp_academic_year_dup_title (names, eqp_record_get_integer (record, EQP_ENROLMENT_YEAR));
}

static gboolean
eqp_enrolment_validate (EqpRecord *record,
                        guint     *field,
                        GError   **error)
{
  *field = EQP_ENROLMENT_YEAR;
  return eqp_academic_year_check (eqp_record_get_integer (record, EQP_ENROLMENT_YEAR), error);
}

static void
eqp_enrolment_class_init (EqpEnrolmentClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_enrolment_entity);
  record_class->dup_title = eqp_enrolment_dup_title;
  record_class->validate = eqp_enrolment_validate;
}
