/* test-query-orders.c — lists in every way of saying an order and a condition: after each edit what the SELECT itself would show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-query-orders"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-journal.h"
#include "store/eqp-query-model.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>

typedef struct
{
  EqpStore   *store;
  EqpMessage *label;
  GString    *notices;
} Fixture;

static void
append_notice (EqpStore   *store,
               const char *sentence,
               gpointer    user_data)
{
  g_string_append_printf (user_data, "%s\n", sentence);
}

static void
change (Fixture    *fixture,
        const char *code,
        const char *name,
        gint64      floors)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (fixture->store, &test_house_entity, TEST_HOUSE_CODE, code, &error);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);

  g_assert_no_error (error);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
  if (floors > 0)
    eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, floors);
  else
    eqp_record_clear (draft, TEST_HOUSE_FLOORS);
  g_assert_true (eqp_store_save_one (fixture->store, fixture->label, draft, &error));
  g_assert_no_error (error);
}

static void
add (Fixture    *fixture,
     const char *code,
     const char *name)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, code, name);

  g_assert_cmpint (eqp_record_get_id (house), >, 0);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const names[] = { "Elm", "ash", "Elm", "Oak, old", "", "Ash" };
  g_autofree char         *name = g_strdup_printf ("orders-%08x.equipole", g_random_int ());
  g_autofree char         *path = test_dup_path (name);

  fixture->store = test_store_create (path);
  fixture->label = eqp_message_new (N_ ("Test"));
  fixture->notices = g_string_new (NULL);
  g_signal_connect (fixture->store, "notice", G_CALLBACK (append_notice), fixture->notices);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);

      add (fixture, code, names[i]);
      if (i % 2 == 0)
        change (fixture, code, names[i], i + 1);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  eqp_message_unref (fixture->label);
  g_string_free (fixture->notices, TRUE);
}

static char *
dup_shown (EqpQueryModel *model)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (EqpRecord) record = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (codes, "%s ", eqp_record_get_text (record, TEST_HOUSE_CODE));
      g_assert_cmpint (eqp_query_model_find (model, eqp_record_get_id (record)), ==, (int)i);
    }
  return g_string_free (codes, FALSE);
}

static void
assert_shows (Fixture       *fixture,
              EqpQueryModel *model,
              const char    *where,
              const char    *full_order)
{
  g_autofree char *sql = g_strdup_printf ("SELECT code FROM house WHERE %s ORDER BY %s", where, full_order);
  g_autofree char *shown = dup_shown (model);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (fixture->store, &error, g_intern_string (sql), NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    g_string_append_printf (expected, "%s ", eqp_query_get_text (query, 0));
  g_assert_no_error (error);
  g_assert_cmpstr (shown, ==, expected->str);
}

/* What is said, and the whole of it: equal rows are in the order of their ids, backwards if it ends with DESC. */
static const struct
{
  const char *order;
  const char *full;
} orders[] = {
  { NULL, "id" },
  { "", "id" },
  { "code", "code" },
  { "code DESC", "code DESC" },
  { "name", "name, id" },
  { "name COLLATE NOCASE DESC, floors", "name COLLATE NOCASE DESC, floors, id" },
  { "name desc, floors desc", "name DESC, floors DESC, id DESC" },
  { "floors, name", "floors, name, id" },
  { "coalesce (floors, 3), name = 'Elm, old', name || ',' || \"code\"", "coalesce (floors, 3), name = 'Elm, old', name || ',' || \"code\", id" },
  { "(SELECT count (*) FROM house AS other WHERE other.name < house.name), code", "name, code" },
};

static const char *const conditions[] = {
  NULL,
  "",
  "floors IS NULL",
  "floors > 2 OR name = 'ash'",
  "name <> '' AND listed = 0",
  "id IN (SELECT max (other.id) FROM house AS other GROUP BY other.name)",
  "NOT EXISTS (SELECT 1 FROM tenant WHERE tenant.house_id = house.id)",
};

static void
edit_all (Fixture *fixture,
          guint    round)
{
  g_autofree char *code = g_strdup_printf ("N%u", round);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (fixture->store, &test_house_entity, TEST_HOUSE_CODE, "H3", &error);
  g_autofree char *tenant = g_strdup_printf ("T%u", round);
  g_autoptr (EqpRecord) lodger = NULL;

  g_assert_no_error (error);
  switch (round % 4)
    {
    case 0:
      change (fixture, "H0", "ash", 2);
      break;
    case 1:
      add (fixture, code, "Elm");
      break;
    case 2:
      lodger = test_add_tenant (fixture->store, tenant, "Duval", eqp_record_get_id (house));
      break;
    default:
      for (guint i = 0; i < 3; i++)
        g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
      g_assert_no_error (error);
    }
}

/* Each order with one of the conditions, and one of them with all. */
static void
test_every_way (Fixture      *fixture,
                gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint j = i == 5 ? 0 : i % G_N_ELEMENTS (conditions); j < G_N_ELEMENTS (conditions); j += i == 5 ? 1 : G_N_ELEMENTS (conditions))
      {
        g_autoptr (EqpQueryModel) model = eqp_query_model_new (fixture->store, &test_house_entity);
        const char *where = conditions[j] != NULL && *conditions[j] != '\0' ? conditions[j] : "1";

        g_test_message ("%s, in the order %s", where, orders[i].order);
        eqp_query_model_set_where (model, conditions[j]);
        eqp_query_model_set_order (model, orders[i].order);
        assert_shows (fixture, model, where, orders[i].full);
        for (guint round = 0; round < 4; round++)
          {
            edit_all (fixture, round);
            assert_shows (fixture, model, where, orders[i].full);
          }
      }
  g_assert_cmpstr (fixture->notices->str, ==, "");
}

/* With a search as well, which is followed too. */
static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (fixture->store, &test_house_entity);

  eqp_query_model_set_order (model, "name DESC, code");
  eqp_query_model_set_search (model, "el");
  assert_shows (fixture, model, "name = 'Elm'", "name DESC, code");
  for (guint round = 0; round < 4; round++)
    {
      edit_all (fixture, round);
      assert_shows (fixture, model, "name = 'Elm'", "name DESC, code");
    }
  eqp_query_model_set_where (model, "floors IS NOT NULL");
  assert_shows (fixture, model, "name = 'Elm' AND floors IS NOT NULL", "name DESC, code");
  eqp_query_model_set_search (model, "—");
  assert_shows (fixture, model, "floors IS NOT NULL", "name DESC, code");
  g_assert_cmpint (eqp_query_model_find (model, 1), ==, -1);
}

static void
append_name (GObject    *object,
             GParamSpec *pspec,
             gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

/* As properties; nothing is said when nothing changes. */
static void
test_properties (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (fixture->store, &test_house_entity);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *where = NULL;
  g_autofree char *order = NULL;
  g_autofree char *search = NULL;
  gboolean         loading = TRUE;
  guint            n_items = 0;

  g_signal_connect (model, "notify", G_CALLBACK (append_name), names);
  g_object_set (model, "where", "floors > 2", NULL);
  g_object_set (model, "order", "floors DESC", NULL);
  g_object_set (model, "search", "elm", NULL);
  g_object_set (model, "where", "floors > 2", "order", "floors DESC", "search", "elm", NULL);
  g_assert_cmpstr (names->str, ==, "where order search ");
  g_object_get (model, "where", &where, "order", &order, "search", &search, "loading", &loading, "n-items", &n_items, NULL);
  g_assert_cmpstr (where, ==, "floors > 2");
  g_assert_cmpstr (order, ==, "floors DESC");
  g_assert_cmpstr (search, ==, "elm");
  g_assert_false (loading);
  g_assert_cmpuint (n_items, ==, 1);
  assert_shows (fixture, model, "floors > 2 AND name = 'Elm'", "floors DESC");
}

/* A list asked first where a row is reads itself for that. */
static void
test_find_first (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (fixture->store, &test_house_entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (fixture->store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);

  eqp_query_model_set_order (model, "code DESC");
  g_assert_cmpint (eqp_query_model_find (model, eqp_record_get_id (house)), ==, 4);
}

/* A condition that the file does not understand gives a sentence, and a list that goes on showing what it did: at first nothing. */
static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (EqpQueryModel) model = eqp_query_model_new (fixture->store, &test_house_entity);

  eqp_query_model_set_where (model, "towers > 2");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_cmpstr (fixture->notices->str, !=, "");
  g_string_truncate (fixture->notices, 0);
  eqp_query_model_set_where (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 6);
  g_assert_cmpstr (fixture->notices->str, ==, "");
  eqp_query_model_set_order (model, "towers");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 6);
  g_assert_cmpstr (fixture->notices->str, !=, "");
}

#define ADD(name, func) g_test_add ("/query-orders/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("every-way", test_every_way);
  ADD ("search", test_search);
  ADD ("properties", test_properties);
  ADD ("find-first", test_find_first);
  ADD ("nonsense", test_nonsense);
  return g_test_run ();
}
