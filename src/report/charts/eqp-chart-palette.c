/* eqp-chart-palette.c — the colours of a chart: a blue and orange pair that colour-blind readers tell apart, for each ground */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-palette"

#include "config.h"

#include "report/charts/eqp-chart-private.h"

#define RGB(hex)                   \
  {                                \
    ((hex) >> 16 & 0xff) / 255.0,  \
      ((hex) >> 8 & 0xff) / 255.0, \
      ((hex)&0xff) / 255.0         \
  }

static const EqpRgb colors[EQP_N_PALETTES][EQP_N_INKS] = {
  [EQP_PALETTE_LIGHT] = {
    [EQP_INK_GROUND] = RGB (0xffffff),
    [EQP_INK_TEXT] = RGB (0x3a3942),
    [EQP_INK_FAINT] = RGB (0x77767b),
    [EQP_INK_GRID] = RGB (0xe7e6e9),
    [EQP_INK_ZERO] = RGB (0x5e5c64),
    [EQP_INK_UNIVERSITY] = RGB (0x1a5fb4),
    [EQP_INK_UNIVERSITY_SOFT] = RGB (0xc3d8f1),
    [EQP_INK_RECTORAT] = RGB (0xb35900),
    [EQP_INK_RECTORAT_SOFT] = RGB (0xfbe0c4),
    [EQP_INK_LINE] = RGB (0x241f31),
    [EQP_INK_BAND] = RGB (0xd4d1dc),
    [EQP_INK_COMPARISON] = RGB (0x77767b),
    [EQP_INK_TOLERANCE] = RGB (0xe6f3e8),
    [EQP_INK_TOLERANCE_EDGE] = RGB (0xa5cfae),
    [EQP_INK_FOCUS] = RGB (0x9141ac),
  },
  [EQP_PALETTE_DARK] = {
    [EQP_INK_GROUND] = RGB (0x242424),
    [EQP_INK_TEXT] = RGB (0xdeddda),
    [EQP_INK_FAINT] = RGB (0x9a9996),
    [EQP_INK_GRID] = RGB (0x3a3a3c),
    [EQP_INK_ZERO] = RGB (0x9a9996),
    [EQP_INK_UNIVERSITY] = RGB (0x5c9ff0),
    [EQP_INK_UNIVERSITY_SOFT] = RGB (0x2b4260),
    [EQP_INK_RECTORAT] = RGB (0xffa348),
    [EQP_INK_RECTORAT_SOFT] = RGB (0x573a1d),
    [EQP_INK_LINE] = RGB (0xf6f5f4),
    [EQP_INK_BAND] = RGB (0x56555a),
    [EQP_INK_COMPARISON] = RGB (0xb0afac),
    [EQP_INK_TOLERANCE] = RGB (0x2a3a2e),
    [EQP_INK_TOLERANCE_EDGE] = RGB (0x4c7057),
    [EQP_INK_FOCUS] = RGB (0xdc8add),
  },
  [EQP_PALETTE_HIGH_CONTRAST] = {
    [EQP_INK_GROUND] = RGB (0xffffff),
    [EQP_INK_TEXT] = RGB (0x000000),
    [EQP_INK_FAINT] = RGB (0x3d3846),
    [EQP_INK_GRID] = RGB (0xb0b0b4),
    [EQP_INK_ZERO] = RGB (0x000000),
    [EQP_INK_UNIVERSITY] = RGB (0x0a3d80),
    [EQP_INK_UNIVERSITY_SOFT] = RGB (0xd2e3f8),
    [EQP_INK_RECTORAT] = RGB (0x8a3f00),
    [EQP_INK_RECTORAT_SOFT] = RGB (0xffffff),
    [EQP_INK_LINE] = RGB (0x000000),
    [EQP_INK_BAND] = RGB (0xc4c4ca),
    [EQP_INK_COMPARISON] = RGB (0x3d3846),
    [EQP_INK_TOLERANCE] = RGB (0xe2f1e4),
    [EQP_INK_TOLERANCE_EDGE] = RGB (0x26633a),
    [EQP_INK_FOCUS] = RGB (0x7a1fa0),
  },
  [EQP_PALETTE_HIGH_CONTRAST_DARK] = {
    [EQP_INK_GROUND] = RGB (0x1a1a1a),
    [EQP_INK_TEXT] = RGB (0xffffff),
    [EQP_INK_FAINT] = RGB (0xdeddda),
    [EQP_INK_GRID] = RGB (0x6a6a6e),
    [EQP_INK_ZERO] = RGB (0xffffff),
    [EQP_INK_UNIVERSITY] = RGB (0x99c1f1),
    [EQP_INK_UNIVERSITY_SOFT] = RGB (0x203a5a),
    [EQP_INK_RECTORAT] = RGB (0xffbe6f),
    [EQP_INK_RECTORAT_SOFT] = RGB (0x1a1a1a),
    [EQP_INK_LINE] = RGB (0xffffff),
    [EQP_INK_BAND] = RGB (0x5c5c62),
    [EQP_INK_COMPARISON] = RGB (0xdeddda),
    [EQP_INK_TOLERANCE] = RGB (0x24382a),
    [EQP_INK_TOLERANCE_EDGE] = RGB (0x8ff0a4),
    [EQP_INK_FOCUS] = RGB (0xf5a8f7),
  },
  /* Legible when copied in black and white: solid dark against hatched light, dashes, dots, markers. */
  [EQP_PALETTE_PAPER] = {
    [EQP_INK_GROUND] = RGB (0xffffff),
    [EQP_INK_TEXT] = RGB (0x000000),
    [EQP_INK_FAINT] = RGB (0x545454),
    [EQP_INK_GRID] = RGB (0xd8d8d8),
    [EQP_INK_ZERO] = RGB (0x202020),
    [EQP_INK_UNIVERSITY] = RGB (0x00549e),
    [EQP_INK_UNIVERSITY_SOFT] = RGB (0xd0d9e3),
    [EQP_INK_RECTORAT] = RGB (0xb35200),
    [EQP_INK_RECTORAT_SOFT] = RGB (0xffffff),
    [EQP_INK_LINE] = RGB (0x000000),
    [EQP_INK_BAND] = RGB (0xd2d2d2),
    [EQP_INK_COMPARISON] = RGB (0x454545),
    [EQP_INK_TOLERANCE] = RGB (0xefefef),
    [EQP_INK_TOLERANCE_EDGE] = RGB (0x8c8c8c),
    [EQP_INK_FOCUS] = RGB (0x000000),
  },
};

const EqpRgb *
_eqp_chart_palette_get (EqpPaletteId palette,
                        EqpInk       ink)
{
  return &colors[palette][ink];
}
