/* eqp-csv-writer.c — rows as CSV that French spreadsheets open as it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-csv-writer"
#include "config.h"
#include "interop/eqp-csv-writer.h"

#include <string.h>

/* A cell that looks like a formula is quoted but otherwise left alone: a table must come back as it went. */
static gboolean
needs_quotes (const char *field)
{
  gsize length = strlen (field);

  if (length == 0)
    return FALSE;
  if (strchr ("=+-@", *field) != NULL || g_ascii_isspace (*field) || g_ascii_isspace (field[length - 1]))
    return TRUE;
  return strpbrk (field, ";,\t\"\r\n") != NULL;
}

static void
append_quoted (GString    *text,
               const char *field)
{
  g_string_append_c (text, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * eqp_csv_append_row:
 * @text: what was written so far
 * @fields: (array length=n_fields): the cells, in UTF-8
 * @n_fields: how many
 *
 * Appends one row.
 */
void
eqp_csv_append_row (GString           *text,
                    const char *const *fields,
                    guint              n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      if (needs_quotes (fields[i]))
        append_quoted (text, fields[i]);
      else
        g_string_append (text, fields[i]);
    }
  g_string_append (text, "\r\n");
}
