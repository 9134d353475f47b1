/* eqp-page-layout.h — a document on paper: pages of positioned items, made when they are asked for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"
#include "report/layout/eqp-paper-page.h"

G_BEGIN_DECLS

typedef struct _EqpPageLayout EqpPageLayout;

EqpPageLayout      *eqp_page_layout_new (EqpDocument         *document,
                                         const EqpPageFormat *format) G_GNUC_WARN_UNUSED_RESULT;
void                eqp_page_layout_free (EqpPageLayout *self);
EqpDocument        *eqp_page_layout_get_document (EqpPageLayout *self);
guint               eqp_page_layout_get_n_pages (EqpPageLayout *self);
const EqpPaperPage *eqp_page_layout_get_page (EqpPageLayout *self,
                                              guint          index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpPageLayout, eqp_page_layout_free)

G_END_DECLS
