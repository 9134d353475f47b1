/* eqp-chart-file.c — a chart as a picture: PNG, SVG, PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-chart-file"

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "base/eqp-clock.h"
#include "report/charts/eqp-chart-private.h"
#include "report/layout/eqp-write-error.h"

#define FONT_SIZE 11.0
#define TITLE_SCALE 1.35
#define MARGIN 12.0

typedef enum {
  FORMAT_PNG,
  FORMAT_SVG,
  FORMAT_PDF,
  N_FORMATS,
} Format;

static const char *const endings[N_FORMATS] = { ".png", ".svg", ".pdf" };

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static Format
find_format (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  Format           format = 0;

  while (format < N_FORMATS && !g_str_has_suffix (folded, endings[format]))
    format++;
  return format;
}

/* The title above the chart; returns the height it takes. */
static double
draw_title (cairo_t            *cr,
            const char         *title,
            const EqpChartData *data,
            double              width,
            EqpPaletteId        palette)
{
  g_autoptr (EqpChartGeometry) measure = eqp_chart_geometry_new (data, width, FONT_SIZE, FONT_SIZE * TITLE_SCALE);
  const EqpRgb *rgb = _eqp_chart_palette_get (palette, EQP_INK_TEXT);
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *bold;
  int                   height;
  double                unused;

  if (title == NULL || *title == '\0')
    return 0;
  bold = pango_font_description_copy (measure->font);
  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  layout = _eqp_chart_geometry_set_text (measure, title, &unused);
  pango_layout_set_font_description (layout, bold);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &height);
  pango_font_description_free (bold);
  cairo_set_source_rgb (cr, rgb->red, rgb->green, rgb->blue);
  cairo_move_to (cr, 4, 0);
  pango_cairo_show_layout (cr, layout);
  return ceil ((double)height / PANGO_SCALE) + 6;
}

static void
draw_picture (cairo_surface_t    *surface,
              const EqpChartData *data,
              const char         *title,
              double              width,
              double              height,
              EqpPaletteId        palette)
{
  g_autoptr (EqpChartGeometry) geometry = NULL;
  const EqpRgb *ground = _eqp_chart_palette_get (palette, EQP_INK_GROUND);
  cairo_t      *cr = cairo_create (surface);
  double        top;

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  top = draw_title (cr, title, data, width - 2 * MARGIN, palette);
  geometry = eqp_chart_geometry_new (data, width - 2 * MARGIN, height - 2 * MARGIN - top, FONT_SIZE);
  cairo_translate (cr, 0, top);
  eqp_chart_draw (cr, geometry, palette, NULL);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

static void
set_pdf_metadata (cairo_surface_t    *surface,
                  const EqpChartData *data,
                  const char         *title)
{
  g_autofree char *description = eqp_chart_dup_description (data);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (eqp_clock_now_us () / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Équipôle " EQP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static cairo_surface_t *
make_surface (Format      format,
              double      width,
              double      height,
              double      scale,
              GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (format == FORMAT_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    }
  if (format == FORMAT_PDF)
    return cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * scale), (int)ceil (height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static int
get_errno (const GError *error)
{
  static const struct
  {
    GFileError code;
    int        number;
  } numbers[] = {
    { G_FILE_ERROR_NOSPC, ENOSPC },
    { G_FILE_ERROR_ACCES, EACCES },
    { G_FILE_ERROR_PERM, EPERM },
    { G_FILE_ERROR_ROFS, EROFS },
    { G_FILE_ERROR_NOENT, ENOENT },
    { G_FILE_ERROR_NOTDIR, ENOTDIR },
    { G_FILE_ERROR_ISDIR, EISDIR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_error_matches (error, G_FILE_ERROR, (int)numbers[i].code))
      return numbers[i].number;
  return EIO;
}

static gboolean
write_bytes (GByteArray *bytes,
             const char *path,
             GError    **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return TRUE;
  g_debug ("%s", cause->message);
  _eqp_set_write_error (error, get_errno (cause), path);
  return FALSE;
}

/**
 * eqp_chart_write_file:
 * @data: what is drawn
 * @title: (nullable): set above the chart
 * @path: the file to write or replace; its end, .png, .svg or .pdf, says how
 * @width: in points, margins included
 * @height: in points
 * @scale: pixels a point, for PNG
 * @palette: the colours; the ground is painted in theirs
 * @error: return location for a #GError: %EQP_REPORT_ERROR with a sentence for the user
 *
 * Writes a picture of the chart, which replaces a file of that name only when it is complete. May run in any thread.
 *
 * Returns: whether the file was written
 */
gboolean
eqp_chart_write_file (const EqpChartData *data,
                      const char         *title,
                      const char         *path,
                      double              width,
                      double              height,
                      double              scale,
                      EqpPaletteId        palette,
                      GError            **error)
{
  Format format = find_format (path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;

  if (format == N_FORMATS)
    {
      g_autofree char *name = g_path_get_basename (path);

      /* Translators: %s is the name of a file */
      g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FAILED, _ ("“%s” is no name for a picture: let it end in .png, .svg or .pdf."), name);
      return FALSE;
    }
  surface = make_surface (format, width, height, scale, bytes);
  if (format == FORMAT_PDF)
    set_pdf_metadata (surface, data, title);
  draw_picture (surface, data, title, width, height, palette);
  status = format == FORMAT_PNG ? cairo_surface_write_to_png_stream (surface, write_cb, bytes) : CAIRO_STATUS_SUCCESS;
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return write_bytes (bytes, path, error);
  g_debug ("cairo: %s", cairo_status_to_string (status));
  _eqp_set_write_error (error, status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO, path);
  return FALSE;
}
