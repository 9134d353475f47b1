/* eqp-agenda-list.h — steps of procedures, by date or by person; each row a link to what it is a step of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Property "coming" (boolean): what is due from today on; otherwise what is late, or somebody's turn without a date. */
#define EQP_TYPE_AGENDA_LIST (eqp_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpAgendaList, eqp_agenda_list, EQP, AGENDA_LIST, AdwBin)

/* @items: (element-type EqpAgendaItem) of @store, in their order. */
void     eqp_agenda_list_show (EqpAgendaList *self,
                               EqpStore      *store,
                               GPtrArray     *items,
                               gboolean       by_person);
gboolean eqp_agenda_list_is_empty (EqpAgendaList *self);

G_END_DECLS
