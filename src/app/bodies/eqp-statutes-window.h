/* eqp-statutes-window.h — a statute's seats, parameters and rules, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/eqp-record-lists-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_STATUTES_WINDOW (eqp_statutes_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpStatutesWindow, eqp_statutes_window, EQP, STATUTES_WINDOW, EqpRecordListsWindow)

G_END_DECLS
