/* eqp-intervention.c — a line of the ledger: hours that a person gives in the other institution */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-intervention"

#include "config.h"

#include "domain/exchanges/eqp-intervention.h"

#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-intervention-home.h"
#include "domain/exchanges/eqp-intervention-rules.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"

#include <glib/gi18n.h>

static const EqpChoice trainings[] = {
  { "FI", N_ ("Initial training") },
  { "FC", N_ ("Continuing training") },
  { NULL, NULL },
};

/* In French CM, TD and TP, as everybody writes them. */
static const EqpChoice kinds[] = {
  { "", N_ ("Not stated") },
  { "lecture", N_ ("Lecture") },
  { "tutorial", N_ ("Tutorial") },
  { "practical", N_ ("Practical class") },
  { NULL, NULL },
};

#define DURATION EQP_FIELD_DURATION
#define PERSONAL EQP_FIELD_PERSONAL

static const EqpField eqp_intervention_fields[] = {
  [EQP_INTERVENTION_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code;numéro" },
  [EQP_INTERVENTION_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_REQUIRED | PERSONAL, N_ ("Date"), "date" },
  [EQP_INTERVENTION_START_TIME] = { "start-time", EQP_FIELD_INTEGER, EQP_FIELD_TIME | PERSONAL, N_ ("From"), "from;start;start_time;début;de;heure de début" },
  [EQP_INTERVENTION_END_TIME] = { "end-time", EQP_FIELD_INTEGER, EQP_FIELD_TIME | PERSONAL, N_ ("To"), "to;end;end_time;fin;à;heure de fin" },
  [EQP_INTERVENTION_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | PERSONAL, N_ ("Person"), "person;personne;intervenant;intervenante;intervenant·e", NULL, &eqp_person_entity },
  [EQP_INTERVENTION_HOME] = { "home", EQP_FIELD_REFERENCE, PERSONAL, N_ ("Home institution"), "home;établissement d’origine;origine", NULL, &eqp_institution_entity },
  [EQP_INTERVENTION_HOME_SIDE] = { "home-side", EQP_FIELD_CHOICE, PERSONAL, N_ ("Home side"), "home_side;partie d’origine", eqp_optional_side_choices },
  [EQP_INTERVENTION_HOST] = { "host", EQP_FIELD_REFERENCE, PERSONAL, N_ ("Host institution"), "host;établissement d’accueil;accueil", NULL, &eqp_institution_entity },
  [EQP_INTERVENTION_TRAINING] = { "training", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED | PERSONAL, N_ ("Training"), "side;training;côté;formation;fi/fc", trainings },
  [EQP_INTERVENTION_UNIT] = { "unit", EQP_FIELD_REFERENCE, PERSONAL, N_ ("Teaching unit"), "unit;ue;unité;unité d’enseignement", NULL, &eqp_unit_entity },
  [EQP_INTERVENTION_SCHEME] = { "scheme", EQP_FIELD_REFERENCE, PERSONAL, N_ ("Scheme"), "scheme;dispositif", NULL, &eqp_scheme_entity },
  [EQP_INTERVENTION_REQUEST] = { "request", EQP_FIELD_REFERENCE, PERSONAL | EQP_FIELD_OWNER, N_ ("Request"), "request;demande", NULL, &eqp_request_entity },
  [EQP_INTERVENTION_REQUESTED] = { "requested", EQP_FIELD_INTEGER, DURATION | PERSONAL, N_ ("Requested"), "requested;demandé;demandée;heures demandées" },
  [EQP_INTERVENTION_PLANNED] = { "planned", EQP_FIELD_INTEGER, DURATION | PERSONAL, N_ ("Planned"), "planned;prévu;prévue;heures prévues" },
  [EQP_INTERVENTION_DONE] = { "done", EQP_FIELD_INTEGER, DURATION | PERSONAL, N_ ("Done"), "done;fait;faite;réalisé;heures faites;heures réalisées" },
  [EQP_INTERVENTION_CERTIFIED] = { "certified", EQP_FIELD_INTEGER, DURATION | PERSONAL, N_ ("Certified"), "certified;certifié;certifiée;heures certifiées;service fait" },
  [EQP_INTERVENTION_KIND] = { "kind", EQP_FIELD_CHOICE, PERSONAL, N_ ("Kind of teaching"), "kind;type;nature;type d’enseignement;cm/td/tp", kinds },
  [EQP_INTERVENTION_SHARED_TIME] = { "shared-time", EQP_FIELD_BOOLEAN, PERSONAL, N_ ("Shared time"), "shared_time;temps partagé" },
  [EQP_INTERVENTION_DIRECT_CONTRACT] = { "direct-contract", EQP_FIELD_BOOLEAN, PERSONAL, N_ ("Direct contract"), "direct_contract;contrat direct;contrat en direct" },
  [EQP_INTERVENTION_PAYER] = { "payer", EQP_FIELD_REFERENCE, PERSONAL, N_ ("Payer"), "payer;payeur;payé par", NULL, &eqp_institution_entity },
  [EQP_INTERVENTION_IN_SERVICE] = { "in-service", EQP_FIELD_BOOLEAN, PERSONAL, N_ ("Part of the service"), "in_service;dans le service;compris dans le service" },
  [EQP_INTERVENTION_CORRECTS] = { "corrects", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Corrects"), "corrects;corrige;contre-écriture de", NULL, &eqp_intervention_entity },
  [EQP_INTERVENTION_OVERRIDE] = { "override", EQP_FIELD_TEXT, PERSONAL, N_ ("Accepted because"), "override;accepté parce que;motif" },
  [EQP_INTERVENTION_SUBJECT] = { "subject", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED | PERSONAL, N_ ("Subject"), "subject;objet;sujet;thème" },
};

EQP_DEFINE_ENTITY (eqp_intervention, "intervention", N_ ("line of the ledger"), N_ ("Ledger"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpIntervention, eqp_intervention, {
  eqp_record_set_boolean (record, EQP_INTERVENTION_IN_SERVICE, TRUE);
})

/* "Ms Anne Duval, 12 Oct 2026 (I-2026-00412)" */
static char *
eqp_intervention_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  g_autofree char *person = eqp_record_dup_target_title (record, EQP_INTERVENTION_PERSON, language);
  g_autofree char *date = eqp_record_dup_display (record, EQP_INTERVENTION_DATE, language);
  g_autofree char *name = eqp_record_join_names (person, date);

  return eqp_record_join_title (name, eqp_record_get_text (record, EQP_INTERVENTION_CODE), NULL);
}

static gboolean
eqp_intervention_validate (EqpRecord *record,
                           guint     *field,
                           GError   **error)
{
  return eqp_intervention_check_times (record, field, error) &&
         eqp_intervention_check_hours (record, field, error) &&
         eqp_intervention_check_counter_entry (record, field, error) &&
         eqp_intervention_check_lock (record, field, error) &&
         eqp_intervention_check_share (record, field, error);
}

static gboolean
eqp_intervention_prepare (EqpRecord *draft,
                          EqpStore  *store,
                          GError   **error)
{
  return eqp_intervention_set_home (draft, store, error);
}

static gboolean
eqp_intervention_may_delete (EqpRecord *record,
                             EqpStore  *store,
                             GError   **error)
{
  gboolean certified, closed;
  EqpDate  date;

  if (!eqp_intervention_read_lock (store, eqp_record_get_id (record), &date, &certified, &closed, error))
    return FALSE;
  if (!certified && !closed)
    return TRUE;
  eqp_intervention_set_locked (store, date, certified, error);
  return FALSE;
}

static void
eqp_intervention_class_init (EqpInterventionClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_intervention_entity);
  record_class->dup_title = eqp_intervention_dup_title;
  record_class->validate = eqp_intervention_validate;
  record_class->prepare = eqp_intervention_prepare;
  record_class->may_delete = eqp_intervention_may_delete;
}

/**
 * eqp_intervention_is_locked:
 * @record: a line of the ledger; of a draft, what counts is the line as the file has it
 *
 * Returns: whether it is certified or in a closed year, so that only a counter-entry can correct it
 */
gboolean
eqp_intervention_is_locked (EqpRecord *record)
{
  EqpStore *store = eqp_record_get_store (record);
  g_autoptr (GError) error = NULL;
  gboolean certified, closed;

  if (store == NULL || eqp_record_get_id (record) == 0)
    return FALSE;
  if (eqp_intervention_read_lock (store, eqp_record_get_id (record), NULL, &certified, &closed, &error))
    return certified || closed;
  /* It cannot be saved either while the file cannot be read. */
  g_message ("The lock of a line cannot be read: %s", error->message);
  return TRUE;
}
