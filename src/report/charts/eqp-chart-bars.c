/* eqp-chart-bars.c — paints the bars: one side solid, the other hatched, what is still to come lighter */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-bars"

#include "config.h"

#include <math.h>

#include "report/charts/eqp-chart-draw-private.h"

#define HATCH_STEP 5.0
#define HATCH_WIDTH 1.3
#define SPARSE_STEP 10.0
#define SPARSE_WIDTH 0.8

/* Bars that are smaller are too small for an outline and hatching: they are filled, those to come with a paler colour. */
#define SMALLEST_OUTLINE 4.0
#define PALE 0.45

typedef enum {
  PART_DONE,
  PART_COMING,
} Part;

static const EqpRectangle *
get_part (const EqpChartGeometry *geometry,
          EqpSeries               series,
          guint                   month,
          Part                    part)
{
  const EqpChartBar *bar = &geometry->bars[2 * month + (series == EQP_SERIES_FI)];

  return part == PART_DONE ? &bar->done : &bar->coming;
}

static gboolean
is_tiny (const EqpRectangle *rectangle)
{
  return rectangle->width < SMALLEST_OUTLINE || rectangle->height < SMALLEST_OUTLINE;
}

/* Every part of one series and kind is one path: one change of colour, one fill. */
static void
add_parts (const EqpChartPainter *self,
           EqpSeries              series,
           Part                   part)
{
  for (guint i = 0; i < self->geometry->data->n_months; i++)
    {
      const EqpRectangle *rectangle = get_part (self->geometry, series, i, part);

      if (rectangle->height > 0)
        cairo_rectangle (self->cr, rectangle->x, rectangle->y, rectangle->width, rectangle->height);
    }
}

static void
add_outline (const EqpChartPainter *self,
             const EqpRectangle    *rectangle)
{
  /* Four filled sides: on whole pixels, where a stroke would be blurred or slower. */
  cairo_rectangle (self->cr, rectangle->x, rectangle->y, rectangle->width, 1);
  cairo_rectangle (self->cr, rectangle->x, rectangle->y + rectangle->height - 1, rectangle->width, 1);
  cairo_rectangle (self->cr, rectangle->x, rectangle->y + 1, 1, rectangle->height - 2);
  cairo_rectangle (self->cr, rectangle->x + rectangle->width - 1, rectangle->y + 1, 1, rectangle->height - 2);
}

static void
add_outlines (const EqpChartPainter *self,
              EqpSeries              series,
              Part                   part)
{
  for (guint i = 0; i < self->geometry->data->n_months; i++)
    {
      const EqpRectangle *rectangle = get_part (self->geometry, series, i, part);

      if (rectangle->height <= 0)
        continue;
      if (!is_tiny (rectangle))
        add_outline (self, rectangle);
      else if (part == PART_DONE)
        cairo_rectangle (self->cr, rectangle->x, rectangle->y, rectangle->width, rectangle->height);
    }
}

/* Diagonals cut at the rectangle's sides, which is cheaper than clipping; all lie on the same lines of the page. */
static void
add_hatching (const EqpChartPainter *self,
              const EqpRectangle    *rectangle,
              double                 step)
{
  double left = rectangle->x + 1;
  double top = rectangle->y + 1;
  double right = rectangle->x + rectangle->width - 1;
  double bottom = rectangle->y + rectangle->height - 1;

  for (double sum = (floor ((left + top) / step) + 1) * step; sum < right + bottom; sum += step)
    {
      cairo_move_to (self->cr, MAX (left, sum - bottom), MIN (bottom, sum - left));
      cairo_line_to (self->cr, MIN (right, sum - top), MAX (top, sum - right));
    }
}

/* Pixels a unit on a surface of pixels; 0 where lines stay lines: PDF, SVG, printers, or pixels that a tile cannot match. */
static double
get_pixels (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t   matrix;
  double           scale;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_surface_get_device_scale (target, &scale, NULL);
  cairo_get_matrix (cr, &matrix);
  scale *= matrix.xx;
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx != matrix.yy || fmod (scale * HATCH_STEP, 1) != 0)
    return 0;
  return scale;
}

/* One repeat of the hatching, pixel for pixel: filling with it costs a twentieth of drawing its lines. */
static cairo_pattern_t *
make_tile (const EqpChartPainter *self,
           double                 step,
           double                 width,
           double                 pixels)
{
  int              size = (int)(step * pixels);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t         *cr;
  cairo_pattern_t *pattern;

  cairo_surface_set_device_scale (surface, pixels, pixels);
  cr = cairo_create (surface);
  cairo_set_source (cr, cairo_get_source (self->cr));
  cairo_set_line_width (cr, width);
  for (int i = 0; i <= 2; i++)
    {
      cairo_move_to (cr, -step, (i + 1) * step);
      cairo_line_to (cr, (i + 1) * step, -step);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (surface);
  return pattern;
}

static void
hatch_parts (const EqpChartPainter *self,
             EqpSeries              series,
             Part                   part)
{
  double           step = part == PART_DONE ? HATCH_STEP : SPARSE_STEP;
  double           width = part == PART_DONE ? HATCH_WIDTH : SPARSE_WIDTH;
  double           pixels = get_pixels (self->cr);
  cairo_pattern_t *tile = pixels > 0 ? make_tile (self, step, width, pixels) : NULL;

  for (guint i = 0; i < self->geometry->data->n_months; i++)
    {
      const EqpRectangle *rectangle = get_part (self->geometry, series, i, part);

      if (is_tiny (rectangle))
        continue;
      if (tile != NULL)
        cairo_rectangle (self->cr, rectangle->x + 1, rectangle->y + 1, rectangle->width - 2, rectangle->height - 2);
      else
        add_hatching (self, rectangle, step);
    }
  if (tile != NULL)
    {
      cairo_set_source (self->cr, tile);
      cairo_fill (self->cr);
      cairo_pattern_destroy (tile);
      return;
    }
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

static void
fill_tiny_parts (const EqpChartPainter *self,
                 EqpSeries              series,
                 EqpInk                 ink)
{
  const EqpRgb *rgb = _eqp_chart_palette_get (self->palette, ink);

  for (guint i = 0; i < self->geometry->data->n_months; i++)
    {
      const EqpRectangle *rectangle = get_part (self->geometry, series, i, PART_COMING);

      if (rectangle->height > 0 && is_tiny (rectangle))
        cairo_rectangle (self->cr, rectangle->x, rectangle->y, rectangle->width, rectangle->height);
    }
  cairo_set_source_rgba (self->cr, rgb->red, rgb->green, rgb->blue, PALE);
  cairo_fill (self->cr);
}

static void
draw_coming (const EqpChartPainter *self,
             EqpSeries              series,
             EqpInk                 soft,
             EqpInk                 strong)
{
  _eqp_chart_use (self, soft);
  add_parts (self, series, PART_COMING);
  cairo_fill (self->cr);
  fill_tiny_parts (self, series, strong);
  _eqp_chart_use (self, strong);
  add_outlines (self, series, PART_COMING);
  cairo_fill (self->cr);
}

/* Both directions; the hatched one is the rectorat's, whatever the colours. */
void
_eqp_chart_draw_bars (const EqpChartPainter *self)
{
  if (self->geometry->bars == NULL)
    return;
  if (EQP_CHART_SHOWS (self->geometry->data, EQP_SERIES_FC))
    {
      draw_coming (self, EQP_SERIES_FC, EQP_INK_UNIVERSITY_SOFT, EQP_INK_UNIVERSITY);
      add_parts (self, EQP_SERIES_FC, PART_DONE);
      cairo_fill (self->cr);
    }
  if (EQP_CHART_SHOWS (self->geometry->data, EQP_SERIES_FI))
    {
      draw_coming (self, EQP_SERIES_FI, EQP_INK_GROUND, EQP_INK_RECTORAT);
      hatch_parts (self, EQP_SERIES_FI, PART_COMING);
      _eqp_chart_use (self, EQP_INK_RECTORAT_SOFT);
      add_parts (self, EQP_SERIES_FI, PART_DONE);
      cairo_fill (self->cr);
      _eqp_chart_use (self, EQP_INK_RECTORAT);
      add_outlines (self, EQP_SERIES_FI, PART_DONE);
      cairo_fill (self->cr);
      hatch_parts (self, EQP_SERIES_FI, PART_DONE);
    }
}

/* The same look in the legend. */
void
_eqp_chart_draw_swatch (const EqpChartPainter *self,
                        const EqpRectangle    *swatch,
                        EqpSeries              series)
{
  _eqp_chart_use (self, series == EQP_SERIES_FC ? EQP_INK_UNIVERSITY : EQP_INK_RECTORAT_SOFT);
  cairo_rectangle (self->cr, swatch->x, swatch->y, swatch->width, swatch->height);
  cairo_fill (self->cr);
  if (series == EQP_SERIES_FC)
    return;
  _eqp_chart_use (self, EQP_INK_RECTORAT);
  add_outline (self, swatch);
  cairo_fill (self->cr);
  cairo_set_line_width (self->cr, HATCH_WIDTH);
  add_hatching (self, swatch, HATCH_STEP);
  cairo_stroke (self->cr);
}
