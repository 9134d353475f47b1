/* eqp-rules-committee.c — a committee of two institutions: parity, named seats, its heads and its entities: G-09 to G-12 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

/* The two institutions that share a committee. */
static const EqpSide sides[] = { EQP_SIDE_UNIVERSITY, EQP_SIDE_RECTORAT };

/* How many distinct holders of @category (or of any that counts) belong to @side. */
static guint
count_side (const EqpSnapshot *snapshot,
            guint              category,
            EqpSide            side)
{
  g_autoptr (GPtrArray) seats = eqp_rule_list_seats (snapshot, category);
  guint count = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (seats, i);

      if (seat->side == side)
        count++;
    }
  return count;
}

/**
 * eqp_rule_parity:
 * @snapshot: the body
 * @rule: the statute's rule "parity"
 * @findings: (element-type EqpFinding): where to append
 *
 * G-09: as many distinct members from the university side as from the education authority.
 */
void
eqp_rule_parity (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings)
{
  guint       university = count_side (snapshot, EQP_ALL_CATEGORIES, EQP_SIDE_UNIVERSITY);
  guint       rectorat = count_side (snapshot, EQP_ALL_CATEGORIES, EQP_SIDE_RECTORAT);
  guint       missing = MAX (university, rectorat) - MIN (university, rectorat);
  EqpMessage *message;
  EqpMessage *cure;
  EqpFinding *finding;

  if (missing == 0)
    return;

  /* Translators: {university} and {rectorat} are numbers of members. */
  message = eqp_message_new (N_ ("Parity is not kept: {university} from the university side, {rectorat} from the education authority."));
  eqp_message_number (eqp_message_number (message, "university", university), "rectorat", rectorat);
  finding = eqp_rule_report (snapshot, rule, findings, "PARITY", message);
  eqp_finding_add_number (finding, "university", university);
  eqp_finding_add_number (finding, "rectorat", rectorat);
  eqp_finding_add_number (finding, "missing", missing);

  /* Translators: {n} is a number, {side} is "University" or "Education authority". */
  cure = eqp_message_new_n ("Appoint {n} more member. Side: {side}.", "Appoint {n} more members. Side: {side}.", missing);
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT,
                        eqp_rule_say_side (cure, university < rectorat ? EQP_SIDE_UNIVERSITY : EQP_SIDE_RECTORAT));
}

/* A mandatory seat of one side that no other rule looks after. */
static gboolean
is_named_seat (const EqpSnapshotCategory *category)
{
  return category->counts && category->min > 0 && category->side != EQP_SIDE_NONE &&
         !g_str_equal (category->code, EQP_CATEGORY_POLE_HEAD) &&
         !g_str_has_prefix (category->code, EQP_CATEGORY_ENTITY_PREFIX);
}

/**
 * eqp_rule_named_seats:
 * @snapshot: the body
 * @rule: the statute's rule "named-seats"
 * @findings: (element-type EqpFinding): where to append
 *
 * G-10: each mandatory category that belongs to one side is held by somebody of that side.
 */
void
eqp_rule_named_seats (const EqpSnapshot     *snapshot,
                      const EqpSnapshotRule *rule,
                      GPtrArray             *findings)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, i);
      g_autofree char           *subject = g_ascii_strup (category->code, -1);
      guint                      count;
      EqpMessage                *message;
      EqpFinding                *finding;

      if (!is_named_seat (category))
        continue;
      count = count_side (snapshot, i, category->side);
      if (count >= (guint)category->min)
        continue;

      /* Translators: {category} names a seat, {side} is "University" or "Education authority". */
      if (eqp_snapshot_count (snapshot, i) > count)
        message = eqp_message_new (N_ ("{category}: who sits does not belong to the side that the seat is for ({side})."));
      else
        message = eqp_message_new (N_ ("{category}: the seat is vacant."));
      eqp_rule_say_side (eqp_rule_say_category (message, category), category->side);
      finding = eqp_rule_report (snapshot, rule, findings, "SEAT-MISSING", message);
      eqp_finding_set_subject (finding, subject);
      eqp_finding_set_category (finding, category->code);
      eqp_finding_add_number (finding, "count", count);
      eqp_finding_add_number (finding, "min", category->min);
      eqp_finding_add_text (finding, "side", eqp_rule_get_side_code (category->side));
      message = eqp_rule_say_category (eqp_message_new (N_ ("Appoint: {category}. Side: {side}.")), category);
      eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_rule_say_side (message, category->side));
    }
}

static void
check_head_count (const EqpSnapshotRule *rule,
                  GPtrArray             *findings,
                  guint                  count)
{
  guint       expected = G_N_ELEMENTS (sides);
  EqpMessage *message;
  EqpFinding *finding;

  if (count == expected)
    return;

  /* Translators: {n} and {expected} are numbers. */
  message = eqp_message_new_n ("The Pôle has {n} head instead of {expected}.", "The Pôle has {n} heads instead of {expected}.", count);
  eqp_message_number (message, "expected", expected);
  finding = eqp_rule_report_code (rule, findings, "POLE-HEADS-COUNT", rule->severity, message);
  eqp_finding_set_category (finding, EQP_CATEGORY_POLE_HEAD);
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, "expected", expected);
  if (count < expected)
    eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_message_new (N_ ("Appoint one head from each institution.")));
  else
    eqp_finding_set_cure (finding, EQP_CURE_END_SEAT, eqp_message_new (N_ ("Keep one head from each institution.")));
}

static void
check_head_sides (const EqpSnapshot     *snapshot,
                  const EqpSnapshotRule *rule,
                  GPtrArray             *findings,
                  guint                  category)
{
  guint       university = count_side (snapshot, category, EQP_SIDE_UNIVERSITY);
  guint       rectorat = count_side (snapshot, category, EQP_SIDE_RECTORAT);
  EqpMessage *message;
  EqpFinding *finding;

  if (university > 0 && rectorat > 0)
    return;

  /* Translators: {university} and {rectorat} are numbers of people. */
  message = eqp_message_new (N_ ("The heads of the Pôle do not come one from each institution: {university} from the university side, {rectorat} from the education authority."));
  eqp_message_number (eqp_message_number (message, "university", university), "rectorat", rectorat);
  finding = eqp_rule_report_code (rule, findings, "POLE-HEADS-SIDE", rule->severity, message);
  eqp_finding_set_category (finding, EQP_CATEGORY_POLE_HEAD);
  eqp_finding_add_number (finding, "university", university);
  eqp_finding_add_number (finding, "rectorat", rectorat);
  eqp_finding_set_cure (finding, EQP_CURE_END_SEAT,
                        eqp_message_new (N_ ("Replace one of the heads by somebody from the other institution.")));
}

static gboolean
is_designated_by (const EqpSnapshot *snapshot,
                  EqpSide            side)
{
  for (guint i = 0; i < snapshot->decisions->len; i++)
    {
      const EqpSnapshotDecision *decision = g_ptr_array_index (snapshot->decisions, i);

      if (decision->kind == EQP_DECISION_DESIGNATION && decision->side == side && decision->date <= snapshot->as_of)
        return TRUE;
    }
  return FALSE;
}

static void
check_designation (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      EqpMessage *message;
      EqpFinding *finding;

      if (is_designated_by (snapshot, sides[i]))
        continue;
      if (sides[i] == EQP_SIDE_UNIVERSITY)
        message = eqp_message_new (N_ ("The designation of the heads of the Pôle lacks the signature of the director of the institute."));
      else
        message = eqp_message_new (N_ ("The designation of the heads of the Pôle lacks the rector's signature."));
      finding = eqp_rule_report_code (rule, findings, "POLE-HEADS-DESIGNATION", rule->severity, message);
      eqp_finding_set_subject (finding, eqp_rule_get_side_code (sides[i]));
      eqp_finding_set_category (finding, EQP_CATEGORY_POLE_HEAD);
      eqp_finding_add_text (finding, "side", eqp_rule_get_side_code (sides[i]));
      eqp_finding_set_cure (finding, EQP_CURE_DECISION,
                            eqp_message_new (N_ ("Record the designation, with its date, reference and signatory.")));
    }
}

/**
 * eqp_rule_pole_heads:
 * @snapshot: the body
 * @rule: the statute's rule "pole-heads"
 * @findings: (element-type EqpFinding): where to append
 *
 * G-11: two heads, one from each institution, designated by both. Their codes are the Pôle's, whatever the statute. A lone
 * head is a matter of number, not of side; and nobody needs designating while nobody is head.
 */
void
eqp_rule_pole_heads (const EqpSnapshot     *snapshot,
                     const EqpSnapshotRule *rule,
                     GPtrArray             *findings)
{
  guint category;
  guint count;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_POLE_HEAD, &category))
    return;

  count = eqp_snapshot_count (snapshot, category);
  check_head_count (rule, findings, count);
  if (count > 1)
    check_head_sides (snapshot, rule, findings, category);
  if (count > 0)
    check_designation (snapshot, rule, findings);
}

/**
 * eqp_rule_entity_representatives:
 * @snapshot: the body
 * @rule: the statute's rule "entity-representatives"
 * @findings: (element-type EqpFinding): where to append
 *
 * G-12: each entity, a category "entity-…", is represented by somebody from each institution.
 */
void
eqp_rule_entity_representatives (const EqpSnapshot     *snapshot,
                                 const EqpSnapshotRule *rule,
                                 GPtrArray             *findings)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, i);
      g_autofree char           *upper = g_ascii_strup (category->code, -1);

      if (!g_str_has_prefix (category->code, EQP_CATEGORY_ENTITY_PREFIX))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          EqpMessage *message;
          EqpFinding *finding;

          if (count_side (snapshot, i, sides[j]) > 0)
            continue;
          /* Translators: {category} names an entity, {side} is "University" or "Education authority". */
          message = eqp_rule_say_category (eqp_message_new (N_ ("{category}: nobody sits for one of the two sides ({side}).")), category);
          finding = eqp_rule_report (snapshot, rule, findings, "ENTITY-REP", eqp_rule_say_side (message, sides[j]));
          eqp_finding_set_subject (finding, upper + strlen (EQP_CATEGORY_ENTITY_PREFIX));
          eqp_finding_set_category (finding, category->code);
          eqp_finding_add_text (finding, "side", eqp_rule_get_side_code (sides[j]));
          eqp_finding_add_number (finding, "count", 0);
          eqp_finding_add_number (finding, "min", 1);
          message = eqp_rule_say_category (eqp_message_new (N_ ("Appoint: {category}. Side: {side}.")), category);
          eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_rule_say_side (message, sides[j]));
        }
    }
}
