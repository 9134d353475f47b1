/* eqp-paper-list.h — the pages of a document below each other, as wide as the window or one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

/* Properties: "page" (uint, from 1, read-only, notify: the one in sight), "n-pages" (uint, read-only, notify), "whole-page" (boolean:
 * a whole page fits in the window, else its width does). */
#define EQP_TYPE_PAPER_LIST (eqp_paper_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpPaperList, eqp_paper_list, EQP, PAPER_LIST, AdwBin)

/* @document: (nullable) @keep_place: stays at the page it shows, if there is such a page. */
void  eqp_paper_list_set_document (EqpPaperList *self,
                                   EqpDocument  *document,
                                   gboolean      keep_place);
guint eqp_paper_list_get_page (EqpPaperList *self);
guint eqp_paper_list_get_n_pages (EqpPaperList *self);
void  eqp_paper_list_turn (EqpPaperList *self,
                           int           step);

G_END_DECLS
