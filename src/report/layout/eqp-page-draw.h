/* eqp-page-draw.h — paints a page: the same for the preview, the printer and PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/layout/eqp-page-layout.h"

G_BEGIN_DECLS

typedef enum {
  EQP_DRAW_PLAIN = 0,
  EQP_DRAW_TAGGED = 1 << 0, /* with the structure tags that only a PDF surface takes */
} EqpDrawFlags;

void eqp_page_draw (const EqpPaperPage *page,
                    cairo_t            *cr,
                    const EqpPalette   *palette,
                    EqpDrawFlags        flags);

G_END_DECLS
