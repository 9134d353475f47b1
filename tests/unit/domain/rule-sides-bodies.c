/* rule-sides-bodies.c — every rule of councils and committees on both sides of its boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-sides.h"

#include "domain/bodies/eqp-category.h"
#include "rule-fixture.h"

#include <string.h>

#define COUNCIL(...) (rule_fixture_new_council ((RuleCounts){ __VA_ARGS__ }))
#define SEAT(category, n) rule_fixture_get_seat (snapshot, category, n)
#define COURSE(n) ((EqpSnapshotCourse *)snapshot->courses->pdata[n])

/* The boundary of each rule, just not crossed (over: FALSE), or just crossed. */
typedef EqpSnapshot *(*BodyFunc) (gboolean over);

static EqpSnapshot *
scope (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new ("CPER");

  if (!over)
    rule_fixture_add_course (snapshot, "C", 0);
  return snapshot;
}

static EqpSnapshot *
decision (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_add_decision (snapshot, EQP_DECISION_PROPOSAL, over ? "2026-07-02" : "2026-07-01", EQP_SIDE_NONE);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, "2026-07-01", EQP_SIDE_NONE);
  return snapshot;
}

static EqpSnapshot *
annex (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_add_decision (snapshot, EQP_DECISION_ANNEX, over ? "2026-08-31" : "2026-09-01", EQP_SIDE_NONE);
  snapshot->last_change = eqp_date_from_iso ("2026-09-01");
  return snapshot;
}

static EqpSnapshot *
total_least (gboolean over)
{
  return COUNCIL (1, 1, 0, over ? 2 : 3, 1, 1, 2, 9);
}

static EqpSnapshot *
total_most (gboolean over)
{
  return COUNCIL (1, 2, over ? 2 : 1, 5, 2, 2, 4, 9);
}

static EqpSnapshot *
mention_head_least (gboolean over)
{
  return COUNCIL (over ? 0 : 1, 1, 0, 5, 1, 1, 2, 0);
}

static EqpSnapshot *
mention_head_most (gboolean over)
{
  return COUNCIL (over ? 2 : 1, 1, 0, 3, 1, 1, 2, 0);
}

static EqpSnapshot *
course_head (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 2, 1, 5, 2, 2, 4, 9);

  if (over)
    rule_fixture_remove_seat (snapshot, "course-head", 1);
  return snapshot;
}

static EqpSnapshot *
affiliation (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_set_institution (SEAT ("course-head", 0), 910, over ? "rectorat" : "component");
  return snapshot;
}

static EqpSnapshot *
range_least (gboolean over)
{
  return COUNCIL (1, 1, 0, 5, 1, 1, over ? 1 : 2, 0);
}

static EqpSnapshot *
range_most (gboolean over)
{
  return COUNCIL (1, 1, 0, over ? 6 : 5, 1, 1, 2, 0);
}

/* Any of the attached courses will do. */
static EqpSnapshot *
teacher_involved (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 2, 0, 3, 1, 1, 2, 0);
  EqpSeat     *teacher = SEAT ("teacher", 0);

  g_hash_table_remove (COURSE (0)->teachers, &teacher->person);
  if (!over)
    g_hash_table_add (COURSE (1)->teachers, g_memdup2 (&teacher->person, sizeof teacher->person));
  return snapshot;
}

static EqpSnapshot *
student_enrolled (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 2, 0, 3, 1, 1, 2, 0);
  EqpSeat     *student = SEAT ("student", 0);

  g_hash_table_remove (COURSE (0)->students, &student->person);
  g_hash_table_add (over ? COURSE (1)->teachers : COURSE (1)->students, g_memdup2 (&student->person, sizeof student->person));
  return snapshot;
}

static EqpSnapshot *
components (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_add_component (snapshot, 0, RULE_FIXTURE_COMPONENT + (over ? 1 : 0));
  return snapshot;
}

static EqpSnapshot *
academy_inspector (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_set_institution (SEAT ("employer", 0), 911, "rectorat");
  rule_fixture_set_corps (SEAT ("employer", 0), over ? "IENX" : "IEN");
  return snapshot;
}

static EqpSnapshot *
partners (gboolean over)
{
  return COUNCIL (1, 1, 0, 4, 1, over ? 0 : 1, 2, 0);
}

static EqpSnapshot *
guests (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_add_seat (snapshot, "guest-permanent", over ? SEAT ("teacher", 0)->person : 0);
  return snapshot;
}

static EqpSnapshot *
guest_meeting (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_add_seat (snapshot, EQP_CATEGORY_GUEST_OCCASIONAL, 0)->meeting = over ? 0 : RULE_FIXTURE_MEETING;
  return snapshot;
}

static EqpSnapshot *
chair_least (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  if (over)
    SEAT ("employer", 0)->function = EQP_FUNCTION_SECRETARY;
  return snapshot;
}

static EqpSnapshot *
chair_most (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 2, 1, 5, 2, 2, 4, 9);

  SEAT ("employer", 1)->function = over ? EQP_FUNCTION_CHAIR : EQP_FUNCTION_SECRETARY;
  return snapshot;
}

static EqpSnapshot *
sub_bodies (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 2, 1, 5, 2, 2, 4, 9);

  for (guint i = 0; i < 2; i++)
    rule_fixture_add_site (snapshot, i, RULE_FIXTURE_SITE + i);
  rule_fixture_add_sub_body (snapshot, "S1", RULE_FIXTURE_SITE);
  rule_fixture_add_sub_body (snapshot, "S2", RULE_FIXTURE_SITE + 1);
  if (over)
    rule_fixture_add_sub_body (snapshot, "S3", RULE_FIXTURE_SITE + 2);
  return snapshot;
}

static EqpSnapshot *
sub_scope (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new ("CPER-SITE");

  snapshot->parent = 2;
  snapshot->parent_meetings = 1;
  rule_fixture_add_item (rule_fixture_add_meeting (snapshot, "2026-10-12"), EQP_SCOPE_GENERAL, over ? EQP_OUTCOME_ADOPTED : EQP_OUTCOME_DISCUSSED, "");
  return snapshot;
}

static EqpSnapshot *
sub_substitution (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new ("CPER-SITE");

  snapshot->parent = 2;
  snapshot->parent_meetings = over ? 0 : 1;
  rule_fixture_add_meeting (snapshot, "2026-10-12");
  return snapshot;
}

/* The head of mention may head a course too. */
static EqpSnapshot *
double_capacity (gboolean over)
{
  EqpSnapshot *snapshot = COUNCIL (1, 1, 0, 3, 1, 1, 2, 0);

  rule_fixture_add_seat (snapshot, over ? "teacher" : "course-head", SEAT ("mention-head", 0)->person);
  return snapshot;
}

static EqpSnapshot *
parity (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new_committee ();

  rule_fixture_add_seat (snapshot, "member", 0)->side = over ? EQP_SIDE_RECTORAT : EQP_SIDE_OTHER;
  return snapshot;
}

static EqpSnapshot *
named_seats (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new_committee ();

  if (over)
    rule_fixture_remove_seat (snapshot, "doyen-1d", 0);
  return snapshot;
}

static EqpSnapshot *
pole_heads (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new_committee ();

  if (over)
    rule_fixture_add_seat (snapshot, "pole-head", 0)->side = EQP_SIDE_OTHER;
  return snapshot;
}

static EqpSnapshot *
entity_representatives (gboolean over)
{
  EqpSnapshot *snapshot = rule_fixture_new_committee ();

  if (over)
    rule_fixture_remove_seat (snapshot, "entity-research", 1);
  return snapshot;
}

static const struct
{
  RuleSide side;
  BodyFunc make;
} bodies[] = {
  { { "scope", "CPER-EMPTY-SCOPE" }, scope },
  { { "decision", "CPER-DECISION-ORDER" }, decision },
  { { "annex", "CPER-ANNEX-STALE" }, annex },
  { { "total", "CPER-TOTAL-MIN" }, total_least },
  { { "total", "CPER-TOTAL-MAX" }, total_most },
  { { "mention-head", "CPER-MENTION-HEAD-MISSING" }, mention_head_least },
  { { "mention-head", "CPER-MENTION-HEAD-DOUBLE" }, mention_head_most },
  { { "course-head", "CPER-COURSE-HEAD-MISSING" }, course_head },
  { { "affiliation", "CPER-COURSE-HEAD-AFFILIATION" }, affiliation },
  { { "category-range", "CPER-STUDENT-MIN" }, range_least },
  { { "category-range", "CPER-TEACHER-MAX" }, range_most },
  { { "teacher-involved", "CPER-TEACHER-NOT-INVOLVED" }, teacher_involved },
  { { "components", "CPER-COMPONENT-UNREPRESENTED" }, components },
  { { "academy-inspector", "CPER-ACADEMY-NOT-INSPECTOR" }, academy_inspector },
  { { "student-enrolled", "CPER-STUDENT-NOT-ENROLLED" }, student_enrolled },
  { { "partners", "CPER-PARTNERS-INCOMPLETE" }, partners },
  { { "guests", "CPER-GUEST-IS-MEMBER" }, guests },
  { { "guest-meeting", "CPER-GUEST-NO-MEETING" }, guest_meeting },
  { { "chair", "CPER-CHAIR-MISSING" }, chair_least },
  { { "chair", "CPER-CHAIR-MULTI" }, chair_most },
  { { "sub-bodies", "CPER-SUB-TOO-MANY" }, sub_bodies },
  { { "sub-scope", "CPER-SUB-SCOPE" }, sub_scope },
  { { "sub-substitution", "CPER-SUB-SUBSTITUTION" }, sub_substitution },
  { { "double-capacity", "CPER-DOUBLE-CAPACITY" }, double_capacity },
  { { "parity", "COPIL-PARITY" }, parity },
  { { "named-seats", "COPIL-SEAT-MISSING" }, named_seats },
  { { "pole-heads", "POLE-HEADS-COUNT" }, pole_heads },
  { { "entity-representatives", "COPIL-ENTITY-REP" }, entity_representatives },
};

const RuleSide *
rule_sides_get_body (guint index)
{
  return index < G_N_ELEMENTS (bodies) ? &bodies[index].side : NULL;
}

EqpSeverity
rule_sides_check_body (guint       index,
                       gboolean    over,
                       EqpSeverity severity)
{
  g_autoptr (EqpSnapshot) snapshot = bodies[index].make (over);
  g_autoptr (GPtrArray) findings = NULL;
  EqpSeverity found = EQP_N_SEVERITIES;

  g_ptr_array_set_size (snapshot->rules, 0);
  rule_fixture_add_rule (snapshot, bodies[index].side.rule, severity);
  findings = rule_fixture_check (snapshot);
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (eqp_finding_get_code (findings->pdata[i]), bodies[index].side.code) == 0)
      found = eqp_finding_get_severity (findings->pdata[i]);
  return found;
}
