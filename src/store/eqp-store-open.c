/* eqp-store-open.c — creating, opening and migrating a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-utils.h"
#include "store/eqp-backup.h"
#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

static gboolean
set_version (EqpStore *self,
             gint64    version,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);

  return eqp_database_exec (self->database, sql, error);
}

static gboolean
get_cookie (EqpStore *self,
            gint64   *cookie,
            GError  **error)
{
  return eqp_database_get_integer (self->database, "PRAGMA schema_version", cookie, error);
}

/* The journal's tables, triggers and the search index; writes nothing when they are there, and nothing to a file that is not sound. */
static gboolean
install (EqpStore *self,
         GError  **error)
{
  gint64 before;
  gint64 after;

  if (!eqp_database_exec (self->database, "BEGIN", error))
    return FALSE;
  if (get_cookie (self, &before, error) && _eqp_journal_install (self, error) && get_cookie (self, &after, error) &&
      (before == after || _eqp_store_await_check (self, error)) && eqp_database_commit (self->database, error))
    return TRUE;
  eqp_database_rollback (self->database);
  return FALSE;
}

static gboolean
check_references (EqpStore *self,
                  GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  eqp_database_debug (self->database, "foreign_key_check", eqp_statement_get_text (statement, 0));
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION, _ ("References were lost."));
  return FALSE;
}

/* One step, in the transaction that is open; the last one also gives the file its journal. */
static gboolean
apply_step (EqpStore *self,
            gint64    version,
            GError  **error)
{
  if (!_eqp_journal_suspend (self, error) || !eqp_database_exec (self->database, self->schema->steps[version - 1], error) ||
      !check_references (self, error) || !set_version (self, version, error))
    return FALSE;
  return version < self->schema->n_steps || (_eqp_store_create_meta (self, error) && _eqp_journal_install (self, error));
}

/* Another process may be migrating the same file: what counts is the version once we have the right to write. */
static gboolean
migrate_one (EqpStore *self,
             gint64   *version,
             GError  **error)
{
  if (!eqp_database_begin (self->database, error))
    return FALSE;
  if (eqp_database_get_integer (self->database, "PRAGMA user_version", version, error) &&
      (*version >= self->schema->n_steps || apply_step (self, *version + 1, error)) &&
      eqp_database_commit (self->database, error))
    {
      (*version)++;
      return TRUE;
    }
  eqp_database_rollback (self->database);
  return FALSE;
}

static void
set_migration_error (EqpStore *self,
                     gint64    version,
                     GError   *cause,
                     GError  **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (!g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED) &&
      !g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT) &&
      !g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_debug ("step %" G_GINT64_FORMAT ": %s", version + 1, cause->message);
  g_error_free (cause);
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_MIGRATION,
               /* Translators: a file's name, then two version numbers of the file format. */
               _ ("“%s” could not be brought from format %d to format %d; its content is unchanged."), name, (int)version, (int)version + 1);
}

/**
 * _eqp_store_migrate:
 * @self: a store in no transaction
 * @version: the file's user_version
 *
 * Applies the missing steps, each in its transaction with its version. Foreign keys are off meanwhile, so that a step may rebuild a
 * table, and checked before each commit.
 */
gboolean
_eqp_store_migrate (EqpStore *self,
                    gint64    version,
                    GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean migrated;

  if (!eqp_database_exec (self->database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  do
    migrated = migrate_one (self, &version, &local_error);
  while (migrated && version < self->schema->n_steps);
  if (!migrated)
    set_migration_error (self, version, g_steal_pointer (&local_error), error);
  return eqp_database_exec (self->database, "PRAGMA foreign_keys = ON", migrated ? error : NULL) && migrated;
}

/* An older file is copied first: the migration cannot be undone otherwise. */
static gboolean
upgrade (EqpStore *self,
         gint64    version,
         GError  **error)
{
  if (eqp_database_is_read_only (self->database))
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY,
                   /* Translators: a file's name, then two version numbers of the file format. */
                   _ ("“%s” has format %d and must be brought to format %d, but it is read-only. Copy it to a folder of yours."),
                   name, (int)version, (int)self->schema->n_steps);
      return FALSE;
    }
  /* Version 0 is a file whose creation was interrupted: there is nothing in it. */
  if (version > 0)
    {
      if (!_eqp_store_load_uuid (self, error))
        return FALSE;
      if (!eqp_database_is_in_memory (self->database) && !eqp_backup_make (self, NULL, error))
        return FALSE;
    }
  return _eqp_store_migrate (self, version, error);
}

static gboolean
prepare (EqpStore *self,
         GError  **error)
{
  gint64 version;

  if (!eqp_database_get_integer (self->database, "PRAGMA user_version", &version, error) || !_eqp_store_check_foreign (self, error))
    return FALSE;
  if (version < self->schema->n_steps)
    {
      if (!_eqp_store_await_check (self, error) || !upgrade (self, version, error))
        return FALSE;
    }
  else if (!eqp_database_is_read_only (self->database) && !install (self, error))
    return FALSE;
  return _eqp_store_load_meta (self, error) && _eqp_store_check_if_due (self, error);
}

static gboolean
create_content (EqpStore *self,
                GError  **error)
{
  if (!eqp_database_begin (self->database, error))
    return FALSE;
  for (guint i = 0; i < self->schema->n_steps; i++)
    if (!eqp_database_exec (self->database, self->schema->steps[i], error))
      return FALSE;
  return set_version (self, self->schema->n_steps, error) && _eqp_store_create_meta (self, error) &&
         _eqp_journal_install (self, error) && eqp_database_commit (self->database, error) && _eqp_store_load_meta (self, error);
}

/**
 * eqp_store_create:
 * @path: a file that does not exist
 * @schema: static
 *
 * Makes a new file with every step of the schema, in one transaction; nothing is left behind on failure.
 *
 * Returns: (transfer full): the store, for the calling thread alone; %NULL with %EQP_STORE_ERROR OPEN, READ_ONLY, FULL …
 */
EqpStore *
eqp_store_create (const char      *path,
                  const EqpSchema *schema,
                  GError         **error)
{
  g_autoptr (EqpStore) self = NULL;
  EqpDatabase *database = eqp_database_open (path, EQP_DATABASE_CREATE, (int)schema->n_steps, error);

  if (database == NULL)
    return NULL;
  self = _eqp_store_new (path, schema, EQP_STORE_OPEN_DEFAULT, database);
  if (create_content (self, error))
    {
      /* Nothing was in it this morning. */
      self->backup_day = eqp_date_today ();
      return g_steal_pointer (&self);
    }
  eqp_database_remove (g_steal_pointer (&self->database));
  return NULL;
}

/**
 * eqp_store_open:
 * @path: a file
 * @schema: static
 * @flags: how
 *
 * Opens and checks a file; an older one is copied, then migrated. A file or folder that cannot be written opens read-only: see
 * eqp_store_is_read_only(). On a refusal the file is as it was, to the byte.
 *
 * Returns: (transfer full): the store, for the calling thread alone; %NULL with %EQP_STORE_ERROR OPEN, NOT_OURS, CORRUPT,
 *   SCHEMA_TOO_NEW, MIGRATION, READ_ONLY, BUSY …
 */
EqpStore *
eqp_store_open (const char       *path,
                const EqpSchema  *schema,
                EqpStoreOpenFlags flags,
                GError          **error)
{
  EqpDatabaseMode mode = (flags & EQP_STORE_OPEN_READ_ONLY) != 0 ? EQP_DATABASE_READ_ONLY : EQP_DATABASE_READ_WRITE;
  gboolean        later = (flags & EQP_STORE_OPEN_CHECK_LATER) != 0;
  EqpDatabase    *database = later ? eqp_database_open_unchecked (path, mode, (int)schema->n_steps, error) : eqp_database_open (path, mode, (int)schema->n_steps, error);
  g_autoptr (EqpStore) self = NULL;

  if (database == NULL)
    return NULL;
  self = _eqp_store_new (path, schema, flags, database);
  if (later)
    _eqp_store_check_later (self);
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * eqp_store_open_snapshot:
 * @path: a file
 * @schema: static
 *
 * Reads the whole file into memory and closes it, so that a long job (an export, a trial import) holds no lock on it, nor sees what is
 * edited meanwhile. A file of an older format is brought to the present one, in memory. Whatever is edited in the snapshot ends with it.
 *
 * Returns: (transfer full): a store, for the calling thread alone; %NULL with %EQP_STORE_ERROR: what eqp_store_open() says
 */
EqpStore *
eqp_store_open_snapshot (const char      *path,
                         const EqpSchema *schema,
                         GError         **error)
{
  EqpDatabase *file = eqp_database_open (path, EQP_DATABASE_READ_ONLY, (int)schema->n_steps, error);
  EqpDatabase *database;
  g_autoptr (EqpStore) self = NULL;

  if (file == NULL)
    return NULL;
  database = eqp_database_dup_in_memory (file, error);
  eqp_database_free (file);
  if (database == NULL)
    return NULL;
  self = _eqp_store_new (path, schema, EQP_STORE_OPEN_NO_BACKUP, database);
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}
