/* test-signs.c — the signs beside findings: four shapes in their own colours, and a paragraph that goes on upon the next page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/layout/eqp-document.h"
#include "report/layout/eqp-page-draw.h"
#include "report/layout/eqp-signs.h"
#include "tests/test-folder.h"

#define SIZE 64
#define MARGIN EQP_MM (20)

static guint32
get_color (EqpColor color)
{
  const EqpRgb *rgb = &eqp_palette_paper.colors[color];

  return 0xff000000u | (guint32)(rgb->red * 255 + 0.5) << 16 | (guint32)(rgb->green * 255 + 0.5) << 8 | (guint32)(rgb->blue * 255 + 0.5);
}

/* cairo rounds a colour its own way. */
static gboolean
is_near (guint32 pixel,
         guint32 color)
{
  for (guint shift = 0; shift < 32; shift += 8)
    if (ABS ((int)(pixel >> shift & 0xff) - (int)(color >> shift & 0xff)) > 1)
      return FALSE;
  return TRUE;
}

/* How many pixels of the rows @from … @to - 1 have this colour; 0 counts what was left alone. */
static guint
count_pixels (cairo_surface_t *surface,
              int              from,
              int              to,
              guint32          color)
{
  guint count = 0;

  cairo_surface_flush (surface);
  for (int y = from; y < to; y++)
    {
      const guchar *row = cairo_image_surface_get_data (surface) + (gsize)cairo_image_surface_get_stride (surface) * (gsize)y;

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        count += is_near (((const guint32 *)(gconstpointer)row)[x], color);
    }
  return count;
}

static cairo_surface_t *
paint (EqpSign sign)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t         *cr = cairo_create (surface);

  eqp_sign_draw (cr, sign, 0, 0, SIZE, &eqp_palette_paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
assert_sign (EqpSign  sign,
             EqpColor color,
             double   least,
             double   most,
             gboolean has_mark)
{
  cairo_surface_t *surface = paint (sign);
  guint            inked = count_pixels (surface, 0, SIZE, get_color (color));

  g_assert_cmpuint (inked, >, (guint)(SIZE * SIZE * least));
  g_assert_cmpuint (inked, <, (guint)(SIZE * SIZE * most));
  if (has_mark)
    g_assert_cmpuint (count_pixels (surface, 0, SIZE, get_color (EQP_COLOR_PAPER)), >, SIZE * SIZE / 50);
  else
    g_assert_cmpuint (count_pixels (surface, 0, SIZE, get_color (EQP_COLOR_PAPER)), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_colors (void)
{
  cairo_surface_t *none = paint (EQP_SIGN_NONE);

  g_assert_cmpuint (count_pixels (none, 0, SIZE, 0), ==, SIZE * SIZE);
  cairo_surface_destroy (none);
  assert_sign (EQP_SIGN_CHECK, EQP_COLOR_CHECK, 0.08, 0.25, FALSE);
  assert_sign (EQP_SIGN_INFORMATION, EQP_COLOR_INFORMATION, 0.5, 0.79, TRUE);
  assert_sign (EQP_SIGN_WARNING, EQP_COLOR_WARNING, 0.3, 0.5, TRUE);
  assert_sign (EQP_SIGN_ERROR, EQP_COLOR_ERROR, 0.5, 0.79, TRUE);
}

/* Without colour too: a triangle is narrow above, a disc is not; the dot of an "i" is above, that of a "!" below. */
static void
test_shapes (void)
{
  cairo_surface_t *warning = paint (EQP_SIGN_WARNING);
  cairo_surface_t *information = paint (EQP_SIGN_INFORMATION);
  guint32          paper = get_color (EQP_COLOR_PAPER);

  g_assert_cmpuint (2 * count_pixels (warning, 0, SIZE / 2, get_color (EQP_COLOR_WARNING)), <,
                    count_pixels (warning, SIZE / 2, SIZE, get_color (EQP_COLOR_WARNING)));
  g_assert_cmpuint (count_pixels (information, SIZE / 2, SIZE, paper), >, count_pixels (information, 0, SIZE / 2, paper));
  g_assert_cmpuint (count_pixels (information, 0, SIZE / 2, get_color (EQP_COLOR_INFORMATION)), >,
                    2 * count_pixels (warning, 0, SIZE / 2, get_color (EQP_COLOR_WARNING)));
  cairo_surface_destroy (warning);
  cairo_surface_destroy (information);
}

/* ---- pages ---- */

static cairo_surface_t *
paint_page (EqpPageLayout *layout,
            guint          index)
{
  const EqpPaperPage *page = eqp_page_layout_get_page (layout, index);
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)page->width, (int)page->height);
  cairo_t            *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  eqp_page_draw (page, cr, NULL, EQP_DRAW_PLAIN);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* A paragraph longer than a page: each page shows its own lines, within the margins, from the top. */
static void
test_parted_paragraph (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Test", EQP_LANGUAGE_EN);
  g_autoptr (EqpPageLayout) layout = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  EqpSection *section = eqp_document_add_section (document, "Test");

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (text, "word%u number%u of a long paragraph. ", i, i);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, text->str);
  layout = eqp_page_layout_new (document, NULL);
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), >=, 2);
  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = paint_page (layout, i);
      int              height = cairo_image_surface_get_height (surface);
      guint            width = (guint)cairo_image_surface_get_width (surface);
      guint            white = get_color (EQP_COLOR_PAPER);

      g_assert_cmpuint (count_pixels (surface, 0, (int)MARGIN - 2, white), ==, width * (guint)((int)MARGIN - 2));
      /* The first two lines, and the middle of the page. */
      g_assert_cmpuint (count_pixels (surface, (int)MARGIN, (int)MARGIN + 30, white), <, width * 29);
      g_assert_cmpuint (count_pixels (surface, height / 2, height / 2 + 30, white), <, width * 29);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/signs/colors", test_colors);
  g_test_add_func ("/signs/shapes", test_shapes);
  g_test_add_func ("/signs/parted-paragraph", test_parted_paragraph);
  return g_test_run ();
}
