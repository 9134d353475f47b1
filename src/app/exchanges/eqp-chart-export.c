/* eqp-chart-export.c — a chart to the clipboard or into a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-export"

#include "config.h"

#include "app/exchanges/eqp-chart-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/eqp-feedback.h"

/* What goes into a report or a letter: half a page across, sharp when printed. */
#define PICTURE_WIDTH 800
#define PICTURE_HEIGHT 400
#define PICTURE_SCALE 2
#define FONT_SIZE 11

typedef struct
{
  EqpChartData *data;
  char         *title;
  char         *path;
} Picture;

static void
free_picture (Picture *picture)
{
  eqp_chart_data_free (picture->data);
  g_free (picture->title);
  g_free (picture->path);
  g_free (picture);
}

GdkTexture *
eqp_chart_make_texture (const EqpChartGeometry *geometry,
                        int                     width,
                        int                     height,
                        int                     scale,
                        EqpPaletteId            palette,
                        gboolean                with_ground,
                        const EqpChartItem     *focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  gsize            stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  if (with_ground)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  eqp_chart_draw (cr, geometry, palette, focus);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* The texture keeps the surface for its pixels. */
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)(height * scale),
                                      (GDestroyNotify)cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* The clipboard encodes the picture in another thread, and only for who pastes it. */
void
eqp_chart_copy (GtkWidget          *widget,
                const EqpChartData *data)
{
  g_autoptr (EqpChartGeometry) geometry = eqp_chart_geometry_new (data, PICTURE_WIDTH, PICTURE_HEIGHT, FONT_SIZE);
  g_autoptr (GdkTexture) texture = NULL;

  texture = eqp_chart_make_texture (geometry, PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_SCALE, EQP_PALETTE_LIGHT, TRUE, NULL);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  eqp_feedback_say (widget, _ ("The chart was copied as a picture"));
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Picture *picture = task_data;
  GError        *error = NULL;

  if (eqp_chart_write_file (picture->data, picture->title, picture->path, PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_SCALE, EQP_PALETTE_LIGHT, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  const Picture *picture = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (picture->path);
  g_autofree char *sentence = NULL;

  /* The page may have gone meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      eqp_feedback_error (GTK_WIDGET (source), _ ("The chart was not saved"), error);
      return;
    }
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Saved as “%s”"), name);
  eqp_feedback_say (GTK_WIDGET (source), sentence);
}

void
eqp_chart_save_as (GtkWidget          *widget,
                   const EqpChartData *data,
                   const char         *title,
                   const char         *path)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, written_cb, NULL);
  g_autofree char *name = g_path_get_basename (path);
  Picture         *picture = g_new0 (Picture, 1);

  picture->data = eqp_chart_data_copy (data);
  picture->title = g_strdup (title);
  /* A name without an end: what most programs take. */
  picture->path = strchr (name, '.') != NULL ? g_strdup (path) : g_strconcat (path, ".png", NULL);
  g_task_set_task_data (task, picture, (GDestroyNotify)free_picture);
  g_task_run_in_thread (task, write_thread);
}

/* ---- the name ---- */

typedef struct
{
  GtkWidget    *widget;
  EqpChartData *data;
  char         *title;
} Request;

static void
named_cb (GFile   *file,
          gpointer user_data)
{
  Request         *request = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    eqp_chart_save_as (request->widget, request->data, request->title, path);
  g_object_unref (request->widget);
  eqp_chart_data_free (request->data);
  g_free (request->title);
  g_free (request);
}

void
eqp_chart_save (GtkWidget          *widget,
                const EqpChartData *data,
                const char         *title)
{
  g_autofree char           *stem = g_strdelimit (g_strdup (title != NULL ? title : _ ("Balance")), "/:", '-');
  g_autofree char           *name = g_strconcat (stem, ".png", NULL);
  const EqpFileDialogOptions options = {
    .title = _ ("Save the Chart"),
    .accept = _ ("_Save"),
    .name = name,
    .filter_name = _ ("Pictures (PNG, SVG, PDF)"),
    .patterns = "*.png;*.svg;*.pdf",
  };
  Request *request = g_new0 (Request, 1);

  request->widget = g_object_ref (widget);
  request->data = eqp_chart_data_copy (data);
  request->title = g_strdup (title);
  eqp_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (widget)), &options, named_cb, request);
}
