/* eqp-field-share.c — the one-third indicator: how much of initial training people from the field give */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-field-share"

#include "config.h"

#include "domain/exchanges/eqp-balance.h"

#include "base/eqp-duration.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance-private.h"

#include <glib/gi18n.h>

/* The units in force on some day of the academic year, in the order of the index that has their course. */
static const char potential_sql[] =
  "SELECT c.code, c.name_fr, c.name_en, u.hours FROM course c JOIN unit u ON u.course_id = c.id "
  "WHERE u.from_date <= ? AND (u.to_date = '' OR u.to_date >= ?) ORDER BY c.code";

static EqpFieldShareRow *
new_row (const char *code,
         const char *label)
{
  EqpFieldShareRow *row = g_new0 (EqpFieldShareRow, 1);

  row->code = g_strdup (code);
  row->label = g_strdup (label);
  return row;
}

static void
free_row (EqpFieldShareRow *row)
{
  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

/**
 * eqp_field_share_compute:
 * @row: with its potential and field minutes
 * @threshold: the share that is due, such as 1/3
 *
 * Says how many whole minutes are missing to the threshold, exactly: 15,000 h of 45,000 h reach a third, one minute less does not. A
 * potential of 0 is reached: nothing is due.
 */
void
eqp_field_share_compute (EqpFieldShareRow *row,
                         EqpFraction       threshold)
{
  gint64 due;

  g_return_if_fail (row != NULL);

  due = eqp_fraction_ceil (eqp_fraction_multiply (eqp_fraction_make (row->potential, 1), threshold));
  row->missing = MAX (0, due - row->field);
  row->reached = row->missing == 0;
}

/**
 * eqp_field_share_dup_missing:
 * @row: computed by eqp_field_share_compute()
 * @language: the reader's language
 *
 * Returns: (transfer full): the missing time for a sentence; minutes below one hour are spelt out: how little is missing may decide
 */
char *
eqp_field_share_dup_missing (const EqpFieldShareRow *row,
                             EqpLanguage             language)
{
  g_return_val_if_fail (row != NULL, NULL);

  if (row->missing >= 60)
    return eqp_duration_format (row->missing, language);
  return g_strdup_printf (eqp_tr_n (language, "%d minute", "%d minutes", (gulong)row->missing), (int)row->missing);
}

static EqpFieldShareRow *
take_course (EqpFieldShare *self,
             const char    *code,
             const char    *label)
{
  EqpFieldShareRow *row;

  for (guint i = 0; i < self->courses->len; i++)
    {
      row = g_ptr_array_index (self->courses, i);
      if (strcmp (row->code, code) == 0)
        return row;
    }
  row = new_row (code, label);
  g_ptr_array_add (self->courses, row);
  return row;
}

static gboolean
load_potential (EqpFieldShare *self,
                EqpStore      *store,
                EqpDate        first,
                EqpDate        last,
                EqpLanguage    language,
                GError       **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, potential_sql, "dd", last, first);
  EqpFieldShareRow *row = NULL;
  GError           *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    {
      const char *code = eqp_query_get_text (query, 0);
      const char *english = eqp_query_get_text (query, 2);

      if (row == NULL || strcmp (row->code, code) != 0)
        {
          row = new_row (code, language == EQP_LANGUAGE_EN && *english != '\0' ? english : eqp_query_get_text (query, 1));
          g_ptr_array_add (self->courses, row);
        }
      row->potential += eqp_query_get_integer (query, 3);
      self->total.potential += eqp_query_get_integer (query, 3);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* Field hours in a course that offers none are listed all the same, and so are those that name no unit. */
static gboolean
load_field (EqpFieldShare *self,
            EqpStore      *store,
            EqpDate        from,
            EqpDate        to,
            EqpLanguage    language,
            GError       **error)
{
  g_autoptr (EqpBalance) balance = eqp_balance_load (store, from, to, EQP_BY_COURSE, language, error);

  if (balance == NULL)
    return FALSE;
  self->total.field = balance->total.field.minutes[self->hours];
  self->total.direct = balance->total.field_direct.minutes[self->hours];
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const EqpBalanceRow *from_row = g_ptr_array_index (balance->rows, i);
      EqpFieldShareRow    *row;

      if (from_row->field.lines == 0)
        continue;
      row = take_course (self, from_row->key, from_row->label);
      row->field = from_row->field.minutes[self->hours];
      row->direct = from_row->field_direct.minutes[self->hours];
    }
  return TRUE;
}

/* What names no course comes last. */
static int
compare_courses (gconstpointer a,
                 gconstpointer b)
{
  const EqpFieldShareRow *first = *(const EqpFieldShareRow *const *)a;
  const EqpFieldShareRow *second = *(const EqpFieldShareRow *const *)b;
  int                     order = (*first->code == '\0') - (*second->code == '\0');

  return order != 0 ? order : strcmp (first->code, second->code);
}

static void
compute_all (EqpFieldShare *self)
{
  eqp_field_share_compute (&self->total, self->threshold);
  for (guint i = 0; i < self->courses->len; i++)
    eqp_field_share_compute (g_ptr_array_index (self->courses, i), self->threshold);
}

/**
 * eqp_field_share_load:
 * @store: an open file
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @hours: which of a line's four figures
 * @language: of the labels
 * @error: (out) (optional): #EqpStoreError
 *
 * The indicator of the academic year of @to: the potential is what the teaching units in force in that year offer; the field minutes are
 * those of initial training that the rectorat's people gave in the part of that year which lies in the period, with shared time and with
 * direct contracts, which are counted apart too (A8).
 *
 * Returns: (transfer full): the indicator, for the whole and by course, in minutes; %NULL with @error set
 */
EqpFieldShare *
eqp_field_share_load (EqpStore   *store,
                      EqpDate     from,
                      EqpDate     to,
                      EqpHours    hours,
                      EqpLanguage language,
                      GError    **error)
{
  g_autoptr (EqpFieldShare) self = NULL;
  EqpDate first, last;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (hours < EQP_N_HOURS, NULL);

  if (!_eqp_balance_close_period (store, &from, &to, error))
    return NULL;
  self = g_new0 (EqpFieldShare, 1);
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  self->year = eqp_pole_academic_year (store, to);
  self->hours = hours;
  self->threshold = eqp_exchange_get_fraction (store, EQP_PARAMETER_FIELD_SHARE, to);
  self->source = eqp_exchange_dup_parameter_source (store, EQP_PARAMETER_FIELD_SHARE, to);
  self->total.code = g_strdup ("");
  self->total.label = g_strdup (eqp_tr (language, N_ ("All courses")));
  eqp_pole_get_year_period (store, self->year, &first, &last);
  if (!load_potential (self, store, first, last, language, error) ||
      !load_field (self, store, MAX (from, first), MIN (to, last), language, error))
    return NULL;
  g_ptr_array_sort (self->courses, compare_courses);
  compute_all (self);
  return g_steal_pointer (&self);
}

/**
 * eqp_field_share_free:
 * @self: (nullable): an indicator
 */
void
eqp_field_share_free (EqpFieldShare *self)
{
  if (self == NULL)
    return;
  g_free (self->total.code);
  g_free (self->total.label);
  g_free (self->source);
  g_ptr_array_unref (self->courses);
  g_free (self);
}
