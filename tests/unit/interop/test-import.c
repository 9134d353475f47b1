/* test-import.c — tables that go in: what is added, updated, left alone, and how columns are recognised */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <string.h>

#define PEOPLE                                                    \
  "code;family_name;given_name;civility;email;institution;side\n" \
  "P1;Duval;Anne;mme;anne@example.org;INST;university\n"          \
  "P3;Œuvray;Zoë;Mme;;RECT;\n"                                  \
  "P4;Petit;Luc;M.;;;rectorat\n"

#define assert_counts(report, n_added, n_updated, n_unchanged, n_refused) \
  G_STMT_START                                                            \
  {                                                                       \
    g_assert_cmpuint ((report)->added, ==, n_added);                      \
    g_assert_cmpuint ((report)->updated, ==, n_updated);                  \
    g_assert_cmpuint ((report)->unchanged, ==, n_unchanged);              \
    g_assert_cmpuint ((report)->refused->len, ==, n_refused);             \
  }                                                                       \
  G_STMT_END

#define assert_text(file, sql, expected)                     \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *found = eqp_test_file_read (file, sql); \
    g_assert_cmpstr (found, ==, expected);                   \
  }                                                          \
  G_STMT_END

static void
test_add_and_update (EqpTestFile  *file,
                     gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people",
                                                             "code;family_name;given_name;civility;email\n"
                                                             "P1;Duval;Anne;mme;anne@example.org\n"
                                                             "P3;Œuvray;Zoë;Mme;\n"
                                                             "P2;Morel;Marc;;\n",
                                                             EQP_IMPORT_DEFAULT);

  assert_counts (report, 1, 1, 1, 0);
  g_assert_cmpint (report->entry, !=, 0);
  assert_text (file, "SELECT civility FROM person WHERE code = 'P1'", "mme");
  assert_text (file, "SELECT given_name FROM person WHERE code = 'P3'", "Zoë");
}

static void
test_again (EqpTestFile  *file,
            gconstpointer data)
{
  g_autoptr (EqpImportReport) first = eqp_test_file_import (file, "people", PEOPLE, EQP_IMPORT_DEFAULT);
  gint64           entries = eqp_test_file_count (file, "SELECT count(*) FROM journal_entry");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            n_before;
  gsize            n_after;
  g_autoptr (EqpImportReport) second = NULL;

  assert_counts (first, 2, 1, 0, 0);
  g_assert_true (g_file_get_contents (eqp_store_get_path (file->store), &before, &n_before, NULL));
  second = eqp_test_file_import (file, "people", PEOPLE, EQP_IMPORT_DEFAULT);
  assert_counts (second, 0, 0, 3, 0);
  g_assert_cmpint (second->entry, ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM journal_entry"), ==, entries);
  g_assert_true (g_file_get_contents (eqp_store_get_path (file->store), &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_one_edit (EqpTestFile  *file,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people", PEOPLE, EQP_IMPORT_DEFAULT);
  g_autoptr (EqpEntry) entry = eqp_store_get_entry (file->store, report->entry, &error);
  g_autofree char *english = NULL;

  g_assert_no_error (error);
  english = eqp_entry_dup_sentence (entry, EQP_LANGUAGE_EN);
  g_assert_cmpstr (english, ==, "Imported 3 people from table.csv");
  g_assert_true (eqp_store_undo (file->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 2);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM affiliation"), ==, 2);
  assert_text (file, "SELECT civility FROM person WHERE code = 'P1'", "");
}

/* The label tells what went in, not what the table holds. */
static void
test_label_counts (EqpTestFile  *file,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people",
                                                             "code;family_name;given_name;civility\n"
                                                             "P1;Duval;Anne;\nP2;Morel;Marc;captain\nP5;Leroy;Ève;mme\n",
                                                             EQP_IMPORT_DEFAULT);
  g_autoptr (EqpEntry) entry = eqp_store_get_entry (file->store, report->entry, &error);
  g_autofree char *english = NULL;

  g_assert_no_error (error);
  assert_counts (report, 1, 0, 1, 1);
  english = eqp_entry_dup_sentence (entry, EQP_LANGUAGE_EN);
  g_assert_cmpstr (english, ==, "Imported 1 person from table.csv");
}

static void
test_headers (EqpTestFile  *file,
              gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people",
                                                             "Prénom,NOM DE FAMILLE,Remarque,Code,Courriel,Établissement,,Shoe size\n"
                                                             "Ève,Leroy,x,P5,eve@example.org,INST,y,37\n",
                                                             EQP_IMPORT_DEFAULT);

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (report->unknown_columns->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (report->unknown_columns, 0), ==, "Remarque");
  g_assert_cmpstr (g_ptr_array_index (report->unknown_columns, 1), ==, "Shoe size");
  assert_text (file, "SELECT family_name || given_name || email FROM person WHERE code = 'P5'", "LeroyÈveeve@example.org");
}

/* Every column of every kind answers to its own header, and no other column does. */
static void
test_every_header (void)
{
  for (guint i = 0; i < EQP_N_KINDS; i++)
    {
      const EqpKind *kind = eqp_kind_get (i);

      g_assert_cmpuint (kind->n_columns, <=, EQP_MAX_COLUMNS);
      g_assert_true (eqp_kind_find (kind->name) == kind);
      for (guint j = 0; j < kind->n_columns; j++)
        {
          g_autofree char *shouted = g_ascii_strup (kind->columns[j].header, -1);

          g_assert_cmpint (eqp_kind_match_header (kind, kind->columns[j].header), ==, j);
          g_assert_cmpint (eqp_kind_match_header (kind, g_strdelimit (shouted, "_", ' ')), ==, j);
        }
    }
}

static void
test_encodings (EqpTestFile  *file,
                gconstpointer data)
{
  static const char windows[] = "code;nom;pr\xe9nom\r\nP5;\x8cuvray;Zo\xeb\r\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = eqp_test_file_write (file, "windows.csv", windows, sizeof windows - 1);
  g_autoptr (EqpImportReport) report = eqp_import_file (file->store, eqp_kind_get (EQP_KIND_PEOPLE), path, EQP_IMPORT_DEFAULT,
                                                        NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_counts (report, 1, 0, 0, 0);
  assert_text (file, "SELECT family_name || ' ' || given_name FROM person WHERE code = 'P5'", "Œuvray Zoë");
}

/* An empty cell empties the field; a column that is not there leaves it alone. */
static void
test_empty_and_absent (EqpTestFile  *file,
                       gconstpointer data)
{
  eqp_test_file_take (file, "people", PEOPLE);
  eqp_test_file_take (file, "people", "code;family_name;given_name\nP1;Duval;Anna\n");
  assert_text (file, "SELECT given_name || email FROM person WHERE code = 'P1'", "Annaanne@example.org");
  eqp_test_file_take (file, "people", "code;family_name;given_name;email\nP1;Duval;Anna;\n");
  assert_text (file, "SELECT given_name || email FROM person WHERE code = 'P1'", "Anna");
}

static void
test_home (EqpTestFile  *file,
           gconstpointer data)
{
  eqp_test_file_take (file, "people", PEOPLE);
  /* The institution's side unless the table says another; a side alone is kept too. */
  assert_text (file, "SELECT side FROM affiliation a JOIN person p ON p.id = a.person_id WHERE p.code = 'P3'", "rectorat");
  assert_text (file, "SELECT side || (institution_id IS NULL) FROM affiliation a JOIN person p ON p.id = a.person_id WHERE p.code = 'P4'",
               "rectorat1");
  /* Who changes institution keeps the past. */
  eqp_test_file_take (file, "people", "code;family_name;given_name;institution\nP1;Duval;Anne;RECT\n");
  assert_text (file, "SELECT group_concat(from_date || '/' || to_date || '/' || side, ' ') FROM"
                     " (SELECT a.* FROM affiliation a JOIN person p ON p.id = a.person_id WHERE p.code = 'P1' ORDER BY from_date)",
               "/2026-11-20/university 2026-11-21//rectorat");
  /* What began today is corrected. */
  eqp_test_file_take (file, "people", "code;family_name;given_name;institution;side\nP1;Duval;Anne;INST;other\n");
  assert_text (file, "SELECT group_concat(from_date || '/' || to_date || '/' || side, ' ') FROM"
                     " (SELECT a.* FROM affiliation a JOIN person p ON p.id = a.person_id WHERE p.code = 'P1' ORDER BY from_date)",
               "/2026-11-20/university 2026-11-21//other");
}

static void
test_links (EqpTestFile  *file,
            gconstpointer data)
{
  const char *const sql = "SELECT group_concat(code, '|') FROM (SELECT s.code FROM course_site l JOIN site s ON s.id = l.site_id ORDER BY s.code)";

  eqp_test_file_take (file, "sites", "code;name;institution\nS1;Valmer;INST\nS2;Port-Clair;INST\nS3;Les Adrets;\n");
  eqp_test_file_take (file, "courses", "code;name_fr;mention;sites;components\nC1;Parcours un;M1;S1 | S2;INST\n");
  assert_text (file, sql, "S1|S2");
  eqp_test_file_take (file, "courses", "code;name_fr;mention;sites\nC1;Parcours un;M1;\"S3, S2\"\n");
  assert_text (file, sql, "S2|S3");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM course_component"), ==, 1);
  eqp_test_file_take (file, "courses", "code;name_fr;mention;sites\nC1;Parcours un;M1;\n");
  assert_text (file, sql, "");
}

static void
test_bodies (EqpTestFile  *file,
             gconstpointer data)
{
  static const char table[] =
    "code;name_fr;parent;mentions;courses;decision_date;decision_ref;proposal_date;annex_date\n"
    "SUB;Sous-conseil;NEW;;;;;;\n" /* names a row that comes later */
    "NEW;Conseil neuf;;M1;C1;01/09/2026;n° 4;2026-08-30;\n";
  g_autoptr (EqpImportReport) again = NULL;

  eqp_test_file_take (file, "bodies", table);
  assert_text (file, "SELECT s.code FROM body b JOIN statute s ON s.id = b.statute_id WHERE b.code = 'NEW'", "CPER");
  assert_text (file, "SELECT s.code FROM body b JOIN statute s ON s.id = b.statute_id WHERE b.code = 'SUB'", "CPER-SITE");
  assert_text (file, "SELECT group_concat(kind || ' ' || date || ' ' || reference, ', ') FROM (SELECT * FROM decision ORDER BY date)",
               "proposal 2026-08-30 , decision 2026-09-01 n° 4");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM body_mention"), ==, 1);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM body_course"), ==, 1);
  again = eqp_test_file_import (file, "bodies", table, EQP_IMPORT_DEFAULT);
  assert_counts (again, 0, 0, 2, 0);
}

static void
test_mandates (EqpTestFile  *file,
               gconstpointer data)
{
  static const char table[] =
    "body;person;category;function;represents_employer;institution;from;to;replaces\n"
    "CPER-01;P2;student;;non;;2026-10-01;;P1\n" /* follows a mandate that comes later */
    "CPER-01;P1;student;chair;oui;INST;2025-09-01;2026-09-30;\n"
    "CPER-01;P1;teacher;;;;;;\n";
  g_autoptr (EqpImportReport) first = eqp_test_file_import (file, "mandates", table, EQP_IMPORT_DEFAULT);
  g_autoptr (EqpImportReport) second = eqp_test_file_import (file, "mandates", table, EQP_IMPORT_DEFAULT);

  assert_counts (first, 3, 0, 0, 0);
  assert_counts (second, 0, 0, 3, 0);
  assert_text (file, "SELECT r.to_date FROM mandate m JOIN mandate r ON r.id = m.replaces_id", "2026-09-30");
  assert_text (file, "SELECT function || represents_employer FROM mandate WHERE to_date <> ''", "chair1");
}

static void
test_years (EqpTestFile  *file,
            gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "enrolments",
                                                             "person;course;year\nP1;C1;2026\nP2;C1;2026-2027\nP2;C1;2025/2026\nP1;C1;2024-2026\n",
                                                             EQP_IMPORT_DEFAULT);

  assert_counts (report, 3, 0, 0, 1);
  assert_text (file, "SELECT group_concat(year, ' ') FROM (SELECT year FROM enrolment ORDER BY year)", "2025 2026 2026");
}

static void
test_categories (EqpTestFile  *file,
                 gconstpointer data)
{
  eqp_test_file_take (file, "statutes", "code;name_fr\nJURY;Jury\n");
  eqp_test_file_take (file, "categories",
                      "statute;code;name_fr;min;max;votes\nJURY;president;Présidence;1;1;oui\nJURY;guest;Invités;;;0\n");
  /* In the order of the table; what is not said is as the schema has it. */
  assert_text (file, "SELECT group_concat(code || position || min || ifnull(max, '-') || counts || votes || may_chair, ' ') FROM"
                     " (SELECT c.* FROM category c JOIN statute s ON s.id = c.statute_id WHERE s.code = 'JURY' ORDER BY position)",
               "president111110 guest20-100");
}

/* Names do for codes when only one record has them (C-33). */
static void
test_names_for_codes (EqpTestFile  *file,
                      gconstpointer data)
{
  g_autoptr (EqpImportReport) report = NULL;

  eqp_test_file_take (file, "mandates", "body;person;category\ncper-01;DUVAL Anne;Représentation Etudiante\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM mandate"), ==, 1);
  eqp_test_file_take (file, "people", "code;family_name;given_name\nP9;Duval;Anne\n");
  report = eqp_test_file_import (file, "mandates", "body;person;category\nCPER-02;Anne Duval;student\n", EQP_IMPORT_DEFAULT);
  assert_counts (report, 0, 0, 0, 1);
  g_assert_cmpstr (((EqpRefusal *)g_ptr_array_index (report->refused, 0))->code, ==, "UNKNOWN-PERSON");
}

static void
test_dry_run (EqpTestFile  *file,
              gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people", PEOPLE, EQP_IMPORT_DRY_RUN);

  assert_counts (report, 2, 1, 0, 0);
  g_assert_cmpint (report->entry, ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 2);
}

static void
test_strict (EqpTestFile  *file,
             gconstpointer data)
{
  static const char table[] = "code;family_name;given_name\nP5;Leroy;Ève\nP6;;Sans nom\n";
  g_autoptr (EqpImportReport) strict = eqp_test_file_import (file, "people", table, EQP_IMPORT_STRICT);
  g_autoptr (EqpImportReport) lenient = NULL;

  assert_counts (strict, 0, 0, 0, 1);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 2);
  lenient = eqp_test_file_import (file, "people", table, EQP_IMPORT_DEFAULT);
  assert_counts (lenient, 1, 0, 0, 1);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 3);
}

static void
stop (double   fraction,
      gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (EqpTestFile  *file,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = eqp_test_file_write (file, "people.csv", PEOPLE, -1);

  g_assert_null (eqp_import_file (file->store, eqp_kind_get (EQP_KIND_PEOPLE), path, EQP_IMPORT_DEFAULT, stop, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM person"), ==, 2);
}

static void
test_report_json (EqpTestFile  *file,
                  gconstpointer data)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (file, "people", "code;nom;prénom;pointure\nP5;;Ève;37\n", EQP_IMPORT_DEFAULT);
  g_autofree char  *json = eqp_import_report_to_json (report);
  const char *const parts[] = {
    "\"kind\" : \"people\"",
    "\"added\" : 0",
    "\"updated\" : 0",
    "\"unchanged\" : 0",
    "\"line\" : 2",
    "\"column\" : \"nom\"",
    "\"code\" : \"MISSING\"",
    "\"unknown_columns\" : [\n    \"pointure\"\n  ]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (json, parts[i]));
}

#define ADD(name, func) g_test_add ("/import/" name, EqpTestFile, NULL, eqp_test_file_set_up, func, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/import/every-header", test_every_header);
  ADD ("add-and-update", test_add_and_update);
  ADD ("again", test_again);
  ADD ("one-edit", test_one_edit);
  ADD ("label-counts", test_label_counts);
  ADD ("headers", test_headers);
  ADD ("encodings", test_encodings);
  ADD ("empty-and-absent", test_empty_and_absent);
  ADD ("home", test_home);
  ADD ("links", test_links);
  ADD ("bodies", test_bodies);
  ADD ("mandates", test_mandates);
  ADD ("years", test_years);
  ADD ("categories", test_categories);
  ADD ("names-for-codes", test_names_for_codes);
  ADD ("dry-run", test_dry_run);
  ADD ("strict", test_strict);
  ADD ("cancel", test_cancel);
  ADD ("report-json", test_report_json);
  return g_test_run ();
}
