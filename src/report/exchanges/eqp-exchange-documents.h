/* eqp-exchange-documents.h — what the exchanges print: statements, the balance report, certificates, letters and orders */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-forecast.h"
#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

typedef struct
{
  EqpLanguage language;
  const char *left;  /* (nullable) the university's letterhead */
  const char *right; /* (nullable) the rectorat's */
  EqpDate     from;  /* the period; EQP_DATE_NONE: the academic year of today */
  EqpDate     to;
  EqpHours    hours; /* whose running balance is shown */
} EqpExchangeDocumentOptions;

/* Dated lines with requested, planned, done and certified side by side and a running balance; totals inside and outside the balance, HETD as
 * information. */
EqpDocument *eqp_person_statement_new (EqpStore                         *store,
                                       EqpRecord                        *person,
                                       const EqpExchangeDocumentOptions *options,
                                       GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_institution_statement_new (EqpStore                         *store,
                                            EqpRecord                        *institution,
                                            const EqpExchangeDocumentOptions *options,
                                            GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
/* For the steering committee: chart, tables by term, course and scheme, one-third indicator, direct contracts, forecast and its method. */
EqpDocument *eqp_balance_report_new (EqpStore                         *store,
                                     const EqpExchangeDocumentOptions *options,
                                     GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The certified hours of a person, for the home institution. */
EqpDocument *eqp_hours_certificate_new (EqpStore                         *store,
                                        EqpRecord                        *person,
                                        const EqpExchangeDocumentOptions *options,
                                        GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
/* To the requester: who comes, when, for how long. */
EqpDocument *eqp_confirmation_letter_new (EqpStore                         *store,
                                          EqpRecord                        *request,
                                          const EqpExchangeDocumentOptions *options,
                                          GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
/* To each person of the request: one page a person. */
EqpDocument *eqp_intervention_order_new (EqpStore                         *store,
                                         EqpRecord                        *request,
                                         const EqpExchangeDocumentOptions *options,
                                         GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The letter as an e-mail: "mailto:" address with subject and body, for the desktop to open. */
char *eqp_confirmation_dup_mailto (EqpStore   *store,
                                   EqpRecord  *request,
                                   EqpLanguage language,
                                   GError    **error);

G_END_DECLS
