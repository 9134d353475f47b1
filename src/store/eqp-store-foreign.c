/* eqp-store-foreign.c — what a file says is to be done by itself, if it is not we who wrote it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

/* Triggers, views and virtual tables run as soon as somebody writes or reads. The text decides what they are, not the columns beside
 * it; the journal's triggers are compared, or replaced, when it is installed. */
static const char sql_active[] =
  "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND sql NOT GLOB 'CREATE TABLE *' AND sql NOT GLOB 'CREATE INDEX *'"
  " AND sql NOT GLOB 'CREATE UNIQUE INDEX *' AND NOT (type = 'trigger' AND name GLOB 'journal_*' AND sql GLOB 'CREATE TRIGGER *')";

static gboolean
is_ours (const EqpSchema *schema,
         const char      *sql)
{
  for (guint i = 0; i < schema->n_steps; i++)
    if (strstr (schema->steps[i], sql) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * _eqp_store_check_foreign:
 * @self: a store whose file was just opened
 * @error: return location
 *
 * Refuses a file with a trigger, a view or a virtual table that no step of the schema makes: it could go on for ever, or delete what
 * it likes.
 *
 * Returns: whether there is none; %EQP_STORE_ERROR_NOT_OURS
 */
gboolean
_eqp_store_check_foreign (EqpStore *self,
                          GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, sql_active, error);
  gboolean row = FALSE;

  if (statement == NULL || !eqp_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      if (!is_ours (self->schema, eqp_statement_get_text (statement, 0)))
        {
          g_autofree char *name = g_filename_display_basename (self->path);

          eqp_database_debug (self->database, "not ours", eqp_statement_get_text (statement, 0));
          g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS,
                       /* Translators: %s is a file's name. */
                       _ ("“%s” is not opened: somebody has added instructions to it that Équipôle did not write."), name);
          return FALSE;
        }
      if (!eqp_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}
