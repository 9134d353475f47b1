/* eqp-pdf.c — a document as a tagged PDF file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-pdf"

#include "config.h"

#include "report/layout/eqp-pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/eqp-clock.h"
#include "report/layout/eqp-page-draw.h"
#include "report/layout/eqp-pdf-finish.h"
#include "report/layout/eqp-write-error.h"

/* The file while it is written: cairo writes in small pieces. */
typedef struct
{
  int    fd;
  int    error; /* errno of the first failed write, or 0 */
  gsize  used;
  guchar buffer[65536];
} Sink;

typedef struct
{
  const EqpPageFormat *format;
  EqpPdfFlags          flags;
  GCancellable        *cancellable;
  EqpPdfProgress       progress;
  gpointer             user_data;
} Options;

static gboolean
flush_sink (Sink *sink)
{
  gsize done = 0;

  while (sink->error == 0 && done < sink->used)
    {
      gssize n = write (sink->fd, sink->buffer + done, sink->used - done);

      if (n >= 0)
        done += (gsize)n;
      else if (errno != EINTR)
        sink->error = errno;
    }
  sink->used = 0;
  return sink->error == 0;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  while (length > 0)
    {
      gsize part = MIN ((gsize)length, sizeof sink->buffer - sink->used);

      memcpy (sink->buffer + sink->used, data, part);
      sink->used += part;
      data += part;
      length -= (unsigned int)part;
      if (sink->used == sizeof sink->buffer && !flush_sink (sink))
        return CAIRO_STATUS_WRITE_ERROR;
    }
  return CAIRO_STATUS_SUCCESS;
}

/* The creation date as PDF metadata takes it; the clock is the program's, so that tests can freeze it. */
static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (eqp_clock_now_us () / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface,
              EqpDocument     *document)
{
  const char      *subject = eqp_document_get_subject (document);
  const char      *author = eqp_document_get_author (document);
  g_autofree char *now = dup_now ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, eqp_document_get_title (document));
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Équipôle " EQP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, now);
}

static void
add_outline (cairo_surface_t    *surface,
             EqpDocument        *document,
             const EqpPaperPage *page,
             guint               page_index)
{
  for (guint i = 0; i < page->section_starts->len; i++)
    {
      guint       section = g_array_index (page->section_starts, guint, i);
      const char *title = eqp_section_get_title (eqp_document_get_section (document, section));
      char        attributes[48];

      if (title == NULL)
        continue;
      g_snprintf (attributes, sizeof attributes, "page=%u pos=[0 0]", page_index + 1);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes, 0);
    }
}

/* What the page's figures show, for those who do not see them. */
static void
collect_descriptions (const EqpPaperPage *page,
                      GPtrArray          *descriptions)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, i);

      if (item->type == EQP_ITEM_CHART)
        g_ptr_array_add (descriptions, g_strdup (item->description));
    }
}

/* A broken cairo surface stops writing by itself; only its end tells what happened. */
static gboolean
write_pages (EqpDocument     *document,
             cairo_surface_t *surface,
             const Options   *options,
             GPtrArray       *descriptions,
             GError         **error)
{
  g_autoptr (EqpPageLayout) layout = eqp_page_layout_new (document, options->format);
  EqpDrawFlags        flags = options->flags & EQP_PDF_UNTAGGED ? EQP_DRAW_PLAIN : EQP_DRAW_TAGGED;
  cairo_t            *cr = cairo_create (surface);
  const EqpPaperPage *page;
  gboolean            success = TRUE;

  for (guint i = 0; success && (page = eqp_page_layout_get_page (layout, i)) != NULL; i++)
    {
      eqp_page_draw (page, cr, &eqp_palette_paper, flags);
      add_outline (surface, document, page, i);
      collect_descriptions (page, descriptions);
      cairo_show_page (cr);
      if (options->progress != NULL)
        options->progress (i + 1, options->user_data);
      success = !g_cancellable_set_error_if_cancelled (options->cancellable, error);
    }
  cairo_destroy (cr);
  return success;
}

static gboolean
append_update (EqpDocument *document,
               Sink        *sink,
               GPtrArray   *descriptions,
               const char  *path,
               GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (sink->fd, FALSE, NULL);
  g_autoptr (GString) update = g_string_new (NULL);
  g_autofree char *now = dup_now ();
  g_autofree char *seed = g_strjoin ("\n", eqp_document_get_title (document), now, NULL);
  const char      *language = eqp_document_get_language (document) == EQP_LANGUAGE_FR ? "fr-FR" : "en-GB";

  if (file == NULL || !_eqp_pdf_make_update (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), language, seed, descriptions, update))
    {
      _eqp_set_write_error (error, EIO, path);
      return FALSE;
    }
  write_cb (sink, (const unsigned char *)update->str, (unsigned int)update->len);
  if (flush_sink (sink))
    return TRUE;
  _eqp_set_write_error (error, sink->error, path);
  return FALSE;
}

static gboolean
write_to_fd (EqpDocument   *document,
             int            fd,
             const char    *path,
             const Options *options,
             GError       **error)
{
  const EqpPageFormat *format = options->format != NULL ? options->format : &eqp_page_format_a4;
  g_autofree Sink     *sink = g_new (Sink, 1);
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  cairo_surface_t *surface;
  cairo_status_t   status;
  gboolean         success;

  sink->fd = fd;
  sink->error = 0;
  sink->used = 0;
  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, format->width, format->height);
  /* Later versions put the catalogue where it cannot be completed; the update raises the version again. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, document);
  success = write_pages (document, surface, options, descriptions, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!success)
    return FALSE;
  if (!flush_sink (sink) || status != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("cairo: %s", cairo_status_to_string (status));
      _eqp_set_write_error (error, sink->error != 0 ? sink->error : EIO, path);
      return FALSE;
    }
  return append_update (document, sink, descriptions, path, error);
}

/* Only a file is replaced: not a folder, a device or a pipe. */
static gboolean
check_target (const char *path,
              GError    **error)
{
  g_autofree char *name = NULL;
  struct stat      info;

  if (stat (path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  name = g_filename_display_basename (path);
  /* Translators: %s is a name. */
  g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS, _ ("“%s” cannot be written: something that is not a file has this name."), name);
  return FALSE;
}

/**
 * eqp_document_write_pdf:
 * @self: a document
 * @path: the file to write or replace
 * @error: return location for a #GError
 *
 * As eqp_document_write_pdf_full() on A4 paper.
 *
 * Returns: whether the file was written
 */
gboolean
eqp_document_write_pdf (EqpDocument *self,
                        const char  *path,
                        GError     **error)
{
  return eqp_document_write_pdf_full (self, path, NULL, EQP_PDF_DEFAULT, NULL, NULL, NULL, error);
}

/**
 * eqp_document_write_pdf_full:
 * @self: a document
 * @path: the file to write or replace
 * @format: (nullable): the paper; %NULL for A4
 * @flags: how
 * @cancellable: (nullable): to stop between two pages
 * @progress: (nullable): called after each page
 * @user_data: for @progress
 * @error: return location for a #GError: %EQP_REPORT_ERROR with a sentence for the user, or %G_IO_ERROR_CANCELLED
 *
 * Writes a PDF 1.7 with structure tags, outline, language and title. The same document at the same instant gives the same bytes.
 * The file appears under its name only when it is complete; an error leaves nothing behind and what was there untouched.
 *
 * Returns: whether the file was written
 */
gboolean
eqp_document_write_pdf_full (EqpDocument         *self,
                             const char          *path,
                             const EqpPageFormat *format,
                             EqpPdfFlags          flags,
                             GCancellable        *cancellable,
                             EqpPdfProgress       progress,
                             gpointer             user_data,
                             GError             **error)
{
  const Options    options = { format, flags, cancellable, progress, user_data };
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  gboolean         success;
  int              fd;

  if (!check_target (path, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      _eqp_set_write_error (error, errno, path);
      return FALSE;
    }
  success = write_to_fd (self, fd, path, &options, error);
  if (close (fd) != 0 && success)
    {
      _eqp_set_write_error (error, errno, path);
      success = FALSE;
    }
  if (success && g_rename (temporary, path) != 0)
    {
      _eqp_set_write_error (error, errno, path);
      success = FALSE;
    }
  if (!success)
    g_unlink (temporary);
  return success;
}

/**
 * eqp_document_to_pdf:
 * @self: a document
 * @error: return location for a #GError of %EQP_REPORT_ERROR
 *
 * Returns: (transfer full) (nullable): the bytes that eqp_document_write_pdf() would write
 */
GBytes *
eqp_document_to_pdf (EqpDocument *self,
                     GError     **error)
{
  const Options    options = { NULL };
  g_autofree char *temporary = g_build_filename (g_get_tmp_dir (), "equipole-XXXXXX.pdf", NULL);
  GMappedFile     *file = NULL;
  GBytes          *bytes = NULL;
  int              fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      _eqp_set_write_error (error, errno, temporary);
      return NULL;
    }
  g_unlink (temporary);
  if (write_to_fd (self, fd, temporary, &options, error))
    {
      file = g_mapped_file_new_from_fd (fd, FALSE, error);
      if (file != NULL)
        {
          bytes = g_mapped_file_get_bytes (file);
          g_mapped_file_unref (file);
        }
    }
  close (fd);
  return bytes;
}
