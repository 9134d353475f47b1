/* eqp-unit.c — a teaching unit (UE) of a course and the hours that it offers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-unit"

#include "config.h"

#include "domain/exchanges/eqp-unit.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-course.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_unit_fields[] = {
  [EQP_UNIT_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_UNIT_COURSE] = { "course", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_OWNER, N_ ("Course"), "course;parcours", NULL, &eqp_course_entity },
  [EQP_UNIT_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name"), "name;nom;intitulé" },
  [EQP_UNIT_HOURS] = { "hours", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_DURATION, N_ ("Hours a year"), "hours;heures;heures par an;volume horaire;volume" },
  [EQP_UNIT_OPEN] = { "open", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("Open to field trainers"), "open;ouverte;ouvert;ouverte aux formateurs de terrain" },
  [EQP_UNIT_CONDITIONS] = { "conditions", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Conditions"), "conditions;conditions pédagogiques" },
  [EQP_UNIT_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_UNIT_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_unit, "unit", N_ ("teaching unit"), N_ ("Teaching units"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpUnit, eqp_unit, {
  eqp_record_set_integer (record, EQP_UNIT_HOURS, 0);
  eqp_record_set_boolean (record, EQP_UNIT_OPEN, TRUE);
})

/* With its code: many courses have a unit of the same name. */
static char *
eqp_unit_dup_title (EqpRecord  *record,
                    EqpLanguage language)
{
  return g_strdup_printf ("%s – %s", eqp_record_get_text (record, EQP_UNIT_CODE), eqp_record_get_text (record, EQP_UNIT_NAME));
}

static gboolean
eqp_unit_validate (EqpRecord *record,
                   guint     *field,
                   GError   **error)
{
  if (eqp_record_get_integer (record, EQP_UNIT_HOURS) < 0)
    {
      *field = EQP_UNIT_HOURS;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A teaching unit cannot offer less than no hours."));
      return FALSE;
    }
  return eqp_record_check_period (record, EQP_UNIT_FROM_DATE, EQP_UNIT_TO_DATE, field, error);
}

static void
eqp_unit_class_init (EqpUnitClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_unit_entity);
  record_class->dup_title = eqp_unit_dup_title;
  record_class->validate = eqp_unit_validate;
}
