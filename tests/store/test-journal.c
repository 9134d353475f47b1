/* test-journal.c — what the journal records, refuses and tells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "store/eqp-store-private.h"
#include "tests/test-folder.h"

#include <sqlite3.h>

typedef struct
{
  char     *path;
  EqpStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("journal-%u.equipole", g_test_rand_int () & 0xffffff);

  fixture->path = test_dup_path (name);
  fixture->store = test_store_create (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
}

/* One value of the file, read past the store. */
static char *
ask_file (Fixture    *fixture,
          const char *sql)
{
  sqlite3      *database;
  sqlite3_stmt *statement;
  char         *value;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return value;
}

#define assert_in_file(fixture, sql, expected)               \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *assert_value = ask_file (fixture, sql); \
    g_assert_cmpstr (assert_value, ==, expected);            \
  }                                                          \
  G_STMT_END

static void
save (EqpStore   *store,
      EqpRecord  *draft,
      const char *label)
{
  g_autoptr (EqpMessage) message = eqp_message_new (label);
  g_autoptr (GError) error = NULL;

  eqp_store_save_one (store, message, draft, &error);
  g_assert_no_error (error);
}

static void
test_insert_keeps_only_the_id (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, eqp_record_get_id (house));

  assert_in_file (fixture, "SELECT count(*) FROM journal_change", "1");
  assert_in_file (fixture, "SELECT operation || table_name FROM journal_change", "0house");
  assert_in_file (fixture, "SELECT row FROM journal_change", id);
  assert_in_file (fixture, "SELECT before IS NULL AND after IS NULL FROM journal_change", "1");
}

static void
test_update_keeps_the_changed_columns (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);

  eqp_record_set_text (draft, TEST_HOUSE_NAME, "The “old”\n\"mill\"");
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 3);
  eqp_record_set_boolean (draft, TEST_HOUSE_LISTED, TRUE);
  save (fixture->store, draft, "Changed");
  assert_in_file (fixture, "SELECT before FROM journal_change WHERE operation = 1", "{\"name\":\"Mill\",\"floors\":null,\"listed\":0}");
  assert_in_file (fixture, "SELECT after FROM journal_change WHERE operation = 1",
                  "{\"name\":\"The “old”\\n\\\"mill\\\"\",\"floors\":3,\"listed\":1}");
}

static void
test_delete_keeps_the_row (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed");
  g_autoptr (GError) error = NULL;

  eqp_store_delete_one (fixture->store, message, house, &error);
  g_assert_no_error (error);
  assert_in_file (fixture, "SELECT before FROM journal_change WHERE operation = 2",
                  "{\"code\":\"H1\",\"name\":\"Mill\",\"kind\":\"\",\"opened\":\"\",\"floors\":null,\"listed\":0}");
}

static gboolean
change_nothing (EqpStore *store,
                gpointer  user_data,
                GError  **error)
{
  return TRUE;
}

static void
test_nothing_changed_is_no_entry (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Nothing");
  g_autoptr (GError) error = NULL;
  gint64 entry = 99;

  g_assert_true (eqp_store_edit (fixture->store, message, change_nothing, NULL, &entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry, ==, 0);
  assert_in_file (fixture, "SELECT count(*) FROM journal_entry", "0");
}

/* Another program knows nothing of entries: its writes must fail, and not hang themselves on an old entry. */
static void
test_foreign_writes_fail (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  const char *const writes[] = {
    "INSERT INTO house (id, code) VALUES (7, 'H7')",
    "INSERT OR REPLACE INTO house (id, code) VALUES (7, 'H1')",
    "UPDATE house SET name = 'Theirs'",
    "UPDATE house SET id = 7",
    "DELETE FROM house",
  };
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    g_assert_cmpint (sqlite3_exec (database, writes[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (database);
  assert_in_file (fixture, "SELECT count(*) FROM journal_change", "1");
  assert_in_file (fixture, "SELECT group_concat(name) FROM house", "Mill");
}

/* A trigger that is not what the field table asks for is replaced when the file is next opened. */
static void
test_triggers_are_restored (Fixture      *fixture,
                            gconstpointer data)
{
  const char *tampering =
    "DROP TRIGGER journal_house_update; DROP TRIGGER journal_house_delete;"
    "CREATE TRIGGER journal_house_delete AFTER DELETE ON house BEGIN SELECT 1; END;"
    "CREATE TRIGGER journal_gone_insert AFTER INSERT ON house BEGIN SELECT 1; END;";
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_autofree char *before = ask_file (fixture, "SELECT group_concat(name || sql) FROM (SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name)");

  eqp_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, tampering, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  fixture->store = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  assert_in_file (fixture, "SELECT group_concat(name || sql) FROM (SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name)", before);
}

typedef struct
{
  gint64   entry;
  gboolean house;
  gboolean tenant;
  gboolean row;
  gint64   row_id;
  guint    n;
} Seen;

static void
changed_cb (EqpStore     *store,
            EqpChangeSet *changes,
            gpointer      user_data)
{
  Seen *seen = user_data;

  seen->n++;
  seen->entry = eqp_change_set_get_entry (changes);
  seen->house = eqp_change_set_touches (changes, &test_house_entity);
  seen->tenant = eqp_change_set_touches (changes, &test_tenant_entity);
  seen->row = eqp_change_set_has_row (changes, &test_house_entity, seen->row_id);
}

static void
test_changed_names_the_rows (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = NULL;
  g_autoptr (EqpRecord) tenant = NULL;
  Seen seen = { .row_id = eqp_record_get_id (mill) };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  barn = test_add_house (fixture->store, "H2", "Barn");
  g_assert_cmpuint (seen.n, ==, 1);
  g_assert_cmpint (seen.entry, ==, 2);
  g_assert_true (seen.house);
  g_assert_false (seen.tenant);
  g_assert_false (seen.row);
  tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (mill));
  g_assert_cmpuint (seen.n, ==, 2);
  g_assert_false (seen.house);
  g_assert_true (seen.tenant);
  g_signal_handlers_disconnect_by_data (fixture->store, &seen);
}

static void
count_row (const EqpEntity   *entity,
           gint64             row,
           EqpChangeOperation operation,
           gpointer           user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s %d %d;", entity != NULL ? entity->table : "any", (int)row, operation);
}

static void
test_change_set_combines (void)
{
  g_autoptr (EqpChangeSet) set = _eqp_change_set_new (4);
  g_autoptr (EqpChangeSet) same = eqp_change_set_ref (set);
  g_autoptr (GString) text = g_string_new (NULL);

  _eqp_change_set_add (set, &test_house_entity, 9, EQP_CHANGE_INSERT);
  _eqp_change_set_add (set, &test_house_entity, 3, EQP_CHANGE_UPDATE);
  _eqp_change_set_add (set, &test_house_entity, 9, EQP_CHANGE_UPDATE);
  _eqp_change_set_add (set, &test_house_entity, 5, EQP_CHANGE_DELETE);
  _eqp_change_set_add (set, &test_house_entity, 5, EQP_CHANGE_INSERT);
  _eqp_change_set_add (set, &test_house_entity, 7, EQP_CHANGE_INSERT);
  _eqp_change_set_add (set, &test_house_entity, 7, EQP_CHANGE_DELETE);
  _eqp_change_set_foreach (same, count_row, text);
  g_assert_cmpstr (text->str, ==, "house 3 1;house 5 1;house 7 2;house 9 0;");
  g_assert_true (eqp_change_set_has_row (set, &test_house_entity, 9));
  g_assert_false (eqp_change_set_has_row (set, &test_house_entity, 8));
  g_assert_false (eqp_change_set_has_row (set, &test_tenant_entity, 9));
}

static void
test_change_set_of_everything (void)
{
  g_autoptr (EqpChangeSet) set = _eqp_change_set_new_all ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (eqp_change_set_touches (set, &test_tenant_entity));
  g_assert_true (eqp_change_set_has_row (set, &test_house_entity, 1));
  _eqp_change_set_foreach (set, count_row, text);
  g_assert_cmpstr (text->str, ==, "any 0 1;");
}

static void
test_change_set_of_very_many (void)
{
  g_autoptr (EqpChangeSet) set = _eqp_change_set_new (1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint64 i = 1; i <= 100000; i++)
    _eqp_change_set_add (set, &test_house_entity, i, EQP_CHANGE_INSERT);
  _eqp_change_set_add (set, &test_tenant_entity, 4, EQP_CHANGE_DELETE);
  _eqp_change_set_foreach (set, count_row, text);
  g_assert_cmpstr (text->str, ==, "house 0 1;tenant 4 2;");
  g_assert_true (eqp_change_set_has_row (set, &test_house_entity, 100001));
  g_assert_false (eqp_change_set_has_row (set, &test_tenant_entity, 5));
}

static void
test_another_process_is_noticed (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) other = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) theirs = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) second = NULL;
  Seen seen = { .row_id = eqp_record_get_id (house) };

  g_assert_no_error (error);
  theirs = eqp_store_get (other, &test_house_entity, seen.row_id, &error);
  g_assert_no_error (error);
  draft = eqp_record_dup_draft (theirs);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Windmill");
  save (other, draft, "Changed");
  second = test_add_house (other, "H2", "Barn");

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  g_assert_true (eqp_store_refresh (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (seen.n, ==, 1);
  g_assert_cmpint (seen.entry, ==, 0);
  g_assert_true (seen.row);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Windmill");
  g_signal_handlers_disconnect_by_data (fixture->store, &seen);
  eqp_store_close (other);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/journal/insert", test_insert_keeps_only_the_id);
  add ("/journal/update", test_update_keeps_the_changed_columns);
  add ("/journal/delete", test_delete_keeps_the_row);
  add ("/journal/nothing", test_nothing_changed_is_no_entry);
  add ("/journal/foreign-writes", test_foreign_writes_fail);
  add ("/journal/triggers", test_triggers_are_restored);
  add ("/journal/changed", test_changed_names_the_rows);
  add ("/journal/another-process", test_another_process_is_noticed);
#undef add
  g_test_add_func ("/journal/change-set/combines", test_change_set_combines);
  g_test_add_func ("/journal/change-set/everything", test_change_set_of_everything);
  g_test_add_func ("/journal/change-set/very-many", test_change_set_of_very_many);
  return g_test_run ();
}
