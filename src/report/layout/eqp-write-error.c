/* eqp-write-error.c — why a file could not be written, in a sentence (private to the reports) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-write-error"

#include "config.h"

#include "report/layout/eqp-write-error.h"

#include <errno.h>
#include <glib/gi18n.h>

/* clang-format off */
G_DEFINE_QUARK (eqp-report-error-quark, eqp_report_error)
/* clang-format on */

/* @number: errno as the system left it. */
void
_eqp_set_write_error (GError    **error,
                      int         number,
                      const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    /* Translators: %s is the name of a file. */
    g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FULL, _ ("“%s” could not be written: there is no space left on the disk."), name);
  else if (number == EACCES || number == EPERM || number == EROFS)
    /* Translators: %s is the name of a file. */
    g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS, _ ("“%s” could not be written: its folder does not allow it."), name);
  else if (number == ENOENT || number == ENOTDIR)
    /* Translators: %s is the name of a file. */
    g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS, _ ("“%s” could not be written: its folder does not exist."), name);
  else
    /* Translators: the first %s is the name of a file, the second one the system's reason. */
    g_set_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FAILED, _ ("“%s” could not be written: %s."), name, g_strerror (number));
}
