/* test-finding.c — a finding's sentences, figures and place in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bodies/eqp-finding.h"
#include "tests/test-folder.h"

static EqpFinding *
new_finding (const char *body,
             EqpSeverity severity,
             const char *code,
             const char *subject)
{
  EqpFinding *finding = eqp_finding_new (code, severity, eqp_message_new ("Something."));

  eqp_finding_set_body (finding, *body != '\0' ? 1 : 0, body);
  eqp_finding_set_subject (finding, subject);
  return finding;
}

static void
test_defaults (void)
{
  g_autoptr (EqpFinding) finding = eqp_finding_new ("X-1", EQP_SEVERITY_WARNING, eqp_message_new ("Something."));
  g_autofree char *cure = eqp_finding_dup_cure (finding, EQP_LANGUAGE_FR);
  g_autofree char *source = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  guint            n_values;

  g_assert_cmpstr (eqp_finding_get_body_code (finding), ==, "");
  g_assert_cmpint (eqp_finding_get_body_id (finding), ==, 0);
  g_assert_cmpstr (eqp_finding_get_subject (finding), ==, "");
  g_assert_null (eqp_finding_get_category (finding));
  g_assert_cmpint (eqp_finding_get_mandate (finding), ==, 0);
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_NONE);
  g_assert_cmpstr (cure, ==, "");
  g_assert_cmpstr (source, ==, "");
  eqp_finding_get_values (finding, &n_values);
  g_assert_cmpuint (n_values, ==, 0);
}

static void
test_values (void)
{
  g_autoptr (EqpFinding) finding = eqp_finding_new ("X-1", EQP_SEVERITY_ERROR, eqp_message_new ("Something."));
  const EqpFindingValue *values;
  guint                  n_values;

  eqp_finding_add_number (finding, "count", 7);
  eqp_finding_add_text (finding, "side", "rectorat");
  values = eqp_finding_get_values (finding, &n_values);
  g_assert_cmpuint (n_values, ==, 2);
  g_assert_cmpstr (values[0].name, ==, "count");
  g_assert_cmpint (values[0].type, ==, EQP_VALUE_NUMBER);
  g_assert_cmpint (values[0].number, ==, 7);
  g_assert_cmpstr (values[1].name, ==, "side");
  g_assert_cmpint (values[1].type, ==, EQP_VALUE_TEXT);
  g_assert_cmpstr (values[1].text, ==, "rectorat");
}

static void
test_source (void)
{
  g_autoptr (EqpFinding) finding = eqp_finding_new ("X-1", EQP_SEVERITY_ERROR, eqp_message_new ("Something."));
  g_autofree char *bare = NULL;
  g_autofree char *quoted = NULL;

  eqp_finding_set_source (finding, "C-09", "");
  bare = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (bare, ==, "C-09");
  eqp_finding_set_source (finding, "C-09", "Neuf membres.");
  quoted = eqp_finding_dup_source (finding, EQP_LANGUAGE_EN);
  g_assert_cmpstr (quoted, ==, "C-09: “Neuf membres.”");
}

static void
test_properties (void)
{
  g_autoptr (EqpFinding) finding = eqp_finding_new ("X-1", EQP_SEVERITY_WARNING, eqp_message_text (eqp_message_new ("{a} sits."), "a", "Anne"));
  g_autofree char *code = NULL;
  g_autofree char *message = NULL;
  g_autofree char *cure = NULL;
  g_autofree char *source = NULL;
  g_autofree char *body = NULL;
  g_autofree char *subject = NULL;
  int              severity;

  eqp_finding_set_body (finding, 3, "CPER-07");
  eqp_finding_set_subject (finding, "P1");
  eqp_finding_set_source (finding, "C-10", "");
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_message_new ("Appoint somebody."));
  g_object_get (finding, "code", &code, "severity", &severity, "message", &message, "cure", &cure, "source", &source,
                "body-code", &body, "subject", &subject, NULL);
  g_assert_cmpstr (code, ==, "X-1");
  g_assert_cmpint (severity, ==, EQP_SEVERITY_WARNING);
  g_assert_cmpstr (message, ==, "Anne sits.");
  g_assert_cmpstr (cure, ==, "Appoint somebody.");
  g_assert_cmpstr (source, ==, "C-10");
  g_assert_cmpstr (body, ==, "CPER-07");
  g_assert_cmpstr (subject, ==, "P1");
  g_assert_cmpint (eqp_finding_get_cure_kind (finding), ==, EQP_CURE_APPOINT);
}

static void
test_severities (void)
{
  g_assert_cmpstr (eqp_severity_get_code (EQP_SEVERITY_ERROR), ==, "error");
  g_assert_cmpstr (eqp_severity_get_code (EQP_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (eqp_severity_get_code (EQP_SEVERITY_INFORMATION), ==, "information");
  g_assert_cmpstr (eqp_severity_get_code (EQP_SEVERITY_OFF), ==, "off");
  g_assert_cmpstr (eqp_severity_get_label (EQP_SEVERITY_ERROR, EQP_LANGUAGE_EN), ==, "Error");
  g_assert_cmpstr (eqp_severity_get_label (EQP_SEVERITY_INFORMATION, EQP_LANGUAGE_EN), ==, "Information");
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) order = g_string_new (NULL);

  g_ptr_array_add (findings, new_finding ("B", EQP_SEVERITY_ERROR, "A", ""));
  g_ptr_array_add (findings, new_finding ("A", EQP_SEVERITY_INFORMATION, "A", ""));
  g_ptr_array_add (findings, new_finding ("A", EQP_SEVERITY_ERROR, "C", "2"));
  g_ptr_array_add (findings, new_finding ("A", EQP_SEVERITY_ERROR, "C", "1"));
  g_ptr_array_add (findings, new_finding ("A", EQP_SEVERITY_WARNING, "B", ""));
  g_ptr_array_add (findings, new_finding ("", EQP_SEVERITY_INFORMATION, "Z", "9"));
  g_ptr_array_add (findings, new_finding ("A", EQP_SEVERITY_ERROR, "B", "3"));
  g_ptr_array_sort (findings, eqp_finding_compare);
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (order, "%s/%s/%s/%s ", eqp_finding_get_body_code (finding),
                              eqp_severity_get_code (eqp_finding_get_severity (finding)), eqp_finding_get_code (finding),
                              eqp_finding_get_subject (finding));
    }
  g_assert_cmpstr (order->str, ==, "/information/Z/9 A/error/B/3 A/error/C/1 A/error/C/2 A/warning/B/ A/information/A/ B/error/A/ ");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/finding/defaults", test_defaults);
  g_test_add_func ("/finding/values", test_values);
  g_test_add_func ("/finding/source", test_source);
  g_test_add_func ("/finding/properties", test_properties);
  g_test_add_func ("/finding/severities", test_severities);
  g_test_add_func ("/finding/order", test_order);
  return g_test_run ();
}
