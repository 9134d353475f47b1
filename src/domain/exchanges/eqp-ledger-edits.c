/* eqp-ledger-edits.c — writing, certifying and correcting lines of the ledger, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-edits"

#include "config.h"

#include "domain/exchanges/eqp-exchange-edits-private.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-edits.h"
#include "domain/exchanges/eqp-intervention.h"

#include <glib/gi18n.h>

/* ---- save ---- */

static const char shared_sql[] = "SELECT 1 FROM shared_post WHERE person_id = ? AND from_date <= ? AND (to_date = '' OR to_date >= ?) LIMIT 1";

/* the hours of a shared post are outside the balance. What is entered says so unless somebody takes the mark away again. */
static gboolean
mark_shared_time (EqpStore  *store,
                  EqpRecord *draft,
                  GError   **error)
{
  EqpDate date = eqp_record_get_date (draft, EQP_INTERVENTION_DATE);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, shared_sql, "idd", eqp_record_get_reference (draft, EQP_INTERVENTION_PERSON), date, date);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  if (eqp_query_next (query, &failure))
    eqp_record_set_boolean (draft, EQP_INTERVENTION_SHARED_TIME, TRUE);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
_eqp_ledger_save_line (EqpStore  *store,
                       EqpRecord *draft,
                       GError   **error)
{
  if (eqp_record_is_empty (draft, EQP_INTERVENTION_CODE))
    {
      g_autofree char *code = eqp_intervention_dup_next_code (store, eqp_record_get_date (draft, EQP_INTERVENTION_DATE));

      eqp_record_set_text (draft, EQP_INTERVENTION_CODE, code);
    }
  if (eqp_record_get_id (draft) == 0 && eqp_record_is_empty (draft, EQP_INTERVENTION_CORRECTS) && !mark_shared_time (store, draft, error))
    return FALSE;
  return eqp_store_save (store, draft, error);
}

static gboolean
save_line (EqpStore *store,
           gpointer  user_data,
           GError  **error)
{
  return _eqp_ledger_save_line (store, user_data, error);
}

/* A new draft has no store to name its person from. */
static EqpMessage *
describe_new_line (EqpStore  *store,
                   EqpRecord *draft)
{
  gint64 person = eqp_record_get_reference (draft, EQP_INTERVENTION_PERSON);
  g_autoptr (EqpRecord) record = person != 0 ? eqp_store_get (store, &eqp_person_entity, person, NULL) : NULL;
  EqpMessage *message;

  if (record == NULL)
    return eqp_message_new (N_ ("Added a line to the ledger"));
  /* Translators: {person} is a name, {date} a date. */
  message = eqp_message_new (N_ ("Added a line to the ledger: {person}, {date}"));
  eqp_message_date (message, "date", eqp_record_get_date (draft, EQP_INTERVENTION_DATE));
  return eqp_message_title (message, "person", record);
}

/**
 * eqp_ledger_save:
 * @store: the file
 * @draft: a line
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * A new line gets a code if it has none, and shared time when its person holds a shared post on that day.
 *
 * Returns: whether it was saved; %FALSE with %EQP_INPUT_ERROR when a field is wrong or the line is locked, or with %EQP_STORE_ERROR
 */
gboolean
eqp_ledger_save (EqpStore    *store,
                 EqpRecord   *draft,
                 EqpMessage **label,
                 GError     **error)
{
  EqpMessage *message = eqp_record_get_id (draft) == 0 ? describe_new_line (store, draft)
                                                       : eqp_message_title (eqp_message_new (N_ ("Changed {record}")), "record", draft);

  return eqp_edit_run (store, message, save_line, draft, label, error);
}

static gboolean
save_lines (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  GPtrArray *drafts = user_data;

  for (guint i = 0; i < drafts->len; i++)
    if (!_eqp_ledger_save_line (store, drafts->pdata[i], error))
      {
        /* Translators: the number of a row of a pasted block, before what is wrong with it. */
        g_prefix_error (error, _ ("Row %u: "), i + 1);
        return FALSE;
      }
  return TRUE;
}

/**
 * eqp_ledger_save_all:
 * @store: the file
 * @drafts: (element-type EqpRecord): lines, such as those pasted from a spreadsheet
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * All of them or none.
 *
 * Returns: whether they were saved; otherwise @error names the row at fault
 */
gboolean
eqp_ledger_save_all (EqpStore    *store,
                     GPtrArray   *drafts,
                     EqpMessage **label,
                     GError     **error)
{
  return eqp_edit_run (store, eqp_message_new_n ("Added {n} line to the ledger", "Added {n} lines to the ledger", drafts->len),
                       save_lines, drafts, label, error);
}

/* ---- certify ---- */

static gboolean
can_certify (EqpRecord *line)
{
  return !eqp_record_is_empty (line, EQP_INTERVENTION_DONE) && eqp_record_is_empty (line, EQP_INTERVENTION_CERTIFIED);
}

static gboolean
certify_lines (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  GPtrArray *lines = user_data;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (lines->pdata[i]);

      eqp_record_set_integer (draft, EQP_INTERVENTION_CERTIFIED, eqp_record_get_integer (draft, EQP_INTERVENTION_DONE));
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_ledger_certify:
 * @store: the file
 * @lines: (element-type EqpRecord): lines; those without hours done, or certified already, are passed over
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * The hours done become the hours certified, which locks the lines.
 *
 * Returns: whether they were certified; %FALSE with %EQP_INPUT_ERROR_INVALID when none of them can be
 */
gboolean
eqp_ledger_certify (EqpStore    *store,
                    GPtrArray   *lines,
                    EqpMessage **label,
                    GError     **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    if (can_certify (lines->pdata[i]))
      g_ptr_array_add (chosen, lines->pdata[i]);
  if (chosen->len == 0)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                           _ ("There is nothing to certify: no line has hours done that are not certified yet."));
      return FALSE;
    }
  return eqp_edit_run (store, eqp_message_new_n ("Certified {n} line of the ledger", "Certified {n} lines of the ledger", chosen->len),
                       certify_lines, chosen, label, error);
}

/* ---- correct ---- */

/* What stays as it is in a counter-entry. */
static const guint copied_references[] = {
  EQP_INTERVENTION_PERSON,
  EQP_INTERVENTION_HOST,
  EQP_INTERVENTION_UNIT,
  EQP_INTERVENTION_SCHEME,
  EQP_INTERVENTION_REQUEST,
  EQP_INTERVENTION_PAYER,
};
static const guint copied_booleans[] = {
  EQP_INTERVENTION_SHARED_TIME,
  EQP_INTERVENTION_DIRECT_CONTRACT,
  EQP_INTERVENTION_IN_SERVICE,
};
static const guint copied_texts[] = {
  EQP_INTERVENTION_TRAINING,
  EQP_INTERVENTION_KIND,
};
static const guint figures[] = {
  EQP_INTERVENTION_REQUESTED,
  EQP_INTERVENTION_PLANNED,
  EQP_INTERVENTION_DONE,
  EQP_INTERVENTION_CERTIFIED,
};

/* What the counter-entries of @line leave of each figure. */
static gboolean
read_left (EqpStore  *store,
           EqpRecord *line,
           gint64    *left,
           GError   **error)
{
  g_autoptr (EqpQuery) query = NULL;

  query = eqp_store_query (store, error,
                           "SELECT coalesce (sum (requested), 0), coalesce (sum (planned), 0), coalesce (sum (done), 0), coalesce (sum (certified), 0) "
                           "FROM intervention WHERE corrects_id = ?",
                           "i", eqp_record_get_id (line));
  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64 minutes = eqp_record_is_empty (line, figures[i]) ? 0 : eqp_record_get_integer (line, figures[i]);

      left[i] = MAX (minutes + eqp_query_get_integer (query, i), 0);
    }
  return TRUE;
}

static gboolean
check_correction (gint64      minutes,
                  gint64      most,
                  const char *reason,
                  GError    **error)
{
  g_autofree char *limit = eqp_duration_format (most, eqp_language_get_interface ());

  if (reason == NULL || *reason == '\0')
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say why the line is corrected."));
  else if (most == 0)
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("This line has no hours left to correct."));
  else if (minutes < 0 || minutes > most)
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                 /* Translators: %s is a duration. */
                 _ ("A counter-entry takes away hours that the line has, here at most %s."), limit);
  else
    return TRUE;
  return FALSE;
}

static EqpRecord *
draft_counter_entry (EqpRecord    *line,
                     const gint64 *left,
                     gint64        minutes,
                     EqpDate       date,
                     const char   *reason)
{
  EqpRecord *draft = eqp_record_new (&eqp_intervention_entity);

  for (guint i = 0; i < G_N_ELEMENTS (copied_references); i++)
    eqp_record_set_reference (draft, copied_references[i], eqp_record_get_reference (line, copied_references[i]));
  for (guint i = 0; i < G_N_ELEMENTS (copied_booleans); i++)
    eqp_record_set_boolean (draft, copied_booleans[i], eqp_record_get_boolean (line, copied_booleans[i]));
  for (guint i = 0; i < G_N_ELEMENTS (copied_texts); i++)
    eqp_record_set_text (draft, copied_texts[i], eqp_record_get_text (line, copied_texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!eqp_record_is_empty (line, figures[i]))
      eqp_record_set_integer (draft, figures[i], -(minutes == 0 ? left[i] : MIN (minutes, left[i])));
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, date);
  eqp_record_set_reference (draft, EQP_INTERVENTION_CORRECTS, eqp_record_get_id (line));
  eqp_record_set_text (draft, EQP_INTERVENTION_SUBJECT, reason);
  return draft;
}

/**
 * eqp_ledger_correct:
 * @store: the file
 * @line: a line, locked or not
 * @minutes: how much to take away of each figure that it has, at most what is left of it; 0: all
 * @date: the day of the counter-entry, in an open year; %EQP_DATE_NONE: today
 * @reason: why; it becomes the subject of the counter-entry
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Writes a counter-entry linked to @line, with the same person, institutions and training.
 *
 * Returns: whether it was written; %FALSE with %EQP_INPUT_ERROR when @minutes are more than the line has left, or there is no @reason
 */
gboolean
eqp_ledger_correct (EqpStore    *store,
                    EqpRecord   *line,
                    gint64       minutes,
                    EqpDate      date,
                    const char  *reason,
                    EqpMessage **label,
                    GError     **error)
{
  gint64 left[G_N_ELEMENTS (figures)];
  gint64 most = 0;
  g_autoptr (EqpRecord) draft = NULL;
  EqpMessage *message;

  if (!read_left (store, line, left, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    most = MAX (most, left[i]);
  if (!check_correction (minutes, most, reason, error))
    return FALSE;
  draft = draft_counter_entry (line, left, minutes, date != EQP_DATE_NONE ? date : eqp_date_today (), reason);
  /* Translators: {record} is a line of the ledger, {hours} a duration. */
  message = eqp_message_title (eqp_message_new (N_ ("Took {hours} away from {record} by a counter-entry")), "record", line);
  _eqp_message_duration (message, "hours", minutes == 0 ? most : minutes);
  return eqp_edit_run (store, message, save_line, draft, label, error);
}

/* ---- delete, override ---- */

static gboolean
delete_line (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  return eqp_store_delete (store, user_data, error);
}

/**
 * eqp_ledger_delete:
 * @store: the file
 * @line: a line
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was deleted; %FALSE with %EQP_INPUT_ERROR_FORBIDDEN when it is locked, %EQP_STORE_ERROR_CONSTRAINT when a
 *   counter-entry corrects it
 */
gboolean
eqp_ledger_delete (EqpStore    *store,
                   EqpRecord   *line,
                   EqpMessage **label,
                   GError     **error)
{
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted {record}")), "record", line), delete_line, line, label, error);
}

/**
 * eqp_ledger_override:
 * @store: the file
 * @line: a line in conflict with another, locked or not
 * @reason: why it is right all the same
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether the reason was written; %FALSE with %EQP_INPUT_ERROR_MISSING when there is none
 */
gboolean
eqp_ledger_override (EqpStore    *store,
                     EqpRecord   *line,
                     const char  *reason,
                     EqpMessage **label,
                     GError     **error)
{
  g_autoptr (EqpRecord) draft = NULL;

  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say why the conflict is accepted."));
      return FALSE;
    }
  draft = eqp_record_dup_draft (line);
  eqp_record_set_text (draft, EQP_INTERVENTION_OVERRIDE, reason);
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Accepted the conflict of {record}")), "record", line),
                       save_line, draft, label, error);
}
