/* eqp-kind-exchanges.c — the kinds of table of the exchanges: units, schemes, requests, the ledger and what goes with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-kind"
#include "config.h"
#include "interop/eqp-kind-private.h"

#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-service-agreement.h"
#include "domain/exchanges/eqp-shared-post.h"
#include "domain/exchanges/eqp-unit.h"
#include "domain/exchanges/eqp-year-closing.h"

static const EqpColumn units_columns[] = {
  NEEDED ("code", EQP_UNIT_CODE),
  NEEDED ("course", EQP_UNIT_COURSE),
  NEEDED ("name", EQP_UNIT_NAME),
  NEEDED ("hours", EQP_UNIT_HOURS),
  FIELD ("open", EQP_UNIT_OPEN),
  FIELD ("conditions", EQP_UNIT_CONDITIONS),
  ALSO ("from", EQP_UNIT_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_UNIT_TO_DATE, TO_ALIASES),
};

static const EqpColumn schemes_columns[] = {
  NEEDED ("code", EQP_SCHEME_CODE),
  NEEDED ("name", EQP_SCHEME_NAME),
  FIELD ("family", EQP_SCHEME_FAMILY),
  FIELD ("lead", EQP_SCHEME_LEAD),
  FIELD ("conditions", EQP_SCHEME_CONDITIONS),
  ALSO ("from", EQP_SCHEME_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_SCHEME_TO_DATE, TO_ALIASES),
};

/* "hours" before "minutes", which is compared with it. */
static const EqpColumn requests_columns[] = {
  NEEDED ("code", EQP_REQUEST_CODE),
  NEEDED ("from", EQP_REQUEST_REQUESTER),
  NEEDED ("side", EQP_REQUEST_TRAINING),
  FIELD ("unit", EQP_REQUEST_UNIT),
  FIELD ("scheme", EQP_REQUEST_SCHEME),
  NEEDED ("subject", EQP_REQUEST_SUBJECT),
  FIELD ("hours", EQP_REQUEST_MINUTES),
  { "minutes", EQP_COLUMN_MINUTES, EQP_REQUEST_MINUTES, FALSE, "durée en minutes;minutes demandées" },
  FIELD ("received", EQP_REQUEST_RECEIVED),
  FIELD ("start", EQP_REQUEST_START_DATE),
  FIELD ("end", EQP_REQUEST_END_DATE),
  FIELD ("place", EQP_REQUEST_PLACE),
  FIELD ("level", EQP_REQUEST_LEVEL),
  FIELD ("complex", EQP_REQUEST_COMPLEX),
  FIELD ("route", EQP_REQUEST_ROUTE),
  FIELD ("resource", EQP_REQUEST_RESOURCE),
  FIELD ("state", EQP_REQUEST_STATE),
  FIELD ("reason", EQP_REQUEST_REASON),
  FIELD ("scope", EQP_REQUEST_SCOPE),
  FIELD ("skills", EQP_REQUEST_SKILLS),
  FIELD ("contact", EQP_REQUEST_CONTACT),
  FIELD ("coordinator", EQP_REQUEST_COORDINATOR),
  FIELD ("remarks", EQP_REQUEST_REMARKS),
};

/* "host" before "payer", which may be called the host. The home is not a column: it follows from the person and the date. */
static const EqpColumn interventions_columns[] = {
  NEEDED ("code", EQP_INTERVENTION_CODE),
  NEEDED ("date", EQP_INTERVENTION_DATE),
  NEEDED ("person", EQP_INTERVENTION_PERSON),
  NEEDED ("host", EQP_INTERVENTION_HOST),
  NEEDED ("side", EQP_INTERVENTION_TRAINING),
  FIELD ("unit", EQP_INTERVENTION_UNIT),
  FIELD ("scheme", EQP_INTERVENTION_SCHEME),
  FIELD ("request", EQP_INTERVENTION_REQUEST),
  FIELD ("requested", EQP_INTERVENTION_REQUESTED),
  FIELD ("planned", EQP_INTERVENTION_PLANNED),
  FIELD ("done", EQP_INTERVENTION_DONE),
  FIELD ("certified", EQP_INTERVENTION_CERTIFIED),
  FIELD ("shared_time", EQP_INTERVENTION_SHARED_TIME),
  FIELD ("direct_contract", EQP_INTERVENTION_DIRECT_CONTRACT),
  { "payer", EQP_COLUMN_PAYER, EQP_INTERVENTION_PAYER, FALSE, NULL },
  FIELD ("in_service", EQP_INTERVENTION_IN_SERVICE),
  FIELD ("kind", EQP_INTERVENTION_KIND),
  FIELD ("from", EQP_INTERVENTION_START_TIME),
  FIELD ("to", EQP_INTERVENTION_END_TIME),
  ALSO ("corrects", EQP_INTERVENTION_CORRECTS, "contre-écriture"),
  FIELD ("override", EQP_INTERVENTION_OVERRIDE),
  FIELD ("subject", EQP_INTERVENTION_SUBJECT),
};

static const EqpColumn closings_columns[] = {
  NEEDED ("year", EQP_YEAR_CLOSING_YEAR),
  NEEDED ("date", EQP_YEAR_CLOSING_DATE),
  FIELD ("balance", EQP_YEAR_CLOSING_BALANCE),
  FIELD ("carried", EQP_YEAR_CLOSING_CARRIED),
  FIELD ("remarks", EQP_YEAR_CLOSING_REMARKS),
};

static const EqpColumn shared_posts_columns[] = {
  NEEDED ("person", EQP_SHARED_POST_PERSON),
  FIELD ("institution", EQP_SHARED_POST_INSTITUTION),
  FIELD ("share", EQP_SHARED_POST_SHARE),
  ALSO ("from", EQP_SHARED_POST_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_SHARED_POST_TO_DATE, TO_ALIASES),
};

static const EqpColumn availability_columns[] = {
  NEEDED ("person", EQP_AVAILABILITY_PERSON),
  NEEDED ("kind", EQP_AVAILABILITY_KIND),
  FIELD ("weekday", EQP_AVAILABILITY_WEEKDAY),
  ALSO ("from", EQP_AVAILABILITY_FROM_DATE, FROM_ALIASES),
  ALSO ("to", EQP_AVAILABILITY_TO_DATE, TO_ALIASES),
  FIELD ("remarks", EQP_AVAILABILITY_REMARKS),
};

static const EqpColumn agreements_columns[] = {
  NEEDED ("institution", EQP_SERVICE_AGREEMENT_INSTITUTION),
  NEEDED ("answer", EQP_SERVICE_AGREEMENT_ANSWER),
  FIELD ("date", EQP_SERVICE_AGREEMENT_DATE),
  FIELD ("reference", EQP_SERVICE_AGREEMENT_REFERENCE),
};

const EqpKind _eqp_exchange_kinds[EQP_N_KINDS] = {
  KIND (EQP_KIND_UNITS, "units", eqp_unit_entity, units_columns),
  KIND (EQP_KIND_SCHEMES, "schemes", eqp_scheme_entity, schemes_columns),
  KIND (EQP_KIND_REQUESTS, "requests", eqp_request_entity, requests_columns),
  KIND (EQP_KIND_INTERVENTIONS, "interventions", eqp_intervention_entity, interventions_columns),
  KIND (EQP_KIND_CLOSINGS, "closings", eqp_year_closing_entity, closings_columns),
  KIND (EQP_KIND_SHARED_POSTS, "shared-posts", eqp_shared_post_entity, shared_posts_columns),
  KIND (EQP_KIND_AVAILABILITY, "availability", eqp_availability_entity, availability_columns),
  KIND (EQP_KIND_AGREEMENTS, "agreements", eqp_service_agreement_entity, agreements_columns),
};
