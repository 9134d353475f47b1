/* eqp-history-list.h — entries of the journal in words, the newest first, of the file or of one record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-journal.h"

G_BEGIN_DECLS

/* A list of entries; each opens on its changes (old → new) and can be undone alone. Refreshes itself. Property "entry" (int64, notify): the
 * entry that is selected. */
#define EQP_TYPE_HISTORY_LIST (eqp_history_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpHistoryList, eqp_history_list, EQP, HISTORY_LIST, AdwBin)

/* @entity, @row: (nullable), 0: the whole file. */
void eqp_history_list_set_record (EqpHistoryList  *self,
                                  EqpStore        *store,
                                  const EqpEntity *entity,
                                  gint64           row);
/* Folded text that the sentence must match, author, period; "" and EQP_DATE_NONE = any. */
void     eqp_history_list_set_filter (EqpHistoryList *self,
                                      const char     *text,
                                      const char     *author,
                                      EqpDate         since,
                                      EqpDate         until);
gboolean eqp_history_list_select (EqpHistoryList *self,
                                  gint64          entry);
gint64   eqp_history_list_get_entry (EqpHistoryList *self);

G_END_DECLS
