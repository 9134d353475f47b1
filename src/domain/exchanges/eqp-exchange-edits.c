/* eqp-exchange-edits.c — what edits of requests and of the ledger share: codes, durations in labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-edits"

#include "config.h"

#include "domain/exchanges/eqp-exchange-edits-private.h"

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"

/* The highest by its spelling, out of the index: with numbers of one width it is the highest number. Then, if that one is not, all of a year. */
typedef struct
{
  const EqpEntity *entity;
  guint            code_field;
  char             letter;
  int              width;
  const char      *last_sql;
  const char      *highest_sql;
} Series;

#define SERIES_SQL(table)                                                               \
  "SELECT code FROM " table " WHERE code >= ? AND code < ? ORDER BY code DESC LIMIT 1", \
    "SELECT coalesce (max (CAST (substr (code, 8) AS INTEGER)), 0) FROM " table " WHERE code >= ? AND code < ?"

static const Series request_series = { &eqp_request_entity, EQP_REQUEST_CODE, 'D', 3, SERIES_SQL ("request") };
static const Series line_series = { &eqp_intervention_entity, EQP_INTERVENTION_CODE, 'I', 5, SERIES_SQL ("intervention") };

static char *
format_code (const Series *series,
             int           year,
             gint64        number)
{
  return g_strdup_printf ("%c-%04d-%0*" G_GINT64_FORMAT, series->letter, year, series->width, number);
}

/* Whether @code can be given: also when the file cannot be read, for then the edit itself says so. */
static gboolean
is_free (EqpStore     *store,
         const Series *series,
         const char   *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) rival = eqp_store_find (store, series->entity, series->code_field, code, &error);

  return rival == NULL;
}

/* The number after that of the row @sql finds between @from and @until. */
static gint64
read_next_number (EqpStore   *store,
                  const char *sql,
                  const char *from,
                  const char *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, "ss", from, until);
  const char *text;

  if (query == NULL || !eqp_query_next (query, &error))
    {
      if (error != NULL)
        g_message ("The last code cannot be read: %s", error->message);
      return 1;
    }
  text = eqp_query_get_text (query, 0);
  return g_ascii_strtoll (g_str_has_prefix (text, from) ? text + strlen (from) : text, NULL, 10) + 1;
}

static char *
dup_next_code (EqpStore     *store,
               const Series *series,
               EqpDate       date)
{
  int              year = eqp_pole_academic_year (store, date != EQP_DATE_NONE ? date : eqp_date_today ());
  g_autofree char *from = g_strdup_printf ("%c-%04d-", series->letter, year);
  /* ':' follows '9': what somebody numbered in letters is none of the series. */
  g_autofree char *until = g_strconcat (from, ":", NULL);
  g_autofree char *code = format_code (series, year, read_next_number (store, series->last_sql, from, until));

  if (is_free (store, series, code))
    return g_steal_pointer (&code);
  return format_code (series, year, read_next_number (store, series->highest_sql, from, until));
}

/**
 * eqp_request_dup_next_code:
 * @store: the file
 * @received: the day on which a request was received; %EQP_DATE_NONE: today
 *
 * Returns: (transfer full): a free code, its academic year and the next number in it: "D-2026-014"
 */
char *
eqp_request_dup_next_code (EqpStore *store,
                           EqpDate   received)
{
  return dup_next_code (store, &request_series, received);
}

/**
 * eqp_intervention_dup_next_code:
 * @store: the file
 * @date: the day of a line; %EQP_DATE_NONE: today
 *
 * Returns: (transfer full): a free code, its academic year and the next number in it: "I-2026-01234"
 */
char *
eqp_intervention_dup_next_code (EqpStore *store,
                                EqpDate   date)
{
  return dup_next_code (store, &line_series, date);
}

EqpMessage *
_eqp_message_duration (EqpMessage *self,
                       const char *name,
                       gint64      minutes)
{
  g_autofree char *text_fr = eqp_duration_format (minutes, EQP_LANGUAGE_FR);
  g_autofree char *text_en = eqp_duration_format (minutes, EQP_LANGUAGE_EN);

  return eqp_message_names (self, name, text_fr, text_en);
}
