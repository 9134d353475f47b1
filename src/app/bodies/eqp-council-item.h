/* eqp-council-item.h — a council as a list shows it: number, name, members, status */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-checker.h"

G_BEGIN_DECLS

/* Properties for rows: "code", "number" (string), "name", "members" (string), "status" (string, read out), "icon-name", "css-classes", "faulty" (boolean),
 * "indent" (int, pixels: sub-councils stand under theirs). */
#define EQP_TYPE_COUNCIL_ITEM (eqp_council_item_get_type ())
G_DECLARE_FINAL_TYPE (EqpCouncilItem, eqp_council_item, EQP, COUNCIL_ITEM, GObject)

EqpCouncilItem *eqp_council_item_new (EqpSnapshot *snapshot,
                                      EqpChecker  *checker) G_GNUC_WARN_UNUSED_RESULT;
/* Takes new values and notifies what changed. */
void        eqp_council_item_update (EqpCouncilItem *self,
                                     EqpSnapshot    *snapshot,
                                     EqpChecker     *checker);
gint64      eqp_council_item_get_id (EqpCouncilItem *self);
const char *eqp_council_item_get_code (EqpCouncilItem *self);
const char *eqp_council_item_get_name (EqpCouncilItem *self);
EqpSeverity eqp_council_item_get_severity (EqpCouncilItem *self); /* the worst; EQP_N_SEVERITIES = lawful */

G_END_DECLS
