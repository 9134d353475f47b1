/* eqp-check.c — the statute engine: every body's rules, run over snapshots */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-check"

#include "config.h"

#include "domain/bodies/eqp-check.h"

#include "domain/bodies/rules/eqp-rules.h"

#include <glib/gi18n.h>

static const EqpRule rules[] = {
  { "scope", "C-02", N_ ("Attached to a mention or to courses"), eqp_rule_scope },
  { "decision", "C-04", N_ ("Composition decided, after a proposal"), eqp_rule_decision },
  { "annex", "C-05", N_ ("Composition annexed to the rules of procedure"), eqp_rule_annex },
  { "total", "C-09", N_ ("Number of members"), eqp_rule_total },
  { "mention-head", "C-10", N_ ("Head of mention, or a representative"), eqp_rule_mention_head },
  { "course-head", "C-11", N_ ("Head of each course"), eqp_rule_course_head },
  { "affiliation", "C-11", N_ ("Institution of course heads and deputies"), eqp_rule_affiliation },
  { "category-range", "C-12", N_ ("Number of members by category"), eqp_rule_category_range },
  { "teacher-involved", "C-12", N_ ("Teachers who teach in the programme"), eqp_rule_teacher_involved },
  { "components", "C-13", N_ ("Components represented among the teachers"), eqp_rule_components },
  { "academy-inspector", "C-15", N_ ("Inspectors for the education authority"), eqp_rule_academy_inspector },
  { "student-enrolled", "C-17", N_ ("Students enrolled in the programme"), eqp_rule_student_enrolled },
  { "partners", "C-18", N_ ("Every partner represented"), eqp_rule_partners },
  { "guests", "C-19", N_ ("Guests who are not members"), eqp_rule_guests },
  { "guest-meeting", "C-19", N_ ("Meeting of each occasional guest"), eqp_rule_guest_meeting },
  { "chair", "C-20", N_ ("Chair, held by the employer"), eqp_rule_chair },
  { "sub-bodies", "C-21", N_ ("Site sub-councils"), eqp_rule_sub_bodies },
  { "sub-scope", "C-22", N_ ("Sub-councils deal with local items"), eqp_rule_sub_scope },
  { "sub-substitution", "C-22", N_ ("Sub-councils do not replace their council"), eqp_rule_sub_substitution },
  { "double-capacity", "C-09", N_ ("One capacity a person"), eqp_rule_double_capacity },
  { "parity", "G-09", N_ ("Parity of both institutions"), eqp_rule_parity },
  { "named-seats", "G-10", N_ ("Mandatory seats of each side"), eqp_rule_named_seats },
  { "pole-heads", "G-11", N_ ("Two heads, one from each institution"), eqp_rule_pole_heads },
  { "entity-representatives", "G-12", N_ ("Entities represented by both institutions"), eqp_rule_entity_representatives },
};

/**
 * eqp_rule_find:
 * @name: name of a rule, as in the table statute_rule
 *
 * Returns: (transfer none) (nullable): the rule, %NULL when the program has none of that name
 */
const EqpRule *
eqp_rule_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return &rules[i];
  return NULL;
}

/**
 * eqp_rule_list:
 * @n_rules: (out): how many
 *
 * Returns: (transfer none) (array length=n_rules): the rules that a statute may apply, in the order of the requirements
 */
const EqpRule *
eqp_rule_list (guint *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * eqp_check_snapshot:
 * @snapshot: a body on a date
 * @findings: (element-type EqpFinding): where to append
 *
 * Runs the rules of the body's statute that are not switched off. A rule that this program does not know, from a later
 * version, is passed over.
 */
void
eqp_check_snapshot (const EqpSnapshot *snapshot,
                    GPtrArray         *findings)
{
  guint first;

  g_return_if_fail (snapshot != NULL);
  g_return_if_fail (findings != NULL);

  first = findings->len;
  for (guint i = 0; i < snapshot->rules->len; i++)
    {
      const EqpSnapshotRule *rule = g_ptr_array_index (snapshot->rules, i);
      const EqpRule         *definition = eqp_rule_find (rule->rule);

      if (definition != NULL && rule->severity != EQP_SEVERITY_OFF)
        definition->check (snapshot, rule, findings);
    }
  for (guint i = first; i < findings->len; i++)
    eqp_finding_set_body (g_ptr_array_index (findings, i), snapshot->id, snapshot->code);
}

/**
 * eqp_check_run:
 * @store: an open store
 * @body: id of one body, 0 for all of them and the file
 * @as_of: the day, %EQP_DATE_NONE for today
 * @snapshots: (out) (optional) (transfer container) (element-type EqpSnapshot): the bodies that were looked at
 * @error: return location
 *
 * Returns: (transfer container) (element-type EqpFinding): the findings, sorted; %NULL with @error (EQP_STORE_ERROR) set when
 * the store could not be read
 */
GPtrArray *
eqp_check_run (EqpStore   *store,
               gint64      body,
               EqpDate     as_of,
               GPtrArray **snapshots,
               GError    **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) bodies = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  if (as_of == EQP_DATE_NONE)
    as_of = eqp_date_today ();
  bodies = eqp_snapshot_load (store, body, as_of, error);
  if (bodies == NULL)
    return NULL;
  for (guint i = 0; i < bodies->len; i++)
    eqp_check_snapshot (g_ptr_array_index (bodies, i), findings);
  if (body == 0 && !eqp_check_file (store, as_of, findings, error))
    return NULL;

  g_ptr_array_sort (findings, eqp_finding_compare);
  if (snapshots != NULL)
    *snapshots = g_steal_pointer (&bodies);
  return g_steal_pointer (&findings);
}
