/* eqp-cli-balance.c — equipole balance: who owes hours to whom, and what the figures break down into */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance.h"
#include "interop/eqp-csv-writer.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum {
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
} BalanceFormat;

typedef struct
{
  EqpDate        from;
  EqpDate        to;
  EqpHours       hours;
  EqpBreakdown   by;
  BalanceFormat  format;
  EqpBalance    *balance;
  EqpFieldShare *share;
  gint64         tolerance;
} BalanceJob;

static gboolean
parse_format (const char    *name,
              BalanceFormat *format,
              GError       **error)
{
  static const char *const names[] = { "text", "json", "csv" };

  *format = FORMAT_TEXT;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *format = (BalanceFormat)i;
        return TRUE;
      }
  if (name == NULL)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no format “%s”: it can be text, json or csv."), name);
  return FALSE;
}

static gboolean
parse_breakdown (const char   *by,
                 EqpBreakdown *breakdown,
                 GError      **error)
{
  if (by == NULL || eqp_breakdown_from_code (by, breakdown))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               _ ("The balance cannot be broken down by “%s”: it can be by month, term, year, discipline, scheme, course, institution or person."), by);
  return FALSE;
}

static gboolean
load (BalanceJob *job,
      EqpStore   *store,
      GError    **error)
{
  if (job->from == EQP_DATE_NONE && job->to == EQP_DATE_NONE)
    eqp_pole_get_year_period (store, eqp_pole_academic_year (store, eqp_date_today ()), &job->from, &job->to);
  job->balance = eqp_balance_load (store, job->from, job->to, job->by, eqp_language_get_interface (), error);
  if (job->balance == NULL)
    return FALSE;
  job->share = eqp_field_share_load (store, job->balance->from, job->balance->to, job->hours, eqp_language_get_interface (), error);
  job->tolerance = eqp_exchange_get_duration (store, EQP_PARAMETER_TOLERANCE, job->balance->to);
  return job->share != NULL;
}

/* Months follow each other without gaps; of the others those are left out that give nothing in either direction. */
static gboolean
is_listed (const BalanceJob    *job,
           const EqpBalanceRow *row)
{
  return job->by == EQP_BY_MONTH || job->by == EQP_BY_TERM || job->by == EQP_BY_YEAR || row->fc.lines > 0 || row->fi.lines > 0;
}

static void
print_json (const BalanceJob *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const EqpBalanceRow *total = &job->balance->total;
  gint64               minutes = eqp_balance_row_get_minutes (total, job->hours);
  char                 iso[EQP_DATE_ISO_SIZE];

  json_builder_begin_object (builder);
  eqp_cli_add_string (builder, "from", eqp_date_to_iso (job->balance->from, iso));
  eqp_cli_add_string (builder, "to", eqp_date_to_iso (job->balance->to, iso));
  eqp_cli_add_string (builder, "state", eqp_hours_get_code (job->hours));
  eqp_cli_add_minutes (builder, "fc_by_university_minutes", total->fc.minutes[job->hours]);
  eqp_cli_add_minutes (builder, "fi_by_rectorat_minutes", total->fi.minutes[job->hours]);
  eqp_cli_add_minutes (builder, "balance_minutes", minutes);
  eqp_cli_add_string (builder, "creditor", eqp_balance_get_creditor (minutes, job->tolerance));
  json_builder_begin_object (json_builder_set_member_name (builder, "outside"));
  eqp_cli_add_minutes (builder, "shared_time_minutes", total->shared.minutes[job->hours]);
  eqp_cli_add_minutes (builder, "direct_contract_minutes", total->direct.minutes[job->hours]);
  json_builder_end_object (builder);
  eqp_cli_add_field_share (builder, &job->share->total, job->share->threshold, FALSE);
  json_builder_begin_array (json_builder_set_member_name (builder, "rows"));
  for (guint i = 0; i < job->balance->rows->len; i++)
    {
      const EqpBalanceRow *row = g_ptr_array_index (job->balance->rows, i);

      if (!is_listed (job, row))
        continue;
      json_builder_begin_object (builder);
      eqp_cli_add_string (builder, "key", row->key);
      eqp_cli_add_minutes (builder, "fc_minutes", row->fc.minutes[job->hours]);
      eqp_cli_add_minutes (builder, "fi_minutes", row->fi.minutes[job->hours]);
      eqp_cli_add_minutes (builder, "balance_minutes", eqp_balance_row_get_minutes (row, job->hours));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  eqp_cli_print_json (builder);
}

static void
print_csv (const BalanceJob *job)
{
  static const char *const names[] = { "key", "fc_minutes", "fi_minutes", "balance_minutes" };
  g_autoptr (GString) text = g_string_new (NULL);

  eqp_csv_append_row (text, names, G_N_ELEMENTS (names));
  for (guint i = 0; i < job->balance->rows->len; i++)
    {
      const EqpBalanceRow *row = g_ptr_array_index (job->balance->rows, i);
      g_autofree char     *fc = g_strdup_printf ("%" G_GINT64_FORMAT, row->fc.minutes[job->hours]);
      g_autofree char     *fi = g_strdup_printf ("%" G_GINT64_FORMAT, row->fi.minutes[job->hours]);
      g_autofree char     *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, eqp_balance_row_get_minutes (row, job->hours));
      const char *const    cells[] = { row->key, fc, fi, minutes };

      if (is_listed (job, row))
        eqp_csv_append_row (text, cells, G_N_ELEMENTS (cells));
    }
  eqp_cli_print_raw (text->str);
}

static void
add_cells (GPtrArray           *rows,
           const BalanceJob    *job,
           const EqpBalanceRow *row)
{
  EqpLanguage language = eqp_language_get_interface ();
  char      **cells = g_new0 (char *, 5);

  cells[0] = g_strdup (row->label);
  cells[1] = eqp_duration_format (row->fc.minutes[job->hours], language);
  cells[2] = eqp_duration_format (row->fi.minutes[job->hours], language);
  cells[3] = eqp_duration_format (eqp_balance_row_get_minutes (row, job->hours), language);
  g_ptr_array_add (rows, cells);
}

static void
print_rows (const BalanceJob *job)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  EqpLanguage language = eqp_language_get_interface ();
  char      **cells = g_new0 (char *, 5);

  cells[0] = g_strdup (eqp_breakdown_get_label (job->by, language));
  cells[1] = g_strdup (_ ("FC by the university"));
  cells[2] = g_strdup (_ ("FI by the rectorat"));
  cells[3] = g_strdup (_ ("Balance"));
  g_ptr_array_add (rows, cells);
  for (guint i = 0; i < job->balance->rows->len; i++)
    if (is_listed (job, g_ptr_array_index (job->balance->rows, i)))
      add_cells (rows, job, g_ptr_array_index (job->balance->rows, i));
  add_cells (rows, job, &job->balance->total);
  eqp_cli_align_right (rows, 1);
  eqp_cli_print_table (rows);
}

static void
print_creditor (const BalanceJob *job)
{
  EqpLanguage      language = eqp_language_get_interface ();
  gint64           minutes = eqp_balance_row_get_minutes (&job->balance->total, job->hours);
  const char      *creditor = eqp_balance_get_creditor (minutes, job->tolerance);
  g_autofree char *duration = eqp_duration_format (ABS (minutes), language);
  g_autofree char *share = eqp_percent_format (ABS (minutes), MAX (1, eqp_balance_row_get_exchanged (&job->balance->total, job->hours)), language);

  if (strcmp (creditor, "university") == 0)
    /* Translators: a duration, then a percentage. */
    eqp_cli_print_line (_ ("The rectorat owes the university %s (%s of the hours exchanged)."), duration, share);
  else if (strcmp (creditor, "rectorat") == 0)
    /* Translators: a duration, then a percentage. */
    eqp_cli_print_line (_ ("The university owes the rectorat %s (%s of the hours exchanged)."), duration, share);
  else
    eqp_cli_print_line ("%s", _ ("The balance is even."));
}

static void
print_field_share (const EqpFieldShare *share)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *field = eqp_duration_format (share->total.field, language);
  g_autofree char *potential = eqp_duration_format (share->total.potential, language);
  g_autofree char *direct = eqp_duration_format (share->total.direct, language);
  g_autofree char *missing = eqp_field_share_dup_missing (&share->total, language);
  g_autofree char *threshold = eqp_fraction_dup_text (share->threshold);

  if (share->total.potential == 0)
    eqp_cli_print_line ("%s", _ ("No teaching unit offers hours of initial training in this period."));
  else if (share->total.reached)
    /* Translators: two durations, then a fraction such as 1/3. */
    eqp_cli_print_line (_ ("People from the field give %s of %s of initial training: %s is reached."), field, potential, threshold);
  else
    /* Translators: two durations, then a fraction such as 1/3, then a duration. */
    eqp_cli_print_line (_ ("People from the field give %s of %s of initial training: to reach %s, they still have to give %s."), field, potential, threshold, missing);
  if (share->total.direct > 0)
    /* Translators: a duration: a part of the hours that the line before names. */
    eqp_cli_print_line (_ ("Of these hours, %s were given under a direct contract."), direct);
}

static void
print_text (const BalanceJob *job)
{
  EqpLanguage          language = eqp_language_get_interface ();
  const EqpBalanceRow *total = &job->balance->total;
  g_autofree char     *from = eqp_date_format (job->balance->from, language);
  g_autofree char     *to = eqp_date_format (job->balance->to, language);
  g_autofree char     *shared = eqp_duration_format (total->shared.minutes[job->hours], language);
  g_autofree char     *direct = eqp_duration_format (total->direct.minutes[job->hours], language);

  /* Translators: two dates, then which hours are added up, such as "done". */
  eqp_cli_print_line (_ ("From %s to %s, hours: %s"), from, to, eqp_hours_get_label (job->hours, language));
  print_rows (job);
  print_creditor (job);
  /* Translators: two durations. */
  eqp_cli_print_line (_ ("Outside the balance: shared time %s, direct contracts %s."), shared, direct);
  print_field_share (job->share);
}

static int
run (BalanceJob *job,
     const char *path,
     GError    **error)
{
  g_autoptr (EqpStore) store = eqp_cli_open (path, EQP_STORE_OPEN_READ_ONLY, error);

  if (store == NULL || !load (job, store, error))
    return EQP_CLI_FAILED;
  if (job->format == FORMAT_JSON)
    print_json (job);
  else if (job->format == FORMAT_CSV)
    print_csv (job);
  else
    print_text (job);
  return EQP_CLI_DONE;
}

/**
 * eqp_cli_balance:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Prints the balance of the exchanges and the one-third indicator.
 *
 * Returns: the exit status
 */
int
eqp_cli_balance (const EqpCommand *command,
                 int               argc,
                 char            **argv,
                 GError          **error)
{
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  g_autofree char   *state = NULL;
  g_autofree char   *by = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("From this date; without --from and --to: the academic year of today"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Up to this date; with only one of them: to that end of the ledger"), N_ ("DATE") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_ ("Which hours: requested, planned, done (unless said otherwise) or certified"), N_ ("STATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("A row for each month (unless said otherwise), term, year, discipline, scheme, course, institution or person"), N_ ("WORD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text, json or csv"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  BalanceJob job = { .hours = EQP_HOURS_DONE, .by = EQP_BY_MONTH };
  int        status;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error) || !parse_format (format, &job.format, error) ||
      !eqp_cli_parse_hours (state, &job.hours, error) || !parse_breakdown (by, &job.by, error) ||
      !eqp_cli_parse_period (from, to, &job.from, &job.to, error))
    return EQP_CLI_FAILED;
  status = run (&job, argv[1], error);
  eqp_balance_free (job.balance);
  eqp_field_share_free (job.share);
  return status;
}
