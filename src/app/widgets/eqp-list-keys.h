/* eqp-list-keys.h — Tab leaves a long list instead of walking through all its rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The arrows, Page Up, Page Down, Home and End move inside @list. */
void eqp_list_leave_on_tab (GtkWidget *list);

G_END_DECLS
