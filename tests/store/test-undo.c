/* test-undo.c — undo, redo and revert: what they restore, and what they refuse */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"

typedef struct
{
  char     *path;
  EqpStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static guint     n;
  g_autofree char *name = g_strdup_printf ("undo-%u.equipole", n++);

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

static void
restart (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  eqp_store_close (fixture->store);
  g_object_unref (fixture->store);
  fixture->store = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
}

/* Every value of every record, as text. */
static char *
dump (EqpStore *store)
{
  static const char sql[] =
    "SELECT json_array(id, code, name, kind, opened, floors, listed) FROM house UNION ALL"
    " SELECT json_array(id, code, family_name, house_id, from_date, to_date) FROM tenant ORDER BY 1";
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, "");
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    g_string_append_printf (text, "%s\n", eqp_query_get_text (query, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

#define assert_dump(store, expected)                \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *assert_dump_is = dump (store); \
    g_assert_cmpstr (assert_dump_is, ==, expected); \
  }                                                 \
  G_STMT_END

static gint64
get_newest_entry (EqpStore *store)
{
  EqpHistoryFilter filter = { .limit = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (store, &filter, &error);

  g_assert_no_error (error);
  return entries->len > 0 ? eqp_entry_get_id (g_ptr_array_index (entries, 0)) : 0;
}

static gboolean
set_text (EqpStore   *store,
          EqpRecord  *record,
          guint       field,
          const char *value)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (GError) error = NULL;
  gboolean saved;

  eqp_record_set_text (draft, field, value);
  saved = eqp_store_save_one (store, message, draft, &error);
  g_assert_no_error (error);
  return saved;
}

static void
set_house (EqpStore  *store,
           EqpRecord *tenant,
           gint64     house)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (tenant);
  g_autoptr (EqpMessage) message = eqp_message_new ("Moved");
  g_autoptr (GError) error = NULL;

  eqp_record_set_reference (draft, TEST_TENANT_HOUSE, house);
  eqp_store_save_one (store, message, draft, &error);
  g_assert_no_error (error);
}

static gboolean delete (EqpStore  *store,
                        EqpRecord *record,
                        GError   **error)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed");

  return eqp_store_delete_one (store, message, record, error);
}

static void
undo (EqpStore *store,
      gint64    entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  eqp_store_undo (store, entry, &sentence, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sentence);
}

/* As Ctrl+Z does, until nothing is left. */
static void
undo_all (EqpStore *store,
          guint     expected)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (eqp_store_undo (store, 0, NULL, &error))
    n++;
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (n, ==, expected);
}

static void
redo (EqpStore *store)
{
  g_autoptr (GError) error = NULL;

  eqp_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

/* What is said of the youngest edit that stands in the way. */
#define FIRST(label) " Undo “" label "” (21 Nov 2026, 09:00) first."

/* Fails as it should, for that one reason, with nothing changed. */
static void
assert_conflict (EqpStore   *store,
                 gint64      entry,
                 const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *refusal = g_strdup_printf ("This cannot be taken back any more: %s", reason);
  g_autofree char *before = dump (store);
  gint64           newest = get_newest_entry (store);

  g_assert_false (eqp_store_undo (store, entry, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, refusal);
  assert_dump (store, before);
  g_assert_cmpint (get_newest_entry (store), ==, newest);
}

static void
test_insert (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *empty = dump (fixture->store);
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autofree char *full = dump (fixture->store);

  undo (fixture->store, 0);
  assert_dump (fixture->store, empty);
  g_assert_true (eqp_record_is_deleted (house));
  redo (fixture->store);
  assert_dump (fixture->store, full);
  undo (fixture->store, 0);
  assert_dump (fixture->store, empty);
}

static void
test_update (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autofree char *before = dump (fixture->store);
  g_autofree char *after = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Wind “mill”");
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 7);
  eqp_record_set_boolean (draft, TEST_HOUSE_LISTED, TRUE);
  eqp_record_set_date (draft, TEST_HOUSE_OPENED, eqp_date_from_ymd (2020, 2, 29));
  eqp_record_set_text (draft, TEST_HOUSE_KIND, "barn");
  g_assert_true (eqp_store_save_one (fixture->store, message, draft, NULL));
  after = dump (fixture->store);
  undo (fixture->store, 0);
  assert_dump (fixture->store, before);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Mill");
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
  redo (fixture->store);
  assert_dump (fixture->store, after);
}

static void
test_delete (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "L’“Étang”\n\t\r\x01\x1f\\ \"x\" \\n");
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (house));
  g_autofree char *before = dump (fixture->store);

  g_assert_true (delete (fixture->store, tenant, NULL));
  g_assert_true (delete (fixture->store, house, NULL));
  restart (fixture);
  undo (fixture->store, 0);
  undo (fixture->store, 0);
  assert_dump (fixture->store, before);
}

static gboolean
add_both_cb (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);
  g_autoptr (EqpRecord) tenant = eqp_record_new (&test_tenant_entity);

  eqp_record_set_text (house, TEST_HOUSE_CODE, "H9");
  eqp_record_set_text (tenant, TEST_TENANT_CODE, "T9");
  eqp_record_set_text (tenant, TEST_TENANT_FAMILY_NAME, "Nouveau");
  if (!eqp_store_save (store, house, error))
    return FALSE;
  eqp_record_set_reference (tenant, TEST_TENANT_HOUSE, eqp_record_get_id (house));
  if (!eqp_store_save (store, tenant, error))
    return FALSE;
  eqp_record_set_text (house, TEST_HOUSE_NAME, "Named later");
  return eqp_store_save (store, house, error);
}

/* A parent and its child, and the parent changed again, in one entry. */
static void
test_several_rows (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Added both");
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = dump (fixture->store);
  g_autofree char *full = NULL;

  eqp_store_edit (fixture->store, message, add_both_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  full = dump (fixture->store);
  undo (fixture->store, 0);
  assert_dump (fixture->store, empty);
  redo (fixture->store);
  assert_dump (fixture->store, full);
  undo (fixture->store, 0);
  redo (fixture->store);
  assert_dump (fixture->store, full);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *sentence = (gpointer)1;

  g_assert_false (eqp_store_undo (fixture->store, 0, &sentence, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_assert_null (sentence);
  g_clear_error (&error);
  g_assert_false (eqp_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (eqp_store_undo (fixture->store, 42, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static void
test_twice (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (GError) error = NULL;

  undo (fixture->store, 1);
  g_assert_false (eqp_store_undo (fixture->store, 1, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static gboolean
begin_cb (EqpStore *store,
          gpointer  user_data,
          GError  **error)
{
  g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);

  eqp_record_set_text (house, TEST_HOUSE_CODE, "H0");
  return eqp_store_save (store, house, error);
}

/* Undo does not go behind what the file begins with, not even by name. */
static void
test_beginning (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Reference tables");
  g_autoptr (GError) error = NULL;
  g_autofree char *beginning = NULL;

  g_assert_true (eqp_store_begin_with (fixture->store, message, begin_cb, NULL, &error));
  beginning = dump (fixture->store);
  g_assert_false (eqp_store_undo (fixture->store, 0, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (eqp_store_undo (fixture->store, 1, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  assert_dump (fixture->store, beginning);
}

/* An edit ends what can be redone; the undo itself can still be taken back by name. */
static void
test_redo_after_edit (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) again = NULL;
  g_autofree char *sentence = NULL;
  gint64           undo_entry;

  set_text (fixture->store, house, TEST_HOUSE_NAME, "Windmill");
  undo (fixture->store, 0);
  undo_entry = get_newest_entry (fixture->store);
  barn = test_add_house (fixture->store, "H2", "Barn");
  g_assert_false (eqp_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  eqp_store_undo (fixture->store, undo_entry, &sentence, &error);
  g_assert_cmpstr (sentence, ==, "Redone: Changed");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Windmill");
  /* Taking that redo back undoes the edit again. */
  undo (fixture->store, get_newest_entry (fixture->store));
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Mill");
}

static void
test_redo_in_order (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  const char *const names[] = { "One", "Two", "Three", "Four" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    set_text (fixture->store, house, TEST_HOUSE_NAME, names[i]);
  for (guint i = G_N_ELEMENTS (names) - 1; i > 0; i--)
    {
      g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, names[i]);
      undo (fixture->store, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names) - 1; i++)
    {
      g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, names[i]);
      redo (fixture->store);
    }
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Four");
}

/* An older entry goes alone when nothing later depends on it. */
static void
test_revert (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");

  set_text (fixture->store, house, TEST_HOUSE_NAME, "Windmill");
  set_text (fixture->store, house, TEST_HOUSE_CODE, "H1b");
  undo (fixture->store, 2);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Mill");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_CODE), ==, "H1b");
}

static void
test_conflicts (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = test_add_house (fixture->store, "H2", "Barn");
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (mill));
  gint64 entry;

  assert_conflict (fixture->store, 1, "“H1” (house) is used by “Durand” (tenant)." FIRST ("Added tenant T1"));
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Red barn");
  entry = get_newest_entry (fixture->store);
  assert_conflict (fixture->store, 2, "“H2” (house) was changed since." FIRST ("Changed"));
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Blue barn");
  assert_conflict (fixture->store, entry, "“H2” (house): “Name” was changed since." FIRST ("Changed"));
}

/* What thousands of rows stand against says the first reasons, one a line, and how many more there are. */
static void
test_many_conflicts (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (GPtrArray) tenants = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *code = g_strdup_printf ("T%u", i);

      g_ptr_array_add (tenants, test_add_tenant (fixture->store, code, code, eqp_record_get_id (mill)));
    }
  g_assert_false (eqp_store_undo (fixture->store, 1, NULL, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  g_assert_cmpstr (lines[0], ==, "This cannot be taken back any more:");
  for (guint i = 1; i < 9; i++)
    g_assert_true (g_str_has_prefix (lines[i], "• “H1” (house) is used by “T"));
  g_assert_cmpstr (lines[9], ==, "• and 2 other reasons");
}

/* Changed and changed back is as it was; but those two edits could not be taken back once the row is gone, or has another value. */
static void
test_changed_back (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpRecord) barn = test_add_house (fixture->store, "H1", "Barn");

  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Red barn");
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Blue barn");
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Red barn");
  assert_conflict (fixture->store, 2, "“H1” (house): “Name” was changed since." FIRST ("Changed"));
  undo (fixture->store, 0);
  undo (fixture->store, 0);
  undo (fixture->store, 2);
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Green barn");
  set_text (fixture->store, barn, TEST_HOUSE_NAME, "Barn");
  assert_conflict (fixture->store, 1, "“H1” (house) was changed since." FIRST ("Changed"));
  /* Nor can what they rest upon be done again under them. */
  assert_conflict (fixture->store, 7, "“H1” (house): “Name” was changed since." FIRST ("Changed"));
  undo_all (fixture->store, 3);
}

/* What was referred to for a while has to stay as long as that can be taken back. */
static void
test_referred_since (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Durand", 0);
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");

  set_house (fixture->store, tenant, eqp_record_get_id (mill));
  set_house (fixture->store, tenant, 0);
  assert_conflict (fixture->store, 2, "“Durand” (tenant) was changed since." FIRST ("Moved"));
  undo_all (fixture->store, 4);
}

/* A code that was freed, taken by somebody else for a while, and freed again; by a change, then by a removal. */
static void
test_code_taken_since (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = test_add_house (fixture->store, "H2", "Barn");

  set_text (fixture->store, mill, TEST_HOUSE_CODE, "H3");
  set_text (fixture->store, barn, TEST_HOUSE_CODE, "H1");
  set_text (fixture->store, barn, TEST_HOUSE_CODE, "H4");
  assert_conflict (fixture->store, 3, "“H4” (house) was changed since." FIRST ("Changed"));
  undo (fixture->store, 0);
  g_assert_true (delete (fixture->store, barn, NULL));
  assert_conflict (fixture->store, 3, "“H1” (house) was removed since." FIRST ("Removed"));
  undo_all (fixture->store, 5);
}

static void
test_conflicts_of_removed (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = test_add_house (fixture->store, "H2", "Barn");
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (mill));
  gint64 moved, gone;

  set_house (fixture->store, tenant, eqp_record_get_id (barn));
  moved = get_newest_entry (fixture->store);
  g_assert_true (delete (fixture->store, mill, NULL));
  assert_conflict (fixture->store, 1, "“H1” (house) was removed since." FIRST ("Removed"));
  assert_conflict (fixture->store, moved, "“Durand” (tenant) refers to “H1” (house), which was removed since." FIRST ("Removed"));
  g_assert_true (delete (fixture->store, tenant, NULL));
  gone = get_newest_entry (fixture->store);
  assert_conflict (fixture->store, moved, "“Durand” (tenant) was removed since." FIRST ("Removed"));
  g_assert_true (delete (fixture->store, barn, NULL));
  assert_conflict (fixture->store, gone, "“Durand” (tenant) refers to “H2” (house), which was removed since." FIRST ("Removed"));
}

/* A code that was freed and taken by somebody else. */
static void
test_conflict_of_code (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Mill");
  g_autoptr (EqpRecord) barn = NULL;
  g_autoptr (EqpRecord) tower = NULL;

  g_assert_true (delete (fixture->store, mill, NULL));
  barn = test_add_house (fixture->store, "H1", "Barn");
  assert_conflict (fixture->store, 2, "“H1” (house): The code “H1” is already used by “H1”.");
  set_text (fixture->store, barn, TEST_HOUSE_CODE, "H2");
  tower = test_add_house (fixture->store, "H1", "Tower");
  assert_conflict (fixture->store, 4, "“H2” (house): The code “H1” is already used by “H1”.");
}

static void
test_labels (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  undo (fixture->store, 0);
  g_object_get (fixture->store, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_null (undo_label);
  g_assert_cmpstr (redo_label, ==, "Added house H1");
  redo (fixture->store);
  g_clear_pointer (&redo_label, g_free);
  g_object_get (fixture->store, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_cmpstr (undo_label, ==, "Added house H1");
  g_assert_null (redo_label);
}

/* ---- any order of edits, undos, redos and reverts ---- */

typedef struct
{
  Fixture *fixture;
  GRand   *rand;
  guint    counter; /* no value is ever written twice */
} Walk;

static gint64
pick (Walk       *walk,
      const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (walk->fixture->store, &error, sql, "i", (gint64)g_rand_int (walk->rand));
  gint64 id = eqp_query_next (query, &error) ? eqp_query_get_integer (query, 0) : 0;

  g_assert_no_error (error);
  return id;
}

/* The row itself depends on nothing but the walk's own random numbers. */
#define PICK(table) "SELECT id FROM " table " ORDER BY abs(id % (?1 + 2)) LIMIT 1"

static EqpRecord *
pick_record (Walk            *walk,
             const EqpEntity *entity)
{
  gint64 id = pick (walk, entity == &test_house_entity ? PICK ("house") : PICK ("tenant"));
  g_autoptr (GError) error = NULL;
  EqpRecord *record;

  if (id == 0)
    return NULL;
  record = eqp_store_get (walk->fixture->store, entity, id, &error);
  g_assert_no_error (error);
  return record;
}

static void
walk_add (Walk *walk)
{
  g_autofree char *code = g_strdup_printf ("C%u", ++walk->counter);
  g_autoptr (EqpRecord) record = NULL;

  if (g_rand_boolean (walk->rand))
    record = test_add_house (walk->fixture->store, code, code);
  else
    record = test_add_tenant (walk->fixture->store, code, code, pick (walk, PICK ("house")));
}

static void
walk_change (Walk *walk)
{
  g_autofree char *value = g_strdup_printf ("V%u", ++walk->counter);
  gboolean         house = g_rand_boolean (walk->rand);
  g_autoptr (EqpRecord) record = pick_record (walk, house ? &test_house_entity : &test_tenant_entity);

  if (record == NULL)
    return;
  switch (g_rand_int_range (walk->rand, 0, 3))
    {
    case 0:
      set_text (walk->fixture->store, record, house ? TEST_HOUSE_CODE : TEST_TENANT_CODE, value);
      break;
    case 1:
      set_text (walk->fixture->store, record, house ? TEST_HOUSE_NAME : TEST_TENANT_FAMILY_NAME, value);
      break;
    default:
      if (house)
        set_text (walk->fixture->store, record, TEST_HOUSE_KIND, walk->counter % 2 ? "barn" : "tower");
      else
        set_house (walk->fixture->store, record, pick (walk, PICK ("house")));
    }
}

static void
walk_delete (Walk *walk)
{
  g_autoptr (EqpRecord) record = pick_record (walk, g_rand_boolean (walk->rand) ? &test_house_entity : &test_tenant_entity);
  g_autoptr (GError) error = NULL;

  if (record != NULL && !delete (walk->fixture->store, record, &error))
    g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
}

/* Takes back any entry, which may be refused, then every other time does it again: both must leave all as it was. */
static void
walk_revert (Walk *walk)
{
  EqpStore        *store = walk->fixture->store;
  g_autofree char *before = dump (store);
  gint64           newest = get_newest_entry (store);
  g_autoptr (GError) error = NULL;

  if (newest == 0)
    return;
  if (eqp_store_undo (store, g_rand_int_range (walk->rand, 1, (gint32)newest + 1), NULL, &error))
    {
      if (g_rand_boolean (walk->rand))
        return;
      undo (store, get_newest_entry (store));
    }
  else
    g_assert_true (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT) || g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND));
  assert_dump (store, before);
}

static void
walk_undo_or_redo (Walk    *walk,
                   gboolean is_redo)
{
  g_autoptr (GError) error = NULL;
  gboolean done = is_redo ? eqp_store_redo (walk->fixture->store, NULL, &error) : eqp_store_undo (walk->fixture->store, 0, NULL, &error);

  if (!done)
    g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static void
walk_step (Walk *walk)
{
  int dice = g_rand_int_range (walk->rand, 0, 100);

  if (dice < 25)
    walk_add (walk);
  else if (dice < 55)
    walk_change (walk);
  else if (dice < 65)
    walk_delete (walk);
  else if (dice < 80)
    walk_undo_or_redo (walk, FALSE);
  else if (dice < 90)
    walk_undo_or_redo (walk, TRUE);
  else if (dice < 98)
    walk_revert (walk);
  else
    restart (walk->fixture);
}

static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  Walk walk = { fixture, g_rand_new_with_seed (GPOINTER_TO_UINT (data)), 0 };
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Mill");
  g_autofree char *beginning = NULL;
  g_autoptr (GError) error = NULL;
  guint n_undone = 0;

  g_clear_object (&house);
  undo (fixture->store, 0);
  beginning = dump (fixture->store);
  for (guint i = 0; i < 500; i++)
    walk_step (&walk);
  while (eqp_store_undo (fixture->store, 0, NULL, &error))
    n_undone++;
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_undone, >, 50);
  assert_dump (fixture->store, beginning);
  g_rand_free (walk.rand);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/undo/insert", test_insert);
  add ("/undo/update", test_update);
  add ("/undo/delete", test_delete);
  add ("/undo/several-rows", test_several_rows);
  add ("/undo/nothing", test_nothing);
  add ("/undo/twice", test_twice);
  add ("/undo/beginning", test_beginning);
  add ("/undo/redo-after-edit", test_redo_after_edit);
  add ("/undo/redo-in-order", test_redo_in_order);
  add ("/undo/revert", test_revert);
  add ("/undo/conflicts", test_conflicts);
  add ("/undo/changed-back", test_changed_back);
  add ("/undo/referred-since", test_referred_since);
  add ("/undo/code-taken-since", test_code_taken_since);
  add ("/undo/many-conflicts", test_many_conflicts);
  add ("/undo/conflicts-of-removed", test_conflicts_of_removed);
  add ("/undo/conflict-of-code", test_conflict_of_code);
  add ("/undo/labels", test_labels);
#undef add
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/undo/walk/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_walk, tear_down);
    }
  return g_test_run ();
}
