/* eqp-school-holiday.h — school holidays of a zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SCHOOL_HOLIDAY_ZONE,
  EQP_SCHOOL_HOLIDAY_NAME,
  EQP_SCHOOL_HOLIDAY_FROM_DATE,
  EQP_SCHOOL_HOLIDAY_TO_DATE,
  EQP_SCHOOL_HOLIDAY_N_FIELDS,
} EqpSchoolHolidayField;

#define EQP_TYPE_SCHOOL_HOLIDAY (eqp_school_holiday_get_type ())
G_DECLARE_FINAL_TYPE (EqpSchoolHoliday, eqp_school_holiday, EQP, SCHOOL_HOLIDAY, EqpRecord)

extern const EqpEntity eqp_school_holiday_entity;

G_END_DECLS
