/* eqp-cli-forecast.c — equipole forecast: where the balance will stand at the end of the academic year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "domain/exchanges/eqp-forecast.h"

#include <glib/gi18n.h>

static void
add_pair (JsonBuilder  *builder,
          const char   *name,
          const gint64 *minutes)
{
  json_builder_begin_object (json_builder_set_member_name (builder, name));
  eqp_cli_add_minutes (builder, "fc_minutes", minutes[EQP_TRAINING_FC]);
  eqp_cli_add_minutes (builder, "fi_minutes", minutes[EQP_TRAINING_FI]);
  json_builder_end_object (builder);
}

static void
add_months (JsonBuilder       *builder,
            const EqpForecast *forecast)
{
  json_builder_begin_array (json_builder_set_member_name (builder, "months"));
  for (guint i = 0; i < forecast->months->len; i++)
    {
      const EqpForecastMonth *month = g_ptr_array_index (forecast->months, i);
      char                    iso[EQP_DATE_ISO_SIZE];

      json_builder_begin_object (builder);
      eqp_cli_add_string (builder, "from", eqp_date_to_iso (month->month, iso));
      add_pair (builder, "done", month->done);
      add_pair (builder, "planned", month->planned);
      add_pair (builder, "expected", month->expected);
      add_pair (builder, "low", month->low);
      add_pair (builder, "high", month->high);
      eqp_cli_add_minutes (builder, "balance_minutes", month->cumulative_expected);
      eqp_cli_add_minutes (builder, "low_minutes", month->cumulative_low);
      eqp_cli_add_minutes (builder, "high_minutes", month->cumulative_high);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_requests (JsonBuilder       *builder,
              const EqpForecast *forecast)
{
  json_builder_begin_array (json_builder_set_member_name (builder, "requests"));
  for (guint i = 0; i < forecast->requests->len; i++)
    {
      const EqpForecastRequest *request = g_ptr_array_index (forecast->requests, i);
      char                      iso[EQP_DATE_ISO_SIZE];

      json_builder_begin_object (builder);
      eqp_cli_add_string (builder, "code", request->code);
      eqp_cli_add_string (builder, "side", eqp_training_get_code (request->training));
      eqp_cli_add_string (builder, "month", eqp_date_to_iso (request->month, iso));
      eqp_cli_add_minutes (builder, "minutes", request->minutes);
      json_builder_add_boolean_value (json_builder_set_member_name (builder, "accepted"), request->accepted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (EqpForecast *forecast,
            gint64       tolerance)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *method = eqp_forecast_dup_method (forecast, eqp_language_get_interface ());
  char             iso[EQP_DATE_ISO_SIZE];

  json_builder_begin_object (builder);
  eqp_cli_add_string (builder, "from", eqp_date_to_iso (forecast->first, iso));
  eqp_cli_add_string (builder, "to", eqp_date_to_iso (forecast->last, iso));
  eqp_cli_add_string (builder, "today", eqp_date_to_iso (forecast->today, iso));
  eqp_cli_add_string (builder, "method", forecast->method == EQP_METHOD_SEASONAL ? "seasonal" : "planned-only");
  eqp_cli_add_minutes (builder, "past_years", forecast->past_years);
  eqp_cli_add_string (builder, "explanation", method);
  eqp_cli_add_minutes (builder, "carried_minutes", forecast->carried);
  eqp_cli_add_minutes (builder, "balance_minutes", forecast->balance);
  eqp_cli_add_minutes (builder, "low_minutes", forecast->low);
  eqp_cli_add_minutes (builder, "high_minutes", forecast->high);
  eqp_cli_add_string (builder, "creditor", eqp_balance_get_creditor (forecast->balance, tolerance));
  eqp_cli_add_field_share (builder, &forecast->field, forecast->threshold, TRUE);
  add_months (builder, forecast);
  add_requests (builder, forecast);
  json_builder_end_object (builder);
  eqp_cli_print_json (builder);
}

static void
print_months (const EqpForecast *forecast)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  EqpLanguage language = eqp_language_get_interface ();
  char      **cells = g_new0 (char *, 7);

  cells[0] = g_strdup (_ ("Month from"));
  cells[1] = g_strdup (_ ("FC by the university"));
  cells[2] = g_strdup (_ ("FI by the rectorat"));
  cells[3] = g_strdup (_ ("Balance"));
  cells[4] = g_strdup (_ ("At least"));
  cells[5] = g_strdup (_ ("At most"));
  g_ptr_array_add (rows, cells);
  for (guint i = 0; i < forecast->months->len; i++)
    {
      const EqpForecastMonth *month = g_ptr_array_index (forecast->months, i);

      cells = g_new0 (char *, 7);
      cells[0] = eqp_date_format (month->month, language);
      cells[1] = eqp_duration_format (month->expected[EQP_TRAINING_FC], language);
      cells[2] = eqp_duration_format (month->expected[EQP_TRAINING_FI], language);
      cells[3] = eqp_duration_format (month->cumulative_expected, language);
      cells[4] = eqp_duration_format (month->cumulative_low, language);
      cells[5] = eqp_duration_format (month->cumulative_high, language);
      g_ptr_array_add (rows, cells);
    }
  eqp_cli_align_right (rows, 1);
  eqp_cli_print_table (rows);
}

static void
print_requests (const EqpForecast *forecast)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  EqpLanguage language = eqp_language_get_interface ();

  if (forecast->requests->len == 0)
    return;
  eqp_cli_print_line ("%s", _ ("Open requests:"));
  for (guint i = 0; i < forecast->requests->len; i++)
    {
      const EqpForecastRequest *request = g_ptr_array_index (forecast->requests, i);
      char                    **cells = g_new0 (char *, 6);

      cells[0] = g_strdup (request->code);
      cells[1] = g_strdup (eqp_training_get_code (request->training));
      cells[2] = eqp_duration_format (request->minutes, language);
      cells[3] = g_strdup (request->accepted ? _ ("accepted") : "");
      cells[4] = g_strdup (request->subject);
      g_ptr_array_add (rows, cells);
    }
  eqp_cli_print_table (rows);
}

static void
print_text (EqpForecast *forecast)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *last = eqp_date_format_long (forecast->last, language);
  g_autofree char *balance = eqp_duration_format (forecast->balance, language);
  g_autofree char *low = eqp_duration_format (forecast->low, language);
  g_autofree char *high = eqp_duration_format (forecast->high, language);
  g_autofree char *missing = eqp_duration_format (forecast->field.missing, language);
  g_autofree char *threshold = eqp_fraction_dup_text (forecast->threshold);
  g_autofree char *method = eqp_forecast_dup_method (forecast, language);

  print_months (forecast);
  if (forecast->method == EQP_METHOD_SEASONAL)
    /* Translators: a date, then three durations; positive: the rectorat owes the university. */
    eqp_cli_print_line (_ ("Balance expected on %s: %s, between %s and %s."), last, balance, low, high);
  else
    /* Translators: a date, then a duration; positive: the rectorat owes the university. */
    eqp_cli_print_line (_ ("Balance expected on %s: %s."), last, balance);
  if (forecast->field.potential == 0)
    eqp_cli_print_line ("%s", _ ("No teaching unit offers hours of initial training in this period."));
  else if (forecast->field.reached)
    /* Translators: %s is a fraction such as 1/3. */
    eqp_cli_print_line (_ ("People from the field should then have given %s of initial training."), threshold);
  else
    /* Translators: a fraction such as 1/3, then a duration. */
    eqp_cli_print_line (_ ("To %s of initial training given by people from the field, %s should then be missing."), threshold, missing);
  print_requests (forecast);
  eqp_cli_print_line ("%s", method);
}

/* “--accept A --accept B” and “--accept A B” mean the same: what follows the file's name are further codes. */
static gboolean
take_codes (char   **codes,
            char   **others,
            GStrv   *accepted,
            GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (codes == NULL && *others != NULL)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” is one argument too many."), *others);
      return FALSE;
    }
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_strv_builder_add (builder, codes[i]);
  for (guint i = 0; others[i] != NULL; i++)
    g_strv_builder_add (builder, others[i]);
  *accepted = g_strv_builder_end (builder);
  return TRUE;
}

/**
 * eqp_cli_forecast:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Prints the forecast of the academic year of today, with the requests that are to count.
 *
 * Returns: the exit status
 */
int
eqp_cli_forecast (const EqpCommand *command,
                  int               argc,
                  char            **argv,
                  GError          **error)
{
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) accepted = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes, N_ ("As if these open requests were accepted"), N_ ("REQUEST…") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (EqpForecast) forecast = NULL;
  gboolean json = FALSE;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, G_MAXINT, error) || !eqp_cli_wants_json (format, &json, error) ||
      !take_codes (codes, argv + 2, &accepted, error))
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return EQP_CLI_FAILED;
  forecast = eqp_forecast_load (store, eqp_date_today (), (const char *const *)accepted, error);
  if (forecast == NULL)
    return EQP_CLI_FAILED;
  if (json)
    print_json (forecast, eqp_exchange_get_duration (store, EQP_PARAMETER_TOLERANCE, forecast->last));
  else
    print_text (forecast);
  return EQP_CLI_DONE;
}
