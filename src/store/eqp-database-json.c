/* eqp-database-json.c — the JSON functions of the journal's triggers */
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

/* Whether it is a text, an integer or NULL: our tables hold nothing else. */
static gboolean
append_value (sqlite3_str   *json,
              sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_TEXT:
      append_text (json, (const char *)sqlite3_value_text (value));
      return TRUE;
    case SQLITE_INTEGER:
      sqlite3_str_appendall (json, (const char *)sqlite3_value_text (value));
      return TRUE;
    case SQLITE_NULL:
      sqlite3_str_appendall (json, "null");
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_result (sqlite3_context *context,
            sqlite3_str     *json,
            gboolean         valid)
{
  int   length = sqlite3_str_length (json);
  char *text = sqlite3_str_finish (json);

  if (valid)
    {
      sqlite3_result_text (context, text, length, sqlite3_free);
      return;
    }
  sqlite3_free (text);
  sqlite3_result_error (context, "neither text nor integer", -1);
}

static void
json_quote (sqlite3_context *context,
            int              n_values,
            sqlite3_value  **values)
{
  sqlite3_str *json = sqlite3_str_new (NULL);

  set_result (context, json, append_value (json, values[0]));
}

static void
json_object (sqlite3_context *context,
             int              n_values,
             sqlite3_value  **values)
{
  sqlite3_str *json = sqlite3_str_new (NULL);
  gboolean     valid = n_values % 2 == 0;

  sqlite3_str_appendchar (json, 1, '{');
  for (int i = 0; valid && i < n_values; i += 2)
    {
      if (i > 0)
        sqlite3_str_appendchar (json, 1, ',');
      valid = append_value (json, values[i]);
      sqlite3_str_appendchar (json, 1, ':');
      valid = valid && append_value (json, values[i + 1]);
    }
  sqlite3_str_appendchar (json, 1, '}');
  set_result (context, json, valid);
}

/**
 * _eqp_database_add_json:
 * @self: an open connection
 *
 * SQLite 3.40 does not count its JSON functions among the innocuous ones, so no trigger may call them under trusted_schema=OFF. Ours do
 * the same for texts and integers, under the same names: other programs' SQLite can run the triggers too.
 *
 * Returns: whether they could be added
 */
gboolean
_eqp_database_add_json (EqpDatabase *self)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  return sqlite3_create_function_v2 (self->db, "json_quote", 1, flags, NULL, json_quote, NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_create_function_v2 (self->db, "json_object", -1, flags, NULL, json_object, NULL, NULL, NULL) == SQLITE_OK;
}
