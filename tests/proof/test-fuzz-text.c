/* test-fuzz-text.c — R5: what people type and what tables hold, whatever it is: a value or a sentence, soon, in little memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "base/eqp-duration.h"
#include "base/eqp-fold.h"
#include "base/eqp-fraction.h"
#include "base/eqp-identifiers.h"
#include "base/eqp-message.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-export.h"
#include "interop/eqp-import.h"
#include "interop/eqp-new-file.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_TEXTS 3000
#define N_MESSAGES 30000
#define N_LINES 8

/* Either it was read or there is a sentence, never both nor neither. */
static void
check_outcome (gboolean done,
               GError  *error)
{
  g_assert_true (done == (error == NULL));
  if (error == NULL)
    return;
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 5);
  g_assert_cmpuint (strlen (error->message), <, 5000);
}

/* A text that came through a widget or a decoder: valid UTF-8. */
static char *
dup_text (Fuzz       *fuzz,
          const char *sample)
{
  GByteArray *bytes = g_byte_array_new ();
  char       *text;

  g_byte_array_append (bytes, (const guint8 *)sample, (guint)strlen (sample));
  fuzz_mutate (fuzz, bytes);
  text = g_utf8_make_valid ((char *)bytes->data, (gssize)bytes->len);
  g_byte_array_unref (bytes);
  return text;
}

/* ---- dates, durations, numbers ---- */

static void
parse_dates (const char *text)
{
  EqpDate reference = eqp_date_from_ymd (2026, 11, 21);
  char    iso[EQP_DATE_ISO_SIZE];

  for (guint typed = 0; typed < 2; typed++)
    {
      g_autoptr (GError) error = NULL;
      EqpDate  date = EQP_DATE_NONE;
      gboolean done = typed ? eqp_date_parse_typed (text, reference, &date, &error) : eqp_date_parse (text, &date, &error);

      check_outcome (done, error);
      if (done && date != EQP_DATE_NONE)
        g_assert_cmpint (eqp_date_from_iso (eqp_date_to_iso (date, iso)), ==, date);
    }
  g_assert_cmpint (eqp_date_from_iso (text), >=, 0);
}

static void
parse_durations (const char *text)
{
  g_autoptr (GError) duration_error = NULL;
  g_autoptr (GError) time_error = NULL;
  gint64   minutes = 0;
  gint64   time = 0;
  gboolean done = eqp_duration_parse (text, &minutes, &duration_error);

  check_outcome (done, duration_error);
  if (done)
    {
      g_autofree char *plain = eqp_duration_dup_plain (minutes);
      g_autofree char *shown = eqp_duration_format (minutes, EQP_LANGUAGE_FR);
      gint64           again = 0;

      g_assert_true (eqp_duration_parse (plain, &again, NULL));
      g_assert_cmpint (again, ==, minutes);
      g_assert_true (eqp_duration_parse (shown, &again, NULL));
      g_assert_cmpint (again, ==, minutes);
    }
  done = eqp_time_parse (text, &time, &time_error);
  check_outcome (done, time_error);
  if (done)
    g_assert_true (time >= 0 && time <= 24 * 60);
}

static void
parse_numbers (const char *text)
{
  g_autoptr (GError) fraction_error = NULL;
  g_autoptr (GError) uai_error = NULL;
  g_autoptr (GError) siret_error = NULL;
  g_autoptr (GError) siren_error = NULL;
  EqpFraction value = { 0, 0 };
  gboolean    done = eqp_fraction_parse (text, &value, &fraction_error);

  check_outcome (done, fraction_error);
  if (done)
    g_assert_cmpint (value.den, >, 0);
  done = eqp_uai_check (text, &uai_error);
  check_outcome (done, uai_error);
  done = eqp_siret_check (text, &siret_error);
  check_outcome (done, siret_error);
  done = eqp_siren_check (text, &siren_error);
  check_outcome (done, siren_error);
}

static void
parse_words (const char *text)
{
  g_autofree char *folded = eqp_fold (text);
  char           **words = eqp_fold_words (text);
  char           **query = eqp_fold_query (text);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (g_utf8_validate (words[i], -1, NULL));
  eqp_fold_matches (text, text);
  for (guint i = 0; i < EQP_N_KINDS; i++)
    eqp_kind_match_header (eqp_kind_get (i), text);
  eqp_header_is_numen (text);
  g_strfreev (words);
  g_strfreev (query);
}

static void
fuzz_typed (Fuzz    *fuzz,
            gpointer user_data)
{
  static const char *const samples[] = { "2026-11-21", "21/11/2026", "21 novembre 2026", "3 oct", "today", "+3", "7h30", "7 h 30", "450min", "-2h", "7,5",
                                         "09h30", "24:00", "1/3", "0,5", "50 %", "0961201J", "09900101800011", "directeur·rice", "Responsables (adjoint·es)",
                                         "enseignant.e.s-chercheur.se.s", "Éloïse d’Ormières", "from;from_date", "N° NUMEN" };
  g_autofree char         *text = dup_text (fuzz, samples[g_rand_int_range (fuzz->rand, 0, G_N_ELEMENTS (samples))]);
  gint64                   start = fuzz_get_time ();

  parse_dates (text);
  parse_durations (text);
  parse_numbers (text);
  parse_words (text);
  fuzz_assert_quick (start, text);
}

static void
test_typed (void)
{
  static const char *const tokens[] = { "h", "min", "mn", "janvier", "déc.", "lundi", "demain", "-", "−", "+", "%", "10000000", "0000", "31", "·e", "(e)", "/", NULL };

  fuzz_run ("typed texts", N_TEXTS, tokens, fuzz_typed, NULL);
}

/* ---- sentences kept in the journal ---- */

static void
fuzz_message (Fuzz    *fuzz,
              gpointer user_data)
{
  const char      *sample = user_data;
  GByteArray      *bytes = g_byte_array_new ();
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpMessage) message = NULL;
  gint64 start = fuzz_get_time ();

  g_byte_array_append (bytes, (const guint8 *)sample, (guint)strlen (sample));
  fuzz_mutate (fuzz, bytes);
  /* A column of a file holds any bytes. */
  json = g_strndup ((char *)bytes->data, bytes->len);
  g_byte_array_unref (bytes);
  message = eqp_message_from_json (json, &error);
  check_outcome (message != NULL, error);
  for (EqpLanguage language = EQP_LANGUAGE_EN; message != NULL && language <= EQP_LANGUAGE_FR; language++)
    {
      g_autofree char *sentence = eqp_message_render (message, language);
      g_autofree char *again = eqp_message_to_json (message);
      g_autoptr (EqpMessage) copy = eqp_message_from_json (again, NULL);

      g_assert_nonnull (copy);
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
  fuzz_assert_quick (start, "a message");
}

static void
test_messages (void)
{
  static const char *const tokens[] = { "{name}", "{count}", "{", "}", "\"text\"", "\"number\"", "\"date\"", "\"word\"", "\"names\"", ":{}", ":[]", ":null", "\\u0000", "%d", NULL };
  g_autoptr (EqpMessage) message = eqp_message_new_n ("Imported {count} person from {name}", "Imported {count} people from {name}", 3);
  g_autofree char *json = NULL;

  eqp_message_number (message, "count", 3);
  eqp_message_text (message, "name", "t.csv");
  eqp_message_date (message, "date", eqp_date_from_ymd (2026, 11, 21));
  eqp_message_word (message, "word", "person");
  eqp_message_names (message, "names", "conseil", "council");
  json = eqp_message_to_json (message);
  fuzz_run ("kept sentences", N_MESSAGES, tokens, fuzz_message, json);
}

/* ---- tables ---- */

typedef struct
{
  char     *path;  /* a file with the reference data and the sample */
  EqpStore *store; /* what is imported into: in memory */
  char     *tables[EQP_N_KINDS];
} Tables;

static EqpStore *
open_snapshot (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open_snapshot (path, eqp_pole_get_schema (), &error);

  g_assert_no_error (error);
  return store;
}

/* The header and a few rows of the file's own table. */
static char *
dup_sample (EqpStore      *store,
            const EqpKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = eqp_export_to_text (store, kind, EQP_EXPORT_CSV, &error);
  char            *end = text;

  g_assert_no_error (error);
  for (guint i = 0; i < N_LINES && strchr (end, '\n') != NULL; i++)
    end = strchr (end, '\n') + 1;
  return g_strndup (text, (gsize)(end - text));
}

static void
check_report (EqpImportReport *report)
{
  g_autofree char *json = eqp_import_report_to_json (report);

  g_assert_true (g_utf8_validate (json, -1, NULL));
  for (guint i = 0; i < report->refused->len; i++)
    {
      const EqpRefusal *refusal = g_ptr_array_index (report->refused, i);
      g_autofree char  *sentence = eqp_refusal_dup_sentence (refusal);

      g_assert_cmpstr (refusal->code, !=, "");
      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
}

static void
fuzz_table (Fuzz    *fuzz,
            gpointer user_data)
{
  Tables          *tables = user_data;
  guint            id = (guint)g_rand_int_range (fuzz->rand, 0, EQP_N_KINDS);
  EqpImportFlags   flags = (EqpImportFlags)g_rand_int_range (fuzz->rand, 0, 4);
  g_autofree char *table = g_strconcat (tables->path, ".csv", NULL);
  GByteArray      *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) export_error = NULL;
  g_autoptr (EqpImportReport) report = NULL;
  gint64 start;

  g_byte_array_append (bytes, (const guint8 *)tables->tables[id], (guint)strlen (tables->tables[id]));
  fuzz_mutate (fuzz, bytes);
  g_assert_true (g_file_set_contents_full (table, (char *)bytes->data, (gssize)bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_byte_array_unref (bytes);
  start = fuzz_get_time ();
  report = eqp_import_file (tables->store, eqp_kind_get (id), table, flags, NULL, NULL, NULL, &error);
  fuzz_assert_quick (start, eqp_kind_get (id)->name);
  check_outcome (report != NULL, error);
  if (report != NULL)
    check_report (report);
  /* What came in must be fit to go out again. */
  if (g_rand_int_range (fuzz->rand, 0, 10) == 0)
    {
      g_autofree char *text = eqp_export_to_text (tables->store, eqp_kind_get (id), EQP_EXPORT_JSON, &export_error);

      g_assert_no_error (export_error);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  while (eqp_store_undo (tables->store, 0, NULL, NULL))
    continue;
}

static void
test_tables (void)
{
  static const char *const tokens[] = { "|", "yes", "oui", "2026-02-31", "31/02/2026", "P1", "CPER-01", "code", "person", "from", "to", "\"\"", "\";\"", "7h30", "university", "closed", "FI", NULL };
  Tables                   tables = { .path = test_dup_path ("fuzz.equipole") };
  g_autoptr (GError) error = NULL;
  EqpStore *file;

  file = eqp_pole_create (tables.path, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < EQP_N_KINDS; i++)
    tables.tables[i] = dup_sample (file, eqp_kind_get (i));
  eqp_store_close (file);
  g_assert_finalize_object (file);
  tables.store = open_snapshot (tables.path);
  fuzz_run ("tables imported", FUZZ_A_MINUTE, tokens, fuzz_table, &tables);
  eqp_store_close (tables.store);
  g_assert_finalize_object (tables.store);
  for (guint i = 0; i < EQP_N_KINDS; i++)
    g_free (tables.tables[i]);
  g_free (tables.path);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  fuzz_init ();
  eqp_language_init ();
  if (!fuzz_limit_memory ())
    g_test_message ("memory is not limited here");

  g_test_add_func ("/fuzz/typed", test_typed);
  g_test_add_func ("/fuzz/messages", test_messages);
  g_test_add_func ("/fuzz/tables", test_tables);
  return g_test_run ();
}
