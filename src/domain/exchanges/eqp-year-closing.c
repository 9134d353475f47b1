/* eqp-year-closing.c — an academic year whose lines are final */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-year-closing"

#include "config.h"

#include "domain/exchanges/eqp-year-closing.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-exchange-edits-private.h"

#include <glib/gi18n.h>

static const EqpField eqp_year_closing_fields[] = {
  [EQP_YEAR_CLOSING_YEAR] = { "year", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Academic year"), "year;année;année universitaire" },
  [EQP_YEAR_CLOSING_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_REQUIRED, N_ ("Closed on"), "date;clôturée le;date de clôture" },
  [EQP_YEAR_CLOSING_BALANCE] = { "balance", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_DURATION, N_ ("Certified balance"), "balance;balance certifiée;solde" },
  [EQP_YEAR_CLOSING_CARRIED] = { "carried", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_DURATION, N_ ("Carried over"), "carried;report;reporté" },
  [EQP_YEAR_CLOSING_REMARKS] = { "remarks", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Remarks"), "remarks;remarques;observations" },
};

EQP_DEFINE_ENTITY (eqp_year_closing, "year_closing", N_ ("closed year"), N_ ("Closed years"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpYearClosing, eqp_year_closing, {
  eqp_record_set_integer (record, EQP_YEAR_CLOSING_BALANCE, 0);
  eqp_record_set_integer (record, EQP_YEAR_CLOSING_CARRIED, 0);
})

/* "2026–2027" */
static char *
eqp_year_closing_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  gint64 year = eqp_record_get_integer (record, EQP_YEAR_CLOSING_YEAR);

  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, year, year + 1);
}

/* Whether the file already closed the year with other figures, which stay; remarks may change. */
static gboolean
changes_figures (EqpStore  *store,
                 EqpRecord *draft)
{
  g_autoptr (EqpRecord) live = eqp_store_get (store, &eqp_year_closing_entity, eqp_record_get_id (draft), NULL);
  g_autoptr (EqpRecord) copy = NULL;

  if (live == NULL)
    return FALSE;
  copy = eqp_record_dup_draft (draft);
  eqp_record_set_text (copy, EQP_YEAR_CLOSING_REMARKS, eqp_record_get_text (live, EQP_YEAR_CLOSING_REMARKS));
  return eqp_record_is_changed (copy);
}

gboolean
_eqp_year_check_ended (EqpStore *store,
                       int       year,
                       EqpDate   date,
                       GError  **error)
{
  EqpDate          first, last;
  g_autofree char *text = NULL;

  eqp_pole_get_year_period (store, year, &first, &last);
  if (date > last)
    return TRUE;
  text = eqp_date_format (last, eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: the two calendar years of an academic year, as in 2026–2027, then its last day. */
               _ ("The academic year %d–%d can be closed once it has ended, after %s."), year, year + 1, text);
  return FALSE;
}

void
_eqp_year_set_closed (int      year,
                      GError **error)
{
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_DUPLICATE,
               /* Translators: the two calendar years of an academic year, as in 2026–2027. */
               _ ("The academic year %d–%d is closed already."), year, year + 1);
}

static gboolean
eqp_year_closing_validate (EqpRecord *record,
                           guint     *field,
                           GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    year = eqp_record_get_integer (record, EQP_YEAR_CLOSING_YEAR);

  *field = EQP_YEAR_CLOSING_YEAR;
  if (!eqp_academic_year_check (year, error))
    return FALSE;
  if (store == NULL)
    return TRUE;
  if (eqp_record_get_id (record) == 0)
    {
      *field = EQP_YEAR_CLOSING_DATE;
      return _eqp_year_check_ended (store, (int)year, eqp_record_get_date (record, EQP_YEAR_CLOSING_DATE), error);
    }
  if (!changes_figures (store, record))
    return TRUE;
  _eqp_year_set_closed ((int)year, error);
  return FALSE;
}

static void
eqp_year_closing_class_init (EqpYearClosingClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_year_closing_entity);
  record_class->dup_title = eqp_year_closing_dup_title;
  record_class->validate = eqp_year_closing_validate;
}

/**
 * eqp_year_is_closed:
 * @store: the file
 * @year: an academic year: the calendar year in which it starts
 *
 * Returns: whether its lines are final
 */
gboolean
eqp_year_is_closed (EqpStore *store,
                    int       year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT 1 FROM year_closing WHERE year = ?", "i", (gint64)year);
  gboolean closed = query != NULL && eqp_query_next (query, &error);

  if (error != NULL)
    g_message ("Whether the year %d is closed cannot be read: %s", year, error->message);
  return closed;
}

/**
 * eqp_year_read_carried:
 * @store: the file
 * @year: an academic year: the calendar year in which it starts
 * @carried: (out): the minutes that it handed on, positive when the rectorat owes them; 0 when it is not closed
 * @error: return location for an error
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_year_read_carried (EqpStore *store,
                       int       year,
                       gint64   *carried,
                       GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "SELECT coalesce (sum (carried), 0) FROM year_closing WHERE year = ?", "i", (gint64)year);

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *carried = eqp_query_get_integer (query, 0);
  return TRUE;
}
