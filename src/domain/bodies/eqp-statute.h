/* eqp-statute.h — the text that says how bodies of a kind are made up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_STATUTE_CODE,
  EQP_STATUTE_NAME_FR,
  EQP_STATUTE_NAME_EN,
  EQP_STATUTE_SOURCE,
  EQP_STATUTE_FROM_DATE,
  EQP_STATUTE_TO_DATE,
  EQP_STATUTE_N_FIELDS,
} EqpStatuteField;

#define EQP_TYPE_STATUTE (eqp_statute_get_type ())
G_DECLARE_FINAL_TYPE (EqpStatute, eqp_statute, EQP, STATUTE, EqpRecord)

extern const EqpEntity eqp_statute_entity;

G_END_DECLS
