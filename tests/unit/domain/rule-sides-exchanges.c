/* rule-sides-exchanges.c — every rule of the exchanges on both sides of its boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-sides.h"

#include "domain/exchanges/eqp-exchange-check.h"
#include "eqp-test-pole.h"

#include <string.h>

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define LINE(code_, date_, person_, host_, training_, ...) \
  ADD ("intervention", "code", code_, "date", date_, "person", person_, "host", host_, "training", training_, __VA_ARGS__)

typedef void (*ExchangeFunc) (EqpStore *store,
                              gboolean  over);

static void
payer (EqpStore *store,
       gboolean  over)
{
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "payer", over ? "ACAD" : "UNIV");
}

static void
direct_contract (EqpStore *store,
                 gboolean  over)
{
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "shared-time", over ? "no" : "yes");
}

static void
service (EqpStore *store,
         gboolean  over)
{
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "in-service", over ? "no" : "yes");
}

/* A partner that was asked, and has not agreed. */
static void
service_principle (EqpStore *store,
                   gboolean  over)
{
  ADD ("service_agreement", "institution", "UNIV", "answer", over ? "refused" : "accepted");
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "done", "1h");
}

static void
no_side (EqpStore *store,
         gboolean  over)
{
  ADD ("intervention", "code", "L", "date", "2026-10-12", "person", over ? "P4" : "P1", "training", "FC", "done", "1h");
}

/* A university teacher until the day before, or on the day itself, on which a post at the education authority begins. */
static void
two_sides (EqpStore *store,
           gboolean  over)
{
  ADD ("affiliation", "person", "P4", "institution", "UNIV", "side", "university", "to-date", "2026-10-12");
  ADD ("affiliation", "person", "P4", "institution", "ACAD", "side", "rectorat", "from-date", over ? "2026-10-12" : "2026-10-13");
}

/* Certified under the side of that day; the directory says otherwise since. */
static void
line_side (EqpStore *store,
           gboolean  over)
{
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "done", "1h", "certified", "1h");
  ADD ("affiliation", "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", over ? "2026-10-12" : "2026-10-13");
}

static void
conflict (EqpStore *store,
          gboolean  over)
{
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "start-time", "9h", "end-time", "10h");
  LINE ("M", "2026-10-12", "P1", "ACAD", "FC", "start-time", over ? "9h59" : "10h", "end-time", "11h");
}

static void
unavailable (EqpStore *store,
             gboolean  over)
{
  ADD ("availability", "person", "P1", "kind", "unavailable", "from-date", over ? "2026-10-12" : "2026-10-13");
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "done", "1h");
}

static void
overdue (EqpStore *store,
         gboolean  over)
{
  ADD ("request", "code", "D", "training", "FI", "scope", "meef", "subject", "A", "received", over ? "2026-11-05" : "2026-11-06");
}

static void
no_resource (EqpStore *store,
             gboolean  over)
{
  ADD ("request", "code", "D", "training", "FI", "scope", "meef", "subject", "A", "complex", "yes", "route", over ? "direct" : "collective");
}

static void
out_of_scope (EqpStore *store,
              gboolean  over)
{
  ADD ("request", "code", "D", "training", "FI", "scope", over ? "other" : "pre-professional", "subject", "A");
}

static void
owner (EqpStore *store,
       gboolean  over)
{
  ADD ("scheme", "code", "S", "name", "Plan", "family", "ALD", "lead", over ? "rectorat" : "pole");
}

static void
n_schemes (EqpStore *store,
           gboolean  over)
{
  for (guint i = 0; i < (over ? 18 : 17); i++)
    {
      g_autofree char *code = g_strdup_printf ("S%02u", i);

      ADD ("scheme", "code", code, "name", "Plan", "family", "FIL", "lead", "rectorat");
    }
}

static void
unit_closed (EqpStore *store,
             gboolean  over)
{
  ADD ("unit", "code", "U", "course", "C1", "name", "Law", "open", over ? "no" : "yes");
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "done", "1h");
}

static void
third (EqpStore *store,
       gboolean  over)
{
  ADD ("unit", "code", "U", "course", "C1", "name", "Didactics", "hours", "6h");
  LINE ("L", "2026-10-12", "P3", "UNIV", "FI", "unit", "U", "done", over ? "1h59" : "2h");
}

static void
uneven (EqpStore *store,
        gboolean  over)
{
  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  ADD ("parameter", "statute", "POLE", "name", EQP_PARAMETER_TOLERANCE, "value", "1h");
  LINE ("L", "2026-10-12", "P1", "ACAD", "FC", "done", over ? "1h01" : "1h");
}

static const struct
{
  RuleSide     side;
  ExchangeFunc fill;
} exchanges[] = {
  { { "ledger-payer", "LEDGER-PAYER" }, payer },
  { { "direct-contract", "DIRECT-CONTRACT" }, direct_contract },
  { { "service-not-included", "SERVICE-NOT-INCLUDED" }, service },
  { { "service-principle", "SERVICE-PRINCIPLE" }, service_principle },
  { { "person-side-undefined", "PERSON-SIDE-UNDEFINED" }, no_side },
  { { "person-side-twice", "PERSON-SIDE-TWICE" }, two_sides },
  { { "ledger-side", "LEDGER-SIDE" }, line_side },
  { { "sched-conflict", "SCHED-CONFLICT" }, conflict },
  { { "sched-unavailable", "SCHED-UNAVAILABLE" }, unavailable },
  { { "req-overdue", "REQ-OVERDUE" }, overdue },
  { { "req-no-resource", "REQ-NO-RESOURCE" }, no_resource },
  { { "pole-out-of-scope", "POLE-OUT-OF-SCOPE" }, out_of_scope },
  { { "pole-owner", "POLE-OWNER" }, owner },
  { { "pole-schemes", "POLE-SCHEMES" }, n_schemes },
  { { "unit-closed", "UNIT-CLOSED" }, unit_closed },
  { { "fi-third", "FI-THIRD" }, third },
  { { "bal-uneven", "BAL-UNEVEN" }, uneven },
};

const RuleSide *
rule_sides_get_exchange (guint index)
{
  return index < G_N_ELEMENTS (exchanges) ? &exchanges[index].side : NULL;
}

EqpSeverity
rule_sides_check_exchange (guint    index,
                           gboolean over)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  EqpSeverity found = EQP_N_SEVERITIES;

  eqp_test_fill (store);
  exchanges[index].fill (store, over);
  findings = eqp_exchange_check_run (store, eqp_test_date ("2026-09-01"), eqp_test_date ("2027-08-31"), eqp_test_date ("2026-11-21"), 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (eqp_finding_get_code (findings->pdata[i]), exchanges[index].side.code) == 0)
      found = eqp_finding_get_severity (findings->pdata[i]);
  eqp_test_pole_free (store);
  return found;
}
