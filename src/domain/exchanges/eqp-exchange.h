/* eqp-exchange.h — the words that every part of the exchanges shares: direction, state, breakdown, dated parameters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-duration.h"
#include "base/eqp-fraction.h"
#include "domain/bodies/eqp-snapshot.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_TRAINING_FC, /* continuing training: the university's people give it for the rectorat */
  EQP_TRAINING_FI, /* initial training: the rectorat's people give it for the university */
  EQP_N_TRAININGS,
} EqpTraining;

/* Which of a line's four figures is added up: each stands by itself. */
typedef enum {
  EQP_HOURS_REQUESTED,
  EQP_HOURS_PLANNED,
  EQP_HOURS_DONE,
  EQP_HOURS_CERTIFIED,
  EQP_N_HOURS,
} EqpHours;

typedef enum {
  EQP_BY_MONTH,      /* key "2026-10" */
  EQP_BY_TERM,       /* "2026-T1": the academic year's first calendar year and the term */
  EQP_BY_YEAR,       /* "2026": academic year */
  EQP_BY_DISCIPLINE, /* the person's first discipline */
  EQP_BY_SCHEME,     /* codes; "" for lines that name none */
  EQP_BY_COURSE,
  EQP_BY_INSTITUTION, /* of the university's side: it gives in FC (home) and receives in FI (host) */
  EQP_BY_PERSON,
  EQP_N_BREAKDOWNS,
} EqpBreakdown;

const char *eqp_training_get_code (EqpTraining training); /* "FC", "FI" */
const char *eqp_training_get_label (EqpTraining training,
                                    EqpLanguage language);
const char *eqp_hours_get_code (EqpHours hours); /* "requested" … */
const char *eqp_hours_get_label (EqpHours    hours,
                                 EqpLanguage language);
gboolean    eqp_hours_from_code (const char *code,
                                 EqpHours   *hours);
const char *eqp_breakdown_get_code (EqpBreakdown breakdown); /* "month" … */
const char *eqp_breakdown_get_label (EqpBreakdown breakdown,
                                     EqpLanguage  language);
gboolean    eqp_breakdown_from_code (const char   *code,
                                     EqpBreakdown *breakdown);

/* Dated parameters of the exchanges (T-06): rows of the table "parameter" under the statute EQP_EXCHANGE_STATUTE; a default, with its source,
 * stands in the program for files that have none. */
#define EQP_EXCHANGE_STATUTE "POLE"
#define EQP_PARAMETER_TOLERANCE "balance-tolerance"   /* duration, default 0 */
#define EQP_PARAMETER_FIELD_SHARE "field-share"       /* fraction, default 1/3 */
#define EQP_PARAMETER_REQUEST_DAYS "request-days"     /* calendar days before an unprocessed request is overdue, default 15 */
#define EQP_PARAMETER_SCHEMES "schemes-expected"      /* default 17 (G-05) */
#define EQP_PARAMETER_CARRY_OVER "carry-over"         /* "yes": a closed year's balance opens the next */
#define EQP_PARAMETER_REFERENCE_FC "reference-fc"     /* duration, default 2000h */
#define EQP_PARAMETER_REFERENCE_FI "reference-fi"     /* duration, default 2000h */
#define EQP_PARAMETER_TERMS "terms"                   /* first days of the terms, "09-01;01-01;04-01" */
#define EQP_PARAMETER_HETD_LECTURE "hetd-lecture"     /* fraction, default 3/2 (REFERENCE) */
#define EQP_PARAMETER_HETD_PRACTICAL "hetd-practical" /* fraction, default 1 */

char *eqp_exchange_dup_parameter (EqpStore   *store,
                                  const char *name,
                                  EqpDate     date);
/* The sentence that the value comes from; never NULL. */
char       *eqp_exchange_dup_parameter_source (EqpStore   *store,
                                               const char *name,
                                               EqpDate     date);
gint64      eqp_exchange_get_duration (EqpStore   *store,
                                       const char *name,
                                       EqpDate     date);
gint64      eqp_exchange_get_number (EqpStore   *store,
                                     const char *name,
                                     EqpDate     date);
EqpFraction eqp_exchange_get_fraction (EqpStore   *store,
                                       const char *name,
                                       EqpDate     date);

G_END_DECLS
