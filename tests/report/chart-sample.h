/* chart-sample.h — made-up series for the tests of charts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

#define CHART_SAMPLE_MOST 120

typedef struct
{
  EqpChartMonth months[CHART_SAMPLE_MOST];
  EqpChartData  data;
} ChartSample;

/* @n_known: months that are past or at hand; the last of them has a forecast too. @sign: 1, or -1 for balances that sink below zero. */
void chart_sample_init (ChartSample *self,
                        guint        n_months,
                        guint        n_known,
                        int          sign,
                        EqpLanguage  language);

G_END_DECLS
