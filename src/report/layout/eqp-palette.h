/* eqp-palette.h — the colours of pages and charts, each role legible in black and white too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  EQP_COLOR_INK,
  EQP_COLOR_FAINT,    /* notes and vacant seats: still 7:1 on paper */
  EQP_COLOR_RULE,     /* rules under headers, frames */
  EQP_COLOR_HAIRLINE, /* rules between rows */
  EQP_COLOR_FILL,     /* behind group rows */
  EQP_COLOR_PAPER,
  EQP_COLOR_UNIVERSITY,
  EQP_COLOR_RECTORAT,
  EQP_COLOR_OTHER,
  EQP_COLOR_ERROR,
  EQP_COLOR_WARNING,
  EQP_COLOR_INFORMATION,
  EQP_COLOR_CHECK,
  EQP_N_COLORS,
} EqpColor;

typedef struct
{
  double red;
  double green;
  double blue;
} EqpRgb;

typedef struct
{
  EqpRgb colors[EQP_N_COLORS];
} EqpPalette;

/* Paper. The two sides are the colour-blind-safe blue and orange pair, dark enough for small letters. */
static const EqpPalette eqp_palette_paper = {
  {
    [EQP_COLOR_INK] = { 0.00, 0.00, 0.00 },
    [EQP_COLOR_FAINT] = { 0.33, 0.33, 0.33 },
    [EQP_COLOR_RULE] = { 0.20, 0.20, 0.20 },
    [EQP_COLOR_HAIRLINE] = { 0.62, 0.62, 0.62 },
    [EQP_COLOR_FILL] = { 0.93, 0.93, 0.93 },
    [EQP_COLOR_PAPER] = { 1.00, 1.00, 1.00 },
    [EQP_COLOR_UNIVERSITY] = { 0.00, 0.33, 0.62 },
    [EQP_COLOR_RECTORAT] = { 0.70, 0.32, 0.00 },
    [EQP_COLOR_OTHER] = { 0.38, 0.38, 0.38 },
    [EQP_COLOR_ERROR] = { 0.75, 0.08, 0.10 },
    [EQP_COLOR_WARNING] = { 0.62, 0.38, 0.00 },
    [EQP_COLOR_INFORMATION] = { 0.11, 0.37, 0.62 },
    [EQP_COLOR_CHECK] = { 0.10, 0.45, 0.22 },
  },
};

G_END_DECLS
