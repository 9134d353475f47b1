/* test-import-parts.c — what a row says beside its record, and in other words: homes, links, decisions, years, columns named twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "tests/test-folder.h"

#include <string.h>

#define HOMES                                                                                                   \
  "SELECT group_concat (from_date || '/' || to_date || '/' || ifnull (code, '-') || '/' || s, ' ') FROM"        \
  " (SELECT a.from_date, a.to_date, i.code, a.side AS s FROM affiliation a JOIN person p ON p.id = a.person_id" \
  " LEFT JOIN institution i ON i.id = a.institution_id WHERE p.code = 'P1' ORDER BY a.from_date)"

static void
assert_text (EqpTestFile *file,
             const char  *sql,
             const char  *expected)
{
  g_autofree char *text = eqp_test_file_read (file, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_import (EqpTestFile *file,
               const char  *kind,
               const char  *table,
               guint        added,
               guint        updated,
               guint        unchanged)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, kind, table, EQP_IMPORT_DEFAULT);

  for (guint i = 0; i < report->refused->len; i++)
    {
      g_autofree char *sentence = eqp_refusal_dup_sentence (report->refused->pdata[i]);

      g_error ("%s", sentence);
    }
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->updated, ==, updated);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
}

/* A side in words of either language; of somebody who stays where they are, it is corrected, not begun anew. */
static void
test_side (EqpTestFile  *file,
           gconstpointer data)
{
  assert_import (file, "people", "code;family_name;given_name;institution;side\nP1;Duval;Anne;INST;Rectorat\n", 0, 1, 0);
  assert_text (file, HOMES, "//INST/rectorat");
  assert_import (file, "people", "code;family_name;given_name;side\nP1;Duval;Anne;rectorat\n", 0, 0, 1);
  assert_import (file, "people", "code;family_name;given_name;side\nP1;Duval;Anne;Université\n", 0, 1, 0);
  assert_text (file, HOMES, "//INST/university");
}

/* Somebody who came twice in one day came once. */
static void
test_moved_twice (EqpTestFile  *file,
                  gconstpointer data)
{
  assert_import (file, "people", "code;family_name;given_name;institution\nP1;Duval;Anne;RECT\n", 0, 1, 0);
  assert_import (file, "people", "code;family_name;given_name;institution\nP1;Duval;Anne;INST\n", 0, 1, 0);
  assert_text (file, HOMES, "/2026-11-20/INST/university 2026-11-21//INST/university");
}

/* Somebody without a home now: the first one was always there, a later one begins today. */
static void
test_new_home (EqpTestFile  *file,
               gconstpointer data)
{
  assert_import (file, "people", "code;family_name;given_name\nP5;Leroy;Ève\n", 1, 0, 0);
  assert_import (file, "people", "code;family_name;given_name;institution\nP5;Leroy;Ève;INST\n", 0, 1, 0);
  assert_text (file, "SELECT from_date || '/' || side FROM affiliation a JOIN person p ON p.id = a.person_id WHERE p.code = 'P5'", "/university");
  assert_import (file, "affiliations", "person;institution;from;to\nP5;INST;;2025-08-31\n", 0, 1, 0);
  assert_import (file, "people", "code;family_name;given_name;institution\nP5;Leroy;Ève;RECT\n", 0, 1, 0);
  assert_text (file, "SELECT from_date || '/' || side FROM affiliation a JOIN person p ON p.id = a.person_id"
                     " WHERE p.code = 'P5' AND to_date = ''",
               "2026-11-21/rectorat");
}

/* Empty places and a code said twice in a list count for nothing. */
static void
test_list (EqpTestFile  *file,
           gconstpointer data)
{
  eqp_test_file_take (file, "sites", "code;name;institution\nS1;Valmer;INST\nS2;Port-Clair;INST\n");
  assert_import (file, "courses", "code;name_fr;mention;sites\nC1;Parcours un;M1;\" , S1 || S2,S1;\"\n", 0, 1, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count (*) FROM course_site"), ==, 2);
  assert_import (file, "courses", "code;name_fr;mention;sites\nC1;Parcours un;M1;S2|S1\n", 0, 0, 1);
}

/* A decision's reference is left alone by a table that has no such column, and corrected by one that has. */
static void
test_decisions (EqpTestFile  *file,
                gconstpointer data)
{
  const char *const sql = "SELECT group_concat (d.kind || d.date || d.reference, ' ') FROM decision d JOIN body b ON b.id = d.body_id WHERE b.code = 'X'";

  assert_import (file, "bodies", "code;name_fr;decision_date;decision_ref\nX;Conseil;2026-09-01;n° 4\n", 1, 0, 0);
  assert_import (file, "bodies", "code;name_fr;decision_date\nX;Conseil;01/09/2026\n", 0, 0, 1);
  assert_text (file, sql, "decision2026-09-01n° 4");
  assert_import (file, "bodies", "code;name_fr;decision_date;decision_ref\nX;Conseil;01/09/2026;n° 5\n", 0, 1, 0);
  assert_text (file, sql, "decision2026-09-01n° 5");
  assert_import (file, "bodies", "code;name_fr;decision_date\nX;Conseil;\n", 0, 0, 1);
}

/* The statute that an empty cell stands for is chosen once; a sub-council's is its council's when that has no variant for sites. */
static void
test_statutes (EqpTestFile  *file,
               gconstpointer data)
{
  const char *const of_sub = "SELECT s.code FROM body b JOIN statute s ON s.id = b.statute_id WHERE b.code = 'SUB'";
  const char *const of_top = "SELECT s.code FROM body b JOIN statute s ON s.id = b.statute_id WHERE b.code = 'TOP'";

  assert_import (file, "bodies", "code;name_fr;statute;parent\nTOP;Comité;COPIL;\nSUB;Sous-comité;;TOP\n", 2, 0, 0);
  assert_text (file, of_sub, "COPIL");
  assert_import (file, "bodies", "code;name_fr;statute\nTOP;Comité;\n", 0, 0, 1);
  assert_text (file, of_top, "COPIL");
  assert_import (file, "categories", "statute;code;name_fr;position;min\nCPER;student;Représentation étudiante;;1\n", 0, 1, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count (*) FROM category c JOIN statute s ON s.id = c.statute_id"
                                              " WHERE s.code = 'CPER' AND c.position = 0"),
                   ==, 0);
}

/* Ways to write an academic year, and what only looks like one. */
static void
test_years (EqpTestFile  *file,
            gconstpointer data)
{
  static const char *const wrong[] = { "2026-2028", "20x6-2027", "2026-20x7", "2026 2027", "12345-678" };

  assert_import (file, "enrolments", "person;course;year\nP1;C1;2025/2026\nP1;C1;2026-2027\nP2;C1;2026\n", 3, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *table = g_strdup_printf ("person;course;year\nP2;C1;%s\n", wrong[i]);
      g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "enrolments", table, EQP_IMPORT_DEFAULT);

      g_assert_cmpuint (report->refused->len, ==, 1);
      g_assert_cmpstr (((EqpRefusal *)report->refused->pdata[0])->code, ==, "BAD-NUMBER");
    }
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count (*) FROM enrolment"), ==, 3);
}

/* The first of two columns with one name counts; the other is told of. A column at fault that the table lacks is called what it should be. */
static void
test_columns (EqpTestFile  *file,
              gconstpointer data)
{
  g_autoptr (EqpImportReport) twice = eqp_test_file_import (file, "people", "code;nom;prénom;Nom;\nP5;Leroy;Ève;Other;\n", EQP_IMPORT_DEFAULT);
  g_autoptr (EqpImportReport) lacking = eqp_test_file_import (file, "categories", "statute;code;name_fr;min\nCPER;student;Étudiants;99\n",
                                                              EQP_IMPORT_DEFAULT);
  const EqpRefusal *refusal;

  g_assert_cmpuint (twice->unknown_columns->len, ==, 1);
  g_assert_cmpstr (twice->unknown_columns->pdata[0], ==, "Nom");
  assert_text (file, "SELECT family_name FROM person WHERE code = 'P5'", "Leroy");
  g_assert_cmpuint (lacking->refused->len, ==, 1);
  refusal = lacking->refused->pdata[0];
  g_assert_cmpstr (refusal->column, ==, "max");
}

/* Where it is and what is wrong, on one line: with the column, if one is at fault. */
static void
test_sentences (EqpTestFile  *file,
                gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "enrolments", "person;course;year\nP1;C1;2026;more\nP1;C1;soon\nP2;C1;2026\n",
                                                             EQP_IMPORT_DEFAULT);
  const EqpRefusal *row = report->refused->pdata[0];
  const EqpRefusal *cell = report->refused->pdata[1];
  g_autofree char  *of_row = eqp_refusal_dup_sentence (row);
  g_autofree char  *of_cell = eqp_refusal_dup_sentence (cell);
  g_autofree char  *row_expected = g_strdup_printf ("line 2: %s (TOO-MANY-CELLS)", row->message);
  g_autofree char  *cell_expected = g_strdup_printf ("line 3, column “year”: %s (BAD-NUMBER)", cell->message);

  g_assert_cmpuint (report->refused->len, ==, 2);
  g_assert_cmpstr (of_row, ==, row_expected);
  g_assert_cmpstr (of_cell, ==, cell_expected);
}

/* Strictly, and nothing to complain of: it goes in, under a label that is true at once. */
static void
test_strict (EqpTestFile  *file,
             gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people", "code;family_name;given_name\nP5;Leroy;Ève\n", EQP_IMPORT_STRICT);

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpint (report->entry, >, 0);
  assert_text (file, "SELECT family_name FROM person WHERE code = 'P5'", "Leroy");
}

/* Into a file that may only be read; from something that is no table. */
static void
test_nothing_goes_in (EqpTestFile  *file,
                      gconstpointer data)
{
  const EqpKind   *kind = eqp_kind_get (EQP_KIND_PEOPLE);
  g_autofree char *path = eqp_test_file_write (file, "people.csv", "code;family_name;given_name\nP5;Leroy;Ève\n", -1);
  g_autofree char *none = g_build_filename (file->folder, "none.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) reader = eqp_store_open (eqp_store_get_path (file->store), eqp_store_get_schema (file->store), EQP_STORE_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_null (eqp_import_file (reader, kind, path, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  eqp_store_close (reader);
  g_assert_null (eqp_import_file (file->store, kind, none, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (eqp_import_file (file->store, kind, file->folder, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count (*) FROM person"), ==, 2);
}

static void
test_kinds (void)
{
  g_autofree char *names = eqp_kind_dup_names ();
  g_auto (GStrv) words = g_strsplit (names, ", ", -1);

  g_assert_null (eqp_kind_find ("People"));
  g_assert_null (eqp_kind_find (""));
  g_assert_cmpuint (g_strv_length (words), ==, EQP_N_KINDS);
  for (guint i = 0; i < EQP_N_KINDS; i++)
    g_assert_true (eqp_kind_find (words[i]) == eqp_kind_get (i));
}

#define ADD(name, func) g_test_add ("/import-parts/" name, EqpTestFile, NULL, eqp_test_file_set_up, func, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/import-parts/kinds", test_kinds);
  ADD ("side", test_side);
  ADD ("moved-twice", test_moved_twice);
  ADD ("new-home", test_new_home);
  ADD ("list", test_list);
  ADD ("decisions", test_decisions);
  ADD ("statutes", test_statutes);
  ADD ("years", test_years);
  ADD ("columns", test_columns);
  ADD ("sentences", test_sentences);
  ADD ("strict", test_strict);
  ADD ("nothing-goes-in", test_nothing_goes_in);
  return g_test_run ();
}
