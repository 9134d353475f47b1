/* working-copy-fixture.c — a file in a folder that is kept in step with others, and its copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "working-copy-fixture.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>

char *
test_dup_cloud_file (const char *name)
{
  g_autofree char *folder = test_dup_path (name);
  g_autofree char *cloud = g_build_filename (folder, "Nextcloud", NULL);
  char            *path = g_build_filename (cloud, "pole.equipole", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) house = NULL;

  g_assert_cmpint (g_mkdir_with_parents (cloud, 0700), ==, 0);
  store = test_store_create (path);
  house = test_add_house (store, "H1", "One");
  eqp_store_close (store);
  return path;
}

EqpWorkingCopy *
test_open_copy (const char             *path,
                EqpWorkingCopyBeginning beginning)
{
  g_autoptr (GError) error = NULL;
  EqpWorkingCopy *copy = eqp_working_copy_open (path, &test_schema, &error);

  g_assert_no_error (error);
  g_assert_cmpint (eqp_working_copy_get_beginning (copy), ==, beginning);
  return copy;
}

void
test_add_house_to (const char *path,
                   const char *code)
{
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpRecord) house = test_add_house (store, code, "Name");

  eqp_store_close (store);
}

gboolean
test_has_house (const char *path,
                const char *code)
{
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, &error);

  g_assert_no_error (error);
  eqp_store_close (store);
  return house != NULL;
}
