/* eqp-seat-window.h — appointing, replacing, ending a mandate: one small form for the three */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

#define EQP_TYPE_SEAT_WINDOW (eqp_seat_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpSeatWindow, eqp_seat_window, EQP, SEAT_WINDOW, AdwWindow)

/* @category: (nullable) code; the form then proposes it. */
void eqp_seat_window_appoint (GtkWindow   *parent,
                              EqpStore    *store,
                              EqpSnapshot *snapshot,
                              const char  *category);
void eqp_seat_window_replace (GtkWindow   *parent,
                              EqpStore    *store,
                              EqpSnapshot *snapshot,
                              gint64       mandate);
void eqp_seat_window_vacate (GtkWindow   *parent,
                             EqpStore    *store,
                             EqpSnapshot *snapshot,
                             gint64       mandate);
/* Chooses the meeting to which an occasional guest is invited (C-19). */
void eqp_seat_window_invite (GtkWindow   *parent,
                             EqpStore    *store,
                             EqpSnapshot *snapshot,
                             gint64       mandate);

G_END_DECLS
