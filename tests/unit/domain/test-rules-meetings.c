/* test-rules-meetings.c — what sub-councils may deal with, and the meeting of an occasional guest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"

#include "domain/bodies/eqp-category.h"
#include "tests/test-folder.h"

/* A sub-council whose council has met as often. */
static EqpSnapshot *
new_sub_council (void)
{
  EqpSnapshot *snapshot = rule_fixture_new ("CPER-SITE");

  rule_fixture_add_rule (snapshot, "sub-scope", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "sub-substitution", EQP_SEVERITY_ERROR);
  snapshot->parent = 2;
  snapshot->parent_meetings = 1;
  return snapshot;
}

static void
assert_item (EqpScope    scope,
             EqpOutcome  outcome,
             const char *advice_to,
             const char *codes)
{
  g_autoptr (EqpSnapshot) sub_council = new_sub_council ();
  g_autoptr (EqpSnapshot) council = new_sub_council ();

  rule_fixture_add_item (rule_fixture_add_meeting (sub_council, "2026-10-12"), scope, outcome, advice_to);
  rule_fixture_assert (sub_council, codes);
  /* The council itself may do all that. */
  council->parent = 0;
  rule_fixture_add_item (rule_fixture_add_meeting (council, "2026-10-12"), scope, outcome, advice_to);
  rule_fixture_assert (council, "");
}

static void
test_sub_scope (void)
{
  assert_item (EQP_SCOPE_NONE, EQP_OUTCOME_ADOPTED, "", "");
  assert_item (EQP_SCOPE_LOCAL, EQP_OUTCOME_ADOPTED, "", "");
  assert_item (EQP_SCOPE_GENERAL, EQP_OUTCOME_NONE, "", "");
  assert_item (EQP_SCOPE_GENERAL, EQP_OUTCOME_DISCUSSED, "", "");
  assert_item (EQP_SCOPE_GENERAL, EQP_OUTCOME_ADOPTED, "", "CPER-SUB-SCOPE(BODY/2026-10-12)");
  assert_item (EQP_SCOPE_LOCAL, EQP_OUTCOME_DISCUSSED, "COSP", "CPER-SUB-SCOPE(BODY/2026-10-12)");
  assert_item (EQP_SCOPE_GENERAL, EQP_OUTCOME_ADOPTED, "CCI, CI", "CPER-SUB-SCOPE(BODY/2026-10-12) CPER-SUB-SCOPE(BODY/2026-10-12)");
}

static void
test_sub_scope_says (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_sub_council ();
  EqpSnapshotMeeting *meeting = rule_fixture_add_meeting (snapshot, "2026-10-12");
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;
  g_autofree char *source = NULL;
  EqpFinding      *finding;

  rule_fixture_add_item (meeting, EQP_SCOPE_LOCAL, EQP_OUTCOME_ADOPTED, "");
  rule_fixture_add_item (meeting, EQP_SCOPE_LOCAL, EQP_OUTCOME_ADOPTED, "OAF, COSP");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-SUB-SCOPE");
  g_assert_cmpint (rule_fixture_get_number (finding, "item"), ==, 2);
  g_assert_cmpstr (rule_fixture_get_text (finding, "advice_to"), ==, "OAF, COSP");
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_MEETINGS);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (message, "“Item 2” of 12 Oct 2026"));
  source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (source, "C-22"));
}

static void
test_sub_substitution (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_sub_council ();
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  /* Neither has met yet. */
  snapshot->parent_meetings = 0;
  rule_fixture_assert (snapshot, "");
  rule_fixture_add_meeting (snapshot, "2026-10-12");
  rule_fixture_add_meeting (snapshot, "2026-11-09");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-SUB-SUBSTITUTION");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 2);
  g_assert_cmpint (rule_fixture_get_number (finding, "council"), ==, 0);
  /* One meeting of the council is enough. */
  snapshot->parent_meetings = 1;
  rule_fixture_assert (snapshot, "");
  /* A council without a parent replaces nobody. */
  snapshot->parent_meetings = 0;
  snapshot->parent = 0;
  rule_fixture_assert (snapshot, "");
}

static void
test_guest_meeting (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  EqpSeat         *guest = rule_fixture_add_seat (snapshot, EQP_CATEGORY_GUEST_OCCASIONAL, 0);
  g_autofree char *expected = g_strdup_printf ("CPER-GUEST-NO-MEETING(%s)", guest->person_code);
  g_autofree char *again = g_strdup_printf ("%s %s", expected, expected);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_add_seat (snapshot, "guest-permanent", 0);
  rule_fixture_assert (snapshot, expected);
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-GUEST-NO-MEETING");
  g_assert_cmpint (eqp_finding_get_severity (finding), ==, EQP_SEVERITY_INFORMATION);
  g_assert_cmpint (eqp_finding_get_mandate (finding), ==, guest->mandate);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_INVITE);
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 0);
  /* Each invitation has its meeting, also of somebody invited twice. */
  rule_fixture_add_seat (snapshot, EQP_CATEGORY_GUEST_OCCASIONAL, guest->person);
  rule_fixture_assert (snapshot, again);
  guest->meeting = RULE_FIXTURE_MEETING;
  rule_fixture_assert (snapshot, expected);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rules/meetings/sub-scope", test_sub_scope);
  g_test_add_func ("/rules/meetings/sub-scope-says", test_sub_scope_says);
  g_test_add_func ("/rules/meetings/sub-substitution", test_sub_substitution);
  g_test_add_func ("/rules/meetings/guest-meeting", test_guest_meeting);
  return g_test_run ();
}
