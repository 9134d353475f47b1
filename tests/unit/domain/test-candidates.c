/* test-candidates.c — who could answer a request, and in which order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/exchanges/eqp-candidates.h"
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static GPtrArray *
load (EqpStore   *store,
      const char *text,
      guint       limit)
{
  const EqpEntity *entity = eqp_pole_find_entity ("request");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) request = eqp_store_find (store, entity, eqp_entity_find_field (entity, "code"), "D1", &error);
  GPtrArray *candidates;

  g_assert_no_error (error);
  candidates = eqp_candidates_load (store, request, text, limit, &error);
  g_assert_no_error (error);
  return candidates;
}

static const EqpCandidate *
at (GPtrArray  *candidates,
    guint       index,
    const char *code)
{
  const EqpCandidate *candidate = g_ptr_array_index (candidates, index);

  g_assert_cmpuint (index, <, candidates->len);
  g_assert_cmpstr (candidate->code, ==, code);
  return candidate;
}

/* Continuing training on 1 December 2026, a Tuesday, of P1's side; P2 has changed sides by then. */
static EqpStore *
make_store (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("affiliation", "person", "P5", "institution", "INSPE", "side", "university");
  ADD ("affiliation", "person", "P6", "institution", "INSPE", "side", "university");
  ADD ("scheme", "code", "S1", "name", "Plan");
  ADD ("request", "code", "D1", "requester", "ACAD", "training", "FC", "scheme", "S1", "subject", "Observation", "minutes", "10h",
       "start-date", "2026-12-01", "end-date", "2026-12-02");
  return store;
}

static void
test_order (void)
{
  EqpStore *store = make_store ();
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) busy = NULL;

  candidates = load (store, NULL, 0);
  g_assert_cmpuint (candidates->len, ==, 5); /* P4 has no home. */
  g_assert_cmpint (at (candidates, 0, "P1")->effect, ==, 600);
  at (candidates, 1, "P5");
  at (candidates, 2, "P6");
  g_assert_cmpint (at (candidates, 3, "P2")->effect, ==, 0);
  g_assert_false (at (candidates, 4, "P3")->right_side);

  /* Load, then availability, then what somebody already teaches go before it. */
  ADD ("intervention", "code", "L1", "date", "2026-10-12", "person", "P1", "training", "FC", "planned", "3h", "done", "2h");
  ADD ("availability", "person", "P6", "kind", "available", "weekday", "2");
  ADD ("availability", "person", "P6", "kind", "available", "weekday", "3");
  ADD ("intervention", "code", "L2", "date", "2026-10-12", "person", "P5", "training", "FC", "scheme", "S1", "done", "9h");
  busy = load (store, NULL, 4);
  g_assert_cmpuint (busy->len, ==, 4);
  g_assert_true (at (busy, 0, "P5")->teaches);
  g_assert_cmpint (at (busy, 1, "P6")->availability, ==, EQP_AVAILABILITY_FREE);
  g_assert_cmpint (at (busy, 2, "P1")->load, ==, 180);
  g_clear_pointer (&candidates, g_ptr_array_unref);
  g_clear_pointer (&busy, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

static EqpAvailabilityState
get_state (EqpStore   *store,
           const char *code)
{
  g_autoptr (GPtrArray) candidates = load (store, NULL, 0);

  for (guint i = 0; i < candidates->len; i++)
    {
      const EqpCandidate *candidate = g_ptr_array_index (candidates, i);

      if (strcmp (candidate->code, code) == 0)
        return candidate->availability;
    }
  g_assert_not_reached ();
}

static void
test_availability (void)
{
  EqpStore *store = make_store ();

  g_assert_cmpint (get_state (store, "P1"), ==, EQP_AVAILABILITY_UNKNOWN);
  ADD ("availability", "person", "P1", "kind", "unavailable", "weekday", "4");
  g_assert_cmpint (get_state (store, "P1"), ==, EQP_AVAILABILITY_FREE);
  ADD ("availability", "person", "P1", "kind", "unavailable", "weekday", "2");
  g_assert_cmpint (get_state (store, "P1"), ==, EQP_AVAILABILITY_PARTLY);
  ADD ("availability", "person", "P1", "kind", "unavailable", "weekday", "3", "to-date", "2026-12-01");
  g_assert_cmpint (get_state (store, "P1"), ==, EQP_AVAILABILITY_PARTLY);
  ADD ("availability", "person", "P1", "kind", "unavailable", "from-date", "2026-12-02");
  g_assert_cmpint (get_state (store, "P1"), ==, EQP_AVAILABILITY_BUSY);
  ADD ("availability", "person", "P5", "kind", "available", "weekday", "2");
  g_assert_cmpint (get_state (store, "P5"), ==, EQP_AVAILABILITY_PARTLY);
  /* Days that are said for a part of the time say nothing of the rest. */
  ADD ("availability", "person", "P6", "kind", "available", "weekday", "2", "to-date", "2026-12-01");
  g_assert_cmpint (get_state (store, "P6"), ==, EQP_AVAILABILITY_FREE);
  eqp_test_pole_free (store);
}

static void
test_effect (void)
{
  EqpStore *store = make_store ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  ADD ("intervention", "code", "L1", "date", "2026-12-01", "person", "P6", "training", "FC", "request", "D1", "planned", "4h");
  before = load (store, "eloise AUBRAC", 0);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (at (before, 0, "P1")->effect, ==, 360); /* What is left of it. */
  ADD ("shared_post", "person", "P1", "from-date", "2026-12-01");
  after = load (store, "uv", 0); /* The institution's short name. */
  g_assert_cmpint (at (after, 0, "P1")->effect, ==, 0);
  g_clear_pointer (&before, g_ptr_array_unref);
  g_clear_pointer (&after, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/candidates/order", test_order);
  g_test_add_func ("/domain/candidates/availability", test_availability);
  g_test_add_func ("/domain/candidates/effect", test_effect);
  return g_test_run ();
}
