/* eqp-ledger-rules.c — what can be wrong with a line of the ledger: pure functions over plain values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-direct-contract.h"
#include "domain/exchanges/eqp-exchange-check-private.h"

#include <glib/gi18n.h>

/* Names of people and places are the same in both languages. */
static EqpMessage *
describe (const EqpLedgerLine *line,
          const char          *msgid)
{
  EqpMessage *message = eqp_message_new (msgid);

  eqp_message_text (message, "person", line->person_name);
  eqp_message_text (message, "host", line->host_name);
  eqp_message_text (message, "line", line->code);
  return eqp_message_date (message, "date", line->date);
}

static EqpFinding *
report (EqpExchangeCheck    *self,
        EqpExchangeRule      rule,
        const EqpLedgerLine *line,
        const char          *msgid)
{
  EqpFinding *finding = _eqp_exchange_check_report (self, rule, line->code, describe (line, msgid));

  if (finding != NULL)
    eqp_finding_add_text (finding, "person", line->person_code);
  return finding;
}

static void
set_cure (EqpFinding *finding,
          EqpCureKind kind,
          const char *msgid)
{
  eqp_finding_set_cure (finding, kind, eqp_message_new (msgid));
}

/* Whether the hours are given to the other institution: what an exchange is. */
static gboolean
is_exchange (const EqpLedgerLine *line)
{
  return line->training == EQP_TRAINING_FI ? line->side == EQP_SIDE_RECTORAT : line->side == EQP_SIDE_UNIVERSITY;
}

void
_eqp_ledger_check_payer (EqpExchangeCheck    *self,
                         const EqpLedgerLine *line)
{
  EqpFinding *finding;

  if (line->payer == 0 || line->payer != line->host || line->payer == line->home)
    return;
  /* Translators: {host} is an institution, {person} a name, {date} a date. */
  finding = report (self, EQP_EXCHANGE_PAYER, line, N_ ("{host}, where {person} came on {date}, pays for the hours: the home institution pays."));
  if (finding != NULL)
    set_cure (finding, EQP_CURE_NONE, N_ ("Name the home institution as payer, or nobody."));
}

void
_eqp_ledger_check_direct (EqpExchangeCheck    *self,
                          const EqpLedgerLine *line)
{
  EqpFinding *finding;

  if (!is_exchange (line) || line->shared || (line->has_request && !line->direct))
    return;
  finding = report (self, EQP_EXCHANGE_DIRECT, line,
                    line->direct
                      /* Translators: {person} is a name, {date} a date. */
                      ? N_ ("{person} gave hours on {date} under a direct contract, not through the Pôle.")
                      : N_ ("{person} gave hours on {date} without a request to the Pôle."));
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "family", eqp_direct_contract_get_family (line->training, line->family));
  eqp_finding_add_number (finding, "direct_contract", line->direct);
  eqp_finding_add_number (finding, "request", line->has_request);
  set_cure (finding, EQP_CURE_NONE, line->direct ? N_ ("Have the next hours asked of the Pôle.") : N_ ("Name the request that the hours answer, or the shared-time post."));
}

void
_eqp_ledger_check_service (EqpExchangeCheck    *self,
                           const EqpLedgerLine *line)
{
  EqpFinding *finding;

  if (line->training != EQP_TRAINING_FC || line->side != EQP_SIDE_UNIVERSITY || line->in_service)
    return;
  /* Translators: {person} is a name, {date} a date. */
  finding = report (self, EQP_EXCHANGE_SERVICE, line, N_ ("The continuing training that {person} gave on {date} is not part of the service."));
  if (finding != NULL)
    set_cure (finding, EQP_CURE_NONE, N_ ("Have the hours counted in the person’s service."));
}

void
_eqp_ledger_check_side (EqpExchangeCheck    *self,
                        const EqpLedgerLine *line)
{
  EqpFinding *finding;

  if (line->today_side == EQP_SIDE_NONE)
    {
      /* Translators: {person} is a name, {date} a date. */
      finding = report (self, EQP_EXCHANGE_NO_SIDE, line, N_ ("The directory does not say where {person} belonged on {date}: the hours are in no balance."));
      if (finding != NULL)
        set_cure (finding, EQP_CURE_PERSON, N_ ("Record the person’s affiliation on that day."));
      return;
    }
  if (line->side == line->today_side)
    return;
  /* Translators: {person} is a name, {date} a date. */
  finding = report (self, EQP_EXCHANGE_LINE_SIDE, line, N_ ("The hours of {person} on {date} were counted for another side than the directory now says."));
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "line", eqp_side_get_letter (line->side));
  eqp_finding_add_text (finding, "directory", eqp_side_get_letter (line->today_side));
  set_cure (finding, EQP_CURE_PERSON, N_ ("Correct the affiliation, or the line by a counter-entry and a new line."));
}

static gboolean
has_times (const EqpLedgerLine *line)
{
  return line->start >= 0 && line->end >= 0;
}

/* Times that touch leave no moment in two places. */
static gboolean
is_conflict (const EqpLedgerLine *a,
             const EqpLedgerLine *b)
{
  if (!has_times (a) || !has_times (b))
    return a->host != b->host;
  return a->start < b->end && b->start < a->end;
}

static void
report_conflict (EqpExchangeCheck    *self,
                 const EqpLedgerLine *line,
                 const EqpLedgerLine *earlier)
{
  EqpFinding *finding;
  EqpMessage *message;

  /* Translators: {person} is a name, {date} a date, {line} and {other} are codes of lines. */
  message = describe (line, N_ ("{person} is in two places on {date}: {line} and {other}."));
  eqp_message_text (message, "other", earlier->code);
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_CONFLICT, line->code, message);
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "person", line->person_code);
  eqp_finding_add_text (finding, "other", earlier->code);
  set_cure (finding, EQP_CURE_NONE, N_ ("Move one of the lines, or say why both are right."));
}

void
_eqp_ledger_check_conflict (EqpExchangeCheck *self,
                            GPtrArray        *lines)
{
  for (guint i = 1; i < lines->len; i++)
    {
      const EqpLedgerLine *line = lines->pdata[i];

      if (*line->override != '\0')
        continue;
      /* The first conflict of a line is enough to find it. */
      for (guint j = i; j-- > 0;)
        {
          const EqpLedgerLine *earlier = lines->pdata[j];

          if (earlier->person != line->person || earlier->date != line->date)
            break;
          if (*earlier->override != '\0' || !is_conflict (earlier, line))
            continue;
          report_conflict (self, line, earlier);
          break;
        }
    }
}

void
_eqp_ledger_check_available (EqpExchangeCheck            *self,
                             const EqpLedgerLine         *line,
                             const EqpAvailabilityPeriod *periods,
                             guint                        n_periods)
{
  EqpFinding *finding;

  if (*line->override != '\0' || eqp_availability_allows (periods, n_periods, line->date))
    return;
  /* Translators: {person} is a name, {date} a date, {line} the code of a line. */
  finding = report (self, EQP_EXCHANGE_UNAVAILABLE, line, N_ ("{person} is not available on {date}: {line}."));
  if (finding != NULL)
    set_cure (finding, EQP_CURE_NONE, N_ ("Move the line, correct the person’s availability, or say why the line is right."));
}

/* ---- with the program's own severities and sources ---- */

static void
run_alone (void (*check) (EqpExchangeCheck    *self,
                          const EqpLedgerLine *line),
           const EqpLedgerLine *line,
           GPtrArray           *findings)
{
  g_auto (EqpExchangeCheck) self = { 0 };

  _eqp_exchange_check_init (&self, findings);
  check (&self, line);
}

/**
 * eqp_ledger_rule_payer:
 * @line: a line
 * @findings: (element-type EqpFinding): where to append
 *
 * the home institution pays, which nobody named as payer says too; LEDGER-PAYER when the host does.
 */
void
eqp_ledger_rule_payer (const EqpLedgerLine *line,
                       GPtrArray           *findings)
{
  run_alone (_eqp_ledger_check_payer, line, findings);
}

/**
 * eqp_ledger_rule_direct:
 * @line: a line
 * @findings: (element-type EqpFinding): where to append
 *
 * DIRECT-CONTRACT when hours in the other institution, outside shared time, are under a direct contract or answer no request. The value
 * "family" is one of the two that X-10 names, “FI universités” and “préparation concours internes”, or else the family of the scheme.
 */
void
eqp_ledger_rule_direct (const EqpLedgerLine *line,
                        GPtrArray           *findings)
{
  run_alone (_eqp_ledger_check_direct, line, findings);
}

/**
 * eqp_ledger_rule_service:
 * @line: a line
 * @findings: (element-type EqpFinding): where to append
 *
 * SERVICE-NOT-INCLUDED when continuing training given by the university's people is not part of their service.
 */
void
eqp_ledger_rule_service (const EqpLedgerLine *line,
                         GPtrArray           *findings)
{
  run_alone (_eqp_ledger_check_service, line, findings);
}

/**
 * eqp_ledger_rule_side:
 * @line: a line
 * @findings: (element-type EqpFinding): where to append
 *
 * PERSON-SIDE-UNDEFINED when the directory says nothing of the person on that day; LEDGER-SIDE when it says something else than the
 * line, which happens to lines that were certified before.
 */
void
eqp_ledger_rule_side (const EqpLedgerLine *line,
                      GPtrArray           *findings)
{
  run_alone (_eqp_ledger_check_side, line, findings);
}

/**
 * eqp_ledger_rule_conflict:
 * @lines: (element-type EqpLedgerLine): lines sorted by person, date, beginning; those without times first
 * @findings: (element-type EqpFinding): where to append
 *
 * SCHED-CONFLICT for each line that has its person in two places; the value "other" is the earlier one's code. A line with a reason is
 * left alone.
 */
void
eqp_ledger_rule_conflict (GPtrArray *lines,
                          GPtrArray *findings)
{
  g_auto (EqpExchangeCheck) self = { 0 };

  _eqp_exchange_check_init (&self, findings);
  _eqp_ledger_check_conflict (&self, lines);
}

/**
 * eqp_ledger_rule_available:
 * @line: a line
 * @periods: (array length=n_periods): when its person said they can come, or cannot
 * @n_periods: how many
 * @findings: (element-type EqpFinding): where to append
 *
 * SCHED-UNAVAILABLE when the line's day is one on which eqp_availability_allows() says that its person cannot come. A line with a reason
 * is left alone.
 */
void
eqp_ledger_rule_available (const EqpLedgerLine         *line,
                           const EqpAvailabilityPeriod *periods,
                           guint                        n_periods,
                           GPtrArray                   *findings)
{
  g_auto (EqpExchangeCheck) self = { 0 };

  _eqp_exchange_check_init (&self, findings);
  _eqp_ledger_check_available (&self, line, periods, n_periods);
}
