/* eqp-import-report.c — what became of the rows of an imported table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import-report"
#include "config.h"
#include "interop/eqp-import-report.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static void
refusal_free (gpointer data)
{
  EqpRefusal *refusal = data;

  g_free (refusal->column);
  g_free (refusal->code);
  g_free (refusal->message);
  g_free (refusal);
}

/**
 * eqp_import_report_new:
 * @kind: the kind of table
 *
 * Returns: (transfer full): a report of nothing yet
 */
EqpImportReport *
eqp_import_report_new (const EqpKind *kind)
{
  EqpImportReport *self = g_new0 (EqpImportReport, 1);

  self->kind = kind;
  self->refused = g_ptr_array_new_with_free_func (refusal_free);
  self->unknown_columns = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * eqp_import_report_free:
 * @self: (transfer full): a report
 */
void
eqp_import_report_free (EqpImportReport *self)
{
  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->unknown_columns);
  g_free (self);
}

/**
 * eqp_import_report_refuse:
 * @self: a report
 * @line: the line on which the row begins
 * @column: the header of the cell at fault, or ""
 * @code: the stable code of what is wrong
 * @message: the sentence that says so
 *
 * Notes a row that does not go in.
 */
void
eqp_import_report_refuse (EqpImportReport *self,
                          guint            line,
                          const char      *column,
                          const char      *code,
                          const char      *message)
{
  EqpRefusal *refusal = g_new0 (EqpRefusal, 1);

  refusal->line = line;
  refusal->column = g_strdup (column);
  refusal->code = g_strdup (code);
  refusal->message = g_strdup (message);
  g_ptr_array_add (self->refused, refusal);
}

/**
 * eqp_refusal_dup_sentence:
 * @refusal: a refused row
 *
 * Returns: (transfer full): where it is and what is wrong, on one line
 */
char *
eqp_refusal_dup_sentence (const EqpRefusal *refusal)
{
  if (*refusal->column == '\0')
    /* Translators: where in a table something is wrong: %u is the line, then come a sentence and a code. */
    return g_strdup_printf (_ ("line %u: %s (%s)"), refusal->line, refusal->message, refusal->code);
  /* Translators: where in a table something is wrong: line, name of the column, then a sentence and a code. */
  return g_strdup_printf (_ ("line %u, column “%s”: %s (%s)"), refusal->line, refusal->column, refusal->message, refusal->code);
}

/**
 * eqp_import_report_to_json:
 * @self: a report
 *
 * Returns: (transfer full): the report as programs read it
 */
char *
eqp_import_report_to_json (EqpImportReport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_add_string_value (json_builder_set_member_name (builder, "kind"), self->kind->name);
  json_builder_add_int_value (json_builder_set_member_name (builder, "added"), self->added);
  json_builder_add_int_value (json_builder_set_member_name (builder, "updated"), self->updated);
  json_builder_add_int_value (json_builder_set_member_name (builder, "unchanged"), self->unchanged);
  json_builder_begin_array (json_builder_set_member_name (builder, "refused"));
  for (guint i = 0; i < self->refused->len; i++)
    {
      const EqpRefusal *refusal = g_ptr_array_index (self->refused, i);

      json_builder_begin_object (builder);
      json_builder_add_int_value (json_builder_set_member_name (builder, "line"), refusal->line);
      json_builder_add_string_value (json_builder_set_member_name (builder, "column"), refusal->column);
      json_builder_add_string_value (json_builder_set_member_name (builder, "code"), refusal->code);
      json_builder_add_string_value (json_builder_set_member_name (builder, "message"), refusal->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_begin_array (json_builder_set_member_name (builder, "unknown_columns"));
  for (guint i = 0; i < self->unknown_columns->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (self->unknown_columns, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
