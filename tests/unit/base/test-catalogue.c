/* test-catalogue.c — gettext catalogues read directly, sound and damaged */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-catalogue.h"

#include "base/eqp-error.h"

#include "eqp-test-mo.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  int fd = g_file_open_tmp ("eqp-XXXXXX.mo", &fixture->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  g_free (fixture->path);
}

static void
test_lookup (Fixture      *fixture,
             gconstpointer swapped)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = test_mo_build (GPOINTER_TO_INT (swapped));
  g_autoptr (EqpCatalogue) catalogue = NULL;

  test_mo_write (bytes, fixture->path);
  catalogue = eqp_catalogue_open (fixture->path, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (test_mo_strings); i++)
    g_assert_cmpstr (eqp_catalogue_lookup (catalogue, test_mo_strings[i][0].text, 0), ==, test_mo_strings[i][1].text);
  g_assert_cmpstr (eqp_catalogue_lookup (catalogue, "{n} seat", 1), ==, "{n} sièges");
  g_assert_null (eqp_catalogue_lookup (catalogue, "{n} seat", 2));
  g_assert_null (eqp_catalogue_lookup (catalogue, "Council", 1));
  g_assert_null (eqp_catalogue_lookup (catalogue, "Chair", 0));
  g_assert_null (eqp_catalogue_lookup (catalogue, "Councils", 0));
  g_assert_null (eqp_catalogue_lookup (catalogue, "Counci", 0));
  g_assert_null (eqp_catalogue_lookup (catalogue, "\001", 0));
  g_assert_null (eqp_catalogue_lookup (catalogue, "~", 0));
}

static void
assert_damaged (const char       *path,
                const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("The translations in “%s” are damaged.", path);

  test_mo_write (bytes, path);
  g_assert_null (eqp_catalogue_open (path, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, message);
}

/* The last string's NUL is the last byte: no shorter file is sound. */
static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GByteArray) bytes = test_mo_build (FALSE);

  while (bytes->len > 0)
    {
      g_byte_array_set_size (bytes, bytes->len - 1);
      assert_damaged (fixture->path, bytes);
    }
}

static void
test_wrong_words (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct
  {
    guint   offset;
    guint32 word;
  } wrong[] = {
    { 0, 0x950412dfU },
    { 4, 2U << 16 },
    { 8, 0xffffffffU },
    { 8, 0x20000000U },
    { 12, 0xffffffffU },
    { 12, 0x7ffffff0U },
    { 16, 0xfffffff0U },
    { 28, 0xffffffffU },
    { 32, 0xffffffffU },
    { 36, 6 },
    { 28 + 48 + 8, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) bytes = test_mo_build (FALSE);

      memcpy (bytes->data + wrong[i].offset, &wrong[i].word, sizeof wrong[i].word);
      assert_damaged (fixture->path, bytes);
    }
}

static void
test_not_utf8 (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GByteArray) bytes = test_mo_build (FALSE);

  bytes->data[bytes->len - 2] = 0xe9;
  assert_damaged (fixture->path, bytes);
}

/* Whatever one byte becomes, reading stays inside the file. */
static void
test_any_byte (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GByteArray) sound = test_mo_build (FALSE);
  int refused = 0;

  for (guint i = 0; i < sound->len; i++)
    {
      g_autoptr (GByteArray) bytes = test_mo_build (FALSE);
      g_autoptr (EqpCatalogue) catalogue = NULL;

      bytes->data[i] ^= 0xff;
      test_mo_write (bytes, fixture->path);
      catalogue = eqp_catalogue_open (fixture->path, NULL);
      if (catalogue == NULL)
        refused++;
      else
        for (gsize j = 0; j < G_N_ELEMENTS (test_mo_strings); j++)
          {
            const char *found = eqp_catalogue_lookup (catalogue, test_mo_strings[j][0].text, 0);

            g_assert_true (found == NULL || g_utf8_validate (found, -1, NULL));
          }
    }
  g_assert_cmpint (refused, >, 100);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_remove (fixture->path);
  g_assert_null (eqp_catalogue_open (fixture->path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add ("/base/catalogue/lookup/native", Fixture, GINT_TO_POINTER (FALSE), set_up, test_lookup, tear_down);
  g_test_add ("/base/catalogue/lookup/swapped", Fixture, GINT_TO_POINTER (TRUE), set_up, test_lookup, tear_down);
  g_test_add ("/base/catalogue/truncated", Fixture, NULL, set_up, test_truncated, tear_down);
  g_test_add ("/base/catalogue/wrong-words", Fixture, NULL, set_up, test_wrong_words, tear_down);
  g_test_add ("/base/catalogue/not-utf8", Fixture, NULL, set_up, test_not_utf8, tear_down);
  g_test_add ("/base/catalogue/any-byte", Fixture, NULL, set_up, test_any_byte, tear_down);
  g_test_add ("/base/catalogue/missing", Fixture, NULL, set_up, test_missing, tear_down);
  return g_test_run ();
}
