/* eqp-ledger-editors.h — the editors of a line: all of it, a reason to keep it; and the questions about a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"
#include "domain/bodies/eqp-finding.h"

G_BEGIN_DECLS

/* A locked line says why it cannot be changed, and offers to correct it. */
void eqp_ledger_editor_present (GtkWindow  *parent,
                                EqpSession *session,
                                EqpRecord  *line);
/* Whether a reason silences it: somebody in two places, or on a day when they said that they cannot come. */
gboolean eqp_ledger_can_override (EqpFinding *finding);
/* Why a line is right although a rule finds fault with it. */
void eqp_ledger_override_present (GtkWindow  *parent,
                                  EqpSession *session,
                                  EqpRecord  *line);

/* The earliest academic year that is open, has ended and has lines; 0: there is none. */
int eqp_ledger_find_open_year (EqpStore *store);
/* The last one that is closed; 0: none is. */
int eqp_ledger_find_closed_year (EqpStore *store);
/* @widget: whose window asks and gets the toast. */
void eqp_ledger_ask_close_year (GtkWidget  *widget,
                                EqpSession *session);
void eqp_ledger_ask_reopen_year (GtkWidget  *widget,
                                 EqpSession *session);

G_END_DECLS
