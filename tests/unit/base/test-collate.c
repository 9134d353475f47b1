/* test-collate.c — the alphabetical order of names, the same on every machine */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-language.h"
#include "tests/test-folder.h"

static void
test_order (void)
{
  static const char *const sorted[] = {
    "",
    "Abel",
    "Ábel",
    "abélard",
    "Cadet",
    "Cœur",
    "coexister",
    "cote",
    "coté",
    "côte",
    "côté",
    "d’Aubigné",
    "de La Tour",
    "De Lattre",
    "Delattre",
    "Durand",
    "Éloi",
    "Emery",
    "Le Goff",
    "Legoff",
    "Saint-Dié",
    "Saint-Malo",
    "Zola",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = eqp_collate (sorted[i], sorted[j]);

        if (i == j)
          g_assert_cmpint (order, ==, 0);
        else if (i < j)
          g_assert_cmpint (order, <, 0);
        else
          g_assert_cmpint (order, >, 0);
      }
}

/* Only equal texts are equal, so that a sort has one result. */
static void
test_total (void)
{
  g_assert_cmpint (eqp_collate ("Durand", "durand"), <, 0);
  g_assert_cmpint (eqp_collate ("durand", "Durand"), >, 0);
  g_assert_cmpint (eqp_collate ("\u00e9", "e\u0301"), !=, 0);
  g_assert_cmpint (eqp_collate ("Saint-Malo", "Saint Malo"), !=, 0);
  g_assert_cmpint (eqp_collate (NULL, ""), ==, 0);
  g_assert_cmpint (eqp_collate (NULL, NULL), ==, 0);
  g_assert_cmpint (eqp_collate (NULL, "a"), <, 0);
  g_assert_cmpint (eqp_collate ("a\xff", "a\xfe"), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/base/collate/order", test_order);
  g_test_add_func ("/base/collate/total", test_total);
  return g_test_run ();
}
