/* eqp-ledger-facts.h — what a line of the ledger says, as names and values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

void eqp_ledger_facts_show (GtkGrid   *grid,
                            EqpStore  *store,
                            EqpRecord *line);

G_END_DECLS
