/* eqp-database.c — what is done over a connection: transactions, checks, copies, and SQLite's codes as sentences */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sqlite3.h>
#include <string.h>

/* clang-format off */
G_DEFINE_QUARK (eqp-store-error-quark, eqp_store_error)
/* clang-format on */

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
      return g_strdup_printf (_ ("Another program is writing to “%s”. Try again in a moment."), self->name);
    case EQP_STORE_ERROR_FULL:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("The disk is full: nothing was changed in “%s”."), self->name);
    case EQP_STORE_ERROR_READ_ONLY:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTLOCK)
        /* Translators: %s is a file's name. */
        return g_strdup_printf (_ ("“%s” was not closed properly and must be opened for writing once to put it right."), self->name);
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("“%s” or its folder is read-only: nothing was changed."), self->name);
    case EQP_STORE_ERROR_CORRUPT:
      if (self->file.incomplete)
        /* Translators: %s is a file's name. */
        return g_strdup_printf (_ ("“%s” is incomplete: its end is missing. Go back to one of its copies."), self->name);
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("“%s” is damaged. Go back to one of its copies."), self->name);
    case EQP_STORE_ERROR_NOT_OURS:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("“%s” is not an Équipôle file."), self->name);
    case EQP_STORE_ERROR_OPEN:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("“%s”, or its journal beside it, cannot be opened."), self->name);
    case EQP_STORE_ERROR_CONSTRAINT:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("This would contradict something else in “%s”: nothing was changed."), self->name);
    default:
      /* Translators: %s is a file's name. */
      return g_strdup_printf (_ ("Reading or writing “%s” failed: nothing was changed."), self->name);
    }
}

/**
 * eqp_database_debug:
 * @self: a database
 * @what: what was asked of SQLite, if anything in particular
 * @answer: (nullable): its answer, which in a hostile file may be no text at all: it is escaped
 *
 * Notes a technical detail, for the debug log only.
 */
void
eqp_database_debug (EqpDatabase *self,
                    const char  *what,
                    const char  *answer)
{
  g_autofree char *escaped = g_strescape (answer != NULL ? answer : "", NULL);

  g_debug ("%s: %s (%s)", self->name, escaped, what != NULL ? what : "");
}

/**
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

  g_debug ("%s: %d, system %d", self->name, code, sqlite3_system_errno (self->db));
  eqp_database_debug (self, sql, sqlite3_errmsg (self->db));
  g_set_error_literal (error, EQP_STORE_ERROR, ours, sentence);
}

/* The answer of a pragma, NULL when it gives none. */
gboolean
_eqp_database_get_answer (EqpDatabase *self,
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

/**
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

/**
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

/**
 * eqp_database_quick_check:
 * @self: a database
 *
 * Reads the whole file: every page and row, but not whether the indexes agree with them.
 *
 * Returns: whether it is sound; %EQP_STORE_ERROR_CORRUPT otherwise, or why it could not be read
 */
gboolean
eqp_database_quick_check (EqpDatabase *self,
                          GError     **error)
{
  g_autofree char *answer = NULL;

  if (!_eqp_database_get_answer (self, "PRAGMA quick_check (1)", &answer, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  eqp_database_debug (self, "quick_check", answer);
  _eqp_database_set_error (self, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

/**
 * eqp_database_interrupt:
 * @self: a database
 *
 * Ends the call that is under way in the database's thread. It may be called from any thread, while the database is not being freed.
 */
void
eqp_database_interrupt (EqpDatabase *self)
{
  sqlite3_interrupt (self->db);
}

/**
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

  if (!_eqp_database_get_answer (self, "PRAGMA integrity_check (1)", &answer, error) || !_eqp_database_get_answer (self, "PRAGMA foreign_key_check", &table, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0 && table == NULL)
    return TRUE;
  eqp_database_debug (self, "integrity_check", answer);
  eqp_database_debug (self, "foreign_key_check", table != NULL ? table : "ok");
  _eqp_database_set_error (self, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

/**
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
  /* One that could not be ended would stand in the way for ever. */
  eqp_database_rollback (self);
  return eqp_database_exec (self, "BEGIN IMMEDIATE", error);
}

/**
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

/**
 * eqp_database_rollback:
 * @self: a database
 *
 * Ends the transaction without a trace, if there is one: SQLite ends it itself after a full disk or a failed write.
 */
void
eqp_database_rollback (EqpDatabase *self)
{
  if (!eqp_database_is_in_transaction (self))
    return;
  if (sqlite3_step (self->rollback) != SQLITE_DONE)
    g_debug ("%s: ROLLBACK: %s", self->name, sqlite3_errmsg (self->db));
  sqlite3_reset (self->rollback);
}

/**
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

/**
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

/**
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

/**
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

/**
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
  gint64          deadline = g_get_monotonic_time () + EQP_BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;
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

/**
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
