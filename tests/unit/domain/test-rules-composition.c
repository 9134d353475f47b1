/* test-rules-composition.c — scope, decision, annex, numbers, partners, sites: each rule on both sides of its boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"

#include "base/eqp-utils.h"
#include "tests/test-folder.h"

static void
test_scope (void)
{
  g_autoptr (EqpSnapshot) with_course = rule_fixture_new ("CPER");
  g_autoptr (EqpSnapshot) with_mention = rule_fixture_new ("CPER");
  g_autoptr (EqpSnapshot) empty = rule_fixture_new ("CPER");
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_add_rule (with_course, "scope", EQP_SEVERITY_ERROR);
  rule_fixture_add_course (with_course, "C1", 0);
  rule_fixture_assert (with_course, "");
  rule_fixture_add_rule (with_mention, "scope", EQP_SEVERITY_ERROR);
  rule_fixture_add_mention (with_mention, "M", 0, 0);
  rule_fixture_assert (with_mention, "");

  rule_fixture_add_rule (empty, "scope", EQP_SEVERITY_WARNING);
  findings = rule_fixture_check (empty);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = rule_fixture_find (findings, "CPER-EMPTY-SCOPE");
  g_assert_cmpint (eqp_finding_get_severity (finding), ==, EQP_SEVERITY_WARNING);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_SCOPE);
}

static void
assert_decisions (const char *proposals,
                  const char *decisions,
                  const char *codes)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_auto (GStrv) proposed = g_strsplit (proposals, " ", -1);
  g_auto (GStrv) decided = g_strsplit (decisions, " ", -1);

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_add_decision (snapshot, EQP_DECISION_ANNEX, "2026-11-21", EQP_SIDE_NONE);
  for (guint i = 0; proposed[i] != NULL; i++)
    rule_fixture_add_decision (snapshot, EQP_DECISION_PROPOSAL, proposed[i], EQP_SIDE_NONE);
  for (guint i = 0; decided[i] != NULL; i++)
    rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, decided[i], EQP_SIDE_NONE);
  rule_fixture_assert (snapshot, codes);
}

static void
test_decision (void)
{
  assert_decisions ("", "", "CPER-NO-DECISION");
  assert_decisions ("2026-06-20", "", "CPER-NO-DECISION");
  assert_decisions ("", "2026-07-01", "");
  assert_decisions ("2026-06-20", "2026-07-01", "");
  assert_decisions ("2026-07-01", "2026-07-01", "");
  assert_decisions ("2026-07-02", "2026-07-01", "CPER-DECISION-ORDER");
  /* A second decision needs a proposal of its own; a second proposal alone is for the decision to come. */
  assert_decisions ("2025-06-20 2026-07-02", "2025-07-01 2026-07-01", "CPER-DECISION-ORDER");
  assert_decisions ("2025-07-01 2026-07-02", "2025-07-01 2026-07-01", "CPER-DECISION-ORDER");
  assert_decisions ("2025-06-20 2026-06-20", "2025-07-01 2026-07-01", "");
  assert_decisions ("2026-06-20 2026-10-01", "2026-07-01", "");
}

static void
test_decision_values (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_add_decision (snapshot, EQP_DECISION_ANNEX, "2026-11-21", EQP_SIDE_NONE);
  rule_fixture_add_decision (snapshot, EQP_DECISION_PROPOSAL, "2026-07-02", EQP_SIDE_NONE);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, "2026-07-01", EQP_SIDE_NONE);
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-DECISION-ORDER");
  g_assert_cmpstr (rule_fixture_get_text (finding, "decision"), ==, "2026-07-01");
  g_assert_cmpstr (rule_fixture_get_text (finding, "proposal"), ==, "2026-07-02");
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_DECISION);
}

/* Nobody decided on a composition that does not exist. */
static void
test_decision_without_seats (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new ("CPER");

  rule_fixture_add_category (snapshot, "teacher", 0, -1);
  rule_fixture_add_rule (snapshot, "decision", EQP_SEVERITY_ERROR);
  rule_fixture_assert (snapshot, "");
  rule_fixture_add_seat (snapshot, "teacher", 0);
  rule_fixture_assert (snapshot, "CPER-NO-DECISION");
}

static void
assert_annex (const char *annex,
              const char *change,
              const char *codes)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  rule_fixture_clear_decisions (snapshot);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, "2026-07-01", EQP_SIDE_NONE);
  if (*annex != '\0')
    rule_fixture_add_decision (snapshot, EQP_DECISION_ANNEX, annex, EQP_SIDE_NONE);
  snapshot->last_change = eqp_date_from_iso (change);
  rule_fixture_assert (snapshot, codes);
}

static void
test_annex (void)
{
  assert_annex ("2026-09-01", "2026-09-01", "");
  assert_annex ("2026-08-31", "2026-09-01", "CPER-ANNEX-STALE");
  assert_annex ("2026-09-02", "2026-09-01", "");
  assert_annex ("", "2026-09-01", "CPER-ANNEX-STALE");
  assert_annex ("", "", "CPER-ANNEX-STALE");
}

static void
test_total_values (void)
{
  g_autoptr (EqpSnapshot) few = rule_fixture_new_council ((RuleCounts){ 1, 1, 0, 1, 1, 1, 2, 0 });
  g_autoptr (EqpSnapshot) many = rule_fixture_new_council ((RuleCounts){ 1, 2, 3, 5, 2, 2, 4, 0 });
  g_autoptr (GPtrArray) findings = rule_fixture_check (few);
  g_autofree char *message = NULL;
  g_autofree char *cure = NULL;
  g_autofree char *source = NULL;
  EqpFinding      *finding = rule_fixture_find (findings, "CPER-TOTAL-MIN");

  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 7);
  g_assert_cmpint (rule_fixture_get_number (finding, "min"), ==, 9);
  g_assert_cmpint (rule_fixture_get_number (finding, "missing"), ==, 2);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (message, ==, "7 members in all, at least 9 needed.");
  cure = eqp_finding_dup_cure (finding, EQP_LANGUAGE_EN);
  /* Not among the categories that are full: the head of mention; and no more names than a sentence bears. */
  g_assert_cmpstr (cure, ==, "Appoint 2 more members; there is room among: Seats course-head, Seats deputy, Seats teacher, Seats employer, ….");
  source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (source, ==, "C-09: “Source of total.”");
  g_assert_null (eqp_finding_get_category (finding));

  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = rule_fixture_check (many);
  finding = rule_fixture_find (findings, "CPER-TOTAL-MAX");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 19);
  g_assert_cmpint (rule_fixture_get_number (finding, "max"), ==, 17);
  g_assert_cmpint (rule_fixture_get_number (finding, "excess"), ==, 2);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_END_SEAT);
}

static void
test_total_parameters (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  rule_fixture_set_parameter (snapshot, "total-min", "10");
  rule_fixture_assert (snapshot, "CPER-TOTAL-MIN");
  rule_fixture_set_parameter (snapshot, "total-min", "off");
  rule_fixture_set_parameter (snapshot, "total-max", "8");
  rule_fixture_assert (snapshot, "CPER-TOTAL-MAX");
  rule_fixture_set_parameter (snapshot, "total-max", "");
  rule_fixture_assert (snapshot, "");
}

static void
test_range_values (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 1, 1, 0, 6, 1, 1, 1, 0 });
  g_autoptr (GPtrArray) findings = rule_fixture_check (snapshot);
  g_autofree char *message = NULL;
  g_autofree char *cure = NULL;
  g_autofree char *source = NULL;
  EqpFinding      *finding = rule_fixture_find (findings, "CPER-STUDENT-MIN");

  g_assert_cmpstr (eqp_finding_get_category (finding), ==, "student");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 1);
  g_assert_cmpint (rule_fixture_get_number (finding, "min"), ==, 2);
  g_assert_cmpint (rule_fixture_get_number (finding, "missing"), ==, 1);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (message, ==, "Seats student: 1 member, at least 2 needed.");
  cure = eqp_finding_dup_cure (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (cure, ==, "Appoint 1 more student, enrolled in Track C1.");
  source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (source, ==, "C-17: “Source of category-range.”");

  finding = rule_fixture_find (findings, "CPER-TEACHER-MAX");
  g_assert_cmpint (rule_fixture_get_number (finding, "excess"), ==, 1);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_END_SEAT);
}

/* A category's own rule is not doubled, but what that rule leaves aside is still looked at. */
static void
test_range_of_heads (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (EqpSnapshot) guests = rule_fixture_new_council (RULE_COUNTS_LARGEST);

  ((EqpSnapshotCategory *)g_ptr_array_index (snapshot->categories, 1))->max = 1;
  rule_fixture_assert (snapshot, "CPER-COURSE-HEAD-MAX(course-head)");

  ((EqpSnapshotCategory *)g_ptr_array_index (guests->categories, 7))->max = 1;
  rule_fixture_assert (guests, "");
  rule_fixture_remove_rule (guests, "guests");
  rule_fixture_assert (guests, "CPER-GUEST-PERMANENT-MAX(guest-permanent)");
}

static void
test_partners (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 1, 1, 0, 3, 0, 0, 4, 0 });
  g_autoptr (GPtrArray) findings = rule_fixture_check (snapshot);
  EqpFinding      *finding = rule_fixture_find (findings, "CPER-PARTNERS-INCOMPLETE");
  g_autofree char *message = eqp_finding_dup_message (finding, EQP_LANGUAGE_FR);

  g_assert_cmpint (eqp_finding_get_severity (finding), ==, EQP_SEVERITY_INFORMATION);
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 2);
  g_assert_cmpstr (rule_fixture_get_text (finding, "categories"), ==, "employer, profession");
  g_assert_nonnull (strstr (message, "Sièges employer, Sièges profession"));
}

static void
test_severity (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 1, 1, 0, 1, 1, 1, 2, 0 });

  rule_fixture_remove_rule (snapshot, "total");
  rule_fixture_add_rule (snapshot, "total", EQP_SEVERITY_OFF);
  rule_fixture_assert (snapshot, "");
}

/* A later version's rule, in a file that this one reads. */
static void
test_unknown_rule (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new ("CPER");

  rule_fixture_add_rule (snapshot, "scope", EQP_SEVERITY_ERROR);
  eqp_set_str (&((EqpSnapshotRule *)g_ptr_array_index (snapshot->rules, 0))->rule, "of-tomorrow");
  rule_fixture_assert (snapshot, "");
}

static EqpSnapshot *
new_council_on_sites (guint sites)
{
  EqpSnapshot *snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);

  /* Both courses run on the first site: it counts once. */
  for (guint i = 0; i < sites; i++)
    rule_fixture_add_site (snapshot, i == 0 ? 0 : 1, RULE_FIXTURE_SITE + i);
  if (sites > 0)
    rule_fixture_add_site (snapshot, 1, RULE_FIXTURE_SITE);
  return snapshot;
}

static void
test_sub_bodies (void)
{
  g_autoptr (EqpSnapshot) none = new_council_on_sites (1);
  g_autoptr (EqpSnapshot) single = new_council_on_sites (1);
  g_autoptr (EqpSnapshot) unknown = new_council_on_sites (0);
  g_autoptr (EqpSnapshot) two = new_council_on_sites (2);

  rule_fixture_assert (none, "");

  rule_fixture_add_sub_body (single, "S1", RULE_FIXTURE_SITE);
  rule_fixture_assert (single, "CPER-SUB-SINGLE-SITE(L801)");
  rule_fixture_add_sub_body (single, "S2", RULE_FIXTURE_SITE + 1);
  rule_fixture_assert (single, "CPER-SUB-SINGLE-SITE(L801) CPER-SUB-TOO-MANY");

  rule_fixture_add_sub_body (unknown, "S1", RULE_FIXTURE_SITE);
  rule_fixture_assert (unknown, "CPER-SUB-SINGLE-SITE");

  rule_fixture_add_sub_body (two, "S1", RULE_FIXTURE_SITE);
  rule_fixture_assert (two, "");
  rule_fixture_add_sub_body (two, "S2", RULE_FIXTURE_SITE + 1);
  rule_fixture_assert (two, "");
  rule_fixture_add_sub_body (two, "S3", RULE_FIXTURE_SITE + 2);
  rule_fixture_assert (two, "CPER-SUB-TOO-MANY");
}

static void
test_sub_bodies_of_one_site (void)
{
  g_autoptr (EqpSnapshot) snapshot = new_council_on_sites (3);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_add_sub_body (snapshot, "S1", RULE_FIXTURE_SITE);
  rule_fixture_add_sub_body (snapshot, "S2", RULE_FIXTURE_SITE + 1);
  rule_fixture_add_sub_body (snapshot, "S3", RULE_FIXTURE_SITE);
  rule_fixture_assert (snapshot, "CPER-SUB-DUP-SITE(L801)");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-SUB-DUP-SITE");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 2);
  g_assert_cmpstr (rule_fixture_get_text (finding, "bodies"), ==, "S1, S3");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rules/scope", test_scope);
  g_test_add_func ("/rules/decision", test_decision);
  g_test_add_func ("/rules/decision/values", test_decision_values);
  g_test_add_func ("/rules/decision/without-seats", test_decision_without_seats);
  g_test_add_func ("/rules/annex", test_annex);
  g_test_add_func ("/rules/total/values", test_total_values);
  g_test_add_func ("/rules/total/parameters", test_total_parameters);
  g_test_add_func ("/rules/range/values", test_range_values);
  g_test_add_func ("/rules/range/heads", test_range_of_heads);
  g_test_add_func ("/rules/partners", test_partners);
  g_test_add_func ("/rules/severity", test_severity);
  g_test_add_func ("/rules/unknown", test_unknown_rule);
  g_test_add_func ("/rules/sub-bodies", test_sub_bodies);
  g_test_add_func ("/rules/sub-bodies/one-site", test_sub_bodies_of_one_site);
  return g_test_run ();
}
