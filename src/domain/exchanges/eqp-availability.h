/* eqp-availability.h — when a person can or cannot come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_AVAILABILITY_PERSON,
  EQP_AVAILABILITY_KIND,
  EQP_AVAILABILITY_WEEKDAY,
  EQP_AVAILABILITY_FROM_DATE,
  EQP_AVAILABILITY_TO_DATE,
  EQP_AVAILABILITY_REMARKS,
  EQP_AVAILABILITY_N_FIELDS,
} EqpAvailabilityField;

#define EQP_TYPE_AVAILABILITY (eqp_availability_get_type ())
G_DECLARE_FINAL_TYPE (EqpAvailability, eqp_availability, EQP, AVAILABILITY, EqpRecord)

extern const EqpEntity eqp_availability_entity;

/* When somebody said that they can come, or cannot. */
typedef struct
{
  gboolean available;
  gint64   weekday; /* 1: Monday … 7: Sunday; 0: every day */
  EqpDate  from;
  EqpDate  to;
} EqpAvailabilityPeriod;

/* Pure: "unavailable" forbids the days it covers; where "available" is said for a time, only its weekdays are left. */
gboolean eqp_availability_allows (const EqpAvailabilityPeriod *periods,
                                  guint                        n_periods,
                                  EqpDate                      day);
/* What is said of @from … @to by @person, 0: by everybody. (element-type gint64* GArray of EqpAvailabilityPeriod) */
GHashTable *eqp_availability_load (EqpStore *store,
                                   gint64    person,
                                   EqpDate   from,
                                   EqpDate   to,
                                   GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
