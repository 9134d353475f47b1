/* test-exchange-check.c — what is found wrong with the exchanges of a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

/* How many findings of a code the academic year 2026 has on 21 November, and the subject of the first. */
static guint
count (EqpStore   *store,
       const char *code,
       const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = eqp_exchange_check_run (store, eqp_test_date ("2026-09-01"), eqp_test_date ("2027-08-31"), eqp_test_date ("2026-11-21"), 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding      *finding = findings->pdata[i];
      g_autofree char *message = eqp_finding_dup_message (finding, EQP_LANGUAGE_EN);
      g_autofree char *source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
      g_autofree char *cure = eqp_finding_dup_cure (finding, EQP_LANGUAGE_EN);

      g_assert_null (strchr (message, '{'));
      g_assert_true (g_str_has_suffix (cure, "."));
      g_assert_nonnull (strchr (source, ':'));
      if (strcmp (eqp_finding_get_code (finding), code) != 0)
        continue;
      if (n++ == 0 && subject != NULL)
        g_assert_cmpstr (eqp_finding_get_subject (finding), ==, subject);
    }
  return n;
}

static void
test_unused (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  eqp_test_fill (store);
  findings = eqp_exchange_check_run (store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_DATE_NONE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  eqp_test_pole_free (store);
}

static void
test_lines (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("request", "code", "D1", "training", "FC", "subject", "Observation", "scope", "meef", "state", "routed");
#define LINE(code_, date_, ...) ADD ("intervention", "code", code_, "date", date_, "person", "P1", "host", "ACAD", "training", "FC", "done", "2h", __VA_ARGS__)
  LINE ("L1", "2026-10-12", "request", "D1", "payer", "UNIV");
  LINE ("L2", "2026-10-13", "request", "D1", "payer", "ACAD");
  LINE ("L3", "2026-10-14", "request", "D1", "in-service", "no");
  LINE ("L4", "2026-10-15", "request", "D1", "direct-contract", "yes");
  LINE ("L5", "2026-10-16", "planned", "2h");
  LINE ("L6", "2026-10-17", "shared-time", "yes");
  LINE ("L7", "2026-08-31", "payer", "ACAD", "in-service", "no", "direct-contract", "yes"); /* Another year. */
#undef LINE
  ADD ("intervention", "code", "L8", "date", "2026-10-18", "person", "P4", "training", "FC", "request", "D1", "done", "2h");
  g_assert_cmpuint (count (store, "LEDGER-PAYER", "L2"), ==, 1);
  g_assert_cmpuint (count (store, "SERVICE-NOT-INCLUDED", "L3"), ==, 1);
  g_assert_cmpuint (count (store, "DIRECT-CONTRACT", "L4"), ==, 2);
  g_assert_cmpuint (count (store, "PERSON-SIDE-UNDEFINED", "L8"), ==, 1);
  g_assert_cmpuint (count (store, "LEDGER-SIDE", NULL), ==, 0);

  /* What counter-entries took away altogether is wrong no more. */
  ADD ("intervention", "code", "C1", "date", "2026-10-20", "person", "P1", "training", "FC", "done", "-1h", "corrects", "L2", "payer", "ACAD", "host", "ACAD");
  g_assert_cmpuint (count (store, "LEDGER-PAYER", "L2"), ==, 1);
  ADD ("intervention", "code", "C2", "date", "2026-10-20", "person", "P1", "training", "FC", "done", "-1h", "corrects", "L2", "payer", "ACAD", "host", "ACAD");
  g_assert_cmpuint (count (store, "LEDGER-PAYER", NULL), ==, 0);
  eqp_test_pole_free (store);
}

static void
test_sides (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("intervention", "code", "L1", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "2h", "certified", "2h");
  ADD ("intervention", "code", "L2", "date", "2026-10-20", "person", "P1", "training", "FC", "done", "2h", "certified", "2h");
  g_assert_cmpuint (count (store, "LEDGER-SIDE", NULL), ==, 0);
  ADD ("affiliation", "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", "2026-10-13");
  g_assert_cmpuint (count (store, "LEDGER-SIDE", "L2"), ==, 1);
  eqp_test_pole_free (store);
}

/* Once a person, however many pairs there are; two affiliations of one side, or outside the period, are nobody's contradiction. */
static void
test_two_sides (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("affiliation", "person", "P3", "institution", "ACAD", "side", "rectorat", "from-date", "2026-10-01");
  ADD ("affiliation", "person", "P4", "institution", "UNIV", "side", "university", "to-date", "2026-08-31");
  ADD ("affiliation", "person", "P4", "institution", "ACAD", "side", "rectorat", "from-date", "2026-08-01");
  g_assert_cmpuint (count (store, "PERSON-SIDE-TWICE", NULL), ==, 0);
  ADD ("affiliation", "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", "2027-01-01", "to-date", "2027-01-31");
  ADD ("affiliation", "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", "2027-03-01", "to-date", "2027-03-31");
  g_assert_cmpuint (count (store, "PERSON-SIDE-TWICE", "P1"), ==, 1);
  eqp_test_pole_free (store);
}

static void
test_conflicts (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) draft = NULL;

  eqp_test_fill (store);
#define LINE(code_, date_, from, to) \
  ADD ("intervention", "code", code_, "date", date_, "person", "P1", "host", "ACAD", "training", "FC", "start-time", from, "end-time", to)
  LINE ("L1", "2026-10-12", "9h", "10h");
  LINE ("L2", "2026-10-12", "10h", "11h");
  g_assert_cmpuint (count (store, "SCHED-CONFLICT", NULL), ==, 0);
  LINE ("L3", "2026-10-12", "10h59", "12h");
  LINE ("L4", "2026-08-31", "9h", "10h");
  LINE ("L5", "2026-08-31", "9h", "10h");
  g_assert_cmpuint (count (store, "SCHED-CONFLICT", "L3"), ==, 1);
#undef LINE
  ADD ("intervention", "code", "L6", "date", "2026-10-13", "person", "P1", "host", "ACAD", "training", "FC");
  ADD ("intervention", "code", "L7", "date", "2026-10-13", "person", "P1", "host", "ACAD", "training", "FC");
  g_assert_cmpuint (count (store, "SCHED-CONFLICT", "L3"), ==, 1);
  ADD ("intervention", "code", "L8", "date", "2026-10-13", "person", "P1", "host", "UNIV", "training", "FC");
  g_assert_cmpuint (count (store, "SCHED-CONFLICT", "L3"), ==, 2);

  /* Beside the entry: this line's conflict, not that of others of the day. */
  draft = eqp_test_draft (store, &eqp_intervention_entity, "date", "2026-10-12", "person", "P1", "host", "ACAD", "training", "FC", "start-time", "12h",
                          "end-time", "13h", NULL);
  eqp_exchange_check_line (store, draft, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1); /* It answers no request. */
  eqp_record_set_integer (draft, EQP_INTERVENTION_START_TIME, 719);
  g_ptr_array_set_size (findings, 0);
  eqp_exchange_check_line (store, draft, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (eqp_finding_get_code (findings->pdata[1]), ==, "SCHED-CONFLICT");
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_availability (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) draft = NULL;

  eqp_test_fill (store);
#define LINE(code_, date_, person_) ADD ("intervention", "code", code_, "date", date_, "person", person_, "training", "FC", "done", "2h")
  LINE ("L1", "2026-10-12", "P1"); /* A Monday. */
  LINE ("L2", "2026-10-13", "P1");
  LINE ("L3", "2026-10-12", "P5");
  LINE ("L4", "2026-08-31", "P1"); /* A Monday of another year. */
#undef LINE
  g_assert_cmpuint (count (store, "SCHED-UNAVAILABLE", NULL), ==, 0);
  ADD ("availability", "person", "P1", "kind", "available", "weekday", "2");
  g_assert_cmpuint (count (store, "SCHED-UNAVAILABLE", "L1"), ==, 1);
  ADD ("availability", "person", "P5", "kind", "unavailable", "from-date", "2026-10-13");
  g_assert_cmpuint (count (store, "SCHED-UNAVAILABLE", "L1"), ==, 1);
  ADD ("availability", "person", "P5", "kind", "unavailable", "to-date", "2026-10-12");
  g_assert_cmpuint (count (store, "SCHED-UNAVAILABLE", "L1"), ==, 2);
  ADD ("intervention", "code", "C1", "date", "2026-10-20", "person", "P5", "training", "FC", "done", "-2h", "corrects", "L3");
  g_assert_cmpuint (count (store, "SCHED-UNAVAILABLE", "L1"), ==, 1);

  /* Beside the entry. */
  draft = eqp_test_draft (store, &eqp_intervention_entity, "date", "2026-10-20", "person", "P1", "training", "FC", NULL);
  eqp_exchange_check_line (store, draft, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1); /* It answers no request. */
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, eqp_test_date ("2026-10-21"));
  g_ptr_array_set_size (findings, 0);
  eqp_exchange_check_line (store, draft, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (eqp_finding_get_code (findings->pdata[1]), ==, "SCHED-UNAVAILABLE");
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_requests (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("scheme", "code", "S1", "name", "Plan");
  ADD ("unit", "code", "U1", "course", "C1", "name", "Didactics");
  ADD ("request", "code", "D1", "training", "FC", "scheme", "S1", "subject", "A", "received", "2026-11-06"); /* 15 days */
  g_assert_cmpuint (count (store, "REQ-OVERDUE", NULL), ==, 0);
  ADD ("request", "code", "D2", "training", "FC", "scheme", "S1", "subject", "B", "received", "2026-11-05");
  ADD ("request", "code", "D3", "training", "FC", "scheme", "S1", "subject", "C", "received", "2026-11-05", "state", "routed");
  g_assert_cmpuint (count (store, "REQ-OVERDUE", "D2"), ==, 1);
  g_assert_cmpuint (count (store, "REQ-NO-RESOURCE", NULL), ==, 0);
  ADD ("request", "code", "D4", "training", "FC", "scheme", "S1", "subject", "D", "complex", "yes", "route", "collective");
  ADD ("request", "code", "D5", "training", "FC", "scheme", "S1", "subject", "E", "complex", "yes", "route", "direct");
  g_assert_cmpuint (count (store, "REQ-NO-RESOURCE", "D5"), ==, 1);
  ADD ("request", "code", "D6", "training", "FI", "unit", "U1", "subject", "F");
  ADD ("request", "code", "D7", "training", "FI", "scope", "trainers", "subject", "G");
  ADD ("request", "code", "D8", "training", "FI", "scope", "other", "subject", "H", "state", "refused");
  g_assert_cmpuint (count (store, "POLE-OUT-OF-SCOPE", NULL), ==, 0);
  ADD ("request", "code", "D9", "training", "FI", "scope", "other", "subject", "I");
  ADD ("request", "code", "DA", "training", "FC", "subject", "J");
  g_assert_cmpuint (count (store, "POLE-OUT-OF-SCOPE", "D9"), ==, 2);
  eqp_test_pole_free (store);
}

/* What the rules say today of one request, joined. */
static char *
dup_codes_of (EqpStore   *store,
              const char *code)
{
  EqpRecord *request = eqp_store_find (store, eqp_pole_find_entity ("request"), EQP_REQUEST_CODE, code, NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  GString *codes = g_string_new (NULL);

  g_assert_true (eqp_exchange_check_request (store, request, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      g_assert_cmpstr (eqp_finding_get_subject (findings->pdata[i]), ==, code);
      g_string_append_printf (codes, "%s ", eqp_finding_get_code (findings->pdata[i]));
    }
  g_object_unref (request);
  return g_string_free (codes, FALSE);
}

/* Beside it: its own findings, and none of another request's or of its lines. */
static void
test_one_request (void)
{
  static const char *const expected[][2] = {
    { "D1", "" },
    { "D2", "REQ-OVERDUE " },
    { "D3", "REQ-NO-RESOURCE " },
    { "D4", "REQ-OVERDUE REQ-NO-RESOURCE POLE-OUT-OF-SCOPE " }
  };
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("scheme", "code", "S1", "name", "Plan");
  ADD ("request", "code", "D1", "training", "FC", "scheme", "S1", "subject", "A", "state", "routed");
  ADD ("request", "code", "D2", "training", "FC", "scheme", "S1", "subject", "B", "received", "2020-11-05");
  ADD ("request", "code", "D3", "training", "FC", "scheme", "S1", "subject", "C", "state", "routed", "complex", "yes", "route", "direct");
  ADD ("request", "code", "D4", "training", "FC", "subject", "D", "received", "2020-11-05", "complex", "yes");
  ADD ("intervention", "code", "L1", "date", "2026-10-12", "person", "P1", "training", "FC", "request", "D1", "direct-contract", "yes");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *codes = dup_codes_of (store, expected[i][0]);

      g_assert_cmpstr (codes, ==, expected[i][1]);
    }
  eqp_test_pole_free (store);
}

static void
test_offer (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *code = g_strdup_printf ("S%02u", i);

      ADD ("scheme", "code", code, "name", "Plan", "family", "FIL", "lead", "rectorat");
    }
  g_assert_cmpuint (count (store, "POLE-SCHEMES", ""), ==, 1);
  ADD ("scheme", "code", "S16", "name", "Subject action", "family", "ALD", "lead", "pole");
  ADD ("scheme", "code", "S17", "name", "Of another time", "lead", "pole", "to-date", "2026-08-31");
  g_assert_cmpuint (count (store, "POLE-SCHEMES", NULL), ==, 0);
  g_assert_cmpuint (count (store, "POLE-OWNER", NULL), ==, 0);
  ADD ("scheme", "code", "S18", "name", "Subject action", "family", "ALD", "lead", "rectorat");
  ADD ("scheme", "code", "S19", "name", "Educational action", "family", "ALP", "lead", "pole");
  g_assert_cmpuint (count (store, "POLE-OWNER", "S18"), ==, 2);
  g_assert_cmpuint (count (store, "POLE-SCHEMES", ""), ==, 1); /* Two too many. */
  ADD ("unit", "code", "U1", "course", "C1", "name", "Didactics");
  g_assert_cmpuint (count (store, "UNIT-CLOSED", NULL), ==, 0);
  ADD ("unit", "code", "U2", "course", "C1", "name", "Law", "open", "no");
  g_assert_cmpuint (count (store, "UNIT-CLOSED", "U2"), ==, 1);
  g_assert_cmpuint (count (store, "SERVICE-PRINCIPLE", "UNIV"), ==, 1);
  ADD ("service_agreement", "institution", "UNIV", "answer", "accepted");
  g_assert_cmpuint (count (store, "SERVICE-PRINCIPLE", NULL), ==, 0);
  eqp_test_pole_free (store);
}

/* How little is missing, spelt out: the same in both languages, but for the kind of space. */
static void
assert_one_minute_missing (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = eqp_exchange_check_run (store, eqp_test_date ("2026-09-01"), eqp_test_date ("2027-08-31"), EQP_DATE_NONE, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autofree char *raw = eqp_finding_dup_message (findings->pdata[i], j == 0 ? EQP_LANGUAGE_FR : EQP_LANGUAGE_EN);
        g_auto (GStrv) parts = g_strsplit (raw, "\u00a0", -1);
        g_autofree char *message = g_strjoinv (" ", parts);

        if (strcmp (eqp_finding_get_code (findings->pdata[i]), "FI-THIRD") != 0)
          continue;
        g_assert_nonnull (strstr (message, "1 minute"));
        g_assert_null (strstr (message, "1 minutes"));
        n++;
      }
  g_assert_cmpuint (n, ==, 4);
}

static void
test_sums (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("unit", "code", "U1", "course", "C1", "name", "Didactics", "hours", "6h");
  ADD ("intervention", "code", "L1", "date", "2026-10-12", "person", "P3", "host", "UNIV", "training", "FI", "unit", "U1", "done", "1h59");
  ADD ("intervention", "code", "L2", "date", "2026-10-12", "person", "P1", "host", "ACAD", "training", "FC", "done", "2h");
  g_assert_cmpuint (count (store, "BAL-UNEVEN", ""), ==, 1);
  g_assert_cmpuint (count (store, "FI-THIRD", ""), ==, 2); /* The whole and its course. */
  assert_one_minute_missing (store);
  /* Up to the tolerance the balance is even: a minute here, which is the difference. */
  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_TOLERANCE, "value", "0h01");
  g_assert_cmpuint (count (store, "BAL-UNEVEN", NULL), ==, 0);
  ADD ("intervention", "code", "L0", "date", "2026-10-14", "person", "P1", "host", "ACAD", "training", "FC", "done", "0h01");
  g_assert_cmpuint (count (store, "BAL-UNEVEN", ""), ==, 1);
  ADD ("intervention", "code", "L3", "date", "2026-10-13", "person", "P3", "host", "UNIV", "training", "FI", "unit", "U1", "done", "0h01");
  g_assert_cmpuint (count (store, "BAL-UNEVEN", NULL), ==, 0);
  g_assert_cmpuint (count (store, "FI-THIRD", NULL), ==, 0);
  eqp_test_pole_free (store);
}

/* A statute sets how severe a rule is, and its source; "off" silences it; a limit cuts it short. */
static void
test_rules (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;

  eqp_test_fill (store);
  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  ADD ("statute_rule", "statute", "POLE", "rule", "pole-out-of-scope", "severity", "information", "source", "Une phrase.");
  ADD ("statute_rule", "statute", "POLE", "rule", "pole-schemes", "severity", "off");
  ADD ("statute_rule", "statute", "POLE", "rule", "service-principle", "severity", "off");
  ADD ("request", "code", "D1", "training", "FC", "subject", "A", "state", "routed");
  ADD ("request", "code", "D2", "training", "FC", "subject", "B", "state", "routed");
  findings = eqp_exchange_check_run (store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_DATE_NONE, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (eqp_finding_get_severity (findings->pdata[0]), ==, EQP_SEVERITY_INFORMATION);
  source = eqp_finding_dup_source (findings->pdata[0], EQP_LANGUAGE_EN);
  g_assert_cmpstr (source, ==, "G-04: “Une phrase.”");
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/exchange-check/unused", test_unused);
  g_test_add_func ("/domain/exchange-check/lines", test_lines);
  g_test_add_func ("/domain/exchange-check/sides", test_sides);
  g_test_add_func ("/domain/exchange-check/two-sides", test_two_sides);
  g_test_add_func ("/domain/exchange-check/conflicts", test_conflicts);
  g_test_add_func ("/domain/exchange-check/availability", test_availability);
  g_test_add_func ("/domain/exchange-check/requests", test_requests);
  g_test_add_func ("/domain/exchange-check/one-request", test_one_request);
  g_test_add_func ("/domain/exchange-check/offer", test_offer);
  g_test_add_func ("/domain/exchange-check/sums", test_sums);
  g_test_add_func ("/domain/exchange-check/rules", test_rules);
  return g_test_run ();
}
