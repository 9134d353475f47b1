/* test-balance-property.c — ten thousand random edits, undos and redos: every figure stays what the lines say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

/* A sanitizer looks for other faults, and slowly: every kind of edit comes in a thousand as well. */
#ifdef __SANITIZE_ADDRESS__
#define N_EDITS 1000
#else
#define N_EDITS 10000
#endif
#define N_BETWEEN_CHECKS 100
#define MAX_LINES 200

typedef enum {
  EDIT_ADD,
  EDIT_CHANGE,
  EDIT_DELETE,
  EDIT_CERTIFY,
  EDIT_CORRECT,
  EDIT_MOVE, /* a person changes sides: the lines that are not certified follow */
  EDIT_UNDO,
  EDIT_REDO,
  N_KINDS,
} EditKind;

typedef struct
{
  EqpStore *store;
  GRand    *random;
  gint64    people[4];
  gint64    institutions[3];
  gint64    units[2];
  gint64    schemes[2];
  gint64    affiliation; /* of P3 */
  guint     n_codes;
  gboolean  can_redo;
  guint     n_done[N_KINDS];
} Run;

static EqpDate
random_date (Run *run)
{
  return eqp_test_date ("2025-09-01") + g_rand_int_range (run->random, 0, 730);
}

static gboolean
happens (Run *run,
         int  percent)
{
  return g_rand_int_range (run->random, 0, 100) < percent;
}

static gint64
choose (Run          *run,
        const gint64 *ids,
        int           n_ids)
{
  int i = g_rand_int_range (run->random, -1, n_ids);

  return i < 0 ? 0 : ids[i];
}

static void
set_minutes (Run       *run,
             EqpRecord *draft,
             guint      field,
             int        percent)
{
  if (happens (run, percent))
    eqp_record_set_integer (draft, field, 15 * g_rand_int_range (run->random, 0, 40));
  else
    eqp_record_clear (draft, field);
}

static void
fill_draft (Run       *run,
            EqpRecord *draft)
{
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, random_date (run));
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, run->people[g_rand_int_range (run->random, 0, G_N_ELEMENTS (run->people))]);
  eqp_record_set_reference (draft, EQP_INTERVENTION_HOST, choose (run, run->institutions, G_N_ELEMENTS (run->institutions)));
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, happens (run, 50) ? "FC" : "FI");
  eqp_record_set_reference (draft, EQP_INTERVENTION_UNIT, choose (run, run->units, G_N_ELEMENTS (run->units)));
  eqp_record_set_reference (draft, EQP_INTERVENTION_SCHEME, choose (run, run->schemes, G_N_ELEMENTS (run->schemes)));
  set_minutes (run, draft, EQP_INTERVENTION_REQUESTED, 60);
  set_minutes (run, draft, EQP_INTERVENTION_PLANNED, 80);
  set_minutes (run, draft, EQP_INTERVENTION_DONE, 70);
  eqp_record_set_boolean (draft, EQP_INTERVENTION_SHARED_TIME, happens (run, 10));
  eqp_record_set_boolean (draft, EQP_INTERVENTION_DIRECT_CONTRACT, happens (run, 10));
}

static gboolean
add (Run     *run,
     GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_intervention_entity);
  g_autofree char *code = g_strdup_printf ("R%05u", run->n_codes++);

  fill_draft (run, draft);
  eqp_record_set_text (draft, EQP_INTERVENTION_CODE, code);
  return eqp_ledger_save (run->store, draft, NULL, error);
}

/* Any line, by the place of a random id among theirs, which are random too. */
static GPtrArray *
choose_line (Run     *run,
             GError **error)
{
  gint64 id = (gint64)((((guint64)g_rand_int (run->random) << 32) | g_rand_int (run->random)) & G_MAXINT64);
  g_autoptr (GPtrArray) lines = eqp_store_select (run->store, &eqp_intervention_entity, error, "WHERE id >= ? ORDER BY id LIMIT 1", "i", id);

  if (lines == NULL || lines->len > 0)
    return g_steal_pointer (&lines);
  return eqp_store_select (run->store, &eqp_intervention_entity, error, "ORDER BY id LIMIT 1", NULL);
}

static gboolean
edit_line (Run     *run,
           EditKind kind,
           GError **error)
{
  g_autoptr (GPtrArray) lines = choose_line (run, error);
  g_autoptr (EqpRecord) draft = NULL;
  EqpRecord *line;

  if (lines == NULL || lines->len == 0)
    return FALSE;
  line = g_ptr_array_index (lines, 0);
  switch (kind)
    {
    case EDIT_CHANGE:
      draft = eqp_record_dup_draft (line);
      fill_draft (run, draft);
      return eqp_ledger_save (run->store, draft, NULL, error);
    case EDIT_DELETE:
      return eqp_ledger_delete (run->store, line, NULL, error);
    case EDIT_CERTIFY:
      return eqp_ledger_certify (run->store, lines, NULL, error);
    default:
      return eqp_ledger_correct (run->store, line, happens (run, 50) ? 0 : 15, random_date (run), "Erreur", NULL, error);
    }
}

static gboolean
move_person (Run     *run,
             GError **error)
{
  const EqpEntity *entity = eqp_pole_find_entity ("affiliation");
  g_autoptr (EqpRecord) affiliation = eqp_store_get (run->store, entity, run->affiliation, error);
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Person moved");

  if (affiliation == NULL)
    return FALSE;
  draft = eqp_record_dup_draft (affiliation);
  eqp_record_set_text (draft, eqp_entity_find_field (entity, "side"), happens (run, 50) ? "rectorat" : "university");
  return eqp_store_save_one (run->store, label, draft, error);
}

static EditKind
choose_kind (Run *run)
{
  /* Of a hundred, up to which each kind goes. */
  static const int parts[N_KINDS] = { 26, 50, 65, 67, 69, 70, 88, 100 };
  int              part = g_rand_int_range (run->random, 0, 100);
  EditKind         kind = EDIT_ADD;

  while (part >= parts[kind])
    kind++;
  return kind;
}

/* FALSE: it was refused (a certified line changed, nothing to undo …), which is no edit. */
static gboolean
step (Run  *run,
      guint n_lines)
{
  EditKind kind = choose_kind (run);
  gboolean done;
  g_autoptr (GError) error = NULL;

  if (kind == EDIT_REDO && !run->can_redo)
    kind = EDIT_ADD;
  if (kind == EDIT_ADD && n_lines >= MAX_LINES)
    kind = EDIT_DELETE;
  if (kind == EDIT_ADD)
    done = add (run, &error);
  else if (kind == EDIT_MOVE)
    done = move_person (run, &error);
  else if (kind == EDIT_UNDO)
    done = eqp_store_undo (run->store, 0, NULL, &error);
  else if (kind == EDIT_REDO)
    done = eqp_store_redo (run->store, NULL, &error);
  else
    done = edit_line (run, kind, &error);
  run->n_done[kind] += done;
  if (done)
    run->can_redo = kind == EDIT_UNDO || kind == EDIT_REDO;
  return done;
}

static guint
count_lines (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT count (*) FROM intervention", NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return (guint)eqp_query_get_integer (query, 0);
}

static void
check (EqpStore *store)
{
  static const char *const periods[][2] = {
    { NULL, NULL },
    { "2025-09-01", "2026-08-31" },
    { "2025-10-10", "2027-01-20" },
    { "2026-02-03", "2026-02-25" },
  };
  g_autoptr (BalanceLines) lines = balance_lines_read (store);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (EqpBreakdown by = 0; by < EQP_N_BREAKDOWNS; by++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (EqpBalance) balance = NULL;

        balance = eqp_balance_load (store, eqp_date_from_iso (periods[i][0]), eqp_date_from_iso (periods[i][1]), by, EQP_LANGUAGE_FR, &error);
        g_assert_no_error (error);
        balance_lines_check (lines, balance);
      }
}

static void
prepare (Run *run)
{
  static const char *const people[] = { "P1", "P2", "P3", "P4" };
  static const char *const institutions[] = { "UNIV", "INSPE", "ACAD" };
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = NULL;

  run->store = balance_fixture_new ();
  run->random = g_rand_new_with_seed (2026);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    run->people[i] = eqp_test_find (run->store, eqp_pole_find_entity ("person"), people[i]);
  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    run->institutions[i] = eqp_test_find (run->store, eqp_pole_find_entity ("institution"), institutions[i]);
  run->units[0] = eqp_test_find (run->store, eqp_pole_find_entity ("unit"), "U1");
  run->units[1] = eqp_test_find (run->store, eqp_pole_find_entity ("unit"), "U2");
  run->schemes[0] = eqp_test_find (run->store, eqp_pole_find_entity ("scheme"), "S1");
  run->schemes[1] = eqp_test_find (run->store, eqp_pole_find_entity ("scheme"), "S'2");
  query = eqp_store_query (run->store, &error, "SELECT id FROM affiliation WHERE person_id = ?", "i", run->people[2]);
  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  run->affiliation = eqp_query_get_integer (query, 0);
}

static void
test_random_edits (void)
{
  Run run = { 0 };

  prepare (&run);
  for (guint n = 0; n < N_EDITS;)
    if (step (&run, count_lines (run.store)) && ++n % N_BETWEEN_CHECKS == 0)
      check (run.store);
  /* It all happened. */
  for (EditKind kind = 0; kind < N_KINDS; kind++)
    {
      g_test_message ("kind %u: %u", kind, run.n_done[kind]);
      g_assert_cmpuint (run.n_done[kind], >=, N_EDITS / 1000);
    }
  g_assert_cmpuint (count_lines (run.store), >, 50);
  g_rand_free (run.random);
  eqp_test_pole_free (run.store);
}

int
main (int   argc,
      char *argv[])
{
  /* The same ids in every run, and with them the same edits. */
  g_setenv ("EQUIPOLE_SEED", "2026", TRUE);
  test_init (&argc, &argv);
  g_test_add_func ("/domain/balance/random-edits", test_random_edits);
  return g_test_run ();
}
