/* test-rules-committee.c — the steering committee's rules, and a statute that nobody thought of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"
#include "tests/test-folder.h"

static void
test_lawful (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();

  rule_fixture_assert (snapshot, "");
}

static void
test_parity (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (snapshot, "COPIL-PARITY");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "COPIL-PARITY");
  g_assert_cmpint (rule_fixture_get_number (finding, "university"), ==, 6);
  g_assert_cmpint (rule_fixture_get_number (finding, "rectorat"), ==, 7);
  g_assert_cmpint (rule_fixture_get_number (finding, "missing"), ==, 1);

  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_assert (snapshot, "");
  /* Neither a second seat of one person nor somebody of neither side weighs. */
  rule_fixture_add_seat (snapshot, "member", rule_fixture_get_seat (snapshot, "vpcefvu", 0)->person);
  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_OTHER;
  rule_fixture_assert (snapshot, "");
}

static void
test_named_seats (void)
{
  static const struct
  {
    const char *category;
    const char *code;
  } seats[] = {
    { "vpcefvu", "COPIL-SEAT-MISSING(VPCEFVU)" },
    { "parc-1d", "COPIL-SEAT-MISSING(PARC-1D)" },
    { "parc-2d", "COPIL-SEAT-MISSING(PARC-2D)" },
    { "doyen-1d", "COPIL-SEAT-MISSING(DOYEN-1D)" },
    { "doyen-2d", "COPIL-SEAT-MISSING(DOYEN-2D)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    {
      g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();
      EqpSide side = rule_fixture_get_seat (snapshot, seats[i].category, 0)->side;

      /* The person stays, in another seat: only the named one is missing. */
      rule_fixture_remove_seat (snapshot, seats[i].category, 0);
      rule_fixture_add_seat (snapshot, "member", 0)->side = side;
      rule_fixture_assert (snapshot, seats[i].code);
    }
}

static void
test_named_seat_of_other_side (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;
  EqpFinding      *finding;

  rule_fixture_get_seat (snapshot, "doyen-1d", 0)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_get_seat (snapshot, "member", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (snapshot, "COPIL-PARITY COPIL-SEAT-MISSING(DOYEN-1D)");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "COPIL-SEAT-MISSING");
  g_assert_cmpstr (rule_fixture_get_text (finding, "side"), ==, "rectorat");
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_null (strstr (message, "vacant"));
}

static void
test_pole_heads_count (void)
{
  g_autoptr (EqpSnapshot) none = rule_fixture_new_committee ();
  g_autoptr (EqpSnapshot) one = rule_fixture_new_committee ();
  g_autoptr (EqpSnapshot) three = rule_fixture_new_committee ();
  g_autoptr (GPtrArray) findings = NULL;

  rule_fixture_remove_seat (one, "pole-head", 1);
  rule_fixture_add_seat (one, "member", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (one, "POLE-HEADS-COUNT");
  findings = rule_fixture_check (one);
  g_assert_cmpint (rule_fixture_get_number (rule_fixture_find (findings, "POLE-HEADS-COUNT"), "count"), ==, 1);

  rule_fixture_remove_seat (none, "pole-head", 1);
  rule_fixture_remove_seat (none, "pole-head", 0);
  rule_fixture_clear_decisions (none);
  rule_fixture_assert (none, "POLE-HEADS-COUNT");

  rule_fixture_add_seat (three, "pole-head", 0)->side = EQP_SIDE_OTHER;
  rule_fixture_assert (three, "POLE-HEADS-COUNT");
}

static void
test_pole_heads_side (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();

  rule_fixture_get_seat (snapshot, "pole-head", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_get_seat (snapshot, "member", 0)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_assert (snapshot, "POLE-HEADS-SIDE");
}

static void
test_pole_heads_designation (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_assert (snapshot, "POLE-HEADS-DESIGNATION(rectorat) POLE-HEADS-DESIGNATION(university)");
  rule_fixture_add_decision (snapshot, EQP_DECISION_DESIGNATION, "2026-06-01", EQP_SIDE_UNIVERSITY);
  rule_fixture_assert (snapshot, "POLE-HEADS-DESIGNATION(rectorat)");
  /* A decision of another kind, or of nobody, does not designate. */
  rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, "2026-06-02", EQP_SIDE_RECTORAT);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DESIGNATION, "2026-06-03", EQP_SIDE_NONE);
  rule_fixture_assert (snapshot, "POLE-HEADS-DESIGNATION(rectorat)");
  rule_fixture_add_decision (snapshot, EQP_DECISION_DESIGNATION, "2026-06-04", EQP_SIDE_RECTORAT);
  rule_fixture_assert (snapshot, "");
}

static void
test_entities (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();
  g_autoptr (GPtrArray) findings = NULL;

  rule_fixture_remove_seat (snapshot, "entity-research", 1);
  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (snapshot, "COPIL-ENTITY-REP(RESEARCH)");
  findings = rule_fixture_check (snapshot);
  g_assert_cmpstr (rule_fixture_get_text (rule_fixture_find (findings, "COPIL-ENTITY-REP"), "side"), ==, "rectorat");

  rule_fixture_remove_seat (snapshot, "entity-research", 0);
  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_assert (snapshot, "COPIL-ENTITY-REP(RESEARCH) COPIL-ENTITY-REP(RESEARCH)");
}

/* A statute with both rules says once that a mandatory seat is vacant, and still bounds it from above. */
static void
test_named_seats_and_range (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_committee ();

  rule_fixture_add_rule (snapshot, "category-range", EQP_SEVERITY_WARNING);
  rule_fixture_assert (snapshot, "");
  rule_fixture_add_seat (snapshot, "doyen-1d", rule_fixture_get_seat (snapshot, "doyen-2d", 0)->person)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (snapshot, "COPIL-DOYEN-1D-MAX(doyen-1d)");
  rule_fixture_remove_seat (snapshot, "doyen-1d", 1);
  rule_fixture_remove_seat (snapshot, "doyen-1d", 0);
  rule_fixture_add_seat (snapshot, "member", 0)->side = EQP_SIDE_RECTORAT;
  rule_fixture_assert (snapshot, "COPIL-SEAT-MISSING(DOYEN-1D)");
}

/* ---- a third statute, of a jury that no rule was written for ---- */

static EqpSnapshot *
new_jury (void)
{
  EqpSnapshot *snapshot = rule_fixture_new ("JURY-2026");

  rule_fixture_add_category (snapshot, "president", 1, 1)->may_chair = TRUE;
  rule_fixture_add_category (snapshot, "examiner", 2, 4);
  rule_fixture_add_category (snapshot, "observer", 0, -1)->counts = FALSE;
  rule_fixture_add_rule (snapshot, "total", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "category-range", EQP_SEVERITY_WARNING);
  rule_fixture_add_rule (snapshot, "chair", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "guests", EQP_SEVERITY_ERROR);
  /* Rules about categories that the jury does not have are silent. */
  rule_fixture_add_rule (snapshot, "mention-head", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "course-head", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "affiliation", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "teacher-involved", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "components", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "academy-inspector", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "student-enrolled", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "pole-heads", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "entity-representatives", EQP_SEVERITY_ERROR);
  rule_fixture_set_parameter (snapshot, "total-min", "4");
  rule_fixture_add_seat (snapshot, "president", 0)->function = EQP_FUNCTION_CHAIR;
  rule_fixture_add_seat (snapshot, "examiner", 0);
  rule_fixture_add_seat (snapshot, "examiner", 0);
  rule_fixture_add_seat (snapshot, "examiner", 0);
  rule_fixture_add_seat (snapshot, "observer", 0);
  return snapshot;
}

static void
test_jury (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_jury ();

  rule_fixture_assert (snapshot, "");
  rule_fixture_remove_seat (snapshot, "examiner", 2);
  rule_fixture_assert (snapshot, "JURY-TOTAL-MIN");
  rule_fixture_remove_seat (snapshot, "examiner", 1);
  rule_fixture_assert (snapshot, "JURY-TOTAL-MIN JURY-EXAMINER-MIN(examiner)");
  for (guint i = 0; i < 4; i++)
    rule_fixture_add_seat (snapshot, "examiner", 0);
  rule_fixture_assert (snapshot, "JURY-EXAMINER-MAX(examiner)");
}

static void
test_jury_chair (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_jury ();

  rule_fixture_get_seat (snapshot, "president", 0)->function = EQP_FUNCTION_NONE;
  rule_fixture_assert (snapshot, "JURY-CHAIR-MISSING");
  rule_fixture_get_seat (snapshot, "examiner", 0)->function = EQP_FUNCTION_CHAIR;
  rule_fixture_assert (snapshot, "JURY-CHAIR-NOT-ELIGIBLE(P101)");
  /* Where no category is said to chair, any member may; a guest never. */
  ((EqpSnapshotCategory *)g_ptr_array_index (snapshot->categories, 0))->may_chair = FALSE;
  rule_fixture_assert (snapshot, "");
  rule_fixture_get_seat (snapshot, "examiner", 0)->function = EQP_FUNCTION_NONE;
  rule_fixture_get_seat (snapshot, "observer", 0)->function = EQP_FUNCTION_CHAIR;
  rule_fixture_assert (snapshot, "JURY-CHAIR-NOT-MEMBER(P104)");
}

static void
test_jury_without_members (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_jury ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;

  rule_fixture_remove_seat (snapshot, "president", 0);
  rule_fixture_assert (snapshot, "JURY-CHAIR-MISSING JURY-TOTAL-MIN JURY-PRESIDENT-MIN(president)");
  findings = rule_fixture_check (snapshot);
  message = eqp_finding_dup_message (rule_fixture_find (findings, "JURY-CHAIR-MISSING"), EQP_LANGUAGE_EN);
  g_assert_cmpstr (message, ==, "There is no chair, and no eligible one: no member may chair.");
}

static void
test_list (void)
{
  guint          n_rules;
  const EqpRule *rules = eqp_rule_list (&n_rules);

  g_assert_cmpuint (n_rules, ==, 24);
  for (guint i = 0; i < n_rules; i++)
    {
      g_assert_true (eqp_rule_find (rules[i].name) == &rules[i]);
      g_assert_cmpstr (rules[i].label, !=, "");
      g_assert_true (g_str_has_prefix (rules[i].requirement, "C-") || g_str_has_prefix (rules[i].requirement, "G-"));
    }
  g_assert_null (eqp_rule_find ("nothing"));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rules/committee/lawful", test_lawful);
  g_test_add_func ("/rules/committee/parity", test_parity);
  g_test_add_func ("/rules/committee/named-seats", test_named_seats);
  g_test_add_func ("/rules/committee/named-seat-of-other-side", test_named_seat_of_other_side);
  g_test_add_func ("/rules/committee/pole-heads-count", test_pole_heads_count);
  g_test_add_func ("/rules/committee/pole-heads-side", test_pole_heads_side);
  g_test_add_func ("/rules/committee/pole-heads-designation", test_pole_heads_designation);
  g_test_add_func ("/rules/committee/entities", test_entities);
  g_test_add_func ("/rules/committee/named-seats-and-range", test_named_seats_and_range);
  g_test_add_func ("/rules/jury", test_jury);
  g_test_add_func ("/rules/jury/chair", test_jury_chair);
  g_test_add_func ("/rules/jury/without-members", test_jury_without_members);
  g_test_add_func ("/rules/list", test_list);
  return g_test_run ();
}
