/* report-geometry.c — what a page looks like, as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-geometry.h"

#include <string.h>

/* Rounding of Pango's units. */
#define TOLERANCE 0.1

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

static Box
get_box (const EqpPageItem *item)
{
  PangoRectangle extents;

  if (item->type != EQP_ITEM_TEXT)
    return (Box){ item->x, item->y, item->x + item->width, item->y + item->height };
  pango_layout_get_extents (item->layout, NULL, &extents);
  return (Box){ item->x + (double)extents.x / PANGO_SCALE, item->y,
                item->x + (double)(extents.x + extents.width) / PANGO_SCALE, item->y + item->height };
}

/* How many texts of the page begin with @text. */
guint
report_geometry_count (const EqpPaperPage *page,
                       const char         *text)
{
  guint count = 0;

  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      count += item->type == EQP_ITEM_TEXT && g_str_has_prefix (pango_layout_get_text (item->layout), text);
    }
  return count;
}

/* The first text of the page that begins with @text, or NULL. */
const EqpPageItem *
report_geometry_find (const EqpPaperPage *page,
                      const char         *text)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type == EQP_ITEM_TEXT && g_str_has_prefix (pango_layout_get_text (item->layout), text))
        return item;
    }
  return NULL;
}

/* Every text, line and frame stays within the margins; the footer within the paper. */
void
report_geometry_assert_inside (const EqpPaperPage *page,
                               double              margin)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);
      Box                box = get_box (item);

      if (item->type == EQP_ITEM_TAG_BEGIN || item->type == EQP_ITEM_TAG_END)
        continue;
      g_assert_cmpfloat (box.left, >=, margin - TOLERANCE);
      g_assert_cmpfloat (box.right, <=, page->width - margin + TOLERANCE);
      g_assert_cmpfloat (box.top, >=, margin - TOLERANCE);
      if (item->role == EQP_ROLE_FOOTER || (item->type == EQP_ITEM_LINE && item->y > page->height - margin))
        g_assert_cmpfloat (box.bottom, <=, page->height);
      else
        g_assert_cmpfloat (box.bottom, <=, page->height - margin + TOLERANCE);
    }
}

/* No two texts of the page share a point. */
void
report_geometry_assert_apart (const EqpPaperPage *page)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *one = &g_array_index (page->items, EqpPageItem, i);
      Box                a = get_box (one);

      for (guint j = i + 1; one->type == EQP_ITEM_TEXT && j < page->items->len; j++)
        {
          const EqpPageItem *other = &g_array_index (page->items, EqpPageItem, j);
          Box                b = get_box (other);

          if (other->type != EQP_ITEM_TEXT || a.right <= b.left + TOLERANCE || b.right <= a.left + TOLERANCE ||
              a.bottom <= b.top + TOLERANCE || b.bottom <= a.top + TOLERANCE)
            continue;
          g_error ("“%s” and “%s” overlap", pango_layout_get_text (one->layout), pango_layout_get_text (other->layout));
        }
    }
}

/* Structure elements are closed in the order in which they were opened, on the page on which they were. */
void
report_geometry_assert_nested (const EqpPaperPage *page)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type == EQP_ITEM_TAG_BEGIN)
        g_ptr_array_add (open, (gpointer)item->tag);
      else if (item->type == EQP_ITEM_TAG_END)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (g_ptr_array_steal_index (open, open->len - 1), ==, item->tag);
        }
    }
  g_assert_cmpuint (open->len, ==, 0);
}
