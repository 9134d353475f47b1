/* eqp-decision.c — a dated act about a body: proposal, decision, annex, designation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-decision"

#include "config.h"

#include "domain/bodies/eqp-decision.h"

#include "domain/bodies/eqp-body.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice kinds[] = {
  { "proposal", N_ ("Proposal of the COSP") },
  { "decision", N_ ("Decision of the director") },
  { "annex", N_ ("Annex to the rules of procedure") },
  { "designation", N_ ("Designation by an institution") },
  { NULL, NULL },
};

static const EqpField eqp_decision_fields[] = {
  [EQP_DECISION_BODY] = { "body", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER, N_ ("Council"), "body;conseil", NULL, &eqp_body_entity },
  [EQP_DECISION_KIND] = { "kind", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Kind"), "kind;type;nature", kinds },
  [EQP_DECISION_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Date"), "date" },
  [EQP_DECISION_REFERENCE] = { "reference", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Reference"), "reference;référence;numéro" },
  [EQP_DECISION_SIGNATORY] = { "signatory", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Signatory"), "signatory;signataire" },
  [EQP_DECISION_SIDE] = { "side", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Side"), "side;partie;côté", eqp_optional_side_choices },
};

EQP_DEFINE_ENTITY (eqp_decision, "decision", N_ ("decision"), N_ ("Decisions"))
EQP_DEFINE_RECORD_TYPE (EqpDecision, eqp_decision)

/* "Decision of the director, 12 Sep 2026 (Secondary – Mathematics)" */
static char *
eqp_decision_dup_title (EqpRecord  *record,
                        EqpLanguage language)
{
  g_autofree char *kind = eqp_record_dup_display (record, EQP_DECISION_KIND, language);
  g_autofree char *date = eqp_record_dup_display (record, EQP_DECISION_DATE, language);
  g_autofree char *body = eqp_record_dup_target_title (record, EQP_DECISION_BODY, language);
  g_autofree char *name = eqp_record_join_names (kind, date);

  return eqp_record_join_title (name, body, NULL);
}

static void
eqp_decision_class_init (EqpDecisionClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_decision_entity);
  record_class->dup_title = eqp_decision_dup_title;
}
