/* eqp-cli-print.c — equipole print: documents to PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-cli"
#include "config.h"
#include "cli/eqp-cli-private.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-check.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-output-file.h"
#include "report/bodies/eqp-body-documents.h"
#include "report/layout/eqp-pdf.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gint64                 body; /* 0: all */
  EqpDate                as_of;
  EqpLanguage            language;
  gboolean               with_findings;
  gboolean               with_summary;
  char                  *place;     /* (nullable) attendance sheets */
  char                  *reference; /* (nullable) annexes */
  GPtrArray             *snapshots; /* (element-type EqpSnapshot) never empty */
  EqpBodyDocumentOptions options;
} PrintJob;

typedef struct
{
  const char *name;
  gboolean    needs_code;
  EqpDocument *(*build) (PrintJob *job);
} DocumentKind;

static EqpDocument *
build_roster (PrintJob *job)
{
  return eqp_roster_document_new (g_ptr_array_index (job->snapshots, 0), &job->options);
}

static EqpDocument *
build_rosters (PrintJob *job)
{
  return eqp_rosters_document_new (job->snapshots, &job->options);
}

static gboolean
has_annex_rule (const EqpSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->rules->len; i++)
    if (strcmp (((const EqpSnapshotRule *)g_ptr_array_index (snapshot->rules, i))->rule, "annex") == 0)
      return TRUE;
  return FALSE;
}

/* The annex lists the councils whose statute asks for it, with their sub-councils: not a steering committee. */
static EqpDocument *
build_annex (PrintJob *job)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < job->snapshots->len; i++)
    {
      EqpSnapshot *snapshot = g_ptr_array_index (job->snapshots, i);

      if (!has_annex_rule (snapshot) && !g_hash_table_contains (ids, &snapshot->parent))
        continue;
      g_hash_table_add (ids, &snapshot->id);
      g_ptr_array_add (listed, snapshot);
    }
  return eqp_annex_document_new (listed->len > 0 ? listed : job->snapshots, &job->options, job->reference);
}

static EqpDocument *
build_labels (PrintJob *job)
{
  return eqp_labels_document_new (g_ptr_array_index (job->snapshots, 0), &job->options, &eqp_label_grid_14);
}

static EqpDocument *
build_attendance (PrintJob *job)
{
  return eqp_attendance_document_new (g_ptr_array_index (job->snapshots, 0), &job->options, job->as_of, job->place);
}

static const DocumentKind documents[] = {
  { "roster", TRUE, build_roster },
  { "rosters", FALSE, build_rosters },
  { "annex", FALSE, build_annex },
  { "labels", TRUE, build_labels },
  { "attendance", TRUE, build_attendance },
};

static const DocumentKind *
find_document (const char *name,
               gboolean    has_code,
               GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      if (strcmp (documents[i].name, name) != 0)
        continue;
      if (documents[i].needs_code == has_code)
        return &documents[i];
      if (has_code)
        g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” prints all councils and takes no code."), name);
      else
        g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("“%s” needs the code of a council."), name);
      return NULL;
    }
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               _ ("There is no document “%s”: there are roster, rosters, annex, labels and attendance."), name);
  return NULL;
}

static gboolean
load (PrintJob *job,
      EqpStore *store,
      GError  **error)
{
  if (job->with_findings)
    {
      job->options.findings = eqp_check_run (store, job->body, job->as_of, &job->snapshots, error);
      if (job->options.findings == NULL)
        return FALSE;
    }
  else if ((job->snapshots = eqp_snapshot_load (store, job->body, job->as_of, error)) == NULL)
    return FALSE;
  if (job->snapshots->len > 0)
    return TRUE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("No council exists on this date."));
  return FALSE;
}

static gboolean
print (PrintJob           *job,
       EqpStore           *store,
       const DocumentKind *kind,
       const char         *path,
       GError            **error)
{
  g_autoptr (EqpOutputFile) output = eqp_output_file_new (path, eqp_store_get_path (store), error);
  g_autofree char *left = eqp_pole_dup_setting (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char *right = eqp_pole_dup_setting (store, EQP_SETTING_RECTORAT_NAME);
  g_autoptr (EqpDocument) document = NULL;

  if (output == NULL || !load (job, store, error))
    return FALSE;
  job->options.language = job->language;
  job->options.left = *left != '\0' ? left : NULL;
  job->options.right = *right != '\0' ? right : NULL;
  job->options.with_summary = job->with_summary;
  document = kind->build (job);
  return eqp_document_write_pdf (document, eqp_output_file_get_path (output), error) && eqp_output_file_commit (output, error);
}

static gboolean
check_output (const char *output,
              GError    **error)
{
  g_autofree char *lower = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  if (output == NULL)
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say where to print to, with -o and a name that ends with .pdf."));
  else if (!g_str_has_suffix (lower, ".pdf"))
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The name “%s” does not end with .pdf."), output);
  else
    return TRUE;
  return FALSE;
}

static gboolean
choose_language (const char  *code,
                 EqpLanguage *language,
                 GError     **error)
{
  *language = EQP_LANGUAGE_FR; /* documents are French unless somebody asks otherwise */
  if (code == NULL || eqp_language_from_code (code, language))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("There is no language “%s”: it can be fr or en."), code);
  return FALSE;
}

/**
 * eqp_cli_print:
 * @command: the command
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 * @error: (out) (optional): what went wrong
 *
 * Prints a document to PDF.
 *
 * Returns: the exit status
 */
int
eqp_cli_print (const EqpCommand *command,
               int               argc,
               char            **argv,
               GError          **error)
{
  PrintJob           job = { 0 };
  g_autofree char   *output = NULL;
  g_autofree char   *language = NULL;
  g_autofree char   *date = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to print to"), N_ ("OUT.pdf") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the document: fr or en"), N_ ("LANGUAGE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("As of this date instead of today"), N_ ("DATE") },
    { "findings", 0, 0, G_OPTION_ARG_NONE, &job.with_findings, N_ ("With what the statute finds wrong"), NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &job.with_summary, N_ ("With the count of each category"), NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &job.place, N_ ("Where the meeting is held (attendance)"), N_ ("PLACE") },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &job.reference, N_ ("Reference of the decision (annex)"), N_ ("REFERENCE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (EqpStore) store = NULL;
  const DocumentKind *kind = NULL;
  gboolean            good;

  good = eqp_cli_parse (command, entries, &argc, &argv, 2, 3, error) && check_output (output, error) &&
         choose_language (language, &job.language, error) && eqp_cli_parse_date (date, &job.as_of, error) &&
         (kind = find_document (argv[2], argc > 3, error)) != NULL &&
         (store = eqp_cli_open (argv[1], EQP_STORE_OPEN_READ_ONLY, error)) != NULL &&
         (!kind->needs_code || eqp_cli_find_body (store, argv[3], &job.body, error)) && print (&job, store, kind, output, error);
  g_clear_pointer (&job.snapshots, g_ptr_array_unref);
  g_clear_pointer (&job.options.findings, g_ptr_array_unref);
  g_free (job.place);
  g_free (job.reference);
  return good ? EQP_CLI_DONE : EQP_CLI_FAILED;
}
