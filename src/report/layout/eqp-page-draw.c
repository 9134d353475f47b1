/* eqp-page-draw.c — paints a page: the same for the preview, the printer and PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-page-draw"

#include "config.h"

#include "report/layout/eqp-page-draw.h"

#include <pango/pangocairo.h>

#include "report/layout/eqp-signs.h"

typedef struct
{
  cairo_t          *cr;
  const EqpPalette *palette;
  int               color; /* the source's, or -1: setting it again would be written again */
} Painter;

static void
use_color (Painter *self,
           EqpColor color)
{
  const EqpRgb *rgb = &self->palette->colors[color];

  if (self->color == (int)color)
    return;
  cairo_set_source_rgb (self->cr, rgb->red, rgb->green, rgb->blue);
  self->color = (int)color;
}

static void
draw_lines (Painter           *self,
            const EqpPageItem *item)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);
  guint            line = 0;
  int              start = 0;

  do
    {
      PangoRectangle extents;
      int            top;

      pango_layout_iter_get_line_yrange (iter, &top, NULL);
      if (line == item->first_line)
        start = top;
      if (line >= item->first_line && line < item->first_line + item->n_lines)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (self->cr, item->x + (double)extents.x / PANGO_SCALE,
                         item->y + (double)(pango_layout_iter_get_baseline (iter) - start) / PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (line < item->first_line + item->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text (Painter           *self,
           const EqpPageItem *item)
{
  use_color (self, item->color);
  if (item->n_lines > 0)
    {
      draw_lines (self, item);
      return;
    }
  cairo_move_to (self->cr, item->x, item->y);
  pango_cairo_show_layout (self->cr, item->layout);
}

/* Shapes that look alike become one path: a PDF surface handles a hundred lines of one stroke faster than two strokes. */
static gboolean
looks_like (const EqpPageItem *item,
            const EqpPageItem *other)
{
  return item->type == other->type && item->color == other->color && item->detail == other->detail;
}

static void
add_to_path (Painter           *self,
             const EqpPageItem *item)
{
  switch (item->type)
    {
    case EQP_ITEM_LINE:
      cairo_move_to (self->cr, item->x, item->y);
      cairo_line_to (self->cr, item->x + item->width, item->y + item->height);
      break;
    case EQP_ITEM_FRAME:
    case EQP_ITEM_FILL:
      cairo_rectangle (self->cr, item->x, item->y, item->width, item->height);
      break;
    case EQP_ITEM_CHIP:
      eqp_chip_add_frame (self->cr, item->detail, item->x, item->y, item->width);
      break;
    case EQP_ITEM_SIGN:
    case EQP_ITEM_TEXT:
    case EQP_ITEM_CHART:
    case EQP_ITEM_TAG_BEGIN:
    case EQP_ITEM_TAG_END:
      break;
    }
}

static void
draw_path (Painter           *self,
           const EqpPageItem *item)
{
  if (item->type == EQP_ITEM_CHIP)
    use_color (self, item->detail == EQP_CHIP_RECTORAT ? EQP_COLOR_RECTORAT : EQP_COLOR_UNIVERSITY);
  else
    use_color (self, item->color);
  if (item->type == EQP_ITEM_FILL)
    {
      cairo_fill (self->cr);
      return;
    }
  cairo_set_line_width (self->cr, item->type == EQP_ITEM_LINE ? item->detail / 100.0 : item->type == EQP_ITEM_CHIP ? 0.7
                                                                                                                   : 0.6);
  cairo_stroke (self->cr);
}

/* Every shape of @type, those that look alike at once. */
static void
draw_shapes (Painter            *self,
             const EqpPaperPage *page,
             EqpItemType         type)
{
  guint                n_items = page->items->len;
  g_autofree gboolean *is_drawn = g_new0 (gboolean, n_items + 1);

  for (guint i = 0; i < n_items; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type != type || is_drawn[i])
        continue;
      for (guint j = i; j < n_items; j++)
        {
          const EqpPageItem *other = &g_array_index (page->items, EqpPageItem, j);

          if (!looks_like (other, item))
            continue;
          add_to_path (self, other);
          is_drawn[j] = TRUE;
        }
      draw_path (self, item);
    }
}

/* Everything that is decoration, outside any structure element: fills below rules, then signs and the footer. */
static void
draw_decoration (Painter            *self,
                 const EqpPaperPage *page)
{
  draw_shapes (self, page, EQP_ITEM_FILL);
  draw_shapes (self, page, EQP_ITEM_LINE);
  draw_shapes (self, page, EQP_ITEM_FRAME);
  draw_shapes (self, page, EQP_ITEM_CHIP);
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type == EQP_ITEM_SIGN)
        eqp_sign_draw (self->cr, item->detail, item->x, item->y, item->width, self->palette);
      else if (item->type == EQP_ITEM_TEXT && item->role == EQP_ROLE_FOOTER)
        draw_text (self, item);
    }
}

static void
mark_section_starts (Painter            *self,
                     const EqpPaperPage *page)
{
  for (guint i = 0; i < page->section_starts->len; i++)
    {
      char attributes[40];

      g_snprintf (attributes, sizeof attributes, "name='section-%u'", g_array_index (page->section_starts, guint, i));
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
}

/* Charts have colours of their own for paper. */
static void
draw_chart (Painter           *self,
            const EqpPageItem *item)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, item->x, item->y);
  eqp_chart_draw (self->cr, item->chart, EQP_PALETTE_PAPER, NULL);
  cairo_restore (self->cr);
}

static void
draw_content (Painter            *self,
              const EqpPaperPage *page,
              gboolean            is_tagged)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type == EQP_ITEM_TEXT && item->role != EQP_ROLE_FOOTER)
        draw_text (self, item);
      else if (item->type == EQP_ITEM_CHART)
        draw_chart (self, item);
      else if (is_tagged && item->type == EQP_ITEM_TAG_BEGIN)
        cairo_tag_begin (self->cr, item->tag, item->attributes != NULL ? item->attributes : "");
      else if (is_tagged && item->type == EQP_ITEM_TAG_END)
        cairo_tag_end (self->cr, item->tag);
    }
}

/**
 * eqp_page_draw:
 * @page: a page
 * @cr: where to paint it, its user unit being a point and its origin the paper's corner
 * @palette: (nullable): the colours; %NULL for those of paper
 * @flags: with %EQP_DRAW_TAGGED, each page becomes a Document element with its headings, tables and lists
 *
 * Decoration is painted before the element opens: cairo 1.16 knows no artifacts, and untagged content is what readers skip.
 */
void
eqp_page_draw (const EqpPaperPage *page,
               cairo_t            *cr,
               const EqpPalette   *palette,
               EqpDrawFlags        flags)
{
  Painter  painter = { cr, palette != NULL ? palette : &eqp_palette_paper, -1 };
  gboolean is_tagged = (flags & EQP_DRAW_TAGGED) != 0;

  cairo_save (cr);
  draw_decoration (&painter, page);
  if (is_tagged)
    {
      mark_section_starts (&painter, page);
      cairo_tag_begin (cr, "Document", "");
    }
  draw_content (&painter, page, is_tagged);
  if (is_tagged)
    cairo_tag_end (cr, "Document");
  cairo_restore (cr);
}
