/* eqp-availability.c — when a person can or cannot come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-availability"

#include "config.h"

#include "domain/exchanges/eqp-availability.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice kinds[] = {
  { "available", N_ ("Available") },
  { "unavailable", N_ ("Unavailable") },
  { NULL, NULL },
};

#define KEY (EQP_FIELD_KEY | EQP_FIELD_PERSONAL)

static const EqpField eqp_availability_fields[] = {
  [EQP_AVAILABILITY_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | KEY | EQP_FIELD_OWNER, N_ ("Person"), "person;personne", NULL, &eqp_person_entity },
  [EQP_AVAILABILITY_KIND] = { "kind", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED | KEY, N_ ("Availability"), "kind;disponibilité;nature", kinds },
  [EQP_AVAILABILITY_WEEKDAY] = { "weekday", EQP_FIELD_INTEGER, KEY, N_ ("Day of the week (1: Monday … 7: Sunday; empty: every day)"), "weekday;jour;jour de la semaine" },
  [EQP_AVAILABILITY_FROM_DATE] = { "from-date", EQP_FIELD_DATE, KEY, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_AVAILABILITY_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_PERSONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
  [EQP_AVAILABILITY_REMARKS] = { "remarks", EQP_FIELD_TEXT, EQP_FIELD_PERSONAL, N_ ("Remarks"), "remarks;remarques;observations" },
};

EQP_DEFINE_ENTITY (eqp_availability, "availability", N_ ("availability"), N_ ("Availabilities"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpAvailability, eqp_availability, {
  eqp_record_set_text (record, EQP_AVAILABILITY_KIND, "unavailable");
})

/* "Ms Anne Duval (Unavailable, Monday, since 1 Sep 2026)" */
static char *
eqp_availability_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  g_autofree char *person = eqp_record_dup_target_title (record, EQP_AVAILABILITY_PERSON, language);
  g_autofree char *kind = eqp_record_dup_display (record, EQP_AVAILABILITY_KIND, language);
  g_autofree char *period = eqp_date_format_period (eqp_record_get_date (record, EQP_AVAILABILITY_FROM_DATE),
                                                    eqp_record_get_date (record, EQP_AVAILABILITY_TO_DATE), language);

  return eqp_record_join_title (person, kind, eqp_date_get_weekday_name (eqp_record_get_integer (record, EQP_AVAILABILITY_WEEKDAY), language), period, NULL);
}

static gboolean
eqp_availability_validate (EqpRecord *record,
                           guint     *field,
                           GError   **error)
{
  gint64 weekday = eqp_record_get_integer (record, EQP_AVAILABILITY_WEEKDAY);

  if (!eqp_record_is_empty (record, EQP_AVAILABILITY_WEEKDAY) && (weekday < 1 || weekday > 7))
    {
      *field = EQP_AVAILABILITY_WEEKDAY;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                           _ ("A day of the week is a number from 1, Monday, to 7, Sunday."));
      return FALSE;
    }
  return eqp_record_check_period (record, EQP_AVAILABILITY_FROM_DATE, EQP_AVAILABILITY_TO_DATE, field, error);
}

static void
eqp_availability_class_init (EqpAvailabilityClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_availability_entity);
  record_class->dup_title = eqp_availability_dup_title;
  record_class->validate = eqp_availability_validate;
}

/* Julian day 1 was a Monday. */
static gint64
get_weekday (EqpDate day)
{
  return (day - 1) % 7 + 1;
}

/**
 * eqp_availability_allows:
 * @periods: (array length=n_periods): what a person said
 * @n_periods: how many
 * @day: a day
 *
 * Whoever said, for a time that @day lies in, on which weekdays they can come, cannot on the others; whoever said when they cannot, can on all
 * others; whoever said nothing, can.
 *
 * Returns: whether the person can come
 */
gboolean
eqp_availability_allows (const EqpAvailabilityPeriod *periods,
                         guint                        n_periods,
                         EqpDate                      day)
{
  gint64   weekday = get_weekday (day);
  gboolean says_when = FALSE;
  gboolean can = FALSE;

  for (guint i = 0; i < n_periods; i++)
    {
      const EqpAvailabilityPeriod *period = &periods[i];
      gboolean                     covers = period->weekday == 0 || period->weekday == weekday;

      if (!eqp_date_is_within (day, period->from, period->to))
        continue;
      if (covers && !period->available)
        return FALSE;
      says_when = says_when || period->available;
      can = can || (covers && period->available);
    }
  return can || !says_when;
}

static const char periods_sql[] =
  "SELECT person_id, kind = 'available', coalesce (weekday, 0), from_date, to_date FROM availability "
  "WHERE person_id BETWEEN ? AND ? AND from_date <= ? AND (to_date = '' OR to_date >= ?)";

/**
 * eqp_availability_load:
 * @store: the file
 * @person: id of a person; 0: everybody
 * @from: the first day; %EQP_DATE_NONE: any
 * @to: the last day
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64 GArray): by the person's id, what is said of some day of @from … @to, as
 *   #EqpAvailabilityPeriod; whoever said nothing is not in it; %NULL with %EQP_STORE_ERROR
 */
GHashTable *
eqp_availability_load (EqpStore *store,
                       gint64    person,
                       EqpDate   from,
                       EqpDate   to,
                       GError  **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr (EqpQuery) row = eqp_store_query (store, error, periods_sql, "iidd", person, person != 0 ? person : G_MAXINT64, to, from);
  GError *failure = NULL;

  while (row != NULL && eqp_query_next (row, &failure))
    {
      gint64                id = eqp_query_get_integer (row, 0);
      EqpAvailabilityPeriod period = { eqp_query_get_integer (row, 1) != 0, eqp_query_get_integer (row, 2), eqp_query_get_date (row, 3), eqp_query_get_date (row, 4) };
      GArray               *periods = g_hash_table_lookup (table, &id);

      if (periods == NULL)
        {
          periods = g_array_new (FALSE, FALSE, sizeof period);
          g_hash_table_insert (table, g_memdup2 (&id, sizeof id), periods);
        }
      g_array_append_val (periods, period);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return row != NULL && failure == NULL ? g_steal_pointer (&table) : NULL;
}
