/* eqp-request-column.h — one state on the board: its name, how many requests it has, the first of them as cards */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchanges/eqp-request-card.h"

G_BEGIN_DECLS

/* Shows at most 50 cards and says how many more there are; that leads to the table. Cards of other columns can be dropped on it. */
#define EQP_TYPE_REQUEST_COLUMN (eqp_request_column_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestColumn, eqp_request_column, EQP, REQUEST_COLUMN, AdwBin)

#define EQP_REQUEST_COLUMN_CARDS 50

GtkWidget *eqp_request_column_new (guint state);
void       eqp_request_column_load (EqpRequestColumn *self,
                                    EqpStore         *store,
                                    EqpRequestLate   *late);
/* @condition: SQL, see eqp_request_filter_dup_condition(). */
void  eqp_request_column_set_filter (EqpRequestColumn *self,
                                     const char       *condition,
                                     const char       *search);
guint eqp_request_column_get_state (EqpRequestColumn *self);
guint eqp_request_column_get_n_requests (EqpRequestColumn *self);
/* The card at @index, or the last one; NULL in an empty column. */
GtkWidget *eqp_request_column_get_card (EqpRequestColumn *self,
                                        guint             index);
GtkWidget *eqp_request_column_find_card (EqpRequestColumn *self,
                                         gint64            request);

G_END_DECLS
