/* test-store.c — saving, deleting, rolling back, one live record a row, conflicts, two stores on one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-store"
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-clock.h"
#include "base/eqp-error.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>

typedef struct
{
  char     *path;
  EqpStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("store-%08x.equipole", g_random_int ());

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

static EqpMessage *
label (void)
{
  return eqp_message_new (N_ ("Test"));
}

static gboolean
save (EqpStore  *store,
      EqpRecord *draft,
      GError   **error)
{
  g_autoptr (EqpMessage) message = label ();

  return eqp_store_save_one (store, message, draft, error);
}

static void
save_or_die (EqpStore  *store,
             EqpRecord *draft)
{
  g_autoptr (GError) error = NULL;

  save (store, draft, &error);
  g_assert_no_error (error);
}

static gint64
count_rows (EqpStore   *store,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, sql, NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0);
}

static void
test_insert (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);
  g_autoptr (EqpRecord) live = NULL;
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_CODE, "H1");
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "L’Orme ; « deux »");
  eqp_record_set_text (draft, TEST_HOUSE_KIND, "tower");
  eqp_record_set_date (draft, TEST_HOUSE_OPENED, eqp_date_from_ymd (1999, 12, 31));
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 7);
  eqp_record_set_boolean (draft, TEST_HOUSE_LISTED, TRUE);
  save_or_die (fixture->store, draft);
  g_assert_cmpint (eqp_record_get_id (draft), >, 0);
  g_assert_true (eqp_record_is_draft (draft));
  g_assert_false (eqp_record_is_changed (draft));

  live = eqp_store_get (fixture->store, &test_house_entity, eqp_record_get_id (draft), &error);
  g_assert_no_error (error);
  g_assert_true (TEST_IS_HOUSE (live));
  g_assert_false (eqp_record_is_draft (live));
  g_assert_cmpstr (eqp_record_get_text (live, TEST_HOUSE_NAME), ==, "L’Orme ; « deux »");
  g_assert_cmpstr (eqp_record_get_text (live, TEST_HOUSE_KIND), ==, "tower");
  g_assert_cmpint (eqp_record_get_date (live, TEST_HOUSE_OPENED), ==, eqp_date_from_ymd (1999, 12, 31));
  g_assert_cmpint (eqp_record_get_integer (live, TEST_HOUSE_FLOORS), ==, 7);
  g_assert_true (eqp_record_get_boolean (live, TEST_HOUSE_LISTED));
}

/* What is empty in a record is "" or NULL in the file, and empty again when read. */
static void
test_empty_values (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "");
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Duval", 0);

  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_FLOORS));
  g_assert_true (eqp_record_is_empty (house, TEST_HOUSE_OPENED));
  g_assert_true (eqp_record_is_empty (tenant, TEST_TENANT_HOUSE));
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM house WHERE name = '' AND opened = '' AND floors IS NULL AND listed = 0"), ==, 1);
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM tenant WHERE house_id IS NULL"), ==, 1);
}

static void
test_one_instance (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) again = eqp_store_get (fixture->store, &test_house_entity, eqp_record_get_id (house), &error);
  g_autoptr (EqpRecord) found = eqp_store_find (fixture->store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_autoptr (EqpRecord) none = eqp_store_find (fixture->store, &test_house_entity, TEST_HOUSE_CODE, "h1", &error);
  g_autoptr (GPtrArray) all = eqp_store_select (fixture->store, &test_house_entity, &error, NULL, NULL);

  g_assert_no_error (error);
  g_assert_true (again == house);
  g_assert_true (found == house);
  g_assert_null (none);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (all->pdata[0] == house);
}

/* The table of live records holds none of them. */
static void
test_instance_goes (Fixture      *fixture,
                    gconstpointer data)
{
  EqpRecord *house = test_add_house (fixture->store, "H1", "One");
  gint64     id = eqp_record_get_id (house);
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (house);
  house = eqp_store_get (fixture->store, &test_house_entity, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "One");
  g_assert_finalize_object (house);
}

static void
test_select_binds (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (EqpRecord) one = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) two = test_add_house (fixture->store, "H2", "Two");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (two);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (EqpQuery) query = NULL;

  eqp_record_set_date (draft, TEST_HOUSE_OPENED, eqp_date_from_ymd (2026, 9, 1));
  save_or_die (fixture->store, draft);
  found = eqp_store_select (fixture->store, &test_house_entity, &error, "WHERE opened >= ? AND code <> ? AND id = ? ORDER BY code", "dsi",
                            eqp_date_from_ymd (2026, 8, 31), "H1", eqp_record_get_id (two));
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (found->pdata[0] == two);
  query = eqp_store_query (fixture->store, &error, "SELECT code, opened, floors FROM house WHERE code > ? ORDER BY code", "s", "H1");
  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  g_assert_cmpstr (eqp_query_get_text (query, 0), ==, "H2");
  g_assert_cmpint (eqp_query_get_date (query, 1), ==, eqp_date_from_ymd (2026, 9, 1));
  g_assert_true (eqp_query_is_null (query, 2));
  g_assert_false (eqp_query_next (query, &error));
  g_assert_no_error (error);
}

/* Their order is not promised: the last held back is the first let go. */
static void
append_name (GObject    *object,
             GParamSpec *pspec,
             gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_update_notifies (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Duval", 0);
  g_autoptr (EqpRecord) other = test_add_tenant (fixture->store, "T2", "Morel", 0);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (tenant);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) other_names = g_string_new (NULL);

  g_signal_connect (tenant, "notify", G_CALLBACK (append_name), names);
  g_signal_connect (other, "notify", G_CALLBACK (append_name), other_names);
  eqp_record_set_text (draft, TEST_TENANT_FAMILY_NAME, "Durand");
  g_assert_true (eqp_record_is_changed (draft));
  save_or_die (fixture->store, draft);
  g_assert_cmpstr (eqp_record_get_text (tenant, TEST_TENANT_FAMILY_NAME), ==, "Durand");
  g_assert_cmpstr (names->str, ==, "title family-name ");
  g_assert_cmpstr (other_names->str, ==, "");
  g_assert_cmpuint (test_tenant_get_n_refreshes (TEST_TENANT (tenant)), ==, 1);
  g_assert_cmpuint (test_tenant_get_n_refreshes (TEST_TENANT (other)), ==, 0);
}

/* The same draft goes on: it is one of the row as it was last saved. */
static void
test_save_twice (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);
  g_autoptr (EqpRecord) live = NULL;
  gint64 id;

  eqp_record_set_text (draft, TEST_HOUSE_CODE, "H1");
  save_or_die (fixture->store, draft);
  id = eqp_record_get_id (draft);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "One");
  save_or_die (fixture->store, draft);
  g_assert_cmpint (eqp_record_get_id (draft), ==, id);
  live = eqp_store_get (fixture->store, &test_house_entity, id, NULL);
  g_assert_cmpstr (eqp_record_get_text (live, TEST_HOUSE_NAME), ==, "One");
}

/* Two drafts of one row that change different fields both go in; of the same field, the second is refused and names it. */
static void
test_conflict (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) first = eqp_record_dup_draft (house);
  g_autoptr (EqpRecord) second = eqp_record_dup_draft (house);
  g_autoptr (EqpRecord) third = eqp_record_dup_draft (house);
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (first, TEST_HOUSE_NAME, "First");
  eqp_record_set_integer (second, TEST_HOUSE_FLOORS, 2);
  eqp_record_set_text (third, TEST_HOUSE_NAME, "Third");
  save_or_die (fixture->store, first);
  save_or_die (fixture->store, second);
  g_assert_false (save (fixture->store, third, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "“Name” of “H1” was changed meanwhile: it is now “First”.");
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "First");
  g_assert_cmpint (eqp_record_get_integer (house, TEST_HOUSE_FLOORS), ==, 2);
}

static void
test_save_of_deleted (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (EqpMessage) message = label ();
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_store_delete_one (fixture->store, message, house, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_record_is_deleted (house));
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Two");
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (eqp_store_delete_one (fixture->store, message, house, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (eqp_store_get (fixture->store, &test_house_entity, eqp_record_get_id (house), &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static void
test_delete_and_undo (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Duval", 0);
  g_autoptr (EqpMessage) message = label ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) again = NULL;

  g_signal_connect (tenant, "notify", G_CALLBACK (append_name), names);
  g_assert_true (eqp_store_delete_one (fixture->store, message, tenant, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (names->str, ==, "deleted ");
  g_assert_true (eqp_record_is_deleted (tenant));
  g_assert_cmpstr (eqp_record_get_text (tenant, TEST_TENANT_FAMILY_NAME), ==, "Duval");
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (eqp_record_is_deleted (tenant));
  again = eqp_store_get (fixture->store, &test_tenant_entity, eqp_record_get_id (tenant), &error);
  g_assert_no_error (error);
  g_assert_true (again == tenant);
}

static void
test_duplicate_code (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpRecord) tenant = test_add_tenant (fixture->store, "T1", "Duval", 0);
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_tenant_entity);
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, TEST_TENANT_CODE, "T1");
  eqp_record_set_text (draft, TEST_TENANT_FAMILY_NAME, "Morel");
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "The code “T1” is already used by “Duval”.");
  g_assert_cmpint (eqp_record_get_id (draft), ==, 0);
  eqp_record_set_text (draft, TEST_TENANT_CODE, "T2");
  save_or_die (fixture->store, draft);
  eqp_record_set_text (draft, TEST_TENANT_CODE, "T1");
  g_clear_error (&error);
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
}

static void
test_missing_reference (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_tenant_entity);
  g_autoptr (GError) error = NULL;
  guint field = G_MAXUINT;

  eqp_record_set_text (draft, TEST_TENANT_CODE, "T1");
  eqp_record_set_text (draft, TEST_TENANT_FAMILY_NAME, "Duval");
  eqp_record_set_reference (draft, TEST_TENANT_HOUSE, 12345);
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "“House” names something that is not in the file.");
  g_clear_error (&error);
  g_assert_false (eqp_record_validate (draft, &field, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN);
  g_assert_cmpuint (field, ==, TEST_TENANT_HOUSE);
}

static void
test_delete_referenced (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) first = test_add_tenant (fixture->store, "T1", "Duval", eqp_record_get_id (house));
  g_autoptr (EqpRecord) second = test_add_tenant (fixture->store, "T2", "Morel", eqp_record_get_id (house));
  g_autoptr (EqpMessage) message = label ();
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = eqp_record_dup_display (first, TEST_TENANT_HOUSE, EQP_LANGUAGE_EN);

  g_assert_cmpstr (shown, ==, "H1");
  g_assert_false (eqp_store_delete_one (fixture->store, message, house, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "“H1” cannot be deleted: other records still refer to it: Tenants (2).");
  g_assert_false (eqp_record_is_deleted (house));
}

/* A rule that only the table knows. */
static void
test_check_constraint (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);
  g_autoptr (GError) error = NULL;

  eqp_record_set_text (draft, TEST_HOUSE_CODE, "H1");
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 1000);
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "“Floors” cannot be “1000”.");
}

typedef struct
{
  EqpRecord *house; /* (nullable) a live one, deleted */
  EqpRecord *drafts[2];
  EqpRecord *read; /* what the edit read of its own writing */
  gboolean   commit;
} Edit;

static gboolean
edit_func (EqpStore *store,
           gpointer  user_data,
           GError  **error)
{
  Edit *edit = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (edit->drafts); i++)
    if (edit->drafts[i] != NULL && !eqp_store_save (store, edit->drafts[i], error))
      return FALSE;
  if (edit->house != NULL && !eqp_store_delete (store, edit->house, error))
    return FALSE;
  edit->read = eqp_store_get (store, &test_house_entity, eqp_record_get_id (edit->drafts[0]), error);
  if (edit->read == NULL)
    return FALSE;
  if (!edit->commit)
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, "No.");
  return edit->commit;
}

static gboolean
run_edit (EqpStore *store,
          Edit     *edit,
          gint64   *entry,
          GError  **error)
{
  g_autoptr (EqpMessage) message = label ();

  return eqp_store_edit (store, message, edit_func, edit, entry, error);
}

/* After a rollback nothing of it is left: not in the file, not in live records, not in drafts. */
static void
test_rollback (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (EqpRecord) kept = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) doomed = test_add_house (fixture->store, "H2", "Two");
  g_autoptr (EqpRecord) changed = eqp_record_dup_draft (kept);
  g_autoptr (EqpRecord) fresh = eqp_record_new (&test_house_entity);
  g_autoptr (GError) error = NULL;
  Edit   edit = { doomed, { changed, fresh }, NULL, FALSE };
  gint64 entry = 1;

  eqp_record_set_text (changed, TEST_HOUSE_NAME, "Changed");
  eqp_record_set_text (fresh, TEST_HOUSE_CODE, "H3");
  g_assert_false (run_edit (fixture->store, &edit, &entry, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (entry, ==, 0);
  g_assert_true (edit.read == kept);
  g_clear_object (&edit.read);
  g_assert_cmpstr (eqp_record_get_text (kept, TEST_HOUSE_NAME), ==, "One");
  g_assert_false (eqp_record_is_deleted (doomed));
  g_assert_cmpint (eqp_record_get_id (fresh), ==, 0);
  g_assert_true (eqp_record_is_changed (changed));
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM house"), ==, 2);
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM journal_entry"), ==, 2);

  /* The same drafts go in when the edit is repeated. */
  edit.commit = TRUE;
  g_assert_true (run_edit (fixture->store, &edit, &entry, &error));
  g_assert_no_error (error);
  g_clear_object (&edit.read);
  g_assert_cmpint (entry, >, 0);
  g_assert_cmpstr (eqp_record_get_text (kept, TEST_HOUSE_NAME), ==, "Changed");
  g_assert_true (eqp_record_is_deleted (doomed));
  g_assert_cmpint (eqp_record_get_id (fresh), >, 0);
}

/* A live record that an edit made by reading its own new row is none after a rollback. */
static void
test_rollback_of_new (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (EqpRecord) fresh = eqp_record_new (&test_house_entity);
  g_autoptr (GError) error = NULL;
  Edit edit = { NULL, { fresh, NULL }, NULL, FALSE };

  eqp_record_set_text (fresh, TEST_HOUSE_CODE, "H1");
  g_assert_false (run_edit (fixture->store, &edit, NULL, &error));
  g_assert_true (eqp_record_is_deleted (edit.read));
  g_clear_object (&edit.read);
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM house"), ==, 0);
}

static void
count_changed (EqpStore     *store,
               EqpChangeSet *changes,
               gpointer      user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_empty_edit (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (GError) error = NULL;
  Edit   edit = { NULL, { draft, NULL }, NULL, TRUE };
  gint64 entry = 1;
  guint  n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_changed), &n_changed);
  g_assert_true (run_edit (fixture->store, &edit, &entry, &error));
  g_assert_no_error (error);
  g_clear_object (&edit.read);
  g_assert_cmpint (entry, ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
check_changed (EqpStore     *store,
               EqpChangeSet *changes,
               gpointer      user_data)
{
  EqpRecord *house = user_data;

  /* Live records are up to date before anybody hears of it. */
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Two");
  g_assert_true (eqp_change_set_touches (changes, &test_house_entity));
  g_assert_false (eqp_change_set_touches (changes, &test_tenant_entity));
  g_assert_true (eqp_change_set_has_row (changes, &test_house_entity, eqp_record_get_id (house)));
  g_assert_cmpint (eqp_change_set_get_entry (changes), >, 0);
  g_object_set_data (G_OBJECT (house), "told", GINT_TO_POINTER (1));
}

static void
test_changed_signal (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);

  g_signal_connect (fixture->store, "changed", G_CALLBACK (check_changed), house);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Two");
  save_or_die (fixture->store, draft);
  g_assert_nonnull (g_object_get_data (G_OBJECT (house), "told"));
}

static void
assert_labels (EqpStore   *store,
               const char *undo,
               const char *redo)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_object_get (store, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

static void
test_labels (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  assert_labels (fixture->store, NULL, NULL);
  house = test_add_house (fixture->store, "H1", "One");
  assert_labels (fixture->store, "Added house H1", NULL);
  g_signal_connect (fixture->store, "notify", G_CALLBACK (append_name), names);
  g_assert_true (eqp_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (names->str, ==, "undo-label redo-label ");
  assert_labels (fixture->store, NULL, "Added house H1");
}

/* What another connection does is noticed, once, and live records follow. */
static void
test_refresh (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) other = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) mine = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) theirs = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  guint n_changed = 0;

  g_assert_no_error (error);
  g_assert_true (eqp_store_refresh (other, &error));
  theirs = eqp_store_get (other, &test_house_entity, eqp_record_get_id (mine), &error);
  g_assert_no_error (error);
  g_assert_true (theirs != mine);
  g_signal_connect (other, "changed", G_CALLBACK (count_changed), &n_changed);
  draft = eqp_record_dup_draft (mine);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Two");
  save_or_die (fixture->store, draft);
  g_assert_cmpstr (eqp_record_get_text (theirs, TEST_HOUSE_NAME), ==, "One");
  g_assert_true (eqp_store_refresh (other, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (eqp_record_get_text (theirs, TEST_HOUSE_NAME), ==, "Two");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (eqp_store_refresh (other, &error));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (eqp_store_refresh (fixture->store, &error));
  eqp_store_close (other);
}

/* An edit starts by looking at what others did. */
static void
test_edit_refreshes (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpRecord) mine = test_add_house (fixture->store, "H1", "One");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) other = eqp_store_open (fixture->path, &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) theirs = eqp_store_get (other, &test_house_entity, eqp_record_get_id (mine), &error);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (theirs);
  g_autoptr (EqpRecord) second = NULL;

  g_assert_no_error (error);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Theirs");
  save_or_die (other, draft);
  second = test_add_house (fixture->store, "H2", "");
  g_assert_cmpstr (eqp_record_get_text (mine, TEST_HOUSE_NAME), ==, "Theirs");
  eqp_store_close (other);
}

static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (EqpRecord) house = test_add_house (fixture->store, "H1", "One");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (GError) error = NULL;

  eqp_store_close (fixture->store);
  g_assert_null (eqp_store_get (fixture->store, &test_house_entity, eqp_record_get_id (house), &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (save (fixture->store, draft, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "One");
}

/* Under one seed, two processes draw the same ids one after the other: the second draws on. */
static void
test_repeated_ids (void)
{
  g_autofree char *path = test_dup_path ("seed.equipole");

  g_setenv ("EQUIPOLE_SEED", "42", TRUE);
  g_setenv ("EQP_TEST_PATH", path, TRUE);
  g_test_trap_subprocess ("/store/repeated-ids/subprocess/first", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess ("/store/repeated-ids/subprocess/second", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*3 houses*");
  g_unsetenv ("EQUIPOLE_SEED");
}

static void
test_repeated_ids_first (void)
{
  g_autoptr (EqpStore) store = test_store_create (g_getenv ("EQP_TEST_PATH"));
  g_autoptr (EqpRecord) one = test_add_house (store, "H1", "One");
  g_autoptr (EqpRecord) two = test_add_house (store, "H2", "Two");

  eqp_store_close (store);
}

static void
test_repeated_ids_second (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (g_getenv ("EQP_TEST_PATH"), &test_schema, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);

  g_assert_no_error (error);
  /* Creating the file drew two ids before those of the rows. */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (eqp_clock_random_id (), >, 0);
  eqp_record_set_text (draft, TEST_HOUSE_CODE, "H3");
  save_or_die (store, draft);
  g_print ("%d houses\n", (int)count_rows (store, "SELECT count(*) FROM house"));
  eqp_store_close (store);
}

static gboolean
add_three_houses (EqpStore *store,
                  gpointer  user_data,
                  GError  **error)
{
  gint64 *ids = user_data;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);
      g_autoptr (EqpRecord) twin = eqp_record_new (&test_house_entity);
      g_autoptr (EqpRecord) draft = eqp_record_new (&test_house_entity);
      g_autoptr (GError) refusal = NULL;

      eqp_record_set_text (draft, TEST_HOUSE_CODE, code);
      if (!eqp_store_save (store, draft, error))
        return FALSE;
      ids[i] = eqp_record_get_id (draft);
      /* A refused row leaves nothing, and the edit goes on. */
      eqp_record_set_text (twin, TEST_HOUSE_CODE, code);
      g_assert_false (eqp_store_save (store, twin, &refusal));
      g_assert_error (refusal, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
    }
  return TRUE;
}

/* What is added together lies together in the file; what is added later begins somewhere else. */
static void
test_ids_of_an_edit (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (EqpMessage) message = label ();
  g_autoptr (EqpRecord) later = NULL;
  g_autoptr (GError) error = NULL;
  gint64   ids[3];
  gboolean done = eqp_store_edit (fixture->store, message, add_three_houses, ids, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpint (ids[1], >, ids[0]);
  g_assert_cmpint (ids[2], >, ids[1]);
  g_assert_cmpint (ids[2] - ids[0], <, 10);
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM house"), ==, 3);
  g_assert_cmpint (count_rows (fixture->store, "SELECT count(*) FROM journal_change"), ==, 3);
  later = test_add_house (fixture->store, "H4", "Later");
  g_assert_cmpint (ABS (eqp_record_get_id (later) - ids[2]), >, 1000);
}

#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("insert", test_insert);
  ADD ("empty-values", test_empty_values);
  ADD ("one-instance", test_one_instance);
  ADD ("instance-goes", test_instance_goes);
  ADD ("select-binds", test_select_binds);
  ADD ("update-notifies", test_update_notifies);
  ADD ("save-twice", test_save_twice);
  ADD ("conflict", test_conflict);
  ADD ("save-of-deleted", test_save_of_deleted);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("duplicate-code", test_duplicate_code);
  ADD ("missing-reference", test_missing_reference);
  ADD ("delete-referenced", test_delete_referenced);
  ADD ("check-constraint", test_check_constraint);
  ADD ("ids-of-an-edit", test_ids_of_an_edit);
  ADD ("rollback", test_rollback);
  ADD ("rollback-of-new", test_rollback_of_new);
  ADD ("empty-edit", test_empty_edit);
  ADD ("changed-signal", test_changed_signal);
  ADD ("labels", test_labels);
  ADD ("refresh", test_refresh);
  ADD ("edit-refreshes", test_edit_refreshes);
  ADD ("closed", test_closed);
  g_test_add_func ("/store/repeated-ids", test_repeated_ids);
  g_test_add_func ("/store/repeated-ids/subprocess/first", test_repeated_ids_first);
  g_test_add_func ("/store/repeated-ids/subprocess/second", test_repeated_ids_second);
  return g_test_run ();
}
