/* eqp-exchange-check-people.c — whom the directory has on two sides on the same day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#include "domain/directory/eqp-person.h"

#include <glib/gi18n.h>

#define LAST_DAY(table) "coalesce (nullif (" table ".to_date, ''), '9999-12-31')"

/* A person once, with the first day of the period on which two affiliations of different sides are in force; '' when it has no beginning. */
static const char sides_sql[] =
  "SELECT p.code, p.given_name, p.family_name, min (max (a.from_date, b.from_date, ?)) "
  "FROM affiliation a JOIN affiliation b ON b.person_id = a.person_id AND b.id > a.id AND b.side <> a.side JOIN person p ON p.id = a.person_id "
  "WHERE max (a.from_date, b.from_date, ?) <= min (" LAST_DAY ("a") ", " LAST_DAY ("b") ", ?) GROUP BY p.id ORDER BY p.code";

static void
report_person (EqpExchangeCheck *self,
               EqpQuery         *row)
{
  EqpDate          day = eqp_query_get_date (row, 3);
  g_autofree char *name = eqp_person_format_name ("", eqp_query_get_text (row, 1), eqp_query_get_text (row, 2), EQP_LANGUAGE_FR);
  EqpMessage      *message;
  EqpFinding      *finding;

  message = eqp_message_new (day != EQP_DATE_NONE
                               /* Translators: {person} is a name, {date} a date. */
                               ? N_ ("The directory has {person} on two sides at once on {date}: the hours count for the one that began last.")
                               /* Translators: {person} is a name. */
                               : N_ ("The directory has {person} on two sides at once: the hours count for the one that began last."));
  eqp_message_text (message, "person", name);
  if (day != EQP_DATE_NONE)
    eqp_message_date (message, "date", day);
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_TWO_SIDES, eqp_query_get_text (row, 0), message);
  if (finding != NULL)
    eqp_finding_set_cure (finding, EQP_CURE_PERSON,
                          eqp_message_new (N_ ("End one affiliation before the other begins; a post shared between both institutions is recorded as such.")));
}

gboolean
_eqp_exchange_check_people (EqpExchangeCheck *self,
                            EqpStore         *store,
                            GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, sides_sql, "ddd", self->from, self->from, _eqp_exchange_check_get_last_day (self));

  while (query != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_TWO_SIDES) && eqp_query_next (query, &failure))
    report_person (self, query);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}
