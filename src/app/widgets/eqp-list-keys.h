/* eqp-list-keys.h — how people move in long lists: Tab leaves them, a row is brought into sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The arrows, Page Up, Page Down, Home and End move inside @list. */
void eqp_list_leave_on_tab (GtkWidget *list);
/* @list: a list view or a column view, perhaps not laid out yet: the row is then brought into sight as soon as it is. */
void eqp_list_scroll_to (GtkWidget *list,
                         guint      position);

G_END_DECLS
