/* test-ledger-rules.c — the rules of the ledger as pure functions, each side of each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/exchanges/eqp-exchange-check.h"

/* Continuing training on 12 October 2026, as it should be: a teacher of the university (1) with the education authority (2). */
static EqpLedgerLine
make_line (void)
{
  return (EqpLedgerLine){
    .id = 1,
    .code = "L1",
    .date = eqp_date_from_ymd (2026, 10, 12),
    .start = -1,
    .end = -1,
    .person = 7,
    .person_code = "P7",
    .person_name = "Anne Duval",
    .side = EQP_SIDE_UNIVERSITY,
    .today_side = EQP_SIDE_UNIVERSITY,
    .home = 1,
    .host = 2,
    .host_name = "Académie",
    .training = EQP_TRAINING_FC,
    .in_service = TRUE,
    .has_request = TRUE,
    .family = "",
    .override = "",
  };
}

typedef void (*Rule) (const EqpLedgerLine *line,
                      GPtrArray           *findings);

static GPtrArray *
run (Rule          rule,
     EqpLedgerLine line)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  rule (&line, findings);
  return findings;
}

static void
assert_none (Rule          rule,
             EqpLedgerLine line)
{
  g_autoptr (GPtrArray) findings = run (rule, line);

  g_assert_cmpuint (findings->len, ==, 0);
}

static EqpFinding *
assert_one (Rule          rule,
            EqpLedgerLine line,
            const char   *code)
{
  g_autoptr (GPtrArray) findings = run (rule, line);
  g_autofree char *source = NULL;
  g_autofree char *cure = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (eqp_finding_get_code (findings->pdata[0]), ==, code);
  g_assert_cmpstr (eqp_finding_get_subject (findings->pdata[0]), ==, line.code);
  source = eqp_finding_dup_source (findings->pdata[0], EQP_LANGUAGE_FR);
  g_assert_true (g_str_has_prefix (source, "X-"));
  cure = eqp_finding_dup_cure (findings->pdata[0], EQP_LANGUAGE_EN);
  g_assert_cmpstr (cure, !=, "");
  message = eqp_finding_dup_message (findings->pdata[0], EQP_LANGUAGE_EN);
  g_assert_null (strchr (message, '{'));
  return g_object_ref (findings->pdata[0]);
}

static const char *
get_text (EqpFinding *finding,
          const char *name)
{
  guint                  n;
  const EqpFindingValue *values = eqp_finding_get_values (finding, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (values[i].name, name) == 0)
      return values[i].text;
  return NULL;
}

static void
test_payer (void)
{
  EqpLedgerLine line = make_line ();
  g_autoptr (EqpFinding) finding = NULL;

  assert_none (eqp_ledger_rule_payer, line); /* Nobody is named: the home institution pays. */
  line.payer = 1;
  assert_none (eqp_ledger_rule_payer, line);
  line.payer = 3;
  assert_none (eqp_ledger_rule_payer, line);
  line.payer = 2;
  finding = assert_one (eqp_ledger_rule_payer, line, "LEDGER-PAYER");
  g_assert_cmpint (eqp_finding_get_severity (finding), ==, EQP_SEVERITY_WARNING);
  line.home = 2; /* Hours in one's own institution. */
  assert_none (eqp_ledger_rule_payer, line);
}

static void
test_direct (void)
{
  EqpLedgerLine line = make_line ();
  g_autoptr (EqpFinding) finding = NULL;

  assert_none (eqp_ledger_rule_direct, line);
  line.direct = TRUE;
  line.family = "COMPETITION";
  finding = assert_one (eqp_ledger_rule_direct, line, "DIRECT-CONTRACT");
  g_assert_cmpstr (get_text (finding, "family"), ==, "préparation concours internes");
  line.family = "FIL";
  g_clear_object (&finding);
  finding = assert_one (eqp_ledger_rule_direct, line, "DIRECT-CONTRACT");
  g_assert_cmpstr (get_text (finding, "family"), ==, "FIL");
  line.shared = TRUE;
  assert_none (eqp_ledger_rule_direct, line);
  line.shared = FALSE;
  line.direct = FALSE;
  line.has_request = FALSE;
  g_clear_object (&finding);
  finding = assert_one (eqp_ledger_rule_direct, line, "DIRECT-CONTRACT");

  /* Initial training by the university's own people is no exchange; by the education authority's it is. */
  line.training = EQP_TRAINING_FI;
  assert_none (eqp_ledger_rule_direct, line);
  line.side = EQP_SIDE_RECTORAT;
  g_clear_object (&finding);
  finding = assert_one (eqp_ledger_rule_direct, line, "DIRECT-CONTRACT");
  g_assert_cmpstr (get_text (finding, "family"), ==, "FI universités");
}

static void
test_service (void)
{
  EqpLedgerLine line = make_line ();
  g_autoptr (EqpFinding) finding = NULL;

  assert_none (eqp_ledger_rule_service, line);
  line.in_service = FALSE;
  finding = assert_one (eqp_ledger_rule_service, line, "SERVICE-NOT-INCLUDED");
  line.training = EQP_TRAINING_FI;
  assert_none (eqp_ledger_rule_service, line);
  line.training = EQP_TRAINING_FC;
  line.side = EQP_SIDE_RECTORAT;
  assert_none (eqp_ledger_rule_service, line);
}

static void
test_side (void)
{
  EqpLedgerLine line = make_line ();
  g_autoptr (EqpFinding) undefined = NULL;
  g_autoptr (EqpFinding) other = NULL;

  assert_none (eqp_ledger_rule_side, line);
  line.today_side = EQP_SIDE_RECTORAT;
  other = assert_one (eqp_ledger_rule_side, line, "LEDGER-SIDE");
  line.today_side = EQP_SIDE_NONE;
  line.side = EQP_SIDE_NONE;
  undefined = assert_one (eqp_ledger_rule_side, line, "PERSON-SIDE-UNDEFINED");
}

/* Two lines of a day with times of the day in hours, -1: not said. */
static guint
count_conflicts (EqpLedgerLine first,
                 EqpLedgerLine second)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lines, &first);
  g_ptr_array_add (lines, &second);
  eqp_ledger_rule_conflict (lines, findings);
  if (findings->len > 0)
    {
      g_assert_cmpstr (eqp_finding_get_code (findings->pdata[0]), ==, "SCHED-CONFLICT");
      g_assert_cmpstr (eqp_finding_get_subject (findings->pdata[0]), ==, "L2");
      g_assert_cmpstr (get_text (findings->pdata[0], "other"), ==, "L1");
    }
  return findings->len;
}

static void
test_conflict (void)
{
  EqpLedgerLine first = make_line ();
  EqpLedgerLine second = make_line ();

  second.id = 2;
  second.code = "L2";
  /* Nobody said when: two hosts on a day are two places, one host need not be. */
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
  second.host = 3;
  g_assert_cmpuint (count_conflicts (first, second), ==, 1);
  first.start = 540;
  first.end = 600;
  g_assert_cmpuint (count_conflicts (first, second), ==, 1);

  /* Touching times leave no moment in two places; a minute less does. */
  second.start = 600;
  second.end = 660;
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
  second.start = 599;
  g_assert_cmpuint (count_conflicts (first, second), ==, 1);
  second.host = 2;
  g_assert_cmpuint (count_conflicts (first, second), ==, 1);

  /* A reason, another day, another person. */
  second.override = "One room, two groups";
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
  second.override = "";
  first.override = "One room, two groups";
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
  first.override = "";
  second.date++;
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
  second.date--;
  second.person = 8;
  g_assert_cmpuint (count_conflicts (first, second), ==, 0);
}

/* A long line conflicts with one that begins after a shorter one between them has ended. */
static void
test_conflict_behind (void)
{
  EqpLedgerLine lines[] = { make_line (), make_line (), make_line () };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  lines[0].start = 480;
  lines[0].end = 720;
  lines[1].start = 540;
  lines[1].end = 570;
  lines[1].code = "L2";
  lines[1].override = "Looks in for half an hour";
  lines[2].start = 660;
  lines[2].end = 780;
  lines[2].code = "L3";
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (sorted, &lines[i]);
  eqp_ledger_rule_conflict (sorted, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (eqp_finding_get_subject (findings->pdata[0]), ==, "L3");
  g_assert_cmpstr (get_text (findings->pdata[0], "other"), ==, "L1");
}

static guint
count_unavailable (EqpLedgerLine                line,
                   const EqpAvailabilityPeriod *periods,
                   guint                        n_periods)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  eqp_ledger_rule_available (&line, periods, n_periods, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *source = eqp_finding_dup_source (findings->pdata[i], EQP_LANGUAGE_FR);
      g_autofree char *cure = eqp_finding_dup_cure (findings->pdata[i], EQP_LANGUAGE_EN);

      g_assert_cmpstr (eqp_finding_get_code (findings->pdata[i]), ==, "SCHED-UNAVAILABLE");
      g_assert_cmpint (eqp_finding_get_severity (findings->pdata[i]), ==, EQP_SEVERITY_WARNING);
      g_assert_cmpstr (eqp_finding_get_subject (findings->pdata[i]), ==, "L1");
      g_assert_cmpstr (get_text (findings->pdata[i], "person"), ==, "P7");
      g_assert_true (g_str_has_prefix (source, "X-12"));
      g_assert_cmpstr (cure, !=, "");
    }
  return findings->len;
}

/* 12 October 2026 is a Monday. */
static void
test_unavailable (void)
{
  EqpLedgerLine         line = make_line ();
  EqpAvailabilityPeriod never = { FALSE, 0, EQP_DATE_NONE, EQP_DATE_NONE };

  g_assert_cmpuint (count_unavailable (line, NULL, 0), ==, 0);
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 1);
  never.weekday = 1;
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 1);
  never.weekday = 2;
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 0);
  never.weekday = 7;
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 0);

  /* Both ends of a period are in it; the days around are not. */
  never = (EqpAvailabilityPeriod){ FALSE, 0, line.date, line.date };
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 1);
  never = (EqpAvailabilityPeriod){ FALSE, 0, line.date + 1, EQP_DATE_NONE };
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 0);
  never = (EqpAvailabilityPeriod){ FALSE, 0, EQP_DATE_NONE, line.date - 1 };
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 0);

  /* A reason. */
  never.to = line.date;
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 1);
  line.override = "Asked and agreed";
  g_assert_cmpuint (count_unavailable (line, &never, 1), ==, 0);
}

static void
test_available (void)
{
  EqpLedgerLine         line = make_line ();
  EqpAvailabilityPeriod days[] = { { TRUE, 2, EQP_DATE_NONE, EQP_DATE_NONE }, { TRUE, 1, EQP_DATE_NONE, EQP_DATE_NONE } };

  g_assert_cmpuint (count_unavailable (line, days, 1), ==, 1);
  g_assert_cmpuint (count_unavailable (line, days, 2), ==, 0);
  /* What is said for another time leaves this day free. */
  days[0].from = line.date + 1;
  g_assert_cmpuint (count_unavailable (line, days, 1), ==, 0);
  days[0].from = line.date;
  g_assert_cmpuint (count_unavailable (line, days, 1), ==, 1);
  days[0].to = line.date - 1;
  days[0].from = EQP_DATE_NONE;
  g_assert_cmpuint (count_unavailable (line, days, 1), ==, 0);
  /* "Unavailable" wins. */
  days[0] = (EqpAvailabilityPeriod){ FALSE, 0, line.date, line.date };
  g_assert_cmpuint (count_unavailable (line, days, 2), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ledger-rules/payer", test_payer);
  g_test_add_func ("/domain/ledger-rules/direct", test_direct);
  g_test_add_func ("/domain/ledger-rules/service", test_service);
  g_test_add_func ("/domain/ledger-rules/side", test_side);
  g_test_add_func ("/domain/ledger-rules/conflict", test_conflict);
  g_test_add_func ("/domain/ledger-rules/conflict-behind", test_conflict_behind);
  g_test_add_func ("/domain/ledger-rules/unavailable", test_unavailable);
  g_test_add_func ("/domain/ledger-rules/available", test_available);
  return g_test_run ();
}
