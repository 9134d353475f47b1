/* eqp-directory-edits.c — what a coordinator does to people and courses, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-directory-edits"

#include "config.h"

#include "domain/directory/eqp-directory-edits.h"

#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-course-links.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-edits.h"

#include <glib/gi18n.h>

typedef struct
{
  EqpRecord     *draft;
  const EqpHome *home;
} PersonEdit;

static gboolean
is_home (EqpRecord     *affiliation,
         const EqpHome *home)
{
  return eqp_record_get_reference (affiliation, EQP_AFFILIATION_INSTITUTION) == home->institution &&
         strcmp (eqp_record_get_text (affiliation, EQP_AFFILIATION_SIDE), home->side) == 0;
}

static gboolean
save_affiliation (EqpStore      *store,
                  EqpRecord     *draft,
                  const EqpHome *home,
                  GError       **error)
{
  eqp_record_set_reference (draft, EQP_AFFILIATION_INSTITUTION, home->institution);
  eqp_record_set_text (draft, EQP_AFFILIATION_SIDE, home->side);
  return eqp_store_save (store, draft, error);
}

/* @from is the first day of the new home. An affiliation that began on that very day is corrected instead of ended; one that
 * begins later bounds the new one. */
static gboolean
move_home (EqpStore      *store,
           gint64         person,
           const EqpHome *home,
           EqpDate        from,
           GError       **error)
{
  g_autoptr (GPtrArray) all = eqp_person_list_affiliations (store, person, error);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_affiliation_entity);
  EqpDate last_day = EQP_DATE_NONE;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      EqpRecord *other = all->pdata[i];
      EqpDate    begins = eqp_record_get_date (other, EQP_AFFILIATION_FROM_DATE);
      g_autoptr (EqpRecord) changed = NULL;

      if (begins > from)
        last_day = begins - 1; /* the newest first: the last one seen is the next to come */
      else if (eqp_date_is_within (from, begins, eqp_record_get_date (other, EQP_AFFILIATION_TO_DATE)))
        {
          if (is_home (other, home))
            return TRUE;
          changed = eqp_record_dup_draft (other);
          if (begins == from)
            return save_affiliation (store, changed, home, error);
          eqp_record_set_date (changed, EQP_AFFILIATION_TO_DATE, from - 1);
          if (!eqp_store_save (store, changed, error))
            return FALSE;
        }
    }
  eqp_record_set_reference (draft, EQP_AFFILIATION_PERSON, person);
  eqp_record_set_date (draft, EQP_AFFILIATION_FROM_DATE, all->len == 0 && home->from == EQP_DATE_NONE ? EQP_DATE_NONE : from);
  eqp_record_set_date (draft, EQP_AFFILIATION_TO_DATE, last_day);
  return save_affiliation (store, draft, home, error);
}

static gboolean
save_person (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  PersonEdit *edit = user_data;

  if (!eqp_store_save (store, edit->draft, error))
    return FALSE;
  if (edit->home == NULL)
    return TRUE;
  return move_home (store, eqp_record_get_id (edit->draft), edit->home,
                    edit->home->from == EQP_DATE_NONE ? eqp_date_today () : edit->home->from, error);
}

/**
 * eqp_person_save:
 * @store: the file
 * @draft: a draft of a person
 * @home: (nullable): where the person belongs from a day on; %NULL leaves that
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was saved
 */
gboolean
eqp_person_save (EqpStore      *store,
                 EqpRecord     *draft,
                 const EqpHome *home,
                 EqpMessage   **label,
                 GError       **error)
{
  PersonEdit  edit = { draft, home };
  EqpMessage *message;

  if (eqp_record_get_id (draft) == 0)
    message = eqp_message_new (N_ ("Added {person}"));
  else
    message = eqp_message_new (N_ ("Changed {person}"));
  return eqp_edit_run (store, eqp_message_title (message, "person", draft), save_person, &edit, label, error);
}

static gboolean
delete_person (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  EqpRecord *person = user_data;

  return eqp_edit_delete_linked (store, &eqp_affiliation_entity, EQP_AFFILIATION_PERSON, eqp_record_get_id (person), error) &&
         eqp_store_delete (store, person, error);
}

/**
 * eqp_person_delete:
 * @store: the file
 * @person: id of a person
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether the person was deleted; %FALSE with %EQP_STORE_ERROR_CONSTRAINT while something names the person
 */
gboolean
eqp_person_delete (EqpStore    *store,
                   gint64       person,
                   EqpMessage **label,
                   GError     **error)
{
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_person_entity, person, error);

  if (record == NULL)
    return FALSE;
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted {person}")), "person", record),
                       delete_person, record, label, error);
}

typedef struct
{
  EqpRecord *draft;
  GArray    *sites;
  GArray    *components;
} CourseEdit;

static gboolean
save_course (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  CourseEdit *edit = user_data;
  gint64      course;

  if (!eqp_store_save (store, edit->draft, error))
    return FALSE;
  course = eqp_record_get_id (edit->draft);
  return eqp_edit_set_links (store, &eqp_course_site_entity, EQP_COURSE_SITE_COURSE, course, EQP_COURSE_SITE_SITE, edit->sites, error) &&
         eqp_edit_set_links (store, &eqp_course_component_entity, EQP_COURSE_COMPONENT_COURSE, course, EQP_COURSE_COMPONENT_INSTITUTION, edit->components, error);
}

/**
 * eqp_course_save:
 * @store: the file
 * @draft: a draft of a course
 * @sites: (nullable) (element-type gint64): where it is held; %NULL leaves that
 * @components: (nullable) (element-type gint64): the institutions engaged in it; %NULL leaves them
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was saved
 */
gboolean
eqp_course_save (EqpStore    *store,
                 EqpRecord   *draft,
                 GArray      *sites,
                 GArray      *components,
                 EqpMessage **label,
                 GError     **error)
{
  CourseEdit  edit = { draft, sites, components };
  EqpMessage *message;

  if (eqp_record_get_id (draft) == 0)
    message = eqp_message_new (N_ ("Created the course “{course}”"));
  else
    message = eqp_message_new (N_ ("Changed the course “{course}”"));
  return eqp_edit_run (store, eqp_message_title (message, "course", draft), save_course, &edit, label, error);
}

static gboolean
delete_course (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  EqpRecord *course = user_data;
  gint64     id = eqp_record_get_id (course);

  return eqp_edit_delete_linked (store, &eqp_course_site_entity, EQP_COURSE_SITE_COURSE, id, error) &&
         eqp_edit_delete_linked (store, &eqp_course_component_entity, EQP_COURSE_COMPONENT_COURSE, id, error) &&
         eqp_store_delete (store, course, error);
}

/**
 * eqp_course_delete:
 * @store: the file
 * @course: id of a course
 * @label: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Returns: whether it was deleted; %FALSE with %EQP_STORE_ERROR_CONSTRAINT while a council, a teacher or a student names it
 */
gboolean
eqp_course_delete (EqpStore    *store,
                   gint64       course,
                   EqpMessage **label,
                   GError     **error)
{
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_course_entity, course, error);

  if (record == NULL)
    return FALSE;
  return eqp_edit_run (store, eqp_message_title (eqp_message_new (N_ ("Deleted the course “{course}”")), "course", record),
                       delete_course, record, label, error);
}
