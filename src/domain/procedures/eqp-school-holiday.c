/* eqp-school-holiday.c — school holidays of a zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-school-holiday"

#include "config.h"

#include "domain/procedures/eqp-school-holiday.h"

#include "base/eqp-error.h"
#include "domain/eqp-record-type.h"
#include "domain/procedures/eqp-days-off.h"

#include <glib/gi18n.h>

#define KEY (EQP_FIELD_REQUIRED | EQP_FIELD_KEY)

static const EqpField eqp_school_holiday_fields[] = {
  [EQP_SCHOOL_HOLIDAY_ZONE] = { "zone", EQP_FIELD_TEXT, KEY, N_ ("Zone"), "zone" },
  [EQP_SCHOOL_HOLIDAY_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Name"), "name;nom;intitulé;vacances" },
  [EQP_SCHOOL_HOLIDAY_FROM_DATE] = { "from-date", EQP_FIELD_DATE, KEY, N_ ("First day"), "from;from_date;du;début;date de début;premier jour" },
  [EQP_SCHOOL_HOLIDAY_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_REQUIRED, N_ ("Last day"), "to;to_date;au;fin;date de fin;dernier jour" },
};

EQP_DEFINE_ENTITY (eqp_school_holiday, "school_holiday", N_ ("school holidays"), N_ ("School holidays"))
EQP_DEFINE_RECORD_TYPE (EqpSchoolHoliday, eqp_school_holiday)

/* "Winter (zone B)", or the first day in place of a name. */
static char *
eqp_school_holiday_dup_title (EqpRecord  *record,
                              EqpLanguage language)
{
  const char      *zone = eqp_record_get_text (record, EQP_SCHOOL_HOLIDAY_ZONE);
  g_autofree char *date = eqp_date_format (eqp_record_get_date (record, EQP_SCHOOL_HOLIDAY_FROM_DATE), language);
  const char      *name = eqp_record_get_text (record, EQP_SCHOOL_HOLIDAY_NAME);

  /* Translators: first the name of school holidays, or the day on which they begin, then a zone: A, B, C or an academy. */
  return g_strdup_printf (eqp_tr (language, "%s (zone %s)"), *name != '\0' ? name : date, zone);
}

static gboolean
eqp_school_holiday_validate (EqpRecord *record,
                             guint     *field,
                             GError   **error)
{
  *field = EQP_SCHOOL_HOLIDAY_ZONE;
  if (!eqp_school_zone_check (eqp_record_get_text (record, EQP_SCHOOL_HOLIDAY_ZONE), error))
    return FALSE;
  return eqp_record_check_period (record, EQP_SCHOOL_HOLIDAY_FROM_DATE, EQP_SCHOOL_HOLIDAY_TO_DATE, field, error);
}

static void
eqp_school_holiday_class_init (EqpSchoolHolidayClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_school_holiday_entity);
  record_class->dup_title = eqp_school_holiday_dup_title;
  record_class->validate = eqp_school_holiday_validate;
}
