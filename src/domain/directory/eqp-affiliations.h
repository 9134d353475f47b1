/* eqp-affiliations.h — where a person belongs on a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* NULL without error when the person has no affiliation on the date. */
EqpRecord *eqp_person_find_affiliation (EqpStore *store,
                                        gint64    person,
                                        EqpDate   date,
                                        GError  **error) G_GNUC_WARN_UNUSED_RESULT;
/* All of them, the newest first. (element-type EqpAffiliation) */
GPtrArray *eqp_person_list_affiliations (EqpStore *store,
                                         gint64    person,
                                         GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
