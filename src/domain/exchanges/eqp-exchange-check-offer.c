/* eqp-exchange-check-offer.c — schemes, teaching units and partner universities: who leads, what is open, who agreed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#include "domain/exchanges/eqp-scheme.h"

#include <glib/gi18n.h>

/* Two parameters, both the date. */
#define IN_FORCE "from_date <= ? AND (to_date = '' OR to_date >= ?)"

static const char used_sql[] =
  "SELECT EXISTS (SELECT 1 FROM unit) OR EXISTS (SELECT 1 FROM scheme) OR EXISTS (SELECT 1 FROM request) OR EXISTS (SELECT 1 FROM intervention) "
  "OR EXISTS (SELECT 1 FROM service_agreement)";

static const char schemes_sql[] = "SELECT code, name, family, lead FROM scheme WHERE " IN_FORCE " ORDER BY code";

static const char closed_sql[] = "SELECT code, name FROM unit WHERE open = 0 AND " IN_FORCE " ORDER BY code";

static const char principle_sql[] =
  "SELECT i.code, i.name, coalesce (a.answer, 'pending') FROM institution i LEFT JOIN service_agreement a ON a.institution_id = i.id "
  "WHERE i.kind = 'university' AND coalesce (a.answer, '') <> 'accepted' ORDER BY i.code";

static void
check_lead (EqpExchangeCheck *self,
            EqpQuery         *scheme)
{
  const char *expected = eqp_scheme_expected_lead (eqp_query_get_text (scheme, 2));
  const char *lead = eqp_query_get_text (scheme, 3);
  gboolean    is_pole = strcmp (expected, "pole") == 0;
  EqpMessage *message;
  EqpFinding *finding;

  if (*lead == '\0' || strcmp (lead, expected) == 0)
    return;
  /* Translators: {scheme} is the name of a scheme of the training plan. */
  message = eqp_message_new (is_pole ? N_ ("The delivery of “{scheme}” is not led by the Pôle.") : N_ ("The delivery of “{scheme}” is not led by the education authority."));
  eqp_message_text (message, "scheme", eqp_query_get_text (scheme, 1));
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_OWNER, eqp_query_get_text (scheme, 0), message);
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "lead", lead);
  eqp_finding_add_text (finding, "expected", expected);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Correct the scheme’s delivery lead or its family.")));
}

static void
check_number (EqpExchangeCheck *self,
              gint64            count,
              gint64            expected)
{
  EqpMessage *message;
  EqpFinding *finding;

  if (count == expected)
    return;
  /* Translators: {n} and {expected} are numbers. */
  message = eqp_message_new_n ("The file has {n} scheme of the training plan, not {expected}.", "The file has {n} schemes of the training plan, not {expected}.", count);
  eqp_message_number (message, "expected", expected);
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_SCHEMES, "", message);
  if (finding == NULL)
    return;
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, "expected", expected);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Enter the schemes of this year’s plan.")));
}

static gboolean
check_schemes (EqpExchangeCheck *self,
               EqpStore         *store,
               GError          **error)
{
  gint64  expected = eqp_exchange_get_number (store, EQP_PARAMETER_SCHEMES, self->as_of);
  gint64  count = 0;
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, schemes_sql, "dd", self->as_of, self->as_of);

  while (query != NULL && eqp_query_next (query, &failure))
    {
      check_lead (self, query);
      count++;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (query == NULL || failure != NULL)
    return FALSE;
  check_number (self, count, expected);
  return TRUE;
}

static gboolean
check_units (EqpExchangeCheck *self,
             EqpStore         *store,
             GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, closed_sql, "dd", self->as_of, self->as_of);

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_UNIT_CLOSED) && eqp_query_next (query, &failure))
    {
      EqpMessage *message;
      EqpFinding *finding;

      /* Translators: {unit} is the name of a teaching unit. */
      message = eqp_message_text (eqp_message_new (N_ ("The teaching unit “{unit}” is not open to field trainers.")), "unit", eqp_query_get_text (query, 1));
      finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_UNIT_CLOSED, eqp_query_get_text (query, 0), message);
      if (finding != NULL)
        eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Open the unit, under conditions if need be.")));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

static void
report_principle (EqpExchangeCheck *self,
                  EqpQuery         *row)
{
  gboolean    refused = strcmp (eqp_query_get_text (row, 2), "refused") == 0;
  EqpMessage *message;
  EqpFinding *finding;

  message = eqp_message_new (refused
                               /* Translators: {university} is a name. */
                               ? N_ ("{university} refused to count interventions in the service of its teachers.")
                               : N_ ("{university} has not accepted yet to count interventions in the service of its teachers."));
  eqp_message_text (message, "university", eqp_query_get_text (row, 1));
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_PRINCIPLE, eqp_query_get_text (row, 0), message);
  if (finding == NULL)
    return;
  eqp_finding_add_text (finding, "answer", eqp_query_get_text (row, 2));
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Record the university’s answer.")));
}

static gboolean
check_principle (EqpExchangeCheck *self,
                 EqpStore         *store,
                 GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, principle_sql, "");

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_PRINCIPLE) && eqp_query_next (query, &failure))
    report_principle (self, query);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

/* A file that only keeps councils lacks no schemes and no agreements. */
gboolean
_eqp_exchange_check_offer (EqpExchangeCheck *self,
                           EqpStore         *store,
                           GError          **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, used_sql, "");
  gboolean used;

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  used = eqp_query_get_integer (query, 0) != 0;
  g_clear_pointer (&query, eqp_query_free);
  return !used || (check_schemes (self, store, error) && check_units (self, store, error) && check_principle (self, store, error));
}
