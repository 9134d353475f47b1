/* eqp-days-off.h — days on which nobody is there: weekends, public holidays, school holidays of the file's zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-calendar.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

/* A, B, C, and the academies that have a calendar of their own. */
guint       eqp_school_zone_count (void);
const char *eqp_school_zone_get (guint index);
gboolean    eqp_school_zone_check (const char *zone,
                                   GError    **error);

typedef struct _EqpDaysOff EqpDaysOff;

/* Of the region and the zone that the file's settings name. */
EqpDaysOff *eqp_days_off_load (EqpStore *store,
                               GError  **error) G_GNUC_WARN_UNUSED_RESULT;
void        eqp_days_off_free (EqpDaysOff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpDaysOff, eqp_days_off_free)

gboolean eqp_days_off_has (EqpDaysOff *self,
                           EqpDate     date);
/* The last day on or before @date that is not off. */
EqpDate eqp_days_off_get_previous (EqpDaysOff *self,
                                   EqpDate     date);
/* Beside a due date on a day off (A13): why, and the last working day before it; NULL on any other day. */
char *eqp_days_off_dup_hint (EqpDaysOff *self,
                             EqpDate     date,
                             EqpLanguage language);

G_END_DECLS
