/* eqp-council-view.h — one council: its composition by category with findings beside the seats, decisions, history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_COUNCIL_VIEW (eqp_council_view_get_type ())
G_DECLARE_FINAL_TYPE (EqpCouncilView, eqp_council_view, EQP, COUNCIL_VIEW, AdwBin)

/* Actions: "council.appoint" (s, category code or ""), "council.replace", "council.vacate", "council.chair", "council.person" (x, mandate),
 * "council.scope", "council.decide" (s, kind or ""). */
void eqp_council_view_set_session (EqpCouncilView *self,
                                   EqpSession     *session);
/* 0: shows nothing. */
void   eqp_council_view_show (EqpCouncilView *self,
                              gint64          body);
gint64 eqp_council_view_get_body (EqpCouncilView *self);

G_END_DECLS
