/* eqp-request-assign-window.h — splitting a request's hours between one or several people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

#define EQP_TYPE_REQUEST_ASSIGN_WINDOW (eqp_request_assign_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestAssignWindow, eqp_request_assign_window, EQP, REQUEST_ASSIGN_WINDOW, AdwWindow)

/* @person: proposed first, with all hours that are left; 0: nobody yet. */
void eqp_request_assign_window_present (GtkWindow *parent,
                                        EqpStore  *store,
                                        EqpRecord *request,
                                        gint64     person);

G_END_DECLS
