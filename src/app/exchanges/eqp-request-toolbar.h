/* eqp-request-toolbar.h — search and filters of the requests, and the choice between board and table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-request-filter.h"
#include "app/exchanges/eqp-request-late.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "changed" () whenever something else is to be listed, or in another way. */
#define EQP_TYPE_REQUEST_TOOLBAR (eqp_request_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestToolbar, eqp_request_toolbar, EQP, REQUEST_TOOLBAR, AdwBin)

void eqp_request_toolbar_load (EqpRequestToolbar *self,
                               EqpStore          *store,
                               EqpRequestLate    *late);
/* @filter: (out) its strings stay the toolbar's, until it changes. */
void        eqp_request_toolbar_get_filter (EqpRequestToolbar *self,
                                            EqpRequestFilter  *filter);
const char *eqp_request_toolbar_get_search (EqpRequestToolbar *self);
gboolean    eqp_request_toolbar_is_table (EqpRequestToolbar *self);
/* The table of everything in one state; the other filters stay. */
void eqp_request_toolbar_show_state (EqpRequestToolbar *self,
                                     const char        *state);
void eqp_request_toolbar_focus_search (EqpRequestToolbar *self);
/* Typing anywhere in @widget searches. */
void eqp_request_toolbar_capture (EqpRequestToolbar *self,
                                  GtkWidget         *widget);

G_END_DECLS
