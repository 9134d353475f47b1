/* eqp-meeting-edits.c — recording and deleting the meetings of a body, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting-edits"

#include "config.h"

#include "domain/bodies/eqp-meeting-edits.h"

#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/eqp-record-edits.h"

#include <glib/gi18n.h>

/* ---- save ---- */

/* "CPER-07/2026-10-12", with "-2" behind it for a second meeting of the day. */
static char *
dup_free_code (EqpStore  *store,
               EqpRecord *draft,
               GError   **error)
{
  g_autoptr (EqpRecord) body = eqp_store_get (store, &eqp_body_entity, eqp_record_get_reference (draft, EQP_MEETING_BODY), error);
  g_autofree char *stem = NULL;
  g_autofree char *code = NULL;
  char             date[EQP_DATE_ISO_SIZE];

  if (body == NULL)
    return NULL;
  eqp_date_to_iso (eqp_record_get_date (draft, EQP_MEETING_DATE), date);
  stem = g_strdup_printf ("%s/%s", eqp_record_get_text (body, EQP_BODY_CODE), date);
  code = g_strdup (stem);
  for (guint n = 2;; n++)
    {
      GError *failure = NULL;
      g_autoptr (EqpRecord) rival = eqp_store_find (store, &eqp_meeting_entity, EQP_MEETING_CODE, code, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      if (rival == NULL)
        return g_steal_pointer (&code);
      g_free (code);
      code = g_strdup_printf ("%s-%u", stem, n);
    }
}

static gboolean
save_draft (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  return eqp_store_save (store, user_data, error);
}

/**
 * eqp_meeting_save:
 * @store: the file
 * @draft: a meeting; a new one needs no code
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * The code of a new meeting is made of its body's and its date; one that is in the file keeps its code when it is put off, for
 * tables that were exported name it so.
 *
 * Returns: whether it was saved; %FALSE with an %EQP_INPUT_ERROR when a field is missing or wrong
 */
gboolean
eqp_meeting_save (EqpStore    *store,
                  EqpRecord   *draft,
                  EqpMessage **label,
                  GError     **error)
{
  gboolean is_new = eqp_record_get_id (draft) == 0;

  if (is_new)
    {
      g_autofree char *code = dup_free_code (store, draft, error);

      if (code == NULL)
        return FALSE;
      eqp_record_set_text (draft, EQP_MEETING_CODE, code);
    }
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (is_new ? N_ ("Added {record}") : N_ ("Changed {record}")), "record", draft),
                       save_draft, draft, label, error);
}

/* ---- delete ---- */

/* Who was invited to the meeting was there whatever becomes of its record. */
static gboolean
release_guests (EqpStore *store,
                gint64    meeting,
                GError  **error)
{
  g_autoptr (GPtrArray) guests = eqp_store_select (store, &eqp_mandate_entity, error, "WHERE meeting_id = ?", "i", meeting);

  if (guests == NULL)
    return FALSE;
  for (guint i = 0; i < guests->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (guests->pdata[i]);

      eqp_record_clear (draft, EQP_MANDATE_MEETING);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_meeting (EqpStore *store,
                gpointer  user_data,
                GError  **error)
{
  EqpRecord *meeting = user_data;
  gint64     id = eqp_record_get_id (meeting);

  return release_guests (store, id, error) &&
         eqp_edit_delete_linked (store, &eqp_meeting_item_entity, EQP_MEETING_ITEM_MEETING, id, error) &&
         eqp_store_delete (store, meeting, error);
}

/**
 * eqp_meeting_delete:
 * @store: the file
 * @meeting: id of a meeting
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Its items go with it. The mandates of guests who were invited to it stay, tied to no meeting.
 *
 * Returns: whether it was deleted
 */
gboolean
eqp_meeting_delete (EqpStore    *store,
                    gint64       meeting,
                    EqpMessage **label,
                    GError     **error)
{
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_meeting_entity, meeting, error);

  if (record == NULL)
    return FALSE;
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted {record}")), "record", record),
                       delete_meeting, record, label, error);
}

/**
 * eqp_edit_delete_meetings:
 * @store: the file, inside an edit
 * @body: id of a body
 * @error: return location for an error
 *
 * Returns: whether every meeting of @body is gone
 */
gboolean
eqp_edit_delete_meetings (EqpStore *store,
                          gint64    body,
                          GError  **error)
{
  g_autoptr (GPtrArray) meetings = eqp_store_select (store, &eqp_meeting_entity, error, "WHERE body_id = ?", "i", body);

  if (meetings == NULL)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    if (!delete_meeting (store, meetings->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ---- items ---- */

/**
 * eqp_meeting_get_next_position:
 * @store: the file
 * @meeting: id of a meeting
 * @position: (out): where a further item goes: after the last one
 * @error: return location for an error
 *
 * Returns: whether the file could be read
 */
gboolean
eqp_meeting_get_next_position (EqpStore *store,
                               gint64    meeting,
                               gint64   *position,
                               GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "SELECT COALESCE (max (position), 0) + 1 FROM meeting_item WHERE meeting_id = ?",
                                                "i", meeting);

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *position = eqp_query_get_integer (query, 0);
  return TRUE;
}
