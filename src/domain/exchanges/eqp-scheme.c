/* eqp-scheme.c — a scheme of the academy training plan (PAF) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-scheme"

#include "config.h"

#include "domain/exchanges/eqp-scheme.h"

#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice families[] = {
  { "", N_ ("Not stated") },
  { "FIL", N_ ("Local training of common interest (FIL)") },
  { "ALD", N_ ("Local subject action (ALD)") },
  { "ALP", N_ ("Local educational action (ALP)") },
  { "AED", N_ ("Follow-up of pre-professional assistants (AED)") },
  { "COMPETITION", N_ ("Preparation of internal competitions") },
  { NULL, NULL },
};

static const EqpChoice leads[] = {
  { "", N_ ("Not stated") },
  { "rectorat", N_ ("Education authority") },
  { "pole", N_ ("Pôle") },
  { "university", N_ ("University") },
  { NULL, NULL },
};

static const EqpField eqp_scheme_fields[] = {
  [EQP_SCHEME_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_SCHEME_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name"), "name;nom;intitulé" },
  [EQP_SCHEME_FAMILY] = { "family", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Family"), "family;famille", families },
  [EQP_SCHEME_LEAD] = { "lead", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Delivery lead"), "lead;maîtrise d’œuvre;maîtrise d'œuvre;maitrise d’oeuvre;pilote", leads },
  [EQP_SCHEME_CONDITIONS] = { "conditions", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Conditions"), "conditions;conditions pédagogiques" },
  [EQP_SCHEME_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_SCHEME_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_scheme, "scheme", N_ ("scheme"), N_ ("Schemes"))
EQP_DEFINE_RECORD_TYPE (EqpScheme, eqp_scheme)

static char *
eqp_scheme_dup_title (EqpRecord  *record,
                      EqpLanguage language)
{
  return g_strdup (eqp_record_get_text (record, EQP_SCHEME_NAME));
}

static gboolean
eqp_scheme_validate (EqpRecord *record,
                     guint     *field,
                     GError   **error)
{
  return eqp_record_check_period (record, EQP_SCHEME_FROM_DATE, EQP_SCHEME_TO_DATE, field, error);
}

static void
eqp_scheme_class_init (EqpSchemeClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_scheme_entity);
  record_class->dup_title = eqp_scheme_dup_title;
  record_class->validate = eqp_scheme_validate;
}

/**
 * eqp_scheme_expected_lead:
 * @family: a family of schemes, or ""
 *
 * Who leads the delivery of such a scheme (G-06).
 *
 * Returns: "pole" for local subject actions and the follow-up of pre-professional assistants, "rectorat" otherwise
 */
const char *
eqp_scheme_expected_lead (const char *family)
{
  return strcmp (family, "ALD") == 0 || strcmp (family, "AED") == 0 ? "pole" : "rectorat";
}
