/* eqp-exchange-chart.h — a forecast (and another year beside it) as the series of a chart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-forecast.h"
#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

/* Owns its months. */
typedef struct
{
  EqpChartData data;
  char        *comparison_label;
} EqpExchangeChart;

/* @other: (nullable) the year to compare with. @from_month, @n_months: a zoom, 0 and 12 for the whole year. */
EqpExchangeChart *eqp_exchange_chart_new (EqpForecast *forecast,
                                          EqpForecast *other,
                                          gint64       tolerance,
                                          guint        from_month,
                                          guint        n_months,
                                          EqpLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
void              eqp_exchange_chart_free (EqpExchangeChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpExchangeChart, eqp_exchange_chart_free)

G_END_DECLS
