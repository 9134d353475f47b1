/* eqp-mention.c — a field of the master’s degree (mention de master) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-mention"

#include "config.h"

#include "domain/directory/eqp-mention.h"

#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpField eqp_mention_fields[] = {
  [EQP_MENTION_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_MENTION_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_MENTION_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_MENTION_HEAD] = { "head", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Head"), "head;responsable", NULL, &eqp_person_entity },
  [EQP_MENTION_HEAD_DEPUTY] = { "head-deputy", EQP_FIELD_REFERENCE, EQP_FIELD_PERSONAL, N_ ("Head’s representative"), "head_deputy;représentant;représentante;suppléant", NULL, &eqp_person_entity },
};

EQP_DEFINE_ENTITY (eqp_mention, "mention", N_ ("mention"), N_ ("Mentions"))
EQP_DEFINE_RECORD_TYPE (EqpMention, eqp_mention)

static char *
eqp_mention_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_MENTION_NAME_FR, EQP_MENTION_NAME_EN, language);
}

static void
eqp_mention_class_init (EqpMentionClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_mention_entity);
  record_class->dup_title = eqp_mention_dup_title;
}
