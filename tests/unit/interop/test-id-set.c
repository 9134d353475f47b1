/* test-id-set.c — a set of ids */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "interop/eqp-id-set.h"
#include "tests/test-folder.h"

static void
test_add (void)
{
  g_autoptr (EqpIdSet) set = eqp_id_set_new ();
  g_autoptr (GHashTable) peer = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  /* Consecutive, random and huge ids, each twice. */
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);

      for (guint i = 1; i <= 20000; i++)
        {
          gint64 id = i % 2 == 0 ? i : (gint64)(((guint64)g_rand_int (rand) << 31) | i);

          g_assert_cmpint (eqp_id_set_add (set, id), ==, g_hash_table_add (peer, g_memdup2 (&id, sizeof id)));
        }
    }
  g_assert_true (eqp_id_set_add (set, G_MAXINT64));
  g_assert_false (eqp_id_set_add (set, G_MAXINT64));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/id-set/add", test_add);
  return g_test_run ();
}
