/* eqp-cli-check.c — equipole check: what is wrong with the councils and the exchanges */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "domain/bodies/eqp-check.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-exchange-check.h"

#include <glib/gi18n.h>

static void
add_values (JsonBuilder *builder,
            EqpFinding  *finding)
{
  guint                  n_values = 0;
  const EqpFindingValue *values = eqp_finding_get_values (finding, &n_values);

  json_builder_begin_object (json_builder_set_member_name (builder, "values"));
  for (guint i = 0; i < n_values; i++)
    {
      if (values[i].type == EQP_VALUE_NUMBER)
        json_builder_add_int_value (json_builder_set_member_name (builder, values[i].name), values[i].number);
      else
        eqp_cli_add_string (builder, values[i].name, values[i].text);
    }
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *findings,
            EqpDate    as_of)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  EqpLanguage language = eqp_language_get_interface ();
  char        iso[EQP_DATE_ISO_SIZE];

  json_builder_begin_object (builder);
  eqp_cli_add_string (builder, "as_of", eqp_date_to_iso (as_of, iso));
  json_builder_begin_array (json_builder_set_member_name (builder, "findings"));
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding      *finding = g_ptr_array_index (findings, i);
      g_autofree char *message = eqp_finding_dup_message (finding, language);
      g_autofree char *source = eqp_finding_dup_source (finding, language);
      g_autofree char *cure = eqp_finding_dup_cure (finding, language);

      json_builder_begin_object (builder);
      eqp_cli_add_string (builder, "code", eqp_finding_get_code (finding));
      eqp_cli_add_string (builder, "severity", eqp_severity_get_code (eqp_finding_get_severity (finding)));
      eqp_cli_add_string (builder, "body", eqp_finding_get_body_code (finding));
      eqp_cli_add_string (builder, "subject", eqp_finding_get_subject (finding));
      add_values (builder, finding);
      eqp_cli_add_string (builder, "message", message);
      eqp_cli_add_string (builder, "source", source);
      eqp_cli_add_string (builder, "cure", cure);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  eqp_cli_print_json (builder);
}

static void
print_text (GPtrArray   *findings,
            const guint *counts,
            EqpDate      as_of)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *date = eqp_date_format_long (as_of, language);

  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding      *finding = g_ptr_array_index (findings, i);
      g_autofree char *cure = eqp_finding_dup_cure (finding, language);
      char           **cells = g_new0 (char *, 5);

      cells[0] = g_strdup (eqp_finding_get_body_code (finding));
      cells[1] = g_strdup (eqp_severity_get_label (eqp_finding_get_severity (finding), language));
      cells[2] = g_strdup (eqp_finding_get_code (finding));
      cells[3] = eqp_finding_dup_message (finding, language);
      g_ptr_array_add (rows, cells);
      if (*cure == '\0')
        continue;
      cells = g_new0 (char *, 5);
      cells[0] = g_strdup ("");
      cells[1] = g_strdup ("");
      cells[2] = g_strdup ("");
      cells[3] = g_strconcat ("→ ", cure, NULL);
      g_ptr_array_add (rows, cells);
    }
  eqp_cli_print_table (rows);
  /* Translators: %s is a date, then come three numbers. */
  eqp_cli_print_line (_ ("On %s: errors: %u, warnings: %u, information: %u"), date,
                      counts[EQP_SEVERITY_ERROR], counts[EQP_SEVERITY_WARNING], counts[EQP_SEVERITY_INFORMATION]);
}

/* Of the academic year as far as it has gone. */
static gboolean
add_exchanges (EqpStore  *store,
               EqpDate    as_of,
               GPtrArray *findings,
               GError   **error)
{
  g_autoptr (GPtrArray) more = NULL;
  EqpDate first, last;

  eqp_pole_get_year_period (store, eqp_pole_academic_year (store, as_of), &first, &last);
  more = eqp_exchange_check_run (store, first, as_of, as_of, 0, error);
  if (more == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&more));
  g_ptr_array_sort (findings, eqp_finding_compare);
  return TRUE;
}

/**
 * eqp_cli_check:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Lists findings.
 *
 * Returns: the exit status: 1 when a finding is an error
 */
int
eqp_cli_check (const EqpCommand *command,
               int               argc,
               char            **argv,
               GError          **error)
{
  g_autofree char   *body = NULL;
  g_autofree char   *date = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "body", 0, 0, G_OPTION_ARG_STRING, &body, N_ ("Only this council"), N_ ("CODE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("As of this date instead of today"), N_ ("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint    counts[EQP_N_SEVERITIES] = { 0 };
  EqpDate  as_of = EQP_DATE_NONE;
  gboolean json = FALSE;
  gint64   id = 0;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error) || !eqp_cli_wants_json (format, &json, error) ||
      !eqp_cli_parse_date (date, &as_of, error))
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || (body != NULL && !eqp_cli_find_body (store, body, &id, error)))
    return EQP_CLI_FAILED;
  findings = eqp_check_run (store, id, as_of, NULL, error);
  if (findings == NULL || (id == 0 && !add_exchanges (store, as_of, findings, error)))
    return EQP_CLI_FAILED;
  for (guint i = 0; i < findings->len; i++)
    counts[eqp_finding_get_severity (g_ptr_array_index (findings, i))]++;
  if (json)
    print_json (findings, as_of);
  else
    print_text (findings, counts, as_of);
  return counts[EQP_SEVERITY_ERROR] > 0 ? EQP_CLI_ATTENTION : EQP_CLI_DONE;
}
