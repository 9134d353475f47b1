/* report-tools.c — what other programs make of a PDF that was written */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-tools.h"

#include "report/layout/eqp-pdf.h"
#include "tests/test-folder.h"

/* Writes @document (transfer full) into the test's own folder and returns the file's path. */
char *
report_tools_write (EqpDocument *document,
                    const char  *name)
{
  g_autoptr (EqpDocument) owned = document;
  g_autoptr (GError) error = NULL;
  char *path = test_dup_path (name);

  eqp_document_write_pdf (owned, path, &error);
  g_assert_no_error (error);
  return path;
}

/* What @command prints; it must succeed. */
char *
report_tools_run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char            *output = NULL;
  int              status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaint, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s%s", command[0], error->message, output, complaint);
  return output;
}

/* Whether @program is installed; otherwise the test is skipped. */
gboolean
report_tools_have (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *reason = NULL;

  if (path != NULL)
    return TRUE;
  reason = g_strdup_printf ("%s is not installed", program);
  g_test_skip (reason);
  return FALSE;
}
