/* eqp-balance-chart.h — the chart of the balance with what belongs to it: another year beside it, its figures as a table, its method */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/exchanges/eqp-forecast.h"

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_CHART (eqp_balance_chart_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceChart, eqp_balance_chart, EQP, BALANCE_CHART, AdwBin)

/* @first_month, @n_months: the part of the year shown. */
void eqp_balance_chart_load (EqpBalanceChart *self,
                             EqpStore        *store,
                             EqpForecast     *forecast,
                             gint64           tolerance,
                             guint            first_month,
                             guint            n_months);
/* The same forecast with other requests ticked. */
void eqp_balance_chart_refresh (EqpBalanceChart *self);

/* A forecast of @year: as it stands today, of a past year as it ended. */
EqpForecast *eqp_balance_load_forecast (EqpStore *store,
                                        int       year,
                                        GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
