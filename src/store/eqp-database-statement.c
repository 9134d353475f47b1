/* eqp-database-statement.c — prepared statements, kept by their text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <sqlite3.h>

/* Statements kept at most: texts are few, except UPDATEs, which differ by the columns an edit happens to change. */
#define MAX_STATEMENTS 256

struct _EqpStatement
{
  EqpDatabase  *database;
  sqlite3_stmt *stmt;
  char         *sql;
  gboolean      in_use;
  gboolean      cached;
  int           code; /* of a binding that failed: the next step tells */
};

void
_eqp_statement_free (EqpStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

static gboolean
is_idle (gpointer key,
         gpointer value,
         gpointer user_data)
{
  EqpStatement *statement = value;

  return !statement->in_use;
}

/**
 * eqp_database_prepare:
 * @self: a database
 * @sql: one statement
 *
 * Returns: (transfer none): the statement, until eqp_statement_done(); %NULL with %EQP_STORE_ERROR
 */
EqpStatement *
eqp_database_prepare (EqpDatabase *self,
                      const char  *sql,
                      GError     **error)
{
  EqpStatement *statement;
  sqlite3_stmt *stmt;
  gboolean      cached;
  int           code;

  g_return_val_if_fail (self->thread == g_thread_self (), NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL && !statement->in_use)
    {
      statement->in_use = TRUE;
      return statement;
    }
  cached = statement == NULL;
  code = sqlite3_prepare_v3 (self->db, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);
  if (code != SQLITE_OK)
    {
      _eqp_database_set_error (self, code, sql, error);
      return NULL;
    }
  if (cached && g_hash_table_size (self->statements) >= MAX_STATEMENTS)
    g_hash_table_foreach_remove (self->statements, is_idle, NULL);
  statement = g_new0 (EqpStatement, 1);
  statement->database = self;
  statement->stmt = stmt;
  statement->sql = g_strdup (sql);
  statement->in_use = TRUE;
  statement->cached = cached;
  if (cached)
    g_hash_table_insert (self->statements, statement->sql, statement);
  return statement;
}

/* A wrong index is a bug of ours; nothing else can go wrong but memory, or a text too long for SQLite. */
static void
check_bound (EqpStatement *self,
             int           code)
{
  if (code == SQLITE_NOMEM || code == SQLITE_TOOBIG)
    self->code = code;
  else if (code != SQLITE_OK)
    g_critical ("%s: %s", sqlite3_errstr (code), self->sql);
}

/**
 * eqp_statement_bind_text:
 * @self: a statement
 * @index: the parameter, from 0
 * @value: (nullable): its value, copied
 */
void
eqp_statement_bind_text (EqpStatement *self,
                         guint         index,
                         const char   *value)
{
  check_bound (self, sqlite3_bind_text (self->stmt, (int)index + 1, value, -1, SQLITE_TRANSIENT));
}

/**
 * eqp_statement_bind_integer:
 * @self: a statement
 * @index: the parameter, from 0
 * @value: its value
 */
void
eqp_statement_bind_integer (EqpStatement *self,
                            guint         index,
                            gint64        value)
{
  check_bound (self, sqlite3_bind_int64 (self->stmt, (int)index + 1, value));
}

/**
 * eqp_statement_bind_null:
 * @self: a statement
 * @index: the parameter, from 0
 */
void
eqp_statement_bind_null (EqpStatement *self,
                         guint         index)
{
  check_bound (self, sqlite3_bind_null (self->stmt, (int)index + 1));
}

/* Texts are asked for here, where running out of memory can still be told: later it would look like an empty text. */
static int
take_texts (EqpStatement *self)
{
  for (int i = 0; i < sqlite3_data_count (self->stmt); i++)
    if (sqlite3_column_type (self->stmt, i) == SQLITE_TEXT && sqlite3_column_text (self->stmt, i) == NULL)
      return SQLITE_NOMEM;
  return SQLITE_ROW;
}

/**
 * eqp_statement_step:
 * @self: a statement
 * @row: (out) (optional): whether there is a row to read; may be %NULL when none is expected
 *
 * Returns: whether it worked; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_statement_step (EqpStatement *self,
                    gboolean     *row,
                    GError      **error)
{
  int code = self->code != SQLITE_OK ? self->code : sqlite3_step (self->stmt);

  if (code == SQLITE_ROW)
    code = take_texts (self);
  if (row != NULL)
    *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  _eqp_database_set_error (self->database, code, self->sql, error);
  return FALSE;
}

/**
 * eqp_statement_get_text:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer none): the text, "" for NULL, until the next step
 */
const char *
eqp_statement_get_text (EqpStatement *self,
                        guint         column)
{
  const char *text = (const char *)sqlite3_column_text (self->stmt, (int)column);

  return text != NULL ? text : "";
}

/**
 * eqp_statement_get_integer:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number, 0 for NULL
 */
gint64
eqp_statement_get_integer (EqpStatement *self,
                           guint         column)
{
  return sqlite3_column_int64 (self->stmt, (int)column);
}

/**
 * eqp_statement_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
eqp_statement_is_null (EqpStatement *self,
                       guint         column)
{
  return sqlite3_column_type (self->stmt, (int)column) == SQLITE_NULL;
}

/**
 * eqp_statement_n_columns:
 * @self: a statement
 *
 * Returns: how many columns its rows have, 0 if it yields none
 */
guint
eqp_statement_n_columns (EqpStatement *self)
{
  return (guint)sqlite3_column_count (self->stmt);
}

/**
 * eqp_statement_done:
 * @self: a statement from eqp_database_prepare()
 *
 * Gives it back: ends its reading, forgets its bindings.
 */
void
eqp_statement_done (EqpStatement *self)
{
  if (!self->cached)
    {
      _eqp_statement_free (self);
      return;
    }
  /* The code of a reset repeats that of the last step, which was reported then. */
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->code = SQLITE_OK;
  self->in_use = FALSE;
}
