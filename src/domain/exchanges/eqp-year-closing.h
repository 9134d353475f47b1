/* eqp-year-closing.h — an academic year whose lines are final */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_YEAR_CLOSING_YEAR,
  EQP_YEAR_CLOSING_DATE,
  EQP_YEAR_CLOSING_BALANCE,
  EQP_YEAR_CLOSING_CARRIED,
  EQP_YEAR_CLOSING_REMARKS,
  EQP_YEAR_CLOSING_N_FIELDS,
} EqpYearClosingField;

#define EQP_TYPE_YEAR_CLOSING (eqp_year_closing_get_type ())
G_DECLARE_FINAL_TYPE (EqpYearClosing, eqp_year_closing, EQP, YEAR_CLOSING, EqpRecord)

extern const EqpEntity eqp_year_closing_entity;

G_END_DECLS
