/* eqp-affiliations.c — where a person belongs on a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-affiliations"

#include "config.h"

#include "domain/directory/eqp-affiliations.h"

#include "domain/directory/eqp-affiliation.h"

/**
 * eqp_person_find_affiliation:
 * @store: the file
 * @person: id of a person
 * @date: a day
 * @error: return location for an error
 *
 * The affiliation in force on @date; of several, the one that began last.
 *
 * Returns: (transfer full) (nullable): an #EqpAffiliation, %NULL without error when there is none on that day
 */
EqpRecord *
eqp_person_find_affiliation (EqpStore *store,
                             gint64    person,
                             EqpDate   date,
                             GError  **error)
{
  g_autoptr (GPtrArray) found = NULL;

  found = eqp_store_select (store, &eqp_affiliation_entity, error,
                            "WHERE person_id = ? AND from_date <= ? AND (to_date = '' OR to_date >= ?) "
                            "ORDER BY from_date DESC, id DESC LIMIT 1",
                            "idd", person, date, date);
  if (found == NULL || found->len == 0)
    return NULL;
  return g_object_ref (found->pdata[0]);
}

/**
 * eqp_person_list_affiliations:
 * @store: the file
 * @person: id of a person
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EqpAffiliation): all affiliations of @person, the newest first
 */
GPtrArray *
eqp_person_list_affiliations (EqpStore *store,
                              gint64    person,
                              GError  **error)
{
  return eqp_store_select (store, &eqp_affiliation_entity, error,
                           "WHERE person_id = ? ORDER BY from_date DESC, id DESC", "i", person);
}
