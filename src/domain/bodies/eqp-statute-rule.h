/* eqp-statute-rule.h — a rule of the program that a statute applies, and how severely */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_STATUTE_RULE_STATUTE,
  EQP_STATUTE_RULE_RULE,
  EQP_STATUTE_RULE_SEVERITY,
  EQP_STATUTE_RULE_SOURCE,
  EQP_STATUTE_RULE_N_FIELDS,
} EqpStatuteRuleField;

#define EQP_TYPE_STATUTE_RULE (eqp_statute_rule_get_type ())
G_DECLARE_FINAL_TYPE (EqpStatuteRule, eqp_statute_rule, EQP, STATUTE_RULE, EqpRecord)

extern const EqpEntity eqp_statute_rule_entity;

G_END_DECLS
