/* bench-roster-text.c — the words of all rosters of a file, for the bare measures of printing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line an item: its kind, then its text or cells, separated by tabs. "T" begins a roster, with its title; "P" is a paragraph, "G" a
 * category and its count, "R" a member. */

#include "config.h"

#include "bench-common.h"

#include "base/eqp-language.h"
#include "domain/bodies/eqp-snapshot.h"
#include "domain/eqp-pole.h"

#include <stdio.h>

#define LANGUAGE EQP_LANGUAGE_FR

static char *
dup_date (EqpDate date)
{
  return date == EQP_DATE_NONE ? g_strdup ("…") : eqp_date_format (date, LANGUAGE);
}

/* The last one of its kind. */
static void
write_decision (const EqpSnapshot *body,
                EqpDecisionKind    kind)
{
  const EqpSnapshotDecision *decision = NULL;
  g_autofree char           *date = NULL;

  for (guint i = 0; i < body->decisions->len; i++)
    {
      const EqpSnapshotDecision *other = g_ptr_array_index (body->decisions, i);

      if (other->kind == kind)
        decision = other;
    }
  if (decision == NULL)
    return;
  date = dup_date (decision->date);
  printf ("P\tDécision\t%s du %s, %s\n", decision->reference, date, decision->signatory);
}

static void
write_seat (const EqpSeat *seat)
{
  g_autofree char *name = eqp_seat_dup_name (seat, LANGUAGE);
  g_autofree char *from = dup_date (seat->from);
  g_autofree char *to = dup_date (seat->to);

  printf ("R\t%s\t%s %s\t%s\t%s – %s\n", name, seat->institution_name, eqp_side_get_letter (seat->side),
          seat->function == EQP_FUNCTION_NONE ? "" : "présidence", from, to);
}

static void
write_category (const EqpSnapshot *body,
                guint              index)
{
  const EqpSnapshotCategory *category = g_ptr_array_index (body->categories, index);
  guint                      count = eqp_snapshot_count (body, index);

  if (count == 0 && category->min <= 0)
    return;
  printf ("G\t%s\t%u / %d\n", eqp_category_get_name (category, LANGUAGE), count, category->min);
  for (guint i = 0; i < body->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (body->seats, i);

      if (seat->category == index)
        write_seat (seat);
    }
}

static void
write_roster (const EqpSnapshot *body)
{
  printf ("T\t%s\n", eqp_snapshot_get_name (body, LANGUAGE));
  printf ("P\tUniversité, Inspé\tAcadémie, Rectorat\n");
  printf ("P\tComposition\t%u membres, %s\n", eqp_snapshot_count (body, EQP_ALL_CATEGORIES), body->code);
  printf ("P\tStatut\t%s\n", body->statute_name_fr);
  write_decision (body, EQP_DECISION_DECISION);
  write_decision (body, EQP_DECISION_PROPOSAL);
  printf ("R\tNom\tInstitution\tFonction\tMandat\n");
  for (guint i = 0; i < body->categories->len; i++)
    write_category (body, i);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-roster-text FILE\n");
      return 2;
    }
  eqp_language_init ();
  store = eqp_store_open (argv[1], eqp_pole_get_schema (), EQP_STORE_OPEN_READ_ONLY, &error);
  bench_check (store != NULL, error);
  bodies = eqp_snapshot_load (store, 0, eqp_date_today (), &error);
  bench_check (bodies != NULL, error);
  for (guint i = 0; i < bodies->len; i++)
    write_roster (g_ptr_array_index (bodies, i));
  eqp_store_close (store);
  return 0;
}
