/* test-identifiers.c — UAI, SIRET and SIREN keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-identifiers.h"

#include "base/eqp-error.h"
#include "tests/test-folder.h"

typedef gboolean (*Check) (const char *text, GError **error);

static void
assert_good (Check       check,
             const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (check (text, &error));
  g_assert_no_error (error);
}

static void
assert_wrong (Check       check,
              const char *text,
              const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (check (text, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

/* Every key letter, and no other letter, for numbers that leave each remainder. */
static void
test_uai_keys (void)
{
  const char *keys = "ABCDEFGHJKLMNPRSTUVWXYZ";

  for (int i = 0; i < 23; i++)
    for (char letter = 'A'; letter <= 'Z'; letter++)
      {
        g_autofree char *uai = g_strdup_printf ("%07d%c", 23 * 41000 + i, letter);

        g_assert_true (eqp_uai_check (uai, NULL) == (letter == keys[i]));
      }
}

static void
test_uai_shape (void)
{
  assert_good (eqp_uai_check, "0999999F");
  assert_good (eqp_uai_check, " 0999999f ");
  assert_wrong (eqp_uai_check, "0999999G", "The UAI “0999999G” has a wrong key: its last letter should be F, or one of its digits is wrong.");
  assert_wrong (eqp_uai_check, "0999998F", NULL);
  assert_wrong (eqp_uai_check, "999999F", "“999999F” is not a UAI: it takes seven digits and a key letter, such as 0999999F.");
  assert_wrong (eqp_uai_check, "00999999F", NULL);
  assert_wrong (eqp_uai_check, "09999995", NULL);
  assert_wrong (eqp_uai_check, "0999999", NULL);
  assert_wrong (eqp_uai_check, "0999999FF", NULL);
  assert_wrong (eqp_uai_check, "099 9999F", NULL);
  assert_wrong (eqp_uai_check, "0999999É", NULL);
  assert_wrong (eqp_uai_check, "", NULL);
  assert_wrong (eqp_uai_check, NULL, NULL);
}

static void
test_siren (void)
{
  assert_good (eqp_siren_check, "123456782");
  assert_good (eqp_siren_check, "123 456 782");
  assert_good (eqp_siren_check, "356000000");
  for (char last = '0'; last <= '9'; last++)
    {
      g_autofree char *siren = g_strdup_printf ("12345678%c", last);

      g_assert_true (eqp_siren_check (siren, NULL) == (last == '2'));
    }
  assert_wrong (eqp_siren_check, "123456783", "The SIREN “123456783” fails its check key: one of its digits is wrong.");
  assert_wrong (eqp_siren_check, "12345678", "“12345678” is not a SIREN: it takes 9 digits.");
  assert_wrong (eqp_siren_check, "1234567820", NULL);
  assert_wrong (eqp_siren_check, "12345678A", NULL);
  assert_wrong (eqp_siren_check, "000000000", NULL);
  assert_wrong (eqp_siren_check, "\xff", NULL);
  assert_wrong (eqp_siren_check, NULL, NULL);
}

static void
test_siret (void)
{
  for (char last = '0'; last <= '9'; last++)
    {
      g_autofree char *siret = g_strdup_printf ("1234567820001%c", last);

      g_assert_true (eqp_siret_check (siret, NULL) == (last == '0'));
    }
  assert_good (eqp_siret_check, " 123 456 782\u00a000010\u202f");
  assert_wrong (eqp_siret_check, "12345678200011", "The SIRET “12345678200011” fails its check key: one of its digits is wrong.");
  assert_wrong (eqp_siret_check, "1234567820001", "“1234567820001” is not a SIRET: it takes 14 digits.");
  assert_wrong (eqp_siret_check, "123456782000100", NULL);
  assert_wrong (eqp_siret_check, "1234567820001O", NULL);
  assert_wrong (eqp_siret_check, "123-456-782-00010", NULL);
  assert_wrong (eqp_siret_check, "00000000000000", NULL);
  assert_wrong (eqp_siret_check, "", NULL);
  assert_wrong (eqp_siret_check, NULL, NULL);
}

/* Luhn holds over the fourteen digits but not over the nine of the SIREN: 12345678300019. */
static void
test_siret_needs_siren (void)
{
  int good = 0;

  for (char last = '0'; last <= '9'; last++)
    {
      g_autofree char *siret = g_strdup_printf ("1234567830001%c", last);

      good += eqp_siret_check (siret, NULL) ? 1 : 0;
    }
  g_assert_cmpint (good, ==, 0);
}

/* 3 + 5 + 6 = 14: the establishment number's digits must add up to 1 or 6 more than a multiple of 5. */
static void
test_siret_la_poste (void)
{
  assert_good (eqp_siret_check, "35600000000048"); /* its seat follows Luhn, with a sum of 26 */
  assert_good (eqp_siret_check, "35600000000001"); /* sum 15 */
  assert_wrong (eqp_siret_check, "35600000000002", NULL);
  assert_good (eqp_siret_check, "35600000000006"); /* sum 20 */
  assert_wrong (eqp_siret_check, "35600000000007", NULL);
  assert_wrong (eqp_siret_check, "12345678200004", NULL); /* sum 40, but not La Poste */
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/base/identifiers/uai/keys", test_uai_keys);
  g_test_add_func ("/base/identifiers/uai/shape", test_uai_shape);
  g_test_add_func ("/base/identifiers/siren", test_siren);
  g_test_add_func ("/base/identifiers/siret", test_siret);
  g_test_add_func ("/base/identifiers/siret/needs-siren", test_siret_needs_siren);
  g_test_add_func ("/base/identifiers/siret/la-poste", test_siret_la_poste);
  return g_test_run ();
}
