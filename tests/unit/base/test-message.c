/* test-message.c — sentences kept with their values, read later in any language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-message.h"

#include "base/eqp-error.h"

#include "eqp-test-mo.h"
#include "tests/test-folder.h"

static void
assert_render (EqpMessage *message,
               EqpLanguage language,
               const char *expected)
{
  g_autofree char *text = eqp_message_render (message, language);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_placeholders (void)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Replaced {old} by {new}");

  eqp_message_text (eqp_message_text (message, "old", "Aline"), "new", "Béa");
  g_assert_cmpstr (eqp_message_get_msgid (message), ==, "Replaced {old} by {new}");
  assert_render (message, EQP_LANGUAGE_EN, "Replaced Aline by Béa");
  assert_render (message, EQP_LANGUAGE_FR, "Béa remplace Aline");
  eqp_message_text (message, "old", "Chloé");
  assert_render (message, EQP_LANGUAGE_EN, "Replaced Chloé by Béa");
}

static void
test_unknown_placeholder (void)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("{a} {ab} {} {a {a} } {n} {é}");

  assert_render (message, EQP_LANGUAGE_EN, "{a} {ab} {} {a {a} } {n} {é}");
  eqp_message_text (message, "a", "1");
  assert_render (message, EQP_LANGUAGE_EN, "1 {ab} {} {a 1 } {n} {é}");
}

/* What a value holds is never read again as a placeholder. */
static void
test_one_pass (void)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("{a}{b}");

  eqp_message_text (eqp_message_text (message, "a", "{b}"), "b", "{a}%s");
  assert_render (message, EQP_LANGUAGE_EN, "{b}{a}%s");
}

static void
test_values (void)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("{count}|{day}|{word}|{names}|{text}");

  eqp_message_number (message, "count", 12345);
  eqp_message_date (message, "day", eqp_date_from_ymd (2026, 9, 1));
  eqp_message_word (message, "word", "Council");
  eqp_message_names (message, "names", "Mathématiques", "Mathematics");
  eqp_message_text (message, "text", NULL);
  assert_render (message, EQP_LANGUAGE_EN, "12,345|1 Sep 2026|Council|Mathematics|");
  assert_render (message, EQP_LANGUAGE_FR, "12\u202f345|1er\u00a0sept. 2026|Conseil|Mathématiques|");
  eqp_message_date (message, "day", EQP_DATE_NONE);
  eqp_message_names (message, "names", "Lettres", NULL);
  eqp_message_text (message, "text", "a\xff");
  assert_render (message, EQP_LANGUAGE_EN, "12,345||Council|Lettres|a\xef\xbf\xbd");
  eqp_message_names (message, "names", "", "Arts");
  eqp_message_word (message, "word", NULL);
  assert_render (message, EQP_LANGUAGE_FR, "12\u202f345|||Arts|a\xef\xbf\xbd");
}

static void
assert_count (gint64      n,
              const char *en,
              const char *fr)
{
  g_autoptr (EqpMessage) message = eqp_message_new_n ("{n} seat", "{n} seats", n);

  assert_render (message, EQP_LANGUAGE_EN, en);
  assert_render (message, EQP_LANGUAGE_FR, fr);
}

static void
test_counts (void)
{
  g_autoptr (EqpMessage) named = eqp_message_new_n ("{n} seat", "{n} seats", 2);

  assert_count (0, "0 seats", "0 siège");
  assert_count (1, "1 seat", "1 siège");
  assert_count (2, "2 seats", "2 sièges");
  assert_count (1000, "1,000 seats", "1\u202f000 sièges");
  assert_count (-1, "-1 seat", "-1 siège");
  assert_count (G_MININT64, "-9,223,372,036,854,775,808 seats", "-9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808 sièges");
  eqp_message_text (named, "n", "two");
  assert_render (named, EQP_LANGUAGE_EN, "two seats");
}

static void
test_references (void)
{
  EqpMessage *message = eqp_message_new ("Council");

  g_assert_true (eqp_message_ref (message) == message);
  eqp_message_unref (message);
  assert_render (message, EQP_LANGUAGE_FR, "Conseil");
  eqp_message_unref (message);
}

static void
test_json_written (void)
{
  g_autoptr (EqpMessage) plain = eqp_message_new ("Council");
  g_autoptr (EqpMessage) counted = eqp_message_new_n ("{n} seat", "{n} seats", 3);
  g_autofree char *plain_json = eqp_message_to_json (plain);
  g_autofree char *counted_json = NULL;

  g_assert_cmpstr (plain_json, ==, "{\"id\":\"Council\"}");
  eqp_message_text (counted, "who", "\"É\"");
  eqp_message_number (counted, "max", 17);
  eqp_message_date (counted, "day", eqp_date_from_ymd (2026, 9, 1));
  eqp_message_word (counted, "kind", "Council");
  eqp_message_names (counted, "body", "Arts", "Arts (en)");
  counted_json = eqp_message_to_json (counted);
  g_assert_cmpstr (counted_json, ==,
                   "{\"id\":\"{n} seat\",\"plural\":\"{n} seats\",\"n\":3,\"args\":{"
                   "\"who\":{\"t\":\"text\",\"v\":\"\\\"É\\\"\"},\"max\":{\"t\":\"number\",\"v\":17},"
                   "\"day\":{\"t\":\"date\",\"v\":\"2026-09-01\"},\"kind\":{\"t\":\"word\",\"v\":\"Council\"},"
                   "\"body\":{\"t\":\"names\",\"fr\":\"Arts\",\"en\":\"Arts (en)\"}}}");
}

static void
test_json_round_trip (void)
{
  g_autoptr (EqpMessage) message = eqp_message_new_n ("{n} {a} {b} {c} {d} {e}", "{n}s {a} {b} {c} {d} {e}", G_MAXINT64);
  g_autoptr (EqpMessage) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autofree char *text = NULL;

  eqp_message_text (message, "a", "line\nbreak {b} \\");
  eqp_message_number (message, "b", G_MININT64);
  eqp_message_date (message, "c", EQP_DATE_NONE);
  eqp_message_word (message, "d", "Council");
  eqp_message_names (message, "e", "é", "");
  json = eqp_message_to_json (message);
  g_assert_null (strchr (json, '\n'));
  again = eqp_message_from_json (json, &error);
  g_assert_no_error (error);
  json_again = eqp_message_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
  text = eqp_message_render (message, EQP_LANGUAGE_FR);
  assert_render (again, EQP_LANGUAGE_FR, text);
}

static void
test_json_refused (void)
{
  static const char *const wrong[] = {
    NULL,
    "",
    "x",
    "[]",
    "\"Council\"",
    "{}",
    "{\"id\":1}",
    "{\"id\":null}",
    "{\"id\":\"a\",\"plural\":\"b\"}",
    "{\"id\":\"a\",\"plural\":1,\"n\":1}",
    "{\"id\":\"a\",\"plural\":\"b\",\"n\":\"1\"}",
    "{\"id\":\"a\",\"args\":[]}",
    "{\"id\":\"a\",\"args\":null}",
    "{\"id\":\"a\",\"args\":{\"x\":\"y\"}}",
    "{\"id\":\"a\",\"args\":{\"x\":{}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"text\"}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"text\",\"v\":1}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"word\",\"v\":null}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"number\",\"v\":\"1\"}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"number\",\"v\":1.5}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"date\",\"v\":\"2026-02-30\"}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"names\",\"fr\":\"y\"}}}",
    "{\"id\":\"a\",\"args\":{\"x\":{\"t\":\"colour\",\"v\":\"y\"}}}",
    "{\"id\":\"a\"",
    "{\"id\":\"a\\372\"}", /* a byte in octal, as in C, which would be no UTF-8 */
    "{\"id\":\"a\",\"args\":{\"x\\372\":{\"t\":\"text\",\"v\":\"y\"}}}",
    "{\"id\":\"a\\",
    "{\"id\":\"a\\ud800\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (eqp_message_from_json (wrong[i], &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "The history holds a sentence that cannot be read: “"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = NULL;
  int              status;

  test_init (&argc, &argv);
  dir = test_mo_make_locale_dir ();
  g_setenv ("EQUIPOLE_LOCALEDIR", dir, TRUE);
  g_test_add_func ("/base/message/placeholders", test_placeholders);
  g_test_add_func ("/base/message/unknown-placeholder", test_unknown_placeholder);
  g_test_add_func ("/base/message/one-pass", test_one_pass);
  g_test_add_func ("/base/message/values", test_values);
  g_test_add_func ("/base/message/counts", test_counts);
  g_test_add_func ("/base/message/references", test_references);
  g_test_add_func ("/base/message/json/written", test_json_written);
  g_test_add_func ("/base/message/json/round-trip", test_json_round_trip);
  g_test_add_func ("/base/message/json/refused", test_json_refused);
  status = g_test_run ();
  test_mo_remove_locale_dir (dir);
  return status;
}
