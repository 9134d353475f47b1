/* eqp-procedure-definition.c — procedures as plain values, and what a request's state says of their steps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedure"

#include "config.h"

#include "domain/procedures/eqp-procedure-private.h"

#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-request.h"

#include <string.h>

#define REFUSED (EQP_REQUEST_N_STATES - 1)
#define CLOSED (EQP_REQUEST_N_STATES - 2)

static const char sql_steps[] =
  "SELECT p.id, p.from_date, p.to_date, s.id, s.code, s.name_fr, s.name_en, s.role, s.anchor, s.delay, s.days, s.evidence, s.blocking, s.source"
  " FROM procedure p JOIN procedure_step s ON s.procedure_id = p.id WHERE p.subject = 'request'"
  " ORDER BY p.from_date DESC, p.code DESC, s.position, s.code";
static const char sql_speakers[] =
  "SELECT DISTINCT i.request_id, p.id, p.code, p.civility, p.given_name, p.family_name"
  " FROM json_each (?) AS r JOIN intervention i ON i.request_id = r.value JOIN person p ON p.id = i.person_id"
  " ORDER BY i.request_id, p.family_name, p.given_name, p.id";

static void
free_step (gpointer data)
{
  EqpStepDefinition *step = data;

  g_free (step->code);
  g_free (step->name_fr);
  g_free (step->name_en);
  g_free (step->role);
  g_free (step->anchor);
  g_free (step->evidence);
  g_free (step->source);
  g_free (step);
}

static void
free_procedure (gpointer data)
{
  g_ptr_array_unref (((EqpProcedureDefinition *)data)->steps);
  g_free (data);
}

static EqpStepDefinition *
read_step (EqpQuery *query)
{
  EqpStepDefinition *step = g_new0 (EqpStepDefinition, 1);

  step->id = eqp_query_get_integer (query, 3);
  step->code = g_strdup (eqp_query_get_text (query, 4));
  step->state = _eqp_request_state_from_code (step->code);
  step->name_fr = g_strdup (eqp_query_get_text (query, 5));
  step->name_en = g_strdup (eqp_query_get_text (query, 6));
  step->role = g_strdup (eqp_query_get_text (query, 7));
  step->anchor = g_strdup (eqp_query_get_text (query, 8));
  step->delay = (int)eqp_query_get_integer (query, 9);
  step->working_days = strcmp (eqp_query_get_text (query, 10), "working") == 0;
  step->evidence = g_strdup (eqp_query_get_text (query, 11));
  step->blocking = eqp_query_get_integer (query, 12) != 0;
  step->source = g_strdup (eqp_query_get_text (query, 13));
  return step;
}

GPtrArray *
_eqp_procedures_load (EqpStore *store,
                      GError  **error)
{
  g_autoptr (GPtrArray) procedures = g_ptr_array_new_with_free_func (free_procedure);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, sql_steps, NULL);
  EqpProcedureDefinition *procedure = NULL;
  GError                 *failure = NULL;

  if (query == NULL)
    return NULL;
  while (eqp_query_next (query, &failure))
    {
      if (procedure == NULL || procedure->id != eqp_query_get_integer (query, 0))
        {
          procedure = g_new0 (EqpProcedureDefinition, 1);
          procedure->id = eqp_query_get_integer (query, 0);
          procedure->from = eqp_query_get_date (query, 1);
          procedure->to = eqp_query_get_date (query, 2);
          procedure->steps = g_ptr_array_new_with_free_func (free_step);
          g_ptr_array_add (procedures, procedure);
        }
      g_ptr_array_add (procedure->steps, read_step (query));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&procedures);
}

const EqpProcedureDefinition *
_eqp_procedures_find (GPtrArray *procedures,
                      EqpDate    date)
{
  for (guint i = 0; i < procedures->len; i++)
    {
      const EqpProcedureDefinition *procedure = g_ptr_array_index (procedures, i);

      if (eqp_date_is_within (date, procedure->from, procedure->to))
        return procedure;
    }
  return NULL;
}

int
_eqp_procedure_find_step (const EqpProcedureDefinition *self,
                          gint64                        step)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (((const EqpStepDefinition *)g_ptr_array_index (self->steps, i))->id == step)
      return (int)i;
  return -1;
}

int
_eqp_request_state_from_code (const char *code)
{
  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    if (strcmp (eqp_request_get_state_code (i), code) == 0)
      return (int)i;
  return -1;
}

gboolean
_eqp_request_state_is_open (int state)
{
  return state != REFUSED && state != CLOSED;
}

void
_eqp_procedure_fill_inputs (const EqpProcedureDefinition *self,
                            EqpStepInput                 *inputs)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const EqpStepDefinition *step = g_ptr_array_index (self->steps, i);

      inputs[i] = (EqpStepInput){ .code = step->code,
                                  .anchor = step->anchor,
                                  .delay = step->delay,
                                  .working_days = step->working_days,
                                  .blocking = step->blocking };
    }
}

void
_eqp_step_input_record (EqpStepInput *input,
                        EqpDate       date,
                        gboolean      is_waived)
{
  input->is_waived = is_waived;
  input->is_done = !is_waived;
  input->done = is_waived ? EQP_DATE_NONE : date;
}

/* A request that was imported is where its state says, on unknown dates; one that came to its end waits for nothing more. */
static void
apply_state (const EqpProcedureDefinition *self,
             const EqpRequestDates        *request,
             EqpStepInput                 *inputs)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const EqpStepDefinition *step = g_ptr_array_index (self->steps, i);

      if (inputs[i].is_done || inputs[i].is_waived)
        continue;
      if (step->state == 0 || (request->state != REFUSED && step->state >= 0 && step->state <= request->state))
        inputs[i].is_done = TRUE;
      else if (!_eqp_request_state_is_open (request->state))
        inputs[i].is_waived = TRUE;
      if (step->state == 0 && inputs[i].is_done)
        inputs[i].done = request->received;
    }
}

void
_eqp_procedure_evaluate (const EqpProcedureDefinition *self,
                         const EqpRequestDates        *request,
                         EqpStepInput                 *inputs,
                         EqpDate                       today,
                         EqpRegion                     region,
                         EqpStepResult                *results)
{
  /* Of one day, people give one date. */
  EqpAnchor anchors[] = {
    { "received", request->received },
    { "start", request->start },
    { "end", request->end != EQP_DATE_NONE ? request->end : request->start },
  };

  apply_state (self, request, inputs);
  eqp_procedure_evaluate (inputs, self->steps->len, anchors, G_N_ELEMENTS (anchors), today, region, results);
}

static void
free_speakers (gpointer data)
{
  EqpSpeakers *speakers = data;

  g_free (speakers->code);
  g_free (speakers->names);
  g_free (speakers);
}

static void
add_speaker (GHashTable *all,
             EqpQuery   *query,
             EqpLanguage language)
{
  gint64           request = eqp_query_get_integer (query, 0);
  EqpSpeakers     *speakers = g_hash_table_lookup (all, &request);
  g_autofree char *name = eqp_person_format_name (eqp_query_get_text (query, 3), eqp_query_get_text (query, 4), eqp_query_get_text (query, 5), language);
  char            *names;

  if (speakers == NULL)
    {
      speakers = g_new0 (EqpSpeakers, 1);
      speakers->person = eqp_query_get_integer (query, 1);
      speakers->code = g_strdup (eqp_query_get_text (query, 2));
      speakers->names = g_steal_pointer (&name);
      g_hash_table_insert (all, g_memdup2 (&request, sizeof request), speakers);
      return;
    }
  speakers->person = 0;
  *speakers->code = '\0';
  names = g_strconcat (speakers->names, ", ", name, NULL);
  g_free (speakers->names);
  speakers->names = names;
}

GHashTable *
_eqp_speakers_load (EqpStore   *store,
                    const char *requests,
                    EqpLanguage language,
                    GError    **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_speakers);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, sql_speakers, "s", requests);
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  while (eqp_query_next (query, &failure))
    add_speaker (all, query, language);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&all);
}
