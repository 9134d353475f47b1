/* test-rule-sides.c — every rule of the reference data, on both sides of its boundary: tables that may lack none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-sides.h"
#include "tests/test-folder.h"

#include <string.h>

static void
test_bodies (void)
{
  const RuleSide *side;

  for (guint i = 0; (side = rule_sides_get_body (i)) != NULL; i++)
    {
      g_test_message ("%s", side->code);
      for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity <= EQP_SEVERITY_INFORMATION; severity++)
        {
          g_assert_cmpint (rule_sides_check_body (i, FALSE, severity), ==, EQP_N_SEVERITIES);
          g_assert_cmpint (rule_sides_check_body (i, TRUE, severity), ==, severity);
        }
      g_assert_cmpint (rule_sides_check_body (i, TRUE, EQP_SEVERITY_OFF), ==, EQP_N_SEVERITIES);
    }
}

static void
test_exchanges (void)
{
  const RuleSide *side;

  for (guint i = 0; (side = rule_sides_get_exchange (i)) != NULL; i++)
    {
      g_test_message ("%s", side->code);
      g_assert_cmpint (rule_sides_check_exchange (i, FALSE), ==, EQP_N_SEVERITIES);
      g_assert_cmpint (rule_sides_check_exchange (i, TRUE), <=, EQP_SEVERITY_INFORMATION);
    }
}

static gboolean
is_in_bodies (const char *rule)
{
  const RuleSide *side;

  for (guint i = 0; (side = rule_sides_get_body (i)) != NULL; i++)
    if (strcmp (side->rule, rule) == 0)
      return TRUE;
  return FALSE;
}

static int
find_exchange (const char *rule)
{
  const RuleSide *side;

  for (guint i = 0; (side = rule_sides_get_exchange (i)) != NULL; i++)
    if (strcmp (side->rule, rule) == 0)
      return (int)i;
  return -1;
}

/* No rule of a new file, and none that the program knows, is missing above; a new file's severities are the program's. */
static void
test_all_are_there (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("EQUIPOLE_DATADIR"), "reference", "rules.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const EqpRule *rules;
  guint          n_rules;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_suffix (lines[0], "statute;rule;severity;source"));
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", 4);
      int index = find_exchange (cells[1]);

      if (strcmp (cells[0], "POLE") != 0 ? !is_in_bodies (cells[1]) : index < 0)
        g_error ("The rule “%s” of %s is not in the tables of this test", cells[1], cells[0]);
      if (index >= 0)
        g_assert_cmpstr (eqp_severity_get_code (rule_sides_check_exchange ((guint)index, TRUE)), ==, cells[2]);
    }
  rules = eqp_rule_list (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    if (!is_in_bodies (rules[i].name))
      g_error ("The rule “%s” is not in the tables of this test", rules[i].name);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/rule-sides/bodies", test_bodies);
  g_test_add_func ("/rule-sides/exchanges", test_exchanges);
  g_test_add_func ("/rule-sides/all-are-there", test_all_are_there);
  return g_test_run ();
}
