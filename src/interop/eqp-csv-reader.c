/* eqp-csv-reader.c — rows of a CSV file as spreadsheets write them, one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-csv-reader"
#include "config.h"
#include "interop/eqp-csv-reader.h"

#include "base/eqp-error.h"
#include "interop/eqp-csv-source.h"

#include <glib/gi18n.h>
#include <string.h>

/* A row longer than this is a quote that nobody closed. */
#define MAX_ROW (1 << 20)
#define SEPARATORS ";,\t"

struct _EqpCsvReader
{
  EqpCsvSource *source;
  char          separator; /* 0 until the first row */
  guint         line;      /* of the row last read, from 1 */
  guint         next_line;
  goffset       offset; /* of the row last read */
  GString      *text;   /* its fields, each ended by a NUL */
  GArray       *starts; /* (element-type gsize) where each field begins in text */
};

typedef enum {
  PARSE_DONE,
  PARSE_NEEDS_MORE,
  PARSE_UNTERMINATED, /* the file ends inside quotes */
  PARSE_STRAY,        /* text between a closing quote and the separator */
} ParseResult;

/* Where the parser stands in the bytes at hand. */
typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  gboolean    eof;
  guint       lines; /* line ends passed */
} Cursor;

/* Passes a line break, CRLF counting as one; FALSE when the byte that decides is not there yet. */
static gboolean
pass_line_break (Cursor *cursor)
{
  if (*cursor->p == '\r')
    {
      if (cursor->p + 1 == cursor->end && !cursor->eof)
        return FALSE;
      cursor->p++;
      if (cursor->p < cursor->end && *cursor->p == '\n')
        cursor->p++;
    }
  else
    cursor->p++;
  cursor->lines++;
  return TRUE;
}

static inline gboolean
is_line_break (char c)
{
  return c == '\n' || c == '\r';
}

static void
append_text (EqpCsvReader *self,
             const char   *from,
             const char   *to)
{
  eqp_csv_source_decode (self->source, from, to - from, self->text);
}

static ParseResult
parse_quoted (EqpCsvReader *self,
              Cursor       *cursor)
{
  const char *run = ++cursor->p;

  for (;;)
    {
      while (cursor->p < cursor->end && *cursor->p != '"' && !is_line_break (*cursor->p))
        cursor->p++;
      append_text (self, run, cursor->p);
      if (cursor->p == cursor->end)
        return cursor->eof ? PARSE_UNTERMINATED : PARSE_NEEDS_MORE;
      if (*cursor->p != '"')
        {
          if (!pass_line_break (cursor))
            return PARSE_NEEDS_MORE;
          g_string_append_c (self->text, '\n');
          run = cursor->p;
          continue;
        }
      if (cursor->p + 1 == cursor->end && !cursor->eof)
        return PARSE_NEEDS_MORE;
      if (cursor->p + 1 == cursor->end || cursor->p[1] != '"')
        break;
      g_string_append_c (self->text, '"');
      cursor->p += 2;
      run = cursor->p;
    }
  cursor->p++;
  if (cursor->p < cursor->end && *cursor->p != self->separator && !is_line_break (*cursor->p))
    return PARSE_STRAY;
  return PARSE_DONE;
}

static void
parse_plain (EqpCsvReader *self,
             Cursor       *cursor)
{
  const char *run = cursor->p;

  while (cursor->p < cursor->end && *cursor->p != self->separator && !is_line_break (*cursor->p))
    cursor->p++;
  append_text (self, run, cursor->p);
}

/* No value of ours begins or ends with a space, whatever a spreadsheet pads its cells with. */
static void
end_field (EqpCsvReader *self,
           gsize         start)
{
  char *field = self->text->str + start;

  /* g_strchug() moves the text even where there is none, as in nearly every cell. */
  if (g_ascii_isspace (*field))
    g_strchug (field);
  g_string_truncate (self->text, start + strlen (field));
  while (self->text->len > start && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append_c (self->text, '\0');
}

static ParseResult
parse_row (EqpCsvReader *self,
           Cursor       *cursor)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  for (;;)
    {
      gsize       start = self->text->len;
      ParseResult result = PARSE_DONE;

      g_array_append_val (self->starts, start);
      if (cursor->p < cursor->end && *cursor->p == '"')
        result = parse_quoted (self, cursor);
      else
        parse_plain (self, cursor);
      if (result != PARSE_DONE)
        return result;
      if (cursor->p == cursor->end && !cursor->eof)
        return PARSE_NEEDS_MORE;
      end_field (self, start);
      if (cursor->p == cursor->end)
        return PARSE_DONE;
      if (*cursor->p != self->separator)
        return pass_line_break (cursor) ? PARSE_DONE : PARSE_NEEDS_MORE;
      cursor->p++;
    }
}

/* Puts the cursor after the line in which it stands; the bytes at hand may not hold its end. */
static gboolean
pass_line (Cursor *cursor)
{
  while (cursor->p < cursor->end && !is_line_break (*cursor->p))
    cursor->p++;
  if (cursor->p < cursor->end)
    return pass_line_break (cursor);
  /* The end of the file ends its last line, which then counts. */
  cursor->lines += cursor->eof;
  return cursor->eof;
}

/* The separator that the first line holds most of, outside quotes. */
static char
guess_separator (const Cursor *cursor)
{
  guint    counts[sizeof SEPARATORS - 1] = { 0 };
  gboolean quoted = FALSE;
  guint    best = 0;

  for (const char *p = cursor->start; p < cursor->end && (quoted || !is_line_break (*p)); p++)
    {
      const char *found = quoted ? NULL : memchr (SEPARATORS, *p, sizeof SEPARATORS - 1);

      if (*p == '"')
        quoted = !quoted;
      else if (found != NULL)
        counts[found - SEPARATORS]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return SEPARATORS[best];
}

/* Reads one row, fetching bytes until it is whole. */
static ParseResult
read_row (EqpCsvReader *self,
          Cursor       *cursor,
          gboolean     *failed,
          GError      **error)
{
  gsize wanted = 1;

  for (;;)
    {
      ParseResult result;

      *cursor = (Cursor){ 0 };
      cursor->start = cursor->p = eqp_csv_source_peek (self->source, wanted, &cursor->end, &cursor->eof, error);
      if (cursor->p == NULL)
        {
          *failed = TRUE;
          return PARSE_DONE;
        }
      if (self->separator == 0)
        self->separator = guess_separator (cursor);
      result = parse_row (self, cursor);
      if (result == PARSE_NEEDS_MORE && cursor->end - cursor->start >= MAX_ROW)
        result = PARSE_UNTERMINATED;
      if (result == PARSE_UNTERMINATED)
        {
          /* Only its first line is given up: what follows is most likely whole rows. */
          cursor->p = cursor->start;
          cursor->lines = 0;
        }
      if ((result == PARSE_UNTERMINATED || result == PARSE_STRAY) && !pass_line (cursor))
        {
          if (cursor->end - cursor->start >= 2 * MAX_ROW)
            return result;
          result = PARSE_NEEDS_MORE;
        }
      if (result != PARSE_NEEDS_MORE)
        return result;
      wanted = cursor->end - cursor->start + 1;
    }
}

/**
 * eqp_csv_reader_open:
 * @path: a file, or anything else that can be read to its end
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE when it cannot be read, EQP_INPUT_ERROR_ENCODING when it is neither UTF-8 nor
 *   Windows-1252
 *
 * Opens a CSV file and recognises its encoding.
 *
 * Returns: (transfer full) (nullable): a reader that stands before the first row
 */
EqpCsvReader *
eqp_csv_reader_open (const char *path,
                     GError    **error)
{
  EqpCsvSource *source = eqp_csv_source_open (path, error);
  EqpCsvReader *self;

  if (source == NULL)
    return NULL;
  self = g_new0 (EqpCsvReader, 1);
  self->source = source;
  self->next_line = 1;
  self->text = g_string_sized_new (512);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

/**
 * eqp_csv_reader_free:
 * @self: (transfer full): a reader
 *
 * Closes the file and frees the reader.
 */
void
eqp_csv_reader_free (EqpCsvReader *self)
{
  eqp_csv_source_free (self->source);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * eqp_csv_reader_next:
 * @self: a reader
 * @error: (out) (optional): for EQP_CSV_BAD_ROW EQP_INPUT_ERROR_INVALID, for EQP_CSV_FAILED EQP_INPUT_ERROR_FILE
 *
 * Reads the next row. Rows whose every cell is empty are passed over.
 *
 * Returns: what was read
 */
EqpCsvResult
eqp_csv_reader_next (EqpCsvReader *self,
                     GError      **error)
{
  for (;;)
    {
      Cursor      cursor;
      gboolean    failed = FALSE;
      ParseResult result = read_row (self, &cursor, &failed, error);

      if (failed)
        return EQP_CSV_FAILED;
      if (cursor.start == cursor.end)
        return EQP_CSV_END;
      self->offset = eqp_csv_source_get_offset (self->source);
      self->line = self->next_line;
      self->next_line += cursor.lines;
      eqp_csv_source_skip (self->source, cursor.p - cursor.start);
      if (result == PARSE_UNTERMINATED)
        {
          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                       _ ("A quotation mark opened on line %u is never closed."), self->line);
          return EQP_CSV_BAD_ROW;
        }
      if (result == PARSE_STRAY)
        {
          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                       _ ("There is text after a closing quotation mark on line %u; a quotation mark inside a cell is written twice."),
                       self->line + cursor.lines - 1);
          return EQP_CSV_BAD_ROW;
        }
      /* Every field only its NUL: a blank line, or the ";;;" that spreadsheets leave below a table. */
      if (self->text->len > self->starts->len)
        return EQP_CSV_ROW;
    }
}

/**
 * eqp_csv_reader_get_n_fields:
 * @self: a reader
 *
 * Returns: how many cells the row last read has
 */
guint
eqp_csv_reader_get_n_fields (EqpCsvReader *self)
{
  return self->starts->len;
}

/**
 * eqp_csv_reader_get_field:
 * @self: a reader
 * @index: a cell, from 0
 *
 * Returns: (transfer none): the cell in UTF-8 without spaces around it, "" beyond the end of the row; valid until the next row
 */
const char *
eqp_csv_reader_get_field (EqpCsvReader *self,
                          guint         index)
{
  if (index >= self->starts->len)
    return "";
  return self->text->str + g_array_index (self->starts, gsize, index);
}

/**
 * eqp_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line, from 1, on which the row last read begins
 */
guint
eqp_csv_reader_get_line (EqpCsvReader *self)
{
  return self->line;
}

/**
 * eqp_csv_reader_get_offset:
 * @self: a reader
 *
 * Returns: the byte at which the row last read begins, for eqp_csv_reader_seek()
 */
goffset
eqp_csv_reader_get_offset (EqpCsvReader *self)
{
  return self->offset;
}

/**
 * eqp_csv_reader_get_fraction:
 * @self: a reader
 *
 * Returns: how much of the file was read, 0 to 1
 */
double
eqp_csv_reader_get_fraction (EqpCsvReader *self)
{
  return eqp_csv_source_get_fraction (self->source);
}

/**
 * eqp_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: (transfer none): "UTF-8" or "Windows-1252"
 */
const char *
eqp_csv_reader_get_encoding (EqpCsvReader *self)
{
  return eqp_csv_source_get_encoding (self->source);
}

/**
 * eqp_csv_reader_get_separator:
 * @self: a reader
 *
 * Returns: the separator, 0 before the first row
 */
char
eqp_csv_reader_get_separator (EqpCsvReader *self)
{
  return self->separator;
}

/**
 * eqp_csv_reader_tell:
 * @self: a reader
 * @offset: (out): the byte at which the next row begins
 * @line: (out): its line, from 1
 */
void
eqp_csv_reader_tell (EqpCsvReader *self,
                     goffset      *offset,
                     guint        *line)
{
  *offset = eqp_csv_source_get_offset (self->source);
  *line = self->next_line;
}

/**
 * eqp_csv_reader_seek:
 * @self: a reader
 * @offset: what eqp_csv_reader_get_offset() said of a row
 * @line: what eqp_csv_reader_get_line() said of it
 *
 * Goes back, so that the next row read is that one again.
 */
void
eqp_csv_reader_seek (EqpCsvReader *self,
                     goffset       offset,
                     guint         line)
{
  eqp_csv_source_seek (self->source, offset);
  self->next_line = line;
}
