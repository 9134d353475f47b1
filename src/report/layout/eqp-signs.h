/* eqp-signs.h — severity signs as shapes, since a font may lack them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/layout/eqp-block.h"
#include "report/layout/eqp-palette.h"

G_BEGIN_DECLS

void eqp_sign_draw (cairo_t          *cr,
                    EqpSign           sign,
                    double            x,
                    double            y,
                    double            size,
                    const EqpPalette *palette);
void eqp_chip_add_frame (cairo_t *cr,
                         EqpChip  chip,
                         double   x,
                         double   y,
                         double   size);

G_END_DECLS
