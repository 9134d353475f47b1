/* eqp-affiliation.c — the home institution and side of a person for a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-affiliation"

#include "config.h"

#include "domain/directory/eqp-affiliation.h"

#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

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

static void
eqp_affiliation_class_init (EqpAffiliationClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_affiliation_entity);
  record_class->dup_title = eqp_affiliation_dup_title;
  record_class->validate = eqp_affiliation_validate;
}
