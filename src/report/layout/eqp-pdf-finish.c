/* eqp-pdf-finish.c — what a finished PDF tells readers and cairo cannot write (private to the layout) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-pdf-finish"

#include "config.h"

#include "report/layout/eqp-pdf-finish.h"

#include <stdlib.h>
#include <string.h>

/* An incremental update (ISO 32000-1, 7.5.6) appends a new catalogue and leaves the rest of the file alone. Rewriting the
 * whole file with libqpdf for a few keys took as long again as making it, and twenty times the memory at 1,000 pages. */

#define XREF_LINE 20

#define FIGURE "/S /Figure"

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

/* An object that the update writes again. */
typedef struct
{
  guint number;
  gsize offset;
} Entry;

/* Unlike g_strstr_len(), not held up by a zero byte. */
static const char *
find_next (const char *at,
           const char *end,
           const char *word)
{
  gsize n = strlen (word);

  while (at != NULL && (gsize)(end - at) >= n && memcmp (at, word, n) != 0)
    at = memchr (at + 1, word[0], (gsize)(end - at - 1));
  return at != NULL && (gsize)(end - at) >= n ? at : NULL;
}

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

static void
begin_object (const Tail *tail,
              guint       number,
              GString    *update,
              GArray     *entries)
{
  Entry entry = { number, tail->length + update->len };

  g_array_append_val (entries, entry);
  g_string_append_printf (update, "%u 0 obj\n", number);
}

/* The dictionary of the object at @offset, from its "<<" up to but without its ">>". */
static char *
dup_dictionary (const Tail *tail,
                gsize       offset)
{
  const char *start = g_strstr_len (tail->data + offset, (gssize)(tail->length - offset), "<<");
  const char *end = g_strstr_len (tail->data + offset, (gssize)(tail->length - offset), "endobj");
  const char *close;

  if (start == NULL || end == NULL || start > end)
    return NULL;
  close = find_last (start, (gsize)(end - start), ">>");
  return close != NULL ? g_strndup (start, (gsize)(close - start)) : NULL;
}

static gboolean
append_catalog (const Tail *tail,
                const char *language,
                GString    *update,
                GArray     *entries)
{
  g_autofree char *body = dup_dictionary (tail, tail->catalog);

  if (body == NULL)
    return FALSE;
  begin_object (tail, tail->root, update, entries);
  g_string_append (update, body);
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

/* A text string (7.9.2.2): UTF-16 with its mark, in hexadecimal digits. */
static void
append_text (GString    *update,
             const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  g_string_append (update, "<FEFF");
  for (gsize i = 0; units != NULL && units[i] != 0; i++)
    g_string_append_printf (update, "%04X", units[i]);
  g_string_append (update, ">");
}

/* The number of the structure element that @at lies in: cairo begins it with "5 0 obj\n<< /Type /StructElem\n   ". */
static guint
read_number (const Tail *tail,
             const char *at)
{
  static const char beginning[] = " 0 obj\n<< /Type /StructElem\n   ";
  const gsize       length = sizeof beginning - 1;
  const char       *end = at - length;
  const char       *start = end;

  if ((gsize)(at - tail->data) <= length || memcmp (end, beginning, length) != 0)
    return 0;
  while (start > tail->data && g_ascii_isdigit (start[-1]))
    start--;
  return (guint)g_ascii_strtoull (start, NULL, 10);
}

/* Figures in their order, each with its description. cairo 1.16 knows no /Alt. */
static void
append_figures (const Tail *tail,
                GPtrArray  *descriptions,
                GString    *update,
                GArray     *entries)
{
  const char *end = tail->data + tail->length;
  const char *at = tail->data;
  guint       n_described = 0;

  while (n_described < descriptions->len && (at = find_next (at, end, FIGURE)) != NULL)
    {
      guint            number = read_number (tail, at);
      gsize            offset;
      g_autofree char *body = NULL;

      at += strlen (FIGURE);
      if (number == 0 || !read_offset (tail, number, &offset))
        continue;
      body = dup_dictionary (tail, offset);
      if (body == NULL)
        continue;
      begin_object (tail, number, update, entries);
      g_string_append_printf (update, "%s   /Alt ", body);
      append_text (update, g_ptr_array_index (descriptions, n_described++));
      g_string_append (update, "\n>>\nendobj\n");
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return (left->number > right->number) - (left->number < right->number);
}

/**
 * _eqp_pdf_make_update:
 * @data: a PDF file that cairo wrote, with a classic cross-reference table
 * @length: its size in bytes
 * @language: a language tag such as "fr-FR"
 * @seed: what tells this document from others; with @length it makes the file's identifier, the same at each writing
 * @descriptions: (element-type utf8): what its figures show, in their order
 * @update: what to append to the file
 *
 * Returns: whether the file was understood
 */
gboolean
_eqp_pdf_make_update (const char *data,
                      gsize       length,
                      const char *language,
                      const char *seed,
                      GPtrArray  *descriptions,
                      GString    *update)
{
  Tail             tail = { data, length };
  g_autofree char *identity = g_strdup_printf ("%s\n%" G_GSIZE_FORMAT, seed, length);
  g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_MD5, identity, -1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gsize xref;

  if (!read_tail (&tail) || !append_catalog (&tail, language, update, entries))
    return FALSE;
  append_figures (&tail, descriptions, update, entries);
  xref = length + update->len;
  g_array_sort (entries, compare_entries);
  g_string_append (update, "xref\n");
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_string_append_printf (update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", entry->number, entry->offset);
    }
  g_string_append_printf (update, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT "\n",
                          tail.size, tail.root, tail.info, tail.xref);
  g_string_append_printf (update, "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", id, id, xref);
  return TRUE;
}
