/* eqp-duration.h — durations in whole minutes and times of the day: what people type, what they read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-language.h"

G_BEGIN_DECLS

/* "7h30", "7 h 30", "7:30", "7,5", "7.5", "-2h", "450min", "2 h 15 min"; a number alone is hours. What is no whole number of minutes,
 * or more than 100,000 hours, is refused (EQP_INPUT_ERROR_INVALID). */
gboolean eqp_duration_parse (const char *text,
                             gint64     *minutes,
                             GError    **error);
/* For a reader: "1 234 h 30" or "1,234 h 30", "45 min" below one hour, "0 h", "−12 h". No-break spaces inside. */
char *eqp_duration_format (gint64      minutes,
                           EqpLanguage language);
/* As typed and exported: "7h30", "12h", "-2h", "0h45". Read back by eqp_duration_parse(). */
char *eqp_duration_dup_plain (gint64 minutes);

/* Minutes after midnight: "9h", "9:30", "09h30", "24:00". */
gboolean eqp_time_parse (const char *text,
                         gint64     *minutes,
                         GError    **error);
char    *eqp_time_format (gint64 minutes); /* "09:30" in both languages */

G_END_DECLS
