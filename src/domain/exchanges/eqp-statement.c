/* eqp-statement.c — dated lines of the ledger with a running balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statement"

#include "config.h"

#include "domain/exchanges/eqp-statement.h"

#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-balance-private.h"

#define COLUMNS                                                                                                                \
  "SELECT l.id, l.code, l.date, l.start_time, l.end_time, l.training, p.civility, p.given_name, p.family_name, p.code, "       \
  "       coalesce (nullif (h.short_name, ''), h.name, ''), coalesce (nullif (t.short_name, ''), t.name, ''), l.home_side, "   \
  "       coalesce (u.name, s.name, ''), l.subject, coalesce (r.code, ''), coalesce (c.code, ''), "                            \
  "       l.requested, l.planned, l.done, l.certified, l.shared_time, l.direct_contract, l.kind "                              \
  "FROM intervention l JOIN person p ON p.id = l.person_id LEFT JOIN institution h ON h.id = l.home_id "                       \
  "LEFT JOIN institution t ON t.id = l.host_id LEFT JOIN unit u ON u.id = l.unit_id LEFT JOIN scheme s ON s.id = l.scheme_id " \
  "LEFT JOIN request r ON r.id = l.request_id LEFT JOIN intervention c ON c.id = l.corrects_id "

static const char person_sql[] = COLUMNS "WHERE l.person_id = ? AND l.date BETWEEN ? AND ?";
static const char institution_sql[] = COLUMNS "WHERE (l.home_id = ? OR l.host_id = ?) AND l.date BETWEEN ? AND ?";
static const char request_sql[] = COLUMNS "WHERE l.request_id = ?";
static const char direct_sql[] = COLUMNS "WHERE l.direct_contract = 1 AND l.date BETWEEN ? AND ?";

enum {
  COLUMN_ID,
  COLUMN_CODE,
  COLUMN_DATE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_TRAINING,
  COLUMN_CIVILITY,
  COLUMN_GIVEN_NAME,
  COLUMN_FAMILY_NAME,
  COLUMN_PERSON,
  COLUMN_HOME,
  COLUMN_HOST,
  COLUMN_SIDE,
  COLUMN_OBJECT,
  COLUMN_SUBJECT,
  COLUMN_REQUEST,
  COLUMN_CORRECTS,
  COLUMN_HOURS, /* four of them */
  COLUMN_SHARED = COLUMN_HOURS + EQP_N_HOURS,
  COLUMN_DIRECT,
  COLUMN_KIND,
};

/* The rates of HETD on the last day of the statement. */
typedef struct
{
  EqpFraction lecture;
  EqpFraction practical;
} Rates;

static void
free_line (EqpStatementLine *line)
{
  g_free (line->code);
  g_free (line->person_name);
  g_free (line->person_code);
  g_free (line->home_name);
  g_free (line->host_name);
  g_free (line->what);
  g_free (line->request_code);
  g_free (line->corrects_code);
  g_free (line);
}

/**
 * eqp_hetd_compute:
 * @minutes: what was taught
 * @kind: "lecture", "tutorial", "practical", or "" when it is not said
 * @lecture: what a lecture is worth, such as 3/2
 * @practical: what a practical is worth
 *
 * The hours in tutorial equivalents: an information for the home institution, in no balance. What is not said counts as a tutorial.
 *
 * Returns: minutes, exactly
 */
EqpFraction
eqp_hetd_compute (gint64      minutes,
                  const char *kind,
                  EqpFraction lecture,
                  EqpFraction practical)
{
  EqpFraction taught = eqp_fraction_make (minutes, 1);

  g_return_val_if_fail (kind != NULL, taught);

  if (strcmp (kind, "lecture") == 0)
    return eqp_fraction_multiply (taught, lecture);
  return strcmp (kind, "practical") == 0 ? eqp_fraction_multiply (taught, practical) : taught;
}

static gint64
get_time (EqpQuery *query,
          guint     column)
{
  return eqp_query_is_null (query, column) ? -1 : eqp_query_get_integer (query, column);
}

static char *
dup_what (EqpQuery *query)
{
  const char *object = eqp_query_get_text (query, COLUMN_OBJECT);
  const char *subject = eqp_query_get_text (query, COLUMN_SUBJECT);

  if (*object == '\0' || *subject == '\0')
    return g_strconcat (object, subject, NULL);
  return g_strjoin (" — ", object, subject, NULL);
}

static void
take_texts (EqpStatementLine *line,
            EqpQuery         *query,
            EqpLanguage       language)
{
  line->code = g_strdup (eqp_query_get_text (query, COLUMN_CODE));
  line->person_name = eqp_person_format_name (eqp_query_get_text (query, COLUMN_CIVILITY), eqp_query_get_text (query, COLUMN_GIVEN_NAME),
                                              eqp_query_get_text (query, COLUMN_FAMILY_NAME), language);
  line->person_code = g_strdup (eqp_query_get_text (query, COLUMN_PERSON));
  line->home_name = g_strdup (eqp_query_get_text (query, COLUMN_HOME));
  line->host_name = g_strdup (eqp_query_get_text (query, COLUMN_HOST));
  line->what = dup_what (query);
  line->request_code = g_strdup (eqp_query_get_text (query, COLUMN_REQUEST));
  line->corrects_code = g_strdup (eqp_query_get_text (query, COLUMN_CORRECTS));
}

static EqpStatementLine *
new_line (EqpQuery    *query,
          EqpHours     hours,
          const Rates *rates,
          EqpLanguage  language)
{
  EqpStatementLine *line = g_new0 (EqpStatementLine, 1);

  take_texts (line, query, language);
  line->id = eqp_query_get_integer (query, COLUMN_ID);
  line->date = eqp_query_get_date (query, COLUMN_DATE);
  line->start = get_time (query, COLUMN_START);
  line->end = get_time (query, COLUMN_END);
  line->training = strcmp (eqp_query_get_text (query, COLUMN_TRAINING), "FC") == 0 ? EQP_TRAINING_FC : EQP_TRAINING_FI;
  line->side = eqp_side_from_code (eqp_query_get_text (query, COLUMN_SIDE));
  line->direct = eqp_query_get_integer (query, COLUMN_DIRECT) != 0;
  line->shared = eqp_query_get_integer (query, COLUMN_SHARED) != 0;
  line->counted = !line->direct && !line->shared && line->side == (line->training == EQP_TRAINING_FC ? EQP_SIDE_UNIVERSITY : EQP_SIDE_RECTORAT);
  for (guint i = 0; i < EQP_N_HOURS; i++)
    {
      line->has[i] = !eqp_query_is_null (query, COLUMN_HOURS + i);
      line->minutes[i] = eqp_query_get_integer (query, COLUMN_HOURS + i);
    }
  line->hetd = eqp_hetd_compute (line->minutes[hours], eqp_query_get_text (query, COLUMN_KIND), rates->lecture, rates->practical);
  return line;
}

/* By date, then time of the day (unknown first), then code. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const EqpStatementLine *first = *(const EqpStatementLine *const *)a;
  const EqpStatementLine *second = *(const EqpStatementLine *const *)b;

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->code, second->code);
}

static void
add_up (EqpStatement *self)
{
  gint64 running = self->opening;

  self->hetd = eqp_fraction_make (0, 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      EqpStatementLine *line = g_ptr_array_index (self->lines, i);
      EqpBalanceCell    cell = { .training = line->training, .side = line->side, .sum.lines = 1 };

      cell.outside = line->direct ? EQP_OUTSIDE_DIRECT : line->shared ? EQP_OUTSIDE_SHARED
                                                                      : EQP_OUTSIDE_NONE;
      memcpy (cell.sum.minutes, line->minutes, sizeof cell.sum.minutes);
      _eqp_balance_row_add (&self->total, &cell);
      if (line->counted)
        running += line->training == EQP_TRAINING_FC ? line->minutes[self->hours] : -line->minutes[self->hours];
      line->running = running;
      self->hetd = eqp_fraction_add (self->hetd, line->hetd);
    }
}

/* @query: (transfer full) (nullable): NULL when it could not be prepared, with @error set. */
static EqpStatement *
load (EqpStore   *store,
      EqpQuery   *query,
      EqpDate     as_of,
      EqpHours    hours,
      EqpLanguage language,
      GError    **error)
{
  g_autoptr (EqpQuery) owned = query;
  g_autoptr (EqpStatement) self = NULL;
  GError *failure = NULL;
  Rates   rates;

  if (owned == NULL)
    return NULL;
  rates.lecture = eqp_exchange_get_fraction (store, EQP_PARAMETER_HETD_LECTURE, as_of);
  rates.practical = eqp_exchange_get_fraction (store, EQP_PARAMETER_HETD_PRACTICAL, as_of);
  self = g_new0 (EqpStatement, 1);
  self->hours = hours;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);
  while (eqp_query_next (owned, &failure))
    g_ptr_array_add (self->lines, new_line (owned, hours, &rates, language));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_ptr_array_sort (self->lines, compare_lines);
  add_up (self);
  return g_steal_pointer (&self);
}

/**
 * eqp_statement_load:
 * @store: an open file
 * @person: the id of a person, or 0
 * @institution: the id of an institution, or 0: the lines that it gives or receives
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @hours: which of a line's four figures the running balance and the HETD add up
 * @language: of names
 * @error: (out) (optional): #EqpStoreError
 *
 * Returns: (transfer full): the lines by date, with totals in minutes; %NULL with @error set
 */
EqpStatement *
eqp_statement_load (EqpStore   *store,
                    gint64      person,
                    gint64      institution,
                    EqpDate     from,
                    EqpDate     to,
                    EqpHours    hours,
                    EqpLanguage language,
                    GError    **error)
{
  EqpStatement *self;
  EqpQuery     *query;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail ((person == 0) != (institution == 0), NULL);
  g_return_val_if_fail (hours < EQP_N_HOURS, NULL);

  if (!_eqp_balance_close_period (store, &from, &to, error))
    return NULL;
  query = person != 0 ? eqp_store_query (store, error, person_sql, "idd", person, from, to)
                      : eqp_store_query (store, error, institution_sql, "iidd", institution, institution, from, to);
  self = load (store, query, to, hours, language, error);
  if (self == NULL)
    return NULL;
  self->from = from;
  self->to = to;
  return self;
}

/**
 * eqp_statement_load_request:
 * @store: an open file
 * @request: a request
 * @language: of names
 * @error: (out) (optional): #EqpStoreError
 *
 * The lines that answer @request, with what is planned added up; the period goes from the first to the last of them.
 *
 * Returns: (transfer full): the lines by date, with totals in minutes; %NULL with @error set
 */
EqpStatement *
eqp_statement_load_request (EqpStore   *store,
                            EqpRecord  *request,
                            EqpLanguage language,
                            GError    **error)
{
  EqpStatement *self;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (EQP_IS_RECORD (request), NULL);

  self = load (store, eqp_store_query (store, error, request_sql, "i", eqp_record_get_id (request)), eqp_date_today (),
               EQP_HOURS_PLANNED, language, error);
  if (self == NULL || self->lines->len == 0)
    return self;
  self->from = ((EqpStatementLine *)g_ptr_array_index (self->lines, 0))->date;
  self->to = ((EqpStatementLine *)g_ptr_array_index (self->lines, self->lines->len - 1))->date;
  return self;
}

/**
 * eqp_statement_load_direct:
 * @store: an open file
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @hours: which of a line's four figures is added up
 * @language: of names
 * @error: (out) (optional): #EqpStoreError
 *
 * What went past the Pôle: hours under direct contract, to be listed beside the balance.
 *
 * Returns: (transfer full): the lines by date, with totals in minutes; %NULL with @error set
 */
EqpStatement *
eqp_statement_load_direct (EqpStore   *store,
                           EqpDate     from,
                           EqpDate     to,
                           EqpHours    hours,
                           EqpLanguage language,
                           GError    **error)
{
  EqpStatement *self;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (hours < EQP_N_HOURS, NULL);

  if (!_eqp_balance_close_period (store, &from, &to, error))
    return NULL;
  self = load (store, eqp_store_query (store, error, direct_sql, "dd", from, to), to, hours, language, error);
  if (self == NULL)
    return NULL;
  self->from = from;
  self->to = to;
  return self;
}

/**
 * eqp_statement_free:
 * @self: (nullable): a statement
 */
void
eqp_statement_free (EqpStatement *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  _eqp_balance_row_clear (&self->total);
  g_free (self);
}
