/* eqp-candidate-row.h — a record among matches: its title, its side and institution, a note */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

#define EQP_TYPE_CANDIDATE_ROW (eqp_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (EqpCandidateRow, eqp_candidate_row, EQP, CANDIDATE_ROW, GtkListBoxRow)

/* @note: (nullable) */
GtkWidget *eqp_candidate_row_new (EqpRecord  *record,
                                  const char *note);
/* Another record in its place: while somebody types, the rows stay and only their texts change. */
void   eqp_candidate_row_set_record (EqpCandidateRow *self,
                                     EqpRecord       *record,
                                     const char      *note);
gint64 eqp_candidate_row_get_id (EqpCandidateRow *self);

G_END_DECLS
