/* eqp-mandate-edits.c — appointing, replacing, ending and naming chair, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-mandate-edits"

#include "config.h"

#include "domain/bodies/eqp-body-edits.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-edits.h"

#include <glib/gi18n.h>

/* What an edit of a mandate knows before it begins. */
typedef struct
{
  EqpRecord *mandate;
  EqpRecord *body;
  EqpRecord *holder;
  gint64     person; /* who comes, when somebody is replaced */
  EqpDate    date;
} MandateEdit;

static void
mandate_edit_clear (MandateEdit *edit)
{
  g_clear_object (&edit->mandate);
  g_clear_object (&edit->body);
  g_clear_object (&edit->holder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MandateEdit, mandate_edit_clear)

static gboolean
mandate_edit_begin (MandateEdit *edit,
                    EqpStore    *store,
                    gint64       mandate,
                    GError     **error)
{
  edit->mandate = eqp_store_get (store, &eqp_mandate_entity, mandate, error);
  if (edit->mandate == NULL)
    return FALSE;
  edit->body = eqp_store_get (store, &eqp_body_entity, eqp_record_get_reference (edit->mandate, EQP_MANDATE_BODY), error);
  if (edit->body == NULL)
    return FALSE;
  edit->holder = eqp_store_get (store, &eqp_person_entity, eqp_record_get_reference (edit->mandate, EQP_MANDATE_PERSON), error);
  return edit->holder != NULL;
}

/* Deletes a mandate that will never have begun. Whoever replaced its holder now replaces the one before. */
static gboolean
remove_mandate (EqpStore  *store,
                EqpRecord *mandate,
                GError   **error)
{
  g_autoptr (GPtrArray) replacing = eqp_store_select (store, &eqp_mandate_entity, error,
                                                      "WHERE replaces_id = ?", "i", eqp_record_get_id (mandate));

  if (replacing == NULL)
    return FALSE;
  for (guint i = 0; i < replacing->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (replacing->pdata[i]);

      eqp_record_set_reference (draft, EQP_MANDATE_REPLACES, eqp_record_get_reference (mandate, EQP_MANDATE_REPLACES));
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return eqp_store_delete (store, mandate, error);
}

static gboolean
end_mandate (EqpStore  *store,
             EqpRecord *mandate,
             EqpDate    last_day,
             GError   **error)
{
  g_autoptr (EqpRecord) draft = NULL;

  if (eqp_record_get_date (mandate, EQP_MANDATE_FROM_DATE) > last_day)
    return remove_mandate (store, mandate, error);
  draft = eqp_record_dup_draft (mandate);
  eqp_record_set_date (draft, EQP_MANDATE_TO_DATE, last_day);
  return eqp_store_save (store, draft, error);
}

/* ---- appoint ---- */

typedef struct
{
  const EqpAppointment *appointment;
  gint64                mandate;
} AppointEdit;

static gboolean
appoint (EqpStore *store,
         gpointer  user_data,
         GError  **error)
{
  AppointEdit          *edit = user_data;
  const EqpAppointment *wanted = edit->appointment;
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_mandate_entity);

  eqp_record_set_reference (draft, EQP_MANDATE_BODY, wanted->body);
  eqp_record_set_reference (draft, EQP_MANDATE_PERSON, wanted->person);
  eqp_record_set_reference (draft, EQP_MANDATE_CATEGORY, wanted->category);
  eqp_record_set_reference (draft, EQP_MANDATE_INSTITUTION, wanted->institution);
  eqp_record_set_boolean (draft, EQP_MANDATE_REPRESENTS_EMPLOYER, wanted->represents_employer);
  eqp_record_set_date (draft, EQP_MANDATE_FROM_DATE, wanted->from);
  eqp_record_set_date (draft, EQP_MANDATE_TO_DATE, wanted->to);
  eqp_record_set_reference (draft, EQP_MANDATE_MEETING, wanted->meeting);
  if (!eqp_store_save (store, draft, error))
    return FALSE;
  edit->mandate = eqp_record_get_id (draft);
  return TRUE;
}

/**
 * eqp_body_appoint:
 * @store: the file
 * @appointment: who, where, as what, from when to when
 * @mandate: (out) (optional): id of the new mandate
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was done; %FALSE with an %EQP_INPUT_ERROR when the category is none of the body's statute, the period ends
 *   before it begins, or the meeting is none to which such a seat is invited
 */
gboolean
eqp_body_appoint (EqpStore             *store,
                  const EqpAppointment *appointment,
                  gint64               *mandate,
                  EqpMessage          **label,
                  GError              **error)
{
  AppointEdit edit = { appointment };
  g_autoptr (EqpRecord) body = NULL;
  g_autoptr (EqpRecord) person = NULL;
  g_autoptr (EqpRecord) category = NULL;
  EqpMessage *message;

  body = eqp_store_get (store, &eqp_body_entity, appointment->body, error);
  if (body == NULL)
    return FALSE;
  person = eqp_store_get (store, &eqp_person_entity, appointment->person, error);
  if (person == NULL)
    return FALSE;
  category = eqp_store_get (store, &eqp_category_entity, appointment->category, error);
  if (category == NULL)
    return FALSE;
  message = eqp_message_new (N_ ("Appointed {person} to “{body}” as {category}"));
  eqp_message_title (message, "person", person);
  eqp_message_title (message, "body", body);
  eqp_message_title (message, "category", category);
  if (!eqp_edit_run (store, message, appoint, &edit, label, error))
    return FALSE;
  if (mandate != NULL)
    *mandate = edit.mandate;
  return TRUE;
}

/* ---- replace ---- */

static gboolean
replace (EqpStore *store,
         gpointer  user_data,
         GError  **error)
{
  MandateEdit *edit = user_data;
  EqpRecord   *old = edit->mandate;
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_mandate_entity);
  EqpDate  last_day = eqp_record_get_date (old, EQP_MANDATE_TO_DATE);
  gboolean is_over = last_day != EQP_DATE_NONE && last_day < edit->date;
  gboolean has_begun = eqp_record_get_date (old, EQP_MANDATE_FROM_DATE) < edit->date;

  eqp_record_set_reference (draft, EQP_MANDATE_BODY, eqp_record_get_reference (old, EQP_MANDATE_BODY));
  eqp_record_set_reference (draft, EQP_MANDATE_PERSON, edit->person);
  eqp_record_set_reference (draft, EQP_MANDATE_CATEGORY, eqp_record_get_reference (old, EQP_MANDATE_CATEGORY));
  eqp_record_set_reference (draft, EQP_MANDATE_INSTITUTION, eqp_record_get_reference (old, EQP_MANDATE_INSTITUTION));
  eqp_record_set_boolean (draft, EQP_MANDATE_REPRESENTS_EMPLOYER, eqp_record_get_boolean (old, EQP_MANDATE_REPRESENTS_EMPLOYER));
  eqp_record_set_date (draft, EQP_MANDATE_FROM_DATE, edit->date);
  eqp_record_set_date (draft, EQP_MANDATE_TO_DATE, is_over ? EQP_DATE_NONE : last_day);
  eqp_record_set_reference (draft, EQP_MANDATE_MEETING, is_over ? 0 : eqp_record_get_reference (old, EQP_MANDATE_MEETING));
  eqp_record_set_reference (draft, EQP_MANDATE_REPLACES,
                            has_begun ? eqp_record_get_id (old) : eqp_record_get_reference (old, EQP_MANDATE_REPLACES));
  if (!is_over && !end_mandate (store, old, edit->date - 1, error))
    return FALSE;
  return eqp_store_save (store, draft, error);
}

/**
 * eqp_body_replace:
 * @store: the file
 * @mandate: id of the mandate that ends
 * @person: id of the person who comes
 * @from: the first day of the new mandate; %EQP_DATE_NONE is today
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * A mandate that would not have begun by then is removed, and the new one replaces the one before it. A mandate that was over
 * stays as it was, and the new one has no last day.
 *
 * Returns: whether it was done
 */
gboolean
eqp_body_replace (EqpStore    *store,
                  gint64       mandate,
                  gint64       person,
                  EqpDate      from,
                  EqpMessage **label,
                  GError     **error)
{
  g_auto (MandateEdit) edit = { .person = person, .date = from == EQP_DATE_NONE ? eqp_date_today () : from };
  g_autoptr (EqpRecord) successor = NULL;
  g_autofree char *name = NULL;
  EqpMessage      *message;

  if (!mandate_edit_begin (&edit, store, mandate, error))
    return FALSE;
  successor = eqp_store_get (store, &eqp_person_entity, person, error);
  if (successor == NULL)
    return FALSE;
  if (successor == edit.holder)
    {
      name = eqp_record_dup_title (successor, eqp_language_get_interface ());
      /* Translators: %s is the name of a person. */
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("%s already holds this seat."), name);
      return FALSE;
    }
  message = eqp_message_new (N_ ("Replaced {old} by {new} in “{body}”"));
  eqp_message_title (message, "old", edit.holder);
  eqp_message_title (message, "new", successor);
  eqp_message_title (message, "body", edit.body);
  return eqp_edit_run (store, message, replace, &edit, label, error);
}

/* ---- vacate ---- */

static gboolean
vacate (EqpStore *store,
        gpointer  user_data,
        GError  **error)
{
  MandateEdit *edit = user_data;

  return end_mandate (store, edit->mandate, edit->date, error);
}

/**
 * eqp_body_vacate:
 * @store: the file
 * @mandate: id of the mandate that ends
 * @last_day: its last day; %EQP_DATE_NONE is today
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * A mandate that would not have begun by then is removed.
 *
 * Returns: whether it was done
 */
gboolean
eqp_body_vacate (EqpStore    *store,
                 gint64       mandate,
                 EqpDate      last_day,
                 EqpMessage **label,
                 GError     **error)
{
  g_auto (MandateEdit) edit = { .date = last_day == EQP_DATE_NONE ? eqp_date_today () : last_day };
  EqpMessage *message;

  if (!mandate_edit_begin (&edit, store, mandate, error))
    return FALSE;
  message = eqp_message_new (N_ ("Ended the mandate of {person} in “{body}”"));
  eqp_message_title (message, "person", edit.holder);
  eqp_message_title (message, "body", edit.body);
  return eqp_edit_run (store, message, vacate, &edit, label, error);
}

/* ---- chair ---- */

static gboolean
overlaps (EqpRecord *a,
          EqpRecord *b)
{
  EqpDate a_to = eqp_record_get_date (a, EQP_MANDATE_TO_DATE);
  EqpDate b_to = eqp_record_get_date (b, EQP_MANDATE_TO_DATE);

  return (a_to == EQP_DATE_NONE || a_to >= eqp_record_get_date (b, EQP_MANDATE_FROM_DATE)) &&
         (b_to == EQP_DATE_NONE || b_to >= eqp_record_get_date (a, EQP_MANDATE_FROM_DATE));
}

static gboolean
set_function (EqpStore   *store,
              EqpRecord  *mandate,
              const char *function,
              GError    **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (mandate);

  eqp_record_set_text (draft, EQP_MANDATE_FUNCTION, function);
  return eqp_store_save (store, draft, error);
}

static gboolean
set_chair (EqpStore *store,
           gpointer  user_data,
           GError  **error)
{
  MandateEdit *edit = user_data;
  g_autoptr (GPtrArray) chairs = NULL;

  chairs = eqp_store_select (store, &eqp_mandate_entity, error, "WHERE body_id = ? AND function = 'chair' AND id <> ?",
                             "ii", eqp_record_get_id (edit->body), eqp_record_get_id (edit->mandate));
  if (chairs == NULL)
    return FALSE;
  for (guint i = 0; i < chairs->len; i++)
    if (overlaps (chairs->pdata[i], edit->mandate) && !set_function (store, chairs->pdata[i], "", error))
      return FALSE;
  return set_function (store, edit->mandate, "chair", error);
}

/**
 * eqp_body_set_chair:
 * @store: the file
 * @mandate: id of the mandate whose holder becomes chair
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Chairs of the body whose mandates do not meet this one keep the function: they were chair in their time.
 *
 * Returns: whether it was done
 */
gboolean
eqp_body_set_chair (EqpStore    *store,
                    gint64       mandate,
                    EqpMessage **label,
                    GError     **error)
{
  g_auto (MandateEdit) edit = { 0 };
  EqpMessage *message;

  if (!mandate_edit_begin (&edit, store, mandate, error))
    return FALSE;
  message = eqp_message_new (N_ ("Named {person} chair of “{body}”"));
  eqp_message_title (message, "person", edit.holder);
  eqp_message_title (message, "body", edit.body);
  return eqp_edit_run (store, message, set_chair, &edit, label, error);
}

/* ---- meeting ---- */

typedef struct
{
  EqpRecord *mandate;
  gint64     meeting;
} MeetingEdit;

static gboolean
set_meeting (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  MeetingEdit *edit = user_data;
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (edit->mandate);

  eqp_record_set_reference (draft, EQP_MANDATE_MEETING, edit->meeting);
  return eqp_store_save (store, draft, error);
}

/**
 * eqp_body_set_meeting:
 * @store: the file
 * @mandate: id of the mandate of an occasional guest
 * @meeting: id of a meeting of the same body, 0 for none
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * C-19: an occasional guest is tied to one meeting.
 *
 * Returns: whether it was done; %FALSE with an %EQP_INPUT_ERROR when the seat is no occasional guest's, or the meeting another body's
 */
gboolean
eqp_body_set_meeting (EqpStore    *store,
                      gint64       mandate,
                      gint64       meeting,
                      EqpMessage **label,
                      GError     **error)
{
  g_auto (MandateEdit) edit = { 0 };
  MeetingEdit change = { NULL, meeting };
  g_autoptr (EqpRecord) invited = NULL;
  EqpMessage *message;

  if (!mandate_edit_begin (&edit, store, mandate, error))
    return FALSE;
  if (meeting != 0)
    {
      invited = eqp_store_get (store, &eqp_meeting_entity, meeting, error);
      if (invited == NULL)
        return FALSE;
    }
  change.mandate = edit.mandate;
  if (invited != NULL)
    message = eqp_message_title (eqp_message_new (N_ ("Tied the invitation of {person} to: {meeting}")), "meeting", invited);
  else
    message = eqp_message_title (eqp_message_new (N_ ("Untied the invitation of {person} in “{body}” from its meeting")), "body", edit.body);
  eqp_message_title (message, "person", edit.holder);
  return eqp_edit_run (store, message, set_meeting, &change, label, error);
}
