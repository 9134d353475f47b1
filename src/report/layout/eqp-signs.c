/* eqp-signs.c — severity signs as shapes, since a font may lack them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-signs"

#include "config.h"

#include "report/layout/eqp-signs.h"

static void
set_color (cairo_t          *cr,
           const EqpPalette *palette,
           EqpColor          color)
{
  const EqpRgb *rgb = &palette->colors[color];

  cairo_set_source_rgb (cr, rgb->red, rgb->green, rgb->blue);
}

/* A stroke with a dot below, or above when @upside_down: "!" or "i". */
static void
draw_mark (cairo_t *cr,
           double   center,
           double   top,
           double   height,
           gboolean upside_down)
{
  double width = height * 0.24;
  double stem = height * 0.62;

  cairo_rectangle (cr, center - width / 2, upside_down ? top + height - stem : top, width, stem);
  cairo_rectangle (cr, center - width / 2, upside_down ? top : top + height - width, width, width);
  cairo_fill (cr);
}

static void
draw_check (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  cairo_set_line_width (cr, size * 0.16);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + size * 0.12, y + size * 0.55);
  cairo_line_to (cr, x + size * 0.40, y + size * 0.82);
  cairo_line_to (cr, x + size * 0.90, y + size * 0.20);
  cairo_stroke (cr);
}

static void
draw_warning (cairo_t          *cr,
              double            x,
              double            y,
              double            size,
              const EqpPalette *palette)
{
  cairo_move_to (cr, x + size / 2, y + size * 0.04);
  cairo_line_to (cr, x + size, y + size * 0.94);
  cairo_line_to (cr, x, y + size * 0.94);
  cairo_close_path (cr);
  cairo_fill (cr);
  set_color (cr, palette, EQP_COLOR_PAPER);
  draw_mark (cr, x + size / 2, y + size * 0.36, size * 0.48, FALSE);
}

static void
draw_disc (cairo_t *cr,
           double   x,
           double   y,
           double   size)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_cross (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  cairo_set_line_width (cr, size * 0.15);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x + size * 0.32, y + size * 0.32);
  cairo_line_to (cr, x + size * 0.68, y + size * 0.68);
  cairo_move_to (cr, x + size * 0.68, y + size * 0.32);
  cairo_line_to (cr, x + size * 0.32, y + size * 0.68);
  cairo_stroke (cr);
}

/**
 * eqp_sign_draw:
 * @cr: where to draw
 * @sign: which sign: a tick, a disc with an i, a triangle with a !, a disc with a cross — four shapes, so that they differ
 *   without colour
 * @x: left edge, in user units
 * @y: top edge
 * @size: width and height
 * @palette: the colours
 */
void
eqp_sign_draw (cairo_t          *cr,
               EqpSign           sign,
               double            x,
               double            y,
               double            size,
               const EqpPalette *palette)
{
  cairo_save (cr);
  switch (sign)
    {
    case EQP_SIGN_NONE:
      break;
    case EQP_SIGN_CHECK:
      set_color (cr, palette, EQP_COLOR_CHECK);
      draw_check (cr, x, y, size);
      break;
    case EQP_SIGN_INFORMATION:
      set_color (cr, palette, EQP_COLOR_INFORMATION);
      draw_disc (cr, x, y, size);
      set_color (cr, palette, EQP_COLOR_PAPER);
      draw_mark (cr, x + size / 2, y + size * 0.22, size * 0.56, TRUE);
      break;
    case EQP_SIGN_WARNING:
      set_color (cr, palette, EQP_COLOR_WARNING);
      draw_warning (cr, x, y, size, palette);
      break;
    case EQP_SIGN_ERROR:
      set_color (cr, palette, EQP_COLOR_ERROR);
      draw_disc (cr, x, y, size);
      set_color (cr, palette, EQP_COLOR_PAPER);
      draw_cross (cr, x, y, size);
      break;
    }
  cairo_restore (cr);
}

/**
 * eqp_chip_add_frame:
 * @cr: where to add the path
 * @chip: which side; the letter itself is text and drawn apart
 * @x: left edge, in user units
 * @y: top edge
 * @size: width and height
 *
 * The two frames differ by their shape as well as by their colour: square for the university, round for the rectorat.
 */
void
eqp_chip_add_frame (cairo_t *cr,
                    EqpChip  chip,
                    double   x,
                    double   y,
                    double   size)
{
  if (chip != EQP_CHIP_RECTORAT)
    {
      cairo_rectangle (cr, x, y, size, size);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
  cairo_close_path (cr);
}
