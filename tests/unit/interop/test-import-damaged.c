/* test-import-damaged.c — an import into a file of which a table is lost, or cannot be read or written: all of it or nothing, and a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "eqp-test-interop.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <string.h>

/* An overflow is an error of the row at hand. */
static const struct
{
  const char *name;
  const char *damage[3];
  const char *repair[3];
} ways[] = {
  { "lost", { "ALTER TABLE %s RENAME TO kept" }, { "ALTER TABLE kept RENAME TO %s" } },
  { "unreadable",
    { "ALTER TABLE %s RENAME TO kept", "CREATE VIEW %s AS SELECT * FROM kept WHERE abs (-9223372036854775807 - 1 + (id IS NULL))" },
    { "DROP VIEW %s", "ALTER TABLE kept RENAME TO %s" } },
  { "unreadable from the second row",
    { "ALTER TABLE %s RENAME TO kept", "CREATE VIEW %s AS SELECT * FROM kept WHERE abs (-9223372036854775807 - (id > (SELECT min (id) FROM kept)))" },
    { "DROP VIEW %s", "ALTER TABLE kept RENAME TO %s" } },
  { "not to be added to",
    { "CREATE TRIGGER no_insert BEFORE INSERT ON %s BEGIN SELECT raise (ABORT, 'no'); END" },
    { "DROP TRIGGER no_insert" } },
  { "not to be changed",
    { "CREATE TRIGGER no_update BEFORE UPDATE ON %s BEGIN SELECT raise (ABORT, 'no'); END" },
    { "DROP TRIGGER no_update" } },
  { "not to be taken from",
    { "CREATE TRIGGER no_delete BEFORE DELETE ON %s BEGIN SELECT raise (ABORT, 'no'); END" },
    { "DROP TRIGGER no_delete" } },
};

/* New rows and known ones, and all that stands beside them. */
static const struct
{
  const char *kind;
  const char *reads; /* the tables that it touches */
  const char *table;
} imports[] = {
  { "people", "person institution affiliation",
    "code;family_name;given_name;institution;side\nP1;Duval;Anna;RECT;\nP2;Morel;Marc;INST;other\nP5;Leroy;Ève;INST;\nP6;Garance;;;other\n" },
  { "courses", "course course_site institution",
    "code;name_fr;mention;sites;components\nC1;Parcours premier;M1;S2;RECT\nC5;Parcours cinq;M1;S1|S2;INST\n" },
  { "bodies", "body decision",
    "code;name_fr;parent;mentions;decision_date;decision_ref\nB1;Conseil un;;M1;2026-09-01;n° 5\nB2;Sous-conseil;B1;;2026-09-02;\n" },
  { "mandates", "mandate person body category",
    "body;person;category;from;replaces\nCPER-01;P1;teacher;2026-10-01;P2\nCPER-01;P2;teacher;2025-09-01;\n" },
  { "categories", "category",
    "statute;code;name_fr;position\nCPER;student;Étudiants;\nCPER;guest;Invités;\n" },
};

static void
run_sql (EqpStore          *store,
         const char *const *statements, /* up to three */
         const char        *table)
{
  for (guint i = 0; i < 3 && statements[i] != NULL; i++)
    {
      g_autoptr (GString) sql = g_string_new (statements[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (EqpQuery) query = NULL;

      g_string_replace (sql, "%s", table, 0);
      query = eqp_store_query (store, &error, g_intern_string (sql->str), NULL);
      g_assert_no_error (error);
      g_assert_false (eqp_query_next (query, &error));
      g_assert_no_error (error);
    }
}

static void
set_up (EqpTestFile  *file,
        gconstpointer data)
{
  eqp_test_file_set_up (file, data);
  eqp_test_file_take (file, "sites", "code;name;institution\nS1;Valmer;INST\nS2;Port-Clair;INST\n");
  eqp_test_file_take (file, "courses", "code;name_fr;mention;sites;components\nC1;Parcours un;M1;S1;INST\n");
  eqp_test_file_take (file, "bodies", "code;name_fr;mentions;decision_date;decision_ref\nB1;Conseil;M1;2026-09-01;n° 4\n");
  eqp_test_file_take (file, "mandates", "body;person;category;from;to\nCPER-01;P2;teacher;2025-09-01;2026-09-30\n");
}

/* Everything that an edit could have changed. */
static char *
dup_state (EqpTestFile *file)
{
  return eqp_test_file_read (file, "SELECT (SELECT count (*) FROM journal_entry) || ' ' || (SELECT count (*) FROM journal_change) || ' ' ||"
                                   " (SELECT count (*) FROM person) || ' ' || (SELECT count (*) FROM course_site) || ' ' ||"
                                   " (SELECT count (*) FROM decision) || ' ' || (SELECT count (*) FROM mandate)");
}

static void
import_damaged (EqpTestFile *file,
                guint        import,
                guint        way,
                const char  *table)
{
  const EqpKind   *kind = eqp_kind_find (imports[import].kind);
  g_autofree char *path = eqp_test_file_write (file, "table.csv", imports[import].table, -1);
  g_autofree char *before = dup_state (file);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = NULL;

  run_sql (file->store, ways[way].damage, table);
  report = eqp_import_file (file->store, kind, path, EQP_IMPORT_STRICT, NULL, NULL, NULL, &error);
  run_sql (file->store, ways[way].repair, table);
  if (report == NULL)
    {
      g_assert_cmpuint (error->domain, ==, EQP_STORE_ERROR);
      g_assert_null (strchr (error->message, '\n'));
    }
  else
    {
      g_assert_no_error (error);
    }
  if (report == NULL || report->refused->len > 0)
    {
      after = dup_state (file);
      g_assert_cmpstr (before, ==, after);
      return;
    }
  /* What was damaged was not needed: the import is taken back for the next one. */
  if (report->entry != 0)
    {
      g_assert_true (eqp_store_undo (file->store, report->entry, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_table (EqpTestFile  *file,
            gconstpointer data)
{
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint import = 0; import < G_N_ELEMENTS (imports); import++)
      {
        g_auto (GStrv) reads = g_strsplit (imports[import].reads, " ", -1);

        if (!g_strv_contains ((const char *const *)reads, data))
          continue;
        g_test_message ("%s into a file whose table %s is %s", imports[import].kind, (const char *)data, ways[way].name);
        import_damaged (file, import, way, data);
      }
}

/* Each of them works on a whole file, or the damage would not be to blame. */
static void
test_whole (EqpTestFile  *file,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      g_autoptr (EqpImportReport) report = eqp_test_file_import (file, imports[i].kind, imports[i].table, EQP_IMPORT_STRICT);

      if (report->refused->len > 0)
        g_error ("%s: %s", imports[i].kind, ((EqpRefusal *)report->refused->pdata[0])->message);
      g_assert_cmpuint (report->added, >, 0);
    }
}

/* A table without which its own kind cannot come in. */
static void
test_lost (EqpTestFile  *file,
           gconstpointer data)
{
  static const char *const needed[] = { "person", "course", "body", "mandate", "category" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autofree char *path = eqp_test_file_write (file, "table.csv", imports[i].table, -1);
      g_autoptr (GError) error = NULL;

      run_sql (file->store, ways[0].damage, needed[i]);
      g_assert_null (eqp_import_file (file->store, eqp_kind_find (imports[i].kind), path, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
      g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
      run_sql (file->store, ways[0].repair, needed[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const tables[] = {
    "person",
    "institution",
    "affiliation",
    "course",
    "course_site",
    "body",
    "decision",
    "mandate",
    "category",
  };

  test_init (&argc, &argv);
  g_test_add ("/import-damaged/whole", EqpTestFile, NULL, set_up, test_whole, eqp_test_file_tear_down);
  g_test_add ("/import-damaged/lost", EqpTestFile, NULL, set_up, test_lost, eqp_test_file_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat ("/import-damaged/", tables[i], NULL);

      g_test_add (name, EqpTestFile, tables[i], set_up, test_table, eqp_test_file_tear_down);
    }
  return g_test_run ();
}
