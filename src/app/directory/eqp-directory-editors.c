/* eqp-directory-editors.c — the editors of people, courses and the plainer records of the directory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-directory-editors"

#include "config.h"

#include "app/directory/eqp-directory-editors.h"

#include <glib/gi18n.h>

#include "app/directory/eqp-home-group.h"
#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-set.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/directory/eqp-course-links.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-directory-edits.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"

/* What an editor holds beside its form. */
typedef struct
{
  EqpStore     *store;
  EqpHomeGroup *home;  /* a person's */
  EqpRecordSet *sites; /* a course's */
  EqpRecordSet *components;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_clear_object (&editor->home);
  g_clear_object (&editor->sites);
  g_clear_object (&editor->components);
  g_object_unref (editor->store);
  g_free (editor);
}

static const char *
get_title (const EqpEntity *entity,
           gboolean         is_new)
{
  if (entity == &eqp_person_entity)
    return is_new ? _ ("New person") : _ ("Change the person");
  if (entity == &eqp_institution_entity)
    return is_new ? _ ("New institution") : _ ("Change the institution");
  if (entity == &eqp_course_entity)
    return is_new ? _ ("New course") : _ ("Change the course");
  if (entity == &eqp_mention_entity)
    return is_new ? _ ("New mention") : _ ("Change the mention");
  if (entity == &eqp_unit_entity)
    return is_new ? _ ("New teaching unit") : _ ("Change the teaching unit");
  if (entity == &eqp_scheme_entity)
    return is_new ? _ ("New scheme") : _ ("Change the scheme");
  return is_new ? _ ("New site") : _ ("Change the site");
}

static gboolean
save_person_cb (EqpRecord   *draft,
                gpointer     user_data,
                EqpMessage **label,
                GError     **error)
{
  Editor *editor = user_data;
  EqpHome home;

  if (!eqp_home_group_read (editor->home, &home, error))
    return FALSE;
  return eqp_person_save (editor->store, draft, &home, label, error);
}

static gboolean
save_course_cb (EqpRecord   *draft,
                gpointer     user_data,
                EqpMessage **label,
                GError     **error)
{
  Editor *editor = user_data;

  return eqp_course_save (editor->store, draft, eqp_record_set_get_ids (editor->sites),
                          eqp_record_set_get_ids (editor->components), label, error);
}

static void
add_course_groups (EqpRecordWindow *window,
                   Editor          *editor,
                   gint64           course)
{
  editor->sites = g_object_ref_sink (EQP_RECORD_SET (eqp_record_set_new (editor->store, &eqp_course_site_entity, course, _ ("Sites"))));
  editor->components = g_object_ref_sink (EQP_RECORD_SET (
    eqp_record_set_new (editor->store, &eqp_course_component_entity, course, _ ("Components engaged"))));
  eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (editor->sites));
  eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (editor->components));
}

void
eqp_directory_edit (GtkWindow       *parent,
                    EqpSession      *session,
                    const EqpEntity *entity,
                    EqpRecord       *record)
{
  EqpStore         *store = eqp_session_get_store (session);
  Editor           *editor = g_new0 (Editor, 1);
  EqpRecordSaveFunc save = NULL;
  EqpRecordWindow  *window;
  g_autoptr (EqpRecord) draft = record != NULL ? eqp_record_dup_draft (record) : eqp_record_new (entity);
  gint64 id = record != NULL ? eqp_record_get_id (record) : 0;

  editor->store = g_object_ref (store);
  if (entity == &eqp_person_entity)
    save = save_person_cb;
  else if (entity == &eqp_course_entity)
    save = save_course_cb;
  window = eqp_record_window_new (parent, get_title (entity, record == NULL), store, draft, NULL, save, editor, editor_free);
  if (entity == &eqp_person_entity)
    {
      editor->home = g_object_ref_sink (EQP_HOME_GROUP (eqp_home_group_new (store, id)));
      eqp_record_window_add_group (window, ADW_PREFERENCES_GROUP (editor->home));
    }
  else if (entity == &eqp_course_entity)
    add_course_groups (window, editor, id);
  gtk_window_present (GTK_WINDOW (window));
}

void
eqp_directory_delete (GtkWidget  *widget,
                      EqpSession *session,
                      EqpRecord  *record)
{
  EqpStore        *store = eqp_session_get_store (session);
  const EqpEntity *entity = eqp_record_get_entity (record);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (entity == &eqp_person_entity)
    done = eqp_person_delete (store, eqp_record_get_id (record), &label, &error);
  else if (entity == &eqp_course_entity)
    done = eqp_course_delete (store, eqp_record_get_id (record), &label, &error);
  else
    {
      eqp_feedback_delete (widget, store, record);
      return;
    }
  if (done)
    eqp_feedback_edit (widget, label);
  else
    eqp_feedback_error (widget, _ ("It was not deleted"), error);
}
