/* eqp-database-json.c — the JSON function of the journal's triggers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <sqlite3.h>
#include <string.h>

/* Appends what stands for a byte that JSON does not allow in a string. */
static void
append_escape (sqlite3_str *json,
               char         byte)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char       *found = strchr (plain, byte);

  sqlite3_str_appendchar (json, 1, '\\');
  if (found != NULL)
    sqlite3_str_appendchar (json, 1, names[found - plain]);
  else
    sqlite3_str_appendf (json, "u%04x", (guint)byte);
}

static void
append_text (sqlite3_str *json,
             const char  *text)
{
  const char *start = text;
  const char *next;

  sqlite3_str_appendchar (json, 1, '"');
  for (next = text; *next != '\0'; next++)
    if ((guchar)*next < ' ' || *next == '"' || *next == '\\')
      {
        sqlite3_str_append (json, start, (int)(next - start));
        append_escape (json, *next);
        start = next + 1;
      }
  sqlite3_str_append (json, start, (int)(next - start));
  sqlite3_str_appendchar (json, 1, '"');
}

/* SQLITE_OK for a text, an integer or NULL: our tables hold nothing else. */
static int
append_value (sqlite3_str   *json,
              sqlite3_value *value)
{
  int         type = sqlite3_value_type (value);
  const char *text = type == SQLITE_TEXT || type == SQLITE_INTEGER ? (const char *)sqlite3_value_text (value) : NULL;

  switch (type)
    {
    case SQLITE_TEXT:
    case SQLITE_INTEGER:
      if (text == NULL)
        return SQLITE_NOMEM;
      if (type == SQLITE_TEXT)
        append_text (json, text);
      else
        sqlite3_str_appendall (json, text);
      break;
    case SQLITE_NULL:
      sqlite3_str_appendall (json, "null");
      break;
    default:
      return SQLITE_MISMATCH;
    }
  return sqlite3_str_errcode (json);
}

static void
json_quote (sqlite3_context *context,
            int              n_values,
            sqlite3_value  **values)
{
  sqlite3_str *json = sqlite3_str_new (NULL);
  int          code = append_value (json, values[0]);
  int          length = sqlite3_str_length (json);
  char        *text = sqlite3_str_finish (json);

  if (code == SQLITE_OK)
    {
      sqlite3_result_text (context, text, length, sqlite3_free);
      return;
    }
  sqlite3_free (text);
  /* Nothing at all would pass for NULL, and the journal would forget the row. */
  if (code == SQLITE_MISMATCH)
    sqlite3_result_error (context, "neither text nor integer", -1);
  else
    sqlite3_result_error_code (context, code);
}

/**
 * _eqp_database_add_json:
 * @self: an open connection
 *
 * SQLite 3.40 does not count its json_quote() among the innocuous functions, so no trigger may call it under trusted_schema=OFF. Ours does
 * the same for texts and integers, under the same name: another program's SQLite can run the triggers too.
 *
 * Returns: whether it could be added
 */
gboolean
_eqp_database_add_json (EqpDatabase *self)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  return sqlite3_create_function_v2 (self->db, "json_quote", 1, flags, NULL, json_quote, NULL, NULL, NULL) == SQLITE_OK;
}
