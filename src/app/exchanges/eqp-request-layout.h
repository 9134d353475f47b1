/* eqp-request-layout.h — two things beside each other where there is room, else one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EQP_TYPE_REQUEST_LAYOUT (eqp_request_layout_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestLayout, eqp_request_layout, EQP, REQUEST_LAYOUT, GtkLayoutManager)

G_END_DECLS
