/* eqp-category.h — a category of seats in a statute */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_CATEGORY_STATUTE,
  EQP_CATEGORY_CODE,
  EQP_CATEGORY_NAME_FR,
  EQP_CATEGORY_NAME_EN,
  EQP_CATEGORY_POSITION,
  EQP_CATEGORY_MIN,
  EQP_CATEGORY_MAX,
  EQP_CATEGORY_COUNTS,
  EQP_CATEGORY_VOTES,
  EQP_CATEGORY_MAY_CHAIR,
  EQP_CATEGORY_SIDE,
  EQP_CATEGORY_N_FIELDS,
} EqpCategoryField;

/* The one category whose seats are tied to a meeting (C-19). */
#define EQP_CATEGORY_GUEST_OCCASIONAL "guest-occasional"

#define EQP_TYPE_CATEGORY (eqp_category_get_type ())
G_DECLARE_FINAL_TYPE (EqpCategory, eqp_category, EQP, CATEGORY, EqpRecord)

extern const EqpEntity eqp_category_entity;

G_END_DECLS
