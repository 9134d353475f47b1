/* eqp-record-set.h — a set of records in a form: each with a remove button, and a chooser that adds one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Signal "changed". */
#define EQP_TYPE_RECORD_SET (eqp_record_set_get_type ())
G_DECLARE_FINAL_TYPE (EqpRecordSet, eqp_record_set, EQP, RECORD_SET, AdwPreferencesGroup)

/* @link: a link entity, whose field 0 is the owner and whose field 1 is what is in the set; @owner: 0 = a new one, with nothing in it. */
GtkWidget *eqp_record_set_new (EqpStore        *store,
                               const EqpEntity *link,
                               gint64           owner,
                               const char      *title);
/* (element-type gint64) borrowed */
GArray *eqp_record_set_get_ids (EqpRecordSet *self);

G_END_DECLS
