/* eqp-record-form.h — an editor made from a field table: one row a field, checked while typing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Shows and edits @draft in place. Signal "changed" after each edit of a row; property "problem" (string, nullable, notify): the sentence
 * about the first row that somebody touched and that cannot be saved. */
#define EQP_TYPE_RECORD_FORM (eqp_record_form_get_type ())
G_DECLARE_FINAL_TYPE (EqpRecordForm, eqp_record_form, EQP, RECORD_FORM, AdwPreferencesGroup)

/* @fields: the fields to show, in order, ended by -1; NULL = all of them. */
GtkWidget *eqp_record_form_new (EqpStore  *store,
                                EqpRecord *draft,
                                const int *fields);
EqpRecord *eqp_record_form_get_draft (EqpRecordForm *self);
/* TRUE if the draft may be saved; else the row at fault shows the sentence and gets the focus. */
gboolean eqp_record_form_check (EqpRecordForm *self);

G_END_DECLS
