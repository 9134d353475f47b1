/* eqp-database-journal.c — what a journal left beside a file will make of the file's first page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* SQLite's rollback journal: https://www.sqlite.org/fileformat2.html, section 3. Numbers are big-endian. Segments follow each other, each
 * with a header that takes a sector; a record is a page's number, the page as it was, a checksum. */
#define HEADER_SIZE 28
#define HEADER_N_RECORDS 8
#define HEADER_SECTOR_SIZE 20
#define HEADER_PAGE_SIZE 24
#define RECORD_EXTRA 8

static const guint8 magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

typedef struct
{
  guint32 n_records;
  guint32 sector_size;
  guint32 page_size;
} Segment;

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
read_segment (int      fd,
              goffset  offset,
              Segment *segment)
{
  guint8 header[HEADER_SIZE];

  if (pread (fd, header, sizeof header, offset) != sizeof header || memcmp (header, magic, sizeof magic) != 0)
    return FALSE;
  segment->n_records = read_number (header + HEADER_N_RECORDS);
  segment->sector_size = read_number (header + HEADER_SECTOR_SIZE);
  segment->page_size = read_number (header + HEADER_PAGE_SIZE);
  return segment->sector_size >= 32 && segment->sector_size <= 65536 && segment->page_size >= 512 && segment->page_size <= 65536;
}

/* Where the journal has the page's content; 0: not in this segment. @end: (out) where the segment's records end. */
static goffset
find_first_page (int            fd,
                 goffset        start,
                 const Segment *segment,
                 goffset       *end)
{
  goffset offset = start + segment->sector_size;
  guint8  number[4];

  for (guint32 i = 0; i < segment->n_records && pread (fd, number, sizeof number, offset) == sizeof number; i++)
    {
      if (read_number (number) == 1)
        return offset + (goffset)sizeof number;
      offset += (goffset)segment->page_size + RECORD_EXTRA;
    }
  *end = offset;
  return 0;
}

/**
 * _eqp_database_journal_read_header:
 * @journal: a journal with something in it
 * @header: (out caller-allocates): the first bytes of the file as the journal restores it
 * @size: how many
 *
 * A power cut may spoil the very sector by which a file is known; the journal beside it then knows how it was.
 *
 * Returns: whether the journal restores the first page; @header is left alone otherwise
 */
gboolean
_eqp_database_journal_read_header (const char *journal,
                                   guint8     *header,
                                   gsize       size)
{
  g_autofree guint8 *page = g_malloc (size);
  int                fd = g_open (journal, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  goffset            offset = 0;
  goffset            found = 0;
  Segment            segment;
  gboolean           read = FALSE;

  if (fd < 0)
    return FALSE;
  while (found == 0 && read_segment (fd, offset, &segment))
    {
      goffset end = 0;

      found = find_first_page (fd, offset, &segment, &end);
      offset = (end + segment.sector_size - 1) / segment.sector_size * segment.sector_size;
    }
  if (found != 0)
    read = pread (fd, page, size, found) == (gssize)size;
  close (fd);
  if (read)
    memcpy (header, page, size);
  return read;
}
