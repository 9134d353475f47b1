/* proof-edits.c — every kind of thing that is done to a file, each ready to be interrupted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-edits"
#include "config.h"

#include "proof-edits.h"

#include "../store/test-schema-fixture.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-export.h"
#include "interop/eqp-import.h"
#include "store/eqp-backup.h"
#include "store/eqp-journal.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_HOUSES 12
#define N_MANY 40

static const EqpSchema *
get_houses (void)
{
  return &test_schema;
}

static const EqpSchema *
get_houses_two (void)
{
  return &test_schema_two;
}

static EqpMessage *
new_label (void)
{
  return eqp_message_new (N_ ("Test"));
}

static EqpRecord *
new_house (ProofCase  *self,
           const char *code)
{
  g_autofree char *name = g_strnfill (self->length, 'n');
  EqpRecord       *draft = eqp_record_new (&test_house_entity);

  eqp_record_set_text (draft, TEST_HOUSE_CODE, code);
  eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
  return draft;
}

static EqpRecord *
dup_house_draft (EqpStore   *store,
                 const char *code,
                 GError    **error)
{
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, code, error);

  return house != NULL ? eqp_record_dup_draft (house) : NULL;
}

/* ---- what a file holds at first ---- */

static gboolean
add_first_rows (EqpStore *store,
                gpointer  user_data,
                GError  **error)
{
  ProofCase *self = user_data;

  for (guint i = 0; i < N_HOUSES; i++)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);
      g_autoptr (EqpRecord) house = new_house (self, code);
      g_autoptr (EqpRecord) tenant = eqp_record_new (&test_tenant_entity);

      if (!eqp_store_save (store, house, error))
        return FALSE;
      eqp_record_set_text (tenant, TEST_TENANT_CODE, code);
      eqp_record_set_text (tenant, TEST_TENANT_FAMILY_NAME, "Tenant of the first day");
      eqp_record_set_reference (tenant, TEST_TENANT_HOUSE, i % 2 == 0 ? eqp_record_get_id (house) : 0);
      if (!eqp_store_save (store, tenant, error))
        return FALSE;
    }
  return TRUE;
}

static EqpStore *
create_first (ProofCase       *self,
              const EqpSchema *schema)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpMessage) label = new_label ();
  EqpStore *store = eqp_store_create (self->path, schema, &error);

  g_assert_no_error (error);
  if (schema->entities[0] == &test_house_entity)
    eqp_store_edit (store, label, add_first_rows, self, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
run_prepared (ProofCase *self,
              gboolean (*run) (ProofCase *, GError **))
{
  g_autoptr (GError) error = NULL;

  run (self, &error);
  g_assert_no_error (error);
}

/* ---- the doings ---- */

static gboolean
run_open (ProofCase *self,
          GError   **error)
{
  self->store = proof_case_open (self, error);
  return self->store != NULL;
}

static gboolean
run_create (ProofCase *self,
            GError   **error)
{
  self->store = eqp_store_create (self->path, self->kind->get_schema (), error);
  return self->store != NULL;
}

static gboolean
run_snapshot (ProofCase *self,
              GError   **error)
{
  g_autoptr (EqpStore) snapshot = eqp_store_open_snapshot (self->path, self->kind->get_schema (), error);
  g_autoptr (GPtrArray) houses = NULL;

  if (snapshot == NULL)
    return FALSE;
  houses = eqp_store_select (snapshot, &test_house_entity, error, NULL, NULL);
  return houses != NULL;
}

static gboolean
run_insert (ProofCase *self,
            GError   **error)
{
  g_autoptr (EqpRecord) house = new_house (self, "INSERTED");
  g_autoptr (EqpMessage) label = new_label ();

  return eqp_store_save_one (self->store, label, house, error);
}

static gboolean
run_update (ProofCase *self,
            GError   **error)
{
  g_autoptr (EqpRecord) draft = dup_house_draft (self->store, "H3", error);
  g_autoptr (EqpMessage) label = new_label ();
  g_autofree char *name = g_strnfill (self->length + 1, 'u');

  if (draft == NULL)
    return FALSE;
  eqp_record_set_text (draft, TEST_HOUSE_NAME, name);
  eqp_record_set_integer (draft, TEST_HOUSE_FLOORS, 3);
  return eqp_store_save_one (self->store, label, draft, error);
}

static gboolean
run_delete (ProofCase *self,
            GError   **error)
{
  g_autoptr (EqpRecord) house = eqp_store_find (self->store, &test_house_entity, TEST_HOUSE_CODE, "H1", error);
  g_autoptr (EqpMessage) label = new_label ();

  return house != NULL && eqp_store_delete_one (self->store, label, house, error);
}

static gboolean
write_many (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  ProofCase *self = user_data;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("M%u", i);
      g_autoptr (EqpRecord) house = new_house (self, code);

      if (!eqp_store_save (store, house, error))
        return FALSE;
    }
  for (guint i = 1; i < N_HOUSES; i += 2)
    {
      g_autofree char *code = g_strdup_printf ("H%u", i);
      g_autoptr (EqpRecord) draft = dup_house_draft (store, code, error);

      if (draft == NULL)
        return FALSE;
      eqp_record_set_text (draft, TEST_HOUSE_NAME, "One of many");
      if (i < N_HOUSES / 2 ? !eqp_store_save (store, draft, error) : !eqp_store_delete (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_many (ProofCase *self,
          GError   **error)
{
  g_autoptr (EqpMessage) label = new_label ();

  return eqp_store_edit (self->store, label, write_many, self, NULL, error);
}

static gboolean
run_undo (ProofCase *self,
          GError   **error)
{
  g_autofree char *sentence = NULL;

  return eqp_store_undo (self->store, 0, &sentence, error);
}

static gboolean
run_redo (ProofCase *self,
          GError   **error)
{
  g_autofree char *sentence = NULL;

  return eqp_store_redo (self->store, &sentence, error);
}

/* The insertion, which the update that followed does not depend on. */
static gboolean
run_revert (ProofCase *self,
            GError   **error)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  EqpHistoryFilter filter = { .limit = 2 };

  entries = eqp_store_list_entries (self->store, &filter, error);
  return entries != NULL && eqp_store_undo (self->store, eqp_entry_get_id (entries->pdata[1]), &sentence, error);
}

static gboolean
run_search (ProofCase *self,
            GError   **error)
{
  g_autoptr (GArray) hits = eqp_store_search (self->store, NULL, "tenant day", 50, error);

  return hits != NULL;
}

static gboolean
run_history (ProofCase *self,
             GError   **error)
{
  EqpHistoryFilter filter = { .text = "test" };
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (self->store, &filter, error);
  g_autoptr (GPtrArray) changes = NULL;

  if (entries == NULL || entries->len == 0)
    return entries != NULL;
  changes = eqp_store_list_changes (self->store, eqp_entry_get_id (entries->pdata[0]), EQP_LANGUAGE_EN, error);
  return changes != NULL;
}

static gboolean
run_check (ProofCase *self,
           GError   **error)
{
  return eqp_store_check_integrity (self->store, error);
}

static gboolean
run_backup (ProofCase *self,
            GError   **error)
{
  return eqp_backup_make (self->store, NULL, error);
}

static gboolean
run_copy (ProofCase *self,
          GError   **error)
{
  return eqp_backup_copy_to (self->store, self->copy, error);
}

static gboolean
run_restore (ProofCase *self,
             GError   **error)
{
  return eqp_backup_restore (self->store, self->kept, error);
}

static gboolean
run_import (ProofCase *self,
            GError   **error)
{
  g_autoptr (EqpImportReport) report = NULL;

  report = eqp_import_file (self->store, eqp_kind_get (EQP_KIND_INSTITUTIONS), self->table, EQP_IMPORT_STRICT, NULL, NULL, NULL, error);
  return report != NULL;
}

static gboolean
run_export (ProofCase *self,
            GError   **error)
{
  return eqp_export_file (self->store, eqp_kind_get (EQP_KIND_INSTITUTIONS), EQP_EXPORT_CSV, self->copy, error);
}

/* ---- what comes before ---- */

static void
prepare_edit (ProofCase *self)
{
  run_prepared (self, run_insert);
}

static void
prepare_redo (ProofCase *self)
{
  run_prepared (self, run_many);
  run_prepared (self, run_undo);
}

static void
prepare_revert (ProofCase *self)
{
  run_prepared (self, run_insert);
  run_prepared (self, run_update);
}

static void
prepare_restore (ProofCase *self)
{
  g_autoptr (GError) error = NULL;

  eqp_backup_copy_to (self->store, self->kept, &error);
  g_assert_no_error (error);
  run_prepared (self, run_many);
}

static void
prepare_table (ProofCase *self)
{
  g_autoptr (GString) text = g_string_new ("code;name;kind;side\n");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "I%u;Institution number %u;school;rectorat\n", i, i);
  proof_write (self->table, text->str, text->len);
}

static void
prepare_export (ProofCase *self)
{
  prepare_table (self);
  run_prepared (self, run_import);
}

/* What a process leaves that dies in a transaction too large for its cache. */
static void
prepare_unclean (ProofCase *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  sqlite3         *db;

  proof_case_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA cache_size = 5; BEGIN IMMEDIATE; DROP TRIGGER journal_house_update;"
                                     "UPDATE house SET name = printf ('%.*c', 20000, 'y')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  self->base = proof_read (self->path);
  self->base_journal = proof_read (journal);
  sqlite3_close (db);
  g_assert_cmpuint (g_bytes_get_size (self->base_journal), >, 512);
}

/* clang-format off */
const ProofKind proof_kinds[] = {
  { "insert", get_houses, 0, NULL, run_insert },
  { "update", get_houses, 0, NULL, run_update },
  { "delete", get_houses, 0, NULL, run_delete },
  { "many", get_houses, 0, NULL, run_many },
  { "undo", get_houses, 0, prepare_edit, run_undo },
  { "redo", get_houses, 0, prepare_redo, run_redo },
  { "revert", get_houses, 0, prepare_revert, run_revert },
  { "migrate", get_houses_two, PROOF_OPENS | PROOF_MIGRATES, NULL, run_open },
  { "copy", get_houses, PROOF_READS | PROOF_COPIES, NULL, run_copy },
  { "restore", get_houses, 0, prepare_restore, run_restore },
  { "recover", get_houses, PROOF_OPENS | PROOF_READS, prepare_unclean, run_open },
  { "create", get_houses, PROOF_OPENS | PROOF_CREATES, NULL, run_create },
  { "import", eqp_pole_get_schema, 0, prepare_table, run_import },
  { "open", get_houses, PROOF_OPENS | PROOF_READS | PROOF_ELSEWHERE, NULL, run_open },
  { "snapshot", get_houses, PROOF_OPENS | PROOF_READS | PROOF_ELSEWHERE, NULL, run_snapshot },
  { "search", get_houses, PROOF_READS | PROOF_ELSEWHERE, NULL, run_search },
  { "history", get_houses, PROOF_READS | PROOF_ELSEWHERE, prepare_revert, run_history },
  { "check", get_houses, PROOF_READS | PROOF_ELSEWHERE, NULL, run_check },
  { "backup", get_houses, PROOF_READS | PROOF_ELSEWHERE, NULL, run_backup },
  { "export", eqp_pole_get_schema, PROOF_READS | PROOF_ELSEWHERE, prepare_export, run_export },
};
/* clang-format on */

const guint proof_n_kinds = G_N_ELEMENTS (proof_kinds);

/* ---- cases ---- */

/* Workers at the same time have different files, hence folders. */
static char *
dup_backups (const char *path)
{
  sqlite3      *db;
  sqlite3_stmt *statement;
  char         *folder;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT value FROM meta WHERE key = 'uuid'", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  folder = g_build_filename (g_get_user_data_dir (), "equipole", "backups", (const char *)sqlite3_column_text (statement, 0), NULL);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return folder;
}

static void
make_base (ProofCase *self)
{
  const EqpSchema *schema = (self->kind->flags & PROOF_MIGRATES) != 0 ? &test_schema : self->kind->get_schema ();

  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->base_journal, g_bytes_unref);
  proof_empty_folder (self->folder);
  if ((self->kind->flags & PROOF_CREATES) != 0)
    return;
  self->store = create_first (self, schema);
  g_free (self->backups);
  self->backups = dup_backups (self->path);
  if (self->kind->prepare != NULL)
    self->kind->prepare (self);
  proof_case_close (self);
  if (self->base == NULL)
    self->base = proof_read (self->path);
}

ProofCase *
proof_case_new (const ProofKind *kind,
                const char      *folder)
{
  ProofCase       *self = g_new0 (ProofCase, 1);
  g_autofree char *beside = g_strconcat (folder, "-beside", NULL);

  self->kind = kind;
  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, PROOF_FILE, NULL);
  self->copy = g_build_filename (folder, PROOF_COPY, NULL);
  g_assert_cmpint (g_mkdir_with_parents (beside, 0700), ==, 0);
  self->table = g_build_filename (beside, "table.csv", NULL);
  self->kept = g_build_filename (beside, "kept.equipole", NULL);
  self->length = 10;
  make_base (self);
  return self;
}

void
proof_case_free (ProofCase *self)
{
  proof_case_close (self);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->base_journal, g_bytes_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->copy);
  g_free (self->table);
  g_free (self->kept);
  g_free (self->backups);
  g_free (self);
}

void
proof_case_set_length (ProofCase *self,
                       guint      length)
{
  self->length = length;
  make_base (self);
}

void
proof_case_reset (ProofCase *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  proof_case_close (self);
  proof_empty_folder (self->folder);
  if (self->backups != NULL)
    proof_empty_folder (self->backups);
  if (self->base != NULL)
    proof_write (self->path, g_bytes_get_data (self->base, NULL), g_bytes_get_size (self->base));
  if (self->base_journal != NULL)
    proof_write (journal, g_bytes_get_data (self->base_journal, NULL), g_bytes_get_size (self->base_journal));
  if ((self->kind->flags & PROOF_OPENS) == 0)
    run_prepared (self, run_open);
}

void
proof_case_close (ProofCase *self)
{
  if (self->store != NULL)
    eqp_store_close (self->store);
  g_clear_object (&self->store);
}

EqpStore *
proof_case_open (ProofCase *self,
                 GError   **error)
{
  return eqp_store_open (self->path, self->kind->get_schema (), EQP_STORE_OPEN_NO_BACKUP, error);
}

gboolean
proof_case_go_on (ProofCase *self,
                  EqpStore  *store,
                  GError   **error)
{
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = new_label ();
  g_autofree char *code = NULL;

  if (self->kind->get_schema () == eqp_pole_get_schema ())
    return eqp_pole_set_setting (store, EQP_SETTING_POLE_NAME, "Pôle", error);
  code = g_strdup_printf ("AND ON %u", g_random_int ());
  draft = new_house (self, code);
  return eqp_store_save_one (store, label, draft, error);
}
