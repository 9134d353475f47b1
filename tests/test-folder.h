/* test-folder.h — a test's own folders: nothing of its user's is read or written, and nothing stays behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

G_BEGIN_DECLS

/* Removes @path and, if it is a folder, all that is in it. */
static inline void
test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      test_remove_tree (child);
    }
  g_remove (path);
}

/* The folder of this process and the process itself, as children that a test forks leave by the same door. */
static struct
{
  char *path;
  pid_t owner;
} test_folder;

static inline void
test_folder_remove (void)
{
  if (getpid () == test_folder.owner)
    test_remove_tree (test_folder.path);
}

/* g_test_init() in folders of its own. GLib's way to isolate leaks the folders' names with every case, by design: to know those leaks from
 * ours, a checker would have to read the stack of each allocation the slow way, which takes ten times as long. */
static inline void
test_init (int    *argc,
           char ***argv)
{
  static const char *const variables[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME" };

  test_folder.path = g_dir_make_tmp ("equipole-test-XXXXXX", NULL);
  g_assert_nonnull (test_folder.path);
  test_folder.owner = getpid ();
  atexit (test_folder_remove);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *folder = g_build_filename (test_folder.path, variables[i], NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_setenv (variables[i], folder, TRUE);
    }
  g_test_init (argc, argv, NULL);
}

/* A path for a new file in this case's own folder. */
static inline char *
test_dup_path (const char *name)
{
  g_autofree char *test = g_strdelimit (g_strdup (g_test_get_path ()), "/", '-');
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cases", test, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

/* For g_test_add_data_func(): the GTestFunc @test in a process of its own, as what the program keeps for its user is to be empty or lost. */
static inline void
test_alone (gconstpointer test)
{
  if (g_test_subprocess ())
    {
      ((GTestFunc)test) ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

G_END_DECLS
