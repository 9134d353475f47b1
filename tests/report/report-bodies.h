/* report-bodies.h — councils made by hand, for the tests of their documents */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

/* A council under the usual statute; its last category, the students, is filled last and needs two. Two guests besides. */
EqpSnapshot *report_bodies_new (guint    number,
                                guint    n_members,
                                gboolean has_long_names) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *report_bodies_list (guint count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
