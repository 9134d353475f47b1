/* eqp-agenda.h — what is late, what is next, whose turn it is, for the whole Pôle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-calendar.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

/* ---- the engine: pure ---- */

typedef enum {
  EQP_STEP_TO_DO, /* waits for a blocking step before it */
  EQP_STEP_READY,
  EQP_STEP_LATE, /* ready, and past its due date */
  EQP_STEP_DONE,
  EQP_STEP_OUT_OF_ORDER, /* done before a blocking step before it was */
  EQP_STEP_WAIVED,       /* with a reason: the next ones need not wait */
} EqpStepState;

/* A step of a procedure and what is recorded of it. */
typedef struct
{
  const char *code;
  const char *anchor;
  int         delay;
  gboolean    working_days;
  gboolean    blocking;
  EqpDate     done;    /* EQP_DATE_NONE: not done, unless is_done */
  gboolean    is_done; /* done, on an unknown date when done is EQP_DATE_NONE */
  gboolean    is_waived;
} EqpStepInput;

typedef struct
{
  const char *name; /* "received", "start", "end" */
  EqpDate     date; /* EQP_DATE_NONE: not known yet */
} EqpAnchor;

typedef struct
{
  EqpStepState state;
  EqpDate      due; /* EQP_DATE_NONE: its anchor has no date yet, or the step has none */
  gboolean     done_late;
} EqpStepResult;

/* @results: one a step. A due date that falls on no working day stays (A13: no roll-over). An anchor "step:X" is the day X was done, else its due date. */
void        eqp_procedure_evaluate (const EqpStepInput *steps,
                                    guint               n_steps,
                                    const EqpAnchor    *anchors,
                                    guint               n_anchors,
                                    EqpDate             today,
                                    EqpRegion           region,
                                    EqpStepResult      *results);
const char *eqp_step_state_get_code (EqpStepState state); /* "to-do", "ready", "late", "done", "out-of-order", "waived" */
const char *eqp_step_state_get_label (EqpStepState state,
                                      EqpLanguage  language);
const char *eqp_step_role_get_label (const char *role,
                                     EqpLanguage language);

/* ---- one subject's procedure ---- */

typedef struct
{
  gint64       step; /* record ids; record: 0 when nothing is recorded */
  gint64       record;
  char        *code;
  char        *name_fr;
  char        *name_en;
  char        *role;
  char        *source;
  char        *evidence; /* what proves it; recorded: what did */
  char        *recorded;
  char        *waived; /* the reason */
  gint64       person; /* who did it, or whose turn it is: 0 when nobody is named */
  char        *person_name;
  EqpDate      done;
  EqpStepState state;
  EqpDate      due;
  gboolean     done_late;
} EqpProcedureStepView;

/* The procedure in force when the request was received, step by step. (element-type EqpProcedureStepView) */
GPtrArray *eqp_procedure_load_for_request (EqpStore  *store,
                                           EqpRecord *request,
                                           EqpDate    today,
                                           GError   **error) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an edit: records that @step was done on @date, or waived; EQP_DATE_NONE and NULL take the record away. */
gboolean eqp_procedure_record (EqpStore   *store,
                               gint64      request,
                               const char *step,
                               EqpDate     date,
                               gint64      person,
                               const char *evidence,
                               const char *waived,
                               GError    **error);

/* ---- the agenda ---- */

typedef struct
{
  EqpDate      due;  /* EQP_DATE_NONE: ready, without a date */
  int          days; /* late: positive; to come: negative or 0 */
  EqpStepState state;
  char        *subject_kind; /* "request" */
  char        *subject_code;
  char        *subject_title;
  char        *step_code;
  char        *step_fr;
  char        *step_en;
  char        *role;
  gint64       person;
  char        *person_code;
  char        *person_name;
  char        *address; /* for the window: "exchanges/D-2026-014" */
} EqpAgendaItem;

/* Ready and late steps due until @until (EQP_DATE_NONE: all), late first, then by date, subject, step. @late_only.
 * (element-type EqpAgendaItem) */
GPtrArray *eqp_agenda_load (EqpStore *store,
                            EqpDate   today,
                            EqpDate   until,
                            gboolean  late_only,
                            GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
