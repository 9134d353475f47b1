/* eqp-store-read.c — reading records: one live instance a row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

static const char sql_other_triggers[] =
  "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name NOT GLOB 'journal_*' LIMIT 1";

void
_eqp_entity_sql_free (EqpEntitySql *self)
{
  g_strfreev (self->columns);
  g_free (self->select);
  g_free (self->get);
  g_free (self->insert);
  g_free (self->remove);
  g_free (self);
}

/* The defaults of the columns that are not NULL: what an empty number is written as. Columns that have none are absent. */
static GHashTable *
read_defaults (EqpStore        *self,
               const EqpEntity *entity)
{
  GHashTable *defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) row = eqp_database_prepare (self->database, "SELECT name, dflt_value FROM pragma_table_info (?) WHERE \"notnull\" AND dflt_value IS NOT NULL", &error);
  gboolean has_row = FALSE;

  if (row != NULL)
    eqp_statement_bind_text (row, 0, entity->table);
  while (row != NULL && eqp_statement_step (row, &has_row, &error) && has_row)
    g_hash_table_insert (defaults, g_strdup (eqp_statement_get_text (row, 0)), g_strdup (eqp_statement_get_text (row, 1)));
  if (error != NULL)
    g_debug ("%s: %s", entity->table, error->message);
  return defaults;
}

/* Whether anything but the journal follows when a row is added. */
static gboolean
has_other_triggers (EqpStore        *self,
                    const EqpEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStatement) row = eqp_database_prepare (self->database, sql_other_triggers, &error);
  gboolean found = TRUE;

  if (row != NULL)
    eqp_statement_bind_text (row, 0, entity->table);
  if (row == NULL || !eqp_statement_step (row, &found, &error))
    {
      g_debug ("%s: %s", entity->table, error->message);
      return TRUE;
    }
  return found;
}

/* With triggers, SQLite keeps a copy of every page that an INSERT changes, to take back half of it: an eighth of the time of an import. The
 * journal's own trigger cannot fail inside an edit (and outside of one nothing is written), so what fails then fails before anything is
 * written, and FAIL is as good as ABORT.
 * (Where a foreign key may be broken, which shows after the writing, SQLite keeps the copies all the same.) */
static char *
dup_insert (EqpStore           *self,
            const EqpEntity    *entity,
            const EqpEntitySql *sql)
{
  g_autoptr (GHashTable) defaults = read_defaults (self, entity);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *names = g_strjoinv (", ", sql->columns);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *fallback = g_hash_table_lookup (defaults, sql->columns[i]);

      if (entity->fields[i].type == EQP_FIELD_INTEGER && fallback != NULL)
        g_string_append_printf (values, "ifnull (?, %s), ", fallback);
      else
        g_string_append (values, "?, ");
    }
  return g_strdup_printf ("INSERT %sINTO %s (%s, id) VALUES (%s?)", has_other_triggers (self, entity) ? "" : "OR FAIL ", entity->table, names, values->str);
}

const EqpEntitySql *
_eqp_store_get_sql (EqpStore        *self,
                    const EqpEntity *entity)
{
  EqpEntitySql    *sql = g_hash_table_lookup (self->statements, entity);
  g_autofree char *columns = NULL;

  if (sql != NULL)
    return sql;
  sql = g_new0 (EqpEntitySql, 1);
  columns = _eqp_entity_dup_columns (entity);
  sql->columns = g_new0 (char *, entity->n_fields + 1);
  for (guint i = 0; i < entity->n_fields; i++)
    sql->columns[i] = eqp_field_dup_column (&entity->fields[i]);
  sql->select = g_strdup_printf ("SELECT %s FROM %s", columns, entity->table);
  sql->get = g_strdup_printf ("%s WHERE id = ?", sql->select);
  sql->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?", entity->table);
  g_hash_table_insert (self->statements, (gpointer)entity, sql);
  return sql;
}

/* Made when the first row is added: most files are opened to be read, and it takes two more queries. */
const char *
_eqp_store_get_insert (EqpStore        *self,
                       const EqpEntity *entity)
{
  EqpEntitySql *sql;

  _eqp_store_get_sql (self, entity);
  sql = g_hash_table_lookup (self->statements, entity);
  if (sql->insert == NULL)
    sql->insert = dup_insert (self, entity, sql);
  return sql->insert;
}

void
_eqp_store_touch (EqpStore  *self,
                  EqpRecord *record)
{
  if (!self->in_edit)
    return;
  _eqp_record_get_private (record)->is_touched = TRUE;
  g_hash_table_add (self->touched, record);
}

/* A record is about to go. */
void
_eqp_store_forget (EqpStore  *self,
                   EqpRecord *record)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (record);

  if (priv->is_listed)
    g_hash_table_remove (self->live, &priv->key);
  if (priv->is_touched)
    g_hash_table_remove (self->touched, record);
  priv->is_listed = FALSE;
  priv->is_touched = FALSE;
}

EqpRecord *
_eqp_store_take_row (EqpStore        *self,
                     const EqpEntity *entity,
                     EqpStatement    *row)
{
  EqpRecordKey key = { entity, eqp_statement_get_integer (row, 0) };
  EqpRecord   *record = g_hash_table_lookup (self->live, &key);

  if (record != NULL)
    g_object_ref (record);
  else
    {
      EqpRecordPrivate *priv;

      record = eqp_record_new (entity);
      _eqp_record_attach (record, self, key.id);
      priv = _eqp_record_get_private (record);
      priv->is_listed = TRUE;
      g_hash_table_insert (self->live, &priv->key, record);
    }
  _eqp_record_load (record, row);
  _eqp_store_touch (self, record);
  return record;
}

/**
 * eqp_store_get:
 * @self: a store
 * @entity: an entity of its schema
 * @id: a row
 *
 * Returns: (transfer full): the live record of the row; %NULL with %EQP_STORE_ERROR_NOT_FOUND
 */
EqpRecord *
eqp_store_get (EqpStore        *self,
               const EqpEntity *entity,
               gint64           id,
               GError         **error)
{
  g_autoptr (EqpStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  if (!_eqp_store_is_usable (self, error))
    return NULL;
  statement = eqp_database_prepare (self->database, _eqp_store_get_sql (self, entity)->get, error);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return _eqp_store_take_row (self, entity, statement);
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND,
               /* Translators: %s is the kind of record, such as "person" or "body". */
               _ ("This record (%s) is no longer in the file."), _ (entity->label));
  return NULL;
}

/**
 * eqp_store_find:
 * @self: a store
 * @entity: an entity of its schema
 * @field: a text field
 * @value: what it is to be, exactly
 *
 * Returns: (transfer full) (nullable): the live record of the first such row; %NULL without error when there is none
 */
EqpRecord *
eqp_store_find (EqpStore        *self,
                const EqpEntity *entity,
                guint            field,
                const char      *value,
                GError         **error)
{
  const EqpEntitySql *sql;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *text = NULL;
  gboolean         row;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);
  g_return_val_if_fail (field < entity->n_fields && entity->fields[field].type == EQP_FIELD_TEXT, NULL);

  if (!_eqp_store_is_usable (self, error))
    return NULL;
  sql = _eqp_store_get_sql (self, entity);
  text = g_strdup_printf ("%s WHERE %s = ?", sql->select, sql->columns[field]);
  statement = eqp_database_prepare (self->database, text, error);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_text (statement, 0, value);
  if (!eqp_statement_step (statement, &row, error) || !row)
    return NULL;
  return _eqp_store_take_row (self, entity, statement);
}

/**
 * eqp_store_select:
 * @self: a store
 * @entity: an entity of its schema
 * @clause: (nullable): static SQL to follow FROM and the table; %NULL for all rows
 * @bind: (nullable): one letter a '?': 's' const char *, 'i' gint64, 'd' EqpDate
 * @...: the values
 *
 * Returns: (transfer full) (element-type EqpRecord): the live records of the rows, in their order; %NULL with %EQP_STORE_ERROR
 */
GPtrArray *
eqp_store_select (EqpStore        *self,
                  const EqpEntity *entity,
                  GError         **error,
                  const char      *clause,
                  const char      *bind,
                  ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean         row;
  va_list          values;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  if (!_eqp_store_is_usable (self, error))
    return NULL;
  sql = g_strjoin (" ", _eqp_store_get_sql (self, entity)->select, clause, NULL);
  statement = eqp_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;
  va_start (values, bind);
  _eqp_statement_bind_list (statement, bind, values);
  va_end (values);
  while (eqp_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, _eqp_store_take_row (self, entity, statement));
    }
  return NULL;
}
