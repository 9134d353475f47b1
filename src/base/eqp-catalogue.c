/* eqp-catalogue.c — a gettext catalogue read directly, without any locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-language"

#include "config.h"

#include "base/eqp-catalogue.h"

#include "base/eqp-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* The GNU MO format: seven words (magic, revision, count, offset of the originals' table, offset of the translations'
 * table, hash table), then the tables of (length, offset), the originals sorted; every string ends with a NUL, plural
 * forms are separated by NULs. */
#define MO_MAGIC 0x950412deU
#define MO_MAGIC_SWAPPED 0xde120495U
#define MO_HEADER_SIZE 28
#define MO_ENTRY_SIZE 8

struct _EqpCatalogue
{
  GMappedFile *file;
  const char  *data;
  gsize        size;
  gboolean     swapped;
  guint32      count;
  guint32      originals;    /* offset of the table */
  guint32      translations; /* offset of the table */
};

typedef struct
{
  const char *text;
  gsize       length;
} MoString;

/* Tables need not be aligned. */
static guint32
read_word (const EqpCatalogue *self,
           gsize               offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static MoString
get_string (const EqpCatalogue *self,
            guint32             table,
            guint32             i)
{
  gsize entry = (gsize)table + (gsize)i * MO_ENTRY_SIZE;

  return (MoString){ self->data + read_word (self, entry + 4), read_word (self, entry) };
}

/* Whether the string is inside the file, ends with its NUL and is UTF-8 around the NULs between its plural forms. */
static gboolean
is_sound_string (const EqpCatalogue *self,
                 guint32             table,
                 guint32             i)
{
  gsize       entry = (gsize)table + (gsize)i * MO_ENTRY_SIZE;
  guint64     length = read_word (self, entry);
  guint64     offset = read_word (self, entry + 4);
  const char *text, *end;

  if (offset + length >= self->size || self->data[offset + length] != '\0')
    return FALSE;
  end = self->data + offset + length;
  for (text = self->data + offset; text <= end; text += strlen (text) + 1)
    if (!g_utf8_validate (text, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
is_sound_table (const EqpCatalogue *self,
                guint32             table)
{
  if ((guint64)table + (guint64)self->count * MO_ENTRY_SIZE > self->size)
    return FALSE;
  for (guint32 i = 0; i < self->count; i++)
    if (!is_sound_string (self, table, i))
      return FALSE;
  return TRUE;
}

/* Everything is checked here once, so that a look-up need not. */
static gboolean
read_header (EqpCatalogue *self)
{
  guint32 magic;

  if (self->size < MO_HEADER_SIZE)
    return FALSE;
  magic = read_word (self, 0);
  if (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED)
    return FALSE;
  self->swapped = magic == MO_MAGIC_SWAPPED;
  if (read_word (self, 4) >> 16 > 1)
    return FALSE;
  self->count = read_word (self, 8);
  self->originals = read_word (self, 12);
  self->translations = read_word (self, 16);
  return is_sound_table (self, self->originals) && is_sound_table (self, self->translations);
}

/**
 * eqp_catalogue_open:
 * @path: a compiled catalogue (.mo)
 * @error: return location
 *
 * Maps a catalogue and checks it whole: a damaged one is refused rather than read half.
 *
 * Returns: (transfer full): the catalogue, or %NULL with an error of %G_FILE_ERROR or %EQP_INPUT_ERROR_FILE
 */
EqpCatalogue *
eqp_catalogue_open (const char *path,
                    GError    **error)
{
  g_autoptr (EqpCatalogue) self = g_new0 (EqpCatalogue, 1);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL)
    return NULL;
  self->data = g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  if (read_header (self))
    return g_steal_pointer (&self);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE,
               /* Translators: %s is the path of a translation file of the program */
               _ ("The translations in “%s” are damaged."), path);
  return NULL;
}

/**
 * eqp_catalogue_free:
 * @self: (nullable) (transfer full): a catalogue
 *
 * Closes a catalogue; the strings looked up in it are gone too.
 */
void
eqp_catalogue_free (EqpCatalogue *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/**
 * eqp_catalogue_lookup:
 * @self: a catalogue
 * @msgid: the source string; with a context, the context, a byte 4 and the source string
 * @form: which plural form, from 0
 *
 * Returns: (transfer none) (nullable): the translation, which lives as long as @self, or %NULL when there is none
 */
const char *
eqp_catalogue_lookup (const EqpCatalogue *self,
                      const char         *msgid,
                      guint               form)
{
  guint32 low = 0, high = self->count;

  while (low < high)
    {
      guint32  middle = low + (high - low) / 2;
      MoString original = get_string (self, self->originals, middle);
      int      order = strcmp (msgid, original.text);

      if (order == 0)
        {
          MoString    translation = get_string (self, self->translations, middle);
          const char *text = translation.text;

          while (form-- > 0)
            {
              text += strlen (text) + 1;
              if (text > translation.text + translation.length)
                return NULL;
            }
          return *text != '\0' ? text : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
