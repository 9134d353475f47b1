/* test-inclusive-style.c — both genders with a point, in words, or in the masculine */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/eqp-inclusive-style.h"
#include "tests/test-folder.h"

static void
check (const char *text,
       const char *both,
       const char *masculine)
{
  g_autofree char *median_made = eqp_inclusive_restyle (text, EQP_INCLUSIVE_MEDIAN);
  g_autofree char *both_made = eqp_inclusive_restyle (text, EQP_INCLUSIVE_BOTH);
  g_autofree char *masculine_made = eqp_inclusive_restyle (text, EQP_INCLUSIVE_MASCULINE);

  g_assert_cmpstr (median_made, ==, text);
  g_assert_cmpstr (both_made, ==, both);
  g_assert_cmpstr (masculine_made, ==, masculine);
}

static void
test_words (void)
{
  check ("directeur·rice", "directeur ou directrice", "directeur");
  check ("acteur·rices", "acteurs ou actrices", "acteurs");
  check ("chercheur·se·s", "chercheurs ou chercheuses", "chercheurs");
  check ("Doyen·ne des inspecteurs", "Doyen ou Doyenne des inspecteurs", "Doyen des inspecteurs");
  check ("Adjoint·es aux responsables", "Adjoints ou Adjointes aux responsables", "Adjoints aux responsables");
  check ("élu·e·s", "élus ou élues", "élus");
  check ("conseiller·ère", "conseiller ou conseillère", "conseiller");
  check ("le·la responsable", "le ou la responsable", "le responsable");
}

static void
test_rest (void)
{
  check ("", "", "");
  check ("Responsables de parcours", "Responsables de parcours", "Responsables de parcours");
  check ("U · R", "U · R", "U · R");
  check ("fin·", "fin·", "fin·");
}

static void
test_codes (void)
{
  g_assert_cmpint (eqp_inclusive_style_from_code ("both"), ==, EQP_INCLUSIVE_BOTH);
  g_assert_cmpint (eqp_inclusive_style_from_code ("masculine"), ==, EQP_INCLUSIVE_MASCULINE);
  g_assert_cmpint (eqp_inclusive_style_from_code ("median"), ==, EQP_INCLUSIVE_MEDIAN);
  g_assert_cmpint (eqp_inclusive_style_from_code ("?"), ==, EQP_INCLUSIVE_MEDIAN);
  g_assert_cmpint (eqp_inclusive_style_from_code (NULL), ==, EQP_INCLUSIVE_MEDIAN);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/inclusive-style/words", test_words);
  g_test_add_func ("/inclusive-style/rest", test_rest);
  g_test_add_func ("/inclusive-style/codes", test_codes);
  return g_test_run ();
}
