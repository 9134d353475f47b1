/* eqp-ledger-actions.h — what can be done with the lines of the ledger: actions "ledger.*" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-ledger-desk.h"

G_BEGIN_DECLS

void eqp_ledger_actions_install (GtkWidgetClass *widget_class);
void eqp_ledger_actions_update (EqpLedgerDesk *self);
void eqp_ledger_actions_delete (EqpLedgerDesk *self);
/* The statement of the person whose line is selected. */
void eqp_ledger_actions_print (EqpLedgerDesk *self);
void eqp_ledger_actions_export (EqpLedgerDesk *self);

G_END_DECLS
