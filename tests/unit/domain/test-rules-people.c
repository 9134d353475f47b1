/* test-rules-people.c — heads, teachers, students, inspectors, guests, capacities: each rule on both sides of its boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"

#include "base/eqp-utils.h"
#include "tests/test-folder.h"

#define HEAD 100 /* of the fixture's mention; the heads of its courses follow */

static EqpSnapshotMention *
first_mention (EqpSnapshot *snapshot)
{
  return g_ptr_array_index (snapshot->mentions, 0);
}

static EqpSnapshotCourse *
nth_course (EqpSnapshot *snapshot,
            guint        n)
{
  return g_ptr_array_index (snapshot->courses, n);
}

static void
test_mention_head (void)
{
  g_autoptr (EqpSnapshot) deputy = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (EqpSnapshot) representative = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (EqpSnapshot) both = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  /* The recorded representative sits instead of the head. */
  first_mention (deputy)->head = 55;
  first_mention (deputy)->deputy = HEAD;
  rule_fixture_assert (deputy, "");
  /* Somebody whom the mention does not name can only be its representative. */
  first_mention (representative)->head = 55;
  first_mention (representative)->deputy = 56;
  rule_fixture_assert (representative, "");

  first_mention (both)->deputy = 57;
  rule_fixture_assert (both, "");
  rule_fixture_add_seat (both, "mention-head", 57);
  rule_fixture_assert (both, "CPER-MENTION-HEAD-DOUBLE(M)");
}

/* A4: several mentions grouped, one head for each. */
static void
test_mention_heads_grouped (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (EqpSnapshot) unnamed = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  g_autoptr (EqpSnapshot) same = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  rule_fixture_add_mention (snapshot, "N", 70, 71);
  rule_fixture_assert (snapshot, "CPER-MENTION-HEAD-MISSING(N)");
  rule_fixture_add_seat (snapshot, "mention-head", 70);
  rule_fixture_assert (snapshot, "");
  rule_fixture_add_seat (snapshot, "mention-head", 71);
  rule_fixture_assert (snapshot, "CPER-MENTION-HEAD-DOUBLE(N)");

  rule_fixture_add_mention (unnamed, "N", 0, 0);
  rule_fixture_assert (unnamed, "CPER-MENTION-HEAD-MISSING(N)");
  rule_fixture_add_seat (unnamed, "mention-head", 80);
  rule_fixture_assert (unnamed, "");
  rule_fixture_add_seat (unnamed, "mention-head", 81);
  rule_fixture_assert (unnamed, "CPER-MENTION-HEAD-DOUBLE");

  /* One person may head both. */
  rule_fixture_add_mention (same, "N", HEAD, 0);
  rule_fixture_assert (same, "");
}

static void
test_course_head (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (EqpSnapshot) unrecorded = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  rule_fixture_remove_seat (snapshot, "course-head", 1);
  rule_fixture_assert (snapshot, "CPER-COURSE-HEAD-MISSING(C2)");
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-COURSE-HEAD-MISSING");
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_APPOINT);
  g_assert_cmpstr (eqp_finding_get_category (finding), ==, "course-head");

  /* Who heads the second course is not recorded: the second head stands for it. */
  nth_course (unrecorded, 1)->head = 0;
  rule_fixture_assert (unrecorded, "");
  rule_fixture_remove_seat (unrecorded, "course-head", 1);
  rule_fixture_assert (unrecorded, "CPER-COURSE-HEAD-MISSING(C2)");
  rule_fixture_remove_seat (unrecorded, "course-head", 0);
  rule_fixture_assert (unrecorded, "CPER-COURSE-HEAD-MISSING(C1) CPER-COURSE-HEAD-MISSING(C2) CPER-PARTNERS-INCOMPLETE");
}

/* To sit in another capacity is not to sit as course head; the head of mention may do both. */
static void
test_course_head_elsewhere (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 1, 1, 1, 4, 1, 1, 2, 0 });
  g_autoptr (EqpSnapshot) double_head = rule_fixture_new_council ((RuleCounts){ 1, 1, 1, 4, 1, 1, 2, 0 });
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;

  nth_course (snapshot, 0)->head = HEAD;
  rule_fixture_assert (snapshot, "CPER-COURSE-HEAD-MISSING(C1)");
  findings = rule_fixture_check (snapshot);
  message = eqp_finding_dup_message (rule_fixture_find (findings, "CPER-COURSE-HEAD-MISSING"), EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (message, "Nom100"));
  g_assert_nonnull (strstr (message, "Track C1"));

  nth_course (double_head, 0)->head = HEAD;
  rule_fixture_remove_seat (double_head, "course-head", 0);
  rule_fixture_add_seat (double_head, "course-head", HEAD);
  rule_fixture_assert (double_head, "");
}

static void
test_affiliation (void)
{
  static const struct
  {
    const char *kind;
    gboolean    lawful;
  } kinds[] = {
    { "inspe", TRUE },
    { "university", TRUE },
    { "component", TRUE },
    { "rectorat", FALSE },
    { "school", FALSE },
    { "company", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
      g_autofree char *both = NULL;

      rule_fixture_set_institution (rule_fixture_get_seat (snapshot, "course-head", 0), 910, kinds[i].kind);
      rule_fixture_set_institution (rule_fixture_get_seat (snapshot, "deputy", 0), 910, kinds[i].kind);
      both = g_strdup_printf ("CPER-COURSE-HEAD-AFFILIATION(P101) CPER-COURSE-HEAD-AFFILIATION(%s)",
                              rule_fixture_get_seat (snapshot, "deputy", 0)->person_code);
      rule_fixture_assert (snapshot, kinds[i].lawful ? "" : both);
    }
}

/* Whoever has no institution is reported once, for the whole file. */
static void
test_affiliation_unknown (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  rule_fixture_set_institution (rule_fixture_get_seat (snapshot, "course-head", 0), 0, "");
  rule_fixture_assert (snapshot, "");
}

static void
test_teacher_involved (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  EqpSeat         *teacher = rule_fixture_get_seat (snapshot, "teacher", 0);
  g_autofree char *expected = g_strdup_printf ("CPER-TEACHER-NOT-INVOLVED(%s)", teacher->person_code);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;
  EqpFinding      *finding;

  g_hash_table_remove (nth_course (snapshot, 0)->teachers, &teacher->person);
  rule_fixture_assert (snapshot, expected);
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-TEACHER-NOT-INVOLVED");
  g_assert_cmpint (eqp_finding_get_mandate (finding), ==, teacher->mandate);
  g_assert_cmpint (rule_fixture_get_number (finding, "year"), ==, 2026);
  message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (message, "2026–2027"));

  /* Any of the attached courses will do. */
  g_hash_table_add (nth_course (snapshot, 1)->teachers, g_memdup2 (&teacher->person, sizeof teacher->person));
  rule_fixture_assert (snapshot, "");
}

static void
test_student_enrolled (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  EqpSeat         *student = rule_fixture_get_seat (snapshot, "student", 3);
  g_autofree char *expected = g_strdup_printf ("CPER-STUDENT-NOT-ENROLLED(%s)", student->person_code);

  g_hash_table_remove (nth_course (snapshot, 0)->students, &student->person);
  rule_fixture_assert (snapshot, expected);
  /* To teach there is not to study there. */
  g_hash_table_add (nth_course (snapshot, 1)->teachers, g_memdup2 (&student->person, sizeof student->person));
  rule_fixture_assert (snapshot, expected);
  g_hash_table_add (nth_course (snapshot, 1)->students, g_memdup2 (&student->person, sizeof student->person));
  rule_fixture_assert (snapshot, "");
}

static void
test_components (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *message = NULL;

  rule_fixture_add_component (snapshot, 1, RULE_FIXTURE_COMPONENT);
  rule_fixture_assert (snapshot, "");
  for (gint64 i = 1; i <= 4; i++)
    {
      rule_fixture_add_component (snapshot, 1, RULE_FIXTURE_COMPONENT + i);
      rule_fixture_set_institution (rule_fixture_get_seat (snapshot, "teacher", i), RULE_FIXTURE_COMPONENT + i, "component");
    }
  rule_fixture_assert (snapshot, "");

  /* Five fit in five seats, even when they do not sit there. */
  rule_fixture_set_institution (rule_fixture_get_seat (snapshot, "teacher", 4), RULE_FIXTURE_COMPONENT, "component");
  rule_fixture_assert (snapshot, "CPER-COMPONENT-UNREPRESENTED(L905)");
  findings = rule_fixture_check (snapshot);
  message = eqp_finding_dup_message (rule_fixture_find (findings, "CPER-COMPONENT-UNREPRESENTED"), EQP_LANGUAGE_EN);
  g_assert_null (strstr (message, "cannot all fit"));
  g_assert_nonnull (strstr (message, "Place 905"));

  rule_fixture_add_component (snapshot, 1, RULE_FIXTURE_COMPONENT + 5);
  rule_fixture_assert (snapshot, "CPER-COMPONENT-UNREPRESENTED(L905) CPER-COMPONENT-UNREPRESENTED(L906)");
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = rule_fixture_check (snapshot);
  g_clear_pointer (&message, g_free);
  message = eqp_finding_dup_message (rule_fixture_find (findings, "CPER-COMPONENT-UNREPRESENTED"), EQP_LANGUAGE_EN);
  g_assert_nonnull (strstr (message, "6 components cannot all fit in 5 seats"));
}

static void
assert_inspector (const char *corps,
                  const char *kind,
                  const char *degree,
                  const char *code)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);
  EqpSeat         *employer = rule_fixture_get_seat (snapshot, "employer", 0);
  g_autofree char *expected = NULL;

  rule_fixture_set_corps (employer, corps);
  rule_fixture_set_institution (employer, 990, kind);
  eqp_set_str (&snapshot->degree, degree);
  expected = *code != '\0' ? g_strdup_printf ("%s(%s)", code, employer->person_code) : g_strdup ("");
  rule_fixture_assert (snapshot, expected);
}

static void
test_academy_inspector (void)
{
  assert_inspector ("IA-IPR", "rectorat", "2D", "");
  assert_inspector ("ia-ipr d’anglais", "rectorat", "2D", "");
  assert_inspector ("IA IPR", "rectorat", "", "");
  assert_inspector ("IEN", "rectorat", "1D", "");
  assert_inspector ("IEN-ET", "rectorat", "2D", "");
  assert_inspector ("IENX", "rectorat", "1D", "CPER-ACADEMY-NOT-INSPECTOR");
  assert_inspector ("IA", "rectorat", "2D", "CPER-ACADEMY-NOT-INSPECTOR");
  assert_inspector ("", "rectorat", "2D", "CPER-ACADEMY-NOT-INSPECTOR");
  assert_inspector ("certifié", "rectorat", "2D", "CPER-ACADEMY-NOT-INSPECTOR");
  /* A company's representative is no inspector, and need not be. */
  assert_inspector ("", "company", "2D", "");
  assert_inspector ("IA-IPR", "rectorat", "1D", "CPER-INSPECTOR-DEGREE");
}

static void
test_inspector_severities (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  g_autoptr (GPtrArray) findings = NULL;

  eqp_set_str (&snapshot->degree, "1D");
  rule_fixture_set_corps (rule_fixture_get_seat (snapshot, "employer", 1), "");
  findings = rule_fixture_check (snapshot);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpint (eqp_finding_get_severity (rule_fixture_find (findings, "CPER-ACADEMY-NOT-INSPECTOR")), ==, EQP_SEVERITY_WARNING);
  g_assert_cmpint (eqp_finding_get_severity (rule_fixture_find (findings, "CPER-INSPECTOR-DEGREE")), ==, EQP_SEVERITY_INFORMATION);
}

static void
test_guests (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_LARGEST);
  EqpSeat         *teacher = rule_fixture_get_seat (snapshot, "teacher", 0);
  g_autofree char *expected = g_strdup_printf ("CPER-GUEST-IS-MEMBER(%s)", teacher->person_code);
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;
  EqpSeat    *guest;

  guest = rule_fixture_add_seat (snapshot, "guest-permanent", teacher->person);
  rule_fixture_assert (snapshot, expected);
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-GUEST-IS-MEMBER");
  g_assert_cmpint (eqp_finding_get_mandate (finding), ==, guest->mandate);
  g_assert_cmpstr (rule_fixture_get_text (finding, "member"), ==, "teacher");

  /* Twice a guest is one finding; twice a guest and no member is none. */
  rule_fixture_add_seat (snapshot, "guest-occasional", teacher->person)->meeting = RULE_FIXTURE_MEETING;
  rule_fixture_assert (snapshot, expected);
  rule_fixture_remove_seat (snapshot, "guest-permanent", 5);
  rule_fixture_remove_seat (snapshot, "guest-occasional", 4);
  rule_fixture_add_seat (snapshot, "guest-occasional", rule_fixture_get_seat (snapshot, "guest-permanent", 0)->person)->meeting = RULE_FIXTURE_MEETING;
  rule_fixture_assert (snapshot, "");
}

static void
test_double_capacity (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 1, 1, 1, 3, 1, 1, 2, 0 });
  g_autoptr (EqpSnapshot) heads = rule_fixture_new_council ((RuleCounts){ 1, 1, 1, 3, 1, 1, 2, 0 });
  g_autoptr (GPtrArray) findings = NULL;
  EqpFinding *finding;

  /* Counts once in the total, and once in each category. */
  rule_fixture_add_seat (snapshot, "teacher", rule_fixture_get_seat (snapshot, "deputy", 0)->person);
  rule_fixture_assert (snapshot, "CPER-DOUBLE-CAPACITY(P102)");
  g_assert_cmpuint (eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES), ==, 10);
  g_assert_cmpuint (eqp_snapshot_count (snapshot, 3), ==, 4);
  findings = rule_fixture_check (snapshot);
  finding = rule_fixture_find (findings, "CPER-DOUBLE-CAPACITY");
  g_assert_cmpint (rule_fixture_get_number (finding, "count"), ==, 2);
  g_assert_cmpstr (rule_fixture_get_text (finding, "categories"), ==, "deputy, teacher");

  rule_fixture_add_seat (heads, "course-head", HEAD);
  rule_fixture_assert (heads, "");
  rule_fixture_add_seat (heads, "teacher", HEAD);
  rule_fixture_assert (heads, "CPER-DOUBLE-CAPACITY(P100)");
}

/* Two seats of one category are one capacity and one member. */
static void
test_double_seat (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (RULE_COUNTS_SMALLEST);

  rule_fixture_remove_seat (snapshot, "teacher", 2);
  rule_fixture_add_seat (snapshot, "teacher", rule_fixture_get_seat (snapshot, "teacher", 0)->person);
  rule_fixture_assert (snapshot, "CPER-TOTAL-MIN");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rules/mention-head", test_mention_head);
  g_test_add_func ("/rules/mention-head/grouped", test_mention_heads_grouped);
  g_test_add_func ("/rules/course-head", test_course_head);
  g_test_add_func ("/rules/course-head/elsewhere", test_course_head_elsewhere);
  g_test_add_func ("/rules/affiliation", test_affiliation);
  g_test_add_func ("/rules/affiliation/unknown", test_affiliation_unknown);
  g_test_add_func ("/rules/teacher-involved", test_teacher_involved);
  g_test_add_func ("/rules/student-enrolled", test_student_enrolled);
  g_test_add_func ("/rules/components", test_components);
  g_test_add_func ("/rules/academy-inspector", test_academy_inspector);
  g_test_add_func ("/rules/academy-inspector/severities", test_inspector_severities);
  g_test_add_func ("/rules/guests", test_guests);
  g_test_add_func ("/rules/double-capacity", test_double_capacity);
  g_test_add_func ("/rules/double-seat", test_double_seat);
  return g_test_run ();
}
