/* eqp-request.c — what one institution asks of the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request"

#include "config.h"

#include "domain/exchanges/eqp-request.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"

#include <glib/gi18n.h>

static const EqpChoice trainings[] = {
  { "FI", N_ ("Initial training") },
  { "FC", N_ ("Continuing training") },
  { NULL, NULL },
};

/* What G-04 lists. */
static const EqpChoice scopes[] = {
  { "", N_ ("Not stated") },
  { "meef", N_ ("MEEF training") },
  { "pre-professional", N_ ("MEEF pre-professional training") },
  { "trainers", N_ ("Training of trainers") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const EqpChoice routes[] = {
  { "", N_ ("Not stated") },
  { "direct", N_ ("Directly") },
  { "collective", N_ ("With a collective") },
  { "cell", N_ ("With the research cell") },
  { NULL, NULL },
};

static const EqpChoice states[] = {
  { "received", N_ ("Received") },
  { "qualified", N_ ("Qualified") },
  { "routed", N_ ("Routed") },
  { "staffed", N_ ("Staffed") },
  { "confirmed", N_ ("Confirmed") },
  { "done", N_ ("Carried out") },
  { "certified", N_ ("Hours certified") },
  { "closed", N_ ("Closed") },
  { "refused", N_ ("Refused") },
  { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (states) == EQP_REQUEST_N_STATES + 1);

static const EqpField eqp_request_fields[] = {
  [EQP_REQUEST_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code;numéro" },
  [EQP_REQUEST_REQUESTER] = { "requester", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Requester"), "from;requester;institution;demandeur;établissement demandeur;établissement", NULL, &eqp_institution_entity },
  [EQP_REQUEST_CONTACT] = { "contact", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED | EQP_FIELD_PERSONAL, N_ ("Contact"), "contact;interlocuteur;correspondant" },
  [EQP_REQUEST_TRAINING] = { "training", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Training"), "side;training;côté;formation;fi/fc", trainings },
  [EQP_REQUEST_UNIT] = { "unit", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Teaching unit"), "unit;ue;unité;unité d’enseignement", NULL, &eqp_unit_entity },
  [EQP_REQUEST_SCHEME] = { "scheme", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Scheme"), "scheme;dispositif", NULL, &eqp_scheme_entity },
  [EQP_REQUEST_SCOPE] = { "scope", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Scope"), "scope;périmètre", scopes },
  [EQP_REQUEST_SUBJECT] = { "subject", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Subject"), "subject;objet;sujet;thème" },
  [EQP_REQUEST_MINUTES] = { "minutes", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED | EQP_FIELD_DURATION, N_ ("Hours wanted"), "minutes;hours;heures;heures demandées;durée" },
  [EQP_REQUEST_RECEIVED] = { "received", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Received on"), "received;reçue le;date de réception;reçu" },
  [EQP_REQUEST_START_DATE] = { "start-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Starts on"), "start;start_date;début;du;date de début" },
  [EQP_REQUEST_END_DATE] = { "end-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Ends on"), "end;end_date;fin;au;date de fin" },
  [EQP_REQUEST_PLACE] = { "place", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Place"), "place;lieu" },
  [EQP_REQUEST_LEVEL] = { "level", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Level"), "level;niveau" },
  [EQP_REQUEST_SKILLS] = { "skills", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Skills wanted"), "skills;compétences;compétences souhaitées" },
  [EQP_REQUEST_COMPLEX] = { "complex", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("Complex request"), "complex;complexe" },
  [EQP_REQUEST_ROUTE] = { "route", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Handled"), "route;orientation;traitement", routes },
  [EQP_REQUEST_RESOURCE] = { "resource", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Resource entity"), "resource;entité ressource;collectif" },
  [EQP_REQUEST_STATE] = { "state", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("State"), "state;état;statut", states },
  [EQP_REQUEST_REASON] = { "reason", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Reason of the refusal"), "reason;motif;motif du refus" },
  [EQP_REQUEST_COORDINATOR] = { "coordinator", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Coordinator"), "coordinator;coordinateur;coordinatrice;suivi par", NULL, &eqp_person_entity },
  [EQP_REQUEST_REMARKS] = { "remarks", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Remarks"), "remarks;remarques;observations" },
};

EQP_DEFINE_ENTITY (eqp_request, "request", N_ ("request"), N_ ("Requests"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpRequest, eqp_request, {
  eqp_record_set_integer (record, EQP_REQUEST_MINUTES, 0);
  eqp_record_set_text (record, EQP_REQUEST_STATE, "received");
})

/* "D-2026-014 – Classroom observation" */
static char *
eqp_request_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  if (eqp_record_is_empty (record, EQP_REQUEST_CODE))
    return g_strdup (eqp_record_get_text (record, EQP_REQUEST_SUBJECT));
  return g_strdup_printf ("%s – %s", eqp_record_get_text (record, EQP_REQUEST_CODE), eqp_record_get_text (record, EQP_REQUEST_SUBJECT));
}

static gboolean
eqp_request_validate (EqpRecord *record,
                      guint     *field,
                      GError   **error)
{
  if (eqp_record_get_integer (record, EQP_REQUEST_MINUTES) < 0)
    {
      *field = EQP_REQUEST_MINUTES;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A request cannot ask for less than no hours."));
      return FALSE;
    }
  return eqp_record_check_period (record, EQP_REQUEST_START_DATE, EQP_REQUEST_END_DATE, field, error);
}

static void
eqp_request_class_init (EqpRequestClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_request_entity);
  record_class->dup_title = eqp_request_dup_title;
  record_class->validate = eqp_request_validate;
}

/**
 * eqp_request_get_state_code:
 * @state: a number below %EQP_REQUEST_N_STATES
 *
 * Returns: (transfer none): its name, "received" … "closed", "refused"
 */
const char *
eqp_request_get_state_code (guint state)
{
  g_return_val_if_fail (state < EQP_REQUEST_N_STATES, "");

  return states[state].value;
}

/**
 * eqp_request_get_state_label:
 * @state: a number below %EQP_REQUEST_N_STATES
 * @language: the reader's language
 *
 * Returns: (transfer none): its name for a reader
 */
const char *
eqp_request_get_state_label (guint       state,
                             EqpLanguage language)
{
  g_return_val_if_fail (state < EQP_REQUEST_N_STATES, "");

  return eqp_tr (language, states[state].label);
}

/**
 * eqp_request_get_state:
 * @request: a request
 *
 * Returns: the number of its state
 */
guint
eqp_request_get_state (EqpRecord *request)
{
  const char *code = eqp_record_get_text (request, EQP_REQUEST_STATE);

  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    if (strcmp (states[i].value, code) == 0)
      return i;
  return 0;
}
