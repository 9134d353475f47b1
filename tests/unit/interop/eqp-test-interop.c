/* eqp-test-interop.c — a new file in a folder of its own, and tables made of strings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "eqp-test-interop.h"

#include "interop/eqp-new-file.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

void
eqp_test_file_set_up (EqpTestFile  *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("equipole-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "pole.eqp", NULL);
  self->store = eqp_pole_create (path, FALSE, &error);
  g_assert_no_error (error);
  eqp_test_file_take (self, "institutions", "code;name;kind;side\nINST;Université de Valmer;university;university\nRECT;Rectorat;rectorat;rectorat\n");
  eqp_test_file_take (self, "people", "code;family_name;given_name;institution\nP1;Duval;Anne;INST\nP2;Morel;Marc;INST\n");
  eqp_test_file_take (self, "mentions", "code;name_fr\nM1;Mention une\n");
  eqp_test_file_take (self, "courses", "code;name_fr;mention\nC1;Parcours un;M1\n");
}

void
eqp_test_file_tear_down (EqpTestFile  *self,
                         gconstpointer data)
{
  eqp_store_close (self->store);
  g_assert_finalize_object (self->store);
  test_remove_tree (self->folder);
  g_free (self->folder);
}

char *
eqp_test_file_write (EqpTestFile *self,
                     const char  *name,
                     const char  *text,
                     gssize       length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

EqpImportReport *
eqp_test_file_import (EqpTestFile   *self,
                      const char    *kind,
                      const char    *text,
                      EqpImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = eqp_test_file_write (self, "table.csv", text, -1);
  EqpImportReport *report = eqp_import_file (self->store, eqp_kind_find (kind), path, flags, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* A table in which no row is bad. */
void
eqp_test_file_take (EqpTestFile *self,
                    const char  *kind,
                    const char  *text)
{
  g_autoptr (EqpImportReport) report = eqp_test_file_import (self, kind, text, EQP_IMPORT_DEFAULT);

  for (guint i = 0; i < report->refused->len; i++)
    {
      const EqpRefusal *refusal = g_ptr_array_index (report->refused, i);

      g_error ("line %u: %s: %s", refusal->line, refusal->code, refusal->message);
    }
}

gint64
eqp_test_file_count (EqpTestFile *self,
                     const char  *sql)
{
  g_autofree char *text = eqp_test_file_read (self, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* The first cell of the first row; "" when there is none. */
char *
eqp_test_file_read (EqpTestFile *self,
                    const char  *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, &error, g_intern_string (sql), NULL);
  char *text = NULL;

  g_assert_no_error (error);
  if (eqp_query_next (query, &error) && !eqp_query_is_null (query, 0))
    text = g_strdup (eqp_query_get_text (query, 0));
  g_assert_no_error (error);
  return text != NULL ? text : g_strdup ("");
}
