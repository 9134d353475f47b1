/* eqp-affiliation.c — the home institution and side of a person for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-affiliation"

#include "config.h"

#include "domain/directory/eqp-affiliation.h"

#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"
#include "domain/exchanges/eqp-intervention-home.h"

#include <glib/gi18n.h>

static const EqpField eqp_affiliation_fields[] = {
  [EQP_AFFILIATION_PERSON] = { "person", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_PERSONAL | EQP_FIELD_OWNER, N_ ("Person"), "person;personne", NULL, &eqp_person_entity },
  [EQP_AFFILIATION_INSTITUTION] = { "institution", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Home institution"), "institution;établissement;établissement d’origine", NULL, &eqp_institution_entity },
  [EQP_AFFILIATION_SIDE] = { "side", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED | EQP_FIELD_PERSONAL, N_ ("Side"), "side;partie;côté", eqp_side_choices },
  [EQP_AFFILIATION_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_KEY | EQP_FIELD_PERSONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_AFFILIATION_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_PERSONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_affiliation, "affiliation", N_ ("affiliation"), N_ ("Affiliations"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpAffiliation, eqp_affiliation, {
  eqp_record_set_text (record, EQP_AFFILIATION_SIDE, "other");
})

static char *
eqp_affiliation_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  return eqp_record_dup_joined_titles (record, EQP_AFFILIATION_PERSON, EQP_AFFILIATION_INSTITUTION, language);
}

static gboolean
eqp_affiliation_validate (EqpRecord *record,
                          guint     *field,
                          GError   **error)
{
  return eqp_record_check_period (record, EQP_AFFILIATION_FROM_DATE, EQP_AFFILIATION_TO_DATE, field, error);
}

/* Whose affiliation it was before this edit, if it was somebody else's. */
#define FORMER_PERSON "eqp-affiliation-former-person"

static gboolean
eqp_affiliation_prepare (EqpRecord *draft,
                         EqpStore  *store,
                         GError   **error)
{
  gint64  id = eqp_record_get_id (draft);
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = NULL;

  g_object_set_data (G_OBJECT (draft), FORMER_PERSON, NULL);
  if (id == 0)
    return TRUE;
  query = eqp_store_query (store, error, "SELECT person_id FROM affiliation WHERE id = ? AND person_id <> ?", "ii", id,
                           eqp_record_get_reference (draft, EQP_AFFILIATION_PERSON));
  if (query == NULL)
    return FALSE;
  if (eqp_query_next (query, &failure))
    g_object_set_data_full (G_OBJECT (draft), FORMER_PERSON, g_memdup2 (&(gint64){ eqp_query_get_integer (query, 0) }, sizeof (gint64)), g_free);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* What the ledger says of where a person belonged follows the directory, until it is certified. */
static gboolean
eqp_affiliation_written (EqpRecord *record,
                         EqpStore  *store,
                         GError   **error)
{
  const gint64 *former = g_object_get_data (G_OBJECT (record), FORMER_PERSON);

  if (former != NULL && !eqp_intervention_follow_person (store, *former, error))
    return FALSE;
  return eqp_intervention_follow_person (store, eqp_record_get_reference (record, EQP_AFFILIATION_PERSON), error);
}

static void
eqp_affiliation_class_init (EqpAffiliationClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_affiliation_entity);
  record_class->dup_title = eqp_affiliation_dup_title;
  record_class->validate = eqp_affiliation_validate;
  record_class->prepare = eqp_affiliation_prepare;
  record_class->written = eqp_affiliation_written;
}
