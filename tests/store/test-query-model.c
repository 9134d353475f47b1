/* test-query-model.c — the list model over a SELECT: items, windows, exact changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "store/eqp-query-model.h"
#include "tests/test-folder.h"

typedef struct
{
  EqpStore      *store;
  EqpQueryModel *model;
  GString       *log;  /* "position-removed+added;" of each items-changed */
  GPtrArray     *copy; /* ids, kept by what items-changed says alone */
} Fixture;

static gint64 *
dup_id (GListModel *model,
        guint       position)
{
  g_autoptr (EqpRecord) record = g_list_model_get_item (model, position);
  gint64 *id = g_new (gint64, 1);

  *id = eqp_record_get_id (record);
  return id;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_string_append_printf (fixture->log, "%u-%u+%u;", position, removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->copy, (int)(position + i), dup_id (model, position + i));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static guint     n;
  g_autofree char *name = g_strdup_printf ("query-model-%u.equipole", n++);
  g_autofree char *path = test_dup_path (name);

  fixture->store = test_store_create (path);
  fixture->model = eqp_query_model_new (fixture->store, &test_house_entity);
  fixture->log = g_string_new (NULL);
  fixture->copy = g_ptr_array_new_with_free_func (g_free);
  eqp_query_model_set_order (fixture->model, "code");
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->log, TRUE);
  g_ptr_array_unref (fixture->copy);
}

/* From here on items-changed alone must keep the copy right. */
static void
watch (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->model);

  g_ptr_array_set_size (fixture->copy, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (fixture->copy, dup_id (model, i));
  g_string_truncate (fixture->log, 0);
}

static void
assert_log (Fixture    *fixture,
            const char *expected)
{
  GListModel *model = G_LIST_MODEL (fixture->model);

  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->copy->len);
  for (guint i = 0; i < fixture->copy->len; i++)
    {
      g_autofree gint64 *id = dup_id (model, i);

      g_assert_cmpint (*id, ==, *(gint64 *)g_ptr_array_index (fixture->copy, i));
    }
}

static char *
list_codes (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EqpRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", eqp_record_get_text (record, TEST_HOUSE_CODE));
    }
  return g_string_free (text, FALSE);
}

#define assert_codes(fixture, expected)                                             \
  G_STMT_START                                                                      \
  {                                                                                 \
    g_autofree char *assert_codes_are = list_codes (G_LIST_MODEL (fixture->model)); \
    g_assert_cmpstr (assert_codes_are, ==, expected);                               \
  }                                                                                 \
  G_STMT_END

static void
set_text (EqpStore   *store,
          EqpRecord  *record,
          guint       field,
          const char *value)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, field, value);
  eqp_store_save_one (store, message, draft, &error);
  g_assert_no_error (error);
}

static void
test_items (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (EqpRecord) b = test_add_house (fixture->store, "B", "Barn");
  g_autoptr (EqpRecord) a = test_add_house (fixture->store, "A", "Mill");
  g_autoptr (EqpRecord) first = NULL;

  assert_codes (fixture, "A B");
  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_true (first == a);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), 2));
  g_assert_true (g_type_is_a (g_list_model_get_item_type (G_LIST_MODEL (fixture->model)), EQP_TYPE_RECORD));
  g_assert_cmpint (eqp_query_model_find (fixture->model, eqp_record_get_id (b)), ==, 1);
  g_assert_cmpint (eqp_query_model_find (fixture->model, 1), ==, -1);
  g_assert_cmpstr (fixture->log->str, ==, "");
}

static void
test_query (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (EqpRecord) a = test_add_house (fixture->store, "A", "Old mill");
  g_autoptr (EqpRecord) b = test_add_house (fixture->store, "B", "Barn");
  g_autoptr (EqpRecord) c = test_add_house (fixture->store, "C", "New mill");

  watch (fixture);
  eqp_query_model_set_search (fixture->model, "MIL");
  assert_codes (fixture, "A C");
  assert_log (fixture, "1-1+0;");
  eqp_query_model_set_search (fixture->model, "MIL");
  eqp_query_model_set_search (fixture->model, "mill");
  assert_log (fixture, "");
  eqp_query_model_set_where (fixture->model, "name >= 'O'");
  assert_codes (fixture, "A");
  assert_log (fixture, "1-1+0;");
  eqp_query_model_set_where (fixture->model, NULL);
  eqp_query_model_set_search (fixture->model, " - ");
  assert_codes (fixture, "A B C");
  eqp_query_model_set_order (fixture->model, "code DESC");
  assert_codes (fixture, "C B A");
  g_object_set (fixture->model, "order", NULL, "search", "nothing", NULL);
  assert_codes (fixture, "");
}

static void
test_follows_changes (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) a = test_add_house (fixture->store, "A", "One");
  g_autoptr (EqpRecord) c = test_add_house (fixture->store, "C", "Three");
  g_autoptr (EqpRecord) b = NULL;
  g_autoptr (EqpRecord) tenant = NULL;
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed");
  g_autoptr (GError) error = NULL;

  watch (fixture);
  b = test_add_house (fixture->store, "B", "Two");
  assert_log (fixture, "1-0+1;");
  /* What does not move is told by the record itself. */
  set_text (fixture->store, b, TEST_HOUSE_NAME, "Second");
  assert_log (fixture, "");
  set_text (fixture->store, b, TEST_HOUSE_CODE, "D");
  assert_codes (fixture, "A C D");
  assert_log (fixture, "1-2+2;");
  tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (c));
  assert_log (fixture, "");
  g_assert_true (eqp_store_delete_one (fixture->store, message, a, &error));
  assert_log (fixture, "0-1+0;");
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_log (fixture, "0-0+1;");
  eqp_query_model_set_search (fixture->model, "sec");
  assert_log (fixture, "0-2+0;");
  set_text (fixture->store, b, TEST_HOUSE_NAME, "Zweite");
  assert_log (fixture, "0-1+0;");
}

/* A condition on another table is asked again when that one changes. */
static void
test_sub_query (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (EqpRecord) a = test_add_house (fixture->store, "A", "One");
  g_autoptr (EqpRecord) b = test_add_house (fixture->store, "B", "Two");
  g_autoptr (EqpRecord) tenant = NULL;

  eqp_query_model_set_where (fixture->model, "id IN (SELECT house_id FROM tenant)");
  watch (fixture);
  tenant = test_add_tenant (fixture->store, "T1", "Durand", eqp_record_get_id (b));
  assert_log (fixture, "0-0+1;");
  assert_codes (fixture, "B");
}

static gboolean
add_many_cb (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (user_data); i++)
    {
      g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);
      g_autofree char *code = g_strdup_printf ("%06u", i);

      eqp_record_set_text (house, TEST_HOUSE_CODE, code);
      eqp_record_set_text (house, TEST_HOUSE_NAME, i % 3 == 0 ? "Third" : "Other");
      if (!eqp_store_save (store, house, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_many (Fixture *fixture,
          guint    n)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Many");
  g_autoptr (GError) error = NULL;

  eqp_store_edit (fixture->store, message, add_many_cb, GUINT_TO_POINTER (n), NULL, &error);
  g_assert_no_error (error);
}

static void
finish_loading (Fixture *fixture)
{
  gboolean loading = TRUE;

  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->model, "loading", &loading, NULL);
    }
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *n)
{
  (*n)++;
}

/* A long list shows its beginning at once. */
static void
test_long_list (Fixture      *fixture,
                gconstpointer data)
{
  guint    n_loading = 0, n_items_notified = 0, n_items, first;
  gboolean loading;

  add_many (fixture, 10000);
  g_signal_connect (fixture->model, "notify::loading", G_CALLBACK (count_notify_cb), &n_loading);
  g_signal_connect (fixture->model, "notify::n-items", G_CALLBACK (count_notify_cb), &n_items_notified);
  watch (fixture);
  first = fixture->copy->len;
  g_object_get (fixture->model, "loading", &loading, NULL);
  g_assert_true (loading);
  g_assert_cmpuint (first, >=, 205);
  g_assert_cmpuint (first, <, 1000);
  finish_loading (fixture);
  g_object_get (fixture->model, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, 10000);
  g_assert_cmpuint (n_loading, ==, 2);
  g_assert_cmpuint (n_items_notified, ==, 1);
  {
    g_autofree char *expected = g_strdup_printf ("%u-0+%u;", first, 10000 - first);

    assert_log (fixture, expected);
  }
  for (guint i = 0; i < 10000; i += 37)
    {
      g_autoptr (EqpRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), 9999 - i);
      g_autofree char *code = g_strdup_printf ("%06u", 9999 - i);

      g_assert_cmpstr (eqp_record_get_text (record, TEST_HOUSE_CODE), ==, code);
    }
}

/* More hits than are asked for by id: the list is read in its order, and the others are skipped. */
static void
test_search_of_long_list (Fixture      *fixture,
                          gconstpointer data)
{
  add_many (fixture, 9000);
  eqp_query_model_set_search (fixture->model, "third");
  watch (fixture);
  finish_loading (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 3000);
  for (guint i = 0; i < 3000; i += 11)
    {
      g_autoptr (EqpRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
      g_autofree char *code = g_strdup_printf ("%06u", i * 3);

      g_assert_cmpstr (eqp_record_get_text (record, TEST_HOUSE_CODE), ==, code);
    }
}

/* Finding a row reads what is still to be read. */
static void
test_find_in_long_list (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) last = NULL;
  gboolean loading;

  add_many (fixture, 2000);
  last = test_add_house (fixture->store, "z", "Last");
  watch (fixture);
  g_assert_cmpint (eqp_query_model_find (fixture->model, eqp_record_get_id (last)), ==, 2000);
  g_object_get (fixture->model, "loading", &loading, NULL);
  g_assert_false (loading);
  g_assert_cmpuint (fixture->copy->len, ==, 2001);
}

/* However far one scrolls, only so many records are held. */
static void
test_windows (Fixture      *fixture,
              gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->model);
  EqpRecord  *first;

  add_many (fixture, 12000);
  watch (fixture);
  g_assert_cmpint (eqp_query_model_find (fixture->model, 1), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 12000);
  first = g_list_model_get_item (model, 0);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *)&first);
  g_object_unref (first);
  for (guint i = 0; i < 12000; i += 128)
    {
      g_autoptr (EqpRecord) record = g_list_model_get_item (model, i);

      g_assert_nonnull (record);
      if (i == 60 * 128)
        g_assert_nonnull (first);
    }
  g_assert_null (first);
}

/* A row that another process removed, before it is noticed. */
static void
test_row_gone_unnoticed (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) a = test_add_house (fixture->store, "A", "One");
  gint64 id = eqp_record_get_id (a);
  g_autoptr (EqpStore) other = eqp_store_open (eqp_store_get_path (fixture->store), &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) theirs = NULL;
  g_autoptr (EqpRecord) item = NULL;
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed");

  g_assert_no_error (error);
  g_clear_object (&a);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 1);
  g_ptr_array_add (fixture->copy, g_new0 (gint64, 1));
  theirs = eqp_store_get (other, &test_house_entity, id, &error);
  g_assert_true (eqp_store_delete_one (other, message, theirs, &error));
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_nonnull (item);
  g_assert_true (eqp_store_refresh (fixture->store, &error));
  assert_log (fixture, "0-1+0;");
  eqp_store_close (other);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/query-model/items", test_items);
  add ("/query-model/query", test_query);
  add ("/query-model/follows-changes", test_follows_changes);
  add ("/query-model/sub-query", test_sub_query);
  add ("/query-model/long-list", test_long_list);
  add ("/query-model/search-of-long-list", test_search_of_long_list);
  add ("/query-model/find-in-long-list", test_find_in_long_list);
  add ("/query-model/windows", test_windows);
  add ("/query-model/row-gone-unnoticed", test_row_gone_unnoticed);
#undef add
  return g_test_run ();
}
