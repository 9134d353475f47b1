/* eqp-procedure-private.h — procedures as plain values: what one subject's steps and the agenda both start from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/procedures/eqp-agenda.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id;
  int      state; /* the request's state of the same code; -1: a step that is no state */
  char    *code;
  char    *name_fr;
  char    *name_en;
  char    *role;
  char    *anchor;
  char    *evidence;
  char    *source;
  int      delay;
  gboolean working_days;
  gboolean blocking;
} EqpStepDefinition;

typedef struct
{
  gint64     id;
  EqpDate    from;
  EqpDate    to;
  GPtrArray *steps; /* (element-type EqpStepDefinition) in their order */
} EqpProcedureDefinition;

/* What the engine needs to know of a request. */
typedef struct
{
  int     state;
  EqpDate received;
  EqpDate start;
  EqpDate end;
} EqpRequestDates;

/* Of requests, the newest first. (element-type EqpProcedureDefinition) */
GPtrArray *_eqp_procedures_load (EqpStore *store,
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the one in force on @date */
const EqpProcedureDefinition *_eqp_procedures_find (GPtrArray *procedures,
                                                    EqpDate    date);
int                           _eqp_procedure_find_step (const EqpProcedureDefinition *self,
                                                        gint64                        step);
int                           _eqp_request_state_from_code (const char *code);
gboolean                      _eqp_request_state_is_open (int state);
/* Nothing recorded yet; @inputs: as many as the procedure has steps. */
void _eqp_procedure_fill_inputs (const EqpProcedureDefinition *self,
                                 EqpStepInput                 *inputs);
/* What is recorded of a step: done, on an unknown date when @date is EQP_DATE_NONE, or waived. */
void _eqp_step_input_record (EqpStepInput *input,
                             EqpDate       date,
                             gboolean      is_waived);
/* After what is recorded was put into @inputs: what the request's state says of the others, then the engine. */
void _eqp_procedure_evaluate (const EqpProcedureDefinition *self,
                              const EqpRequestDates        *request,
                              EqpStepInput                 *inputs,
                              EqpDate                       today,
                              EqpRegion                     region,
                              EqpStepResult                *results);

/* The people on the lines of a request. */
typedef struct
{
  gint64 person; /* 0: several */
  char  *code;   /* "" of several */
  char  *names;  /* with a comma between */
} EqpSpeakers;

/* Of several requests, "[1,2]": id → EqpSpeakers. */
GHashTable *_eqp_speakers_load (EqpStore   *store,
                                const char *requests,
                                EqpLanguage language,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
