/* eqp-json.c — JSON from a file that somebody else may have written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-json"
#include "config.h"

#include "base/eqp-json.h"

#include <string.h>

/* What we write has three levels. */
#define MAX_DEPTH 32

/* What may follow a backslash. json-glib also knows the bytes in octal of C, of which any may be no UTF-8. */
#define ESCAPES "\"\\/bfnrtu"

/* json-glib goes one call deeper for each level, and would go on until there is no stack left. It also reads comments, in which a
 * quotation mark would mislead us: nobody writes those. */
static gboolean
is_plain (const char *json)
{
  gboolean is_string = FALSE;
  int      depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (is_string && *p == '\\')
        {
          if (*++p == '\0' || strchr (ESCAPES, *p) == NULL)
            return FALSE;
        }
      else if (*p == '"')
        is_string = !is_string;
      else if (is_string)
        continue;
      else if (*p == '[' || *p == '{')
        depth++;
      else if (*p == ']' || *p == '}')
        depth--;
      else if (*p == '/' || *p == '#' || *p == '\'')
        return FALSE;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_json_parse:
 * @json: (nullable): text
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it is no JSON (of the standard), or nested deeper than anything of ours
 */
JsonNode *
eqp_json_parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json != NULL && is_plain (json) ? json_from_string (json, &error) : NULL;

  if (error != NULL)
    g_debug ("%s", error->message);
  return node;
}
