/* eqp-import-fault.c — what is wrong with a row: the stable code and the column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import-private.h"

#include "base/eqp-error.h"

/* BAD-…, by what kind of value was expected; a text field has checks of its own: BAD-UAI, BAD-SIRET. */
static const char *
get_bad_word (const EqpField *field,
              gboolean        validating)
{
  switch (field->type)
    {
    case EQP_FIELD_DATE:
      return validating ? "DATES-ORDER" : "BAD-DATE";
    case EQP_FIELD_INTEGER:
      if ((field->flags & EQP_FIELD_DURATION) != 0)
        return "BAD-DURATION";
      if ((field->flags & EQP_FIELD_TIME) != 0)
        return "BAD-TIME";
      return "BAD-NUMBER";
    case EQP_FIELD_BOOLEAN:
    case EQP_FIELD_CHOICE:
      return "BAD-CHOICE";
    case EQP_FIELD_REFERENCE:
    case EQP_FIELD_TEXT:
    default:
      return NULL;
    }
}

/* Of two columns for the same field, the one that the table has. */
static guint
find_column (EqpImporter *self,
             guint        field)
{
  const EqpKind *kind = self->kind;
  guint          found = EQP_NO_COLUMN;

  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].role <= EQP_COLUMN_REPLACED && kind->columns[i].field == field &&
        (found == EQP_NO_COLUMN || self->cells[found] < 0))
      found = i;
  return found;
}

/**
 * _eqp_import_refuse:
 * @self: an importer
 * @column: the column of the kind at fault, or EQP_NO_COLUMN
 * @code: a stable code, or the beginning of one
 * @what: (nullable): the rest of it, in any case: a field's or table's name
 *
 * Notes what is wrong with the row; the sentence is the caller's error.
 *
 * Returns: %FALSE
 */
gboolean
_eqp_import_refuse (EqpImporter *self,
                    guint        column,
                    const char  *code,
                    const char  *what)
{
  g_autofree char *upper = what != NULL ? g_ascii_strup (what, -1) : NULL;

  self->fault_column = column;
  g_free (self->fault_code);
  self->fault_code = upper != NULL ? g_strconcat (code, "-", upper, NULL) : g_strdup (code);
  return FALSE;
}

/**
 * _eqp_import_refuse_unknown:
 * @self: an importer
 * @column: the column of the kind at fault
 * @what: the table of what is not known
 * @error: what the resolver said
 *
 * The same for a code that means nothing, unless the store failed.
 *
 * Returns: %FALSE
 */
gboolean
_eqp_import_refuse_unknown (EqpImporter  *self,
                            guint         column,
                            const char   *what,
                            const GError *error)
{
  return error->domain == EQP_INPUT_ERROR ? _eqp_import_refuse (self, column, "UNKNOWN", what) : FALSE;
}

/**
 * _eqp_import_refuse_value:
 * @self: an importer
 * @field: the field of the kind's entity at fault
 * @validating: whether the value could be read but may not be
 * @error: what parsing or validation said
 *
 * Notes what is wrong with a value, unless the store failed.
 *
 * Returns: %FALSE
 */
gboolean
_eqp_import_refuse_value (EqpImporter  *self,
                          guint         field,
                          gboolean      validating,
                          const GError *error)
{
  const EqpField *info = &self->kind->entity->fields[field];
  guint           column = find_column (self, field);
  const char     *word = get_bad_word (info, validating);

  if (error->domain != EQP_INPUT_ERROR)
    return FALSE;
  switch ((EqpInputError)error->code)
    {
    case EQP_INPUT_ERROR_MISSING:
      return _eqp_import_refuse (self, column, "MISSING", NULL);
    case EQP_INPUT_ERROR_DUPLICATE:
      return _eqp_import_refuse (self, column, "DUPLICATE", NULL);
    case EQP_INPUT_ERROR_FORBIDDEN:
      return _eqp_import_refuse (self, column, "FORBIDDEN", NULL);
    case EQP_INPUT_ERROR_UNKNOWN:
      return _eqp_import_refuse (self, column, "UNKNOWN", info->name);
    case EQP_INPUT_ERROR_INVALID:
    case EQP_INPUT_ERROR_ENCODING:
    case EQP_INPUT_ERROR_FILE:
    default:
      return word != NULL ? _eqp_import_refuse (self, column, word, NULL) : _eqp_import_refuse (self, column, "BAD", info->name);
    }
}
