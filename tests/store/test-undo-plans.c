/* test-undo-plans.c — to take back, or do again, nobody goes through the whole history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"
#include "tests/test-plans.h"

/* The newest entry of a kind is sought, not found by going through all. */
static const char *const refused[] = { "SCAN journal_", "SCAN e ", NULL };

/* Asks what Undo and Redo would be next, and looks at all that was asked since the beginning. */
static void
end (EqpStore *store,
     guint     least)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  g_assert_nonnull (undo);
  test_plans_end (store, least, refused);
}

static void
test_undo_and_redo (void)
{
  g_autofree char *path = test_dup_path ("plans.equipole");
  EqpStore        *store = test_store_create (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);

      g_object_unref (test_add_house (store, code, code));
    }
  test_plans_begin ();
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  end (store, 4);
  test_plans_begin ();
  g_assert_true (eqp_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  end (store, 3);
  eqp_store_close (store);
  g_assert_finalize_object (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  test_plans_init ("kind = ");
  g_test_add_func ("/undo/plans", test_undo_and_redo);
  return g_test_run ();
}
