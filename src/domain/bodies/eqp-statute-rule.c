/* eqp-statute-rule.c — a rule of the program that a statute applies, and how severely */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statute-rule"

#include "config.h"

#include "domain/bodies/eqp-statute-rule.h"

#include "domain/bodies/eqp-statute.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice severities[] = {
  { "error", N_ ("Error") },
  { "warning", N_ ("Warning") },
  { "information", N_ ("Information") },
  { "off", N_ ("Off") },
  { NULL, NULL },
};

static const EqpField eqp_statute_rule_fields[] = {
  [EQP_STATUTE_RULE_STATUTE] = { "statute", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER, N_ ("Statute"), "statute;statut", NULL, &eqp_statute_entity },
  [EQP_STATUTE_RULE_RULE] = { "rule", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Rule"), "rule;règle" },
  [EQP_STATUTE_RULE_SEVERITY] = { "severity", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Severity"), "severity;gravité;sévérité", severities },
  [EQP_STATUTE_RULE_SOURCE] = { "source", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Source"), "source;texte;référence" },
};

EQP_DEFINE_ENTITY (eqp_statute_rule, "statute_rule", N_ ("rule of a statute"), N_ ("Rules of statutes"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpStatuteRule, eqp_statute_rule, {
  eqp_record_set_text (record, EQP_STATUTE_RULE_SEVERITY, "error");
})

static char *
eqp_statute_rule_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  g_autofree char *statute = eqp_record_dup_target_title (record, EQP_STATUTE_RULE_STATUTE, language);
  const char      *rule = eqp_record_get_text (record, EQP_STATUTE_RULE_RULE);

  return eqp_record_join_title (rule, statute, NULL);
}

static void
eqp_statute_rule_class_init (EqpStatuteRuleClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_statute_rule_entity);
  record_class->dup_title = eqp_statute_rule_dup_title;
}
