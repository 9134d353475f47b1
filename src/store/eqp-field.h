/* eqp-field.h — the field table: the one declaration of a stored entity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How a value is stored, validated, shown, imported and exported.
 *                column          SQL            property     empty is */
typedef enum {
  EQP_FIELD_TEXT,      /* name       TEXT           string       "" */
  EQP_FIELD_INTEGER,   /* name       INTEGER NULL   int64        NULL */
  EQP_FIELD_BOOLEAN,   /* name       INTEGER 0/1    boolean      never */
  EQP_FIELD_DATE,      /* name       TEXT ISO       string       "" */
  EQP_FIELD_CHOICE,    /* name       TEXT           string       "" (if among the choices) */
  EQP_FIELD_REFERENCE, /* name_id    INTEGER NULL   int64 (id)   NULL, read as 0 */
} EqpFieldType;

typedef enum {
  EQP_FIELD_OPTIONAL = 0,
  EQP_FIELD_REQUIRED = 1 << 0, /* an empty value is refused */
  EQP_FIELD_KEY = 1 << 1,      /* part of the natural key by which an import finds the row again */
  EQP_FIELD_SEARCHED = 1 << 2, /* its words are in the search index */
  EQP_FIELD_PERSONAL = 1 << 3, /* says something about a person: part of the personal-data export */
  EQP_FIELD_OWNER = 1 << 4,    /* a reference to the record that this one is a part of (history of a body shows its mandates) */
  EQP_FIELD_DURATION = 1 << 5, /* of an integer: minutes, typed and read as hours ("7h30") */
  EQP_FIELD_TIME = 1 << 6,     /* of an integer: minutes after midnight, typed and read as a time of the day ("09:30") */
} EqpFieldFlags;

typedef struct
{
  const char *value; /* as stored; NULL ends the list */
  const char *label; /* N_() */
} EqpChoice;

typedef struct _EqpEntity EqpEntity;

typedef struct
{
  const char      *name; /* kebab-case: property, and column with '_' (and "_id" for a reference) */
  EqpFieldType     type;
  EqpFieldFlags    flags;
  const char      *label;   /* N_(): forms, history, tables */
  const char      *headers; /* (nullable) further CSV headers, French ones too, separated by ';' */
  const EqpChoice *choices; /* (nullable) for EQP_FIELD_CHOICE */
  const EqpEntity *target;  /* (nullable) for EQP_FIELD_REFERENCE */
} EqpField;

struct _EqpEntity
{
  const char     *table;  /* SQL table; also the stable name in JSON */
  const char     *label;  /* N_("person"), lower case, singular */
  const char     *plural; /* N_("People"), a heading */
  const EqpField *fields;
  guint           n_fields;
  GType (*get_type) (void);
};

char *eqp_field_dup_column (const EqpField *field);
int   eqp_entity_find_field (const EqpEntity *entity,
                             const char      *name);

G_END_DECLS
