/* eqp-forecast-private.h — what the files of the forecast share. Private to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-forecast.h"

G_BEGIN_DECLS

EqpForecastRequest *_eqp_forecast_request_new (const char *code) G_GNUC_WARN_UNUSED_RESULT;
void                _eqp_forecast_request_free (EqpForecastRequest *request);
/* @field: what is done up to now of the indicator; what is expected of initial training comes on top. Takes its strings over. */
void _eqp_forecast_set_field (EqpForecast      *self,
                              EqpFieldShareRow *field,
                              EqpFraction       threshold);

G_END_DECLS
