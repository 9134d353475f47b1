/* rule-sides.h — every rule on both sides of its boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-check.h"

G_BEGIN_DECLS

/* A finding of a rule, as a file names the rule. */
typedef struct
{
  const char *rule;
  const char *code;
} RuleSide;

/* NULL behind the last one. */
const RuleSide *rule_sides_get_body (guint index);
const RuleSide *rule_sides_get_exchange (guint index);
/* How severe the finding is where the boundary is just crossed (@over), or just not, when this rule alone applies so severely;
 * EQP_N_SEVERITIES: there is none. */
EqpSeverity rule_sides_check_body (guint       index,
                                   gboolean    over,
                                   EqpSeverity severity);
/* The same, as severe as the program has it. */
EqpSeverity rule_sides_check_exchange (guint    index,
                                       gboolean over);

G_END_DECLS
