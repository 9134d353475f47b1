/* eqp-exchange-view.c — what the views of the page “Exchanges” share: requests, ledger, balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-view"

#include "config.h"

#include "app/exchanges/eqp-exchange-view.h"

G_DEFINE_ABSTRACT_TYPE (EqpExchangeView, eqp_exchange_view, EQP_TYPE_PAGE)

static void
eqp_exchange_view_class_init (EqpExchangeViewClass *klass)
{
}

static void
eqp_exchange_view_init (EqpExchangeView *self)
{
}

void
eqp_exchange_view_open_lines (GtkWidget  *widget,
                              const char *condition,
                              const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "exchanges.lines", "(ss)", condition, title);
}

void
eqp_exchange_view_show_lines (EqpExchangeView *self,
                              const char      *condition,
                              const char      *title)
{
  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));

  if (EQP_EXCHANGE_VIEW_GET_CLASS (self)->show_lines != NULL)
    EQP_EXCHANGE_VIEW_GET_CLASS (self)->show_lines (self, condition, title);
}
