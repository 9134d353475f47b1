/* eqp-intervention-home.h — where the person of a line belonged on its date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Both inside an edit only. The home of a draft that is not locked: of its person on its date; a counter-entry has its line's. */
gboolean eqp_intervention_set_home (EqpRecord *draft,
                                    EqpStore  *store,
                                    GError   **error);
/* After an affiliation of @person changed: the homes of the lines that are not locked. */
gboolean eqp_intervention_follow_person (EqpStore *store,
                                         gint64    person,
                                         GError  **error);
/* Whether the row of the file is certified or in a closed year; @date: (out) (optional) its date there, EQP_DATE_NONE for a new record. */
gboolean eqp_intervention_read_lock (EqpStore *store,
                                     gint64    id,
                                     EqpDate  *date,
                                     gboolean *certified,
                                     gboolean *closed,
                                     GError  **error);

G_END_DECLS
