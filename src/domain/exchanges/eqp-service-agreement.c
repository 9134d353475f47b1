/* eqp-service-agreement.c — whether a partner university counts interventions in the service */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-service-agreement"

#include "config.h"

#include "domain/exchanges/eqp-service-agreement.h"

#include "domain/directory/eqp-institution.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice answers[] = {
  { "pending", N_ ("No answer yet") },
  { "accepted", N_ ("Accepted") },
  { "refused", N_ ("Refused") },
  { NULL, NULL },
};

static const EqpField eqp_service_agreement_fields[] = {
  [EQP_SERVICE_AGREEMENT_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_OWNER, N_ ("University"), "institution;université;établissement", NULL, &eqp_institution_entity },
  [EQP_SERVICE_AGREEMENT_ANSWER] = { "answer", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Answer"), "answer;réponse", answers },
  [EQP_SERVICE_AGREEMENT_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Date"), "date" },
  [EQP_SERVICE_AGREEMENT_REFERENCE] = { "reference", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Reference"), "reference;référence" },
};

EQP_DEFINE_ENTITY (eqp_service_agreement, "service_agreement", N_ ("agreement on service"), N_ ("Agreements on service"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpServiceAgreement, eqp_service_agreement, {
  eqp_record_set_text (record, EQP_SERVICE_AGREEMENT_ANSWER, "pending");
})

/* "Université Lumière (Accepted, 3 Sep 2026)" */
static char *
eqp_service_agreement_dup_title (EqpRecord  *record,
                                 EqpLanguage language)
{
  g_autofree char *institution = eqp_record_dup_target_title (record, EQP_SERVICE_AGREEMENT_INSTITUTION, language);
  g_autofree char *answer = eqp_record_dup_display (record, EQP_SERVICE_AGREEMENT_ANSWER, language);
  g_autofree char *date = eqp_record_dup_display (record, EQP_SERVICE_AGREEMENT_DATE, language);

  return eqp_record_join_title (institution, answer, date, NULL);
}

static void
eqp_service_agreement_class_init (EqpServiceAgreementClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_service_agreement_entity);
  record_class->dup_title = eqp_service_agreement_dup_title;
}
