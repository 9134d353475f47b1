/* eqp-intervention-rules.c — what may be written on a line of the ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-intervention"

#include "config.h"

#include "domain/exchanges/eqp-intervention-rules.h"

#include "base/eqp-duration.h"
#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention-home.h"
#include "domain/exchanges/eqp-intervention.h"

#include <glib/gi18n.h>

#define MINUTES_A_DAY (24 * 60)
/* Of a line without times, which may stand for a whole period: more than anybody teaches in a year. */
#define MINUTES_A_LINE (400 * 60)

#define FIRST_YEAR 2000
#define YEARS_AHEAD 5

static const guint figures[] = {
  EQP_INTERVENTION_REQUESTED,
  EQP_INTERVENTION_PLANNED,
  EQP_INTERVENTION_DONE,
  EQP_INTERVENTION_CERTIFIED,
};

/**
 * eqp_intervention_check_times:
 * @record: a line
 * @field: (out): the field at fault
 * @error: return location for an error
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when the line begins at midnight of the next day, or does not end after it begins
 */
gboolean
eqp_intervention_check_times (EqpRecord *record,
                              guint     *field,
                              GError   **error)
{
  gboolean         has_start = !eqp_record_is_empty (record, EQP_INTERVENTION_START_TIME);
  gboolean         has_end = !eqp_record_is_empty (record, EQP_INTERVENTION_END_TIME);
  gint64           start = has_start ? eqp_record_get_integer (record, EQP_INTERVENTION_START_TIME) : 0;
  gint64           end = has_end ? eqp_record_get_integer (record, EQP_INTERVENTION_END_TIME) : MINUTES_A_DAY;
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;

  *field = has_start && start >= MINUTES_A_DAY ? EQP_INTERVENTION_START_TIME : EQP_INTERVENTION_END_TIME;
  if (start >= 0 && start < end && end <= MINUTES_A_DAY)
    return TRUE;
  start_text = eqp_time_format (start);
  end_text = eqp_time_format (end);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: both are times of the day: when something ends, then when it begins. */
               _ ("The end, %s, does not come after the beginning, %s."), end_text, start_text);
  return FALSE;
}

/* The limits of one figure. */
static gboolean
check_figure (EqpRecord *record,
              guint      field,
              GError   **error)
{
  gint64           minutes = eqp_record_get_integer (record, field);
  gboolean         has_times = !eqp_record_is_empty (record, EQP_INTERVENTION_START_TIME) && !eqp_record_is_empty (record, EQP_INTERVENTION_END_TIME);
  gint64           most = has_times ? MINUTES_A_DAY : MINUTES_A_LINE;
  const char      *label = _ (eqp_intervention_entity.fields[field].label);
  g_autofree char *text = eqp_duration_format (minutes, eqp_language_get_interface ());
  g_autofree char *limit = eqp_duration_format (most, eqp_language_get_interface ());

  if (minutes < 0 && eqp_record_is_empty (record, EQP_INTERVENTION_CORRECTS))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: the label of a field, such as "Done"; a duration, such as "−2 h". */
                   _ ("“%s” cannot be %s: only a counter-entry takes hours away."), label, text);
      return FALSE;
    }
  if (minutes >= -most && minutes <= most)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               has_times ?
                         /* Translators: the label of a field, such as "Done", then two durations. */
                 _ ("“%s” cannot be %s: a line with times holds at most %s.")
                         : _ ("“%s” cannot be %s: a line holds at most %s."),
               label, text, limit);
  return FALSE;
}

/**
 * eqp_intervention_check_hours:
 * @record: a line
 * @field: (out): the field at fault
 * @error: return location for an error
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when a figure is negative without a line to correct, or is more than a line can hold:
 *   24 h with times, 400 h without
 */
gboolean
eqp_intervention_check_hours (EqpRecord *record,
                              guint     *field,
                              GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      *field = figures[i];
      if (!eqp_record_is_empty (record, figures[i]) && !check_figure (record, figures[i], error))
        return FALSE;
    }
  return TRUE;
}

static const char left_sql[] =
  "SELECT l.person_id, l.training, coalesce (l.corrects_id, 0), "
  "  coalesce (l.requested, 0) + coalesce (sum (c.requested), 0), coalesce (l.planned, 0) + coalesce (sum (c.planned), 0), "
  "  coalesce (l.done, 0) + coalesce (sum (c.done), 0), coalesce (l.certified, 0) + coalesce (sum (c.certified), 0) "
  "FROM intervention l LEFT JOIN intervention c ON c.corrects_id = l.id AND c.id <> ? WHERE l.id = ? GROUP BY l.id";

/* @line: the row of left_sql. */
static gboolean
check_corrected (EqpRecord *record,
                 EqpQuery  *line,
                 guint     *field,
                 GError   **error)
{
  *field = EQP_INTERVENTION_CORRECTS;
  if (eqp_query_get_integer (line, 2) != 0)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A counter-entry cannot correct another counter-entry."));
      return FALSE;
    }
  if (eqp_query_get_integer (line, 0) != eqp_record_get_reference (record, EQP_INTERVENTION_PERSON) ||
      strcmp (eqp_query_get_text (line, 1), eqp_record_get_text (record, EQP_INTERVENTION_TRAINING)) != 0)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                           _ ("A counter-entry names the same person and the same training, initial or continuing, as the line that it corrects."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64           left = eqp_query_get_integer (line, 3 + i);
      g_autofree char *text = NULL;

      *field = figures[i];
      if (eqp_record_is_empty (record, figures[i]) || eqp_record_get_integer (record, figures[i]) >= 0 ||
          left + eqp_record_get_integer (record, figures[i]) >= 0)
        continue;
      text = eqp_duration_format (left, eqp_language_get_interface ());
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: the label of a field, such as "Done"; a duration. */
                   _ ("The counter-entry takes away more than the line has left under “%s”: %s."),
                   _ (eqp_intervention_entity.fields[figures[i]].label), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * eqp_intervention_check_counter_entry:
 * @record: a line, perhaps one that corrects another
 * @field: (out): the field at fault
 * @error: return location for an error
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when it corrects itself, a counter-entry, or another person's hours, or takes away more than
 *   the corrected line and its other counter-entries leave
 */
gboolean
eqp_intervention_check_counter_entry (EqpRecord *record,
                                      guint     *field,
                                      GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    id = eqp_record_get_id (record);
  gint64    corrects = eqp_record_get_reference (record, EQP_INTERVENTION_CORRECTS);
  g_autoptr (EqpQuery) line = NULL;
  GError *failure = NULL;

  *field = EQP_INTERVENTION_CORRECTS;
  if (corrects == 0 || store == NULL)
    return TRUE;
  if (corrects == id)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A line cannot correct itself."));
      return FALSE;
    }
  line = eqp_store_query (store, error, left_sql, "ii", id, corrects);
  if (line == NULL)
    return FALSE;
  if (eqp_query_next (line, &failure))
    return check_corrected (record, line, field, error);
  if (failure == NULL)
    return TRUE; /* The reference itself is at fault, which its own check says. */
  g_propagate_error (error, failure);
  return FALSE;
}

/* What the request asks for, what its other lines take of it, and what this one took of it so far. */
static const char share_sql[] =
  "SELECT r.minutes, coalesce ((SELECT sum (coalesce (l.requested, l.planned, 0)) FROM intervention l WHERE l.request_id = r.id AND l.id <> ?), 0), "
  "  coalesce ((SELECT coalesce (l.requested, l.planned) FROM intervention l WHERE l.id = ? AND l.request_id = r.id), 0) "
  "FROM request r WHERE r.id = ?";

/**
 * eqp_intervention_check_share:
 * @record: a line, perhaps one that answers a request
 * @field: (out): the field at fault
 * @error: return location for an error
 *
 * A request is not split into more than the hours that it asks for, if it says how many: what counts is the requested hours of a line, else
 * the planned ones. Hours done may turn out to be more.
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_INVALID when the line takes more of its request than before and than is left
 */
gboolean
eqp_intervention_check_share (EqpRecord *record,
                              guint     *field,
                              GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    id = eqp_record_get_id (record);
  gint64    request = eqp_record_get_reference (record, EQP_INTERVENTION_REQUEST);
  gint64    share, left;
  g_autoptr (EqpQuery) query = NULL;
  g_autofree char *share_text = NULL;
  g_autofree char *left_text = NULL;
  GError          *failure = NULL;

  *field = eqp_record_is_empty (record, EQP_INTERVENTION_REQUESTED) ? EQP_INTERVENTION_PLANNED : EQP_INTERVENTION_REQUESTED;
  share = eqp_record_get_integer (record, *field);
  if (store == NULL || request == 0 || share <= 0 || (id != 0 && !eqp_record_is_changed (record)))
    return TRUE;
  query = eqp_store_query (store, error, share_sql, "iii", id, id, request);
  if (query == NULL)
    return FALSE;
  if (!eqp_query_next (query, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL; /* The reference itself is at fault, which its own check says. */
    }
  left = eqp_query_get_integer (query, 0) - eqp_query_get_integer (query, 1);
  if (eqp_query_get_integer (query, 0) == 0 || share <= MAX (left, eqp_query_get_integer (query, 2)))
    return TRUE;
  share_text = eqp_duration_format (share, eqp_language_get_interface ());
  left_text = eqp_duration_format (MAX (left, 0), eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: both are durations. */
               _ ("%s are more than the request still asks for: %s."), share_text, left_text);
  return FALSE;
}

/**
 * eqp_intervention_set_locked:
 * @store: the file
 * @date: a date of the line
 * @certified: whether the line is certified; otherwise the academic year of @date is closed
 * @error: return location for an error
 *
 * Sets @error to %EQP_INPUT_ERROR_FORBIDDEN, with what to do instead.
 */
void
eqp_intervention_set_locked (EqpStore *store,
                             EqpDate   date,
                             gboolean  certified,
                             GError  **error)
{
  int year;

  if (certified)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN,
                           _ ("This line is certified and stays as it is: correct it by a counter-entry."));
      return;
    }
  year = eqp_pole_academic_year (store, date);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN,
               /* Translators: the two calendar years of an academic year, as in 2026–2027. */
               _ ("The academic year %d–%d is closed and its lines stay as they are: correct them by counter-entries in an open year."), year, year + 1);
}

/* "A date outside the academic year": so far away that it must be a slip. */
static gboolean
check_date (EqpDate  date,
            GError **error)
{
  EqpDate          first = eqp_date_from_ymd (FIRST_YEAR, 1, 1);
  EqpDate          last = eqp_date_add_months (eqp_date_today (), 12 * YEARS_AHEAD);
  g_autofree char *text = NULL;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  if (date >= first && date <= last)
    return TRUE;
  text = eqp_date_format (date, eqp_language_get_interface ());
  first_text = eqp_date_format (first, eqp_language_get_interface ());
  last_text = eqp_date_format (last, eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: all three are dates. */
               _ ("%s lies outside the academic years of the ledger: a date between %s and %s is expected."), text, first_text, last_text);
  return FALSE;
}

/* Whether nothing but the reason of a conflict differs from the file: it changes no hour. */
static gboolean
changes_override_only (EqpStore  *store,
                       EqpRecord *draft)
{
  g_autoptr (EqpRecord) live = eqp_store_get (store, &eqp_intervention_entity, eqp_record_get_id (draft), NULL);
  g_autoptr (EqpRecord) copy = NULL;

  if (live == NULL)
    return FALSE;
  copy = eqp_record_dup_draft (draft);
  eqp_record_set_text (copy, EQP_INTERVENTION_OVERRIDE, eqp_record_get_text (live, EQP_INTERVENTION_OVERRIDE));
  return !eqp_record_is_changed (copy);
}

/**
 * eqp_intervention_check_lock:
 * @record: a line
 * @field: (out): the field at fault
 * @error: return location for an error
 *
 * What is certified or in a closed year stays as it is, except for the reason why a conflict is accepted; nothing new comes into a
 * closed year; a date far from today is a slip.
 *
 * Returns: %FALSE with %EQP_INPUT_ERROR_FORBIDDEN or %EQP_INPUT_ERROR_INVALID, or when the file cannot be read
 */
gboolean
eqp_intervention_check_lock (EqpRecord *record,
                             guint     *field,
                             GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  EqpDate   date = eqp_record_get_date (record, EQP_INTERVENTION_DATE);
  EqpDate   stored = EQP_DATE_NONE;
  gboolean  certified, closed;

  *field = EQP_INTERVENTION_DATE;
  if (store == NULL || (eqp_record_get_id (record) != 0 && !eqp_record_is_changed (record)))
    return TRUE;
  if (!eqp_intervention_read_lock (store, eqp_record_get_id (record), &stored, &certified, &closed, error))
    return FALSE;
  if ((certified || closed) && !changes_override_only (store, record))
    {
      *field = certified ? EQP_INTERVENTION_CERTIFIED : EQP_INTERVENTION_DATE;
      eqp_intervention_set_locked (store, stored, certified, error);
      return FALSE;
    }
  if (date == stored)
    return TRUE;
  if (!check_date (date, error))
    return FALSE;
  if (!eqp_year_is_closed (store, eqp_pole_academic_year (store, date)))
    return TRUE;
  eqp_intervention_set_locked (store, date, FALSE, error);
  return FALSE;
}
