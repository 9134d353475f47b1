/* eqp-pole.h — the domain as a whole: its schema, its entities, a new file's reference data, the file's settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-calendar.h"
#include "domain/bodies/eqp-snapshot.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

const EqpSchema *eqp_pole_get_schema (void);
/* By table name or by the CLI's KIND ("people", "institutions", "bodies" …); NULL when unknown. */
const EqpEntity *eqp_pole_find_entity (const char *name);

/* Settings of the file (entity "setting"): name, default. Dates of the academic year etc. */
#define EQP_SETTING_POLE_NAME "pole-name"
#define EQP_SETTING_UNIVERSITY_NAME "university-name" /* letterhead, left */
#define EQP_SETTING_RECTORAT_NAME "rectorat-name"     /* letterhead, right */
#define EQP_SETTING_YEAR_START "academic-year-start"  /* "09-01" (A7) */
#define EQP_SETTING_INCLUSIVE "inclusive-style"       /* "median" directeur·rice | "both" directeur ou directrice | "masculine" (C-33) */
#define EQP_SETTING_REGION "region"                   /* "metropole": public holidays (T-02) */
#define EQP_SETTING_HOLIDAY_ZONE "holiday-zone"       /* "A", "B", "C" or an academy: school holidays; "": none */
char    *eqp_pole_dup_setting (EqpStore   *store,
                               const char *name); /* never NULL: the default when unset */
gboolean eqp_pole_set_setting (EqpStore   *store,
                               const char *name,
                               const char *value,
                               GError    **error);
int      eqp_pole_academic_year (EqpStore *store,
                                 EqpDate   date);
/* The first and last day of the academic year that starts in the calendar year @year. */
void      eqp_pole_get_year_period (EqpStore *store,
                                    int       year,
                                    EqpDate  *first,
                                    EqpDate  *last);
EqpRegion eqp_pole_get_region (EqpStore *store);
/* The folder that holds reference/ and sample/: EQUIPOLE_DATADIR, else where it was installed. */
char *eqp_pole_dup_data_file (const char *folder,
                              const char *file);

G_END_DECLS
