/* eqp-paper-page.c — one page of positioned items, in points, ready to be drawn or measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-page"

#include "config.h"

#include "report/layout/eqp-paper-page.h"

const EqpPageFormat eqp_page_format_a4 = {
  .width = EQP_MM (210),
  .height = EQP_MM (297),
  .margin_left = EQP_MM (20),
  .margin_right = EQP_MM (20),
  .margin_top = EQP_MM (20),
  .margin_bottom = EQP_MM (20),
};

static void
clear_item (gpointer data)
{
  EqpPageItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->chart, eqp_chart_geometry_free);
  g_free (item->description);
  g_free (item->attributes);
}

/**
 * eqp_paper_page_new:
 * @format: the paper
 * @section: the section that opens the page
 *
 * Returns: (transfer full): an empty page
 */
EqpPaperPage *
eqp_paper_page_new (const EqpPageFormat *format,
                    guint                section)
{
  EqpPaperPage *self = g_new0 (EqpPaperPage, 1);

  self->width = format->width;
  self->height = format->height;
  self->section = section;
  self->items = g_array_sized_new (FALSE, TRUE, sizeof (EqpPageItem), 256);
  g_array_set_clear_func (self->items, clear_item);
  self->section_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * eqp_paper_page_free:
 * @self: (transfer full): a page
 */
void
eqp_paper_page_free (EqpPaperPage *self)
{
  g_array_unref (self->items);
  g_array_unref (self->section_starts);
  g_free (self);
}

/**
 * eqp_paper_page_add:
 * @self: a page
 * @type: what the item is
 * @x: left edge, in points from the paper's
 * @y: top edge
 * @width: its width, or how far a line goes
 * @height: its height, or how far a line goes
 *
 * Returns: (transfer none): the new item, valid until the next one is added
 */
EqpPageItem *
eqp_paper_page_add (EqpPaperPage *self,
                    EqpItemType   type,
                    double        x,
                    double        y,
                    double        width,
                    double        height)
{
  EqpPageItem item = { .type = type, .x = x, .y = y, .width = width, .height = height };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, EqpPageItem, self->items->len - 1);
}

/**
 * eqp_paper_page_add_text:
 * @self: a page
 * @role: what the text is part of
 * @color: its colour
 * @layout: the text, laid out; a reference is kept
 * @x: left edge of the layout's box, in points
 * @y: top edge
 * @width: room it was given
 * @height: room it takes
 */
void
eqp_paper_page_add_text (EqpPaperPage *self,
                         EqpRole       role,
                         EqpColor      color,
                         PangoLayout  *layout,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
  EqpPageItem *item = eqp_paper_page_add (self, EQP_ITEM_TEXT, x, y, width, height);

  item->role = role;
  item->color = color;
  item->layout = g_object_ref (layout);
}

/**
 * eqp_paper_page_begin:
 * @self: a page
 * @tag: static string: the structure element that what follows belongs to (PDF 1.7, 14.8.4)
 * @attributes: (nullable): as cairo_tag_begin() takes them
 */
void
eqp_paper_page_begin (EqpPaperPage *self,
                      const char   *tag,
                      const char   *attributes)
{
  EqpPageItem *item = eqp_paper_page_add (self, EQP_ITEM_TAG_BEGIN, 0, 0, 0, 0);

  item->tag = tag;
  item->attributes = g_strdup (attributes);
}

/**
 * eqp_paper_page_end:
 * @self: a page
 * @tag: what eqp_paper_page_begin() was given
 */
void
eqp_paper_page_end (EqpPaperPage *self,
                    const char   *tag)
{
  eqp_paper_page_add (self, EQP_ITEM_TAG_END, 0, 0, 0, 0)->tag = tag;
}
