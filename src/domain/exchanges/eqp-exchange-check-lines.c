/* eqp-exchange-check-lines.c — the lines that the rules of the ledger look at, found without reading the whole ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-intervention.h"

#define SIDE_ON_DATE                                                                                       \
  "coalesce ((SELECT a.side FROM affiliation a WHERE a.person_id = l.person_id AND a.from_date <= l.date " \
  "AND (a.to_date = '' OR a.to_date >= l.date) ORDER BY a.from_date DESC, a.id DESC LIMIT 1), '')"

/* LEFT JOIN keeps the ledger outermost, CROSS JOIN what stands before it. */
#define COLUMNS                                                                                                    \
  "l.id, l.code, l.date, coalesce (l.start_time, -1), coalesce (l.end_time, -1), l.person_id, p.code, "            \
  "p.given_name, p.family_name, l.home_side, " SIDE_ON_DATE ", coalesce (l.home_id, 0), coalesce (l.host_id, 0), " \
  "coalesce (h.name, ''), l.training, coalesce (l.payer_id, 0), l.shared_time, l.direct_contract, l.in_service, "  \
  "l.request_id IS NOT NULL, coalesce (s.family, ''), l.override "
#define JOINS                                                                              \
  " LEFT JOIN person p ON p.id = l.person_id LEFT JOIN institution h ON h.id = l.host_id " \
  "LEFT JOIN scheme s ON s.id = l.scheme_id "
/* Neither counter-entries nor what they took away altogether. The plus signs keep the planner off the index of NULLs. */
#define STANDS                                                                                                                 \
  "+l.corrects_id IS NULL AND NOT (SELECT count (*) > 0 AND coalesce (l.requested, 0) + coalesce (sum (c.requested), 0) = 0 "  \
  "AND coalesce (l.planned, 0) + coalesce (sum (c.planned), 0) = 0 AND coalesce (l.done, 0) + coalesce (sum (c.done), 0) = 0 " \
  "AND coalesce (l.certified, 0) + coalesce (sum (c.certified), 0) = 0 FROM intervention c WHERE c.corrects_id = l.id) "

static const char payer_sql[] =
  "SELECT " COLUMNS "FROM intervention l" JOINS
  "WHERE l.payer_id IS NOT NULL AND l.payer_id = l.host_id AND +l.date BETWEEN ? AND ? AND " STANDS "ORDER BY +l.date, l.id";

static const char direct_sql[] =
  "SELECT " COLUMNS "FROM intervention l INDEXED BY intervention_direct" JOINS
  "WHERE l.direct_contract = 1 AND l.date BETWEEN ? AND ? AND " STANDS "ORDER BY l.date";

/* In no order, so that a limit stops it early. */
static const char unasked_sql[] =
  "SELECT " COLUMNS "FROM intervention l INDEXED BY intervention_request" JOINS
  "WHERE l.request_id IS NULL AND l.direct_contract = 0 AND l.shared_time = 0 AND l.date BETWEEN ? AND ? AND " STANDS;

static const char service_sql[] =
  "SELECT " COLUMNS "FROM intervention l INDEXED BY intervention_unserved" JOINS
  "WHERE l.in_service = 0 AND l.date BETWEEN ? AND ? AND " STANDS "ORDER BY l.date";

/* People and months out of the sums: those in which no affiliation of the side that was counted covers the month alone. */
static const char side_sql[] =
  "SELECT " COLUMNS "FROM (SELECT DISTINCT key, month FROM exchange_total t "
  "  WHERE t.dimension = 'person' AND t.month BETWEEN substr (?, 1, 7) AND substr (?, 1, 7) AND t.lines > 0 "
  "    AND (NOT EXISTS (SELECT 1 FROM affiliation a WHERE a.person_id = t.key AND a.side = t.home_side "
  "           AND a.from_date <= t.month || '-01' AND (a.to_date = '' OR a.to_date >= t.month || '-31')) "
  "         OR EXISTS (SELECT 1 FROM affiliation a WHERE a.person_id = t.key AND a.side <> t.home_side "
  "           AND a.from_date <= t.month || '-31' AND (a.to_date = '' OR a.to_date >= t.month || '-01')))) m "
  "CROSS JOIN intervention l ON l.person_id = m.key AND l.date BETWEEN m.month || '-01' AND m.month || '-31'" JOINS
  "WHERE l.date BETWEEN ? AND ? AND l.home_side IS NOT NULLIF (" SIDE_ON_DATE ", '') AND " STANDS;

/* Days on which somebody has two lines that may be in two places; the rule then looks at all of the day. With the plus sign the planner finds
 * the other lines of the day, not of the whole period. */
static const char days_sql[] =
  "SELECT DISTINCT a.person_id, a.date FROM (SELECT DISTINCT key FROM exchange_total "
  "  WHERE dimension = 'person' AND month BETWEEN substr (?, 1, 7) AND substr (?, 1, 7)) k "
  "CROSS JOIN intervention a ON a.person_id = k.key AND a.date BETWEEN ? AND ? "
  "CROSS JOIN intervention b ON b.person_id = a.person_id AND b.date = +a.date "
  "WHERE a.id <> b.id AND CASE WHEN a.start_time IS NULL OR a.end_time IS NULL OR b.start_time IS NULL OR b.end_time IS NULL "
  "THEN a.host_id IS NOT b.host_id ELSE a.start_time <= b.start_time AND b.start_time < a.end_time END";

static const char day_sql[] =
  "SELECT " COLUMNS "FROM intervention l INDEXED BY intervention_person" JOINS
  "WHERE l.person_id = ? AND l.date = ? AND l.id <> ? AND " STANDS "ORDER BY l.start_time, l.code";

/* The days of whoever said when they can come, out of the index alone. */
static const char said_sql[] =
  "SELECT l.id, l.person_id, l.date FROM (SELECT DISTINCT person_id FROM availability WHERE from_date <= ? AND (to_date = '' OR to_date >= ?)) k "
  "CROSS JOIN intervention l INDEXED BY intervention_person ON l.person_id = k.person_id AND l.date BETWEEN ? AND ?";

static const char line_sql[] = "SELECT " COLUMNS "FROM intervention l" JOINS "WHERE l.id = ? AND " STANDS;

/* Keeps the texts of lines that outlive their row. */
typedef struct
{
  GPtrArray    *lines; /* (element-type EqpLedgerLine) owned */
  GStringChunk *texts;
} Day;

static void
day_clear (Day *day)
{
  g_clear_pointer (&day->lines, g_ptr_array_unref);
  g_clear_pointer (&day->texts, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static EqpTraining
training_from_code (const char *code)
{
  return strcmp (code, eqp_training_get_code (EQP_TRAINING_FI)) == 0 ? EQP_TRAINING_FI : EQP_TRAINING_FC;
}

/* The times count only when both are said: the rules read no end as no times. */
static void
read_line (EqpQuery      *row,
           GStringChunk  *texts,
           EqpLedgerLine *line)
{
  g_autofree char *name = eqp_person_format_name ("", eqp_query_get_text (row, 7), eqp_query_get_text (row, 8), EQP_LANGUAGE_FR);

  *line = (EqpLedgerLine){
    .id = eqp_query_get_integer (row, 0),
    .code = g_string_chunk_insert (texts, eqp_query_get_text (row, 1)),
    .date = eqp_query_get_date (row, 2),
    .start = eqp_query_get_integer (row, 3),
    .end = eqp_query_get_integer (row, 4),
    .person = eqp_query_get_integer (row, 5),
    .person_code = g_string_chunk_insert (texts, eqp_query_get_text (row, 6)),
    .person_name = g_string_chunk_insert (texts, name),
    .side = eqp_side_from_code (eqp_query_get_text (row, 9)),
    .today_side = eqp_side_from_code (eqp_query_get_text (row, 10)),
    .home = eqp_query_get_integer (row, 11),
    .host = eqp_query_get_integer (row, 12),
    .host_name = g_string_chunk_insert (texts, eqp_query_get_text (row, 13)),
    .training = training_from_code (eqp_query_get_text (row, 14)),
    .payer = eqp_query_get_integer (row, 15),
    .shared = eqp_query_get_integer (row, 16) != 0,
    .direct = eqp_query_get_integer (row, 17) != 0,
    .in_service = eqp_query_get_integer (row, 18) != 0,
    .has_request = eqp_query_get_integer (row, 19) != 0,
    .family = g_string_chunk_insert (texts, eqp_query_get_text (row, 20)),
    .override = g_string_chunk_insert (texts, eqp_query_get_text (row, 21)),
  };
}

typedef void (*CheckLine) (EqpExchangeCheck    *self,
                           const EqpLedgerLine *line);

/* @first, @second: the rules that @check may report under; it stops once neither wants more. */
static gboolean
check_rows (EqpExchangeCheck *self,
            EqpQuery         *rows,
            CheckLine         check,
            EqpExchangeRule   first,
            EqpExchangeRule   second,
            GError          **error)
{
  g_autoptr (EqpQuery) query = rows;
  GStringChunk *texts = g_string_chunk_new (1024);
  GError       *failure = NULL;

  while (query != NULL && (_eqp_exchange_check_wants (self, first) || _eqp_exchange_check_wants (self, second)) && eqp_query_next (query, &failure))
    {
      EqpLedgerLine line;

      g_string_chunk_clear (texts);
      read_line (query, texts, &line);
      check (self, &line);
    }
  g_string_chunk_free (texts);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

/* The lines of a person on a day but @except, by beginning. */
static gboolean
read_day (EqpStore *store,
          gint64    person,
          EqpDate   date,
          gint64    except,
          Day      *day,
          GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, day_sql, "idi", person, date, except);
  GError *failure = NULL;

  day->lines = g_ptr_array_new_with_free_func (g_free);
  day->texts = g_string_chunk_new (256);
  while (query != NULL && eqp_query_next (query, &failure))
    {
      EqpLedgerLine *line = g_new0 (EqpLedgerLine, 1);

      read_line (query, day->texts, line);
      g_ptr_array_add (day->lines, line);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return query != NULL && failure == NULL;
}

/* An open end, as text that follows every date. */
EqpDate
_eqp_exchange_check_get_last_day (const EqpExchangeCheck *self)
{
  return self->to != EQP_DATE_NONE ? self->to : eqp_date_from_ymd (9999, 12, 31);
}

static gboolean
check_conflicts (EqpExchangeCheck *self,
                 EqpStore         *store,
                 GError          **error)
{
  EqpDate from = self->from;
  EqpDate to = _eqp_exchange_check_get_last_day (self);
  g_autoptr (EqpQuery) days = eqp_store_query (store, error, days_sql, "dddd", from, to, from, to);
  GError *failure = NULL;

  while (days != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_CONFLICT) && eqp_query_next (days, &failure))
    {
      g_auto (Day) day = { 0 };

      if (!read_day (store, eqp_query_get_integer (days, 0), eqp_query_get_date (days, 1), 0, &day, error))
        return FALSE;
      _eqp_ledger_check_conflict (self, day.lines);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return days != NULL && failure == NULL;
}

static void
check_available (EqpExchangeCheck    *self,
                 const EqpLedgerLine *line,
                 const GArray        *periods)
{
  _eqp_ledger_check_available (self, line, (const EqpAvailabilityPeriod *)periods->data, periods->len);
}

/* The line that @found stands before, when its person said not to come that day; only then it is read. */
static gboolean
check_day_said (EqpExchangeCheck *self,
                EqpStore         *store,
                EqpQuery         *found,
                GHashTable       *table,
                GError          **error)
{
  gint64        person = eqp_query_get_integer (found, 1);
  const GArray *periods = g_hash_table_lookup (table, &person);
  g_autoptr (EqpQuery) row = NULL;
  g_autoptr (GStringChunk) texts = NULL;
  GError       *failure = NULL;
  EqpLedgerLine line;

  if (periods == NULL || eqp_availability_allows ((const EqpAvailabilityPeriod *)periods->data, periods->len, eqp_query_get_date (found, 2)))
    return TRUE;
  row = eqp_store_query (store, error, line_sql, "i", eqp_query_get_integer (found, 0));
  if (row == NULL)
    return FALSE;
  if (eqp_query_next (row, &failure))
    {
      texts = g_string_chunk_new (256);
      read_line (row, texts, &line);
      check_available (self, &line, periods);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
check_availability (EqpExchangeCheck *self,
                    EqpStore         *store,
                    GError          **error)
{
  EqpDate from = self->from;
  EqpDate to = _eqp_exchange_check_get_last_day (self);
  g_autoptr (GHashTable) table = eqp_availability_load (store, 0, from, to, error);
  g_autoptr (EqpQuery) found = NULL;
  GError *failure = NULL;

  if (table == NULL)
    return FALSE;
  found = eqp_store_query (store, error, said_sql, "dddd", to, from, from, to);
  while (found != NULL && _eqp_exchange_check_wants (self, EQP_EXCHANGE_UNAVAILABLE) && eqp_query_next (found, &failure))
    if (!check_day_said (self, store, found, table, error))
      return FALSE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return found != NULL && failure == NULL;
}

gboolean
_eqp_exchange_check_lines (EqpExchangeCheck *self,
                           EqpStore         *store,
                           GError          **error)
{
  EqpDate from = self->from;
  EqpDate to = _eqp_exchange_check_get_last_day (self);

  return check_rows (self, eqp_store_query (store, error, payer_sql, "dd", from, to), _eqp_ledger_check_payer, EQP_EXCHANGE_PAYER, EQP_EXCHANGE_PAYER, error) &&
         check_rows (self, eqp_store_query (store, error, direct_sql, "dd", from, to), _eqp_ledger_check_direct, EQP_EXCHANGE_DIRECT, EQP_EXCHANGE_DIRECT, error) &&
         check_rows (self, eqp_store_query (store, error, unasked_sql, "dd", from, to), _eqp_ledger_check_direct, EQP_EXCHANGE_DIRECT, EQP_EXCHANGE_DIRECT, error) &&
         check_rows (self, eqp_store_query (store, error, service_sql, "dd", from, to), _eqp_ledger_check_service, EQP_EXCHANGE_SERVICE, EQP_EXCHANGE_SERVICE, error) &&
         check_rows (self, eqp_store_query (store, error, side_sql, "dddd", from, to, from, to), _eqp_ledger_check_side, EQP_EXCHANGE_NO_SIDE, EQP_EXCHANGE_LINE_SIDE, error) &&
         check_conflicts (self, store, error) &&
         check_availability (self, store, error);
}

/* ---- one line ---- */

static const char names_sql[] =
  "SELECT p.code, p.given_name, p.family_name, coalesce (h.name, ''), coalesce (s.family, ''), " SIDE_ON_DATE
  " FROM (SELECT ? AS person_id, ? AS date, ? AS host_id, ? AS scheme_id) l LEFT JOIN person p ON p.id = l.person_id "
  "LEFT JOIN institution h ON h.id = l.host_id LEFT JOIN scheme s ON s.id = l.scheme_id";

static gint64
get_minutes (EqpRecord *record,
             guint      field)
{
  return eqp_record_is_empty (record, field) ? -1 : eqp_record_get_integer (record, field);
}

/* @names: the row of names_sql. A line that was never saved has no home yet: it will get the one of the directory. */
static void
take_line (EqpRecord     *record,
           EqpQuery      *names,
           GStringChunk  *texts,
           EqpLedgerLine *line)
{
  g_autofree char *name = eqp_person_format_name ("", eqp_query_get_text (names, 1), eqp_query_get_text (names, 2), EQP_LANGUAGE_FR);

  *line = (EqpLedgerLine){
    .id = eqp_record_get_id (record),
    .code = g_string_chunk_insert (texts, eqp_record_get_text (record, EQP_INTERVENTION_CODE)),
    .date = eqp_record_get_date (record, EQP_INTERVENTION_DATE),
    .start = get_minutes (record, EQP_INTERVENTION_START_TIME),
    .end = get_minutes (record, EQP_INTERVENTION_END_TIME),
    .person = eqp_record_get_reference (record, EQP_INTERVENTION_PERSON),
    .person_code = g_string_chunk_insert (texts, eqp_query_get_text (names, 0)),
    .person_name = g_string_chunk_insert (texts, name),
    .today_side = eqp_side_from_code (eqp_query_get_text (names, 5)),
    .home = eqp_record_get_reference (record, EQP_INTERVENTION_HOME),
    .host = eqp_record_get_reference (record, EQP_INTERVENTION_HOST),
    .host_name = g_string_chunk_insert (texts, eqp_query_get_text (names, 3)),
    .training = training_from_code (eqp_record_get_text (record, EQP_INTERVENTION_TRAINING)),
    .payer = eqp_record_get_reference (record, EQP_INTERVENTION_PAYER),
    .shared = eqp_record_get_boolean (record, EQP_INTERVENTION_SHARED_TIME),
    .direct = eqp_record_get_boolean (record, EQP_INTERVENTION_DIRECT_CONTRACT),
    .in_service = eqp_record_get_boolean (record, EQP_INTERVENTION_IN_SERVICE),
    .has_request = !eqp_record_is_empty (record, EQP_INTERVENTION_REQUEST),
    .family = g_string_chunk_insert (texts, eqp_query_get_text (names, 4)),
    .override = g_string_chunk_insert (texts, eqp_record_get_text (record, EQP_INTERVENTION_OVERRIDE)),
  };
  line->side = eqp_record_is_empty (record, EQP_INTERVENTION_CERTIFIED) ? line->today_side
                                                                        : eqp_side_from_code (eqp_record_get_text (record, EQP_INTERVENTION_HOME_SIDE));
}

/* The line against each of its day, so that what is wrong between others is not said here. */
static void
check_own_conflicts (EqpExchangeCheck *self,
                     EqpLedgerLine    *own,
                     GPtrArray        *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GPtrArray) pair = g_ptr_array_new ();
      EqpLedgerLine *other = others->pdata[i];

      g_ptr_array_add (pair, other->start <= own->start ? other : own);
      g_ptr_array_add (pair, other->start <= own->start ? own : other);
      _eqp_ledger_check_conflict (self, pair);
    }
}

/**
 * eqp_exchange_check_line:
 * @store: the file
 * @line: a line, saved or not; a counter-entry has nothing wrong with it
 * @findings: (element-type EqpFinding): where to append
 * @error: return location for an error
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_exchange_check_line (EqpStore  *store,
                         EqpRecord *line,
                         GPtrArray *findings,
                         GError   **error)
{
  g_auto (EqpExchangeCheck) self = { 0 };
  g_auto (Day) day = { 0 };
  g_autoptr (EqpQuery) names = NULL;
  g_autoptr (GHashTable) said = NULL;
  gint64        person = eqp_record_get_reference (line, EQP_INTERVENTION_PERSON);
  EqpDate       date = eqp_record_get_date (line, EQP_INTERVENTION_DATE);
  EqpLedgerLine own;

  if (person == 0 || date == EQP_DATE_NONE || !eqp_record_is_empty (line, EQP_INTERVENTION_CORRECTS))
    return TRUE;
  _eqp_exchange_check_init (&self, findings);
  if (!_eqp_exchange_check_read_rules (&self, store, error))
    return FALSE;
  names = eqp_store_query (store, error, names_sql, "idii", person, date, eqp_record_get_reference (line, EQP_INTERVENTION_HOST),
                           eqp_record_get_reference (line, EQP_INTERVENTION_SCHEME));
  if (names == NULL || !eqp_query_next (names, error) || !read_day (store, person, date, eqp_record_get_id (line), &day, error))
    return FALSE;
  said = eqp_availability_load (store, person, date, date, error);
  if (said == NULL)
    return FALSE;
  take_line (line, names, day.texts, &own);
  _eqp_ledger_check_payer (&self, &own);
  _eqp_ledger_check_direct (&self, &own);
  _eqp_ledger_check_service (&self, &own);
  _eqp_ledger_check_side (&self, &own);
  check_own_conflicts (&self, &own, day.lines);
  if (g_hash_table_contains (said, &person))
    check_available (&self, &own, g_hash_table_lookup (said, &person));
  return TRUE;
}
