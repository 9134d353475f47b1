/* eqp-field.c — the field table: from a field's name to its column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-field"
#include "config.h"

#include "store/eqp-field.h"

#include "store/eqp-store-private.h"

#include <string.h>

/**
 * eqp_field_dup_column:
 * @field: a field
 *
 * Returns: (transfer full): the name of its SQL column: "from_date", "parent_id" for a reference
 */
char *
eqp_field_dup_column (const EqpField *field)
{
  char *column = g_strconcat (field->name, field->type == EQP_FIELD_REFERENCE ? "_id" : NULL, NULL);

  return g_strdelimit (column, "-", '_');
}

/**
 * eqp_entity_find_field:
 * @entity: an entity
 * @name: a field's name, such as "family-name"
 *
 * Returns: its index, -1 when there is none
 */
int
eqp_entity_find_field (const EqpEntity *entity,
                       const char      *name)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (strcmp (entity->fields[i].name, name) == 0)
      return (int)i;
  return -1;
}

/**
 * _eqp_entity_dup_columns:
 * @entity: an entity
 *
 * Returns: (transfer full): "id, code, name, parent_id"
 */
char *
_eqp_entity_dup_columns (const EqpEntity *entity)
{
  GString *columns = g_string_new ("id");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (columns, ", %s", column);
    }
  return g_string_free (columns, FALSE);
}
