/* eqp-year-closing.c — an academic year whose lines are final */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-year-closing"

#include "config.h"

#include "domain/exchanges/eqp-year-closing.h"

#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-exchange-edits.h"

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

static gboolean
eqp_year_closing_validate (EqpRecord *record,
                           guint     *field,
                           GError   **error)
{
  *field = EQP_YEAR_CLOSING_YEAR;
  return eqp_academic_year_check (eqp_record_get_integer (record, EQP_YEAR_CLOSING_YEAR), error);
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
