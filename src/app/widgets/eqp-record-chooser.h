/* eqp-record-chooser.h — choosing a record by typing two letters of it; always the same widget */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* A button that shows the chosen record and opens a popover with a search entry and the matches (people: side, institution, note). Property
 * "record-id" (int64, 0 = none, notify), "allow-none" (boolean), "allow-new" (boolean: last row "New person…"). */
#define EQP_TYPE_RECORD_CHOOSER (eqp_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EqpRecordChooser, eqp_record_chooser, EQP, RECORD_CHOOSER, AdwBin)

/* One line about a candidate that the search cannot know: "already sits as teacher". (transfer full) (nullable) */
typedef char *(*EqpChooserNoteFunc) (gint64   id,
                                     gpointer user_data);

GtkWidget *eqp_record_chooser_new (EqpStore        *store,
                                   const EqpEntity *entity);
gint64     eqp_record_chooser_get_id (EqpRecordChooser *self);
void       eqp_record_chooser_set_id (EqpRecordChooser *self,
                                      gint64            id);
void       eqp_record_chooser_set_note (EqpRecordChooser  *self,
                                        EqpChooserNoteFunc func,
                                        gpointer           user_data,
                                        GDestroyNotify     destroy);
/* Clauses as for eqp_store_select(), to offer fewer: ids (element-type gint64), NULL = all. */
void eqp_record_chooser_set_among (EqpRecordChooser *self,
                                   GArray           *ids);

G_END_DECLS
