/* test-query-model-blocks.c — a list so long that its ids are not held: order, places, exact changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "store/eqp-query-model.h"
#include "tests/test-folder.h"

#include <sqlite3.h>

#define N_HOUSES 20000
/* Nullable, with many equal rows, turned. */
#define ORDER "floors DESC, opened DESC"
#define N_EDITS 24

typedef struct
{
  EqpStore      *store;
  EqpQueryModel *model;
  const char    *where;
  const char    *order;    /* as SELECT has it */
  GArray        *copy;     /* gint64: kept by what items-changed says alone */
  guint          n_told;   /* how often it said something */
  guint          n_gone;   /* and how much at most */
  guint          position; /* where it was last */
} Fixture;

static gint64
get_id (GListModel *model,
        guint       position)
{
  g_autoptr (EqpRecord) record = g_list_model_get_item (model, position);

  return eqp_record_get_id (record);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_told++;
  fixture->n_gone = MAX (fixture->n_gone, removed);
  fixture->position = position;
  if (removed > 0)
    g_array_remove_range (fixture->copy, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = get_id (model, position + i);

      g_array_insert_val (fixture->copy, position + i, id);
    }
}

static void
add_house (EqpStore *store,
           guint     i,
           GError  **error)
{
  g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);
  g_autofree char *code = g_strdup_printf ("H%06u", i);

  eqp_record_set_text (house, TEST_HOUSE_CODE, code);
  eqp_record_set_text (house, TEST_HOUSE_NAME, i % 4 == 0 ? "Fourth" : "Other");
  if (i % 5 > 0)
    eqp_record_set_integer (house, TEST_HOUSE_FLOORS, (i * 7) % 300);
  if (i % 3 > 0)
    eqp_record_set_date (house, TEST_HOUSE_OPENED, eqp_date_from_ymd (2000 + (int)(i * 13 % 20), 1 + (int)(i % 12), 1));
  eqp_store_save (store, house, error);
}

static gboolean
add_many_cb (EqpStore *store,
             gpointer  user_data,
             GError  **error)
{
  const guint *range = user_data;

  for (guint i = range[0]; i < range[1] && *error == NULL; i++)
    add_house (store, i, error);
  return *error == NULL;
}

static void
add_many (EqpStore *store,
          guint     from,
          guint     to)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Many");
  g_autoptr (GError) error = NULL;
  guint range[] = { from, to };

  eqp_store_edit (store, message, add_many_cb, range, NULL, &error);
  g_assert_no_error (error);
}

static void
add_index (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE INDEX house_floors ON house (floors, opened)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static guint     n;
  g_autofree char *name = g_strdup_printf ("query-model-blocks-%u.equipole", n++);
  g_autofree char *path = test_dup_path (name);

  fixture->store = test_store_create (path);
  add_index (path);
  add_many (fixture->store, 0, N_HOUSES);
  fixture->copy = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->model = eqp_query_model_new (fixture->store, &test_house_entity);
  fixture->where = "1";
  fixture->order = ORDER ", id DESC";
  eqp_query_model_set_order (fixture->model, ORDER);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_array_unref (fixture->copy);
}

static void
finish_loading (Fixture *fixture)
{
  gboolean loading;

  g_object_get (fixture->model, "loading", &loading, NULL);
  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->model, "loading", &loading, NULL);
    }
}

/* What items-changed told is what a SELECT says; with @items, what the list shows too. */
static void
assert_right (Fixture *fixture,
              gboolean items)
{
  GListModel      *list = G_LIST_MODEL (fixture->model);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM house WHERE %s ORDER BY %s", fixture->where, fixture->order);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (fixture->store, &error, sql, NULL);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, fixture->copy->len);
  for (; eqp_query_next (query, &error); n++)
    {
      gint64 id = eqp_query_get_integer (query, 0);

      g_assert_cmpuint (n, <, fixture->copy->len);
      g_assert_cmpint (g_array_index (fixture->copy, gint64, n), ==, id);
      if (items)
        g_assert_cmpint (get_id (list, n), ==, id);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, fixture->copy->len);
}

static void
watch (Fixture *fixture)
{
  GListModel *list = G_LIST_MODEL (fixture->model);

  g_array_set_size (fixture->copy, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      gint64 id = get_id (list, i);

      g_array_append_val (fixture->copy, id);
    }
  finish_loading (fixture);
  fixture->n_told = fixture->n_gone = 0;
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  watch (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, N_HOUSES);
  assert_right (fixture, TRUE);
  eqp_query_model_set_order (fixture->model, "floors, opened");
  fixture->order = "floors, opened, id";
  finish_loading (fixture);
  assert_right (fixture, TRUE);
  eqp_query_model_set_order (fixture->model, "code");
  eqp_query_model_set_where (fixture->model, "floors IS NOT NULL AND code <> 'H000001'");
  fixture->order = "code";
  fixture->where = "floors IS NOT NULL AND code <> 'H000001'";
  finish_loading (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, N_HOUSES * 4 / 5 - 1);
  assert_right (fixture, TRUE);
  /* No index has that one. */
  eqp_query_model_set_order (fixture->model, "name, lower (code) DESC");
  fixture->order = "name, lower (code) DESC";
  finish_loading (fixture);
  assert_right (fixture, TRUE);
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  gint64 id;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), <, N_HOUSES);
  g_assert_cmpint (eqp_query_model_find (fixture->model, 1), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_HOUSES);
  for (guint i = 0; i < N_HOUSES; i += 371)
    g_assert_cmpint (eqp_query_model_find (fixture->model, get_id (G_LIST_MODEL (fixture->model), i)), ==, (int)i);
  id = get_id (G_LIST_MODEL (fixture->model), N_HOUSES - 1);
  g_assert_cmpint (eqp_query_model_find (fixture->model, id), ==, N_HOUSES - 1);
  eqp_query_model_set_where (fixture->model, "floors IS NOT NULL");
  g_assert_cmpint (eqp_query_model_find (fixture->model, id), ==, -1);
}

static gboolean
change_cb (EqpStore *store,
           gpointer  user_data,
           GError  **error)
{
  GPtrArray *houses = user_data;

  for (guint i = 0; i < houses->len; i++)
    {
      EqpRecord *house = g_ptr_array_index (houses, i);
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
      guint what = g_test_rand_int_range (0, 4);

      if (what == 0)
        {
          if (!eqp_store_delete (store, house, error))
            return FALSE;
          continue;
        }
      if (what == 1)
        eqp_record_set_text (draft, TEST_HOUSE_NAME, "Renamed");
      else
        eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, what == 2 ? g_test_rand_int_range (0, 300) : 150);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static void
change (Fixture *fixture,
        guint    n)
{
  g_autoptr (GPtrArray) houses = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (GError) error = NULL;
  GListModel *list = G_LIST_MODEL (fixture->model);

  /* Rows that follow each other, so that some begin a block. */
  for (guint i = (guint)g_test_rand_int_range (0, (int)(g_list_model_get_n_items (list) - n)); houses->len < n; i++)
    g_ptr_array_add (houses, g_list_model_get_item (list, i));
  eqp_store_edit (fixture->store, message, change_cb, houses, NULL, &error);
  g_assert_no_error (error);
}

/* Edits, undone and redone at random. */
static void
test_edits (Fixture      *fixture,
            gconstpointer data)
{
  guint added = N_HOUSES;
  guint n_done = 0; /* the houses themselves are not to be taken back */

  eqp_query_model_set_where (fixture->model, "name <> 'Renamed' OR floors > 20");
  fixture->where = "(name <> 'Renamed' OR floors > 20)";
  watch (fixture);
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint what = (guint)g_test_rand_int_range (0, 10);
      guint n = (guint)g_test_rand_int_range (1, 200);

      if (what < 2 && n_done > 0)
        n_done -= eqp_store_undo (fixture->store, 0, NULL, NULL) ? 1 : 0;
      else if (what < 3)
        n_done += eqp_store_redo (fixture->store, NULL, NULL) ? 1 : 0;
      else if (what < 6)
        change (fixture, what < 4 ? n : 1);
      else
        add_many (fixture->store, added, added + (what < 8 ? n : 1));
      n_done += what < 3 ? 0 : 1;
      added += n;
      g_assert_cmpuint (fixture->n_gone, <, 5000); /* never read anew */
      assert_right (fixture, i % 20 == 0);
    }
  assert_right (fixture, TRUE);
}

/* Where somebody looks, a row is told of by itself. */
static void
test_exact (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (fixture->model);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  watch (fixture);
  house = g_list_model_get_item (list, 5000);
  g_assert_true (eqp_store_delete_one (fixture->store, message, house, &error));
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpuint (fixture->n_gone, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 5000);
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_cmpuint (fixture->n_gone, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 5000);
  assert_right (fixture, FALSE);
  /* What does not move is told by the record itself. */
  g_clear_object (&house);
  house = g_list_model_get_item (list, 5000);
  draft = eqp_record_dup_draft (house);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Renamed");
  g_assert_true (eqp_store_save_one (fixture->store, message, draft, &error));
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

/* Too many rows to look at each: the list begins anew. */
static void
test_large_edit (Fixture      *fixture,
                 gconstpointer data)
{
  watch (fixture);
  add_many (fixture->store, N_HOUSES, N_HOUSES + 3000);
  finish_loading (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, N_HOUSES + 3000);
  assert_right (fixture, TRUE);
}

/* Rows that another process changed in several edits, and a row it took away where nobody noticed yet. */
static void
test_other_process (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) other = eqp_store_open (eqp_store_get_path (fixture->store), &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpMessage) message = eqp_message_new ("Removed");
  GListModel *list = G_LIST_MODEL (fixture->model);

  g_assert_no_error (error);
  watch (fixture);
  for (guint i = 3 * 128; i < N_HOUSES; i += 1280)
    {
      g_autoptr (EqpRecord) theirs = eqp_store_get (other, &test_house_entity, g_array_index (fixture->copy, gint64, i), &error);

      g_assert_true (eqp_store_delete_one (other, message, theirs, &error));
    }
  add_many (other, N_HOUSES, N_HOUSES + 20);
  for (guint i = 3 * 128; i < 4 * 128; i++)
    {
      g_autoptr (EqpRecord) item = g_list_model_get_item (list, i);

      g_assert_nonnull (item);
    }
  g_assert_true (eqp_store_refresh (fixture->store, &error));
  g_assert_cmpuint (fixture->n_gone, <, 1000);
  assert_right (fixture, TRUE);
  eqp_store_close (other);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/query-model-blocks/order", test_order);
  add ("/query-model-blocks/find", test_find);
  add ("/query-model-blocks/edits", test_edits);
  add ("/query-model-blocks/exact", test_exact);
  add ("/query-model-blocks/large-edit", test_large_edit);
  add ("/query-model-blocks/other-process", test_other_process);
#undef add
  return g_test_run ();
}
