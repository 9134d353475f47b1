/* eqp-body-edits.c — what a coordinator does to a body, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-body-edits"

#include "config.h"

#include "domain/bodies/eqp-body-edits.h"

#include "domain/bodies/eqp-body-links.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/eqp-record-edits.h"

#include <glib/gi18n.h>

typedef struct
{
  EqpRecord *draft;
  GArray    *mentions;
  GArray    *courses;
} SaveEdit;

static gboolean
save_body (EqpStore *store,
           gpointer  user_data,
           GError  **error)
{
  SaveEdit *edit = user_data;
  gint64    body;

  if (!eqp_store_save (store, edit->draft, error))
    return FALSE;
  body = eqp_record_get_id (edit->draft);
  return eqp_edit_set_links (store, &eqp_body_mention_entity, EQP_BODY_MENTION_BODY, body, EQP_BODY_MENTION_MENTION, edit->mentions, error) &&
         eqp_edit_set_links (store, &eqp_body_course_entity, EQP_BODY_COURSE_BODY, body, EQP_BODY_COURSE_COURSE, edit->courses, error);
}

/**
 * eqp_body_save:
 * @store: the file
 * @draft: a draft of a body
 * @mentions: (nullable) (element-type gint64): the mentions that it is attached to; %NULL leaves them
 * @courses: (nullable) (element-type gint64): the courses that it is attached to; %NULL leaves them
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was saved
 */
gboolean
eqp_body_save (EqpStore    *store,
               EqpRecord   *draft,
               GArray      *mentions,
               GArray      *courses,
               EqpMessage **label,
               GError     **error)
{
  SaveEdit    edit = { draft, mentions, courses };
  EqpMessage *message;

  if (eqp_record_get_id (draft) == 0)
    message = eqp_message_new (N_ ("Created the council “{body}”"));
  else
    message = eqp_message_new (N_ ("Changed the council “{body}”"));
  return eqp_edit_run (store, eqp_message_title (message, "body", draft), save_body, &edit, label, error);
}

/* Mandates point at those they replace; these pointers go first, so that the rows can go in any order. */
static gboolean
delete_mandates (EqpStore *store,
                 gint64    body,
                 GError  **error)
{
  g_autoptr (GPtrArray) replacing = eqp_store_select (store, &eqp_mandate_entity, error,
                                                      "WHERE body_id = ? AND replaces_id IS NOT NULL", "i", body);

  if (replacing == NULL)
    return FALSE;
  for (guint i = 0; i < replacing->len; i++)
    {
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (replacing->pdata[i]);

      eqp_record_clear (draft, EQP_MANDATE_REPLACES);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return eqp_edit_delete_linked (store, &eqp_mandate_entity, EQP_MANDATE_BODY, body, error);
}

static gboolean
delete_body (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  EqpRecord *body = user_data;
  gint64     id = eqp_record_get_id (body);

  return delete_mandates (store, id, error) &&
         eqp_edit_delete_meetings (store, id, error) &&
         eqp_edit_delete_linked (store, &eqp_decision_entity, EQP_DECISION_BODY, id, error) &&
         eqp_edit_delete_linked (store, &eqp_body_mention_entity, EQP_BODY_MENTION_BODY, id, error) &&
         eqp_edit_delete_linked (store, &eqp_body_course_entity, EQP_BODY_COURSE_BODY, id, error) &&
         eqp_store_delete (store, body, error);
}

/**
 * eqp_body_delete:
 * @store: the file
 * @body: id of a body
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was deleted; %FALSE with %EQP_STORE_ERROR_CONSTRAINT while it has sub-councils
 */
gboolean
eqp_body_delete (EqpStore    *store,
                 gint64       body,
                 EqpMessage **label,
                 GError     **error)
{
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_body_entity, body, error);

  if (record == NULL)
    return FALSE;
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted the council “{body}”")), "body", record),
                       delete_body, record, label, error);
}

typedef struct
{
  EqpDate     date;
  const char *reference;
} AnnexEdit;

static gboolean
record_annex_of (EqpStore  *store,
                 gint64     body,
                 AnnexEdit *edit,
                 GError   **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (EqpRecord) draft = NULL;

  found = eqp_store_select (store, &eqp_decision_entity, error, "WHERE body_id = ? AND kind = 'annex' AND date = ?", "id", body, edit->date);
  if (found == NULL)
    return FALSE;
  draft = found->len > 0 ? eqp_record_dup_draft (found->pdata[0]) : eqp_record_new (&eqp_decision_entity);
  eqp_record_set_reference (draft, EQP_DECISION_BODY, body);
  eqp_record_set_text (draft, EQP_DECISION_KIND, "annex");
  eqp_record_set_date (draft, EQP_DECISION_DATE, edit->date);
  eqp_record_set_text (draft, EQP_DECISION_REFERENCE, edit->reference);
  return eqp_store_save (store, draft, error);
}

static gboolean
record_annex (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  AnnexEdit *edit = user_data;
  g_autoptr (GPtrArray) bodies = NULL;

  bodies = eqp_store_select (store, &eqp_body_entity, error,
                             "WHERE from_date <= ? AND (to_date = '' OR to_date >= ?)", "dd", edit->date, edit->date);
  if (bodies == NULL)
    return FALSE;
  for (guint i = 0; i < bodies->len; i++)
    if (!record_annex_of (store, eqp_record_get_id (bodies->pdata[i]), edit, error))
      return FALSE;
  return TRUE;
}

/**
 * eqp_bodies_record_annex:
 * @store: the file
 * @date: the day on which the annex was printed
 * @reference: (nullable): its reference
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was recorded
 */
gboolean
eqp_bodies_record_annex (EqpStore    *store,
                         EqpDate      date,
                         const char  *reference,
                         EqpMessage **label,
                         GError     **error)
{
  AnnexEdit edit = { date, reference != NULL ? reference : "" };

  return eqp_edit_run (store, eqp_message_date (eqp_message_new (N_ ("Recorded the annex of {date}")), "date", date),
                       record_annex, &edit, label, error);
}
