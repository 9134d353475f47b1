/* eqp-decision-list.h — the proposals, decisions, annexes and designations of a body, by date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EQP_TYPE_DECISION_LIST (eqp_decision_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpDecisionList, eqp_decision_list, EQP, DECISION_LIST, AdwBin)

/* Shows what @snapshot holds: decisions on or before its date. A row opens its editor; "Record a decision…" makes a new one. */
void eqp_decision_list_show (EqpDecisionList *self,
                             EqpSession      *session,
                             EqpSnapshot     *snapshot);

G_END_DECLS
