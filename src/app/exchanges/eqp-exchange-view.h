/* eqp-exchange-view.h — what the views of the page “Exchanges” share: requests, ledger, balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

/* One tab of the page, which is a page itself: the outer one is a thin shell. It builds a view when that is first visited, hands commands,
 * search and addresses on to the view in sight, and takes its record and its commands from it. The session is not there yet in init. A
 * template with a bound direct child calls adw_bin_set_child (self, NULL) before gtk_widget_dispose_template(). */
#define EQP_TYPE_EXCHANGE_VIEW (eqp_exchange_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpExchangeView, eqp_exchange_view, EQP, EXCHANGE_VIEW, EqpPage)

struct _EqpExchangeViewClass
{
  EqpPageClass parent_class;

  /* The ledger alone: lists the lines that fulfil @condition under the heading @title, until somebody takes the filter away. */
  void (*show_lines) (EqpExchangeView *self,
                      const char      *condition,
                      const char      *title);
};

/* From any widget of the page: opens the ledger on the lines that fulfil @condition, SQL over the columns of "intervention" without
 * parameters, as for eqp_query_model_set_where(); @title says in words which lines these are. (Action "exchanges.lines", (ss).) */
void eqp_exchange_view_open_lines (GtkWidget  *widget,
                                   const char *condition,
                                   const char *title);

/* Called by the page. */
void eqp_exchange_view_show_lines (EqpExchangeView *self,
                                   const char      *condition,
                                   const char      *title);

G_END_DECLS
