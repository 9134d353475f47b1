/* eqp-statute.c — the text that says how bodies of a kind are made up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statute"

#include "config.h"

#include "domain/bodies/eqp-statute.h"

#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_statute_fields[] = {
  [EQP_STATUTE_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_STATUTE_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_STATUTE_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_STATUTE_SOURCE] = { "source", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Source"), "source;texte;référence" },
  [EQP_STATUTE_FROM_DATE] = { "from-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("From"), "from;from_date;début;du;date de début" },
  [EQP_STATUTE_TO_DATE] = { "to-date", EQP_FIELD_DATE, EQP_FIELD_OPTIONAL, N_ ("Until"), "to;to_date;fin;au;date de fin;until" },
};

EQP_DEFINE_ENTITY (eqp_statute, "statute", N_ ("statute"), N_ ("Statutes"))
EQP_DEFINE_RECORD_TYPE (EqpStatute, eqp_statute)

static char *
eqp_statute_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_STATUTE_NAME_FR, EQP_STATUTE_NAME_EN, language);
}

static gboolean
eqp_statute_validate (EqpRecord *record,
                      guint     *field,
                      GError   **error)
{
  return eqp_record_check_period (record, EQP_STATUTE_FROM_DATE, EQP_STATUTE_TO_DATE, field, error);
}

static void
eqp_statute_class_init (EqpStatuteClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_statute_entity);
  record_class->dup_title = eqp_statute_dup_title;
  record_class->validate = eqp_statute_validate;
}
