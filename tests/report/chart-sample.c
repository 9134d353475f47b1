/* chart-sample.c — made-up series for the tests of charts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-sample.h"

/* Hours of each month of a year that begins in September. */
static const int fc_hours[] = { 120, 310, 280, 190, 240, 330, 290, 210, 180, 120, 20, 0 };
static const int fi_hours[] = { 40, 220, 260, 150, 330, 250, 240, 180, 230, 150, 40, 5 };

static void
make_month (EqpChartMonth *month,
            guint          index,
            guint          n_known,
            int            sign,
            gint64        *balance)
{
  gint64 fc = fc_hours[index % 12] * 60 + 30;
  gint64 fi = fi_hours[index % 12] * 60 + 15;
  guint  ahead = index + 2 - MIN (index + 1, n_known);

  *balance += sign * (fc - fi) + (sign < 0 ? -6000 : 0);
  month->month = eqp_date_add_months (eqp_date_from_ymd (2026, 9, 1), (int)index);
  month->fc = index < n_known ? fc : 0;
  month->fi = index < n_known ? fi : 0;
  month->fc_expected = fc;
  month->fi_expected = fi;
  month->has_cumulative = index < n_known;
  month->cumulative = *balance;
  if (index + 1 == n_known)
    {
      month->fc = fc / 2;
      month->fi = fi / 3;
    }
  month->has_expected = index + 1 >= n_known;
  month->expected = *balance;
  month->low = *balance - 500 * ahead;
  month->high = *balance + 700 * ahead;
  month->has_comparison = TRUE;
  month->comparison = (gint64)(index % 12) * 540 - (gint64)(index % 5) * 1200;
}

void
chart_sample_init (ChartSample *self,
                   guint        n_months,
                   guint        n_known,
                   int          sign,
                   EqpLanguage  language)
{
  gint64 balance = 0;

  g_assert_cmpuint (n_months, <=, CHART_SAMPLE_MOST);
  *self = (ChartSample){ 0 };
  for (guint i = 0; i < n_months; i++)
    make_month (&self->months[i], i, n_known, sign, &balance);
  self->data = (EqpChartData){
    .language = language,
    .months = self->months,
    .n_months = n_months,
    .tolerance = 50 * 60,
    .comparison_label = "2025–2026",
  };
}
