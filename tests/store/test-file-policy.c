/* test-file-policy.c — bad files, bad places, full disks, sudden ends: one sentence each, and nothing lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-file-policy"
#include "config.h"

#include "test-schema-fixture.h"
#include "tests/test-disk.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static char *
dup_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (EqpRecord) house = test_add_house (store, "H1", "One");

  eqp_store_close (store);
  return path;
}

/* Refused with one code and one sentence that holds @words, and untouched. */
static void
assert_refused (const char *path,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autoptr (GBytes) before = is_file ? test_read_file (path) : NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gboolean         had_journal = g_file_test (journal, G_FILE_TEST_EXISTS);

  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpint (g_file_test (journal, G_FILE_TEST_EXISTS), ==, had_journal);
  if (is_file)
    {
      g_autoptr (GBytes) after = test_read_file (path);

      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
write_file (const char *path,
            const void *data,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static void
test_missing (void)
{
  g_autofree char *path = test_dup_path ("missing.equipole");
  g_autofree char *below_file = NULL;
  g_autofree char *file = dup_file ("file.equipole");

  assert_refused (path, EQP_STORE_ERROR_OPEN, "There is no file");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  below_file = g_build_filename (file, "x.equipole", NULL);
  assert_refused (below_file, EQP_STORE_ERROR_OPEN, "There is no file");
}

static void
test_not_a_file (void)
{
  g_autofree char *folder = test_dup_path ("folder");
  g_autofree char *pipe = test_dup_path ("pipe");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (folder, EQP_STORE_ERROR_OPEN, "is a folder");
  assert_refused (pipe, EQP_STORE_ERROR_OPEN, "is not an ordinary file");
}

static void
test_not_a_database (void)
{
  g_autofree char *path = test_dup_path ("text.equipole");
  g_autofree char *long_text = g_strnfill (10000, 'x');

  write_file (path, "", 0);
  assert_refused (path, EQP_STORE_ERROR_NOT_OURS, "is empty");
  write_file (path, "code;name\n", -1);
  assert_refused (path, EQP_STORE_ERROR_NOT_OURS, "is not an Équipôle file");
  write_file (path, long_text, -1);
  assert_refused (path, EQP_STORE_ERROR_NOT_OURS, "is not an Équipôle file");
}

static void
test_foreign (void)
{
  g_autofree char *path = test_dup_path ("foreign.sqlite");
  sqlite3         *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE house (id INTEGER); PRAGMA application_id = 42", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_refused (path, EQP_STORE_ERROR_NOT_OURS, "the database of another program");
}

static void
test_truncated (void)
{
  static const gsize lengths[] = { 16, 99, 100, 512, 4096, 8192, 0 };
  g_autofree char   *path = dup_file ("truncated.equipole");
  g_autoptr (GBytes) whole = test_read_file (path);

  for (guint i = 0; lengths[i] != 0; i++)
    {
      write_file (path, g_bytes_get_data (whole, NULL), (gssize)lengths[i]);
      assert_refused (path, EQP_STORE_ERROR_CORRUPT, "is incomplete");
    }
  write_file (path, g_bytes_get_data (whole, NULL), (gssize)g_bytes_get_size (whole) - 1);
  assert_refused (path, EQP_STORE_ERROR_CORRUPT, "is incomplete");
}

/* A page overwritten by something else. */
static void
test_damaged (void)
{
  g_autofree char *path = dup_file ("damaged.equipole");
  g_autoptr (GBytes) whole = test_read_file (path);
  gsize              size = g_bytes_get_size (whole);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);

  g_assert_cmpuint (size, >, 2 * 4096);
  memset (data + 4096, 0x5a, 4096);
  write_file (path, data, (gssize)size);
  assert_refused (path, EQP_STORE_ERROR_CORRUPT, "is damaged");
}

/* Damage that only the weekly look at everything finds: an index without one of its entries, a reference to nothing. */
static void
test_dangling_reference (void)
{
  g_autofree char *path = dup_file ("dangling.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = NULL;

  test_write_sql (path, "DROP TRIGGER journal_tenant_insert; INSERT INTO tenant (id, code, family_name, house_id) VALUES (1, 'T1', 'Duval', 99)", TRUE);
  store = test_store_open (path);
  g_assert_false (eqp_store_check_integrity (store, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
  eqp_store_close (store);
  test_write_sql (path, TEST_LAST_CHECK_LONG_AGO, TRUE);
  assert_refused (path, EQP_STORE_ERROR_CORRUPT, "is damaged");
}

/* A sound file is looked through once a week, and says when. */
static void
test_weekly_check (void)
{
  g_autofree char *path = dup_file ("weekly.equipole");
  g_autoptr (EqpStore) store = NULL;

  test_write_sql (path, TEST_LAST_CHECK_LONG_AGO, TRUE);
  store = test_store_open (path);
  g_assert_true (test_store_was_checked (store));
  eqp_store_close (store);
}

static void
test_symbolic_link (void)
{
  g_autofree char *path = dup_file ("real.equipole");
  g_autofree char *link_path = test_dup_path ("link.equipole");
  g_autofree char *beside_link = g_strconcat (link_path, "-journal", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) house = NULL;

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  store = test_store_open (link_path);
  house = test_add_house (store, "H2", "Two");
  g_assert_false (g_file_test (beside_link, G_FILE_TEST_EXISTS));
  eqp_store_close (store);
}

static void
test_create_in_bad_places (void)
{
  g_autofree char *path = dup_file ("taken.equipole");
  g_autofree char *nowhere = test_dup_path ("no/such/folder.equipole");
  g_autoptr (GBytes) before = test_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_create (path, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "exists already"));
  g_clear_error (&error);
  after = test_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (eqp_store_create (nowhere, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "its folder does not exist"));
}

/* Runs @body in a child process that is not root, to whom permissions mean something; @path's folder is open to it. */
static void
run_as_nobody (void (*body) (const char *path),
               const char *path)
{
  pid_t child = fork ();
  int   status;

  if (child == 0)
    {
      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (77);
      body (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("needs to become another user");
  else
    g_assert_cmpint (status, ==, 0);
}

/* A file of ours in a folder of its own that others can enter; (transfer full). */
static char *
dup_public_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("equipole-XXXXXX", &error);
  char            *path = g_build_filename (folder, "file.equipole", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) house = NULL;

  g_assert_no_error (error);
  store = test_store_create (path);
  house = test_add_house (store, "H1", "One");
  eqp_store_close (store);
  return path;
}

static void
remove_public_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_unlink (path);
  g_unlink (journal);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_modes (const char *path,
           int         folder_mode,
           int         file_mode)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
  g_assert_cmpint (g_chmod (folder, folder_mode), ==, 0);
}

static void
read_only_body (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error);
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));

  g_assert_no_error (error);
  g_assert_true (eqp_store_is_read_only (store));
  house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_assert_no_error (error);
  draft = eqp_record_dup_draft (house);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Two");
  g_assert_false (eqp_store_save_one (store, label, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "is read-only"));
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "One");
  eqp_store_close (store);
}

static void
test_read_only_file (void)
{
  g_autofree char *path = dup_public_file ();

  set_modes (path, 0777, 0444);
  run_as_nobody (read_only_body, path);
  remove_public_file (path);
}

/* SQLite keeps its journal beside the file: a folder that cannot be written makes the file read-only too. */
static void
test_read_only_folder (void)
{
  g_autofree char *path = dup_public_file ();

  set_modes (path, 0555, 0666);
  run_as_nobody (read_only_body, path);
  remove_public_file (path);
}

static void
unreadable_body (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_open (path, &test_schema, EQP_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "do not have the right to read"));
}

static void
test_unreadable (void)
{
  g_autofree char *path = dup_public_file ();

  if (geteuid () != 0)
    {
      set_modes (path, 0700, 0000);
      unreadable_body (path);
    }
  else
    {
      set_modes (path, 0755, 0600);
      run_as_nobody (unreadable_body, path);
    }
  remove_public_file (path);
}

static void
create_body (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".new", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_create (other, &test_schema, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY);
}

static void
test_create_in_read_only_folder (void)
{
  g_autofree char *path = dup_public_file ();

  set_modes (path, 0555, 0666);
  run_as_nobody (create_body, path);
  remove_public_file (path);
}

/* Saves a small draft, then one too large for the disk, and goes on as if nothing had happened. */
static gboolean
careless_func (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  EqpRecord **drafts = user_data;

  for (guint i = 0; drafts[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!eqp_store_save (store, drafts[i], &local_error))
        g_assert_error (local_error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
    }
  return TRUE;
}

static EqpRecord *
new_house (const char *code,
           gsize       size)
{
  EqpRecord       *draft = eqp_record_new (&test_house_entity);
  g_autofree char *name = g_strnfill (size, 'x');

  eqp_record_set_text (draft, TEST_HOUSE_CODE, code);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
  return draft;
}

static void
test_full_disk (void)
{
  g_autofree char *path = dup_file ("full.equipole");
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpRecord) small = new_house ("H2", 1);
  g_autoptr (EqpRecord) large = new_house ("H3", 20 * 1000 * 1000);
  g_autoptr (EqpRecord) after = new_house ("H4", 1);
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (GPtrArray) houses = NULL;
  g_autoptr (GError) error = NULL;
  EqpRecord *drafts[] = { small, large, after, NULL };

  test_limit_files (512 * 1024);
  g_assert_false (eqp_store_edit (store, label, careless_func, drafts, NULL, &error));
  test_limit_files (RLIM_INFINITY);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "The disk is full"));
  g_clear_error (&error);
  houses = eqp_store_select (store, &test_house_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (houses->len, ==, 1);
  g_assert_cmpint (eqp_record_get_id (small), ==, 0);
  g_assert_cmpint (eqp_record_get_id (after), ==, 0);
  /* With room again, the same drafts go in. */
  g_assert_true (eqp_store_edit (store, label, careless_func, drafts, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_store_check_integrity (store, &error));
  eqp_store_close (store);
}

static void
test_create_on_full_disk (void)
{
  g_autofree char *path = test_dup_path ("nospace.equipole");
  g_autoptr (GError) error = NULL;

  test_limit_files (8 * 1024);
  g_assert_null (eqp_store_create (path, &test_schema, &error));
  test_limit_files (RLIM_INFINITY);
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Dies in the middle of a transaction so large that pages of it are in the file already. */
static void
die_while_writing (const char *path)
{
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    _exit (1);
  sqlite3_exec (db, "PRAGMA cache_size = 5; BEGIN IMMEDIATE; DROP TRIGGER journal_house_update; UPDATE house SET name = printf ('%.*c', 3000000, 'y')", NULL, NULL, NULL);
  kill (getpid (), SIGKILL);
}

static void
test_unclean_end (void)
{
  g_autofree char *path = dup_file ("unclean.equipole");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) houses = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  pid_t    child = fork ();
  int      status;

  if (child == 0)
    die_while_writing (path);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (g_stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 0);
  store = test_store_open (path);
  houses = eqp_store_select (store, &test_house_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (houses->len, ==, 1);
  g_assert_cmpstr (eqp_record_get_text (houses->pdata[0], TEST_HOUSE_NAME), ==, "One");
  g_assert_true (eqp_store_check_integrity (store, &error));
  eqp_store_close (store);
}

/* Adds houses for ever, and tells of each one once it was acknowledged. */
static void
add_for_ever (const char *path,
              int         pipe_fd)
{
  EqpStore *store = test_store_open (path);

  for (guint i = 0;; i++)
    {
      g_autofree char *code = g_strdup_printf ("K%u", i);
      g_autoptr (EqpRecord) house = test_add_house (store, code, "Killed");

      if (write (pipe_fd, "+", 1) != 1)
        _exit (1);
    }
}

/* kill -9 at any moment loses nothing that was acknowledged, and at most adds the edit under way. */
static void
test_kill (void)
{
  g_autofree char *path = dup_file ("killed.equipole");
  guint            acknowledged = 0;

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (EqpStore) store = NULL;
      g_autoptr (GPtrArray) houses = NULL;
      g_autoptr (GError) error = NULL;
      int   fds[2];
      int   status;
      pid_t child;
      char  byte;

      g_assert_cmpint (pipe (fds), ==, 0);
      child = fork ();
      if (child == 0)
        {
          close (fds[0]);
          g_unlink (path);
          eqp_store_close (test_store_create (path));
          add_for_ever (path, fds[1]);
        }
      close (fds[1]);
      acknowledged = 0;
      for (guint i = 0; i < 3 + round && read (fds[0], &byte, 1) == 1; i++)
        acknowledged++;
      g_usleep (round * 700);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      while (read (fds[0], &byte, 1) == 1)
        acknowledged++;
      close (fds[0]);
      store = test_store_open (path);
      houses = eqp_store_select (store, &test_house_entity, &error, NULL, NULL);
      g_assert_no_error (error);
      g_assert_cmpuint (acknowledged, >=, 3);
      g_assert_cmpuint (houses->len, >=, acknowledged);
      g_assert_cmpuint (houses->len, <=, acknowledged + 1);
      g_assert_true (eqp_store_check_integrity (store, &error));
      eqp_store_close (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/file-policy/missing", test_missing);
  g_test_add_func ("/file-policy/not-a-file", test_not_a_file);
  g_test_add_func ("/file-policy/not-a-database", test_not_a_database);
  g_test_add_func ("/file-policy/foreign", test_foreign);
  g_test_add_func ("/file-policy/truncated", test_truncated);
  g_test_add_func ("/file-policy/damaged", test_damaged);
  g_test_add_func ("/file-policy/dangling-reference", test_dangling_reference);
  g_test_add_func ("/file-policy/weekly-check", test_weekly_check);
  g_test_add_func ("/file-policy/symbolic-link", test_symbolic_link);
  g_test_add_func ("/file-policy/create-in-bad-places", test_create_in_bad_places);
  g_test_add_func ("/file-policy/read-only-file", test_read_only_file);
  g_test_add_func ("/file-policy/read-only-folder", test_read_only_folder);
  g_test_add_func ("/file-policy/unreadable", test_unreadable);
  g_test_add_func ("/file-policy/create-in-read-only-folder", test_create_in_read_only_folder);
  g_test_add_func ("/file-policy/full-disk", test_full_disk);
  g_test_add_func ("/file-policy/create-on-full-disk", test_create_on_full_disk);
  g_test_add_func ("/file-policy/unclean-end", test_unclean_end);
  g_test_add_func ("/file-policy/kill", test_kill);
  return g_test_run ();
}
