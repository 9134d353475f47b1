/* test-history-damaged.c — a journal in which somebody wrote, or beside which somebody wrote: it is said, and nothing is undone by guess */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-history-damaged"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAMAGED "The history of this file is damaged: one of its entries cannot be read."

#define UNREADABLE "An edit whose title cannot be read"

/* The entries of the fixture, in order. */
enum {
  ADD_MILL = 1,
  ADD_TENANT,
  RENAME_MILL,
  DELETE_TENANT,
};

typedef struct
{
  char     *path;
  EqpStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("damaged-%08x.equipole", g_random_int ());
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (EqpRecord) mill = NULL;
  g_autoptr (EqpRecord) tenant = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  fixture->path = test_dup_path (name);
  fixture->store = test_store_create (fixture->path);
  mill = test_add_house (fixture->store, "H1", "Mill");
  tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (mill));
  draft = eqp_record_dup_draft (mill);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Old mill");
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 3);
  g_assert_true (eqp_store_save_one (fixture->store, label, draft, &error));
  g_assert_true (eqp_store_delete_one (fixture->store, label, tenant, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
}

/* Behind the store's back, which then is opened again. */
static void
tamper (Fixture    *fixture,
        const char *sql)
{
  g_autoptr (GError) error = NULL;

  eqp_store_close (fixture->store);
  g_object_unref (fixture->store);
  test_write_sql (fixture->path, sql, TRUE);
  fixture->store = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
}

static char *
dup_text (Fixture    *fixture,
          const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (fixture->store, &error, sql, NULL);

  g_assert_no_error (error);
  return eqp_query_next (query, &error) ? g_strdup (eqp_query_get_text (query, 0)) : NULL;
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = dup_text (fixture, sql);

  g_assert_cmpstr (text, ==, expected);
}

static guint
count_changes (Fixture *fixture,
               gint64   entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = eqp_store_list_changes (fixture->store, entry, EQP_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return changes->len;
}

static void
assert_undo_fails (Fixture    *fixture,
                   gint64      entry,
                   int         code,
                   const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_store_undo (fixture->store, entry, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, code);
  /* What else is to be undone first may follow. */
  if (code == EQP_STORE_ERROR_CONFLICT)
    g_assert_nonnull (strstr (error->message, sentence));
  else
    g_assert_cmpstr (error->message, ==, sentence);
}

/* What is no object is not read, and what it was to restore stays. */
static void
test_no_object (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE journal_change SET before = '[1]' WHERE entry = 3",
    "UPDATE journal_change SET before = '{', after = '{}' WHERE entry = 3",
    "UPDATE journal_change SET before = '{\"name\":\"Mill\"}', after = '7' WHERE entry = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      tamper (fixture, statements[i]);
      g_assert_null (eqp_store_list_changes (fixture->store, RENAME_MILL, EQP_LANGUAGE_EN, &error));
      g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT);
      g_assert_cmpstr (error->message, ==, DAMAGED);
      assert_undo_fails (fixture, RENAME_MILL, EQP_STORE_ERROR_CORRUPT, DAMAGED);
      assert_text (fixture, "SELECT name FROM house", "Old mill");
    }
}

/* An operation that is none. */
static void
test_no_operation (Fixture      *fixture,
                   gconstpointer data)
{
  tamper (fixture, "UPDATE journal_change SET operation = 7 WHERE entry = 3");
  assert_undo_fails (fixture, RENAME_MILL, EQP_STORE_ERROR_CORRUPT, DAMAGED);
  assert_text (fixture, "SELECT name FROM house", "Old mill");
}

/* Of a table that has left the schema: there are no words for it, and no way back. */
static void
test_unknown_table (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE journal_change SET table_name = 'castle' WHERE entry = 3");
  g_assert_cmpuint (count_changes (fixture, RENAME_MILL), ==, 0);
  entries = eqp_store_list_entries (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  assert_undo_fails (fixture, RENAME_MILL, EQP_STORE_ERROR_FAILED,
                     "This entry changed something that this version of the program does not know.");
}

/* Columns that have left the schema are passed over; when there are no others, there is nothing to take back. */
static void
test_unknown_columns (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE journal_change SET before = '{\"moat\":1,\"name\":\"Mill\"}', after = '{\"moat\":2,\"name\":\"Old mill\"}' WHERE entry = 3");
  g_assert_cmpuint (count_changes (fixture, RENAME_MILL), ==, 1);
  g_assert_true (eqp_store_undo (fixture->store, RENAME_MILL, NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "SELECT name FROM house", "Mill");
  g_assert_true (eqp_store_redo (fixture->store, NULL, &error));
  g_assert_no_error (error);
  tamper (fixture, "UPDATE journal_change SET before = '{\"moat\":1}', after = '{\"moat\":2}' WHERE entry = 3");
  g_assert_cmpuint (count_changes (fixture, RENAME_MILL), ==, 0);
  g_assert_true (eqp_store_undo (fixture->store, RENAME_MILL, NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "SELECT name FROM house", "Old mill");
}

/* A label that cannot be read: the history says so in its place, shows all the others, and the edit can be undone. */
static void
test_label (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (EqpEntry) one = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;

  tamper (fixture, "UPDATE journal_entry SET label = '[scribble' WHERE id = 4");
  entries = eqp_store_list_entries (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, DELETE_TENANT);
  one = eqp_store_get_entry (fixture->store, DELETE_TENANT, &error);
  g_assert_no_error (error);
  sentence = eqp_entry_dup_sentence (one, EQP_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, UNREADABLE);
  g_object_get (fixture->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, UNREADABLE);
  /* What was changed can be told all the same. */
  g_assert_cmpuint (count_changes (fixture, DELETE_TENANT), ==, 1);
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "SELECT family_name FROM tenant", "Durand");
}

/* Rows that another program changed without a word: undoing says what is in the way, row by row. */
static void
test_unnoted (Fixture      *fixture,
              gconstpointer data)
{
  tamper (fixture, "DROP TRIGGER journal_tenant_insert; DROP TRIGGER journal_house_update;"
                   "INSERT INTO tenant (id, code, family_name) SELECT row, 'T9', 'Squatter' FROM journal_change WHERE entry = 4;"
                   "UPDATE house SET name = 'Ruin'");
  assert_undo_fails (fixture, DELETE_TENANT, EQP_STORE_ERROR_CONFLICT, "“Squatter” (tenant) is there already.");
  assert_undo_fails (fixture, RENAME_MILL, EQP_STORE_ERROR_CONFLICT, "“H1” (house): “Name” was changed since.");
  assert_text (fixture, "SELECT name || floors FROM house", "Ruin3");
}

/* The same of a row that is simply gone, and of one that takes what is to come back. */
static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  tamper (fixture, "DROP TRIGGER journal_house_delete; DROP TRIGGER journal_tenant_insert;"
                   "INSERT INTO tenant (id, code, family_name) VALUES (77, 'T1', 'Rival'); DELETE FROM house");
  assert_undo_fails (fixture, RENAME_MILL, EQP_STORE_ERROR_CONFLICT, "“(deleted)” (house) was removed since.");
  assert_undo_fails (fixture, ADD_MILL, EQP_STORE_ERROR_CONFLICT, "“(deleted)” (house) was removed since.");
  assert_undo_fails (fixture, DELETE_TENANT, EQP_STORE_ERROR_CONFLICT, "“Durand” (tenant): The code “T1” is already used by “Rival”.");
}

#define ADD(name, func) g_test_add ("/history-damaged/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("no-object", test_no_object);
  ADD ("no-operation", test_no_operation);
  ADD ("unknown-table", test_unknown_table);
  ADD ("unknown-columns", test_unknown_columns);
  ADD ("label", test_label);
  ADD ("unnoted", test_unnoted);
  ADD ("gone", test_gone);
  return g_test_run ();
}
