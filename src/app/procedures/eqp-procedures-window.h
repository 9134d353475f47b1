/* eqp-procedures-window.h — the steps of procedures and the school holidays, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/eqp-record-lists-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_PROCEDURES_WINDOW (eqp_procedures_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpProceduresWindow, eqp_procedures_window, EQP, PROCEDURES_WINDOW, EqpRecordListsWindow)

G_END_DECLS
