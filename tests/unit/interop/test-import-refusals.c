/* test-import-refusals.c — what an import refuses: each code with its line and column, and whole tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "tests/test-folder.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *kind;
  const char *table;
  guint       line;
  const char *column;
  const char *code;
  const char *in_message;
} Refusal;

/* Beside each bad row stands a good one, which goes in. */
static const Refusal refusals[] = {
  { "date", "mandates", "body;person;category;from\nCPER-01;P1;teacher;31/02/2026\nCPER-01;P2;teacher;\n", 2, "from", "BAD-DATE", "31/02/2026" },
  { "date-order", "mandates", "body;person;category;from;to\nCPER-01;P2;teacher;;\nCPER-01;P1;teacher;2026-09-01;2026-08-31\n", 3, "to",
    "DATES-ORDER", NULL },
  { "body", "mandates", "conseil;person;category\nCPER-99;P1;teacher\nCPER-01;P2;teacher\n", 2, "conseil", "UNKNOWN-BODY", "CPER-99" },
  { "person", "mandates", "body;person;category\nCPER-01;P99;teacher\nCPER-01;P2;teacher\n", 2, "person", "UNKNOWN-PERSON", "P99" },
  { "category", "mandates", "body;person;category\nCPER-01;P1;emperor\nCPER-01;P2;teacher\n", 2, "category", "UNKNOWN-CATEGORY", "emperor" },
  { "institution", "mandates", "body;person;category;institution\nCPER-01;P1;teacher;NOPE\nCPER-01;P2;teacher;\n", 2, "institution",
    "UNKNOWN-INSTITUTION", "NOPE" },
  { "replaced-person", "mandates", "body;person;category;replaces\nCPER-01;P1;teacher;P99\nCPER-01;P2;teacher;\n", 2, "replaces",
    "UNKNOWN-PERSON", "P99" },
  { "replaced-mandate", "mandates", "body;person;category;replaces\nCPER-02;P1;teacher;P2\nCPER-01;P2;teacher;\n", 2, "replaces",
    "UNKNOWN-MANDATE", NULL },
  { "function", "mandates", "body;person;category;function\nCPER-01;P1;teacher;king\nCPER-01;P2;teacher;chair\n", 2, "function", "BAD-CHOICE", "king" },
  { "yes-no", "mandates", "body;person;category;represents_employer\nCPER-01;P1;teacher;perhaps\nCPER-01;P2;teacher;oui\n", 2,
    "represents_employer", "BAD-CHOICE", "perhaps" },
  { "duplicate", "mandates", "body;person;category;from;to\nCPER-01;P1;teacher;2026-09-01;\nCPER-01;P1;teacher;01/09/2026;2027-01-01\n", 3, "",
    "DUPLICATE", NULL },
  { "number", "enrolments", "person;course;year\nP1;C1;soon\nP2;C1;2026\n", 2, "year", "BAD-NUMBER", "soon" },
  { "course", "teaching", "person;course;year\nP1;C99;2026\nP2;C1;2026\n", 2, "course", "UNKNOWN-COURSE", "C99" },
  { "missing", "people", "code;family_name;given_name\nP5;;Ève\nP6;Leroy;\n", 2, "family_name", "MISSING", NULL },
  { "missing-code", "people", "code;family_name;given_name\n;Leroy;Ève\nP6;Leroy;\n", 2, "code", "MISSING", NULL },
  { "home", "people", "code;family_name;given_name;institution\nP5;Leroy;Ève;NOPE\nP6;Leroy;;INST\n", 2, "institution", "UNKNOWN-INSTITUTION", "NOPE" },
  { "home-side", "people", "code;family_name;given_name;side\nP5;Leroy;Ève;left\nP6;Leroy;;other\n", 2, "side", "BAD-CHOICE", "left" },
  { "uai", "institutions", "code;name;uai\nX;Lycée;0999999A\nY;Lycée;\n", 2, "uai", "BAD-UAI", "0999999A" },
  { "siret", "institutions", "code;name;siret\nX;Société;12345678901234\nY;Société;\n", 2, "siret", "BAD-SIRET", "12345678901234" },
  { "parent", "institutions", "code;name;parent\nX;Un;NOPE\nY;Deux;Z\nZ;Trois;\n", 2, "parent", "UNKNOWN-INSTITUTION", "NOPE" },
  { "mention", "courses", "code;name_fr;mention\nX;Un;NOPE\nY;Deux;M1\n", 2, "mention", "UNKNOWN-MENTION", "NOPE" },
  { "site", "courses", "code;name_fr;mention;sites\nX;Un;M1;NOPE\nY;Deux;M1;\n", 2, "sites", "UNKNOWN-SITE", "NOPE" },
  { "statute", "bodies", "code;name_fr;statute\nX;Un;NOPE\nY;Deux;COPIL\n", 2, "statute", "UNKNOWN-STATUTE", "NOPE" },
  { "decision-date", "bodies", "code;name_fr;decision_date\nX;Un;someday\nY;Deux;\n", 2, "decision_date", "BAD-DATE", "someday" },
  { "decision-without-date", "bodies", "code;name_fr;decision_date;decision_ref\nX;Un;;n° 4\nY;Deux;;\n", 2, "decision_ref", "MISSING", "n° 4" },
  { "range", "categories", "statute;code;name_fr;min;max\nCPER;x;X;3;2\nCPER;y;Y;2;3\n", 2, "max", "BAD-NUMBER", NULL },
  { "quote", "people", "code;family_name;given_name\n\"P5\"x;Leroy;Ève\nP6;Leroy;\n", 2, "", "BAD-QUOTE", NULL },
  { "too-many-cells", "people", "code;family_name;given_name\nP5;Leroy;Ève;more\nP6;Leroy;;\n", 2, "", "TOO-MANY-CELLS", NULL },
};

static void
test_refusal (EqpTestFile  *file,
              gconstpointer data)
{
  const Refusal *expected = data;
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, expected->kind, expected->table, EQP_IMPORT_DEFAULT);
  const EqpRefusal *refusal;

  g_assert_cmpuint (report->refused->len, ==, 1);
  g_assert_cmpuint (report->added, >=, 1);
  refusal = g_ptr_array_index (report->refused, 0);
  g_assert_cmpstr (refusal->code, ==, expected->code);
  g_assert_cmpuint (refusal->line, ==, expected->line);
  g_assert_cmpstr (refusal->column, ==, expected->column);
  g_assert_cmpint (refusal->message[strlen (refusal->message) - 1], ==, '.');
  if (expected->in_message != NULL)
    g_assert_nonnull (strstr (refusal->message, expected->in_message));
}

/* What waits for another row that is itself refused is refused in the end, by line. */
static void
test_chain (EqpTestFile  *file,
            gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "institutions",
                                                             "code;name;parent;uai\nA;Un;B;\nB;Deux;C;\nC;Trois;;0000000X\nD;Quatre;E;\nE;Cinq;;\n",
                                                             EQP_IMPORT_DEFAULT);
  const char *const codes[] = { "UNKNOWN-INSTITUTION", "UNKNOWN-INSTITUTION", "BAD-UAI" };

  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpuint (report->refused->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const EqpRefusal *refusal = g_ptr_array_index (report->refused, i);

      g_assert_cmpuint (refusal->line, ==, i + 2);
      g_assert_cmpstr (refusal->code, ==, codes[i]);
    }
}

/* Nothing of a refused row is written, also not what is right in it. */
static void
test_whole_rows (EqpTestFile  *file,
                 gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people",
                                                             "code;family_name;given_name;institution\nP1;Changed;Anne;NOPE\n",
                                                             EQP_IMPORT_DEFAULT);

  g_assert_cmpuint (report->refused->len, ==, 1);
  g_assert_cmpint (report->entry, ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person WHERE family_name = 'Changed'"), ==, 0);
}

static void
assert_table_refused (EqpTestFile  *file,
                      const char   *text,
                      EqpInputError code,
                      const char   *in_message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = eqp_test_file_write (file, "people.csv", text, -1);

  g_assert_null (eqp_import_file (file->store, eqp_kind_get (EQP_KIND_PEOPLE), path, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, EQP_INPUT_ERROR, (gint)code);
  g_assert_nonnull (strstr (error->message, in_message));
}

static void
test_tables (EqpTestFile  *file,
             gconstpointer data)
{
  const char *const numens[] = { "NUMEN", "numen", "N.U.M.E.N.", "N° Numen", "numen_agent", " NuMen " };

  for (guint i = 0; i < G_N_ELEMENTS (numens); i++)
    {
      g_autofree char *text = g_strdup_printf ("code;family_name;given_name;%s\nP5;Leroy;Ève;06E1234567ABC\n", numens[i]);

      assert_table_refused (file, text, EQP_INPUT_ERROR_FORBIDDEN, "NUMEN");
    }
  assert_table_refused (file, "", EQP_INPUT_ERROR_MISSING, "people.csv");
  assert_table_refused (file, "code;given_name\nP5;Ève\n", EQP_INPUT_ERROR_MISSING, "family_name");
  assert_table_refused (file, "code;family_name;\"given_name\n", EQP_INPUT_ERROR_INVALID, "line 1");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 2);
  g_assert_false (eqp_header_is_numen ("Monument"));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/refusals/", refusals[i].name, NULL);

      g_test_add (path, EqpTestFile, &refusals[i], eqp_test_file_set_up, test_refusal, eqp_test_file_tear_down);
    }
  g_test_add ("/refusals/chain", EqpTestFile, NULL, eqp_test_file_set_up, test_chain, eqp_test_file_tear_down);
  g_test_add ("/refusals/whole-rows", EqpTestFile, NULL, eqp_test_file_set_up, test_whole_rows, eqp_test_file_tear_down);
  g_test_add ("/refusals/tables", EqpTestFile, NULL, eqp_test_file_set_up, test_tables, eqp_test_file_tear_down);
  return g_test_run ();
}
