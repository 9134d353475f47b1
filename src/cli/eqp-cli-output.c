/* eqp-cli-output.c — what sub-commands say: lines and tables for people, JSON for programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

static glong
get_width (const char *text)
{
  glong width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                    : 1;
    }
  return width;
}

/**
 * eqp_cli_print_line:
 * @format: a printf() format
 * @...: its values
 *
 * Prints one line for people.
 */
void
eqp_cli_print_line (const char *format,
                    ...)
{
  g_autofree char *line = NULL;
  va_list          values;

  va_start (values, format);
  line = g_strdup_vprintf (format, values);
  va_end (values);
  g_print ("%s\n", line);
}

/**
 * eqp_cli_print_raw:
 * @text: text in UTF-8
 *
 * Prints it byte by byte, whatever the terminal's encoding.
 */
void
eqp_cli_print_raw (const char *text)
{
  fputs (text, stdout);
}

/**
 * eqp_cli_print_json:
 * @builder: a complete object
 *
 * Prints it, readable.
 */
void
eqp_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  eqp_cli_print_raw (text);
  eqp_cli_print_raw ("\n");
}

/**
 * eqp_cli_add_string:
 * @builder: a builder inside an object
 * @name: a member's name
 * @value: (nullable): its value; %NULL is written as ""
 */
void
eqp_cli_add_string (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

/**
 * eqp_cli_add_minutes:
 * @builder: a builder inside an object
 * @name: a member's name
 * @minutes: its value
 */
void
eqp_cli_add_minutes (JsonBuilder *builder,
                     const char  *name,
                     gint64       minutes)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, minutes);
}

/**
 * eqp_cli_add_field_share:
 * @builder: a builder inside an object
 * @share: the whole of a one-third indicator
 * @threshold: what it is measured against
 * @direct: whether the minutes under a direct contract are a member of their own
 *
 * Adds the member "field_share".
 */
void
eqp_cli_add_field_share (JsonBuilder            *builder,
                         const EqpFieldShareRow *share,
                         EqpFraction             threshold,
                         gboolean                direct)
{
  g_autofree char *fraction = eqp_fraction_dup_text (threshold);

  json_builder_begin_object (json_builder_set_member_name (builder, "field_share"));
  eqp_cli_add_minutes (builder, "field_minutes", share->field);
  if (direct)
    eqp_cli_add_minutes (builder, "direct_contract_minutes", share->direct);
  eqp_cli_add_minutes (builder, "total_minutes", share->potential);
  eqp_cli_add_string (builder, "threshold", fraction);
  eqp_cli_add_minutes (builder, "missing_minutes", share->missing);
  json_builder_add_boolean_value (json_builder_set_member_name (builder, "reached"), share->reached);
  json_builder_end_object (builder);
}

/**
 * eqp_cli_print_table:
 * @rows: (element-type GStrv): rows with as many cells each
 *
 * Prints the cells under each other, two spaces apart.
 */
void
eqp_cli_print_table (GPtrArray *rows)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (glong));

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          if (j >= widths->len)
            g_array_set_size (widths, j + 1);
          g_array_index (widths, glong, j) = MAX (g_array_index (widths, glong, j), get_width (cells[j]));
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_string_append (line, cells[j]);
          for (glong n = get_width (cells[j]); cells[j + 1] != NULL && n < g_array_index (widths, glong, j) + 2; n++)
            g_string_append_c (line, ' ');
        }
      eqp_cli_print_line ("%s", g_strchomp (line->str));
    }
}

/**
 * eqp_cli_align_right:
 * @rows: (element-type GStrv): rows with as many cells each
 * @first: the first column to align, from 0
 *
 * Pads the cells of a table on the left, before it is printed.
 */
void
eqp_cli_align_right (GPtrArray *rows,
                     guint      first)
{
  char **head = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  for (guint j = first; head != NULL && j < g_strv_length (head); j++)
    {
      glong width = 0;

      for (guint i = 0; i < rows->len; i++)
        width = MAX (width, get_width (((char **)g_ptr_array_index (rows, i))[j]));
      for (guint i = 0; i < rows->len; i++)
        {
          char           **cells = g_ptr_array_index (rows, i);
          g_autofree char *cell = cells[j];

          cells[j] = g_strdup_printf ("%*s%s", (int)(width - get_width (cell)), "", cell);
        }
    }
}

/**
 * eqp_cli_flush:
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE
 *
 * Returns: %FALSE with @error set when what was printed could not be written: a full disk, a closed pipe
 */
gboolean
eqp_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("The result cannot be written: %s."), g_strerror (errno));
  return FALSE;
}
