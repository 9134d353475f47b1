/* eqp-output-file.c — a file that appears whole under its name, or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-output-file"
#include "config.h"
#include "interop/eqp-output-file.h"

#include "base/eqp-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _EqpOutputFile
{
  char    *path;
  char    *temporary; /* beside it: a rename stays on one file system */
  mode_t   mode;
  gboolean committed;
};

static gboolean
set_write_error (const char *path,
                 int         code,
                 GError    **error)
{
  /* Translators: the name of a file, then what the system says. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” cannot be written: %s."), path, g_strerror (code));
  return FALSE;
}

static gboolean
check_target (const char *path,
              const char *keep,
              mode_t     *mode,
              GError    **error)
{
  struct stat target;
  struct stat kept;

  if (stat (path, &target) < 0)
    return errno == ENOENT || set_write_error (path, errno, error);
  if (keep != NULL && stat (keep, &kept) == 0 && kept.st_dev == target.st_dev && kept.st_ino == target.st_ino)
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” is the file that the data comes from: choose another name."), path);
      return FALSE;
    }
  if (!S_ISREG (target.st_mode))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("“%s” is no ordinary file and cannot be replaced."), path);
      return FALSE;
    }
  *mode = target.st_mode & 0777;
  return TRUE;
}

/* Beside @path and with the same end, which tells some writers what to write: "roster.XXXXXX.pdf". */
static char *
dup_template (const char *path)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR);
  const char *end = strrchr (name != NULL ? name : path, '.');

  if (end == NULL)
    return g_strconcat (path, ".XXXXXX", NULL);
  return g_strdup_printf ("%.*s.XXXXXX%s", (int)(end - path), path, end);
}

/**
 * eqp_output_file_new:
 * @path: where the file is to appear; one that is there is replaced
 * @keep: (nullable): a file that @path must not be
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE
 *
 * Makes an empty file beside @path, to be written and then committed.
 *
 * Returns: (transfer full) (nullable): the file
 */
EqpOutputFile *
eqp_output_file_new (const char *path,
                     const char *keep,
                     GError    **error)
{
  EqpOutputFile *self;
  mode_t         mask = umask (0);
  mode_t         mode = 0666 & ~mask;
  int            fd;

  umask (mask);
  if (!check_target (path, keep, &mode, error))
    return NULL;
  self = g_new0 (EqpOutputFile, 1);
  self->path = g_strdup (path);
  self->temporary = dup_template (path);
  self->mode = mode;
  fd = g_mkstemp (self->temporary);
  if (fd < 0)
    {
      set_write_error (path, errno, error);
      self->committed = TRUE;
      eqp_output_file_free (self);
      return NULL;
    }
  close (fd);
  return self;
}

/**
 * eqp_output_file_free:
 * @self: (transfer full): a file
 */
void
eqp_output_file_free (EqpOutputFile *self)
{
  if (!self->committed)
    g_unlink (self->temporary);
  g_free (self->path);
  g_free (self->temporary);
  g_free (self);
}

/**
 * eqp_output_file_get_path:
 * @self: a file
 *
 * Returns: (transfer none): the name under which it is to be written
 */
const char *
eqp_output_file_get_path (EqpOutputFile *self)
{
  return self->temporary;
}

/**
 * eqp_output_file_commit:
 * @self: a file, written and closed
 * @error: (out) (optional): EQP_INPUT_ERROR_FILE
 *
 * Makes sure that it is on the disk and gives it its name.
 *
 * Returns: %FALSE with @error set; the file that had the name before is then still there
 */
gboolean
eqp_output_file_commit (EqpOutputFile *self,
                        GError       **error)
{
  int      fd = open (self->temporary, O_RDONLY | O_CLOEXEC);
  gboolean good = fd >= 0 && fsync (fd) == 0 && fchmod (fd, self->mode) == 0;
  int      code = errno;

  if (fd >= 0)
    close (fd);
  if (!good)
    return set_write_error (self->path, code, error);
  if (g_rename (self->temporary, self->path) < 0)
    return set_write_error (self->path, errno, error);
  self->committed = TRUE;
  return TRUE;
}
