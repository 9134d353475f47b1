/* bench-bare-pdf.c — rosters by a plain loop over cairo and Pango: what printing is compared with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Points. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 48.0
#define LINE 11.0
#define GAP 3.0
#define PADDING 3.0

typedef struct
{
  cairo_t              *cairo;
  PangoLayout          *layout;
  PangoFontDescription *plain;
  PangoFontDescription *bold;
  PangoFontDescription *title;
  double                y;
  guint                 n_pages;
} Page;

/* Returns how high the text is. */
static double
draw_text (Page                       *page,
           double                      x,
           double                      width,
           const PangoFontDescription *font,
           const char                 *text)
{
  int height;

  pango_layout_set_font_description (page->layout, font);
  pango_layout_set_width (page->layout, (int)(width * PANGO_SCALE));
  pango_layout_set_text (page->layout, text, -1);
  cairo_move_to (page->cairo, x, page->y);
  pango_cairo_show_layout (page->cairo, page->layout);
  pango_layout_get_pixel_size (page->layout, NULL, &height);
  return height;
}

static void
break_page (Page *page)
{
  g_autofree char *number = g_strdup_printf ("Page %u", page->n_pages);

  if (page->n_pages > 0)
    {
      page->y = PAGE_HEIGHT - MARGIN;
      draw_text (page, MARGIN, 100, page->plain, number);
      cairo_show_page (page->cairo);
    }
  page->n_pages++;
  page->y = MARGIN;
}

static void
draw_row (Page  *page,
          char **cells)
{
  static const double shares[] = { 0.30, 0.32, 0.14, 0.24 };
  double              x = MARGIN;
  double              height = LINE;

  for (guint i = 0; i < G_N_ELEMENTS (shares) && cells[i] != NULL; i++)
    {
      double width = shares[i] * (PAGE_WIDTH - 2 * MARGIN);
      double cell = draw_text (page, x + PADDING, width - 2 * PADDING, page->plain, cells[i]);

      height = MAX (height, cell);
      x += width;
    }
  page->y += height + GAP;
  cairo_move_to (page->cairo, MARGIN, page->y - GAP / 2);
  cairo_line_to (page->cairo, PAGE_WIDTH - MARGIN, page->y - GAP / 2);
  cairo_stroke (page->cairo);
}

static void
draw_pair (Page                       *page,
           const PangoFontDescription *font,
           char                      **cells)
{
  double left = draw_text (page, MARGIN, 200, font, cells[0]);
  double right = draw_text (page, MARGIN + 210, 290, page->plain, cells[1]);

  page->y += MAX (left, right) + GAP;
}

static void
draw_item (Page       *page,
           const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  if (cells[0][0] == 'T' || page->y > PAGE_HEIGHT - 2 * MARGIN)
    break_page (page);
  switch (cells[0][0])
    {
    case 'T':
      page->y += draw_text (page, MARGIN, PAGE_WIDTH - 2 * MARGIN, page->title, cells[1]) + LINE;
      break;
    case 'R':
      draw_row (page, cells + 1);
      break;
    case 'G':
      draw_pair (page, page->bold, cells + 1);
      break;
    default:
      draw_pair (page, page->plain, cells + 1);
      break;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  cairo_surface_t *surface;
  Page             page = { 0 };

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    {
      fprintf (stderr, "usage: bench-bare-pdf ROSTERS.tsv OUT.pdf\n");
      return 2;
    }
  surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  page.cairo = cairo_create (surface);
  cairo_set_line_width (page.cairo, 0.5);
  page.layout = pango_cairo_create_layout (page.cairo);
  page.plain = pango_font_description_from_string ("Sans 7");
  page.bold = pango_font_description_from_string ("Sans Bold 7");
  page.title = pango_font_description_from_string ("Sans Bold 15");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      draw_item (&page, lines[i]);
  break_page (&page);
  pango_font_description_free (page.plain);
  pango_font_description_free (page.bold);
  pango_font_description_free (page.title);
  g_object_unref (page.layout);
  cairo_destroy (page.cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return EXIT_SUCCESS;
}
