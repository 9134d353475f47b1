/* eqp-database-open.c — opening a connection under our file policy, and closing it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <glib/gi18n.h>
#include <sqlite3.h>
#include <string.h>

#define CACHE_KIB G_STRINGIFY (EQP_DATABASE_CACHE_KIB)

/* DESIGN §5: what is set at opening, and what reading it back must answer. */
static const struct
{
  const char *set;
  const char *get;
  const char *answer;
} policy[] = {
  { "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate" },
  { "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3" },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
  { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
  { "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0" },
  { "PRAGMA cache_size = -" CACHE_KIB, "PRAGMA cache_size", "-" CACHE_KIB },
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1" },
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" }, /* no names of people in /tmp */
};

static int
trace_cb (unsigned kind,
          void    *user_data,
          void    *statement,
          void    *text)
{
  g_autofree char *printable = NULL;
  char            *expanded;

  /* A trigger's statements are reported as comments. */
  if (g_str_has_prefix (text, "--"))
    return 0;
  expanded = sqlite3_expanded_sql (statement);
  printable = g_strdup (expanded != NULL ? expanded : text);
  sqlite3_free (expanded);
  g_message ("%s", printable);
  return 0;
}

static void
set_trace (EqpDatabase *self)
{
  static const GDebugKey keys[] = { { "sql", 1 } };

  if (g_parse_debug_string (g_getenv ("EQP_DEBUG"), keys, G_N_ELEMENTS (keys)) != 0)
    sqlite3_trace_v2 (self->db, SQLITE_TRACE_STMT, trace_cb, NULL);
}

/* A value or a row that is longer can only be there to fill the memory: no field, no sentence and no part of an index comes near. */
#define MAX_LENGTH (32 * 1024 * 1024)

static gboolean
set_configuration (EqpDatabase *self)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int value = -1;

      if (sqlite3_db_config (self->db, options[i].option, options[i].value, &value) != SQLITE_OK || value != options[i].value)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_policy (EqpDatabase *self,
            GError     **error)
{
  gboolean kept = set_configuration (self) && _eqp_database_add_json (self);

  /* The first is about the journal on the disk, which a database in memory has not. */
  for (guint i = eqp_database_is_in_memory (self) ? 1 : 0; kept && i < G_N_ELEMENTS (policy); i++)
    {
      g_autofree char *answer = NULL;

      if (!eqp_database_exec (self, policy[i].set, error) || !_eqp_database_get_answer (self, policy[i].get, &answer, error))
        return FALSE;
      /* No answer: this SQLite was built without the thing, as it may be without mmap. */
      kept = answer == NULL || strcmp (answer, policy[i].answer) == 0;
      if (!kept)
        g_debug ("%s answered %s", policy[i].get, answer);
    }
  if (!kept)
    {
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED,
                   /* Translators: %s is a file's name. */
                   _ ("“%s” cannot be opened safely with this computer's SQLite library."), self->name);
      return FALSE;
    }
  return TRUE;
}

/* Whether it is ours and not too new; the first reading also rolls back what an unclean end left. */
static gboolean
check_content (EqpDatabase *self,
               int          newest,
               GError     **error)
{
  gint64 application_id;
  gint64 version;

  if (!eqp_database_get_integer (self, "PRAGMA application_id", &application_id, error) ||
      !eqp_database_get_integer (self, "PRAGMA user_version", &version, error))
    return FALSE;
  /* A version below any is as good as none. */
  if (application_id != EQP_APPLICATION_ID || version < 0)
    {
      _eqp_database_set_error (self, SQLITE_NOTADB, NULL, error);
      return FALSE;
    }
  if (version > newest)
    {
      eqp_database_set_too_new (error, self->file.path, (int)version, newest);
      return FALSE;
    }
  return TRUE;
}

static gboolean
connect_to (EqpDatabase *self,
            const char  *path,
            int          flags,
            GError     **error)
{
  static gsize initialized = 0;
  int          code;

  if (g_once_init_enter (&initialized))
    {
      /* Nobody asks for the statistics that would take a lock at every allocation. */
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      /* Compiling an edit takes its triggers apart: with SQLite's own 40 places most of that came from malloc(), a sixth of the time. */
      sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 1200, 120);
      g_once_init_leave (&initialized, 1);
    }
  code = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v3 (self->db, "ROLLBACK", -1, SQLITE_PREPARE_PERSISTENT, &self->rollback, NULL);
  if (code != SQLITE_OK)
    {
      _eqp_database_set_error (self, code, NULL, error);
      return FALSE;
    }
  self->read_only = sqlite3_db_readonly (self->db, "main") == 1;
  sqlite3_busy_timeout (self->db, EQP_BUSY_TIMEOUT_MS);
  set_trace (self);
  return TRUE;
}

/* Without the right to write beside it, every edit would fail at its first write: say so at the door. */
static gboolean
connect_to_file (EqpDatabase    *self,
                 EqpDatabaseMode mode,
                 GError        **error)
{
  gboolean read_only = mode == EQP_DATABASE_READ_ONLY || !self->file.writable;

  return connect_to (self, self->file.path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
}

static gboolean
mark_as_ours (EqpDatabase *self,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", EQP_APPLICATION_ID);

  return eqp_database_exec (self, sql, error);
}

/* Closes everything but the claim on the file. */
static void
disconnect (EqpDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->rollback, sqlite3_finalize);
  if (self->db != NULL && sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("%s is closed while a statement is in use", self->name);
  self->db = NULL;
}

/**
 * eqp_database_open_unchecked:
 * @path: the file
 * @mode: whether to write, or to create
 * @newest: the highest user_version to accept
 *
 * As eqp_database_open(), in a time that does not depend on the size of the file: its pages are not looked at.
 *
 * Returns: (transfer full): the connection, for the calling thread alone; %NULL with %EQP_STORE_ERROR
 */
EqpDatabase *
eqp_database_open_unchecked (const char     *path,
                             EqpDatabaseMode mode,
                             int             newest,
                             GError        **error)
{
  g_autofree EqpDatabase *self = g_new0 (EqpDatabase, 1);
  gboolean                creating = mode == EQP_DATABASE_CREATE;

  if (!_eqp_database_file_claim (&self->file, path, mode, newest, error))
    return NULL;
  self->name = g_filename_display_basename (path);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)_eqp_statement_free);
  if (connect_to_file (self, mode, error) && set_policy (self, error) &&
      (creating ? mark_as_ours (self, error) : check_content (self, newest, error)))
    return g_steal_pointer (&self);
  disconnect (self);
  _eqp_database_file_release (&self->file, creating);
  g_free (self->name);
  return NULL;
}

/**
 * eqp_database_open:
 * @path: the file
 * @mode: whether to write, or to create
 * @newest: the highest user_version to accept
 *
 * Returns: (transfer full): the connection, for the calling thread alone; %NULL with %EQP_STORE_ERROR: OPEN, NOT_OURS, CORRUPT,
 *   SCHEMA_TOO_NEW, BUSY …
 */
EqpDatabase *
eqp_database_open (const char     *path,
                   EqpDatabaseMode mode,
                   int             newest,
                   GError        **error)
{
  g_autoptr (EqpDatabase) self = eqp_database_open_unchecked (path, mode, newest, error);

  if (self == NULL || (mode != EQP_DATABASE_CREATE && !eqp_database_quick_check (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* A backup into memory cannot change the size of the pages it finds there. */
static gboolean
take_page_size (EqpDatabase *self,
                EqpDatabase *source,
                GError     **error)
{
  g_autofree char *sql = NULL;
  gint64           page_size;

  if (!eqp_database_get_integer (source, "PRAGMA page_size", &page_size, error))
    return FALSE;
  sql = g_strdup_printf ("PRAGMA page_size = %" G_GINT64_FORMAT, page_size);
  return eqp_database_exec (self, sql, error);
}

/**
 * eqp_database_dup_in_memory:
 * @source: a database in no transaction
 *
 * Copies the whole of it into memory with SQLite's backup API. The copy can be written to; it vanishes when it is freed.
 *
 * Returns: (transfer full): the copy, for the calling thread alone; %NULL with %EQP_STORE_ERROR BUSY, CORRUPT, FAILED …
 */
EqpDatabase *
eqp_database_dup_in_memory (EqpDatabase *source,
                            GError     **error)
{
  g_autofree EqpDatabase *self = g_new0 (EqpDatabase, 1);

  /* The path alone, so that nothing is written over the file it comes from; there is no file to claim. */
  self->file.path = g_strdup (source->file.path);
  self->name = g_strdup (source->name);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)_eqp_statement_free);
  if (connect_to (self, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error) && take_page_size (self, source, error) &&
      set_policy (self, error) && eqp_database_copy (source, self, error))
    return g_steal_pointer (&self);
  disconnect (self);
  _eqp_database_file_release (&self->file, FALSE);
  g_free (self->name);
  return NULL;
}

/**
 * eqp_database_free:
 * @self: a database none of whose statements is in use
 *
 * Closes it; an open transaction is rolled back.
 */
void
eqp_database_free (EqpDatabase *self)
{
  disconnect (self);
  _eqp_database_file_release (&self->file, FALSE);
  g_free (self->name);
  g_free (self);
}

/**
 * eqp_database_remove:
 * @self: a database just created that is not to stay
 *
 * Closes it and removes its file.
 */
void
eqp_database_remove (EqpDatabase *self)
{
  disconnect (self);
  _eqp_database_file_release (&self->file, TRUE);
  g_free (self->name);
  g_free (self);
}

/**
 * eqp_database_get_path:
 * @self: a database
 *
 * Returns: the file's path, without symbolic links
 */
const char *
eqp_database_get_path (EqpDatabase *self)
{
  return self->file.path;
}

/**
 * eqp_database_is_read_only:
 * @self: a database
 *
 * Returns: whether it can only be read: asked for, or the file or its folder allow no more
 */
gboolean
eqp_database_is_read_only (EqpDatabase *self)
{
  return self->read_only;
}

/**
 * eqp_database_is_in_memory:
 * @self: a database
 *
 * Returns: whether it is a copy that no file holds: see eqp_database_dup_in_memory()
 */
gboolean
eqp_database_is_in_memory (EqpDatabase *self)
{
  return self->file.key == NULL;
}

/**
 * eqp_database_is_unclean:
 * @self: a database
 *
 * Returns: whether a journal with content lay beside the file when it was opened
 */
gboolean
eqp_database_is_unclean (EqpDatabase *self)
{
  return self->file.unclean;
}
