/* eqp-request-edits.c — a request's way from its receipt to its end, each step as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-edits"

#include "config.h"

#include "domain/exchanges/eqp-exchange-edits-private.h"

#include "base/eqp-error.h"
#include "domain/eqp-record-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-step-record.h"

#include <glib/gi18n.h>

enum {
  STATE_RECEIVED,
  STATE_QUALIFIED,
  STATE_ROUTED,
  STATE_STAFFED,
  STATE_CONFIRMED,
  STATE_DONE,
  STATE_CERTIFIED,
  STATE_CLOSED,
  STATE_REFUSED,
};

G_STATIC_ASSERT (STATE_REFUSED + 1 == EQP_REQUEST_N_STATES);

static gboolean
has_step_record (EqpStore   *store,
                 gint64      request,
                 const char *step,
                 gboolean   *found,
                 GError    **error)
{
  g_autoptr (EqpQuery) query = NULL;

  query = eqp_store_query (store, error,
                           "SELECT EXISTS (SELECT 1 FROM step_record r JOIN procedure_step s ON s.id = r.step_id WHERE r.request_id = ? AND s.code = ?)",
                           "is", request, step);
  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *found = eqp_query_get_integer (query, 0) != 0;
  return TRUE;
}

/* ---- save ---- */

static gboolean
save_request (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  EqpRecord *draft = user_data;
  EqpDate    received = eqp_record_get_date (draft, EQP_REQUEST_RECEIVED);

  if (eqp_record_is_empty (draft, EQP_REQUEST_CODE))
    {
      g_autofree char *code = eqp_request_dup_next_code (store, received);

      eqp_record_set_text (draft, EQP_REQUEST_CODE, code);
    }
  return eqp_store_save (store, draft, error) &&
         (received == EQP_DATE_NONE ||
          eqp_procedure_record (store, eqp_record_get_id (draft), eqp_request_get_state_code (STATE_RECEIVED), received,
                                eqp_record_get_reference (draft, EQP_REQUEST_COORDINATOR), NULL, NULL, error));
}

/**
 * eqp_request_save:
 * @store: the file
 * @draft: a request; a new one needs no code, and was received today if it does not say when
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * The step "received" of its procedure gets the day on which it was received.
 *
 * Returns: whether it was saved; %FALSE with an %EQP_INPUT_ERROR when a field is missing or wrong
 */
gboolean
eqp_request_save (EqpStore    *store,
                  EqpRecord   *draft,
                  EqpMessage **label,
                  GError     **error)
{
  gboolean is_new = eqp_record_get_id (draft) == 0;

  if (is_new && eqp_record_is_empty (draft, EQP_REQUEST_RECEIVED))
    eqp_record_set_date (draft, EQP_REQUEST_RECEIVED, eqp_date_today ());
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (is_new ? N_ ("Added {record}") : N_ ("Changed {record}")), "record", draft),
                       save_request, draft, label, error);
}

/* ---- move ---- */

typedef struct
{
  EqpRecord  *draft;
  guint       from;
  guint       to;
  EqpDate     date;
  const char *reason;
} Move;

typedef struct
{
  gint64 lines;
  gint64 certified;
  gint64 minutes;
} Staffing;

/* Counter-entries take away hours and are no lines that somebody gives. */
static gboolean
read_staffing (EqpStore  *store,
               EqpRecord *request,
               Staffing  *staffing,
               GError   **error)
{
  g_autoptr (EqpQuery) query = NULL;

  query = eqp_store_query (store, error,
                           "SELECT coalesce (sum (corrects_id IS NULL), 0), coalesce (sum (corrects_id IS NULL AND certified IS NOT NULL), 0), "
                           "coalesce (sum (coalesce (requested, planned, done, certified, 0)), 0) FROM intervention WHERE request_id = ?",
                           "i", eqp_record_get_id (request));
  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  staffing->lines = eqp_query_get_integer (query, 0);
  staffing->certified = eqp_query_get_integer (query, 1);
  staffing->minutes = eqp_query_get_integer (query, 2);
  return TRUE;
}

static gboolean
check_staffed (EqpRecord      *request,
               const Staffing *staffing,
               GError        **error)
{
  gint64           wanted = eqp_record_get_integer (request, EQP_REQUEST_MINUTES);
  g_autofree char *wanted_text = NULL;
  g_autofree char *found_text = NULL;

  if (staffing->lines > 0 && staffing->minutes >= wanted)
    return TRUE;
  wanted_text = eqp_duration_format (wanted, eqp_language_get_interface ());
  found_text = eqp_duration_format (staffing->minutes, eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: both are durations. */
               _ ("The request is not staffed yet: somebody was found for %s of the %s that it asks for."), found_text, wanted_text);
  return FALSE;
}

static gboolean
check_move (EqpStore   *store,
            const Move *move,
            GError    **error)
{
  Staffing staffing = { 0 };

  if (move->to == STATE_REFUSED)
    {
      if (move->reason != NULL && *move->reason != '\0')
        return TRUE;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say why the request is refused."));
      return FALSE;
    }
  /* Going back needs nothing. */
  if (move->to < STATE_STAFFED || (move->from != STATE_REFUSED && move->to <= move->from))
    return TRUE;
  if (!read_staffing (store, move->draft, &staffing, error) || !check_staffed (move->draft, &staffing, error))
    return FALSE;
  if (move->to < STATE_CERTIFIED || staffing.certified == staffing.lines)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               ngettext ("%d line of the request is not certified yet.", "%d lines of the request are not certified yet.",
                         (gulong)(staffing.lines - staffing.certified)),
               (int)(staffing.lines - staffing.certified));
  return FALSE;
}

/* Steps on the way get the date, unless something is recorded of them; those behind the new state lose what is. A refusal leaves them. */
static gboolean
record_steps (EqpStore   *store,
              const Move *move,
              GError    **error)
{
  gint64 request = eqp_record_get_id (move->draft);
  gint64 coordinator = eqp_record_get_reference (move->draft, EQP_REQUEST_COORDINATOR);

  if (move->to == STATE_REFUSED)
    return TRUE;
  for (guint i = STATE_RECEIVED; i <= STATE_CLOSED; i++)
    {
      const char *step = eqp_request_get_state_code (i);
      gboolean    passed = i <= move->to && (move->from == STATE_REFUSED || i > move->from);
      gboolean    found;

      if (i <= move->to && !passed)
        continue;
      if (!has_step_record (store, request, step, &found, error))
        return FALSE;
      if (passed != found && !eqp_procedure_record (store, request, step, passed ? move->date : EQP_DATE_NONE, coordinator, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_request (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  Move *move = user_data;

  eqp_record_set_text (move->draft, EQP_REQUEST_STATE, eqp_request_get_state_code (move->to));
  eqp_record_set_text (move->draft, EQP_REQUEST_REASON, move->to == STATE_REFUSED ? move->reason : "");
  return eqp_store_save (store, move->draft, error) && record_steps (store, move, error);
}

static gboolean
run_move (EqpStore    *store,
          Move        *move,
          EqpMessage **label,
          GError     **error)
{
  EqpMessage *message;

  if (!check_move (store, move, error))
    return FALSE;
  /* Translators: {record} is a request, {state} a state such as "Qualified". */
  message = eqp_message_title (eqp_message_new (N_ ("Moved {record} to “{state}”")), "record", move->draft);
  eqp_message_names (message, "state", eqp_request_get_state_label (move->to, EQP_LANGUAGE_FR), eqp_request_get_state_label (move->to, EQP_LANGUAGE_EN));
  return eqp_edit_run (store, message, move_request, move, label, error);
}

/**
 * eqp_request_move:
 * @store: the file
 * @request: a request
 * @state: where it goes on, or back, to: a number below %EQP_REQUEST_N_STATES
 * @date: the day of the steps passed; %EQP_DATE_NONE: today
 * @reason: (nullable): why it is refused
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Steps passed get @date in their record; steps gone back over lose theirs.
 *
 * Returns: whether it moved; %FALSE with %EQP_INPUT_ERROR: a refusal without reason, "staffed" or further without lines that cover the
 *   request's hours, "certified" or further with a line that is not
 */
gboolean
eqp_request_move (EqpStore    *store,
                  EqpRecord   *request,
                  guint        state,
                  EqpDate      date,
                  const char  *reason,
                  EqpMessage **label,
                  GError     **error)
{
  g_autoptr (EqpRecord) draft = NULL;
  Move move;

  g_return_val_if_fail (state < EQP_REQUEST_N_STATES, FALSE);

  draft = eqp_record_dup_draft (request);
  move = (Move){ draft, eqp_request_get_state (request), state, date != EQP_DATE_NONE ? date : eqp_date_today (), reason };
  return run_move (store, &move, label, error);
}

/**
 * eqp_request_route:
 * @store: the file
 * @draft: a request of the file, changed or not: its route says who deals with it
 * @date: the day of the steps passed; %EQP_DATE_NONE: today
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Saves the draft and moves it on to "routed", as one entry of the history.
 *
 * Returns: whether it was saved and moved; %FALSE with %EQP_INPUT_ERROR when it has no route, or another field is wrong
 */
gboolean
eqp_request_route (EqpStore    *store,
                   EqpRecord   *draft,
                   EqpDate      date,
                   EqpMessage **label,
                   GError     **error)
{
  Move move;

  g_return_val_if_fail (eqp_record_get_id (draft) != 0, FALSE);

  if (eqp_record_is_empty (draft, EQP_REQUEST_ROUTE))
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say how the request is handled: directly, with a collective, or with the research cell."));
      return FALSE;
    }
  move = (Move){ draft, eqp_request_get_state (draft), STATE_ROUTED, date != EQP_DATE_NONE ? date : eqp_date_today (), NULL };
  return run_move (store, &move, label, error);
}

/* ---- assign ---- */

/**
 * eqp_request_get_assigned:
 * @store: the file
 * @request: a request
 * @minutes: (out): its minutes on lines of the ledger: those requested, or planned, done, certified where a line says no more; counter-entries
 *   are taken away
 * @error: return location for an error
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_request_get_assigned (EqpStore  *store,
                          EqpRecord *request,
                          gint64    *minutes,
                          GError   **error)
{
  Staffing staffing;

  if (!read_staffing (store, request, &staffing, error))
    return FALSE;
  *minutes = staffing.minutes;
  return TRUE;
}

typedef struct
{
  EqpRecord               *request;
  const EqpShareOfRequest *shares;
  guint                    n_shares;
} Assignment;

static gboolean
check_shares (EqpStore         *store,
              const Assignment *assignment,
              GError          **error)
{
  gint64           wanted = eqp_record_get_integer (assignment->request, EQP_REQUEST_MINUTES);
  gint64           assigned;
  gint64           sum = 0;
  g_autofree char *left_text = NULL;
  g_autofree char *sum_text = NULL;

  if (eqp_request_get_state (assignment->request) >= STATE_CLOSED)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN, _ ("This request is closed or refused: move it back before somebody is assigned."));
      return FALSE;
    }
  for (guint i = 0; i < assignment->n_shares; i++)
    {
      if (assignment->shares[i].minutes <= 0)
        {
          g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("Each person assigned to a request gives some of its hours."));
          return FALSE;
        }
      sum += assignment->shares[i].minutes;
    }
  if (!eqp_request_get_assigned (store, assignment->request, &assigned, error))
    return FALSE;
  if (sum <= wanted - assigned)
    return TRUE;
  left_text = eqp_duration_format (MAX (wanted - assigned, 0), eqp_language_get_interface ());
  sum_text = eqp_duration_format (sum, eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: both are durations. */
               _ ("%s are more than the request still asks for: %s."), sum_text, left_text);
  return FALSE;
}

static EqpRecord *
draft_share (EqpRecord               *request,
             const EqpShareOfRequest *share)
{
  EqpRecord *draft = eqp_record_new (&eqp_intervention_entity);
  EqpDate    start = eqp_record_get_date (request, EQP_REQUEST_START_DATE);

  if (start == EQP_DATE_NONE)
    start = eqp_date_today ();
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, share->date != EQP_DATE_NONE ? share->date : start);
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, share->person);
  eqp_record_set_reference (draft, EQP_INTERVENTION_HOST, eqp_record_get_reference (request, EQP_REQUEST_REQUESTER));
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, eqp_record_get_text (request, EQP_REQUEST_TRAINING));
  eqp_record_set_reference (draft, EQP_INTERVENTION_UNIT, eqp_record_get_reference (request, EQP_REQUEST_UNIT));
  eqp_record_set_reference (draft, EQP_INTERVENTION_SCHEME, eqp_record_get_reference (request, EQP_REQUEST_SCHEME));
  eqp_record_set_reference (draft, EQP_INTERVENTION_REQUEST, eqp_record_get_id (request));
  eqp_record_set_integer (draft, EQP_INTERVENTION_REQUESTED, share->minutes);
  eqp_record_set_integer (draft, EQP_INTERVENTION_PLANNED, share->minutes);
  eqp_record_set_text (draft, EQP_INTERVENTION_SUBJECT, eqp_record_get_text (request, EQP_REQUEST_SUBJECT));
  return draft;
}

static gboolean
assign_shares (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  const Assignment *assignment = user_data;

  for (guint i = 0; i < assignment->n_shares; i++)
    {
      g_autoptr (EqpRecord) draft = draft_share (assignment->request, &assignment->shares[i]);

      if (!_eqp_ledger_save_line (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_request_assign:
 * @store: the file
 * @request: a request
 * @shares: (array length=n_shares): who gives how much of it, and when; %EQP_DATE_NONE: when the request starts
 * @n_shares: how many
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Writes one planned line a share, in the institution that asks.
 *
 * Returns: whether they were written; %FALSE with %EQP_INPUT_ERROR when they are more than the request still asks for, or it is closed
 */
gboolean
eqp_request_assign (EqpStore                *store,
                    EqpRecord               *request,
                    const EqpShareOfRequest *shares,
                    guint                    n_shares,
                    EqpMessage             **label,
                    GError                 **error)
{
  Assignment  assignment = { request, shares, n_shares };
  EqpMessage *message;

  if (!check_shares (store, &assignment, error))
    return FALSE;
  /* Translators: {record} is a request, {n} a number of people. */
  message = eqp_message_new_n ("Assigned {n} person to {record}", "Assigned {n} people to {record}", n_shares);
  return eqp_edit_run (store, eqp_message_title (message, "record", request), assign_shares, &assignment, label, error);
}

/* ---- delete ---- */

static gboolean
delete_request (EqpStore *store,
                gpointer  user_data,
                GError  **error)
{
  return eqp_edit_delete_linked (store, &eqp_step_record_entity, EQP_STEP_RECORD_REQUEST, eqp_record_get_id (user_data), error) &&
         eqp_store_delete (store, user_data, error);
}

/**
 * eqp_request_delete:
 * @store: the file
 * @request: a request
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * What is recorded of its steps goes with it.
 *
 * Returns: whether it was deleted; %FALSE with %EQP_STORE_ERROR_CONSTRAINT when lines of the ledger name it
 */
gboolean
eqp_request_delete (EqpStore    *store,
                    EqpRecord   *request,
                    EqpMessage **label,
                    GError     **error)
{
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted {record}")), "record", request), delete_request, request, label, error);
}
