/* eqp-csv-source.c — the bytes of a text file in pieces, and their decoding */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-csv-source"
#include "config.h"
#include "interop/eqp-csv-source.h"

#include "base/eqp-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (256 * 1024)
#define BOM "\xef\xbb\xbf"

struct _EqpCsvSource
{
  char    *path;
  int      fd;      /* -1 when the whole text is in the buffer */
  gboolean windows; /* Windows-1252 */
  goffset  size;    /* bytes */
  goffset  first;   /* after the byte order mark */
  char    *buffer;
  gsize    capacity;
  goffset  base;  /* of the buffer's first byte in the file */
  gsize    start; /* first byte not yet skipped, in the buffer */
  gsize    end;
  gboolean eof; /* nothing after the buffer */
};

/* 0x80–0x9f of Windows-1252; 0: not a character. */
static const gunichar windows_controls[32] = {
  0x20ac,
  0,
  0x201a,
  0x0192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x02c6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0,
  0x017d,
  0,
  0,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x02dc,
  0x2122,
  0x0161,
  0x203a,
  0x0153,
  0,
  0x017e,
  0x0178,
};

/* What a look at every byte says of the encoding. */
typedef struct
{
  gboolean utf8;
  gboolean windows;
  char     tail[4]; /* an unfinished sequence at the end of the piece before */
  gsize    n_tail;
} Detection;

static void
detect_windows (Detection  *detection,
                const char *bytes,
                gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes && detection->windows; i++)
    {
      guchar c = bytes[i];

      if (c == 0 || (c >= 0x80 && c < 0xa0 && windows_controls[c - 0x80] == 0))
        detection->windows = FALSE;
    }
}

/* Bytes of the UTF-8 sequence that @lead begins. */
static gsize
sequence_length (guchar lead)
{
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3
                        : lead >= 0xc2   ? 2
                                         : 1;
}

static void
detect (Detection  *detection,
        const char *bytes,
        gsize       n_bytes)
{
  const char *end;

  detect_windows (detection, bytes, n_bytes);
  if (!detection->utf8)
    return;
  while (detection->n_tail > 0 && n_bytes > 0)
    {
      detection->tail[detection->n_tail++] = *bytes++;
      n_bytes--;
      if (detection->n_tail == sequence_length (detection->tail[0]))
        {
          detection->utf8 = g_utf8_validate_len (detection->tail, detection->n_tail, NULL);
          detection->n_tail = 0;
        }
    }
  if (!detection->utf8 || g_utf8_validate_len (bytes, n_bytes, &end))
    return;
  if ((gsize)(bytes + n_bytes - end) < sequence_length (*end))
    {
      detection->n_tail = bytes + n_bytes - end;
      memcpy (detection->tail, end, detection->n_tail);
    }
  else
    detection->utf8 = FALSE;
}

static gboolean
set_read_error (EqpCsvSource *self,
                int           code,
                GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (code == ENOENT)
    /* Translators: %s is the name of a file. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("There is no file “%s”."), self->path);
  else if (code == EISDIR)
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” is a folder, not a CSV file."), self->path);
  else
    /* Translators: the first %s is the name of a file, the second what the system says. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

/* -1 on error, else how many bytes were read: fewer than asked only at the end. */
static gssize
read_fully (int   fd,
            char *bytes,
            gsize n_bytes)
{
  gsize done = 0;

  while (done < n_bytes)
    {
      gssize n = read (fd, bytes + done, n_bytes - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      done += n;
    }
  return done;
}

/* Reads until the buffer holds @wanted bytes not yet skipped, or the file ends. */
static gboolean
fill (EqpCsvSource *self,
      gsize         wanted,
      GError      **error)
{
  gssize n;

  if (self->eof || self->end - self->start >= wanted)
    return TRUE;
  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->base += self->start;
  self->end -= self->start;
  self->start = 0;
  while (self->capacity < wanted + PIECE / 2)
    self->capacity *= 2;
  self->buffer = g_realloc (self->buffer, self->capacity);
  n = read_fully (self->fd, self->buffer + self->end, self->capacity - self->end);
  if (n < 0)
    return set_read_error (self, errno, error);
  self->end += n;
  self->eof = self->end < self->capacity;
  return TRUE;
}

/* A pipe cannot be read twice: keep all of it. */
static gboolean
slurp (EqpCsvSource *self,
       GError      **error)
{
  while (!self->eof)
    if (!fill (self, self->end - self->start + 1, error))
      return FALSE;
  close (self->fd);
  self->fd = -1;
  self->size = self->end;
  return TRUE;
}

static gboolean
detect_all (EqpCsvSource *self,
            GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  Detection        detection = { .utf8 = TRUE, .windows = TRUE };
  gboolean         marked = FALSE;

  for (gboolean begun = FALSE;; begun = TRUE)
    {
      if (!fill (self, 1, error))
        return FALSE;
      if (!begun && self->end >= strlen (BOM) && memcmp (self->buffer, BOM, strlen (BOM)) == 0)
        marked = TRUE;
      if (self->start == self->end)
        break;
      detect (&detection, self->buffer + self->start, self->end - self->start);
      self->start = self->end;
    }
  if (detection.n_tail > 0)
    detection.utf8 = FALSE;
  if (!detection.utf8 && (marked || !detection.windows))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_ENCODING,
                   _ ("“%s” is not text in UTF-8 or Windows-1252: save it again as CSV (UTF-8)."), name);
      return FALSE;
    }
  self->windows = !detection.utf8;
  self->first = marked ? (goffset)strlen (BOM) : 0;
  eqp_csv_source_seek (self, self->first);
  return TRUE;
}

/**
 * eqp_csv_source_open:
 * @path: a file, or anything else that can be read to its end
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE or EQP_INPUT_ERROR_ENCODING
 *
 * Opens a text file and looks at all of it once to tell its encoding.
 *
 * Returns: (transfer full) (nullable): a source that stands after the byte order mark
 */
EqpCsvSource *
eqp_csv_source_open (const char *path,
                     GError    **error)
{
  EqpCsvSource *self = g_new0 (EqpCsvSource, 1);
  struct stat   info;

  self->path = g_strdup (path);
  self->capacity = PIECE;
  self->buffer = g_malloc (self->capacity);
  self->fd = open (path, O_RDONLY | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &info) < 0)
    set_read_error (self, errno, error);
  else if (S_ISDIR (info.st_mode))
    set_read_error (self, EISDIR, error);
  else
    {
      self->size = info.st_size;
      if ((S_ISREG (info.st_mode) || slurp (self, error)) && detect_all (self, error))
        return self;
    }
  eqp_csv_source_free (self);
  return NULL;
}

/**
 * eqp_csv_source_free:
 * @self: (transfer full): a source
 *
 * Closes the file and frees the source.
 */
void
eqp_csv_source_free (EqpCsvSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->buffer);
  g_free (self->path);
  g_free (self);
}

/**
 * eqp_csv_source_peek:
 * @self: a source
 * @wanted: how many bytes are needed at least, if the file has them
 * @end: (out): the first byte after those at hand
 * @eof: (out): whether the file ends there
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE
 *
 * Returns: (transfer none) (nullable): the bytes at hand, valid until the next call; %NULL when the file cannot be read
 */
const char *
eqp_csv_source_peek (EqpCsvSource *self,
                     gsize         wanted,
                     const char  **end,
                     gboolean     *eof,
                     GError      **error)
{
  if (!fill (self, wanted, error))
    return NULL;
  *end = self->buffer + self->end;
  *eof = self->eof;
  return self->buffer + self->start;
}

/**
 * eqp_csv_source_skip:
 * @self: a source
 * @n_bytes: how many of the bytes at hand were used
 *
 * Moves on.
 */
void
eqp_csv_source_skip (EqpCsvSource *self,
                     gsize         n_bytes)
{
  g_assert (n_bytes <= self->end - self->start);
  self->start += n_bytes;
}

/**
 * eqp_csv_source_seek:
 * @self: a source
 * @offset: a byte of the file
 *
 * Goes there. All of a pipe is at hand.
 */
void
eqp_csv_source_seek (EqpCsvSource *self,
                     goffset       offset)
{
  if (offset >= self->base && offset <= self->base + (goffset)self->end)
    {
      self->start = offset - self->base;
      return;
    }
  lseek (self->fd, offset, SEEK_SET);
  self->base = offset;
  self->start = self->end = 0;
  self->eof = FALSE;
}

/**
 * eqp_csv_source_get_offset:
 * @self: a source
 *
 * Returns: where the source stands, in bytes from the beginning of the file
 */
goffset
eqp_csv_source_get_offset (EqpCsvSource *self)
{
  return self->base + self->start;
}

/**
 * eqp_csv_source_get_fraction:
 * @self: a source
 *
 * Returns: how much of the file lies behind, 0 to 1
 */
double
eqp_csv_source_get_fraction (EqpCsvSource *self)
{
  return self->size > 0 ? MIN (1.0, (double)eqp_csv_source_get_offset (self) / self->size) : 1.0;
}

/**
 * eqp_csv_source_get_encoding:
 * @self: a source
 *
 * Returns: (transfer none): "UTF-8" or "Windows-1252"
 */
const char *
eqp_csv_source_get_encoding (EqpCsvSource *self)
{
  return self->windows ? "Windows-1252" : "UTF-8";
}

/**
 * eqp_csv_source_decode:
 * @self: a source
 * @bytes: bytes of it
 * @n_bytes: how many
 * @text: where they are appended as UTF-8
 */
void
eqp_csv_source_decode (EqpCsvSource *self,
                       const char   *bytes,
                       gsize         n_bytes,
                       GString      *text)
{
  if (!self->windows)
    {
      g_string_append_len (text, bytes, n_bytes);
      return;
    }
  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = bytes[i];

      if (c < 0x80)
        g_string_append_c (text, c);
      else
        g_string_append_unichar (text, c < 0xa0 ? windows_controls[c - 0x80] : c);
    }
}
