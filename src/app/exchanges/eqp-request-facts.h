/* eqp-request-facts.h — what a request says, and the lines of the ledger that answer it, as rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Fills @grid with labels and values; what is not said is left out. @assigned: minutes on lines. */
void eqp_request_facts_show (GtkGrid   *grid,
                             EqpRecord *request,
                             gint64     assigned);
/* Fills @list with the lines of the request, by date; returns how many there are. */
guint eqp_request_lines_show (GtkListBox *list,
                              GPtrArray  *lines);

G_END_DECLS
