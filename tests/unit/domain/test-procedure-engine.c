/* test-procedure-engine.c — due dates and states of the steps of a procedure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/procedures/eqp-agenda.h"

#define DAY(iso) eqp_date_from_iso (iso)
#define MAX_STEPS 4

static const EqpAnchor anchors[] = {
  { "received", 0 },
  { "start", 0 },
  { "end", EQP_DATE_NONE },
};

/* Received on Monday 5 October 2026, starting on Tuesday 1 December, ending nobody knows when. */
static void
evaluate (const EqpStepInput *steps,
          guint               n_steps,
          const char         *today,
          EqpStepResult      *results)
{
  EqpAnchor dated[G_N_ELEMENTS (anchors)];

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    dated[i] = anchors[i];
  dated[0].date = DAY ("2026-10-05");
  dated[1].date = DAY ("2026-12-01");
  eqp_procedure_evaluate (steps, n_steps, dated, G_N_ELEMENTS (dated), DAY (today), EQP_REGION_METROPOLE, results);
}

static void
assert_date (EqpDate     date,
             const char *expected)
{
  g_autofree char *iso = eqp_date_dup_iso (date);

  g_assert_cmpstr (date != EQP_DATE_NONE ? iso : "none", ==, expected);
}

static void
test_due (void)
{
  static const struct
  {
    const char *anchor;
    int         delay;
    gboolean    working;
    const char *due;
  } cases[] = {
    { "received", 0, FALSE, "2026-10-05" },
    { "received", 5, FALSE, "2026-10-10" }, /* a Saturday: it stays there */
    { "received", 5, TRUE, "2026-10-12" },
    { "received", 10, TRUE, "2026-10-19" },
    { "received", 27, FALSE, "2026-11-01" }, /* a public holiday: it stays there */
    { "received", 28, TRUE, "2026-11-13" },  /* over All Saints’ Day, a Sunday, and Armistice Day, a Wednesday */
    { "start", -21, FALSE, "2026-11-10" },
    { "start", -2, TRUE, "2026-11-27" },
    { "start", -1, FALSE, "2026-11-30" },
    { "end", 30, FALSE, "none" },
    { "", 3, FALSE, "none" },
    { "elsewhere", 3, FALSE, "none" },
    { "step:nothing", 3, FALSE, "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EqpStepInput  step = { .code = "a", .anchor = cases[i].anchor, .delay = cases[i].delay, .working_days = cases[i].working, .blocking = TRUE };
      EqpStepResult result;

      evaluate (&step, 1, "2026-10-05", &result);
      g_test_message ("%s %d", cases[i].anchor, cases[i].delay);
      assert_date (result.due, cases[i].due);
    }
}

static void
test_due_day (void)
{
  EqpStepInput  step = { .code = "a", .anchor = "received", .delay = 5, .blocking = TRUE };
  EqpStepResult result;

  evaluate (&step, 1, "2026-10-09", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_READY);
  evaluate (&step, 1, "2026-10-10", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_READY);
  evaluate (&step, 1, "2026-10-11", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_LATE);
}

/* Without a date a step is somebody's turn, and never late. */
static void
test_without_date (void)
{
  EqpStepInput  step = { .code = "a", .anchor = "end", .delay = -5, .blocking = TRUE };
  EqpStepResult result;

  evaluate (&step, 1, "2030-01-01", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_READY);
  step.done = DAY ("2030-01-01");
  evaluate (&step, 1, "2030-01-01", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_DONE);
  g_assert_false (result.done_late);
}

static void
test_done_late (void)
{
  EqpStepInput  step = { .code = "a", .anchor = "received", .delay = 5, .done = DAY ("2026-10-10") };
  EqpStepResult result;

  evaluate (&step, 1, "2026-12-01", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_DONE);
  g_assert_false (result.done_late);
  step.done = DAY ("2026-10-11");
  evaluate (&step, 1, "2026-12-01", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_DONE);
  g_assert_true (result.done_late);
  step.done = EQP_DATE_NONE;
  step.is_done = TRUE;
  evaluate (&step, 1, "2026-12-01", &result);
  g_assert_cmpint (result.state, ==, EQP_STEP_DONE);
  g_assert_false (result.done_late);
}

static void
assert_states (const EqpStepInput *steps,
               guint               n_steps,
               const char         *today,
               const char         *expected)
{
  EqpStepResult results[MAX_STEPS];
  g_autoptr (GString) states = g_string_new (NULL);

  g_assert_cmpuint (n_steps, <=, MAX_STEPS);
  evaluate (steps, n_steps, today, results);
  for (guint i = 0; i < n_steps; i++)
    g_string_append_printf (states, "%s%s", i > 0 ? " " : "", eqp_step_state_get_code (results[i].state));
  g_assert_cmpstr (states->str, ==, expected);
}

/* Three steps, due on 6, 7 and 8 October. */
#define THREE_STEPS                                                        \
  {                                                                        \
    { .code = "a", .anchor = "received", .delay = 1, .blocking = TRUE },   \
      { .code = "b", .anchor = "received", .delay = 2, .blocking = TRUE }, \
    {                                                                      \
      .code = "c", .anchor = "received", .delay = 3, .blocking = TRUE      \
    }                                                                      \
  }

static void
test_order (void)
{
  EqpStepInput steps[3] = THREE_STEPS;

  assert_states (steps, 3, "2026-10-05", "ready to-do to-do");
  /* What waits is not late itself: it is nobody's turn yet. */
  assert_states (steps, 3, "2026-10-20", "late to-do to-do");
  steps[0].done = DAY ("2026-10-06");
  assert_states (steps, 3, "2026-10-07", "done ready to-do");
  steps[1].is_done = TRUE;
  assert_states (steps, 3, "2026-10-09", "done done late");
}

static void
test_not_blocking (void)
{
  EqpStepInput steps[3] = THREE_STEPS;

  steps[0].blocking = FALSE;
  assert_states (steps, 3, "2026-10-07", "late ready to-do");
  steps[1].done = DAY ("2026-10-07");
  assert_states (steps, 3, "2026-10-08", "late done ready");
}

static void
test_out_of_order (void)
{
  EqpStepInput steps[3] = THREE_STEPS;

  steps[2].done = DAY ("2026-10-06");
  assert_states (steps, 3, "2026-10-06", "ready to-do out-of-order");
  steps[0].done = DAY ("2026-10-06");
  steps[1].done = DAY ("2026-10-07");
  assert_states (steps, 3, "2026-10-07", "done done out-of-order");
  /* All on one day, or on days that nobody knows: in order. */
  steps[1].done = DAY ("2026-10-06");
  assert_states (steps, 3, "2026-10-07", "done done done");
  steps[1].done = EQP_DATE_NONE;
  steps[1].is_done = TRUE;
  assert_states (steps, 3, "2026-10-07", "done done done");
  steps[0].done = DAY ("2026-10-20");
  steps[2].done = EQP_DATE_NONE;
  steps[2].is_done = TRUE;
  assert_states (steps, 3, "2026-10-20", "done done done");
}

static void
test_waived (void)
{
  EqpStepInput steps[3] = THREE_STEPS;

  steps[0].is_waived = TRUE;
  assert_states (steps, 3, "2026-10-20", "waived late to-do");
  steps[1].done = DAY ("2026-10-06");
  assert_states (steps, 3, "2026-10-06", "waived done ready");
  /* Waived is waived, whatever date stands beside it. */
  steps[0].done = DAY ("2026-10-20");
  assert_states (steps, 3, "2026-10-06", "waived done ready");
}

static void
test_chain (void)
{
  EqpStepInput steps[] = {
    { .code = "a", .anchor = "received", .delay = 5, .blocking = TRUE },
    { .code = "b", .anchor = "step:a", .delay = 2, .working_days = TRUE, .blocking = TRUE },
    { .code = "c", .anchor = "step:b", .delay = 10, .blocking = TRUE },
  };
  EqpStepResult results[3];

  /* As long as a step is open, the next is counted from the day it is due, Saturday 10 October. */
  evaluate (steps, 3, "2026-10-05", results);
  assert_date (results[1].due, "2026-10-13");
  assert_date (results[2].due, "2026-10-23");
  steps[0].done = DAY ("2026-10-07");
  evaluate (steps, 3, "2026-10-07", results);
  assert_date (results[1].due, "2026-10-09");
  assert_date (results[2].due, "2026-10-19");
  /* Done, nobody knows when; or waived: from the day it was due. */
  steps[0].done = EQP_DATE_NONE;
  steps[0].is_done = TRUE;
  evaluate (steps, 3, "2026-10-07", results);
  assert_date (results[1].due, "2026-10-13");
  steps[0].is_waived = TRUE;
  steps[0].done = DAY ("2026-10-07");
  evaluate (steps, 3, "2026-10-07", results);
  assert_date (results[1].due, "2026-10-13");
}

static void
test_circle (void)
{
  EqpStepInput steps[] = {
    { .code = "a", .anchor = "step:b", .delay = 5, .blocking = TRUE },
    { .code = "b", .anchor = "step:a", .delay = 5, .blocking = TRUE },
    { .code = "c", .anchor = "step:c", .delay = 5 },
  };
  EqpStepResult results[3];

  evaluate (steps, 3, "2026-10-05", results);
  for (guint i = 0; i < 3; i++)
    assert_date (results[i].due, "none");
  /* Once one of them is done, the other has a date. */
  steps[1].done = DAY ("2026-10-07");
  evaluate (steps, 3, "2026-10-05", results);
  assert_date (results[0].due, "2026-10-12");
}

/* 26 December is a holiday in Strasbourg alone. */
static void
test_region (void)
{
  EqpStepInput  step = { .code = "a", .anchor = "received", .delay = 1, .working_days = TRUE };
  EqpAnchor     anchor = { "received", DAY ("2025-12-24") };
  EqpStepResult result;

  eqp_procedure_evaluate (&step, 1, &anchor, 1, DAY ("2025-12-24"), EQP_REGION_METROPOLE, &result);
  assert_date (result.due, "2025-12-26");
  eqp_procedure_evaluate (&step, 1, &anchor, 1, DAY ("2025-12-24"), EQP_REGION_ALSACE_MOSELLE, &result);
  assert_date (result.due, "2025-12-29");
}

static void
test_labels (void)
{
  g_assert_cmpstr (eqp_step_state_get_label (EQP_STEP_OUT_OF_ORDER, EQP_LANGUAGE_EN), ==, "Done out of order");
  g_assert_cmpstr (eqp_step_role_get_label ("speaker", EQP_LANGUAGE_EN), ==, "Speaker");
  g_assert_cmpstr (eqp_step_role_get_label ("", EQP_LANGUAGE_EN), ==, "");
  g_assert_cmpstr (eqp_step_role_get_label ("nobody", EQP_LANGUAGE_EN), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  eqp_language_init ();

  g_test_add_func ("/procedure/due", test_due);
  g_test_add_func ("/procedure/due-day", test_due_day);
  g_test_add_func ("/procedure/without-date", test_without_date);
  g_test_add_func ("/procedure/done-late", test_done_late);
  g_test_add_func ("/procedure/order", test_order);
  g_test_add_func ("/procedure/not-blocking", test_not_blocking);
  g_test_add_func ("/procedure/out-of-order", test_out_of_order);
  g_test_add_func ("/procedure/waived", test_waived);
  g_test_add_func ("/procedure/chain", test_chain);
  g_test_add_func ("/procedure/circle", test_circle);
  g_test_add_func ("/procedure/region", test_region);
  g_test_add_func ("/procedure/labels", test_labels);
  return g_test_run ();
}
