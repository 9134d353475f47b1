/* eqp-query-model.h — a list model over a SELECT, for lists too long to hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Items are live records of one entity, fetched on demand in windows of 128, 64 of them held at most. Of a long list in an order that an
 * index has, only every 128th id is held (16 bytes); otherwise all are (8 bytes a row). Refreshed by the store's "changed" with exact
 * items_changed, but for rows of a long list that nobody looked at lately. Properties: "loading", "n-items". */
#define EQP_TYPE_QUERY_MODEL (eqp_query_model_get_type ())
G_DECLARE_FINAL_TYPE (EqpQueryModel, eqp_query_model, EQP, QUERY_MODEL, GObject)

EqpQueryModel *eqp_query_model_new (EqpStore        *store,
                                    const EqpEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
/* @where: (nullable) static SQL condition without parameters; @order: (nullable) static list of columns or expressions, with DESC or not. */
void eqp_query_model_set_where (EqpQueryModel *self,
                                const char    *where);
void eqp_query_model_set_order (EqpQueryModel *self,
                                const char    *order);
/* Only rows that match (see eqp_store_search()); "" = all. */
void eqp_query_model_set_search (EqpQueryModel *self,
                                 const char    *text);
int  eqp_query_model_find (EqpQueryModel *self,
                           gint64         id);

G_END_DECLS
