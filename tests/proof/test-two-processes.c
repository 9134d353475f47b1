/* test-two-processes.c — two processes on one file: no update is lost, and what was edited meanwhile is a conflict */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-two-processes"
#include "config.h"

#include "../store/test-schema-fixture.h"
#include "proof-common.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_PROCESSES 2
#define EDITS_ORDINARY 10000
#define EDITS_RELEASE 100000
#define N_COUNTERS 5

enum {
  RESULT_EDITS,
  RESULT_CONFLICTS,
  RESULT_BUSY,
};

/* Houses whose names are numbers. */
static char *
dup_counters (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);

  for (guint i = 0; i < N_COUNTERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i);
      g_autoptr (EqpRecord) house = test_add_house (store, code, "0");
    }
  eqp_store_close (store);
  return path;
}

static EqpRecord *
dup_draft (EqpStore   *store,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (house);
  return eqp_record_dup_draft (house);
}

static gboolean
save (EqpStore  *store,
      EqpRecord *draft,
      GError   **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));

  return eqp_store_save_one (store, label, draft, error);
}

/* One more, on top of what the reader saw; tried again until it is acknowledged. */
static void
count_up (EqpStore   *store,
          const char *code,
          guint64    *results)
{
  for (;;)
    {
      g_autoptr (EqpRecord) draft = dup_draft (store, code);
      int              number = atoi (eqp_record_get_text (draft, TEST_HOUSE_NAME));
      g_autofree char *next = g_strdup_printf ("%d", number + 1);
      g_autoptr (GError) error = NULL;

      eqp_record_set_text (draft, TEST_HOUSE_NAME, next);
      if (save (store, draft, &error))
        break;
      if (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY))
        results[RESULT_BUSY]++;
      else
        g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
      results[RESULT_CONFLICTS] += error->code == EQP_STORE_ERROR_CONFLICT;
    }
  results[RESULT_EDITS]++;
}

static void
count (guint    number,
       guint64 *results,
       gpointer user_data)
{
  g_autoptr (EqpStore) store = test_store_open (user_data);
  guint64 wanted = proof_amount (EDITS_ORDINARY, EDITS_RELEASE) / N_PROCESSES;

  for (guint64 i = 0; i < wanted; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", (int)(i % N_COUNTERS));

      count_up (store, code, results);
    }
  eqp_store_close (store);
}

static void
test_no_lost_update (void)
{
  g_autofree char *path = dup_counters ("counters.equipole");
  guint64          results[PROOF_N_RESULTS];
  guint64          sum = 0;
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  proof_run_workers (N_PROCESSES, count, results, path);
  store = test_store_open (path);
  for (guint i = 0; i < N_COUNTERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i);
      g_autoptr (EqpRecord) draft = dup_draft (store, code);

      sum += (guint64)atoi (eqp_record_get_text (draft, TEST_HOUSE_NAME));
    }
  g_test_message ("%" G_GUINT64_FORMAT " edits, %" G_GUINT64_FORMAT " conflicts, %" G_GUINT64_FORMAT " times busy",
                  results[RESULT_EDITS], results[RESULT_CONFLICTS], results[RESULT_BUSY]);
  g_assert_cmpuint (results[RESULT_EDITS], ==, proof_amount (EDITS_ORDINARY, EDITS_RELEASE));
  g_assert_cmpuint (sum, ==, results[RESULT_EDITS]);
  /* Processes that never met show nothing. */
  g_assert_cmpuint (results[RESULT_CONFLICTS], >, 0);
  g_assert_true (eqp_store_check_integrity (store, &error));
  eqp_store_close (store);
  proof_report ("R7", sum, "edits");
}

typedef void (*Meanwhile) (EqpStore *store);

/* What another process does to the file when told to. */
typedef struct
{
  pid_t child;
  int   tell[2];
} Other;

static void
other_start (Other      *other,
             const char *path,
             Meanwhile   meanwhile)
{
  char byte;

  g_assert_cmpint (pipe (other->tell), ==, 0);
  other->child = fork ();
  g_assert_cmpint (other->child, >=, 0);
  if (other->child != 0)
    return;
  if (read (other->tell[0], &byte, 1) == 1)
    {
      g_autoptr (EqpStore) store = test_store_open (path);

      meanwhile (store);
      eqp_store_close (store);
    }
  _exit (0);
}

static void
other_act (Other *other)
{
  int status;

  g_assert_cmpint (write (other->tell[1], "!", 1), ==, 1);
  g_assert_cmpint (waitpid (other->child, &status, 0), ==, other->child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (other->tell[0]);
  close (other->tell[1]);
}

static void
rename_first (EqpStore *store)
{
  g_autoptr (EqpRecord) draft = dup_draft (store, "C0");
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_NAME, "theirs");
  g_assert_true (save (store, draft, &error));
}

static void
delete_first (EqpStore *store)
{
  g_autoptr (EqpRecord) draft = dup_draft (store, "C0");
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_store_delete_one (store, label, draft, &error));
}

static void
test_conflict (void)
{
  g_autofree char *path = dup_counters ("conflict.equipole");
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  Other other;

  other_start (&other, path, rename_first);
  store = test_store_open (path);
  draft = dup_draft (store, "C0");
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "ours");
  other_act (&other);
  g_assert_false (save (store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "theirs"));
  /* Nothing was overwritten, and the draft still has what was typed. */
  now = dup_draft (store, "C0");
  g_assert_cmpstr (eqp_record_get_text (now, TEST_HOUSE_NAME), ==, "theirs");
  g_assert_cmpstr (eqp_record_get_text (draft, TEST_HOUSE_NAME), ==, "ours");
  eqp_store_close (store);
}

static void
test_other_field (void)
{
  g_autofree char *path = dup_counters ("other-field.equipole");
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  Other other;

  other_start (&other, path, rename_first);
  store = test_store_open (path);
  draft = dup_draft (store, "C0");
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 7);
  other_act (&other);
  g_assert_true (save (store, draft, &error));
  g_assert_no_error (error);
  now = dup_draft (store, "C0");
  g_assert_cmpstr (eqp_record_get_text (now, TEST_HOUSE_NAME), ==, "theirs");
  g_assert_cmpint (eqp_record_get_integer (now, TEST_HOUSE_FLOORS), ==, 7);
  eqp_store_close (store);
}

static void
test_deleted (void)
{
  g_autofree char *path = dup_counters ("deleted.equipole");
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  Other other;

  other_start (&other, path, delete_first);
  store = test_store_open (path);
  draft = dup_draft (store, "C0");
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "ours");
  other_act (&other);
  g_assert_false (save (store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  now = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "C0", &error);
  g_assert_no_error (error);
  g_assert_null (now);
  eqp_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  proof_init (&argc, &argv);
  g_test_add_func ("/two-processes/no-lost-update", test_no_lost_update);
  g_test_add_func ("/two-processes/conflict", test_conflict);
  g_test_add_func ("/two-processes/other-field", test_other_field);
  g_test_add_func ("/two-processes/deleted", test_deleted);
  return g_test_run ();
}
