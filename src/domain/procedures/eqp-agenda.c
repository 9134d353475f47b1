/* eqp-agenda.c — what is late, what is next, whose turn it is, for the whole Pôle, in a few queries */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-agenda"

#include "config.h"

#include "domain/procedures/eqp-procedure-private.h"

#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"

#include <string.h>

#define OPEN_STATES "('received', 'qualified', 'routed', 'staffed', 'confirmed', 'done', 'certified')"

static const char sql_requests[] =
  "SELECT id, code, subject, state, received, start_date, end_date, coordinator_id, contact, resource"
  " FROM request WHERE state IN " OPEN_STATES " ORDER BY id";
static const char sql_records[] =
  "SELECT s.request_id, s.step_id, s.date, s.waived <> '' FROM request r JOIN step_record s ON s.request_id = r.id"
  " WHERE r.state IN " OPEN_STATES " ORDER BY s.request_id";
static const char sql_people[] =
  "SELECT id, code, civility, given_name, family_name FROM person WHERE id IN (SELECT value FROM json_each (?))";

typedef struct
{
  EqpAgendaItem item;
  gint64        request;
  int           position; /* of the step */
} Entry;

typedef struct
{
  EqpDate   today;
  EqpDate   until;
  gboolean  late_only;
  EqpRegion region;

  GPtrArray     *procedures;
  EqpQuery      *records; /* goes along with the requests */
  gboolean       has_record;
  EqpStepInput  *inputs; /* room for the longest procedure */
  EqpStepResult *results;
  GPtrArray     *items; /* (element-type Entry), which begins with an EqpAgendaItem */
} Load;

static void
free_item (gpointer data)
{
  EqpAgendaItem *item = data;

  g_free (item->subject_kind);
  g_free (item->subject_code);
  g_free (item->subject_title);
  g_free (item->step_code);
  g_free (item->step_fr);
  g_free (item->step_en);
  g_free (item->role);
  g_free (item->person_code);
  g_free (item->person_name);
  g_free (item->address);
  g_free (item);
}

/* ---- requests and what is recorded of them ---- */

/* Both queries are sorted by request: the records before @request belong to none that is open. */
static gboolean
take_records (Load                         *self,
              const EqpProcedureDefinition *procedure, /* (nullable) */
              gint64                        request,
              GError                      **error)
{
  GError *failure = NULL;

  while (self->has_record && eqp_query_get_integer (self->records, 0) <= request)
    {
      int step = -1;

      if (procedure != NULL && eqp_query_get_integer (self->records, 0) == request)
        step = _eqp_procedure_find_step (procedure, eqp_query_get_integer (self->records, 1));
      if (step >= 0)
        _eqp_step_input_record (&self->inputs[step], eqp_query_get_date (self->records, 2), eqp_query_get_integer (self->records, 3) != 0);
      self->has_record = eqp_query_next (self->records, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
is_wanted (const Load          *self,
           const EqpStepResult *result)
{
  if (result->state == EQP_STEP_LATE)
    return self->until == EQP_DATE_NONE || result->due <= self->until;
  if (result->state != EQP_STEP_READY || self->late_only)
    return FALSE;
  return result->due == EQP_DATE_NONE || self->until == EQP_DATE_NONE || result->due <= self->until;
}

/* Who answers for the step, as far as the request itself says; the others are named later, all at once. */
static void
name_turn (EqpAgendaItem *item,
           EqpQuery      *request)
{
  if (strcmp (item->role, "coordinator") == 0)
    item->person = eqp_query_get_integer (request, 7);
  else if (strcmp (item->role, "requester") == 0)
    item->person_name = g_strdup (eqp_query_get_text (request, 8));
  else if (strcmp (item->role, "collective") == 0)
    item->person_name = g_strdup (eqp_query_get_text (request, 9));
}

static void
add_item (Load                    *self,
          EqpQuery                *request,
          const EqpStepDefinition *step,
          int                      position,
          const EqpStepResult     *result)
{
  Entry         *entry = g_new0 (Entry, 1);
  EqpAgendaItem *item = &entry->item;

  entry->request = eqp_query_get_integer (request, 0);
  entry->position = position;
  item->due = result->due;
  item->days = result->due != EQP_DATE_NONE ? self->today - result->due : 0;
  item->state = result->state;
  item->subject_kind = g_strdup ("request");
  item->subject_code = g_strdup (eqp_query_get_text (request, 1));
  item->subject_title = g_strdup (eqp_query_get_text (request, 2));
  item->step_code = g_strdup (step->code);
  item->step_fr = g_strdup (step->name_fr);
  item->step_en = g_strdup (*step->name_en != '\0' ? step->name_en : step->name_fr);
  item->role = g_strdup (step->role);
  item->address = g_strconcat ("exchanges/", item->subject_code, NULL);
  name_turn (item, request);
  g_ptr_array_add (self->items, entry);
}

static gboolean
take_request (Load     *self,
              EqpQuery *request,
              GError  **error)
{
  EqpRequestDates               dates = { _eqp_request_state_from_code (eqp_query_get_text (request, 3)),
                                          eqp_query_get_date (request, 4), eqp_query_get_date (request, 5),
                                          eqp_query_get_date (request, 6) };
  const EqpProcedureDefinition *procedure = _eqp_procedures_find (self->procedures, dates.received != EQP_DATE_NONE ? dates.received : self->today);

  if (procedure != NULL)
    _eqp_procedure_fill_inputs (procedure, self->inputs);
  if (!take_records (self, procedure, eqp_query_get_integer (request, 0), error))
    return FALSE;
  if (procedure == NULL)
    return TRUE;
  _eqp_procedure_evaluate (procedure, &dates, self->inputs, self->today, self->region, self->results);
  for (guint i = 0; i < procedure->steps->len; i++)
    if (is_wanted (self, &self->results[i]))
      add_item (self, request, g_ptr_array_index (procedure->steps, i), (int)i, &self->results[i]);
  return TRUE;
}

static gboolean
take_requests (Load     *self,
               EqpStore *store,
               GError  **error)
{
  g_autoptr (EqpQuery) records = eqp_store_query (store, error, sql_records, NULL);
  g_autoptr (EqpQuery) requests = records != NULL ? eqp_store_query (store, error, sql_requests, NULL) : NULL;
  GError *failure = NULL;

  if (requests == NULL)
    return FALSE;
  self->records = records;
  self->has_record = eqp_query_next (records, &failure);
  while (failure == NULL && eqp_query_next (requests, &failure))
    if (!take_request (self, requests, &failure))
      break;
  self->records = NULL;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* ---- names ---- */

static gboolean
is_for_speaker (const Entry *entry)
{
  return strcmp (entry->item.role, "speaker") == 0;
}

static void
append_id (GString *list,
           gint64   id)
{
  g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 1 ? "," : "", id);
}

/* Steps that wait for whoever is on the lines of the request. */
static gboolean
name_speakers (Load     *self,
               EqpStore *store,
               GError  **error)
{
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (GHashTable) speakers = NULL;

  for (guint i = 0; i < self->items->len; i++)
    if (is_for_speaker (g_ptr_array_index (self->items, i)))
      append_id (list, ((Entry *)g_ptr_array_index (self->items, i))->request);
  if (list->len == 1)
    return TRUE;
  g_string_append_c (list, ']');
  speakers = _eqp_speakers_load (store, list->str, eqp_language_get_interface (), error);
  for (guint i = 0; speakers != NULL && i < self->items->len; i++)
    {
      Entry             *entry = g_ptr_array_index (self->items, i);
      const EqpSpeakers *found = is_for_speaker (entry) ? g_hash_table_lookup (speakers, &entry->request) : NULL;

      if (found == NULL)
        continue;
      entry->item.person = found->person;
      entry->item.person_code = g_strdup (found->code);
      entry->item.person_name = g_strdup (found->names);
    }
  return speakers != NULL;
}

/* "[1,2]": the coordinators that are not named yet; (nullable). */
static char *
dup_nameless (GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < items->len; i++)
    {
      EqpAgendaItem *item = g_ptr_array_index (items, i);

      if (item->person != 0 && item->person_name == NULL && g_hash_table_add (seen, &item->person))
        append_id (list, item->person);
    }
  if (list->len == 1)
    return NULL;
  g_string_append_c (list, ']');
  return g_strdup (list->str);
}

static gboolean
name_coordinators (Load     *self,
                   EqpStore *store,
                   GError  **error)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *list = dup_nameless (self->items);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_strfreev);
  g_autoptr (EqpQuery) query = list != NULL ? eqp_store_query (store, error, sql_people, "s", list) : NULL;
  GError *failure = NULL;

  if (list != NULL && query == NULL)
    return FALSE;
  while (query != NULL && eqp_query_next (query, &failure))
    {
      gint64 id = eqp_query_get_integer (query, 0);
      char **person = g_new0 (char *, 3);

      person[0] = g_strdup (eqp_query_get_text (query, 1));
      person[1] = eqp_person_format_name (eqp_query_get_text (query, 2), eqp_query_get_text (query, 3), eqp_query_get_text (query, 4), language);
      g_hash_table_insert (people, g_memdup2 (&id, sizeof id), person);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      EqpAgendaItem *item = g_ptr_array_index (self->items, i);
      char         **person = item->person_name == NULL ? g_hash_table_lookup (people, &item->person) : NULL;

      if (item->person_code == NULL)
        item->person_code = g_strdup (person != NULL ? person[0] : "");
      if (item->person_name == NULL)
        item->person_name = g_strdup (person != NULL ? person[1] : "");
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* ---- the whole ---- */

/* Late ones first, then by date, those without one last. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = *(Entry *const *)a;
  const Entry *right = *(Entry *const *)b;
  gboolean     left_is_late = left->item.state == EQP_STEP_LATE;
  gboolean     right_is_late = right->item.state == EQP_STEP_LATE;
  int          by_subject;

  if (left_is_late != right_is_late)
    return left_is_late ? -1 : 1;
  if (left->item.due != right->item.due)
    {
      if (left->item.due == EQP_DATE_NONE || right->item.due == EQP_DATE_NONE)
        return left->item.due == EQP_DATE_NONE ? 1 : -1;
      return left->item.due < right->item.due ? -1 : 1;
    }
  by_subject = strcmp (left->item.subject_code, right->item.subject_code);
  return by_subject != 0 ? by_subject : left->position - right->position;
}

static guint
get_longest (GPtrArray *procedures)
{
  guint longest = 0;

  for (guint i = 0; i < procedures->len; i++)
    longest = MAX (longest, ((EqpProcedureDefinition *)g_ptr_array_index (procedures, i))->steps->len);
  return longest;
}

/**
 * eqp_agenda_load:
 * @store: the file
 * @today: the day of reference
 * @until: the last due date wanted; %EQP_DATE_NONE: all
 * @late_only: leave out what is not late
 * @error: return location for an error
 *
 * Every step that somebody could take now, for the whole Pôle (DESIGN §7): late, or ready and due until @until. A ready step without a
 * date is somebody's turn as well. Some queries in all, whatever the number of requests.
 *
 * Returns: (transfer full) (element-type EqpAgendaItem) (nullable): late ones first, then by date, subject and step; those without a date
 *   last; %NULL with #EqpStoreError
 */
GPtrArray *
eqp_agenda_load (EqpStore *store,
                 EqpDate   today,
                 EqpDate   until,
                 gboolean  late_only,
                 GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GPtrArray) procedures = _eqp_procedures_load (store, error);
  g_autofree EqpStepInput  *inputs = NULL;
  g_autofree EqpStepResult *results = NULL;
  Load                      self = { .today = today, .until = until, .late_only = late_only };

  if (procedures == NULL)
    return NULL;
  inputs = g_new (EqpStepInput, get_longest (procedures));
  results = g_new (EqpStepResult, get_longest (procedures));
  self.region = eqp_pole_get_region (store);
  self.procedures = procedures;
  self.inputs = inputs;
  self.results = results;
  self.items = items;
  if (!take_requests (&self, store, error) || !name_speakers (&self, store, error) || !name_coordinators (&self, store, error))
    return NULL;
  g_ptr_array_sort (items, compare_entries);
  return g_steal_pointer (&items);
}
