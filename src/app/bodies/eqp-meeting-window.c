/* eqp-meeting-window.c — recording a meeting of a council, and the items that it dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting-window"

#include "config.h"

#include "app/bodies/eqp-meeting-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"

static EqpRecord *
dup_draft (EqpStore        *store,
           const EqpEntity *entity,
           gint64           id,
           GError         **error)
{
  g_autoptr (EqpRecord) live = eqp_store_get (store, entity, id, error);

  return live != NULL ? eqp_record_dup_draft (live) : NULL;
}

/* ---- a meeting ---- */

static gboolean
save_meeting_cb (EqpRecord   *draft,
                 gpointer     user_data,
                 EqpMessage **label,
                 GError     **error)
{
  return eqp_meeting_save (user_data, draft, label, error);
}

static EqpRecord *
new_meeting (EqpSession *session,
             gint64      body)
{
  EqpRecord *draft = eqp_record_new (&eqp_meeting_entity);

  /* Until it is saved the code only keeps the form from asking for one. */
  eqp_record_set_text (draft, EQP_MEETING_CODE, "new");
  eqp_record_set_reference (draft, EQP_MEETING_BODY, body);
  eqp_record_set_date (draft, EQP_MEETING_DATE, eqp_checker_get_as_of (eqp_session_get_checker (session)));
  return draft;
}

void
eqp_meeting_window_present (GtkWindow  *parent,
                            EqpSession *session,
                            gint64      body,
                            gint64      meeting)
{
  static const int fields[] = { EQP_MEETING_DATE, EQP_MEETING_TITLE, EQP_MEETING_PLACE, EQP_MEETING_STATE, -1 };
  EqpStore        *store = eqp_session_get_store (session);
  EqpRecordWindow *window;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  draft = meeting != 0 ? dup_draft (store, &eqp_meeting_entity, meeting, &error) : new_meeting (session, body);
  if (draft == NULL)
    {
      eqp_feedback_error (GTK_WIDGET (parent), _ ("The meeting cannot be changed"), error);
      return;
    }
  window = eqp_record_window_new (parent, meeting != 0 ? _ ("Change the meeting") : _ ("Record a meeting"), store, draft, fields,
                                  save_meeting_cb, g_object_ref (store), g_object_unref);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- an item ---- */

static EqpRecord *
new_item (EqpStore *store,
          gint64    meeting,
          GError  **error)
{
  gint64     position;
  EqpRecord *draft;

  if (!eqp_meeting_get_next_position (store, meeting, &position, error))
    return NULL;
  draft = eqp_record_new (&eqp_meeting_item_entity);
  eqp_record_set_reference (draft, EQP_MEETING_ITEM_MEETING, meeting);
  eqp_record_set_integer (draft, EQP_MEETING_ITEM_POSITION, position);
  return draft;
}

void
eqp_meeting_item_window_present (GtkWindow  *parent,
                                 EqpSession *session,
                                 gint64      meeting,
                                 gint64      item)
{
  static const int fields[] = { EQP_MEETING_ITEM_TITLE, EQP_MEETING_ITEM_POSITION, EQP_MEETING_ITEM_SCOPE, EQP_MEETING_ITEM_OUTCOME,
                                EQP_MEETING_ITEM_ADVICE_TO, -1 };
  EqpStore        *store = eqp_session_get_store (session);
  EqpRecordWindow *window;
  GtkWidget       *note;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  draft = item != 0 ? dup_draft (store, &eqp_meeting_item_entity, item, &error) : new_item (store, meeting, &error);
  if (draft == NULL)
    {
      eqp_feedback_error (GTK_WIDGET (parent), _ ("The item cannot be changed"), error);
      return;
    }
  window = eqp_record_window_new (parent, item != 0 ? _ ("Change the item") : _ ("Add an item"), store, draft, fields, NULL, NULL, NULL);
  note = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "description",
                       _ ("Advice goes to the boards CCI, OAF, COSP and CI: write their codes, separated by commas. A site sub-council deals with "
                          "local items and sends no advice itself; its council does."),
                       NULL);
  eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (note));
  gtk_window_present (GTK_WINDOW (window));
}
