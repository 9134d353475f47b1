/* eqp-rules-scope.c — what a body is attached to and on whose decision: C-02, C-04, C-05 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

/**
 * eqp_rule_scope:
 * @snapshot: the body
 * @rule: the statute's rule "scope"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-02: a body is attached to a mention or to courses.
 */
void
eqp_rule_scope (const EqpSnapshot     *snapshot,
                const EqpSnapshotRule *rule,
                GPtrArray             *findings)
{
  EqpFinding *finding;

  if (snapshot->mentions->len > 0 || snapshot->courses->len > 0)
    return;

  finding = eqp_rule_report (snapshot, rule, findings, "EMPTY-SCOPE", eqp_message_new (N_ ("No mention and no course is attached.")));
  eqp_finding_add_number (finding, "mentions", 0);
  eqp_finding_add_number (finding, "courses", 0);
  eqp_finding_set_cure (finding, EQP_CURE_SCOPE, eqp_message_new (N_ ("Attach the mention, or the courses, that it follows.")));
}

/* The newest decision of @kind dated in (@after, @until]; NULL when there is none. */
static const EqpSnapshotDecision *
find_decision (const EqpSnapshot *snapshot,
               EqpDecisionKind    kind,
               EqpDate            after,
               EqpDate            until)
{
  for (guint i = snapshot->decisions->len; i > 0; i--)
    {
      const EqpSnapshotDecision *decision = g_ptr_array_index (snapshot->decisions, i - 1);

      if (decision->kind == kind && decision->date > after && decision->date <= until)
        return decision;
    }
  return NULL;
}

static void
check_decision_order (const EqpSnapshot         *snapshot,
                      const EqpSnapshotRule     *rule,
                      const EqpSnapshotDecision *decision,
                      GPtrArray                 *findings)
{
  const EqpSnapshotDecision *previous = find_decision (snapshot, EQP_DECISION_DECISION, EQP_DATE_NONE, decision->date - 1);
  EqpDate                    since = previous != NULL ? previous->date : EQP_DATE_NONE;
  const EqpSnapshotDecision *proposal;
  char                       iso[EQP_DATE_ISO_SIZE];
  EqpFinding                *finding;
  EqpMessage                *message;

  /* The proposal that led to a decision came since the one before. A later proposal is at fault only if it is the first
   * since then: otherwise it prepares the next decision. */
  if (find_decision (snapshot, EQP_DECISION_PROPOSAL, since, decision->date) != NULL)
    return;
  proposal = find_decision (snapshot, EQP_DECISION_PROPOSAL, decision->date, snapshot->as_of);
  if (proposal == NULL)
    return;

  /* Translators: {decision} and {proposal} are dates. */
  message = eqp_message_new (N_ ("The decision of {decision} was taken before its proposal, of {proposal}."));
  eqp_message_date (message, "decision", decision->date);
  eqp_message_date (message, "proposal", proposal->date);
  finding = eqp_rule_report (snapshot, rule, findings, "DECISION-ORDER", message);
  eqp_finding_add_text (finding, "decision", eqp_date_to_iso (decision->date, iso));
  eqp_finding_add_text (finding, "proposal", eqp_date_to_iso (proposal->date, iso));
  eqp_finding_set_cure (finding, EQP_CURE_DECISION,
                        eqp_message_new (N_ ("Check both dates, or record the decision taken after the proposal.")));
}

/**
 * eqp_rule_decision:
 * @snapshot: the body
 * @rule: the statute's rule "decision"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-04: a composition in force was decided, after a proposal.
 */
void
eqp_rule_decision (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings)
{
  const EqpSnapshotDecision *decision = find_decision (snapshot, EQP_DECISION_DECISION, EQP_DATE_NONE, snapshot->as_of);
  EqpFinding                *finding;
  guint                      count;

  if (decision != NULL)
    {
      check_decision_order (snapshot, rule, decision, findings);
      return;
    }

  count = eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES);
  if (count == 0)
    return;
  finding = eqp_rule_report (snapshot, rule, findings, "NO-DECISION",
                             eqp_message_new (N_ ("The composition is in force without a decision.")));
  eqp_finding_add_number (finding, "members", count);
  eqp_finding_add_number (finding, "decisions", 0);
  eqp_finding_set_cure (finding, EQP_CURE_DECISION,
                        eqp_message_new (N_ ("Record the decision, with its date, reference and signatory, and the proposal that it follows.")));
}

/**
 * eqp_rule_annex:
 * @snapshot: the body
 * @rule: the statute's rule "annex"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-05: the annex to the rules of procedure shows the composition in force.
 */
void
eqp_rule_annex (const EqpSnapshot     *snapshot,
                const EqpSnapshotRule *rule,
                GPtrArray             *findings)
{
  const EqpSnapshotDecision *annex = find_decision (snapshot, EQP_DECISION_ANNEX, EQP_DATE_NONE, snapshot->as_of);
  char                       iso[EQP_DATE_ISO_SIZE];
  EqpFinding                *finding;
  EqpMessage                *message;

  if (annex == NULL && snapshot->seats->len == 0 && snapshot->last_change == EQP_DATE_NONE)
    return;
  if (annex != NULL && annex->date >= snapshot->last_change)
    return;

  if (annex == NULL)
    message = eqp_message_new (N_ ("The composition was never annexed to the rules of procedure."));
  else
    {
      /* Translators: {annex} and {change} are dates. */
      message = eqp_message_new (N_ ("The annex of {annex} is older than the last change of the composition, of {change}."));
      eqp_message_date (message, "annex", annex->date);
      eqp_message_date (message, "change", snapshot->last_change);
    }
  finding = eqp_rule_report (snapshot, rule, findings, "ANNEX-STALE", message);
  eqp_finding_add_text (finding, "annex", annex != NULL ? eqp_date_to_iso (annex->date, iso) : "");
  eqp_finding_add_text (finding, "change", snapshot->last_change != EQP_DATE_NONE ? eqp_date_to_iso (snapshot->last_change, iso) : "");
  eqp_finding_set_cure (finding, EQP_CURE_DECISION, eqp_message_new (N_ ("Print the annex anew and record its date.")));
}
