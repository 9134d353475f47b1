/* eqp-rules-chair.c — who chairs: C-20 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

static gboolean
is_restricted (const EqpSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    if (eqp_rule_get_category (snapshot, i)->may_chair)
      return TRUE;
  return FALSE;
}

/* Only the pooled category of C-14 mixes the employer with others, so only there the seat's own flag decides (A3). A statute
 * that lets no category chair leaves the choice open among its members. */
static gboolean
is_eligible (const EqpSnapshot *snapshot,
             const EqpSeat     *seat)
{
  const EqpSnapshotCategory *category = eqp_rule_get_seat_category (snapshot, seat);

  if (!category->counts || (!category->may_chair && is_restricted (snapshot)))
    return FALSE;
  return !g_str_equal (category->code, EQP_CATEGORY_EMPLOYER) || seat->represents_employer;
}

/* The first category that may chair: beside its seats, a missing chair is shown. */
static const char *
find_chairing_category (const EqpSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    if (eqp_rule_get_category (snapshot, i)->may_chair)
      return eqp_rule_get_category (snapshot, i)->code;
  return NULL;
}

static void
report_missing (const EqpSnapshot     *snapshot,
                const EqpSnapshotRule *rule,
                GPtrArray             *findings)
{
  g_auto (EqpNameList) eligible;
  gboolean    has_employer = eqp_snapshot_find_category (snapshot, EQP_CATEGORY_EMPLOYER) != NULL;
  EqpMessage *message;
  EqpMessage *cure;
  EqpFinding *finding;

  eqp_name_list_init (&eligible);
  for (guint i = 0; i < snapshot->seats->len; i++)
    if (is_eligible (snapshot, g_ptr_array_index (snapshot->seats, i)))
      eqp_name_list_add_seat (&eligible, g_ptr_array_index (snapshot->seats, i));

  if (eligible.n > 0)
    {
      /* Translators: {people} is a list of names. */
      message = eqp_message_new (N_ ("There is no chair."));
      cure = eqp_rule_say_list (eqp_message_new (N_ ("Name as chair: {people}.")), "people", &eligible);
    }
  else if (has_employer)
    {
      message = eqp_message_new (N_ ("There is no chair, and no eligible one: no member represents the employer."));
      cure = eqp_message_new (N_ ("Appoint a representative of the employer, and name that person chair."));
    }
  else
    {
      message = eqp_message_new (N_ ("There is no chair, and no eligible one: no member may chair."));
      cure = eqp_message_new (N_ ("Appoint somebody who may chair."));
    }

  finding = eqp_rule_report (snapshot, rule, findings, "CHAIR-MISSING", message);
  eqp_finding_set_category (finding, find_chairing_category (snapshot));
  eqp_finding_add_number (finding, "count", 0);
  eqp_finding_add_number (finding, "min", 1);
  eqp_finding_add_number (finding, "eligible", eligible.n);
  eqp_finding_set_cure (finding, eligible.n > 0 ? EQP_CURE_CHAIR : EQP_CURE_APPOINT, cure);
}

static void
report_multiple (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings,
                 GPtrArray             *chairs)
{
  g_auto (EqpNameList) people;
  EqpMessage *message;
  EqpFinding *finding;

  eqp_name_list_init (&people);
  for (guint i = 0; i < chairs->len; i++)
    eqp_name_list_add_seat (&people, g_ptr_array_index (chairs, i));

  /* Translators: {n} is a number, {people} a list of names. */
  message = eqp_message_new_n ("{n} person chairs, one is allowed: {people}.", "{n} people chair, one is allowed: {people}.", chairs->len);
  eqp_rule_say_list (message, "people", &people);
  finding = eqp_rule_report (snapshot, rule, findings, "CHAIR-MULTI", message);
  eqp_finding_set_category (finding, find_chairing_category (snapshot));
  eqp_finding_add_number (finding, "count", chairs->len);
  eqp_finding_add_number (finding, "max", 1);
  eqp_finding_set_cure (finding, EQP_CURE_CHAIR, eqp_message_new (N_ ("Keep one chair.")));
}

/* The chair holds no member's seat, or one that may not chair. */
static void
report_ineligible (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings,
                   const EqpSeat         *chair)
{
  const EqpSnapshotCategory *category = eqp_rule_get_seat_category (snapshot, chair);
  const char                *suffix = "CHAIR-NOT-EMPLOYER";
  EqpMessage                *message;
  EqpMessage                *cure;
  EqpFinding                *finding;

  /* Translators: {person} is a name, {category} the name of a seat category. */
  if (!category->counts)
    {
      suffix = "CHAIR-NOT-MEMBER";
      message = eqp_message_new (N_ ("{person} chairs without being a member: {category}."));
      cure = eqp_message_new (N_ ("Name a member as chair."));
    }
  else if (category->may_chair)
    {
      message = eqp_message_new (N_ ("{person} chairs without representing the employer."));
      cure = eqp_message_new (N_ ("Name as chair a member who represents the employer."));
    }
  else if (eqp_snapshot_find_category (snapshot, EQP_CATEGORY_EMPLOYER) != NULL)
    {
      message = eqp_message_new (N_ ("{person} chairs from seats that do not represent the employer: {category}."));
      cure = eqp_message_new (N_ ("Name as chair a member who represents the employer."));
    }
  else
    {
      suffix = "CHAIR-NOT-ELIGIBLE";
      message = eqp_message_new (N_ ("{person} chairs from seats that may not chair: {category}."));
      cure = eqp_message_new (N_ ("Name as chair a member who may chair."));
    }
  finding = eqp_rule_report (snapshot, rule, findings, suffix, eqp_rule_say_category (eqp_rule_say_seat (message, chair), category));
  eqp_rule_set_seat (finding, snapshot, chair);
  eqp_finding_add_text (finding, "category", category->code);
  eqp_finding_add_number (finding, "represents-employer", chair->represents_employer);
  eqp_finding_set_cure (finding, EQP_CURE_CHAIR, cure);
}

static void
add_chairs (const EqpSnapshot *snapshot,
            gboolean           eligible,
            GHashTable        *seen,
            GPtrArray         *chairs)
{
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->function != EQP_FUNCTION_CHAIR || is_eligible (snapshot, seat) != eligible)
        continue;
      if (g_hash_table_add (seen, &seat->person))
        g_ptr_array_add (chairs, seat);
    }
}

/* (element-type EqpSeat) one seat for each person who chairs: the eligible one of somebody who has several */
static GPtrArray *
list_chairs (const EqpSnapshot *snapshot)
{
  GPtrArray *chairs = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  add_chairs (snapshot, TRUE, seen, chairs);
  add_chairs (snapshot, FALSE, seen, chairs);
  return chairs;
}

/**
 * eqp_rule_chair:
 * @snapshot: the body
 * @rule: the statute's rule "chair"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-20: exactly one chair, who is a member and represents the employer.
 */
void
eqp_rule_chair (const EqpSnapshot     *snapshot,
                const EqpSnapshotRule *rule,
                GPtrArray             *findings)
{
  g_autoptr (GPtrArray) chairs = list_chairs (snapshot);

  if (chairs->len == 0)
    report_missing (snapshot, rule, findings);
  if (chairs->len > 1)
    report_multiple (snapshot, rule, findings, chairs);
  for (guint i = 0; i < chairs->len; i++)
    if (!is_eligible (snapshot, g_ptr_array_index (chairs, i)))
      report_ineligible (snapshot, rule, findings, g_ptr_array_index (chairs, i));
}
