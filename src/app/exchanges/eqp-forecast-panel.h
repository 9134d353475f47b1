/* eqp-forecast-panel.h — what if these requests were accepted: tick them and see balance and one-third move */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/exchanges/eqp-forecast.h"

G_BEGIN_DECLS

/* Signal "changed" () after the forecast that it shows was computed with other requests. */
#define EQP_TYPE_FORECAST_PANEL (eqp_forecast_panel_get_type ())
G_DECLARE_FINAL_TYPE (EqpForecastPanel, eqp_forecast_panel, EQP, FORECAST_PANEL, AdwBin)

/* @forecast: (nullable) borrowed; what was ticked in the one before stays so. */
void eqp_forecast_panel_show (EqpForecastPanel *self,
                              EqpForecast      *forecast,
                              gint64            tolerance);

G_END_DECLS
