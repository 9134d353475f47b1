/* eqp-cli-agenda.c — equipole agenda: what is late, what is next, whose turn it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-person.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-days-off.h"

#include <glib/gi18n.h>

/* Without --until. */
#define COMING_DAYS 14

static const char *
get_label (const EqpAgendaItem *item)
{
  return eqp_language_get_interface () == EQP_LANGUAGE_FR ? item->step_fr : item->step_en;
}

static void
print_json (GPtrArray *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const EqpAgendaItem *item = g_ptr_array_index (items, i);
      g_autofree char     *due = item->due != EQP_DATE_NONE ? eqp_date_dup_iso (item->due) : NULL;

      json_builder_begin_object (builder);
      eqp_cli_add_string (builder, "due", due);
      json_builder_add_int_value (json_builder_set_member_name (builder, "days_late"), item->days);
      eqp_cli_add_string (builder, "state", eqp_step_state_get_code (item->state));
      eqp_cli_add_string (builder, "kind", item->subject_kind);
      eqp_cli_add_string (builder, "subject", item->subject_code);
      eqp_cli_add_string (builder, "title", item->subject_title);
      eqp_cli_add_string (builder, "step", item->step_code);
      eqp_cli_add_string (builder, "label", get_label (item));
      eqp_cli_add_string (builder, "role", item->role);
      eqp_cli_add_string (builder, "person", item->person_code);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  eqp_cli_print_json (builder);
}

static char *
dup_when (const EqpAgendaItem *item)
{
  if (item->due == EQP_DATE_NONE)
    return g_strdup (_ ("no date"));
  if (item->state == EQP_STEP_LATE)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong)item->days), item->days);
  return item->days == 0 ? g_strdup (_ ("today")) : g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong)-item->days), -item->days);
}

static char **
new_row (const EqpAgendaItem *item)
{
  char      **cells = g_new0 (char *, 7);
  const char *role = eqp_step_role_get_label (item->role, eqp_language_get_interface ());

  cells[0] = item->due != EQP_DATE_NONE ? eqp_date_dup_iso (item->due) : g_strdup ("—");
  cells[1] = dup_when (item);
  cells[2] = g_strdup (item->subject_code);
  cells[3] = g_strdup (get_label (item));
  cells[4] = g_strdup (*item->person_name != '\0' ? item->person_name : role);
  cells[5] = g_strdup (item->subject_title);
  return cells;
}

/* A line under a due date to come that falls on a day off. */
static char **
new_hint_row (char *hint)
{
  char **cells = g_new0 (char *, 7);

  for (guint i = 0; i < 6; i++)
    cells[i] = g_strdup ("");
  g_free (cells[5]);
  cells[5] = g_strconcat ("→ ", hint, NULL);
  g_free (hint);
  return cells;
}

static gboolean
print_text (EqpStore  *store,
            GPtrArray *items,
            GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (EqpDaysOff) days_off = eqp_days_off_load (store, error);
  guint n_late = 0;

  if (days_off == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const EqpAgendaItem *item = g_ptr_array_index (items, i);
      EqpDate              ahead = item->state != EQP_STEP_LATE ? item->due : EQP_DATE_NONE;
      char                *hint = eqp_days_off_dup_hint (days_off, ahead, eqp_language_get_interface ());

      g_ptr_array_add (rows, new_row (item));
      if (hint != NULL)
        g_ptr_array_add (rows, new_hint_row (hint));
      n_late += item->state == EQP_STEP_LATE;
    }
  eqp_cli_print_table (rows);
  /* Translators: two numbers of steps. */
  eqp_cli_print_line (_ ("Late: %u, to come: %u"), n_late, items->len - n_late);
  return TRUE;
}

static gboolean
check_person (EqpStore   *store,
              const char *code,
              GError    **error)
{
  GError *failure = NULL;
  g_autoptr (EqpRecord) person = eqp_store_find (store, &eqp_person_entity, EQP_PERSON_CODE, code, &failure);

  if (person != NULL)
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("There is nobody with the code “%s”."), code);
  return FALSE;
}

static void
keep_person (GPtrArray  *items,
             const char *code)
{
  for (guint i = items->len; i > 0; i--)
    if (!g_str_equal (((EqpAgendaItem *)g_ptr_array_index (items, i - 1))->person_code, code))
      g_ptr_array_remove_index (items, i - 1);
}

/**
 * eqp_cli_agenda:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Lists the steps that somebody should take now or within two weeks, late ones first.
 *
 * Returns: the exit status
 */
int
eqp_cli_agenda (const EqpCommand *command,
                int               argc,
                char            **argv,
                GError          **error)
{
  gboolean           late = FALSE;
  g_autofree char   *date = NULL;
  g_autofree char   *person = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "late", 0, 0, G_OPTION_ARG_NONE, &late, N_ ("Only what is late"), NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("What is due until then, instead of within two weeks"), N_ ("DATE") },
    { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Only what waits for this person"), N_ ("CODE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) items = NULL;
  EqpDate  until = EQP_DATE_NONE;
  gboolean json = FALSE;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error) || !eqp_cli_wants_json (format, &json, error) ||
      !eqp_cli_parse_date (date, &until, error))
    return EQP_CLI_FAILED;
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || (person != NULL && !check_person (store, person, error)))
    return EQP_CLI_FAILED;
  items = eqp_agenda_load (store, eqp_date_today (), date != NULL ? until : until + COMING_DAYS, late, error);
  if (items == NULL)
    return EQP_CLI_FAILED;
  if (person != NULL)
    keep_person (items, person);
  if (json)
    print_json (items);
  else if (!print_text (store, items, error))
    return EQP_CLI_FAILED;
  return EQP_CLI_DONE;
}
