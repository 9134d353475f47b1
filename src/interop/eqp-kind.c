/* eqp-kind.c — the kinds of table that come in and go out, and their columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-kind"
#include "config.h"
#include "interop/eqp-kind-private.h"

#include "base/eqp-fold.h"
#include "base/eqp-language.h"
#include "domain/bodies/eqp-body-links.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/bodies/eqp-parameter.h"
#include "domain/bodies/eqp-statute-rule.h"
#include "domain/bodies/eqp-statute.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-course-links.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-enrolment.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-site.h"
#include "domain/directory/eqp-teaching.h"
#include "domain/eqp-setting.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-school-holiday.h"

#include <string.h>

static const EqpColumn settings_columns[] = {
  NEEDED ("name", EQP_SETTING_NAME),
  NEEDED ("value", EQP_SETTING_VALUE),
};

static const EqpColumn institutions_columns[] = {
  NEEDED ("code", EQP_INSTITUTION_CODE),
  NEEDED ("name", EQP_INSTITUTION_NAME),
  FIELD ("short_name", EQP_INSTITUTION_SHORT_NAME),
  FIELD ("kind", EQP_INSTITUTION_KIND),
  ALSO ("side", EQP_INSTITUTION_SIDE, "côté"),
  FIELD ("uai", EQP_INSTITUTION_UAI),
  FIELD ("siret", EQP_INSTITUTION_SIRET),
  FIELD ("parent", EQP_INSTITUTION_PARENT),
};

static const EqpColumn sites_columns[] = {
  NEEDED ("code", EQP_SITE_CODE),
  NEEDED ("name", EQP_SITE_NAME),
  NEEDED ("institution", EQP_SITE_INSTITUTION),
};

static const EqpColumn people_columns[] = {
  NEEDED ("code", EQP_PERSON_CODE),
  NEEDED ("family_name", EQP_PERSON_FAMILY_NAME),
  NEEDED ("given_name", EQP_PERSON_GIVEN_NAME),
  FIELD ("civility", EQP_PERSON_CIVILITY),
  FIELD ("email", EQP_PERSON_EMAIL),
  FIELD ("phone", EQP_PERSON_PHONE),
  { "institution", EQP_COLUMN_HOME, EQP_AFFILIATION_INSTITUTION, FALSE, "établissement;établissement d’origine;home institution;employeur" },
  FIELD ("corps", EQP_PERSON_CORPS),
  FIELD ("disciplines", EQP_PERSON_DISCIPLINES),
  { "side", EQP_COLUMN_HOME_SIDE, EQP_AFFILIATION_SIDE, FALSE, "côté" },
};

static const EqpColumn affiliations_columns[] = {
  NEEDED ("person", EQP_AFFILIATION_PERSON),
  NEEDED ("institution", EQP_AFFILIATION_INSTITUTION),
  ALSO ("side", EQP_AFFILIATION_SIDE, "côté"),
  ALSO ("from", EQP_AFFILIATION_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_AFFILIATION_TO_DATE, TO_ALIASES),
};

static const EqpColumn mentions_columns[] = {
  NEEDED ("code", EQP_MENTION_CODE),
  NEEDED ("name_fr", EQP_MENTION_NAME_FR),
  FIELD ("name_en", EQP_MENTION_NAME_EN),
  ALSO ("head", EQP_MENTION_HEAD, "responsable"),
  ALSO ("head_deputy", EQP_MENTION_HEAD_DEPUTY, "adjoint;adjointe;représentant;deputy"),
};

static const EqpColumn courses_columns[] = {
  NEEDED ("code", EQP_COURSE_CODE),
  NEEDED ("name_fr", EQP_COURSE_NAME_FR),
  NEEDED ("mention", EQP_COURSE_MENTION),
  FIELD ("name_en", EQP_COURSE_NAME_EN),
  ALSO ("head", EQP_COURSE_HEAD, "responsable"),
  LINKS ("sites", eqp_course_site_entity, "site;lieux"),
  LINKS ("components", eqp_course_component_entity, "composantes;component"),
  ALSO ("from", EQP_COURSE_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_COURSE_TO_DATE, TO_ALIASES),
};

static const EqpColumn statutes_columns[] = {
  NEEDED ("code", EQP_STATUTE_CODE),
  NEEDED ("name_fr", EQP_STATUTE_NAME_FR),
  FIELD ("name_en", EQP_STATUTE_NAME_EN),
  FIELD ("source", EQP_STATUTE_SOURCE),
  ALSO ("from", EQP_STATUTE_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_STATUTE_TO_DATE, TO_ALIASES),
};

static const EqpColumn categories_columns[] = {
  NEEDED ("statute", EQP_CATEGORY_STATUTE),
  NEEDED ("code", EQP_CATEGORY_CODE),
  NEEDED ("name_fr", EQP_CATEGORY_NAME_FR),
  FIELD ("name_en", EQP_CATEGORY_NAME_EN),
  FIELD ("min", EQP_CATEGORY_MIN),
  FIELD ("max", EQP_CATEGORY_MAX),
  FIELD ("counts", EQP_CATEGORY_COUNTS),
  FIELD ("votes", EQP_CATEGORY_VOTES),
  FIELD ("may_chair", EQP_CATEGORY_MAY_CHAIR),
  ALSO ("side", EQP_CATEGORY_SIDE, "côté"),
  FIELD ("position", EQP_CATEGORY_POSITION),
};

static const EqpColumn parameters_columns[] = {
  NEEDED ("statute", EQP_PARAMETER_STATUTE),
  NEEDED ("name", EQP_PARAMETER_NAME),
  NEEDED ("value", EQP_PARAMETER_VALUE),
  ALSO ("from", EQP_PARAMETER_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_PARAMETER_TO_DATE, TO_ALIASES),
  FIELD ("source", EQP_PARAMETER_SOURCE),
};

static const EqpColumn rules_columns[] = {
  NEEDED ("statute", EQP_STATUTE_RULE_STATUTE),
  NEEDED ("rule", EQP_STATUTE_RULE_RULE),
  NEEDED ("severity", EQP_STATUTE_RULE_SEVERITY),
  FIELD ("source", EQP_STATUTE_RULE_SOURCE),
};

static const EqpColumn procedures_columns[] = {
  NEEDED ("code", EQP_PROCEDURE_CODE),
  NEEDED ("name_fr", EQP_PROCEDURE_NAME_FR),
  FIELD ("name_en", EQP_PROCEDURE_NAME_EN),
  NEEDED ("subject", EQP_PROCEDURE_SUBJECT),
  FIELD ("source", EQP_PROCEDURE_SOURCE),
  ALSO ("from", EQP_PROCEDURE_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_PROCEDURE_TO_DATE, TO_ALIASES),
};

static const EqpColumn steps_columns[] = {
  NEEDED ("procedure", EQP_PROCEDURE_STEP_PROCEDURE),
  FIELD ("position", EQP_PROCEDURE_STEP_POSITION),
  NEEDED ("code", EQP_PROCEDURE_STEP_CODE),
  NEEDED ("name_fr", EQP_PROCEDURE_STEP_NAME_FR),
  FIELD ("name_en", EQP_PROCEDURE_STEP_NAME_EN),
  FIELD ("role", EQP_PROCEDURE_STEP_ROLE),
  FIELD ("anchor", EQP_PROCEDURE_STEP_ANCHOR),
  FIELD ("delay", EQP_PROCEDURE_STEP_DELAY),
  FIELD ("days", EQP_PROCEDURE_STEP_DAYS),
  FIELD ("evidence", EQP_PROCEDURE_STEP_EVIDENCE),
  FIELD ("blocking", EQP_PROCEDURE_STEP_BLOCKING),
  FIELD ("source", EQP_PROCEDURE_STEP_SOURCE),
};

static const EqpColumn school_holidays_columns[] = {
  NEEDED ("zone", EQP_SCHOOL_HOLIDAY_ZONE),
  FIELD ("name", EQP_SCHOOL_HOLIDAY_NAME),
  { "from", EQP_COLUMN_FIELD, EQP_SCHOOL_HOLIDAY_FROM_DATE, TRUE, FROM_ALIASES },
  { "to", EQP_COLUMN_FIELD, EQP_SCHOOL_HOLIDAY_TO_DATE, TRUE, TO_ALIASES },
};

static const EqpColumn bodies_columns[] = {
  NEEDED ("code", EQP_BODY_CODE),
  NEEDED ("name_fr", EQP_BODY_NAME_FR),
  FIELD ("name_en", EQP_BODY_NAME_EN),
  FIELD ("statute", EQP_BODY_STATUTE),
  FIELD ("parent", EQP_BODY_PARENT),
  FIELD ("site", EQP_BODY_SITE),
  LINKS ("mentions", eqp_body_mention_entity, "mention"),
  LINKS ("courses", eqp_body_course_entity, "parcours;course"),
  DECIDED ("decision_date", "date de la décision;date de décision", "decision"),
  REFERENCE ("decision_ref", "référence de la décision;décision;decision reference", "decision"),
  DECIDED ("proposal_date", "date de la proposition;date de proposition", "proposal"),
  REFERENCE ("proposal_ref", "référence de la proposition;proposition;proposal reference", "proposal"),
  DECIDED ("annex_date", "date de l’annexe;annexe", "annex"),
  FIELD ("number", EQP_BODY_NUMBER),
  FIELD ("degree", EQP_BODY_DEGREE),
  ALSO ("from", EQP_BODY_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_BODY_TO_DATE, TO_ALIASES),
};

static const EqpColumn decisions_columns[] = {
  NEEDED ("body", EQP_DECISION_BODY),
  NEEDED ("kind", EQP_DECISION_KIND),
  NEEDED ("date", EQP_DECISION_DATE),
  ALSO ("ref", EQP_DECISION_REFERENCE, "référence"),
  FIELD ("signatory", EQP_DECISION_SIGNATORY),
  ALSO ("side", EQP_DECISION_SIDE, "côté"),
};

static const EqpColumn meetings_columns[] = {
  NEEDED ("code", EQP_MEETING_CODE),
  NEEDED ("body", EQP_MEETING_BODY),
  NEEDED ("date", EQP_MEETING_DATE),
  FIELD ("title", EQP_MEETING_TITLE),
  FIELD ("place", EQP_MEETING_PLACE),
  FIELD ("state", EQP_MEETING_STATE),
};

static const EqpColumn items_columns[] = {
  NEEDED ("meeting", EQP_MEETING_ITEM_MEETING),
  NEEDED ("position", EQP_MEETING_ITEM_POSITION),
  NEEDED ("title", EQP_MEETING_ITEM_TITLE),
  FIELD ("scope", EQP_MEETING_ITEM_SCOPE),
  FIELD ("outcome", EQP_MEETING_ITEM_OUTCOME),
  FIELD ("advice_to", EQP_MEETING_ITEM_ADVICE_TO),
};

static const EqpColumn mandates_columns[] = {
  NEEDED ("body", EQP_MANDATE_BODY),
  NEEDED ("person", EQP_MANDATE_PERSON),
  { "category", EQP_COLUMN_CATEGORY, EQP_MANDATE_CATEGORY, TRUE, "catégorie" },
  FIELD ("function", EQP_MANDATE_FUNCTION),
  FIELD ("represents_employer", EQP_MANDATE_REPRESENTS_EMPLOYER),
  FIELD ("institution", EQP_MANDATE_INSTITUTION),
  ALSO ("from", EQP_MANDATE_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_MANDATE_TO_DATE, TO_ALIASES),
  { "replaces", EQP_COLUMN_REPLACED, EQP_MANDATE_REPLACES, FALSE, "remplace;en remplacement de" },
  FIELD ("meeting", EQP_MANDATE_MEETING),
};

static const EqpColumn teaching_columns[] = {
  NEEDED ("person", EQP_TEACHING_PERSON),
  NEEDED ("course", EQP_TEACHING_COURSE),
  NEEDED ("year", EQP_TEACHING_YEAR),
};

static const EqpColumn enrolments_columns[] = {
  NEEDED ("person", EQP_ENROLMENT_PERSON),
  NEEDED ("course", EQP_ENROLMENT_COURSE),
  NEEDED ("year", EQP_ENROLMENT_YEAR),
};

static const EqpKind kinds[EQP_N_KINDS] = {
  KIND (EQP_KIND_SETTINGS, "settings", eqp_setting_entity, settings_columns),
  KIND (EQP_KIND_INSTITUTIONS, "institutions", eqp_institution_entity, institutions_columns),
  KIND (EQP_KIND_SITES, "sites", eqp_site_entity, sites_columns),
  KIND (EQP_KIND_PEOPLE, "people", eqp_person_entity, people_columns),
  KIND (EQP_KIND_AFFILIATIONS, "affiliations", eqp_affiliation_entity, affiliations_columns),
  KIND (EQP_KIND_MENTIONS, "mentions", eqp_mention_entity, mentions_columns),
  KIND (EQP_KIND_COURSES, "courses", eqp_course_entity, courses_columns),
  KIND (EQP_KIND_STATUTES, "statutes", eqp_statute_entity, statutes_columns),
  KIND (EQP_KIND_CATEGORIES, "categories", eqp_category_entity, categories_columns),
  KIND (EQP_KIND_PARAMETERS, "parameters", eqp_parameter_entity, parameters_columns),
  KIND (EQP_KIND_RULES, "rules", eqp_statute_rule_entity, rules_columns),
  KIND (EQP_KIND_PROCEDURES, "procedures", eqp_procedure_entity, procedures_columns),
  KIND (EQP_KIND_STEPS, "steps", eqp_procedure_step_entity, steps_columns),
  KIND (EQP_KIND_SCHOOL_HOLIDAYS, "school-holidays", eqp_school_holiday_entity, school_holidays_columns),
  KIND (EQP_KIND_BODIES, "bodies", eqp_body_entity, bodies_columns),
  KIND (EQP_KIND_DECISIONS, "decisions", eqp_decision_entity, decisions_columns),
  KIND (EQP_KIND_MEETINGS, "meetings", eqp_meeting_entity, meetings_columns),
  KIND (EQP_KIND_ITEMS, "items", eqp_meeting_item_entity, items_columns),
  KIND (EQP_KIND_MANDATES, "mandates", eqp_mandate_entity, mandates_columns),
  KIND (EQP_KIND_TEACHING, "teaching", eqp_teaching_entity, teaching_columns),
  KIND (EQP_KIND_ENROLMENTS, "enrolments", eqp_enrolment_entity, enrolments_columns),
};

/* A header without case, accents, spaces and signs: "Nom de famille", "nom_de_famille" and "NOM DE FAMILLE" are one. */
static char *
dup_header_key (const char *header)
{
  g_autofree char *folded = eqp_fold (header);
  GString         *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

static gboolean
key_is_among (const char *key,
              const char *headers)
{
  g_auto (GStrv) list = headers != NULL ? g_strsplit (headers, ";", -1) : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_autofree char *candidate = dup_header_key (list[i]);

      if (strcmp (key, candidate) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a header names the column otherwise than by the contract's word. */
static gboolean
column_is_called (const EqpKind   *kind,
                  const EqpColumn *column,
                  const char      *key)
{
  const EqpField *field = eqp_column_get_field (kind, column);

  if (key_is_among (key, column->aliases))
    return TRUE;
  /* The names of a duration mean hours. */
  if (field == NULL || column->role == EQP_COLUMN_MINUTES)
    return FALSE;
  return key_is_among (key, field->name) || key_is_among (key, field->label) || key_is_among (key, field->headers) ||
         key_is_among (key, eqp_tr (EQP_LANGUAGE_FR, field->label));
}

/**
 * eqp_kind_get:
 * @id: a kind
 *
 * Returns: (transfer none): its table
 */
const EqpKind *
eqp_kind_get (EqpKindId id)
{
  return kinds[id].entity != NULL ? &kinds[id] : &_eqp_exchange_kinds[id];
}

/**
 * eqp_kind_find:
 * @name: a word of the command line, such as "people"
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const EqpKind *
eqp_kind_find (const char *name)
{
  for (guint i = 0; i < EQP_N_KINDS; i++)
    if (strcmp (eqp_kind_get (i)->name, name) == 0)
      return eqp_kind_get (i);
  return NULL;
}

/**
 * eqp_kind_dup_names:
 *
 * Returns: (transfer full): the names of all kinds, in a list for a reader
 */
char *
eqp_kind_dup_names (void)
{
  const char *names[EQP_N_KINDS + 1] = { NULL };

  for (guint i = 0; i < EQP_N_KINDS; i++)
    names[i] = eqp_kind_get (i)->name;
  return g_strjoinv (", ", (char **)names);
}

/**
 * eqp_column_get_field:
 * @kind: a kind
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): the field of the kind's entity that the column holds, if it is one
 */
const EqpField *
eqp_column_get_field (const EqpKind   *kind,
                      const EqpColumn *column)
{
  if (column->role > EQP_COLUMN_REPLACED)
    return NULL;
  return &kind->entity->fields[column->field];
}

/**
 * eqp_kind_match_header:
 * @kind: a kind
 * @header: the first cell of a column
 *
 * Finds the column that a header names, in French or English, whatever its case, accents and separators.
 *
 * Returns: its index, or -1
 */
int
eqp_kind_match_header (const EqpKind *kind,
                       const char    *header)
{
  g_autofree char *key = dup_header_key (header);

  if (*key == '\0')
    return -1;
  for (guint i = 0; i < kind->n_columns; i++)
    if (key_is_among (key, kind->columns[i].header))
      return i;
  for (guint i = 0; i < kind->n_columns; i++)
    if (column_is_called (kind, &kind->columns[i], key))
      return i;
  return -1;
}

/**
 * eqp_header_is_numen:
 * @header: the first cell of a column
 *
 * Whether a column holds the NUMEN, the personal number of an education civil servant, which is never stored.
 *
 * Returns: %TRUE for "NUMEN", "n° numen", "Numen_agent" …
 */
gboolean
eqp_header_is_numen (const char *header)
{
  g_autofree char *folded = eqp_fold (header);
  g_autofree char *key = dup_header_key (header);
  g_auto (GStrv) words = NULL;

  if (g_str_has_prefix (key, "numen") || g_str_has_suffix (key, "numen"))
    return TRUE;
  words = g_strsplit_set (folded, " _-/.:()'\t\n", -1);
  return g_strv_contains ((const char *const *)words, "numen");
}
