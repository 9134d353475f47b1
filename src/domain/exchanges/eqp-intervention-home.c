/* eqp-intervention-home.c — where the person of a line belonged on its date, and whether the line may still follow */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-intervention"

#include "config.h"

#include "domain/exchanges/eqp-intervention-home.h"

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"

/* Of several affiliations in force on a day the one that began last, as eqp_person_find_affiliation() has it. */
static const char home_sql[] = "SELECT institution_id, side FROM affiliation WHERE person_id = ? AND from_date <= ? AND (to_date = '' OR to_date >= ?) "
                               "ORDER BY from_date DESC, id DESC LIMIT 1";

/**
 * eqp_intervention_read_lock:
 * @store: the file
 * @id: id of a line, 0 for one that is not in the file yet
 * @date: (out) (optional): its date in the file, %EQP_DATE_NONE when it is new
 * @certified: (out): whether it is certified in the file
 * @closed: (out): whether its academic year is closed
 * @error: return location for an error
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_intervention_read_lock (EqpStore *store,
                            gint64    id,
                            EqpDate  *date,
                            gboolean *certified,
                            gboolean *closed,
                            GError  **error)
{
  g_autoptr (EqpQuery) query = NULL;
  GError *failure = NULL;
  EqpDate day = EQP_DATE_NONE;

  *certified = FALSE;
  *closed = FALSE;
  if (id != 0)
    {
      query = eqp_store_query (store, error, "SELECT date, certified IS NOT NULL FROM intervention WHERE id = ?", "i", id);
      if (query == NULL)
        return FALSE;
      if (eqp_query_next (query, &failure))
        {
          day = eqp_query_get_date (query, 0);
          *certified = eqp_query_get_integer (query, 1) != 0;
        }
      else if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
    }
  if (day != EQP_DATE_NONE)
    *closed = eqp_year_is_closed (store, eqp_pole_academic_year (store, day));
  if (date != NULL)
    *date = day;
  return TRUE;
}

/* Copies the home of the row that @query stands before. */
static gboolean
take_home (EqpRecord *draft,
           EqpQuery  *query,
           GError   **error)
{
  GError *failure = NULL;

  if (eqp_query_next (query, &failure))
    {
      eqp_record_set_reference (draft, EQP_INTERVENTION_HOME, eqp_query_get_integer (query, 0));
      eqp_record_set_text (draft, EQP_INTERVENTION_HOME_SIDE, eqp_query_get_text (query, 1));
      return TRUE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  eqp_record_clear (draft, EQP_INTERVENTION_HOME);
  eqp_record_clear (draft, EQP_INTERVENTION_HOME_SIDE);
  return TRUE;
}

/**
 * eqp_intervention_set_home:
 * @draft: a line about to be written
 * @store: the file, inside an edit
 * @error: return location for an error
 *
 * Fills in the home institution and side of the person on the line's date. What is locked keeps the ones it was certified with. A
 * counter-entry takes those of the line that it corrects, for it must take the hours away where they were counted, wherever the person
 * belongs by then.
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_intervention_set_home (EqpRecord *draft,
                           EqpStore  *store,
                           GError   **error)
{
  gint64  corrects = eqp_record_get_reference (draft, EQP_INTERVENTION_CORRECTS);
  EqpDate date = eqp_record_get_date (draft, EQP_INTERVENTION_DATE);
  g_autoptr (EqpQuery) query = NULL;
  gboolean certified, closed;

  if (!eqp_intervention_read_lock (store, eqp_record_get_id (draft), NULL, &certified, &closed, error))
    return FALSE;
  if (certified || closed)
    return TRUE;
  if (corrects != 0)
    query = eqp_store_query (store, error, "SELECT home_id, home_side FROM intervention WHERE id = ?", "i", corrects);
  else
    query = eqp_store_query (store, error, home_sql, "idd", eqp_record_get_reference (draft, EQP_INTERVENTION_PERSON), date, date);
  return query != NULL && take_home (draft, query, error);
}

/* Lines whose home is not what the directory says now, so that the others are not read; then counter-entries, which follow their line. */
static const char moved_sql[] =
  "WHERE person_id = ? AND certified IS NULL AND corrects_id IS NULL AND coalesce (home_id, 0) || home_side IS NOT "
  "coalesce ((SELECT coalesce (a.institution_id, 0) || a.side FROM affiliation a WHERE a.person_id = intervention.person_id "
  "AND a.from_date <= intervention.date AND (a.to_date = '' OR a.to_date >= intervention.date) ORDER BY a.from_date DESC, a.id DESC LIMIT 1), '0')";

static const char followers_sql[] =
  "WHERE person_id = ? AND certified IS NULL AND corrects_id IS NOT NULL AND coalesce (home_id, 0) || home_side IS NOT "
  "(SELECT coalesce (l.home_id, 0) || l.home_side FROM intervention l WHERE l.id = intervention.corrects_id)";

static gboolean
save_again (EqpStore   *store,
            const char *where,
            gint64      person,
            GError    **error)
{
  g_autoptr (GPtrArray) lines = eqp_store_select (store, &eqp_intervention_entity, error, where, "i", person);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (lines->pdata[i]);

      /* Saving prepares the draft; in a closed year it keeps its home, and nothing is written. */
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_intervention_follow_person:
 * @store: the file, inside an edit
 * @person: id of a person whose affiliations changed
 * @error: return location for an error
 *
 * Gives the lines of @person that are not locked the home that the directory now has for their dates.
 *
 * Returns: whether all of them have it
 */
gboolean
eqp_intervention_follow_person (EqpStore *store,
                                gint64    person,
                                GError  **error)
{
  return save_again (store, moved_sql, person, error) && save_again (store, followers_sql, person, error);
}
