/* eqp-odt-picture.c — the charts of an OpenDocument text: pictures with their description */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt-private.h"

#define FONT_SIZE 9.0
#define SCALE 3.0 /* pixels a point: about 216 to the inch */

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_png (const EqpChartBlock *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, EQP_ODT_WIDTH * SCALE, chart->height * SCALE);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *bytes = g_byte_array_new ();
  g_autoptr (EqpChartGeometry) geometry = eqp_chart_geometry_new (chart->data, EQP_ODT_WIDTH, chart->height, FONT_SIZE);

  cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  eqp_chart_draw (cr, geometry, EQP_PALETTE_PAPER, NULL);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
append_length (GString    *xml,
               const char *attribute,
               double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (xml, " %s=\"%spt\"", attribute, g_ascii_formatd (number, sizeof number, "%.1f", points));
}

static void
append_element (GString    *xml,
                const char *element,
                const char *text)
{
  g_string_append_printf (xml, "<%s>", element);
  _eqp_odt_append_plain (xml, text);
  g_string_append_printf (xml, "</%s>", element);
}

/**
 * _eqp_odt_append_chart:
 * @xml: the content
 * @pictures: (element-type EqpOdtPicture): takes the picture
 * @chart: a chart
 *
 * The title stands above, the description is read aloud instead of the picture.
 */
void
_eqp_odt_append_chart (GString             *xml,
                       GPtrArray           *pictures,
                       const EqpChartBlock *chart)
{
  EqpOdtPicture *picture = g_new0 (EqpOdtPicture, 1);

  picture->name = g_strdup_printf ("Pictures/chart%u.png", pictures->len + 1);
  picture->bytes = draw_png (chart);
  g_ptr_array_add (pictures, picture);
  if (chart->title != NULL)
    _eqp_odt_append_heading (xml, 3, "Heading3", chart->title);
  g_string_append_printf (xml, "<text:p text:style-name=\"Figure\"><draw:frame draw:style-name=\"Graphic\" draw:name=\"Chart%u\" text:anchor-type=\"as-char\"",
                          pictures->len);
  append_length (xml, "svg:width", EQP_ODT_WIDTH);
  append_length (xml, "svg:height", chart->height);
  g_string_append_printf (xml, "><draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>", picture->name);
  append_element (xml, "svg:title", chart->title != NULL ? chart->title : chart->description);
  append_element (xml, "svg:desc", chart->description);
  g_string_append (xml, "</draw:frame></text:p>");
}

/**
 * _eqp_odt_picture_free:
 * @picture: (nullable): a picture
 */
void
_eqp_odt_picture_free (gpointer picture)
{
  EqpOdtPicture *self = picture;

  if (self == NULL)
    return;
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}
