/* eqp-journal-row.c — rows and parts of rows as the journal keeps them: JSON objects keyed by column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-json.h"
#include "store/eqp-journal-private.h"

#include <glib/gi18n.h>

static const char sql_later_changes[] =
  "SELECT c.operation, c.before FROM journal_row AS r JOIN journal_change AS c ON c.id = r.change"
  " WHERE r.row = ? AND r.change > ? AND c.table_name = ? ORDER BY r.change DESC";

static const char sql_last_delete[] =
  "SELECT c.before FROM journal_row AS r JOIN journal_change AS c ON c.id = r.change"
  " WHERE r.row = ? AND c.table_name = ? AND c.operation = 2 ORDER BY r.change DESC LIMIT 1";

/**
 * _eqp_journal_row_parse:
 * @json: what a trigger wrote
 * @error: (nullable): %EQP_STORE_ERROR_CORRUPT
 *
 * Returns: (transfer full) (nullable): the columns and their values
 */
JsonObject *
_eqp_journal_row_parse (const char *json,
                        GError    **error)
{
  g_autoptr (JsonNode) node = eqp_json_parse (json);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_object_ref (json_node_get_object (node));
  g_debug ("a change whose columns are no object");
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT,
                       _ ("The history of this file is damaged: one of its entries cannot be read."));
  return NULL;
}

static char *
dup_select (const EqpEntity *entity)
{
  GString *sql = g_string_new ("SELECT json_object(");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (sql, "%s'%s', \"%s\"", i > 0 ? ", " : "", column, column);
    }
  g_string_append_printf (sql, ") FROM \"%s\" WHERE id = ?", entity->table);
  return g_string_free (sql, FALSE);
}

/**
 * _eqp_journal_row_read:
 * @self: a store
 * @entity: an entity
 * @id: a row's id
 * @row: (out) (transfer full) (nullable): the row as it is now, %NULL when there is none
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_journal_row_read (EqpStore        *self,
                       const EqpEntity *entity,
                       gint64           id,
                       JsonObject     **row,
                       GError         **error)
{
  g_autofree char *sql = dup_select (entity);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql, error);
  gboolean found = FALSE;

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = _eqp_journal_row_parse (eqp_statement_get_text (statement, 0), error);
  return *row != NULL;
}

/**
 * _eqp_journal_row_equal:
 * @a: (nullable): a row
 * @b: (nullable): a row
 *
 * Returns: whether both are the same, or both are absent
 */
gboolean
_eqp_journal_row_equal (JsonObject *a,
                        JsonObject *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return json_object_equal (a, b);
}

/**
 * _eqp_journal_row_overlay:
 * @row: a row, changed
 * @changes: some of its columns with their values
 */
void
_eqp_journal_row_overlay (JsonObject *row,
                          JsonObject *changes)
{
  JsonObjectIter iter;
  const char    *column;
  JsonNode      *value;

  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &column, &value))
    json_object_set_member (row, column, json_node_copy (value));
}

/**
 * _eqp_journal_bind_member:
 * @statement: a statement
 * @index: which parameter
 * @row: a row or part of one
 * @column: one of its columns
 *
 * Binds a column's value; a column that @row lacks binds NULL.
 */
void
_eqp_journal_bind_member (EqpStatement *statement,
                          guint         index,
                          JsonObject   *row,
                          const char   *column)
{
  JsonNode *value = json_object_get_member (row, column);

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    eqp_statement_bind_null (statement, index);
  else if (json_node_get_value_type (value) == G_TYPE_STRING)
    eqp_statement_bind_text (statement, index, json_node_get_string (value));
  else
    eqp_statement_bind_integer (statement, index, json_node_get_int (value));
}

/**
 * _eqp_journal_row_to_record:
 * @entity: an entity
 * @row: (nullable): a row of it
 *
 * Returns: (transfer full): a detached record with the row's values, for its title and its words. It has no store: a title that
 *   looks up another record must do without.
 */
EqpRecord *
_eqp_journal_row_to_record (const EqpEntity *entity,
                            JsonObject      *row)
{
  EqpRecord *record = eqp_record_new (entity);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);
      JsonNode        *value = row != NULL ? json_object_get_member (row, column) : NULL;

      if (value == NULL || JSON_NODE_HOLDS_NULL (value))
        continue;
      switch (entity->fields[i].type)
        {
        case EQP_FIELD_TEXT:
        case EQP_FIELD_CHOICE:
          eqp_record_set_text (record, i, json_node_get_string (value));
          break;
        case EQP_FIELD_DATE:
          eqp_record_set_date (record, i, eqp_date_from_iso (json_node_get_string (value)));
          break;
        case EQP_FIELD_INTEGER:
          eqp_record_set_integer (record, i, json_node_get_int (value));
          break;
        case EQP_FIELD_BOOLEAN:
          eqp_record_set_boolean (record, i, json_node_get_int (value) != 0);
          break;
        case EQP_FIELD_REFERENCE:
          eqp_record_set_reference (record, i, json_node_get_int (value));
          break;
        }
    }
  return record;
}

/* Takes one change back from the row. */
static gboolean
rewind_one (EqpChangeOperation operation,
            const char        *before,
            JsonObject       **row,
            GError           **error)
{
  g_autoptr (JsonObject) values = NULL;

  if (operation == EQP_CHANGE_INSERT)
    {
      g_clear_pointer (row, json_object_unref);
      return TRUE;
    }
  values = _eqp_journal_row_parse (before, error);
  if (values == NULL)
    return FALSE;
  if (operation == EQP_CHANGE_DELETE)
    {
      g_clear_pointer (row, json_object_unref);
      *row = g_steal_pointer (&values);
    }
  else if (*row != NULL)
    {
      _eqp_journal_row_overlay (*row, values);
    }
  return TRUE;
}

/**
 * _eqp_journal_row_rewind:
 * @self: a store
 * @entity: an entity
 * @id: a row's id
 * @after: a change's id
 * @row: (inout) (nullable): the row as it is; becomes what it was right after the change @after, %NULL when there was none
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when the journal could not be read
 */
gboolean
_eqp_journal_row_rewind (EqpStore        *self,
                         const EqpEntity *entity,
                         gint64           id,
                         gint64           after,
                         JsonObject     **row,
                         GError         **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_later_changes, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, id);
  eqp_statement_bind_integer (statement, 1, after);
  eqp_statement_bind_text (statement, 2, entity->table);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      if (!rewind_one (eqp_statement_get_integer (statement, 0), eqp_statement_get_text (statement, 1), row, error) ||
          !eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* The row as it was when it was last removed; NULL when the journal does not know it, or cannot be read. */
static JsonObject *
read_deleted (EqpStore        *self,
              const EqpEntity *entity,
              gint64           id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_last_delete, &error);
  gboolean    found = FALSE;
  JsonObject *row = NULL;

  if (statement != NULL)
    {
      eqp_statement_bind_integer (statement, 0, id);
      eqp_statement_bind_text (statement, 1, entity->table);
      if (eqp_statement_step (statement, &found, &error) && found)
        row = _eqp_journal_row_parse (eqp_statement_get_text (statement, 0), &error);
    }
  if (error != NULL)
    g_debug ("%s %" G_GINT64_FORMAT ": %s", entity->table, id, error->message);
  return row;
}

/**
 * _eqp_journal_dup_subject:
 * @self: a store
 * @entity: an entity
 * @id: a row's id
 * @language: the reader's
 *
 * Returns: (transfer full): the row's title, or the one it had when it was removed, or “(deleted)”
 */
char *
_eqp_journal_dup_subject (EqpStore        *self,
                          const EqpEntity *entity,
                          gint64           id,
                          EqpLanguage      language)
{
  g_autoptr (EqpRecord) record = eqp_store_get (self, entity, id, NULL);
  g_autoptr (JsonObject) row = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    {
      row = read_deleted (self, entity, id);
      if (row != NULL)
        record = _eqp_journal_row_to_record (entity, row);
    }
  if (record != NULL)
    title = eqp_record_dup_title (record, language);
  if (title == NULL || *title == '\0')
    return g_strdup (record != NULL ? eqp_tr (language, N_ ("(untitled)")) : eqp_tr (language, N_ ("(deleted)")));
  return g_steal_pointer (&title);
}
