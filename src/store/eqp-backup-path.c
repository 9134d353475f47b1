/* eqp-backup-path.c — which copies belong to a path, and putting one in the place of a damaged file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-backup"
#include "config.h"

#include "store/eqp-backup.h"
#include "store/eqp-store-internal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Copies lie in a folder named by the identity of their file, which a damaged one can no longer tell. Beside them this one says
 * where the file stood when copies were made: one path a line, the latest last. A file and its copies made by hand share an identity. */
#define INDEX "paths"

/* Where files are moved about every day, the oldest places are forgotten. */
#define MAX_PATHS 32

static char **
read_paths (const char *folder)
{
  g_autofree char *index = g_build_filename (folder, INDEX, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (index, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/**
 * _eqp_backup_note_path:
 * @self: a store of which a copy was just made
 * @folder: where it lies
 *
 * Notes which file the copies stand for. A copy without this note is still one: a failure is not told.
 */
void
_eqp_backup_note_path (EqpStore   *self,
                       const char *folder)
{
  const char      *path = eqp_database_get_path (self->database);
  g_autofree char *origin = _eqp_working_copy_dup_origin (path);
  const char      *place = origin != NULL ? origin : path;
  g_auto (GStrv) paths = read_paths (folder);
  g_autofree char *index = g_build_filename (folder, INDEX, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_paths = g_strv_length (paths);

  if (strchr (place, '\n') != NULL || (n_paths > 0 && g_str_equal (paths[n_paths - 1], place)))
    return;
  for (guint i = n_paths >= MAX_PATHS ? n_paths - MAX_PATHS + 1 : 0; i < n_paths; i++)
    if (!g_str_equal (paths[i], place))
      g_string_append_printf (text, "%s\n", paths[i]);
  g_string_append_printf (text, "%s\n", place);
  if (!g_file_set_contents_full (index, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s", error->message);
}

/**
 * eqp_backup_list_of_path:
 * @path: where a file stands or stood
 *
 * Returns: (transfer full) (element-type EqpBackup): the copies made of the file that stood there, newest first, whatever stands there
 *   now; %NULL with %EQP_STORE_ERROR_FAILED
 */
GPtrArray *
eqp_backup_list_of_path (const char *path,
                         GError    **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_backup_free);
  g_autofree char *real = NULL;
  g_autofree char *all = g_build_filename (g_get_user_data_dir (), "equipole", "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  g_return_val_if_fail (path != NULL, NULL);

  real = _eqp_working_copy_dup_real_path (path);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_auto (GStrv) paths = read_paths (folder);

      if (g_strv_contains ((const char *const *)paths, real) && !_eqp_backup_list_folder (folder, copies, error))
        return NULL;
    }
  return g_steal_pointer (&copies);
}

/* "pole.equipole.damaged", else "pole.equipole.damaged-2" …: a suffix by which it is not taken for a file to open. */
static char *
dup_damaged_name (const char *path)
{
  char *name = g_strconcat (path, ".damaged", NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%u", path, i);
    }
  return name;
}

/* With its journal, if one lies beside it: SQLite would apply that to the copy. */
static gboolean
move (const char *from,
      const char *to,
      GError    **error)
{
  g_autofree char *journal = g_strconcat (from, "-journal", NULL);
  g_autofree char *target = g_strconcat (to, "-journal", NULL);

  if (g_rename (journal, target) != 0 && errno != ENOENT)
    return _eqp_backup_set_error (error, to, errno);
  if (g_rename (from, to) == 0)
    return TRUE;
  _eqp_backup_set_error (error, to, errno);
  g_rename (target, journal);
  return FALSE;
}

/* @temporary takes the place of what is at @path, which goes to @aside. */
static gboolean
exchange (const char *temporary,
          const char *path,
          const char *aside,
          GError    **error)
{
  if (aside != NULL && !move (path, aside, error))
    return FALSE;
  if (g_rename (temporary, path) == 0)
    return TRUE;
  _eqp_backup_set_error (error, path, errno);
  if (aside != NULL)
    move (aside, path, NULL);
  return FALSE;
}

/**
 * eqp_backup_restore_file:
 * @backup: a copy of any age that this version can read
 * @path: where to put it; no connection may have the file open that stands there
 * @schema: static
 * @kept: (out) (optional) (nullable) (transfer full): the name under which that file now stands beside, %NULL if there was none
 *
 * The way back for a file that cannot be opened: eqp_backup_restore() needs one that can. Nothing is lost: the copy is complete and
 * checked before the damaged file is moved aside, and that one is moved back if the copy cannot take its place.
 *
 * Returns: whether it did; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_backup_restore_file (const char      *backup,
                         const char      *path,
                         const EqpSchema *schema,
                         char           **kept,
                         GError         **error)
{
  g_autoptr (EqpDatabase) copy = NULL;
  g_autofree char *real = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *temporary = NULL;
  g_autofree char *folder = NULL;
  GStatBuf         info = { .st_mode = 0666 };

  g_return_val_if_fail (backup != NULL && path != NULL && schema != NULL, FALSE);

  real = _eqp_working_copy_dup_real_path (path);
  if (g_stat (real, &info) == 0)
    aside = dup_damaged_name (real);
  copy = eqp_database_open (backup, EQP_DATABASE_READ_ONLY, (int)schema->n_steps, error);
  if (copy == NULL)
    return FALSE;
  temporary = _eqp_backup_write_beside (copy, (int)schema->n_steps, real, (info.st_mode & 0777) | 0600, error);
  if (temporary == NULL)
    return FALSE;
  if (!exchange (temporary, real, aside, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  folder = g_path_get_dirname (real);
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return _eqp_backup_sync (folder, error);
}
