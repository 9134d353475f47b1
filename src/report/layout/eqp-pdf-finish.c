/* eqp-pdf-finish.c — what a finished PDF tells readers and cairo cannot write (private to the layout) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-pdf-finish"

#include "config.h"

#include "report/layout/eqp-pdf-finish.h"

#include <stdlib.h>
#include <string.h>

/* An incremental update (ISO 32000-1, 7.5.6) appends a new catalogue and leaves the rest of the file alone. Rewriting the
 * whole file with libqpdf for three keys took as long again as making it, and twenty times the memory at 1,000 pages. */

#define XREF_LINE 20

typedef struct
{
  const char *data;
  gsize       length;
  gsize       xref; /* offset of the cross-reference table */
  guint       size; /* of that table */
  guint       root; /* object number of the catalogue */
  guint       info;
  gsize       catalog; /* offset of its object */
} Tail;

static const char *
find_last (const char *data,
           gsize       length,
           const char *word)
{
  gsize n = strlen (word);

  for (gsize at = length >= n ? length - n + 1 : 0; at-- > 0;)
    if (memcmp (data + at, word, n) == 0)
      return data + at;
  return NULL;
}

/* The number after @key in the file's last bytes. */
static gboolean
read_key (const Tail *tail,
          const char *from,
          const char *key,
          gsize      *value)
{
  const char *end = tail->data + tail->length;
  const char *at = g_strstr_len (from, end - from, key);
  char        digits[24] = "";

  if (at == NULL)
    return FALSE;
  at += strlen (key);
  memcpy (digits, at, MIN (sizeof digits - 1, (gsize)(end - at)));
  *value = (gsize)g_ascii_strtoull (digits, NULL, 10);
  return *value > 0;
}

/* The offset of object @number, from a table with one subsection that begins at 0. */
static gboolean
read_offset (const Tail *tail,
             guint       number,
             gsize      *offset)
{
  const char *end = tail->data + tail->length;
  const char *at = tail->data + tail->xref;
  char        digits[11] = "";

  if (tail->xref + 16 >= tail->length || strncmp (at, "xref", 4) != 0)
    return FALSE;
  at = memchr (at + 5, '\n', (gsize)(end - at - 5)); /* past "0 count" */
  if (at == NULL || (gsize)(end - at) <= (gsize)(number + 1) * XREF_LINE)
    return FALSE;
  memcpy (digits, at + 1 + (gsize)number * XREF_LINE, 10);
  *offset = (gsize)g_ascii_strtoull (digits, NULL, 10);
  return *offset > 0 && *offset < tail->length;
}

static gboolean
read_tail (Tail *tail)
{
  const char *trailer = find_last (tail->data, tail->length, "trailer");
  gsize       xref;
  gsize       size;
  gsize       root;
  gsize       info;

  if (trailer == NULL || !read_key (tail, trailer, "startxref\n", &xref) || !read_key (tail, trailer, "/Size ", &size) ||
      !read_key (tail, trailer, "/Root ", &root) || !read_key (tail, trailer, "/Info ", &info))
    return FALSE;
  tail->xref = xref;
  tail->size = (guint)size;
  tail->root = (guint)root;
  tail->info = (guint)info;
  return read_offset (tail, tail->root, &tail->catalog);
}

static gboolean
append_catalog (const Tail *tail,
                const char *language,
                GString    *update)
{
  const char      *start = g_strstr_len (tail->data + tail->catalog, (gssize)(tail->length - tail->catalog), "<<");
  const char      *end = g_strstr_len (tail->data + tail->catalog, (gssize)(tail->length - tail->catalog), "endobj");
  const char      *close;
  g_autofree char *body = NULL;

  if (start == NULL || end == NULL || start > end)
    return FALSE;
  close = find_last (start, (gsize)(end - start), ">>");
  if (close == NULL)
    return FALSE;
  body = g_strndup (start, (gsize)(close - start));
  g_string_append_printf (update, "%u 0 obj\n%s", tail->root, body);
  if (strstr (body, "/Version") == NULL)
    g_string_append (update, "   /Version /1.7\n");
  if (strstr (body, "/Lang") == NULL)
    g_string_append_printf (update, "   /Lang (%s)\n", language);
  if (strstr (body, "/ViewerPreferences") == NULL)
    g_string_append (update, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  if (strstr (body, "/StructTreeRoot") != NULL && strstr (body, "/MarkInfo") == NULL)
    g_string_append (update, "   /MarkInfo << /Marked true >>\n");
  g_string_append (update, ">>\nendobj\n");
  return TRUE;
}

/**
 * _eqp_pdf_make_update:
 * @data: a PDF file that cairo wrote, with a classic cross-reference table
 * @length: its size in bytes
 * @language: a language tag such as "fr-FR"
 * @seed: what tells this document from others; with @length it makes the file's identifier, the same at each writing
 * @update: what to append to the file
 *
 * Returns: whether the file was understood
 */
gboolean
_eqp_pdf_make_update (const char *data,
                      gsize       length,
                      const char *language,
                      const char *seed,
                      GString    *update)
{
  Tail             tail = { data, length };
  g_autofree char *identity = g_strdup_printf ("%s\n%" G_GSIZE_FORMAT, seed, length);
  g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_MD5, identity, -1);
  gsize            xref;

  if (!read_tail (&tail) || !append_catalog (&tail, language, update))
    return FALSE;
  xref = length + update->len;
  g_string_append_printf (update, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", tail.root, length);
  g_string_append_printf (update, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT "\n",
                          tail.size, tail.root, tail.info, tail.xref);
  g_string_append_printf (update, "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", id, id, xref);
  return TRUE;
}
