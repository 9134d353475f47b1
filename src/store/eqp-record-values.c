/* eqp-record-values.c — the values of a record: reading, setting, loading and binding them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record"
#include "config.h"

#include "store/eqp-record-private.h"

#include <string.h>

static gboolean
is_text (const EqpField *field)
{
  return field->type == EQP_FIELD_TEXT || field->type == EQP_FIELD_CHOICE;
}

static void
clear_value (const EqpField *field,
             EqpValue       *value)
{
  if (is_text (field))
    g_clear_pointer (&value->text, g_ref_string_release);
  else
    value->integer = field->type == EQP_FIELD_INTEGER ? EQP_VALUE_NONE : 0;
}

EqpValue *
_eqp_values_new (const EqpEntity *entity)
{
  EqpValue *values = g_new0 (EqpValue, entity->n_fields);

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == EQP_FIELD_INTEGER)
      values[i].integer = EQP_VALUE_NONE;
  return values;
}

EqpValue *
_eqp_values_copy (const EqpEntity *entity,
                  const EqpValue  *values)
{
  EqpValue *copy = g_memdup2 (values, entity->n_fields * sizeof *values);

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_text (&entity->fields[i]) && copy[i].text != NULL)
      g_ref_string_acquire (copy[i].text);
  return copy;
}

void
_eqp_values_free (const EqpEntity *entity,
                  EqpValue        *values)
{
  if (values == NULL)
    return;
  for (guint i = 0; i < entity->n_fields; i++)
    clear_value (&entity->fields[i], &values[i]);
  g_free (values);
}

gboolean
_eqp_value_is_equal (const EqpField *field,
                     EqpValue        a,
                     EqpValue        b)
{
  if (is_text (field))
    return a.text == b.text || g_strcmp0 (a.text, b.text) == 0;
  return a.integer == b.integer;
}

static gboolean
set_text (EqpValue   *value,
          const char *text)
{
  char *old = value->text;

  if (strcmp (old != NULL ? old : "", text) == 0)
    return FALSE;
  value->text = *text != '\0' ? g_ref_string_new (text) : NULL;
  g_clear_pointer (&old, g_ref_string_release);
  return TRUE;
}

static gboolean
set_integer (EqpValue *value,
             gint64    integer)
{
  if (value->integer == integer)
    return FALSE;
  value->integer = integer;
  return TRUE;
}

gboolean
_eqp_value_load (const EqpField *field,
                 EqpValue       *value,
                 EqpStatement   *row,
                 guint           column)
{
  switch (field->type)
    {
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      return set_text (value, eqp_statement_get_text (row, column));
    case EQP_FIELD_DATE:
      return set_integer (value, eqp_date_from_iso (eqp_statement_get_text (row, column)));
    case EQP_FIELD_INTEGER:
      return set_integer (value, eqp_statement_is_null (row, column) ? EQP_VALUE_NONE : eqp_statement_get_integer (row, column));
    case EQP_FIELD_BOOLEAN:
      return set_integer (value, eqp_statement_get_integer (row, column) != 0);
    case EQP_FIELD_REFERENCE:
      return set_integer (value, eqp_statement_get_integer (row, column));
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
_eqp_value_bind (const EqpField *field,
                 EqpValue        value,
                 EqpStatement   *statement,
                 guint           parameter)
{
  char iso[EQP_DATE_ISO_SIZE];

  switch (field->type)
    {
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      eqp_statement_bind_text (statement, parameter, value.text != NULL ? value.text : "");
      break;
    case EQP_FIELD_DATE:
      eqp_statement_bind_text (statement, parameter, value.integer != EQP_DATE_NONE ? eqp_date_to_iso ((EqpDate)value.integer, iso) : "");
      break;
    case EQP_FIELD_REFERENCE:
    case EQP_FIELD_INTEGER:
      if (value.integer == (field->type == EQP_FIELD_REFERENCE ? 0 : EQP_VALUE_NONE))
        eqp_statement_bind_null (statement, parameter);
      else
        eqp_statement_bind_integer (statement, parameter, value.integer);
      break;
    case EQP_FIELD_BOOLEAN:
      eqp_statement_bind_integer (statement, parameter, value.integer);
      break;
    default:
      g_return_if_reached ();
    }
}

/* The field, if it is one of @self and of one of two types. */
static const EqpField *
get_field (EqpRecord   *self,
           guint        field,
           EqpFieldType type,
           EqpFieldType other)
{
  const EqpEntity *entity = eqp_record_get_entity (self);

  g_return_val_if_fail (field < entity->n_fields, NULL);
  g_return_val_if_fail (entity->fields[field].type == type || entity->fields[field].type == other, NULL);
  return &entity->fields[field];
}

/* The value of a field to set, NULL when @self is live. */
static EqpValue *
get_draft_value (EqpRecord *self,
                 guint      field)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (self);

  g_return_val_if_fail (priv->is_draft, NULL);
  return &priv->values[field];
}

static void
notify_field (EqpRecord *self,
              guint      field)
{
  g_object_notify_by_pspec (G_OBJECT (self), EQP_RECORD_GET_CLASS (self)->properties[field]);
}

static void
set_integer_field (EqpRecord   *self,
                   guint        field,
                   EqpFieldType type,
                   gint64       integer)
{
  EqpValue *value;

  if (get_field (self, field, type, type) == NULL || (value = get_draft_value (self, field)) == NULL)
    return;
  if (set_integer (value, integer))
    notify_field (self, field);
}

/**
 * eqp_record_is_empty:
 * @self: a record
 * @field: a field of its entity
 *
 * Returns: whether it has no value; a boolean always has one
 */
gboolean
eqp_record_is_empty (EqpRecord *self,
                     guint      field)
{
  const EqpEntity *entity = eqp_record_get_entity (self);
  EqpValue         value;

  g_return_val_if_fail (field < entity->n_fields, TRUE);

  value = _eqp_record_get_private (self)->values[field];
  switch (entity->fields[field].type)
    {
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      return value.text == NULL;
    case EQP_FIELD_INTEGER:
      return value.integer == EQP_VALUE_NONE;
    case EQP_FIELD_DATE:
    case EQP_FIELD_REFERENCE:
      return value.integer == 0;
    case EQP_FIELD_BOOLEAN:
    default:
      return FALSE;
    }
}

/**
 * eqp_record_get_text:
 * @self: a record
 * @field: a text or choice field
 *
 * Returns: (transfer none): its value, "" when empty; until the record changes
 */
const char *
eqp_record_get_text (EqpRecord *self,
                     guint      field)
{
  const char *text;

  if (get_field (self, field, EQP_FIELD_TEXT, EQP_FIELD_CHOICE) == NULL)
    return "";
  text = _eqp_record_get_private (self)->values[field].text;
  return text != NULL ? text : "";
}

/**
 * eqp_record_get_integer:
 * @self: a record
 * @field: an integer field
 *
 * Returns: its value, 0 when empty: see eqp_record_is_empty()
 */
gint64
eqp_record_get_integer (EqpRecord *self,
                        guint      field)
{
  gint64 integer;

  if (get_field (self, field, EQP_FIELD_INTEGER, EQP_FIELD_INTEGER) == NULL)
    return 0;
  integer = _eqp_record_get_private (self)->values[field].integer;
  return integer != EQP_VALUE_NONE ? integer : 0;
}

/**
 * eqp_record_get_boolean:
 * @self: a record
 * @field: a boolean field
 *
 * Returns: its value
 */
gboolean
eqp_record_get_boolean (EqpRecord *self,
                        guint      field)
{
  if (get_field (self, field, EQP_FIELD_BOOLEAN, EQP_FIELD_BOOLEAN) == NULL)
    return FALSE;
  return _eqp_record_get_private (self)->values[field].integer != 0;
}

/**
 * eqp_record_get_date:
 * @self: a record
 * @field: a date field
 *
 * Returns: its value, %EQP_DATE_NONE when empty
 */
EqpDate
eqp_record_get_date (EqpRecord *self,
                     guint      field)
{
  if (get_field (self, field, EQP_FIELD_DATE, EQP_FIELD_DATE) == NULL)
    return EQP_DATE_NONE;
  return (EqpDate)_eqp_record_get_private (self)->values[field].integer;
}

/**
 * eqp_record_get_reference:
 * @self: a record
 * @field: a reference field
 *
 * Returns: the id of the record it refers to, 0 when empty
 */
gint64
eqp_record_get_reference (EqpRecord *self,
                          guint      field)
{
  if (get_field (self, field, EQP_FIELD_REFERENCE, EQP_FIELD_REFERENCE) == NULL)
    return 0;
  return _eqp_record_get_private (self)->values[field].integer;
}

/**
 * eqp_record_set_text:
 * @draft: a draft
 * @field: a text or choice field
 * @value: (nullable): its value; %NULL and "" empty it
 */
void
eqp_record_set_text (EqpRecord  *draft,
                     guint       field,
                     const char *value)
{
  EqpValue *slot;

  if (get_field (draft, field, EQP_FIELD_TEXT, EQP_FIELD_CHOICE) == NULL || (slot = get_draft_value (draft, field)) == NULL)
    return;
  if (set_text (slot, value != NULL ? value : ""))
    notify_field (draft, field);
}

/**
 * eqp_record_set_integer:
 * @draft: a draft
 * @field: an integer field
 * @value: its value
 */
void
eqp_record_set_integer (EqpRecord *draft,
                        guint      field,
                        gint64     value)
{
  set_integer_field (draft, field, EQP_FIELD_INTEGER, value);
}

/**
 * eqp_record_set_boolean:
 * @draft: a draft
 * @field: a boolean field
 * @value: its value
 */
void
eqp_record_set_boolean (EqpRecord *draft,
                        guint      field,
                        gboolean   value)
{
  set_integer_field (draft, field, EQP_FIELD_BOOLEAN, value != FALSE);
}

/**
 * eqp_record_set_date:
 * @draft: a draft
 * @field: a date field
 * @value: its value, %EQP_DATE_NONE to empty it
 */
void
eqp_record_set_date (EqpRecord *draft,
                     guint      field,
                     EqpDate    value)
{
  set_integer_field (draft, field, EQP_FIELD_DATE, value);
}

/**
 * eqp_record_set_reference:
 * @draft: a draft
 * @field: a reference field
 * @id: the id of a record of the field's target, 0 to empty it
 */
void
eqp_record_set_reference (EqpRecord *draft,
                          guint      field,
                          gint64     id)
{
  set_integer_field (draft, field, EQP_FIELD_REFERENCE, id);
}

/**
 * eqp_record_clear:
 * @draft: a draft
 * @field: a field
 *
 * Empties it; a boolean becomes %FALSE.
 */
void
eqp_record_clear (EqpRecord *draft,
                  guint      field)
{
  const EqpEntity *entity = eqp_record_get_entity (draft);
  EqpValue        *value;

  g_return_if_fail (field < entity->n_fields);

  value = get_draft_value (draft, field);
  if (value == NULL || eqp_record_is_empty (draft, field) || (entity->fields[field].type == EQP_FIELD_BOOLEAN && value->integer == 0))
    return;
  clear_value (&entity->fields[field], value);
  notify_field (draft, field);
}
