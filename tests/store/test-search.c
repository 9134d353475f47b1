/* test-search.c — the word index: what is found, and that it follows every change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-fold.h"
#include "store/eqp-journal.h"
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
  static guint     n;
  g_autofree char *name = g_strdup_printf ("search-%u.equipole", n++);

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

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 id_a = ((const EqpSearchHit *)a)->id;
  gint64 id_b = ((const EqpSearchHit *)b)->id;

  return (id_a > id_b) - (id_a < id_b);
}

/* The codes of the rows found, in the order found. */
static char *
find (EqpStore        *store,
      const EqpEntity *entity,
      const char      *text,
      guint            limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = eqp_store_search (store, entity, text, limit, &error);
  GString *codes = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const EqpSearchHit *hit = &g_array_index (hits, EqpSearchHit, i);
      g_autoptr (EqpRecord) record = eqp_store_get (store, hit->entity, hit->id, &error);

      g_assert_no_error (error);
      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", eqp_record_get_text (record, 0));
    }
  return g_string_free (codes, FALSE);
}

#define assert_found(store, entity, text, limit, expected)                \
  G_STMT_START                                                            \
  {                                                                       \
    g_autofree char *assert_found_is = find (store, entity, text, limit); \
    g_assert_cmpstr (assert_found_is, ==, expected);                      \
  }                                                                       \
  G_STMT_END

static void
test_beginnings (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpRecord) mill = test_add_house (fixture->store, "H1", "Moulin de l’Étang");
  g_autoptr (EqpRecord) barn = test_add_house (fixture->store, "H2", "Grange");
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Moulinié", 0);

  assert_found (fixture->store, NULL, "moulin", 0, "H1 T1");
  assert_found (fixture->store, NULL, "MOULINI", 0, "T1");
  assert_found (fixture->store, &test_house_entity, "moul", 0, "H1");
  assert_found (fixture->store, &test_tenant_entity, "moul", 0, "T1");
  assert_found (fixture->store, NULL, "etang mou", 0, "H1");
  assert_found (fixture->store, NULL, "étang", 0, "H1");
  assert_found (fixture->store, NULL, "tang", 0, "");
  assert_found (fixture->store, NULL, "moulin grange", 0, "");
  assert_found (fixture->store, NULL, "  ·- ", 0, "");
  assert_found (fixture->store, NULL, "", 0, "");
  /* The code is not searched. */
  assert_found (fixture->store, NULL, "H1", 0, "");
}

static void
test_inclusive (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (EqpRecord) both = test_add_house (fixture->store, "H1", "Maison de la directeur·rice");
  g_autoptr (EqpRecord) feminine = test_add_house (fixture->store, "H2", "Maison de la directrice");

  const char *const texts[] = { "maison directeur", "directrice", "directeur·rice", "directeur.r", "directric" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) hits = eqp_store_search (fixture->store, NULL, texts[i], 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 2);
    }
}

static void
test_exact_first (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (EqpRecord) longer = test_add_house (fixture->store, "H1", "Duvallet");
  g_autoptr (EqpRecord) exact = test_add_house (fixture->store, "H2", "Duval");

  assert_found (fixture->store, NULL, "duval", 0, "H2 H1");
  assert_found (fixture->store, NULL, "duval", 1, "H2");
}

static void
test_follows_changes (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Old Mill");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_NAME, "New Mill");
  eqp_store_save_one (fixture->store, message, draft, &error);
  g_assert_no_error (error);
  assert_found (fixture->store, NULL, "old", 0, "");
  assert_found (fixture->store, NULL, "new mill", 0, "H1");
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_found (fixture->store, NULL, "old mill", 0, "H1");
  assert_found (fixture->store, NULL, "new", 0, "");
  g_assert_true (eqp_store_delete_one (fixture->store, message, house, &error));
  assert_found (fixture->store, NULL, "mill", 0, "");
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_found (fixture->store, NULL, "mill", 0, "H1");
}

static gboolean
many_changes_cb (EqpStore *store,
                 gpointer  user_data,
                 GError  **error)
{
  EqpRecord *house = user_data;
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  const char *const names[] = { "First", "Second", "Third Mill" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      eqp_record_set_text (draft, TEST_HOUSE_NAME, names[i]);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

/* Several changes of one row in one edit leave only its last words. */
static void
test_many_changes_at_once (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "Old Mill");
  g_autoptr (EqpMessage) message = eqp_message_new ("Changed");
  g_autoptr (GError) error = NULL;

  eqp_store_edit (fixture->store, message, many_changes_cb, house, NULL, &error);
  g_assert_no_error (error);
  assert_found (fixture->store, NULL, "third mill", 0, "H1");
  assert_found (fixture->store, NULL, "old", 0, "");
  assert_found (fixture->store, NULL, "first", 0, "");
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_found (fixture->store, NULL, "old mill", 0, "H1");
  assert_found (fixture->store, NULL, "third", 0, "");
}

/* ---- many rows: the index against a look at every row ---- */

static const char *const syllables[] = { "an", "ne", "du", "val", "mar", "tin", "le", "roy", "é", "to", "ile", "bel" };

static char *
make_name (GRand *rand)
{
  GString *name = g_string_new (NULL);
  int      n_words = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (name, ' ');
      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        g_string_append (name, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
    }
  return g_string_free (name, FALSE);
}

typedef struct
{
  GRand *rand;
  guint  n;
  guint  counter;
} Crowd;

static gboolean
add_crowd_cb (EqpStore *store,
              gpointer  user_data,
              GError  **error)
{
  Crowd *crowd = user_data;

  for (guint i = 0; i < crowd->n; i++)
    {
      g_autoptr (EqpRecord) house = eqp_record_new (&test_house_entity);
      g_autofree char *code = g_strdup_printf ("C%u", crowd->counter++);
      g_autofree char *name = make_name (crowd->rand);

      eqp_record_set_text (house, TEST_HOUSE_CODE, code);
      eqp_record_set_text (house, TEST_HOUSE_NAME, name);
      if (!eqp_store_save (store, house, error))
        return FALSE;
    }
  return TRUE;
}

/* Every third row gets another name, every seventh goes. */
static gboolean
change_crowd_cb (EqpStore *store,
                 gpointer  user_data,
                 GError  **error)
{
  Crowd *crowd = user_data;
  g_autoptr (GPtrArray) houses = eqp_store_select (store, &test_house_entity, error, "ORDER BY code", "");

  for (guint i = 0; houses != NULL && i < houses->len; i++)
    {
      EqpRecord *house = g_ptr_array_index (houses, i);
      g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
      g_autofree char *name = make_name (crowd->rand);

      eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
      if (i % 7 == 0 ? !eqp_store_delete (store, house, error) : i % 3 == 0 && !eqp_store_save (store, draft, error))
        return FALSE;
    }
  return houses != NULL;
}

static void
edit_crowd (EqpStore   *store,
            EqpEditFunc func,
            Crowd      *crowd)
{
  g_autoptr (EqpMessage) message = eqp_message_new ("Crowd");
  g_autoptr (GError) error = NULL;

  eqp_store_edit (store, message, func, crowd, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_as_by_looking (EqpStore   *store,
                      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = eqp_store_search (store, &test_house_entity, text, 0, &error);
  g_autoptr (GArray) few = eqp_store_search (store, &test_house_entity, text, 10, &error);
  g_autoptr (GPtrArray) houses = eqp_store_select (store, &test_house_entity, &error, "ORDER BY id", "");
  guint n = 0;

  g_assert_no_error (error);
  g_array_sort (hits, compare_ids);
  for (guint i = 0; i < houses->len; i++)
    {
      EqpRecord *house = g_ptr_array_index (houses, i);

      if (!eqp_fold_matches (eqp_record_get_text (house, TEST_HOUSE_NAME), text))
        continue;
      g_assert_cmpuint (n, <, hits->len);
      g_assert_cmpint (g_array_index (hits, EqpSearchHit, n).id, ==, eqp_record_get_id (house));
      n++;
    }
  g_assert_cmpuint (hits->len, ==, n);
  g_assert_cmpuint (few->len, ==, MIN (n, 10));
}

static void
assert_all_as_by_looking (EqpStore *store)
{
  const char *const texts[] = { "a", "an", "anne", "duval", "d", "du an", "mar t d", "e l", "etoile", "m m", "val le roy", "zz", "a zz", "annedu b", "tin marle" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_as_by_looking (store, texts[i]);
}

static void
test_crowd (Fixture      *fixture,
            gconstpointer data)
{
  Crowd crowd = { g_rand_new_with_seed (7), 1500, 0 };
  g_autoptr (GError) error = NULL;

  edit_crowd (fixture->store, add_crowd_cb, &crowd);
  assert_all_as_by_looking (fixture->store);
  edit_crowd (fixture->store, change_crowd_cb, &crowd);
  assert_all_as_by_looking (fixture->store);
  crowd.n = 300;
  edit_crowd (fixture->store, add_crowd_cb, &crowd);
  assert_all_as_by_looking (fixture->store);
  for (guint i = 0; i < 2; i++)
    g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_all_as_by_looking (fixture->store);
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  assert_found (fixture->store, NULL, "a", 0, "");
  g_rand_free (crowd.rand);
}

/* The whole index, as text. */
static char *
dump_index (const char *path)
{
  sqlite3      *database;
  sqlite3_stmt *statement;
  GString      *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT word, group_concat(rows, '') FROM (SELECT word, entity, rows FROM search_word ORDER BY word, entity, first) GROUP BY word, entity", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s %s\n", sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return g_string_free (text, FALSE);
}

static void
execute (const char *path,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* The index begins with the entity: otherwise what is asked here is no JSON. */
static void
assert_key (const char *path)
{
  execute (path, "SELECT json ('?') FROM sqlite_schema WHERE name = 'search_word' AND sql NOT LIKE '%KEY (entity, word, first)%'");
}

/* A file whose index was made for other fields, or by an older version, gets it anew; what grew change by change is what filling it at once
 * gives. */
static void
test_refill (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const spoils[] = {
    "UPDATE search_entity SET columns = 'other' WHERE table_name = 'house'",
    "DROP TABLE search_word;"
    "CREATE TABLE search_word (word TEXT NOT NULL, entity INTEGER NOT NULL, first INTEGER NOT NULL, rows TEXT NOT NULL,"
    " PRIMARY KEY (word, entity, first)) STRICT, WITHOUT ROWID;"
    "UPDATE search_entity SET columns = '1' || substr (columns, 2)",
  };
  Crowd crowd = { g_rand_new_with_seed (11), 400, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *grown = NULL;

  for (guint i = 0; i < 3; i++)
    {
      edit_crowd (fixture->store, add_crowd_cb, &crowd);
      edit_crowd (fixture->store, change_crowd_cb, &crowd);
    }
  grown = dump_index (fixture->path);
  eqp_store_close (fixture->store);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autofree char *filled = NULL;

      execute (fixture->path, spoils[i]);
      fixture->store = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
      g_assert_no_error (error);
      eqp_store_close (fixture->store);
      g_clear_object (&fixture->store);
      filled = dump_index (fixture->path);
      g_assert_cmpstr (grown, ==, filled);
    }
  assert_key (fixture->path);
  fixture->store = test_store_open (fixture->path);
  g_assert_cmpuint (strlen (grown), >, 1000);
  g_rand_free (crowd.rand);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/search/beginnings", test_beginnings);
  add ("/search/inclusive", test_inclusive);
  add ("/search/exact-first", test_exact_first);
  add ("/search/follows-changes", test_follows_changes);
  add ("/search/many-changes-at-once", test_many_changes_at_once);
  add ("/search/crowd", test_crowd);
  add ("/search/refill", test_refill);
#undef add
  return g_test_run ();
}
