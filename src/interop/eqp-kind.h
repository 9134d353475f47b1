/* eqp-kind.h — the kinds of table that come in and go out, and their columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-field.h"

G_BEGIN_DECLS

/* In an order in which what a table names comes before it. */
typedef enum {
  EQP_KIND_SETTINGS,
  EQP_KIND_INSTITUTIONS,
  EQP_KIND_SITES,
  EQP_KIND_PEOPLE,
  EQP_KIND_AFFILIATIONS,
  EQP_KIND_MENTIONS,
  EQP_KIND_COURSES,
  EQP_KIND_STATUTES,
  EQP_KIND_CATEGORIES,
  EQP_KIND_PARAMETERS,
  EQP_KIND_RULES,
  EQP_KIND_PROCEDURES,
  EQP_KIND_STEPS,
  EQP_KIND_SCHOOL_HOLIDAYS,
  EQP_KIND_BODIES,
  EQP_KIND_DECISIONS,
  EQP_KIND_MEETINGS,
  EQP_KIND_ITEMS,
  EQP_KIND_MANDATES,
  EQP_KIND_TEACHING,
  EQP_KIND_ENROLMENTS,
  EQP_KIND_UNITS,
  EQP_KIND_SCHEMES,
  EQP_KIND_REQUESTS,
  EQP_KIND_INTERVENTIONS,
  EQP_KIND_CLOSINGS, /* after the lines: nothing comes into a closed year */
  EQP_KIND_SHARED_POSTS,
  EQP_KIND_AVAILABILITY,
  EQP_KIND_AGREEMENTS,
  EQP_N_KINDS,
} EqpKindId;

typedef enum {
  EQP_COLUMN_FIELD,              /* a field of the row; a reference by its code */
  EQP_COLUMN_CATEGORY,           /* a reference to a category of the statute of the row's body */
  EQP_COLUMN_PAYER,              /* an institution, or the words for the home (empty) and for the host of the row */
  EQP_COLUMN_MINUTES,            /* whole minutes of a duration that another column of the kind holds in hours */
  EQP_COLUMN_REPLACED,           /* the person whose mandate in the same body this one follows */
  EQP_COLUMN_LINKS,              /* codes, separated by '|' or ',': the rows of a link table */
  EQP_COLUMN_HOME,               /* the institution of a person, today */
  EQP_COLUMN_HOME_SIDE,          /* the side of a person, today */
  EQP_COLUMN_DECISION_DATE,      /* of the last decision of a kind about a body */
  EQP_COLUMN_DECISION_REFERENCE, /* the same decision's reference */
} EqpColumnRole;

typedef struct
{
  const char      *header; /* as in the exported file: the contract */
  EqpColumnRole    role;
  guint            field;    /* of the kind's entity */
  gboolean         required; /* a file without this column is refused */
  const char      *aliases;  /* (nullable) further headers, separated by ';', beside those of the field */
  const EqpEntity *link;     /* EQP_COLUMN_LINKS: its field 0 is the owner, its field 1 what is named */
  const char      *decision; /* EQP_COLUMN_DECISION_…: the decision's kind */
} EqpColumn;

#define EQP_MAX_COLUMNS 24

typedef struct
{
  EqpKindId        id;
  const char      *name; /* on the command line: "people" */
  const EqpEntity *entity;
  const EqpColumn *columns;
  guint            n_columns;
} EqpKind;

const EqpKind  *eqp_kind_get (EqpKindId id);
const EqpKind  *eqp_kind_find (const char *name);
char           *eqp_kind_dup_names (void);
const EqpField *eqp_column_get_field (const EqpKind   *kind,
                                      const EqpColumn *column);
int             eqp_kind_match_header (const EqpKind *kind,
                                       const char    *header);
gboolean        eqp_header_is_numen (const char *header);

G_END_DECLS
