/* eqp-person.h — somebody in the directory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_PERSON_CODE,
  EQP_PERSON_CIVILITY,
  EQP_PERSON_FAMILY_NAME,
  EQP_PERSON_GIVEN_NAME,
  EQP_PERSON_CORPS,
  EQP_PERSON_DISCIPLINES,
  EQP_PERSON_EMAIL,
  EQP_PERSON_PHONE,
  EQP_PERSON_N_FIELDS,
} EqpPersonField;

#define EQP_TYPE_PERSON (eqp_person_get_type ())
G_DECLARE_FINAL_TYPE (EqpPerson, eqp_person, EQP, PERSON, EqpRecord)

extern const EqpEntity eqp_person_entity;

/* Beside its fields a person has the property "display-name" (read-only): "Duval Anne". */
char *eqp_person_dup_display_name (EqpPerson *self);
char *eqp_person_format_name (const char *civility,
                              const char *given_name,
                              const char *family_name,
                              EqpLanguage language);

G_END_DECLS
