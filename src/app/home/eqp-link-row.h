/* eqp-link-row.h — a row of the home page: a title, what it is about, and where it leads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A GtkListBoxRow that leads to @address when it is activated; with NULL it leads nowhere. @subtitle may be empty. */
GtkWidget *eqp_link_row_new (const char *title,
                             const char *subtitle,
                             const char *address); /* (nullable) */
/* The row stays one of the caller's list; @widget goes to its start or end. */
void eqp_link_row_add_prefix (GtkWidget *row,
                              GtkWidget *widget);
void eqp_link_row_add_suffix (GtkWidget *row,
                              GtkWidget *widget);

G_END_DECLS
