/* eqp-parameter.c — a number that a rule of a statute reads, for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-parameter"

#include "config.h"

#include "domain/bodies/eqp-parameter.h"

#include "domain/bodies/eqp-statute.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>
#include <string.h>

static const EqpField eqp_parameter_fields[] = {
  [EQP_PARAMETER_STATUTE] = { "statute", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER, N_ ("Statute"), "statute;statut", NULL, &eqp_statute_entity },
  [EQP_PARAMETER_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Name"), "name;nom" },
  [EQP_PARAMETER_VALUE] = { "value", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Value"), "value;valeur" },
  [EQP_PARAMETER_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_KEY, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_PARAMETER_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
  [EQP_PARAMETER_SOURCE] = { "source", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Source"), "source;texte;référence" },
};

EQP_DEFINE_ENTITY (eqp_parameter, "parameter", N_ ("parameter"), N_ ("Parameters"))
EQP_DEFINE_RECORD_TYPE (EqpParameter, eqp_parameter)

/* What the rules, procedures and figures of this version read, by the names under which it is kept. */
static const struct
{
  const char *name;
  const char *label;
} known[] = {
  { "total-min", N_ ("Fewest members") },
  { "total-max", N_ ("Most members") },
  { "quorum", N_ ("Quorum") },
  { "proxies-max", N_ ("Most proxies a member may hold") },
  { "gender-parity", N_ ("Parity of women and men") },
  { "term-years", N_ ("Length of a mandate, in years") },
  { "notice-days", N_ ("Notice before a meeting, in days") },
  { "calendar-date", N_ ("Day on which the calendar of meetings is due") },
  { "minutes-validation", N_ ("Who approves the minutes") },
  { "minutes-days", N_ ("Days to write the minutes") },
  { "publication-days", N_ ("Days to publish the minutes") },
  { "advice-days", N_ ("Days to pass on advice") },
  { "balance-tolerance", N_ ("Tolerance of the hour balance") },
  { "field-share", N_ ("Share of initial training by field trainers") },
  { "request-days", N_ ("Days to answer a request") },
  { "schemes-expected", N_ ("Schemes expected in the training plan") },
  { "carry-over", N_ ("Balance carried over to the next year") },
  { "reference-fc", N_ ("FC hours of the reference state") },
  { "reference-fi", N_ ("FI hours of the reference state") },
  { "terms", N_ ("First days of the terms") },
  { "hetd-lecture", N_ ("HETD hours for one hour of lecture") },
  { "hetd-practical", N_ ("HETD hours for one hour of practical class") },
};

/**
 * eqp_parameter_get_label:
 * @name: the name of a parameter
 * @language: of the answer
 *
 * Returns: (transfer none): what it is in words; @name itself when this version does not know it
 */
const char *
eqp_parameter_get_label (const char *name,
                         EqpLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      return eqp_tr (language, known[i].label);
  return name;
}

static char *
eqp_parameter_dup_title (EqpRecord  *record,
                         EqpLanguage language)
{
  g_autofree char *statute = eqp_record_dup_target_title (record, EQP_PARAMETER_STATUTE, language);
  const char      *name = eqp_parameter_get_label (eqp_record_get_text (record, EQP_PARAMETER_NAME), language);

  return eqp_record_join_title (name, statute, NULL);
}

static gboolean
eqp_parameter_validate (EqpRecord *record,
                        guint     *field,
                        GError   **error)
{
  return eqp_record_check_period (record, EQP_PARAMETER_FROM_DATE, EQP_PARAMETER_TO_DATE, field, error);
}

static void
eqp_parameter_class_init (EqpParameterClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_parameter_entity);
  record_class->dup_title = eqp_parameter_dup_title;
  record_class->validate = eqp_parameter_validate;
}
