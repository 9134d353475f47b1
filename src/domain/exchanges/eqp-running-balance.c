/* eqp-running-balance.c — the balance after each line of the ledger, whatever the order in which the lines are listed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-running-balance"

#include "config.h"

#include "domain/exchanges/eqp-running-balance.h"

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance-private.h"

/* A window shows the lines of one or two months at once; scrolling goes to the next one. */
#define MAX_MONTHS 6

/* In the order of the index on date and time: nothing is sorted. */
static const char month_sql[] =
  "SELECT id, CASE training WHEN 'FC' THEN coalesce (done, 0) ELSE - coalesce (done, 0) END FROM intervention "
  "WHERE date BETWEEN ? AND ? AND " EQP_SQL_COUNTED " ORDER BY date, start_time, id";

typedef struct
{
  gint64 id;
  gint64 balance;
} Entry;

/* The days of one month that belong to one academic year: all of them, unless the year begins within the month. */
typedef struct
{
  EqpDate first; /* EQP_DATE_NONE: nothing was read yet */
  EqpDate last;
  GArray *entries; /* Entry, by id */
} Month;

struct _EqpRunningBalance
{
  GObject parent_instance;

  EqpStore *store;
  Month     months[MAX_MONTHS];
  guint     next; /* the one that goes when another is read */
};

G_DEFINE_FINAL_TYPE (EqpRunningBalance, eqp_running_balance, G_TYPE_OBJECT)

enum {
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_months (EqpRunningBalance *self)
{
  for (guint i = 0; i < MAX_MONTHS; i++)
    {
      g_clear_pointer (&self->months[i].entries, g_array_unref);
      self->months[i] = (Month){ EQP_DATE_NONE, EQP_DATE_NONE, NULL };
    }
}

/* ---- reading ---- */

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = ((const Entry *)a)->id;
  gint64 second = ((const Entry *)b)->id;

  return (first > second) - (first < second);
}

/* What the months of the year before have added up to. */
static gboolean
read_opening (EqpRunningBalance *self,
              EqpDate            year_start,
              EqpDate            first,
              gint64            *minutes,
              GError           **error)
{
  EqpBalanceRow before = { 0 };

  if (!_eqp_balance_read_total (self->store, year_start, first - 1, &before, error))
    return FALSE;
  *minutes = eqp_balance_row_get_minutes (&before, EQP_HOURS_DONE);
  return TRUE;
}

static GArray *
read_entries (EqpRunningBalance *self,
              EqpDate            first,
              EqpDate            last,
              gint64             opening,
              GError           **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, error, month_sql, "dd", first, last);
  GError *failure = NULL;
  gint64  balance = opening;

  if (query == NULL)
    return NULL;
  while (eqp_query_next (query, &failure))
    {
      Entry entry;

      balance += eqp_query_get_integer (query, 1);
      entry = (Entry){ eqp_query_get_integer (query, 0), balance };
      g_array_append_val (entries, entry);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

static const Month *
read_month (EqpRunningBalance *self,
            EqpDate            date,
            GError           **error)
{
  Month  *month = &self->months[self->next];
  EqpDate year_start, year_end;
  gint64  opening = 0;

  eqp_pole_get_year_period (self->store, eqp_pole_academic_year (self->store, date), &year_start, &year_end);
  g_clear_pointer (&month->entries, g_array_unref);
  month->first = MAX (_eqp_month_start (date), year_start);
  month->last = MIN (eqp_date_add_months (_eqp_month_start (date), 1) - 1, year_end);
  if (read_opening (self, year_start, month->first, &opening, error))
    month->entries = read_entries (self, month->first, month->last, opening, error);
  if (month->entries == NULL)
    {
      *month = (Month){ EQP_DATE_NONE, EQP_DATE_NONE, NULL };
      return NULL;
    }
  self->next = (self->next + 1) % MAX_MONTHS;
  return month;
}

static const Month *
find_month (EqpRunningBalance *self,
            EqpDate            date)
{
  for (guint i = 0; i < MAX_MONTHS; i++)
    if (self->months[i].entries != NULL && date >= self->months[i].first && date <= self->months[i].last)
      return &self->months[i];
  return NULL;
}

/* ---- the class ---- */

static void
store_changed_cb (EqpRunningBalance *self)
{
  clear_months (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
eqp_running_balance_dispose (GObject *object)
{
  EqpRunningBalance *self = EQP_RUNNING_BALANCE (object);

  clear_months (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_running_balance_parent_class)->dispose (object);
}

static void
eqp_running_balance_class_init (EqpRunningBalanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_running_balance_dispose;

  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_running_balance_init (EqpRunningBalance *self)
{
  clear_months (self);
}

/**
 * eqp_running_balance_new:
 * @store: an open file
 *
 * The balance of hours done after each line, as of the file's last edit. Nothing is read before it is asked for.
 *
 * Returns: (transfer full): the balances of @store
 */
EqpRunningBalance *
eqp_running_balance_new (EqpStore *store)
{
  EqpRunningBalance *self;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  self = g_object_new (EQP_TYPE_RUNNING_BALANCE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * eqp_running_balance_read:
 * @self: the balances of a file
 * @line: the id of a line of the ledger
 * @date: its date
 * @counted: (out): whether it is in the balance: neither shared time nor direct contract, and given in the other institution
 * @minutes: (out): the balance after it; 0 when it is not counted
 * @error: (out) (optional): #EqpStoreError
 *
 * The balance of hours done, in minutes, of the lines of the same academic year up to and including @line, in the order of date, time of
 * beginning and id; positive when the rectorat owes them. The months before come from the sums that the file keeps, the lines of the
 * month are read once.
 *
 * Returns: whether it could be read
 */
gboolean
eqp_running_balance_read (EqpRunningBalance *self,
                          gint64             line,
                          EqpDate            date,
                          gboolean          *counted,
                          gint64            *minutes,
                          GError           **error)
{
  const Entry  wanted = { line, 0 };
  const Month *month;
  guint        index = 0;

  g_return_val_if_fail (EQP_IS_RUNNING_BALANCE (self), FALSE);
  g_return_val_if_fail (date != EQP_DATE_NONE, FALSE);

  *counted = FALSE;
  *minutes = 0;
  month = find_month (self, date);
  if (month == NULL)
    month = read_month (self, date, error);
  if (month == NULL)
    return FALSE;
  *counted = g_array_binary_search (month->entries, &wanted, compare_entries, &index);
  if (*counted)
    *minutes = g_array_index (month->entries, Entry, index).balance;
  return TRUE;
}
