/* eqp-gauge-row.h — a figure of the exchanges on the home page: a bar, a sentence, and the way to the balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchanges/eqp-balance-figures.h"

G_BEGIN_DECLS

#define EQP_TYPE_GAUGE_ROW (eqp_gauge_row_get_type ())
G_DECLARE_FINAL_TYPE (EqpGaugeRow, eqp_gauge_row, EQP, GAUGE_ROW, AdwActionRow)

typedef enum {
  EQP_GAUGE_BALANCE,     /* who owes whom, of the academic year at hand */
  EQP_GAUGE_FIELD_SHARE, /* the one-third indicator */
} EqpGauge;

GtkWidget *eqp_gauge_row_new (EqpGauge gauge);
/* @figures: (nullable): of the academic year at hand. Hides itself without them and while there is nothing to count. */
void eqp_gauge_row_show (EqpGaugeRow             *self,
                         const EqpBalanceFigures *figures);

G_END_DECLS
