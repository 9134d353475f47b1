/* eqp-balance-export.h — the balance in sight as a report (PDF, ODT) or its breakdown as a table (CSV) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-balance-desk.h"

G_BEGIN_DECLS

void eqp_balance_print (EqpBalanceDesk *desk);
/* Asks for a name. */
void eqp_balance_export (EqpBalanceDesk *desk);
/* The same once it is known: by its end ".csv", ".odt", ".pdf". */
gboolean eqp_balance_export_as (EqpBalanceDesk *desk,
                                const char     *path,
                                GError        **error);

G_END_DECLS
