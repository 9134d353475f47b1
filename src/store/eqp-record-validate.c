/* eqp-record-validate.c — whether a draft may be saved, in sentences */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record"
#include "config.h"

#include "store/eqp-record-private.h"

#include "base/eqp-error.h"
#include "store/eqp-store.h"

#include <glib/gi18n.h>

void
_eqp_field_set_missing (const EqpField *field,
                        GError        **error)
{
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING,
               /* Translators: %s is the label of a field, such as "Family name". */
               _ ("“%s” is required."), _ (field->label));
}

/* An empty one is left to the file: whether it is among the choices is said by the table. */
static gboolean
check_choice (EqpRecord *self,
              guint      index,
              GError   **error)
{
  const EqpField *field = &eqp_record_get_entity (self)->fields[index];
  const char     *value = eqp_record_get_text (self, index);

  if (*value == '\0')
    return TRUE;
  for (const EqpChoice *choice = field->choices; choice->value != NULL; choice++)
    if (g_str_equal (choice->value, value))
      return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: first what was given, then the label of a field, such as "Kind". */
               _ ("“%s” is not among the choices of “%s”."), value, _ (field->label));
  return FALSE;
}

static gboolean
check_reference (EqpRecord *self,
                 guint      index,
                 GError   **error)
{
  const EqpField *field = &eqp_record_get_entity (self)->fields[index];
  EqpStore       *store = eqp_record_get_store (self);
  gint64          id = eqp_record_get_reference (self, index);
  g_autoptr (EqpRecord) target = NULL;
  g_autoptr (GError) local_error = NULL;

  if (id == 0 || store == NULL)
    return TRUE;
  target = eqp_store_get (store, field->target, id, &local_error);
  if (target != NULL)
    return TRUE;
  if (!g_error_matches (local_error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN,
               /* Translators: %s is the label of a field that points at another record, such as "Institution". */
               _ ("“%s” names something that is not in the file."), _ (field->label));
  return FALSE;
}

static gboolean
check_field (EqpRecord *self,
             guint      index,
             gboolean   references,
             GError   **error)
{
  const EqpField *field = &eqp_record_get_entity (self)->fields[index];

  if ((field->flags & EQP_FIELD_REQUIRED) != 0 && eqp_record_is_empty (self, index))
    {
      _eqp_field_set_missing (field, error);
      return FALSE;
    }
  if (field->type == EQP_FIELD_CHOICE && field->choices != NULL)
    return check_choice (self, index, error);
  if (field->type == EQP_FIELD_REFERENCE && references)
    return check_reference (self, index, error);
  return TRUE;
}

gboolean
_eqp_record_validate (EqpRecord *self,
                      gboolean   references,
                      guint     *field,
                      GError   **error)
{
  const EqpEntity *entity = eqp_record_get_entity (self);
  EqpRecordClass  *klass = EQP_RECORD_GET_CLASS (self);
  guint            fallback = 0;

  if (field == NULL)
    field = &fallback;
  for (guint i = 0; i < entity->n_fields; i++)
    if (!check_field (self, i, references, error))
      {
        *field = i;
        return FALSE;
      }
  return klass->validate == NULL || klass->validate (self, field, error);
}

/**
 * eqp_record_validate:
 * @draft: a draft
 * @field: (out) (optional): the field at fault
 * @error: %EQP_INPUT_ERROR: MISSING, INVALID, UNKNOWN
 *
 * Required fields, choices, references (when the draft knows its store), then the class's own rules.
 *
 * Returns: whether it may be saved
 */
gboolean
eqp_record_validate (EqpRecord *draft,
                     guint     *field,
                     GError   **error)
{
  return _eqp_record_validate (draft, TRUE, field, error);
}
