/* eqp-body-window.c — creating or changing a council, and recording its decisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-body-window"

#include "config.h"

#include "app/bodies/eqp-body-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-set.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body-links.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/bodies/eqp-statute.h"

/* ---- a council ---- */

typedef struct
{
  EqpStore     *store;
  EqpRecordSet *mentions;
  EqpRecordSet *courses;
  GtkWidget    *opener; /* (nullable) the main window: it shows the council that was created */
  gboolean      is_new;
} BodyEditor;

static void
body_editor_free (gpointer data)
{
  BodyEditor *editor = data;

  g_object_unref (editor->store);
  g_object_unref (editor->mentions);
  g_object_unref (editor->courses);
  g_object_unref (editor->opener);
  g_free (editor);
}

static gboolean
save_body_cb (EqpRecord   *draft,
              gpointer     user_data,
              EqpMessage **label,
              GError     **error)
{
  BodyEditor *editor = user_data;

  if (!eqp_body_save (editor->store, draft, eqp_record_set_get_ids (editor->mentions),
                      eqp_record_set_get_ids (editor->courses), label, error))
    return FALSE;
  if (editor->is_new)
    {
      g_autofree char *address = g_strconcat ("councils/", eqp_record_get_text (draft, EQP_BODY_CODE), NULL);

      eqp_feedback_go (editor->opener, address);
    }
  return TRUE;
}

/* A new council is most likely one more of the same statute. */
static void
propose_statute (EqpStore  *store,
                 EqpRecord *draft)
{
  g_autoptr (EqpRecord) statute = eqp_store_find (store, &eqp_statute_entity, EQP_STATUTE_CODE, "CPER", NULL);

  if (statute != NULL)
    eqp_record_set_reference (draft, EQP_BODY_STATUTE, eqp_record_get_id (statute));
}

void
eqp_body_window_present (GtkWindow  *parent,
                         EqpSession *session,
                         gint64      body)
{
  EqpStore        *store = eqp_session_get_store (session);
  BodyEditor      *editor;
  EqpRecordWindow *window;
  g_autoptr (EqpRecord) live = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (body != 0)
    {
      live = eqp_store_get (store, &eqp_body_entity, body, &error);
      if (live == NULL)
        {
          eqp_feedback_error (GTK_WIDGET (parent), _ ("The council cannot be changed"), error);
          return;
        }
      draft = eqp_record_dup_draft (live);
    }
  else
    {
      draft = eqp_record_new (&eqp_body_entity);
      propose_statute (store, draft);
    }

  editor = g_new0 (BodyEditor, 1);
  editor->store = g_object_ref (store);
  editor->mentions = g_object_ref_sink (EQP_RECORD_SET (eqp_record_set_new (store, &eqp_body_mention_entity, body, _ ("Mentions"))));
  editor->courses = g_object_ref_sink (EQP_RECORD_SET (eqp_record_set_new (store, &eqp_body_course_entity, body, _ ("Courses"))));
  editor->opener = g_object_ref (GTK_WIDGET (parent));
  editor->is_new = body == 0;
  window = eqp_record_window_new (parent, body != 0 ? _ ("Change the council") : _ ("New council"), store, draft, NULL,
                                  save_body_cb, editor, body_editor_free);
  eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (editor->mentions));
  eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (editor->courses));
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- a decision ---- */

void
eqp_decision_window_present (GtkWindow  *parent,
                             EqpSession *session,
                             gint64      body,
                             const char *kind,
                             gint64      decision)
{
  static const int fields[] = { EQP_DECISION_KIND, EQP_DECISION_DATE, EQP_DECISION_REFERENCE, EQP_DECISION_SIGNATORY, EQP_DECISION_SIDE, -1 };
  EqpStore        *store = eqp_session_get_store (session);
  EqpRecordWindow *window;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (decision != 0)
    {
      g_autoptr (EqpRecord) live = eqp_store_get (store, &eqp_decision_entity, decision, &error);

      if (live == NULL)
        {
          eqp_feedback_error (GTK_WIDGET (parent), _ ("The decision cannot be changed"), error);
          return;
        }
      draft = eqp_record_dup_draft (live);
    }
  else
    {
      draft = eqp_record_new (&eqp_decision_entity);
      eqp_record_set_reference (draft, EQP_DECISION_BODY, body);
      eqp_record_set_text (draft, EQP_DECISION_KIND, kind != NULL && *kind != '\0' ? kind : "decision");
      eqp_record_set_date (draft, EQP_DECISION_DATE, eqp_checker_get_as_of (eqp_session_get_checker (session)));
    }
  window = eqp_record_window_new (parent, decision != 0 ? _ ("Change the decision") : _ ("Record a decision"), store, draft, fields,
                                  NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}
