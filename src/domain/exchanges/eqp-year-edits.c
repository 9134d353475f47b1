/* eqp-year-edits.c — closing an academic year and opening it again, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-year-edits"

#include "config.h"

#include "domain/exchanges/eqp-exchange-edits-private.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-record-edits.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-year-closing.h"

#include <glib/gi18n.h>

static gboolean
has_lines (EqpStore *store,
           int       year,
           gboolean *found,
           GError  **error)
{
  g_autoptr (EqpQuery) query = NULL;
  EqpDate first, last;

  eqp_pole_get_year_period (store, year, &first, &last);
  query = eqp_store_query (store, error, "SELECT EXISTS (SELECT 1 FROM intervention WHERE date BETWEEN ? AND ?)", "dd", first, last);
  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *found = eqp_query_get_integer (query, 0) != 0;
  return TRUE;
}

/* Years are closed one after the other: what an open one would still carry over is not known. */
static gboolean
check_earlier_years (EqpStore *store,
                     int       year,
                     GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "SELECT min (date) FROM intervention", "");
  int earlier = year;

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  if (!eqp_query_is_null (query, 0))
    earlier = eqp_pole_academic_year (store, eqp_query_get_date (query, 0));
  g_clear_pointer (&query, eqp_query_free);
  for (; earlier < year; earlier++)
    {
      gboolean found = FALSE;

      if (eqp_year_is_closed (store, earlier))
        continue;
      if (!has_lines (store, earlier, &found, error))
        return FALSE;
      if (!found)
        continue;
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN,
                   /* Translators: the two calendar years of an academic year, as in 2026–2027. */
                   _ ("Close the academic year %d–%d first: it has lines and is still open."), earlier, earlier + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_year (EqpStore *store,
            int       year,
            EqpDate   date,
            GError  **error)
{
  if (!eqp_academic_year_check (year, error))
    return FALSE;
  if (eqp_year_is_closed (store, year))
    {
      _eqp_year_set_closed (year, error);
      return FALSE;
    }
  return _eqp_year_check_ended (store, year, date, error) && check_earlier_years (store, year, error);
}

static EqpRecord *
draft_closing (EqpStore *store,
               int       year,
               EqpDate   date,
               GError  **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_year_closing_entity);
  g_autoptr (EqpBalance) sums = NULL;
  g_autofree char *carry_over = NULL;
  gint64           carried = 0;
  gint64           balance;
  EqpDate          first, last;

  eqp_pole_get_year_period (store, year, &first, &last);
  sums = eqp_balance_load (store, first, last, EQP_BY_YEAR, EQP_LANGUAGE_EN, error);
  if (sums == NULL || !eqp_year_read_carried (store, year - 1, &carried, error))
    return NULL;
  balance = eqp_balance_row_get_minutes (&sums->total, EQP_HOURS_CERTIFIED);
  carry_over = eqp_exchange_dup_parameter (store, EQP_PARAMETER_CARRY_OVER, last);
  eqp_record_set_integer (draft, EQP_YEAR_CLOSING_YEAR, year);
  eqp_record_set_date (draft, EQP_YEAR_CLOSING_DATE, date);
  eqp_record_set_integer (draft, EQP_YEAR_CLOSING_BALANCE, balance);
  eqp_record_set_integer (draft, EQP_YEAR_CLOSING_CARRIED, strcmp (carry_over, "yes") == 0 ? carried + balance : 0);
  return g_steal_pointer (&draft);
}

static gboolean
save_closing (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  return eqp_store_save (store, user_data, error);
}

/**
 * eqp_year_close:
 * @store: the file
 * @year: an academic year: the calendar year in which it starts
 * @date: the day on which it is closed
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Makes the lines of @year final. Its certified balance, with what the year before handed on, is carried over unless the parameter
 * "carry-over" says no.
 *
 * Returns: whether it was closed; %FALSE with %EQP_INPUT_ERROR when it is closed already or has not ended, or an earlier year is open
 */
gboolean
eqp_year_close (EqpStore    *store,
                int          year,
                EqpDate      date,
                EqpMessage **label,
                GError     **error)
{
  g_autoptr (EqpRecord) draft = NULL;

  if (!check_year (store, year, date, error))
    return FALSE;
  draft = draft_closing (store, year, date, error);
  if (draft == NULL)
    return FALSE;
  /* Translators: {year} is an academic year, such as 2026–2027. */
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Closed the academic year {year}")), "year", draft), save_closing, draft, label, error);
}

static gboolean
delete_closing (EqpStore *store,
                gpointer  user_data,
                GError  **error)
{
  return eqp_store_delete (store, user_data, error);
}

/* The closing of @year, when no later one stands on it. */
static EqpRecord *
find_last_closing (EqpStore *store,
                   int       year,
                   GError  **error)
{
  g_autoptr (GPtrArray) closings = eqp_store_select (store, &eqp_year_closing_entity, error, "WHERE year >= ? ORDER BY year", "i", (gint64)year);
  gint64 later;

  if (closings == NULL)
    return NULL;
  if (closings->len == 0 || eqp_record_get_integer (closings->pdata[0], EQP_YEAR_CLOSING_YEAR) != year)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: the two calendar years of an academic year, as in 2026–2027. */
                   _ ("The academic year %d–%d is not closed."), year, year + 1);
      return NULL;
    }
  if (closings->len == 1)
    return g_object_ref (closings->pdata[0]);
  later = eqp_record_get_integer (closings->pdata[closings->len - 1], EQP_YEAR_CLOSING_YEAR);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN,
               /* Translators: the two calendar years of an academic year, as in 2026–2027. */
               _ ("Open the academic year %d–%d first: it was closed later."), (int)later, (int)later + 1);
  return NULL;
}

/**
 * eqp_year_reopen:
 * @store: the file
 * @year: a closed academic year: the calendar year in which it starts
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether its lines can be changed again, unless they are certified; %FALSE with %EQP_INPUT_ERROR when it is not closed, or a
 *   later year is
 */
gboolean
eqp_year_reopen (EqpStore    *store,
                 int          year,
                 EqpMessage **label,
                 GError     **error)
{
  g_autoptr (EqpRecord) closing = find_last_closing (store, year, error);

  if (closing == NULL)
    return FALSE;
  /* Translators: {year} is an academic year, such as 2026–2027. */
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Opened the academic year {year} again")), "year", closing),
                       delete_closing, closing, label, error);
}
