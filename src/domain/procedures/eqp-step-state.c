/* eqp-step-state.c — the procedure engine: when each step is due, and what state it is in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-step-state"

#include "config.h"

#include "domain/procedures/eqp-agenda.h"

#include <glib/gi18n.h>
#include <string.h>

#define STEP_PREFIX "step:"

typedef struct
{
  const EqpStepInput *steps;
  guint               n_steps;
  const EqpAnchor    *anchors;
  guint               n_anchors;
  EqpRegion           region;
} Evaluation;

static const struct
{
  const char *code;
  const char *label;
} states[] = {
  [EQP_STEP_TO_DO] = { "to-do", N_ ("Waiting") },
  [EQP_STEP_READY] = { "ready", N_ ("Ready") },
  [EQP_STEP_LATE] = { "late", N_ ("Late") },
  [EQP_STEP_DONE] = { "done", N_ ("Completed") },
  [EQP_STEP_OUT_OF_ORDER] = { "out-of-order", N_ ("Done out of order") },
  [EQP_STEP_WAIVED] = { "waived", N_ ("Waived") },
};

static gboolean
is_done (const EqpStepInput *step)
{
  return !step->is_waived && (step->is_done || step->done != EQP_DATE_NONE);
}

static EqpDate get_due (const Evaluation *self,
                        guint             index,
                        guint             depth);

/* @depth: how many anchors were followed; steps that wait for each other in a circle have no date. */
static EqpDate
get_anchor_date (const Evaluation *self,
                 const char       *anchor,
                 guint             depth)
{
  if (!g_str_has_prefix (anchor, STEP_PREFIX))
    {
      for (guint i = 0; i < self->n_anchors; i++)
        if (strcmp (self->anchors[i].name, anchor) == 0)
          return self->anchors[i].date;
      return EQP_DATE_NONE;
    }
  for (guint i = 0; i < self->n_steps && depth < self->n_steps; i++)
    if (strcmp (self->steps[i].code, anchor + strlen (STEP_PREFIX)) == 0)
      return is_done (&self->steps[i]) && self->steps[i].done != EQP_DATE_NONE ? self->steps[i].done : get_due (self, i, depth + 1);
  return EQP_DATE_NONE;
}

static EqpDate
get_due (const Evaluation *self,
         guint             index,
         guint             depth)
{
  const EqpStepInput *step = &self->steps[index];
  EqpDate             from = get_anchor_date (self, step->anchor, depth);

  if (from == EQP_DATE_NONE)
    return EQP_DATE_NONE;
  return step->working_days ? eqp_calendar_add_working_days (from, step->delay, self->region) : from + step->delay;
}

/* Whether a blocking step before @index was still open when it was done; where a date is not known, the order is trusted. */
static gboolean
is_out_of_order (const Evaluation *self,
                 guint             index)
{
  EqpDate done = self->steps[index].done;

  for (guint i = 0; i < index; i++)
    {
      const EqpStepInput *before = &self->steps[i];

      if (!before->blocking || before->is_waived)
        continue;
      if (!is_done (before) || (done != EQP_DATE_NONE && before->done > done))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_waiting (const Evaluation *self,
            guint             index)
{
  for (guint i = 0; i < index; i++)
    if (self->steps[i].blocking && !self->steps[i].is_waived && !is_done (&self->steps[i]))
      return TRUE;
  return FALSE;
}

static EqpStepState
get_state (const Evaluation *self,
           guint             index,
           EqpDate           due,
           EqpDate           today)
{
  const EqpStepInput *step = &self->steps[index];

  if (step->is_waived)
    return EQP_STEP_WAIVED;
  if (is_done (step))
    return is_out_of_order (self, index) ? EQP_STEP_OUT_OF_ORDER : EQP_STEP_DONE;
  if (is_waiting (self, index))
    return EQP_STEP_TO_DO;
  return due != EQP_DATE_NONE && today > due ? EQP_STEP_LATE : EQP_STEP_READY;
}

/**
 * eqp_procedure_evaluate:
 * @steps: (array length=n_steps): the steps of a procedure in their order, and what is recorded of each
 * @n_steps: how many
 * @anchors: (array length=n_anchors): the dates of the subject that delays are counted from
 * @n_anchors: how many
 * @today: the day of reference
 * @region: where working days are counted
 * @results: (out caller-allocates) (array length=n_steps): one a step
 *
 * Says of each step when it is due and what state it is in (DESIGN §7). The due day itself is not late, the day after it is. A due date
 * that falls on no working day stays where it is (A13). An anchor "step:X" is the day X was done, else the day it is due; an anchor that
 * is not known, or steps that wait for each other, give no date.
 */
void
eqp_procedure_evaluate (const EqpStepInput *steps,
                        guint               n_steps,
                        const EqpAnchor    *anchors,
                        guint               n_anchors,
                        EqpDate             today,
                        EqpRegion           region,
                        EqpStepResult      *results)
{
  Evaluation self = { steps, n_steps, anchors, n_anchors, region };

  for (guint i = 0; i < n_steps; i++)
    {
      EqpDate due = get_due (&self, i, 0);

      results[i].due = due;
      results[i].state = get_state (&self, i, due, today);
      results[i].done_late = is_done (&steps[i]) && due != EQP_DATE_NONE && steps[i].done > due;
    }
}

/**
 * eqp_step_state_get_code:
 * @state: a state
 *
 * Returns: (transfer none): its word for programs: "to-do", "ready", "late", "done", "out-of-order" or "waived"
 */
const char *
eqp_step_state_get_code (EqpStepState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state].code;
}

/**
 * eqp_step_state_get_label:
 * @state: a state
 * @language: the reader's language
 *
 * Returns: (transfer none): its name
 */
const char *
eqp_step_state_get_label (EqpStepState state,
                          EqpLanguage  language)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return eqp_tr (language, states[state].label);
}
