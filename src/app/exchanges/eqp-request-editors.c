/* eqp-request-editors.c — the editors of a request: all of it, its route, the reason of a refusal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-editors"

#include "config.h"

#include "app/exchanges/eqp-request-editors.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-request-filter.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/exchanges/eqp-exchange-edits.h"

/* What an editor holds beside its form. */
typedef struct
{
  EqpStore  *store;
  EqpRecord *request; /* (nullable) as it is in the file */
  GtkWidget *widget;  /* (nullable) what shows a new one */
} Editor;

static Editor *
editor_new (EqpSession *session,
            EqpRecord  *request)
{
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (eqp_session_get_store (session));
  g_set_object (&editor->request, request);
  return editor;
}

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_clear_object (&editor->widget);
  g_clear_object (&editor->request);
  g_object_unref (editor->store);
  g_free (editor);
}

/* ---- all of it ---- */

static gboolean
save_cb (EqpRecord   *draft,
         gpointer     user_data,
         EqpMessage **label,
         GError     **error)
{
  Editor *editor = user_data;

  if (!eqp_request_save (editor->store, draft, label, error))
    return FALSE;
  /* Another file took this one's place meanwhile, or the window was closed. */
  if (editor->request == NULL && gtk_widget_get_root (editor->widget) != NULL)
    gtk_widget_activate_action (editor->widget, "requests.created", "s", eqp_record_get_text (draft, EQP_REQUEST_CODE));
  return TRUE;
}

void
eqp_request_editor_present (GtkWidget  *widget,
                            EqpSession *session,
                            EqpRecord  *request)
{
  /* What is asked first; the state moves along the procedure, not in a form. */
  static const int fields[] = {
    EQP_REQUEST_SUBJECT, EQP_REQUEST_TRAINING, EQP_REQUEST_REQUESTER, EQP_REQUEST_CONTACT, EQP_REQUEST_MINUTES, EQP_REQUEST_RECEIVED,
    EQP_REQUEST_START_DATE, EQP_REQUEST_END_DATE, EQP_REQUEST_UNIT, EQP_REQUEST_SCHEME, EQP_REQUEST_SCOPE, EQP_REQUEST_PLACE,
    EQP_REQUEST_LEVEL, EQP_REQUEST_SKILLS, EQP_REQUEST_COMPLEX, EQP_REQUEST_ROUTE, EQP_REQUEST_RESOURCE, EQP_REQUEST_COORDINATOR,
    EQP_REQUEST_REMARKS, -1
  };
  EqpStore *store = eqp_session_get_store (session);
  g_autoptr (EqpRecord) draft = request != NULL ? eqp_record_dup_draft (request) : eqp_record_new (&eqp_request_entity);
  const char *title = request != NULL ? _ ("Change the request") : _ ("New request");
  Editor     *editor = editor_new (session, request);

  if (request == NULL)
    {
      eqp_record_set_text (draft, EQP_REQUEST_TRAINING, eqp_training_get_code (EQP_TRAINING_FC));
      eqp_record_set_date (draft, EQP_REQUEST_RECEIVED, eqp_date_today ());
    }
  editor->widget = g_object_ref (widget);
  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), title, store, draft, fields, save_cb,
                                                         editor, editor_free)));
}

/* ---- its route ---- */

static gboolean
save_route_cb (EqpRecord   *draft,
               gpointer     user_data,
               EqpMessage **label,
               GError     **error)
{
  Editor *editor = user_data;

  return eqp_request_route (editor->store, draft, eqp_date_today (), label, error);
}

void
eqp_request_route_present (GtkWindow  *parent,
                           EqpSession *session,
                           EqpRecord  *request)
{
  static const int fields[] = { EQP_REQUEST_ROUTE, EQP_REQUEST_RESOURCE, EQP_REQUEST_COMPLEX, -1 };
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (request);

  gtk_window_present (GTK_WINDOW (eqp_record_window_new (parent, _ ("Route the request"), eqp_session_get_store (session), draft, fields,
                                                         save_route_cb, editor_new (session, request), editor_free)));
}

/* ---- a refusal ---- */

static gboolean
refuse_cb (EqpRecord   *draft,
           gpointer     user_data,
           EqpMessage **label,
           GError     **error)
{
  Editor *editor = user_data;

  return eqp_request_move (editor->store, editor->request, EQP_REQUEST_STATE_REFUSED, eqp_date_today (),
                           eqp_record_get_text (draft, EQP_REQUEST_REASON), label, error);
}

void
eqp_request_refusal_present (GtkWindow  *parent,
                             EqpSession *session,
                             EqpRecord  *request)
{
  static const int fields[] = { EQP_REQUEST_REASON, -1 };
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (request);

  gtk_window_present (GTK_WINDOW (eqp_record_window_new (parent, _ ("Refuse the request"), eqp_session_get_store (session), draft, fields,
                                                         refuse_cb, editor_new (session, request), editor_free)));
}
