/* eqp-parameter.c — a number that a rule of a statute reads, for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-parameter"

#include "config.h"

#include "domain/bodies/eqp-parameter.h"

#include "domain/bodies/eqp-statute.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

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

static char *
eqp_parameter_dup_title (EqpRecord  *record,
                         EqpLanguage language)
{
  g_autofree char *statute = eqp_record_dup_target_title (record, EQP_PARAMETER_STATUTE, language);
  const char      *name = eqp_record_get_text (record, EQP_PARAMETER_NAME);

  return *statute == '\0' ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, statute);
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
