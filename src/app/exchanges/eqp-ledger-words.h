/* eqp-ledger-words.h — a line of the ledger in the words of the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* "12 Oct 2026, 09:00–12:00" */
char *eqp_ledger_dup_when (EqpRecord *line);
/* "FI · UE-12 – Didactics · subject" */
char *eqp_ledger_dup_what (EqpRecord *line);
/* The furthest of the four figures; "3 h planned" when it is not yet done. "—" for nothing. */
char    *eqp_ledger_dup_hours (EqpRecord *line);
gboolean eqp_ledger_get_hours (EqpRecord *line,
                               EqpHours  *hours,
                               gint64    *minutes);
/* "direct contract · counter-entry"; "" for an ordinary line. */
char *eqp_ledger_dup_flags (EqpRecord *line);
/* The field of one of the four figures. */
guint eqp_ledger_get_field (EqpHours hours);
/* "2026–2027" */
char *eqp_ledger_dup_year (int year);

G_END_DECLS
