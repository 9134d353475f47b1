/* eqp-working-copy-file.c — the files of a working copy: where they lie, what is noted about them, how they are copied */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-working-copy"
#include "config.h"

#include "store/eqp-working-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define STATE "state.ini"
#define GROUP "working copy"

static char *
dup_all (void)
{
  return g_build_filename (g_get_user_data_dir (), "equipole", "working", NULL);
}

char *
_eqp_working_copy_dup_real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char            *real = realpath (absolute, NULL);
  char            *result;

  if (real != NULL)
    {
      result = g_strdup (real);
    }
  else
    {
      real = realpath (folder, NULL);
      result = real != NULL ? g_build_filename (real, name, NULL) : g_steal_pointer (&absolute);
    }
  free (real);
  return result;
}

/* ---- what is noted ---- */

char *
_eqp_working_state_dup_folder (const char *origin)
{
  g_autofree char *all = dup_all ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, origin, -1);

  digest[32] = '\0';
  return g_build_filename (all, digest, NULL);
}

static GKeyFile *
load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, STATE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&file) : NULL;
}

/* As an address: a key file holds UTF-8, a path may not. */
static char *
get_origin (GKeyFile *file)
{
  g_autofree char *uri = file != NULL ? g_key_file_get_string (file, GROUP, "origin", NULL) : NULL;

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

void
_eqp_working_state_load (EqpWorkingState *self,
                         const char      *folder)
{
  g_autoptr (GKeyFile) file = load (folder);

  _eqp_working_state_clear (self);
  if (file == NULL)
    return;
  self->digest = g_key_file_get_string (file, GROUP, "digest", NULL);
  self->edition = g_key_file_get_string (file, GROUP, "edition", NULL);
  self->next_digest = g_key_file_get_string (file, GROUP, "next-digest", NULL);
  self->next_edition = g_key_file_get_string (file, GROUP, "next-edition", NULL);
}

void
_eqp_working_state_clear (EqpWorkingState *self)
{
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->edition, g_free);
  g_clear_pointer (&self->next_digest, g_free);
  g_clear_pointer (&self->next_edition, g_free);
}

gboolean
_eqp_working_state_save (const EqpWorkingState *self,
                         const char            *folder,
                         const char            *origin,
                         GError               **error)
{
  g_autofree char *path = g_build_filename (folder, STATE, NULL);
  g_autofree char *uri = g_filename_to_uri (origin, NULL, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  gsize length;

  g_key_file_set_string (file, GROUP, "origin", uri);
  g_key_file_set_string (file, GROUP, "digest", self->digest);
  g_key_file_set_string (file, GROUP, "edition", self->edition);
  if (self->next_digest != NULL)
    {
      g_key_file_set_string (file, GROUP, "next-digest", self->next_digest);
      g_key_file_set_string (file, GROUP, "next-edition", self->next_edition);
    }
  text = g_key_file_to_data (file, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return TRUE;
  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED,
               /* Translators: %s is what the system says, such as “No space left on device”. */
               _ ("The copy on this computer cannot be looked after: %s"), local_error->message);
  return FALSE;
}

void
_eqp_working_state_remove (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, STATE, NULL);

  g_unlink (path);
}

char *
_eqp_working_copy_dup_origin (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *all = dup_all ();
  g_autofree char *real = realpath (all, NULL);
  g_autoptr (GKeyFile) file = g_strcmp0 (parent, all) == 0 || g_strcmp0 (parent, real) == 0 ? load (folder) : NULL;

  return get_origin (file);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * eqp_working_copy_list:
 *
 * Returns: (transfer full) (element-type filename): the originals of which a copy lies here: open now, or with edits that could not be
 *   written back
 */
GPtrArray *
eqp_working_copy_list (void)
{
  GPtrArray       *origins = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = dup_all ();
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_autoptr (GKeyFile) file = load (folder);
      char *origin = get_origin (file);

      if (origin != NULL)
        g_ptr_array_add (origins, origin);
    }
  g_ptr_array_sort (origins, compare_paths);
  return origins;
}

/* ---- the bytes ---- */

/* No connection of this process has the original open then: its locks would be lost with our descriptor. */
char *
_eqp_working_copy_dup_digest (const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (256 * 1024);
  int                fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize             n;

  if (fd < 0)
    return NULL;
  while ((n = read (fd, buffer, 256 * 1024)) > 0)
    g_checksum_update (checksum, buffer, n);
  close (fd);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
check (const char *path,
       int         newest,
       GError    **error)
{
  g_autoptr (EqpDatabase) copy = eqp_database_open (path, EQP_DATABASE_READ_ONLY, newest, error);

  return copy != NULL;
}

static gboolean
fill (EqpDatabase *source,
      int          newest,
      const char  *path,
      GError     **error)
{
  g_autoptr (EqpDatabase) target = eqp_database_open (path, EQP_DATABASE_CREATE, newest, error);

  return target != NULL && eqp_database_copy (source, target, error);
}

static gboolean
finish (const char *path,
        int         newest,
        int         mode,
        GError    **error)
{
  if (g_chmod (path, mode) != 0)
    return _eqp_backup_set_error (error, path, errno);
  return check (path, newest, error) && _eqp_backup_sync (path, error);
}

gboolean
_eqp_working_copy_transfer (EqpDatabase *source,
                            int          newest,
                            const char  *path,
                            int          mode,
                            GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gboolean         filled = fill (source, newest, path, error);

  g_unlink (journal);
  if (filled && finish (path, newest, mode, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}
