/* test-history.c — the journal in words: entries, filters, changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"

typedef struct
{
  EqpStore  *store;
  EqpRecord *mill;
  EqpRecord *barn;
  EqpRecord *tenant; /* of the mill */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static guint     n;
  g_autofree char *name = g_strdup_printf ("history-%u.equipole", n++);
  g_autofree char *path = test_dup_path (name);

  fixture->store = test_store_create (path);
  fixture->mill = test_add_house (fixture->store, "H1", "Mill");
  fixture->barn = test_add_house (fixture->store, "H2", "Barn");
  fixture->tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (fixture->mill));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->mill);
  g_clear_object (&fixture->barn);
  g_clear_object (&fixture->tenant);
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
}

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

static void delete (EqpStore  *store,
                    EqpRecord *record)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed one");
  g_autoptr (GError) error = NULL;

  eqp_store_delete_one (store, message, record, &error);
  g_assert_no_error (error);
}

/* The sentences of the entries that pass, newest first. */
static char *
list (EqpStore               *store,
      const EqpHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (store, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *sentence = eqp_entry_dup_sentence (g_ptr_array_index (entries, i), EQP_LANGUAGE_EN);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sentence);
    }
  return g_string_free (text, FALSE);
}

#define assert_list(store, filter, expected)                \
  G_STMT_START                                              \
  {                                                         \
    g_autofree char *assert_list_is = list (store, filter); \
    g_assert_cmpstr (assert_list_is, ==, expected);         \
  }                                                         \
  G_STMT_END

/* "subject/sentence" of each change. */
static char *
word (EqpStore   *store,
      gint64      entry,
      EqpLanguage language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = eqp_store_list_changes (store, entry, language, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    {
      const EqpChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = eqp_change_dup_sentence (change, language);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? "; " : "", change->subject, sentence);
    }
  return g_string_free (text, FALSE);
}

#define assert_words(store, entry, expected)                                  \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *assert_words_are = word (store, entry, EQP_LANGUAGE_EN); \
    g_assert_cmpstr (assert_words_are, ==, expected);                         \
  }                                                                           \
  G_STMT_END

static void
test_newest_first (Fixture      *fixture,
                   gconstpointer data)
{
  EqpHistoryFilter two = { .limit = 2 };
  EqpHistoryFilter older = { .before = 3 };

  assert_list (fixture->store, NULL, "Added tenant T1; Added house H2; Added house H1");
  assert_list (fixture->store, &two, "Added tenant T1; Added house H2");
  assert_list (fixture->store, &older, "Added house H2; Added house H1");
}

static void
test_by_text (Fixture      *fixture,
              gconstpointer data)
{
  EqpHistoryFilter filter = { .text = "HOUSE added" };
  EqpHistoryFilter none = { .text = "nothing" };

  assert_list (fixture->store, &filter, "Added house H2; Added house H1");
  assert_list (fixture->store, &none, "");
}

static void
test_by_author (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpEntry) entry = eqp_store_get_entry (fixture->store, 1, &error);
  EqpHistoryFilter us = { .author = eqp_entry_get_author (entry), .limit = 1 };
  EqpHistoryFilter them = { .author = "Somebody Else" };

  g_assert_no_error (error);
  assert_list (fixture->store, &us, "Added tenant T1");
  assert_list (fixture->store, &them, "");
}

static void
test_by_day (Fixture      *fixture,
             gconstpointer data)
{
  EqpDate          today = eqp_date_today ();
  EqpHistoryFilter until_today = { .until = today, .limit = 1 };
  EqpHistoryFilter since_today = { .since = today, .limit = 1 };
  EqpHistoryFilter until_yesterday = { .until = today - 1 };
  EqpHistoryFilter since_tomorrow = { .since = today + 1 };

  assert_list (fixture->store, &until_today, "Added tenant T1");
  assert_list (fixture->store, &since_today, "Added tenant T1");
  assert_list (fixture->store, &until_yesterday, "");
  assert_list (fixture->store, &since_tomorrow, "");
}

/* The history of a record shows what it owns, also what was removed since. */
static void
test_of_record (Fixture      *fixture,
                gconstpointer data)
{
  EqpHistoryFilter mill = { .entity = &test_house_entity, .row = eqp_record_get_id (fixture->mill) };
  EqpHistoryFilter barn = { .entity = &test_house_entity, .row = eqp_record_get_id (fixture->barn) };
  EqpHistoryFilter mill_text = mill;

  assert_list (fixture->store, &mill, "Added tenant T1; Added house H1");
  assert_list (fixture->store, &barn, "Added house H2");
  delete (fixture->store, fixture->tenant);
  assert_list (fixture->store, &mill, "Removed one; Added tenant T1; Added house H1");
  assert_list (fixture->store, &barn, "Added house H2");
  delete (fixture->store, fixture->mill);
  assert_list (fixture->store, &mill, "Removed one; Removed one; Added tenant T1; Added house H1");
  mill_text.text = "tenant";
  assert_list (fixture->store, &mill_text, "Added tenant T1");
  mill.before = 3;
  assert_list (fixture->store, &mill, "Added house H1");
}

static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpEntry) edit = NULL;
  g_autoptr (EqpEntry) undo = NULL;
  g_autofree char *label = NULL;
  g_autofree char *when = NULL;
  g_autofree char *author = NULL;
  gboolean         undone;
  gint64           id;

  g_assert_true (eqp_store_undo (fixture->store, 3, NULL, &error));
  edit = eqp_store_get_entry (fixture->store, 3, &error);
  undo = eqp_store_get_entry (fixture->store, 4, &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_entry_get_kind (edit), ==, EQP_ENTRY_EDIT);
  g_assert_cmpint (eqp_entry_get_target (edit), ==, 0);
  g_assert_true (eqp_entry_is_undone (edit));
  g_assert_cmpint (eqp_entry_get_kind (undo), ==, EQP_ENTRY_UNDO);
  g_assert_cmpint (eqp_entry_get_target (undo), ==, 3);
  g_assert_false (eqp_entry_is_undone (undo));
  g_assert_cmpint (eqp_entry_get_instant (undo), >, 0);
  g_assert_cmpstr (eqp_message_get_msgid (eqp_entry_get_label (undo)), ==, "Added tenant {code}");
  g_object_get (undo, "id", &id, "label", &label, "author", &author, "when", &when, "is-undone", &undone, NULL);
  g_assert_cmpint (id, ==, 4);
  g_assert_cmpstr (label, ==, "Undone: Added tenant T1");
  g_assert_cmpstr (author, ==, eqp_entry_get_author (edit));
  g_assert_cmpstr (when, !=, "");
  g_assert_false (undone);
  g_assert_true (eqp_store_redo (fixture->store, NULL, &error));
  assert_list (fixture->store, (&(EqpHistoryFilter){ .limit = 2 }), "Redone: Added tenant T1; Undone: Added tenant T1");
}

static void
test_no_such_entry (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (eqp_store_get_entry (fixture->store, 99, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (eqp_store_list_changes (fixture->store, 99, EQP_LANGUAGE_EN, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static void
test_rows_come_and_go (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const EqpChange *change;
  gint64           id = eqp_record_get_id (fixture->tenant);

  assert_words (fixture->store, 3, "Durand/Added: Durand");
  delete (fixture->store, fixture->tenant);
  assert_words (fixture->store, 4, "Durand/Removed: Durand");
  assert_words (fixture->store, 3, "Durand/Added: Durand");
  changes = eqp_store_list_changes (fixture->store, 4, EQP_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->operation, ==, EQP_CHANGE_DELETE);
  g_assert_true (change->entity == &test_tenant_entity);
  g_assert_cmpint (change->row, ==, id);
  g_assert_cmpint (change->field, ==, -1);
  g_assert_cmpstr (change->before, ==, "");
}

static void
test_values_in_words (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (fixture->mill);
  g_autofree char *opened = eqp_date_format (eqp_date_from_ymd (2020, 2, 29), EQP_LANGUAGE_EN);
  g_autofree char *opened_fr = eqp_date_format (eqp_date_from_ymd (2020, 2, 29), EQP_LANGUAGE_FR);
  g_autofree char *expected = NULL;
  g_autofree char *french = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_NAME, "");
  eqp_record_set_text (draft, TEST_HOUSE_KIND, "barn");
  eqp_record_set_date (draft, TEST_HOUSE_OPENED, eqp_date_from_ymd (2020, 2, 29));
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 12);
  eqp_record_set_boolean (draft, TEST_HOUSE_LISTED, TRUE);
  save (fixture->store, draft, "Changed");
  expected = g_strdup_printf ("H1/Name: Mill → (empty); H1/Kind: (empty) → Barn; H1/Opened: (empty) → %s;"
                              " H1/Floors: (empty) → 12; H1/Listed: No → Yes",
                              opened);
  assert_words (fixture->store, 4, expected);
  french = word (fixture->store, 4, EQP_LANGUAGE_FR);
  g_assert_nonnull (strstr (french, opened_fr));
}

static void
test_references_in_words (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (fixture->tenant);
  g_autoptr (EqpRecord) second = NULL;

  eqp_record_set_reference (draft, TEST_TENANT_HOUSE, eqp_record_get_id (fixture->barn));
  save (fixture->store, draft, "Moved");
  assert_words (fixture->store, 4, "Durand/House: H1 → H2");
  delete (fixture->store, fixture->mill);
  assert_words (fixture->store, 4, "Durand/House: H1 → H2");
  second = eqp_record_dup_draft (fixture->tenant);
  eqp_record_set_reference (second, TEST_TENANT_HOUSE, 0);
  save (fixture->store, second, "Moved out");
  assert_words (fixture->store, 6, "Durand/House: H2 → (empty)");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/history/newest-first", test_newest_first);
  add ("/history/by-text", test_by_text);
  add ("/history/by-author", test_by_author);
  add ("/history/by-day", test_by_day);
  add ("/history/of-record", test_of_record);
  add ("/history/entry", test_entry);
  add ("/history/no-such-entry", test_no_such_entry);
  add ("/history/rows", test_rows_come_and_go);
  add ("/history/values", test_values_in_words);
  add ("/history/references", test_references_in_words);
#undef add
  return g_test_run ();
}
