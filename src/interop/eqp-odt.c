/* eqp-odt.c — the package of an OpenDocument text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt.h"

#include "base/eqp-clock.h"
#include "base/eqp-library.h"
#include "interop/eqp-formats.h"
#include "interop/eqp-odt-private.h"
#include "report/layout/eqp-write-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* libzip reads its sources when the archive is closed: their bytes live until then. */
typedef struct
{
  const EqpFormats *formats;
  zip_t            *archive;
  GPtrArray        *bytes; /* GBytes */
  time_t            time;
} Package;

static gboolean
set_zip_error (const Package *self,
               zip_error_t   *failure,
               const char    *path,
               GError       **error)
{
  const EqpFormats *formats = self->formats;
  int               number = formats->zip_error_system_type (failure) == ZIP_ET_SYS ? formats->zip_error_code_system (failure) : 0;
  g_autofree char  *name = g_filename_display_name (path);

  if (number != 0)
    _eqp_set_write_error (error, number, path);
  else
    /* Translators: the name of a file, then what is wrong with it. */
    g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FAILED, _ ("The document could not be written to “%s”: %s."), name, formats->zip_error_strerror (failure));
  return FALSE;
}

static gboolean
add_entry (Package    *self,
           const char *name,
           GBytes     *bytes, /* transfer full */
           gboolean    stored)
{
  const EqpFormats *formats = self->formats;
  gsize             size;
  const void       *data = g_bytes_get_data (bytes, &size);
  zip_source_t     *source = formats->zip_source_buffer (self->archive, data, size, 0);
  zip_int64_t       index;

  g_ptr_array_add (self->bytes, bytes);
  if (source == NULL)
    return FALSE;
  index = formats->zip_file_add (self->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      formats->zip_source_free (source);
      return FALSE;
    }
  formats->zip_file_set_mtime (self->archive, index, self->time, 0);
  return !stored || formats->zip_set_file_compression (self->archive, index, ZIP_CM_STORE, 0) == 0;
}

static gboolean
add_text (Package    *self,
          const char *name,
          char       *text) /* transfer full */
{
  return add_entry (self, name, g_bytes_new_take (text, strlen (text)), FALSE);
}

static char *
dup_manifest (GPtrArray *pictures)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                               "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE "\"/>"
                               "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                               "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
                               "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>");

  for (guint i = 0; i < pictures->len; i++)
    g_string_append_printf (xml, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"image/png\"/>",
                            ((const EqpOdtPicture *)g_ptr_array_index (pictures, i))->name);
  g_string_append (xml, "</manifest:manifest>");
  return g_string_free (xml, FALSE);
}

/* The type comes first and is not compressed, so that the first bytes of the file tell what it is. */
static gboolean
add_entries (Package     *self,
             EqpDocument *document,
             GPtrArray   *pictures)
{
  if (!add_entry (self, "mimetype", g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE)), TRUE) ||
      !add_text (self, "content.xml", _eqp_odt_dup_content (document, pictures)) || !add_text (self, "styles.xml", _eqp_odt_dup_styles (document)) ||
      !add_text (self, "meta.xml", _eqp_odt_dup_meta (document)))
    return FALSE;
  for (guint i = 0; i < pictures->len; i++)
    {
      const EqpOdtPicture *picture = g_ptr_array_index (pictures, i);

      if (!add_entry (self, picture->name, g_bytes_ref (picture->bytes), TRUE))
        return FALSE;
    }
  return add_text (self, "META-INF/manifest.xml", dup_manifest (pictures));
}

/**
 * eqp_document_write_odt:
 * @self: a document
 * @path: where to; what is there is replaced
 * @error: (out) (optional): %EQP_REPORT_ERROR, or %EQP_INPUT_ERROR_FILE when a part of the program is not installed
 *
 * Writes @self as an OpenDocument text (ISO 26300) with real headings, header rows and a page count, for word processors. Charts go
 * in as pictures with their description.
 *
 * Returns: whether the file is whole
 */
gboolean
eqp_document_write_odt (EqpDocument *self,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (_eqp_odt_picture_free);
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  const EqpFormats *formats = eqp_library_find (EQP_FORMATS_LIBRARY, "eqp_formats", error);
  Package           package = { .formats = formats, .bytes = bytes, .time = eqp_clock_now_us () / G_USEC_PER_SEC };
  int               code = 0;
  zip_error_t       failure;

  if (formats == NULL)
    return FALSE;
  package.archive = formats->zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (package.archive == NULL)
    {
      formats->zip_error_init_with_code (&failure, code);
      set_zip_error (&package, &failure, path, error);
      formats->zip_error_fini (&failure);
      return FALSE;
    }
  if (add_entries (&package, self, pictures) && formats->zip_close (package.archive) == 0)
    return TRUE;
  set_zip_error (&package, formats->zip_get_error (package.archive), path, error);
  formats->zip_discard (package.archive);
  return FALSE;
}
