/* eqp-database.c — one SQLite connection under our file policy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sqlite3.h>
#include <string.h>

#define BUSY_TIMEOUT_MS 5000

G_DEFINE_QUARK (eqp-store-error-quark, eqp_store_error)

/* DESIGN §5: what is set at opening, and what reading it back must answer. */
static const struct {
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
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1" },
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" }, /* no names of people in /tmp */
};

/* A full disk that SQLite calls an I/O error: a quota, a limit on the size of files. */
static gboolean
is_full (EqpDatabase *self)
{
  int numbers[2] = { sqlite3_system_errno (self->db), 0 };

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_LAST_ERRNO, &numbers[1]);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] == ENOSPC || numbers[i] == EDQUOT || numbers[i] == EFBIG)
      return TRUE;
  return FALSE;
}

static EqpStoreError
error_code (EqpDatabase *self,
            int          code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return EQP_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return EQP_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return is_full (self) ? EQP_STORE_ERROR_FULL : EQP_STORE_ERROR_FAILED;
    case SQLITE_READONLY:
      return EQP_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return EQP_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return EQP_STORE_ERROR_NOT_OURS;
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return EQP_STORE_ERROR_OPEN;
    case SQLITE_CONSTRAINT:
      return EQP_STORE_ERROR_CONSTRAINT;
    default:
      return EQP_STORE_ERROR_FAILED;
    }
}

static char *
dup_sentence (EqpDatabase  *self,
              EqpStoreError ours,
              int           code)
{
  switch (ours)
    {
    case EQP_STORE_ERROR_BUSY:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("Another program is writing to “%s”. Try again in a moment."), self->name);
    case EQP_STORE_ERROR_FULL:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("The disk is full: nothing was changed in “%s”."), self->name);
    case EQP_STORE_ERROR_READ_ONLY:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTLOCK)
        /* Translators: %s is a file's name. */
        return g_strdup_printf (_("“%s” was not closed properly and must be opened for writing once to put it right."), self->name);
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("“%s” or its folder is read-only: nothing was changed."), self->name);
    case EQP_STORE_ERROR_CORRUPT:
      if (self->file.incomplete)
        /* Translators: %s is a file's name. */
        return g_strdup_printf (_("“%s” is incomplete: its end is missing. Go back to one of its copies."), self->name);
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("“%s” is damaged. Go back to one of its copies."), self->name);
    case EQP_STORE_ERROR_NOT_OURS:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("“%s” is not an Équipôle file."), self->name);
    case EQP_STORE_ERROR_OPEN:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("“%s”, or its journal beside it, cannot be opened."), self->name);
    case EQP_STORE_ERROR_CONSTRAINT:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("This would contradict something else in “%s”: nothing was changed."), self->name);
    default:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_("Reading or writing “%s” failed: nothing was changed."), self->name);
    }
}

/*
 * _eqp_database_set_error:
 * @self: a database
 * @code: SQLite's (extended) result code
 * @sql: (nullable): the statement at fault, for the debug log
 *
 * The one place where SQLite's codes become ours.
 */
void
_eqp_database_set_error (EqpDatabase *self,
                         int          code,
                         const char  *sql,
                         GError     **error)
{
  EqpStoreError    ours = error_code (self, code);
  g_autofree char *sentence = dup_sentence (self, ours, code);

  g_debug ("%s: %s (%d, system %d): %s", self->name, sqlite3_errmsg (self->db), code, sqlite3_system_errno (self->db), sql != NULL ? sql : "");
  g_set_error_literal (error, EQP_STORE_ERROR, ours, sentence);
}

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

/* The answer of a pragma, NULL when it gives none. */
static gboolean
get_answer (EqpDatabase *self,
            const char  *sql,
            char       **answer,
            GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self, sql, error);
  gboolean row;

  *answer = NULL;
  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *answer = g_strdup (eqp_statement_get_text (statement, 0));
  return TRUE;
}

static gboolean
set_configuration (EqpDatabase *self)
{
  static const struct {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

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

  for (guint i = 0; kept && i < G_N_ELEMENTS (policy); i++)
    {
      g_autofree char *answer = NULL;

      if (!eqp_database_exec (self, policy[i].set, error) || !get_answer (self, policy[i].get, &answer, error))
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
                   _("“%s” cannot be opened safely with this computer's SQLite library."), self->name);
      return FALSE;
    }
  return TRUE;
}

/* Whether it is ours, not too new and sound; the first reading also rolls back what an unclean end left. */
static gboolean
check_content (EqpDatabase *self,
               int          newest,
               GError     **error)
{
  g_autofree char *answer = NULL;
  gint64           application_id;
  gint64           version;

  if (!eqp_database_get_integer (self, "PRAGMA application_id", &application_id, error) ||
      !eqp_database_get_integer (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id != EQP_APPLICATION_ID)
    {
      _eqp_database_set_error (self, SQLITE_NOTADB, NULL, error);
      return FALSE;
    }
  if (version > newest)
    {
      eqp_database_set_too_new (error, self->file.path, (int) version, newest);
      return FALSE;
    }
  if (!get_answer (self, "PRAGMA quick_check (1)", &answer, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    {
      g_debug ("%s: quick_check: %s", self->name, answer);
      _eqp_database_set_error (self, SQLITE_CORRUPT, NULL, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
connect_to_file (EqpDatabase    *self,
                 EqpDatabaseMode mode,
                 GError        **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  /* Without the right to write beside it, every edit would fail at its first write: say so at the door. */
  if (mode == EQP_DATABASE_READ_ONLY || !self->file.writable)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE;
  code = sqlite3_open_v2 (self->file.path, &self->db, flags, NULL);
  if (code != SQLITE_OK)
    {
      _eqp_database_set_error (self, code, NULL, error);
      return FALSE;
    }
  self->read_only = sqlite3_db_readonly (self->db, "main") == 1;
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  set_trace (self);
  return TRUE;
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
  if (self->db != NULL && sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("%s is closed while a statement is in use", self->name);
  self->db = NULL;
}

/*
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
  g_autofree EqpDatabase *self = g_new0 (EqpDatabase, 1);
  gboolean creating = mode == EQP_DATABASE_CREATE;

  if (!_eqp_database_file_claim (&self->file, path, mode, newest, error))
    return NULL;
  self->name = g_filename_display_basename (path);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) _eqp_statement_free);
  if (connect_to_file (self, mode, error) && set_policy (self, error) &&
      (creating ? mark_as_ours (self, error) : check_content (self, newest, error)))
    return g_steal_pointer (&self);
  disconnect (self);
  _eqp_database_file_release (&self->file, creating);
  g_free (self->name);
  return NULL;
}

/*
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

/*
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

/*
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

/*
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

/*
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

/*
 * eqp_database_exec:
 * @self: a database
 * @sql: any number of statements without parameters; their rows are dropped
 *
 * Returns: whether all worked; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_database_exec (EqpDatabase *self,
                   const char  *sql,
                   GError     **error)
{
  int code;

  g_return_val_if_fail (self->thread == g_thread_self (), FALSE);

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  _eqp_database_set_error (self, code, sql, error);
  return FALSE;
}

/*
 * eqp_database_get_integer:
 * @self: a database
 * @sql: a query with one row
 * @value: (out): its first column; 0 when there is no row
 *
 * Returns: whether it worked; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_database_get_integer (EqpDatabase *self,
                          const char  *sql,
                          gint64      *value,
                          GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? eqp_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

/*
 * eqp_database_check:
 * @self: a database
 *
 * Reads the whole file: integrity_check and foreign_key_check.
 *
 * Returns: whether it is sound; %EQP_STORE_ERROR_CORRUPT otherwise
 */
gboolean
eqp_database_check (EqpDatabase *self,
                    GError     **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *table = NULL;

  if (!get_answer (self, "PRAGMA integrity_check (1)", &answer, error) || !get_answer (self, "PRAGMA foreign_key_check", &table, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0 && table == NULL)
    return TRUE;
  g_debug ("%s: integrity_check: %s, foreign_key_check: %s", self->name, answer, table != NULL ? table : "ok");
  _eqp_database_set_error (self, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

/*
 * eqp_database_begin:
 * @self: a database
 *
 * Starts a transaction that holds the right to write (BEGIN IMMEDIATE).
 *
 * Returns: whether it did; %EQP_STORE_ERROR_BUSY after five seconds of somebody else's, …
 */
gboolean
eqp_database_begin (EqpDatabase *self,
                    GError     **error)
{
  /* SQLite grants BEGIN IMMEDIATE on a read-only connection and fails at the first write. */
  if (self->read_only)
    {
      _eqp_database_set_error (self, SQLITE_READONLY, NULL, error);
      return FALSE;
    }
  return eqp_database_exec (self, "BEGIN IMMEDIATE", error);
}

/*
 * eqp_database_commit:
 * @self: a database in a transaction
 *
 * Returns: whether all of it is on the disk; otherwise it was rolled back
 */
gboolean
eqp_database_commit (EqpDatabase *self,
                     GError     **error)
{
  if (eqp_database_exec (self, "COMMIT", error))
    return TRUE;
  eqp_database_rollback (self);
  return FALSE;
}

/*
 * eqp_database_rollback:
 * @self: a database
 *
 * Ends the transaction without a trace, if there is one: SQLite ends it itself after a full disk or a failed write.
 */
void
eqp_database_rollback (EqpDatabase *self)
{
  g_autoptr (GError) error = NULL;

  if (eqp_database_is_in_transaction (self) && !eqp_database_exec (self, "ROLLBACK", &error))
    g_debug ("ROLLBACK: %s", error->message);
}

/*
 * eqp_database_is_in_transaction:
 * @self: a database
 *
 * Returns: whether a transaction is open
 */
gboolean
eqp_database_is_in_transaction (EqpDatabase *self)
{
  return sqlite3_get_autocommit (self->db) == 0;
}

/*
 * eqp_database_changes:
 * @self: a database
 *
 * Returns: the rows that the last INSERT, UPDATE or DELETE changed, triggers not counted
 */
gint64
eqp_database_changes (EqpDatabase *self)
{
  return sqlite3_changes64 (self->db);
}

/*
 * eqp_database_data_version:
 * @self: a database
 *
 * Returns: a number that changes whenever another connection has committed something; 0 if it cannot be read
 */
gint64
eqp_database_data_version (EqpDatabase *self)
{
  gint64 version = 0;

  return eqp_database_get_integer (self, "PRAGMA data_version", &version, NULL) ? version : 0;
}

/*
 * eqp_database_get_constraint:
 * @self: a database whose last call failed with %EQP_STORE_ERROR_CONSTRAINT
 * @detail: (out) (transfer none): SQLite's name for it, until the next call
 *
 * Returns: the kind of constraint
 */
EqpConstraint
eqp_database_get_constraint (EqpDatabase *self,
                             const char **detail)
{
  const char *message = sqlite3_errmsg (self->db);
  const char *colon = strstr (message, ": ");

  *detail = colon != NULL ? colon + 2 : message;
  switch (sqlite3_extended_errcode (self->db))
    {
    case SQLITE_CONSTRAINT_UNIQUE:
      return EQP_CONSTRAINT_UNIQUE;
    case SQLITE_CONSTRAINT_NOTNULL:
      return EQP_CONSTRAINT_NOT_NULL;
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return EQP_CONSTRAINT_ID;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return EQP_CONSTRAINT_REFERENCE;
    default:
      return EQP_CONSTRAINT_OTHER;
    }
}

/*
 * eqp_database_copy:
 * @self: where to read
 * @target: what to replace by it, in one transaction; none may be open
 *
 * Returns: whether it did; otherwise @target is as it was
 */
gboolean
eqp_database_copy (EqpDatabase *self,
                   EqpDatabase *target,
                   GError     **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->db, "main", self->db, "main");
  gint64          deadline = g_get_monotonic_time () + BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;
  int             code;

  if (backup == NULL)
    {
      _eqp_database_set_error (target, sqlite3_extended_errcode (target->db), NULL, error);
      return FALSE;
    }
  /* The backup interface does not call the busy handler. */
  while ((code = sqlite3_backup_step (backup, -1)) == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (g_get_monotonic_time () >= deadline)
        break;
      g_usleep (20 * 1000);
    }
  if (sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE)
    return TRUE;
  _eqp_database_set_error (target, code, NULL, error);
  return FALSE;
}

/*
 * eqp_database_copy_into:
 * @self: a database in no transaction
 * @path: a file that does not exist or is empty
 *
 * Writes a compact copy of the whole. It is not yet synced to the disk.
 *
 * Returns: whether it did; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_database_copy_into (EqpDatabase *self,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, path);
  return eqp_statement_step (statement, NULL, error);
}
