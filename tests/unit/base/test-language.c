/* test-language.c — the interface's language, documents in another one, numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-language.h"

#include "eqp-test-mo.h"
#include "tests/test-folder.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static void
test_codes (void)
{
  EqpLanguage language = EQP_LANGUAGE_EN;

  g_assert_cmpstr (eqp_language_get_code (EQP_LANGUAGE_FR), ==, "fr");
  g_assert_cmpstr (eqp_language_get_code (EQP_LANGUAGE_EN), ==, "en");
  g_assert_true (eqp_language_from_code ("fr", &language));
  g_assert_cmpint (language, ==, EQP_LANGUAGE_FR);
  g_assert_false (eqp_language_from_code ("de", &language));
  g_assert_false (eqp_language_from_code ("", &language));
  g_assert_false (eqp_language_from_code ("fra", &language));
  g_assert_false (eqp_language_from_code (NULL, &language));
  g_assert_cmpint (language, ==, EQP_LANGUAGE_FR);
  g_assert_true (eqp_language_from_code ("EN", &language));
  g_assert_cmpint (language, ==, EQP_LANGUAGE_EN);
  g_assert_true (eqp_language_from_code ("en", NULL));
}

static void
assert_number (gint64      number,
               const char *fr,
               const char *en)
{
  g_autofree char *got_fr = eqp_format_number (EQP_LANGUAGE_FR, number);
  g_autofree char *got_en = eqp_format_number (EQP_LANGUAGE_EN, number);

  g_assert_cmpstr (got_fr, ==, fr);
  g_assert_cmpstr (got_en, ==, en);
}

static void
test_numbers (void)
{
  assert_number (0, "0", "0");
  assert_number (999, "999", "999");
  assert_number (1000, "1\u202f000", "1,000");
  assert_number (-999, "-999", "-999");
  assert_number (-1000, "-1\u202f000", "-1,000");
  assert_number (123456, "123\u202f456", "123,456");
  assert_number (1234567, "1\u202f234\u202f567", "1,234,567");
  assert_number (G_MAXINT64, "9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f807", "9,223,372,036,854,775,807");
  assert_number (G_MININT64, "-9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808", "-9,223,372,036,854,775,808");
}

/* No French locale is needed, nor eqp_language_init(). */
static void
test_french (void)
{
  g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_FR, "Council"), ==, "Conseil");
  g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_FR, "Chair"), ==, "Chair");
  g_assert_cmpstr (eqp_tr_c (EQP_LANGUAGE_FR, "seat", "Chair"), ==, "Présidence");
  g_assert_cmpstr (eqp_tr_c (EQP_LANGUAGE_FR, "furniture", "Chair"), ==, "Chair");
  g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_FR, ""), ==, "");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} seat", "{n} seats", 0), ==, "{n} siège");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} seat", "{n} seats", 1), ==, "{n} siège");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} seat", "{n} seats", 2), ==, "{n} sièges");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} table", "{n} tables", 1), ==, "{n} table");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} table", "{n} tables", 2), ==, "{n} tables");
}

static void
test_english (void)
{
  g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_EN, "Council"), ==, "Council");
  g_assert_cmpstr (eqp_tr_c (EQP_LANGUAGE_EN, "seat", "Chair"), ==, "Chair");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_EN, "{n} seat", "{n} seats", 0), ==, "{n} seats");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_EN, "{n} seat", "{n} seats", 1), ==, "{n} seat");
  g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_EN, "{n} seat", "{n} seats", 2), ==, "{n} seats");
}

/* In a process of its own, since the catalogue is opened once. */
static void
test_missing_catalogue (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("EQUIPOLE_LOCALEDIR", "/nonexistent", TRUE);
      g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_FR, "Council"), ==, "Council");
      g_assert_cmpstr (eqp_tr_c (EQP_LANGUAGE_FR, "seat", "Chair"), ==, "Chair");
      g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_FR, "{n} seat", "{n} seats", 2), ==, "{n} seats");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_interface_english (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      g_unsetenv ("LANGUAGE");
      g_assert_cmpint (eqp_language_get_interface (), ==, EQP_LANGUAGE_EN);
      eqp_language_init ();
      g_assert_cmpint (eqp_language_get_interface (), ==, EQP_LANGUAGE_EN);
      g_assert_cmpstr (gettext ("Council"), ==, "Council");
      g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_FR, "Council"), ==, "Conseil");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* What gettext speaks decides, not the locale's name: LANGUAGE chooses the catalogue under any locale but “C”. */
static void
test_interface_french (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      g_setenv ("LANGUAGE", "fr", TRUE);
      eqp_language_init ();
      if (strcmp (gettext ("Council"), "Conseil") == 0)
        g_assert_cmpint (eqp_language_get_interface (), ==, EQP_LANGUAGE_FR);
      else
        g_assert_cmpint (eqp_language_get_interface (), ==, EQP_LANGUAGE_EN);
      g_assert_cmpstr (eqp_tr (EQP_LANGUAGE_EN, "Council"), ==, "Council");
      g_assert_cmpstr (eqp_tr_n (EQP_LANGUAGE_EN, "{n} seat", "{n} seats", 0), ==, "{n} seats");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* A locale that is not installed leaves the interface in English, and its text in UTF-8. */
static void
test_unknown_locale (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LC_ALL", "xx_YY.UTF-8", TRUE);
      g_unsetenv ("LANGUAGE");
      eqp_language_init ();
      g_assert_cmpint (eqp_language_get_interface (), ==, EQP_LANGUAGE_EN);
      g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C.UTF-8");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* No locale at all, as in a bare container or a scheduled job: names keep their accents. */
static void
test_no_locale (void)
{
  if (g_test_subprocess ())
    {
      g_unsetenv ("LC_ALL");
      g_unsetenv ("LC_CTYPE");
      g_unsetenv ("LANG");
      eqp_language_init ();
      g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C.UTF-8");
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "C");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = NULL;
  int              status;

  test_init (&argc, &argv);
  if (!g_test_subprocess ())
    {
      dir = test_mo_make_locale_dir ();
      g_setenv ("EQUIPOLE_LOCALEDIR", dir, TRUE);
    }
  g_test_add_func ("/base/language/codes", test_codes);
  g_test_add_func ("/base/language/numbers", test_numbers);
  g_test_add_func ("/base/language/french", test_french);
  g_test_add_func ("/base/language/english", test_english);
  g_test_add_func ("/base/language/missing-catalogue", test_missing_catalogue);
  g_test_add_func ("/base/language/interface/english", test_interface_english);
  g_test_add_func ("/base/language/interface/french", test_interface_french);
  g_test_add_func ("/base/language/unknown-locale", test_unknown_locale);
  g_test_add_func ("/base/language/no-locale", test_no_locale);
  status = g_test_run ();
  if (!g_test_subprocess ())
    test_mo_remove_locale_dir (dir);
  return status;
}
