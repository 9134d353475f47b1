/* eqp-balance-load.c — the balance of a period, broken down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance"

#include "config.h"

#include "domain/exchanges/eqp-balance.h"

#include "domain/exchanges/eqp-balance-private.h"

#include <glib/gi18n.h>

/* Where a breakdown that is none of time finds its rows. Both names may be the same; NULL: they are the key itself. */
typedef struct
{
  const char *dimension;
  const char *sql;  /* code, French and English name of what an id of the dimension belongs to */
  const char *none; /* N_(): the lines that name none */
} EqpBreakdownSource;

static const EqpBreakdownSource sources[EQP_N_BREAKDOWNS] = {
  [EQP_BY_DISCIPLINE] = { "person", "SELECT " EQP_SQL_DISCIPLINE ", NULL, NULL FROM person WHERE id = ?", N_ ("Without a discipline") },
  [EQP_BY_SCHEME] = { "scheme", "SELECT code, name, name FROM scheme WHERE id = ?", N_ ("Without a scheme") },
  [EQP_BY_COURSE] = { "unit", "SELECT c.code, c.name_fr, c.name_en FROM unit u JOIN course c ON c.id = u.course_id WHERE u.id = ?", N_ ("Without a course") },
  [EQP_BY_INSTITUTION] = { "institution", "SELECT code, name, name FROM institution WHERE id = ?", N_ ("Without an institution") },
  [EQP_BY_PERSON] = { "person", "SELECT code, trim (family_name || ' ' || given_name), '' FROM person WHERE id = ?", N_ ("Without a person") },
};

typedef struct
{
  EqpStore                 *store;
  EqpBalance               *balance;
  EqpLanguage               language;
  EqpDate                   first; /* of the first row, by month */
  EqpBalanceRow            *row;   /* (nullable) of everything read, by term and by year */
  const EqpBreakdownSource *source;
  GHashTable               *by_id;  /* &id → EqpBalanceRow */
  GHashTable               *by_key; /* key → EqpBalanceRow */
} EqpBalanceLoader;

static EqpBalanceRow *
take_row (EqpBalanceLoader *loader,
          const char       *key,
          const char       *label)
{
  EqpBalanceRow *row = g_hash_table_lookup (loader->by_key, key);

  if (row != NULL)
    return row;
  row = _eqp_balance_row_new (key, label);
  g_ptr_array_add (loader->balance->rows, row);
  g_hash_table_insert (loader->by_key, row->key, row);
  return row;
}

/* Asks for the names of an id once; key 0 is what names none. */
static EqpBalanceRow *
find_row (EqpBalanceLoader *loader,
          gint64            id,
          GError          **error)
{
  EqpBalanceRow *row = g_hash_table_lookup (loader->by_id, &id);
  g_autoptr (EqpQuery) query = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  GError          *failure = NULL;
  guint            column = loader->language == EQP_LANGUAGE_EN ? 2 : 1;

  if (row != NULL)
    return row;
  query = eqp_store_query (loader->store, error, loader->source->sql, "i", id);
  if (query == NULL)
    return NULL;
  if (eqp_query_next (query, &failure))
    {
      key = g_strdup (eqp_query_get_text (query, 0));
      if (*eqp_query_get_text (query, column) == '\0')
        column = 1;
      label = g_strdup (eqp_query_is_null (query, 1) ? key : eqp_query_get_text (query, column));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (key == NULL || *key == '\0')
    row = take_row (loader, "", eqp_tr (loader->language, loader->source->none));
  else
    row = take_row (loader, key, label);
  g_hash_table_insert (loader->by_id, g_memdup2 (&id, sizeof id), row);
  return row;
}

static gboolean
add_to_key (const EqpBalanceCell *cell,
            gpointer              user_data,
            GError              **error)
{
  EqpBalanceLoader *loader = user_data;
  EqpBalanceRow    *row = find_row (loader, cell->key, error);

  if (row == NULL)
    return FALSE;
  _eqp_balance_row_add (row, cell);
  _eqp_balance_row_add (&loader->balance->total, cell);
  return TRUE;
}

static gboolean
add_to_month (const EqpBalanceCell *cell,
              gpointer              user_data,
              GError              **error)
{
  EqpBalanceLoader *loader = user_data;
  int               year, month, first_year, first_month;

  eqp_date_get_ymd (cell->month, &year, &month, NULL);
  eqp_date_get_ymd (loader->first, &first_year, &first_month, NULL);
  _eqp_balance_row_add (g_ptr_array_index (loader->balance->rows, (year - first_year) * 12 + month - first_month), cell);
  _eqp_balance_row_add (&loader->balance->total, cell);
  return TRUE;
}

static gboolean
add_to_period (const EqpBalanceCell *cell,
               gpointer              user_data,
               GError              **error)
{
  EqpBalanceLoader *loader = user_data;

  _eqp_balance_row_add (loader->row, cell);
  _eqp_balance_row_add (&loader->balance->total, cell);
  return TRUE;
}

static gboolean
load_periods (EqpBalanceLoader *loader,
              GError          **error)
{
  EqpBalance *balance = loader->balance;
  g_autoptr (GPtrArray) periods = _eqp_period_list (loader->store, balance->by, balance->from, balance->to, balance->to, loader->language);

  for (guint i = 0; i < periods->len; i++)
    {
      const EqpPeriod *period = g_ptr_array_index (periods, i);

      loader->row = _eqp_balance_row_new (period->key, period->label);
      g_ptr_array_add (balance->rows, loader->row);
      /* Terms and years may begin within a month; months are read all at once. */
      if (balance->by != EQP_BY_MONTH &&
          !_eqp_balance_read (loader->store, "all", MAX (period->from, balance->from), MIN (period->to, balance->to), add_to_period, loader, error))
        return FALSE;
    }
  loader->first = balance->from;
  return balance->by != EQP_BY_MONTH || _eqp_balance_read (loader->store, "all", balance->from, balance->to, add_to_month, loader, error);
}

/* By label; what names nothing comes last. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const EqpBalanceRow *first = *(const EqpBalanceRow *const *)a;
  const EqpBalanceRow *second = *(const EqpBalanceRow *const *)b;
  int                  order = (*first->key == '\0') - (*second->key == '\0');

  if (order == 0)
    order = eqp_collate (first->label, second->label);
  return order != 0 ? order : strcmp (first->key, second->key);
}

static gboolean
load_keys (EqpBalanceLoader *loader,
           GError          **error)
{
  EqpBalance *balance = loader->balance;
  gboolean    done;

  loader->source = &sources[balance->by];
  loader->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  loader->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  done = _eqp_balance_read (loader->store, loader->source->dimension, balance->from, balance->to, add_to_key, loader, error);
  g_hash_table_unref (loader->by_key);
  g_hash_table_unref (loader->by_id);
  g_ptr_array_sort (balance->rows, compare_rows);
  return done;
}

/**
 * eqp_balance_load:
 * @store: an open file
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @by: what each row stands for
 * @language: of the labels
 * @error: (out) (optional): #EqpStoreError
 *
 * Adds the ledger up, in minutes. Whole months are read from the sums that the file keeps, the days before and after them from
 * the lines. With an open end and no lines at all the period is the academic year of today. Every line of the period is in exactly one
 * row: the rows add up to the total.
 *
 * Returns: (transfer full): the balance; %NULL with @error set
 */
EqpBalance *
eqp_balance_load (EqpStore    *store,
                  EqpDate      from,
                  EqpDate      to,
                  EqpBreakdown by,
                  EqpLanguage  language,
                  GError     **error)
{
  g_autoptr (EqpBalance) balance = NULL;
  EqpBalanceLoader loader = { store };

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (by < EQP_N_BREAKDOWNS, NULL);

  if (!_eqp_balance_close_period (store, &from, &to, error))
    return NULL;
  balance = g_new0 (EqpBalance, 1);
  balance->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)_eqp_balance_row_free);
  balance->from = from;
  balance->to = to;
  balance->by = by;
  balance->total.key = g_strdup ("");
  balance->total.label = g_strdup (eqp_tr (language, N_ ("Total")));
  loader.balance = balance;
  loader.language = language;
  if (_eqp_breakdown_is_period (by) ? !load_periods (&loader, error) : !load_keys (&loader, error))
    return NULL;
  return g_steal_pointer (&balance);
}
