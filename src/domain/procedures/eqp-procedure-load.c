/* eqp-procedure-load.c — the procedure of one request, step by step, and what is recorded of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedure"

#include "config.h"

#include "domain/procedures/eqp-procedure-private.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-step-record.h"

#include <glib/gi18n.h>

static const char clause_records[] = "WHERE request_id = ?";
static const char clause_record[] = "WHERE request_id = ? AND step_id = ?";

static void
free_view (gpointer data)
{
  EqpProcedureStepView *view = data;

  g_free (view->code);
  g_free (view->name_fr);
  g_free (view->name_en);
  g_free (view->role);
  g_free (view->source);
  g_free (view->evidence);
  g_free (view->recorded);
  g_free (view->waived);
  g_free (view->person_name);
  g_free (view);
}

/* Of the procedures, the one in force when the request was received; (nullable). */
static const EqpProcedureDefinition *
find_in_force (GPtrArray *procedures,
               EqpRecord *request,
               EqpDate    today)
{
  EqpDate received = eqp_record_get_date (request, EQP_REQUEST_RECEIVED);

  return _eqp_procedures_find (procedures, received != EQP_DATE_NONE ? received : today);
}

static EqpRecord *
find_record (GPtrArray *records,
             gint64     step)
{
  for (guint i = 0; i < records->len; i++)
    if (eqp_record_get_reference (g_ptr_array_index (records, i), EQP_STEP_RECORD_STEP) == step)
      return g_ptr_array_index (records, i);
  return NULL;
}

static EqpProcedureStepView *
new_view (const EqpStepDefinition *step,
          EqpRecord               *record, /* (nullable) */
          const EqpStepInput      *input,
          const EqpStepResult     *result)
{
  EqpProcedureStepView *view = g_new0 (EqpProcedureStepView, 1);

  view->step = step->id;
  view->code = g_strdup (step->code);
  view->name_fr = g_strdup (step->name_fr);
  view->name_en = g_strdup (step->name_en);
  view->role = g_strdup (step->role);
  view->source = g_strdup (step->source);
  view->evidence = g_strdup (step->evidence);
  view->recorded = g_strdup (record != NULL ? eqp_record_get_text (record, EQP_STEP_RECORD_EVIDENCE) : "");
  view->waived = g_strdup (record != NULL ? eqp_record_get_text (record, EQP_STEP_RECORD_WAIVED) : "");
  view->record = record != NULL ? eqp_record_get_id (record) : 0;
  view->done = input->done;
  view->state = result->state;
  view->due = result->due;
  view->done_late = result->done_late;
  return view;
}

/* Whose turn it is: a person, or whoever answers for the role. */
static gboolean
name_turn (EqpStore             *store,
           EqpRecord            *request,
           EqpProcedureStepView *view,
           GError              **error)
{
  EqpLanguage language = eqp_language_get_interface ();

  if (g_str_equal (view->role, "coordinator"))
    {
      view->person = eqp_record_get_reference (request, EQP_REQUEST_COORDINATOR);
      view->person_name = eqp_record_dup_target_title (request, EQP_REQUEST_COORDINATOR, language);
    }
  else if (g_str_equal (view->role, "requester"))
    view->person_name = g_strdup (eqp_record_get_text (request, EQP_REQUEST_CONTACT));
  else if (g_str_equal (view->role, "collective"))
    view->person_name = g_strdup (eqp_record_get_text (request, EQP_REQUEST_RESOURCE));
  else if (g_str_equal (view->role, "speaker"))
    {
      gint64           id = eqp_record_get_id (request);
      g_autofree char *list = g_strdup_printf ("[%" G_GINT64_FORMAT "]", id);
      g_autoptr (GHashTable) speakers = _eqp_speakers_load (store, list, language, error);
      const EqpSpeakers *found = speakers != NULL ? g_hash_table_lookup (speakers, &id) : NULL;

      if (speakers == NULL)
        return FALSE;
      view->person = found != NULL ? found->person : 0;
      view->person_name = g_strdup (found != NULL ? found->names : "");
    }
  if (view->person_name == NULL)
    view->person_name = g_strdup ("");
  return TRUE;
}

static gboolean
name_person (EqpStore             *store,
             EqpRecord            *request,
             EqpRecord            *record, /* (nullable) */
             EqpProcedureStepView *view,
             GError              **error)
{
  if (record != NULL && !eqp_record_is_empty (record, EQP_STEP_RECORD_PERSON))
    {
      view->person = eqp_record_get_reference (record, EQP_STEP_RECORD_PERSON);
      view->person_name = eqp_record_dup_target_title (record, EQP_STEP_RECORD_PERSON, eqp_language_get_interface ());
      return TRUE;
    }
  if (view->state == EQP_STEP_TO_DO || view->state == EQP_STEP_READY || view->state == EQP_STEP_LATE)
    return name_turn (store, request, view, error);
  view->person_name = g_strdup ("");
  return TRUE;
}

/**
 * eqp_procedure_load_for_request:
 * @store: the file
 * @request: a request in it
 * @today: the day of reference
 * @error: return location for an error
 *
 * The steps of the procedure that was in force when @request was received. A step is done when that is recorded, or when the
 * request's state is at or past it; then nobody knows when, unless it is the reception itself. A request that is closed or refused has no
 * open step: what was left is waived.
 *
 * Returns: (transfer full) (element-type EqpProcedureStepView) (nullable): the steps in their order, none where no procedure was in force;
 *   %NULL with #EqpStoreError
 */
GPtrArray *
eqp_procedure_load_for_request (EqpStore  *store,
                                EqpRecord *request,
                                EqpDate    today,
                                GError   **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (free_view);
  g_autoptr (GPtrArray) procedures = _eqp_procedures_load (store, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree EqpStepInput      *inputs = NULL;
  g_autofree EqpStepResult     *results = NULL;
  const EqpProcedureDefinition *procedure;
  EqpRequestDates               dates = { _eqp_request_state_from_code (eqp_record_get_text (request, EQP_REQUEST_STATE)),
                                          eqp_record_get_date (request, EQP_REQUEST_RECEIVED),
                                          eqp_record_get_date (request, EQP_REQUEST_START_DATE),
                                          eqp_record_get_date (request, EQP_REQUEST_END_DATE) };

  if (procedures == NULL)
    return NULL;
  procedure = find_in_force (procedures, request, today);
  if (procedure == NULL)
    return g_steal_pointer (&views);
  records = eqp_store_select (store, &eqp_step_record_entity, error, clause_records, "i", eqp_record_get_id (request));
  if (records == NULL)
    return NULL;
  inputs = g_new (EqpStepInput, procedure->steps->len);
  results = g_new (EqpStepResult, procedure->steps->len);
  _eqp_procedure_fill_inputs (procedure, inputs);
  for (guint i = 0; i < procedure->steps->len; i++)
    {
      EqpRecord *record = find_record (records, ((EqpStepDefinition *)g_ptr_array_index (procedure->steps, i))->id);

      if (record != NULL)
        _eqp_step_input_record (&inputs[i], eqp_record_get_date (record, EQP_STEP_RECORD_DATE),
                                !eqp_record_is_empty (record, EQP_STEP_RECORD_WAIVED));
    }
  _eqp_procedure_evaluate (procedure, &dates, inputs, today, eqp_pole_get_region (store), results);
  for (guint i = 0; i < procedure->steps->len; i++)
    {
      const EqpStepDefinition *step = g_ptr_array_index (procedure->steps, i);
      EqpRecord               *record = find_record (records, step->id);

      g_ptr_array_add (views, new_view (step, record, &inputs[i], &results[i]));
      if (!name_person (store, request, record, g_ptr_array_index (views, i), error))
        return NULL;
    }
  return g_steal_pointer (&views);
}

/* *step stays 0 where the request's procedure has no such step. */
static gboolean
find_step (EqpStore   *store,
           EqpRecord  *request,
           const char *code,
           gint64     *step,
           GError    **error)
{
  g_autoptr (GPtrArray) procedures = _eqp_procedures_load (store, error);
  const EqpProcedureDefinition *procedure;

  if (procedures == NULL)
    return FALSE;
  procedure = find_in_force (procedures, request, eqp_date_today ());
  for (guint i = 0; procedure != NULL && i < procedure->steps->len; i++)
    {
      const EqpStepDefinition *definition = g_ptr_array_index (procedure->steps, i);

      if (g_str_equal (definition->code, code))
        *step = definition->id;
    }
  return TRUE;
}

/**
 * eqp_procedure_record:
 * @store: the file, inside an edit
 * @request: the id of a request
 * @step: the code of a step of its procedure
 * @date: the day on which it was done; %EQP_DATE_NONE when it was waived
 * @person: the id of who did it, 0 when nobody is named
 * @evidence: (nullable): what proves it
 * @waived: (nullable): why it was waived; it is done if this is empty
 * @error: return location for an error
 *
 * Records that a step was done, or waived; without a date and without a reason it takes back what was recorded. A step that the procedure
 * of the request does not have is left alone: procedures can be edited, and a request goes on without.
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR or #EqpStoreError
 */
gboolean
eqp_procedure_record (EqpStore   *store,
                      gint64      request,
                      const char *step,
                      EqpDate     date,
                      gint64      person,
                      const char *evidence,
                      const char *waived,
                      GError    **error)
{
  g_autoptr (EqpRecord) subject = eqp_store_get (store, &eqp_request_entity, request, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  gboolean is_waived = waived != NULL && *waived != '\0';
  gint64   id = 0;

  if (subject == NULL || !find_step (store, subject, step, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  records = eqp_store_select (store, &eqp_step_record_entity, error, clause_record, "ii", request, id);
  if (records == NULL)
    return FALSE;
  if (date == EQP_DATE_NONE && !is_waived)
    return records->len == 0 || eqp_store_delete (store, g_ptr_array_index (records, 0), error);
  draft = records->len > 0 ? eqp_record_dup_draft (g_ptr_array_index (records, 0)) : eqp_record_new (&eqp_step_record_entity);
  eqp_record_set_reference (draft, EQP_STEP_RECORD_REQUEST, request);
  eqp_record_set_reference (draft, EQP_STEP_RECORD_STEP, id);
  eqp_record_set_date (draft, EQP_STEP_RECORD_DATE, date);
  eqp_record_set_reference (draft, EQP_STEP_RECORD_PERSON, person);
  eqp_record_set_text (draft, EQP_STEP_RECORD_EVIDENCE, evidence != NULL ? evidence : "");
  eqp_record_set_text (draft, EQP_STEP_RECORD_WAIVED, is_waived ? waived : "");
  return eqp_store_save (store, draft, error);
}
