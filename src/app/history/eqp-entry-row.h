/* eqp-entry-row.h — one entry of the journal: what, when, who; opened, old → new and "Undo this" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-journal.h"

G_BEGIN_DECLS

#define EQP_TYPE_ENTRY_ROW (eqp_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (EqpEntryRow, eqp_entry_row, EQP, ENTRY_ROW, AdwExpanderRow)

GtkWidget *eqp_entry_row_new (EqpStore *store,
                              EqpEntry *entry);
gint64     eqp_entry_row_get_id (EqpEntryRow *self);

G_END_DECLS
