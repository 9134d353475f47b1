/* test-check-later.c — a file that is read while it is being checked: damage is told, and nothing is written before the end of the check */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-check-later"
#include "config.h"

#include "test-schema-fixture.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_HOUSES 400
#define PATIENCE_MS 20000

static gboolean
add_houses (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  for (guint i = 0; i < N_HOUSES; i++)
    {
      g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);
      g_autofree char *code = g_strdup_printf ("H%03u", i);

      eqp_record_set_text (house, TEST_HOUSE_CODE, code);
      eqp_record_set_text (house, TEST_HOUSE_NAME, "A house whose name is as long as it must be to fill more than one page");
      if (!eqp_store_save (store, house, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Houses"));
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_store_edit (store, label, add_houses, NULL, NULL, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  return path;
}

/* Where the last page of a table begins, and how long a page is. */
static void
find_page (const char *path,
           gint64     *offset,
           gint64     *size)
{
  sqlite3      *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT pgoffset, pgsize FROM dbstat WHERE name = 'house' AND pagetype = 'leaf' ORDER BY path DESC", -1, &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  *offset = sqlite3_column_int64 (statement, 0);
  *size = sqlite3_column_int64 (statement, 1);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Opening reads nothing of what is overwritten here. */
static void
damage_file (const char *path)
{
  g_autofree char *rubbish = NULL;
  gint64           offset, size;
  FILE            *file;

  find_page (path, &offset, &size);
  rubbish = g_malloc (size);
  memset (rubbish, 0xA5, size);
  file = g_fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long)offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (rubbish, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static EqpStore *
open_later (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_CHECK_LATER, &error);

  g_assert_no_error (error);
  return store;
}

static void
damaged_cb (EqpStore     *store,
            const GError *error,
            gpointer      user_data)
{
  guint *count = user_data;

  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
  (*count)++;
}

static void
stop_waiting_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
wait_for (guint *count)
{
  gboolean late = FALSE;
  guint    source = g_timeout_add_once (PATIENCE_MS, stop_waiting_cb, &late);

  while (*count == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (source);
}

/* Until the thread has come and gone: its end wakes the main loop up. */
static void
run_main_loop (guint milliseconds)
{
  gboolean late = FALSE;

  g_timeout_add_once (milliseconds, stop_waiting_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
save_it (EqpStore *store,
         gpointer  user_data,
         GError  **error)
{
  return eqp_store_save (store, user_data, error);
}

static gboolean
add_one (EqpStore *store,
         GError  **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("House"));
  g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);

  eqp_record_set_text (house, TEST_HOUSE_CODE, "NEW");
  return eqp_store_edit (store, label, save_it, house, NULL, error);
}

static void
test_sound (void)
{
  g_autofree char *path = dup_file ("sound.equipole");
  g_autoptr (EqpStore) store = open_later (path);
  g_autoptr (GError) error = NULL;
  guint count = 0;

  g_signal_connect (store, "damaged", G_CALLBACK (damaged_cb), &count);
  run_main_loop (300);
  g_assert_true (add_one (store, &error));
  g_assert_no_error (error);
  run_main_loop (50);
  g_assert_cmpuint (count, ==, 0);
}

/* Before the main loop ran, and while the thread reads. */
static void
test_edit_at_once (void)
{
  g_autofree char *path = dup_file ("at-once.equipole");

  for (guint turns = 0; turns < 2; turns++)
    {
      g_autoptr (EqpStore) store = open_later (path);
      g_autoptr (EqpRecord) house = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      house = turns == 0 ? test_add_house (store, "A", "At once") : test_add_house (store, "B", "A little later");
      g_assert_nonnull (house);
    }
}

static void
test_damage_is_told (void)
{
  g_autofree char *path = dup_file ("told.equipole");
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint count = 0;

  damage_file (path);
  store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error);
  g_assert_null (store);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);

  store = open_later (path);
  g_signal_connect (store, "damaged", G_CALLBACK (damaged_cb), &count);
  wait_for (&count);
  g_assert_cmpuint (count, ==, 1);
  run_main_loop (50);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_damage_takes_no_edit (void)
{
  g_autofree char *path = dup_file ("no-edit.equipole");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  damage_file (path);
  before = test_read_file (path);
  for (guint turns = 0; turns < 2; turns++)
    {
      g_autoptr (EqpStore) store = open_later (path);
      guint count = 0;

      g_signal_connect (store, "damaged", G_CALLBACK (damaged_cb), &count);
      for (guint i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (add_one (store, &error));
          g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
        }
      wait_for (&count);
      g_assert_cmpuint (count, ==, 1);
      eqp_store_close (store);
    }
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* An older file is checked before it is migrated. */
static void
test_damage_is_not_migrated (void)
{
  g_autofree char *path = dup_file ("migrated.equipole");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  damage_file (path);
  before = test_read_file (path);
  store = eqp_store_open (path, &test_schema_two, EQP_STORE_OPEN_CHECK_LATER, &error);
  g_assert_null (store);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Once a week indexes and references too: by the thread, which finds what the pages alone do not show. */
static void
test_weekly (void)
{
  g_autofree char *path = dup_file ("weekly.equipole");
  g_autoptr (EqpStore) store = NULL;
  guint count = 0;

  test_write_sql (path, TEST_LAST_CHECK_LONG_AGO ";INSERT INTO tenant (id, code, family_name, house_id) VALUES (1, 'T1', 'Duval', 99)", FALSE);
  store = open_later (path);
  g_signal_connect (store, "damaged", G_CALLBACK (damaged_cb), &count);
  wait_for (&count);
  g_assert_cmpuint (count, ==, 1);
}

/* It is noted in the file when that is over, also when an edit did not wait for the main loop. */
static void
test_weekly_is_noted (void)
{
  for (guint turns = 0; turns < 2; turns++)
    {
      g_autofree char *path = dup_file (turns == 0 ? "noted.equipole" : "noted-late.equipole");
      g_autoptr (EqpStore) store = NULL;
      g_autoptr (GError) error = NULL;

      test_write_sql (path, TEST_LAST_CHECK_LONG_AGO, FALSE);
      store = open_later (path);
      g_assert_false (test_store_was_checked (store));
      if (turns == 1)
        g_assert_true (add_one (store, &error));
      g_assert_no_error (error);
      run_main_loop (300);
      g_assert_true (test_store_was_checked (store));
    }
}

static void
test_close_meanwhile (void)
{
  g_autofree char *path = dup_file ("closed.equipole");

  for (guint turns = 0; turns < 3; turns++)
    {
      g_autoptr (EqpStore) store = open_later (path);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      eqp_store_close (store);
      g_assert_false (add_one (store, &error));
      g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
      run_main_loop (20);
    }
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/check-later/sound", test_sound);
  g_test_add_func ("/check-later/edit-at-once", test_edit_at_once);
  g_test_add_func ("/check-later/damage-is-told", test_damage_is_told);
  g_test_add_func ("/check-later/damage-takes-no-edit", test_damage_takes_no_edit);
  g_test_add_func ("/check-later/damage-is-not-migrated", test_damage_is_not_migrated);
  g_test_add_func ("/check-later/weekly", test_weekly);
  g_test_add_func ("/check-later/weekly-is-noted", test_weekly_is_noted);
  g_test_add_func ("/check-later/close-meanwhile", test_close_meanwhile);
  return g_test_run ();
}
