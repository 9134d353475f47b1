/* eqp-service-agreement.h — whether a partner university counts interventions in the service */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SERVICE_AGREEMENT_INSTITUTION,
  EQP_SERVICE_AGREEMENT_ANSWER,
  EQP_SERVICE_AGREEMENT_DATE,
  EQP_SERVICE_AGREEMENT_REFERENCE,
  EQP_SERVICE_AGREEMENT_N_FIELDS,
} EqpServiceAgreementField;

#define EQP_TYPE_SERVICE_AGREEMENT (eqp_service_agreement_get_type ())
G_DECLARE_FINAL_TYPE (EqpServiceAgreement, eqp_service_agreement, EQP, SERVICE_AGREEMENT, EqpRecord)

extern const EqpEntity eqp_service_agreement_entity;

G_END_DECLS
