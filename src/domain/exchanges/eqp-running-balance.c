/* eqp-running-balance.c — the balance after each line of the ledger, whatever the order in which the lines are listed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-running-balance"

#include "config.h"

#include "domain/exchanges/eqp-running-balance.h"

#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance-private.h"

/* A window shows the lines of one or two months at once, and scrolling goes to the next one; in another order it may show all of them. */
#define MAX_MONTHS 6
/* Lines that are read at once when nobody is to wait: less than a frame. The rest of a month follows when the main loop is idle. */
#define MAX_LINES_AT_ONCE 1000

/* In the order of the index on date and time: nothing is sorted. */
static const char lines_sql[] =
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
  EqpDate first;
  EqpDate last;
  GArray *entries; /* Entry, by id */
  guint   round;   /* when it was asked about last */
} Month;

/* A month that is being read, day by day. */
typedef struct
{
  Month   month; /* its entries in the order of the lines */
  EqpDate next;  /* the first day not read yet */
  gint64  balance;
} Reading;

struct _EqpRunningBalance
{
  GObject parent_instance;

  EqpStore *store;
  GArray   *months; /* Month */
  guint     round;  /* one more whenever somebody was made to wait: what was not asked about since may go */
  Reading   coming;
  guint     idle; /* source that reads the rest of it; 0: none is coming */
};

G_DEFINE_FINAL_TYPE (EqpRunningBalance, eqp_running_balance, G_TYPE_OBJECT)

enum {
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_month (gpointer data)
{
  Month *month = data;

  g_clear_pointer (&month->entries, g_array_unref);
}

static void
clear_months (EqpRunningBalance *self)
{
  g_array_set_size (self->months, 0);
  clear_month (&self->coming.month);
  g_clear_handle_id (&self->idle, g_source_remove);
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

/* The next day of the month that is coming. */
static gboolean
read_day (EqpRunningBalance *self,
          GError           **error)
{
  Reading *reading = &self->coming;
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, error, lines_sql, "dd", reading->next, reading->next);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    {
      Entry entry;

      reading->balance += eqp_query_get_integer (query, 1);
      entry = (Entry){ eqp_query_get_integer (query, 0), reading->balance };
      g_array_append_val (reading->month.entries, entry);
    }
  reading->next++;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* The month of @date, without its lines. */
static gboolean
begin_reading (EqpRunningBalance *self,
               EqpDate            date,
               GError           **error)
{
  Reading *reading = &self->coming;
  EqpDate  year_start, year_end;

  eqp_pole_get_year_period (self->store, eqp_pole_academic_year (self->store, date), &year_start, &year_end);
  reading->month.first = MAX (_eqp_month_start (date), year_start);
  reading->month.last = MIN (eqp_date_add_months (_eqp_month_start (date), 1) - 1, year_end);
  reading->month.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  reading->next = reading->month.first;
  reading->balance = 0;
  return read_opening (self, year_start, reading->month.first, &reading->balance, error);
}

/* Keeps the month that has come. Those that are in sight stay, however many: or who shows them would have them read for ever, in turn. */
static const Month *
take_month (EqpRunningBalance *self)
{
  Month *month = &self->coming.month;

  g_array_sort (month->entries, compare_entries);
  for (guint i = 0; i < self->months->len && self->months->len >= MAX_MONTHS;)
    if (g_array_index (self->months, Month, i).round != self->round)
      g_array_remove_index (self->months, i);
    else
      i++;
  month->round = self->round;
  g_array_append_val (self->months, *month);
  month->entries = NULL;
  return &g_array_index (self->months, Month, self->months->len - 1);
}

/* Reads some days of the month that is coming. A day that cannot be read has no balances: whoever shows them has other figures to say so.
 * Returns the month once all of it is there. */
static const Month *
read_on (EqpRunningBalance *self)
{
  Reading *reading = &self->coming;
  guint    n_lines = reading->month.entries->len;
  g_autoptr (GError) error = NULL;

  while (error == NULL && reading->next <= reading->month.last && reading->month.entries->len - n_lines < MAX_LINES_AT_ONCE)
    read_day (self, &error);
  if (error != NULL)
    {
      g_message ("The balances of a month cannot be read: %s", error->message);
      g_array_set_size (reading->month.entries, 0);
    }
  else if (reading->next <= reading->month.last)
    return NULL;
  return take_month (self);
}

static gboolean
idle_cb (gpointer user_data)
{
  EqpRunningBalance *self = user_data;

  if (read_on (self) == NULL)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  self->round++;
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

static const Month *
find_month (EqpRunningBalance *self,
            EqpDate            date)
{
  for (guint i = 0; i < self->months->len; i++)
    {
      Month *month = &g_array_index (self->months, Month, i);

      if (date < month->first || date > month->last)
        continue;
      month->round = self->round;
      return month;
    }
  return NULL;
}

/* Returns the month if it is there at once. */
static const Month *
begin_coming (EqpRunningBalance *self,
              EqpDate            date)
{
  g_autoptr (GError) error = NULL;
  const Month *month;

  if (!begin_reading (self, date, &error))
    {
      g_message ("The balance before a month cannot be read: %s", error->message);
      return take_month (self);
    }
  month = read_on (self);
  if (month == NULL)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  return month;
}

static void
look_up (const Month *month,
         gint64       line,
         gboolean    *counted,
         gint64      *minutes)
{
  const Entry wanted = { line, 0 };
  guint       index = 0;

  *counted = g_array_binary_search (month->entries, &wanted, compare_entries, &index);
  *minutes = *counted ? g_array_index (month->entries, Entry, index).balance : 0;
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
eqp_running_balance_finalize (GObject *object)
{
  EqpRunningBalance *self = EQP_RUNNING_BALANCE (object);

  g_array_unref (self->months);

  G_OBJECT_CLASS (eqp_running_balance_parent_class)->finalize (object);
}

static void
eqp_running_balance_class_init (EqpRunningBalanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_running_balance_dispose;
  G_OBJECT_CLASS (klass)->finalize = eqp_running_balance_finalize;

  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_running_balance_init (EqpRunningBalance *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (Month));
  g_array_set_clear_func (self->months, clear_month);
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
 * eqp_running_balance_find:
 * @self: the balances of a file
 * @line: the id of a line of the ledger
 * @date: its date
 * @counted: (out): whether it is in the balance: neither shared time nor direct contract, and given in the other institution; %FALSE for all
 *   lines of a month that cannot be read
 * @minutes: (out): the balance after it; 0 when it is not counted
 *
 * The balance of hours done, in minutes, of the lines of the same academic year up to and including @line, in the order of date, time of
 * beginning and id; positive when the rectorat owes them. The months before come from the sums that the file keeps, the lines of the
 * month are read once: of very many some at once, the others when the main loop is idle, one month after the other. "updated" is emitted when
 * all are there.
 *
 * Returns: whether the balance is known already
 */
gboolean
eqp_running_balance_find (EqpRunningBalance *self,
                          gint64             line,
                          EqpDate            date,
                          gboolean          *counted,
                          gint64            *minutes)
{
  const Month *month;

  g_return_val_if_fail (EQP_IS_RUNNING_BALANCE (self), FALSE);
  g_return_val_if_fail (date != EQP_DATE_NONE, FALSE);

  *counted = FALSE;
  *minutes = 0;
  month = find_month (self, date);
  if (month == NULL && self->idle == 0)
    month = begin_coming (self, date);
  if (month == NULL)
    return FALSE;
  look_up (month, line, counted, minutes);
  return TRUE;
}
