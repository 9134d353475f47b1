/* eqp-institution.c — a university, a component, the education authority, a school, a company */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-institution"

#include "config.h"

#include "domain/directory/eqp-institution.h"

#include "base/eqp-error.h"
#include "base/eqp-identifiers.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice kinds[] = {
  { "university", N_ ("University") },
  { "component", N_ ("Faculty or component") },
  { "inspe", N_ ("Inspé") },
  { "rectorat", N_ ("Education authority") },
  { "school", N_ ("School") },
  { "company", N_ ("Company") },
  { "association", N_ ("Association") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const EqpField eqp_institution_fields[] = {
  [EQP_INSTITUTION_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_INSTITUTION_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name"), "name;nom;intitulé;dénomination" },
  [EQP_INSTITUTION_SHORT_NAME] = { "short-name", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Short name"), "short_name;nom court;sigle;abrégé" },
  [EQP_INSTITUTION_KIND] = { "kind", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Kind"), "kind;type;nature", kinds },
  [EQP_INSTITUTION_SIDE] = { "side", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Side"), "side;partie;côté;rattachement", eqp_side_choices },
  [EQP_INSTITUTION_UAI] = { "uai", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("UAI number"), "uai;rne;numéro uai" },
  [EQP_INSTITUTION_SIRET] = { "siret", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("SIRET number"), "siret;numéro siret" },
  [EQP_INSTITUTION_PARENT] = { "parent", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Part of"), "parent;tutelle;établissement de rattachement", NULL, &eqp_institution_entity },
};

EQP_DEFINE_ENTITY (eqp_institution, "institution", N_ ("institution"), N_ ("Institutions"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpInstitution, eqp_institution, {
  eqp_record_set_text (record, EQP_INSTITUTION_KIND, "other");
  eqp_record_set_text (record, EQP_INSTITUTION_SIDE, "other");
})

static char *
eqp_institution_dup_title (EqpRecord  *record,
                           EqpLanguage language)
{
  return g_strdup (eqp_record_get_text (record, EQP_INSTITUTION_NAME));
}

static gboolean
eqp_institution_validate (EqpRecord *record,
                          guint     *field,
                          GError   **error)
{
  gint64 id = eqp_record_get_id (record);

  *field = EQP_INSTITUTION_UAI;
  if (!eqp_record_is_empty (record, EQP_INSTITUTION_UAI) &&
      !eqp_uai_check (eqp_record_get_text (record, EQP_INSTITUTION_UAI), error))
    return FALSE;
  *field = EQP_INSTITUTION_SIRET;
  if (!eqp_record_is_empty (record, EQP_INSTITUTION_SIRET) &&
      !eqp_siret_check (eqp_record_get_text (record, EQP_INSTITUTION_SIRET), error))
    return FALSE;
  *field = EQP_INSTITUTION_PARENT;
  if (id != 0 && eqp_record_get_reference (record, EQP_INSTITUTION_PARENT) == id)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("An institution cannot be part of itself."));
      return FALSE;
    }
  return TRUE;
}

static void
eqp_institution_class_init (EqpInstitutionClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_institution_entity);
  record_class->dup_title = eqp_institution_dup_title;
  record_class->validate = eqp_institution_validate;
}
