/* eqp-pole.c — the domain as a whole: its schema, its entities, the file's settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-pole"

#include "config.h"

#include "domain/eqp-pole.h"

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
#include "domain/eqp-domain-resources.h"
#include "domain/eqp-setting.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-school-holiday.h"
#include "domain/procedures/eqp-step-record.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-service-agreement.h"
#include "domain/exchanges/eqp-shared-post.h"
#include "domain/exchanges/eqp-unit.h"
#include "domain/exchanges/eqp-year-closing.h"

#include <glib/gi18n.h>

#define SCHEMA_FOLDER "/fr/equipole/Equipole/schema/"

/* Step n is the n-th file; user_version is the number of the last one applied. */
static const char *const step_files[] = {
  "001-foundation.sql",
  "002-meetings.sql",
  "003-exchanges.sql",
};

/* References point backwards, or at their own table. */
static const EqpEntity *const entities[] = {
  &eqp_setting_entity,
  &eqp_institution_entity,
  &eqp_site_entity,
  &eqp_person_entity,
  &eqp_affiliation_entity,
  &eqp_mention_entity,
  &eqp_course_entity,
  &eqp_course_site_entity,
  &eqp_course_component_entity,
  &eqp_teaching_entity,
  &eqp_enrolment_entity,
  &eqp_statute_entity,
  &eqp_category_entity,
  &eqp_parameter_entity,
  &eqp_statute_rule_entity,
  &eqp_body_entity,
  &eqp_body_mention_entity,
  &eqp_body_course_entity,
  &eqp_decision_entity,
  &eqp_meeting_entity,
  &eqp_meeting_item_entity,
  &eqp_mandate_entity,
  &eqp_unit_entity,
  &eqp_scheme_entity,
  &eqp_request_entity,
  &eqp_intervention_entity,
  &eqp_year_closing_entity,
  &eqp_shared_post_entity,
  &eqp_availability_entity,
  &eqp_service_agreement_entity,
  &eqp_school_holiday_entity,
  &eqp_procedure_entity,
  &eqp_procedure_step_entity,
  &eqp_step_record_entity,
};

/* The words of the command line that are not a table's name. */
static const struct
{
  const char      *kind;
  const EqpEntity *entity;
} kinds[] = {
  { "settings", &eqp_setting_entity },
  { "institutions", &eqp_institution_entity },
  { "sites", &eqp_site_entity },
  { "people", &eqp_person_entity },
  { "affiliations", &eqp_affiliation_entity },
  { "mentions", &eqp_mention_entity },
  { "courses", &eqp_course_entity },
  { "enrolments", &eqp_enrolment_entity },
  { "statutes", &eqp_statute_entity },
  { "categories", &eqp_category_entity },
  { "parameters", &eqp_parameter_entity },
  { "rules", &eqp_statute_rule_entity },
  { "bodies", &eqp_body_entity },
  { "decisions", &eqp_decision_entity },
  { "meetings", &eqp_meeting_entity },
  { "items", &eqp_meeting_item_entity },
  { "mandates", &eqp_mandate_entity },
  { "units", &eqp_unit_entity },
  { "schemes", &eqp_scheme_entity },
  { "requests", &eqp_request_entity },
  { "interventions", &eqp_intervention_entity },
  { "closings", &eqp_year_closing_entity },
  { "shared-posts", &eqp_shared_post_entity },
  { "availabilities", &eqp_availability_entity },
  { "agreements", &eqp_service_agreement_entity },
  { "school-holidays", &eqp_school_holiday_entity },
  { "procedures", &eqp_procedure_entity },
  { "steps", &eqp_procedure_step_entity },
};

static const struct
{
  const char *name;
  const char *value;
} setting_defaults[] = {
  { EQP_SETTING_POLE_NAME, "" },
  { EQP_SETTING_UNIVERSITY_NAME, "" },
  { EQP_SETTING_RECTORAT_NAME, "" },
  { EQP_SETTING_YEAR_START, "09-01" },
  { EQP_SETTING_INCLUSIVE, "median" },
  { EQP_SETTING_REGION, "metropole" },
  { EQP_SETTING_HOLIDAY_ZONE, "" },
};

static gpointer
load_steps (gpointer data)
{
  static const char *steps[G_N_ELEMENTS (step_files)];
  GResource         *resource = eqp_domain_get_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (step_files); i++)
    {
      g_autofree char *path = g_strconcat (SCHEMA_FOLDER, step_files[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      if (bytes == NULL) /* The program itself is broken: it carries its schema. */
        g_error ("%s", error->message);
      steps[i] = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  return steps;
}

/**
 * eqp_pole_get_schema:
 *
 * What a store needs to know of the domain.
 *
 * Returns: (transfer none): the schema steps and the entities
 */
const EqpSchema *
eqp_pole_get_schema (void)
{
  static GOnce     once = G_ONCE_INIT;
  static EqpSchema schema = {
    .n_steps = G_N_ELEMENTS (step_files),
    .entities = entities,
    .n_entities = G_N_ELEMENTS (entities),
  };

  g_once (&once, load_steps, NULL);
  schema.steps = once.retval;
  return &schema;
}

/**
 * eqp_pole_find_entity:
 * @name: a table's name ("person") or a kind of the command line ("people")
 *
 * Returns: (transfer none) (nullable): the entity, %NULL when there is none of that name
 */
const EqpEntity *
eqp_pole_find_entity (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i]->table, name) == 0)
      return entities[i];
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, name) == 0)
      return kinds[i].entity;
  return NULL;
}

/**
 * eqp_pole_dup_setting:
 * @store: the file
 * @name: one of the EQP_SETTING names
 *
 * Returns: (transfer full): the value in @store, the default when it is not set or cannot be read
 */
char *
eqp_pole_dup_setting (EqpStore   *store,
                      const char *name)
{
  g_autoptr (EqpRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  record = eqp_store_find (store, &eqp_setting_entity, EQP_SETTING_NAME, name, &error);
  if (record != NULL && !eqp_record_is_empty (record, EQP_SETTING_VALUE))
    return g_strdup (eqp_record_get_text (record, EQP_SETTING_VALUE));
  if (error != NULL)
    g_message ("The setting %s cannot be read: %s", name, error->message);
  for (guint i = 0; i < G_N_ELEMENTS (setting_defaults); i++)
    if (strcmp (setting_defaults[i].name, name) == 0)
      return g_strdup (setting_defaults[i].value);
  return g_strdup ("");
}

/**
 * eqp_pole_set_setting:
 * @store: the file
 * @name: one of the EQP_SETTING names
 * @value: its value; "" is the default again
 * @error: return location for an error
 *
 * One edit of the journal.
 *
 * Returns: whether it was saved; %FALSE with %EQP_INPUT_ERROR_INVALID when @value is none that @name can have
 */
gboolean
eqp_pole_set_setting (EqpStore   *store,
                      const char *name,
                      const char *value,
                      GError    **error)
{
  g_autoptr (EqpRecord) record = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = NULL;
  g_autofree char *title_en = NULL;
  g_autofree char *title_fr = NULL;
  GError          *failure = NULL;

  record = eqp_store_find (store, &eqp_setting_entity, EQP_SETTING_NAME, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  draft = record != NULL ? eqp_record_dup_draft (record) : eqp_record_new (&eqp_setting_entity);
  eqp_record_set_text (draft, EQP_SETTING_NAME, name);
  eqp_record_set_text (draft, EQP_SETTING_VALUE, value);
  title_fr = eqp_record_dup_title (draft, EQP_LANGUAGE_FR);
  title_en = eqp_record_dup_title (draft, EQP_LANGUAGE_EN);
  /* Translators: {setting} is the name of a setting of the file. */
  label = eqp_message_names (eqp_message_new (N_ ("Changed the setting “{setting}”")), "setting", title_fr, title_en);
  return eqp_store_save_one (store, label, draft, error);
}

static void
get_year_start (EqpStore *store,
                int      *month,
                int      *day)
{
  g_autofree char *start = eqp_pole_dup_setting (store, EQP_SETTING_YEAR_START);

  if (!eqp_setting_parse_day (start, month, day))
    {
      *month = 9;
      *day = 1;
    }
}

/**
 * eqp_pole_academic_year:
 * @store: the file, whose setting says on which day the academic year starts
 * @date: a day
 *
 * Returns: the academic year of @date: the calendar year in which it starts
 */
int
eqp_pole_academic_year (EqpStore *store,
                        EqpDate   date)
{
  int month, day;

  get_year_start (store, &month, &day);
  return eqp_academic_year (date, month, day);
}

/**
 * eqp_pole_get_year_period:
 * @store: the file, whose setting says on which day the academic year starts
 * @year: an academic year: the calendar year in which it starts
 * @first: (out): its first day
 * @last: (out): its last day
 */
void
eqp_pole_get_year_period (EqpStore *store,
                          int       year,
                          EqpDate  *first,
                          EqpDate  *last)
{
  int month, day;

  get_year_start (store, &month, &day);
  *first = eqp_date_from_ymd (year, month, day);
  *last = eqp_date_from_ymd (year + 1, month, day) - 1;
}

/**
 * eqp_pole_get_region:
 * @store: the file
 *
 * Returns: the region whose public holidays the file's working days leave out
 */
EqpRegion
eqp_pole_get_region (EqpStore *store)
{
  g_autofree char *code = eqp_pole_dup_setting (store, EQP_SETTING_REGION);

  return eqp_region_from_code (code);
}

/**
 * eqp_pole_dup_data_file:
 * @folder: "reference" or "sample"
 * @file: the name of a file in it
 *
 * Returns: (transfer full): its path, under EQUIPOLE_DATADIR or where the program was installed; it need not exist
 */
char *
eqp_pole_dup_data_file (const char *folder,
                        const char *file)
{
  const char *data = g_getenv ("EQUIPOLE_DATADIR");

  return g_build_filename (data != NULL && *data != '\0' ? data : EQP_PKGDATADIR, folder, file, NULL);
}
