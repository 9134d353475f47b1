/* eqp-calendar.h — French public holidays, computed, and working days */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-date.h"

G_BEGIN_DECLS

/* Where the law adds days of its own. */
typedef enum {
  EQP_REGION_METROPOLE,
  EQP_REGION_ALSACE_MOSELLE, /* Good Friday, 26 December */
  EQP_REGION_GUADELOUPE,     /* 27 May */
  EQP_REGION_MARTINIQUE,     /* 22 May */
  EQP_REGION_GUYANE,         /* 10 June */
  EQP_REGION_REUNION,        /* 20 December */
  EQP_REGION_MAYOTTE,        /* 27 April */
  EQP_N_REGIONS,
} EqpRegion;

const char *eqp_region_get_code (EqpRegion region); /* "metropole", "alsace-moselle" … */
const char *eqp_region_get_label (EqpRegion   region,
                                  EqpLanguage language);
EqpRegion   eqp_region_from_code (const char *code); /* metropole when unknown */

EqpDate eqp_calendar_easter (int year);
/* The holiday's name as a msgid, NULL on an ordinary day. */
const char *eqp_calendar_get_holiday (EqpDate   date,
                                      EqpRegion region);
/* Monday to Friday, no public holiday. */
gboolean eqp_calendar_is_working_day (EqpDate   date,
                                      EqpRegion region);
/* @days working days after @date (before it when negative); 0: @date itself. */
EqpDate eqp_calendar_add_working_days (EqpDate   date,
                                       int       days,
                                       EqpRegion region);
/* The last working day on or before @date (A13). */
EqpDate eqp_calendar_previous_working_day (EqpDate   date,
                                           EqpRegion region);

G_END_DECLS
