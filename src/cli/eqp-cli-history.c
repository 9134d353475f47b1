/* eqp-cli-history.c — equipole history: what was changed, when and by whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "store/eqp-journal.h"

#include <glib/gi18n.h>

/* Calls @func with the sentence of every change of an entry. */
static gboolean
each_change (EqpStore *store,
             EqpEntry *entry,
             void (*func) (const char *sentence,
                           gpointer    user_data),
             gpointer user_data,
             GError **error)
{
  EqpLanguage language = eqp_language_get_interface ();
  g_autoptr (GPtrArray) changes = eqp_store_list_changes (store, eqp_entry_get_id (entry), language, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const EqpChange *change = g_ptr_array_index (changes, i);
      g_autofree char *words = eqp_change_dup_sentence (change, language);
      g_autofree char *sentence = g_strdup_printf ("%s — %s", change->subject, words);

      /* What was added or removed is its own subject. */
      func (change->field < 0 ? words : sentence, user_data);
    }
  return TRUE;
}

static void
add_change (const char *sentence,
            gpointer    user_data)
{
  json_builder_add_string_value (user_data, sentence);
}

static void
print_change (const char *sentence,
              gpointer    user_data)
{
  eqp_cli_print_line ("    %s", sentence);
}

static char *
dup_instant_iso (gint64 instant)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return g_date_time_format_iso8601 (date_time);
}

static const char *
get_kind_code (EqpEntry *entry)
{
  switch (eqp_entry_get_kind (entry))
    {
    case EQP_ENTRY_UNDO:
      return "undo";
    case EQP_ENTRY_REDO:
      return "redo";
    case EQP_ENTRY_BEGINNING:
      return "beginning";
    case EQP_ENTRY_EDIT:
    default:
      return "edit";
    }
}

static gboolean
print_json (EqpStore  *store,
            GPtrArray *entries,
            gboolean   changes,
            GError   **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  EqpLanguage language = eqp_language_get_interface ();

  json_builder_begin_object (builder);
  json_builder_begin_array (json_builder_set_member_name (builder, "entries"));
  for (guint i = 0; i < entries->len; i++)
    {
      EqpEntry        *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = eqp_entry_dup_sentence (entry, language);
      g_autofree char *instant = dup_instant_iso (eqp_entry_get_instant (entry));

      json_builder_begin_object (builder);
      json_builder_add_int_value (json_builder_set_member_name (builder, "id"), eqp_entry_get_id (entry));
      eqp_cli_add_string (builder, "instant", instant);
      eqp_cli_add_string (builder, "author", eqp_entry_get_author (entry));
      eqp_cli_add_string (builder, "kind", get_kind_code (entry));
      eqp_cli_add_string (builder, "sentence", sentence);
      json_builder_add_boolean_value (json_builder_set_member_name (builder, "undone"), eqp_entry_is_undone (entry));
      if (changes)
        {
          json_builder_begin_array (json_builder_set_member_name (builder, "changes"));
          if (!each_change (store, entry, add_change, builder, error))
            return FALSE;
          json_builder_end_array (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  eqp_cli_print_json (builder);
  return TRUE;
}

static gboolean
print_text (EqpStore  *store,
            GPtrArray *entries,
            gboolean   changes,
            GError   **error)
{
  EqpLanguage language = eqp_language_get_interface ();

  for (guint i = 0; i < entries->len; i++)
    {
      EqpEntry        *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = eqp_entry_dup_sentence (entry, language);
      g_autofree char *when = eqp_date_format_instant (eqp_entry_get_instant (entry), language);

      eqp_cli_print_line ("%6" G_GINT64_FORMAT "  %s  %s  %s%s", eqp_entry_get_id (entry), when, eqp_entry_get_author (entry), sentence,
                          /* Translators: said after an edit that was taken back. */
                          eqp_entry_is_undone (entry) ? _ (" (undone)") : "");
      if (changes && !each_change (store, entry, print_change, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_cli_history:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Lists the entries of the journal, the newest first.
 *
 * Returns: the exit status
 */
int
eqp_cli_history (const EqpCommand *command,
                 int               argc,
                 char            **argv,
                 GError          **error)
{
  gboolean           changes = FALSE;
  int                limit = 0;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "changes", 0, 0, G_OPTION_ARG_NONE, &changes, N_ ("With every field that was changed"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many entries (200)"), N_ ("NUMBER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  EqpHistoryFilter filter = { 0 };
  gboolean         json = FALSE;
  gboolean         good;

  if (!eqp_cli_parse (command, entries, &argc, &argv, 1, 1, error) || !eqp_cli_wants_json (format, &json, error))
    return EQP_CLI_FAILED;
  filter.limit = MAX (limit, 0);
  store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || (list = eqp_store_list_entries (store, &filter, error)) == NULL)
    return EQP_CLI_FAILED;
  good = json ? print_json (store, list, changes, error) : print_text (store, list, changes, error);
  return good ? EQP_CLI_DONE : EQP_CLI_FAILED;
}
