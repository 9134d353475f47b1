/* test-library.c — libraries that are loaded when they are needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/eqp-error.h"
#include "base/eqp-library.h"
#include "tests/test-folder.h"

#include <string.h>

/* Every program has this one, under this name. */
#define LIBRARY "libglib-2.0.so.0"

static void
test_found (void)
{
  g_autoptr (GError) error = NULL;
  guint (*hash) (gconstpointer) = eqp_library_find (LIBRARY, "g_str_hash", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hash ("word"), ==, g_str_hash ("word"));
  g_assert_true (eqp_library_find (LIBRARY, "g_str_hash", &error) == (gpointer)hash);
}

/* Neither a file that is not there nor one without what is asked for; the sentence names the file. */
static void
test_missing (void)
{
  static const struct
  {
    const char *library;
    const char *symbol;
  } cases[] = { { "libequipole-nothing.so", "g_str_hash" }, { LIBRARY, "eqp_nothing" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (eqp_library_find (cases[i].library, cases[i].symbol, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, cases[i].library));
    }
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/library/found", test_found);
  g_test_add_func ("/library/missing", test_missing);

  return g_test_run ();
}
