/* eqp-balance-gauge.h — a bar from one end to another, with a mark: the threshold, or zero */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EQP_TYPE_BALANCE_GAUGE (eqp_balance_gauge_get_type ())
G_DECLARE_FINAL_TYPE (EqpBalanceGauge, eqp_balance_gauge, EQP, BALANCE_GAUGE, GtkWidget)

GtkWidget *eqp_balance_gauge_new (void);
/* All between 0 and 1. @from, @to: the ends of the filled part; @mark: where the mark stands. @css_class: (nullable) of the filled part, "university",
 * "rectorat", "reached" or "missing"; @description: the figures in words, for who cannot see the bar. */
void eqp_balance_gauge_set (EqpBalanceGauge *self,
                            double           from,
                            double           to,
                            double           mark,
                            const char      *css_class,
                            const char      *description);

G_END_DECLS
