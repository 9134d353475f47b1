/* test-rules-chair.c — exactly one chair, a member who represents the employer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"
#include "tests/test-folder.h"

static void
test_missing (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *cure = NULL;
  EqpFinding      *finding;

  rule_fixture_get_seat (snapshot, "employer", 0)->function = EQP_FUNCTION_SECRETARY;
  rule_fixture_assert (snapshot, "CPER-CHAIR-MISSING");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-CHAIR-MISSING");
  g_assert_cmpint (rule_fixture_get_number (finding, "eligible"), ==, 1);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_CHAIR);
  g_assert_cmpstr (eqp_finding_get_category (finding), ==, "employer");
  cure = eqp_finding_dup_cure (finding, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (cure, "Nom105"));
}

/* Who sits for a company that is not the employer cannot chair (A3). */
static void
test_missing_and_not_eligible (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;
  EqpSeat         *employer = rule_fixture_get_seat (snapshot, "employer", 0);
  EqpFinding      *finding;

  employer->function = EQP_FUNCTION_NONE;
  employer->represents_employer = FALSE;
  rule_fixture_assert (snapshot, "CPER-CHAIR-MISSING");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-CHAIR-MISSING");
  g_assert_cmpint (rule_fixture_get_number (finding, "eligible"), ==, 0);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_APPOINT);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (message, ==, "There is no chair, and no eligible one: no member represents the employer.");
}

static void
test_multiple (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_get_seat (snapshot, "employer", 1)->function = EQP_FUNCTION_CHAIR;
  rule_fixture_assert (snapshot, "CPER-CHAIR-MULTI");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-CHAIR-MULTI");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 2);
  g_assert_cmpint (rule_fixture_get_number (finding, "max"), ==, 1);
}

/* One person whose function stands on two mandates is one chair. */
static void
test_same_person (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  EqpSeat *second = rule_fixture_add_seat (snapshot, "employer", rule_fixture_get_seat (snapshot, "employer", 0)->person);

  second->function = EQP_FUNCTION_CHAIR;
  rule_fixture_assert (snapshot, "");
}

static void
test_not_employer (void)
{
  static const char *const categories[] = { "mention-head", "course-head", "deputy", "teacher", "profession", "student" };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
      EqpSeat         *seat = rule_fixture_get_seat (snapshot, categories[i], 0);
      g_autofree char *expected = g_strdup_printf ("CPER-CHAIR-NOT-EMPLOYER(%s)", seat->person_code);

      rule_fixture_get_seat (snapshot, "employer", 0)->function = EQP_FUNCTION_NONE;
      seat->function = EQP_FUNCTION_CHAIR;
      rule_fixture_assert (snapshot, expected);
    }
}

static void
test_not_flagged (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  EqpSeat *employer = rule_fixture_get_seat (snapshot, "employer", 0);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  employer->represents_employer = FALSE;
  rule_fixture_assert (snapshot, "CPER-CHAIR-NOT-EMPLOYER(P105)");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-CHAIR-NOT-EMPLOYER");
  g_assert_cmpint (eqp_finding_get_mandate (finding), ==, employer->mandate);
  g_assert_cmpint (rule_fixture_get_number (finding, "represents-employer"), ==, 0);
}

static void
test_not_member (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  EqpSeat         *guest = rule_fixture_get_seat (snapshot, "guest-permanent", 0);
  g_autofree char *alone = g_strdup_printf ("CPER-CHAIR-NOT-MEMBER(%s)", guest->person_code);
  g_autofree char *two = g_strdup_printf ("CPER-CHAIR-MULTI CPER-CHAIR-NOT-MEMBER(%s)", guest->person_code);

  guest->function = EQP_FUNCTION_CHAIR;
  rule_fixture_assert (snapshot, two);
  rule_fixture_get_seat (snapshot, "employer", 0)->function = EQP_FUNCTION_NONE;
  rule_fixture_assert (snapshot, alone);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rules/chair/missing", test_missing);
  g_test_add_func ("/rules/chair/not-eligible", test_missing_and_not_eligible);
  g_test_add_func ("/rules/chair/multiple", test_multiple);
  g_test_add_func ("/rules/chair/same-person", test_same_person);
  g_test_add_func ("/rules/chair/not-employer", test_not_employer);
  g_test_add_func ("/rules/chair/not-flagged", test_not_flagged);
  g_test_add_func ("/rules/chair/not-member", test_not_member);
  return g_test_run ();
}
