/* eqp-test-mo.h — catalogues written by hand, sound or damaged, in either byte order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MO_STRING(s)  \
  {                   \
    s, sizeof (s) - 1 \
  } /* with the NULs inside */

typedef struct
{
  const char *text;
  gsize       length;
} TestMoString;

/* Sorted by original. */
static const TestMoString test_mo_strings[][2] = {
  { MO_STRING (""), MO_STRING ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n") },
  { MO_STRING ("Council"), MO_STRING ("Conseil") },
  { MO_STRING ("Replaced {old} by {new}"), MO_STRING ("{new} remplace {old}") },
  { MO_STRING ("language code of this translation\004en"), MO_STRING ("fr") },
  { MO_STRING ("seat\004Chair"), MO_STRING ("Présidence") },
  { MO_STRING ("{n} seat\0{n} seats"), MO_STRING ("{n} siège\0{n} sièges") },
};

static inline void
test_mo_put (GByteArray *bytes,
             guint32     word,
             gboolean    swapped)
{
  word = swapped ? GUINT32_SWAP_LE_BE (word) : word;
  g_byte_array_append (bytes, (const guint8 *)&word, sizeof word);
}

static inline GByteArray *
test_mo_build (gboolean swapped)
{
  const guint32 count = G_N_ELEMENTS (test_mo_strings);
  GByteArray   *bytes = g_byte_array_new ();
  guint32       offset = 28 + count * 16;

  test_mo_put (bytes, 0x950412deU, swapped);
  test_mo_put (bytes, 0, swapped);
  test_mo_put (bytes, count, swapped);
  test_mo_put (bytes, 28, swapped);
  test_mo_put (bytes, 28 + count * 8, swapped);
  test_mo_put (bytes, 0, swapped);
  test_mo_put (bytes, 28 + count * 16, swapped);
  for (int half = 0; half < 2; half++)
    for (guint32 i = 0; i < count; i++)
      {
        test_mo_put (bytes, (guint32)test_mo_strings[i][half].length, swapped);
        test_mo_put (bytes, offset, swapped);
        offset += (guint32)test_mo_strings[i][half].length + 1;
      }
  for (int half = 0; half < 2; half++)
    for (guint32 i = 0; i < count; i++)
      g_byte_array_append (bytes, (const guint8 *)test_mo_strings[i][half].text, (guint)test_mo_strings[i][half].length + 1);
  return bytes;
}

static inline void
test_mo_write (const GByteArray *bytes,
               const char       *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *)bytes->data, bytes->len, &error);
  g_assert_no_error (error);
}

/* A locale folder with the French catalogue in it. */
static inline char *
test_mo_make_locale_dir (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = test_mo_build (FALSE);
  g_autofree char *dir = g_dir_make_tmp ("eqp-locale-XXXXXX", &error);
  g_autofree char *messages = g_build_filename (dir, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "equipole.mo", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  test_mo_write (bytes, path);
  return g_steal_pointer (&dir);
}

static inline void
test_mo_remove_locale_dir (const char *dir)
{
  static const char *const parts[] = { "fr/LC_MESSAGES/equipole.mo", "fr/LC_MESSAGES", "fr", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (dir, parts[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}
