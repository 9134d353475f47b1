/* test-place.c — where a file's locks and syncs can be trusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/eqp-place.h"
#include "tests/test-folder.h"

static void
test_magic (void)
{
  g_assert_cmpint (eqp_place_of_magic (0x6969), ==, EQP_PLACE_NETWORK);
  g_assert_cmpint (eqp_place_of_magic (0xfe534d42), ==, EQP_PLACE_NETWORK);
  g_assert_cmpint (eqp_place_of_magic (0x65735546), ==, EQP_PLACE_NETWORK);
  /* ext4, tmpfs, btrfs */
  g_assert_cmpint (eqp_place_of_magic (0xef53), ==, EQP_PLACE_LOCAL);
  g_assert_cmpint (eqp_place_of_magic (0x01021994), ==, EQP_PLACE_LOCAL);
  g_assert_cmpint (eqp_place_of_magic (0x9123683e), ==, EQP_PLACE_LOCAL);
}

static void
test_folders (void)
{
  g_autofree char *folder = g_dir_make_tmp ("eqp-place-XXXXXX", NULL);
  g_autofree char *plain = g_build_filename (folder, "pole.equipole", NULL);
  g_autofree char *cloud = g_build_filename (folder, "Nextcloud", "Pôle", "pole.equipole", NULL);
  g_autofree char *drive = g_build_filename (folder, "OneDrive - Université de Valmer", "pole.equipole", NULL);
  g_autofree char *named = g_build_filename (folder, "Travail", "dropbox.equipole", NULL);

  g_assert_nonnull (folder);
  g_assert_cmpint (eqp_place_of_path (plain), ==, EQP_PLACE_LOCAL);
  g_assert_cmpint (eqp_place_of_path (cloud), ==, EQP_PLACE_SYNCHRONISED);
  g_assert_cmpint (eqp_place_of_path (drive), ==, EQP_PLACE_SYNCHRONISED);
  /* It is folders that are synchronised: the file's own name says nothing. */
  g_assert_cmpint (eqp_place_of_path (named), ==, EQP_PLACE_LOCAL);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/place/magic", test_magic);
  g_test_add_func ("/place/folders", test_folders);
  return g_test_run ();
}
