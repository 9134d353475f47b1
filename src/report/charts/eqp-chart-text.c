/* eqp-chart-text.c — a chart in words: its series, its items, the whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-text"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/eqp-duration.h"
#include "report/charts/eqp-chart-private.h"

static const char *const labels[EQP_N_SERIES] = {
  [EQP_SERIES_FC] = N_ ("FC by the university"),
  [EQP_SERIES_FI] = N_ ("FI by the rectorat"),
  [EQP_SERIES_CUMULATIVE] = N_ ("Cumulative balance"),
  [EQP_SERIES_FORECAST] = N_ ("Forecast"),
  [EQP_SERIES_TOLERANCE] = N_ ("Tolerance"),
  [EQP_SERIES_COMPARISON] = N_ ("Balance of another year"),
};

/* A month as the axis or a sentence names it: a date in words without its day and, on the axis, without its year. */
char *
_eqp_chart_dup_month (EqpDate     month,
                      EqpLanguage language,
                      gboolean    is_short)
{
  g_autofree char *date = is_short ? eqp_date_format (month + 1, language) : eqp_date_format_long (month + 1, language);
  const char      *start = date;

  /* Past “2”: a month's second day has no ordinal in any language. */
  start = strchr (start, '2');
  start = start != NULL ? g_utf8_next_char (start + 1) : date;
  return is_short && strrchr (start, ' ') != NULL ? g_strndup (start, (gsize)(strrchr (start, ' ') - start)) : g_strdup (start);
}

static char *
dup_signed (gint64      minutes,
            EqpLanguage language)
{
  g_autofree char *text = eqp_duration_format (minutes, language);

  return minutes > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/* “FC by the university (U)”: the side's letter, as its chip has it. */
char *
_eqp_chart_dup_legend (const EqpChartData *data,
                       EqpSeries           series)
{
  const char *label = eqp_chart_series_get_label (series, data->language);

  if (series == EQP_SERIES_FC)
    return g_strconcat (label, " (U)", NULL);
  if (series == EQP_SERIES_FI)
    return g_strconcat (label, " (R)", NULL);
  if (series == EQP_SERIES_COMPARISON && data->comparison_label != NULL)
    /* Translators: %s is an academic year, such as “2025–2026” */
    return g_strdup_printf (eqp_tr (data->language, "Balance of %s"), data->comparison_label);
  return g_strdup (label);
}

/* ---- items ---- */

/* A sentence that begins with a month: French months have no capital of their own. */
static char *
dup_capitalized (char *sentence)
{
  g_autofree char *text = sentence;
  char             first[8] = "";

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static char *
dup_bar_text (const EqpChartData *data,
              guint               index,
              EqpSeries           series)
{
  const EqpChartMonth *month = &data->months[index];
  EqpLanguage          language = data->language;
  gint64               minutes = series == EQP_SERIES_FC ? month->fc : month->fi;
  gint64               expected = series == EQP_SERIES_FC ? month->fc_expected : month->fi_expected;
  g_autofree char     *name = _eqp_chart_dup_month (month->month, language, FALSE);
  g_autofree char     *value = eqp_duration_format (minutes, language);
  g_autofree char     *coming = NULL;

  if (expected <= minutes || !EQP_CHART_SHOWS (data, EQP_SERIES_FORECAST))
    /* Translators: %1$s is a month, %2$s the name of a series such as “FC by the university”, %3$s hours */
    return g_strdup_printf (eqp_tr (language, "%1$s: %2$s %3$s"), name, eqp_chart_series_get_label (series, language), value);
  coming = eqp_duration_format (expected, language);
  /* Translators: %1$s is a month, %2$s the name of a series such as “FC by the university”, %3$s hours, %4$s the hours forecast */
  return g_strdup_printf (eqp_tr (language, "%1$s: %2$s %3$s, %4$s expected"), name, eqp_chart_series_get_label (series, language), value, coming);
}

static char *
dup_forecast_text (const EqpChartMonth *month,
                   EqpLanguage          language)
{
  g_autofree char *name = _eqp_chart_dup_month (month->month, language, FALSE);
  g_autofree char *value = dup_signed (month->expected, language);
  g_autofree char *low = dup_signed (month->low, language);
  g_autofree char *high = dup_signed (month->high, language);

  /* Translators: %1$s is a month, the others are hours */
  return g_strdup_printf (eqp_tr (language, "%1$s: balance expected %2$s, between %3$s and %4$s"), name, value, low, high);
}

static char *
dup_point_text (const EqpChartData *data,
                guint               index,
                EqpSeries           series)
{
  const EqpChartMonth *month = &data->months[index];
  g_autofree char     *name = NULL;
  g_autofree char     *label = NULL;
  g_autofree char     *value = NULL;

  if (series == EQP_SERIES_FORECAST)
    return dup_forecast_text (month, data->language);
  name = _eqp_chart_dup_month (month->month, data->language, FALSE);
  label = _eqp_chart_dup_legend (data, series);
  value = dup_signed (series == EQP_SERIES_COMPARISON ? month->comparison : month->cumulative, data->language);
  return g_strdup_printf (eqp_tr (data->language, "%1$s: %2$s %3$s"), name, label, value);
}

/* "October 2026: FC by the university 123 h 30, FI by the rectorat 98 h; balance +25 h 30", and where the year stands. */
static char *
dup_month_text (const EqpChartData *data,
                guint               index)
{
  const EqpChartMonth *month = &data->months[index];
  EqpLanguage          language = data->language;
  g_autofree char     *name = _eqp_chart_dup_month (month->month, language, FALSE);
  g_autofree char     *fc = eqp_duration_format (month->fc, language);
  g_autofree char     *fi = eqp_duration_format (month->fi, language);
  g_autofree char     *balance = dup_signed (month->fc - month->fi, language);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %1$s is a month, the others are hours */
  g_string_append_printf (text, eqp_tr (language, "%1$s: FC by the university %2$s, FI by the rectorat %3$s; balance %4$s"), name, fc, fi, balance);
  if (month->has_cumulative)
    {
      g_autofree char *cumulative = dup_signed (month->cumulative, language);

      /* Translators: goes on after “October: FC …, FI …; balance …”; %s are hours */
      g_string_append_printf (text, eqp_tr (language, "; cumulative balance %s"), cumulative);
    }
  if (month->has_expected && EQP_CHART_SHOWS (data, EQP_SERIES_FORECAST))
    {
      g_autofree char *expected = dup_signed (month->expected, language);

      /* Translators: goes on after “October: FC …, FI …; balance …”; %s are hours */
      g_string_append_printf (text, eqp_tr (language, "; expected at its end %s"), expected);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * eqp_chart_dup_item_text:
 * @data: the series of a chart
 * @item: an item of it, as eqp_chart_geometry_pick() returns
 *
 * What hovering, the keyboard's focus and a screen reader get of an item: its figures in words, in the chart's language.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for %EQP_CHART_ITEM_NONE or a month that is not there
 */
char *
eqp_chart_dup_item_text (const EqpChartData *data,
                         EqpChartItem        item)
{
  if (item.kind == EQP_CHART_ITEM_LEGEND && item.series < EQP_N_SERIES)
    {
      g_autofree char *label = _eqp_chart_dup_legend (data, item.series);

      /* Translators: %s is the name of a series of the chart */
      return g_strdup_printf (EQP_CHART_SHOWS (data, item.series) ? eqp_tr (data->language, "%s: shown") : eqp_tr (data->language, "%s: hidden"), label);
    }
  if (item.month >= data->n_months)
    return NULL;
  switch (item.kind)
    {
    case EQP_CHART_ITEM_BAR:
      return dup_capitalized (dup_bar_text (data, item.month, item.series));
    case EQP_CHART_ITEM_POINT:
      return dup_capitalized (dup_point_text (data, item.month, item.series));
    case EQP_CHART_ITEM_MONTH:
      return dup_capitalized (dup_month_text (data, item.month));
    case EQP_CHART_ITEM_LEGEND:
    case EQP_CHART_ITEM_NONE:
      break;
    }
  return NULL;
}

/* ---- the whole ---- */

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
describe_totals (const EqpChartData *data,
                 GString            *text)
{
  const EqpChartMonth *last = &data->months[data->n_months - 1];
  gint64               fc = 0;
  gint64               fi = 0;
  g_autofree char     *from = _eqp_chart_dup_month (data->months[0].month, data->language, FALSE);
  g_autofree char     *to = _eqp_chart_dup_month (last->month, data->language, FALSE);
  g_autofree char     *fc_text = NULL;
  g_autofree char     *fi_text = NULL;

  for (guint i = 0; i < data->n_months; i++)
    {
      fc += data->months[i].fc;
      fi += data->months[i].fi;
    }
  fc_text = eqp_duration_format (fc, data->language);
  fi_text = eqp_duration_format (fi, data->language);
  if (data->n_months == 1)
    /* Translators: %1$s is a month, the others are hours */
    append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Hours exchanged in %1$s: FC by the university %2$s, FI by the rectorat %3$s."), from, fc_text, fi_text));
  else
    /* Translators: %1$s and %2$s are months, the others are hours */
    append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Hours exchanged from %1$s to %2$s: FC by the university %3$s, FI by the rectorat %4$s."), from, to, fc_text, fi_text));
}

static void
describe_balance (const EqpChartData *data,
                  GString            *text)
{
  for (guint i = data->n_months; i-- > 0;)
    {
      const EqpChartMonth *month = &data->months[i];
      g_autofree char     *name = NULL;
      g_autofree char     *value = NULL;

      if (!month->has_cumulative)
        continue;
      name = _eqp_chart_dup_month (month->month, data->language, FALSE);
      value = dup_signed (month->cumulative, data->language);
      if (ABS (month->cumulative) <= data->tolerance)
        /* Translators: %1$s is a month, %2$s are hours */
        append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Balance in %1$s: %2$s, within the tolerance."), name, value));
      else if (month->cumulative > 0)
        /* Translators: %1$s is a month, %2$s are hours */
        append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Balance in %1$s: %2$s, which the rectorat owes the university."), name, value));
      else
        /* Translators: %1$s is a month, %2$s are hours */
        append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Balance in %1$s: %2$s, which the university owes the rectorat."), name, value));
      return;
    }
}

static void
describe_rest (const EqpChartData *data,
               GString            *text)
{
  const EqpChartMonth *last = &data->months[data->n_months - 1];

  if (last->has_expected)
    {
      g_autofree char *name = _eqp_chart_dup_month (last->month, data->language, FALSE);
      g_autofree char *value = dup_signed (last->expected, data->language);
      g_autofree char *low = dup_signed (last->low, data->language);
      g_autofree char *high = dup_signed (last->high, data->language);

      /* Translators: %1$s is a month, the others are hours */
      append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Forecast for the end of %1$s: %2$s, between %3$s and %4$s."), name, value, low, high));
    }
  if (data->tolerance > 0)
    {
      g_autofree char *value = eqp_duration_format (data->tolerance, data->language);

      /* Translators: %s are hours */
      append_sentence (text, g_strdup_printf (eqp_tr (data->language, "Tolerance: %s either way."), value));
    }
  if (last->has_comparison)
    {
      g_autofree char *label = _eqp_chart_dup_legend (data, EQP_SERIES_COMPARISON);
      g_autofree char *value = dup_signed (last->comparison, data->language);

      /* Translators: %1$s is such as “Balance of 2025–2026”, %2$s are hours */
      append_sentence (text, g_strdup_printf (eqp_tr (data->language, "%1$s at the same time: %2$s."), label, value));
    }
}

/**
 * eqp_chart_dup_description:
 * @data: the series of a chart
 *
 * The whole chart in a few sentences with its figures, in the chart's language: totals, balance and who owes it, forecast, tolerance,
 * the other year. It does not depend on which series are hidden.
 *
 * Returns: (transfer full): the text
 */
char *
eqp_chart_dup_description (const EqpChartData *data)
{
  GString *text;

  if (eqp_chart_data_is_empty (data))
    return g_strdup (eqp_tr (data->language, "No hours in this period."));
  text = g_string_new (NULL);
  describe_totals (data, text);
  describe_balance (data, text);
  describe_rest (data, text);
  return g_string_free (text, FALSE);
}

/**
 * eqp_chart_series_get_label:
 * @series: a series
 * @language: the reader's language
 *
 * Returns: (transfer none): its name
 */
const char *
eqp_chart_series_get_label (EqpSeries   series,
                            EqpLanguage language)
{
  g_return_val_if_fail (series < EQP_N_SERIES, "");

  return eqp_tr (language, labels[series]);
}
