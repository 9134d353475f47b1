/* eqp-exchange-view.h — what the views of the page “Exchanges” share: requests, ledger, balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

/* One tab of the page. The page is a thin shell: it builds a view when it is first visited, hands commands, search and addresses on to the
 * view in sight, and takes its record and its commands from it. A template with a bound direct child calls adw_bin_set_child (self, NULL)
 * before gtk_widget_dispose_template(). */
#define EQP_TYPE_EXCHANGE_VIEW (eqp_exchange_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpExchangeView, eqp_exchange_view, EQP, EXCHANGE_VIEW, AdwBin)

struct _EqpExchangeViewClass
{
  AdwBinClass parent_class;

  /* Builds the view for its session; called once. The session is not there yet in init. */
  void (*load) (EqpExchangeView *self);
  /* Selects the record that @code names; "" = whatever the view shows by itself. FALSE: there is no such record. */
  gboolean (*show_record) (EqpExchangeView *self,
                           const char      *code);
  gboolean (*can) (EqpExchangeView *self,
                   EqpCommand       command);
  void (*run) (EqpExchangeView *self,
               EqpCommand       command);
  /* Moves the focus into the view's own search entry. */
  void (*search) (EqpExchangeView *self);
  /* The ledger alone: lists the lines that fulfil @condition under the heading @title, until somebody takes the filter away. */
  void (*show_lines) (EqpExchangeView *self,
                      const char      *condition,
                      const char      *title);
};

/* ---- for a view ---- */

EqpSession *eqp_exchange_view_get_session (EqpExchangeView *self); /* (nullable) before load */
EqpStore   *eqp_exchange_view_get_store (EqpExchangeView *self);
/* The code of what the view shows now ("" = nothing in particular): a view sets it whenever its selection changes. */
const char *eqp_exchange_view_get_record (EqpExchangeView *self);
void        eqp_exchange_view_set_record (EqpExchangeView *self,
                                          const char      *code);
/* Tells the page that can() may answer differently now. */
void eqp_exchange_view_commands_changed (EqpExchangeView *self);

/* From any widget of the page: opens the ledger on the lines that fulfil @condition, SQL over the columns of "intervention" without
 * parameters, as for eqp_query_model_set_where(); @title says in words which lines these are. (Action "exchanges.lines", (ss).) */
void eqp_exchange_view_open_lines (GtkWidget  *widget,
                                   const char *condition,
                                   const char *title);

/* ---- called by the page ---- */

void     eqp_exchange_view_load (EqpExchangeView *self,
                                 EqpSession      *session);
gboolean eqp_exchange_view_show_record (EqpExchangeView *self,
                                        const char      *code);
gboolean eqp_exchange_view_can (EqpExchangeView *self,
                                EqpCommand       command);
void     eqp_exchange_view_run (EqpExchangeView *self,
                                EqpCommand       command);
void     eqp_exchange_view_search (EqpExchangeView *self);
void     eqp_exchange_view_show_lines (EqpExchangeView *self,
                                       const char      *condition,
                                       const char      *title);

G_END_DECLS
