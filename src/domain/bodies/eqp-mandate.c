/* eqp-mandate.c — that a person holds a seat of a body for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-mandate"

#include "config.h"

#include "domain/bodies/eqp-mandate.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice functions[] = {
  { "", N_ ("Member") },
  { "chair", N_ ("Chair") },
  { "secretary", N_ ("Secretary") },
  { NULL, NULL },
};

#define KEY (EQP_FIELD_KEY | EQP_FIELD_PERSONAL)

static const EqpField eqp_mandate_fields[] = {
  [EQP_MANDATE_BODY] = { "body", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | KEY | EQP_FIELD_OWNER, N_ ("Council"), "body;conseil", NULL, &eqp_body_entity },
  [EQP_MANDATE_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | KEY, N_ ("Person"), "person;personne;membre", NULL, &eqp_person_entity },
  [EQP_MANDATE_CATEGORY] = { "category", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | KEY, N_ ("Category"), "category;catégorie;collège;qualité", NULL, &eqp_category_entity },
  [EQP_MANDATE_FUNCTION] = { "function", EQP_FIELD_CHOICE, EQP_FIELD_PERSONAL, N_ ("Function"), "function;fonction", functions },
  [EQP_MANDATE_REPRESENTS_EMPLOYER] = { "represents-employer", EQP_FIELD_BOOLEAN, EQP_FIELD_PERSONAL, N_ ("Represents the employer"), "represents_employer;représente l’employeur;employeur" },
  [EQP_MANDATE_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Institution represented"), "institution;établissement;organisme", NULL, &eqp_institution_entity },
  [EQP_MANDATE_FROM_DATE] = { "from-date", EQP_FIELD_DATE, KEY, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_MANDATE_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_PERSONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
  [EQP_MANDATE_REPLACES] = { "replaces", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Replaces"), "replaces;remplace", NULL, &eqp_mandate_entity },
  [EQP_MANDATE_MEETING] = { "meeting", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Meeting"), "meeting;réunion", NULL, &eqp_meeting_entity },
};

EQP_DEFINE_ENTITY (eqp_mandate, "mandate", N_ ("mandate"), N_ ("Mandates"))
EQP_DEFINE_RECORD_TYPE (EqpMandate, eqp_mandate)

/* "Ms Anne Duval, Teachers (Secondary – Mathematics)" */
static char *
eqp_mandate_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  g_autofree char *names = eqp_record_dup_joined_titles (record, EQP_MANDATE_PERSON, EQP_MANDATE_CATEGORY, language);
  g_autofree char *body = eqp_record_dup_target_title (record, EQP_MANDATE_BODY, language);

  return eqp_record_join_title (names, body, NULL);
}

static gboolean
check_category (EqpRecord *record,
                GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  g_autoptr (EqpRecord) body = NULL;
  g_autoptr (EqpRecord) category = NULL;
  g_autofree char *body_title = NULL;
  g_autofree char *category_title = NULL;

  if (store == NULL)
    return TRUE;
  body = eqp_store_get (store, &eqp_body_entity, eqp_record_get_reference (record, EQP_MANDATE_BODY), error);
  if (body == NULL)
    return FALSE;
  category = eqp_store_get (store, &eqp_category_entity, eqp_record_get_reference (record, EQP_MANDATE_CATEGORY), error);
  if (category == NULL)
    return FALSE;
  if (eqp_record_get_reference (category, EQP_CATEGORY_STATUTE) == eqp_record_get_reference (body, EQP_BODY_STATUTE))
    return TRUE;
  body_title = eqp_record_dup_title (body, eqp_language_get_interface ());
  category_title = eqp_record_dup_title (category, eqp_language_get_interface ());
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: a category of seats, then the name of a council. */
               _ ("“%s” is not a category of seats in the statute of “%s”."), category_title, body_title);
  return FALSE;
}

/* C-19: an occasional guest is invited to one meeting, nobody else is. */
static gboolean
check_meeting (EqpRecord *record,
               GError   **error)
{
  EqpStore *store = eqp_record_get_store (record);
  gint64    id = eqp_record_get_reference (record, EQP_MANDATE_MEETING);
  g_autoptr (EqpRecord) category = NULL;
  g_autoptr (EqpRecord) meeting = NULL;

  if (store == NULL || id == 0)
    return TRUE;
  category = eqp_store_get (store, &eqp_category_entity, eqp_record_get_reference (record, EQP_MANDATE_CATEGORY), error);
  if (category == NULL)
    return FALSE;
  if (strcmp (eqp_record_get_text (category, EQP_CATEGORY_CODE), EQP_CATEGORY_GUEST_OCCASIONAL) != 0)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("Only an occasional guest is invited to one meeting."));
      return FALSE;
    }
  meeting = eqp_store_get (store, &eqp_meeting_entity, id, error);
  if (meeting == NULL)
    return FALSE;
  if (eqp_record_get_reference (meeting, EQP_MEETING_BODY) == eqp_record_get_reference (record, EQP_MANDATE_BODY))
    return TRUE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("This meeting is one of another council."));
  return FALSE;
}

static gboolean
eqp_mandate_validate (EqpRecord *record,
                      guint     *field,
                      GError   **error)
{
  *field = EQP_MANDATE_CATEGORY;
  if (!check_category (record, error))
    return FALSE;
  *field = EQP_MANDATE_MEETING;
  if (!check_meeting (record, error))
    return FALSE;
  return eqp_record_check_period (record, EQP_MANDATE_FROM_DATE, EQP_MANDATE_TO_DATE, field, error);
}

static void
eqp_mandate_class_init (EqpMandateClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_mandate_entity);
  record_class->dup_title = eqp_mandate_dup_title;
  record_class->validate = eqp_mandate_validate;
}
