/* eqp-cli-info.c — equipole info: what a file holds and whether it is sound */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "interop/eqp-kind.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static gboolean
count_rows (EqpStore        *store,
            const EqpEntity *entity,
            gint64          *n_rows,
            GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", entity->table);
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, g_intern_string (sql), NULL);

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *n_rows = eqp_query_get_integer (query, 0);
  return TRUE;
}

static gboolean
count_kinds (EqpStore *store,
             gint64    counts[EQP_N_KINDS],
             GError  **error)
{
  for (guint i = 0; i < EQP_N_KINDS; i++)
    if (!count_rows (store, eqp_kind_get (i)->entity, &counts[i], error))
      return FALSE;
  return TRUE;
}

static gint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static void
print_json (EqpStore     *store,
            const gint64 *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  eqp_cli_add_string (builder, "file", eqp_store_get_path (store));
  json_builder_add_int_value (json_builder_set_member_name (builder, "schema"), eqp_store_get_version (store));
  json_builder_add_int_value (json_builder_set_member_name (builder, "size"), get_size (eqp_store_get_path (store)));
  eqp_cli_add_string (builder, "integrity", "ok");
  json_builder_begin_object (json_builder_set_member_name (builder, "counts"));
  for (guint i = 0; i < EQP_N_KINDS; i++)
    json_builder_add_int_value (json_builder_set_member_name (builder, eqp_kind_get (i)->name), counts[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  eqp_cli_print_json (builder);
}

static void
add_row (GPtrArray  *rows,
         const char *label,
         char       *value)
{
  char **cells = g_new0 (char *, 3);

  cells[0] = g_strdup (label);
  cells[1] = value;
  g_ptr_array_add (rows, cells);
}

static void
print_text (EqpStore     *store,
            const gint64 *counts)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  EqpLanguage language = eqp_language_get_interface ();

  add_row (rows, _ ("File"), g_strdup (eqp_store_get_path (store)));
  add_row (rows, _ ("Schema"), g_strdup_printf ("%d", eqp_store_get_version (store)));
  add_row (rows, _ ("Size"), g_format_size (get_size (eqp_store_get_path (store))));
  add_row (rows, _ ("Integrity"), g_strdup (_ ("sound")));
  for (guint i = 0; i < EQP_N_KINDS; i++)
    add_row (rows, _ (eqp_kind_get (i)->entity->plural), eqp_format_number (language, counts[i]));
  eqp_cli_print_table (rows);
}

/**
 * eqp_cli_info:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong, also when the file is damaged
 *
 * Says what a file holds.
 *
 * Returns: the exit status
 */
int
eqp_cli_info (const EqpCommand *command,
              int               argc,
              char            **argv,
              GError          **error)
{
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  gint64   counts[EQP_N_KINDS];
  gboolean json = FALSE;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error) || !eqp_cli_wants_json (format, &json, error))
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || !eqp_store_check_integrity (store, error) || !count_kinds (store, counts, error))
    return EQP_CLI_FAILED;
  if (json)
    print_json (store, counts);
  else
    print_text (store, counts);
  return EQP_CLI_DONE;
}
