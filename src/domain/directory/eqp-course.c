/* eqp-course.c — a course (parcours) of a mention */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-course"

#include "config.h"

#include "domain/directory/eqp-course.h"

#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_course_fields[] = {
  [EQP_COURSE_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_COURSE_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_COURSE_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_COURSE_MENTION] = { "mention", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED, N_ ("Mention"), "mention", NULL, &eqp_mention_entity },
  [EQP_COURSE_HEAD] = { "head", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Head"), "head;responsable", NULL, &eqp_person_entity },
  [EQP_COURSE_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début;ouverture" },
  [EQP_COURSE_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until;fermeture" },
};

EQP_DEFINE_ENTITY (eqp_course, "course", N_ ("course"), N_ ("Courses"))
EQP_DEFINE_RECORD_TYPE (EqpCourse, eqp_course)

static char *
eqp_course_dup_title (EqpRecord  *record,
                      EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_COURSE_NAME_FR, EQP_COURSE_NAME_EN, language);
}

static gboolean
eqp_course_validate (EqpRecord *record,
                     guint     *field,
                     GError   **error)
{
  return eqp_record_check_period (record, EQP_COURSE_FROM_DATE, EQP_COURSE_TO_DATE, field, error);
}

static void
eqp_course_class_init (EqpCourseClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_course_entity);
  record_class->dup_title = eqp_course_dup_title;
  record_class->validate = eqp_course_validate;
}
