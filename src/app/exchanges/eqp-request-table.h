/* eqp-request-table.h — the requests as a table of five columns, sorted by any of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-request-filter.h"
#include "app/exchanges/eqp-request-late.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Property "request" (EqpRecord, nullable, notify): the one that is selected. */
#define EQP_TYPE_REQUEST_TABLE (eqp_request_table_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestTable, eqp_request_table, EQP, REQUEST_TABLE, AdwBin)

void eqp_request_table_load (EqpRequestTable *self,
                             EqpStore        *store,
                             EqpRequestLate  *late);
void eqp_request_table_set_filter (EqpRequestTable        *self,
                                   const EqpRequestFilter *filter,
                                   const char             *search);
/* 0: none. FALSE when the filter hides it. */
gboolean eqp_request_table_select (EqpRequestTable *self,
                                   gint64           request);
guint    eqp_request_table_count (EqpRequestTable *self);

G_END_DECLS
