/* eqp-export-query.c — the rows of a kind of table, each column as it is imported */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-export"
#include "config.h"
#include "interop/eqp-export-private.h"

#include "base/eqp-duration.h"

#include <string.h>

/* The affiliation in force on a day: the latest to begin. */
#define SQL_HOME                                                                                   \
  "FROM affiliation a LEFT JOIN institution i ON i.id = a.institution_id WHERE a.person_id = t.id" \
  " AND a.from_date <= ?1 AND (a.to_date = '' OR a.to_date >= ?1) ORDER BY a.from_date DESC, a.id LIMIT 1)"

static void
append_field (GString         *sql,
              const EqpKind   *kind,
              const EqpColumn *column)
{
  const EqpField  *field = eqp_column_get_field (kind, column);
  g_autofree char *name = eqp_field_dup_column (field);

  if (field->type == EQP_FIELD_REFERENCE)
    g_string_append_printf (sql, "(SELECT r.code FROM %s r WHERE r.id = t.%s)", field->target->table, name);
  else if (field->type == EQP_FIELD_BOOLEAN)
    g_string_append_printf (sql, "iif(t.%s, 'yes', 'no')", name);
  else
    g_string_append_printf (sql, "t.%s", name);
}

static void
append_links (GString         *sql,
              const EqpEntity *link)
{
  g_autofree char *owner = eqp_field_dup_column (&link->fields[0]);
  g_autofree char *other = eqp_field_dup_column (&link->fields[1]);

  g_string_append_printf (sql,
                          "(SELECT group_concat(code, '|') FROM (SELECT r.code AS code FROM %s l JOIN %s r ON r.id = l.%s"
                          " WHERE l.%s = t.id ORDER BY r.code))",
                          link->table, link->fields[1].target->table, other, owner);
}

static void
append_column (GString         *sql,
               const EqpKind   *kind,
               const EqpColumn *column)
{
  switch (column->role)
    {
    case EQP_COLUMN_REPLACED:
      g_string_append (sql, "(SELECT p.code FROM mandate m JOIN person p ON p.id = m.person_id WHERE m.id = t.replaces_id)");
      break;
    case EQP_COLUMN_LINKS:
      append_links (sql, column->link);
      break;
    case EQP_COLUMN_HOME:
      g_string_append (sql, "(SELECT i.code " SQL_HOME);
      break;
    case EQP_COLUMN_HOME_SIDE:
      g_string_append (sql, "(SELECT a.side " SQL_HOME);
      break;
    case EQP_COLUMN_DECISION_DATE:
    case EQP_COLUMN_DECISION_REFERENCE:
      g_string_append_printf (sql, "(SELECT d.%s FROM decision d WHERE d.body_id = t.id AND d.kind = '%s' ORDER BY d.date DESC, d.id LIMIT 1)",
                              column->role == EQP_COLUMN_DECISION_DATE ? "date" : "reference", column->decision);
      break;
    case EQP_COLUMN_FIELD:
    case EQP_COLUMN_CATEGORY:
    case EQP_COLUMN_PAYER:
    case EQP_COLUMN_MINUTES:
    default:
      append_field (sql, kind, column);
      break;
    }
}

/* By the natural key, as codes; seats of a statute in their own order. */
static void
append_order (GString       *sql,
              const EqpKind *kind)
{
  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < kind->n_columns; i++)
    {
      const EqpField *field = eqp_column_get_field (kind, &kind->columns[i]);

      if (field == NULL || (field->flags & EQP_FIELD_KEY) == 0)
        continue;
      if (kind->id == EQP_KIND_CATEGORIES && strcmp (field->name, "code") == 0)
        g_string_append (sql, "t.position, ");
      g_string_append_printf (sql, "%u, ", i + 1);
    }
  g_string_append (sql, "t.id");
}

/* Durations and times go out as people write them, "7h30" and "09:30", into a spreadsheet too: as a number of hours, 20 minutes would be
 * 0.3333…, which is no whole number of minutes when it comes back, and a reader could not tell 7.3 from 7h30. */
static EqpFieldFlags
get_minutes_flag (const EqpKind   *kind,
                  const EqpColumn *column)
{
  const EqpField *field = eqp_column_get_field (kind, column);

  if (field == NULL || field->type != EQP_FIELD_INTEGER || column->role == EQP_COLUMN_MINUTES)
    return EQP_FIELD_OPTIONAL;
  return field->flags & (EQP_FIELD_DURATION | EQP_FIELD_TIME);
}

/* What the file has as it goes out, kept until the next row. */
static const char *
get_value (EqpExportRows *self,
           guint          column)
{
  const char *text = eqp_query_is_null (self->query, column) ? NULL : eqp_query_get_text (self->query, column);

  g_clear_pointer (&self->texts[column], g_free);
  if (text == NULL || *text == '\0')
    return "";
  switch ((int)get_minutes_flag (self->kind, &self->kind->columns[column]))
    {
    case EQP_FIELD_DURATION:
      return self->texts[column] = eqp_duration_dup_plain (eqp_query_get_integer (self->query, column));
    case EQP_FIELD_TIME:
      return self->texts[column] = eqp_time_format (eqp_query_get_integer (self->query, column));
    default:
      return text;
    }
}

/**
 * _eqp_export_get_cell_type:
 * @kind: a kind
 * @column: one of its columns
 *
 * Returns: what its cells hold
 */
EqpCellType
_eqp_export_get_cell_type (const EqpKind   *kind,
                           const EqpColumn *column)
{
  const EqpField *field = eqp_column_get_field (kind, column);

  if (column->role == EQP_COLUMN_LINKS)
    return EQP_CELL_LIST;
  if (column->role == EQP_COLUMN_DECISION_DATE || (field != NULL && field->type == EQP_FIELD_DATE))
    return EQP_CELL_DATE;
  if (field != NULL && field->type == EQP_FIELD_INTEGER)
    return get_minutes_flag (kind, column) != 0 ? EQP_CELL_TEXT : EQP_CELL_NUMBER;
  if (field != NULL && field->type == EQP_FIELD_BOOLEAN)
    return EQP_CELL_BOOLEAN;
  return EQP_CELL_TEXT;
}

/**
 * _eqp_export_rows_new:
 * @store: a store
 * @kind: a kind
 * @error: (out) (optional): #EqpStoreError
 *
 * Returns: (transfer full) (nullable): the rows, before the first
 */
EqpExportRows *
_eqp_export_rows_new (EqpStore      *store,
                      const EqpKind *kind,
                      GError       **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (EqpExportRows) self = g_new0 (EqpExportRows, 1);
  gboolean dated = FALSE;

  self->kind = kind;
  for (guint i = 0; i < kind->n_columns; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_column (sql, kind, &kind->columns[i]);
      dated |= kind->columns[i].role == EQP_COLUMN_HOME;
    }
  g_string_append_printf (sql, " FROM %s t", kind->entity->table);
  append_order (sql, kind);
  /* One text a kind: the store keeps statements by it. */
  self->query = dated ? eqp_store_query (store, error, g_intern_string (sql->str), "d", eqp_date_today ())
                      : eqp_store_query (store, error, g_intern_string (sql->str), NULL);
  return self->query != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * _eqp_export_rows_free:
 * @self: (transfer full): rows
 */
void
_eqp_export_rows_free (EqpExportRows *self)
{
  g_clear_pointer (&self->query, eqp_query_free);
  for (guint i = 0; i < self->kind->n_columns; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * _eqp_export_rows_next:
 * @self: rows
 * @error: (out) (optional): #EqpStoreError
 *
 * Reads the next row into the values.
 *
 * Returns: %TRUE for a row; %FALSE at the end, or with @error set
 */
gboolean
_eqp_export_rows_next (EqpExportRows *self,
                       GError       **error)
{
  if (!eqp_query_next (self->query, error))
    return FALSE;
  for (guint i = 0; i < self->kind->n_columns; i++)
    self->values[i] = get_value (self, i);
  return TRUE;
}
