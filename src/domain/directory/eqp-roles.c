/* eqp-roles.c — everything a person is and does, on a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-roles"

#include "config.h"

#include "domain/directory/eqp-roles.h"

#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-enrolment.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-teaching.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-record-edits.h"

#include <glib/gi18n.h>

/* What the kinds of roles are gathered with. */
typedef struct
{
  EqpStore  *store;
  gint64     person;
  EqpDate    as_of;
  GPtrArray *roles;
} Gathering;

/* Adds a role that says @msgid, with @target's title for {target}; the message's other values are the caller's. */
static EqpRole *
add_role (Gathering  *gathering,
          EqpRoleKind kind,
          const char *msgid,
          EqpRecord  *target,
          gint64      record)
{
  EqpRole *role = g_new0 (EqpRole, 1);

  role->kind = kind;
  role->text = eqp_message_new (msgid);
  role->record = record;
  if (target != NULL)
    {
      eqp_message_title (role->text, "target", target);
      role->entity = eqp_record_get_entity (target);
      role->id = eqp_record_get_id (target);
    }
  g_ptr_array_add (gathering->roles, role);
  return role;
}

/* The record that a reference points to; TRUE with %NULL when it is empty. */
static gboolean
get_target (EqpRecord  *record,
            guint       field,
            EqpRecord **target,
            GError    **error)
{
  gint64 id = eqp_record_get_reference (record, field);

  *target = NULL;
  if (id == 0)
    return TRUE;
  *target = eqp_store_get (eqp_record_get_store (record), eqp_record_get_entity (record)->fields[field].target, id, error);
  return *target != NULL;
}

/* A '?' for the person, then four for the date (0: all). */
#define DATED_CLAUSE \
  "WHERE person_id = ? AND (? = 0 OR (from_date <= ? AND (to_date = '' OR to_date >= ?))) ORDER BY from_date DESC, id DESC"

static GPtrArray *
select_dated (Gathering       *self,
              const EqpEntity *entity,
              GError         **error)
{
  return eqp_store_select (self->store, entity, error, DATED_CLAUSE, "iidd",
                           self->person, (gint64)self->as_of, self->as_of, self->as_of);
}

static gboolean
add_affiliations (Gathering *self,
                  GError   **error)
{
  g_autoptr (GPtrArray) rows = select_dated (self, &eqp_affiliation_entity, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      EqpRecord *row = rows->pdata[i];
      g_autoptr (EqpRecord) institution = NULL;
      g_autofree char *side_fr = eqp_record_dup_display (row, EQP_AFFILIATION_SIDE, EQP_LANGUAGE_FR);
      g_autofree char *side_en = eqp_record_dup_display (row, EQP_AFFILIATION_SIDE, EQP_LANGUAGE_EN);
      EqpRole         *role;

      if (!get_target (row, EQP_AFFILIATION_INSTITUTION, &institution, error))
        return FALSE;
      /* Translators: {target} is an institution, {side} is University, Education authority or Other. */
      role = add_role (self, EQP_ROLE_AFFILIATION, institution != NULL ? N_ ("Belongs to {target} ({side})") : N_ ("No home institution ({side})"),
                       institution, eqp_record_get_id (row));
      eqp_message_names (role->text, "side", side_fr, side_en);
      role->from = eqp_record_get_date (row, EQP_AFFILIATION_FROM_DATE);
      role->to = eqp_record_get_date (row, EQP_AFFILIATION_TO_DATE);
    }
  return rows != NULL;
}

static const char *
get_mandate_msgid (const char *function)
{
  if (strcmp (function, "chair") == 0)
    return N_ ("Chair of “{target}”: {category}");
  if (strcmp (function, "secretary") == 0)
    return N_ ("Secretary of “{target}”: {category}");
  return N_ ("Member of “{target}”: {category}");
}

static gboolean
add_mandates (Gathering *self,
              GError   **error)
{
  g_autoptr (GPtrArray) rows = select_dated (self, &eqp_mandate_entity, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      EqpRecord *row = rows->pdata[i];
      g_autoptr (EqpRecord) body = NULL;
      g_autoptr (EqpRecord) category = NULL;
      EqpRole *role;

      if (!get_target (row, EQP_MANDATE_BODY, &body, error) || !get_target (row, EQP_MANDATE_CATEGORY, &category, error))
        return FALSE;
      role = add_role (self, EQP_ROLE_MANDATE, get_mandate_msgid (eqp_record_get_text (row, EQP_MANDATE_FUNCTION)), body, eqp_record_get_id (row));
      eqp_message_title (role->text, "category", category);
      role->from = eqp_record_get_date (row, EQP_MANDATE_FROM_DATE);
      role->to = eqp_record_get_date (row, EQP_MANDATE_TO_DATE);
    }
  return rows != NULL;
}

/* Headships carry no dates of their own: they are what the file says now, of mentions and of courses open on the date. */
static gboolean
add_headships (Gathering *self,
               GError   **error)
{
  g_autoptr (GPtrArray) mentions = NULL;
  g_autoptr (GPtrArray) courses = NULL;

  mentions = eqp_store_select (self->store, &eqp_mention_entity, error, "WHERE head_id = ? OR head_deputy_id = ? ORDER BY code",
                               "ii", self->person, self->person);
  if (mentions == NULL)
    return FALSE;
  courses = eqp_store_select (self->store, &eqp_course_entity, error,
                              "WHERE head_id = ? AND (? = 0 OR (from_date <= ? AND (to_date = '' OR to_date >= ?))) ORDER BY code",
                              "iidd", self->person, (gint64)self->as_of, self->as_of, self->as_of);
  if (courses == NULL)
    return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    {
      EqpRecord *mention = mentions->pdata[i];
      gint64     id = eqp_record_get_id (mention);

      if (eqp_record_get_reference (mention, EQP_MENTION_HEAD) == self->person)
        add_role (self, EQP_ROLE_MENTION_HEAD, N_ ("Head of the mention “{target}”"), mention, id);
      if (eqp_record_get_reference (mention, EQP_MENTION_HEAD_DEPUTY) == self->person)
        add_role (self, EQP_ROLE_MENTION_HEAD, N_ ("Represents the head of the mention “{target}”"), mention, id);
    }
  for (guint i = 0; i < courses->len; i++)
    add_role (self, EQP_ROLE_COURSE_HEAD, N_ ("Head of the course “{target}”"), courses->pdata[i], eqp_record_get_id (courses->pdata[i]));
  return TRUE;
}

/* Teaching and enrolments alike: a course and an academic year. */
static gboolean
add_years (Gathering       *self,
           EqpRoleKind      kind,
           const EqpEntity *entity,
           guint            course_field,
           guint            year_field,
           const char      *msgid,
           GError         **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 wanted = self->as_of == EQP_DATE_NONE ? 0 : eqp_pole_academic_year (self->store, self->as_of);

  rows = eqp_store_select (self->store, entity, error, "WHERE person_id = ? AND (? = 0 OR year = ?) ORDER BY year DESC, id",
                           "iii", self->person, wanted, wanted);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      EqpRecord *row = rows->pdata[i];
      gint64     year = eqp_record_get_integer (row, year_field);
      g_autoptr (EqpRecord) course = NULL;
      g_autofree char *years = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, year, year + 1);
      EqpRole         *role;

      if (!get_target (row, course_field, &course, error))
        return FALSE;
      role = add_role (self, kind, msgid, course, eqp_record_get_id (row));
      eqp_message_text (role->text, "year", years);
      eqp_pole_get_year_period (self->store, year, &role->from, &role->to);
    }
  return rows != NULL;
}

/**
 * eqp_role_free:
 * @self: (transfer full): a role
 */
void
eqp_role_free (EqpRole *self)
{
  eqp_message_unref (self->text);
  g_free (self);
}

/**
 * eqp_person_list_roles:
 * @store: the file
 * @person: id of a person
 * @as_of: a day; %EQP_DATE_NONE for the roles of all times
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EqpRole): affiliations, mandates, headships, teaching, enrolments, in this order, each the
 *   newest first
 */
GPtrArray *
eqp_person_list_roles (EqpStore *store,
                       gint64    person,
                       EqpDate   as_of,
                       GError  **error)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_role_free);
  Gathering self = { store, person, as_of, roles };

  if (!add_affiliations (&self, error) || !add_mandates (&self, error) || !add_headships (&self, error) ||
      !add_years (&self, EQP_ROLE_TEACHING, &eqp_teaching_entity, EQP_TEACHING_COURSE, EQP_TEACHING_YEAR,
                  /* Translators: {target} is a course, {year} is 2026–2027. */
                  N_ ("Teaches in “{target}”, {year}"), error) ||
      !add_years (&self, EQP_ROLE_ENROLMENT, &eqp_enrolment_entity, EQP_ENROLMENT_COURSE, EQP_ENROLMENT_YEAR,
                  /* Translators: {target} is a course, {year} is 2026–2027. */
                  N_ ("Enrolled in “{target}”, {year}"), error))
    return NULL;
  return g_steal_pointer (&roles);
}
