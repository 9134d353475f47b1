/* eqp-paper.h — one page on the screen, as it will be printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/layout/eqp-page-layout.h"

G_BEGIN_DECLS

#define EQP_TYPE_PAPER (eqp_paper_get_type ())
G_DECLARE_FINAL_TYPE (EqpPaper, eqp_paper, EQP, PAPER, GtkWidget)

/* @layout: not owned, must outlive the widget or be taken away with eqp_paper_detach(). @index: from 0. */
GtkWidget *eqp_paper_new (EqpPageLayout *layout,
                          guint          index);
void       eqp_paper_detach (EqpPaper *self);
void       eqp_paper_set_scale (EqpPaper *self,
                                double    scale); /* pixels a point */
/* Draws again if the page came into sight since it was drawn. */
void eqp_paper_scrolled (EqpPaper *self);

G_END_DECLS
