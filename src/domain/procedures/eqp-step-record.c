/* eqp-step-record.c — that a step was done, or waived with a reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-step-record"

#include "config.h"

#include "domain/procedures/eqp-step-record.h"

#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-procedure-step.h"

#include <glib/gi18n.h>

#define KEY (EQP_FIELD_REQUIRED | EQP_FIELD_KEY)

static const EqpField eqp_step_record_fields[] = {
  [EQP_STEP_RECORD_REQUEST] = { "request", EQP_FIELD_REFERENCE, KEY | EQP_FIELD_OWNER, N_ ("Request"), "request;demande", NULL, &eqp_request_entity },
  [EQP_STEP_RECORD_STEP] = { "step", EQP_FIELD_REFERENCE, KEY, N_ ("Step"), "step;étape", NULL, &eqp_procedure_step_entity },
  [EQP_STEP_RECORD_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Done on"), "date;fait le;date de réalisation" },
  [EQP_STEP_RECORD_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Done by"), "person;personne;fait par", NULL, &eqp_person_entity },
  [EQP_STEP_RECORD_EVIDENCE] = { "evidence", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Evidence"), "evidence;preuve;pièce;justificatif" },
  [EQP_STEP_RECORD_WAIVED] = { "waived", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Waived because"), "waived;dispense;motif de dispense" },
};

EQP_DEFINE_ENTITY (eqp_step_record, "step_record", N_ ("step taken"), N_ ("Steps taken"))
EQP_DEFINE_RECORD_TYPE (EqpStepRecord, eqp_step_record)

static char *
eqp_step_record_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_STEP_RECORD_STEP, EQP_STEP_RECORD_REQUEST, language);
}

static void
eqp_step_record_class_init (EqpStepRecordClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_step_record_entity);
  record_class->dup_title = eqp_step_record_dup_title;
}
