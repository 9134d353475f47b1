/* eqp-snapshot-private.h — how a snapshot is put together: for its loader and for tests of rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

/* All strings "", all arrays empty and owning their elements. */
EqpSnapshot *_eqp_snapshot_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         _eqp_snapshot_clear (gpointer data); /* frees what it holds, not itself */
void         _eqp_snapshot_add_place (EqpSnapshot *self,
                                      gint64       id,
                                      const char  *code,
                                      const char  *name);
/* Seats into the order in which documents list them. */
void _eqp_snapshot_sort_seats (EqpSnapshot *self);

/* Elements of the arrays; strings are still to be filled in. */
EqpSnapshotCourse  *_eqp_snapshot_course_new (void) G_GNUC_WARN_UNUSED_RESULT;
EqpSnapshotMeeting *_eqp_snapshot_meeting_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *_eqp_snapshot_categories_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *_eqp_snapshot_parameters_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *_eqp_snapshot_rules_new (void) G_GNUC_WARN_UNUSED_RESULT;

EqpFunction _eqp_function_from_code (const char *code);

G_END_DECLS
