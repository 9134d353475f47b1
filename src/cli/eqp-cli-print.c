/* eqp-cli-print.c — equipole print: documents to PDF or ODT, charts to pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-print-private.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-odt.h"
#include "interop/eqp-output-file.h"
#include "report/layout/eqp-pdf.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- which document ---- */

static const EqpPrintKind *
find_among (const EqpPrintKind *kinds,
            guint               n_kinds,
            const char         *name,
            GString            *names)
{
  for (guint i = 0; i < n_kinds; i++)
    {
      if (strcmp (kinds[i].name, name) == 0)
        return &kinds[i];
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", kinds[i].name);
    }
  return NULL;
}

static const EqpPrintKind *
find_document (const char *name,
               gboolean    has_code,
               GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint               n_bodies, n_exchanges;
  const EqpPrintKind *bodies = eqp_cli_get_body_documents (&n_bodies);
  const EqpPrintKind *exchanges = eqp_cli_get_exchange_documents (&n_exchanges);
  const EqpPrintKind *kind = find_among (bodies, n_bodies, name, names);

  if (kind == NULL)
    kind = find_among (exchanges, n_exchanges, name, names);
  if (kind == NULL)
    /* Translators: what was typed, then the names of all documents. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no document “%s”: there are %s."), name, names->str);
  else if ((kind->subject != NULL) == has_code)
    return kind;
  else if (has_code)
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” prints everything and takes no code."), name);
  else
    /* Translators: the name of a document, then a kind of record ("person"). */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("“%s” needs a code (%s)."), name, _ (kind->subject->label));
  return NULL;
}

/* ---- where to ---- */

static gboolean
find_format (const char         *output,
             const EqpPrintKind *kind,
             EqpPrintFormat     *format,
             GError            **error)
{
  g_autofree char *lower = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  if (output == NULL)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say where to print to, with -o and a name that ends with .pdf or .odt."));
      return FALSE;
    }
  *format = g_str_has_suffix (lower, ".odt") ? EQP_PRINT_ODT : g_str_has_suffix (lower, ".pdf") ? EQP_PRINT_PDF
                                                                                                : EQP_PRINT_PICTURE;
  if (*format != EQP_PRINT_PICTURE || (kind->draw != NULL && (g_str_has_suffix (lower, ".png") || g_str_has_suffix (lower, ".svg"))))
    return TRUE;
  if (kind->draw != NULL)
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The name “%s” does not end with .pdf, .odt, .png or .svg."), output);
  else
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The name “%s” does not end with .pdf or .odt."), output);
  return FALSE;
}

static gboolean
find_subject (EqpPrintJob        *job,
              const EqpPrintKind *kind,
              const char         *code,
              GError            **error)
{
  GError *failure = NULL;

  if (kind->subject == NULL)
    return TRUE;
  job->subject = eqp_store_find (job->store, kind->subject, eqp_entity_find_field (kind->subject, "code"), code, &failure);
  if (job->subject != NULL)
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    /* Translators: a kind of record ("person"), then what was typed. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("There is no record (%s) with the code “%s”."), _ (kind->subject->label), code);
  return FALSE;
}

static gboolean
write_document (EqpPrintJob        *job,
                const EqpPrintKind *kind,
                EqpPrintFormat      format,
                const char         *path,
                GError            **error)
{
  g_autoptr (EqpDocument) document = NULL;

  if (format == EQP_PRINT_PICTURE)
    return kind->draw (job, path, error);
  document = kind->build (job, error);
  if (document == NULL)
    return FALSE;
  /* The document has all that it says: the pages of the file make room for its own. */
  g_clear_object (&job->subject);
  g_clear_object (&job->store);
  return format == EQP_PRINT_ODT ? eqp_document_write_odt (document, path, error) : eqp_document_write_pdf (document, path, error);
}

/* The name that the file is written under ends like the one asked for: that of a picture says what it is. */
static gboolean
print (EqpPrintJob        *job,
       const EqpPrintKind *kind,
       EqpPrintFormat      format,
       const char         *path,
       GError            **error)
{
  g_autoptr (EqpOutputFile) output = eqp_output_file_new (path, eqp_store_get_path (job->store), error);
  g_autofree char *left = eqp_pole_dup_setting (job->store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char *right = eqp_pole_dup_setting (job->store, EQP_SETTING_RECTORAT_NAME);

  if (output == NULL)
    return FALSE;
  job->exchanges.left = job->bodies.left = *left != '\0' ? left : NULL;
  job->exchanges.right = job->bodies.right = *right != '\0' ? right : NULL;
  return write_document (job, kind, format, eqp_output_file_get_path (output), error) && eqp_output_file_commit (output, error);
}

static gboolean
choose_language (EqpPrintJob *job,
                 const char  *code,
                 GError     **error)
{
  EqpLanguage language = EQP_LANGUAGE_FR; /* documents are French unless somebody asks otherwise */

  if (code != NULL && !eqp_language_from_code (code, &language))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no language “%s”: it can be fr or en."), code);
      return FALSE;
    }
  job->bodies.language = job->exchanges.language = language;
  return TRUE;
}

static void
clear_job (EqpPrintJob *job)
{
  g_clear_object (&job->subject);
  g_clear_object (&job->store);
  g_clear_pointer (&job->bodies.findings, g_ptr_array_unref);
  g_free (job->place);
  g_free (job->reference);
}

/**
 * eqp_cli_print:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Prints a document to PDF or ODT, or draws a chart.
 *
 * Returns: the exit status
 */
int
eqp_cli_print (const EqpCommand *command,
               int               argc,
               char            **argv,
               GError          **error)
{
  EqpPrintJob        job = { .exchanges.hours = EQP_HOURS_DONE };
  EqpPrintFormat     format = EQP_PRINT_PDF;
  g_autofree char   *output = NULL;
  g_autofree char   *language = NULL;
  g_autofree char   *date = NULL;
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  g_autofree char   *state = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to print to"), N_ ("OUT.pdf") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the document: fr or en"), N_ ("LANGUAGE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("As of this date instead of today"), N_ ("DATE") },
    { "findings", 0, 0, G_OPTION_ARG_NONE, &job.with_findings, N_ ("With what the statute finds wrong"), NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &job.bodies.with_summary, N_ ("With the count of each category"), NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &job.place, N_ ("Where the meeting is held (attendance)"), N_ ("PLACE") },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &job.reference, N_ ("Reference of the decision (annex)"), N_ ("REFERENCE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day (balance, statements)"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Last day (balance, statements)"), N_ ("DATE") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_ ("Hours requested, planned, done or certified"), N_ ("STATE") },
    G_OPTION_ENTRY_NULL,
  };
  const EqpPrintKind *kind = NULL;
  gboolean            good;

  good = eqp_cli_parse (command, entries, &argc, &argv, 2, 3, error) && (kind = find_document (argv[2], argc > 3, error)) != NULL &&
         find_format (output, kind, &format, error) && choose_language (&job, language, error) && eqp_cli_parse_date (date, &job.as_of, error) &&
         eqp_cli_parse_period (from, to, &job.exchanges.from, &job.exchanges.to, error) && eqp_cli_parse_hours (state, &job.exchanges.hours, error) &&
         (job.store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error)) != NULL && find_subject (&job, kind, argv[3], error) &&
         print (&job, kind, format, output, error);
  clear_job (&job);
  return good ? EQP_CLI_DONE : EQP_CLI_FAILED;
}
