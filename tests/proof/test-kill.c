/* test-kill.c — kill -9 at any moment: what was acknowledged is there, nothing is half there, nothing is corrupt */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-kill"
#include "config.h"

#include "../store/test-schema-fixture.h"
#include "domain/eqp-pole.h"
#include "proof-common.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS_ORDINARY 1000
#define KILLS_RELEASE 50000
#define PROGRAM_KILLS_ORDINARY 40
#define PROGRAM_KILLS_RELEASE 1000

/* A file is used for so many kills, then a new one is begun: its history makes each check longer. */
#define KILLS_A_FILE 50

/* Rows that every edit writes, so that a half edit shows. */
#define N_ROWS 25

/* Edits that are let pass at most, and the microseconds that follow. */
#define MAX_EDITS 4
#define MAX_WAIT 4000

#define N_INSTITUTIONS 400

/* ---- the store, in a child of ours ---- */

/* Edit number n writes n into every house, and replaces the tenants by one named after it; two of five edits are an undo and a redo. */
static gboolean
is_undo (guint n)
{
  return n % 5 == 3;
}

static gboolean
is_redo (guint n)
{
  return n % 5 == 4;
}

/* The number that the houses bear once n edits were made, the last being number n. */
static guint
expected_stamp (guint n)
{
  return is_undo (n) || is_redo (n) ? n - 2 : n;
}

static gboolean
write_stamp (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  guint            n = GPOINTER_TO_UINT (user_data);
  g_autofree char *stamp = g_strdup_printf ("%u", n);
  g_autoptr (GPtrArray) tenants = eqp_store_select (store, &test_tenant_entity, error, NULL, NULL);
  g_autoptr (EqpRecord) tenant = eqp_record_new (&test_tenant_entity);

  for (guint i = 0; tenants != NULL && i < tenants->len; i++)
    if (!eqp_store_delete (store, tenants->pdata[i], error))
      return FALSE;
  eqp_record_set_text (tenant, TEST_TENANT_CODE, stamp);
  eqp_record_set_text (tenant, TEST_TENANT_FAMILY_NAME, stamp);
  if (tenants == NULL || !eqp_store_save (store, tenant, error))
    return FALSE;
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);
      g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, error);
      g_autoptr (EqpRecord) draft = house != NULL ? eqp_record_dup_draft (house) : eqp_record_new (&test_house_entity);

      eqp_record_set_text (draft, TEST_HOUSE_CODE, code);
      eqp_record_set_text (draft, TEST_HOUSE_NAME, stamp);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static void
make_edit (EqpStore *store,
           guint     n)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (GError) error = NULL;

  if (is_undo (n))
    eqp_store_undo (store, 0, NULL, &error);
  else if (is_redo (n))
    eqp_store_redo (store, NULL, &error);
  else
    eqp_store_edit (store, label, write_stamp, GUINT_TO_POINTER (n), NULL, &error);
  g_assert_no_error (error);
}

/* The first number of a query. */
static gint64
ask (EqpStore   *store,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0);
}

/* One journal entry an edit, whatever it was. */
static guint
count_edits (EqpStore *store)
{
  return (guint)ask (store, "SELECT count(*) FROM journal_entry");
}

G_GNUC_NORETURN static void
edit_for_ever (const char *path,
               int         pipe_fd)
{
  EqpStore *store = test_store_open (path);
  guint     n = count_edits (store);

  for (;;)
    {
      make_edit (store, ++n);
      if (write (pipe_fd, &n, sizeof n) != sizeof n)
        _exit (1);
    }
}

/* Everything bears the mark of the same edit: the last one acknowledged, or the one after it. */
static void
look (const char *path,
      guint       acknowledged)
{
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (GPtrArray) houses = NULL;
  g_autoptr (GPtrArray) tenants = NULL;
  g_autoptr (GError) error = NULL;
  guint            n = count_edits (store);
  g_autofree char *stamp = g_strdup_printf ("%u", expected_stamp (n));

  g_assert_cmpuint (n, >=, acknowledged);
  g_assert_cmpuint (n, <=, acknowledged + 1);
  houses = eqp_store_select (store, &test_house_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (houses->len, ==, N_ROWS);
  for (guint i = 0; i < houses->len; i++)
    g_assert_cmpstr (eqp_record_get_text (houses->pdata[i], TEST_HOUSE_NAME), ==, stamp);
  tenants = eqp_store_select (store, &test_tenant_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (tenants->len, ==, 1);
  g_assert_cmpstr (eqp_record_get_text (tenants->pdata[0], TEST_TENANT_FAMILY_NAME), ==, stamp);
  eqp_store_check_integrity (store, &error);
  g_assert_no_error (error);
  eqp_store_close (store);
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf         info;

  return g_stat (journal, &info) == 0 && info.st_size > 0;
}

/* @acknowledged: (inout): the number of the last edit that is known to be there */
static void
kill_once (const char *path,
           guint      *acknowledged)
{
  guint passed = (guint)g_test_rand_int_range (0, MAX_EDITS + 1);
  int   fds[2];
  int   status;
  guint n;
  pid_t child;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (fds[0]);
      edit_for_ever (path, fds[1]);
    }
  close (fds[1]);
  for (guint i = 0; i < passed && read (fds[0], &n, sizeof n) == sizeof n; i++)
    *acknowledged = n;
  g_usleep ((gulong)g_test_rand_int_range (0, MAX_WAIT));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (fds[0], &n, sizeof n) == sizeof n)
    *acknowledged = n;
  close (fds[0]);
}

static void
test_store (void)
{
  guint64          wanted = proof_amount (KILLS_ORDINARY, KILLS_RELEASE);
  guint            n_unclean = 0;
  guint            n_edits = 0;
  guint            acknowledged = 0;
  g_autofree char *path = test_dup_path ("killed.equipole");

  for (guint64 i = 0; i < wanted; i++)
    {
      if (i % KILLS_A_FILE == 0)
        {
          g_autoptr (EqpStore) store = NULL;

          n_edits += acknowledged;
          acknowledged = 1;
          g_unlink (path);
          store = test_store_create (path);
          make_edit (store, 1);
          eqp_store_close (store);
        }
      kill_once (path, &acknowledged);
      n_unclean += has_journal (path);
      look (path, acknowledged);
      /* The one in flight may have arrived: it then counts. */
      {
        g_autoptr (EqpStore) store = test_store_open (path);

        acknowledged = count_edits (store);
        eqp_store_close (store);
      }
    }
  g_test_message ("%" G_GUINT64_FORMAT " kills, %u of them within a transaction; %u edits", wanted, n_unclean, n_edits + acknowledged);
  proof_report ("R2", wanted, "kills");
  g_assert_cmpuint (n_unclean, >, 0);
}

/* ---- the program ---- */

static pid_t
start_program (const char *const *arguments,
               int               *output)
{
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                            &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* What it said until it ended. */
static char *
dup_output (int fd)
{
  GString *text = g_string_new (NULL);
  char     piece[512];
  gssize   n;

  while ((n = read (fd, piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/* Runs the program for so many microseconds at most; whether it acknowledged what it did. */
static gboolean
run_program (const char *const *arguments,
             gint64             patience,
             gboolean          *killed)
{
  g_autofree char *output = NULL;
  int              fd;
  int              status;
  pid_t            child = start_program (arguments, &fd);

  if (patience >= 0)
    {
      g_usleep ((gulong)patience);
      kill (child, SIGKILL);
    }
  output = dup_output (fd);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *killed = WIFSIGNALED (status);
  return strstr (output, "Added: ") != NULL || strstr (output, "Undone: ") != NULL;
}

static char *
dup_table (void)
{
  char *path = test_dup_path ("institutions.csv");
  g_autoptr (GString) text = g_string_new ("code;name;kind;side\n");

  for (guint i = 0; i < N_INSTITUTIONS; i++)
    g_string_append_printf (text, "I%u;Institution number %u;school;rectorat\n", i, i);
  proof_write (path, text->str, text->len);
  return path;
}

static gint64
count_institutions (const char *path)
{
  g_autoptr (EqpStore) store = test_store_open_with (path, eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP);
  g_autoptr (GError) error = NULL;
  gint64 n;

  eqp_store_check_integrity (store, &error);
  g_assert_no_error (error);
  n = ask (store, "SELECT count(*) FROM institution");
  eqp_store_close (store);
  return n;
}

static void
test_program (void)
{
  const char      *program = g_getenv ("EQUIPOLE_PROGRAM");
  guint64          wanted = proof_amount (PROGRAM_KILLS_ORDINARY, PROGRAM_KILLS_RELEASE);
  g_autofree char *path = test_dup_path ("program.equipole");
  g_autofree char *table = dup_table ();
  const char      *import[] = { program, "import", path, "institutions", table, NULL };
  const char      *undo[] = { program, "undo", path, NULL };
  gint64           before = 0;
  gint64           whole;
  guint            n_killed = 0;
  guint            n_unclean = 0;
  gboolean         killed;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL || !g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("The program was not built.");
      return;
    }
  store = eqp_store_create (path, eqp_pole_get_schema (), &error);
  g_assert_no_error (error);
  eqp_store_close (store);
  whole = g_get_monotonic_time ();
  g_assert_true (run_program (import, -1, &killed));
  whole = g_get_monotonic_time () - whole;
  before = count_institutions (path);
  g_assert_cmpint (before, ==, N_INSTITUTIONS);
  /* Some end before they are killed, as an undo is faster than the import that the moment is chosen by. */
  for (guint64 i = 0; n_killed < wanted; i++)
    {
      gboolean acknowledged = run_program (before > 0 ? undo : import, g_test_rand_int_range (0, (gint32)whole), &killed);
      gint64   after;

      g_assert_cmpuint (i, <, 20 * wanted);
      n_killed += killed;
      n_unclean += has_journal (path);
      after = count_institutions (path);
      g_assert_true (after == 0 || after == N_INSTITUTIONS);
      if (acknowledged)
        g_assert_cmpint (after, ==, N_INSTITUTIONS - before);
      before = after;
    }
  g_test_message ("%u kills, %u of them within a transaction; %d ms when let alone", n_killed, n_unclean, (int)(whole / 1000));
  proof_report ("R2", n_killed, "kills");
}

int
main (int   argc,
      char *argv[])
{
  proof_init (&argc, &argv);
  g_test_add_func ("/kill/store", test_store);
  g_test_add_func ("/kill/program", test_program);
  return g_test_run ();
}
