/* eqp-cli-arguments.c — what sub-commands are given: options, files, codes, dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/eqp-pole.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
set_usage_error (const EqpCommand *command,
                 const char       *what,
                 GError          **error)
{
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: first a sentence that says what is wrong, then a command and its arguments, as typed. */
               _ ("%s Usage: equipole %s %s"), what, command->name, command->usage);
  return FALSE;
}

/**
 * eqp_cli_parse:
 * @command: the command
 * @entries: (nullable): its options, ended by %NULL
 * @argc: (inout): how many arguments; without the options afterwards
 * @argv: (inout): the command's name and its arguments; without the options afterwards
 * @least: how many arguments it needs besides its name
 * @most: how many it takes
 * @error: (out) (optional): EQP_INPUT_ERROR_INVALID
 *
 * Reads the options. “--help” prints the command's help and ends the program.
 *
 * Returns: %FALSE with @error set when the arguments are not right
 */
gboolean
eqp_cli_parse (const EqpCommand   *command,
               const GOptionEntry *entries,
               int                *argc,
               char             ***argv,
               int                 least,
               int                 most,
               GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->usage);
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_strconcat ("equipole ", command->name, NULL);
  g_autofree char *what = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &failure))
    {
      what = g_strconcat (failure->message, ".", NULL);
      return set_usage_error (command, what, error);
    }
  /* A lone "--" ends the options; GOption leaves it in place. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < least)
    return set_usage_error (command, _ ("Something is missing."), error);
  if (*argc - 1 > most)
    {
      what = g_strdup_printf (_ ("“%s” is one argument too many."), (*argv)[most + 1]);
      return set_usage_error (command, what, error);
    }
  return TRUE;
}

/**
 * eqp_cli_wants_json:
 * @format: (nullable): what --format said
 * @json: (out): whether it asks for JSON
 * @error: (out) (optional): EQP_INPUT_ERROR_INVALID
 *
 * Returns: %FALSE with @error set when it asks for something that does not exist
 */
gboolean
eqp_cli_wants_json (const char *format,
                    gboolean   *json,
                    GError    **error)
{
  *json = format != NULL && strcmp (format, "json") == 0;
  if (format == NULL || *json || strcmp (format, "text") == 0)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no format “%s”: it can be text or json."), format);
  return FALSE;
}

/**
 * eqp_cli_parse_date:
 * @text: (nullable): a date, as 2026-09-01 or 01/09/2026
 * @date: (out): the day; today without @text
 * @error: (out) (optional): EQP_INPUT_ERROR_INVALID
 *
 * Returns: %FALSE with @error set when it is no date
 */
gboolean
eqp_cli_parse_date (const char *text,
                    EqpDate    *date,
                    GError    **error)
{
  *date = eqp_date_today ();
  return text == NULL || eqp_date_parse (text, date, error);
}

/**
 * eqp_cli_parse_period:
 * @from: (nullable): the first day, as typed
 * @to: (nullable): the last day, as typed
 * @first: (out): the first day, %EQP_DATE_NONE when it is open
 * @last: (out): the last day, %EQP_DATE_NONE when it is open
 * @error: (out) (optional): %EQP_INPUT_ERROR_INVALID
 *
 * Returns: whether it is a period
 */
gboolean
eqp_cli_parse_period (const char *from,
                      const char *to,
                      EqpDate    *first,
                      EqpDate    *last,
                      GError    **error)
{
  *first = *last = EQP_DATE_NONE;
  if ((from != NULL && !eqp_date_parse (from, first, error)) || (to != NULL && !eqp_date_parse (to, last, error)))
    return FALSE;
  if (*first == EQP_DATE_NONE || *last == EQP_DATE_NONE || *first <= *last)
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The period ends (%s) before it begins (%s)."), to, from);
  return FALSE;
}

/**
 * eqp_cli_parse_hours:
 * @state: (nullable): "requested", "planned", "done" or "certified"
 * @hours: (inout): left as it is without @state
 * @error: (out) (optional): %EQP_INPUT_ERROR_INVALID
 *
 * Returns: whether there is such a state of hours
 */
gboolean
eqp_cli_parse_hours (const char *state,
                     EqpHours   *hours,
                     GError    **error)
{
  if (state == NULL || eqp_hours_from_code (state, hours))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no state “%s”: it can be requested, planned, done or certified."), state);
  return FALSE;
}

/**
 * eqp_cli_open:
 * @path: a file
 * @flags: how
 * @error: (out) (optional): #EqpStoreError
 *
 * Returns: (transfer full) (nullable): the open file
 */
EqpStore *
eqp_cli_open (const char       *path,
              EqpStoreOpenFlags flags,
              GError          **error)
{
  return eqp_store_open (path, eqp_pole_get_schema (), flags, error);
}

/**
 * eqp_cli_find_body:
 * @store: an open file
 * @code: a council's code
 * @id: (out): its id
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN or #EqpStoreError
 *
 * Returns: %FALSE with @error set when there is none
 */
gboolean
eqp_cli_find_body (EqpStore   *store,
                   const char *code,
                   gint64     *id,
                   GError    **error)
{
  GError *failure = NULL;
  g_autoptr (EqpRecord) body = eqp_store_find (store, &eqp_body_entity, EQP_BODY_CODE, code, &failure);

  if (body != NULL)
    {
      *id = eqp_record_get_id (body);
      return TRUE;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("There is no council with the code “%s”."), code);
  return FALSE;
}
