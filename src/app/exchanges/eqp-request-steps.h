/* eqp-request-steps.h — a request's procedure, step by step: state, due date, whose turn, evidence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills @list with the steps (element-type EqpProcedureStepView). */
void eqp_request_steps_show (GtkListBox *list,
                             GPtrArray  *steps);

G_END_DECLS
