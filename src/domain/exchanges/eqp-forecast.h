/* eqp-forecast.h — where the balance will stand on the last day of the academic year, and by which method */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

/* One month of the two directions, as the chart draws it. Cumulative values are balances since the year's first day, carry-over included. */
typedef struct
{
  EqpDate  month; /* its first day */
  gint64   done[EQP_N_TRAININGS];
  gint64   planned[EQP_N_TRAININGS];  /* planned and not yet done */
  gint64   expected[EQP_N_TRAININGS]; /* forecast of the month: done + to come */
  gint64   low[EQP_N_TRAININGS];
  gint64   high[EQP_N_TRAININGS];
  gint64   cumulative; /* of what is done: balance at the month's end; meaningful while is_past */
  gint64   cumulative_expected;
  gint64   cumulative_low;
  gint64   cumulative_high;
  gboolean is_past; /* the month ended, or is today's */
} EqpForecastMonth;

typedef enum {
  EQP_METHOD_PLANNED_ONLY, /* no past year to learn from: what is planned and asked for, nothing else */
  EQP_METHOD_SEASONAL,     /* past years' share of each month of what is known on this day */
} EqpForecastMethod;

/* An open request, as what-if sees it: minutes not yet on a line. */
typedef struct
{
  gint64      request;
  char       *code;
  char       *subject;
  EqpTraining training;
  EqpDate     month; /* when: its start, else the middle of what is left of the year */
  gint64      minutes;
  gboolean    accepted;
} EqpForecastRequest;

typedef struct
{
  int               year;
  EqpDate           first;
  EqpDate           last; /* 31 August, as the year's start says */
  EqpDate           today;
  EqpForecastMethod method;
  guint             past_years; /* complete years the seasonality comes from */
  gint64            carried;    /* from the year before, when closed */
  GPtrArray        *months;     /* EqpForecastMonth, 12 */
  GPtrArray        *requests;   /* EqpForecastRequest, by code */
  gint64            balance;    /* expected on the last day */
  gint64            low;
  gint64            high;
  EqpFieldShareRow  field; /* expected on the last day */
  EqpFraction       threshold;
  /* What the method rests on: minutes that the past years had done by this day, and over the whole year; 0 and 0: they tell nothing. */
  gint64   usual_part[EQP_N_TRAININGS];
  gint64   usual_whole[EQP_N_TRAININGS];
  gboolean is_early[EQP_N_TRAININGS]; /* too little is usually done by this day to tell this year's pace */
} EqpForecast;

/* What the pure function reads. */
typedef struct
{
  EqpDate first;
  EqpDate today;
  gint64  carried;
  /* 12 months each: minutes done, and planned but not done, in the year at hand */
  gint64 done[12][EQP_N_TRAININGS];
  gint64 planned[12][EQP_N_TRAININGS];
  /* complete past years, the last one first: minutes done by month */
  const gint64 (*past)[12][EQP_N_TRAININGS];
  guint n_past;
} EqpForecastInput;

/* Pure. @requests: (element-type EqpForecastRequest) those accepted count. */
EqpForecast *eqp_forecast_compute (const EqpForecastInput *input,
                                   GPtrArray              *requests) G_GNUC_WARN_UNUSED_RESULT;
/* @accepted: (nullable) codes of the requests ticked; NULL-terminated. An unknown or closed one is EQP_INPUT_ERROR_UNKNOWN. */
EqpForecast *eqp_forecast_load (EqpStore          *store,
                                EqpDate            today,
                                const char *const *accepted,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same figures with other requests ticked: no reading. */
void eqp_forecast_accept (EqpForecast       *self,
                          const char *const *accepted);
/* The method in one paragraph, with its figures, for beside the curve. */
char *eqp_forecast_dup_method (EqpForecast *self,
                               EqpLanguage  language);
void  eqp_forecast_free (EqpForecast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpForecast, eqp_forecast_free)

G_END_DECLS
