/* eqp-query-model.h — a list model over a SELECT, for lists too long to hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Items are live records of one entity, fetched on demand; the ids are held (8 bytes a row), the rows in windows of 128,
 * 64 of them at most. Refreshed by the store's "changed" with exact items_changed. Properties: "loading", "n-items". */
#define EQP_TYPE_QUERY_MODEL (eqp_query_model_get_type ())
G_DECLARE_FINAL_TYPE (EqpQueryModel, eqp_query_model, EQP, QUERY_MODEL, GObject)

EqpQueryModel *eqp_query_model_new (EqpStore        *store,
                                    const EqpEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
/* @where: (nullable) static SQL condition without parameters; @order: (nullable) static list of columns. */
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
