/* eqp-exchange-edits-private.h — steps that edits of requests and of the ledger share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange-edits.h"

G_BEGIN_DECLS

/* A duration for a placeholder, as either language writes it. */
EqpMessage *_eqp_message_duration (EqpMessage *self,
                                   const char *name,
                                   gint64      minutes);
/* Inside an edit: saves a line; a new one gets a code if it has none, and shared time if its person holds a shared post on its date. */
gboolean _eqp_ledger_save_line (EqpStore  *store,
                                EqpRecord *draft,
                                GError   **error);
/* Whether @year has ended on @date; only then it can be closed. */
gboolean _eqp_year_check_ended (EqpStore *store,
                                int       year,
                                EqpDate   date,
                                GError  **error);
/* The sentence that refuses to close @year once more. */
void _eqp_year_set_closed (int      year,
                           GError **error);

G_END_DECLS
