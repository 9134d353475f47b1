/* eqp-intervention-rules.h — what may be written on a line of the ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Each sets @field to the field at fault and @error to a sentence; those that read the file accept a record of no store. */
gboolean eqp_intervention_check_times (EqpRecord *record,
                                       guint     *field,
                                       GError   **error);
gboolean eqp_intervention_check_hours (EqpRecord *record,
                                       guint     *field,
                                       GError   **error);
gboolean eqp_intervention_check_counter_entry (EqpRecord *record,
                                               guint     *field,
                                               GError   **error);
gboolean eqp_intervention_check_share (EqpRecord *record,
                                       guint     *field,
                                       GError   **error);
gboolean eqp_intervention_check_lock (EqpRecord *record,
                                      guint     *field,
                                      GError   **error);
/* The sentence that refuses a locked line: certified, or else in the closed academic year of @date. */
void eqp_intervention_set_locked (EqpStore *store,
                                  EqpDate   date,
                                  gboolean  certified,
                                  GError  **error);

G_END_DECLS
