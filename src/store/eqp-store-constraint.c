/* eqp-store-constraint.c — why the file refused a row, in a sentence about the rows concerned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>
#include <string.h>

/* The field of a column that SQLite names "table.column"; -1 when it is none of ours, or of a table that a trigger wrote to. */
static int
find_column (EqpStore        *self,
             const EqpEntity *entity,
             const char      *name)
{
  const EqpEntitySql *sql = _eqp_store_get_sql (self, entity);
  const char         *dot = strrchr (name, '.');

  if (dot == NULL || strncmp (name, entity->table, (gsize)(dot - name)) != 0 || entity->table[dot - name] != '\0')
    return -1;
  for (guint i = 0; i < entity->n_fields; i++)
    if (strcmp (sql->columns[i], dot + 1) == 0)
      return (int)i;
  return -1;
}

/* The fields of "table.column, table.column": (element-type guint). */
static GArray *
find_columns (EqpStore        *self,
              const EqpEntity *entity,
              const char      *detail)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) names = g_strsplit (detail, ", ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int   found = find_column (self, entity, names[i]);
      guint field = (guint)found;

      if (found >= 0)
        g_array_append_val (fields, field);
    }
  return fields;
}

/* The title of the row that has the same values as @record in @fields; NULL when it cannot be told. */
static char *
dup_rival_title (EqpStore  *self,
                 EqpRecord *record,
                 GArray    *fields)
{
  EqpRecordPrivate   *priv = _eqp_record_get_private (record);
  const EqpEntity    *entity = priv->key.entity;
  const EqpEntitySql *sql = _eqp_store_get_sql (self, entity);
  g_autoptr (GString) text = g_string_new (sql->select);
  g_autoptr (EqpStatement) statement = NULL;
  g_autoptr (EqpRecord) rival = NULL;
  gboolean row;

  g_string_append (text, " WHERE id IS NOT ?");
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (text, " AND %s IS ?", sql->columns[g_array_index (fields, guint, i)]);
  statement = eqp_database_prepare (self->database, text->str, NULL);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, priv->key.id);
  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);

      _eqp_value_bind (&entity->fields[field], priv->values[field], statement, i + 1);
    }
  if (!eqp_statement_step (statement, &row, NULL) || !row)
    return NULL;
  rival = _eqp_store_take_row (self, entity, statement);
  return eqp_record_dup_title (rival, eqp_language_get_interface ());
}

static void
explain_unique (EqpStore   *self,
                EqpRecord  *record,
                const char *detail,
                GError    **error)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  g_autoptr (GArray) fields = find_columns (self, entity, detail);
  g_autofree char *rival = dup_rival_title (self, record, fields);
  g_autofree char *value = NULL;
  guint            last;

  if (rival == NULL || fields->len == 0)
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT, _ ("There is already such a record."));
      return;
    }
  last = g_array_index (fields, guint, fields->len - 1);
  value = eqp_record_dup_display (record, last, eqp_language_get_interface ());
  if (strcmp (entity->fields[last].name, "code") == 0)
    /* Translators: a code, and the title of the record that has it. */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT, _ ("The code “%s” is already used by “%s”."), value, rival);
  else if (fields->len == 1)
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT,
                 /* Translators: the label of a field, its value, and the title of the record that has the same. */
                 _ ("%s: “%s” is already used by “%s”."), _ (entity->fields[last].label), value, rival);
  else
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT,
                 /* Translators: the title of a record. */
                 _ ("“%s” is in the file already."), rival);
}

/* The foreign keys do not say which: the first that leads nowhere. */
static void
explain_reference (EqpRecord *record,
                   GError    *cause,
                   GError   **error)
{
  GError *local_error = NULL;

  if (_eqp_record_validate (record, TRUE, NULL, &local_error))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT, local_error->message);
  g_error_free (local_error);
}

static void
explain_missing (EqpStore   *self,
                 EqpRecord  *record,
                 const char *detail,
                 GError     *cause,
                 GError    **error)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  int              field = find_column (self, entity, detail);

  if (field < 0)
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  _eqp_field_set_missing (&entity->fields[field], error);
}

/* Whether @name stands in @text as a word. */
static gboolean
mentions (const char *text,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *found = strstr (text, name); found != NULL; found = strstr (found + 1, name))
    if ((found == text || !(g_ascii_isalnum (found[-1]) || found[-1] == '_')) && !g_ascii_isalnum (found[length]) && found[length] != '_')
      return TRUE;
  return FALSE;
}

/* A CHECK of the table, of which SQLite gives the text: the first field that it speaks of. */
static void
explain_check (EqpStore   *self,
               EqpRecord  *record,
               const char *detail,
               GError     *cause,
               GError    **error)
{
  const EqpEntity    *entity = eqp_record_get_entity (record);
  const EqpEntitySql *sql = _eqp_store_get_sql (self, entity);
  g_autofree char    *value = NULL;
  guint               field = 0;

  while (field < entity->n_fields && !mentions (detail, sql->columns[field]))
    field++;
  if (field == entity->n_fields)
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  if (eqp_record_is_empty (record, field))
    {
      _eqp_field_set_missing (&entity->fields[field], error);
      return;
    }
  value = eqp_record_dup_display (record, field, eqp_language_get_interface ());
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT,
               /* Translators: the label of a field, such as "Floors", and its value. */
               _ ("“%s” cannot be “%s”."), _ (entity->fields[field].label), value);
}

void
_eqp_store_explain (EqpStore     *self,
                    EqpRecord    *record,
                    EqpConstraint constraint,
                    const char   *detail,
                    GError       *cause,
                    GError      **error)
{
  if (!g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, cause);
      return;
    }
  switch (constraint)
    {
    case EQP_CONSTRAINT_UNIQUE:
      g_error_free (cause);
      explain_unique (self, record, detail, error);
      break;
    case EQP_CONSTRAINT_REFERENCE:
      explain_reference (record, cause, error);
      break;
    case EQP_CONSTRAINT_NOT_NULL:
      explain_missing (self, record, detail, cause, error);
      break;
    case EQP_CONSTRAINT_ID:
    case EQP_CONSTRAINT_OTHER:
    default:
      explain_check (self, record, detail, cause, error);
    }
}

static gint64
count_references (EqpStore        *self,
                  const EqpEntity *entity,
                  const EqpEntity *target,
                  gint64           id)
{
  const EqpEntitySql *sql = _eqp_store_get_sql (self, entity);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EqpStatement) statement = NULL;
  gboolean row;

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == EQP_FIELD_REFERENCE && entity->fields[i].target == target)
      g_string_append_printf (text, "%s%s = ?1", text->len > 0 ? " OR " : "", sql->columns[i]);
  if (text->len == 0)
    return 0;
  g_string_prepend (text, " WHERE ");
  g_string_prepend (text, entity->table);
  g_string_prepend (text, "SELECT count(*) FROM ");
  statement = eqp_database_prepare (self->database, text->str, NULL);
  if (statement == NULL)
    return 0;
  eqp_statement_bind_integer (statement, 0, id);
  return eqp_statement_step (statement, &row, NULL) && row ? eqp_statement_get_integer (statement, 0) : 0;
}

void
_eqp_store_explain_delete (EqpStore     *self,
                           EqpRecord    *record,
                           EqpConstraint constraint,
                           GError       *cause,
                           GError      **error)
{
  const EqpEntity *target = eqp_record_get_entity (record);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT) && constraint == EQP_CONSTRAINT_REFERENCE)
    for (guint i = 0; i < self->schema->n_entities; i++)
      {
        const EqpEntity *entity = self->schema->entities[i];
        gint64           n = count_references (self, entity, target, eqp_record_get_id (record));

        if (n > 0)
          g_string_append_printf (list, "%s%s (%" G_GINT64_FORMAT ")", list->len > 0 ? ", " : "", _ (entity->plural), n);
      }
  if (list->len == 0)
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  title = eqp_record_dup_title (record, eqp_language_get_interface ());
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT,
               /* Translators: the title of a record, and a list such as "Mandates (3), Courses (1)". */
               _ ("“%s” cannot be deleted: other records still refer to it: %s."), title, list->str);
}
