/* eqp-balance-read.c — reads sums of the ledger: whole months that are kept added up, and the lines of what is left of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance"

#include "config.h"

#include "domain/exchanges/eqp-balance-private.h"

#include "domain/eqp-pole.h"

/* Both queries have the same columns. A key whose lines are all gone stays in exchange_total with zeros. */
static const char totals_sql[] =
  "SELECT key, month || '-01', training, home_side, outside, lines, requested, planned, done, certified "
  "FROM exchange_total WHERE dimension = ? AND month BETWEEN ? AND ? AND lines <> 0";

static const char lines_sql[] =
  "SELECT CASE ? WHEN 'unit' THEN l.unit WHEN 'scheme' THEN l.scheme WHEN 'institution' THEN l.institution WHEN 'person' THEN l.person ELSE 0 END, "
  "       l.month || '-01', l.training, l.home_side, l.outside, 1, l.requested, l.planned, l.done, l.certified "
  "FROM intervention i JOIN exchange_line l ON l.id = i.id WHERE i.date BETWEEN ? AND ?";

static const char extent_sql[] = "SELECT min (month) || '-01', max (month) || '-01' FROM exchange_total WHERE dimension = 'all' AND lines <> 0";

/* A month as exchange_total has it: "2026-10". */
#define MONTH_LENGTH 7

static EqpOutside
outside_from_code (const char *code)
{
  if (strcmp (code, "shared") == 0)
    return EQP_OUTSIDE_SHARED;
  return strcmp (code, "direct") == 0 ? EQP_OUTSIDE_DIRECT : EQP_OUTSIDE_NONE;
}

static void
take_cell (EqpQuery       *query,
           EqpBalanceCell *cell)
{
  cell->key = eqp_query_get_integer (query, 0);
  cell->month = eqp_query_get_date (query, 1);
  cell->training = strcmp (eqp_query_get_text (query, 2), "FC") == 0 ? EQP_TRAINING_FC : EQP_TRAINING_FI;
  cell->side = eqp_side_from_code (eqp_query_get_text (query, 3));
  cell->outside = outside_from_code (eqp_query_get_text (query, 4));
  cell->sum.lines = eqp_query_get_integer (query, 5);
  for (guint i = 0; i < EQP_N_HOURS; i++)
    cell->sum.minutes[i] = eqp_query_get_integer (query, 6 + i);
}

/* @query: (transfer full) (nullable): NULL when it could not be prepared, with @error set. */
static gboolean
run (EqpQuery      *query,
     EqpBalanceFunc func,
     gpointer       user_data,
     GError       **error)
{
  g_autoptr (EqpQuery) owned = query;
  GError *failure = NULL;

  if (owned == NULL)
    return FALSE;
  while (eqp_query_next (owned, &failure))
    {
      EqpBalanceCell cell;

      take_cell (owned, &cell);
      if (!func (&cell, user_data, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

EqpDate
_eqp_month_start (EqpDate date)
{
  int year, month;

  eqp_date_get_ymd (date, &year, &month, NULL);
  return eqp_date_from_ymd (year, month, 1);
}

static gboolean
read_months (EqpStore      *store,
             const char    *dimension,
             EqpDate        from,
             EqpDate        to,
             EqpBalanceFunc func,
             gpointer       user_data,
             GError       **error)
{
  char first[EQP_DATE_ISO_SIZE], last[EQP_DATE_ISO_SIZE];

  eqp_date_to_iso (from, first)[MONTH_LENGTH] = '\0';
  eqp_date_to_iso (to, last)[MONTH_LENGTH] = '\0';
  return run (eqp_store_query (store, error, totals_sql, "sss", dimension, first, last), func, user_data, error);
}

static gboolean
read_lines (EqpStore      *store,
            const char    *dimension,
            EqpDate        from,
            EqpDate        to,
            EqpBalanceFunc func,
            gpointer       user_data,
            GError       **error)
{
  return run (eqp_store_query (store, error, lines_sql, "sdd", dimension, from, to), func, user_data, error);
}

gboolean
_eqp_balance_read (EqpStore      *store,
                   const char    *dimension,
                   EqpDate        from,
                   EqpDate        to,
                   EqpBalanceFunc func,
                   gpointer       user_data,
                   GError       **error)
{
  EqpDate first = _eqp_month_start (from); /* of the whole months */
  EqpDate end = _eqp_month_start (to + 1); /* the day after them */

  if (from > to)
    return TRUE;
  if (first < from)
    first = eqp_date_add_months (first, 1);
  if (first >= end)
    return read_lines (store, dimension, from, to, func, user_data, error);
  return (from == first || read_lines (store, dimension, from, first - 1, func, user_data, error)) &&
         read_months (store, dimension, first, end - 1, func, user_data, error) &&
         (end > to || read_lines (store, dimension, end, to, func, user_data, error));
}

static gboolean
add_to_row (const EqpBalanceCell *cell,
            gpointer              user_data,
            GError              **error)
{
  _eqp_balance_row_add (user_data, cell);
  return TRUE;
}

gboolean
_eqp_balance_read_total (EqpStore      *store,
                         EqpDate        from,
                         EqpDate        to,
                         EqpBalanceRow *row,
                         GError       **error)
{
  return _eqp_balance_read (store, "all", from, to, add_to_row, row, error);
}

gboolean
_eqp_balance_read_extent (EqpStore *store,
                          EqpDate  *first,
                          EqpDate  *last,
                          GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, extent_sql, NULL);

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *first = eqp_query_get_date (query, 0);
  *last = eqp_query_get_date (query, 1);
  if (*last != EQP_DATE_NONE)
    *last = eqp_date_add_months (*last, 1) - 1;
  return TRUE;
}

gboolean
_eqp_balance_close_period (EqpStore *store,
                           EqpDate  *from,
                           EqpDate  *to,
                           GError  **error)
{
  EqpDate first, last;

  if (*from != EQP_DATE_NONE && *to != EQP_DATE_NONE)
    return TRUE;
  if (!_eqp_balance_read_extent (store, &first, &last, error))
    return FALSE;
  if (first == EQP_DATE_NONE)
    eqp_pole_get_year_period (store, eqp_pole_academic_year (store, eqp_date_today ()), &first, &last);
  if (*from == EQP_DATE_NONE)
    *from = *to == EQP_DATE_NONE ? first : MIN (first, _eqp_month_start (*to));
  if (*to == EQP_DATE_NONE)
    *to = MAX (last, eqp_date_add_months (_eqp_month_start (*from), 1) - 1);
  return TRUE;
}
