/* test-rules-table.c — the boundary table of the councils' composition, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"
#include "tests/test-folder.h"

typedef struct
{
  const char *path;
  RuleCounts  counts;
  guint       total;
  const char *codes;
} Row;

static const Row rows[] = {
  { "/rules/table/total-too-small", { 1, 1, 0, 1, 1, 1, 2, 0 }, 7, "CPER-TOTAL-MIN" },
  { "/rules/table/lower-bound", { 1, 1, 0, 3, 1, 1, 2, 0 }, 9, "" },
  { "/rules/table/upper-bound", { 1, 2, 1, 5, 2, 2, 4, 9 }, 17, "" },
  { "/rules/table/teachers", { 1, 1, 0, 6, 1, 1, 2, 0 }, 12, "CPER-TEACHER-MAX(teacher)" },
  { "/rules/table/employer", { 1, 1, 0, 4, 0, 1, 2, 0 }, 9, "CPER-CHAIR-MISSING CPER-EMPLOYER-MIN(employer) CPER-PARTNERS-INCOMPLETE" },
  { "/rules/table/students", { 1, 1, 0, 5, 1, 1, 1, 0 }, 10, "CPER-STUDENT-MIN(student)" },
  { "/rules/table/mention-head", { 0, 1, 0, 5, 1, 1, 2, 0 }, 10, "CPER-MENTION-HEAD-MISSING(M)" },
  /* The same bounds from their other side. */
  { "/rules/table/one-below", { 1, 1, 0, 2, 1, 1, 2, 9 }, 8, "CPER-TOTAL-MIN" },
  { "/rules/table/one-above", { 1, 2, 2, 5, 2, 2, 4, 0 }, 18, "CPER-TOTAL-MAX" },
  { "/rules/table/teachers-none", { 1, 1, 2, 0, 1, 1, 3, 0 }, 9, "CPER-TEACHER-MIN(teacher) CPER-COMPONENT-UNREPRESENTED(L901) CPER-PARTNERS-INCOMPLETE" },
  { "/rules/table/teachers-one", { 1, 1, 2, 1, 1, 1, 2, 0 }, 9, "" },
  { "/rules/table/teachers-five", { 1, 1, 0, 5, 1, 1, 2, 0 }, 11, "" },
  { "/rules/table/employer-two", { 1, 1, 0, 3, 2, 1, 2, 0 }, 10, "" },
  { "/rules/table/employer-three", { 1, 1, 0, 3, 3, 1, 2, 0 }, 11, "CPER-EMPLOYER-MAX(employer)" },
  { "/rules/table/profession-none", { 1, 1, 0, 4, 1, 0, 2, 0 }, 9, "CPER-PROFESSION-MIN(profession) CPER-PARTNERS-INCOMPLETE" },
  { "/rules/table/profession-two", { 1, 1, 0, 3, 1, 2, 2, 0 }, 10, "" },
  { "/rules/table/profession-three", { 1, 1, 0, 3, 1, 3, 2, 0 }, 11, "CPER-PROFESSION-MAX(profession)" },
  { "/rules/table/students-none", { 1, 1, 0, 5, 1, 1, 0, 0 }, 9, "CPER-STUDENT-MIN(student) CPER-PARTNERS-INCOMPLETE" },
  { "/rules/table/students-four", { 1, 1, 0, 3, 1, 1, 4, 0 }, 11, "" },
  { "/rules/table/students-five", { 1, 1, 0, 3, 1, 1, 5, 0 }, 12, "CPER-STUDENT-MAX(student)" },
  { "/rules/table/mention-heads-two", { 2, 1, 0, 3, 1, 1, 2, 0 }, 10, "CPER-MENTION-HEAD-DOUBLE(M)" },
  { "/rules/table/minima-alone", { 1, 1, 0, 1, 1, 1, 2, 3 }, 7, "CPER-TOTAL-MIN" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council (row->counts);

  g_assert_cmpuint (eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES), ==, row->total);
  rule_fixture_assert (snapshot, row->codes);
}

static void
test_nobody (void)
{
  g_autoptr (EqpSnapshot) snapshot = rule_fixture_new_council ((RuleCounts){ 0 });

  g_ptr_array_set_size (snapshot->mentions, 0);
  rule_fixture_clear_decisions (snapshot);
  snapshot->last_change = EQP_DATE_NONE;
  rule_fixture_assert (snapshot, "CPER-CHAIR-MISSING CPER-COURSE-HEAD-MISSING CPER-EMPLOYER-MIN(employer) CPER-EMPTY-SCOPE "
                                 "CPER-MENTION-HEAD-MISSING CPER-PROFESSION-MIN(profession) CPER-STUDENT-MIN(student) "
                                 "CPER-TEACHER-MIN(teacher) CPER-TOTAL-MIN CPER-PARTNERS-INCOMPLETE");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].path, &rows[i], test_row);
  g_test_add_func ("/rules/table/nobody", test_nobody);
  return g_test_run ();
}
