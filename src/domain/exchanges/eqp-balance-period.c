/* eqp-balance-period.c — the months, terms and academic years into which figures break down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance"

#include "config.h"

#include "domain/exchanges/eqp-balance-private.h"

#include "domain/eqp-pole.h"
#include "domain/eqp-setting.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define MAX_TERMS 12
#define DEFAULT_TERMS "09-01;01-01;04-01"

/* The first days of the terms; with the first term begins another year of terms. */
typedef struct
{
  guint n;
  struct
  {
    int month;
    int day;
  } starts[MAX_TERMS];
} EqpTerms;

gboolean
_eqp_breakdown_is_period (EqpBreakdown by)
{
  return by == EQP_BY_MONTH || by == EQP_BY_TERM || by == EQP_BY_YEAR;
}

void
_eqp_period_free (EqpPeriod *period)
{
  g_free (period->key);
  g_free (period->label);
  g_free (period);
}

/* @term: terms->n is the first term of the next year. */
static EqpDate
get_term_start (const EqpTerms *terms,
                int             year,
                guint           term)
{
  guint   i = term % terms->n;
  int     month = terms->starts[i].month;
  int     day = terms->starts[i].day;
  int     first = terms->starts[0].month * 100 + terms->starts[0].day;
  EqpDate date;

  if (term >= terms->n || month * 100 + day < first)
    year++;
  date = eqp_date_from_ymd (year, month, day);
  return date != EQP_DATE_NONE ? date : eqp_date_from_ymd (year, month, 28); /* 29 February */
}

static gboolean
parse_terms (const char *text,
             EqpTerms   *terms)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  terms->n = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i == MAX_TERMS || !eqp_setting_parse_day (g_strstrip (parts[i]), &terms->starts[i].month, &terms->starts[i].day))
        return FALSE;
      terms->n = i + 1;
    }
  for (guint i = 0; i < terms->n; i++)
    if (get_term_start (terms, 2001, i) >= get_term_start (terms, 2001, i + 1))
      return FALSE;
  return terms->n > 0;
}

static void
load_terms (EqpStore *store,
            EqpDate   date,
            EqpTerms *terms)
{
  g_autofree char *value = eqp_exchange_dup_parameter (store, EQP_PARAMETER_TERMS, date);

  if (!parse_terms (value, terms))
    parse_terms (DEFAULT_TERMS, terms);
}

static void
add_period (GPtrArray *periods,
            char      *key,
            char      *label,
            EqpDate    from,
            EqpDate    to)
{
  EqpPeriod *period = g_new (EqpPeriod, 1);

  *period = (EqpPeriod){ key, label, from, to };
  g_ptr_array_add (periods, period);
}

/* A date as tables show it, without its day: "oct. 2026". */
static char *
dup_month_label (EqpDate     month,
                 EqpLanguage language)
{
  g_autofree char *date = eqp_date_format (month, language);
  const char      *p = date;

  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return g_strdup (*p != '\0' ? g_utf8_next_char (p) : date);
}

static void
add_months (GPtrArray  *periods,
            EqpDate     from,
            EqpDate     to,
            EqpLanguage language)
{
  for (EqpDate month = _eqp_month_start (from), next; month != EQP_DATE_NONE && month <= to; month = next)
    {
      int y, m;

      next = eqp_date_add_months (month, 1);
      eqp_date_get_ymd (month, &y, &m, NULL);
      add_period (periods, g_strdup_printf ("%04d-%02d", y, m), dup_month_label (month, language), month, month + g_date_get_days_in_month (m, y) - 1);
    }
}

static void
add_terms (GPtrArray      *periods,
           const EqpTerms *terms,
           EqpDate         from,
           EqpDate         to,
           EqpLanguage     language)
{
  int first = eqp_academic_year (from, terms->starts[0].month, terms->starts[0].day);

  for (int year = first; get_term_start (terms, year, 0) != EQP_DATE_NONE && get_term_start (terms, year, 0) <= to; year++)
    for (guint i = 0; i < terms->n; i++)
      {
        EqpDate start = get_term_start (terms, year, i);
        EqpDate end = get_term_start (terms, year, i + 1) - 1;

        if (end >= from && start <= to)
          add_period (periods, g_strdup_printf ("%d-T%u", year, i + 1),
                      /* Translators: a term of an academic year: its number, then the two calendar years. */
                      g_strdup_printf (eqp_tr (language, N_ ("Term %1$u of %2$d–%3$d")), i + 1, year, year + 1), start, end);
      }
}

static void
add_years (GPtrArray *periods,
           EqpStore  *store,
           EqpDate    from,
           EqpDate    to)
{
  int last = eqp_pole_academic_year (store, to);

  for (int year = eqp_pole_academic_year (store, from); year <= last; year++)
    {
      EqpDate start, end;

      eqp_pole_get_year_period (store, year, &start, &end);
      add_period (periods, g_strdup_printf ("%d", year), g_strdup_printf ("%d–%d", year, year + 1), start, end);
    }
}

GPtrArray *
_eqp_period_list (EqpStore    *store,
                  EqpBreakdown by,
                  EqpDate      from,
                  EqpDate      to,
                  EqpDate      as_of,
                  EqpLanguage  language)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func ((GDestroyNotify)_eqp_period_free);
  EqpTerms   terms;

  if (by == EQP_BY_MONTH)
    add_months (periods, from, to, language);
  else if (by == EQP_BY_YEAR)
    add_years (periods, store, from, to);
  else
    {
      load_terms (store, as_of, &terms);
      add_terms (periods, &terms, from, to, language);
    }
  return periods;
}

/**
 * eqp_balance_list_terms:
 * @store: a store
 * @from: a day
 * @to: a day, on which the terms are what they are
 *
 * Lists the first days of the terms that begin from @from to @to, such as an academic year: the parameter %EQP_PARAMETER_TERMS, or its default
 * when it cannot be read.
 *
 * Returns: (transfer full) (element-type EqpDate): ascending
 */
GArray *
eqp_balance_list_terms (EqpStore *store,
                        EqpDate   from,
                        EqpDate   to)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (EqpDate));
  g_autoptr (GPtrArray) periods = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store), starts);

  periods = _eqp_period_list (store, EQP_BY_TERM, from, to, to, EQP_LANGUAGE_EN);
  for (guint i = 0; i < periods->len; i++)
    {
      const EqpPeriod *period = g_ptr_array_index (periods, i);

      if (period->from >= from)
        g_array_append_val (starts, period->from);
    }
  return starts;
}

gboolean
_eqp_period_find (EqpStore    *store,
                  EqpBreakdown by,
                  const char  *key,
                  EqpDate      as_of,
                  EqpDate     *from,
                  EqpDate     *to)
{
  g_autoptr (GPtrArray) periods = NULL;
  int     year = 0;
  int     month = 1;
  EqpDate start;

  if (sscanf (key, by == EQP_BY_MONTH ? "%d-%d" : "%d", &year, &month) < 1)
    return FALSE;
  /* Two years hold any period of the academic year that starts in the first of them. */
  start = eqp_date_from_ymd (year, by == EQP_BY_MONTH ? month : 1, 1);
  if (start == EQP_DATE_NONE)
    return FALSE;
  periods = _eqp_period_list (store, by, start, by == EQP_BY_MONTH ? start : eqp_date_add_months (start, 24) - 1, as_of, EQP_LANGUAGE_EN);
  for (guint i = 0; i < periods->len; i++)
    {
      const EqpPeriod *period = g_ptr_array_index (periods, i);

      if (strcmp (period->key, key) != 0)
        continue;
      *from = period->from;
      *to = period->to;
      return TRUE;
    }
  return FALSE;
}
