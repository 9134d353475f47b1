/* eqp-procedure.c — an ordered list of steps that something goes through */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedure"

#include "config.h"

#include "domain/procedures/eqp-procedure.h"

#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice subjects[] = {
  { "request", N_ ("Requests for a speaker") },
  { NULL, NULL },
};

static const EqpField eqp_procedure_fields[] = {
  [EQP_PROCEDURE_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Code"), "code" },
  [EQP_PROCEDURE_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_PROCEDURE_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_PROCEDURE_SUBJECT] = { "subject", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Applies to"), "subject;objet;sujet;s’applique à", subjects },
  [EQP_PROCEDURE_SOURCE] = { "source", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Source"), "source;texte;référence" },
  [EQP_PROCEDURE_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_PROCEDURE_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_procedure, "procedure", N_ ("procedure"), N_ ("Procedures"))
EQP_DEFINE_RECORD_TYPE (EqpProcedure, eqp_procedure)

static char *
eqp_procedure_dup_title (EqpRecord  *record,
                         EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_PROCEDURE_NAME_FR, EQP_PROCEDURE_NAME_EN, language);
}

static gboolean
eqp_procedure_validate (EqpRecord *record,
                        guint     *field,
                        GError   **error)
{
  return eqp_record_check_period (record, EQP_PROCEDURE_FROM_DATE, EQP_PROCEDURE_TO_DATE, field, error);
}

static void
eqp_procedure_class_init (EqpProcedureClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_procedure_entity);
  record_class->dup_title = eqp_procedure_dup_title;
  record_class->validate = eqp_procedure_validate;
}
