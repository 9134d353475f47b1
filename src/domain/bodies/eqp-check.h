/* eqp-check.h — the statute engine: every body's rules, run over snapshots */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

/* A rule is a pure function over one snapshot; it appends findings to @findings (their body is filled in by the engine). */
typedef struct _EqpRule EqpRule;
typedef void (*EqpRuleFunc) (const EqpSnapshot     *snapshot,
                             const EqpSnapshotRule *rule,
                             GPtrArray             *findings);

struct _EqpRule
{
  const char *name;        /* as statute_rule.rule: "total", "chair" … */
  const char *requirement; /* "C-09" */
  const char *label;       /* N_(): what the statute editor shows */
  EqpRuleFunc check;
};

const EqpRule *eqp_rule_find (const char *name);
const EqpRule *eqp_rule_list (guint *n_rules);

/* Findings of one body, unsorted. */
void eqp_check_snapshot (const EqpSnapshot *snapshot,
                         GPtrArray         *findings);
/* Findings about courses that no body, or more than one, is attached to (C-02), and people without institution. */
gboolean eqp_check_file (EqpStore  *store,
                         EqpDate    as_of,
                         GPtrArray *findings,
                         GError   **error);
/* All of it, sorted with eqp_finding_compare(). @body: 0 = all bodies and the file. @snapshots: (out) (optional). */
GPtrArray *eqp_check_run (EqpStore   *store,
                          gint64      body,
                          EqpDate     as_of,
                          GPtrArray **snapshots,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
