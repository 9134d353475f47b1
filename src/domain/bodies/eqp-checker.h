/* eqp-checker.h — keeps the findings of a store true: re-runs the rules when what they read changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-check.h"

G_BEGIN_DECLS

/* Listens to the store's "changed". Property "as-of" (int, EqpDate; EQP_DATE_NONE = today). Signals: "updated" after each run,
 * "failed" (const char *sentence) when the store could not be read. */
#define EQP_TYPE_CHECKER (eqp_checker_get_type ())
G_DECLARE_FINAL_TYPE (EqpChecker, eqp_checker, EQP, CHECKER, GObject)

EqpChecker  *eqp_checker_new (EqpStore *store) G_GNUC_WARN_UNUSED_RESULT;
EqpDate      eqp_checker_get_as_of (EqpChecker *self); /* never NONE */
gboolean     eqp_checker_is_today (EqpChecker *self);
void         eqp_checker_set_as_of (EqpChecker *self,
                                    EqpDate     as_of);
GPtrArray   *eqp_checker_get_snapshots (EqpChecker *self); /* (element-type EqpSnapshot) borrowed */
EqpSnapshot *eqp_checker_get_snapshot (EqpChecker *self,
                                       gint64      body);      /* (nullable) borrowed */
GPtrArray   *eqp_checker_get_findings (EqpChecker *self); /* (element-type EqpFinding) borrowed, sorted */
GPtrArray   *eqp_checker_list_findings (EqpChecker *self,
                                        gint64      body) G_GNUC_WARN_UNUSED_RESULT;
guint        eqp_checker_count (EqpChecker *self,
                                gint64      body, /* 0: all */
                                EqpSeverity severity);

G_END_DECLS
