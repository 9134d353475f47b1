/* eqp-body-window.h — creating or changing a council: its fields, its mentions and courses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

/* @body: 0 = a new one. Presents an EqpRecordWindow over the body's fields, with a group that attaches mentions and courses (C-02). */
void eqp_body_window_present (GtkWindow  *parent,
                              EqpSession *session,
                              gint64      body);
/* Records a proposal, decision, annex or designation of @body (C-04, C-05, G-11). @kind: (nullable) proposed. @decision: 0 = a new one. */
void eqp_decision_window_present (GtkWindow  *parent,
                                  EqpSession *session,
                                  gint64      body,
                                  const char *kind,
                                  gint64      decision);

G_END_DECLS
