/* eqp-snapshot.h — a body on a date, as plain values: what rules read and documents print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-finding.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SIDE_NONE,
  EQP_SIDE_UNIVERSITY,
  EQP_SIDE_RECTORAT,
  EQP_SIDE_OTHER,
} EqpSide;

typedef enum {
  EQP_FUNCTION_NONE,
  EQP_FUNCTION_CHAIR,
  EQP_FUNCTION_SECRETARY,
} EqpFunction;

/* All strings belong to the snapshot and are never NULL. Names of people are not translated; *_en falls back on *_fr. */

typedef struct
{
  gint64   id;
  char    *code;
  char    *name_fr;
  char    *name_en;
  int      min;
  int      max;    /* -1: no upper bound */
  gboolean counts; /* in the total (guests do not: A2) */
  gboolean votes;
  gboolean may_chair;
  EqpSide  side; /* EQP_SIDE_NONE: either */
} EqpSnapshotCategory;

/* A mandate in force on the date. */
typedef struct
{
  gint64      mandate;
  gint64      person;
  char       *person_code;
  char       *civility; /* "", "mme", "m" */
  char       *given_name;
  char       *family_name;
  char       *corps;    /* "IA-IPR", "IEN", "MCF" … */
  guint       category; /* index in categories */
  EqpFunction function;
  gboolean    represents_employer;
  gint64      institution; /* the one represented, else the home institution on the date; 0: none */
  char       *institution_code;
  char       *institution_name;
  char       *institution_short; /* falls back on the name */
  char       *institution_kind;
  EqpSide     side; /* of the person on the date */
  EqpDate     from;
  EqpDate     to;
  gint64      meeting; /* the one to which an occasional guest is invited; 0: none */
} EqpSeat;

typedef struct
{
  gint64 id;
  char  *code;
  char  *name_fr;
  char  *name_en;
  gint64 head; /* person ids; 0: none */
  gint64 deputy;
} EqpSnapshotMention;

typedef struct
{
  gint64      id;
  char       *code;
  char       *name_fr;
  char       *name_en;
  gint64      mention;
  gint64      head;
  GArray     *sites;      /* (element-type gint64) */
  GArray     *components; /* (element-type gint64) institutions engaged */
  GHashTable *teachers;   /* set of gint64 *: the seat holders (of any body loaded) who teach in it that academic year */
  GHashTable *students;   /* set of gint64 *: the seat holders enrolled in it that academic year */
} EqpSnapshotCourse;

typedef struct
{
  gint64 id;
  char  *code;
  char  *name;
} EqpSnapshotPlace; /* an institution or site that scope or sub-bodies name */

typedef enum {
  EQP_DECISION_PROPOSAL,
  EQP_DECISION_DECISION,
  EQP_DECISION_ANNEX,
  EQP_DECISION_DESIGNATION,
} EqpDecisionKind;

typedef struct
{
  gint64          id;
  EqpDecisionKind kind;
  EqpDate         date;
  char           *reference;
  char           *signatory;
  EqpSide         side;
} EqpSnapshotDecision;

typedef struct
{
  gint64 id;
  char  *code;
  gint64 site; /* 0: none */
} EqpSnapshotSubBody;

typedef enum {
  EQP_SCOPE_NONE, /* not stated */
  EQP_SCOPE_LOCAL,
  EQP_SCOPE_GENERAL,
} EqpScope;

typedef enum {
  EQP_OUTCOME_NONE, /* not stated */
  EQP_OUTCOME_DISCUSSED,
  EQP_OUTCOME_ADOPTED,
} EqpOutcome;

typedef struct
{
  gint64     id;
  int        position;
  char      *title;
  EqpScope   scope;
  EqpOutcome outcome;
  char      *advice_to; /* "CCI, COSP": the boards to which its advice went directly; "" none */
} EqpSnapshotItem;

typedef struct
{
  gint64     id;
  char      *code;
  EqpDate    date;
  char      *title;
  GPtrArray *items; /* EqpSnapshotItem, by position */
} EqpSnapshotMeeting;

typedef struct
{
  char *name;
  char *value; /* the one in force on the date */
  char *source;
} EqpSnapshotParameter;

typedef struct
{
  char       *rule;
  EqpSeverity severity;
  char       *source;
} EqpSnapshotRule;

typedef struct
{
  gint64  id;
  char   *code;
  gint64  number; /* 0: none */
  char   *degree; /* "", "1D", "2D" */
  char   *name_fr;
  char   *name_en;
  gint64  parent; /* 0: none */
  gint64  site;
  char   *site_name;
  EqpDate as_of;
  int     year; /* academic year of as_of: the calendar year in which it starts */

  gint64 statute;
  char  *statute_code;
  char  *statute_name_fr;
  char  *statute_name_en;

  GPtrArray *categories;      /* EqpSnapshotCategory, in statute order */
  GPtrArray *seats;           /* EqpSeat, by category, then chair first, then name */
  GPtrArray *mentions;        /* EqpSnapshotMention, by code: attached directly or through an attached course */
  GPtrArray *courses;         /* EqpSnapshotCourse active on the date, by code: attached directly, or of an attached mention unless another
                            council (not a sub-council, nor the parent of this one) attaches it directly */
  GPtrArray *places;          /* EqpSnapshotPlace: sites and components that courses name, sites of sub-bodies */
  GPtrArray *decisions;       /* EqpSnapshotDecision on or before as_of, by date */
  GPtrArray *sub_bodies;      /* EqpSnapshotSubBody in existence on the date */
  GPtrArray *parameters;      /* EqpSnapshotParameter */
  GPtrArray *rules;           /* EqpSnapshotRule */
  EqpDate    last_change;     /* last day on or before as_of on which the composition changed (a mandate began, or ended the day before) */
  GPtrArray *meetings;        /* EqpSnapshotMeeting held in the academic year on or before as_of, by date */
  guint      parent_meetings; /* how many the parent held in that time */
} EqpSnapshot;

EqpSnapshot *eqp_snapshot_ref (EqpSnapshot *self);
void         eqp_snapshot_unref (EqpSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpSnapshot, eqp_snapshot_unref)

/* Every body that exists on @as_of (or the one of @body, 0 = all), in one pass of a few queries, sorted: by number, then code, each
 * followed by its sub-bodies. (element-type EqpSnapshot) */
GPtrArray *eqp_snapshot_load (EqpStore *store,
                              gint64    body,
                              EqpDate   as_of,
                              GError  **error) G_GNUC_WARN_UNUSED_RESULT;

const EqpSnapshotCategory *eqp_snapshot_find_category (const EqpSnapshot *self,
                                                       const char        *code);
/* Distinct persons holding a seat of @category (index) or, for EQP_ALL_CATEGORIES, of any category that counts. */
#define EQP_ALL_CATEGORIES G_MAXUINT
guint eqp_snapshot_count (const EqpSnapshot *self,
                          guint              category);
/* @value: (out) untouched, and FALSE, when the parameter is absent, empty or "off". */
gboolean    eqp_snapshot_get_number (const EqpSnapshot *self,
                                     const char        *parameter,
                                     gint64            *value);
const char *eqp_snapshot_get_name (const EqpSnapshot *self,
                                   EqpLanguage        language);
const char *eqp_category_get_name (const EqpSnapshotCategory *category,
                                   EqpLanguage                language);
/* "Mme Anne Duval" / "Ms Anne Duval" */
char       *eqp_seat_dup_name (const EqpSeat *seat,
                               EqpLanguage    language);
EqpSide     eqp_side_from_code (const char *code);
const char *eqp_side_get_label (EqpSide     side,
                                EqpLanguage language);
const char *eqp_side_get_letter (EqpSide side); /* "U", "R", "" */

G_END_DECLS
