/* eqp-date.h — calendar dates: parsing what people type, printing what they read, academic years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-language.h"

G_BEGIN_DECLS

/* A day as GDate's Julian day number; EQP_DATE_NONE (0) stands for "no date" (an open end). */
typedef gint32 EqpDate;

#define EQP_DATE_NONE 0
#define EQP_DATE_ISO_SIZE 11

EqpDate     eqp_date_from_ymd (int year,
                               int month,
                               int day);
void        eqp_date_get_ymd (EqpDate date,
                              int    *year,
                              int    *month,
                              int    *day);
EqpDate     eqp_date_today (void);
EqpDate     eqp_date_from_iso (const char *text);
char       *eqp_date_to_iso (EqpDate date,
                             char    buffer[EQP_DATE_ISO_SIZE]);
char       *eqp_date_dup_iso (EqpDate date);
gboolean    eqp_date_parse (const char *text,
                            EqpDate    *date,
                            GError    **error);
gboolean    eqp_date_parse_typed (const char *text,
                                  EqpDate     reference,
                                  EqpDate    *date,
                                  GError    **error);
EqpDate     eqp_date_add_months (EqpDate date,
                                 int     months);
char       *eqp_date_format (EqpDate     date,
                             EqpLanguage language);
char       *eqp_date_format_long (EqpDate     date,
                                  EqpLanguage language);
char       *eqp_date_format_period (EqpDate     from,
                                    EqpDate     to,
                                    EqpLanguage language);
char       *eqp_date_format_instant (gint64      instant_us,
                                     EqpLanguage language);
const char *eqp_date_get_weekday_name (gint64      weekday,
                                       EqpLanguage language);
gboolean    eqp_date_is_within (EqpDate date,
                                EqpDate from,
                                EqpDate to);
int         eqp_academic_year (EqpDate date,
                               int     start_month,
                               int     start_day);

G_END_DECLS
