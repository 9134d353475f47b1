/* eqp-finding.h — one thing that a rule found, with its code, source, figures and cure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/eqp-message.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SEVERITY_ERROR,
  EQP_SEVERITY_WARNING,
  EQP_SEVERITY_INFORMATION,
  EQP_SEVERITY_OFF, /* a statute may switch a rule off */
} EqpSeverity;

#define EQP_N_SEVERITIES EQP_SEVERITY_OFF

/* What would put it right: the window turns it into the button beside the seat. */
typedef enum {
  EQP_CURE_NONE,
  EQP_CURE_APPOINT,  /* appoint somebody in the finding's category */
  EQP_CURE_END_SEAT, /* end one mandate: the finding's, or one of its category */
  EQP_CURE_CHAIR,    /* name (another) chair */
  EQP_CURE_SCOPE,    /* attach mentions or courses to the body */
  EQP_CURE_DECISION, /* record a proposal, decision, annex or designation */
  EQP_CURE_PERSON,   /* complete the person's record (enrolment, teaching, affiliation) */
  EQP_CURE_BODY,     /* edit the body (site, parent) */
  EQP_CURE_INVITE,   /* choose the meeting to which a guest's mandate belongs */
  EQP_CURE_MEETINGS, /* correct or record the body's meetings */
} EqpCureKind;

typedef enum {
  EQP_VALUE_NUMBER,
  EQP_VALUE_TEXT,
} EqpFindingValueType;

typedef struct
{
  const char         *name; /* static: "count", "min", "max" … as in --format json */
  EqpFindingValueType type;
  gint64              number;
  char               *text;
} EqpFindingValue;

/* Immutable once its rule returned. Properties for lists: "code", "severity" (int), "message", "cure", "source", "body-code", "subject". */
#define EQP_TYPE_FINDING (eqp_finding_get_type ())
G_DECLARE_FINAL_TYPE (EqpFinding, eqp_finding, EQP, FINDING, GObject)

EqpFinding *eqp_finding_new (const char *code,
                             EqpSeverity severity,
                             EqpMessage *message) G_GNUC_WARN_UNUSED_RESULT; /* message: transfer full */
void        eqp_finding_set_body (EqpFinding *self,
                                  gint64      id,
                                  const char *code);
void        eqp_finding_set_subject (EqpFinding *self,
                                     const char *subject); /* a code: course, institution, person, category, site */
void        eqp_finding_set_source (EqpFinding *self,
                                    const char *requirement, /* "C-09" */
                                    const char *sentence);   /* of the source text */
void        eqp_finding_set_cure (EqpFinding *self,
                                  EqpCureKind kind,
                                  EqpMessage *sentence); /* transfer full */
void        eqp_finding_set_category (EqpFinding *self,
                                      const char *category); /* the seats beside which it is shown; NULL: the whole body */
void        eqp_finding_set_mandate (EqpFinding *self,
                                     gint64      mandate);
void        eqp_finding_add_number (EqpFinding *self,
                                    const char *name,
                                    gint64      value);
void        eqp_finding_add_text (EqpFinding *self,
                                  const char *name,
                                  const char *value);

const char            *eqp_finding_get_code (EqpFinding *self);
EqpSeverity            eqp_finding_get_severity (EqpFinding *self);
gint64                 eqp_finding_get_body_id (EqpFinding *self);
const char            *eqp_finding_get_body_code (EqpFinding *self); /* "" for a finding about the whole file */
const char            *eqp_finding_get_subject (EqpFinding *self);
const char            *eqp_finding_get_category (EqpFinding *self); /* (nullable) */
gint64                 eqp_finding_get_mandate (EqpFinding *self);
EqpCureKind            eqp_finding_get_cure_kind (EqpFinding *self);
char                  *eqp_finding_dup_message (EqpFinding *self,
                                                EqpLanguage language);
char                  *eqp_finding_dup_cure (EqpFinding *self,
                                             EqpLanguage language); /* "" when none */
char                  *eqp_finding_dup_source (EqpFinding *self,
                                               EqpLanguage language); /* "C-09: “…”" */
const EqpFindingValue *eqp_finding_get_values (EqpFinding *self,
                                               guint      *n_values);

const char *eqp_severity_get_code (EqpSeverity severity); /* "error", "warning", "information" */
const char *eqp_severity_get_label (EqpSeverity severity,
                                    EqpLanguage language);
/* Body code, then severity, then code, then subject. For g_ptr_array_sort (). */
int eqp_finding_compare (gconstpointer a,
                         gconstpointer b);

G_END_DECLS
