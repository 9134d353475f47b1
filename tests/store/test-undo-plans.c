/* test-undo-plans.c — to take back, or do again, nobody goes through the whole history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"

/* Every SELECT of entries by their kind that the store runs, as EQP_DEBUG=sql traces it. */
static GPtrArray *traced;

static GLogWriterOutput
trace (GLogLevelFlags   level,
       const GLogField *fields,
       gsize            n_fields,
       gpointer         user_data)
{
  for (gsize i = 0; traced != NULL && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "SELECT") &&
        strstr (fields[i].value, "kind = ") != NULL)
      g_ptr_array_add (traced, g_strdup (fields[i].value));
  return (level & G_LOG_LEVEL_MESSAGE) != 0 ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, user_data);
}

static void
assert_plan (EqpStore   *store,
             const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, explain, NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    {
      const char *detail = eqp_query_get_text (query, 3);

      if (g_str_has_prefix (detail, "SCAN journal_") || g_str_has_prefix (detail, "SCAN e") || strstr (detail, "TEMP B-TREE") != NULL)
        g_error ("%s: %s", sql, detail);
    }
  g_assert_no_error (error);
}

/* Asks what Undo and Redo would be next, and looks at all that was run since the last time. */
static void
check_traced (EqpStore *store,
              guint     least)
{
  g_autoptr (GPtrArray) statements = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  g_assert_nonnull (undo);
  statements = g_steal_pointer (&traced);
  g_assert_cmpuint (statements->len, >=, least);
  for (guint i = 0; i < statements->len; i++)
    assert_plan (store, g_ptr_array_index (statements, i));
  traced = g_ptr_array_new_with_free_func (g_free);
}

static void
test_plans (void)
{
  g_autofree char *path = test_dup_path ("plans.equipole");
  EqpStore        *store = test_store_create (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);

      g_object_unref (test_add_house (store, code, code));
    }
  traced = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (eqp_store_undo (store, 0, NULL, NULL, &error));
  g_assert_no_error (error);
  check_traced (store, 4);
  g_assert_true (eqp_store_redo (store, NULL, NULL, &error));
  g_assert_no_error (error);
  check_traced (store, 3);
  g_clear_pointer (&traced, g_ptr_array_unref);
  eqp_store_close (store);
  g_assert_finalize_object (store);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("EQP_DEBUG", "sql", TRUE);
  test_init (&argc, &argv);
  g_log_set_writer_func (trace, NULL, NULL);
  g_test_add_func ("/undo/plans", test_plans);
  return g_test_run ();
}
