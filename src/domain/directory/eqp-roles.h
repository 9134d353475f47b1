/* eqp-roles.h — everything a person is and does, on a date: one person, many roles with periods (T-01) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_ROLE_AFFILIATION,
  EQP_ROLE_MANDATE,
  EQP_ROLE_MENTION_HEAD,
  EQP_ROLE_COURSE_HEAD,
  EQP_ROLE_TEACHING,
  EQP_ROLE_ENROLMENT,
} EqpRoleKind;

typedef struct
{
  EqpRoleKind      kind;
  EqpMessage      *text;   /* what the role is: "Chair of Mathematics, Representatives of the employer" … */
  const EqpEntity *entity; /* what the role is held in: an institution, a body, a mention or a course */
  gint64           id;     /* its row; 0: none (an affiliation without institution) */
  gint64           record; /* the row that says so: affiliation, mandate, teaching, enrolment; else as id */
  EqpDate          from;   /* EQP_DATE_NONE: open */
  EqpDate          to;
} EqpRole;

void eqp_role_free (EqpRole *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpRole, eqp_role_free)

/* On @as_of, or of all times for EQP_DATE_NONE; by kind, then the newest first. (element-type EqpRole) */
GPtrArray *eqp_person_list_roles (EqpStore *store,
                                  gint64    person,
                                  EqpDate   as_of,
                                  GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
